/* known.h - what the day alone settles: conditions that no row of any table can change.
 *
 * Overlays and dated changes put the law of several days into one graph:
 * IF(SINCE(day), new, old). On a given day one arm is dead. Here stands which
 * conditions are settled by the day (SINCE, comparisons of parameters, and
 * what follows from them through and, or, not, choose) and which arguments of
 * a node therefore play no part: they are not evaluated, not waited for, and
 * their parameters do not put a rule out of force. Values are the same with
 * or without this. Knows no data.
 */
#ifndef JH_EVAL_KNOWN_H
#define JH_EVAL_KNOWN_H

#include "model/plan.h"

typedef struct jh_known {
  const jh_plan *plan;
  uint8_t *tris; /* by node: a jh_tri; JH_UNKNOWN = not settled by the day */
} jh_known;

/* on: 0 = any day; then a parameter is all that it ever is, and what is settled is so on every day: for one, what
 * a switch guards that nobody turns on. On failure there is nothing to be closed. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_known_open(jh_known *known, const jh_plan *plan, jh_date on, jh_error *err);
void jh_known_done(jh_known *known);

/* The settled value of a condition node; JH_UNKNOWN if rows decide it, or nothing does. */
static inline jh_tri jh_known_tri(const jh_known *known, uint32_t node) {
  return (jh_tri)known->tris[node];
}

/* Of an IF whose condition is settled, the argument that is taken (1 or 2); of other nodes 0. */
uint32_t jh_known_arm(const jh_known *known, const jh_node *node);

/* The node itself, or what stands for it on the day: below an IF that is settled, the arm taken. */
uint32_t jh_known_live(const jh_known *known, uint32_t node);

/* Does argument k of the node play no part on this day? */
bool jh_known_drops(const jh_known *known, const jh_node *node, uint32_t k);

/* Marks, in needed[table][column] (arrays the caller made, all false before), the columns that
 * these nodes read, directly or through others, leaving out what plays no part. */
JH_CHECKED jh_code jh_known_mark_columns(
    const jh_known *known, const uint32_t *nodes, size_t count, bool **needed, jh_error *err);

#endif
