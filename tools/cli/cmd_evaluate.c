/* cmd_evaluate.c - junheng evaluate: verdicts for all counties and schools of a dataset. */
#include "cli/archive.h"
#include "cli/say.h"
#include "cli/shard.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,      CLI_RULES, CLI_REFORM, CLI_SWITCH,   CLI_READINGS, CLI_DICTIONARY,
    CLI_ON,        CLI_YEAR,  CLI_REGION, CLI_FORMAT,   CLI_OUTPUT,   CLI_MANIFEST,
    CLI_ARCHIVE,   CLI_SHARD, CLI_JOBS,   CLI_ENCODING, CLI_SNAPSHOT, CLI_PACK_LIMITS,
    CLI_EXIT_CODE, CLI_QUIET, CLI_LANG,   CLI_HELP,     CLI_OPTIONS};

/* Every county met, and nothing else? */
static bool is_all_met(const jh_session *session) {
  static const char *const others[] = {"unmet", "undetermined", "not_applicable", "not_in_force"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (jh_session_count(session, others[i]) > 0) return false;
  }
  return true;
}

static jh_code write(cli_work *work, bool *is_found) {
  const cli_args *args = work->args;
  jh_format format = cli_work_format(args);
  size_t hanging = 0;
  if (args->value[CLI_READINGS]) {
    jh_code code = jh_session_readings(
        work->session, format, args->lang, cli_output_write, &work->output, &hanging, &work->err);
    *is_found = hanging > 0;
    return code;
  }
  jh_code code = jh_session_write(
      work->session, format, args->lang, cli_output_write, &work->output, &work->err);
  *is_found = !code && !is_all_met(work->session);
  return code;
}

static int run(const cli_args *args) {
  cli_work work;
  if (args->value[CLI_SHARD]) return cli_shard_run(args);
  jh_session_options how = cli_work_options(&work, args);
  bool has_readings = args->value[CLI_READINGS] != NULL;
  how.with_readings = has_readings;
  bool is_found = false;
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = cli_archive_check(args, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  bool is_text = cli_work_format(args) == JH_FORMAT_TEXT;
  bool with_figures = (!is_text && !has_readings) || cli_archive_is_asked(args);
  if (!code) code = cli_work_evaluate(&work, with_figures);
  if (!code) code = cli_work_begin(&work);
  if (!code) code = write(&work, &is_found);
  if (!code && cli_archive_is_asked(args)) code = cli_archive_keep(&work, &how);
  int status = cli_work_end(&work, code);
  return status == CLI_DONE && is_found && args->value[CLI_EXIT_CODE] ? CLI_FOUND : status;
}

const cli_command cli_evaluate = {
    .grammar = {.name = "evaluate", .options = options, .formats = "text|csv|json"},
    .summary = {"判定数据集中的各县、各学校", "judges the counties and schools of a dataset"},
    .detail =
        {"每县一行，写明判定和理由，后附各市州、各省和全部合计；csv 和 json 列出全部判定结果。\n"
         "不写 --rules 则按 " CLI_NATIONAL_PACK " 判定。\n"
         "--readings 改为逐一改拨规则包的开关，列出判定取决于未定解释的县。\n"
         "--shard 只评判一份县，各份由 merge 合并。",
         "A line for each county with its verdict and the reason, then totals by prefecture and\n"
         "province; csv and json hold every finding. Judges by " CLI_NATIONAL_PACK "\n"
         "unless --rules names another pack. With --readings instead: what each switch of the\n"
         "pack would change, and the counties whose verdict hangs on a reading not settled.\n"
         "--shard evaluates one part of the counties, to be joined by merge."},
    .usage = {"--data 文件夹 [选项]", "--data FOLDER [options]"},
    .example = "junheng evaluate --data data/sample --format csv --output verdicts.csv",
    .run = run};
