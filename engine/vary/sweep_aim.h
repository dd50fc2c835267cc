/* sweep_aim.h - at which value a share of the entities is met.
 *
 * Walks along the line from turn to turn, counting. Knows turns; no words.
 */
#ifndef JH_VARY_SWEEP_AIM_H
#define JH_VARY_SWEEP_AIM_H

#include "vary/sweep_turns.h"

/* Fills out->goals, most_met, never, not_counted and what belongs to them; percent is set, reasons stay empty. The turns
 * are sorted. Texts live in the arena. Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_sweep_aim_find(jh_sweep_aim *out, const jh_sweep_turns *turns, jh_arena *arena, jh_error *err);

/* By row: is it counted somewhere on the line, and met nowhere? In the arena; NULL when memory is out. */
bool *jh_sweep_aim_never(const jh_sweep_turns *turns, jh_arena *arena);

#endif
