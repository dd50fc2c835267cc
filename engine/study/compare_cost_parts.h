/* compare_cost_parts.h - the state of one count of costs; private to compare_cost*.c. */
#ifndef JH_STUDY_COMPARE_COST_PARTS_H
#define JH_STUDY_COMPARE_COST_PARTS_H

#include "base/rat.h"
#include "model/flip_more.h"
#include "study/compare_parts.h"

/* Of one item in one county, or one region. */
typedef struct jh_cost_cell {
  jh_rat missing[2], yuan[2];
  size_t unmet[2], not_known[2];
  bool is_used;
} jh_cost_cell;

typedef struct jh_cost_work {
  jh_compare_work compare;
  jh_cost *out;
  jh_rat *yuan;        /* by item: for one unit of what is told */
  jh_rat *scale;       /* by item: base units in one of what is told */
  jh_cost_cell *cells; /* by item, then county of the side after */
  size_t county_count;
} jh_cost_work;

void jh_cost_cell_init(jh_cost_cell *cell);
void jh_cost_cell_done(jh_cost_cell *cell);
void jh_cost_cell_add(jh_cost_cell *to, const jh_cost_cell *from);

/* Exactly, as there are at most 4 decimals in an amount and few in a price (arena). */
JH_CHECKED jh_code
jh_cost_text(const char **out, const jh_rat *value, jh_arena *arena, jh_error *err);

/* Sums by county, prefecture, province and in all, from the cells. compare_cost_sum.c */
JH_CHECKED jh_code jh_compare_cost_sums(jh_cost_work *w, jh_error *err);

#endif
