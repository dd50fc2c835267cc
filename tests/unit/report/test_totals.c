/* test_totals.c - counts by prefecture and province follow the codes. */
#include "fake.h"

#include "support/test.h"

#include "report/totals.h"

static fake f;
static jh_totals totals;

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_totals_done(&totals);
  fake_close(&f);
  return 0;
}

static void count_all(void) {
  jh_totals_init(&totals, &f.results);
  for (uint32_t i = 0; i < f.results.county_count; i++) {
    jh_entity county = f.results.county(&f, i);
    jh_verdict verdict = f.verdicts[FAKE_VERDICT][i];
    assert_int_equal(jh_totals_add(&totals, &f.results, i, &county, verdict, NULL), JH_OK);
  }
  assert_int_equal(jh_totals_end(&totals, NULL), JH_OK);
}

static void prefectures_stand_before_their_province_and_all_is_last(void **state) {
  static const char *const codes[] = {"3701", "3702", "3713", "37", "4101", "41", ""};
  static const size_t counties[] = {2, 1, 1, 4, 1, 1, 5};
  (void)state;
  count_all();
  assert_int_equal(totals.count, COUNT(codes));
  for (size_t i = 0; i < totals.count; i++) {
    assert_slice(totals.items[i].code, codes[i]);
    assert_int_equal(totals.items[i].counties, counties[i]);
  }
  assert_int_equal(totals.items[3].tally.of[JH_UNMET], 2);
  assert_int_equal(totals.items[6].tally.of[JH_NOT_APPLICABLE], 1);
}

static jh_entity other_code(void *payload, uint32_t index) {
  (void)payload;
  return (jh_entity){.row = index, .code = jh_str_of(index ? "370102" : "A-1"), .stage = JH_NONE};
}

static void codes_of_another_form_have_no_groups(void **state) {
  (void)state;
  f.results.county = other_code;
  count_all();
  assert_int_equal(totals.count, 1);
  assert_int_equal(totals.items[0].level, JH_TOTAL_ALL);
  assert_int_equal(totals.items[0].counties, 5);
}

static void no_county_still_gives_a_total(void **state) {
  (void)state;
  f.results.county_count = 0;
  count_all();
  assert_int_equal(totals.count, 1);
  assert_int_equal(totals.items[0].counties, 0);
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(prefectures_stand_before_their_province_and_all_is_last),
    WITH_FAKE(codes_of_another_form_have_no_groups), WITH_FAKE(no_county_still_gives_a_total))
