/* target_limits.c - a sheet of limits as text: read or refused with a place; what is written of it is a reform
 * that can be read, or is refused for what it says, never for how it is written. */
#include "fuzz.h"
#include "junheng.h"

static jh_session_options options;
static const char *const reforms[] = {"reform.lua"};

static void must_be_lua(jh_buf *written) {
  jh_error err = {0};
  jh_session *session = NULL;
  fuzz_put(reforms[0], jh_buf_str(written));
  jh_session_options on_top = options;
  on_top.reforms = reforms;
  on_top.reform_count = 1;
  jh_code code = jh_session_open(&session, &on_top, &err);
  if (code) fuzz_must_tell(&err, code, true);
  fuzz_must(code != JH_ELUA_SYNTAX, "what is written is Lua");
  jh_session_close(session);
  fuzz_drop(reforms[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  fuzz_put("limits.csv", (jh_str){(const char *)data, size});
  options = (jh_session_options){.rules = "pack", .share = fuzz_share()};
  jh_error err = {0};
  jh_buf buf = {0};
  size_t edited = 0;
  jh_session *session = NULL;
  jh_limits *limits = NULL;
  jh_code code = jh_limits_open(&limits, "limits.csv", &err);
  if (code) fuzz_must_tell(&err, code, true);
  if (!code) {
    fuzz_must(jh_session_open(&session, &options, &err) == JH_OK, "the good pack is read");
    const jh_limits_import how = {
        .otherwise = "new",
        .on = size % 2 ? "2025-01-01" : NULL,
        .lang = JH_EN,
        .writer = fuzz_take,
        .payload = &buf};
    code = jh_session_limits_import(session, limits, &how, &edited, &err);
    if (code) fuzz_must_tell(&err, code, false);
    fuzz_must_tell_all(jh_session_diag(session), code == JH_ELIMITS_REFUSED);
    fuzz_must(code || edited > 0 || buf.size == 0, "nothing edited, nothing written");
    if (!code && edited > 0) must_be_lua(&buf);
  }
  jh_limits_close(limits);
  jh_session_close(session);
  jh_buf_done(&buf);
  fuzz_drop("limits.csv");
  return 0;
}
