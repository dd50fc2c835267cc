/* kernel_composite.c - the mean of coefficients of variation against its limit, in doubles.
 *
 * The squares come with enclosures from the spreads' slots; what the enclosure
 * of the mean leaves open is decided by exact.h.
 */
#include "eval/kernel.h"
#include "eval/kernel_open.h"

/* An enclosure of the roots' sum so far. */
typedef struct sum {
  double low, high;
  uint32_t count;
  jh_tri known; /* JH_UNKNOWN: rationals must say; JH_FALSE: something is missing */
} sum;

static void add(sum *s, const jh_slot *spread, bool has_limit, uint32_t i) {
  jh_ends square = jh_slot_get(spread, i);
  if (square.state == JH_ENDS_KNOWN) {
    double low = jh_kernel_most(square.low, 0), high = jh_kernel_most(square.high, 0);
    double root_low = jh_ends_down(sqrt(low));
    s->low = jh_ends_down(s->low + (root_low > 0 ? root_low : 0));
    s->high = jh_ends_up(s->high + jh_ends_up(sqrt(high)));
    s->count++;
  } else if (square.state == JH_ENDS_UNDEFINED) {
    s->known = JH_FALSE;
  } else if (has_limit || spread->mark[i] != JH_TRUE) {
    s->known = s->known == JH_FALSE ? JH_FALSE : JH_UNKNOWN;
  } /* else: without a limit of its own it is true only where there is no row */
}

static jh_ends mean_of(const sum *s) {
  if (s->known == JH_FALSE || s->count == 0)
    return jh_ends_state(s->known == JH_UNKNOWN ? JH_ENDS_UNSURE : JH_ENDS_UNDEFINED);
  if (s->known == JH_UNKNOWN) return jh_ends_state(JH_ENDS_UNSURE);
  double count = (double)s->count;
  return jh_ends_point(jh_ends_down(s->low / count), jh_ends_up(s->high / count));
}

/* mean <= limit. limit: NULL = none. */
static jh_tri decide(const sum *s, jh_ends mean, const jh_ends *limit, bool *is_sure) {
  *is_sure = s->known != JH_UNKNOWN;
  if (s->known == JH_UNKNOWN || s->known == JH_FALSE) return JH_UNKNOWN;
  if (s->count == 0) return JH_TRUE;
  if (!limit) return JH_UNKNOWN;
  *is_sure = false;
  if (limit->state != JH_ENDS_KNOWN) return JH_UNKNOWN;
  *is_sure = mean.high <= limit->low || mean.low > limit->high;
  return mean.high <= limit->low ? JH_TRUE : JH_FALSE;
}

static jh_tri composite_of(jh_block *block, uint32_t index, const jh_slot *limit, uint32_t i) {
  const jh_plan *plan = block->plan;
  const jh_node *node = &plan->nodes[index];
  sum s = {.known = JH_TRUE};
  for (uint32_t k = 1; k < node->count; k++) {
    uint32_t spread = jh_plan_arg(plan, node, k);
    bool has_limit = jh_plan_arg(plan, &plan->nodes[spread], 3) != JH_NONE;
    add(&s, jh_block_slot(block, spread), has_limit, i);
  }
  bool is_sure;
  jh_ends mean = mean_of(&s), bound;
  if (limit) bound = jh_slot_get(limit, i);
  jh_tri out = decide(&s, mean, limit ? &bound : NULL, &is_sure);
  jh_slot_put(jh_block_slot(block, index), i, mean);
  if (is_sure) return out;
  block->exact_count++;
  return jh_exact_condition(&block->exact, index, block->from[node->level] + i);
}

void jh_kernel_composite(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  uint32_t limit = jh_plan_arg(block->plan, node, 0);
  const jh_slot *bound = limit == JH_NONE ? NULL : jh_block_ends(block, limit);
  uint8_t *out = jh_block_slot(block, index)->mark;
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++)
    out[i] = (uint8_t)composite_of(block, index, bound, i);
}
