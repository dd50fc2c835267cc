/* dataset.h - the loaded tables, as columns, ordered and hung together.
 *
 * Rows of every level are ordered by their ancestors' codes from the county
 * down, then by their own code (stage units: by stage, then school order within a school; rows
 * without a key: by what they hold, column by column). So each entity's descendants at
 * any lower level are one contiguous range, and sums in row order are the same
 * for any order of the input and any number of threads.
 *
 * Missing is a bitmap, never a value. Knows columns and codes, no rule.
 */
#ifndef JH_TABLE_DATASET_H
#define JH_TABLE_DATASET_H

#include "base/arena.h"
#include "model/plan.h"

typedef struct jh_column {
  jh_column_type type;
  int32_t scale; /* numbers: value = mantissa / 10^scale */
  /* COUNT, DECIMAL: the mantissas, in one of these; all NULL otherwise. What was read is kept as
   * narrow as its values allow; what is made by jh_dataset_make_column is as wide as it may be. */
  int64_t *longs;
  int32_t *ints;
  int16_t *shorts;
  uint8_t *marks;  /* BOOL: 0 or 1; CHOICE: index of the choice; NULL otherwise */
  jh_str *texts;   /* CODE, TEXT; NULL otherwise */
  uint64_t *known; /* bit row%64 of word row/64 is set if the cell is known */
  bool is_own;     /* edit.h: no other column has these arrays */
} jh_column;

static inline bool jh_column_is_number(const jh_column *column) {
  return column->shorts || column->ints || column->longs;
}

/* The mantissa of a number; 0 where the cell is missing. */
static inline int64_t jh_column_number(const jh_column *column, size_t row) {
  if (column->shorts) return column->shorts[row];
  return column->ints ? column->ints[row] : column->longs[row];
}

/* Writes a mantissa; false where it does not fit: jh_column_widen, then again. `known` is not touched. */
static inline bool jh_column_put(jh_column *column, size_t row, int64_t value) {
  if (column->shorts) {
    column->shorts[row] = (int16_t)value;
    return value == (int16_t)value;
  }
  if (column->ints) {
    column->ints[row] = (int32_t)value;
    return value == (int32_t)value;
  }
  if (column->longs) column->longs[row] = value;
  return column->longs != NULL;
}

static inline bool jh_column_known(const jh_column *column, size_t row) {
  return column && ((column->known[row / 64] >> (row % 64)) & 1);
}

/* The rows of one level. */
typedef struct jh_rows {
  size_t count;
  uint32_t *parent; /* row at the parent level; NULL at the topmost */
  jh_str *codes;    /* NULL where the table has no key (rooms) and at the stage level */
  jh_str *names;    /* NULL where the table has no names */
  jh_column *
      *columns; /* by index of the column in its table; NULL = not loaded: every cell missing */
  jh_column **quantities; /* by index of the quantity; normally NULL: only cases give quantities (as
                            DECIMAL in base units, or BOOL); where known, they replace the definition */
  uint8_t *stages;        /* stage level only: index of the stage; NULL elsewhere */
  uint32_t *lines;        /* line of the file where the record begins; NULL at the stage level */
  uint16_t *files;        /* index in jh_dataset.files; NULL at the stage level */
} jh_rows;

typedef struct jh_file {
  const char *path; /* as given: folder joined with the file's name */
  uint32_t source;  /* index in jh_plan.sources, or JH_NONE */
  uint32_t table;
  const char *encoding; /* as found out or told; "XLSX" of a workbook */
  uint64_t size_bytes;
  uint64_t record_count; /* without header and title lines */
  char hash[65];         /* SHA-256 of the bytes as they stand on disk, hexadecimal */
  /* The header as found, for validate and for finding cells again. A column of the table that is
   * neither here nor in the source's `sets` is absent. */
  jh_str *headers;          /* as written, one for each field */
  uint32_t *header_columns; /* index of the column in the table; JH_NONE = unknown or blank */
  size_t header_count;
  uint32_t header_line;      /* 1-based; 0 = no header was found */
  uint32_t header_last;      /* the last line of a header of several; otherwise header_line */
  const char **header_units; /* by field: the unit that the file says, where it is not the column's;
                                NULL = none at all */
  char delimiter;            /* 0 of a workbook */
  bool is_workbook;
  const char *sheet;  /* of a workbook, once it was opened; NULL = a text file */
  uint8_t bom_size;   /* bytes of the byte order mark */
  int64_t changed_ns; /* when the file was last changed, to see that it still is the same */
  uint64_t stamp;     /* for the same, while it is being read (input.h); 0 of a snapshot */
} jh_file;

