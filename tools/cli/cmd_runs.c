/* cmd_runs.c - junheng runs: what was run before, run again, and why two runs differ. */
#include <stdlib.h>
#include <string.h>

#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_ARCHIVE, CLI_FORMAT,    CLI_OUTPUT,
                                        CLI_JOBS,    CLI_EXIT_CODE, CLI_QUIET,
                                        CLI_LANG,    CLI_HELP,      CLI_OPTIONS};

typedef struct asked {
  jh_runs_options how;
  int64_t run[2];
  bool is_same;
} asked;

static jh_code list(asked *a, jh_error *err) { return jh_runs_list(&a->how, err); }
static jh_code show(asked *a, jh_error *err) { return jh_runs_show(&a->how, a->run[0], err); }
static jh_code replay(asked *a, jh_error *err) {
  return jh_runs_replay(&a->how, a->run[0], &a->is_same, err);
}
static jh_code why_differs(asked *a, jh_error *err) {
  return jh_runs_why_differs(&a->how, a->run[0], a->run[1], &a->is_same, err);
}

typedef struct verb {
  const char *name;
  size_t runs; /* numbers that follow */
  jh_code (*run)(asked *, jh_error *);
} verb;

static const verb verbs[] = {
    {"list", 0, list}, {"show", 1, show}, {"replay", 1, replay}, {"why-differs", 2, why_differs}};

static jh_code read_run(const char *text, int64_t *out, jh_error *err) {
  char shown[96], *end;
  long long value = strtoll(text, &end, 10);
  (void)jh_arg_text(shown, sizeof shown, jh_str_of(text));
  bool is_number = text[0] >= '0' && text[0] <= '9' && *end == '\0' && value > 0;
  *out = value;
  return is_number ? JH_OK : jh_fail(err, JH_ENOT_A_RUN, NULL, shown, NULL);
}

static jh_code find(const cli_args *args, const verb **out, asked *a, jh_error *err) {
  char shown[96];
  *out = NULL;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (strcmp(verbs[i].name, args->operands[0]) == 0) *out = &verbs[i];
  }
  (void)jh_arg_text(shown, sizeof shown, jh_str_of(args->operands[0]));
  if (!*out)
    return jh_fail(
        err, JH_EBAD_VALUE, NULL, shown, "junheng runs", "list|show|replay|why-differs", NULL);
  size_t given = args->operand_count - 1;
  const char *what = args->lang == JH_ZH ? "运行的编号" : "the number of a run";
  if (given < (*out)->runs)
    return jh_fail(err, JH_ENO_OPERAND, NULL, what, "junheng runs --help", NULL);
  if (given > (*out)->runs) {
    (void)jh_arg_text(shown, sizeof shown, jh_str_of(args->operands[(*out)->runs + 1]));
    return jh_fail(err, JH_EEXTRA_OPERAND, NULL, shown, "junheng runs --help", NULL);
  }
  jh_code code = JH_OK;
  for (size_t i = 0; i < given && !code; i++)
    code = read_run(args->operands[i + 1], &a->run[i], err);
  return code;
}

static int run(const cli_args *args) {
  cli_work work;
  const verb *which;
  asked a = {.is_same = true};
  jh_session_options how = cli_work_options(&work, args);
  jh_code code = cli_work_require(args, CLI_ARCHIVE, &work.err);
  if (!code) code = find(args, &which, &a, &work.err);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    a.how = (jh_runs_options){
        .archive = args->value[CLI_ARCHIVE],
        .jobs = how.jobs,
        .lang = args->lang,
        .format = cli_work_format(args),
        .writer = cli_output_write,
        .payload = &work.output};
    code = which->run(&a, &work.err);
  }
  int status = cli_work_end(&work, code);
  return status == CLI_DONE && !a.is_same && args->value[CLI_EXIT_CODE] ? CLI_FOUND : status;
}

const cli_command cli_runs = {
    .grammar =
        {.name = "runs",
         .options = options,
         .formats = "text|json",
         .operand = {"list、show、replay 或 why-differs", "list, show, replay or why-differs"},
         .least = 1,
         .most = 3},
    .summary =
        {"档案中的运行：列出、查看、重算、比较",
         "runs in an archive: listed, run again, held against each other"},
    .detail =
        {"list            档案中的各次运行（evaluate --archive 存入的）\n"
         "show 编号       清单：引擎、选项、读过的每个文件、结果的指纹\n"
         "replay 编号     用存入的文件重算，说明结果是否相同\n"
         "why-differs 甲 乙  两次运行有何不同：引擎、选项、文件、参数、单元格，\n"
         "                哪些县的判定因此不同，各项单独的影响\n"
         "--exit-code：结果不同则退出状态为 1。",
         "list            the runs (kept by evaluate --archive)\n"
         "show N          the manifest: engine, options, every file that was read, the result's\n"
         "                fingerprint\n"
         "replay N        runs it again from the files that were kept: is the result the same?\n"
         "why-differs A B in what two runs differ: engine, options, files, numbers, cells; which\n"
         "                counties have another verdict, and what each difference does alone\n"
         "--exit-code: exits with 1 if results differ."},
    .usage =
        {"list | show 编号 | replay 编号 | why-differs 甲 乙 --archive 文件 [选项]",
         "list | show N | replay N | why-differs A B --archive FILE [options]"},
    .example = "junheng runs why-differs 1 2 --archive runs.sqlite",
    .run = run};
