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

static jh_code load_with(const char *folder, const char *const *reforms, size_t count) {
  char pack[600], share[600];
  (void)snprintf(pack, sizeof pack, "%s", at(folder));
  (void)snprintf(share, sizeof share, "%s", at("share"));
  jh_pack_options options = {
      .folder = pack, .share_folder = share, .reforms = reforms, .reform_count = count};
  return jh_pack_load(&plan, &options, diag, &err);
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

#define OVERLAY(id, base)                                                                          \
  "overlay \"" id "\" { on = \"" base "\", name = \"n " id "\", in_force = \"2022-01-01\",\n"      \
  "  document = document \"文 " id "\" { title = \"t\" } }\n"

static void make_overlay(const char *id, const char *text) {
  char path[200];
  (void)snprintf(path, sizeof path, "share/rules/%s", id);
  make_folder(path);
  (void)snprintf(path, sizeof path, "share/rules/%s/pack.lua", id);
  write_text(path, text);
}

/* The base below share/rules, with a number in it. */
static void make_base(void) {
  make_overlay("base", HEAD("base", ""));
  write_text("share/rules/base/words.lua", words);
  write_text(
      "share/rules/base/article.lua",
      "section \"s\" { name = \"s\", clause = \"一\" }\n"
      "indicator \"many\" { name = \"m\", clause = \"一\", of = county,\n"
      "  measure = choose(county.is_good, 3, 1), at_least = 2 }\n"
      "verdict \"v\" { name = \"v\", clause = \"一\", of = county, holds = all_of { section "
      "\"s\" } }\n");
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

TEST(an_overlay_stands_on_its_base_and_is_told_by_its_own_name) {
  make_base();
  make_overlay(
      "top",
      OVERLAY("top", "base") "change \"many.at_least\" { was = 2, now = 3, clause = \"二\" }\n");
  assert_int_equal(load("share/rules/top", NULL, NULL), JH_OK);
  assert_string_equal(plan->pack.id, "top");
  assert_string_equal(plan->pack.version, "1");
  assert_int_equal(plan->pack.in_force, 20220101);
  assert_int_equal(plan->layer_count, 2);
  assert_int_equal(plan->layers[0].kind, JH_LAYER_PACK);
  assert_string_equal(plan->layers[0].id, "base");
  assert_int_equal(plan->layers[1].kind, JH_LAYER_OVERLAY);
  const jh_param *param = &plan->params[jh_plan_param(plan, jh_str_of("many.at_least"))];
  assert_int_equal(jh_param_on(param, JH_NONE, 20211231)->value.mantissa, 2);
  assert_int_equal(jh_param_on(param, JH_NONE, 20220101)->value.mantissa, 3);
  assert_int_equal(jh_param_on(param, JH_NONE, 20220101)->layer, 1);
}

TEST(the_cases_of_layers_below_are_judged_by_the_law_of_the_days_before) {
  make_base();
  make_overlay(
      "top",
      OVERLAY("top", "base") "change \"many.at_least\" { was = 2, now = 3, clause = \"二\" }\n");
  make_folder("share/rules/base/cases");
  write_text(
      "share/rules/base/cases/c.lua",
      "example \"e\" {}\n"
      "case \"first day\" { rule = \"many\", given = like \"e\" {}, expect = \"undetermined\" }\n"
      "case \"last day\" { rule = \"many\", on = \"2021-12-31\", given = {}, expect = \"met\" }\n"
      "case \"changed\" { rule = \"many\", on = \"2022-01-01\", given = {}, expect = \"met\" }\n");
  make_folder("share/rules/top/cases");
  write_text(
      "share/rules/top/cases/c.lua",
      "example \"e\" {}\n"
      "case \"own\" { rule = \"many\", given = like \"e\" {}, expect = \"undetermined\" }\n");
  assert_int_equal(load("share/rules/top", NULL, NULL), JH_OK);
  assert_int_equal(plan->case_count, 3);
  assert_string_equal(plan->cases[0].name, "first day");
  assert_int_equal(plan->cases[0].on, 20200101);
  assert_int_equal(plan->cases[1].on, 20211231);
  assert_string_equal(plan->cases[2].name, "own");
  assert_int_equal(plan->cases[2].on, 0);
}

TEST(a_chain_of_four_and_reforms_on_top_take_effect_in_order) {
  char first[600], second[600];
  const char *reforms[] = {first, second};
  make_base();
  make_overlay(
      "province",
      OVERLAY(
          "province", "base") "change \"many.at_least\" { was = 2, now = 3, clause = \"二\" }\n");
  make_overlay(
      "city",
      OVERLAY(
          "city", "province") "change \"many.at_least\" { was = 3, now = 4, clause = \"三\" }\n");
  write_text(
      "county.lua",
      OVERLAY("county", "city") "change \"many.at_least\" { was = 4, now = 5, clause = \"四\" }\n");
  write_text(
      "r1.lua", "reform \"r1\" { on = \"any\", from = \"2025-01-01\", reason = \"改\" }\n"
                "change \"many.at_least\" { was = 5, now = 1 }\n");
  write_text(
      "r2.lua", "reform \"r2\" { on = \"r1\", from = \"2025-01-01\", reason = \"再\" }\n"
                "change \"many.at_least\" { was = 1, now = 9 }\n");
  (void)snprintf(first, sizeof first, "%s", at("r1.lua"));
  (void)snprintf(second, sizeof second, "%s", at("r2.lua"));
  assert_int_equal(load_with("county.lua", reforms, 2), JH_OK);
  assert_string_equal(plan->pack.id, "county");
  assert_int_equal(plan->layer_count, 6);
  const jh_param *param = &plan->params[jh_plan_param(plan, jh_str_of("many.at_least"))];
  assert_int_equal(jh_param_on(param, JH_NONE, 20241231)->value.mantissa, 5);
  assert_int_equal(jh_param_on(param, JH_NONE, 20250101)->value.mantissa, 9);
  assert_int_equal(plan->change_count, 5);
  assert_string_equal(plan->changes[4].was, "1");
  assert_string_equal(jh_text_in(plan->changes[4].reason, JH_ZH), "再");
  jh_plan_close(plan);
  plan = NULL;
  (void)snprintf(first, sizeof first, "%s", at("r2.lua"));
  (void)snprintf(second, sizeof second, "%s", at("r1.lua"));
  assert_int_equal(load_with("county.lua", reforms, 2), JH_EREFORM_ELSEWHERE);
}

TEST(a_reform_made_for_another_pack_is_refused) {
  char path[600];
  const char *reforms[] = {path};
  write_text("r.lua", "reform \"r\" { on = \"x\", from = \"2025-01-01\", reason = \"改\" }\n");
  (void)snprintf(path, sizeof path, "%s", at("r.lua"));
  assert_int_equal(load_with("good", reforms, 1), JH_EREFORM_ELSEWHERE);
  assert_string_equal(err.args[1], "x");
  assert_string_equal(err.args[2], "good");
}

TEST(a_base_is_found_in_the_folders_above_too) {
  make_folder("mine");
  make_folder("mine/lower");
  make_folder("mine/upper");
  write_text("mine/lower/pack.lua", HEAD("lower", ""));
  write_text("mine/lower/words.lua", words);
  write_text("mine/lower/article.lua", article);
  write_text("mine/upper/pack.lua", OVERLAY("upper", "lower"));
  assert_int_equal(load("mine/upper", NULL, NULL), JH_OK);
  assert_string_equal(plan->layers[0].id, "lower");
}

TEST(a_head_that_hides_its_base_is_refused) {
  make_overlay("o", "local x = \"base\"\noverlay \"o\" { on = x }\n");
  assert_int_equal(load("share/rules/o", NULL, NULL), JH_EHEAD_FORM);
  assert_int_equal(err.at.line, 2);
}

TEST(an_overlay_brings_columns_that_the_dataset_s_dictionary_does_not_know) {
  char text[1024];
  make_base();
  make_overlay(
      "top", "overlay \"top\" { on = \"base\", name = \"n\", in_force = \"2022-01-01\",\n"
             "  document = document \"文\" { title = \"t\" }, columns = { \"columns\" } }\n"
             "indicator \"more\" { name = \"m\", clause = \"二\", of = county, holds = "
             "county.has_plan, section = section \"s\" }\n");
  write_text(
      "share/rules/top/columns.lua",
      "column_of \"counties\" { column \"has_plan\" { name = \"有规划\", type = \"bool\" },\n"
      "  column \"is_good\" { name = \"优\", type = \"bool\" } }\n");
  make_folder("data");
  (void)snprintf(text, sizeof text, "%sdataset { as_of = \"2024-09-01\" }\n", words);
  write_text("data/dictionary.lua", text);
  assert_int_equal(load("share/rules/top", NULL, "data"), JH_OK);
  const jh_table_def *table = &plan->tables[0];
  assert_int_equal(table->column_count, 3);
  assert_string_equal(table->columns[2].id, "has_plan");
  assert_string_equal(table->columns[1].aliases[0], "优");
  assert_int_equal(plan->sections[0].rule_count, 3);
  write_text(
      "share/rules/top/columns.lua",
      "column_of \"counties\" { column \"is_good\" { name = \"优\", type = \"count\" } }\n");
  jh_plan_close(plan);
  plan = NULL;
  assert_int_equal(load("share/rules/top", NULL, "data"), JH_EDUPLICATE);
  assert_non_null(strstr(err.also.file, "dictionary.lua"));
}

TEST(a_pack_may_use_the_rules_of_another) {
  make_base();
  write_text(
      "good/pack.lua",
      "pack \"good\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"
      "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      "  coverage = \"complete\", uses = { \"base\" }, files = { \"article\" } }\n");
  write_text(
      "good/article.lua", "verdict \"w\" { name = \"w\", clause = \"一\", of = county,\n"
                          "  holds = all_of { verdict \"v\", indicator \"many\" } }\n");
  write_text("good/cases/c.lua", "");
  assert_int_equal(load("good", NULL, NULL), JH_OK);
  assert_string_equal(plan->pack.id, "good");
  assert_int_not_equal(jh_plan_rule(plan, jh_str_of("many")), JH_NONE);
}

#define USER(id, uses)                                                                             \
  "pack \"" id "\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"                 \
  "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"                  \
  "  coverage = \"complete\",\n"                                                                   \
  "  uses = { " uses " } }\n"
#define STAGES(column)                                                                             \
  "stages { { \"one\", name = \"1\", when = county." column " },\n"                                \
  "  { \"two\", name = \"2\", when = county.is_good } }\n"

/* One single file each, in share/rules. */
static void make_pack(const char *name, const char *text) {
  char path[200];
  (void)snprintf(path, sizeof path, "share/rules/%s.lua", name);
  write_text(path, text);
}

TEST(a_pack_used_under_a_name_keeps_its_names_for_itself) {
  make_base();
  write_text(
      "good/pack.lua",
      USER(
          "good",
          "gate = \"base\"") "indicator \"many\" { name = \"m\", clause = \"一\", of = county, "
                             "holds = "
                             "county.is_good }\n"
                             "verdict \"v\" { name = \"w\", clause = \"一\", of = county,\n"
                             "  holds = all_of { verdict \"gate.v\", indicator \"many\" } }\n");
  write_text("good/cases/c.lua", "");
  assert_int_equal(load("good", NULL, NULL), JH_OK);
  assert_int_not_equal(jh_plan_rule(plan, jh_str_of("many")), JH_NONE);
  assert_int_not_equal(jh_plan_rule(plan, jh_str_of("gate.many")), JH_NONE);
  assert_int_not_equal(jh_plan_param(plan, jh_str_of("gate.many.at_least")), JH_NONE);
  assert_string_equal(plan->layers[1].scope, "gate.");
  assert_true(plan->layers[1].is_used);
  assert_false(plan->layers[0].is_used);
}

TEST(an_overlay_may_use_a_pack_and_change_its_numbers) {
  make_base();
  make_pack(
      "side",
      USER(
          "side", "") "verdict \"v\" { name = \"w\", clause = \"一\", of = county, holds = "
                      "county.is_good }\n"
                      "parameter \"least\" { value = 5, clause = \"一\" }\n"
                      "indicator \"many\" { name = \"m\", clause = \"一\", of = county, "
                      "measure = choose(county.is_good, 7, 1), at_least = parameter \"least\" }\n");
  write_text(
      "share/rules/top.lua",
      "overlay \"top\" { on = \"base\", name = \"n\", in_force = \"2021-01-01\",\n"
      "  uses = { gate = \"side\" }, contract = \"may_relax\", document = document \"文\" { title "
      "= \"t\" } }\n"
      "change \"gate.least\" { was = 5, now = 6, clause = \"三\" }\n");
  assert_int_equal(load("share/rules/top.lua", NULL, NULL), JH_OK);
  uint32_t param = jh_plan_param(plan, jh_str_of("gate.least"));
  assert_int_not_equal(param, JH_NONE);
  assert_int_equal(plan->params[param].value_count, 2);
  assert_string_equal(plan->pack.id, "top");
}

TEST(stages_that_differ_between_two_packs_are_told_by_their_name) {
  make_base();
  write_text("share/rules/words.lua", words);
  make_pack(
      "side",
      USER("side", "") STAGES("is_good") "verdict \"v\" { name = \"w\", clause = \"一\", of = "
                                         "county, holds = county.is_good }\n");
  const char *verdict =
      "verdict \"v\" { name = \"w\", clause = \"一\", of = county, holds = county.is_good }\n";
  char text[2000];
  (void)snprintf(
      text, sizeof text, "%s%s%s", USER("own", "gate = \"side\""), STAGES("is_good"), verdict);
  make_pack("own", text);
  assert_int_equal(load("share/rules/own.lua", NULL, NULL), JH_OK);
  jh_plan_close(plan);
  plan = NULL;
  (void)snprintf(
      text, sizeof text, "%s%s%s", USER("own", "gate = \"side\""),
      STAGES("is_good | ~county.is_good"), verdict);
  make_pack("own", text);
  assert_int_equal(load("share/rules/own.lua", NULL, NULL), JH_ESTAGES_DIFFER);
  assert_string_equal(err.args[0], "one");
  assert_string_equal(err.args[1], "side");
  assert_int_equal(err.at.line, 5);
  assert_int_equal(err.also.line, 5);
}

TEST(one_name_for_two_packs_or_a_circle_of_uses_is_refused_at_its_line) {
  make_base();
  write_text("share/rules/words.lua", words);
  make_pack("side", USER("side", "back = \"own\""));
  make_pack("own", USER("own", "gate = \"side\""));
  assert_int_equal(load("share/rules/own.lua", NULL, NULL), JH_EBASE_CYCLE);
  assert_int_equal(err.at.line, 4);
  assert_non_null(strstr(err.at.file, "side.lua"));
  make_pack("side", USER("side", ""));
  write_text(
      "share/rules/top.lua",
      "overlay \"top\" { on = \"own\", name = \"n\", in_force = \"2021-01-01\",\n"
      "  uses = { gate = \"base\" }, document = document \"文\" { title = \"t\" } }\n");
  assert_int_equal(load("share/rules/top.lua", NULL, NULL), JH_EDUPLICATE);
  assert_int_equal(err.at.line, 2);
  make_pack("own", USER("own", "county = \"side\""));
  assert_int_equal(load("share/rules/own.lua", NULL, NULL), JH_EWRONG_VALUE);
  make_pack("own", USER("own", "gate = \"nobody\""));
  assert_int_equal(load("share/rules/own.lua", NULL, NULL), JH_EUNKNOWN_BASE);
  assert_int_equal(err.at.line, 4);
}

TEST(a_change_that_nothing_reads_is_refused) {
  make_base();
  make_overlay("top", OVERLAY("top", "base") "parameter \"p\" { value = 1, clause = \"二\" }\n");
  make_overlay(
      "more", "overlay \"more\" { on = \"top\", name = \"n\", in_force = \"2023-01-01\",\n"
              "  contract = \"may_relax\", document = document \"文\" { title = \"t\" } }\n"
              "change \"p\" { was = 1, now = 2, clause = \"三\" }\n");
  assert_int_equal(load("share/rules/more", NULL, NULL), JH_ECHANGE_UNREAD);
  assert_int_equal(err.at.line, 3);
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
    FRESH(an_overlay_stands_on_its_base_and_is_told_by_its_own_name),
    FRESH(the_cases_of_layers_below_are_judged_by_the_law_of_the_days_before),
    FRESH(a_chain_of_four_and_reforms_on_top_take_effect_in_order),
    FRESH(a_reform_made_for_another_pack_is_refused),
    FRESH(a_base_is_found_in_the_folders_above_too), FRESH(a_head_that_hides_its_base_is_refused),
    FRESH(an_overlay_brings_columns_that_the_dataset_s_dictionary_does_not_know),
    FRESH(a_pack_may_use_the_rules_of_another),
    FRESH(a_pack_used_under_a_name_keeps_its_names_for_itself),
    FRESH(an_overlay_may_use_a_pack_and_change_its_numbers),
    FRESH(stages_that_differ_between_two_packs_are_told_by_their_name),
    FRESH(one_name_for_two_packs_or_a_circle_of_uses_is_refused_at_its_line),
    FRESH(a_change_that_nothing_reads_is_refused), FRESH(a_dictionary_alone_is_a_plan_too))
