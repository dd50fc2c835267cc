/* slice.h - counties copied out of a dataset, with some of their cells blank or changed.
 *
 * What one county yields depends on that county alone. So a small dataset in which the same county
 * may stand several times, each time with other cells blank or changed, is evaluated once and tells of
 * all of these at the same time. Only the columns that the rules read are copied.
 */
#ifndef JH_EVAL_SLICE_H
#define JH_EVAL_SLICE_H

#include "eval/run.h"
#include "table/dataset.h"

/* A cell. Rows of a table are those of its level (plan->tables[table].level). */
typedef struct jh_slice_cell {
  uint32_t table, row;
  uint32_t column; /* JH_NONE = the row as a whole */
  bool is_before;  /* of another dataset, an earlier one: passed over */
} jh_slice_cell;

/* A cell of numbers that gets another one. */
typedef struct jh_slice_value {
  uint32_t table, row, column;
  int64_t number; /* at the scale of the column; 0 and more as it may be written */
} jh_slice_value;

/* One county with the cells to be blanked in it, then those that get other numbers. A cell without a column
 * means all of its row; cells that lie in other counties, or in columns that are not read, are passed over. */
typedef struct jh_slice_part {
  uint32_t county;            /* row of the topmost level */
  const jh_slice_cell *cells; /* borrowed */
  size_t cell_count;
  const jh_slice_value *values; /* borrowed */
  size_t value_count;
} jh_slice_part;

/* Where a slice is taken from; the same for many slices. */
typedef struct jh_slice_source {
  const jh_plan *plan;
  const jh_dataset *dataset;
  uint32_t top;  /* the topmost level */
  bool **needed; /* [table][column]: columns that are read */
} jh_slice_source;

typedef struct jh_slice {
  jh_dataset *data;
  size_t part_count;
  uint32_t **firsts; /* [level][part]: its first row; [level][part_count] = the count of rows */
  uint32_t *
      *origins; /* [level][row]: the row it was copied from; JH_NONE: a unit that is there only
                         because a cell is doubted */
} jh_slice;

/* Finds the topmost level and the columns that the run's rules and stages read on its day. The flags live in
 * the arena. Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_slice_source_of(jh_slice_source *out, const jh_run *run, jh_arena *arena, jh_error *err);

/* Rows of all levels of a county. */
size_t jh_slice_rows(const jh_slice_source *source, uint32_t county);

/* Copies, blanks, makes the stage units anew, links. Errors: JH_ENOMEM and those of jh_units_make. */
JH_CHECKED jh_code jh_slice_open(
    jh_slice *out, const jh_slice_source *source, const jh_slice_part *parts, size_t count,
    jh_error *err);
void jh_slice_close(jh_slice *slice);

#endif
