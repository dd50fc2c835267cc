/* blame.c - wording refusals; see blame.h. */
#include "table/blame.h"

#include <string.h>

#include "base/buf.h"
#include "base/suggest.h"
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

static void blame_range(
    jh_error *out, const jh_column_def *def, const jh_place *at, const char *shown) {
  char least[JH_DEC_TEXT] = "-∞", most[JH_DEC_TEXT] = "∞";
  if (def->has_min) jh_dec_text(least, def->min);
  if (def->has_max) jh_dec_text(most, def->max);
  jh_fail(out, JH_EOUT_OF_RANGE, at, shown, least, most, NULL);
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
  char ratio[64], number[24], other[24];
  const jh_column_def *def = taker->def;
  jh_str_copy(ratio, sizeof ratio, jh_str_of("× "));
  jh_arg_int(number, taker->by.num);
  jh_arg_int(other, taker->by.den);
  jh_str_copy(ratio + strlen(ratio), sizeof ratio - strlen(ratio), jh_str_of(number));
  jh_str_copy(ratio + strlen(ratio), sizeof ratio - strlen(ratio), jh_str_of("/"));
  jh_str_copy(ratio + strlen(ratio), sizeof ratio - strlen(ratio), jh_str_of(other));
  jh_fail(
      out, JH_EUNIT_FINE, at, shown, ratio, def->unit_text, jh_arg_int(number, def->scale), NULL);
}

void jh_blame_cell(
    jh_error *out, const jh_taker *taker, jh_code why, const jh_place *at, jh_str text) {
  const jh_column_def *def = taker->def;
  char shown[120], number[24];
  text = jh_str_trim(text);
  jh_arg_text(shown, sizeof shown, text);
  switch ((int)why) {
  case JH_ENOT_CHOICE: blame_choice(out, def, at, shown, text); return;
  case JH_EOUT_OF_RANGE: blame_range(out, def, at, shown); return;
  case JH_EDECORATED: blame_decoration(out, def, at, shown, text); return;
  case JH_EUNIT_FINE: blame_unit(out, taker, at, shown); return;
  case JH_ESUFFIX_UNIT: jh_fail(out, why, at, shown, def->unit_text, NULL); return;
  case JH_ECELL_DATE: jh_fail(out, why, at, shown, def->id, NULL); return;
  case JH_ENUMBER_FINE: jh_fail(out, why, at, shown, jh_arg_int(number, def->scale), NULL); return;
  default: jh_fail(out, why, at, shown, NULL);
  }
}
