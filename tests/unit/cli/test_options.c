/* test_options.c - the words of a command line become what was meant, or a message. */
#include "support/test.h"

#include "cli/command.h"

static cli_args args;
static jh_error err;

static const cli_option_id taken[] = {CLI_DATA,   CLI_ON,          CLI_FORMAT, CLI_OUTPUT,
                                      CLI_JOBS,   CLI_QUIET,       CLI_LANG,   CLI_HELP,
                                      CLI_REFORM, CLI_PACK_LIMITS, CLI_OPTIONS};

static const cli_grammar grammar = {
    .name = "evaluate",
    .options = taken,
    .formats = "text|json",
    .operand = {"代码", "a code"},
    .least = 1,
    .most = 2};

/* Words up to NULL. */
static jh_code parse(char **words) {
  int count = 0;
  while (words[count]) count++;
  memset(&err, 0, sizeof err);
  return cli_options_parse(&args, &grammar, count, words, JH_EN, &err);
}

#define PARSE(...) parse((char *[]){__VA_ARGS__, NULL})

static const char *message(jh_lang lang) {
  static char text[512];
  jh_error_text(&err, lang, text, sizeof text);
  return text;
}

TEST(an_option_may_be_written_in_every_usual_way) {
  assert_int_equal(PARSE("x", "--data", "a", "--on=2024-09-01", "-o", "f", "-j4", "-q"), JH_OK);
  assert_string_equal(args.value[CLI_DATA], "a");
  assert_string_equal(args.value[CLI_ON], "2024-09-01");
  assert_string_equal(args.value[CLI_OUTPUT], "f");
  assert_int_equal(cli_options_number(&args, CLI_JOBS), 4);
  assert_non_null(args.value[CLI_QUIET]);
  assert_null(args.value[CLI_FORMAT]);
  assert_int_equal(args.operand_count, 1);
  cli_options_done(&args);
}

TEST(reforms_may_be_given_again_and_again_and_stay_in_order) {
  assert_int_equal(PARSE("x", "--reform", "a.lua", "--reform=b.lua"), JH_OK);
  assert_int_equal(args.list_count[CLI_REFORM], 2);
  assert_string_equal(args.list[CLI_REFORM][0], "a.lua");
  assert_string_equal(args.list[CLI_REFORM][1], "b.lua");
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "--reform="), JH_EBAD_VALUE);
  cli_options_done(&args);
}

static cli_pack_limits limits_of(const char *text) {
  assert_int_equal(PARSE("x", "--pack-limits", (char *)text), JH_OK);
  cli_pack_limits limits = cli_options_pack_limits(&args);
  cli_options_done(&args);
  return limits;
}

TEST(limits_of_packs_are_read_in_any_order_and_what_is_not_said_is_zero) {
  cli_pack_limits all = limits_of("seconds=86400,memory=65536,steps=1000000000000");
  assert_int_equal(all.memory_mib, 65536);
  assert_int_equal(all.steps, 1000000000000);
  assert_int_equal(all.seconds, 86400);
  cli_pack_limits one = limits_of("steps=7");
  assert_int_equal(one.memory_mib, 0);
  assert_int_equal(one.steps, 7);
  assert_int_equal(one.seconds, 0);
  assert_int_equal(PARSE("x"), JH_OK);
  assert_int_equal(cli_options_pack_limits(&args).steps, 0);
  cli_options_done(&args);
}

TEST(limits_of_packs_that_say_something_else_are_refused) {
  static const char *const wrong[] = {
      "memory",          "memory=",     "memory=0",         "memory=65537",
      "memory=1,",       ",memory=1",   "memory=1;steps=1", "memory=1,memory=1",
      "steps=-1",        "steps=1e3",   "steps=+1",         "steps=1000000000001",
      "seconds=86401",   "seconds=1.5", "files=1",          "memory=18446744073709551617",
      "memory=1 steps=1"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_int_equal(PARSE("x", "--pack-limits", (char *)wrong[i]), JH_EBAD_VALUE);
    assert_non_null(strstr(message(JH_EN), "memory=MIB,steps=N,seconds=N"));
    cli_options_done(&args);
  }
}