/* A cell that was given another text after the load (edit.h). */
typedef struct jh_edit {
  uint32_t table, row, column;
  const char *text; /* as it would stand in the file; "" = blank */
} jh_edit;

typedef struct jh_dataset {
  jh_arena *arena;
  jh_arena **others; /* texts that several threads read; closed with the dataset */
  size_t other_count, other_room;
  const jh_plan *plan; /* borrowed */
  jh_rows *levels;     /* by index of the level */
  uint32_t **firsts;   /* firsts[level * level_count + ancestor]: array of count(ancestor) + 1 rows:
                            the descendants of a are [f[a], f[a + 1]); NULL if not an ancestor */
  jh_file *files;
  size_t file_count;
  const char *year;        /* the year that was taken; NULL if the data have no year */
  const char *year_before; /* the latest year before it of which there are records, or NULL */
  const char *year_after;  /* the earliest year after it, or NULL */
  const char *year_as_of;  /* the year to which the dictionary's as_of belongs, or NULL */
  uint32_t **by_code; /* by level, made by jh_dataset_link: the rows in the order of their codes;
                            NULL where they stand so already */
  bool *is_indexed;   /* by level: by_code was made */
  jh_edit *edits;     /* each cell once; normally none */
  size_t edit_count, edit_room;
} jh_dataset;

/* An empty dataset for a plan: every level with no rows. */
JH_CHECKED jh_code jh_dataset_open(jh_dataset **out, const jh_plan *plan, jh_error *err);
void jh_dataset_close(jh_dataset *dataset);

/* The arena lives as long as the dataset from now on; false when memory is out. */
bool jh_dataset_adopt(jh_dataset *dataset, jh_arena *arena);

/* Lays out `count` rows at a level: parent, lines, files, columns and quantities arrays, all zero or NULL. */
JH_CHECKED jh_code
jh_dataset_rows(jh_dataset *dataset, uint32_t level, size_t count, jh_error *err);

/* A column for all rows of a level, every cell missing; hung into rows->columns (or quantities). */
JH_CHECKED jh_code
jh_dataset_column(jh_dataset *dataset, uint32_t level, uint32_t column, jh_error *err);
JH_CHECKED jh_code jh_dataset_quantity(
    jh_dataset *dataset, uint32_t level, uint32_t quantity, jh_column_type type, int32_t scale,
    jh_error *err);

/* A column by itself, of `count` rows, every cell missing; NULL when memory is out. */
jh_column *jh_dataset_make_column(
    jh_arena *arena, jh_column_type type, int32_t scale, size_t count);

/* The array of a column's values, and the size of one of them. */
void *jh_column_values(const jh_column *column);
size_t jh_column_value_bytes(const jh_column *column);

/* Bytes of the narrowest numbers that hold the mantissa: 2, 4 or 8. */
size_t jh_column_bytes_for(int64_t number);

/* Makes the first `count` numbers of a column `bytes` wide (2, 4 or 8, not narrower than they are),
 * in an array of `room` of the arena; the rest are 0. False when memory is out. */
bool jh_column_widen(jh_column *column, jh_arena *arena, size_t bytes, size_t count, size_t room);

/* A column by itself whose numbers are `bytes` wide; otherwise as jh_dataset_make_column. */
jh_column *jh_dataset_make_narrow(
    jh_arena *arena, jh_column_type type, int32_t scale, size_t bytes, size_t count);

/* Computes `firsts` once all parents are set and all rows stand in order. */
JH_CHECKED jh_code jh_dataset_link(jh_dataset *dataset, jh_error *err);

/* The same for one level that was added later, and what is below it. */
JH_CHECKED jh_code jh_dataset_link_below(jh_dataset *dataset, uint32_t level, jh_error *err);

/* The rows [*from, *to) of `level` that belong to a row of an ancestor level (or the row itself). */
void jh_dataset_range(
    const jh_dataset *dataset, uint32_t level, uint32_t ancestor, uint32_t row, uint32_t *from,
    uint32_t *to);

/* The ancestor's row to which a row belongs. */
uint32_t jh_dataset_ancestor(
    const jh_dataset *dataset, uint32_t level, uint32_t row, uint32_t ancestor);

/* The row with this code at a level that has codes; JH_NONE if there is none. */
uint32_t jh_dataset_find(const jh_dataset *dataset, uint32_t level, jh_str code);

#endif
