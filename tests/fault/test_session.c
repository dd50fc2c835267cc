/* test_session.c - memory runs out anywhere between opening a pack and printing the evidence.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's
 * family, for this program and the engine in it (not for libraries of others). A whole
 * run on a small dataset is repeated with one allocation failing: the first
 * ones each, later ones in growing steps, until a run finds all its memory.
 * Each ends in success or in a clear error, never in a verdict from half the
 * data, and gives back what it took.
 */
#include "support/test.h"

#include "support/scarce.h"

#include "junheng.h"

/* What was written, kept as a sum so that two runs can be compared. */
typedef struct written {
  uint64_t sum;
  size_t size;
} written;

static bool take(void *payload, const char *bytes, size_t count) {
  written *out = payload;
  for (size_t i = 0; i < count; i++) out->sum = out->sum * 31 + (unsigned char)bytes[i];
  out->size += count;
  return true;
}

static bool take_page(void *payload, const char *path, const char *bytes, size_t count) {
  return take(payload, path, strlen(path)) && take(payload, bytes, count);
}

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

static jh_code run(jh_session *session, written *out, jh_error *err) {
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_TEXT, JH_ZH, take, out, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_EN, take, out, err);
  if (!code) code = jh_session_rules(session, NULL, NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  if (!code) {
    code = jh_session_explain(session, "990101", NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  }
  if (!code) code = run_rules(session, out, err);
  return code;
}

/* The same data judged by another pack, held against the first. */
static jh_code compare(jh_session *before, written *out, jh_error *err) {
  jh_session *after;
  jh_session_options options = {
      .rules = "tests/fault/stricter",
      .data = "tests/hostile/good/data",
      .dictionary = "tests/hostile/good/pack/dictionary.lua",
      .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = jh_session_open(&after, &options, err);
  if (!code) code = jh_session_evaluate(after, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_session_compare(before, after, formats[i], JH_EN, take, out, NULL, err);
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

static bool is_want_of_memory(jh_code code) { return code == JH_ENOMEM || code == JH_EMEMORY; }

/* A task with one allocation failing, the first ones each, later ones in growing steps. */
static void starve(jh_code (*task)(written *, jh_error *)) {
  jh_error err = {0};
  written good = {0};
  assert_int_equal(task(&good, &err), JH_OK);
  size_t runs = 0;
  failed = true;
  for (long n = 0; failed; n += 1 + n / 40) {
    long before = alive;
    written out = {0};
    failed = false;
    left = n;
    jh_code code = task(&out, &err);
    left = -1;
    runs++;
    if (code && !(failed && is_want_of_memory(code))) {
      fail_msg("allocation %ld: code %d %s", n, (int)code, err.args[0]);
    }
    if (alive != before) fail_msg("allocation %ld: %ld blocks lost", n, alive - before);
    if (!code && (out.sum != good.sum || out.size != good.size)) {
      fail_msg("allocation %ld: another result", n);
    }
  }
  printf("%zu runs with one allocation failing\n", runs);
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) { starve(whole); }

TEST(so_it_is_while_the_cases_are_proven) { starve(proof); }

TESTS(
    RUN(so_it_is_while_the_cases_are_proven),
    RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
