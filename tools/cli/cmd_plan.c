/* cmd_plan.c - junheng plan: what is missing to pass, and the cheapest way to get it. */
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,       CLI_PRICES,   CLI_MOVE,        CLI_RULE,   CLI_RULES,  CLI_REFORM, CLI_SWITCH,
    CLI_DICTIONARY, CLI_ON,       CLI_YEAR,        CLI_REGION, CLI_FORMAT, CLI_JOBS,   CLI_OUTPUT,
    CLI_ENCODING,   CLI_SNAPSHOT, CLI_PACK_LIMITS, CLI_QUIET,  CLI_LANG,   CLI_HELP,   CLI_OPTIONS};

static jh_code plan(cli_work *work, const cli_args *args, int jobs) {
  jh_session_plan_options how = {
      .entity = args->operands[0],
      .rule = args->value[CLI_RULE],
      .prices = args->value[CLI_PRICES],
      .moves = args->value[CLI_MOVE] != NULL,
      .jobs = jobs,
      .format = cli_work_format(args),
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
  return jh_session_plan(work->session, &how, &work->err);
}

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  bool is_asking = false; /* from here on an unknown rule is the user's word, not the pack's */
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = cli_work_evaluate(&work, false);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    is_asking = true;
    code = plan(&work, args, how.jobs);
  }
  int status = cli_work_end(&work, code);
  bool is_usage = code == JH_EUNKNOWN_RULE || code == JH_EPLAN_RULE || code == JH_EPLAN_MOVE;
  return is_asking && is_usage ? CLI_USAGE : status;
}

const cli_command cli_plan = {
    .grammar =
        {.name = "plan",
         .options = options,
         .formats = "text|csv|json",
         .operand = {"县、学校或学段的代码", "the code of a county, school or stage unit"},
         .least = 1,
         .most = 1},
    .summary =
        {"算出一个县、一所学校离达标还差什么，以及最省的办法",
         "what a county or school lacks to pass, and the cheapest way"},
    .detail =
        {"列出各校各项还差的教师、教室、平方米、元，哪一项可以留在底线，以及不能靠增加数量解决的。"
         "\n"
         "给出 --prices（价格表，见 "
         "docs/RULE-AUTHORS.zh-CN.md）时，算出最省的采购方案，代入数据重新判定："
         "\n"
         "按方案达标，任何一行少一步即不达标；并写明是否已证明最省。csv "
         "逐格列出改动，照此修改数据可得同样的"
         "结果。\n"
         "价格须由使用者提供，程序不编造任何价格。",
         "Tells teachers, rooms, m² and yuan that are missing, school by school, which item may "
         "stay "
         "at\n"
         "its floor, and what no amount makes good. With --prices (a list of prices, see\n"
         "docs/RULE-AUTHORS.md) also the cheapest plan, tried on the data: with it all is met, "
         "with one\n"
         "step less of any line it is not; and whether it is proven to be the cheapest. csv lists "
         "the\n"
         "cells that change: with them the data give the same verdict. No price is invented."},
    .usage =
        {"代码 --data 文件夹 [--prices 文件] [选项]",
         "CODE --data FOLDER [--prices FILE] [options]"},
    .example = "junheng plan 990102 --data data/sample --prices docs/examples/prices.lua",
    .run = run};
