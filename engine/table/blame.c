/* blame.c - wording refusals; see blame.h. */
#include "table/blame.h"

#include <string.h>

#include "base/buf.h"
#include "base/suggest.h"
#include "table/measure.h"
#include "table/plain.h"

/* "小学, 初级中学, …" */
static void list_choices(jh_buf *out, const jh_column_def *def) {
  for (size_t i = 0; i < def->choice_count; i++) {
    const jh_choice *choice = &def->choices[i];
    if (i > 0) jh_buf_text(out, ", ");
    const char *name = choice->name.in[JH_ZH] ? choice->name.in[JH_ZH] : choice->name.in[JH_EN];
    jh_buf_text(out, name ? name : choice->id);
  }
}

static void suggest_choice(char *out, size_t size, const jh_column_def *def, jh_str text) {
  jh_suggest near = jh_suggest_begin(text);
  for (size_t i = 0; i < def->choice_count; i++) {
    const jh_choice *choice = &def->choices[i];
    jh_suggest_offer(&near, jh_str_of(choice->id));
    jh_suggest_offer(&near, jh_str_of(choice->name.in[JH_ZH]));
    jh_suggest_offer(&near, jh_str_of(choice->name.in[JH_EN]));
    for (size_t k = 0; k < choice->alias_count; k++) {
      jh_suggest_offer(&near, jh_str_of(choice->aliases[k]));
    }
  }
  jh_arg_text(out, size, near.best);
}

static void blame_choice(
    jh_error *out, const jh_column_def *def, const jh_place *at, const char *shown, jh_str text) {
  jh_buf list;
  jh_buf_init(&list);
  list_choices(&list, def);
  char hint[96];
  suggest_choice(hint, sizeof hint, def, text);
  jh_fail(out, JH_ENOT_CHOICE, at, shown, list.at ? list.at : "", hint, NULL);
  jh_buf_done(&list);
}

/* The column's unit in the reader's language. */
static void name_unit(char *out, size_t size, const jh_taker *taker) {
  char zh[64], en[64];
  const char *written = taker->def->unit_text ? taker->def->unit_text : "";
  if (!taker->units || !written[0]) {
    jh_str_copy(out, size, jh_str_of(written));
    return;
  }
  jh_unit_words(taker->units, written, JH_ZH, zh, sizeof zh);
  jh_unit_words(taker->units, written, JH_EN, en, sizeof en);
  (void)jh_arg_both(out, size, zh, en);
}

/* Money in 10,000 yuan. */
static bool is_wan_yuan(const jh_taker *taker) {
  jh_unit unit = taker->def->unit;
  return taker->units && jh_measure_is_money(taker->units, unit) && unit.num == 10000 &&
         unit.den == 1;
}

/* The unit that the bounds have: a figure beyond them may be in another one. */
static void range_unit(char *out, size_t size, const jh_taker *taker) {
  char zh[110], en[110], name[64];
  const char *written = taker->def->unit_text;
  const jh_column_def *def = taker->def;
  out[0] = '\0';
  if (def->has_max && jh_dec_compare(def->max, (jh_dec){1, 0}) == 0 && def->scale > 0) {
    (void)jh_arg_both(
        out, size, "；比例写成小数：15% 写 0.15，不写 15",
        "; a share is written as a decimal: 0.15, not 15");
  } else if (is_wan_yuan(taker)) {
    (void)jh_arg_both(
        out, size, "；本列单位为万元，如填的是元，请除以 10000",
        "; the column is in 10,000 yuan: divide by 10,000 if it was stated in yuan");
  } else if (taker->units && written && written[0] && !jh_unit_is_plain(taker->def->unit)) {
    jh_unit_words(taker->units, written, JH_ZH, name, sizeof name);
    jh_str_copy(zh, sizeof zh, jh_str_of("；本列单位为"));
    jh_str_copy(zh + strlen(zh), sizeof zh - strlen(zh), jh_str_of(name));
    jh_unit_words(taker->units, written, JH_EN, name, sizeof name);
    jh_str_copy(en, sizeof en, jh_str_of("; the column's unit: "));
    jh_str_copy(en + strlen(en), sizeof en - strlen(en), jh_str_of(name));
    (void)jh_arg_both(out, size, zh, en);
  }
}

