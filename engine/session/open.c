/* open.c - a session: pack, dictionary and data, read and checked. */
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "pack/load.h"
#include "session/needed.h"
#include "session/session.h"
#include "session/sparse.h"
#include "study/compare_cost.h"
#include "store/store.h"
#include "study/reading.h"
#include "table/load.h"
#include "table/scout.h"

enum { SHORT_CAP = 20, LONG_CAP = 200 }; /* messages kept: while judging, while validating */

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool is_folder(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* A pack is named by its folder or file, or by its id (or path) below the shared folder. */
static jh_code find_pack(jh_session *s, const char *rules, const char **out, jh_error *err) {
  *out = rules;
  if (!rules || is_folder(rules)) return JH_OK;
  char path[4096];
  if (!jh_session_find_pack(path, sizeof path, s->share, rules)) {
    jh_place at = jh_place_of(rules, 0, 0);
    return jh_fail(err, JH_ENO_PACK, &at, "pack.lua", NULL);
  }
  *out = jh_arena_text(s->arena, jh_str_of(path));
  return *out ? JH_OK : out_of_memory(err);
}

static jh_code find_reforms(
    jh_session *s, const jh_session_options *o, const char ***out, jh_error *err) {
  const char **list = jh_arena_get(s->arena, (o->reform_count + 1) * sizeof *list);
  if (!list) return out_of_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < o->reform_count && !code; i++)
    code = find_pack(s, o->reforms[i], &list[i], err);
  *out = list;
  return code;
}

static jh_code read_pack(jh_session *s, const jh_session_options *o, jh_error *err) {
  const char **reforms = NULL;
  jh_code found = find_reforms(s, o, &reforms, err);
  if (found) return found;
  jh_pack_options how = {
      .reforms = reforms,
      .reform_count = o->reform_count,
      .switches = o->switches,
      .switch_count = o->switch_count,
      .left_out = o->left_out,
      .left_out_count = o->left_out_count,
      .dictionary = o->dictionary,
      .data_folder = o->data,
      .share_folder = s->share,
      .limits = s->limits,
      .with_cases = o->with_cases};
  jh_code code = find_pack(s, o->rules, &how.folder, err);
  if (!code) code = jh_pack_load(&s->plan, &how, s->diag, err);
  return code ? code : jh_compare_cost_check(s->plan, err);
}

static void on_load(void *payload, uint64_t done, uint64_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "load", done, total);
}

static jh_code fill_head(jh_session *s, jh_error *err) {
  const jh_dataset *data = s->dataset;
  jh_report_file *files = jh_arena_get(s->arena, (data->file_count + 1) * sizeof *files);
  if (!files) return out_of_memory(err);
  for (size_t i = 0; i < data->file_count; i++) {
    const char *name = strrchr(data->files[i].path, '/');
    files[i] = (jh_report_file){name ? name + 1 : data->files[i].path, data->files[i].hash};
  }
  s->head.files = files;
  s->head.file_count = data->file_count;
  s->head.year = data->year;
  return JH_OK;
}

/* The columns that are read: with readings, also those behind a switch that is off. */
static jh_code find_needed(
    jh_session *s, const jh_session_options *o, jh_load_options *how, jh_error *err) {
  const jh_plan *plan = s->plan;
  jh_code code = o->with_readings ? jh_reading_any(&plan, s->plan, s->arena, err) : JH_OK;
  if (!code) code = jh_needed_columns(plan, 0, true, s->arena, &how->needed, err);
  if (!code && o->with_succession) jh_needed_add_table(how->needed, plan, "succession");
  if (!code && o->also) code = jh_needed_also(how->needed, plan, o->also->plan, s->arena, err);
  return code;
}

/* What is to be written again in the form in which it came also needs what hangs its rows together. */
static void add_joints(const jh_plan *plan, bool **needed) {
  for (size_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *table = &plan->tables[i];
    if (table->parent_column != JH_NONE) needed[i][table->parent_column] = true;
    if (table->year_column != JH_NONE) needed[i][table->year_column] = true;
  }
}

/* What another thread does while the pack is read; NULL = nothing. */
typedef struct early {
  jh_scout *scout;
  jh_store_ahead *snapshot;
} early;

