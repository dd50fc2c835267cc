/* Parts of an evaluation and their merge. Tests run in the root of the tree. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "session/shard.h"
#include "support/sink.h"

enum { MOST = 5, ROOM = 1 << 14, SEAL = JH_SHA256_TEXT - 1 };

static const char *const switches[] = {"more_teachers"};
static const jh_session_options options = {
    .rules = "tests/fault/parts",
    .data = "tests/fault/parts/data",
    .dictionary = "tests/hostile/good/pack/dictionary.lua",
    .share = ".",
    .switches = switches,
    .switch_count = 1};
static const char *day = "2024-09-01";
static jh_error err;
static jh_session *session;
static jh_shards *shards;
static char names[MOST][128];
static const char *paths[MOST];
static char whole[1 << 16];

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static bool into_file(void *payload, const char *bytes, size_t count) {
  return fwrite(bytes, 1, count, payload) == count;
}

static int set_up(void **state) {
  (void)state;
  day = "2024-09-01";
  for (size_t i = 0; i < MOST; i++) {
    (void)snprintf(
        names[i], sizeof names[i], "%s/%zu-%ld.shard", JH_TEST_FOLDER, i, (long)getpid());
    paths[i] = names[i];
  }
  return jh_session_open(&session, &options, &err) == JH_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  jh_shards_close(shards);
  session = NULL;
  shards = NULL;
  for (size_t i = 0; i < MOST; i++) (void)remove(names[i]);
  return 0;
}

static jh_code write_one(const char *part, jh_writer writer, void *payload) {
  const jh_run_record record = {.session = &options, .on = day};
  const jh_shard_options how = {
      .record = &record, .part = part, .jobs = 1, .writer = writer, .payload = payload};
  return jh_session_shard(session, &how, &err);
}

static void make(size_t place, uint32_t part, uint32_t parts) {
  char which[24];
  FILE *file = fopen(names[place], "wb");
  assert_non_null(file);
  (void)snprintf(which, sizeof which, "%u/%u", part, parts);
  assert_int_equal(write_one(which, into_file, file), JH_OK);
  assert_int_equal(fclose(file), 0);
}

static void make_all(uint32_t parts) {
  for (uint32_t i = 0; i < parts; i++) make(i, i + 1, parts);
}

static jh_code open_parts(size_t count) {
  const jh_shards_options how = {.files = paths, .file_count = count};
  jh_shards_close(shards);
  return jh_shards_open(&shards, &how, &err);
}

static void refused(jh_code wanted, size_t count, size_t place) {
  assert_int_equal(open_parts(count), wanted);
  assert_string_equal(err.at.file, place == MOST ? "" : names[place]);
}

static size_t slurp(size_t place, char *bytes) {
  FILE *file = fopen(names[place], "rb");
  assert_non_null(file);
  size_t count = fread(bytes, 1, ROOM, file);
  assert_int_equal(fclose(file), 0);
  assert_in_range(count, 1, ROOM - 1);
  return count;
}

static void spill(size_t place, const char *bytes, size_t count) {
  FILE *file = fopen(names[place], "r+b");
  if (!file) file = fopen(names[place], "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(ftruncate(fileno(file), (off_t)count), 0);
  assert_int_equal(fclose(file), 0);
}

static void seal(char *bytes, size_t count) {
  char found[JH_SHA256_TEXT];
  jh_sha256 hash;
  jh_sha256_init(&hash);
  jh_sha256_add(&hash, (jh_str){bytes, count - SEAL});
  assert_true(jh_sha256_done(&hash, found));
  memcpy(bytes + count - SEAL, found, SEAL);
}

/* Writes another text of the same length into a part and seals it. */
static void replace(size_t place, const char *from, const char *to) {
  static char bytes[ROOM];
  size_t count = slurp(place, bytes), length = strlen(from);
  assert_int_equal(length, strlen(to));
  char *at = memmem(bytes, count, from, length);
  assert_non_null(at);
  memcpy(at, to, length);
  seal(bytes, count);
  spill(place, bytes, count);
}

TEST(a_part_is_named_by_two_numbers) {
  uint32_t part = 0, parts = 0;
  static const char *const bad[] = {"",    "/",     "1",    "1/",      "0/2",
                                    "3/2", "1/2/3", "1/2 ", "1/10001", "99999999999/99999999999"};
  assert_int_equal(jh_shard_part("10000/10000", &part, &parts, &err), JH_OK);
  assert_int_equal(part, 10000);
  assert_int_equal(parts, 10000);
  for (size_t i = 0; i < COUNT(bad); i++)
    assert_int_equal(jh_shard_part(bad[i], &part, &parts, &err), JH_ESHARD_PART);
  assert_int_equal(write_one("3/2", take, NULL), JH_ESHARD_PART);
}

