/* Targets over points in time, by the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_roadmap *roadmap;
static size_t loads, told;
static uint64_t loaded;

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

/* Counts how often the data are read from the beginning. */
static void on_progress(void *payload, const char *phase, uint64_t done, uint64_t total) {
  (void)payload, (void)total;
  if (strcmp(phase, "load") != 0) return;
  loads += done < loaded || loads == 0;
  loaded = done;
}

static void on_notice(void *payload, const jh_diag *diag) {
  (void)payload;
  told += diag != NULL;
}

static void open_map(const char *rules, const char *reform, const char *on) {
  static const char *reforms[1];
  reforms[0] = reform;
  jh_roadmap_options how = {
      .session =
          {.rules = rules,
           .reforms = reforms,
           .reform_count = reform != NULL,
           .share = ".",
           .jobs = 1,
           .progress = on_progress},
      .on = on,
      .notice = on_notice};
  loads = told = 0;
  loaded = 0;
  assert_int_equal(jh_roadmap_open(&roadmap, &how, &err), JH_OK);
}

#define PLAN "tests/golden/roadmap/plan.lua"
#define REFORM "tests/golden/roadmap/reform.lua"

static int tear_down(void **state) {
  (void)state;
  jh_roadmap_close(roadmap);
  roadmap = NULL;
  return 0;
}

static jh_code write_as(jh_format format, jh_writer writer, size_t *missed) {
  size = 0;
  text[0] = '\0';
  return jh_roadmap_write(roadmap, format, JH_EN, writer, NULL, missed, &err);
}

TEST(the_share_is_told_with_what_is_missing) {
  size_t missed = 99;
  open_map(PLAN, NULL, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", NULL, &err), JH_OK);
  assert_int_equal(write_as(JH_FORMAT_TEXT, take, &missed), JH_OK);
  assert_int_equal(missed, 0);
  assert_int_equal(told, 1);
  assert_non_null(strstr(text, "23.05 %: met, 0 to 1 to spare"));
  assert_non_null(strstr(text, "30 %: undetermined, 0 to 1 missing"));
}

TEST(a_reform_is_judged_over_data_that_are_read_once) {
  open_map(PLAN, REFORM, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", NULL, &err), JH_OK);
  assert_int_equal(loads, 1);
  assert_int_equal(told, 2);
  assert_int_equal(write_as(JH_FORMAT_TEXT, take, NULL), JH_OK);
  assert_non_null(strstr(text, "no longer met (1): 乙二县"));
}

TEST(it_may_be_written_again_and_in_every_form) {
  static char first[sizeof text];
  open_map(PLAN, REFORM, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", "all", &err), JH_OK);
  assert_int_equal(write_as(JH_FORMAT_JSON, take, NULL), JH_OK);
  memcpy(first, text, sizeof text);
  assert_int_equal(write_as(JH_FORMAT_CSV, take, NULL), JH_OK);
  assert_int_equal(write_as(JH_FORMAT_JSON, take, NULL), JH_OK);
  assert_string_equal(text, first);
}

TEST(a_full_sink_is_an_error_in_every_form) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  open_map(PLAN, NULL, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", NULL, &err), JH_OK);
  for (size_t i = 0; i < COUNT(formats); i++)
    assert_int_equal(write_as(formats[i], refuse, NULL), JH_ENOT_WRITABLE);
}

TEST(without_a_point_nothing_is_told) {
  open_map(PLAN, NULL, NULL);
  assert_int_equal(write_as(JH_FORMAT_TEXT, take, NULL), JH_ENO_DATA);
}

TEST(a_point_that_fails_leaves_the_others) {
  open_map(PLAN, NULL, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", NULL, &err), JH_OK);
  assert_int_equal(jh_roadmap_add(roadmap, "data/nowhere", NULL, &err), JH_ENO_FOLDER);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", "2024", &err), JH_EPOINT_TWICE);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", "2024，", &err), JH_EPOINT_TWICE);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", " ,2024", &err), JH_EBAD_YEARS);
  assert_int_equal(write_as(JH_FORMAT_JSON, take, NULL), JH_OK);
  assert_non_null(strstr(text, "\"counties\":13"));
}

TEST(a_pack_without_targets_is_refused) {
  open_map("national/quality-balance-2017", NULL, NULL);
  assert_int_equal(jh_roadmap_add(roadmap, "data/sample", NULL, &err), JH_ENO_TARGETS);
}

TEST(a_day_that_does_not_exist_is_refused) {
  jh_roadmap_options how = {.session = {.rules = PLAN}, .on = "2024-02-30"};
  assert_int_equal(jh_roadmap_open(&roadmap, &how, &err), JH_EBAD_DATE);
  assert_null(roadmap);
}

#define CLOSED(name) cmocka_unit_test_teardown(name, tear_down)

TESTS(
    CLOSED(the_share_is_told_with_what_is_missing),
    CLOSED(a_reform_is_judged_over_data_that_are_read_once),
    CLOSED(it_may_be_written_again_and_in_every_form),
    CLOSED(a_full_sink_is_an_error_in_every_form), CLOSED(without_a_point_nothing_is_told),
    CLOSED(a_point_that_fails_leaves_the_others), CLOSED(a_pack_without_targets_is_refused),
    CLOSED(a_day_that_does_not_exist_is_refused))
