/* pages.c - see pages.h. */
#include "cli/pages.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/say.h"

enum { PATH_BYTES = 4096 };

/* All folders on the way to a file. */
static jh_code make_folders(char *path, jh_lang lang, jh_error *err) {
  for (char *at = path + 1; *at; at++) {
    if (*at != '/') continue;
    *at = '\0';
    bool is_made = mkdir(path, 0777) == 0 || errno == EEXIST;
    jh_place place = jh_place_of(path, 0, 0);
    *at = '/';
    if (!is_made) return jh_fail(err, JH_ENOT_WRITABLE, &place, cli_say_system(errno, lang), NULL);
  }
  return JH_OK;
}

/* The whole path, with all folders on the way; false if it cannot be. */
static bool find_place(cli_pages *s, const char *path, char whole[PATH_BYTES]) {
  int length = path[0] ? snprintf(whole, PATH_BYTES, "%s/%s", s->folder, path)
                       : snprintf(whole, PATH_BYTES, "%s", s->single);
  if (length < 0 || length >= PATH_BYTES) return false;
  if (path[0]) s->code = make_folders(whole, s->work->args->lang, &s->work->err);
  return s->code == JH_OK;
}

bool cli_pages_put(void *payload, const char *path, const char *bytes, size_t size) {
  cli_pages *s = payload;
  cli_work *work = s->work;
  char whole[PATH_BYTES];
  cli_output out;
  if (!find_place(s, path, whole)) return false;
  s->code = cli_output_open(&out, whole, work->args->lang, &work->err);
  if (!s->code) cli_output_write(&out, bytes, size);
  s->code = cli_output_close(&out, s->code, &work->err);
  s->count++;
  return s->code == JH_OK;
}
