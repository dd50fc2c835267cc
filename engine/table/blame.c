/* blame.c - wording refusals; see blame.h. */
#include "table/blame.h"

#include "base/buf.h"
#include "base/suggest.h"

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

void jh_blame_cell(
    jh_error *out, const jh_taker *taker, jh_code why, const jh_place *at, jh_str text) {
  const jh_column_def *def = taker->def;
  char shown[120], number[24];
  text = jh_str_trim(text);
  jh_arg_text(shown, sizeof shown, text);
  if (why == JH_ENOT_CHOICE) {
    blame_choice(out, def, at, shown, text);
  } else if (why == JH_EOUT_OF_RANGE) {
    blame_range(out, def, at, shown);
  } else if (why == JH_ENUMBER_FINE) {
    jh_fail(out, why, at, shown, jh_arg_int(number, def->scale), NULL);
  } else {
    jh_fail(out, why, at, shown, NULL);
  }
}
