#include "report/relaxations.h"

#include "report/figure.h"
#include "report/listing.h"

static size_t count_all(const jh_tally *tally) {
  size_t all = 0;
  for (int v = 0; v < JH_VERDICTS; v++) all += tally->of[v];
  return all;
}

static void duty(jh_buf *buf, const jh_rule *rule, jh_lang lang) {
  char years[24];
  const char *text = jh_text_in(rule->duty, lang);
  jh_buf_text(buf, text);
  if (!rule->due_years) return;
  if (text[0]) jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
  jh_words_fill(buf, lang, JH_W_DUE_YEARS, jh_words_count(years, rule->due_years), NULL);
}

static void line(
    jh_listing *list, const jh_plan *plan, const jh_rule *rule, const jh_entity *county,
    const jh_tally *tally, jh_lang lang) {
  char used[24], all[24], day[11];
  jh_listing_add(list, jh_figure_rule(rule, lang));
  jh_buf_add(&list->text, county->code);
  jh_listing_next(list);
  jh_buf_add(&list->text, county->name);
  jh_listing_next(list);
  if (rule->level != county->level) {
    jh_words_fill(
        &list->text, lang, JH_W_OF_ALL, jh_words_count(used, tally->of[JH_MET]),
        jh_words_count(all, count_all(tally)), jh_figure_level(plan, rule->level, lang), NULL);
  }
  jh_listing_next(list);
  jh_listing_add(list, rule->until ? jh_date_text(day, rule->until) : "");
  duty(&list->text, rule, lang);
  jh_listing_next(list);
  jh_listing_add(list, rule->clause);
}

static void lines(jh_listing *list, const jh_results *results, uint32_t index, jh_lang lang) {
  const jh_plan *plan = results->head->plan;
  const jh_rule *rule = &plan->rules[index];
  for (uint32_t i = 0; i < results->county_count; i++) {
    jh_entity county = results->county(results->payload, i);
    jh_tally tally = {{0}};
    if (rule->level == county.level) {
      tally.of[results->verdict(results->payload, index, county.row)]++;
    } else {
      tally = results->tally(results->payload, index, i);
    }
    if (tally.of[JH_MET]) line(list, plan, rule, &county, &tally, lang);
  }
}

void jh_relaxations_text(jh_buf *buf, const jh_results *results, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_RELAXED},  {.word = JH_W_COL_CODE}, {.word = JH_W_COL_COUNTY},
      {.word = JH_W_COL_HOW_MANY}, {.word = JH_W_COL_ENDS}, {.word = JH_W_COL_DUTY},
      {.word = JH_W_CLAUSE}};
  const jh_plan *plan = results->head->plan;
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (uint32_t rule = 0; rule < plan->rule_count; rule++) {
    if (plan->rules[rule].kind == JH_RULE_RELAXATION) lines(&list, results, rule, lang);
  }
  if (list.cell_count) jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}
