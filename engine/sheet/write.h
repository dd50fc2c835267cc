/* write.h - a workbook on its way out: sheets, cells, styles, drop-downs, notes, protection.
 *
 * The same calls give the same bytes, at any time, anywhere. Texts are texts: none of them is ever
 * a formula. Nothing stands under the name that was asked for until all of it is written.
 *
 * Order of calls: open; for each sheet begin, then whatever it holds; save or hand on; close. A call
 * that fails is remembered and told by save, hand_on and begin, so that what lies between need not
 * be looked at, as with jh_buf. Columns count from 0, rows from 1, as everywhere in this layer.
 * Knows nothing of tables and dictionaries.
 */
#ifndef JH_SHEET_WRITE_H
#define JH_SHEET_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/dec.h"
#include "base/error.h"
#include "base/str.h"

typedef struct jh_write jh_write;

/* How a cell looks, and whether it may be filled where the sheet is protected. */
typedef enum jh_write_style {
  JH_WRITE_PLAIN,      /* wrapped */
  JH_WRITE_TITLE,      /* large */
  JH_WRITE_NOTE,       /* small and grey */
  JH_WRITE_HEADER,     /* of a column */
  JH_WRITE_NEEDED,     /* of a column that may not be left blank */
  JH_WRITE_CODE,       /* a code that is given: text, even if all of it is digits */
  JH_WRITE_NUMBER,     /* to the right */
  JH_WRITE_INPUT,      /* to be filled with a number or a word */
  JH_WRITE_INPUT_TEXT, /* to be filled; what is typed stays as it is typed */
  JH_WRITE_WARN,       /* to be noticed */
  JH_WRITE_STYLES
} jh_write_style;

typedef struct jh_write_sheet {
  const char *name;  /* made fit: no []:*?/\, at most 31 characters, unlike the other sheets' */
  bool is_hidden;    /* not the first sheet */
  bool is_protected; /* without a password: only INPUT cells can be changed */
  bool is_landscape, is_one_wide; /* printed so; all columns on one page */
  uint32_t frozen_rows, frozen_columns;
  uint32_t repeated_rows; /* printed above every page, frozen columns beside it; 0 = none */
} jh_write_sheet;

typedef struct jh_write_box {
  uint32_t top, left, bottom, right;
} jh_write_box;

/* What a cell may hold. */
typedef struct jh_write_limits {
  bool is_whole; /* no decimals */
  bool has_min, has_max;
  jh_dec min, max;
} jh_write_limits;

/* What whoever fills a cell is told: when entering it, and when the value is not as it should be.
 * Cut where a spreadsheet could not show it (32 and 255 characters); NULL = nothing. */
typedef struct jh_write_hint {
  const char *title, *text, *refusal;
  bool is_refused; /* what does not fit is refused, else asked about */
} jh_write_hint;

/* path NULL: the bytes will be handed on. is_streamed: rows come in order, are not kept, and no cells
 * are merged. Errors: JH_ENOMEM; JH_EWORKBOOK_PLACE (args: what the system says) where nothing can be
 * written. */
JH_CHECKED jh_code jh_write_open(jh_write **out, const char *path, bool is_streamed, jh_error *err);

/* Gives everything back; what was neither saved nor handed on is gone. NULL is allowed. */
void jh_write_close(jh_write *w);

/* A new sheet, to which all further calls belong. */
JH_CHECKED jh_code jh_write_begin(jh_write *w, const jh_write_sheet *how, jh_error *err);

/* The name that it got. */
const char *jh_write_name(const jh_write *w);

/* Columns first to last: width in digits (a Chinese character takes two), and how their cells are
 * where nothing is written. */
void jh_write_columns(
    jh_write *w, uint32_t first, uint32_t last, double width, jh_write_style style);

/* A row's height in points, and how its cells are where nothing is written. */
void jh_write_row(jh_write *w, uint32_t row, double height, jh_write_style style);

/* A text of UTF-8; what is not valid becomes U+FFFD. Above 32,767 characters: JH_EWORKBOOK_TEXT. */
void jh_write_text(jh_write *w, uint32_t row, uint32_t column, jh_str text, jh_write_style style);

/* A number given as its text. As a number where a spreadsheet keeps every digit (15 significant
 * ones, and no zeros in front), else as text. */
void jh_write_number(
    jh_write *w, uint32_t row, uint32_t column, jh_str decimal, jh_write_style style);

void jh_write_blank(jh_write *w, uint32_t row, uint32_t column, jh_write_style style);

/* One text over several cells. */
void jh_write_merged(jh_write *w, const jh_write_box *box, jh_str text, jh_write_style style);

/* The cells are filled by picking one of the texts. Long lists are kept on a hidden sheet. */
void jh_write_choices(
    jh_write *w, const jh_write_box *box, const jh_str *texts, size_t count,
    const jh_write_hint *hint);

/* The cells hold numbers of these limits. */
void jh_write_range(
    jh_write *w, const jh_write_box *box, const jh_write_limits *limits, const jh_write_hint *hint);

/* The cells hold anything; whoever enters them reads the hint. */
void jh_write_told(jh_write *w, const jh_write_box *box, const jh_write_hint *hint);

/* A note that is shown where the mouse rests on the cell. */
void jh_write_note(jh_write *w, uint32_t row, uint32_t column, jh_str text);

/* Ends the workbook and puts it in its place.
 * Errors: those of any call before; JH_EWORKBOOK_FULL (more rows or columns than a sheet holds),
 * JH_EWORKBOOK_TEXT, JH_EWORKBOOK_PLACE, JH_ENOMEM. */
JH_CHECKED jh_code jh_write_save(jh_write *w, jh_error *err);

/* Ends the workbook and gives its bytes to a function, which returns false when it cannot take them
 * (JH_ENOT_WRITABLE). Errors as above. */
JH_CHECKED jh_code jh_write_hand_on(
    jh_write *w, bool (*sink)(void *payload, const char *bytes, size_t size), void *payload,
    jh_error *err);

#endif