TEST(numbers_and_texts_are_taken_as_they_were_put) {
  static const uint64_t values[] = {0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX};
  jh_buf buf;
  jh_buf_init(&buf);
  for (size_t i = 0; i < COUNT(values); i++) jh_shard_wire_put(&buf, values[i]);
  jh_shard_wire_put_text(&buf, jh_str_of("甲县"));
  jh_shard_cursor cursor = jh_shard_wire_open(jh_buf_str(&buf));
  for (size_t i = 0; i < COUNT(values); i++) assert_true(jh_shard_wire_take(&cursor) == values[i]);
  jh_str name = jh_shard_wire_take_text(&cursor);
  assert_slice(name, "甲县");
  assert_true(cursor.at == cursor.end);
  assert_false(cursor.is_bad);
  jh_buf_done(&buf);
}

static jh_shard_cursor cursor_of(const char *bytes, size_t count) {
  return jh_shard_wire_open((jh_str){bytes, count});
}

TEST(nothing_is_taken_beyond_the_end_and_nothing_that_may_not_be) {
  char word[4];
  jh_shard_cursor cursor = cursor_of("\x80", 1); /* more should follow */
  assert_true(jh_shard_wire_take(&cursor) == 0 && cursor.is_bad);
  cursor =
      cursor_of("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11); /* no number has so many */
  assert_true(jh_shard_wire_take(&cursor) == 0 && cursor.is_bad);
  cursor = cursor_of("\x03xy", 3);
  assert_true(jh_shard_wire_take_text(&cursor).size == 0 && cursor.is_bad);
  cursor = cursor_of("\x05", 1);
  assert_int_equal(jh_shard_wire_take_most(&cursor, 5), 5);
  assert_false(cursor.is_bad);
  cursor = cursor_of("\x05", 1);
  assert_true(jh_shard_wire_take_most(&cursor, 4) == 0 && cursor.is_bad);
  cursor = cursor_of("\x80\x80\x80\x80\x10", 5); /* beyond 32 bits */
  assert_true(jh_shard_wire_take_most(&cursor, UINT64_MAX) == 0 && cursor.is_bad);
  cursor = cursor_of("\x02wxyz", 5);
  assert_int_equal(jh_shard_wire_take_count(&cursor, 2), 2);
  cursor = cursor_of("\x03wxyz", 5);
  assert_true(jh_shard_wire_take_count(&cursor, 2) == 0 && cursor.is_bad);
  cursor = cursor_of("\x03xyz", 4);
  jh_shard_wire_take_into(&cursor, word, sizeof word);
  assert_string_equal(word, "xyz");
  cursor = cursor_of("\x04wxyz", 5);
  jh_shard_wire_take_into(&cursor, word, sizeof word);
  assert_true(word[0] == '\0' && cursor.is_bad);
  cursor = cursor_of("\x02x\0", 3);
  jh_shard_wire_take_into(&cursor, word, sizeof word);
  assert_true(word[0] == '\0' && cursor.is_bad);
}

/* The same bytes as of the whole, in all forms and languages; the last part is named first. */
static void must_be_whole(uint32_t parts) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_CSV, JH_FORMAT_JSON};
  const jh_evaluate_options how = {.on = day, .jobs = 1, .with_figures = true};
  make_all(parts);
  for (uint32_t i = 0; i < parts; i++) paths[i] = names[parts - 1 - i];
  assert_int_equal(open_parts(parts), JH_OK);
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK);
  for (size_t i = 0; i < 2 * COUNT(formats); i++) {
    const jh_lang lang = i % 2 ? JH_EN : JH_ZH;
    size = 0;
    assert_int_equal(jh_session_write(session, formats[i / 2], lang, take, NULL, &err), JH_OK);
    memcpy(whole, text, size + 1);
    size = 0;
    assert_int_equal(jh_shards_write(shards, formats[i / 2], lang, take, NULL, &err), JH_OK);
    assert_string_equal(text, whole);
  }
  assert_int_equal(jh_shards_count(shards, "unmet"), 1);
  assert_int_equal(jh_shards_count(shards, "undetermined"), 1);
  assert_int_equal(jh_shards_count(shards, "splendid"), 0);
}

TEST(one_part_is_the_whole) { must_be_whole(1); }

