/* figure.c - how single things are written; one place, so that formats cannot differ. */
#include "report/figure.h"

#include <string.h>

#include "base/utf8.h"
#include "report/origin.h"

bool jh_figure_is_empty(const jh_figure *figure) {
  return !figure->is_known && !figure->low[0] && !figure->high[0];
}

void jh_figure_words(jh_buf *buf, const jh_figure *figure, jh_lang lang) {
  if (figure->is_known) {
    jh_buf_text(buf, figure->text);
  } else if (figure->low[0] && figure->high[0]) {
    jh_words_fill(buf, lang, JH_W_BETWEEN, figure->low, figure->high, NULL);
  } else if (figure->low[0]) {
    jh_words_fill(buf, lang, JH_W_AT_LEAST, figure->low, NULL);
  } else if (figure->high[0]) {
    jh_words_fill(buf, lang, JH_W_AT_MOST, figure->high, NULL);
  } else {
    jh_buf_text(buf, jh_words_get(JH_W_NOT_KNOWN, lang));
  }
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* JSON's own form of a decimal: -?digits[.digits], no leading zero. */
static bool is_json_number(const char *at) {
  if (*at == '-') at++;
  if (!is_digit(*at) || (at[0] == '0' && is_digit(at[1]))) return false;
  while (is_digit(*at)) at++;
  if (*at == '.') {
    at++;
    if (!is_digit(*at)) return false;
    while (is_digit(*at)) at++;
  }
  return *at == '\0';
}

static void json_number(jh_buf *buf, const char *text) {
  if (is_json_number(text)) {
    jh_buf_text(buf, text);
  } else {
    jh_buf_json(buf, jh_str_of(text));
  }
}

void jh_figure_json(jh_buf *buf, const jh_figure *figure) {
  if (figure->is_known) {
    json_number(buf, figure->text);
    return;
  }
  if (jh_figure_is_empty(figure)) {
    jh_buf_text(buf, "null");
    return;
  }
  jh_buf_char(buf, '{');
  if (figure->low[0]) {
    jh_buf_text(buf, "\"at_least\":");
    json_number(buf, figure->low);
  }
  if (figure->high[0]) {
    jh_buf_text(buf, figure->low[0] ? ",\"at_most\":" : "\"at_most\":");
    json_number(buf, figure->high);
  }
  jh_buf_char(buf, '}');
}

void jh_figure_csv(jh_buf *buf, const jh_figure *figure) {
  if (figure->is_known) {
    jh_buf_csv(buf, jh_str_of(figure->text));
  } else if (!jh_figure_is_empty(figure)) {
    char range[2 * JH_FIGURE_TEXT + 2];
    size_t low = strlen(figure->low);
    memcpy(range, figure->low, low);
    memcpy(range + low, "..", 2);
    memcpy(range + low + 2, figure->high, strlen(figure->high) + 1);
    jh_buf_csv(buf, jh_str_of(range));
  }
}

const char *jh_figure_sign(jh_compare compare, bool is_met) {
  static const char *const signs[][2] = {
      [JH_AT_LEAST] = {"<", "≥"}, [JH_AT_MOST] = {">", "≤"}, [JH_ABOVE] = {"≤", ">"},
      [JH_BELOW] = {"≥", "<"},    [JH_EQUALS] = {"≠", "="},
  };
  return signs[compare][is_met];
}

void jh_figure_unit(jh_buf *buf, const jh_plan *plan, const char *unit_text, jh_lang lang) {
  if (!unit_text || !unit_text[0] || strcmp(unit_text, "1") == 0) return;
  char words[160];
  jh_unit_words(&plan->units, unit_text, lang, words, sizeof words);
  if (!words[0]) return;
  if (words[0] != '%' || lang == JH_EN) jh_buf_char(buf, ' ');
  jh_buf_text(buf, words);
}

void jh_figure_entity(jh_buf *buf, const jh_plan *plan, const jh_entity *entity, jh_lang lang) {
  jh_buf_add(buf, entity->name.size ? entity->name : entity->code);
  if (entity->stage == JH_NONE || entity->stage >= plan->stage_count) return;
  const char *stage = jh_text_in(plan->stages[entity->stage].name, lang);
  jh_words_fill(buf, lang, JH_W_BRACKETS, stage, NULL);
}

const char *jh_figure_level(const jh_plan *plan, uint32_t level, jh_lang lang) {
  const jh_level *at = &plan->levels[level];
  /* The stage level has no table, so no name in the plural. */
  if (lang == JH_EN && at->many && at->table == JH_NONE) return at->many;
  const char *name = jh_text_in(at->name, lang);
  return name[0] ? name : at->id;
}

const char *jh_figure_rule(const jh_rule *rule, jh_lang lang) {
  const char *name = jh_text_in(rule->name, lang);
  return name[0] ? name : rule->id;
}

void jh_figure_rule_full(jh_buf *buf, const jh_plan *plan, const jh_rule *rule, jh_lang lang) {
  if (rule->kind == JH_RULE_SPREAD) {
    jh_buf_text(buf, jh_words_get(JH_W_SPREAD, lang));
    if (rule->stage < plan->stage_count) {
      const char *stage = jh_text_in(plan->stages[rule->stage].name, lang);
      jh_words_fill(buf, lang, JH_W_BRACKETS, stage, NULL);
    }
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  }
  if (rule->kind == JH_RULE_SCORE && rule->is_starred) jh_buf_text(buf, "★ ");
  jh_buf_text(buf, jh_figure_rule(rule, lang));
}

void jh_figure_json_text(jh_buf *buf, jh_text text) {
  jh_buf_text(buf, "{\"zh\":");
  jh_buf_json(buf, jh_str_of(jh_text_in(text, JH_ZH)));
  jh_buf_text(buf, ",\"en\":");
  jh_buf_json(buf, jh_str_of(jh_text_in(text, JH_EN)));
  jh_buf_char(buf, '}');
}

void jh_figure_json_pair(jh_buf *buf, const char *key, const char *text) {
  if (!text) return;
  jh_buf_char(buf, ',');
  jh_buf_json(buf, jh_str_of(key));
  jh_buf_char(buf, ':');
  jh_buf_json(buf, jh_str_of(text));
}

const char *jh_figure_clause(const jh_rule *rule, const jh_param_value *source) {
  if (source && source->clause) return source->clause;
  return rule->clause ? rule->clause : "";
}

const char *jh_figure_document(
    const jh_plan *plan, const jh_rule *rule, const jh_param_value *source) {
  uint32_t document = source ? source->document : rule->document;
  return jh_origin_document(plan, document);
}

jh_date jh_figure_since(const jh_plan *plan, const jh_rule *rule, const jh_param_value *source) {
  if (source && source->since) return source->since;
  return rule->in_force ? rule->in_force : plan->pack.in_force;
}

void jh_figure_pad(jh_buf *buf, size_t used, size_t width) {
  if (used < width) jh_buf_spaces(buf, width - used);
}

/* In a column of its own, so that what follows stands aligned. */
void jh_figure_label(jh_buf *buf, jh_word word, jh_lang lang) {
  const char *text = jh_words_get(word, lang);
  jh_buf_text(buf, text);
  jh_figure_pad(buf, jh_utf8_width(jh_str_of(text)), lang == JH_EN ? 9 : 8);
  jh_buf_spaces(buf, 1);
}

jh_word jh_figure_certainty_word(jh_certainty certainty) {
  static const jh_word words[] = {
      [JH_CONFIRMED] = JH_W_CERTAINTY_0,
      [JH_SINGLE] = JH_W_CERTAINTY_1,
      [JH_PROVINCIAL] = JH_W_CERTAINTY_2,
      [JH_INFERRED] = JH_W_CERTAINTY_3,
      [JH_UNVERIFIED] = JH_W_CERTAINTY_4};
  return words[certainty];
}

const char *jh_figure_certainty(jh_certainty certainty) {
  static const char *const ids[] = {
      [JH_CONFIRMED] = "confirmed", [JH_SINGLE] = "single_source",  [JH_PROVINCIAL] = "provincial",
      [JH_INFERRED] = "inferred",   [JH_UNVERIFIED] = "unverified",
  };
  return ids[certainty];
}
