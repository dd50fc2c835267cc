/* test_session.c - memory runs out anywhere between opening a pack and printing the evidence, or
 * proving the pack's cases. */
#include "starve.h"

static jh_code run_rules(jh_session *session, written *out, jh_error *err) {
  jh_session *both[] = {session, session};
  jh_rules_options how = {.all = true, .lang = JH_ZH, .writer = take, .payload = out};
  jh_code code = jh_session_rules_show(session, &how, err);
  if (!code) code = jh_session_rules_compare(both, 2, &how, err);
  how.format = JH_FORMAT_JSON;
  if (!code) code = jh_session_rules_compare(both, 2, &how, err);
  if (!code) code = jh_session_rulebook(both, 1, take_page, out, err);
  if (!code) code = jh_session_check_rules(session, err);
  return code;
}

/* At every depth, in every form. */
static jh_code explain(jh_session *session, written *out, jh_error *err) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_HTML};
  jh_code code = JH_OK;
  for (int depth = JH_DEPTH_LINES; depth <= JH_DEPTH_FULL && !code; depth++) {
    jh_evidence_options how = {
        .entity = "990101",
        .depth = (jh_depth)depth,
        .format = formats[depth],
        .all = depth == JH_DEPTH_FULL,
        .lang = JH_EN,
        .writer = take,
        .payload = out};
    code = jh_session_explain(session, &how, err);
  }
  return code;
}

static jh_code run(jh_session *session, written *out, jh_error *err) {
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_TEXT, JH_ZH, take, out, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_EN, take, out, err);
  if (!code) code = jh_session_rules(session, NULL, NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  if (!code) code = explain(session, out, err);
  if (!code) code = run_rules(session, out, err);
  return code;
}

static jh_code open_stricter(jh_session **after, jh_error *err) {
  jh_session_options options = {
      .rules = "tests/fault/stricter",
      .data = "tests/hostile/good/data",
      .dictionary = "tests/hostile/good/pack/dictionary.lua",
      .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  jh_code code = jh_session_open(after, &options, err);
  return code ? code : jh_session_evaluate(*after, &how, err);
}

static jh_code write_compared(jh_session *before, jh_session *after, written *out, jh_error *err) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = JH_OK;
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    jh_compare_options as = {
        .near = "50", .format = formats[i], .lang = JH_EN, .writer = take, .payload = out};
    code = jh_session_compare(before, after, &as, NULL, err);
  }
  return code;
}

/* The same data judged by another pack, held against the first. */
static jh_code compare(jh_session *before, written *out, jh_error *err) {
  jh_session *after;
  jh_code code = open_stricter(&after, err);
  if (!code) code = write_compared(before, after, out, err);
  jh_session_close(after);
  return code;
}

static jh_code whole(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = run(session, out, err);
  if (!code) code = compare(session, out, err);
  jh_session_close(session);
  return code;
}

/* Switches turned one by one, in every format. */
static jh_code readings(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/fault/unsettled",
      .data = "tests/hostile/good/data",
      .dictionary = "tests/hostile/good/pack/dictionary.lua",
      .share = ".",
      .with_readings = true};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_evaluate(session, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_session_readings(session, formats[i], JH_EN, take, out, NULL, err);
  jh_session_close(session);
  return code;
}

/* The proof of a pack's cases, and new cases for what is missing. */
static jh_code proof(written *out, jh_error *err) {
  jh_session *session;
  size_t missing;
  jh_proof_sinks sinks = {
      .report = take, .report_payload = out, .cases = take, .cases_payload = out};
  jh_session_options options = {.rules = "tests/golden/gaps", .share = ".", .with_cases = true};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_edges(session, JH_EN, &sinks, &missing, err);
  if (!code) code = jh_session_mutate(session, JH_ZH, &sinks, &missing, err);
  jh_session_close(session);
  return code;
}

/* Sessions that stay, and what is written of them. */
static jh_session *kept[2];

static jh_code compared_again(written *out, jh_error *err) {
  return write_compared(kept[0], kept[1], out, err);
}

TEST(a_word_of_a_comparison_is_never_left_out) {
  jh_error err;
  long before = alive;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  assert_int_equal(jh_session_open(&kept[0], &options, &err), JH_OK);
  assert_int_equal(jh_session_evaluate(kept[0], &how, &err), JH_OK);
  assert_int_equal(open_stricter(&kept[1], &err), JH_OK);
  starve_first(1000, compared_again);
  jh_session_close(kept[0]);
  jh_session_close(kept[1]);
  assert_int_equal(alive, before);
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) { starve(whole); }

TEST(so_it_is_while_switches_are_turned) { starve(readings); }

TEST(so_it_is_while_the_cases_are_proven) { starve(proof); }

TESTS(
    RUN(a_word_of_a_comparison_is_never_left_out), RUN(so_it_is_while_switches_are_turned),
    RUN(so_it_is_while_the_cases_are_proven),
    RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
