/* target_prices.c - a list of prices: read or refused with a place; a plan can be made with what is read,
 * and the session is as it was. */
#include "fuzz.h"
#include "junheng.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  fuzz_put("prices.lua", (jh_str){(const char *)data, size});
  jh_error err = {0};
  jh_buf buf = {0};
  jh_session *session = fuzz_session();
  const size_t before = fuzz_verdicts();
  const jh_session_plan_options asked = {
      .entity = "990101",
      .prices = "prices.lua",
      .moves = size % 2,
      .format = JH_FORMAT_JSON,
      .lang = JH_EN,
      .writer = fuzz_take,
      .payload = &buf};
  jh_code code = jh_session_plan(session, &asked, &err);
  if (code) fuzz_must_tell(&err, code, false);
  fuzz_must(fuzz_verdicts() == before, "the session is as it was");
  jh_buf_done(&buf);
  fuzz_drop("prices.lua");
  return 0;
}
