/* test_lua.c - memory runs out inside Lua, at each piece that an interpreter asks for.
 *
 * Lua collects what is not used and asks again before it gives up. So one piece that fails alone tries the collector at
 * that very place (what the engine holds must be held where the collector sees it), and all after it, the error.
 */
#include "starve.h"

static const jh_session_options good = {
    .rules = "tests/hostile/good/pack", .share = ".", .with_cases = true};

/* What `check rules` does. */
static jh_code checked(written *out, jh_error *err) {
  jh_session *session;
  size_t failing;
  jh_code code = jh_session_open(&session, &good, err);
  if (!code) code = jh_session_check_rules(session, err);
  if (!code) code = jh_session_cases(session, JH_EN, take, out, &failing, err);
  jh_session_close(session);
  return code;
}

/* A pack with functions of its own, which run while it is evaluated. */
static jh_code evaluated(written *out, jh_error *err) {
  static const char *const reforms[] = {"tests/fault/two.lua"};
  jh_session *session;
  jh_session_options options = good;
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  options.with_cases = false, options.reforms = reforms, options.reform_count = 1;
  options.data = "tests/hostile/good/data";
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_ZH, take, out, err);
  jh_session_close(session);
  return code;
}

TEST(want_of_memory_in_lua_is_an_error_while_a_pack_is_checked) { starve_lua(checked); }

TEST(so_it_is_while_data_are_judged) { starve_lua(evaluated); }

TESTS(
    RUN(want_of_memory_in_lua_is_an_error_while_a_pack_is_checked),
    RUN(so_it_is_while_data_are_judged))
