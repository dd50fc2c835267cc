/* target_shard.c - the bytes of a part of an evaluation: joined with the other part, or refused by name.
 *
 * The input changes one of two good parts, which is sealed again. Its first byte tells which part (bit 0) and whether
 * the seal stays as it was (bit 1). Then in six bytes each: the place, counted from the end (two bytes, low first; in
 * their two highest bits what is done there: one byte written, four written, up to 16 taken out, up to 4 put in) and
 * four bytes for it. Counted from the end, inputs stay good where the head grows.
 */
#include <stdio.h>

#include "fuzz.h"
#include "session/shard.h"

enum { ROOM = 1 << 15, CHANGE = 6, SEAL = JH_SHA256_TEXT - 1 };

static const char *const paths[] = {"1.shard", "2.shard"};
static jh_buf good[2];
static jh_session *pack;
static jh_shard_marks engine;

static void write_whole(jh_session *session, jh_buf *out) {
  const jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_error err;
  fuzz_must(jh_session_evaluate(session, &how, &err) == JH_OK, "the good data are judged");
  fuzz_must(
      jh_session_write(session, JH_FORMAT_JSON, JH_EN, fuzz_take, out, &err) == JH_OK,
      "they are told");
}

static jh_shards *join(jh_error *err, jh_code *code) {
  const jh_shards_options how = {.files = paths, .file_count = 2};
  jh_shards *shards = NULL;
  *code = jh_shard_merge_open(&shards, &how, &engine, pack, err);
  return shards;
}

static void must_be_whole(const jh_buf *whole) {
  jh_error err;
  jh_code code;
  jh_buf joined;
  jh_buf_init(&joined);
  jh_shards *shards = join(&err, &code);
  fuzz_must(code == JH_OK, "good parts are joined");
  fuzz_must(
      jh_shards_write(shards, JH_FORMAT_JSON, JH_EN, fuzz_take, &joined, &err) == JH_OK,
      "they are told as one");
  fuzz_must(jh_str_equal(jh_buf_str(whole), jh_buf_str(&joined)), "parts are the whole");
  jh_shards_close(shards);
  jh_buf_done(&joined);
}

static void begin(void) {
  if (pack) return;
  fuzz_begin();
  jh_session *session = NULL;
  jh_error err;
  jh_buf whole;
  char rules[512], data[600];
  (void)snprintf(rules, sizeof rules, "%s/tests/fault/parts", fuzz_share());
  (void)snprintf(data, sizeof data, "%s/tests/fault/parts/data", fuzz_share());
  static const char *const switches[] = {"more_teachers"};
  const jh_session_options alone = {
      .rules = rules,
      .dictionary = "pack/dictionary.lua",
      .share = fuzz_share(),
      .switches = switches,
      .switch_count = 1};
  jh_session_options options = alone;
  options.data = data;
  const jh_run_record record = {.session = &options, .on = "2024-09-01"};
  fuzz_must(jh_session_open(&session, &options, &err) == JH_OK, "the good pack is read");
  for (size_t i = 0; i < 2; i++) {
    jh_buf_init(&good[i]);
    const jh_shard_options how = {
        .record = &record,
        .part = i ? "2/2" : "1/2",
        .jobs = 1,
        .writer = fuzz_take,
        .payload = &good[i]};
    fuzz_must(jh_session_shard(session, &how, &err) == JH_OK, "a part is written");
    fuzz_put(paths[i], jh_buf_str(&good[i]));
    fuzz_must(good[i].size < ROOM / 2, "it is small");
  }
  fuzz_must(jh_shard_marks_engine(&engine, &err) == JH_OK, "the engine knows itself");
  fuzz_must(jh_session_open(&pack, &alone, &err) == JH_OK, "the pack is read alone");
  jh_buf_init(&whole);
  write_whole(session, &whole);
  must_be_whole(&whole);
  jh_buf_done(&whole);
  jh_session_close(session);
}

/* One change of the bytes before the seal; how many there are then. */
static size_t change(char *bytes, size_t count, const uint8_t *at) {
  size_t place = ((size_t)at[0] | (size_t)(at[1] & 0x3FU) << 8) % count;
  place = count - 1 - place;
  const unsigned kind = at[1] >> 6;
  const size_t removed = (size_t)at[2] % 16 + 1, added = (size_t)at[2] % 4 + 1;
  if (kind == 0) bytes[place] = (char)at[2];
  if (kind == 1 && place + 4 <= count) memcpy(bytes + place, at + 2, 4);
  if (kind == 2 && place + removed < count) {
    memmove(bytes + place, bytes + place + removed, count - place - removed);
    return count - removed;
  }
  if (kind == 3 && count + added < ROOM - SEAL) {
    memmove(bytes + place + added, bytes + place, count - place);
    memcpy(bytes + place, at + 2, added);
    return count + added;
  }
  return count;
}

static void make(const uint8_t *data, size_t size) {
  static char bytes[ROOM];
  const unsigned which = size ? data[0] & 1U : 0;
  const bool is_sealed = !size || !(data[0] & 2U);
  size_t count = good[which].size - SEAL;
  char seal[JH_SHA256_TEXT];
  memcpy(seal, good[which].at + count, SEAL);
  memcpy(bytes, good[which].at, count);
  for (size_t i = 1; i + CHANGE <= size; i += CHANGE) count = change(bytes, count, data + i);
  jh_sha256 hash;
  jh_sha256_init(&hash);
  jh_sha256_add(&hash, (jh_str){bytes, count});
  char found[JH_SHA256_TEXT];
  fuzz_must(jh_sha256_done(&hash, found), "bytes are counted");
  memcpy(bytes + count, is_sealed ? found : seal, SEAL);
  fuzz_put(paths[which], (jh_str){bytes, count + SEAL});
  fuzz_put(paths[!which], jh_buf_str(&good[!which]));
}

/* Told, or refused by the part's name. */
static void tell(jh_shards *shards, jh_format format, jh_lang lang) {
  jh_error err = {0};
  jh_buf once, again;
  jh_buf_init(&once);
  jh_buf_init(&again);
  jh_code code = jh_shards_write(shards, format, lang, fuzz_take, &once, &err);
  if (code) fuzz_must_tell(&err, code, true);
  jh_code second = jh_shards_write(shards, format, lang, fuzz_take, &again, &err);
  fuzz_must(code == second, "what is told once is told again");
  fuzz_must(code || jh_str_equal(jh_buf_str(&once), jh_buf_str(&again)), "it is the same");
  jh_buf_done(&once);
  jh_buf_done(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  begin();
  make(data, size);
  jh_error err = {0};
  jh_code code;
  jh_shards *shards = join(&err, &code);
  /* A part that is missing has no file to be named. */
  if (code) fuzz_must_tell(&err, code, code != JH_ESHARD_MISSING);
  if (!code) {
    char text[4096];
    const jh_diag *diag = jh_shards_diag(shards);
    for (size_t i = 0; i < jh_diag_kept(diag); i++)
      for (int lang = 0; lang < JH_LANGS; lang++)
        (void)jh_error_print(jh_diag_get(diag, i), (jh_lang)lang, text, sizeof text);
    tell(shards, JH_FORMAT_TEXT, JH_ZH);
    tell(shards, JH_FORMAT_CSV, JH_EN);
    tell(shards, JH_FORMAT_JSON, JH_EN);
    fuzz_must(jh_shards_count(shards, "met") <= 2, "there are two counties");
  }
  jh_shards_close(shards);
  return 0;
}
