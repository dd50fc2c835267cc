/* cuts_lane.h - what one thread has of a block while it solves conditions with doubles.
 *
 * Values that stand still are copied from the evaluation (block.h) as soon as they are there; then
 * what moves is worked out node by node, as gaps in which places lie.
 */
#ifndef JH_VARY_CUTS_LANE_H
#define JH_VARY_CUTS_LANE_H

#include "vary/cuts_parts.h"

/* A condition that moves, for the rows of the block. */
typedef struct jh_cuts_line {
  jh_cuts_gap *yes, *no;
} jh_cuts_line;

typedef struct jh_cuts_lane {
  jh_cuts *cuts;
  jh_block *block;
  jh_arena *arena;
  jh_slot *kept;        /* by place in jh_cuts.kept */
  jh_cuts_line *lines;  /* by node: of conditions in the cone */
  jh_ends unit;         /* jh_cuts.unit, enclosed */
  double *lows, *highs; /* scratch: as many as a block has rows at any level, or a node arguments */
} jh_cuts_lane;

/* A number that stands still, at a row of the block at its level. */
jh_ends jh_cuts_lane_number(const jh_cuts_lane *lane, uint32_t node, uint32_t i);

/* The same of a condition. */
jh_tri jh_cuts_lane_tri(const jh_cuts_lane *lane, uint32_t node, uint32_t i);

/* The row of the block at which an argument of a node's row i is looked at. */
uint32_t jh_cuts_lane_row(const jh_cuts_lane *lane, const jh_node *node, uint32_t i, uint32_t need);

/* Yes or no on the whole line, or nothing known of it. */
static inline jh_cuts_gap jh_cuts_gap_always(jh_follow_way way, bool is_yes) {
  double end = (way == JH_FOLLOW_RISES) == is_yes ? (double)-INFINITY : (double)INFINITY;
  return (jh_cuts_gap){end, end};
}

static inline jh_cuts_gap jh_cuts_gap_open(void) {
  return (jh_cuts_gap){(double)-INFINITY, (double)INFINITY};
}

/* The later or the earlier of two places. */
static inline jh_cuts_gap jh_cuts_gap_fold(
    jh_cuts_gap a, jh_cuts_gap b, jh_follow_way way, bool is_all) {
  if ((way == JH_FOLLOW_RISES) == is_all)
    return (jh_cuts_gap){a.low > b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
  return (jh_cuts_gap){a.low < b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
}

/* A condition of the cone, or one that stands still, at a row of its level: as one that goes
 * `way`. */
void jh_cuts_lane_condition(
    const jh_cuts_lane *lane, uint32_t node, uint32_t i, jh_follow_way way, jh_cuts_gap *yes,
    jh_cuts_gap *no);

/* cuts_solve.c: "is the end of a number beyond `at`", solved for the parameter. The larger wins
 * when several meet. */
typedef enum jh_cuts_solved {
  JH_CUTS_SOLVED,
  JH_CUTS_UNSURE,   /* rationals must say, even whether it is a number */
  JH_CUTS_UNDEFINED /* no number */
} jh_cuts_solved;

typedef struct jh_cuts_question {
  uint32_t node, i;
  jh_follow_way way;
  bool is_high, is_after;
  jh_ends at; /* known */
} jh_cuts_question;

jh_cuts_solved jh_cuts_solve(jh_cuts_lane *lane, const jh_cuts_question *q, jh_cuts_gap *out);

/* Right before the root of what lies within `square`, over the scale of the limit at a node;
 * false: the limit is not the parameter's at this row. */
bool jh_cuts_solve_limit(
    const jh_cuts_lane *lane, uint32_t limit, uint32_t i, jh_ends value, jh_cuts_gap *out);

/* cuts_line.c: fills the line of a condition of the cone. */
void jh_cuts_line_fill(jh_cuts_lane *lane, uint32_t index);

/* COUNT of a filter that moves. */
jh_cuts_solved jh_cuts_line_count(jh_cuts_lane *lane, const jh_cuts_question *q, jh_cuts_gap *out);

#endif
