/* cmd_compare.c - junheng compare: what a reform, an overlay or another pack changes on the same data. */
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,        CLI_RULES,   CLI_WITH, CLI_REFORM,   CLI_SWITCH,   CLI_DICTIONARY,
    CLI_ON,          CLI_WITH_ON, CLI_YEAR, CLI_REGION,   CLI_NEAR,     CLI_FORMAT,
    CLI_TABLE,       CLI_OUTPUT,  CLI_JOBS, CLI_ENCODING, CLI_SNAPSHOT, CLI_EXIT_CODE,
    CLI_PACK_LIMITS, CLI_QUIET,   CLI_LANG, CLI_HELP,     CLI_OPTIONS};

/* Another pack, or another day: else there is nothing to compare with. */
static jh_code check(const cli_args *args, jh_error *err) {
  jh_code code = cli_work_require(args, CLI_DATA, err);
  bool is_other = args->value[CLI_WITH_ON] || args->value[CLI_REFORM] || args->value[CLI_SWITCH];
  if (code || is_other) return code;
  return cli_work_require(args, CLI_WITH, err);
}

static jh_code open_before(cli_work *before, const cli_args *args) {
  jh_session_options how = cli_work_options(before, args);
  how.reform_count = how.switch_count = 0; /* of the other side */
  jh_code code = check(args, &before->err);
  if (!code) code = cli_work_open(before, &how);
  return code ? code : cli_work_evaluate(before, false);
}

static jh_code open_after(
    cli_work *after, const cli_work *before, const cli_args *args, jh_session_options *how) {
  *how = cli_work_options(after, args);
  how->snapshot = NULL; /* one file, one side: the columns that the two read may differ */
  after->other = jh_session_diag(before->session);
  if (args->value[CLI_WITH]) how->rules = args->value[CLI_WITH];
  if (args->value[CLI_WITH_ON]) after->on = args->value[CLI_WITH_ON];
  jh_code code = cli_work_open(after, how);
  return code ? code : cli_work_evaluate(after, false);
}

static jh_code compare(
    const cli_work *before, cli_work *after, const cli_args *args, const jh_session_options *how,
    size_t *flips) {
  jh_compare_options what = {
      .near = args->value[CLI_NEAR],
      .table = args->value[CLI_TABLE],
      .again = how,
      .jobs = how->jobs,
      .format = cli_work_format(args),
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &after->output};
  return jh_session_compare(before->session, after->session, &what, flips, &after->err);
}

/* What cannot be priced is told before the result. */
static jh_code check_prices(cli_work *after) {
  jh_code code = jh_session_check_prices(after->session, &after->err);
  const jh_diag *diag = jh_session_diag(after->session);
  after->told = cli_say_diag(diag, after->told, after->is_quiet, after->args->lang);
  return code;
}

static int run(const cli_args *args) {
  cli_work before, after;
  jh_session_options how;
  size_t flips = 0;
  jh_code code = open_before(&before, args);
  if (code) return cli_work_end(&before, code);
  code = open_after(&after, &before, args, &how);
  if (!code) code = check_prices(&after);
  if (!code) code = cli_work_begin(&after);
  if (!code) code = compare(&before, &after, args, &how, &flips);
  int status = cli_work_end(&after, code);
  int first = cli_work_end(&before, JH_OK);
  if (status == CLI_DONE) status = first;
  return status == CLI_DONE && flips && args->value[CLI_EXIT_CODE] ? CLI_FOUND : status;
}

const cli_command cli_compare = {
    .grammar = {.name = "compare", .options = options, .formats = "text|csv|json"},
    .summary =
        {"比较两套规定在同一数据上的判定：谁改变，由哪项指标决定",
         "compares two sets of rules on the same data: whose verdict changes, and what decided it"},
    .detail =
        {"依次列出：修改对照；修改前后合计（分要求、分地区）；判定改变的县、学校及起决定作用的要求"
         "，"
         "由近到远；\n"
         "临界的对象；各项修改单独的作用与合在一起的作用；缺口与费用；没有改变的及其原因。\n"
         "--with 指定另一规则包或叠加包，--reform 叠加修改方案，--switch 打开一种未定的解释；只写 "
         "--with-on "
         "则比较同一规则包在两个日期的规定。",
         "First what was changed, side by side; then totals before and after; the counties and\n"
         "schools whose verdict changes with what decided it, the nearest to the line first; who\n"
         "just keeps the verdict; what each change does alone and all do together; what is "
         "missing\n"
         "and what it costs by the unit costs of the reform; and what did not change and why.\n"
         "--with names another pack or an overlay, --reform puts a reform on top, --switch\n"
         "turns on an unsettled reading; --with-on alone compares two days of one pack."},
    .usage =
        {"--data 文件夹 --with 规则包 | --reform 文件 … [选项]",
         "--data FOLDER --with PACK | --reform FILE … [options]"},
    .example = "junheng compare --data data/sample --with my-pack --format csv --output flips.csv",
    .run = run};
