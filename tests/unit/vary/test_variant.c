/* test_variant.c - a plan with other values shares the rest. */
#include "support/test.h"

#include "vary/variant.h"

enum { PRIMARY, JUNIOR };

typedef struct fixture {
  jh_param_value values[4];
  jh_param params[2];
  jh_plan plan;
  jh_arena *arena;
} fixture;

static jh_param_value value_of(jh_date since, uint32_t stage, int64_t mantissa) {
  return (jh_param_value){.since = since, .stage = stage, .value = {mantissa, 0}, .clause = "c"};
}

/* One parameter by stage, with a second period for primary; one without stages. */
static void begin(fixture *f) {
  *f = (fixture){
      .values =
          {value_of(20170101, PRIMARY, 4), value_of(20170101, JUNIOR, 5),
           value_of(20200101, PRIMARY, 6), value_of(20170101, JH_NONE, 9)},
      .arena = jh_arena_open()};
  assert_non_null(f->arena);
  f->params[0] =
      (jh_param){.path = "a", .is_by_stage = true, .values = f->values, .value_count = 3};
  f->params[1] = (jh_param){.path = "b", .values = f->values + 3, .value_count = 1};
  f->plan = (jh_plan){.params = f->params, .param_count = 2};
}

static int64_t at(const jh_plan *plan, uint32_t param, uint32_t stage, jh_date on) {
  const jh_param_value *value = jh_param_on(&plan->params[param], stage, on);
  return value ? value->value.mantissa : -1;
}

static jh_code make(
    fixture *f, const jh_plan **out, uint32_t param, uint32_t stage, int64_t mantissa, jh_date on) {
  jh_variant_value value = {param, stage, {mantissa, 0}};
  return jh_variant_make(out, &f->plan, &value, 1, on, f->arena, NULL);
}

TEST(one_stage_gets_the_value_on_every_day_and_the_other_keeps_that_of_the_day) {
  fixture f;
  const jh_plan *plan;
  begin(&f);
  assert_int_equal(make(&f, &plan, 0, PRIMARY, 8, 20210101), JH_OK);
  assert_int_equal(at(plan, 0, PRIMARY, 20170101), 8);
  assert_int_equal(at(plan, 0, PRIMARY, 20990101), 8);
  assert_int_equal(at(plan, 0, JUNIOR, 20990101), 5);
  assert_int_equal(at(plan, 1, JH_NONE, 20990101), 9);
  assert_int_equal(at(&f.plan, 0, PRIMARY, 20210101), 6);
  assert_ptr_equal(plan->params[1].values, f.params[1].values);
  jh_arena_close(f.arena);
}

TEST(without_a_stage_all_get_it) {
  fixture f;
  const jh_plan *plan;
  begin(&f);
  assert_int_equal(make(&f, &plan, 0, JH_NONE, 7, 20210101), JH_OK);
  assert_int_equal(at(plan, 0, PRIMARY, 20210101), 7);
  assert_int_equal(at(plan, 0, JUNIOR, 20210101), 7);
  jh_arena_close(f.arena);
}

TEST(a_parameter_without_a_value_on_the_day_is_refused) {
  fixture f;
  const jh_plan *plan;
  begin(&f);
  assert_int_equal(make(&f, &plan, 1, JH_NONE, 7, 20160101), JH_EINTERNAL);
  jh_arena_close(f.arena);
}

TESTS(
    RUN(one_stage_gets_the_value_on_every_day_and_the_other_keeps_that_of_the_day),
    RUN(without_a_stage_all_get_it), RUN(a_parameter_without_a_value_on_the_day_is_refused))
