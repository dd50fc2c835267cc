/* What a pack's files may get wrong, and memory that runs out anywhere while they are read. */
#include "support/test.h"

#include <unistd.h>

#include "pack/load.h"
#include "scarce_arena.h"
#include "write.h"

jh_code __real_jh_script_enter(jh_script *script, uint32_t layer, jh_error *error);
jh_code __wrap_jh_script_enter(jh_script *script, uint32_t layer, jh_error *error);
jh_code __wrap_jh_script_enter(jh_script *script, uint32_t layer, jh_error *error) {
  if (refuses()) return jh_fail(error, JH_ENOMEM, NULL, NULL);
  return __real_jh_script_enter(script, layer, error);
}

static jh_error err;
static jh_diag *diag;
static jh_plan *plan;

static const char *const table =
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    "  column \"code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"is_good\" { name = \"好\", type = \"bool\" } } }\n";

static void write_pack(const char *file, const char *id, const char *more) {
  char text[1000];
  (void)snprintf(
      text, sizeof text,
      "pack \"%s\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"
      "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      "  coverage = \"complete\", files = { \"article\" }%s }\n",
      id, more);
  write_text(file, text);
}

static void write_words(const char *file, const char *begin, const char *more) {
  char text[1500];
  (void)snprintf(
      text, sizeof text, "%sdictionary \"w\" { name = \"w\", version = \"1\"%s }\n%s", begin, more,
      table);
  write_text(file, text);
}

static void write_good(void) {
  static const char *const folders[] = {"more",      "more/share",      "more/share/data",
                                        "more/good", "more/good/cases", "more/share/data/schema",
                                        "more/side", "more/data"};
  for (size_t i = 0; i < COUNT(folders); i++) make_folder(folders[i]);
  static const char *const links[] = {
      "more/good/words.lua", "more/good/low.lua", "more/good/article.lua", "more/good/cases/c.lua"};
  for (size_t i = 0; i < COUNT(links); i++) (void)remove(at(links[i]));
  (void)remove(at("more/data/dictionary.lua"));
  (void)remove(at("more/share/data/schema/forms.lua"));
  write_pack("more/good/pack.lua", "good", "");
  write_words("more/good/words.lua", "", "");
  write_text(
      "more/good/article.lua",
      "verdict \"v\" { name = \"v\", clause = \"一\", of = county, holds = county.is_good }\n");
  write_text(
      "more/good/cases/c.lua",
      "case \"c\" { rule = \"v\", given = { is_good = true }, expect = \"met\" }\n");
  write_text("more/out.lua", "local x = 1\n");
}

static int set_up(void **state) {
  (void)state;
  diag = jh_diag_open(10);
  plan = NULL;
  write_good();
  return diag ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  jh_diag_close(diag);
  return 0;
}

static jh_code load_from(const char *folder, const char *dictionary, const char *data) {
  char pack[600], named[600], data_folder[600], share[600];
  (void)snprintf(pack, sizeof pack, "%s", at(folder));
  (void)snprintf(share, sizeof share, "%s", at("more/share"));
  (void)snprintf(named, sizeof named, "%s", dictionary ? at(dictionary) : "");
  (void)snprintf(data_folder, sizeof data_folder, "%s", data ? at(data) : "");
  jh_pack_options options = {
      .folder = pack,
      .dictionary = dictionary ? named : NULL,
      .data_folder = data ? data_folder : NULL,
      .share_folder = share,
      .with_cases = true};
  return jh_pack_load(&plan, &options, diag, &err);
}

static jh_code load(void) { return load_from("more/good", NULL, NULL); }

static void link_out(const char *name, const char *target) {
  (void)remove(at(name));
  assert_int_equal(symlink(target, at(name)), 0);
}

TEST(no_file_of_a_pack_is_a_link_out_of_it) {
  link_out("more/good/article.lua", "../out.lua");
  assert_int_equal(load(), JH_ELINK_OUT);
  write_good();
  link_out("more/good/cases/c.lua", "../../out.lua");
  assert_int_equal(load(), JH_ELINK_OUT);
  write_good();
  write_words("more/good/words.lua", "extends \"low.lua\"\n", "");
  link_out("more/good/low.lua", "../out.lua");
  assert_int_equal(load(), JH_ELINK_OUT);
}

TEST(a_dictionary_stands_on_one_beside_it_or_in_the_shared_folder) {
  write_text("more/good/words.lua", "extends \"sub/x.lua\"\n");
  assert_int_equal(load(), JH_EBAD_PATH);
  write_text("more/good/words.lua", "extends 　\n");
  assert_int_equal(load(), JH_EFULL_WIDTH);
}

