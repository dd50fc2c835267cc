/* formula.h - a formula of a plan as text.
 *
 * In Chinese in the names of columns, quantities and rules; in English in their
 * ids, as packs write them. Without a view numbers of the pack stand with their
 * values on a day, or by their paths, so that two packs can be compared apart
 * from them; all arms of a choice are written. With a view the formula is that
 * of one row, so that it can be checked by hand. Knows no data.
 */
#ifndef JH_MODEL_FORMULA_H
#define JH_MODEL_FORMULA_H

#include "base/buf.h"
#include "model/plan.h"

/* What is known of a row: filled by who has the data (eval/explain_formula.c). Nodes are indices of
 * the plan, rows of the node's level; JH_NONE below a sum, where there are many. */
typedef struct jh_formula_view {
  const void *payload;
  uint32_t row;
  /* Is argument k without a part, on the day of law? */
  bool (*drops)(const void *payload, uint32_t node, uint32_t k);
  /* The argument that is taken of IF and BY_STAGE; JH_NONE: cannot be told. */
  uint32_t (*arm)(const void *payload, uint32_t node, uint32_t row);
  /* The row that stands above, where a RAISE takes its value from. */
  uint32_t (*above)(const void *payload, uint32_t node, uint32_t row);
  /* Writes a constant, a parameter, the year; false: as without a view. */
  bool (*number)(jh_buf *buf, const void *payload, uint32_t node, uint32_t row);
} jh_formula_view;

typedef struct jh_formula {
  const jh_plan *plan;
  jh_lang lang;
  jh_date on;                  /* parameters by their values on this day; 0 = by their paths */
  size_t most_bytes;           /* what is longer ends in "…"; 0 = 2000 */
  const jh_formula_view *view; /* NULL: of no row */
} jh_formula;

/* A node; nothing for JH_NONE. */
void jh_formula_node(jh_buf *buf, const jh_formula *how, uint32_t node);

/* The values of a parameter on a day with their stages: "小学 4.2，初中 5.3". stage: only that
 * stage's; JH_NONE = all. */
void jh_formula_values(jh_buf *buf, const jh_formula *how, const jh_param *param, uint32_t stage);

/* The name of a rule with its stage, by which lists name it; in English its id. */
void jh_formula_name(jh_buf *buf, const jh_formula *how, const jh_rule *rule);

#endif
