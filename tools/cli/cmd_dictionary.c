/* cmd_dictionary.c - junheng dictionary: what the tables of a dataset hold, and which rules read it. */
#include "cli/several.h"

static const cli_option_id options[] = {CLI_DICTIONARY, CLI_RULES,       CLI_FORMAT,
                                        CLI_OUTPUT,     CLI_PACK_LIMITS, CLI_QUIET,
                                        CLI_LANG,       CLI_HELP,        CLI_OPTIONS};

static jh_code show(cli_work *work, const cli_several *packs) {
  const cli_args *args = work->args;
  jh_dictionary_options how = {
      .packs = packs->sessions,
      .pack_count = packs->count,
      .format = cli_work_format(args),
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
  return jh_session_dictionary(work->session, &how, &work->err);
}

static int run(const cli_args *args) {
  cli_work work;
  cli_several packs;
  jh_session_options how = cli_work_options(&work, args);
  const char *rules = args->value[CLI_RULES];
  how.rules = rules && jh_packs_has(rules) ? rules : NULL; /* whose dictionary it is */
  jh_code code = cli_several_open(&packs, &work, NULL, 0, false);
  packs.with_own = true;
  if (!code && rules) code = cli_several_add(&packs, &rules, 1);
  if (!code) code = cli_several_add(&packs, args->operands, args->operand_count);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = cli_work_begin(&work);
  if (!code) code = show(&work, &packs);
  int status = cli_work_end(&work, code);
  cli_several_close(&packs);
  return status;
}

const cli_command cli_dictionary = {
    .grammar =
        {.name = "dictionary",
         .options = options,
         .formats = "text|json",
         .operand = {"规则包或文件夹", "a pack or folder"},
         .most = SIZE_MAX},
    .summary =
        {"列出数据字典的表、列、表头和单位", "shows the tables, columns and units of a dictionary"},
    .detail =
        {"默认为全国数据字典；* 表示该列不可缺少。输出为 Markdown 表格或 "
         "JSON。给出规则包或文件夹时，"
         "列出各列由哪些规则读取。",
         "The national one by default; * marks columns that must be there. Written as Markdown "
         "tables "
         "or JSON; with packs or folders of them, each column with the rules that read it."},
    .usage = {"[选项] [规则包或文件夹]…", "[options] [packs or folders]…"},
    .example = "junheng dictionary rules --lang zh",
    .run = run};
