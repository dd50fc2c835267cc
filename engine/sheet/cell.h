/* cell.h - a row of a sheet as it is handed out; what the texts look like, rows.h tells. */
#ifndef JH_SHEET_CELL_H
#define JH_SHEET_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef enum jh_sheet_kind {
  JH_SHEET_TEXT,
  JH_SHEET_NUMBER,
  JH_SHEET_BOOL,
  JH_SHEET_DATE,
  JH_SHEET_ERROR
} jh_sheet_kind;

typedef struct jh_sheet_cell {
  jh_str text;     /* UTF-8 without NUL bytes */
  uint32_t column; /* from 0 */
  jh_sheet_kind kind;
  bool is_formula;
  bool lacks_value; /* a formula that no program has computed: TEXT of size 0 */
  bool is_hidden_column;
} jh_sheet_cell;

typedef struct jh_sheet_row {
  uint32_t line; /* from 1, as the spreadsheet shows it */
  bool is_hidden;
  const jh_sheet_cell *cells; /* ascending columns, never none */
  size_t count;
} jh_sheet_row;

#endif
