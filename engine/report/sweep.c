/* sweep.c - what the forms of a sweep share; see sweep.h. */
#include "report/sweep.h"

#include <math.h>
#include <string.h>

#include "model/formula.h"
#include "report/figure.h"
#include "report/head.h"

const jh_plan *jh_sweep_plan(const jh_sweep_view *view) { return view->results->head->plan; }

const jh_param *jh_sweep_param(const jh_sweep_view *view, size_t axis) {
  return &jh_sweep_plan(view)->params[view->sweep->axes[axis].param];
}

const jh_rule *jh_sweep_rule(const jh_sweep_view *view) {
  return &jh_sweep_plan(view)->rules[view->sweep->rule];
}

const jh_tally *jh_sweep_tally(const jh_sweep_view *view, size_t step, size_t region) {
  return &view->sweep->counts[step * view->sweep->region_count + region];
}

bool jh_sweep_is_now(const jh_sweep_axis *axis, jh_dec value) {
  return jh_dec_compare(axis->now->value, value) == 0;
}

double jh_sweep_about(const jh_sweep_place *place) {
  double at = jh_rat_double(&place->at);
  return place->is_root ? sqrt(at) : at;
}

jh_entity jh_sweep_entity(const jh_sweep_view *view, uint32_t row) {
  return view->results->entity(view->results->payload, jh_sweep_rule(view)->level, row);
}

jh_verdict jh_sweep_verdict(const jh_sweep_view *view, uint32_t row) {
  jh_verdict verdict = view->results->verdict(view->results->payload, view->sweep->rule, row);
  return jh_plan_guarded(jh_sweep_plan(view), jh_sweep_rule(view), verdict);
}

static bool is_percent(const jh_sweep_view *view, size_t axis) {
  jh_unit unit = jh_sweep_param(view, axis)->unit;
  return jh_unit_is_plain(unit) && unit.den == unit.num * 100;
}

void jh_sweep_value(
    jh_buf *buf, const jh_sweep_view *view, size_t axis, const char *number, bool is_brief) {
  jh_buf_text(buf, number);
  if (is_brief && !is_percent(view, axis)) return;
  jh_figure_unit(buf, jh_sweep_plan(view), jh_sweep_param(view, axis)->unit_text, view->lang);
}

void jh_sweep_unit(jh_buf *buf, const jh_sweep_view *view, size_t axis) {
  const char *unit = jh_sweep_param(view, axis)->unit_text;
  char words[160];
  if (!unit || !unit[0] || strcmp(unit, "1") == 0 || is_percent(view, axis)) return;
  jh_unit_words(&jh_sweep_plan(view)->units, unit, view->lang, words, sizeof words);
  if (words[0]) jh_words_fill(buf, view->lang, JH_W_BRACKETS, words, NULL);
}

/* "Moves     class_size.at_most.primary, now 45 student/class  第七条（五） 教督〔2017〕6号" */
static void moves(jh_buf *buf, const jh_sweep_view *view, size_t k) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_sweep_axis *axis = &view->sweep->axes[k];
  char number[JH_DEC_TEXT];
  jh_buf now;
  jh_buf_init(&now);
  jh_buf_text(&now, jh_dec_text(number, axis->now->value));
  jh_figure_unit(&now, plan, jh_sweep_param(view, k)->unit_text, view->lang);
  jh_figure_label(buf, JH_W_SWEEP_MOVES, view->lang);
  jh_words_fill(buf, view->lang, JH_W_SWEEP_NOW, axis->path, now.at ? now.at : "", NULL);
  jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, view->lang));
  jh_buf_text(buf, axis->now->clause);
  if (axis->now->document < plan->document_count) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, plan->documents[axis->now->document].number);
  }
  jh_buf_char(buf, '\n');
  if (!jh_buf_ok(&now)) buf->failed = true;
  jh_buf_done(&now);
}

static void counted(jh_buf *buf, const jh_sweep_view *view) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_rule *rule = jh_sweep_rule(view);
  char number[24];
  jh_buf name;
  jh_buf_init(&name);
  jh_figure_rule_full(&name, plan, rule, view->lang);
  jh_figure_label(buf, JH_W_SWEEP_COUNTED, view->lang);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_COUNTED_BY, jh_figure_level(plan, rule->level, view->lang),
      jh_words_count(number, view->sweep->entity_count), name.at ? name.at : "", NULL);
  jh_buf_char(buf, '\n');
  if (!jh_buf_ok(&name)) buf->failed = true;
  jh_buf_done(&name);
}

/* Which expression stands in the way, and where it is written. */
static void because(jh_buf *buf, const jh_sweep_view *view) {
  const jh_plan *plan = jh_sweep_plan(view);
  const jh_node *node = &plan->nodes[view->sweep->blocker];
  jh_formula how = {.plan = plan, .lang = view->lang, .most_bytes = 100};
  char place[sizeof node->place.file + 24];
  jh_buf formula, at;
  jh_buf_init(&formula), jh_buf_init(&at);
  jh_formula_node(&formula, &how, view->sweep->blocker);
  jh_buf_print(&at, "%s:%u", node->place.file, (unsigned)node->place.line);
  jh_str_copy(place, sizeof place, jh_buf_str(&at));
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_BECAUSE, formula.at ? formula.at : "",
      node->place.file[0] ? place : jh_sweep_rule(view)->id, NULL);
  if (!jh_buf_ok(&formula) || !jh_buf_ok(&at)) buf->failed = true;
  jh_buf_done(&formula), jh_buf_done(&at);
}

static void worked_out(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  if (sweep->exact_axis == JH_NONE) {
    jh_word word = sweep->is_stepped ? JH_W_SWEEP_STEPPED : JH_W_SWEEP_EXACTLY;
    jh_buf_text(buf, jh_words_get(word, view->lang));
  } else {
    const char *along = sweep->axes[sweep->exact_axis].path;
    jh_words_fill(
        buf, view->lang, JH_W_SWEEP_ALONG, along, sweep->axes[1 - sweep->exact_axis].path, NULL);
  }
}

void jh_sweep_head(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  jh_head_text(buf, view->results->head, view->lang);
  for (size_t k = 0; k < sweep->axis_count; k++) moves(buf, view, k);
  counted(buf, view);
  jh_figure_label(buf, JH_W_SWEEP_WORKED, view->lang);
  worked_out(buf, view);
  if (sweep->blocker != JH_NONE) because(buf, view);
  if (sweep->is_above_zero) jh_buf_text(buf, jh_words_get(JH_W_SWEEP_ABOVE_ZERO, view->lang));
  jh_buf_char(buf, '\n');
  for (size_t k = 0; k < sweep->axis_count && !sweep->is_moved; k++) {
    jh_words_fill(buf, view->lang, JH_W_SWEEP_STILL, sweep->axes[k].path, NULL);
    jh_buf_char(buf, '\n');
  }
  jh_buf_char(buf, '\n');
}
