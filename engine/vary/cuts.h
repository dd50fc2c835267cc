/* cuts.h - where the verdict on each entity changes as one parameter moves, without trying values.
 *
 * The parameter is a line; on it each verdict of an entity holds for a stretch. Where a comparison
 * turns is found by solving it for the parameter, exactly; conditions above it take the smallest,
 * the largest or the nth of what stands below. This needs that each node follows the parameter in
 * one direction only, which is derived from the plan (follow.h) and never assumed: a rule of which
 * that cannot be shown is not monotone, and is to be stepped. Knows columns and the plan; no
 * words.
 */
#ifndef JH_VARY_CUTS_H
#define JH_VARY_CUTS_H

#include "base/rat.h"
#include "eval/run.h"

typedef struct jh_cuts jh_cuts;

typedef struct jh_cuts_options {
  uint32_t param,
      stage; /* stage: JH_NONE where the parameter does not differ by stage, or where all of
                            its stages shall have the same value */
  const uint32_t *rules; /* whose verdicts are asked for */
  size_t rule_count;
  int jobs; /* threads; 0 = 1. The outcome does not depend on it */
} jh_cuts_options;

/* A stretch of the line, from its beginning to the beginning of the next. */
typedef struct jh_stretch {
  jh_verdict verdict;
  bool is_first; /* begins at minus infinity: the rest is empty */
  bool has_from; /* `from` itself belongs to it, and not to the stretch before */
  bool is_root;  /* begins at the root of `from`, as a limit on a spread does */
  bool is_near;  /* begins above `from` by less than 2^-128, at no rational and no root of one, as
                    a limit on a mean of spreads does */
  jh_rat from; /* in the parameter's unit, exactly; initialised by the caller (jh_stretches_init) */
} jh_stretch;

#define JH_STRETCHES 5

void jh_stretches_init(jh_stretch stretches[JH_STRETCHES]);
void jh_stretches_done(jh_stretch stretches[JH_STRETCHES]);

/* Works out the cuts of these rules for all of their entities, over the run's data and on its day.
 * Borrows the run. Errors: JH_ENOMEM, those of jh_run_open. */
JH_CHECKED jh_code
jh_cuts_open(jh_cuts **out, const jh_run *run, const jh_cuts_options *options, jh_error *err);
void jh_cuts_close(jh_cuts *cuts);

/* Does the rule follow the parameter so that its cuts could be worked out? False: step it. `why`,
 * if not NULL, becomes the node that stands in the way. */
bool jh_cuts_has(const jh_cuts *cuts, uint32_t rule, uint32_t *why);

/* Does any verdict on the rule depend on the parameter at all? */
bool jh_cuts_is_moved(const jh_cuts *cuts, uint32_t rule);

/* Do the stretches hold above 0 only, as the rule divides by the parameter? Then the first one
 * begins right after 0, and nothing is said of values that are not above 0. */
bool jh_cuts_is_above_zero(const jh_cuts *cuts, uint32_t rule);

/* The stretches of one entity, from minus infinity on; 1 = the verdict never changes. Only of
 * rules of which jh_cuts_has is true. */
size_t jh_cuts_stretches(
    const jh_cuts *cuts, uint32_t rule, uint32_t row, jh_stretch out[JH_STRETCHES]);

/* How many entities have each verdict at each of these values (in the parameter's unit), which
 * rise. `only`: by row of the rule's level, which are counted; NULL = all. Doubles decide what is
 * not near, rationals the rest. Only of rules of which jh_cuts_has is true.
 * Errors  JH_ECUT_NOT_ABOVE_ZERO  a value is not above 0, and jh_cuts_is_above_zero is true
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_cuts_count(
    const jh_cuts *cuts, uint32_t rule, const bool *only, const jh_rat *values, size_t count,
    jh_tally *out, jh_error *err);

#endif
