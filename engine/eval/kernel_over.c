/* kernel_over.c - sums, counts, extremes and tallies over the rows below an entity.
 *
 * Rows are taken in the dataset's order, which does not depend on blocks or
 * threads.
 */
#include "eval/kernel.h"
#include "eval/kernel_open.h"

/* One entity's rows, as indices into the slots of the level walked over. */
typedef struct span {
  const jh_block *block;
  const jh_node *node;
  const uint8_t *filter; /* NULL = all */
  uint32_t from, to;
} span;

static jh_tri passes(const span *s, uint32_t i) {
  if (!jh_block_is_of(s->block, s->node, i)) return JH_FALSE;
  return s->filter ? (jh_tri)s->filter[i] : JH_TRUE;
}

/* Counts are kept as near.h says (kernel_near_over.c), but of levels without rows or stages. */
static jh_ends count(const span *s) {
  uint32_t sure = 0, open = 0;
  for (uint32_t i = s->from; i < s->to; i++) {
    jh_tri is_in = passes(s, i);
    sure += is_in == JH_TRUE;
    open += is_in == JH_UNKNOWN;
  }
  double low = sure, high = sure + open;
  return (jh_ends){low, low, high, high, open ? JH_ENDS_RANGE : JH_ENDS_KNOWN};
}

/* With unknown rows or values: one addition after the other. */
static jh_ends sum_slowly(const span *s, const jh_slot *value) {
  jh_ends total = jh_ends_point(0, 0);
  for (uint32_t i = s->from; i < s->to; i++) {
    jh_tri is_in = passes(s, i);
    if (is_in == JH_FALSE) continue;
    jh_ends next = jh_slot_get(value, i);
    if (is_in == JH_UNKNOWN) next = jh_ends_hull(next, jh_ends_point(0, 0));
    total = jh_ends_add(total, next);
  }
  return total;
}

/* Known values: plain sums, bounded by the classical n * u * sum(|x|), or exact if all are whole. */
static jh_ends sum(const span *s, const jh_slot *value) {
  double low = 0, high = 0, size = 0;
  bool is_whole = true;
  for (uint32_t i = s->from; i < s->to; i++) {
    jh_tri is_in = passes(s, i);
    if (is_in == JH_FALSE) continue;
    if (is_in == JH_UNKNOWN || value->state[i] != JH_ENDS_KNOWN) return sum_slowly(s, value);
    low += value->low[i];
    high += value->high[i];
    size += jh_kernel_most(fabs(value->low[i]), fabs(value->high[i]));
    is_whole = is_whole && value->low[i] == value->high[i] && jh_ends_is_whole(value->low[i]);
  }
  if (is_whole && size < 0x1p51) return jh_ends_point(low, high);
  double slack = size * 0x1p-52 * ((double)(s->to - s->from) + 4) + JH_ENDS_TINY;
  return jh_ends_point(low - slack, high + slack);
}

/* As exact_over.c: the extreme of those surely there, widened by those that may be. */
static jh_ends extreme(const span *s, const jh_slot *value) {
  bool is_least = s->node->op == JH_OP_LEAST, has_sure = false, has_any = false;
  jh_ends sure = jh_ends_state(JH_ENDS_UNDEFINED), wide = sure;
  for (uint32_t i = s->from; i < s->to; i++) {
    jh_tri is_in = passes(s, i);
    if (is_in == JH_FALSE) continue;
    jh_ends next = jh_slot_get(value, i);
    if (is_in == JH_TRUE && has_sure)
      sure = is_least ? jh_ends_min(sure, next) : jh_ends_max(sure, next);
    else if (is_in == JH_TRUE)
      sure = next;
    wide = has_any ? jh_ends_hull(wide, next) : next;
    has_any = true;
    has_sure = has_sure || is_in == JH_TRUE;
  }
  if (!has_sure || wide.state > JH_ENDS_RANGE) return wide;
  jh_ends other = is_least ? jh_ends_min(sure, wide) : jh_ends_max(sure, wide);
  if (other.state == JH_ENDS_KNOWN) return sure;
  return is_least ? (jh_ends){wide.low, wide.low_in, sure.high_in, sure.high, JH_ENDS_RANGE}
                  : (jh_ends){sure.low, sure.low_in, wide.high_in, wide.high, JH_ENDS_RANGE};
}

/* Of all rows, of whatever stage: many at a time. */
JH_KERNEL_WIDE static jh_tri every_row(
    const uint8_t *restrict condition, const uint8_t *restrict filter, uint32_t count) {
  uint8_t out = JH_TRUE;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t spared = filter ? (uint8_t)(JH_TRUE - filter[i]) : JH_FALSE;
    uint8_t next = spared > condition[i] ? spared : condition[i];
    out = next < out ? next : out;
  }
  return (jh_tri)out;
}

JH_KERNEL_WIDE static jh_tri some_row(
    const uint8_t *restrict condition, const uint8_t *restrict filter, uint32_t count) {
  uint8_t out = JH_FALSE;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t is_in = filter ? filter[i] : JH_TRUE;
    uint8_t next = is_in < condition[i] ? is_in : condition[i];
    out = next > out ? next : out;
  }
  return (jh_tri)out;
}

static jh_tri every_or_some(const span *s, const uint8_t *condition) {
  bool is_every = s->node->op == JH_OP_EVERY;
  if (s->node->stage == JH_NONE) {
    const uint8_t *filter = s->filter ? s->filter + s->from : NULL;
    return (is_every ? every_row : some_row)(condition + s->from, filter, s->to - s->from);
  }
  jh_tri out = is_every ? JH_TRUE : JH_FALSE;
  for (uint32_t i = s->from; i < s->to; i++) {
    jh_tri is_in = passes(s, i), holds = (jh_tri)condition[i];
    jh_tri spared = (jh_tri)(JH_TRUE - is_in);
    jh_tri next = is_every ? (spared > holds ? spared : holds) : (is_in < holds ? is_in : holds);
    out = (is_every ? next < out : next > out) ? next : out;
  }
  return out;
}

static void one(const span *s, const jh_slot *value, jh_slot *out, uint32_t i) {
  switch (s->node->op) {
  case JH_OP_COUNT: jh_slot_put(out, i, count(s)); break;
  case JH_OP_SUM: jh_slot_put(out, i, sum(s, value)); break;
  case JH_OP_LEAST:
  case JH_OP_GREATEST: jh_slot_put(out, i, extreme(s, value)); break;
  default: out->mark[i] = (uint8_t)every_or_some(s, value->mark); break;
  }
}

void jh_kernel_over(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  uint32_t filter_at = node->op == JH_OP_COUNT ? 0 : 1;
  uint32_t filter = jh_plan_arg(block->plan, node, filter_at);
  const jh_slot *value = node->op == JH_OP_COUNT ? NULL : jh_block_arg(block, node, 0);
  const uint32_t *firsts =
      block->dataset->firsts[node->over * block->plan->level_count + node->level];
  span s = {.block = block, .node = node};
  out->is_open = false;
  s.filter = filter == JH_NONE ? NULL : jh_block_slot(block, filter)->mark;
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    uint32_t row = block->from[node->level] + i;
    s.from = firsts ? firsts[row] - block->from[node->over] : 0;
    s.to = firsts ? firsts[row + 1] - block->from[node->over] : 0;
    one(&s, value, out, i);
  }
}
