/* take.c - from the bytes of a snapshot to the levels of a dataset; nothing is believed unseen.
 *
 * Every place and count is held against the bounds before it is used, so that even made-up bytes give a
 * sound dataset or none. Arrays of numbers stay where the bytes are; texts are cut anew.
 */
#include <stdatomic.h>
#include <string.h>

#include "base/crew.h"
#include "base/file.h"
#include "store/form.h"

typedef struct taking {
  jh_dataset *dataset;
  jh_arena *arena;
  const jh_store_bytes_of *bytes;
  const jh_store_section *sections;
  size_t count;
  jh_str **texts;       /* by section: those that were cut already, */
  size_t *cut;          /* and how many */
  const char *at, *end; /* of the description: what is left of it */
  bool is_bad;
  bool is_short;     /* of memory */
  const char *stale; /* the first source that is not as it was */
} taking;

static jh_code damaged(jh_error *err) { return jh_fail(err, JH_ESNAPSHOT_DAMAGED, NULL, NULL); }

static bool want(taking *t, bool is_so) {
  if (!is_so) t->is_bad = true;
  return !t->is_bad;
}

static uint64_t number(taking *t) {
  uint64_t value = 0;
  if (!want(t, (size_t)(t->end - t->at) >= sizeof value)) return 0;
  memcpy(&value, t->at, sizeof value);
  t->at += sizeof value;
  return value;
}

static jh_str slice(taking *t, uint64_t size) {
  if (!want(t, size <= (size_t)(t->end - t->at))) return (jh_str){"", 0};
  jh_str out = {t->at, (size_t)size};
  t->at += size;
  return out;
}

/* A copy that ends in a NUL; NULL where none was written. */
static const char *text(taking *t) {
  uint64_t size = number(t);
  if (size == UINT64_MAX || t->is_bad) return NULL;
  jh_str of = slice(t, size);
  char *copy = t->is_bad ? NULL : jh_arena_text(t->arena, of);
  if (!copy && !t->is_bad) t->is_short = true;
  return copy;
}

static void *memory(taking *t, size_t size) {
  void *got = jh_arena_get(t->arena, size);
  if (!got) t->is_short = true;
  return got;
}

/* An array of exactly that many bytes; NULL where there is none. */
static void *array(taking *t, size_t size) {
  uint64_t index = number(t);
  if (index == 0 || !want(t, index < t->count && t->sections[index].size == size)) return NULL;
  return t->bytes->at + t->sections[index].at;
}

static jh_str *texts(taking *t, size_t count) {
  uint64_t index = number(t);
  if (index == 0 || !want(t, index < t->count - 1)) return NULL; /* the count is never 0 */
  if (t->texts[index]) return want(t, t->cut[index] == count) ? t->texts[index] : NULL;
  const jh_store_section *from = &t->sections[index], *all = &t->sections[index + 1];
  if (!want(t, from->size == count * sizeof(jh_store_slice))) return NULL;
  const jh_store_slice *slices = (const void *)(t->bytes->at + from->at);
  const char *base = t->bytes->at + all->at;
  jh_str *out = memory(t, count * sizeof *out);
  if (!out) return NULL;
  bool is_sound = true;
  for (size_t i = 0; i < count; i++) {
    bool is_none = slices[i].at == UINT32_MAX && slices[i].size == 0;
    is_sound &= is_none || (uint64_t)slices[i].at + slices[i].size <= all->size;
    out[i] = (jh_str){is_none ? NULL : base + slices[i].at, slices[i].size};
  }
  if (!want(t, is_sound)) return NULL;
  t->texts[index] = out;
  t->cut[index] = count;
  return out;
}

/* Marks are indices: of yes and no, or of choices. */
static void check_marks(
    taking *t, const jh_column *column, const jh_column_def *def, size_t count) {
  size_t limit = def->type == JH_COLUMN_BOOL ? 2 : def->choice_count;
  uint8_t most = 0;
  for (size_t i = 0; i < count; i++) most = column->marks[i] > most ? column->marks[i] : most;
  bool is_sound = most < limit || (most == 0 && limit == 0);
  for (size_t i = 0; limit == 0 && i < count; i++) is_sound &= !jh_column_known(column, i);
  want(t, is_sound);
}

