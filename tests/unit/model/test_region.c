#include "support/test.h"

#include "model/region.h"

TEST(zeros_that_only_fill_up_a_code_are_taken_off) {
  assert_slice(jh_region_of(jh_str_of("530000")), "53");
  assert_slice(jh_region_of(jh_str_of("533300")), "5333");
  assert_slice(jh_region_of(jh_str_of("530000000000")), "53");
  assert_slice(jh_region_of(jh_str_of(" 5333 ")), "5333");
}

TEST(a_zero_that_belongs_to_the_code_stays) {
  assert_slice(jh_region_of(jh_str_of("653000")), "6530");
  assert_slice(jh_region_of(jh_str_of("110100")), "1101");
  assert_slice(jh_region_of(jh_str_of("10")), "10");
}

TEST(a_region_takes_in_what_begins_like_it) {
  assert_true(jh_region_covers("530000", jh_str_of("533324")));
  assert_true(jh_region_covers("530000", jh_str_of("533324000000")));
  assert_false(jh_region_covers("533300", jh_str_of("530102")));
  assert_false(jh_region_covers("533300", jh_str_of("53")));
}

TEST(no_region_takes_in_everything) {
  assert_true(jh_region_covers(NULL, jh_str_of("533324")));
  assert_true(jh_region_covers("", jh_str_of("")));
}

TESTS(
    RUN(zeros_that_only_fill_up_a_code_are_taken_off), RUN(a_zero_that_belongs_to_the_code_stays),
    RUN(a_region_takes_in_what_begins_like_it), RUN(no_region_takes_in_everything))
