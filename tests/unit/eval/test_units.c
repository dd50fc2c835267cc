/* Stage units made from schools. */
#include "support/eval_builder.h"
#include "support/test.h"

TEST(a_school_has_a_unit_for_each_stage_that_it_may_have) {
  eval_builder b;
  eb_open(&b);
  uint32_t kind = eb_choice(&b, EB_SCHOOL, "school_type");
  b.plan->stages[EB_PRIMARY].when = eb_is(&b, kind, 1 | 4); /* primary, nine-year */
  b.plan->stages[EB_JUNIOR].when = eb_is(&b, kind, 2 | 4);
  uint32_t zero[5] = {0};
  eb_data(&b, &(eb_shape){.counties = 1, .schools = 5, .county_of = zero});
  for (size_t i = 0; i < 4; i++)
    eb_set(&b, kind, i, (int64_t)i); /* primary, junior, nine-year, another; the last is blank */
  assert_int_equal(jh_units_make(b.plan, b.data, &b.err), JH_OK);
  const jh_rows *rows = &b.data->levels[EB_STAGE];
  static const uint32_t parents[] = {0, 1, 2, 2, 4, 4};
  static const uint8_t stages[] = {0, 1, 0, 1, 0, 1};
  assert_int_equal(rows->count, 6);
  assert_memory_equal(rows->parent, parents, sizeof parents);
  assert_memory_equal(rows->stages, stages, sizeof stages);
  uint32_t from, to;
  jh_dataset_range(b.data, EB_STAGE, EB_COUNTY, 0, &from, &to);
  assert_int_equal(to - from, 6);
  assert_int_equal(jh_units_make(b.plan, b.data, &b.err), JH_OK); /* again: nothing */
  assert_int_equal(b.data->levels[EB_STAGE].count, 6);
  eb_close(&b);
}

TESTS(RUN(a_school_has_a_unit_for_each_stage_that_it_may_have))