TEST(answers_go_on_from_part_to_part) { must_be_whole(2); }

TEST(parts_without_counties_add_nothing) { must_be_whole(MOST); }

TEST(a_part_that_cannot_be_written_is_an_error_and_so_is_a_result) {
  assert_int_equal(write_one("1/2", refuse, NULL), JH_ENOT_WRITABLE);
  make_all(2);
  assert_int_equal(open_parts(2), JH_OK);
  assert_int_equal(
      jh_shards_write(shards, JH_FORMAT_CSV, JH_EN, refuse, NULL, &err), JH_ENOT_WRITABLE);
}

TEST(a_pack_without_data_has_no_parts) {
  jh_session_options alone = options;
  alone.data = NULL;
  jh_session_close(session);
  assert_int_equal(jh_session_open(&session, &alone, &err), JH_OK);
  assert_int_equal(write_one("1/2", take, NULL), JH_ENO_DATA);
}

TEST(what_is_no_part_is_refused_by_its_name) {
  make_all(2);
  spill(1, "county_code,verdict\n990101,met\n", 31);
  refused(JH_ENOT_SHARD, 2, 1);
  spill(1, "JUNHENG", 7);
  refused(JH_ENOT_SHARD, 2, 1);
  spill(1, "", 0);
  refused(JH_ENOT_SHARD, 2, 1);
  (void)remove(names[1]);
  refused(JH_ENOT_READABLE, 2, 1);
  assert_int_equal(mkdir(names[1], 0700), 0);
  refused(JH_ENOT_SHARD, 2, 1);
  assert_int_equal(rmdir(names[1]), 0);
}

TEST(a_part_that_is_cut_or_changed_anywhere_is_damaged) {
  static char bytes[ROOM];
  make_all(2);
  size_t count = slurp(1, bytes);
  const size_t begin = strlen(JH_SHARD_FORM);
  for (size_t at = begin; at < count; at += 37) {
    spill(1, bytes, at);
    refused(JH_ESHARD_DAMAGED, 2, 1);
    bytes[at] ^= 4;
    spill(1, bytes, count);
    refused(JH_ESHARD_DAMAGED, 2, 1);
    bytes[at] ^= 4;
  }
  bytes[count] = 'x';
  spill(1, bytes, count + 1);
  refused(JH_ESHARD_DAMAGED, 2, 1);
  bytes[begin - 2] = 'A'; /* the form's number */
  spill(1, bytes, count);
  refused(JH_ESHARD_DAMAGED, 2, 1);
}

TEST(a_part_that_is_cut_and_sealed_again_is_damaged) {
  static char bytes[ROOM], cut[ROOM];
  make_all(2);
  size_t count = slurp(1, bytes);
  for (size_t at = strlen(JH_SHARD_FORM); at + SEAL < count; at += 11) {
    memcpy(cut, bytes, at);
    seal(cut, at + SEAL);
    spill(1, cut, at + SEAL);
    refused(JH_ESHARD_DAMAGED, 2, 1);
  }
  memcpy(cut, bytes, count - SEAL);
  cut[count - SEAL] = 'x'; /* a byte behind the last county */
  seal(cut, count + 1);
  spill(1, cut, count + 1);
  refused(JH_ESHARD_DAMAGED, 2, 1);
}

TEST(a_later_form_is_told_as_one) {
  make_all(1);
  replace(0, JH_SHARD_FORM, JH_SHARD_BEGIN "2\n");
  refused(JH_ESHARD_VERSION, 1, 0);
  assert_string_equal(err.args[0], "2");
}

TEST(parts_of_two_runs_are_told_apart_by_what_differs) {
  make_all(2);
  day = "2024-08-01";
  make(1, 2, 2);
  refused(JH_ESHARD_OTHER, 2, 1);
  assert_string_equal(err.args[1], "2024-08-01");
  assert_string_equal(err.args[2], "2024-09-01");
  assert_string_equal(err.also.file, names[0]);
  day = "2024-09-01";
  make(1, 2, 3);
  refused(JH_ESHARD_OTHER, 2, 1);
}

TEST(every_part_is_wanted_once) {
  make(0, 1, 7);
  make(1, 3, 7);
  make(2, 4, 7);
  refused(JH_ESHARD_MISSING, 3, MOST);
  assert_string_equal(err.args[0], "2, 5-7");
  make(1, 4, 7);
  assert_int_equal(open_parts(3), JH_ESHARD_TWICE);
  assert_string_equal(err.args[0], "4");
  assert_true(strcmp(err.at.file, err.also.file) != 0);
}

