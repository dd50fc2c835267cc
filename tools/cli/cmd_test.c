/* cmd_test.c - junheng test: runs the packs' own cases. */
#include "cli/packs.h"
#include "cli/proof.h"
#include "cli/say.h"

static const cli_option_id options[] = {CLI_RULES, CLI_REFORM, CLI_SWITCH, CLI_DICTIONARY,
                                        CLI_EDGES, CLI_WRITE,  CLI_MUTATE, CLI_PACK_LIMITS,
                                        CLI_QUIET, CLI_LANG,   CLI_HELP,   CLI_OPTIONS};

static int test(cli_work *work, const char *pack, jh_code code) {
  size_t failed = 0, missing = 0;
  (void)pack;
  cli_work_opened(work);
  if (!code) code = cli_work_begin(work);
  if (!code) {
    code = jh_session_cases(
        work->session, work->args->lang, cli_output_write, &work->output, &failed, &work->err);
  }
  if (!code) code = cli_proof_run(work, &missing);
  int status = cli_work_end(work, code);
  return status == CLI_DONE && failed + missing > 0 ? CLI_FOUND : status;
}

/* One after another: --write adds to files that packs behind may stand on. */
static int run(const cli_args *args) {
  static const cli_packs_steps steps = {test, false};
  return cli_packs_run(args, CLI_NATIONAL_PACK, &steps);
}

const cli_command cli_test = {
    .grammar =
        {.name = "test",
         .options = options,
         .operand = {"规则包或文件夹", "a pack or folder"},
         .most = SIZE_MAX},
    .summary = {"运行规则包自带的用例", "runs the cases of rule packs"},
    .detail =
        {"不写规则包则运行国家标准的用例；文件夹：运行其下全部规则包的用例。不通过的用例列出判定依"
         "据。\n"
         "有用例不通过时退出状态为 1。",
         "The national pack's if none is named; of a folder, all packs below it. A case that "
         "fails\n"
         "shows its evidence. Exits with 1 if a case fails."},
    .usage = {"[规则包或文件夹…] [选项]", "[PACK|FOLDER…] [options]"},
    .example = "junheng test rules/national/quality-balance-2017",
    .run = run};
