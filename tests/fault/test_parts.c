/* test_parts.c - memory runs out while an evaluation is cut into parts and joined, a cell is edited, or a snapshot is
 * written and taken. */
#include "starve.h"

#include <unistd.h>

static const jh_session_options good = {
    .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};

static jh_code part_of(const char *part, jh_writer writer, void *payload, jh_error *err) {
  jh_session *session;
  const jh_run_record record = {.session = &good, .on = "2024-09-01"};
  const jh_shard_options how = {
      .record = &record, .part = part, .jobs = 1, .writer = writer, .payload = payload};
  uint32_t at, of;
  jh_code code = jh_shard_part(part, &at, &of, err);
  if (code) return code;
  code = jh_session_open(&session, &good, err);
  if (!code) code = jh_session_shard(session, &how, err);
  jh_session_close(session);
  return code;
}

static jh_code parts(written *out, jh_error *err) {
  jh_code code = part_of("1/2", take, out, err);
  return code ? code : part_of("2/2", take, out, err);
}

#define FIRST JH_TEST_FOLDER "/starved-1-2"
#define SECOND JH_TEST_FOLDER "/starved-2-2"

static bool take_file(void *payload, const char *bytes, size_t count) {
  return fwrite(bytes, 1, count, payload) == count;
}

static void make_part(const char *path, const char *part) {
  jh_error err = {0};
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(part_of(part, take_file, file, &err), JH_OK);
  assert_int_equal(fclose(file), 0);
}

static jh_code joined(written *out, jh_error *err) {
  static const char *const files[] = {SECOND, FIRST};
  const jh_shards_options how = {.files = files, .file_count = 2};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_shards *shards = NULL;
  jh_code code = jh_shards_open(&shards, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_shards_write(shards, formats[i], JH_EN, take, out, err);
  if (!code) out->size += jh_shards_count(shards, "unmet") * 1000003;
  if (!code) out->size += jh_diag_count(jh_shards_diag(shards), JH_WARNING);
  jh_shards_close(shards);
  return code;
}

/* One cell another text, and back; and one that is refused. */
static jh_code edit(jh_session *session, written *out, jh_error *err) {
  static const char *const texts[] = {"61", "", "60"};
  jh_code code = JH_OK;
  for (size_t i = 0; i < COUNT(texts) && !code; i++) {
    code = jh_session_set_cell(session, "schools", "S1", "teachers", texts[i], err);
    if (!code) code = jh_session_write(session, JH_FORMAT_CSV, JH_ZH, take, out, err);
    out->size += jh_session_count(session, "met");
  }
  if (code) return code;
  code = jh_session_set_cell(session, "schools", "S1", "teachers", "many", err);
  return code == JH_ENOT_NUMBER ? JH_OK : code;
}

static jh_code edited(written *out, jh_error *err) {
  jh_session *session;
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_open(&session, &good, err);
  if (!code) code = jh_session_evaluate(session, &how, err);
  if (!code) code = edit(session, out, err);
  jh_session_close(session);
  return code;
}

#define SNAPSHOT JH_TEST_FOLDER "/starved.snapshot"

/* What became of the snapshot may hang on memory; the verdicts do not. */
static jh_code judged_with(const char *snapshot, bool *is_taken, written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = good;
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  options.snapshot = snapshot;
  jh_code code = jh_session_open(&session, &options, err);
  if (session) *is_taken = !jh_session_snapshot(session);
  if (!code) code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_ZH, take, out, err);
  jh_session_close(session);
  return code;
}

static jh_code taken(written *out, jh_error *err) {
  bool is_taken;
  return judged_with(SNAPSHOT, &is_taken, out, err);
}

/* The file is whole or is not there, or is of other data. */
static jh_code kept(written *out, jh_error *err) {
  bool is_taken = false;
  (void)unlink(SNAPSHOT "-2");
  jh_code code = judged_with(SNAPSHOT "-2", &is_taken, out, err);
  return code ? code : judged_with(SNAPSHOT "-2", &is_taken, out, err);
}

TEST(want_of_memory_is_an_error_while_a_part_is_evaluated) { starve(parts); }

TEST(so_it_is_while_parts_are_joined) {
  make_part(FIRST, "1/2");
  make_part(SECOND, "2/2");
  starve(joined);
}

TEST(so_it_is_while_a_cell_is_edited) { starve(edited); }

TEST(so_it_is_while_a_snapshot_is_taken) {
  jh_error err = {0};
  written out = {0};
  bool is_taken = false;
  (void)unlink(SNAPSHOT);
  assert_int_equal(judged_with(SNAPSHOT, &is_taken, &out, &err), JH_OK);
  assert_int_equal(judged_with(SNAPSHOT, &is_taken, &out, &err), JH_OK);
  assert_true(is_taken);
  starve(taken);
}

TEST(so_it_is_while_a_snapshot_is_written) { starve_again(kept); }

TESTS(
    RUN(want_of_memory_is_an_error_while_a_part_is_evaluated), RUN(so_it_is_while_parts_are_joined),
    RUN(so_it_is_while_a_cell_is_edited), RUN(so_it_is_while_a_snapshot_is_taken),
    RUN(so_it_is_while_a_snapshot_is_written))
