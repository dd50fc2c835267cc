/* scenarios_json.c - counts under scenarios, as docs/JSON.md and docs/scenarios.schema.json say. */
#include "model/formula.h"
#include "report/figure.h"
#include "report/head.h"
#include "report/out.h"
#include "report/scenarios.h"

static void parameter(jh_buf *buf, const jh_plan *plan, const jh_sweep_axis *axis) {
  char number[JH_DEC_TEXT];
  const char *unit = plan->params[axis->param].unit_text;
  jh_buf_text(buf, "{\"parameter\":");
  jh_buf_json(buf, jh_str_of(axis->path));
  jh_buf_print(buf, ",\"now\":%s", jh_dec_text(number, axis->now->value));
  if (unit && unit[0]) jh_figure_json_pair(buf, "unit", unit);
  if (axis->now->clause && axis->now->clause[0])
    jh_figure_json_pair(buf, "clause", axis->now->clause);
  jh_buf_char(buf, '}');
}

static void because(jh_buf *buf, const jh_plan *plan, uint32_t blocker) {
  jh_buf_text(buf, ",\"because\":{");
  for (int lang = 0; lang < JH_LANGS; lang++) {
    jh_formula how = {.plan = plan, .lang = (jh_lang)lang, .most_bytes = 200};
    jh_buf formula;
    jh_buf_init(&formula);
    jh_formula_node(&formula, &how, blocker);
    jh_buf_text(buf, lang == JH_ZH ? "\"zh\":" : "\"en\":");
    jh_buf_json(buf, jh_buf_str(&formula));
    jh_buf_char(buf, ',');
    if (!jh_buf_ok(&formula)) buf->failed = true;
    jh_buf_done(&formula);
  }
  jh_buf_text(buf, "\"file\":");
  jh_buf_json(buf, jh_str_of(plan->nodes[blocker].place.file));
  jh_buf_print(buf, ",\"line\":%u}", (unsigned)plan->nodes[blocker].place.line);
}

/* [met, unmet, undetermined, not applicable, not in force] */
static void counts(jh_buf *buf, const jh_tally *tally) {
  for (int v = 0; v < JH_VERDICTS; v++) jh_buf_print(buf, "%c%zu", v ? ',' : '[', tally->of[v]);
  jh_buf_char(buf, ']');
}

static void head(jh_buf *buf, const jh_scenarios_view *view) {
  const jh_scenarios *set = view->set;
  const jh_plan *plan = view->results->head->plan;
  const jh_rule *rule = &plan->rules[set->rule];
  jh_buf_text(buf, "{\"format\":1,\n\"run\":");
  jh_head_json(buf, view->results->head);
  jh_buf_text(buf, ",\n\"parameters\":[");
  for (size_t k = 0; k < set->axis_count; k++) {
    jh_buf_text(buf, k ? ",\n" : "\n");
    parameter(buf, plan, &set->axes[k]);
  }
  jh_buf_text(buf, "],\n\"counted\":{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, rule->name);
  jh_figure_json_pair(buf, "level", plan->levels[rule->level].id);
  jh_buf_print(buf, ",\"count\":%zu}", set->entity_count);
  jh_figure_json_pair(buf, "worked_out", set->is_stepped ? "by_steps" : "exactly");
  if (set->is_stepped && set->blocker != JH_NONE) because(buf, plan, set->blocker);
  jh_buf_text(buf, ",\n\"now\":");
  counts(buf, &set->today);
}

static void scenario(jh_buf *buf, const jh_scenarios *set, size_t s) {
  char number[JH_DEC_TEXT];
  jh_buf_text(buf, s ? ",\n{\"scenario\":" : "\n{\"scenario\":");
  jh_buf_json(buf, jh_str_of(set->ids[s]));
  jh_buf_text(buf, ",\"values\":[");
  for (size_t k = 0; k < set->axis_count; k++) {
    size_t cell = s * set->axis_count + k;
    if (k) jh_buf_char(buf, ',');
    jh_buf_text(buf, set->is_given[cell] ? jh_dec_text(number, set->values[cell]) : "null");
  }
  jh_buf_text(buf, "],\"counts\":");
  counts(buf, &set->counts[s]);
  jh_buf_char(buf, '}');
}

jh_code jh_report_scenarios_json(
    const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, payload);
  head(&out.buf, view);
  jh_buf_text(&out.buf, ",\n\"scenarios\":[");
  for (size_t s = 0; s < view->set->count && jh_out_block(&out); s++)
    scenario(&out.buf, view->set, s);
  jh_buf_text(&out.buf, "\n]}\n");
  return jh_out_done(&out, JH_OK, err);
}
