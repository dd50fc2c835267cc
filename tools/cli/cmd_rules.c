/* cmd_rules.c - junheng rules: what packs ask for, with their numbers and where these come from. */
#include <string.h>

#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/several.h"

static const cli_option_id options[] = {CLI_RULES, CLI_REFORM,     CLI_SWITCH, CLI_ON,
                                        CLI_ALL,   CLI_DICTIONARY, CLI_FORMAT, CLI_OUTPUT,
                                        CLI_QUIET, CLI_LANG,       CLI_HELP,   CLI_OPTIONS};

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

static int run_export(const cli_args *args, const verb *which) {
  (void)which;
  return cli_rulebook_export(args);
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
    {"export", 1, SIZE_MAX, {"写入的文件夹", "the folder to write into"}, run_export},
};

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
        err, JH_EBAD_VALUE, NULL, shown, "junheng rules", "list|show|history|compare|export", NULL);
  }
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
             {" list、show、history、compare 或 export", "list, show, history, compare or export"},
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
         "export 文件夹   把规则包（默认全部）写成规则手册，Markdown，每条要求一页",
         "list            the rules of a pack\n"
         "show PACK       every parameter: value, unit, clause, from which link of the chain, in\n"
         "                force since when (--on: those in force on the day)\n"
         "show ID         a rule or parameter\n"
         "history ID      a parameter's values over time, with conditions and reasons\n"
         "compare PACK…   what differs between packs: parameters, formulas, scopes (of a folder,\n"
         "                all packs below it)\n"
         "export FOLDER   the rulebook of packs (default: all): Markdown, a page for each rule"},
    .usage =
        {"list | show 规则包或编号 | history 编号 | compare 规则包… | export 文件夹 [规则包…] "
         "[选项]",
         "list | show PACK|ID | history ID | compare PACK… | export FOLDER [PACK…] [options]"},
    .example = "junheng rules show higher_degree_teachers_per_100 --on 2024-09-01",
    .run = run};
