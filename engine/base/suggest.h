/* suggest.h - "did you mean …?": the nearest of several names.
 *
 * Counts edits over characters (not bytes), so Chinese names work too.
 */
#ifndef JH_BASE_SUGGEST_H
#define JH_BASE_SUGGEST_H

#include "base/str.h"

typedef struct jh_suggest {
  jh_str wanted;
  jh_str best;     /* empty as long as nothing near enough was offered */
  size_t distance; /* edits from wanted to best */
} jh_suggest;

jh_suggest jh_suggest_begin(jh_str wanted);

/* Considers one candidate; on equal distance the first offered stays. Near enough
 * means at most a third of the characters of wanted, and at least one edit allowed. */
void jh_suggest_offer(jh_suggest *suggest, jh_str candidate);

#endif
