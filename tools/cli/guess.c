/* guess.c - see guess.h. */
#include "cli/guess.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/guard.h"
#include "cli/say.h"
#include "cli/work.h"

enum { PATH_BYTES = 4096, MOST_LINES = 20 };

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

/* Counts the questions of a mapping while it is written: comments that would be a line, "-- name = …". */
typedef struct counter {
  cli_work *work;
  size_t line, count, lines[MOST_LINES];
  enum { MARGIN, DASH, DASHES, NAME, SPACE, ELSE } at;
} counter;

static void take(counter *c, char byte) {
  bool is_letter = (byte >= 'a' && byte <= 'z') || byte == '_' || (byte >= '0' && byte <= '9');
  if (byte == '\n') {
    c->at = MARGIN;
    c->line++;
  } else if (c->at == MARGIN) {
    c->at = byte == '-' ? DASH : byte == ' ' ? MARGIN : ELSE;
  } else if (c->at == DASH) {
    c->at = byte == '-' ? DASHES : ELSE;
  } else if (c->at == DASHES) {
    c->at = is_letter ? NAME : byte == ' ' ? DASHES : ELSE;
  } else if (c->at == NAME) {
    c->at = is_letter ? NAME : byte == ' ' ? SPACE : ELSE;
  } else if (c->at == SPACE) {
    if (byte == '=' && c->count < MOST_LINES) c->lines[c->count] = c->line + 1;
    c->count += byte == '=';
    c->at = ELSE;
  }
}

static bool count_and_write(void *payload, const char *bytes, size_t size) {
  counter *c = payload;
  for (size_t i = 0; i < size; i++) take(c, bytes[i]);
  return cli_output_write(&c->work->output, bytes, size);
}

/* One line after all others: that it is written, and where it asks. */
static void say_written(const counter *c, const cli_args *args) {
  bool is_zh = args->lang == JH_ZH;
  const char *file = args->value[CLI_OUTPUT];
  if (!file || args->value[CLI_QUIET]) return;
  if (c->count == 0) {
    fprintf(stderr, is_zh ? "已写出 %s：没有待答的问题\n" : "%s written: no questions\n", file);
    return;
  }
  fprintf(
      stderr,
      is_zh ? "已写出 %s：待答的问题 %zu 个（第" : "%s written: %zu questions to answer (lines",
      file, c->count);
  for (size_t i = 0; i < c->count && i < MOST_LINES; i++) {
    fprintf(
        stderr, "%s%s%zu",
        i && is_zh ? "、"
        : i        ? ","
                   : "",
        i && is_zh ? "" : " ", c->lines[i]);
  }
  fputs(c->count > MOST_LINES ? (is_zh ? "…" : ", …") : "", stderr);
  fputs(is_zh ? " 行）\n" : ")\n", stderr);
}

static jh_code guess(cli_work *work, bool strictly, size_t *open, counter *questions) {
  jh_guess_options how = {
      .folder = work->args->value[CLI_DATA],
      .strictly = strictly,
      .lang = work->args->lang,
      .writer = count_and_write,
      .payload = questions};
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
  counter questions = {.work = &work};
  jh_code code = open_dictionary(&work, args, path);
  if (!code) code = cli_work_begin(&work);
  if (!code) code = guess(&work, false, &open, &questions);
  int status = cli_work_end(&work, code);
  if (status == CLI_DONE) say_written(&questions, args);
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

/* Files that cannot be read stop more than any question. */
static bool has_broken(const jh_diag *diag) {
  static const jh_code questions[] = {JH_EGUESS_OPEN,      JH_EGUESS_NOTHING,   JH_EGUESS_NEAR,
                                      JH_EGUESS_TWICE,     JH_EGUESS_SILENT,    JH_EGUESS_FORM,
                                      JH_EIMPORT_REPEATED, JH_ETEMPLATE_HEADER, JH_ESHEET_NOT_READ};
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    const jh_error *error = jh_diag_get(diag, i);
    bool is_question = error->severity != JH_ERROR;
    for (size_t k = 0; k < sizeof questions / sizeof *questions; k++) {
      is_question |= error->code == questions[k];
    }
    if (!is_question) return true;
  }
  return false;
}

static jh_code write_mapping(cli_work *work, const char *file) {
  char count[24];
  size_t open = 0;
  counter questions = {.work = work};
  jh_code code = cli_guard_output(work->args, file, true, &work->err);
  if (!code) code = cli_output_open(&work->output, file, work->args->lang, &work->err);
  if (!code) code = guess(work, true, &open, &questions);
  if (code || open == 0) return code;
  jh_code stop = has_broken(jh_session_diag(work->session)) ? JH_EGUESS_FILES : JH_EGUESS_STOP;
  return jh_fail(
      &work->err, stop, NULL, jh_arg_int(count, (int64_t)open), work->args->value[CLI_DATA], NULL);
}

int cli_guess_import(
    const cli_args *args, int (*import)(const cli_args *args, const char *mapping)) {
  cli_work work;
  char path[PATH_BYTES], file[PATH_BYTES];
  jh_code code = open_dictionary(&work, args, path);
  if (!code) code = cli_work_require(args, CLI_OUTPUT, &work.err);
  if (!code) code = name_mapping(args, file, &work.err);
  if (!code) code = write_mapping(&work, file);
  bool is_open = code == JH_EGUESS_STOP || code == JH_EGUESS_FILES;
  int status = cli_work_end(&work, code);
  if (status != CLI_DONE) return is_open ? CLI_FOUND : status;
  status = import(args, file);
  if (status == CLI_DONE) (void)remove(file);
  return status;
}
