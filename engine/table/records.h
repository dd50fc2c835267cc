/* records.h - reading the records behind a file's header into the columns of its table.
 *
 * Private to the layer. Cells are converted as the parser hands them over,
 * straight into their columns. What is wrong with a record is told only when it
 * has ended: a record with too few or too many cells gets that one message, not
 * one for each cell that slipped into a wrong column.
 */
#ifndef JH_TABLE_RECORDS_H
#define JH_TABLE_RECORDS_H

#include "table/grid.h"
#include "table/loading.h"
#include "table/reader.h"

#define JH_RECORDS_SHOWN ((size_t)128)

/* A cell that was refused, until the record has ended. */
typedef struct jh_refusal {
  jh_code why;
  const jh_taker *taker;
  size_t cell;
  size_t text_bytes;
  char text[JH_RECORDS_SHOWN];
} jh_refusal;

/* Figures of a field that do not fit the unit that the file gives to it: told once. */
typedef struct jh_odd_unit {
  jh_place at; /* of the first, which is told */
  size_t count;
} jh_odd_unit;

typedef struct jh_filling {
  jh_reader_sink sink; /* first: the parser knows this alone */
  jh_loading *loading;
  jh_staged *staged;
  jh_file *file;
  uint16_t file_index;
  jh_reader *reader;
  jh_grid *grid;       /* rows come from here instead; NULL = from the reader */
  uint32_t grid_line;  /* of the row that was read last */
  jh_taker **by_field; /* NULL = not wanted */
  size_t field_count;
  /* The record that is being read. */
  size_t row, bytes;
  size_t surplus;       /* first cell beyond the header that is not empty; 0 = none */
  jh_refusal *refusals; /* freed by whoever made the filling */
  size_t refusal_count, refusal_room;
  jh_odd_unit *odd; /* by field; NULL = each cell is told */
  bool is_out_of_memory;
  jh_code stopped; /* why nothing more is taken, with the error; JH_OK = go on */
  jh_error why;
} jh_filling;

/* Reads some records. Findings go to the diagnostics; *got is false at the end of the file. */
JH_CHECKED jh_code jh_records_run(jh_filling *f, bool *got, jh_error *err);

/* Takes one row of the grid. JH_OK, or why nothing more can be taken. */
JH_CHECKED jh_code jh_records_row(jh_filling *f, const jh_grid_row *row, jh_error *err);

/* At the end of a file: says of what was told once how many more cells it is about. */
void jh_records_sum_up(jh_filling *f);

/* Takes back what the cells of a record that is not kept have left in its row. */
void jh_records_clear(const jh_filling *f);

#endif
