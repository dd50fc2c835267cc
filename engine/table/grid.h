/* grid.h - any file that holds a table, as rows of texts with places.
 *
 * A text file (delimited; encoding and delimiter found unless told) or one sheet of a workbook.
 * Rows come one after the other and memory is bounded, however long the file is. Nothing is
 * converted: what a text means is for value.h, where the header stands for head.h. Knows no
 * dictionary.
 */
#ifndef JH_TABLE_GRID_H
#define JH_TABLE_GRID_H

#include "base/arena.h"
#include "base/error.h"
#include "table/grid_cell.h"

/* The full-width comma as a delimiter: a sign of its own, since it is no single byte. */
#define JH_GRID_WIDE_COMMA '\x1F'

/* cells[i] is column i, counted from 0; cells behind `count` are blank. */
typedef struct jh_grid_row {
  uint32_t line;  /* from 1: the line in which the record begins, or the row of the sheet */
  bool is_hidden; /* a row that the workbook does not show */
  const jh_grid_cell *cells;
  size_t count;
} jh_grid_row;

typedef struct jh_grid_options {
  const char *sheet;    /* NULL = the only visible one that holds anything */
  const char *encoding; /* NULL = found out */
  char delimiter;       /* 0 = found out */
} jh_grid_options;

typedef enum jh_grid_encoding_how {
  JH_GRID_TOLD,    /* by the options */
  JH_GRID_MARKED,  /* by a byte order mark */
  JH_GRID_VALID,   /* the whole file is UTF-8 */
  JH_GRID_GUESSED, /* it is not UTF-8, and all of it is GB18030 */
  JH_GRID_ACCIDENT /* short GB18030 text whose bytes happen to be UTF-8, too (survey.h) */
} jh_grid_encoding_how;

typedef struct jh_grid_info {
  const char *path; /* as given */
  bool is_workbook;
  char hash[65]; /* SHA-256 of the bytes on disk, hexadecimal */
  uint64_t size_bytes;
  int64_t changed_ns;
  uint64_t stamp;     /* as of a jh_input */
  uint64_t most_rows; /* not fewer than the rows that will come */
  /* Text files. */
  const char *encoding; /* "UTF-8"; NULL of a workbook */
  jh_grid_encoding_how encoding_how;
  bool lacks_end; /* text stands behind the last line end: the file may have been cut off */
  uint32_t bom_size;
  char delimiter; /* ',' '\t' ';' '|' JH_GRID_WIDE_COMMA or what was told; 0 of a workbook */
  bool is_delimiter_found;
  /* Workbooks. */
  const char *sheet; /* NULL of a text file */
  bool is_sheet_hidden;
  const jh_grid_merge *merges;
  size_t merge_count;
} jh_grid_info;

typedef struct jh_grid jh_grid;

/* Opens at the first row. The path is borrowed; the options are not.
 *
 * The delimiter, unless told, is the one of , TAB ; | and ， by which the most of the first lines
 * have the same number of cells above 1; where none gives more than one cell, a comma, or a TAB
 * in .tsv and .txt.
 *
 * Errors  JH_ENO_SHEET (args: name, the sheets there are), JH_EWHICH_SHEET (arg: those that hold
 *         something), JH_EEMPTY_FILE, JH_EBAD_BYTES, JH_ENUL_BYTE, JH_EUNKNOWN_ENCODING, those of
 *         sheet/book.h and of the file system, JH_ENOMEM */
JH_CHECKED jh_code
jh_grid_open(jh_grid **out, const char *path, const jh_grid_options *options, jh_error *err);
void jh_grid_close(jh_grid *grid); /* NULL is allowed */

const jh_grid_info *jh_grid_about(const jh_grid *grid); /* lives as long as the grid */

/* The next row in which anything stands; *got is false at the end. A text record of empty cells
 * counts as blank, as a blank line does. Error JH_EBAD_QUOTE passes over one line, the next call goes
 * on behind it; after JH_EOPEN_QUOTE, JH_ERECORD_LARGE, JH_ETOO_MANY_COLUMNS and the others nothing
 * more can be read. JH_EFILE_CHANGED if the file was changed meanwhile. */
JH_CHECKED jh_code jh_grid_next(jh_grid *grid, jh_grid_row *out, bool *got, jh_error *err);

/* Back before the first row. */
JH_CHECKED jh_code jh_grid_rewind(jh_grid *grid, jh_error *err);

/* Where the cell `column` (from 0) of the row that was read last stands: file, line, field, and the
 * column in the line (text) or the sheet (workbook). */
void jh_grid_place(jh_grid *grid, size_t column, jh_place *out);

typedef struct jh_grid_sheet {
  const char *name;
  bool is_hidden;
} jh_grid_sheet;

/* The sheets of a workbook, in order, in the arena; *count is 0 for a text file. */
JH_CHECKED jh_code jh_grid_sheets(
    const char *path, jh_arena *arena, const jh_grid_sheet **out, size_t *count, jh_error *err);

/* Is it a workbook by its first bytes (also a damaged or an old one)? */
bool jh_grid_is_workbook(const char *path);

#endif
