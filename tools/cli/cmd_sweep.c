/* cmd_sweep.c - junheng sweep: what verdicts do as a number of the pack moves. */
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,   CLI_VARY,       CLI_WHO,      CLI_AIM,      CLI_RULES,     CLI_REFORM,
    CLI_SWITCH, CLI_DICTIONARY, CLI_ON,       CLI_YEAR,     CLI_REGION,    CLI_FORMAT,
    CLI_OUTPUT, CLI_JOBS,       CLI_ENCODING, CLI_SNAPSHOT, CLI_SCENARIOS, CLI_PACK_LIMITS,
    CLI_QUIET,  CLI_LANG,       CLI_HELP,     CLI_OPTIONS};

static jh_code sweep(cli_work *work, int jobs) {
  const cli_args *args = work->args;
  jh_sweep_options how = {
      .vary = args->list[CLI_VARY],
      .vary_count = args->list_count[CLI_VARY],
      .scenarios = args->value[CLI_SCENARIOS],
      .who = args->value[CLI_WHO],
      .aim = args->value[CLI_AIM],
      .jobs = jobs,
      .format = cli_work_format(args),
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
  jh_code code = jh_session_sweep(work->session, &how, &work->err);
  cli_work_tell(work);
  return code;
}

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code && !args->value[CLI_SCENARIOS]) code = cli_work_require(args, CLI_VARY, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = cli_work_evaluate(&work, false);
  if (!code) code = cli_work_begin(&work);
  if (!code) code = sweep(&work, how.jobs);
  return cli_work_end(&work, code);
}

const cli_command cli_sweep = {
    .grammar = {.name = "sweep", .options = options, .formats = "text|csv|json"},
    .summary =
        {"变动规则中的一两个数，统计各判定的数量，或精确求出每个判定在何处改变",
         "moves one or two numbers of the rules: how many are met at each value, or exactly\n"
         "              where each verdict turns"},
    .detail =
        {"--vary 写参数（rules show 所列，按学段取值的须带学段，如 "
         "class_size.at_most.primary）和要试的值：\n"
         "起..止:步长、起..止/等分数 或 值1,值2；写两次 --vary "
         "则得二维表。不带值时列出每个县判定改变的\n"
         "精确临界值；再加 --aim 30% 则求使 30% 的县达标的值，以及由哪个县决定。\n"
         "--scenarios 一次统计许多方案（每行一个方案，每列一个参数，空格照现行值），至多一万个。\n"
         "--who 改为统计一项要求，csv 和 json 另按省、市州统计。",
         "--vary names a parameter (as rules show lists it; with its stage where it differs by\n"
         "stage: class_size.at_most.primary) and its values: FROM..TO:STEP, FROM..TO/COUNT or\n"
         "V1,V2. Given twice, it makes a grid. Without values: for each county the exact place at\n"
         "which its verdict turns; with --aim 30%, the value at which 30 % of the counties are "
         "met,\n"
         "and which county decides. --scenarios counts under many sets of values at once: a row "
         "for\n"
         "each scenario, a column for each parameter, blank as it is; up to 10,000. --who counts "
         "one requirement instead; csv and json also count\n"
         "by province and prefecture."},
    .usage =
        {"--data 文件夹 (--vary 参数[=值] | --scenarios 文件) [选项]",
         "--data FOLDER (--vary PATH[=VALUES] | --scenarios FILE) [options]"},
    .example = "junheng sweep --data data/sample --vary class_size.at_most.primary=40..55:1",
    .run = run};
