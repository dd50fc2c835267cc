/* sweep_json.c - verdicts as parameters move, as docs/JSON.md and docs/sweep.schema.json say.
 *
 * Independent of the language: names stand in both.
 */
#include "model/formula.h"
#include "report/figure.h"
#include "report/head.h"
#include "report/out.h"
#include "report/sweep.h"

static void parameter(jh_buf *buf, const jh_sweep_view *view, size_t k) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_sweep_axis *axis = &view->sweep->axes[k];
  const char *unit = jh_sweep_param(view, k)->unit_text;
  char number[JH_DEC_TEXT];
  jh_buf_text(buf, k ? ",\n{\"parameter\":" : "\n{\"parameter\":");
  jh_buf_json(buf, jh_str_of(axis->path));
  jh_buf_print(buf, ",\"now\":%s", jh_dec_text(number, axis->now->value));
  if (unit && unit[0]) jh_figure_json_pair(buf, "unit", unit);
  if (axis->now->clause && axis->now->clause[0])
    jh_figure_json_pair(buf, "clause", axis->now->clause);
  if (axis->now->document < plan->document_count)
    jh_figure_json_pair(buf, "document", plan->documents[axis->now->document].number);
  jh_buf_char(buf, '}');
}

static void because(jh_buf *buf, const jh_sweep_view *view) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_node *node = &plan->nodes[view->sweep->blocker];
  jh_buf_text(buf, ",\"because\":{");
  for (int lang = 0; lang < JH_LANGS; lang++) {
    jh_formula how = {.plan = plan, .lang = (jh_lang)lang, .most_bytes = 200};
    jh_buf formula;
    jh_buf_init(&formula);
    jh_formula_node(&formula, &how, view->sweep->blocker);
    jh_buf_text(buf, lang == JH_ZH ? "\"zh\":" : "\"en\":");
    jh_buf_json(buf, jh_buf_str(&formula));
    jh_buf_char(buf, ',');
    if (!jh_buf_ok(&formula)) buf->failed = true;
    jh_buf_done(&formula);
  }
  jh_buf_text(buf, "\"file\":");
  jh_buf_json(buf, jh_str_of(node->place.file));
  jh_buf_print(buf, ",\"line\":%u}", (unsigned)node->place.line);
}

static void what(jh_buf *buf, const jh_sweep_view *view) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_rule *rule = jh_sweep_rule(view);
  jh_buf_text(buf, "],\n\"counted\":{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, rule->name);
  jh_figure_json_pair(buf, "level", plan->levels[rule->level].id);
  jh_buf_print(buf, ",\"count\":%zu}", view->sweep->entity_count);
  jh_figure_json_pair(buf, "worked_out", view->sweep->is_stepped ? "by_steps" : "exactly");
  if (view->sweep->exact_axis != JH_NONE)
    jh_figure_json_pair(buf, "exactly_along", view->sweep->axes[view->sweep->exact_axis].path);
  if (view->sweep->blocker != JH_NONE) because(buf, view);
  jh_buf_text(buf, view->sweep->is_moved ? ",\"is_moved\":true" : ",\"is_moved\":false");
}

void jh_sweep_json_head(jh_buf *buf, const jh_sweep_view *view) {
  jh_buf_text(buf, "{\"format\":1,\n\"run\":");
  jh_head_json(buf, view->results->head);
  jh_buf_text(buf, ",\n\"parameters\":[");
  for (size_t k = 0; k < view->sweep->axis_count; k++) parameter(buf, view, k);
  what(buf, view);
}

void jh_sweep_json_tally(jh_buf *buf, const jh_tally *tally) {
  for (int v = 0; v < JH_VERDICTS; v++) {
    jh_buf_print(buf, "%s\"%s\":%zu", v ? "," : "{", jh_verdict_id((jh_verdict)v), tally->of[v]);
  }
  jh_buf_char(buf, '}');
}

static void region(jh_buf *buf, const jh_sweep_view *view, size_t at) {
  static const char *const levels[] = {"all", "province", "prefecture"};
  const jh_sweep_region *own = &view->sweep->regions[at];
  jh_buf_print(buf, "%s{\"level\":\"%s\"", at ? ",\n" : "\n", levels[own->kind]);
  if (own->code.size) {
    jh_buf_text(buf, ",\"code\":");
    jh_buf_json(buf, own->code);
  }
  if (own->name.size) {
    jh_buf_text(buf, ",\"name\":");
    jh_buf_json(buf, own->name);
  }
  jh_buf_text(buf, ",\"now\":");
  jh_sweep_json_tally(buf, &view->sweep->today[at]);
  jh_buf_char(buf, '}');
}

/* [met, unmet, undetermined, not applicable, not in force] */
static void row(jh_buf *buf, const jh_tally *tally) {
  for (int v = 0; v < JH_VERDICTS; v++) jh_buf_print(buf, "%c%zu", v ? ',' : '[', tally->of[v]);
  jh_buf_char(buf, ']');
}

static void step(jh_buf *buf, const jh_sweep_view *view, size_t at) {
  const jh_sweep *sweep = view->sweep;
  size_t inner = sweep->axis_count > 1 ? sweep->axes[1].count : 1;
  char number[JH_DEC_TEXT];
  jh_buf_text(buf, at ? ",\n{\"values\":[" : "\n{\"values\":[");
  jh_buf_text(buf, jh_dec_text(number, sweep->axes[0].values[at / inner]));
  if (sweep->axis_count > 1)
    jh_buf_print(buf, ",%s", jh_dec_text(number, sweep->axes[1].values[at % inner]));
  jh_buf_text(buf, "],\"counts\":[");
  for (size_t r = 0; r < sweep->region_count; r++) {
    if (r) jh_buf_char(buf, ',');
    row(buf, jh_sweep_tally(view, at, r));
  }
  jh_buf_text(buf, "]}");
}

void jh_sweep_json_regions(jh_buf *buf, const jh_sweep_view *view) {
  jh_buf_text(buf, ",\n\"regions\":[");
  for (size_t r = 0; r < view->sweep->region_count; r++) region(buf, view, r);
  jh_buf_text(buf, "\n]");
}

jh_code jh_report_sweep_json(
    const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, payload);
  jh_sweep_json_head(&out.buf, view);
  jh_sweep_json_regions(&out.buf, view);
  jh_buf_text(&out.buf, ",\n\"steps\":[");
  for (size_t at = 0; at < view->sweep->step_count && jh_out_block(&out); at++) {
    step(&out.buf, view, at);
  }
  jh_buf_text(&out.buf, "\n]}\n");
  return jh_out_done(&out, JH_OK, err);
}
