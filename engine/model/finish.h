/* finish.h - the last step of building a plan: every node anew, in order, with all that became known
 * late put in.
 *
 * While files are read, references may point forward, overlays replace
 * definitions, and exceptions change a number for some. Here the graph is
 * built once more from what rules, quantities, stages and sections stand on:
 * arguments before the nodes that use them, levels and units checked again.
 * What nothing stands on is left behind. Knows nothing of Lua or of packs.
 */
#ifndef JH_MODEL_FINISH_H
#define JH_MODEL_FINISH_H

#include "model/plan.h"

/* Where `when` holds, parameter `param` reads as `other` does. Of several for one parameter the last
 * that holds counts, unless it is `joined`: then the smaller (MIN) or greater (MAX) of it and what would
 * be read without it. `when` may have a level: what is made of the parameter then gets it too. */
typedef struct jh_finish_other {
  uint32_t param, other, when;
  uint32_t joined; /* JH_OP_MIN, JH_OP_MAX or JH_NONE */
} jh_finish_other;

/* Rule `rule` tells who meets rule `of` only by `other`: it holds where `of` does, and would not if
 * that one alternative were gone. */
typedef struct jh_finish_relaxation {
  uint32_t rule, of, other; /* other: index in jh_finish_spec.others */
} jh_finish_relaxation;

typedef struct jh_finish_spec {
  const uint32_t *late; /* by the index of LATE nodes: the node each stands for */
  size_t late_count;
  const jh_finish_other *others;
  size_t other_count;
  const jh_finish_relaxation *relaxations;
  size_t relaxation_count;
  const uint32_t *order; /* rules as they are to stand; NULL = as they do */
} jh_finish_spec;

/* Puts the plan's nodes in order. Afterwards node.h holds, no LATE is left, and whatever holds the
 * index of a node or of a rule has been renumbered; sections list their rules in order.
 *
 * Errors  JH_ECIRCLE where something is defined by itself: names the way round and two places on it;
 *         JH_ELEVEL_MISMATCH, JH_ETYPE_MISMATCH, JH_EUNIT_MISMATCH where what was put in does not fit,
 *         at the line of the expression that it was put into; JH_ENOMEM. */
JH_CHECKED jh_code jh_finish(jh_plan *plan, const jh_finish_spec *spec, jh_error *err);

#endif
