/* The dictionary's checks of data: each failing row is told with its place, and errors refuse the data. */
#include "support/test.h"

#include <sys/stat.h>

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static const char *const dictionary =
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    "  column \"code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"total\" { name = \"总数\", type = \"decimal\", scale = 2 },\n"
    "  column \"part\" { name = \"其中\", type = \"decimal\", scale = 2 },\n"
    "  column \"kind\" { name = \"类型\", type = \"choice\", choices = { { \"a\", name = \"甲\" } "
    "} },\n"
    "  column \"is_open\" { name = \"开放\", type = \"bool\" } } }\n"
    "check \"part_of_total\" { name = { zh = \"部分不大于总数\", en = \"the part is at most the "
    "total\" },\n"
    "  of = county, holds = county.part:at_most(county.total) }\n"
    "check \"open_ones_are_a\" { name = \"开放的为甲\", of = county, severity = \"warning\",\n"
    "  only_where = county.is_open, holds = county.kind:is \"a\" & county.is_open }\n"
    "dataset { as_of = \"2024-09-01\" }\n";

static void write_file(const char *name, const char *content) {
  char path[600];
  (void)snprintf(path, sizeof path, "%s/checks/%s", JH_TEST_FOLDER, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_true(fputs(content, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

static jh_code open_data(const char *rows) {
  char folder[600];
  (void)snprintf(folder, sizeof folder, "%s/checks", JH_TEST_FOLDER);
  (void)mkdir(folder, 0777);
  write_file("dictionary.lua", dictionary);
  write_file("counties.csv", rows);
  jh_session_options options = {.data = folder, .share = ".", .all_columns = true};
  return jh_session_open(&session, &options, &err);
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

TEST(a_part_above_its_whole_refuses_the_data_with_its_cell) {
  assert_int_equal(open_data("code,total,part\n1,5,5\n2,5.25,5.3\n"), JH_EDATA_REJECTED);
  const jh_diag *diag = jh_session_diag(session);
  assert_int_equal(jh_diag_count(diag, JH_ERROR), 1);
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    const jh_error *found = jh_diag_get(diag, i);
    if (found->severity != JH_ERROR) continue;
    assert_int_equal(found->code, JH_ECHECK_FAILED);
    assert_int_equal(found->at.line, 3);
    assert_int_equal(found->at.field, 3);
    assert_string_equal(found->args[0], "part_of_total");
    assert_string_equal(found->args[2], "part = 5.3, total = 5.25");
  }
}

TEST(a_blank_fails_no_check) {
  assert_int_equal(open_data("code,total,part\n1,,5\n2,5,\n"), JH_OK);
}

TEST(unknown_and_absent_columns_are_told) {
  assert_int_equal(open_data("code,total,extra\n1,5,x\n"), JH_OK);
  const struct {
    jh_format format;
    jh_lang lang;
  } forms[] = {{JH_FORMAT_TEXT, JH_EN}, {JH_FORMAT_TEXT, JH_ZH}, {JH_FORMAT_JSON, JH_EN}};
  for (size_t i = 0; i < COUNT(forms); i++) {
    size = 0;
    jh_code code = jh_session_describe(session, forms[i].format, forms[i].lang, take, NULL, &err);
    assert_int_equal(code, JH_OK);
    assert_non_null(strstr(text, "extra"));
    assert_non_null(strstr(text, "is_open"));
  }
}

TEST(a_pack_past_its_review_warns) {
  char pack[600];
  write_file(
      "pack.lua",
      "pack \"p\" { name = \"p\", version = \"1\", dictionary = \"dictionary.lua\",\n"
      " document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      " review_by = \"2023-01-01\", coverage = \"complete\", files = { \"rules\" } }\n");
  write_file(
      "rules.lua",
      "verdict \"v\" { name = \"v\", clause = \"一\", of = county, holds = county.is_open }\n");
  write_file("counties.csv", "code,is_open\n1,是\n");
  (void)snprintf(pack, sizeof pack, "%s/checks", JH_TEST_FOLDER);
  jh_session_options options = {.rules = pack, .data = pack, .share = "."};
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
  size_t before = jh_diag_count(jh_session_diag(session), JH_WARNING);
  jh_evaluate_options how = {.on = "2024-01-01", .jobs = 1};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK);
  assert_int_equal(jh_diag_count(jh_session_diag(session), JH_WARNING), before + 1);
  assert_int_equal(jh_session_count(session, "met"), 1);
  how.on = "2024-01-02"; /* more than a year after */
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_EREVIEW_LONG_PASSED);
  assert_string_equal(err.args[0], "p");
  assert_string_equal(err.args[1], "2023-01-01");
}

TEST(a_warning_lets_the_data_pass) {
  assert_int_equal(open_data("code,total,part,kind,is_open\n1,5,5,,是\n2,5,5,甲,否\n"), JH_OK);
  assert_int_equal(jh_diag_count(jh_session_diag(session), JH_WARNING), 0);
}

#define FRESH(name) cmocka_unit_test_teardown(name, tear_down)

TESTS(
    FRESH(a_part_above_its_whole_refuses_the_data_with_its_cell), FRESH(a_blank_fails_no_check),
    FRESH(unknown_and_absent_columns_are_told), FRESH(a_pack_past_its_review_warns),
    FRESH(a_warning_lets_the_data_pass))