TEST(another_program_s_parts_are_refused) {
  jh_shard_marks engine = {0};
  char zeros[JH_SHA256_TEXT];
  memset(zeros, '0', SEAL);
  zeros[SEAL] = '\0';
  make_all(1);
  assert_int_equal(jh_shard_marks_engine(&engine, &err), JH_OK);
  replace(0, engine.of[JH_SHARD_PROGRAM], zeros);
  refused(JH_ESHARD_ENGINE, 1, 0);
  assert_non_null(strstr(err.args[0], "000000000000"));
}

TEST(other_rules_than_those_of_the_parts_are_refused) {
  jh_shards_options how = {.files = paths, .file_count = 1, .rules = "tests/fault/roadmap"};
  make_all(1);
  assert_int_equal(jh_shards_open(&shards, &how, &err), JH_ESHARD_RULES);
  assert_string_equal(err.at.file, names[0]);
}

TEST(counties_follow_one_another_through_the_parts) {
  make_all(2);
  assert_int_equal(open_parts(2), JH_OK);
  jh_shard_marks marks = shards->files[0].marks;
  jh_shard_file files[2] = {
      {.path = "a", .marks = marks, .part = 1, .from = 0, .to = 1},
      {.path = "b", .marks = marks, .part = 2, .from = 1, .to = 2}};
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_OK);
  files[1].from = 0; /* a county twice */
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_ESHARD_DAMAGED);
  files[1].from = 1;
  files[1].to = 1; /* one is missing at the end */
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_ESHARD_DAMAGED);
  files[1].to = 3; /* one more than there are */
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_ESHARD_DAMAGED);
  files[1].to = 2;
  files[1].part = 3;
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_ESHARD_DAMAGED);
  files[1].part = 2;
  for (size_t i = 0; i < 2; i++)
    (void)snprintf(files[i].marks.of[JH_SHARD_PARTS], sizeof marks.of[0], "two");
  assert_int_equal(jh_shard_set_check(files, 2, &marks, &err), JH_ESHARD_DAMAGED);
}

TEST(bytes_that_change_after_they_were_looked_over_are_damage) {
  make_all(2);
  assert_int_equal(open_parts(2), JH_OK);
  assert_int_equal(jh_shards_count(shards, "unmet"), 1); /* the second county is in view now */
  replace(0, "0.5902", "0.4902");
  size = 0;
  assert_int_equal(
      jh_shards_write(shards, JH_FORMAT_CSV, JH_EN, take, NULL, &err), JH_ESHARD_DAMAGED);
  assert_string_equal(err.at.file, names[0]);
}

/* The number of a rule by its id. */
static uint32_t rule(const char *id) {
  const jh_plan *plan = shards->session->plan;
  uint32_t i = 0;
  while (i < plan->rule_count && strcmp(plan->rules[i].id, id) != 0) i++;
  assert_in_range(i, 0, plan->rule_count - 1);
  return i;
}

TEST(a_part_that_does_not_tell_what_is_asked_is_damaged) {
  jh_arena *arena = jh_arena_open();
  jh_cell *cells;
  size_t count;
  make_all(2);
  for (int kind = 0; kind < 4; kind++) {
    uint32_t from, to;
    assert_int_equal(open_parts(2), JH_OK);
    const jh_results *results = &shards->results;
    assert_int_equal(jh_shard_view_read(shards, 1, &err), JH_OK);
    shards->view.wait_count = shards->view.floor_count = 0;
    if (kind == 0)
      assert_int_equal(
          results->waiting(shards, rule("ready"), 1, 3, arena, &cells, &count, &err),
          JH_ESHARD_DAMAGED);
    if (kind == 1)
      (void)results->floor(shards, rule("resources_ready"), rule("area_per_student"), 2);
    for (uint32_t level = 0; level < shards->session->plan->level_count; level++) {
      if (shards->levels[level]) continue;
      shards->view.rows[level].is_there = false;
      if (kind == 2) results->rows(shards, level, 1, &from, &to);
      if (kind == 3) (void)results->entity(shards, level, 0);
    }
    assert_int_equal(shards->broken.code, JH_ESHARD_DAMAGED);
    assert_string_equal(shards->broken.at.file, names[1]);
    size = 0;
    assert_int_equal(
        jh_shards_write(shards, JH_FORMAT_CSV, JH_EN, take, NULL, &err), JH_ESHARD_DAMAGED);
  }
  jh_arena_close(arena);
}

