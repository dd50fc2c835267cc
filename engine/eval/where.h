/* where.h - where a row stands: its stage, the rows below it.
 *
 * Small look-ups in a dataset that all of eval/ shares. Knows no rule.
 */
#ifndef JH_EVAL_WHERE_H
#define JH_EVAL_WHERE_H

#include "table/dataset.h"

/* The stage of a row at the stage level or below it; JH_NONE elsewhere. */
uint32_t jh_where_stage(const jh_dataset *dataset, uint32_t level, uint32_t row);

/* Does a row walked over count for a node that is restricted to a stage? */
static inline bool jh_where_is_of(const jh_dataset *dataset, const jh_node *node, uint32_t row) {
  return node->stage == JH_NONE || jh_where_stage(dataset, node->over, row) == node->stage;
}

/* The column of a COLUMN node; NULL when it was not loaded. */
const jh_column *jh_where_column(const jh_dataset *dataset, const jh_node *node);

/* CODE_IN: is the row's code in the set? */
jh_tri jh_where_code_in(const jh_dataset *dataset, const jh_node *node, uint32_t row);

/* The given values of a QUANTITY node (cases only); NULL normally. */
const jh_column *jh_where_quantity(const jh_dataset *dataset, const jh_node *node);

#endif
