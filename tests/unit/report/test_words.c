/* test_words.c - words exist in both languages and use the same places. */
#include "support/test.h"

#include "report/words.h"

/* Which of {1} to {4} a text has, as bits. */
static int places(const char *text) {
  int found = 0;
  for (const char *at = text; *at; at++) {
    if (at[0] == '{' && at[1] >= '1' && at[1] <= '4' && at[2] == '}') found |= 1 << (at[1] - '1');
  }
  return found;
}

TEST(both_languages_use_the_same_places) {
  for (int i = 0; i < JH_WORDS; i++) {
    const char *zh = jh_words_get((jh_word)i, JH_ZH);
    const char *en = jh_words_get((jh_word)i, JH_EN);
    assert_true(zh[0] != '\0' && en[0] != '\0');
    if (places(zh) != places(en)) fail_msg("%s / %s", en, zh);
  }
}

TEST(places_are_filled_in_the_order_of_the_language) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_words_fill(&buf, JH_EN, JH_W_COUNT_NOT_MET, "1", "24", "schools", NULL);
  assert_slice(jh_buf_str(&buf), "1 of 24 schools not met");
  jh_buf_clear(&buf);
  jh_words_fill(&buf, JH_ZH, JH_W_COUNT_NOT_MET, "1", "24", "学校", NULL);
  assert_slice(jh_buf_str(&buf), "24 个学校中 1 个不达标");
  jh_buf_done(&buf);
}

TEST(a_place_without_an_argument_stays_empty) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_words_fill(&buf, JH_EN, JH_W_BETWEEN, "1", NULL);
  assert_slice(jh_buf_str(&buf), "1 to ");
  jh_buf_done(&buf);
}

TESTS(
    RUN(both_languages_use_the_same_places), RUN(places_are_filled_in_the_order_of_the_language),
    RUN(a_place_without_an_argument_stays_empty))
