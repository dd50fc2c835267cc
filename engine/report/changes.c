#include "report/changes.h"

#include "report/figure.h"
#include "report/listing.h"
#include "report/origin.h"

const char *jh_changes_kind(const jh_change *change) {
  static const char *const kinds[] = {
      [JH_CHANGE_VALUE] = "value",
      [JH_CHANGE_FORMULA] = "formula",
      [JH_CHANGE_ADDED] = "added",
      [JH_CHANGE_WITHDRAWN] = "withdrawn"};
  return kinds[change->kind];
}

const char *jh_changes_direction(const jh_change *change) {
  static const char *const directions[] = {
      [JH_TIGHTENS] = "tightens", [JH_RELAXES] = "relaxes", [JH_EITHER_WAY] = "either_way"};
  return directions[change->direction];
}

jh_word jh_changes_kind_word(const jh_change *change) {
  static const jh_word words[] = {
      [JH_CHANGE_VALUE] = JH_W_CHANGE_VALUE,
      [JH_CHANGE_FORMULA] = JH_W_CHANGE_FORMULA,
      [JH_CHANGE_ADDED] = JH_W_CHANGE_ADDED,
      [JH_CHANGE_WITHDRAWN] = JH_W_CHANGE_WITHDRAWN};
  return words[change->kind];
}

jh_word jh_changes_direction_word(const jh_change *change) {
  static const jh_word words[] = {
      [JH_TIGHTENS] = JH_W_TIGHTENS,
      [JH_RELAXES] = JH_W_RELAXES,
      [JH_EITHER_WAY] = JH_W_EITHER_WAY};
  return words[change->direction];
}

static const char *not_null(const char *text) { return text ? text : ""; }

void jh_changes_was_now(jh_buf *buf, const jh_plan *plan, const jh_change *change, jh_lang lang) {
  if (change->kind == JH_CHANGE_ADDED || change->kind == JH_CHANGE_WITHDRAWN) {
    jh_buf_text(buf, jh_words_get(jh_changes_kind_word(change), lang));
    return;
  }
  const char *nothing = jh_words_get(JH_W_NOTHING, lang);
  const char *was = not_null(change->was), *now = not_null(change->now);
  jh_words_fill(buf, lang, JH_W_ARROW, was[0] ? was : nothing, now[0] ? now : nothing, NULL);
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
  const char *clause = not_null(change->clause),
             *number = jh_origin_document(plan, change->document);
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

/* The first change at or after `from` that is told: not one whose condition the day makes false, such as
 * what a switch guards that is off. The count of changes if there is none. */
static size_t next_told(const jh_results *results, size_t from) {
  const jh_plan *plan = results->head->plan;
  for (size_t i = from; i < plan->change_count; i++) {
    uint32_t guard = plan->changes[i].guard;
    bool is_settled = results->settled && guard != JH_NONE;
    if (!is_settled || results->settled(results->payload, guard) != JH_FALSE) return i;
  }
  return plan->change_count;
}

void jh_changes_text(jh_buf *buf, const jh_results *results, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_CHANGES},
      {.word = JH_W_COL_WAS_NOW},
      {.word = JH_W_COL_WHERE},
      {.word = JH_W_CSV_SINCE},
      {.word = JH_W_COL_SOURCE}};
  const jh_plan *plan = results->head->plan;
  size_t i = next_told(results, 0);
  jh_listing list;
  if (i == plan->change_count) return;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (; i < plan->change_count; i = next_told(results, i + 1)) {
    const jh_change *change = &plan->changes[i];
    jh_listing_add(&list, change->path);
    jh_changes_was_now(&list.text, plan, change, lang);
    jh_listing_next(&list);
    jh_listing_add(&list, change->when);
    days(&list.text, change, lang);
    jh_listing_next(&list);
    source(&list.text, plan, change, lang);
    jh_listing_next(&list);
  }
  jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

static void json_text(jh_buf *buf, const char *key, const char *text) {
  if (text && text[0]) jh_figure_json_pair(buf, key, text);
}

static void json_day(jh_buf *buf, const char *key, jh_date date) {
  char day[11];
  if (date) jh_figure_json_pair(buf, key, jh_date_text(day, date));
}

void jh_changes_record(jh_buf *buf, const jh_plan *plan, const jh_change *change) {
  bool has_unit = change->kind == JH_CHANGE_VALUE && change->param < plan->param_count;
  jh_buf_text(buf, "{\"path\":");
  jh_buf_json(buf, jh_str_of(change->path));
  jh_figure_json_pair(buf, "kind", jh_changes_kind(change));
  jh_figure_json_pair(buf, "direction", jh_changes_direction(change));
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
  json_text(buf, "document", jh_origin_document(plan, change->document));
  if (jh_text_in(change->reason, JH_EN)[0]) {
    jh_buf_text(buf, ",\"reason\":");
    jh_figure_json_text(buf, change->reason);
  }
}

void jh_changes_json(jh_buf *buf, const jh_results *results) {
  const jh_plan *plan = results->head->plan;
  size_t first = next_told(results, 0);
  if (first == plan->change_count) return;
  jh_buf_text(buf, ",\n\"changes\":[");
  for (size_t i = first; i < plan->change_count; i = next_told(results, i + 1)) {
    jh_buf_text(buf, i > first ? ",\n" : "\n");
    jh_changes_record(buf, plan, &plan->changes[i]);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]");
}
