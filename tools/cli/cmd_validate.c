/* cmd_validate.c - junheng validate: a dataset against its dictionary, and what in it may mislead. */
#include <string.h>

#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,   CLI_RULES,       CLI_ON,       CLI_BEFORE,  CLI_DICTIONARY, CLI_YEAR,
    CLI_REGION, CLI_ENCODING,    CLI_SNAPSHOT, CLI_PREVIEW, CLI_FORMAT,     CLI_OUTPUT,
    CLI_JOBS,   CLI_PACK_LIMITS, CLI_QUIET,    CLI_LANG,    CLI_HELP,       CLI_OPTIONS};

static jh_code preview(cli_work *work) {
  const cli_args *args = work->args;
  jh_format format = cli_work_format(args);
  if (format == JH_FORMAT_CSV || format == JH_FORMAT_XLSX)
    return jh_fail(
        &work->err, JH_EBAD_VALUE, NULL, args->value[CLI_FORMAT], "--preview --format", "text|json",
        NULL);
  jh_code code = cli_work_begin(work);
  if (code) return code;
  return jh_session_preview(
      work->session, args->value[CLI_DATA], args->value[CLI_ENCODING], format, args->lang,
      cli_output_write, &work->output, &work->err);
}

/* Refused data are what this command looks for: no failure of its own. */
static bool is_refusal(jh_code code) {
  return code >= 200 && code < 300 && code != JH_EUNKNOWN_ENCODING;
}

/* The auditor, then everything that was found, in the form that was asked for. */
static jh_code tell(cli_work *work, const jh_session_options *opened, size_t *errors) {
  const cli_args *args = work->args;
  jh_validate_options how = {
      .before = args->value[CLI_BEFORE],
      .on = args->value[CLI_ON],
      .with_impact = args->value[CLI_RULES] != NULL,
      .jobs = opened->jobs};
  jh_code code = jh_session_validate(work->session, &how, errors, &work->err);
  cli_work_tell(work);
  if (!code) code = cli_work_begin(work);
  if (code) return code;
  return jh_session_write_problems(
      work->session, cli_work_format(args), args->lang, cli_output_write, &work->output,
      &work->err);
}

/* The data were not accepted: a list names what reading found; as text it was told already. */
static int refuse(cli_work *work, const jh_session_options *opened, jh_code why) {
  jh_error refusal = work->err;
  size_t errors;
  if (cli_work_format(work->args) == JH_FORMAT_TEXT) {
    (void)cli_work_end(work, why);
    return CLI_FOUND;
  }
  jh_code code = tell(work, opened, &errors);
  if (!code) (void)cli_say_error(&refusal, work->args->lang);
  int status = cli_work_end(work, code);
  return status == CLI_DONE ? CLI_FOUND : status;
}

static int run(const cli_args *args) {
  cli_work work;
  size_t errors = 0;
  jh_session_options how = cli_work_options(&work, args);
  how.rules = args->value[CLI_RULES]; /* none by default: then only the dictionary is asked */
  how.all_columns = true;
  how.audits = true;
  how.only_preview = args->value[CLI_PREVIEW] != NULL;
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (is_refusal(code) && work.session) return refuse(&work, &how, code);
  if (!code) code = how.only_preview ? preview(&work) : tell(&work, &how, &errors);
  if (!code && how.only_preview) errors = jh_session_unreadable(work.session);
  int status = cli_work_end(&work, code);
  return status == CLI_DONE && errors ? CLI_FOUND : status;
}

const cli_command cli_validate = {
    .grammar = {.name = "validate", .options = options, .formats = "text|json|csv|xlsx"},
    .summary =
        {"检查数据集：是否合乎数据字典，哪些数据可能误导判定",
         "checks a dataset, and what in it may mislead a verdict"},
    .detail =
        {"每个问题写明文件、行、列和处理办法。写上 --rules，还指出每个问题可能改变哪些判定、\n"
         "先补哪些空白；csv、xlsx、json 每个问题一行。有错误时退出状态为 1。",
         "Every problem with file, line, column and cure. With --rules also which verdicts each\n"
         "could change, and which blanks to fill in first; csv, xlsx and json have a row for "
         "each.\n"
         "Exits with 1 if there are errors."},
    .usage = {"--data 文件夹 [选项]", "--data FOLDER [options]"},
    .example = "junheng validate --data data/sample --rules national/quality-balance-2017",
    .run = run};
