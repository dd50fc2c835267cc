/* target_mapping.c - a mapping, and the files that it takes: imported or refused with a place. The dataset that
 * an import makes can be read by its dictionary, or is refused for what stands in cells.
 *
 * The input is mapping.lua; after a line "--8<--" may follow schools.csv. */
#include "fuzz.h"
#include "junheng.h"

static void must_be_read(void) {
  jh_error err = {0};
  jh_session *session = NULL;
  const jh_session_options options = {
      .dictionary = "pack/dictionary.lua", .data = "out", .share = fuzz_share(), .is_sparse = true};
  jh_code code = jh_session_open(&session, &options, &err);
  if (code) fuzz_must_tell(&err, code, code != JH_EDATA_REJECTED && code != JH_ENO_TABLE);
  jh_session_close(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  jh_str rest, mapping = fuzz_cut((jh_str){(const char *)data, size}, &rest);
  fuzz_put("data/mapping.lua", mapping);
  if (rest.at) fuzz_put("data/schools.csv", rest);
  jh_error err = {0};
  jh_session *session = NULL;
  jh_import_count count;
  const jh_import_options options = {
      .mapping = "data/mapping.lua", .data = "data", .output = "out", .share = fuzz_share()};
  jh_code code = jh_session_import(&session, &options, &count, &err);
  if (code) fuzz_must_tell(&err, code, false);
  if (session) fuzz_must_tell_all(jh_session_diag(session), false);
  jh_session_close(session);
  if (!code) must_be_read();
  fuzz_drop("out");
  fuzz_drop("data/mapping.lua");
  fuzz_restore();
  return 0;
}
