/* target_cases.c - the cases of a pack: refused with a place, or each is run and told. */
#include "fuzz.h"
#include "junheng.h"

#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  (void)mkdir("pack/cases", 0700);
  fuzz_put("pack/cases/all.lua", (jh_str){(const char *)data, size});
  jh_error err = {0};
  jh_buf buf = {0};
  size_t failed = 0;
  jh_session *session = NULL;
  const jh_session_options options = {.rules = "pack", .share = fuzz_share(), .with_cases = true};
  jh_code code = jh_session_open(&session, &options, &err);
  if (!code) code = jh_session_check_rules(session, &err);
  if (!code) code = jh_session_cases(session, JH_EN, fuzz_take, &buf, &failed, &err);
  if (code) fuzz_must_tell(&err, code, false);
  if (session) fuzz_must_tell_all(jh_session_diag(session), false);
  fuzz_must(failed == 0 || buf.size > 0, "a case that failed is told");
  jh_session_close(session);
  jh_buf_done(&buf);
  fuzz_drop("pack/cases");
  return 0;
}
