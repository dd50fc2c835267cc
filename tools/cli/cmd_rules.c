/* cmd_rules.c - junheng rules: what packs ask for, with their numbers and where these come from. */
#include <string.h>

#include "cli/limits.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/several.h"

static const cli_option_id options[] = {CLI_RULES,      CLI_REFORM, CLI_SWITCH, CLI_ON,
                                        CLI_ALL,        CLI_XLSX,   CLI_AS,     CLI_ID,
                                        CLI_DICTIONARY, CLI_FORMAT, CLI_OUTPUT, CLI_PACK_LIMITS,
                                        CLI_QUIET,      CLI_LANG,   CLI_HELP,   CLI_OPTIONS};

typedef struct verb verb;
struct verb {
  const char *name;
  size_t least, most; /* operands after the verb */
  const char *operand[JH_LANGS];
  int (*run)(const cli_args *args, const verb *which);
};

static jh_rules_options how_to_show(cli_work *work, const char *id) {
  const cli_args *args = work->args;
  return (jh_rules_options){
      .id = id,
      .on = args->value[CLI_ON],
      .all = args->value[CLI_ALL] != NULL,
      .format = cli_work_format(args),
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
}

/* "list", "show", "history": one pack is opened. */
static int run_one(const cli_args *args, const verb *which) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  const char *id = args->operand_count > 1 ? args->operands[1] : NULL;
  bool is_pack = strcmp(which->name, "show") == 0 && jh_packs_has(id);
  bool is_asking = false;
  if (is_pack) how.rules = id;
  jh_code code = cli_work_open(&work, &how);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    is_asking = true;
    jh_rules_options show = how_to_show(&work, is_pack ? NULL : id);
    bool is_table = is_pack || strcmp(which->name, "history") == 0;
    code = is_table ? jh_session_rules_show(work.session, &show, &work.err)
                    : jh_session_rules(
                          work.session, id, show.on, show.format, show.lang, show.writer,
                          show.payload, &work.err);
  }
  int status = cli_work_end(&work, code);
  return is_asking && code == JH_EUNKNOWN_RULE ? CLI_USAGE : status;
}

static int run_compare(const cli_args *args, const verb *which) {
  cli_work work;
  cli_several packs;
  (void)which;
  (void)cli_work_options(&work, args);
  jh_code code =
      cli_several_open(&packs, &work, args->operands + 1, args->operand_count - 1, false);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    jh_rules_options how = how_to_show(&work, NULL);
    code = jh_session_rules_compare(packs.sessions, packs.count, &how, &work.err);
  }
  int status = cli_work_end(&work, code);
  cli_several_close(&packs);
  return status;
}

/* The rulebook into a folder; else the numbers as a sheet. */
static int run_export(const cli_args *args, const verb *which) {
  if (cli_limits_is_asked(args)) return cli_limits_export(args);
  if (args->operand_count > 1) return cli_rulebook_export(args);
  jh_error err;
  const char *what = which->operand[args->lang];
  (void)jh_fail(&err, JH_ENO_OPERAND, NULL, what, "junheng rules --help", NULL);
  return cli_say_error(&err, args->lang);
}

static int run_import(const cli_args *args, const verb *which) {
  (void)which;
  return cli_limits_import(args);
}

static const verb verbs[] = {
    {"list", 0, 0, {"", ""}, run_one},
    {"show",
     1,
     1,
     {"规则包，或要求、参数的编号", "a pack, or the id of a rule or parameter"},
     run_one},
    {"history", 1, 1, {"参数或要求的编号", "the id of a parameter or rule"}, run_one},
    {"compare", 1, SIZE_MAX, {"规则包或文件夹", "a pack or folder"}, run_compare},
    {"export",
     0,
     SIZE_MAX,
     {"写入的文件夹，或 --xlsx 文件", "the folder to write into, or --xlsx FILE"},
     run_export},
    {"import", 1, 1, {"填好的限值表", "the filled sheet of limits"}, run_import},
};