TEST(an_option_that_is_no_list_is_repeated_only_where_the_command_says_so) {
  static const cli_option_id several[] = {CLI_DATA, CLI_OPTIONS};
  char *words[] = {"--data", "a", "--data=b", NULL};
  cli_grammar repeated = grammar;
  repeated.repeated = several;
  repeated.least = 0;
  assert_int_equal(PARSE("x", "--data", "a", "--data=b"), JH_EOPTION_TWICE);
  cli_options_done(&args);
  assert_int_equal(cli_options_parse(&args, &repeated, 3, words, JH_EN, &err), JH_OK);
  assert_int_equal(args.list_count[CLI_DATA], 2);
  assert_string_equal(args.list[CLI_DATA][1], "b");
  cli_options_done(&args);
}

TEST(what_follows_two_dashes_is_an_operand) {
  assert_int_equal(PARSE("--", "--data", "-"), JH_OK);
  assert_int_equal(args.operand_count, 2);
  assert_string_equal(args.operands[0], "--data");
  assert_string_equal(args.operands[1], "-");
  cli_options_done(&args);
}

TEST(an_unknown_option_is_answered_with_the_nearest) {
  assert_int_equal(PARSE("x", "--dta", "a"), JH_EUNKNOWN_OPTION);
  assert_string_equal(message(JH_EN), "option \"--dta\" is not known; did you mean \"--data\"");
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "--zzzzzzzz"), JH_EUNKNOWN_OPTION);
  assert_string_equal(message(JH_EN), "option \"--zzzzzzzz\" is not known");
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "-z"), JH_EUNKNOWN_OPTION);
  cli_options_done(&args);
}

TEST(an_option_of_another_command_is_unknown) {
  assert_int_equal(PARSE("x", "--exit-code"), JH_EUNKNOWN_OPTION);
  cli_options_done(&args);
}

TEST(a_value_that_is_missing_or_too_much_is_told) {
  assert_int_equal(PARSE("x", "--data"), JH_ENO_VALUE);
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "--quiet=yes"), JH_ETAKES_NO_VALUE);
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "--data="), JH_EBAD_VALUE);
  cli_options_done(&args);
  assert_int_equal(PARSE("x", "--data", "a", "--data", "b"), JH_EOPTION_TWICE);
  cli_options_done(&args);
}

TEST(values_are_checked_before_anything_is_read) {
  static char *const wrong[][2] = {
      {"--on", "2024-02-30"},
      {"--on", "2024"},
      {"--jobs", "0"},
      {"--jobs", "65"},
      {"--jobs", "4x"},
      {"--jobs", "-1"},
      {"--jobs", "99999999999999999999"},
      {"--format", "csv"},
      {"--format", "te"},
      {"--lang", "fr"},
  };
  for (size_t i = 0; i < COUNT(wrong); i++) {
    assert_int_equal(PARSE("x", wrong[i][0], wrong[i][1]), JH_EBAD_VALUE);
    cli_options_done(&args);
  }
  assert_int_equal(PARSE("x", "--format", "csv"), JH_EBAD_VALUE);
  assert_string_equal(message(JH_EN), "\"csv\" is not allowed for --format; write text|json");
  cli_options_done(&args);
}

TEST(operands_are_counted) {
  assert_int_equal(PARSE("--quiet"), JH_ENO_OPERAND);
  assert_string_equal(message(JH_EN), "a code is missing; see junheng evaluate --help");
  cli_options_done(&args);
  assert_int_equal(PARSE("a", "b", "c"), JH_EEXTRA_OPERAND);
  cli_options_done(&args);
}

TEST(help_asks_for_nothing_else) {
  assert_int_equal(PARSE("--help"), JH_OK);
  assert_non_null(args.value[CLI_HELP]);
  cli_options_done(&args);
}

