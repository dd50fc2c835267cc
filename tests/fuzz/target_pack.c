/* target_pack.c - a pack: read or refused with a place; what is read can be judged, and twice alike.
 *
 * The input is rules.lua; after a line "--8<--" may follow pack.lua, and after another the dictionary.
 */
#include "fuzz.h"
#include "junheng.h"

static const char *const names[] = {"pack/rules.lua", "pack/pack.lua", "pack/dictionary.lua"};

/* The whole way, all output into buf. */
static jh_code judge(jh_buf *buf) {
  jh_error err = {0};
  jh_session *session = NULL;
  const jh_session_options options = {
      .rules = "pack", .data = "data", .share = fuzz_share(), .with_cases = true};
  jh_code code = jh_session_open(&session, &options, &err);
  if (code) fuzz_must_tell(&err, code, code != JH_EDATA_REJECTED);
  if (session) fuzz_must_tell_all(jh_session_diag(session), code == JH_EDATA_REJECTED);
  const jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  if (!code && !(code = jh_session_evaluate(session, &how, &err)))
    code = jh_session_write(session, JH_FORMAT_JSON, JH_EN, fuzz_take, buf, &err);
  if (code && !err.code) fuzz_must(false, "an error that is returned is told");
  fuzz_must(code != JH_EINTERNAL, "no pack leads to a contradiction inside");
  jh_session_close(session);
  return code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  jh_str rest = {(const char *)data, size};
  for (size_t i = 0; i < 3 && rest.at; i++) fuzz_put(names[i], fuzz_cut(rest, &rest));
  jh_buf one = {0}, other = {0};
  jh_code code = judge(&one);
  if (!code) {
    fuzz_must(judge(&other) == JH_OK, "a pack that was read can be read again");
    fuzz_must(jh_str_equal(jh_buf_str(&one), jh_buf_str(&other)), "twice the same");
  }
  jh_buf_done(&one);
  jh_buf_done(&other);
  fuzz_restore();
  return 0;
}
