#include "report/catalogue.h"

#include <string.h>

#include "report/asked.h"
#include "report/figure.h"
#include "report/listing.h"
#include "report/origin.h"

static void put_bound(
    jh_buf *buf, const jh_plan *plan, const jh_rule *rule, jh_date on, jh_lang lang) {
  const jh_node *node = jh_asked_bound(plan, rule);
  jh_formula how = {.plan = plan, .lang = lang, .on = on};
  if (node) {
    jh_buf_text(buf, jh_figure_sign(rule->compare, true));
    jh_buf_char(buf, ' ');
    jh_asked_values(buf, &how, &plan->params[node->index], node->stage);
  } else if (rule->shape == JH_SHAPE_AT_MOST_N) {
    jh_buf_text(buf, lang == JH_ZH ? "不达标 ≤ " : "unmet ≤ ");
    jh_asked_values(buf, &how, &plan->params[rule->n_param], JH_NONE);
    jh_buf_print(buf, "/%zu", rule->member_count);
  } else if (rule->shape == JH_SHAPE_AT_LEAST_N) {
    jh_buf_text(buf, "≥ ");
    jh_asked_values(buf, &how, &plan->params[rule->n_param], JH_NONE);
    jh_buf_print(buf, "/%zu", rule->member_count);
    if (rule->floor_param == JH_NONE) return;
    jh_buf_text(buf, lang == JH_ZH ? "，其余 ≥ " : ", the others ≥ ");
    jh_asked_values(buf, &how, &plan->params[rule->floor_param], JH_NONE);
  }
}

static void put_line(
    jh_buf *buf, const jh_plan *plan, const jh_rule *rule, jh_date on, jh_lang lang) {
  jh_buf_text(buf, rule->clause);
  jh_buf_text(buf, "  ");
  jh_buf_text(buf, rule->id);
  jh_buf_text(buf, "  ");
  jh_buf_text(buf, jh_text_in(rule->name, lang));
  if (rule->stage != JH_NONE) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, jh_text_in(plan->stages[rule->stage].name, lang));
  }
  jh_buf_text(buf, "  ");
  put_bound(buf, plan, rule, on, lang);
  jh_buf_char(buf, '\n');
}

void jh_catalogue_rules(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang) {
  uint32_t section = JH_NONE;
  if (!on) on = plan->pack.in_force;
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_CHECK) continue;
    if (rule->section != section && rule->section != JH_NONE) {
      section = rule->section;
      const jh_section *at = &plan->sections[section];
      jh_buf_print(buf, "\n%s  section \"%s\"\n", jh_text_in(at->name, lang), at->id);
    }
    jh_buf_text(buf, "  ");
    put_line(buf, plan, rule, on, lang);
  }
  jh_catalogue_targets(buf, plan, on, lang);
}

static const jh_listing_column columns[] = {
    {.key = "clause", .word = JH_W_CSV_CLAUSE},   {.key = "id", .word = JH_W_COL_ID},
    {.key = "name", .word = JH_W_COL_NAME},       {.key = "level", .word = JH_W_COL_JUDGED},
    {.key = "stage", .word = JH_W_CSV_STAGE},     {.key = "bound", .word = JH_W_CSV_BOUND},
    {.key = "section", .word = JH_W_COL_SECTION}, {.key = "certainty", .word = JH_W_COL_CERTAINTY},
};

void jh_catalogue_csv(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang) {
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_CHECK) continue;
    bool has_stage = rule->stage < plan->stage_count, has_section = rule->section != JH_NONE;
    jh_listing_add(&list, rule->clause);
    jh_listing_add(&list, rule->id);
    jh_listing_add(&list, jh_text_in(rule->name, lang));
    jh_listing_add(&list, jh_text_in(plan->levels[rule->level].name, lang));
    jh_listing_add(&list, has_stage ? jh_text_in(plan->stages[rule->stage].name, lang) : "");
    put_bound(&list.text, plan, rule, on ? on : plan->pack.in_force, lang);
    jh_listing_next(&list);
    jh_listing_add(&list, has_section ? jh_text_in(plan->sections[rule->section].name, lang) : "");
    jh_listing_add(&list, jh_figure_certainty(rule->certainty));
  }
  jh_listing_csv(buf, &list, lang);
  jh_listing_done(&list);
}

