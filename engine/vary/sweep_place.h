/* sweep_place.h - places on the line of a parameter: compared exactly, and as decimals on either side.
 *
 * Knows numbers only.
 */
#ifndef JH_VARY_SWEEP_PLACE_H
#define JH_VARY_SWEEP_PLACE_H

#include "model/sweep.h"

/* <0, 0, >0. */
int jh_sweep_place_compare(const jh_sweep_place *a, const jh_sweep_place *b);
int jh_sweep_place_against(const jh_sweep_place *place, const jh_rat *value);

/* About where it is, for drawing and for what is far apart. */
double jh_sweep_place_double(const jh_sweep_place *place);

/* What stands next to a place on one side. */
typedef struct jh_sweep_next {
  const jh_sweep_place *place; /* NULL: nothing */
  bool is_after; /* the place itself goes with what is above it, else with what is below it */
} jh_sweep_next;

/* Decimals on both sides of a place, with so many digits that nothing else lies between; texts live in
 * the arena. is_after: the place itself goes with what is above it. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_sweep_place_figure(
    jh_sweep_figure *out, const jh_sweep_place *place, bool is_after, const jh_sweep_next sides[2],
    jh_arena *arena, jh_error *err);

#endif
