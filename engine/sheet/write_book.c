/* write_book.c - opening, sheets, and the way to disk; see write.h.
 *
 * The library below writes to a path only. So a workbook grows under a name that ends in .part,
 * beside its place (or among the temporary files, if it is to be handed on), and is renamed when it
 * is whole. Its creation is said to be the first day of 1980 whatever the clock says, and numbers are
 * written in the C locale whatever the program's is.
 */
#include "sheet/write.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "sheet/position.h"
#include "sheet/write_parts.h"

enum {
  MOST_NAME = 31,
  LONG_NAME = 48,
  FIRST_DAY = 315532800
}; /* 1980-01-01, in seconds of POSIX */
enum { A4 = 9, BLOCK = 1 << 16 };

void jh_write_no_memory(jh_write *w) {
  if (jh_write_is_fine(w)) (void)jh_fail(&w->err, JH_ENOMEM, NULL, NULL);
}

static void refuse_place(jh_write *w, int number) {
  jh_place at = jh_place_of(w->final ? w->final : w->part, 0, 0);
  if (jh_write_is_fine(w)) (void)jh_fail(&w->err, JH_EWORKBOOK_PLACE, &at, strerror(number), NULL);
}

void jh_write_remember(jh_write *w, lxw_error result) {
  if (result == LXW_NO_ERROR || !jh_write_is_fine(w)) return;
  switch (result) {
  case LXW_ERROR_MEMORY_MALLOC_FAILED: jh_write_no_memory(w); return;
  case LXW_ERROR_CREATING_XLSX_FILE:
  case LXW_ERROR_CREATING_TMPFILE:
  case LXW_ERROR_READING_TMPFILE:
  case LXW_ERROR_ZIP_FILE_OPERATION:
  case LXW_ERROR_ZIP_FILE_ADD:
  case LXW_ERROR_ZIP_CLOSE: refuse_place(w, errno ? errno : EIO); return;
  default: (void)jh_fail(&w->err, JH_EINTERNAL, NULL, lxw_strerror(result), NULL);
  }
}

/* The file that is written until the workbook is whole: made now, so that it is known to be possible. */
static bool make_part(jh_write *w, const char *path) {
  const char *folder = getenv("TMPDIR");
  jh_buf name;
  jh_buf_init(&name);
  jh_buf_text(&name, path ? path : folder && folder[0] ? folder : P_tmpdir);
  jh_buf_text(&name, path ? ".part" : "/junheng-XXXXXX");
  if (path) w->final = jh_arena_text(w->arena, jh_str_of(path));
  if (jh_buf_ok(&name)) w->part = jh_arena_text(w->arena, jh_buf_str(&name));
  jh_buf_done(&name);
  if (!w->part || (path && !w->final)) {
    jh_write_no_memory(w);
    return false;
  }
  int file = path ? open(w->part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)
                  : mkstemp(w->part);
  if (file < 0) {
    refuse_place(w, errno);
    w->part = NULL;
    return false;
  }
  (void)close(file);
  return true;
}

static void make_book(jh_write *w) {
  lxw_workbook_options how = {.constant_memory = w->is_streamed, .use_zip64 = LXW_FALSE};
  lxw_doc_properties about = {.created = FIRST_DAY};
  w->book = workbook_new_opt(w->part, &how);
  if (!w->book) {
    jh_write_no_memory(w);
    return;
  }
  jh_write_remember(w, workbook_set_properties(w->book, &about));
  jh_write_make_styles(w);
}

jh_code jh_write_open(jh_write **out, const char *path, bool is_streamed, jh_error *err) {
  jh_write *w = jh_alloc_get(sizeof *w);
  if (!w) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  w->is_streamed = is_streamed;
  w->arena = jh_arena_open();
  jh_buf_init(&w->scratch);
  if (!w->arena)
    jh_write_no_memory(w);
  else if (make_part(w, path))
    make_book(w);
  jh_code code = w->err.code;
  if (code) {
    if (err) *err = w->err;
    jh_write_close(w);
    return code;
  }
  *out = w;
  return JH_OK;
}

/* The library closes what a streamed sheet grows in only when it writes the workbook. */
static void close_streams(lxw_workbook *book) {
  lxw_worksheet *sheet;
  LXW_FOREACH_WORKSHEET(sheet, book) {
    if (sheet->optimize_tmpfile) (void)fclose(sheet->optimize_tmpfile);
    sheet->optimize_tmpfile = NULL;
  }
}

/* A workbook that is not written. */
static void drop_book(jh_write *w) {
  if (w->book) {
    close_streams(w->book);
    lxw_workbook_free(w->book);
  }
  w->book = NULL;
  w->sheet = NULL;
}

void jh_write_close(jh_write *w) {
  if (!w) return;
  drop_book(w);
  if (w->part) (void)unlink(w->part);
  jh_arena_close(w->arena);
  jh_buf_done(&w->scratch);
  jh_alloc_free(w);
}

/* But for the case of letters, which spreadsheets do not tell apart. */
static bool is_same(const char *a, const char *b) {
  for (; *a && *b; a++, b++) {
    unsigned char x = (unsigned char)*a, y = (unsigned char)*b;
    bool is_letter = (x | 32) >= 'a' && (x | 32) <= 'z';
    if (x != y && !(is_letter && (x | 32) == (y | 32))) return false;
  }
  return *a == *b;
}