/* As wide as they were written. */
static void take_numbers(taking *t, jh_column *column, uint64_t width, size_t count) {
  if (width == sizeof *column->shorts) {
    column->shorts = array(t, count * width);
  } else if (width == sizeof *column->ints) {
    column->ints = array(t, count * width);
  } else if (want(t, width == sizeof *column->longs)) {
    column->longs = array(t, count * width);
  }
}

static jh_column *take_column(taking *t, const jh_column_def *def, size_t count) {
  if (number(t) == 0 || t->is_bad) return NULL;
  jh_column *made = memory(t, sizeof *made);
  if (!made) return NULL;
  made->type = (jh_column_type)number(t);
  made->scale = (int32_t)number(t);
  made->known = array(t, (count / 64 + 1) * sizeof *made->known);
  uint64_t width = number(t);
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  want(t, made->type == def->type && made->scale >= 0 && made->scale <= 18 && made->known);
  if (t->is_bad) return NULL;
  if (is_number) {
    take_numbers(t, made, width, count);
  } else if (def->type == JH_COLUMN_CODE || def->type == JH_COLUMN_TEXT) {
    made->texts = texts(t, count);
  } else {
    made->marks = array(t, count);
    if (made->marks) check_marks(t, made, def, count);
  }
  want(t, t->is_short || jh_column_is_number(made) || made->texts || made->marks);
  return made;
}

static void check_below(taking *t, const uint32_t *values, size_t count, size_t limit) {
  uint32_t most = 0;
  for (size_t i = 0; values && i < count; i++) most = values[i] > most ? values[i] : most;
  want(t, !values || count == 0 || most < limit);
}

/* What joins a level to the others: parents ascend, files are there. */
static void check_joints(taking *t, uint32_t level, const jh_rows *rows) {
  uint32_t parent = t->dataset->plan->levels[level].parent;
  uint32_t descends = 0;
  uint16_t last = 0;
  for (size_t i = 1; rows->parent && i < rows->count; i++) {
    descends |= rows->parent[i] < rows->parent[i - 1];
  }
  for (size_t i = 0; rows->files && i < rows->count; i++) {
    last = rows->files[i] > last ? rows->files[i] : last;
  }
  bool is_sound = (rows->parent != NULL) == (parent != JH_NONE) && !descends;
  is_sound = is_sound && (!rows->files || rows->count == 0 || last < t->dataset->file_count);
  want(t, is_sound && (rows->count == 0 || (rows->lines != NULL) == (rows->files != NULL)));
}

static void take_level(taking *t, uint32_t level, jh_error *err) {
  uint32_t table = t->dataset->plan->levels[level].table;
  if (number(t) == 0 || !want(t, table != JH_NONE)) return;
  uint64_t count = number(t);
  if (!want(t, count < UINT32_MAX && count <= t->bytes->size)) return;
  const jh_table_def *def = &t->dataset->plan->tables[table];
  jh_rows rows = {.count = (size_t)count};
  if (jh_dataset_rows(t->dataset, level, 0, err)) {
    t->is_short = true;
    return;
  }
  rows.columns = t->dataset->levels[level].columns;
  rows.quantities = t->dataset->levels[level].quantities;
  rows.parent = array(t, count * sizeof *rows.parent);
  rows.lines = array(t, count * sizeof *rows.lines);
  rows.files = array(t, count * sizeof *rows.files);
  for (size_t i = 0; i < def->column_count && !t->is_bad && !t->is_short; i++) {
    rows.columns[i] = take_column(t, &def->columns[i], rows.count);
  }
  rows.codes = texts(t, rows.count);
  rows.names = texts(t, rows.count);
  t->dataset->is_indexed[level] = number(t) != 0 && rows.codes;
  t->dataset->by_code[level] = array(t, count * sizeof *t->dataset->by_code[level]);
  if (t->is_bad) return;
  check_below(t, t->dataset->by_code[level], rows.count, rows.count);
  check_joints(t, level, &rows);
  want(t, rows.count == 0 || (rows.codes != NULL) == (def->key_column != JH_NONE));
  t->dataset->levels[level] = rows;
}

