/* load.c - the steps of a load, one after the other; see load.h and loading.h. */
#include "table/load.h"

#include "base/alloc.h"
#include "table/ahead.h"
#include "base/crew.h"
#include "table/trouble.h"

static jh_code make_tables(jh_loading *loading, jh_error *err) {
  const jh_plan *plan = loading->plan;
  jh_arena *scratch = loading->scratch;
  loading->tables = jh_arena_get(scratch, plan->table_count * sizeof *loading->tables);
  bool ok = loading->tables != NULL;
  for (size_t i = 0; ok && i < plan->table_count; i++) {
    jh_staged *staged = &loading->tables[i];
    staged->def = &plan->tables[i];
    staged->table = (uint32_t)i;
    staged->takers = jh_arena_get(scratch, staged->def->column_count * sizeof *staged->takers);
    ok = staged->takers != NULL;
    if (!ok) staged->def = NULL;
  }
  return ok ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

static jh_code read_files(jh_loading *loading, jh_error *err) {
  jh_code code = jh_files_resolve(loading, err);
  if (!code) code = jh_ahead_look(loading, err);
  for (size_t i = 0; !code && i < loading->plan->table_count; i++) {
    jh_staged *staged = &loading->tables[i];
    if (!staged->def->is_derived) code = jh_fill_table(loading, staged, err);
  }
  return code;
}

static jh_code put_together(jh_loading *loading, jh_error *err) {
  jh_code code = jh_years_select(loading, err);
  for (size_t i = 0; !code && i < loading->plan->table_count; i++) {
    jh_staged *staged = &loading->tables[i];
    if (staged->def->is_derived) code = jh_derive_table(loading, staged, err);
  }
  if (!code) code = jh_hang_tables(loading, err);
  return code ? code : jh_trouble_flush(loading, err);
}

/* All steps; findings are in the diagnostics. */
static jh_code run(jh_loading *loading, jh_error *err) {
  jh_code code = make_tables(loading, err);
  if (!code) code = read_files(loading, err);
  if (code) return code;
  jh_ahead_begin(loading);
  code = put_together(loading, err);
  jh_code last = jh_ahead_end(loading, code ? NULL : err);
  return code ? code : last;
}

static size_t errors_of(const jh_loading *loading) {
  return jh_diag_count(loading->diag, JH_ERROR) - loading->errors_before;
}

bool jh_loading_is_usable(const jh_loading *loading) {
  size_t errors = errors_of(loading);
  return errors == 0 || (loading->keeps_refused && errors == loading->refused);
}

static jh_code finish(jh_loading *loading, jh_error *err) {
  if (jh_loading_is_usable(loading)) return jh_dataset_link(loading->dataset, err);
  char count[24];
  jh_arg_int(count, (int64_t)errors_of(loading));
  return jh_fail(err, JH_EDATA_REJECTED, NULL, count, NULL);
}

static void close_takers(jh_loading *loading) {
  for (size_t i = 0; loading->tables && i < loading->plan->table_count; i++) {
    jh_staged *staged = &loading->tables[i];
    if (!staged->def) return;
    jh_arena_close(staged->passing);
    for (size_t k = 0; k < staged->def->column_count; k++) jh_cell_done(&staged->takers[k]);
  }
}

static size_t jobs_of(const jh_load_options *options) {
  size_t jobs = options->jobs < 1 ? 1 : (size_t)options->jobs;
  return jobs < JH_CREW_MOST ? jobs : JH_CREW_MOST;
}

jh_code jh_load(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options, jh_diag *diag,
    jh_error *err) {
  jh_loading loading = {
      .plan = plan,
      .diag = diag,
      .folder = options->folder,
      .encoding = options->encoding,
      .year = options->year,
      .earlier_than = options->earlier_than,
      .region = options->region,
      .needed = options->needed,
      .keeps_refused = options->keeps_refused,
      .jobs = jobs_of(options),
      .part_bytes = options->part_bytes ? options->part_bytes : JH_LOADING_PART_BYTES,
      .scout = options->scout};
  jh_code code = jh_dataset_open(&loading.dataset, plan, err);
  if (code) return code;
  loading.errors_before = jh_diag_count(diag, JH_ERROR);
  loading.scratch = jh_arena_open();
  loading.texts.arena = loading.dataset->arena;
  loading.progress.tell = options->progress;
  loading.progress.payload = options->progress_payload;
  code = loading.scratch ? run(&loading, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = finish(&loading, err);
  close_takers(&loading);
  jh_alloc_free(loading.troubles);
  jh_arena_close(loading.scratch);
  if (code) {
    jh_dataset_close(loading.dataset);
    return code;
  }
  *out = loading.dataset;
  return JH_OK;
}

jh_code jh_load_list(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options, jh_error *err) {
  jh_loading loading = {.plan = plan, .folder = options->folder, .encoding = options->encoding};
  jh_code code = jh_dataset_open(&loading.dataset, plan, err);
  if (code) return code;
  loading.scratch = jh_arena_open();
  code = loading.scratch ? make_tables(&loading, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_files_resolve(&loading, err);
  jh_arena_close(loading.scratch);
  if (code) {
    jh_dataset_close(loading.dataset);
    return code;
  }
  *out = loading.dataset;
  return JH_OK;
}
