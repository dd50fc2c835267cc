#include "cli/proof.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "cli/say.h"

#define MOST_FILES 1000

/* Keeps the cases until it is known that all could be made. */
static bool keep(void *payload, const char *bytes, size_t size) {
  jh_buf *buf = payload;
  jh_buf_add(buf, (jh_str){bytes, size});
  return jh_buf_ok(buf);
}

/* Does a file hold these very bytes? */
static bool holds(const char *path, const jh_buf *text) {
  char block[4096];
  size_t at = 0;
  bool is_same = true;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  while (file >= 0 && is_same) {
    ssize_t size = read(file, block, sizeof block);
    if (size <= 0) break;
    size_t got = (size_t)size;
    is_same = at + got <= text->size && memcmp(block, text->at + at, got) == 0;
    at += got;
  }
  if (file >= 0) close(file);
  return file >= 0 && is_same && at == text->size;
}

/* DIR/edges.lua, or edges_2.lua … where there are others already; *is_there: with these bytes. */
static bool choose(
    char *path, size_t size, const char *folder, const jh_buf *text, bool *is_there) {
  *is_there = false;
  for (int number = 1; number < MOST_FILES && !*is_there; number++) {
    char suffix[16] = "";
    if (number > 1) (void)snprintf(suffix, sizeof suffix, "_%d", number);
    int length = snprintf(path, size, "%s/edges%s.lua", folder, suffix);
    if (length < 0 || (size_t)length >= size) return false;
    struct stat what;
    if (stat(path, &what) != 0) return errno == ENOENT;
    *is_there = holds(path, text);
  }
  return *is_there;
}

static jh_code refuse(const char *path, int number, cli_work *work) {
  jh_place at = jh_place_of(path, 0, 0);
  return jh_fail(&work->err, JH_ENOT_WRITABLE, &at, cli_say_system(number, work->args->lang), NULL);
}

static jh_code write_cases(cli_work *work, const char *folder, const jh_buf *text) {
  char path[4096];
  bool is_there;
  cli_output file;
  if (text->size == 0) return JH_OK;
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) return refuse(folder, errno, work);
  if (!choose(path, sizeof path, folder, text, &is_there)) {
    return refuse(folder, errno ? errno : EEXIST, work);
  }
  if (!is_there) {
    jh_code code = cli_output_open(&file, path, work->args->lang, &work->err);
    if (!code && !cli_output_write(&file, text->at, text->size))
      code = jh_fail(&work->err, JH_ENOT_WRITABLE, NULL, "", NULL);
    code = cli_output_close(&file, code, &work->err);
    if (code) return code;
  }
  bool is_told = cli_output_write(&work->output, path, strlen(path)) &&
                 cli_output_write(&work->output, "\n", 1);
  return is_told ? JH_OK : jh_fail(&work->err, JH_ENOT_WRITABLE, NULL, "", NULL);
}

static jh_code edges(cli_work *work, jh_proof_sinks sinks, size_t *missing) {
  const cli_args *args = work->args;
  const char *folder = args->value[CLI_WRITE];
  jh_buf cases;
  jh_buf_init(&cases);
  if (folder) {
    sinks.cases = keep;
    sinks.cases_payload = &cases;
  }
  size_t count = 0;
  jh_code code = jh_session_edges(work->session, args->lang, &sinks, &count, &work->err);
  if (!code && folder) code = write_cases(work, folder, &cases);
  jh_buf_done(&cases);
  *missing += count;
  return code;
}

jh_code cli_proof_run(cli_work *work, size_t *missing) {
  const cli_args *args = work->args;
  jh_proof_sinks sinks = {.report = cli_output_write, .report_payload = &work->output};
  jh_code code = JH_OK;
  size_t count = 0;
  *missing = 0;
  if (args->value[CLI_WRITE]) code = cli_work_require(args, CLI_EDGES, &work->err);
  if (!code && args->value[CLI_EDGES]) code = edges(work, sinks, missing);
  if (!code && args->value[CLI_MUTATE])
    code = jh_session_mutate(work->session, args->lang, &sinks, &count, &work->err);
  *missing += count;
  return code;
}
