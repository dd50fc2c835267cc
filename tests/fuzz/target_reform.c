/* target_reform.c - a reform on top of the good pack: refused with a place, or what is judged under it is written. */
#include "fuzz.h"
#include "junheng.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  fuzz_put("reform.lua", (jh_str){(const char *)data, size});
  static const char *const reforms[] = {"reform.lua"};
  jh_error err = {0};
  jh_buf buf = {0};
  jh_session *session = NULL;
  const jh_session_options options = {
      .rules = "pack",
      .reforms = reforms,
      .reform_count = 1,
      .data = "data",
      .share = fuzz_share()};
  const jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_open(&session, &options, &err);
  if (!code) code = jh_session_evaluate(session, &how, &err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_ZH, fuzz_take, &buf, &err);
  if (code) fuzz_must_tell(&err, code, false);
  if (session) fuzz_must_tell_all(jh_session_diag(session), code == JH_EDATA_REJECTED);
  fuzz_must(code || buf.size > 0, "something is written");
  jh_session_close(session);
  jh_buf_done(&buf);
  fuzz_drop("reform.lua");
  return 0;
}
