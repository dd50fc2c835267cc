/* cmd_dictionary.c - junheng dictionary: what the tables of a dataset hold, as Markdown tables. */
#include "cli/work.h"

static const cli_option_id options[] = {CLI_DICTIONARY, CLI_RULES, CLI_OUTPUT, CLI_QUIET,
                                        CLI_LANG,       CLI_HELP,  CLI_OPTIONS};

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  how.rules = args->value[CLI_RULES]; /* only to know the dictionary; none by default */
  jh_code code = cli_work_open(&work, &how);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    code = jh_session_dictionary(
        work.session, JH_FORMAT_TEXT, args->lang, cli_output_write, &work.output, &work.err);
  }
  return cli_work_end(&work, code);
}

const cli_command cli_dictionary = {
    .grammar = {.name = "dictionary", .options = options},
    .summary =
        {"列出数据字典的表、列、表头和单位", "shows the tables, columns and units of a dictionary"},
    .detail =
        {"默认为全国数据字典；* 表示该列不可缺少。输出为 Markdown 表格。",
         "The national one by default; * marks columns that must be there. Written as Markdown "
         "tables."},
    .usage = {"[选项]", "[options]"},
    .example = "junheng dictionary --lang zh",
    .run = run};
