#include "support/test.h"

#include "pack/load.h"
#include "write.h"

#define HEAD(id, more)                                                                             \
  "pack \"" id "\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"                 \
  "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"                  \
  "  coverage = \"complete\", files = { \"article\" } " more "}\n"

static const char *const words =
    "dictionary \"w\" { name = \"w\", version = \"1\" }\n"
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    "  column \"code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"is_good\" { name = \"好\", type = \"bool\" } } }\n";

static const char *const article =
    "verdict \"v\" { name = \"v\", clause = \"一\", of = county, holds = county.is_good }\n";

static jh_error err;
static jh_diag *diag;
static jh_plan *plan;

static int set_up(void **state) {
  (void)state;
  diag = jh_diag_open(10);
  plan = NULL;
  make_folder("share");
  make_folder("share/data");
  make_folder("share/data/schema");
  make_folder("share/rules");
  make_folder("good");
  make_folder("good/cases");
  write_text("good/pack.lua", HEAD("good", ""));
  write_text("good/words.lua", words);
  write_text("good/article.lua", article);
  write_text(
      "good/cases/c.lua",
      "case \"c\" { rule = \"v\", given = { is_good = true }, expect = \"met\" }\n");
  return diag ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  jh_diag_close(diag);
  return 0;
}

static jh_code load(const char *folder, const char *dictionary, const char *data) {
  char pack[600], named[600], data_folder[600], share[600];
  (void)snprintf(pack, sizeof pack, "%s", folder ? at(folder) : "");
  (void)snprintf(named, sizeof named, "%s", dictionary ? dictionary : "");
  (void)snprintf(data_folder, sizeof data_folder, "%s", data ? at(data) : "");
  (void)snprintf(share, sizeof share, "%s", at("share"));
  jh_pack_options options = {
      .folder = folder ? pack : NULL,
      .dictionary = dictionary ? named : NULL,
      .data_folder = data ? data_folder : NULL,
      .share_folder = share,
      .with_cases = true};
  return jh_pack_load(&plan, &options, diag, &err);
}

TEST(a_sound_pack_loads_with_its_cases_and_a_hash) {
  assert_int_equal(load("good", NULL, NULL), JH_OK);
  assert_string_equal(plan->pack.id, "good");
  assert_int_equal(plan->case_count, 1);
  assert_int_equal(strlen(plan->pack.hash), 64);
}

TEST(a_folder_without_a_head_is_no_pack) {
  make_folder("empty");
  (void)remove(at("empty/pack.lua"));
  assert_int_equal(load("empty", NULL, NULL), JH_ENO_PACK);
  write_text("empty/pack.lua", "local x = 1\n");
  assert_int_equal(load("empty", NULL, NULL), JH_EMISSING_FIELD);
}

TEST(a_complete_pack_needs_a_verdict) {
  write_text("good/article.lua", "local x = county.is_good\n");
  assert_int_equal(load("good", NULL, NULL), JH_ENO_VERDICT);
}

TEST(what_nothing_reads_is_told) {
  char text[1024];
  (void)snprintf(
      text, sizeof text, "%s%s", article,
      "parameter \"p\" { value = 1, clause = \"二\" }\n"
      "quantity \"q\" { of = county, name = \"q\", value = county.is_good }\n");
  write_text("good/article.lua", text);
  assert_int_equal(load("good", NULL, NULL), JH_OK);
  assert_int_equal(jh_diag_count(diag, JH_WARNING), 2);
  assert_int_equal(jh_diag_get(diag, 0)->code, JH_EUNUSED);
}

TEST(the_dictionary_beside_the_data_comes_before_the_pack_s) {
  char text[1024];
  make_folder("data");
  (void)snprintf(text, sizeof text, "%sdataset { as_of = \"2024-09-01\" }\n", words);
  write_text("data/dictionary.lua", text);
  assert_int_equal(load("good", NULL, "data"), JH_OK);
  assert_int_equal(plan->dataset.as_of, 20240901);
}

TEST(a_dictionary_may_stand_on_a_shared_one) {
  write_text("share/data/schema/base.lua", words);
  make_folder("data");
  write_text("data/dictionary.lua", "extends \"base\"\ndataset { year = \"2024\" }\n");
  assert_int_equal(load("good", NULL, "data"), JH_OK);
  assert_string_equal(plan->dataset.year, "2024");
}

