/* output.c - see output.h.
 *
 * A file is written beside its place and renamed, so that a run that dies
 * leaves a *.part and never half a result under the name that was asked for.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/say.h"

static jh_code refuse(const cli_output *out, int number, jh_error *err) {
  const char *shown = out->shown;
  if (!shown) shown = out->lang == JH_ZH ? "标准输出" : "standard output";
  jh_place at = jh_place_of(shown, 0, 0);
  return jh_fail(err, JH_ENOT_WRITABLE, &at, cli_say_system(number, out->lang), NULL);
}

static char *joined(const char *a, const char *b) {
  size_t first = strlen(a), second = strlen(b);
  char *text = jh_alloc_get(first + second + 1);
  if (!text) return NULL;
  memcpy(text, a, first);
  memcpy(text + first, b, second);
  return text;
}

/* The file itself where path is a link to it, so that the link stays. */
static char *resolved(const char *path) {
  char *real = realpath(path, NULL);
  char *text = joined(real ? real : path, "");
  free(real); /* of the system's making, not ours */
  return text;
}

static jh_code open_direct(cli_output *out, const char *path, jh_error *err) {
  out->file = open(path, O_WRONLY | O_CLOEXEC);
  return out->file < 0 ? refuse(out, errno, err) : JH_OK;
}

jh_code cli_output_open(cli_output *out, const char *path, jh_lang lang, jh_error *err) {
  *out = (cli_output){.file = STDOUT_FILENO, .shown = path, .lang = lang};
  if (!path) return JH_OK;
  out->file = -1;
  struct stat what;
  if (stat(path, &what) == 0 && !S_ISREG(what.st_mode)) {
    jh_place at = jh_place_of(path, 0, 0);
    if (S_ISDIR(what.st_mode)) return jh_fail(err, JH_EIS_FOLDER, &at, NULL);
    return open_direct(out, path, err);
  }
  out->final = resolved(path);
  out->part = out->final ? joined(out->final, ".part") : NULL;
  if (!out->part) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  out->file = open(out->part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  return out->file < 0 ? refuse(out, errno, err) : JH_OK;
}

bool cli_output_write(void *payload, const char *bytes, size_t size) {
  cli_output *out = payload;
  while (size > 0 && !out->failure) {
    ssize_t done = write(out->file, bytes, size);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      out->failure = errno;
      break;
    }
    bytes += done;
    size -= (size_t)done;
  }
  return !out->failure;
}

static void settle(cli_output *out) {
  if (!out->failure && fsync(out->file) != 0) out->failure = errno;
  if (close(out->file) != 0 && !out->failure) out->failure = errno;
  out->file = -1;
}

jh_code cli_output_close(cli_output *out, jh_code code, jh_error *err) {
  if (out->file >= 0 && out->part) {
    settle(out);
    if (!code && !out->failure && rename(out->part, out->final) != 0) out->failure = errno;
    if (code || out->failure) unlink(out->part);
  } else if (out->file > STDERR_FILENO) {
    if (close(out->file) != 0 && !out->failure) out->failure = errno;
  }
  jh_alloc_free(out->final);
  jh_alloc_free(out->part);
  out->final = out->part = NULL;
  out->file = -1;
  /* The engine knows only that the writer refused; why is known here. */
  bool is_ours = code == JH_OK || code == JH_ENOT_WRITABLE;
  return out->failure && is_ours ? refuse(out, out->failure, err) : code;
}
