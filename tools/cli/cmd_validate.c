/* cmd_validate.c - junheng validate: a dataset against its dictionary, every column of it. */
#include <stdio.h>

#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_DATA,   CLI_RULES,    CLI_DICTIONARY, CLI_YEAR,
                                        CLI_REGION, CLI_ENCODING, CLI_FORMAT,     CLI_OUTPUT,
                                        CLI_QUIET,  CLI_LANG,     CLI_HELP,       CLI_OPTIONS};

static void summary(cli_work *work) {
  char line[160];
  const jh_diag *diag = jh_session_diag(work->session);
  const char *form =
      work->args->lang == JH_ZH ? "\n错误 %zu 处，警告 %zu 处\n" : "\nerrors: %zu, warnings: %zu\n";
  int size = snprintf(
      line, sizeof line, form, jh_diag_count(diag, JH_ERROR), jh_diag_count(diag, JH_WARNING));
  if (size > 0) cli_output_write(&work->output, line, (size_t)size);
}

static jh_code describe(cli_work *work) {
  jh_format format = cli_work_format(work->args);
  jh_code code = cli_work_begin(work);
  if (code) return code;
  code = jh_session_describe(
      work->session, format, work->args->lang, cli_output_write, &work->output, &work->err);
  if (!code && format == JH_FORMAT_TEXT) summary(work);
  return code;
}

/* Refused data are what this command looks for: no failure of its own. */
static bool is_refusal(jh_code code) {
  return code >= 200 && code < 300 && code != JH_EUNKNOWN_ENCODING;
}

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  how.rules = args->value[CLI_RULES]; /* only to know the dictionary; none by default */
  how.all_columns = true;
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  jh_code opened = code;
  if (!code) code = describe(&work);
  bool has_errors = work.session && jh_diag_count(jh_session_diag(work.session), JH_ERROR) > 0;
  int status = cli_work_end(&work, code);
  if (is_refusal(opened)) return CLI_FOUND;
  return status == CLI_DONE && has_errors ? CLI_FOUND : status;
}

const cli_command cli_validate = {
    .grammar = {.name = "validate", .options = options, .formats = "text|json"},
    .summary = {"按数据字典检查数据集", "checks a dataset against its dictionary"},
    .detail =
        {"每个问题写明文件、行、列。有错误时退出状态为 1。",
         "Every problem with file, line and column. Exits with 1 if there are errors."},
    .usage = {"--data 文件夹 [选项]", "--data FOLDER [options]"},
    .example = "junheng validate --data data/sample",
    .run = run};