/* "1481" of "1,481": commas between groups of three digits are left out; else nothing. */
static void blame_comma(jh_error *out, const jh_place *at, const char *shown) {
  char plain[40] = "";
  size_t used = 0, run = 0, commas = 0;
  bool is_grouped = strlen(shown) < sizeof plain;
  for (const char *c = shown; is_grouped && *c && *c != '.'; c++) {
    bool is_digit = *c >= '0' && *c <= '9';
    is_grouped = is_digit || (*c == ',' && (commas ? run == 3 : run > 0 && run <= 3));
    run = is_digit ? run + 1 : 0;
    commas += !is_digit;
    if (is_digit) plain[used++] = *c;
  }
  is_grouped = is_grouped && commas > 0 && run == 3 && !strchr(shown, '.');
  plain[used] = '\0';
  jh_fail(out, JH_ENUMBER_COMMA, at, shown, is_grouped ? plain : "", NULL);
}

static void blame_range(
    jh_error *out, const jh_taker *taker, const jh_place *at, const char *shown) {
  char least[JH_DEC_TEXT] = "-∞", most[JH_DEC_TEXT] = "∞", unit[160];
  const jh_column_def *def = taker->def;
  if (def->has_min) jh_dec_text(least, def->min);
  if (def->has_max) jh_dec_text(most, def->max);
  range_unit(unit, sizeof unit, taker);
  jh_fail(out, JH_EOUT_OF_RANGE, at, shown, least, most, unit, NULL);
}

/* What the cell would be read as, and what would have to allow it. */
static void blame_decoration(
    jh_error *out, const jh_column_def *def, const jh_place *at, const char *shown, jh_str text) {
  jh_plain plain;
  jh_code code = def->type == JH_COLUMN_CODE ? jh_plain_code(&plain, def, text)
                                             : jh_plain_number(&plain, def, text);
  bool is_told = code == JH_EDECORATED;
  jh_fail(
      out, JH_EDECORATED, at, shown, is_told ? plain.text : "", is_told ? plain.field : "", NULL);
}

static void blame_unit(
    jh_error *out, const jh_taker *taker, const jh_place *at, const char *shown) {
  char unit[140];
  name_unit(unit, sizeof unit, taker);
  jh_fail(out, JH_EUNIT_FINE, at, shown, taker->unit ? taker->unit : "", unit, "", NULL);
}

void jh_blame_more(jh_error *out, size_t count) {
  char number[24], zh[80] = "（本列另有 ", en[80] = " (and so in ";
  if (out->code != JH_EUNIT_FINE || count == 0) return;
  jh_arg_int(number, (int64_t)count);
  jh_str_copy(zh + strlen(zh), sizeof zh - strlen(zh), jh_str_of(number));
  jh_str_copy(zh + strlen(zh), sizeof zh - strlen(zh), jh_str_of(" 个单元格同样）"));
  jh_str_copy(en + strlen(en), sizeof en - strlen(en), jh_str_of(number));
  jh_str_copy(en + strlen(en), sizeof en - strlen(en), jh_str_of(" more cells of the column)"));
  (void)jh_arg_both(out->args[3], sizeof out->args[3], zh, en);
}

void jh_blame_cell(
    jh_error *out, const jh_taker *taker, jh_code why, const jh_place *at, jh_str text) {
  const jh_column_def *def = taker->def;
  char shown[120], number[24], unit[140];
  text = jh_str_trim(text);
  jh_arg_text(shown, sizeof shown, text);
  switch ((int)why) {
  case JH_ENOT_CHOICE: blame_choice(out, def, at, shown, text); return;
  case JH_ENUMBER_COMMA: blame_comma(out, at, shown); return;
  case JH_EOUT_OF_RANGE: blame_range(out, taker, at, shown); return;
  case JH_EDECORATED: blame_decoration(out, def, at, shown, text); return;
  case JH_EUNIT_FINE: blame_unit(out, taker, at, shown); return;
  case JH_ESUFFIX_UNIT:
    name_unit(unit, sizeof unit, taker);
    jh_fail(out, why, at, shown, unit, NULL);
    return;
  case JH_ECELL_DATE: jh_fail(out, why, at, shown, def->id, NULL); return;
  case JH_ENUMBER_FINE: jh_fail(out, why, at, shown, jh_arg_int(number, def->scale), NULL); return;
  default: jh_fail(out, why, at, shown, NULL);
  }
}
