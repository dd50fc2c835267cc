#include "report/catalogue.h"

#include <string.h>

#include "base/dec.h"
#include "report/listing.h"
#include "report/figure.h"
#include "report/origin.h"
#include "report/rule_show.h"

static void put_value(
    jh_buf *buf, const jh_plan *plan, const jh_param *param, const jh_param_value *value,
    jh_lang lang) {
  char number[JH_DEC_TEXT], unit[128];
  if (value->stage != JH_NONE) {
    jh_buf_text(buf, jh_text_in(plan->stages[value->stage].name, lang));
    jh_buf_char(buf, ' ');
  }
  jh_buf_text(buf, jh_dec_text(number, value->value));
  if (!param->unit_text[0]) return;
  jh_unit_words(&plan->units, param->unit_text, lang, unit, sizeof unit);
  jh_buf_char(buf, ' ');
  jh_buf_text(buf, unit);
}

/* The values in force on a day, one for each stage. */
static void put_values_on(
    jh_buf *buf, const jh_plan *plan, const jh_param *param, uint32_t stage, jh_date on,
    jh_lang lang) {
  bool is_first = true;
  size_t stages = param->is_by_stage && stage == JH_NONE ? plan->stage_count : 1;
  for (uint32_t i = 0; i < stages; i++) {
    const jh_param_value *value = jh_param_on(param, stage == JH_NONE ? i : stage, on);
    if (!value) continue;
    if (!is_first) jh_buf_text(buf, lang == JH_ZH ? "，" : ", ");
    put_value(buf, plan, param, value, lang);
    is_first = false;
  }
}

/* The parameter that a rule is held against, or NULL. */
static const jh_node *bound_param(const jh_plan *plan, const jh_rule *rule) {
  if (rule->bound == JH_NONE) return NULL;
  const jh_node *node = &plan->nodes[rule->bound];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  return node->op == JH_OP_PARAM ? node : NULL;
}

static void put_bound(
    jh_buf *buf, const jh_plan *plan, const jh_rule *rule, jh_date on, jh_lang lang) {
  const jh_node *node = bound_param(plan, rule);
  if (node) {
    jh_buf_text(buf, jh_origin_sign(rule->compare));
    jh_buf_char(buf, ' ');
    put_values_on(buf, plan, &plan->params[node->index], node->stage, on, lang);
  } else if (rule->shape == JH_SHAPE_AT_MOST_N) {
    jh_buf_text(buf, lang == JH_ZH ? "不达标 ≤ " : "unmet ≤ ");
    put_values_on(buf, plan, &plan->params[rule->n_param], JH_NONE, on, lang);
    jh_buf_print(buf, "/%zu", rule->member_count);
  } else if (rule->shape == JH_SHAPE_AT_LEAST_N) {
    jh_buf_text(buf, "≥ ");
    put_values_on(buf, plan, &plan->params[rule->n_param], JH_NONE, on, lang);
    jh_buf_print(buf, "/%zu", rule->member_count);
    if (rule->floor_param == JH_NONE) return;
    jh_buf_text(buf, lang == JH_ZH ? "，其余 ≥ " : ", the others ≥ ");
    put_values_on(buf, plan, &plan->params[rule->floor_param], JH_NONE, on, lang);
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
      jh_buf_print(buf, "\n%s\n", jh_text_in(plan->sections[section].name, lang));
    }
    jh_buf_text(buf, "  ");
    put_line(buf, plan, rule, on, lang);
  }
  jh_catalogue_targets(buf, plan, on, lang);
}

static const jh_listing_column columns[] = {
    {"clause", {"条款", "clause"}},   {"id", {"编号", "id"}},
    {"name", {"名称", "name"}},       {"level", {"对象", "level"}},
    {"stage", {"学段", "stage"}},     {"bound", {"标准值", "bound"}},
    {"section", {"部分", "section"}}, {"certainty", {"可靠程度", "certainty"}},
};

void jh_catalogue_csv(jh_buf *buf, jh_arena *arena, const jh_plan *plan, jh_date on, jh_lang lang) {
  jh_listing grid;
  jh_buf bound;
  jh_buf_init(&bound);
  jh_listing_init(&grid, arena, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_CHECK) continue;
    bool has_stage = rule->stage < plan->stage_count, has_section = rule->section != JH_NONE;
    jh_listing_add(&grid, rule->clause);
    jh_listing_add(&grid, rule->id);
    jh_listing_add(&grid, jh_text_in(rule->name, lang));
    jh_listing_add(&grid, jh_text_in(plan->levels[rule->level].name, lang));
    jh_listing_add(&grid, has_stage ? jh_text_in(plan->stages[rule->stage].name, lang) : "");
    put_bound(&bound, plan, rule, on ? on : plan->pack.in_force, lang);
    jh_listing_take(&grid, &bound);
    jh_listing_add(&grid, has_section ? jh_text_in(plan->sections[rule->section].name, lang) : "");
    jh_listing_add(&grid, jh_figure_certainty(rule->certainty));
  }
  jh_listing_csv(buf, &grid, lang);
  jh_buf_done(&bound);
}

static void put_certainty(jh_buf *buf, jh_certainty certainty, jh_lang lang) {
  const char *words = jh_rule_show_certainty(certainty, lang);
  if (words[0]) jh_buf_print(buf, "  %s\n", words);
}

void jh_catalogue_param(jh_buf *buf, const jh_plan *plan, uint32_t param, jh_lang lang) {
  const jh_param *def = &plan->params[param];
  jh_buf_text(buf, def->path);
  jh_buf_char(buf, '\n');
  for (size_t i = 0; i < def->value_count; i++) {
    const jh_param_value *value = &def->values[i];
    char day[11];
    jh_buf_text(buf, "  ");
    put_value(buf, plan, def, value, lang);
    jh_buf_print(
        buf, lang == JH_ZH ? "  自 %s 起  %s" : "  since %s  %s", jh_date_text(day, value->since),
        value->clause);
    if (value->document != JH_NONE) {
      jh_buf_char(buf, ' ');
      jh_buf_text(buf, plan->documents[value->document].number);
    }
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

static void json_pair(jh_buf *buf, const char *key, const char *value) {
  jh_buf_print(buf, ",\"%s\":", key);
  jh_buf_json(buf, jh_str_of(value));
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
    json_pair(buf, "zh", jh_text_in(rule->name, JH_ZH));
    json_pair(buf, "en", jh_text_in(rule->name, JH_EN));
    json_pair(buf, "level", plan->levels[rule->level].id);
    json_pair(buf, "clause", rule->clause);
    json_pair(buf, "bound", bound.at ? bound.at : "");
    json_pair(buf, "certainty", jh_figure_certainty(rule->certainty));
    if (jh_plan_is_computed(plan, (uint32_t)i)) jh_buf_text(buf, ",\"computed\":true");
    jh_buf_char(buf, '}');
    jh_buf_done(&bound);
    is_first = false;
  }
  jh_buf_text(buf, "\n]");
  jh_catalogue_targets_json(buf, plan);
  jh_buf_text(buf, "}\n");
}
