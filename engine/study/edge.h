/* edge.h - the edges of a pack: what its cases should show, what they show, and cases for the rest.
 *
 * For each rule with a bound: a case below, at and above it, for each stage,
 * each arm of the bound that has a value of its own, and each period in which
 * that value holds; for each rule without one: met and not met. For both: one
 * without data, and one out of scope where there is a scope. Sides that the
 * measure can never reach (reach.h) are not asked for.
 */
#ifndef JH_STUDY_EDGE_H
#define JH_STUDY_EDGE_H

#include "base/buf.h"
#include "model/proof.h"
#include "study/reach.h"
#include "study/trial.h"

/* Lists the edges, in order of rules, none covered yet. */
JH_CHECKED jh_code jh_edge_find(
    jh_edge **out, size_t *count, const jh_plan *plan, const jh_reach *reaches, jh_arena *arena,
    jh_error *err);

/* Does a case show the edge? Its rule is the edge's, or the requirement to which that belongs
 * (limits of a spread), and what is said holds exactly. */
bool jh_edge_is_shown(const jh_edge *edge, const jh_trial *trial);

/* How the measure stands to the edge's bound, where the case is of its rule, day, stage and arm and
 * is judged met or unmet; else unknown. */
jh_stand jh_edge_stand(const jh_edge *edge, const jh_trial *trial);

/* The stand that a side asks for; unknown for those without a bound. */
jh_stand jh_edge_wanted(jh_side side);

/* Marks the edges that the set's cases show. */
void jh_edge_cover(jh_edge *edges, size_t count, const jh_trial_set *set);

/* How many of the set's cases one could begin with. */
size_t jh_edge_beginnings(const jh_edge *edge, const jh_trial_set *set);

/* Makes a case for the edge from the set's own, in the arena; NULL and edge->why if none was found.
 * One input of an existing case of the rule is changed: until the measure stands where it should,
 * as near to the bound as the column's decimals allow; or to missing; or to another choice. */
JH_CHECKED jh_code jh_edge_case(
    const jh_case **out, jh_edge *edge, jh_trial_set *set, const jh_reach *reaches, jh_arena *arena,
    jh_error *err);

/* Adds the case as Lua. False (nothing added): a value cannot be written by its name. */
bool jh_edge_text(jh_buf *buf, const jh_plan *plan, const jh_case *test);

#endif
