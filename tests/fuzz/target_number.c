/* target_number.c - a number or a day as a cell or a pack writes it: what is read is the same when it is written
 * and read again. */
#include "base/date.h"
#include "base/dec.h"
#include "base/utf8.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const jh_str text = {(const char *)data, size};
  for (int grouping = 0; grouping < 2; grouping++) {
    jh_dec value, again;
    char shown[JH_DEC_TEXT];
    if (jh_dec_read(&value, text, 18, grouping) != JH_DEC_OK) continue;
    (void)jh_dec_text(shown, value);
    fuzz_must(jh_dec_read(&again, jh_str_of(shown), 18, false) == JH_DEC_OK, "it is read again");
    fuzz_must(jh_dec_compare(value, again) == 0, "and is the same");
    fuzz_must(value.mantissa == again.mantissa && value.scale == again.scale, "to the digit");
  }
  jh_date day, again;
  char shown[11];
  if (jh_date_read(&day, text)) {
    (void)jh_date_text(shown, day);
    fuzz_must(jh_date_read(&again, jh_str_of(shown)) && day == again, "a day is the same");
  }
  fuzz_must(jh_utf8_check(text) <= size, "the first bad byte is within");
  return 0;
}
