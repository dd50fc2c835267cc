/* rulebook.c - see rulebook.h. Folders are made as they are needed; pages that are there already are
 * written anew, others are left alone. */
#include "cli/rulebook.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/say.h"
#include "cli/several.h"

enum { PATH_BYTES = 4096 };

typedef struct shelf {
  cli_work *work;
  const char *folder;
  size_t pages;
  jh_code code;
} shelf;

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

/* A jh_page_writer. */
static bool put_page(void *payload, const char *path, const char *bytes, size_t size) {
  shelf *s = payload;
  cli_work *work = s->work;
  char whole[PATH_BYTES];
  cli_output out;
  int length = snprintf(whole, sizeof whole, "%s/%s", s->folder, path);
  if (length < 0 || (size_t)length >= sizeof whole) return false;
  s->code = make_folders(whole, work->args->lang, &work->err);
  if (s->code) return false;
  s->code = cli_output_open(&out, whole, work->args->lang, &work->err);
  if (!s->code) cli_output_write(&out, bytes, size);
  s->code = cli_output_close(&out, s->code, &work->err);
  s->pages++;
  return s->code == JH_OK;
}

static jh_code sum_up(cli_work *work, const shelf *s, size_t packs) {
  char line[160];
  const char *form =
      work->args->lang == JH_ZH ? "规则包 %zu 个，写出 %zu 页\n" : "%zu packs, %zu pages\n";
  int size = snprintf(line, sizeof line, form, packs, s->pages);
  if (work->is_quiet) return JH_OK;
  jh_code code = cli_output_open(&work->output, NULL, work->args->lang, &work->err);
  if (!code) cli_output_write(&work->output, line, (size_t)size);
  return code;
}

int cli_rulebook_export(const cli_args *args) {
  static const char *const all[] = {"rules"};
  cli_work work;
  cli_several packs;
  (void)cli_work_options(&work, args);
  const char *const *names = args->operands + 2;
  size_t count = args->operand_count - 2;
  if (count == 0) {
    names = args->value[CLI_RULES] ? &args->value[CLI_RULES] : all;
    count = 1;
  }
  jh_code code = cli_several_open(&packs, &work, names, count, true);
  shelf s = {.work = &work, .folder = args->operands[1]};
  if (!code) {
    jh_error err; /* that a page was not taken: why stands in the work's already */
    code = jh_session_rulebook(packs.sessions, packs.count, put_page, &s, &err);
    if (code && !s.code) work.err = err;
    if (s.code) code = s.code;
  }
  if (!code) code = sum_up(&work, &s, packs.count);
  int status = cli_work_end(&work, code);
  cli_several_close(&packs);
  return status;
}
