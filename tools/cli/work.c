/* work.c - see work.h. */
#include "cli/work.h"

#include <string.h>
#include <unistd.h>

#include "cli/guard.h"
#include "cli/say.h"

#define MOST_JOBS 64

jh_code cli_work_require(const cli_args *args, cli_option_id id, jh_error *err) {
  const cli_option *option = cli_options_get(id);
  if (args->value[id]) return JH_OK;
  return jh_fail(err, JH_ENO_OPTION, NULL, option->name, option->help[args->lang], NULL);
}

int cli_work_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : (int)count;
}

/* How many threads were asked for; as many as there are processors if nothing was. */
static int jobs_of(const cli_args *args) {
  int jobs = cli_options_number(args, CLI_JOBS);
  return jobs ? jobs : cli_work_processors();
}

jh_session_options cli_work_options(cli_work *work, const cli_args *args) {
  *work = (cli_work){
      .args = args, .is_quiet = args->value[CLI_QUIET] != NULL, .on = args->value[CLI_ON]};
  work->output.file = -1;
  work->progress = cli_progress_begin(work->is_quiet, args->lang);
  cli_pack_limits limits = cli_options_pack_limits(args);
  return (jh_session_options){
      .rules = args->value[CLI_RULES] ? args->value[CLI_RULES] : CLI_NATIONAL_PACK,
      .reforms = args->list[CLI_REFORM],
      .reform_count = args->list_count[CLI_REFORM],
      .switches = args->list[CLI_SWITCH],
      .switch_count = args->list_count[CLI_SWITCH],
      .data = args->value[CLI_DATA],
      .dictionary = args->value[CLI_DICTIONARY],
      .encoding = args->value[CLI_ENCODING],
      .year = args->value[CLI_YEAR],
      .region = args->value[CLI_REGION],
      .snapshot = args->value[CLI_SNAPSHOT],
      .jobs = jobs_of(args),
      .pack_memory_mib = limits.memory_mib,
      .pack_steps = limits.steps,
      .pack_seconds = limits.seconds,
      .progress = work->progress.is_on ? cli_progress_show : NULL,
      .progress_payload = &work->progress};
}

/* Prints what the other session did not tell already. */
static size_t tell_new(const cli_work *work, const jh_diag *diag) {
  size_t kept = jh_diag_kept(diag);
  for (size_t i = work->told; i < kept; i++) {
    const jh_error *err = jh_diag_get(diag, i);
    bool is_wanted = err->severity == JH_ERROR || !work->is_quiet;
    if (is_wanted && !cli_say_is_told(work->other, err)) (void)cli_say_error(err, work->args->lang);
  }
  return kept;
}

void cli_work_tell(cli_work *work) {
  cli_progress_end(&work->progress);
  if (!work->session) return;
  const jh_diag *diag = jh_session_diag(work->session);
  work->told = work->other ? tell_new(work, diag)
                           : cli_say_diag(diag, work->told, work->is_quiet, work->args->lang);
}

jh_code cli_work_open(cli_work *work, const jh_session_options *options) {
  jh_code code = jh_session_open(&work->session, options, &work->err);
  cli_work_opened(work);
  return code;
}

void cli_work_opened(cli_work *work) {
  cli_work_tell(work);
  const jh_error *kept = work->session ? jh_session_snapshot(work->session) : NULL;
  if (kept && !work->is_quiet) (void)cli_say_error(kept, work->args->lang);
  if (work->session && !work->other) {
    cli_say_dropped(jh_session_diag(work->session), work->is_quiet, work->args->lang);
  }
}

jh_code cli_work_evaluate(cli_work *work, bool with_figures) {
  jh_evaluate_options how = {
      .on = work->on, .jobs = jobs_of(work->args), .with_figures = with_figures};
  jh_code code = jh_session_evaluate(work->session, &how, &work->err);
  cli_work_tell(work);
  return code;
}

jh_format cli_work_format(const cli_args *args) {
  const char *word = args->value[CLI_FORMAT];
  if (word && strcmp(word, "json") == 0) return JH_FORMAT_JSON;
  if (word && strcmp(word, "csv") == 0) return JH_FORMAT_CSV;
  if (word && strcmp(word, "xlsx") == 0) return JH_FORMAT_XLSX;
  if (word && strcmp(word, "html") == 0) return JH_FORMAT_HTML;
  return JH_FORMAT_TEXT;
}

jh_code cli_work_begin(cli_work *work) {
  const char *path = work->args->value[CLI_OUTPUT];
  jh_code code = cli_guard_output(work->args, path, false, &work->err);
  if (code) {
    work->output = (cli_output){.file = -1, .lang = work->args->lang};
    return code;
  }
  return cli_output_open(&work->output, path, work->args->lang, &work->err);
}

int cli_work_end(cli_work *work, jh_code code) {
  jh_lang lang = work->args->lang;
  cli_progress_end(&work->progress);
  code = cli_output_close(&work->output, code, &work->err);
  int status = CLI_DONE;
  if (code) {
    const jh_diag *diag = work->session ? jh_session_diag(work->session) : NULL;
    bool is_told = cli_say_is_told(diag, &work->err);
    status = is_told ? cli_say_status(code) : cli_say_error(&work->err, lang);
  }
  jh_session_close(work->session);
  return status;
}
