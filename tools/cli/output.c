/* output.c - see output.h.
 *
 * A file is written without a name in the folder of its place, named beside it when it is whole, and renamed: a run
 * that dies, even by a signal that cannot be caught, leaves nothing and never half a result. Where the system knows
 * no files without a name, it grows under the name beside its place. That name holds the number of the process, so
 * that two runs at once do not write into each other's.
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

/* "PATH.1234.part" */
static char *beside(const char *path) {
  char ending[40];
  (void)snprintf(ending, sizeof ending, ".%ld.part", (long)getpid());
  return joined(path, ending);
}

/* Where a file without a name is found again; false if it is not. */
static bool find_open(const cli_output *out, char way[40]) {
  (void)snprintf(way, 40, "/proc/self/fd/%d", out->file);
  return access(way, F_OK) == 0;
}

/* A file without a name in the folder of `final`; false if the system makes none. */
static bool open_nameless(cli_output *out) {
  char way[40];
  char *folder = joined(out->final, "");
  char *slash = folder ? strrchr(folder, '/') : NULL;
  if (slash) slash[slash == folder ? 1 : 0] = '\0';
  if (folder) out->file = open(slash ? folder : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  jh_alloc_free(folder);
  if (out->file < 0) return false;
  out->is_nameless = find_open(out, way);
  if (!out->is_nameless) (void)close(out->file);
  return out->is_nameless;
}

/* A new file under the name beside the place; what a dead process of the same number left is taken away. */
static void open_named(cli_output *out) {
  (void)unlink(out->part);
  out->file = open(out->part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
}

jh_code cli_output_name(cli_output *out, jh_error *err) {
  char way[40];
  if (!out->is_nameless) return JH_OK;
  (void)unlink(out->part);
  bool is_named =
      find_open(out, way) && linkat(AT_FDCWD, way, AT_FDCWD, out->part, AT_SYMLINK_FOLLOW) == 0;
  if (!is_named) return refuse(out, errno, err);
  out->is_nameless = false;
  return JH_OK;
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
  out->part = out->final ? beside(out->final) : NULL;
  if (!out->part) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!open_nameless(out)) open_named(out);
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

/* All of it on the disk, under its name; one that failed or is not wanted never gets a name. */
static void settle(cli_output *out, bool is_wanted) {
  jh_error err;
  if (!out->failure && fsync(out->file) != 0) out->failure = errno;
  if (is_wanted && !out->failure && cli_output_name(out, &err) != JH_OK) out->failure = errno;
  if (close(out->file) != 0 && !out->failure) out->failure = errno;
  out->file = -1;
}

jh_code cli_output_close(cli_output *out, jh_code code, jh_error *err) {
  if (out->file >= 0 && out->part) {
    settle(out, code == JH_OK);
    if (!code && !out->failure && rename(out->part, out->final) != 0) out->failure = errno;
    if ((code || out->failure) && !out->is_nameless) unlink(out->part);
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
