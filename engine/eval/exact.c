/* exact.c - one question at a time to a walk of its own. */
#include "eval/exact.h"

#include "eval/exact_walk.h"

void jh_exact_number(const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out) {
  jh_exact_walk walk;
  jh_exact_walk_open(&walk, exact);
  jh_exact_walk_number(&walk, node, row, out);
  jh_exact_walk_close(&walk);
}

jh_tri jh_exact_condition(const jh_exact *exact, uint32_t node, uint32_t row) {
  jh_exact_walk walk;
  jh_exact_walk_open(&walk, exact);
  jh_tri out = jh_exact_walk_condition(&walk, node, row);
  jh_exact_walk_close(&walk);
  return out;
}

uint32_t jh_exact_choice(const jh_exact *exact, uint32_t node, uint32_t row) {
  jh_exact_walk walk;
  jh_exact_walk_open(&walk, exact);
  uint32_t out = jh_exact_walk_choice(&walk, node, row);
  jh_exact_walk_close(&walk);
  return out;
}

void jh_exact_spread_squared(const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out) {
  jh_exact_walk walk;
  bool has_rows;
  jh_exact_walk_open(&walk, exact);
  jh_exact_over_spread(&walk, &exact->plan->nodes[node], row, out, &has_rows);
  jh_exact_walk_close(&walk);
}

void jh_exact_composite_mean(
    const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out, int *sign) {
  jh_exact_walk walk;
  jh_exact_walk_open(&walk, exact);
  (void)jh_exact_composite(&walk, &exact->plan->nodes[node], row, out, sign);
  jh_exact_walk_close(&walk);
}
