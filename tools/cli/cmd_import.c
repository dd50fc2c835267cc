/* cmd_import.c - junheng import: the offices' files into a dataset. */
#include <stdio.h>

#include "cli/guess.h"
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_MAPPING,    CLI_DATA,  CLI_OUTPUT,      CLI_GUESS,
                                        CLI_DICTIONARY, CLI_RULES, CLI_PACK_LIMITS, CLI_QUIET,
                                        CLI_LANG,       CLI_HELP,  CLI_OPTIONS};

/* One line of what was done, and where all of it is listed. */
static void sum_up(const cli_work *work, const jh_import_count *count, const char *folder) {
  cli_output out;
  jh_error err;
  char line[1024];
  const char *form =
      work->args->lang == JH_ZH
          ? "已导入：来源 %zu 个，数据表 %zu 个，记录 %zu 条；略去 %zu 行，并入校区 %zu "
            "个，未使用 %zu 处，逐一列于 %s/import.csv\n"
          : "imported: %zu sources, %zu tables, %zu records; rows left out: %zu, "
            "campuses merged: %zu, not used: %zu; all listed in %s/import.csv\n";
  int size = snprintf(
      line, sizeof line, form, count->sources, count->tables, count->rows, count->left_out,
      count->merged, count->unused, folder);
  jh_code code = cli_output_open(&out, NULL, work->args->lang, &err);
  if (!code && size > 0 && (size_t)size < sizeof line) {
    cli_output_write(&out, line, (size_t)size);
  }
  if (cli_output_close(&out, code, &err) != JH_OK) cli_say_error(&err, work->args->lang);
}

static int import(const cli_args *args, const char *mapping) {
  cli_work work;
  jh_import_count count = {0};
  jh_session_options limits = cli_work_options(&work, args);
  jh_import_options how = {
      .mapping = mapping,
      .data = args->value[CLI_DATA],
      .output = args->value[CLI_OUTPUT],
      .pack_memory_mib = limits.pack_memory_mib,
      .pack_steps = limits.pack_steps,
      .pack_seconds = limits.pack_seconds};
  jh_code code = cli_work_require(args, CLI_OUTPUT, &work.err);
  if (!code) code = jh_session_import(&work.session, &how, &count, &work.err);
  if (work.session) {
    const jh_diag *diag = jh_session_diag(work.session);
    cli_progress_end(&work.progress);
    work.told = cli_say_diag(diag, 0, work.is_quiet, args->lang);
    cli_say_dropped(diag, work.is_quiet, args->lang);
  }
  if (!code && !work.is_quiet) sum_up(&work, &count, how.output);
  bool is_refusal = code == JH_EIMPORT_REFUSED;
  int status = cli_work_end(&work, code);
  return is_refusal ? CLI_FOUND : status;
}

static int run(const cli_args *args) {
  if (args->value[CLI_GUESS]) return cli_guess_propose(args);
  if (args->value[CLI_MAPPING]) return import(args, args->value[CLI_MAPPING]);
  return cli_guess_import(args, import);
}

const cli_command cli_import = {
    .grammar = {.name = "import", .options = options},
    .summary =
        {"把各单位的电子表格、统计报表导入为数据集",
         "imports the offices' spreadsheets and statistical forms into a dataset"},
    .detail =
        {"映射文件写明数据集的每一列取自哪个文件、工作表、表头或报表单元格。结果文件夹中有数据表、"
         "\n"
         "数据字典、映射的副本、每个单元格的来源（origins），以及导入报告 "
         "import.csv、import.json：\n"
         "每个来源及其哈希值、每列的来源、略去的每一行及原因、没有使用的每个单元格。有错误时不导入"
         "。\n"
         "--guess 按表头提出映射；不给映射时，只有全部确定才导入。",
         "A mapping says from which file, sheet, header or form cell each column of the dataset "
         "is\n"
         "taken. The resulting folder holds the tables, a dictionary, a copy of the mapping, "
         "where\n"
         "each cell came from (origins), and a report (import.csv, import.json): every source "
         "with\n"
         "its hash, the origin of every column, every row left out and why, every cell not used.\n"
         "Nothing is imported if there are errors. --guess proposes a mapping by the headers;\n"
         "without a mapping the import is made only if all of it is certain."},
    .usage =
        {"--mapping 文件 --output 文件夹 [--data 文件夹] [选项]",
         "--mapping FILE --output FOLDER [--data FOLDER] [options]"},
    .example = "junheng import --mapping files/mapping.lua --output county-2024",
    .run = run};