/* The same time of change is believed if it lies well before the reading; else the hash decides. */
static bool is_as_it_was(taking *t, const jh_file *file, int64_t changed_ns) {
  const jh_store_head *head = (const void *)t->bytes->at;
  bool is_settled = changed_ns <= head->begun_ns && head->begun_ns - changed_ns > JH_STORE_RACY_NS;
  if (is_settled && changed_ns == file->changed_ns) return true;
  char hash[65];
  return jh_file_hash(hash, file->path) && strcmp(hash, file->hash) == 0;
}

/* The files were found already; what reading them showed is filled in. */
static void take_file(taking *t, jh_file *file) {
  const char *path = text(t);
  uint64_t source = number(t), table = number(t);
  file->encoding = text(t);
  uint64_t size = number(t);
  file->record_count = number(t);
  jh_str hash = jh_str_of(text(t));
  file->header_count = (size_t)number(t);
  want(t, file->header_count <= t->bytes->size / 16 && hash.size == sizeof file->hash - 1);
  want(t, path != NULL);
  if (t->is_bad) return;
  bool is_same = strcmp(path, file->path) == 0 && source == file->source && table == file->table &&
                 size == file->size_bytes;
  if (!is_same && !t->stale) t->stale = file->path;
  jh_str_copy(file->hash, sizeof file->hash, hash);
  file->headers = memory(t, (file->header_count + 1) * sizeof *file->headers);
  file->header_columns = memory(t, (file->header_count + 1) * sizeof *file->header_columns);
  size_t columns = t->dataset->plan->tables[file->table].column_count;
  for (size_t i = 0; i < file->header_count && !t->is_short && !t->is_bad; i++) {
    file->headers[i] = slice(t, number(t));
    uint64_t column = number(t);
    want(t, column < columns || column == JH_NONE);
    file->header_columns[i] = (uint32_t)column;
  }
  file->header_line = (uint32_t)number(t);
  file->header_last = (uint32_t)number(t);
  if (number(t) != 0 && !t->is_bad) {
    file->header_units = memory(t, (file->header_count + 1) * sizeof *file->header_units);
    for (size_t i = 0; file->header_units && i < file->header_count; i++) {
      file->header_units[i] = text(t);
    }
  }
  file->delimiter = (char)number(t);
  want(t, (number(t) != 0) == file->is_workbook);
  file->sheet = text(t);
  file->bom_size = (uint8_t)number(t);
  int64_t changed_ns = (int64_t)number(t);
  if (t->bytes->is_checked && !t->stale && !t->is_bad && !is_as_it_was(t, file, changed_ns)) {
    t->stale = file->path;
  }
}

static void close_text(char *text, size_t size) { text[size - 1] = 0; }

static void close_place(jh_place *at) {
  close_text(at->file, sizeof at->file);
  close_text(at->sheet, sizeof at->sheet);
  close_text(at->name, sizeof at->name);
}

/* Looks at it only if diag is NULL. */
static void take_finding(taking *t, jh_diag *diag) {
  jh_str of = slice(t, sizeof(jh_error));
  if (t->is_bad) return;
  jh_error found;
  memcpy(&found, of.at, sizeof found);
  if (!want(t, (unsigned)found.severity <= JH_NOTE && jh_code_template(found.code, JH_EN)[0])) {
    return;
  }
  close_place(&found.at);
  close_place(&found.also);
  close_text(found.origin, sizeof found.origin);
  close_text(found.entity, sizeof found.entity);
  close_text(found.entity_name, sizeof found.entity_name);
  for (size_t i = 0; i < JH_ERROR_ARGS; i++) close_text(found.args[i], sizeof found.args[i]);
  if (diag) jh_diag_add(diag, &found);
}

