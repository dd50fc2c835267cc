/* scenarios.c - counts under scenarios for people, and as rows. */
#include "report/scenarios.h"

#include "model/formula.h"
#include "report/figure.h"
#include "report/head.h"
#include "report/listing.h"
#include "report/out.h"

static void row(jh_listing *list, const char *id, const jh_tally *tally) {
  char count[24];
  jh_listing_add(list, id);
  for (int v = 0; v < JH_VERDICTS; v++) jh_listing_add(list, jh_words_count(count, tally->of[v]));
}

static void fill(jh_listing *list, const jh_scenarios_view *view, const char *now) {
  row(list, now, &view->set->today);
  for (size_t s = 0; s < view->set->count; s++) row(list, view->set->ids[s], &view->set->counts[s]);
}

static void columns_of(jh_listing_column *columns, jh_lang lang) {
  columns[0] = (jh_listing_column){.key = "scenario", .word = JH_W_SCENARIO};
  for (int v = 0; v < JH_VERDICTS; v++) {
    columns[v + 1] = (jh_listing_column){
        .key = jh_verdict_id((jh_verdict)v),
        .title = jh_verdict_name((jh_verdict)v, lang),
        .is_right = true};
  }
}

static void because(jh_buf *buf, const jh_scenarios_view *view) {
  const jh_plan *plan = view->results->head->plan;
  const jh_node *node = &plan->nodes[view->set->blocker];
  jh_formula how = {.plan = plan, .lang = view->lang, .most_bytes = 100};
  jh_buf formula, place;
  jh_buf_init(&formula), jh_buf_init(&place);
  jh_formula_node(&formula, &how, view->set->blocker);
  jh_buf_print(&place, "%s:%u", node->place.file, (unsigned)node->place.line);
  jh_words_fill(
      buf, view->lang, JH_W_SCENARIOS_BECAUSE, formula.at ? formula.at : "",
      place.at ? place.at : "", NULL);
  if (!jh_buf_ok(&formula) || !jh_buf_ok(&place)) buf->failed = true;
  jh_buf_done(&formula), jh_buf_done(&place);
}

static void head(jh_buf *buf, const jh_scenarios_view *view) {
  const jh_scenarios *set = view->set;
  const jh_plan *plan = view->results->head->plan;
  const jh_rule *rule = &plan->rules[set->rule];
  char count[24], params[24];
  jh_buf name;
  jh_buf_init(&name);
  jh_figure_rule_full(&name, plan, rule, view->lang);
  jh_head_text(buf, view->results->head, view->lang);
  jh_figure_label(buf, JH_W_SCENARIOS, view->lang);
  jh_words_fill(
      buf, view->lang, JH_W_SCENARIOS_OF, jh_words_count(count, set->count),
      jh_words_count(params, set->axis_count), NULL);
  jh_buf_char(buf, '\n');
  jh_figure_label(buf, JH_W_SWEEP_COUNTED, view->lang);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_COUNTED_BY, jh_figure_level(plan, rule->level, view->lang),
      jh_words_count(count, set->entity_count), name.at ? name.at : "", NULL);
  jh_buf_char(buf, '\n');
  jh_figure_label(buf, JH_W_SWEEP_WORKED, view->lang);
  jh_word how = set->is_stepped ? JH_W_SCENARIOS_STEPPED : JH_W_SCENARIOS_EXACTLY;
  jh_buf_text(buf, jh_words_get(how, view->lang));
  if (set->is_stepped && set->blocker != JH_NONE) because(buf, view);
  jh_buf_text(buf, "\n\n");
  if (!jh_buf_ok(&name)) buf->failed = true;
  jh_buf_done(&name);
}

jh_code jh_report_scenarios_text(
    const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_listing_column columns[JH_VERDICTS + 1];
  jh_listing list;
  jh_out out;
  jh_out_init(&out, sink, payload);
  columns_of(columns, view->lang);
  head(&out.buf, view);
  jh_listing_init(&list, columns, JH_VERDICTS + 1);
  fill(&list, view, jh_words_get(JH_W_SCENARIO_NOW, view->lang));
  jh_listing_text(&out.buf, &list, view->lang);
  jh_listing_done(&list);
  return jh_out_done(&out, JH_OK, err);
}

jh_code jh_report_scenarios_csv(
    const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_listing_column columns[JH_VERDICTS + 1];
  jh_listing list;
  jh_out out;
  jh_out_init(&out, sink, payload);
  columns_of(columns, view->lang);
  jh_listing_init(&list, columns, JH_VERDICTS + 1);
  fill(&list, view, "");
  jh_listing_csv(&out.buf, &list, view->lang);
  jh_listing_done(&list);
  return jh_out_done(&out, JH_OK, err);
}
