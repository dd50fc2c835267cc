/* What a rule asks for, in words. */
#include "support/test.h"

#include "report/asked.h"
#include "report/asked.h"
#include "support/eval_builder.h"

static eval_builder b;
static jh_buf buf;
static uint32_t students;

static int enter(void **state) {
  (void)state;
  eb_open(&b);
  students = eb_number(&b, EB_SCHOOL, "students", 0, -1);
  jh_buf_init(&buf);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  eb_close(&b);
  return 0;
}

TEST(a_rule_is_its_measure_and_its_bound) {
  uint32_t bound = eb_param(&b, "size.at_most", "2000", 20170101);
  uint32_t rule = eb_rule(&b, "size", EB_SCHOOL, students, JH_AT_MOST, bound, JH_NONE, JH_NONE);
  jh_formula how = {.plan = b.plan, .lang = JH_EN, .on = 20180101};
  jh_asked_rule(&buf, &how, &b.plan->rules[rule]);
  assert_string_equal(buf.at, "school.students ≤ 2000");
  assert_int_equal(jh_asked_bound(b.plan, &b.plan->rules[rule])->index, b.plan->nodes[bound].index);
  jh_buf_clear(&buf);
  jh_formula_node(&buf, &how, eb_use(&b, rule));
  assert_string_equal(buf.at, "size");
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(WITH(a_rule_is_its_measure_and_its_bound))