TEST(dictionaries_that_stand_on_one_another_are_refused) {
  write_text("share/data/schema/x.lua", "extends \"y\"\n");
  write_text("share/data/schema/y.lua", "extends \"x\"\n");
  assert_int_equal(load("good", "x", NULL), JH_EBASE_CYCLE);
}

TEST(a_dictionary_that_is_not_there_or_outside_is_refused) {
  assert_int_equal(load("good", "nothing", NULL), JH_ENO_DICTIONARY);
  assert_int_equal(load("good", "../x", NULL), JH_EBAD_PATH);
  write_text("share/data/schema/z.lua", "extends \"nothing\"\n");
  assert_int_equal(load("good", "z", NULL), JH_ENO_DICTIONARY);
  write_text("share/data/schema/z.lua", "extends \"../../x\"\n");
  assert_int_equal(load("good", "z", NULL), JH_EBAD_PATH);
}

TEST(files_may_not_lead_out_of_the_pack) {
  write_text(
      "good/pack.lua",
      "pack \"g\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"
      "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      "  coverage = \"complete\", files = { \"../article\" } }\n");
  assert_int_equal(load("good", NULL, NULL), JH_EBAD_PATH);
  assert_int_equal(err.at.line, 3);
}

TEST(a_named_file_that_is_absent_is_an_error_with_its_path) {
  (void)remove(at("good/article.lua"));
  assert_int_equal(load("good", NULL, NULL), JH_ENOT_READABLE);
  assert_non_null(strstr(err.at.file, "good/article.lua"));
}

#define OVERLAY(id, base) "overlay \"" id "\" { on = \"" base "\" }\n"

static void make_overlay(const char *id, const char *text) {
  char path[200];
  (void)snprintf(path, sizeof path, "share/rules/%s", id);
  make_folder(path);
  (void)snprintf(path, sizeof path, "share/rules/%s/pack.lua", id);
  write_text(path, text);
}

TEST(an_overlay_on_nothing_is_refused) {
  make_overlay("o", OVERLAY("o", "absent"));
  assert_int_equal(load("share/rules/o", NULL, NULL), JH_EUNKNOWN_BASE);
  assert_string_equal(err.args[0], "absent");
}

TEST(overlays_in_a_circle_are_told_with_the_circle) {
  make_overlay("a", OVERLAY("a", "b"));
  make_overlay("b", OVERLAY("b", "c"));
  make_overlay("c", OVERLAY("c", "a"));
  assert_int_equal(load("share/rules/a", NULL, NULL), JH_EBASE_CYCLE);
  assert_string_equal(err.args[0], "a → b → c → a");
}

TEST(a_sound_overlay_is_not_evaluated_in_silence) {
  make_overlay("base", HEAD("base", ""));
  make_overlay("top", OVERLAY("top", "base"));
  assert_int_equal(load("share/rules/top", NULL, NULL), JH_ENO_OVERLAY);
}

TEST(a_dictionary_alone_is_a_plan_too) {
  write_text("share/data/schema/national.lua", words);
  assert_int_equal(load(NULL, NULL, NULL), JH_OK);
  assert_int_equal(plan->table_count, 1);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_sound_pack_loads_with_its_cases_and_a_hash), FRESH(a_folder_without_a_head_is_no_pack),
    FRESH(a_complete_pack_needs_a_verdict), FRESH(what_nothing_reads_is_told),
    FRESH(the_dictionary_beside_the_data_comes_before_the_pack_s),
    FRESH(a_dictionary_may_stand_on_a_shared_one),
    FRESH(dictionaries_that_stand_on_one_another_are_refused),
    FRESH(a_dictionary_that_is_not_there_or_outside_is_refused),
    FRESH(files_may_not_lead_out_of_the_pack),
    FRESH(a_named_file_that_is_absent_is_an_error_with_its_path),
    FRESH(an_overlay_on_nothing_is_refused), FRESH(overlays_in_a_circle_are_told_with_the_circle),
    FRESH(a_sound_overlay_is_not_evaluated_in_silence), FRESH(a_dictionary_alone_is_a_plan_too))