static void locale(const char *all, const char *messages, const char *lang) {
  setenv("LC_ALL", all, 1);
  setenv("LC_MESSAGES", messages, 1);
  setenv("LANG", lang, 1);
}

TEST(the_language_comes_from_the_option_then_from_the_locale) {
  char *plain[] = {"junheng", "evaluate"};
  char *zh[] = {"junheng", "evaluate", "--lang", "zh"};
  char *en[] = {"junheng", "--lang=en"};
  char *late[] = {"junheng", "--", "--lang", "zh"};
  locale("", "", "zh_CN.UTF-8");
  assert_int_equal(cli_options_lang(2, plain), JH_ZH);
  assert_int_equal(cli_options_lang(2, en), JH_EN);
  locale("", "en_GB", "zh_CN.UTF-8");
  assert_int_equal(cli_options_lang(2, plain), JH_EN);
  locale("zh", "en_GB", "C");
  assert_int_equal(cli_options_lang(2, plain), JH_ZH);
  locale("C", "", "");
  assert_int_equal(cli_options_lang(4, zh), JH_ZH);
  assert_int_equal(cli_options_lang(4, late), JH_EN);
  assert_int_equal(cli_options_lang(3, zh), JH_EN);
}

TEST(every_command_explains_itself_in_both_languages) {
  for (const cli_command *const *at = cli_commands(); *at; at++) {
    for (int lang = 0; lang < JH_LANGS; lang++) {
      assert_true((*at)->summary[lang][0] != '\0');
      assert_non_null((*at)->usage[lang]);
      if ((*at)->grammar.least > 0) assert_non_null((*at)->grammar.operand[lang]);
    }
    assert_memory_equal((*at)->example, "junheng ", 8);
    assert_ptr_equal(cli_commands_find((*at)->grammar.name), *at);
  }
  assert_null(cli_commands_find("evaluat"));
}

TEST(the_example_of_every_command_parses) {
  for (const cli_command *const *at = cli_commands(); *at; at++) {
    char line[256];
    char *words[32];
    int count = 0;
    strcpy(line, (*at)->example);
    char *rest = line;
    for (char *word; (word = strtok_r(rest, " ", &rest)) != NULL;) words[count++] = word;
    assert_string_equal(words[1], (*at)->grammar.name);
    assert_int_equal(
        cli_options_parse(&args, &(*at)->grammar, count - 2, words + 2, JH_EN, &err), JH_OK);
    cli_options_done(&args);
  }
}

TEST(every_option_has_its_words_in_both_languages) {
  for (int id = 0; id < CLI_OPTIONS; id++) {
    const cli_option *option = cli_options_get((cli_option_id)id);
    assert_memory_equal(option->name, "--", 2);
    for (int lang = 0; lang < JH_LANGS; lang++) {
      assert_true(option->help[lang][0] != '\0');
      assert_int_equal(option->value[lang][0] == '\0', option->kind == CLI_FLAG);
    }
  }
}

TESTS(
    RUN(an_option_may_be_written_in_every_usual_way),
    RUN(reforms_may_be_given_again_and_again_and_stay_in_order),
    RUN(limits_of_packs_are_read_in_any_order_and_what_is_not_said_is_zero),
    RUN(limits_of_packs_that_say_something_else_are_refused),
    RUN(an_option_that_is_no_list_is_repeated_only_where_the_command_says_so),
    RUN(what_follows_two_dashes_is_an_operand), RUN(an_unknown_option_is_answered_with_the_nearest),
    RUN(an_option_of_another_command_is_unknown), RUN(a_value_that_is_missing_or_too_much_is_told),
    RUN(values_are_checked_before_anything_is_read), RUN(operands_are_counted),
    RUN(help_asks_for_nothing_else), RUN(the_language_comes_from_the_option_then_from_the_locale),
    RUN(every_command_explains_itself_in_both_languages), RUN(the_example_of_every_command_parses),
    RUN(every_option_has_its_words_in_both_languages))
