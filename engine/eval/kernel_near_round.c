/* kernel_near_round.c - CEIL and FLOOR of numbers kept as near.h says, and quotients looked at exactly.
 *
 * A computed quotient does not tell on which side of a whole number it lies when it lies on it; its two exact
 * arguments do.
 */
#include "eval/kernel_near.h"

#include <assert.h>

__extension__ typedef __int128 wide_int;

/* Of a slot that is kept as near.h says, at a row with a finite number. Without error it is small. */
static bool whole_at(const jh_slot *slot, uint32_t i, bool is_high, int64_t *out) {
  if (slot->error > 0) return false;
  double value = is_high ? slot->near_high[i] : slot->near_low[i];
  assert(fabs(value) < JH_NEAR_EXACT);
  *out = (int64_t)value;
  return true;
}

bool jh_kernel_near_ratio(
    const jh_block *block, uint32_t node, uint32_t i, bool is_high, jh_near_fraction *out) {
  uint32_t index = block->program->stands_for[node];
  const jh_node *at = &block->plan->nodes[index];
  out->den = 1;
  if (whole_at(jh_block_slot(block, index), i, is_high, &out->num)) return true;
  if (at->op != JH_OP_DIV) return false;
  const jh_slot *a = jh_block_slot(block, jh_plan_arg(block->plan, at, 0));
  const jh_slot *b = jh_block_slot(block, jh_plan_arg(block->plan, at, 1));
  return whole_at(a, i, is_high, &out->num) && whole_at(b, i, !is_high, &out->den) && out->num >= 0;
}

/* What rounding is made of. */
typedef struct rounding {
  const jh_block *block;
  uint32_t from; /* the argument */
  const jh_near *unit;
  double by, slack;
  bool is_ceil;
} rounding;

/* Whether a value that lies on or next to the whole number `near` is below (-1), on or above it. False if that
 * is not known. */
static bool side_of(const rounding *r, uint32_t i, bool is_high, double near, int *side) {
  jh_near_fraction ratio;
  if (!jh_kernel_near_ratio(r->block, r->from, i, is_high, &ratio)) return false;
  if (r->unit->num > (1 << 20) || r->unit->den > (1 << 20) || fabs(near) >= 0x1p40) return false;
  wide_int left = (wide_int)ratio.num * r->unit->num;
  wide_int right = (wide_int)(int64_t)near * ratio.den * r->unit->den;
  *side = left < right ? -1 : left > right;
  return true;
}

static bool round_one(
    const rounding *r, double value, uint32_t i, bool is_high, double *restrict out) {
  double exact = value * r->by, near = rint(exact);
  int side;
  if (exact == 0 || !(fabs(exact) < (double)INFINITY)) { /* NaN and infinity stay */
    *out = exact;
  } else if (fabs(exact - near) > fabs(exact) * r->slack) {
    *out = r->is_ceil ? ceil(exact) : floor(exact);
  } else {
    if (!side_of(r, i, is_high, near, &side)) return false;
    if (r->is_ceil)
      *out = side > 0 ? near + 1 : near;
    else
      *out = side < 0 ? near - 1 : near;
  }
  return true;
}

bool jh_kernel_near_round(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  uint32_t arg = jh_plan_arg(block->plan, node, 0), count = jh_block_count(block, node->level);
  const jh_slot *from = jh_block_slot(block, arg);
  jh_slot *out = jh_block_slot(block, index);
  if (!from->has_near) return false;
  const jh_near *unit = from->near;
  double by = (double)unit->num / (double)unit->den, most = from->most * (by > 1 ? by : 1) + 1;
  rounding r = {block, arg, unit, by, from->error + 4 * JH_NEAR_STEP, node->op == JH_OP_CEIL};
  if (most >= JH_NEAR_EXACT) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (!round_one(&r, from->near_low[i], i, false, &out->near_low[i])) return false;
    if (from->is_wide && !round_one(&r, from->near_high[i], i, true, &out->room_high[i]))
      return false;
  }
  jh_slot_begin(out, &block->program->nears[index], 0, most);
  out->is_signed = from->is_signed;
  if (!from->is_wide) return true;
  jh_slot_widen(out);
  memcpy(out->wide, from->wide, count);
  return true;
}
