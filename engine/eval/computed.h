/* computed.h - values that functions of the pack gave, by node and row.
 *
 * Filled before a run by compute.h, then only read, by kernels and by the exact
 * evaluation alike. Knows no plan and no script.
 */
#ifndef JH_EVAL_COMPUTED_H
#define JH_EVAL_COMPUTED_H

#include "base/error.h"
#include "eval/range.h"

typedef struct jh_computed_column {
  size_t count;   /* rows; 0 = the node was not computed */
  bool *is_known; /* by row */
  jh_rat *values; /* by row, where known: in base units; conditions 1 or 0 */
} jh_computed_column;

typedef struct jh_computed {
  size_t node_count;
  jh_computed_column *columns; /* by node */
} jh_computed;

JH_CHECKED jh_code jh_computed_open(jh_computed **out, size_t node_count, jh_error *err);
void jh_computed_close(jh_computed *computed);

/* Room for a node's rows, all unknown. */
JH_CHECKED jh_code
jh_computed_make(jh_computed *computed, uint32_t node, size_t rows, jh_error *err);
void jh_computed_put(jh_computed *computed, uint32_t node, uint32_t row, const jh_rat *value);

/* The row is unknown again. */
void jh_computed_forget(jh_computed *computed, uint32_t node, uint32_t row);

/* Unknown, as a number without ends or as a condition, where nothing was put; computed may be NULL. */
void jh_computed_number(const jh_computed *computed, uint32_t node, uint32_t row, jh_range *out);
jh_tri jh_computed_condition(const jh_computed *computed, uint32_t node, uint32_t row);

#endif