static jh_code read_data(
    jh_session *s, const jh_session_options *o, const early *begun, jh_error *err) {
  jh_load_options how = {
      .folder = o->data,
      .encoding = o->encoding,
      .year = o->year,
      .region = o->region,
      .keeps_refused = o->audits && o->all_columns && !o->is_sparse,
      .jobs = o->jobs,
      .scout = begun->scout,
      .progress = s->progress ? on_load : NULL,
      .progress_payload = s};
  if (!is_folder(o->data)) return jh_fail(err, JH_ENO_FOLDER, NULL, o->data, NULL);
  jh_code code = o->all_columns ? JH_OK : find_needed(s, o, &how, err);
  if (!code && o->is_sparse && how.needed) add_joints(s->plan, how.needed);
  if (!code && o->is_sparse) {
    code = jh_sparse_load(&s->dataset, s->plan, &how, s->diag, err);
  } else if (!code && o->snapshot) {
    jh_store_options store = {
        .path = o->snapshot, .engine = jh_version(), .ahead = begun->snapshot};
    code = jh_store_load(&s->dataset, s->plan, &how, &store, s->diag, &s->snapshot, err);
  } else if (!code) {
    code = jh_load(&s->dataset, s->plan, &how, s->diag, err);
  }
  if (!code) code = jh_units_make(s->plan, s->dataset, err);
  if (!code) code = jh_session_name_rows(s->plan, s->dataset, err);
  if (!code) code = fill_head(s, err);
  if (!code && !o->is_sparse) code = jh_session_check_data(s, err);
  return code;
}

static jh_code begin(jh_session *s, const jh_session_options *o, jh_error *err) {
  char share[4096];
  s->diag = jh_diag_open(o->all_columns ? LONG_CAP : SHORT_CAP);
  s->arena = jh_arena_open();
  if (!s->diag || !s->arena) return out_of_memory(err);
  s->share = jh_arena_text(
      s->arena, jh_str_of(o->share ? o->share : jh_share_folder(share, sizeof share)));
  if (o->region) s->region = jh_arena_text(s->arena, jh_str_of(o->region));
  if (o->data) s->data = jh_arena_text(s->arena, jh_str_of(o->data));
  if (o->encoding) s->encoding = jh_arena_text(s->arena, jh_str_of(o->encoding));
  bool is_kept =
      (s->region || !o->region) && (s->data || !o->data) && (s->encoding || !o->encoding);
  if (!s->share || !is_kept) return out_of_memory(err);
  s->audits = o->audits;
  s->limits = (jh_script_limits){(size_t)o->pack_memory_mib << 20, o->pack_steps, o->pack_seconds};
  s->has_readings = o->with_readings || o->all_columns;
  s->jobs = o->jobs;
  s->progress = o->progress;
  s->progress_payload = o->progress_payload;
  return JH_OK;
}

/* Looks at the files ahead, or reads the snapshot that may spare reading them. */
static early begin_early(const jh_session_options *o) {
  struct stat info;
  bool is_kept = o->snapshot && stat(o->snapshot, &info) == 0;
  bool has_time = o->data && !o->only_preview && o->jobs > 1;
  early begun = {NULL, NULL};
  if (has_time && is_kept && !o->is_sparse) {
    begun.snapshot = jh_store_ahead_begin(o->snapshot, (size_t)o->jobs);
  } else if (has_time && !is_kept && !o->encoding) {
    begun.scout = jh_scout_begin(o->data);
  }
  return begun;
}

/* Pack and data. While the pack is read, other threads look at the files. */
static jh_code read_all(jh_session *s, const jh_session_options *o, jh_error *err) {
  early begun = begin_early(o);
  jh_code code = read_pack(s, o, err);
  if (!code) {
    s->head =
        (jh_report_head){.plan = s->plan, .region = s->region, .engine_version = jh_version()};
    if (o->data && !o->only_preview) code = read_data(s, o, &begun, err);
    jh_session_give_problems(s);
  }
  jh_scout_close(begun.scout);
  jh_store_ahead_close(begun.snapshot);
  return code;
}

jh_code jh_session_open(jh_session **out, const jh_session_options *options, jh_error *err) {
  *out = NULL;
  jh_session *s = jh_alloc_get(sizeof *s);
  if (!s) return out_of_memory(err);
  jh_code code = begin(s, options, err);
  if (!s->diag || !s->arena) {
    jh_session_close(s);
    return code;
  }
  *out = s;
  return code ? code : read_all(s, options, err);
}

void jh_session_close(jh_session *session) {
  if (!session) return;
  jh_session_end_validation(session);
  jh_session_end_edits(session);
  jh_run_close(session->run);
  jh_origins_close(session->origins);
  jh_dataset_close(session->dataset);
  jh_plan_close(session->plan);
  jh_diag_close(session->diag);
  jh_arena_close(session->arena);
  jh_alloc_free(session);
}

const jh_diag *jh_session_diag(const jh_session *session) { return session->diag; }

const jh_error *jh_session_snapshot(const jh_session *session) {
  return session->snapshot.code ? &session->snapshot : NULL;
}
