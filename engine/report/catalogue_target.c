/* catalogue_target.c - the targets of a plan, for reading; see catalogue.h. */
#include "report/catalogue.h"
#include "report/figure.h"

static const char *due(char day[11], const jh_target *target, jh_lang lang) {
  return target->by ? jh_date_text(day, target->by) : jh_words_get(JH_W_NO_YEAR, lang);
}

/* "ensure 20 %": the value in force on a day, else the first. */
static void put_share(
    jh_buf *buf, const jh_plan *plan, uint32_t param, jh_word word, jh_date on, jh_lang lang) {
  char number[JH_DEC_TEXT];
  if (param == JH_NONE || plan->params[param].value_count == 0) return;
  const jh_param *def = &plan->params[param];
  const jh_param_value *value = jh_param_on(def, JH_NONE, on);
  if (!value) value = &def->values[0];
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_buf_text(buf, jh_words_get(word, lang));
  jh_buf_char(buf, ' ');
  jh_buf_text(buf, jh_dec_text(number, value->value));
  jh_figure_unit(buf, plan, def->unit_text, lang);
}

static void put_line(
    jh_buf *buf, const jh_plan *plan, const jh_target *target, jh_date on, jh_lang lang) {
  char day[11], number[24];
  jh_buf_print(
      buf, "%s  %s  %s  %s", target->clause, target->id, jh_text_in(target->name, lang),
      due(day, target, lang));
  put_share(buf, plan, target->ensure, JH_W_COL_ENSURE, on, lang);
  put_share(buf, plan, target->strive, JH_W_COL_STRIVE, on, lang);
  if (target->name_count) {
    jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
    jh_words_fill(buf, lang, JH_W_NAMED_COUNT, jh_words_count(number, target->name_count), NULL);
  }
  jh_buf_char(buf, '\n');
}

void jh_catalogue_targets(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang) {
  if (plan->target_count == 0) return;
  if (!on) on = plan->pack.in_force;
  jh_buf_print(buf, "\n%s\n", jh_words_get(JH_W_COL_TARGETS, lang));
  for (size_t i = 0; i < plan->target_count; i++) {
    jh_buf_text(buf, "  ");
    put_line(buf, plan, &plan->targets[i], on, lang);
  }
}

void jh_catalogue_target(jh_buf *buf, const jh_plan *plan, uint32_t target, jh_lang lang) {
  const jh_target *def = &plan->targets[target];
  const char *note = jh_text_in(def->note, lang);
  const jh_rule *rule = &plan->rules[def->rule];
  put_line(buf, plan, def, plan->pack.in_force, lang);
  jh_buf_print(
      buf, "  %s: %s  %s\n", jh_words_get(JH_W_COL_COUNTED, lang), rule->id,
      jh_figure_rule(rule, lang));
  if (def->region) {
    jh_buf_text(buf, "  ");
    jh_words_fill(buf, lang, JH_W_REGION, def->region, NULL);
    jh_buf_char(buf, '\n');
  }
  if (note[0]) jh_buf_print(buf, "  %s\n", note);
  for (size_t i = 0; i < def->name_count; i++) {
    jh_buf_print(buf, "  - %s  %s\n", def->names[i].code, def->names[i].name);
  }
  jh_buf_print(buf, "  %s:%u\n", def->place.file, def->place.line);
  if (def->ensure != JH_NONE) jh_catalogue_param(buf, plan, def->ensure, lang);
  if (def->strive != JH_NONE) jh_catalogue_param(buf, plan, def->strive, lang);
}

static void json_share(jh_buf *buf, const jh_plan *plan, const char *key, uint32_t param) {
  if (param != JH_NONE) jh_figure_json_pair(buf, key, plan->params[param].path);
}

void jh_catalogue_targets_json(jh_buf *buf, const jh_plan *plan) {
  if (plan->target_count == 0) return;
  jh_buf_text(buf, ",\"targets\":[");
  for (size_t i = 0; i < plan->target_count; i++) {
    const jh_target *target = &plan->targets[i];
    char day[11];
    jh_buf_text(buf, i ? ",\n{\"id\":" : "\n{\"id\":");
    jh_buf_json(buf, jh_str_of(target->id));
    jh_figure_json_pair(buf, "zh", jh_text_in(target->name, JH_ZH));
    jh_figure_json_pair(buf, "en", jh_text_in(target->name, JH_EN));
    jh_figure_json_pair(buf, "clause", target->clause);
    jh_figure_json_pair(buf, "counts", plan->rules[target->rule].id);
    jh_figure_json_pair(buf, "region", target->region);
    if (target->by) jh_figure_json_pair(buf, "by", jh_date_text(day, target->by));
    json_share(buf, plan, "ensure", target->ensure);
    json_share(buf, plan, "strive", target->strive);
    jh_figure_json_pair(buf, "certainty", jh_figure_certainty(target->certainty));
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]");
}
