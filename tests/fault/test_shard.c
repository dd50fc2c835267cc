/* test_shard.c - memory runs out while parts of an evaluation are written, and while they are joined. */
#include "starve.h"

static const char *const paths[] = {JH_TEST_FOLDER "/1.shard", JH_TEST_FOLDER "/2.shard"};

static const char *const switches[] = {"more_teachers"};
static const jh_session_options options = {
    .rules = "tests/fault/parts",
    .data = "tests/fault/parts/data",
    .dictionary = "tests/hostile/good/pack/dictionary.lua",
    .share = ".",
    .switches = switches,
    .switch_count = 1};
static const jh_run_record record = {.session = &options, .on = "2024-09-01"};

static jh_code write_part(
    jh_session *session, const char *part, jh_writer writer, void *payload, jh_error *err) {
  jh_shard_options how = {
      .record = &record, .part = part, .jobs = 1, .writer = writer, .payload = payload};
  return jh_session_shard(session, &how, err);
}

static jh_code parts(written *out, jh_error *err) {
  jh_session *session;
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = write_part(session, "1/2", take, out, err);
  if (!code) code = write_part(session, "2/2", take, out, err);
  jh_session_close(session);
  return code;
}

static jh_code joined(written *out, jh_error *err) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_CSV, JH_FORMAT_JSON};
  jh_shards_options how = {.files = paths, .file_count = 2};
  jh_shards *shards;
  jh_code code = jh_shards_open(&shards, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    code = jh_shards_write(shards, formats[i], JH_ZH, take, out, err);
    if (!code) code = jh_shards_write(shards, formats[i], JH_EN, take, out, err);
  }
  for (size_t i = 0; !code && i < jh_diag_kept(jh_shards_diag(shards)); i++) {
    char text[2048];
    const jh_error *one = jh_diag_get(jh_shards_diag(shards), i);
    (void)take(out, text, jh_error_text(one, JH_EN, text, sizeof text));
  }
  jh_shards_close(shards);
  return code;
}

static bool into_file(void *payload, const char *bytes, size_t count) {
  return fwrite(bytes, 1, count, payload) == count;
}

TEST(a_part_is_written_whole_or_an_error_is_told) { starve(parts); }

TEST(parts_are_joined_whole_or_an_error_is_told) {
  jh_session *session;
  jh_error err;
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
  for (size_t i = 0; i < COUNT(paths); i++) {
    FILE *file = fopen(paths[i], "wb");
    assert_non_null(file);
    assert_int_equal(write_part(session, i ? "2/2" : "1/2", into_file, file, &err), JH_OK);
    assert_int_equal(fclose(file), 0);
  }
  jh_session_close(session);
  starve(joined);
}

TESTS(
    RUN(a_part_is_written_whole_or_an_error_is_told),
    RUN(parts_are_joined_whole_or_an_error_is_told))
