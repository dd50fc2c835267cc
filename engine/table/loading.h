/* loading.h - what the steps of a load hand on to one another.
 *
 * Private to the layer. The steps, in this order: files.c finds the files of
 * each table; fill.c reads them into staged tables, in the order of the files;
 * years.c takes one year; derive.c makes the tables that have no file; hang.c
 * finds parents, orders rows and lays them out in the dataset.
 */
#ifndef JH_TABLE_LOADING_H
#define JH_TABLE_LOADING_H

#include "base/diag.h"
#include "table/cell.h"
#include "table/input.h"
#include "table/survey.h"

#define JH_LOADING_ROWS ((size_t)50 * 1000 * 1000) /* the most rows that a table may have */

#define JH_LOADING_PART_BYTES ((uint64_t)1 << 20) /* unless someone told another size */

/* A table as it was read: rows in the order of the files. */
typedef struct jh_staged {
  const jh_table_def *def;
  uint32_t table;
  size_t first_file, file_count; /* in dataset.files */
  size_t room, count;            /* rows that fit, rows that are there */
  jh_arena *passing;             /* texts that are done with when the table is hung; NULL = none */
  jh_taker *takers;              /* by column; .column NULL = not wanted, or in no file */
  uint32_t *lines;               /* by row */
  uint16_t *files;
  bool is_partial; /* records or columns are lacking: do not hang anything on it */
  bool is_hung;
  struct jh_grid **grids; /* by file of the table: a workbook that was opened; NULL */
  uint32_t *rows;         /* the rows of the wanted year; NULL = all of them */
  size_t row_count;       /* how many these are */
  /* Filled by hang.c: all rows of the year in order, also those of other regions. */
  jh_str *codes;
  uint32_t *by_code; /* as jh_order_by_code; NULL if codes ascend */
  uint32_t *order;   /* position in order to row of the year, and back; NULL = the same */
  uint32_t *places;
  bool has_twins; /* some rows have one code */
  uint32_t *rank; /* row at the level of the dataset; JH_NONE = left out. NULL = same */
} jh_staged;

typedef struct jh_loading {
  const jh_plan *plan;
  const char *folder, *encoding, *year, *earlier_than, *region; /* as in jh_load_options */
  bool **needed;
  bool keeps_refused;   /* as in jh_load_options */
  size_t errors_before; /* of whoever used the diagnostics earlier */
  size_t refused;       /* cells that were told as refused; keys and the like do not count */
  size_t jobs;          /* threads, from 1 */
  uint64_t part_bytes;  /* the least size of a part of a file that is read by itself */
  jh_diag *diag;
  jh_dataset *dataset;
  jh_arena *scratch; /* gone when the load is done */
  jh_texts texts;    /* in the dataset's arena */
  jh_progress progress;
  jh_staged *tables;           /* by table */
  struct jh_trouble *troubles; /* see trouble.h */
  size_t trouble_count, trouble_room;
  struct jh_scout *scout; /* see scout.h; NULL = none */
  struct jh_ahead *ahead; /* see ahead.h; NULL = one thread */
} jh_loading;

/* A finding about the data goes to the diagnostics and the load goes on: JH_OK. Anything else
 * ends the load: err is filled and its code returned. */
JH_CHECKED jh_code jh_loading_note(jh_loading *loading, const jh_error *found, jh_error *err);

/* Will the rows be handed out, as far as the diagnostics tell by now? */
bool jh_loading_is_usable(const jh_loading *loading);

/* The encoding that someone told for a file; NULL = it is found out. */
const char *jh_loading_encoding(const jh_loading *loading, const jh_file *file);

/* A place in a file; field 0 = the line as a whole. Of a text file the column is not known. */
jh_place jh_loading_place(const jh_file *file, uint32_t line, uint32_t field);

/* Is the column to be loaded: asked for, or needed to hang rows together? */
bool jh_loading_wants(const jh_loading *loading, uint32_t table, uint32_t column);

/* Is the column needed only until the rows are hung together? */
bool jh_loading_passes(const jh_loading *loading, uint32_t table, uint32_t column);

/* The steps. Each reports findings to the diagnostics and fails only for what ends the load. */
JH_CHECKED jh_code jh_files_resolve(jh_loading *loading, jh_error *err);
JH_CHECKED jh_code jh_fill_table(jh_loading *loading, jh_staged *staged, jh_error *err);
JH_CHECKED jh_code jh_years_select(jh_loading *loading, jh_error *err);
JH_CHECKED jh_code jh_derive_table(jh_loading *loading, jh_staged *staged, jh_error *err);
JH_CHECKED jh_code jh_hang_tables(jh_loading *loading, jh_error *err);

#endif
