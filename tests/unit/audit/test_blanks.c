/* For how few cells counties wait: the cheapest first, and which column alone would settle them. */
#include "audit/blanks.h"

#include "sample.h"

static jh_plan *plan;
static jh_dataset *data;
static jh_run *run;
static jh_arena *arena;
static jh_error err;

static int set_up(void **unused) {
  (void)unused;
  plan = sample_plan();
  data = sample_load(plan);
  arena = jh_arena_open();
  return 0;
}

static int tear_down(void **unused) {
  (void)unused;
  jh_arena_close(arena);
  jh_run_close(run);
  jh_dataset_close(data);
  jh_plan_close(plan);
  return 0;
}

/* Blanks a figure of the first `count` schools of a county. */
static void blank(const char *county, const char *id, uint32_t count) {
  uint32_t schools = jh_plan_table(plan, jh_str_of("schools")), from, to;
  uint32_t level = plan->tables[schools].level, top = plan->levels[level].parent;
  uint32_t column = jh_plan_column(plan, schools, jh_str_of(id));
  jh_dataset_range(data, level, top, jh_dataset_find(data, top, jh_str_of(county)), &from, &to);
  assert_true(from + count <= to);
  for (uint32_t row = from; row < from + count; row++)
    data->levels[level].columns[column]->known[row / 64] &= ~(UINT64_C(1) << (row % 64));
}

TEST(the_cheapest_county_stands_first_and_the_column_that_settles_most) {
  jh_blanks one, many;
  blank("990101", "sports_ground_area_m2", 3);
  blank("990104", "sports_ground_area_m2", 2);
  run = sample_run(plan, data);
  sample_must(jh_blanks_find(&one, run, 1, arena, &err), &err);
  sample_must(jh_blanks_find(&many, run, 4, arena, &err), &err);
  assert_int_equal(one.undetermined, 3); /* 990201 waits for one cell as it stands */
  assert_int_equal(one.county_count, 3);
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(one.counties[i].cell_count, i + 1);
    assert_int_equal(one.counties[i].row, many.counties[i].row);
  }
  assert_int_equal(one.column_count, 1);
  assert_int_equal(one.columns[0].county_count, 3);
  assert_int_equal(one.columns[0].cell_count, 6);
  assert_int_equal(one.columns[0].alone_count, 3);
  assert_int_equal(one.columns[0].alone_cells, 6);
  assert_int_equal(one.columns[0].fewest, 1);
  assert_string_equal(one.counties[0].cells[0].column->id, "sports_ground_area_m2");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN(the_cheapest_county_stands_first_and_the_column_that_settles_most)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
