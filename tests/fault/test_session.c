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

static jh_code run(jh_session *session, written *out, jh_error *err) {
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_TEXT, JH_ZH, take, out, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_EN, take, out, err);
  if (!code) code = jh_session_rules(session, NULL, NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  if (!code) {
    code = jh_session_explain(session, "990101", NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  }
  return code;
}

static jh_code whole(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = run(session, out, err);
  jh_session_close(session);
  return code;
}

static bool is_want_of_memory(jh_code code) {
  return code == JH_ENOMEM || code == JH_EMEMORY || code == JH_ETHREAD;
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) {
  jh_error err = {0};
  written good = {0};
  assert_int_equal(whole(&good, &err), JH_OK);
  size_t runs = 0;
  failed = true;
  for (long n = 0; failed; n += 1 + n / 40) {
    long before = alive;
    written out = {0};
    failed = false;
    left = n;
    jh_code code = whole(&out, &err);
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

TESTS(RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
