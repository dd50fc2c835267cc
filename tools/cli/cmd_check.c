/* cmd_check.c - junheng check: packs without data, before anybody relies on them. */
#include <string.h>

#include "cli/packs.h"
#include "cli/say.h"

static const cli_option_id options[] = {CLI_RULES,      CLI_REFORM,      CLI_SWITCH,
                                        CLI_DICTIONARY, CLI_PACK_LIMITS, CLI_QUIET,
                                        CLI_LANG,       CLI_HELP,        CLI_OPTIONS};

/* Refused by its content (found), or not readable at all, or a limit (failures)? */
static int status_of(jh_code code) {
  switch (code) {
  case JH_ENO_PACK:
  case JH_ENO_FOLDER:
  case JH_ENOT_READABLE: return CLI_INPUT;
  default: break;
  }
  int status = cli_say_status(code);
  return status == CLI_INPUT ? CLI_FOUND : status;
}

static jh_code approve(cli_work *work, const char *pack) {
  const char *word = work->args->lang == JH_ZH ? "：通过检查\n" : ": ok\n";
  jh_code code = cli_work_begin(work);
  if (!code) cli_output_write(&work->output, pack, strlen(pack));
  for (size_t i = 0; i < work->args->list_count[CLI_REFORM] && !code; i++) {
    const char *reform = work->args->list[CLI_REFORM][i];
    cli_output_write(&work->output, " + ", 3);
    cli_output_write(&work->output, reform, strlen(reform));
  }
  if (!code) cli_output_write(&work->output, word, strlen(word));
  return code;
}

/* What only shows when the pack is seen as a whole. */
static jh_code look(cli_work *work) {
  jh_code code = jh_session_check_rules(work->session, &work->err);
  const jh_diag *diag = jh_session_diag(work->session);
  work->told = cli_say_diag(diag, work->told, work->is_quiet, work->args->lang);
  return code;
}

static int check(cli_work *work, const char *pack, jh_code code) {
  cli_work_opened(work);
  if (!code) code = look(work);
  bool has_errors = work->session && jh_diag_count(jh_session_diag(work->session), JH_ERROR) > 0;
  jh_code checked = code;
  if (!code && !has_errors && !work->is_quiet) code = approve(work, pack);
  int status = cli_work_end(work, code);
  if (checked) return status_of(checked);
  return has_errors ? CLI_FOUND : status;
}

static int run(const cli_args *args) {
  static const cli_packs_steps steps = {check, true};
  return cli_packs_run(args, CLI_NATIONAL_PACK, &steps);
}

const cli_command cli_check = {
    .grammar =
        {.name = "check",
         .options = options,
         .operand = {"规则包或文件夹", "a pack or folder"},
         .most = SIZE_MAX},
    .summary = {"检查规则包（不需要数据）", "checks rule packs without data"},
    .detail =
        {"名称、单位、日期、条款和用例，达不到的标准值，没有要求依据的条目；不写规则包则检查国家标"
         "准。\n"
         "文件夹：检查其下的全部规则包。规则包被拒绝时退出状态为 1。",
         "Names, units, days, clauses and cases, bounds that nobody can reach, rules that nothing\n"
         "stands on; the national pack's if none is named. Of a folder, all packs below it. Exits\n"
         "with 1 if a pack is refused."},
    .usage = {"[规则包或文件夹…] [选项]", "[PACK|FOLDER…] [options]"},
    .example = "junheng check rules/national/quality-balance-2017",
    .run = run};
