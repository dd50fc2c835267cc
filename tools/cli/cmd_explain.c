/* cmd_explain.c - junheng explain: the evidence of one entity's verdict, down to the cells. */
#include <string.h>

#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,       CLI_DEPTH,       CLI_RULE,  CLI_ALL,    CLI_RULES, CLI_REFORM, CLI_SWITCH,
    CLI_DICTIONARY, CLI_ON,          CLI_YEAR,  CLI_FORMAT, CLI_JOBS,  CLI_OUTPUT, CLI_ENCODING,
    CLI_SNAPSHOT,   CLI_PACK_LIMITS, CLI_QUIET, CLI_LANG,   CLI_HELP,  CLI_OPTIONS};

static jh_depth depth_of(const cli_args *args) {
  const char *word = args->value[CLI_DEPTH];
  if (word && strcmp(word, "sentence") == 0) return JH_DEPTH_SENTENCE;
  return word && strcmp(word, "full") == 0 ? JH_DEPTH_FULL : JH_DEPTH_LINES;
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
    jh_evidence_options wanted = {
        .entity = args->operands[0],
        .rule = args->value[CLI_RULE],
        .depth = depth_of(args),
        .all = args->value[CLI_ALL] != NULL,
        .jobs = how.jobs,
        .format = cli_work_format(args),
        .lang = args->lang,
        .writer = cli_output_write,
        .payload = &work.output};
    code = jh_session_explain(work.session, &wanted, &work.err);
  }
  int status = cli_work_end(&work, code);
  return is_asking && code == JH_EUNKNOWN_RULE ? CLI_USAGE : status;
}

const cli_command cli_explain = {
    .grammar =
        {.name = "explain",
         .options = options,
         .formats = "text|json|html",
         .operand =
             {"县、学校、学段的代码或目标编号",
              "the code of a county, school or stage unit, or the id of a target"},
         .least = 1,
         .most = 1},
    .summary =
        {"说明一个县、一所学校的判定依据，或一项目标的达成情况",
         "shows what a verdict rests on, or how far a target is reached"},
    .detail =
        {"--depth sentence 一句话；lines（默认）逐项列出实测值、标准值、余量、判定和条款；full "
         "另列算法、\n"
         "读取的单元格（文件、行）、完全中学和一贯制学校的分摊、差异系数背后的各校、标准值的历次改"
         "动、补齐即可判定的\n"
         "单元格，以及判定取决于哪些单元格。--format html 为可打印的网页。\n"
         "学段写作“代码/学段”，如 3701020001/primary；没有自身代码的监测结果等写作“代码#序号”，\n"
         "如 370102#5。目标写其编号。",
         "--depth sentence: one sentence. lines (default): for each requirement measure, bound,\n"
         "margin, verdict, clause. full: also formulas, the cells that were read (file and line), "
         "how\n"
         "stages share, the schools behind a spread, what changed a bound, the cells that would\n"
         "settle a verdict, and those on which it hangs. --format html is a page to be printed.\n"
         "A stage unit is written CODE/STAGE: 3701020001/primary; a monitoring result, which has "
         "no\n"
         "code of its own, CODE#NUMBER: 370102#5; a target by its id."},
    .usage = {"代码|目标 --data 文件夹 [选项]", "CODE|TARGET --data FOLDER [options]"},
    .example = "junheng explain 370102 --data data/sample",
    .run = run};
