/* target_sweep.c - what a sweep varies, one parameter or two in lines: numbers or a reason, twice the same, and the
 * session is as it was. */
#include "fuzz.h"
#include "junheng.h"

static jh_code sweep(const jh_sweep_options *asked, jh_buf *buf) {
  jh_error err = {0};
  jh_sweep_options how = *asked;
  how.writer = fuzz_take;
  how.payload = buf;
  jh_code code = jh_session_sweep(fuzz_session(), &how, &err);
  if (code) fuzz_must_tell(&err, code, false);
  return code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char text[256];
  if (size >= sizeof text) return -1;
  memcpy(text, data, size);
  text[size] = 0;
  char *second = strchr(text, '\n');
  if (second) *second++ = 0;
  const char *vary[] = {text, second};
  const size_t before = (fuzz_session(), fuzz_verdicts());
  const jh_sweep_options how = {
      .vary = vary, .vary_count = second ? 2 : 1, .by_steps = size % 2, .format = JH_FORMAT_CSV};
  jh_buf one = {0}, other = {0};
  jh_code code = sweep(&how, &one);
  fuzz_must(sweep(&how, &other) == code, "asked twice, it ends alike");
  fuzz_must(jh_str_equal(jh_buf_str(&one), jh_buf_str(&other)), "twice the same");
  fuzz_must(code || one.size > 0, "something is written");
  fuzz_must(fuzz_verdicts() == before, "the session is as it was");
  jh_buf_done(&one);
  jh_buf_done(&other);
  return 0;
}
