/* compare_parts.h - the state of one comparison, shared by compare*.c; private to study/. */
#ifndef JH_STUDY_COMPARE_PARTS_H
#define JH_STUDY_COMPARE_PARTS_H

#include "model/flip.h"
#include "study/compare_side.h"

typedef struct jh_compare_list {
  uint32_t *items;
  size_t count, room;
} jh_compare_list;

typedef struct jh_compare_work {
  const jh_compare_side *side[2];
  const jh_plan *plan[2];
  const jh_dataset *data[2];
  jh_arena *arena;
  jh_comparison *out;
  uint32_t top[2];       /* level of counties */
  uint32_t *pair_of[2];  /* by rule */
  uint32_t *level_of[2]; /* by level: the same one on the other side, or JH_NONE */
  uint32_t *
      *row_of[2]; /* by level, by row: the same entity on the other side; NULL = same number */
  jh_compare_list *children; /* by pair: pairs on which it stands */
  jh_compare_list *readers;  /* by pair: pairs that stand on it */
  bool *nodes;               /* scratch: room for the nodes of either plan */
  uint32_t *same;            /* by node before: the node after found to be the same, + 1 */
  jh_flip_point *causes;     /* scratch: what decided one flip */
  size_t cause_count, cause_room;
  bool is_full; /* memory is out */
} jh_compare_work;

/* A rule at an entity: the pair, and its rows on both sides. */
typedef struct jh_compare_spot {
  uint32_t rule;
  uint32_t row[2];
} jh_compare_spot;

/* Fills the work for two sides: plans, levels, rows, pairs of rules. compare.c */
JH_CHECKED jh_code jh_compare_begin(
    jh_compare_work *w, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err);

/* Levels and rows of the two sides; fills level_of, row_of and out->unmatched. compare_match.c */
JH_CHECKED jh_code jh_compare_match(jh_compare_work *w, jh_error *err);

/* The same entity on the other side, or JH_NONE. */
uint32_t jh_compare_row(const jh_compare_work *w, int side, uint32_t level, uint32_t row);

/* Pairs, and what stands on what; fills out->rules, pair_of, children, readers. compare_rules.c */
JH_CHECKED jh_code jh_compare_rules(jh_compare_work *w, jh_error *err);

/* Marks in w->nodes the nodes that a rule reads itself, down to the rules that it stands on. */
void jh_compare_nodes(jh_compare_work *w, int side, uint32_t rule);

/* The side on which a pair has its level: after, if it is there. */
int jh_compare_home(const jh_compare_work *w, uint32_t pair);
uint32_t jh_compare_level(const jh_compare_work *w, int side, uint32_t pair);
const jh_rule *jh_compare_rule(const jh_compare_work *w, int side, uint32_t pair); /* or NULL */

/* The verdict at a spot; a rule or entity that is not there is as one that is not in force. */
jh_verdict jh_compare_verdict(const jh_compare_work *w, int side, const jh_compare_spot *spot);

/* Do the two sides differ there? A rule that only one of them has differs where it hinders. */
bool jh_compare_differs(
    const jh_compare_work *w, const jh_compare_spot *spot, jh_verdict verdict[2]);

/* Calls for each spot of a rule that belongs to another spot: the same entity, those below it, or
 * the one above it. */
void jh_compare_spots(
    jh_compare_work *w, const jh_compare_spot *from, uint32_t rule,
    void (*each)(jh_compare_work *w, const jh_compare_spot *spot, void *payload), void *payload);

/* What decided a flip: w->causes, in order of rule and row. compare_cause.c */
void jh_compare_causes(
    jh_compare_work *w, const jh_compare_spot *spot, const jh_verdict verdict[2]);

/* The revision: out->changes, with the rules that each touches. compare_change.c */
JH_CHECKED jh_code jh_compare_changes(jh_compare_work *w, jh_error *err);

/* Is the rule one of the limits of a spread of that indicator? Its id is balance.indicator.stage. */
bool jh_compare_is_spread_of(const jh_rule *rule, const char *indicator);

/* Is the row of the stage that the change is about, on its side? Any is where it is about none.
 * compare_effect.c */
bool jh_compare_is_of_stage(
    const jh_compare_work *w, const jh_flip_change *at, uint32_t level, uint32_t row);

/* What became of each change. compare_effect.c */
JH_CHECKED jh_code jh_compare_effects(jh_compare_work *w, jh_error *err);

bool jh_compare_add(jh_compare_work *w, jh_compare_list *list, uint32_t item); /* once */

/* Is a node of the plan before the same expression as one of the plan after? Parameters are compared by
 * path, not by value. compare_same.c */
JH_CHECKED jh_code
jh_compare_same(jh_compare_work *w, uint32_t before, uint32_t after, bool *out, jh_error *err);

#endif
