/* guess.c - see guess.h. */
#include "cli/guess.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/say.h"
#include "cli/work.h"

enum { PATH_BYTES = 4096 };

/* A session of a dictionary alone: the one named, else the one beside the files. */
static jh_code open_dictionary(cli_work *work, const cli_args *args, char path[PATH_BYTES]) {
  struct stat info;
  jh_session_options how = cli_work_options(work, args);
  jh_code code = cli_work_require(args, CLI_DATA, &work->err);
  if (code) return code;
  int size = snprintf(path, PATH_BYTES, "%s/dictionary.lua", args->value[CLI_DATA]);
  bool has_own = size > 0 && size < PATH_BYTES && stat(path, &info) == 0;
  if (!how.dictionary && has_own) how.dictionary = path;
  how.rules = args->value[CLI_RULES]; /* only to know its columns; none by default */
  how.data = NULL;
  how.all_columns = true; /* many messages are kept */
  return cli_work_open(work, &how);
}

static jh_code guess(cli_work *work, bool strictly, size_t *open) {
  jh_guess_options how = {
      .folder = work->args->value[CLI_DATA],
      .strictly = strictly,
      .lang = work->args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
  jh_code code = jh_session_guess(work->session, &how, open, &work->err);
  const jh_diag *diag = jh_session_diag(work->session);
  work->told = cli_say_diag(diag, work->told, work->is_quiet, work->args->lang);
  cli_say_dropped(diag, work->is_quiet, work->args->lang);
  return code;
}

int cli_guess_propose(const cli_args *args) {
  cli_work work;
  char path[PATH_BYTES];
  size_t open = 0;
  jh_code code = open_dictionary(&work, args, path);
  if (!code) code = cli_work_begin(&work);
  if (!code) code = guess(&work, false, &open);
  int status = cli_work_end(&work, code);
  return status == CLI_DONE && open > 0 ? CLI_FOUND : status;
}

/* OUTPUT.mapping.lua */
static jh_code name_mapping(const cli_args *args, char out[PATH_BYTES], jh_error *err) {
  const char *folder = args->value[CLI_OUTPUT];
  size_t size = strlen(folder);
  while (size > 1 && folder[size - 1] == '/') size--;
  int length = snprintf(out, PATH_BYTES, "%.*s.mapping.lua", (int)size, folder);
  if (length > 0 && length < PATH_BYTES) return JH_OK;
  return jh_fail(err, JH_EBAD_PATH, NULL, folder, NULL);
}

static jh_code write_mapping(cli_work *work, const char *file) {
  char count[24];
  size_t open = 0;
  jh_code code = cli_output_open(&work->output, file, work->args->lang, &work->err);
  if (!code) code = guess(work, true, &open);
  if (code || open == 0) return code;
  return jh_fail(
      &work->err, JH_EGUESS_STOP, NULL, jh_arg_int(count, (int64_t)open),
      work->args->value[CLI_DATA], NULL);
}

int cli_guess_import(
    const cli_args *args, int (*import)(const cli_args *args, const char *mapping)) {
  cli_work work;
  char path[PATH_BYTES], file[PATH_BYTES];
  jh_code code = open_dictionary(&work, args, path);
  if (!code) code = cli_work_require(args, CLI_OUTPUT, &work.err);
  if (!code) code = name_mapping(args, file, &work.err);
  if (!code) code = write_mapping(&work, file);
  bool is_open = code == JH_EGUESS_STOP;
  int status = cli_work_end(&work, code);
  if (status != CLI_DONE) return is_open ? CLI_FOUND : status;
  status = import(args, file);
  if (status == CLI_DONE) (void)remove(file);
  return status;
}
