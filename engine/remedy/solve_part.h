/* solve_part.h - a part of a problem as rows and columns: what shares variables, to be solved at once.
 *
 * A column is a variable, or a choice (0 or 1) that says which member of a CHOOSE is to hold. A row is
 * sum(factor * column) + constant >= 0. Where a choice lifts a row, the choice has a factor in it that is
 * just large enough; where nothing is (an unlimited variable takes from it), the row has a switch.
 * Each number stands twice: exact, and as a double for the search.
 */
#ifndef JH_REMEDY_SOLVE_PART_H
#define JH_REMEDY_SOLVE_PART_H

#include "remedy/problem.h"

typedef struct jh_part_entry {
  uint32_t column;
  double factor;
  jh_rat exact;
} jh_part_entry;

typedef struct jh_part_row {
  jh_part_entry *entries;
  size_t count, room;
  double constant;
  jh_rat exact;   /* the constant */
  uint32_t lever; /* the row stands only where this choice is `lever_value`; JH_NONE: always */
  bool lever_value;
} jh_part_row;

typedef struct jh_part_column {
  uint32_t variable; /* JH_NONE: a choice */
  bool is_whole, has_up;
  double cost, up; /* up: HUGE_VAL if there is no limit */
  jh_rat exact_cost, exact_up;
} jh_part_column;

typedef struct jh_part {
  const jh_remedy_problem *problem;
  uint32_t *column_of; /* by variable; JH_NONE: not here; shared by the parts of a problem */
  jh_part_column *columns;
  size_t column_count, column_room;
  jh_part_row *rows;
  size_t row_count, row_room;
  bool is_never; /* proven: nothing makes it true */
  bool is_open;  /* a strict line hangs on divisible amounts; it was made with a hair to spare */
  bool without_hair; /* set before adding: such lines as >= 0, for a bound */
  bool has_failed;   /* memory is out */
} jh_part;

void jh_part_open(jh_part *part, const jh_remedy_problem *problem, uint32_t *column_of);
void jh_part_close(jh_part *part);

/* The column of a variable, made if it is not there yet. */
uint32_t jh_part_column_for(jh_part *part, uint32_t variable);

/* None of it may be bought: it stands in no row. */
bool jh_part_is_barred(const jh_remedy_problem *problem, uint32_t variable);

/* Adds rows and choices that say: the wish holds. Spreads must not be in it. */
void jh_part_add(jh_part *part, const jh_remedy_wish *wish);

/* Adds sum >= 0. */
void jh_part_add_sum(jh_part *part, const jh_remedy_sum *sum);

/* 1: holds whatever is bought within limits, 0: never does, -1: it depends. Spreads depend. */
int jh_part_truth(const jh_remedy_problem *problem, const jh_remedy_wish *wish);

#endif