static bool is_taken(const jh_write *w, const char *name) {
  for (size_t i = 0; i < w->name_count; i++) {
    if (is_same(w->names[i], name)) return true;
  }
  return false;
}

/* A name that spreadsheets take, unlike those before. */
static const char *make_name(jh_write *w, const char *wanted) {
  char end[16] = "";
  char *name = NULL;
  for (unsigned n = 2; jh_write_is_fine(w) && n < 10000; n++) {
    const char *clean = jh_write_clean(w, jh_str_of(wanted), MOST_NAME - strlen(end), true);
    size_t size = clean ? strlen(clean) : 0;
    name = jh_arena_get(w->arena, size + sizeof end + 1);
    if (!clean || !name) break;
    (void)snprintf(name, size + sizeof end + 1, "%s%s", size ? clean : "Sheet", end);
    for (char *at = name; *at; at++) {
      if (strchr("[]:*?/\\'", *at) || (unsigned char)*at < ' ') *at = '_';
    }
    if (!is_taken(w, name)) return name;
    (void)snprintf(end, sizeof end, " %u", n);
  }
  if (!name) jh_write_no_memory(w);
  return name;
}

/* Widths may be changed, and rows be sorted as far as they are open. */
static void lock(jh_write *w) {
  lxw_protection allowed = {.format_columns = 1, .format_rows = 1, .sort = 1, .autofilter = 1};
  worksheet_protect(w->sheet, NULL, &allowed);
}

static void set_up(jh_write *w, const jh_write_sheet *how) {
  char whole[] = "A1:XFD1048576"; /* codes are texts of digits on purpose */
  if (how->is_hidden) worksheet_hide(w->sheet);
  if (how->is_protected) lock(w);
  if (how->frozen_rows || how->frozen_columns)
    worksheet_freeze_panes(w->sheet, how->frozen_rows, (lxw_col_t)how->frozen_columns);
  if (how->is_landscape) worksheet_set_landscape(w->sheet);
  if (how->is_one_wide) worksheet_fit_to_pages(w->sheet, 1, 0);
  worksheet_set_paper(w->sheet, A4);
  jh_write_remember(w, worksheet_ignore_errors(w->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, whole));
  if (how->repeated_rows)
    jh_write_remember(w, worksheet_repeat_rows(w->sheet, 0, how->repeated_rows - 1));
  /* The library has no room for a longer name twice, and would cut it. */
  if (how->repeated_rows && how->frozen_columns && strlen(jh_write_name(w)) <= LONG_NAME)
    jh_write_remember(
        w, worksheet_repeat_columns(w->sheet, 0, (lxw_col_t)(how->frozen_columns - 1)));
}

jh_code jh_write_begin(jh_write *w, const jh_write_sheet *how, jh_error *err) {
  const char *name = make_name(w, how->name);
  void *names = w->names;
  size_t need = w->name_count + 1;
  if (jh_write_is_fine(w) &&
      jh_arena_grow(w->arena, &names, &w->name_room, need, sizeof *w->names) != 0)
    jh_write_no_memory(w);
  if (jh_write_is_fine(w)) {
    w->names = names;
    w->names[w->name_count++] = name;
    w->sheet = workbook_add_worksheet(w->book, name);
    if (w->sheet)
      set_up(w, how);
    else
      jh_write_no_memory(w);
  }
  if (w->err.code && err) *err = w->err;
  return w->err.code;
}

const char *jh_write_name(const jh_write *w) { return w->names[w->name_count - 1]; }

/* Ends the file; what it holds is whole afterwards if this is fine. */
static void finish(jh_write *w) {
  if (jh_write_is_fine(w)) jh_write_put_lists(w);
  if (!jh_write_is_fine(w)) return;
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!plain) {
    jh_write_no_memory(w);
    return;
  }
  locale_t before = uselocale(plain);
  lxw_workbook *book = w->book;
  w->book = NULL; /* freed by this call, whatever comes of it */
  errno = 0;
  lxw_error result = workbook_close(book);
  (void)uselocale(before);
  freelocale(plain);
  jh_write_remember(w, result);
}

jh_code jh_write_save(jh_write *w, jh_error *err) {
  finish(w);
  if (jh_write_is_fine(w)) {
    if (rename(w->part, w->final) == 0)
      w->part = NULL;
    else
      refuse_place(w, errno);
  }
  if (w->err.code && err) *err = w->err;
  return w->err.code;
}

static void send(
    jh_write *w, FILE *file, bool (*sink)(void *payload, const char *bytes, size_t size),
    void *payload) {
  char *block = jh_alloc_get(BLOCK);
  if (!block) jh_write_no_memory(w);
  for (size_t got; block && jh_write_is_fine(w) && (got = fread(block, 1, BLOCK, file)) > 0;) {
    if (!sink(payload, block, got)) (void)jh_fail(&w->err, JH_ENOT_WRITABLE, NULL, "", NULL);
  }
  if (ferror(file)) refuse_place(w, EIO);
  jh_alloc_free(block);
}

jh_code jh_write_hand_on(
    jh_write *w, bool (*sink)(void *payload, const char *bytes, size_t size), void *payload,
    jh_error *err) {
  finish(w);
  FILE *file = jh_write_is_fine(w) ? fopen(w->part, "rbe") : NULL;
  if (file) {
    send(w, file, sink, payload);
    (void)fclose(file);
  } else {
    refuse_place(w, errno);
  }
  if (w->err.code && err) *err = w->err;
  return w->err.code;
}
