/* target_encoding.c - bytes in any encoding: decoded or refused with a place; in small pieces as in large.
 *
 * The first byte picks the encoding, the second how many bytes of a mark are passed over, the rest is the
 * file. */
#include "fuzz.h"
#include "table/encoding.h"

static const char *const names[] = {"UTF-8",    "GB18030",  "GBK",   "big5",      "UTF-16LE",
                                    "UTF-16BE", "UTF-32LE", "UTF-7", "SHIFT_JIS", "ISO-2022-CN"};

static jh_code decode(jh_buf *buf, const char *encoding, uint32_t bom, size_t room) {
  static char bytes[8192];
  jh_input input;
  jh_decoder decoder;
  jh_error err = {0};
  size_t got = 1;
  jh_code code = jh_input_open(&input, "data/bytes", NULL, &err);
  fuzz_must(code == JH_OK, "the file is opened");
  code = jh_decoder_open(&decoder, &input, encoding, bom, &err);
  while (!code && got > 0) {
    code = jh_decoder_read(&decoder, bytes, room, &got, &err);
    fuzz_must(code || got <= room, "no more than there is room for");
    if (!code) jh_buf_add(buf, (jh_str){bytes, got});
  }
  if (code) fuzz_must_tell(&err, code, true);
  jh_decoder_close(&decoder);
  jh_input_close(&input);
  return code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char encoding[JH_ENCODING_NAME];
  fuzz_begin();
  if (size < 2) return 0;
  if (!jh_encoding_find(encoding, names[data[0] % (sizeof names / sizeof *names)])) return 0;
  uint32_t bom = data[1] % 5;
  if (bom > size - 2) bom = 0;
  fuzz_put("data/bytes", (jh_str){(const char *)data + 2, size - 2});
  jh_buf one = {0}, other = {0};
  jh_code large = decode(&one, encoding, bom, 8192), small = decode(&other, encoding, bom, 16);
  fuzz_must(large == small, "pieces of any size end alike");
  if (!large)
    fuzz_must(
        jh_str_equal(jh_buf_str(&one), jh_buf_str(&other)), "pieces of any size say the same");
  jh_buf_done(&one);
  jh_buf_done(&other);
  fuzz_drop("data/bytes");
  return 0;
}