TEST(forms_are_where_the_dictionary_says) {
  write_words("more/good/words.lua", "", ", forms = \"../forms\"");
  assert_int_equal(load(), JH_EBAD_PATH);
  write_words("more/good/words.lua", "", ", forms = \"forms\"");
  assert_int_equal(load(), JH_ENO_DICTIONARY);
  assert_int_equal(err.at.line, 1);
  write_text("more/share/data/schema/forms.lua", "local x = 1\n");
  assert_int_equal(load(), JH_OK);
}

TEST(a_dictionary_that_the_head_names_and_nobody_has_is_told_there) {
  (void)remove(at("more/good/words.lua"));
  assert_int_equal(load(), JH_ENO_DICTIONARY);
  assert_non_null(strstr(err.at.file, "good/pack.lua"));
  assert_int_equal(err.at.line, 1);
}

TEST(a_shared_dictionary_is_named_without_an_ending) {
  write_words("more/share/data/schema/common.lua", "", "");
  write_text(
      "more/good/pack.lua",
      "pack \"good\" { name = \"n\", version = \"1\", dictionary = \"common\",\n"
      "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      "  coverage = \"complete\", files = { \"article\" } }\n");
  assert_int_equal(load(), JH_OK);
  assert_non_null(strstr(plan->dataset.dictionary, "schema/common.lua"));
}

TEST(what_is_wrong_below_is_told_before_what_stands_on_it_is_read) {
  static const char *const top =
      "overlay \"top\" { on = \"good\", name = \"n\", in_force = \"2022-01-01\",\n"
      "  document = document \"文\" { title = \"t\" } }\n";
  write_text("more/top.lua", top);
  write_pack("more/good/pack.lua", "good", ", columns = { \"columns\" }");
  write_text("more/good/columns.lua", "column_of (\n");
  assert_int_equal(load_from("more/top.lua", NULL, NULL), JH_ELUA_SYNTAX);
  assert_non_null(strstr(err.at.file, "good/columns.lua"));
  write_pack("more/good/pack.lua", "good", ", uses = { \"side\" }");
  write_pack("more/side/pack.lua", "side", "");
  write_text("more/side/article.lua", "verdict (\n");
  assert_int_equal(load(), JH_ELUA_SYNTAX);
  assert_non_null(strstr(err.at.file, "side/article.lua"));
}

TEST(cases_with_a_mistake_end_the_load) {
  write_text("more/good/cases/c.lua", "case (\n");
  write_text("more/good/cases/d.lua", "");
  assert_int_equal(load(), JH_ELUA_SYNTAX);
  (void)remove(at("more/good/cases/d.lua"));
}

static void expect_all_refused(const char *dictionary, const char *data) {
  bool has_ended = false;
  for (long n = 0; n < 20000 && !has_ended; n++) {
    plan = NULL;
    has_refused = false;
    left = n;
    jh_code code = load_from("more/good", dictionary, data);
    left = -1;
    has_ended = !has_refused;
    if (code != (has_refused ? JH_ENOMEM : JH_OK)) fail_msg("%ld: %d", n, (int)code);
  }
  assert_true(has_ended);
  assert_non_null(plan->pack.folder);
}

TEST(every_allocation_that_fails_is_told_as_want_of_memory) {
  write_words("more/good/low.lua", "", ", forms = \"forms\"");
  write_text("more/good/words.lua", "extends \"low.lua\"\n");
  write_text("more/share/data/schema/forms.lua", "local x = 1\n");
  expect_all_refused(NULL, "more/data");
}

TEST(so_it_is_where_the_dictionary_is_told) { expect_all_refused("more/good/words.lua", NULL); }

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(no_file_of_a_pack_is_a_link_out_of_it),
    FRESH(a_dictionary_stands_on_one_beside_it_or_in_the_shared_folder),
    FRESH(forms_are_where_the_dictionary_says),
    FRESH(a_dictionary_that_the_head_names_and_nobody_has_is_told_there),
    FRESH(a_shared_dictionary_is_named_without_an_ending),
    FRESH(what_is_wrong_below_is_told_before_what_stands_on_it_is_read),
    FRESH(cases_with_a_mistake_end_the_load),
    FRESH(every_allocation_that_fails_is_told_as_want_of_memory),
    FRESH(so_it_is_where_the_dictionary_is_told))
