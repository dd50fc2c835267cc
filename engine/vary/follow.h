/* follow.h - which way each node goes as one parameter rises.
 *
 * Derived from the graph on the day, without data: numbers by the size of their ends, conditions
 * by false < unknown < true. What cannot be shown to go one way only goes either way. What the day
 * settles (known.h) counts only as far as it is so whatever the parameter is. Signs of numbers,
 * which decide what a product or a quotient does, come from the ranges that the dictionary gives
 * to columns.
 */
#ifndef JH_VARY_FOLLOW_H
#define JH_VARY_FOLLOW_H

#include "eval/force.h"

/* Bits, so that what follows two arguments follows both ways that they follow. */
typedef enum jh_follow_way {
  JH_FOLLOW_NOT = 0,   /* the parameter changes nothing */
  JH_FOLLOW_RISES = 1, /* never goes down as the parameter goes up */
  JH_FOLLOW_FALLS = 2,
  JH_FOLLOW_EITHER = 3
} jh_follow_way;

typedef struct jh_follow {
  const jh_plan *plan; /* with the parameter taken out, so that nothing is settled by it */
  const jh_force *force;
  jh_known known;
  uint32_t param, stage;
  uint8_t *ways;     /* by node: a jh_follow_way */
  uint8_t *signs;    /* by node: JH_FOLLOW_BELOW and JH_FOLLOW_ABOVE */
  bool *is_scaled;   /* by node: the parameter times something above 0, or of another stage */
  bool *is_dividing; /* by node: so only above 0, as something is divided by the parameter */
} jh_follow;

/* May a number be below 0, above 0? */
#define JH_FOLLOW_BELOW 1
#define JH_FOLLOW_ABOVE 2

/* stage: JH_NONE where the parameter does not differ by stage, or all stages have the same. The
 * arena keeps all; only jh_follow_done frees what is outside it. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_follow_open(
    jh_follow *out, const jh_plan *plan, const jh_force *force, jh_date on, uint32_t param,
    uint32_t stage, jh_arena *arena, jh_error *err);
void jh_follow_done(jh_follow *follow);

static inline jh_follow_way jh_follow_way_of(const jh_follow *follow, uint32_t node) {
  return node == JH_NONE ? JH_FOLLOW_NOT : (jh_follow_way)follow->ways[node];
}

/* What a node looks at on the day, whatever the parameter is: its arguments (a RULE's condition and
 * scope); JH_NONE where there is nothing, or where it plays no part. */
uint32_t jh_follow_need_count(const jh_follow *follow, const jh_node *node);
uint32_t jh_follow_need(const jh_follow *follow, const jh_node *node, uint32_t k);

/* The same the other way round. */
static inline jh_follow_way jh_follow_turned(jh_follow_way way) {
  return (jh_follow_way)((way & 1) << 1 | (way & 2) >> 1);
}

#endif
