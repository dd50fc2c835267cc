/* scenario_bits.h - conditions over many scenarios: and, or, not, at least n; private to vary/scenario*.c.
 *
 * What holds in all scenarios, or in none, is told by its address and costs nothing.
 */
#ifndef JH_VARY_SCENARIO_BITS_H
#define JH_VARY_SCENARIO_BITS_H

#include "vary/scenario_parts.h"

extern const jh_scenario_bits jh_scenario_none, jh_scenario_all;

/* Room for what is worked out within one county. */
typedef struct jh_scenario_pool {
  jh_scenario_bits used; /* the scenarios that there are */
  jh_scenario_bits **chunks;
  size_t chunk_count, chunk_room, next;
  jh_scenario_bits spare;
  bool is_out; /* of memory, once: what was worked out since is worthless */
} jh_scenario_pool;

void jh_scenario_pool_open(jh_scenario_pool *pool, size_t scenarios);
void jh_scenario_pool_done(jh_scenario_pool *pool);

/* An and (or) that grows. */
typedef struct jh_scenario_fold {
  jh_scenario_pair value;
  jh_scenario_bits *own[2];
  bool is_and;
} jh_scenario_fold;

jh_scenario_fold jh_scenario_fold_of(bool is_and);
void jh_scenario_fold_add(jh_scenario_pool *pool, jh_scenario_fold *fold, jh_scenario_pair next);

jh_scenario_pair jh_scenario_of_tri(jh_tri tri);
jh_scenario_pair jh_scenario_not(jh_scenario_pool *pool, jh_scenario_pair of);
jh_scenario_pair jh_scenario_both(
    jh_scenario_pool *pool, jh_scenario_pair a, jh_scenario_pair b, bool is_and);

/* when and a, or not when and b; what both say where `when` is unknown. */
jh_scenario_pair jh_scenario_choice(
    jh_scenario_pool *pool, jh_scenario_pair when, jh_scenario_pair a, jh_scenario_pair b);

/* How many hold, as binary digits; up to 63 may be added. */
typedef struct jh_scenario_sum {
  jh_scenario_bits digits[6];
  unsigned count; /* of what was added */
} jh_scenario_sum;

/* How many hold surely, and how many may. */
typedef struct jh_scenario_sums {
  jh_scenario_sum yes, may; /* may: only where it differs */
  bool differ;
} jh_scenario_sums;

void jh_scenario_sums_add(jh_scenario_sums *sums, jh_scenario_pair next);
void jh_scenario_sum_reaches(
    const jh_scenario_sum *sum, const jh_scenario_bits *needed, jh_scenario_bits *out);
jh_scenario_bits *jh_scenario_fresh(jh_scenario_pool *pool);

/* Counts of entities by scenario. */
#define JH_SCENARIO_DIGITS 32
typedef struct jh_scenario_tally {
  jh_scenario_bits digits[JH_VERDICTS][JH_SCENARIO_DIGITS];
  size_t everywhere[JH_VERDICTS]; /* the same in all scenarios */
} jh_scenario_tally;

void jh_scenario_tally_add(
    jh_scenario_tally *tally, jh_scenario_pair applies, jh_scenario_pair holds);
size_t jh_scenario_tally_of(const jh_scenario_tally *tally, jh_verdict verdict, size_t scenario);

#endif
