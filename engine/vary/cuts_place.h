/* cuts_place.h - a place on the parameter's line: right before or right after an exact number.
 *
 * A question to the line that is answered no below a place and yes from there on (or the other way
 * round) is kept as that place alone. "At least c" begins right before c, "above c" right after it.
 */
#ifndef JH_VARY_CUTS_PLACE_H
#define JH_VARY_CUTS_PLACE_H

#include "eval/exact_walk.h"

typedef enum jh_cuts_kind {
  JH_CUTS_RATIONAL, /* `at` */
  JH_CUTS_ROOT,     /* the root of `at`, which is no rational */
  JH_CUTS_MEAN      /* a mean of roots over `scale`, no rational and no root: just above `at` */
} jh_cuts_kind;

typedef struct jh_cuts_place {
  int infinite; /* -1, 1: beyond all numbers; 0 = a number */
  bool is_after;
  jh_cuts_kind kind;
  jh_rat at;
  uint32_t node, row; /* MEAN: of this COMPOSITE */
  jh_rat scale;
} jh_cuts_place;

/* What comparing may need: MEANs are held against numbers by their node. */
typedef struct jh_cuts_places {
  jh_exact_walk *walk;
  bool has_failed; /* two MEANs that could not be told apart */
} jh_cuts_places;

void jh_cuts_place_init(jh_cuts_place *place); /* right before 0 */
void jh_cuts_place_done(jh_cuts_place *place);
void jh_cuts_place_set(jh_cuts_place *place, const jh_cuts_place *from);
void jh_cuts_place_set_rat(jh_cuts_place *place, const jh_rat *at, bool is_after);
void jh_cuts_place_set_end(jh_cuts_place *place, int infinite);

/* Right before the root of square / scale^2, both above 0. */
void jh_cuts_place_set_root(jh_cuts_place *place, const jh_rat *square, const jh_rat *scale);

/* Right at the mean of a COMPOSITE over `scale`, `low` being less than 2^-128 below that. */
void jh_cuts_place_set_mean(
    jh_cuts_place *place, const jh_rat *low, uint32_t node, uint32_t row, const jh_rat *scale);

/* -1, 0, 1 */
int jh_cuts_place_compare(jh_cuts_places *by, const jh_cuts_place *a, const jh_cuts_place *b);

/* Does a number lie beyond the place? */
bool jh_cuts_place_is_passed(jh_cuts_places *by, const jh_cuts_place *place, const jh_rat *value);

/* Into `place`, the later (sign 1) or the earlier (sign -1) of the two. */
void jh_cuts_place_pick(
    jh_cuts_places *by, jh_cuts_place *place, const jh_cuts_place *other, int sign);

/* A number within 2^-128 of the place's, not above it; the place must not be infinite. */
void jh_cuts_place_low(jh_rat *out, const jh_cuts_place *place);

#endif
