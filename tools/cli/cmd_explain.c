/* cmd_explain.c - junheng explain: the evidence of one entity's verdict, down to the cells. */
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_DATA,   CLI_RULE,       CLI_RULES,  CLI_REFORM,
                                        CLI_SWITCH, CLI_DICTIONARY, CLI_ON,     CLI_YEAR,
                                        CLI_FORMAT, CLI_JOBS,       CLI_OUTPUT, CLI_ENCODING,
                                        CLI_QUIET,  CLI_LANG,       CLI_HELP,   CLI_OPTIONS};

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
    code = jh_session_explain(
        work.session, args->operands[0], args->value[CLI_RULE], cli_work_format(args), args->lang,
        cli_output_write, &work.output, &work.err);
  }
  int status = cli_work_end(&work, code);
  return is_asking && code == JH_EUNKNOWN_RULE ? CLI_USAGE : status;
}

const cli_command cli_explain = {
    .grammar =
        {.name = "explain",
         .options = options,
         .formats = "text|json",
         .operand = {"县、学校或学段的代码", "the code of a county, school or stage unit"},
         .least = 1,
         .most = 1},
    .summary = {"说明一个县、一所学校的判定依据", "shows what a verdict rests on"},
    .detail =
        {"实测值、标准值、条款和施行日期、算法，以及读取的单元格（文件、行）。\n"
         "学段写作“代码/学段”，如 3701020001/primary；没有自身代码的监测结果等写作“代码#序号”，\n"
         "如 370102#5。",
         "What was measured and required, by which clause and since when, from which cells\n"
         "(file and line). A stage unit is written CODE/STAGE: 3701020001/primary;\n"
         "a monitoring result, which has no code of its own, CODE#NUMBER: 370102#5."},
    .usage = {"代码 --data 文件夹 [选项]", "CODE --data FOLDER [options]"},
    .example = "junheng explain 370102 --data data/sample",
    .run = run};