static void put_certainty(jh_buf *buf, jh_certainty certainty, jh_lang lang) {
  if (certainty == JH_CONFIRMED) return;
  jh_buf_print(buf, "  %s\n", jh_words_get(jh_figure_certainty_word(certainty), lang));
}

void jh_catalogue_param(jh_buf *buf, const jh_plan *plan, uint32_t param, jh_lang lang) {
  const jh_param *def = &plan->params[param];
  jh_buf_text(buf, def->path);
  jh_buf_char(buf, '\n');
  for (size_t i = 0; i < def->value_count; i++) {
    const jh_param_value *value = &def->values[i];
    char day[11], number[JH_DEC_TEXT];
    jh_buf_text(buf, "  ");
    if (value->stage != JH_NONE)
      jh_buf_print(buf, "%s ", jh_text_in(plan->stages[value->stage].name, lang));
    jh_buf_text(buf, jh_dec_text(number, value->value));
    jh_figure_unit(buf, plan, def->unit_text, lang);
    jh_buf_print(
        buf, lang == JH_ZH ? "  自 %s 起  %s" : "  since %s  %s", jh_date_text(day, value->since),
        value->clause);
    if (value->document != JH_NONE)
      jh_buf_print(buf, " %s", jh_origin_document(plan, value->document));
    if (plan->layer_count > 1) {
      jh_buf_print(buf, "  %s  ", jh_origin_layer(plan, value->layer));
      jh_origin_place(buf, &value->place);
    }
    jh_buf_char(buf, '\n');
  }
  put_certainty(buf, def->certainty, lang);
  jh_buf_print(buf, "  %s:%u\n", def->place.file, def->place.line);
}

static void put_note(jh_buf *buf, jh_text note, jh_lang lang) {
  const char *text = jh_text_in(note, lang);
  if (text[0]) jh_buf_print(buf, "  %s\n", text);
}

void jh_catalogue_rule(jh_buf *buf, const jh_plan *plan, uint32_t rule, jh_lang lang) {
  const jh_rule *def = &plan->rules[rule];
  size_t length = strlen(def->id);
  put_line(buf, plan, def, plan->pack.in_force, lang);
  put_certainty(buf, def->certainty, lang);
  put_note(buf, def->note, lang);
  if (jh_plan_is_computed(plan, rule))
    jh_buf_print(buf, "  %s\n", jh_words_get(JH_W_COMPUTED, lang));
  jh_buf_print(buf, "  %s:%u\n", def->place.file, def->place.line);
  for (uint32_t i = 0; i < plan->param_count; i++) {
    const char *path = plan->params[i].path;
    if (strncmp(path, def->id, length) == 0 && path[length] == '.') {
      jh_catalogue_param(buf, plan, i, lang);
    }
  }
  for (size_t i = 0; i < def->member_count; i++) {
    jh_buf_text(buf, "  - ");
    put_line(buf, plan, &plan->rules[def->members[i]], plan->pack.in_force, lang);
  }
}

void jh_catalogue_json(jh_buf *buf, const jh_plan *plan, jh_date on) {
  bool is_first = true;
  jh_buf_text(buf, "{\"format\":1,\"pack\":");
  jh_buf_json(buf, jh_str_of(plan->pack.id));
  jh_buf_text(buf, ",\"rules\":[");
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_CHECK) continue;
    jh_buf bound;
    jh_buf_init(&bound);
    put_bound(&bound, plan, rule, on ? on : plan->pack.in_force, JH_EN);
    jh_buf_text(buf, is_first ? "\n{\"id\":" : ",\n{\"id\":");
    jh_buf_json(buf, jh_str_of(rule->id));
    jh_figure_json_pair(buf, "zh", jh_text_in(rule->name, JH_ZH));
    jh_figure_json_pair(buf, "en", jh_text_in(rule->name, JH_EN));
    jh_figure_json_pair(buf, "level", plan->levels[rule->level].id);
    jh_figure_json_pair(buf, "clause", rule->clause);
    jh_figure_json_pair(buf, "bound", bound.at ? bound.at : "");
    jh_figure_json_pair(buf, "certainty", jh_figure_certainty(rule->certainty));
    if (jh_plan_is_computed(plan, (uint32_t)i)) jh_buf_text(buf, ",\"computed\":true");
    jh_buf_char(buf, '}');
    jh_buf_done(&bound);
    is_first = false;
  }
  jh_buf_text(buf, "\n]");
  jh_catalogue_targets_json(buf, plan);
  jh_buf_text(buf, "}\n");
}
