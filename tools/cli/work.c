/* work.c - see work.h. */
#include "cli/work.h"

#include <string.h>
#include <unistd.h>

#include "cli/say.h"

#define MOST_JOBS 64

jh_code cli_work_require(const cli_args *args, cli_option_id id, jh_error *err) {
  const cli_option *option = cli_options_get(id);
  if (args->value[id]) return JH_OK;
  return jh_fail(err, JH_ENO_OPTION, NULL, option->name, option->help[args->lang], NULL);
}

static int processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : (int)count;
}

/* How many threads were asked for; as many as there are processors if nothing was. */
static int jobs_of(const cli_args *args) {
  int jobs = cli_options_number(args, CLI_JOBS);
  return jobs ? jobs : processors();
}

jh_session_options cli_work_options(cli_work *work, const cli_args *args) {
  *work = (cli_work){.args = args, .is_quiet = args->value[CLI_QUIET] != NULL};
  work->output.file = -1;
  work->progress = cli_progress_begin(work->is_quiet, args->lang);
  return (jh_session_options){
      .rules = args->value[CLI_RULES] ? args->value[CLI_RULES] : CLI_NATIONAL_PACK,
      .data = args->value[CLI_DATA],
      .dictionary = args->value[CLI_DICTIONARY],
      .encoding = args->value[CLI_ENCODING],
      .year = args->value[CLI_YEAR],
      .region = args->value[CLI_REGION],
      .jobs = jobs_of(args),
      .progress = work->progress.is_on ? cli_progress_show : NULL,
      .progress_payload = &work->progress};
}

/* Prints what was noticed since the last time. */
static void tell(cli_work *work) {
  cli_progress_end(&work->progress);
  if (!work->session) return;
  const jh_diag *diag = jh_session_diag(work->session);
  work->told = cli_say_diag(diag, work->told, work->is_quiet, work->args->lang);
}

jh_code cli_work_open(cli_work *work, const jh_session_options *options) {
  jh_code code = jh_session_open(&work->session, options, &work->err);
  tell(work);
  if (work->session) {
    cli_say_dropped(jh_session_diag(work->session), work->is_quiet, work->args->lang);
  }
  return code;
}

jh_code cli_work_evaluate(cli_work *work, bool with_figures) {
  jh_evaluate_options how = {
      .on = work->args->value[CLI_ON], .jobs = jobs_of(work->args), .with_figures = with_figures};
  jh_code code = jh_session_evaluate(work->session, &how, &work->err);
  tell(work);
  return code;
}

jh_format cli_work_format(const cli_args *args) {
  const char *word = args->value[CLI_FORMAT];
  if (word && strcmp(word, "json") == 0) return JH_FORMAT_JSON;
  if (word && strcmp(word, "csv") == 0) return JH_FORMAT_CSV;
  return JH_FORMAT_TEXT;
}

int cli_work_packs(
    const cli_args *args, const char *otherwise, int (*each)(const cli_args *, const char *pack)) {
  const char *first = args->value[CLI_RULES];
  if (!first && args->operand_count == 0) first = otherwise;
  int worst = first ? each(args, first) : CLI_DONE;
  for (size_t i = 0; i < args->operand_count; i++) {
    int status = each(args, args->operands[i]);
    if (status > worst) worst = status;
  }
  return worst;
}

jh_code cli_work_begin(cli_work *work) {
  const char *path = work->args->value[CLI_OUTPUT];
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