/* Options of one verb alone, given to another. */
static jh_code check_options(const cli_args *args, const verb *which, jh_error *err) {
  static const struct {
    cli_option_id id;
    const char *verb;
  } own[] = {{CLI_XLSX, "export"}, {CLI_AS, "import"}, {CLI_ID, "import"}};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
    const char *name = cli_options_get(own[i].id)->name;
    if (args->value[own[i].id] && strcmp(which->name, own[i].verb) != 0)
      return jh_fail(err, JH_EBAD_VALUE, NULL, which->name, name, own[i].verb, NULL);
  }
  return JH_OK;
}

static jh_code find(const cli_args *args, const verb **out, jh_error *err) {
  const char *name = args->operands[0];
  char shown[96];
  *out = NULL;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (strcmp(verbs[i].name, name) == 0) *out = &verbs[i];
  }
  if (!*out) {
    jh_arg_text(shown, sizeof shown, jh_str_of(name));
    return jh_fail(
        err, JH_EBAD_VALUE, NULL, shown, "junheng rules", "list|show|history|compare|export|import",
        NULL);
  }
  jh_code code = check_options(args, *out, err);
  if (code) return code;
  size_t given = args->operand_count - 1;
  if (given < (*out)->least) {
    const char *what = (*out)->operand[args->lang];
    return jh_fail(err, JH_ENO_OPERAND, NULL, what, "junheng rules --help", NULL);
  }
  if (given <= (*out)->most) return JH_OK;
  jh_arg_text(shown, sizeof shown, jh_str_of(args->operands[(*out)->most + 1]));
  return jh_fail(err, JH_EEXTRA_OPERAND, NULL, shown, "junheng rules --help", NULL);
}

static int run(const cli_args *args) {
  const verb *which;
  jh_error err;
  if (find(args, &which, &err) != JH_OK) return cli_say_error(&err, args->lang);
  return which->run(args, which);
}

const cli_command cli_rules = {
    .grammar =
        {.name = "rules",
         .options = options,
         .formats = "text|csv|json",
         .operand =
             {" list、show、history、compare、export 或 import",
              "list, show, history, compare, export or import"},
         .least = 1,
         .most = SIZE_MAX},
    .summary =
        {"列出、查看、比较规则包的要求和数值", "lists, shows and compares what packs ask for"},
    .detail =
        {"list            规则包的各项要求\n"
         "show 规则包     全部参数：数值、单位、条款、出自哪一层、何时起施行（--on：当日有效的）\n"
         "show 编号       一项要求或一个参数\n"
         "history 编号    一个参数历次的数值、条件和理由\n"
         "compare 规则包… 各规则包的差别：参数、算法、适用范围（文件夹：其下全部规则包）\n"
         "export 文件夹   把规则包（默认全部）写成规则手册，Markdown，每条要求一页\n"
         "export --xlsx 文件  "
         "把规则包（--rules）的全部数值写成工作簿（限值表），每个数值一行，可填\n"
         "                新值；--on：只写当日有效的；--format csv：同样各列的文本\n"
         "import 限值表   把填好的限值表写成修改方案或叠加包（--as），写入 "
         "--output；--on：从哪一天起算",
         "list            the rules of a pack\n"
         "show PACK       every parameter: value, unit, clause, from which link of the chain, in\n"
         "                force since when (--on: those in force on the day)\n"
         "show ID         a rule or parameter\n"
         "history ID      a parameter's values over time, with conditions and reasons\n"
         "compare PACK…   what differs between packs: parameters, formulas, scopes (of a folder,\n"
         "                all packs below it)\n"
         "export FOLDER   the rulebook of packs (default: all): Markdown, a page for each rule\n"
         "export --xlsx FILE  the numbers of a pack (--rules) as a workbook, a row for each value, "
         "to\n"
         "                be filled with new ones; --on: those in force on the day; --format csv: "
         "as\n"
         "                text\n"
         "import SHEET    a filled sheet becomes a reform or overlay (--as), in --output; --on: "
         "from\n"
         "                which day it counts"},
    .usage =
        {"list | show 规则包或编号 | history 编号 | compare 规则包… | export 文件夹 [规则包…] | "
         "export --xlsx 文件 | import 限值表 --output 文件 [选项]",
         "list | show PACK|ID | history ID | compare PACK… | export FOLDER [PACK…] | export --xlsx "
         "FILE | "
         "import SHEET --output FILE [options]"},
    .example = "junheng rules show higher_degree_teachers_per_100 --on 2024-09-01",
    .run = run};
