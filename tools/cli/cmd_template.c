/* cmd_template.c - junheng template: tables to be filled by the offices, for a pack. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/pages.h"
#include "cli/say.h"

static const cli_option_id options[] = {CLI_RULES,    CLI_REFORM, CLI_SWITCH, CLI_DICTIONARY,
                                        CLI_DATA,     CLI_YEAR,   CLI_REGION, CLI_ON,
                                        CLI_ENCODING, CLI_FORMAT, CLI_OUTPUT, CLI_PACK_LIMITS,
                                        CLI_QUIET,    CLI_LANG,   CLI_HELP,   CLI_OPTIONS};

static bool is_folder(const char *path) {
  struct stat info;
  size_t size = strlen(path);
  return path[size - 1] == '/' || (stat(path, &info) == 0 && S_ISDIR(info.st_mode));
}

/* One workbook where the name of a workbook is given, else a folder. */
static bool is_book(const char *path) {
  return jh_str_ends(jh_str_of(path), ".xlsx") && !is_folder(path);
}

static jh_code sum_up(cli_work *work, size_t count) {
  char line[160];
  const char *form = work->args->lang == JH_ZH ? "写出 %zu 个文件\n" : "files written: %zu\n";
  int size = snprintf(line, sizeof line, form, count);
  if (work->is_quiet) return JH_OK;
  jh_code code = cli_output_open(&work->output, NULL, work->args->lang, &work->err);
  if (!code && size > 0) cli_output_write(&work->output, line, (size_t)size);
  return code;
}

static jh_code check(const cli_args *args, jh_error *err) {
  jh_code code = cli_work_require(args, CLI_OUTPUT, err);
  if (code) return code;
  bool needs_data = cli_work_format(args) != JH_FORMAT_CSV && !is_book(args->value[CLI_OUTPUT]);
  return needs_data ? cli_work_require(args, CLI_DATA, err) : JH_OK;
}

static jh_code write_all(cli_work *work) {
  const cli_args *args = work->args;
  const char *output = args->value[CLI_OUTPUT];
  bool is_csv = cli_work_format(args) == JH_FORMAT_CSV;
  cli_pages pages = {.work = work, .folder = output, .single = output};
  jh_template_options how = {
      .on = args->value[CLI_ON],
      .year = args->value[CLI_YEAR],
      .by_county = !is_csv && !is_book(output),
      .format = is_csv ? JH_FORMAT_CSV : JH_FORMAT_XLSX,
      .lang = args->lang,
      .writer = cli_pages_put,
      .payload = &pages};
  jh_error err; /* that a page was not taken: why stands in the work's already */
  jh_code code = jh_session_template(work->session, &how, &err);
  if (pages.code) return pages.code;
  if (code) work->err = err;
  return code ? code : sum_up(work, pages.count);
}

static int run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  how.is_sparse = true;
  jh_code code = check(args, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = write_all(&work);
  return cli_work_end(&work, code);
}

const cli_command cli_template = {
    .grammar = {.name = "template", .options = options, .formats = "xlsx|csv"},
    .summary =
        {"为规则包生成供县级填写的表", "makes tables to be filled by county offices for a pack"},
    .detail =
        {"只含规则包要用的列：中文表头、单位、说明、下拉选项，代码受保护。--output 为 .xlsx\n"
         "文件时写成一个工作簿；为文件夹时每县一个（代码.xlsx），需要 --data：其中已有的县、\n"
         "学校和数据会预先填好，可以只有代码和名称。填好的工作簿可直接用 import 导入。\n"
         "--format csv 在文件夹中为每张表写一个 .csv。",
         "The columns that the pack reads and no others: Chinese headers, units, notes, "
         "drop-downs,\n"
         "protected codes. --output FILE.xlsx is one workbook; a folder gets one for each county\n"
         "(CODE.xlsx) of --data, whose counties, schools and figures stand in it already; codes "
         "and\n"
         "names are enough. A filled workbook can be imported as it is. --format csv writes a "
         ".csv\n"
         "for each table into a folder."},
    .usage =
        {"--output 文件.xlsx|文件夹 [--data 文件夹] [选项]",
         "--output FILE.xlsx|FOLDER [--data FOLDER] [options]"},
    .example = "junheng template --output school-data.xlsx",
    .run = run};
