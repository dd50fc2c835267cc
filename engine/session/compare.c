/* compare.c - two evaluated sessions held against each other. */
#include "session/compare.h"

#include <string.h>

#include "report/compare.h"
#include "report/reason.h"
#include "session/session.h"
#include "study/compare_cost.h"
#include "study/compare_margin.h"

#define USUAL_NEAR "5"

jh_code jh_session_compare_side(
    jh_compare_side *out, const jh_session *session, const jh_results *results, jh_arena *arena,
    jh_error *err) {
  jh_verdict *verdicts = jh_arena_get(arena, (results->county_count + 1) * sizeof *verdicts);
  if (!verdicts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t i = 0; i < results->county_count; i++) {
    jh_entity county = results->county(results->payload, i);
    verdicts[i] = jh_reason_verdict(results, i, &county);
  }
  *out = (jh_compare_side){
      .run = session->run, .verdict_rule = results->verdict_rule, .verdicts = verdicts};
  return JH_OK;
}

static jh_code read_table(const jh_compare_options *o, jh_error *err) {
  const char *table = o->table ? o->table : "flips", *tables = jh_report_compare_tables();
  size_t size = strlen(table);
  char shown[96];
  bool is_known = false;
  for (const char *at = tables; at && size; at = strchr(at, '|')) {
    at += *at == '|';
    is_known |= strncmp(at, table, size) == 0 && (at[size] == '|' || !at[size]);
  }
  (void)jh_arg_text(shown, sizeof shown, jh_str_of(table));
  if (!is_known) return jh_fail(err, JH_EBAD_TABLE, NULL, shown, "--table", tables, NULL);
  if (o->table && o->format != JH_FORMAT_CSV)
    return jh_fail(err, JH_ETABLE_OF_CSV, NULL, "--table", "--format csv", NULL);
  return JH_OK;
}

/* What is asked for, as far as it can be refused before anything is worked out. */
static jh_code read_options(const jh_compare_options *o, jh_dec *near, jh_error *err) {
  const char *text = o->near ? o->near : USUAL_NEAR;
  const jh_dec most = {100, 0};
  char shown[96];
  bool is_read = jh_dec_read(near, jh_str_of(text), 9, false) == JH_DEC_OK && near->mantissa >= 0 &&
                 jh_dec_compare(*near, most) <= 0;
  (void)jh_arg_text(shown, sizeof shown, jh_str_of(text));
  if (!is_read) return jh_fail(err, JH_EBAD_PERCENT, NULL, shown, "--near", NULL);
  return read_table(o, err);
}

static jh_code write(const jh_compare_view *view, const jh_compare_options *o, jh_error *err) {
  switch (o->format) {
  case JH_FORMAT_JSON: return jh_report_compare_json(view, o->lang, o->writer, o->payload, err);
  case JH_FORMAT_CSV:
    return jh_report_compare_table(
        view, o->table ? o->table : "flips", o->lang, o->writer, o->payload, err);
  default: return jh_report_compare_text(view, o->lang, o->writer, o->payload, err);
  }
}

/* What is worked out besides the flips. */
typedef struct more {
  jh_near_list near;
  jh_flip_alone alone;
  jh_cost cost;
} more;

static jh_code find_more(
    more *out, const jh_compare_sides *sides, jh_comparison *what, const jh_compare_options *o,
    jh_dec near, jh_arena *arena, jh_error *err) {
  const jh_compare_side *of = sides->of;
  jh_code code = jh_compare_margins(what, of[0].run, of[1].run, arena, err);
  if (!code) code = jh_compare_near(&out->near, what, of, near, arena, err);
  if (!code) code = jh_compare_cost(&out->cost, what, of, arena, err);
  if (!code && o->again) code = jh_session_alone(&out->alone, sides, what, o, arena, err);
  return code;
}

static jh_code compare(
    jh_compare_sides *sides, const jh_compare_options *o, jh_dec near, size_t *flips,
    jh_arena *arena, jh_error *err) {
  jh_results results[2];
  jh_comparison *what = NULL;
  more found = {.alone = {.count = 0}};
  jh_code code = JH_OK;
  for (int i = 0; i < 2 && !code; i++) {
    results[i] = jh_session_results(sides->session[i]);
    code = jh_session_compare_side(&sides->of[i], sides->session[i], &results[i], arena, err);
  }
  if (!code) code = jh_compare_runs(&what, &sides->of[0], &sides->of[1], arena, err);
  if (!code) code = find_more(&found, sides, what, o, near, arena, err);
  if (code) return code;
  jh_compare_view view = {
      .of = {&results[0], &results[1]},
      .what = what,
      .verdicts = {sides->of[0].verdicts, sides->of[1].verdicts},
      .near = &found.near,
      .alone = found.alone.count ? &found.alone : NULL,
      .cost = found.cost.line_count ? &found.cost : NULL};
  if (flips) *flips = what->county_count + what->finding_count;
  return write(&view, o, err);
}

jh_code jh_session_compare(
    jh_session *before, jh_session *after, const jh_compare_options *options, size_t *flips,
    jh_error *err) {
  jh_dec near;
  if (!before->run || !after->run) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_code code = read_options(options, &near, err);
  if (code) return code;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_compare_sides sides = {.session = {before, after}};
  code = compare(&sides, options, near, flips, arena, err);
  jh_arena_close(arena);
  return code;
}
