/* rows_parts.h - the state of a sheet being read, for the files rows*.c. */
#ifndef JH_SHEET_ROWS_PARTS_H
#define JH_SHEET_ROWS_PARTS_H

#include "base/buf.h"
#include "sheet/book_parts.h"
#include "sheet/cell.h"
#include "sheet/position.h"
#include "sheet/xml.h"

/* What a cell says its content is: t="s" … */
typedef enum jh_rows_type {
  JH_ROWS_NUMBER,
  JH_ROWS_SHARED,
  JH_ROWS_STRING, /* of a formula */
  JH_ROWS_INLINE,
  JH_ROWS_BOOL,
  JH_ROWS_ERROR,
  JH_ROWS_DATE
} jh_rows_type;

/* A cell as the file has it. */
typedef struct jh_rows_raw {
  uint32_t column;
  uint32_t style;
  jh_rows_type type;
  bool is_formula;
  bool has_value; /* <v> or <is> is there, be it empty */
} jh_rows_raw;

typedef struct jh_rows {
  jh_book *book;
  const jh_book_sheet *sheet;
  jh_xml *xml;
  jh_error error;   /* of an earlier call, where code is not 0 */
  uint32_t line;    /* of the row being read or read last; 0 = none yet */
  uint32_t columns; /* one more than the column read last in this row */
  bool is_root, has_data, in_data, in_row, row_is_hidden;
  bool is_ready; /* a row stands complete */
  bool is_quick; /* cells may be looked for in the raw bytes */
  jh_rows_raw raw;
  bool in_cell, in_value, in_text;
  jh_buf value; /* text of the cell that the parser is in */
  jh_sheet_cell *cells;
  uint32_t *starts; /* where the text begins in `texts`; UINT32_MAX = it stands elsewhere */
  size_t count, cell_room, start_room;
  jh_buf texts;
  uint8_t hidden[JH_POSITION_COLUMNS / 8]; /* a bit for each column */
} jh_rows;

/* Ends the reading with an error at the cell being read. */
void jh_rows_fail(jh_rows *rows, jh_code code, const char *first, const char *second);

/* Where a cell says it stands; row 0 = in this row. False after an error. */
bool jh_rows_place(jh_rows *rows, uint32_t column, uint32_t row);

/* Takes a cell with its text into the row; blanks are left out. */
void jh_rows_take(jh_rows *rows, const jh_rows_raw *raw, jh_str text);

/* The type that t="…" names; false if it is none. */
bool jh_rows_type_of(jh_rows_type *out, jh_str name);

/* Takes the cells that stand at the beginning of the bytes, a NUL behind them, as far as they are
 * of the forms that programs usually write; returns the bytes they take. */
size_t jh_rows_quick(jh_rows *rows, jh_str ahead);

#endif
