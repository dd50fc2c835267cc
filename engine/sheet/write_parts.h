/* write_parts.h - the inside of a workbook that is written. Private to write*.c. */
#ifndef JH_SHEET_WRITE_PARTS_H
#define JH_SHEET_WRITE_PARTS_H

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet/write.h"

/* A long list of a drop-down: a column of the hidden sheet. */
typedef struct jh_write_list {
  jh_str *texts;
  size_t count;
} jh_write_list;

struct jh_write {
  jh_arena *arena;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *styles[JH_WRITE_STYLES];
  char *part;  /* where it is written */
  char *final; /* where it goes; NULL = handed on */
  const char **names;
  size_t name_count, name_room;
  jh_write_list *lists;
  size_t list_count, list_room;
  bool is_streamed;
  jh_buf scratch; /* of jh_write_clean */
  jh_error err;   /* the first failure */
};

/* Is there any use in going on? */
static inline bool jh_write_is_fine(const jh_write *w) { return !w->err.code; }

/* Remembers what a call of the library came to. */
void jh_write_remember(jh_write *w, lxw_error result);

/* Remembers that memory was out. */
void jh_write_no_memory(jh_write *w);

/* Does the row (from 1) and column exist? Else remembers that the sheet is full. */
bool jh_write_fits(jh_write *w, uint32_t row, uint32_t column);

/* The text as a workbook may hold it, NUL-terminated, until the next call; NULL after a failure. `most`
 * is in characters as spreadsheets count them; longer ones are cut if is_cut, else a failure. */
const char *jh_write_clean(jh_write *w, jh_str text, size_t most, bool is_cut);

/* Makes the styles. write_style.c */
void jh_write_make_styles(jh_write *w);

/* The hidden sheet of long lists, if there are any. write_rule.c */
void jh_write_put_lists(jh_write *w);

/* The name of that sheet. */
#define JH_WRITE_LISTS "_lists"

#endif
