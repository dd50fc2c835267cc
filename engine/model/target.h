/* target.h - how far the targets of a plan are reached: by study/, for report/.
 *
 * Plain records. A share is kept as the two counts it is made of, so that it is exact; the figures
 * beside it are for printing.
 */
#ifndef JH_MODEL_TARGET_H
#define JH_MODEL_TARGET_H

#include "base/rat.h"
#include "model/finding.h"

typedef enum jh_target_state {
  JH_TARGET_MET,
  JH_TARGET_UNMET,
  JH_TARGET_UNDETERMINED,
  JH_TARGET_NOT_IN_FORCE, /* the document was not in force on the day */
  JH_TARGET_NOT_DUE       /* the day by which it is to be reached has not come */
} jh_target_state;

#define JH_TARGET_STATES 5

/* "met", "unmet", …, "not_due": the fixed word of files and scripts. */
const char *jh_target_state_id(jh_target_state state);

/* The word for people: 未到期 / not due. */
const char *jh_target_state_name(jh_target_state state, jh_lang lang);

/* A share that is to be reached: `ensure` or `strive`. */
typedef struct jh_target_goal {
  bool is_set; /* false: the target has no such share; the rest is empty */
  jh_target_state state;
  const jh_param_value *source; /* the value in force on the day; NULL if there is none */
  jh_figure percent;            /* of that value */
} jh_target_goal;

/* A county that the target names. */
typedef struct jh_target_county {
  const char *code, *name; /* as the pack writes them */
  jh_str found;            /* its name in the data; empty if they have none, or no such county */
  bool is_missing;         /* the data have no such county: then `verdict` is UNDETERMINED */
  jh_verdict verdict;
} jh_target_county;

typedef struct jh_target_result {
  const jh_target *target;
  /* How the entities stand that belong to the target. Counted are those that are met, unmet and
   * undetermined; the others are not applicable or not in force. An entity of which it is not known
   * whether it belongs is undetermined. */
  jh_tally tally;
  size_t counted;
  size_t outside; /* entities of the region that `only_where` leaves out */
  bool is_cut;    /* the run looked at a part of the target's region only: nothing is settled */
  jh_figure
      share; /* in percent: met / counted to (met + undetermined) / counted; nothing if none */
  jh_target_goal ensure, strive;
  jh_target_state named; /* of all named counties together; of no meaning if there are none */
  jh_target_county *counties;
  size_t county_count;
} jh_target_result;

/* The share that a value of `ensure` or `strive` asks for, as a number: 20 % is 1/5. */
void jh_target_asks(jh_rat *out, const jh_param *param, const jh_param_value *value);

#endif