/* The directory: every section lies within the bytes. */
static bool find_sections(taking *t) {
  const jh_store_head *head = (const void *)t->bytes->at;
  size_t room = (t->bytes->size - sizeof *head) / sizeof *t->sections;
  if (head->section_count == 0 || head->section_count > room) return false;
  t->count = (size_t)head->section_count;
  t->sections = (const void *)(t->bytes->at + sizeof *head);
  for (size_t i = 0; i < t->count; i++) {
    const jh_store_section *of = &t->sections[i];
    bool is_within = of->at % JH_STORE_ALIGN == 0 && of->at <= t->bytes->size &&
                     of->size <= t->bytes->size - of->at;
    if (!is_within) return false;
  }
  return true;
}

typedef struct summing {
  const taking *of;
  atomic_bool differs;
} summing;

static void sum_section(void *payload, size_t lane, size_t task) {
  summing *s = payload;
  const jh_store_section *section = &s->of->sections[task];
  (void)lane;
  if (jh_store_sum(s->of->bytes->at + section->at, section->size) != section->sum) {
    atomic_store(&s->differs, true);
  }
}

static bool has_right_sums(const taking *t, size_t jobs) {
  const jh_store_head *head = (const void *)t->bytes->at;
  summing s = {.of = t};
  if (jh_store_sum(t->sections, t->count * sizeof *t->sections) != head->directory_sum)
    return false;
  jh_crew_run(jobs > 0 ? jobs : 1, t->count, sum_section, &s);
  return !atomic_load(&s.differs);
}

bool jh_store_sums(const jh_store_bytes_of *bytes, size_t jobs) {
  taking t = {.bytes = bytes};
  return bytes->size >= sizeof(jh_store_head) && find_sections(&t) && has_right_sums(&t, jobs);
}

static jh_code open_sections(taking *t, jh_error *err) {
  bool is_trusted = !t->bytes->is_checked || t->bytes->is_summed;
  if (!find_sections(t) || (!is_trusted && !has_right_sums(t, 1))) return damaged(err);
  t->texts = memory(t, t->count * sizeof(jh_str *));
  t->cut = memory(t, t->count * sizeof *t->cut);
  if (t->is_short) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  t->at = t->bytes->at + t->sections[0].at;
  t->end = t->at + t->sections[0].size;
  return JH_OK;
}

jh_code jh_store_take(
    jh_dataset *dataset, const jh_store_bytes_of *bytes, jh_diag *diag, jh_error *err) {
  taking t = {.dataset = dataset, .arena = dataset->arena, .bytes = bytes};
  jh_code code = open_sections(&t, err);
  if (code) return code;
  char files[64];
  if (number(&t) != dataset->file_count) {
    t.stale = jh_arg_both(files, sizeof files, "数据文件的数目", "the number of files");
  }
  for (size_t i = 0; i < dataset->file_count && !t.is_bad && !t.stale; i++) {
    take_file(&t, &dataset->files[i]);
  }
  if (t.stale && !t.is_bad) return jh_fail(err, JH_ESNAPSHOT_STALE, NULL, t.stale, NULL);
  dataset->year = text(&t);
  dataset->year_before = text(&t);
  dataset->year_after = text(&t);
  dataset->year_as_of = text(&t);
  want(&t, number(&t) == dataset->plan->level_count);
  for (uint32_t i = 0; i < dataset->plan->level_count && !t.is_bad && !t.is_short; i++) {
    take_level(&t, i, err);
  }
  if (t.is_short) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  code = t.is_bad ? damaged(err) : jh_dataset_link(dataset, err);
  if (code) return code == JH_ENOMEM ? code : damaged(err);
  uint64_t findings = number(&t);
  want(&t, findings * sizeof(jh_error) == (size_t)(t.end - t.at) && findings <= bytes->size);
  const char *first = t.at;
  for (uint64_t i = 0; i < findings && !t.is_bad; i++) take_finding(&t, NULL);
  if (!t.is_bad) t.at = first;
  for (uint64_t i = 0; i < findings && !t.is_bad; i++) take_finding(&t, diag);
  return t.is_bad ? damaged(err) : JH_OK;
}
