/* cmd_rules.c - junheng rules: lists a pack's requirements, or shows one with its numbers. */
#include <string.h>

#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_RULES, CLI_ON,   CLI_DICTIONARY, CLI_FORMAT, CLI_OUTPUT,
                                        CLI_QUIET, CLI_LANG, CLI_HELP,       CLI_OPTIONS};

/* "list", or "show ID"; *id is NULL for the list. */
static jh_code read(const cli_args *args, const char **id, jh_error *err) {
  const char *verb = args->operands[0];
  char shown[96];
  *id = NULL;
  if (strcmp(verb, "list") == 0 && args->operand_count == 1) return JH_OK;
  if (strcmp(verb, "show") == 0 && args->operand_count == 2) {
    *id = args->operands[1];
    return JH_OK;
  }
  if (strcmp(verb, "show") == 0) {
    const char *what = args->lang == JH_ZH ? "要求或参数的编号" : "the id of a rule or parameter";
    return jh_fail(err, JH_ENO_OPERAND, NULL, what, "junheng rules --help", NULL);
  }
  bool is_list = strcmp(verb, "list") == 0;
  jh_arg_text(shown, sizeof shown, jh_str_of(is_list ? args->operands[1] : verb));
  if (is_list) {
    return jh_fail(err, JH_EEXTRA_OPERAND, NULL, shown, "junheng rules --help", NULL);
  }
  return jh_fail(err, JH_EBAD_VALUE, NULL, shown, "junheng rules", "list|show", NULL);
}

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  const char *id = NULL;
  bool is_asking = false;
  jh_code code = read(args, &id, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    is_asking = true;
    code = jh_session_rules(
        work.session, id, args->value[CLI_ON], cli_work_format(args), args->lang, cli_output_write,
        &work.output, &work.err);
  }
  int status = cli_work_end(&work, code);
  return is_asking && code == JH_EUNKNOWN_RULE ? CLI_USAGE : status;
}

const cli_command cli_rules = {
    .grammar =
        {.name = "rules",
         .options = options,
         .formats = "text|json",
         .operand = {" list 或 show", "list or show"},
         .least = 1,
         .most = 2},
    .summary = {"列出规则包的要求，或查看一项", "lists a pack's requirements, or shows one"},
    .detail =
        {"查看时列出标准值、单位、条款和各次施行日期。",
         "Shown with its numbers, units, clauses and the days from which they are in force."},
    .usage = {"list | show 编号 [选项]", "list | show ID [options]"},
    .example = "junheng rules show higher_degree_teachers_per_100 --on 2024-09-01",
    .run = run};
