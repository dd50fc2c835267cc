/* Memory runs out at each place where plans are made ready, and where rationals judge: it is told, or judged without
 * what there was no memory for; nothing is lost. The linker puts what stands below in the place of malloc's family
 * and of the arena's door. */
#include "support/test.h"

#include "support/scarce.h"

#include "eval/program.h"
#include "support/eval_builder.h"

void *__real_jh_arena_get(jh_arena *arena, size_t size);
void *__wrap_jh_arena_get(jh_arena *arena, size_t size);

void *__wrap_jh_arena_get(jh_arena *arena, size_t size) {
  return refused() ? NULL : __real_jh_arena_get(arena, size);
}

static eval_builder b;
static uint32_t condition, low, rule;

/* A rule of units with a parameter by stage, a mean of spreads, comparisons that the day settles. */
static int set_up(void **state) {
  static jh_param_value values[2];
  uint32_t own;
  (void)state;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), w = eb_number(&b, EB_STAGE, "w", 0, -1);
  values[0] = (jh_param_value){.since = 20170101, .stage = EB_PRIMARY, .value = {4, 0}};
  values[1] = (jh_param_value){.since = 20170101, .stage = EB_JUNIOR, .value = {5, 0}};
  b.plan->params[b.plan->param_count] = (jh_param){
      .path = "p", .unit = jh_unit_none(), .is_by_stage = true, .values = values, .value_count = 2};
  assert_int_equal(jh_build_param(&b.build, (uint32_t)b.plan->param_count++, JH_NONE, &own), JH_OK);
  low = eb_pair(&b, JH_OP_GE, eb_param(&b, "q", "3", 20200101), eb_const(&b, "2"));
  uint32_t holds = eb_pair(&b, JH_OP_GE, eb_pair(&b, JH_OP_DIV, x, w), own);
  rule = eb_rule(&b, "r", EB_STAGE, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  uint32_t spread = eb_spread(&b, EB_STAGE, x, w, JH_NONE, JH_NONE);
  uint32_t mean = eb_composite(&b, eb_const(&b, "0.9"), &spread, 1);
  uint32_t all = eb_over(&b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_use(&b, rule), JH_NONE);
  condition = eb_all(&b, JH_OP_AND, (uint32_t[]){all, mean}, 2);
  eb_units(&b, 3);
  for (size_t i = 0; i < 3; i++) eb_set(&b, x, i, 10 + (int64_t)i), eb_set(&b, w, i, 2);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  eb_close(&b);
  return 0;
}

/* Runs the task with the first, the second, … allocation failing until none is left to fail. */
static void fail_each(void (*task)(void)) {
  for (long n = 0;; n++) {
    long before = alive;
    failed = false;
    left = n;
    task();
    bool was_last = !failed;
    left = -1;
    assert_int_equal(alive, before);
    if (!was_last) continue;
    assert_true(n > 0);
    return;
  }
}

static void assert_told(jh_code code) { assert_int_equal(code, failed ? JH_ENOMEM : JH_OK); }

static void settle(void) {
  jh_known known;
  jh_code code = jh_known_open(&known, b.plan, 20240901, NULL);
  assert_told(code);
  if (code) return;
  assert_int_equal(jh_known_tri(&known, low), JH_TRUE);
  bool first[64] = {false}, second[64] = {false}, third[64] = {false}, fourth[64] = {false};
  bool *needed[EB_LEVELS] = {first, second, third, fourth};
  code = jh_known_mark_columns(&known, &condition, 1, needed, NULL);
  assert_told(code);
  if (!code) assert_true(third[0] && third[1]);
  jh_known_done(&known);
}

TEST(what_the_day_settles) { fail_each(settle); }

static void force(void) {
  jh_force *made = NULL;
  jh_code code = jh_force_open(&made, b.plan, 20240901, NULL);
  assert_told(code);
  if (!code) assert_true(jh_force_everywhere(made, rule));
  jh_force_close(made);
}

TEST(which_rules_are_in_force) { fail_each(force); }

static void open_program(void) {
  jh_program *program = NULL;
  jh_output output = {JH_NONE, EB_COUNTY, JH_NONE, condition, JH_NONE, JH_NONE, 0};
  jh_code code = jh_program_open(&program, b.plan, b.data, 20240901, &output, 1, NULL);
  assert_told(code);
  if (!code) assert_int_equal(program->output_count, 1);
  jh_program_close(program);
}

TEST(programs) { fail_each(open_program); }

/* Without memory for the rules' days a rule is judged rather than spared, without memory for roots a mean is open:
 * the county, which meets all, is met or open, never unmet. */
static void judge(void) {
  jh_exact exact = eb_exact(&b);
  jh_tri found = jh_exact_condition(&exact, condition, 0);
  assert_true(found == JH_TRUE || (failed && found == JH_UNKNOWN));
}

TEST(conditions_by_rationals) { fail_each(judge); }

/* Of a rule that is not in force: spared with memory, judged without. */
static void judge_later(void) {
  jh_exact exact = eb_exact(&b);
  exact.on = 20160901;
  jh_tri found = jh_exact_condition(&exact, b.plan->rules[rule].use, 0);
  assert_true(found == JH_TRUE || failed);
}

TEST(rules_out_of_force_by_rationals) { fail_each(judge_later); }

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    FRESH(what_the_day_settles), FRESH(which_rules_are_in_force), FRESH(programs),
    FRESH(conditions_by_rationals), FRESH(rules_out_of_force_by_rationals))
