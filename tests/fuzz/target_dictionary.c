/* target_dictionary.c - a dictionary: read or refused with a place; what is read can be told, and data can be
 * read by it. */
#include "fuzz.h"
#include "junheng.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  fuzz_put("pack/dictionary.lua", (jh_str){(const char *)data, size});
  for (int with_data = 0; with_data < 2; with_data++) {
    jh_error err = {0};
    jh_buf buf = {0};
    jh_session *session = NULL;
    const jh_session_options options = {
        .dictionary = "pack/dictionary.lua",
        .data = with_data ? "data" : NULL,
        .share = fuzz_share(),
        .all_columns = true};
    jh_code code = jh_session_open(&session, &options, &err);
    if (code) fuzz_must_tell(&err, code, code != JH_EDATA_REJECTED && code != JH_ENO_TABLE);
    if (session) fuzz_must_tell_all(jh_session_diag(session), code == JH_EDATA_REJECTED);
    const jh_dictionary_options how = {
        .format = JH_FORMAT_JSON, .lang = JH_EN, .writer = fuzz_take, .payload = &buf};
    if (!code && !with_data)
      fuzz_must(jh_session_dictionary(session, &how, &err) == JH_OK, "what was read can be told");
    jh_session_close(session);
    jh_buf_done(&buf);
  }
  fuzz_restore();
  return 0;
}
