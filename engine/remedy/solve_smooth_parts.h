/* solve_smooth_parts.h - what solve_smooth.c and solve_smooth_open.c share: the divided problem as arrays of doubles.
 */
#ifndef JH_REMEDY_SOLVE_SMOOTH_PARTS_H
#define JH_REMEDY_SOLVE_SMOOTH_PARTS_H

#include "remedy/solve_part.h"
#include "remedy/solve_state.h"

/* A row of the part that is to hold. */
typedef struct jh_smooth_row {
  double constant, dear, e; /* what it borrows now */
  double weight;            /* of its square in the equations */
} jh_smooth_row;

typedef struct jh_smooth_work {
  const jh_state *state;
  jh_part part; /* all conditions but spreads; its columns are the x, choices among them */
  size_t n, row_count, spread_count, use_count, use_room;
  jh_smooth_row *rows;
  jh_state_use *uses; /* variable: the column; index: the row, or of the spread */
  double *block;      /* all arrays of doubles below */
  double *x, *cost, *most, *scale, *gradient, *step, *direction, *residue, *product, *inverse;
  double *line_at, *line_by;                             /* by line: value without e, and scratch */
  double *spread_e, *spread_dear, *first, *second, *gap; /* by spread; gap: F */
  double **sums, **slopes;                               /* by spread, by unit; slopes: scratch */
  double distance;
} jh_smooth_work;

/* Columns, rows, prices and a beginning near the amounts of s->state. False when memory is out;
 * jh_solve_smooth_done in any case. `column_of`: scratch by variable, all JH_NONE. */
bool jh_solve_smooth_open(jh_smooth_work *s, uint32_t *column_of);
void jh_solve_smooth_done(jh_smooth_work *s);

/* Rows and sums of units at s->x. */
void jh_solve_smooth_place(jh_smooth_work *s);

#endif
