/* cmd_targets.c - junheng targets: how far the targets of a pack are reached, over points in time. */
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {
    CLI_DATA,      CLI_YEARS,       CLI_RULES,  CLI_REFORM, CLI_SWITCH, CLI_DICTIONARY,
    CLI_ON,        CLI_REGION,      CLI_FORMAT, CLI_OUTPUT, CLI_JOBS,   CLI_ENCODING,
    CLI_EXIT_CODE, CLI_PACK_LIMITS, CLI_QUIET,  CLI_LANG,   CLI_HELP,   CLI_OPTIONS};

static const cli_option_id repeated[] = {CLI_DATA, CLI_OPTIONS};

/* What was noticed of one session after the other. */
typedef struct voice {
  cli_work *work;
  const jh_diag *before; /* of the session before: what it told is not repeated */
} voice;

static void tell(void *payload, const jh_diag *diag) {
  voice *v = payload;
  jh_lang lang = v->work->args->lang;
  cli_progress_end(&v->work->progress);
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    const jh_error *err = jh_diag_get(diag, i);
    if (err->severity != JH_ERROR && v->work->is_quiet) continue;
    if (!v->before || !cli_say_is_told(v->before, err)) (void)cli_say_error(err, lang);
  }
  cli_say_dropped(diag, v->work->is_quiet, lang);
  v->before = diag;
}

static jh_code read_points(jh_roadmap *roadmap, cli_work *work) {
  const cli_args *args = work->args;
  jh_code code = JH_OK;
  for (size_t i = 0; i < args->list_count[CLI_DATA] && !code; i++)
    code = jh_roadmap_add(roadmap, args->list[CLI_DATA][i], args->value[CLI_YEARS], &work->err);
  return code;
}

static jh_code write(jh_roadmap *roadmap, cli_work *work, size_t *missed) {
  jh_code code = cli_work_begin(work);
  if (code) return code;
  return jh_roadmap_write(
      roadmap, cli_work_format(work->args), work->args->lang, cli_output_write, &work->output,
      missed, &work->err);
}

/* What failed was told already where it is among what was noticed. */
static int end(cli_work *work, const voice *said, jh_code code) {
  code = cli_output_close(&work->output, code, &work->err);
  cli_progress_end(&work->progress);
  if (!code) return CLI_DONE;
  bool is_told = cli_say_is_told(said->before, &work->err);
  return is_told ? cli_say_status(code) : cli_say_error(&work->err, work->args->lang);
}

static int run(const cli_args *args) {
  cli_work work;
  size_t missed = 0;
  jh_roadmap *roadmap = NULL;
  voice said = {.work = &work};
  jh_roadmap_options how = {.session = cli_work_options(&work, args)};
  how.on = args->value[CLI_ON];
  how.jobs = how.session.jobs;
  how.notice = tell;
  how.notice_payload = &said;
  jh_code code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = jh_roadmap_open(&roadmap, &how, &work.err);
  if (!code) code = read_points(roadmap, &work);
  if (!code) code = write(roadmap, &work, &missed);
  int status = end(&work, &said, code);
  jh_roadmap_close(roadmap);
  return status == CLI_DONE && missed && args->value[CLI_EXIT_CODE] ? CLI_FOUND : status;
}

const cli_command cli_targets = {
    .grammar =
        {.name = "targets", .options = options, .repeated = repeated, .formats = "text|csv|json"},
    .summary =
        {"规划目标的进度：各时点达到的比例、差多少县、列名的县是否按期",
         "roadmaps: which share is reached at each point in time, which counties are due or late"},
    .detail =
        {"--data 可重复，每个数据集为一个时点；--years all 或 --years 2023,2024 "
         "取一个数据集的各年。\n"
         "各时点依据其数据日期有效的规定，除非写明 --on；到期与否按数据日期。\n"
         "写上 --reform（或 --switch），另列修改后的比例，以及判定因此不同的县、学校。",
         "--data may be repeated, each dataset a point in time; --years all, or --years "
         "2023,2024,\n"
         "takes the years of a dataset. The law is that of the day of the data unless --on says\n"
         "otherwise; what is due goes by the day of the data. With --reform (or --switch) also\n"
         "the share as it would be, and who makes the difference, by name."},
    .usage =
        {"--data 文件夹 [--data 文件夹 …] --rules 规则包 [选项]",
         "--data FOLDER [--data FOLDER …] --rules PACK [options]"},
    .example =
        "junheng targets --data 2023 --data 2024 --rules provincial/530000-yunnan/quality-balance",
    .run = run};
