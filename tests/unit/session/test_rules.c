/* The rules of packs through the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static int set_up(void **state) {
  (void)state;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .share = ".", .with_cases = true};
  size = 0;
  text[0] = '\0';
  return jh_session_open(&session, &options, &err) == JH_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static jh_rules_options how(const char *id, jh_format format) {
  return (jh_rules_options){.id = id, .format = format, .lang = JH_EN, .writer = take};
}

TEST(a_pack_is_shown_whole_in_every_format) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats); i++) {
    jh_rules_options options = how(NULL, formats[i]);
    size = 0;
    assert_int_equal(jh_session_rules_show(session, &options, &err), JH_OK);
    assert_non_null(strstr(text, "class_size.at_most"));
    assert_non_null(strstr(text, "monitored_difference.below"));
    options.writer = refuse;
    assert_int_equal(jh_session_rules_show(session, &options, &err), JH_ENOT_WRITABLE);
  }
}

TEST(an_unknown_name_and_a_bad_day_are_refused) {
  jh_rules_options options = how("class_sise", JH_FORMAT_TEXT);
  assert_int_equal(jh_session_rules_show(session, &options, &err), JH_EUNKNOWN_RULE);
  assert_string_equal(err.args[1], "class_size");
  options = how(NULL, JH_FORMAT_TEXT);
  options.on = "2024-02-30";
  assert_int_equal(jh_session_rules_show(session, &options, &err), JH_EBAD_DATE);
  assert_int_equal(jh_session_rules_compare(&session, 1, &options, &err), JH_EBAD_DATE);
}

TEST(a_pack_does_not_differ_from_itself) {
  jh_session *both[] = {session, session};
  jh_rules_options options = how(NULL, JH_FORMAT_TEXT);
  assert_int_equal(jh_session_rules_compare(both, 2, &options, &err), JH_OK);
  assert_string_equal(text, "nothing is different\n");
}

typedef struct pages {
  size_t count, index, stop_at;
} pages;

static bool count_page(void *payload, const char *path, const char *bytes, size_t length) {
  pages *p = payload;
  assert_true(length > 0 && bytes[0] == '#');
  assert_int_equal(bytes[length - 1], '\n');
  if (strcmp(path, "README.md") == 0) p->index++;
  return ++p->count != p->stop_at;
}

TEST(the_rulebook_has_an_index_a_page_for_the_pack_and_one_for_each_rule) {
  pages p = {0, 0, 0};
  assert_int_equal(jh_session_rulebook(&session, 1, count_page, &p, &err), JH_OK);
  assert_int_equal(p.index, 1);
  assert_int_equal(p.count, 55);
}

TEST(a_page_that_is_not_taken_ends_the_rulebook) {
  pages p = {0, 0, 3};
  assert_int_equal(jh_session_rulebook(&session, 1, count_page, &p, &err), JH_ENOT_WRITABLE);
  assert_int_equal(p.count, 3);
}

TEST(the_national_pack_has_nothing_that_looks_wrong) {
  assert_int_equal(jh_session_check_rules(session, &err), JH_OK);
  assert_int_equal(jh_diag_count(jh_session_diag(session), JH_WARNING), 0);
}

static char seen[8][200];
static size_t seen_count;

static bool note_pack(void *payload, const char *pack) {
  (void)payload;
  (void)snprintf(seen[seen_count++], sizeof seen[0], "%s", pack);
  return seen_count < 2;
}

TEST(a_name_is_a_pack_or_a_folder_of_packs_or_handed_on) {
  assert_true(jh_packs_has("national/quality-balance-2017"));
  assert_true(jh_packs_has("rules/national/quality-balance-2017"));
  assert_false(jh_packs_has("national"));
  assert_false(jh_packs_has("class_size"));
  seen_count = 0;
  assert_int_equal(jh_packs_each("tests/published", note_pack, NULL, &err), JH_OK);
  assert_int_equal(seen_count, 2); /* it was told to end */
  assert_string_equal(seen[0], "tests/published/composites");
  assert_string_equal(seen[1], "tests/published/five-schools");
  seen_count = 0;
  assert_int_equal(jh_packs_each("no/such/pack", note_pack, NULL, &err), JH_OK);
  assert_string_equal(seen[0], "no/such/pack");
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    WITH(a_pack_is_shown_whole_in_every_format), WITH(an_unknown_name_and_a_bad_day_are_refused),
    WITH(a_pack_does_not_differ_from_itself),
    WITH(the_rulebook_has_an_index_a_page_for_the_pack_and_one_for_each_rule),
    WITH(a_page_that_is_not_taken_ends_the_rulebook),
    WITH(the_national_pack_has_nothing_that_looks_wrong),
    WITH(a_name_is_a_pack_or_a_folder_of_packs_or_handed_on))
