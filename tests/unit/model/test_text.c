#include "support/test.h"

#include "model/text.h"

TEST(a_text_in_one_language_serves_both) {
  jh_text only_chinese = {{"小学", NULL}}, both = {{"小学", "primary"}}, none = {{NULL, NULL}};
  assert_string_equal(jh_text_in(only_chinese, JH_EN), "小学");
  assert_string_equal(jh_text_in(both, JH_EN), "primary");
  assert_string_equal(jh_text_in(both, JH_ZH), "小学");
  assert_string_equal(jh_text_in(none, JH_ZH), "");
}

TESTS(RUN(a_text_in_one_language_serves_both))
