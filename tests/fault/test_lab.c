/* test_lab.c - memory runs out anywhere while a reform, a number that moves, or targets are followed. */
#include "starve.h"

#define SWEPT "teachers_per_100.at_least"

/* A reform of two changes: each alone, who is near, what is missing and costs, in every form. */
static jh_code reform(written *out, jh_error *err) {
  static const char *const reforms[] = {"tests/fault/two.lua"};
  jh_session *sessions[2] = {NULL, NULL};
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  jh_code code = JH_OK;
  for (size_t i = 0; i < 2 && !code; i++) {
    options.reforms = reforms;
    options.reform_count = i;
    code = jh_session_open(&sessions[i], &options, err);
    if (!code) code = jh_session_evaluate(sessions[i], &how, err);
  }
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    jh_compare_options as = {
        .near = "50",
        .table = formats[i] == JH_FORMAT_CSV ? "cost" : NULL,
        .again = &options,
        .format = formats[i],
        .lang = JH_EN,
        .writer = take,
        .payload = out};
    code = jh_session_compare(sessions[0], sessions[1], &as, NULL, err);
  }
  jh_session_close(sessions[0]);
  jh_session_close(sessions[1]);
  return code;
}

/* Targets under the law as it is and with a switch, in every format. */
static jh_code targets(written *out, jh_error *err) {
  static const char *const switches[] = {"more_teachers"};
  jh_roadmap *roadmap = NULL;
  jh_roadmap_options how = {
      .session =
          {.rules = "tests/fault/roadmap",
           .switches = switches,
           .switch_count = 1,
           .dictionary = "tests/hostile/good/pack/dictionary.lua",
           .share = "."},
      .on = "2024-09-01"};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = jh_roadmap_open(&roadmap, &how, err);
  if (!code) code = jh_roadmap_add(roadmap, "tests/hostile/good/data", "all", err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_roadmap_write(roadmap, formats[i], JH_EN, take, out, NULL, err);
  jh_roadmap_close(roadmap);
  return code;
}

/* A number that moves: its places, two aims, a grid, steps, and a table of scenarios, in every format. */
static jh_code sweep(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  const char *place[] = {SWEPT}, *values[] = {SWEPT "=4,5", "balance.at_most=0.4,0.5"};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_evaluate(session, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    jh_sweep_options ask = {
        .vary = place, .vary_count = 1, .format = formats[i], .writer = take, .payload = out};
    code = jh_session_sweep(session, &ask, err);
    ask.aim = "50%";
    if (!code) code = jh_session_sweep(session, &ask, err);
    ask.aim = "100%";
    if (!code) code = jh_session_sweep(session, &ask, err);
    ask.aim = NULL, ask.vary = values, ask.vary_count = 2;
    if (!code) code = jh_session_sweep(session, &ask, err);
    ask.vary_count = 1, ask.by_steps = true;
    if (!code) code = jh_session_sweep(session, &ask, err);
    ask.vary_count = 0, ask.by_steps = false, ask.scenarios = "tests/fault/scenarios.csv";
    if (!code) code = jh_session_sweep(session, &ask, err);
  }
  jh_session_close(session);
  return code;
}

/* What is missing, and the cheapest way, in every form. */
static jh_code open_planned(jh_session **session, jh_error *err) {
  static const char *const reforms[] = {"tests/fault/two.lua"};
  jh_session_options options = {
      .rules = "tests/hostile/good/pack",
      .data = "tests/hostile/good/data",
      .reforms = reforms,
      .reform_count = 1,
      .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  jh_code code = jh_session_open(session, &options, err);
  return code ? code : jh_session_evaluate(*session, &how, err);
}

static jh_code write_plans(jh_session *session, written *out, jh_error *err) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = JH_OK;
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    jh_session_plan_options ask = {
        .entity = "990101",
        .prices = i ? "tests/fault/prices.lua" : NULL,
        .moves = i == 2,
        .format = formats[i],
        .lang = JH_EN,
        .writer = take,
        .payload = out};
    code = jh_session_plan(session, &ask, err);
  }
  return code;
}

static jh_code plan(written *out, jh_error *err) {
  jh_session *session;
  jh_code code = open_planned(&session, err);
  if (!code) code = write_plans(session, out, err);
  jh_session_close(session);
  return code;
}

/* A session that stays, and plans made of it. */
static jh_session *kept;

static jh_code planned_again(written *out, jh_error *err) { return write_plans(kept, out, err); }

TEST(a_term_of_a_plan_is_never_left_out) {
  jh_error err;
  long before = alive;
  assert_int_equal(open_planned(&kept, &err), JH_OK);
  starve_first(300, planned_again);
  jh_session_close(kept);
  assert_int_equal(alive, before);
}

TEST(want_of_memory_is_an_error_while_changes_are_tried_alone) { starve(reform); }

TEST(so_it_is_while_targets_are_followed) { starve(targets); }

TEST(so_it_is_while_a_number_moves) { starve(sweep); }

TEST(so_it_is_while_a_plan_is_made) { starve(plan); }

TESTS(
    RUN(a_term_of_a_plan_is_never_left_out), RUN(so_it_is_while_a_plan_is_made),
    RUN(want_of_memory_is_an_error_while_changes_are_tried_alone),
    RUN(so_it_is_while_targets_are_followed), RUN(so_it_is_while_a_number_moves))
