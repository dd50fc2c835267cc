/* targets.c - targets for people; see targets.h. */
#include "report/targets.h"

#include <stdio.h>

#include "report/figure.h"
#include "report/listing.h"

void jh_targets_due(jh_buf *buf, const jh_target *target, jh_lang lang) {
  char day[11];
  jh_buf_text(buf, target->by ? jh_date_text(day, target->by) : jh_words_get(JH_W_NO_YEAR, lang));
}

void jh_targets_counted(
    jh_buf *buf, const jh_plan *plan, const jh_target_result *result, jh_lang lang) {
  char number[24];
  uint32_t level = plan->rules[result->target->rule].level;
  jh_words_fill(
      buf, lang, JH_W_TALLY_OF, jh_words_count(number, result->counted),
      jh_figure_level(plan, level, lang), NULL);
}

/* "20 %", "20 % to 40 %"; nothing where nothing is counted. */
void jh_targets_share_words(jh_buf *buf, const jh_figure *figure, jh_lang lang) {
  if (figure->is_known) {
    jh_words_fill(buf, lang, JH_W_PERCENT, figure->text, NULL);
    return;
  }
  if (jh_figure_is_empty(figure)) return;
  char low[JH_FIGURE_TEXT + 8], high[JH_FIGURE_TEXT + 8];
  const char *sign = lang == JH_ZH ? "%" : " %";
  (void)snprintf(low, sizeof low, "%s%s", figure->low, sign);
  (void)snprintf(high, sizeof high, "%s%s", figure->high, sign);
  jh_words_fill(buf, lang, JH_W_BETWEEN, low, high, NULL);
}

void jh_targets_goal(jh_buf *buf, const jh_target_goal *goal, jh_lang lang) {
  if (!goal->is_set) return;
  if (goal->source) {
    jh_words_fill(buf, lang, JH_W_PERCENT, goal->percent.text, NULL);
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  }
  jh_buf_text(buf, jh_target_state_name(goal->state, lang));
}

static void line(jh_listing *list, const jh_plan *plan, const jh_target_result *r, jh_lang lang) {
  char number[24];
  jh_listing_add(list, jh_text_in(r->target->name, lang));
  jh_targets_due(&list->text, r->target, lang);
  jh_listing_next(list);
  jh_targets_counted(&list->text, plan, r, lang);
  jh_listing_next(list);
  for (int v = JH_MET; v <= JH_UNDETERMINED; v++) {
    jh_listing_add(list, jh_words_count(number, r->tally.of[v]));
  }
  jh_targets_share_words(&list->text, &r->share, lang);
  jh_listing_next(list);
  jh_targets_goal(&list->text, &r->ensure, lang);
  jh_listing_next(list);
  jh_targets_goal(&list->text, &r->strive, lang);
  jh_listing_next(list);
  jh_listing_add(list, r->county_count ? jh_target_state_name(r->named, lang) : "");
}

static void overview(jh_buf *buf, const jh_results *results, jh_lang lang) {
  const jh_listing_column columns[] = {
      {.word = JH_W_COL_TARGETS},
      {.word = JH_W_COL_DUE},
      {.word = JH_W_COL_COUNTED},
      {.title = jh_verdict_name(JH_MET, lang), .is_right = true},
      {.title = jh_verdict_name(JH_UNMET, lang), .is_right = true},
      {.title = jh_verdict_name(JH_UNDETERMINED, lang), .is_right = true},
      {.word = JH_W_COL_SHARE},
      {.word = JH_W_COL_ENSURE},
      {.word = JH_W_COL_STRIVE},
      {.word = JH_W_COL_NAMED}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < results->target_count; i++) {
    line(&list, results->head->plan, &results->targets[i], lang);
  }
  jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

bool jh_targets_is_renamed(const jh_target_county *county) {
  return county->found.size > 0 && !jh_str_equal(county->found, jh_str_of(county->name));
}

static void named_lines(jh_listing *list, const jh_target_result *result, jh_lang lang) {
  for (size_t i = 0; i < result->county_count; i++) {
    const jh_target_county *county = &result->counties[i];
    jh_listing_add(list, county->code);
    jh_buf_text(&list->text, county->name);
    if (jh_targets_is_renamed(county)) {
      char found[256];
      jh_str_copy(found, sizeof found, county->found);
      jh_words_fill(&list->text, lang, JH_W_BRACKETS, found, NULL);
    }
    jh_listing_next(list);
    jh_buf_text(&list->text, jh_verdict_name(county->verdict, lang));
    if (county->is_missing) {
      jh_words_fill(&list->text, lang, JH_W_BRACKETS, jh_words_get(JH_W_NOT_IN_DATA, lang), NULL);
    }
    jh_listing_next(list);
    jh_listing_add(list, jh_text_in(result->target->name, lang));
  }
}

static void named(jh_buf *buf, const jh_results *results, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_NAMED},
      {.word = JH_W_COL_COUNTY},
      {.word = JH_W_COL_VERDICT},
      {.word = JH_W_COL_TARGET}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < results->target_count; i++) {
    named_lines(&list, &results->targets[i], lang);
  }
  if (list.cell_count) jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

static void open_note(jh_buf *buf, const jh_target_result *result, bool *is_first, jh_lang lang) {
  if (*is_first) jh_buf_char(buf, '\n');
  *is_first = false;
  jh_buf_text(buf, jh_text_in(result->target->name, lang));
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
}

/* "not counted: 2 not applicable, 1 not in force" */
void jh_targets_not_counted(jh_buf *buf, const jh_target_result *result, jh_lang lang) {
  jh_buf list;
  jh_buf_init(&list);
  for (int v = JH_NOT_APPLICABLE; v < JH_VERDICTS; v++) {
    char number[24];
    if (result->tally.of[v] == 0) continue;
    if (list.size) jh_buf_text(&list, jh_words_get(JH_W_COMMA, lang));
    jh_words_fill(
        &list, lang, JH_W_TALLY_OF, jh_words_count(number, result->tally.of[v]),
        jh_verdict_name((jh_verdict)v, lang), NULL);
  }
  if (!jh_buf_ok(&list)) buf->failed = true;
  jh_words_fill(buf, lang, JH_W_TARGET_NOT_COUNTED, list.at ? list.at : "", NULL);
  jh_buf_char(buf, '\n');
  jh_buf_done(&list);
}

static void notes(jh_buf *buf, const jh_target_result *result, bool *is_first, jh_lang lang) {
  const size_t *of = result->tally.of;
  bool is_left_out = of[JH_NOT_APPLICABLE] > 0 || of[JH_NOT_IN_FORCE] > 0;
  bool is_none = result->counted == 0 && !is_left_out, is_cut = result->is_cut;
  if (is_none || is_cut) {
    open_note(buf, result, is_first, lang);
    jh_buf_text(buf, jh_words_get(is_cut ? JH_W_TARGET_CUT : JH_W_TARGET_NONE, lang));
    jh_buf_char(buf, '\n');
  }
  if (is_left_out) {
    open_note(buf, result, is_first, lang);
    jh_targets_not_counted(buf, result, lang);
  }
}

void jh_targets_text(jh_buf *buf, const jh_results *results, jh_lang lang) {
  bool is_first = true;
  if (results->target_count == 0) return;
  overview(buf, results, lang);
  named(buf, results, lang);
  for (size_t i = 0; i < results->target_count; i++) {
    notes(buf, &results->targets[i], &is_first, lang);
  }
}
