/* test_cuts_packs.c - every parameter of the national packs: cuts against evaluations of the
 * sample with cells made blank, at each cut, a hair below and above it, and anywhere.
 *
 * JH_SEED and JH_ROUNDS in the environment make other and longer runs.
 */
#include "unit/vary/cuts_check.h"

#include "session/session.h"

static uint64_t seed;
static jh_session *session;
static jh_error err;

static uint64_t of_environment(const char *name, uint64_t otherwise) {
  const char *text = getenv(name);
  return text ? strtoull(text, NULL, 10) : otherwise;
}

static void open_pack(const char *rules) {
  jh_session_options options = {.rules = rules, .data = "data/sample", .share = "."};
  if (jh_session_open(&session, &options, &err) != JH_OK) {
    char text[1000];
    fail_msg("%s", jh_error_text(&err, JH_EN, text, sizeof text));
  }
  assert_int_equal(jh_session_find_day(session, NULL, &session->head.on, &err), JH_OK);
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

/* One cell in so many. */
static void make_blanks(uint32_t one_in) {
  jh_dataset *data = session->dataset;
  for (uint32_t level = 0; level < session->plan->level_count; level++) {
    uint32_t table = session->plan->levels[level].table;
    if (table == JH_NONE || !data->levels[level].columns) continue;
    for (uint32_t k = 0; k < session->plan->tables[table].column_count; k++) {
      jh_column *column = data->levels[level].columns[k];
      for (size_t row = 0; column && row < data->levels[level].count; row++) {
        if (dice(&seed, one_in) == 0) column->known[row / 64] &= ~(UINT64_C(1) << (row % 64));
      }
    }
  }
}

static jh_cuts *cuts_of(const jh_run *run, uint32_t param, uint32_t stage) {
  const jh_plan *plan = session->plan;
  uint32_t *rules = jh_alloc_get((plan->rule_count + 1) * sizeof *rules);
  size_t count = 0;
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (plan->rules[r].kind != JH_RULE_CHECK) rules[count++] = r;
  }
  jh_cuts_options options = {param, stage, rules, count, 1 + (int)dice(&seed, 3)};
  jh_cuts *cuts = NULL;
  assert_int_equal(jh_cuts_open(&cuts, run, &options, &err), JH_OK);
  jh_alloc_free(rules);
  return cuts;
}

/* The rules that move but have no cuts, with what stands in the way, are told. */
static size_t tell(const jh_cuts *cuts, const checked *c) {
  size_t without = 0;
  for (uint32_t r = 0; r < session->plan->rule_count; r++) {
    uint32_t why;
    if (session->plan->rules[r].kind == JH_RULE_CHECK) continue;
    if (jh_cuts_has(cuts, r, &why) || !jh_cuts_is_moved(cuts, r)) continue;
    const jh_node *node = &session->plan->nodes[why];
    if (without++ == 0)
      print_message(
          "not monotone: %s stage %d: %s, at an op %d of %s:%d\n", c->plan->params[c->param].path,
          (int)c->stage, session->plan->rules[r].id, (int)node->op, node->place.file,
          (int)node->place.line);
  }
  return without;
}

static void check_param(const jh_run *run, uint32_t param, uint32_t stage, checked *c) {
  jh_cuts *cuts = cuts_of(run, param, stage);
  c->param = param;
  c->stage = stage;
  (void)tell(cuts, c);
  check_cuts(c, cuts);
  jh_cuts_close(cuts);
}

static void check_pack(const char *rules, uint32_t one_in) {
  open_pack(rules);
  make_blanks(one_in);
  checked c = {session->plan, session->dataset, session->head.on, 0, 0, &seed, 0, 0};
  jh_run *run = NULL;
  jh_run_options how = {.on = c.on};
  assert_int_equal(jh_run_open(&run, c.plan, c.dataset, &how, &err), JH_OK);
  for (uint32_t p = 0; p < c.plan->param_count; p++) {
    const jh_param *param = &c.plan->params[p];
    uint32_t stages = param->is_by_stage ? (uint32_t)c.plan->stage_count : 1;
    for (uint32_t s = 0; s < stages; s++) {
      uint32_t stage = param->is_by_stage ? s : JH_NONE;
      if (jh_param_on(param, stage, c.on)) check_param(run, p, stage, &c);
    }
  }
  print_message("%s: %zu verdicts compared, %zu cuts\n", rules, c.compared, c.cuts);
  assert_true(c.cuts > 0);
  jh_run_close(run);
}

static void check_rounds(const char *rules, uint64_t rounds) {
  for (uint64_t i = 0; i < rounds; i++) {
    static const uint32_t one_in[] = {400, 60, 2000};
    check_pack(rules, one_in[(seed + i) % 3]);
    (void)tear_down(NULL);
  }
}

TEST(the_pack_of_2017_changes_where_the_cuts_say) {
  seed = of_environment("JH_SEED", 5);
  print_message("seed %llu\n", (unsigned long long)seed);
  check_rounds("rules/national/quality-balance-2017", of_environment("JH_ROUNDS", 1));
}

TEST(the_pack_of_2012_changes_where_the_cuts_say) {
  seed = of_environment("JH_SEED", 5);
  check_rounds("rules/national/basic-balance-2012", of_environment("JH_ROUNDS", 1));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_teardown(the_pack_of_2017_changes_where_the_cuts_say, tear_down),
      cmocka_unit_test_teardown(the_pack_of_2012_changes_where_the_cuts_say, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
