/* files.c - which files belong to which table; a step of loading.h. */
#include "table/loading.h"

#include "base/buf.h"
#include "table/delimiter.h"

/* folder/name in the dataset's arena; NULL when memory is out. */
static char *join(jh_loading *loading, const char *name, const char *ending) {
  jh_buf path;
  jh_buf_init(&path);
  jh_buf_text(&path, loading->folder);
  if (!jh_str_ends(jh_buf_str(&path), "/")) jh_buf_char(&path, '/');
  jh_buf_text(&path, name);
  jh_buf_text(&path, ending);
  char *copy = NULL;
  if (jh_buf_ok(&path)) copy = jh_arena_text(loading->dataset->arena, jh_buf_str(&path));
  jh_buf_done(&path);
  return copy;
}

static bool is_workbook(const char *path) {
  jh_str text = jh_str_of(path);
  return jh_str_ends(text, ".xlsx") || jh_str_ends(text, ".xlsm") || jh_str_ends(text, ".XLSX");
}

/* Opens the file once to see that it is there and how large it is. */
static jh_code add_file(
    jh_loading *loading, jh_staged *staged, const char *path, uint32_t source, jh_error *err) {
  jh_dataset *dataset = loading->dataset;
  jh_input input;
  jh_code code = jh_input_open(&input, path, NULL, err);
  if (code) return code;
  jh_input_close(&input);
  if (dataset->file_count > UINT16_MAX) {
    return jh_fail(err, JH_EINTERNAL, NULL, "more than 65535 files", NULL);
  }
  jh_file *file = &dataset->files[dataset->file_count++];
  file->path = path;
  file->source = source;
  file->table = staged->table;
  file->size_bytes = input.size_bytes;
  file->changed_ns = input.changed_ns;
  file->stamp = input.stamp;
  const jh_source *from = source == JH_NONE ? NULL : &loading->plan->sources[source];
  file->is_workbook = is_workbook(path);
  if (!file->is_workbook) {
    file->delimiter = from && from->delimiter ? from->delimiter : jh_delimiter_usual(path);
  }
  loading->progress.total += 2 * input.size_bytes; /* each file is read twice */
  staged->file_count++;
  return JH_OK;
}

static jh_code no_table(
    const jh_staged *staged, const char *expected, const jh_place *at, jh_error *err) {
  return jh_fail(err, JH_ENO_TABLE, at, staged->def->id, expected, NULL);
}

/* The files that sources name. */
static jh_code add_sources(
    jh_loading *loading, jh_staged *staged, bool *has_sources, jh_error *err) {
  const jh_plan *plan = loading->plan;
  for (uint32_t i = 0; i < plan->source_count; i++) {
    const jh_source *source = &plan->sources[i];
    if (source->table != staged->table) continue;
    *has_sources = true;
    char *path = join(loading, source->file, "");
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (!jh_input_exists(path)) {
      if (staged->def->is_optional) continue;
      return no_table(staged, path, &source->place, err);
    }
    jh_code code = add_file(loading, staged, path, i, err);
    if (code) return code;
  }
  return JH_OK;
}

/* <table>.csv, or .tsv, .txt, .xlsx: the first that is there. */
static jh_code add_usual(jh_loading *loading, jh_staged *staged, jh_error *err) {
  static const char *const endings[] = {".csv", ".tsv", ".txt", ".xlsx"};
  const char *expected = NULL;
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    char *path = join(loading, staged->def->id, endings[i]);
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (jh_input_exists(path)) return add_file(loading, staged, path, JH_NONE, err);
    if (i == 0) expected = path;
  }
  if (staged->def->is_optional) return JH_OK;
  return no_table(staged, expected, NULL, err);
}

jh_code jh_files_resolve(jh_loading *loading, jh_error *err) {
  const jh_plan *plan = loading->plan;
  jh_dataset *dataset = loading->dataset;
  if (!jh_input_exists(loading->folder)) {
    return jh_fail(err, JH_ENO_FOLDER, NULL, loading->folder, NULL);
  }
  size_t most = plan->source_count + plan->table_count;
  dataset->files = jh_arena_get(dataset->arena, most * sizeof *dataset->files);
  if (!dataset->files) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t table = 0; table < plan->table_count; table++) {
    jh_staged *staged = &loading->tables[table];
    staged->first_file = dataset->file_count;
    if (staged->def->is_derived) continue;
    bool has_sources = false;
    jh_code code = add_sources(loading, staged, &has_sources, err);
    if (!code && !has_sources) code = add_usual(loading, staged, err);
    if (code) return code;
  }
  return JH_OK;
}