TEST(a_question_without_a_row_is_no_answer) {
  jh_finding finding;
  make_all(1);
  assert_int_equal(open_parts(1), JH_OK);
  assert_int_equal(shards->results.finding(shards, rule("ready"), 2, &finding, &err), JH_EINTERNAL);
  assert_int_equal(shards->results.verdict(shards, rule("ready"), 0), JH_UNDETERMINED);
}

/* What was noticed in the data is told once, and what was only counted is counted. */
TEST(what_was_noticed_goes_through_a_part) {
  jh_diag *told = jh_diag_open(2), *taken = jh_diag_open(2);
  jh_place at = jh_place_of("schools.csv", 3, 4);
  jh_buf buf;
  jh_buf_init(&buf);
  for (int i = 0; i < 5; i++) {
    assert_int_equal(jh_fail(&err, JH_EBAD_DATE, &at, "2024-02-30", NULL), JH_EBAD_DATE);
    jh_diag_add(told, &err);
  }
  jh_shard_diag_put(&buf, told);
  jh_shard_cursor cursor = jh_shard_wire_open(jh_buf_str(&buf));
  jh_shard_diag_take(&cursor, taken);
  assert_true(!cursor.is_bad && cursor.at == cursor.end);
  assert_int_equal(jh_diag_kept(taken), 2);
  assert_int_equal(jh_diag_count(taken, JH_ERROR), 5);
  assert_int_equal(jh_diag_dropped(taken, JH_ERROR), 3);
  assert_string_equal(jh_diag_get(taken, 1)->at.file, "schools.csv");
  assert_string_equal(jh_diag_get(taken, 1)->args[0], "2024-02-30");
  for (size_t length = 0; length < buf.size; length++) {
    cursor = cursor_of(buf.at, length);
    jh_diag *cut = jh_diag_open(2);
    jh_shard_diag_take(&cursor, cut);
    assert_true(cursor.is_bad);
    jh_diag_close(cut);
  }
  jh_buf_done(&buf);
  jh_diag_close(told);
  jh_diag_close(taken);
}

TEST(a_mark_that_is_too_long_is_its_fingerprint) {
  jh_shard_marks marks = {0};
  char name[160], line[300];
  memset(line, 'a', sizeof line);
  assert_int_equal(jh_shard_marks_set(&marks, JH_SHARD_YEAR, (jh_str){line, 255}, &err), JH_OK);
  assert_int_equal(strlen(marks.of[JH_SHARD_YEAR]), 255);
  assert_int_equal(jh_shard_marks_set(&marks, JH_SHARD_YEAR, (jh_str){line, 256}, &err), JH_OK);
  assert_int_equal(strlen(marks.of[JH_SHARD_YEAR]), SEAL);
  for (int i = 0; i < JH_SHARD_MARKS; i++)
    assert_true(strlen(jh_shard_marks_name(name, (jh_shard_mark)i)) > 0);
}

#define RUN_FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    RUN_FRESH(a_part_is_named_by_two_numbers), RUN(numbers_and_texts_are_taken_as_they_were_put),
    RUN(nothing_is_taken_beyond_the_end_and_nothing_that_may_not_be),
    RUN_FRESH(one_part_is_the_whole), RUN_FRESH(answers_go_on_from_part_to_part),
    RUN_FRESH(parts_without_counties_add_nothing),
    RUN_FRESH(a_part_that_cannot_be_written_is_an_error_and_so_is_a_result),
    RUN_FRESH(a_pack_without_data_has_no_parts), RUN_FRESH(what_is_no_part_is_refused_by_its_name),
    RUN_FRESH(a_part_that_is_cut_or_changed_anywhere_is_damaged),
    RUN_FRESH(a_part_that_is_cut_and_sealed_again_is_damaged),
    RUN_FRESH(a_later_form_is_told_as_one),
    RUN_FRESH(parts_of_two_runs_are_told_apart_by_what_differs),
    RUN_FRESH(every_part_is_wanted_once), RUN_FRESH(another_program_s_parts_are_refused),
    RUN_FRESH(other_rules_than_those_of_the_parts_are_refused),
    RUN_FRESH(counties_follow_one_another_through_the_parts),
    RUN_FRESH(bytes_that_change_after_they_were_looked_over_are_damage),
    RUN_FRESH(a_part_that_does_not_tell_what_is_asked_is_damaged),
    RUN_FRESH(a_question_without_a_row_is_no_answer), RUN(what_was_noticed_goes_through_a_part),
    RUN(a_mark_that_is_too_long_is_its_fingerprint))
