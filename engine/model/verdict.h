/* verdict.h - the five verdicts, and the three-valued logic below them.
 *
 * A condition over data is true, false or unknown: unknown when a cell that
 * could decide it is missing. Missing is never zero and never false.
 */
#ifndef JH_MODEL_VERDICT_H
#define JH_MODEL_VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/str.h"

/* Ordered so that AND is the smaller, OR the larger, NOT is 2 - x. */
typedef enum jh_tri { JH_FALSE = 0, JH_UNKNOWN = 1, JH_TRUE = 2 } jh_tri;

typedef enum jh_verdict {
  JH_MET = 0,
  JH_UNMET = 1,
  JH_UNDETERMINED = 2,
  JH_NOT_APPLICABLE = 3,
  JH_NOT_IN_FORCE = 4
} jh_verdict;

#define JH_VERDICTS 5

/* The verdict on an entity, from three questions in this order: is the rule in
 * force on the day; does it apply to the entity; does what it asks for hold. */
jh_verdict jh_verdict_of(bool in_force, jh_tri applies, jh_tri holds);

/* What the rule adds to a condition that stands on it: a rule that is not in
 * force or does not apply hinders nothing (true). */
jh_tri jh_verdict_ok(bool in_force, jh_tri applies, jh_tri holds);

/* "met", "unmet", …: the fixed word of files and scripts. */
const char *jh_verdict_id(jh_verdict verdict);
bool jh_verdict_find(jh_verdict *out, jh_str id);

/* The word for people: 达标 / met. */
const char *jh_verdict_name(jh_verdict verdict, jh_lang lang);

#endif
