/* test_code.c - the table of codes holds what it promises. */
#include "support/test.h"

#include "base/code.h"
#include "base/str.h"

/* A bit for each of {1} to {4} that stands in the text; fails on any other place. */
static unsigned places_of(const char *text) {
  unsigned places = 0;
  for (const char *at = text; (at = strchr(at, '{')) != NULL; at++) {
    if (at[1] == ' ') continue;        /* a brace of Lua that the text shows */
    size_t end = at[2] == '?' ? 3 : 2; /* {2?} is a hint that may be left out */
    if (at[1] < '1' || at[1] > '4' || at[end] != '}') {
      fail_msg("a place that is not {1} to {4}: %s", text);
    }
    places |= 1u << (at[1] - '1');
  }
  return places;
}

TEST(both_languages_use_the_same_places_without_a_gap) {
  for (jh_code code = jh_code_next(JH_OK); code != JH_OK; code = jh_code_next(code)) {
    unsigned en = places_of(jh_code_template(code, JH_EN));
    unsigned zh = places_of(jh_code_template(code, JH_ZH));
    if (en != zh || (en & (en + 1)) != 0) {
      fail_msg("places of JH-%d %s", (int)code, jh_code_name(code));
    }
  }
}

TEST(no_text_is_empty_or_ends_in_a_full_stop) {
  for (jh_code code = jh_code_next(JH_OK); code != JH_OK; code = jh_code_next(code)) {
    assert_true(jh_code_name(code)[0] != '\0');
    for (int lang = 0; lang < JH_LANGS; lang++) {
      jh_str text = jh_str_of(jh_code_template(code, (jh_lang)lang));
      if (text.size == 0 || jh_str_ends(text, ".") || jh_str_ends(text, "。") ||
          strchr(text.at, '\n')) {
        fail_msg("text of JH-%d %s: %s", (int)code, jh_code_name(code), text.at);
      }
    }
  }
}

TEST(numbers_rise_and_so_are_unique) {
  int before = 100;
  size_t count = 0;
  for (jh_code code = jh_code_next(JH_OK); code != JH_OK; code = jh_code_next(code)) {
    assert_true((int)code > before);
    assert_true((int)code < 1000);
    before = (int)code;
    count++;
  }
  assert_true(count > 50);
}

TEST(names_are_unique) {
  for (jh_code a = jh_code_next(JH_OK); a != JH_OK; a = jh_code_next(a)) {
    for (jh_code b = jh_code_next(a); b != JH_OK; b = jh_code_next(b)) {
      assert_string_not_equal(jh_code_name(a), jh_code_name(b));
    }
  }
}

TEST(an_unknown_code_has_no_text) {
  assert_string_equal(jh_code_template((jh_code)99, JH_EN), "");
  assert_string_equal(jh_code_template(JH_OK, JH_ZH), "");
  assert_string_equal(jh_code_name((jh_code)99), "");
  assert_string_equal(jh_code_name(JH_OK), "OK");
  assert_string_equal(jh_code_name(JH_ENOT_NUMBER), "NOT_NUMBER");
  assert_int_equal(jh_code_next((jh_code)99), JH_OK);
}

TESTS(
    RUN(both_languages_use_the_same_places_without_a_gap),
    RUN(no_text_is_empty_or_ends_in_a_full_stop), RUN(numbers_rise_and_so_are_unique),
    RUN(names_are_unique), RUN(an_unknown_code_has_no_text))
