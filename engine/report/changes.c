#include "report/changes.h"

#include "report/figure.h"
#include "report/grid.h"

static const char *document_number(const jh_plan *plan, const jh_change *change) {
  if (change->document >= plan->document_count) return "";
  const char *number = plan->documents[change->document].number;
  return number ? number : "";
}

static const char *not_null(const char *text) { return text ? text : ""; }

static void was_now(jh_buf *buf, const jh_plan *plan, const jh_change *change, jh_lang lang) {
  if (change->kind == JH_CHANGE_ADDED || change->kind == JH_CHANGE_WITHDRAWN) {
    bool is_new = change->kind == JH_CHANGE_ADDED;
    jh_buf_text(buf, jh_words_get(is_new ? JH_W_CHANGE_ADDED : JH_W_CHANGE_WITHDRAWN, lang));
    return;
  }
  const char *was = not_null(change->was), *now = not_null(change->now);
  jh_buf_text(buf, was[0] ? was : "–");
  jh_buf_text(buf, " → ");
  jh_buf_text(buf, now[0] ? now : "–");
  if (change->kind == JH_CHANGE_VALUE && change->param < plan->param_count) {
    jh_figure_unit(buf, plan, plan->params[change->param].unit_text, lang);
  }
}

static void days(jh_buf *buf, const jh_change *change, jh_lang lang) {
  char since[11], until[11];
  if (change->since) (void)jh_date_text(since, change->since);
  if (change->until) {
    jh_words_fill(
        buf, lang, JH_W_ENDS, change->since ? since : "", jh_date_text(until, change->until), NULL);
  } else if (change->since) {
    jh_buf_text(buf, since);
  }
}

/* The clause with its document; of a reform, which has none, the reason. */
static void source(jh_buf *buf, const jh_plan *plan, const jh_change *change, jh_lang lang) {
  const char *clause = not_null(change->clause), *number = document_number(plan, change);
  const char *reason = jh_text_in(change->reason, lang);
  bool is_reform =
      change->layer < plan->layer_count && plan->layers[change->layer].kind == JH_LAYER_REFORM;
  if (is_reform && reason[0]) {
    jh_buf_text(buf, reason);
    return;
  }
  jh_buf_text(buf, clause[0] ? clause : reason);
  if (number[0]) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, number);
  }
}

void jh_changes_text(jh_buf *buf, const jh_plan *plan, jh_lang lang) {
  static const jh_word headings[] = {
      JH_W_COL_CHANGES, JH_W_COL_WAS_NOW, JH_W_COL_WHERE, JH_W_COL_SINCE, JH_W_COL_SOURCE};
  jh_grid grid;
  if (plan->change_count == 0) return;
  jh_grid_init(&grid, 5, 0);
  for (size_t i = 0; i < 5; i++) jh_grid_cell(&grid, jh_words_get(headings[i], lang));
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    jh_grid_cell(&grid, change->path);
    was_now(&grid.text, plan, change, lang);
    jh_grid_next(&grid);
    jh_grid_cell(&grid, not_null(change->when));
    days(&grid.text, change, lang);
    jh_grid_next(&grid);
    source(&grid.text, plan, change, lang);
    jh_grid_next(&grid);
  }
  jh_buf_char(buf, '\n');
  jh_grid_text(buf, &grid);
  jh_grid_done(&grid);
}

static void json_text(jh_buf *buf, const char *key, const char *text) {
  if (text && text[0]) jh_figure_json_pair(buf, key, text);
}

static void json_day(jh_buf *buf, const char *key, jh_date date) {
  char day[11];
  if (date) jh_figure_json_pair(buf, key, jh_date_text(day, date));
}

static void json_change(jh_buf *buf, const jh_plan *plan, const jh_change *change) {
  static const char *const kinds[] = {
      [JH_CHANGE_VALUE] = "value",
      [JH_CHANGE_FORMULA] = "formula",
      [JH_CHANGE_ADDED] = "added",
      [JH_CHANGE_WITHDRAWN] = "withdrawn"};
  static const char *const directions[] = {
      [JH_TIGHTENS] = "tightens", [JH_RELAXES] = "relaxes", [JH_EITHER_WAY] = "either_way"};
  bool has_unit = change->kind == JH_CHANGE_VALUE && change->param < plan->param_count;
  jh_buf_text(buf, "{\"path\":");
  jh_buf_json(buf, jh_str_of(change->path));
  jh_figure_json_pair(buf, "kind", kinds[change->kind]);
  jh_figure_json_pair(buf, "direction", directions[change->direction]);
  if (change->layer < plan->layer_count) {
    jh_figure_json_pair(buf, "layer", plan->layers[change->layer].id);
  }
  if (change->rule < plan->rule_count) {
    jh_figure_json_pair(buf, "requirement", plan->rules[change->rule].id);
  }
  if (change->stage < plan->stage_count) {
    jh_figure_json_pair(buf, "stage", plan->stages[change->stage].id);
  }
  json_text(buf, "was", change->was);
  json_text(buf, "now", change->now);
  if (has_unit) json_text(buf, "unit", plan->params[change->param].unit_text);
  json_text(buf, "when", change->when);
  json_day(buf, "since", change->since);
  json_day(buf, "until", change->until);
  json_text(buf, "clause", change->clause);
  json_text(buf, "document", document_number(plan, change));
  if (jh_text_in(change->reason, JH_EN)[0]) {
    jh_buf_text(buf, ",\"reason\":");
    jh_figure_json_text(buf, change->reason);
  }
  jh_buf_char(buf, '}');
}

void jh_changes_json(jh_buf *buf, const jh_plan *plan) {
  if (plan->change_count == 0) return;
  jh_buf_text(buf, ",\n\"changes\":[");
  for (size_t i = 0; i < plan->change_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    json_change(buf, plan, &plan->changes[i]);
  }
  jh_buf_text(buf, "\n]");
}
