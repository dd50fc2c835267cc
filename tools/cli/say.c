/* say.c - see say.h. Messages are printed as editors read them: file:line:column: error: … */
#include "cli/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

#define MESSAGE_BYTES 2048

/* A sheet of limits that cannot be taken is input, whatever its number; so is what begins with 9, data and
 * archives. */
static bool is_file(jh_code code) { return code >= JH_ENOT_LIMITS && code != JH_ELIMITS_NO_PACK; }

int cli_say_status(jh_code code) {
  switch (code) {
  case JH_OK: return CLI_DONE;
  case JH_ESTEPS:
  case JH_EPACK_TIME:
  case JH_EEXPRESSION_DEEP:
  case JH_EMEMORY:
  case JH_ETOO_DEEP:
  case JH_ETOO_LARGE:
  case JH_ENOMEM: return CLI_LIMIT;
  case JH_EINTERNAL: return CLI_INTERNAL;
  case JH_ENOT_A_RUN:
  case JH_ESHARD_PART:
  case JH_ESHARD_OPTION:
  case JH_ENO_RUN:
  case JH_ENO_DAY:
  case JH_ENO_ENTITY:
  case JH_ENO_DATA: return CLI_USAGE;
  default: return code >= 600 && !is_file(code) ? CLI_USAGE : CLI_INPUT;
  }
}

static void print(const jh_error *err, jh_lang lang) {
  char text[MESSAGE_BYTES];
  jh_error_print(err, lang, text, sizeof text);
  fprintf(stderr, "%s\n", text);
}

int cli_say_error(const jh_error *err, jh_lang lang) {
  print(err, lang);
  return cli_say_status(err->code);
}

static void more(size_t count, jh_severity severity, jh_lang lang) {
  static const char *const words[][JH_LANGS] = {
      [JH_ERROR] = {"处错误未列出", "more errors not shown"},
      [JH_WARNING] = {"处警告未列出", "more warnings not shown"},
      [JH_NOTE] = {"条提示未列出", "more notes not shown"},
  };
  if (count == 0) return;
  fprintf(stderr, lang == JH_ZH ? "另有 %zu %s\n" : "%zu %s\n", count, words[severity][lang]);
}

size_t cli_say_diag(const jh_diag *diag, size_t from, bool is_quiet, jh_lang lang) {
  size_t kept = jh_diag_kept(diag);
  for (size_t i = from; i < kept; i++) {
    const jh_error *err = jh_diag_get(diag, i);
    if (err->severity == JH_ERROR || !is_quiet) print(err, lang);
  }
  return kept;
}

void cli_say_dropped(const jh_diag *diag, bool is_quiet, jh_lang lang) {
  more(jh_diag_dropped(diag, JH_ERROR), JH_ERROR, lang);
  if (is_quiet) return;
  more(jh_diag_dropped(diag, JH_WARNING), JH_WARNING, lang);
  more(jh_diag_dropped(diag, JH_NOTE), JH_NOTE, lang);
}

bool cli_say_is_told(const jh_diag *diag, const jh_error *err) {
  for (size_t i = 0; diag && i < jh_diag_kept(diag); i++) {
    const jh_error *told = jh_diag_get(diag, i);
    if (told->code == err->code && told->at.line == err->at.line &&
        told->at.column == err->at.column && strcmp(told->at.file, err->at.file) == 0) {
      return true;
    }
  }
  return false;
}

const char *cli_say_system(int number, jh_lang lang) {
  static const struct {
    int number;
    const char *text[JH_LANGS];
  } known[] = {
      {EACCES, {"没有权限", "permission denied"}},
      {EPERM, {"没有权限", "permission denied"}},
      {ENOENT, {"没有这个文件或文件夹", "no such file or folder"}},
      {ENOTDIR, {"路径中有一段不是文件夹", "a part of the path is not a folder"}},
      {EROFS, {"该位置只读", "the place is read-only"}},
      {ENOSPC, {"磁盘已满", "the disk is full"}},
      {EDQUOT, {"磁盘配额已满", "the disk quota is used up"}},
      {EFBIG, {"文件过大", "the file would be too large"}},
      {EPIPE, {"读取方已关闭管道", "the reader closed the pipe"}},
      {ENAMETOOLONG, {"文件名过长", "the name is too long"}},
      {EBADF, {"输出已关闭", "the output is closed"}},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (known[i].number == number) return known[i].text[lang];
  }
  return lang == JH_ZH ? "系统拒绝" : "the system refused";
}
