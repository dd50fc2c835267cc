/* target_origins.c - the origins of an import, spoiled: what is found is text, or nothing is.
 *
 * The input is origins/sources.csv, then behind lines "--8<--" columns.csv and schools.csv. */
#include <sys/stat.h>

#include "fuzz.h"
#include "intake/origins.h"

static const char *const names[] = {
    "data/origins/sources.csv", "data/origins/columns.csv", "data/origins/schools.csv"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const columns[] = {"school_code", "students", "school_type"};
  fuzz_begin();
  (void)mkdir("data/origins", 0700);
  jh_str rest = {(const char *)data, size};
  for (size_t i = 0; i < 3; i++) fuzz_put(names[i], fuzz_cut(rest, &rest));
  jh_error err = {0};
  jh_origins *origins = NULL;
  jh_code code = jh_origins_open(&origins, "data", &err);
  if (code) fuzz_must_tell(&err, code, false);
  for (uint32_t i = 0; !code && origins && i < 12; i++) {
    const jh_origin *list = NULL;
    size_t count = 0;
    jh_buf buf = {0};
    code = jh_origins_find(origins, "schools", 1 + i / 3, columns[i % 3], &list, &count, &err);
    if (code) fuzz_must_tell(&err, code, false);
    if (!code && count > 0) {
      jh_origins_text(&buf, list, count);
      fuzz_must(buf.size > 0, "what is found has words");
    }
    jh_buf_done(&buf);
  }
  jh_origins_close(origins);
  return 0;
}
