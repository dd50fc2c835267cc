/* reason_json.c - reasons and waiting cells of a county as JSON (docs/JSON.md). */
#include "report/cell.h"
#include "report/reason.h"
#include "report/score.h"

#define MOST_EXAMPLES 3
#define MOST_CELLS 20

static void count(jh_buf *buf, const char *key, size_t value) {
  jh_buf_text(buf, key);
  jh_buf_int(buf, (int64_t)value);
}

typedef struct examples {
  jh_buf *buf;
  const jh_plan *plan;
  size_t count;
} examples;

static bool add_example(void *payload, const jh_entity *entity) {
  examples *e = payload;
  jh_buf_text(e->buf, e->count++ ? ",{\"entity\":" : "{\"entity\":");
  jh_buf_json(e->buf, entity->code);
  jh_buf_text(e->buf, ",\"entity_name\":");
  jh_buf_json(e->buf, entity->name);
  if (entity->stage < e->plan->stage_count) {
    jh_figure_json_pair(e->buf, "stage", e->plan->stages[entity->stage].id);
  }
  jh_buf_char(e->buf, '}');
  return e->count < MOST_EXAMPLES;
}

/* How the entities, or the members, stand. */
static void tally(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, const jh_reason *reason) {
  const jh_plan *plan = results->head->plan;
  const size_t *of = reason->tally.of;
  if (reason->about != JH_NONE) {
    jh_figure_json_pair(buf, "level", plan->levels[plan->rules[reason->about].level].id);
  } else if (
      plan->rules[reason->rule].shape != JH_SHAPE_AT_LEAST_N &&
      plan->rules[reason->rule].shape != JH_SHAPE_AT_MOST_N) {
    return;
  }
  count(buf, ",\"met\":", of[JH_MET]);
  count(buf, ",\"unmet\":", of[JH_UNMET]);
  count(buf, ",\"undetermined\":", of[JH_UNDETERMINED]);
  if (reason->about == JH_NONE) return;
  jh_buf_text(buf, ",\"examples\":[");
  examples e = {buf, plan, 0};
  jh_reason_each(results, reasons, reason, add_example, &e);
  jh_buf_char(buf, ']');
}

static jh_code one(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, const jh_reason *reason,
    jh_error *err) {
  const jh_rule *rule = &results->head->plan->rules[reason->rule];
  jh_finding finding = {0};
  if (reason->about == JH_NONE) {
    jh_code code =
        results->finding(results->payload, reason->rule, reasons->entity.row, &finding, err);
    if (code) return code;
  }
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule->id));
  jh_figure_json_pair(buf, "clause", jh_figure_clause(rule, finding.source));
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(reason->verdict));
  if (finding.has_figures) {
    jh_buf_text(buf, ",\"measure\":");
    jh_figure_json(buf, &finding.measure);
    jh_buf_text(buf, ",\"bound\":");
    jh_figure_json(buf, &finding.bound);
    jh_score_json(buf, &finding);
  }
  tally(buf, results, reasons, reason);
  jh_buf_char(buf, '}');
  return JH_OK;
}

static jh_code waiting(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, jh_arena *arena,
    jh_error *err) {
  jh_cell *cells = NULL;
  size_t all = 0;
  jh_code code = results->waiting(
      results->payload, results->verdict_rule, reasons->entity.row, MOST_CELLS, arena, &cells, &all,
      err);
  if (code || all == 0) return code;
  if (results->origins)
    results->origins(results->payload, cells, all < MOST_CELLS ? all : MOST_CELLS, arena);
  count(buf, ",\n \"waiting_count\":", all);
  jh_buf_text(buf, ",\"waiting\":[");
  for (size_t i = 0; i < all && i < MOST_CELLS; i++) {
    jh_buf_text(buf, i ? ",\n  " : "\n  ");
    jh_cell_json(buf, &cells[i], false);
  }
  jh_buf_char(buf, ']');
  return JH_OK;
}

jh_code jh_reason_json(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, jh_error *err) {
  if (reasons->count > 0) {
    jh_buf_text(buf, ",\n \"reasons\":[");
    for (size_t i = 0; i < reasons->count; i++) {
      jh_buf_text(buf, i ? ",\n  " : "\n  ");
      jh_code code = one(buf, results, reasons, &reasons->items[i], err);
      if (code) return code;
    }
    jh_buf_char(buf, ']');
  }
  if (!jh_reason_waits(results, reasons)) return JH_OK;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = waiting(buf, results, reasons, arena, err);
  jh_arena_close(arena);
  return code;
}
