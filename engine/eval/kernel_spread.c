/* kernel_spread.c - the coefficient of variation against its limit, without a root.
 *
 *    W * sum(w*x^2) <= (1 + limit^2) * (sum(w*x))^2
 *
 * All terms are at least 0, so the relative error of each side is bounded by
 * the number of operations; what lies within that bound of the line, and
 * everything with a negative term, is decided by exact.h.
 */
#include "eval/kernel.h"
#include "eval/kernel_open.h"

typedef struct sums {
  double weight_low, weight_high, first_low, first_high, second_low, second_high;
  double error; /* relative, of each sum, beyond that of its additions */
  uint32_t rows;
  jh_tri known; /* JH_UNKNOWN: rationals must say */
} sums;

typedef struct inputs {
  const jh_slot *x, *w, *limit;
  const uint8_t *filter; /* NULL = all */
  const uint8_t *stages; /* NULL = of any stage */
  uint32_t stage;
  bool is_near; /* x and w are read as near.h keeps them */
} inputs;

/* Adds a row of known positive numbers; false if it is not one. */
static inline bool add_plain(sums *s, const inputs *in, uint32_t i) {
  double xl = in->x->low[i], xh = in->x->high[i], wl = in->w->low[i], wh = in->w->high[i];
  if ((in->x->state[i] | in->w->state[i]) != JH_ENDS_KNOWN || !(xl >= 0 && wl > 0)) return false;
  double low = wl * xl, high = wh * xh;
  s->rows++;
  s->weight_low += wl, s->weight_high += wh;
  s->first_low += low, s->first_high += high;
  s->second_low += low * xl, s->second_high += high * xh;
  return true;
}

/* A row that add_plain left; false once the sums are of no use. */
static bool add_row(sums *s, const inputs *in, jh_tri passes, uint32_t i) {
  jh_ends w = jh_slot_get(in->w, i), x = jh_slot_get(in->x, i);
  s->rows++;
  s->known = passes == JH_TRUE ? jh_ends_is_known(w) : JH_FALSE;
  if (s->known != JH_TRUE) return false;
  if (jh_kernel_most(fabs(w.low), w.high) == 0)
    return true; /* without weight it counts nothing, whatever its x */
  s->known = jh_ends_is_known(x) == JH_FALSE ? JH_FALSE : JH_UNKNOWN; /* below 0 if it is known */
  return false;
}

/* Does a missing cell play into this row? */
static bool is_wide(const jh_slot *slot, uint32_t i) { return slot->is_wide && slot->wide[i]; }

/* What is known of a number kept as near.h says. */
static jh_tri known_near(const jh_slot *slot, uint32_t i) {
  if (isnan(slot->near_low[i])) return JH_FALSE;
  if (!is_wide(slot, i)) return JH_TRUE;
  if (slot->near_low[i] != slot->near_high[i]) return JH_FALSE;
  return slot->error == 0 || slot->near_low[i] == 0 ? JH_TRUE : JH_UNKNOWN;
}

/* As add_row. */
static bool add_near_row(sums *s, const inputs *in, jh_tri passes, uint32_t i) {
  double w = in->w->near_low[i], x = in->x->near_low[i];
  s->rows++;
  s->known = passes == JH_TRUE ? known_near(in->w, i) : JH_FALSE;
  if (s->known != JH_TRUE) return false;
  if (w == 0) return true;
  s->known = known_near(in->x, i);
  if (s->known == JH_TRUE && !(x >= 0 && w >= 0)) s->known = JH_UNKNOWN;
  s->weight_low += w;
  s->first_low += w * x;
  s->second_low += w * x * x;
  return s->known == JH_TRUE;
}

/* Weights and numbers as near.h keeps them; the spread does not depend on their units. */
static sums gather_near(const inputs *in, uint32_t from, uint32_t to) {
  sums s = {.known = JH_TRUE, .error = 3 * (in->x->error + in->w->error)};
  const double *xs = in->x->near_low, *ws = in->w->near_low;
  for (uint32_t i = from; i < to; i++) {
    jh_tri passes = in->filter ? (jh_tri)in->filter[i] : JH_TRUE;
    if (passes == JH_FALSE || (in->stages && in->stages[i] != in->stage)) continue;
    bool wide = is_wide(in->x, i) || is_wide(in->w, i);
    if (wide || passes != JH_TRUE || !(xs[i] >= 0 && ws[i] > 0)) {
      if (!add_near_row(&s, in, passes, i)) break;
      continue;
    }
    double first = ws[i] * xs[i];
    s.rows++;
    s.weight_low += ws[i];
    s.first_low += first;
    s.second_low += first * xs[i];
  }
  s.weight_high = s.weight_low, s.first_high = s.first_low, s.second_high = s.second_low;
  return s;
}

/* Far from where doubles overflow or lose digits? */
static bool is_in_range(const sums *s) {
  return s->known == JH_TRUE && s->first_low > 0x1p-200 && s->first_high < 0x1p200 &&
         s->weight_low > 0x1p-200 && s->weight_high < 0x1p200 && s->second_high < 0x1p400;
}

/* A bound of the relative error of either side, and of their quotient. */
static double slack_of(const sums *s) { return ((double)s->rows + 16) * 0x1p-52 + s->error; }

/* W*sum(w*x^2) / (sum(w*x))^2 - 1, for printing. */
static jh_ends squared(const sums *s) {
  if (s->known == JH_FALSE) return jh_ends_state(JH_ENDS_UNDEFINED);
  if (!is_in_range(s)) return jh_ends_state(JH_ENDS_UNSURE);
  double slack = 3 * slack_of(s);
  double low = s->weight_low * s->second_low / (s->first_high * s->first_high);
  double high = s->weight_high * s->second_high / (s->first_low * s->first_low);
  return jh_ends_point(jh_ends_down(low * (1 - slack) - 1), jh_ends_up(high * (1 + slack) - 1));
}

/* limit: NULL = none, as below a COMPOSITE. */
static jh_tri decide(const sums *s, const jh_ends *limit_or_none, bool *is_sure) {
  *is_sure = true;
  if (s->known == JH_FALSE) return JH_UNKNOWN;
  if (s->known == JH_TRUE && s->rows == 0) return JH_TRUE;
  if (!limit_or_none) return JH_UNKNOWN;
  jh_ends limit = *limit_or_none;
  *is_sure = false;
  if (!is_in_range(s) || limit.state != JH_ENDS_KNOWN || !(limit.low >= 0 && limit.high < 0x1p100))
    return JH_UNKNOWN;
  double slack = slack_of(s);
  double left_low = s->weight_low * s->second_low * (1 - slack);
  double left_high = s->weight_high * s->second_high * (1 + slack);
  double right_low = (1 + limit.low * limit.low) * s->first_low * s->first_low * (1 - slack);
  double right_high = (1 + limit.high * limit.high) * s->first_high * s->first_high * (1 + slack);
  *is_sure = left_high <= right_low || left_low > right_high;
  return left_high <= right_low ? JH_TRUE : JH_FALSE;
}

/* Sums the rows [from, to) of the block. */
static sums gather(const inputs *in, uint32_t from, uint32_t to) {
  sums s = {.known = JH_TRUE};
  for (uint32_t i = from; i < to; i++) {
    jh_tri passes = in->filter ? (jh_tri)in->filter[i] : JH_TRUE;
    if (passes == JH_FALSE || (in->stages && in->stages[i] != in->stage)) continue;
    if (passes == JH_TRUE && add_plain(&s, in, i)) continue;
    if (!add_row(&s, in, passes, i)) break;
  }
  return s;
}

static jh_tri spread_of(
    jh_block *block, uint32_t index, const inputs *in, uint32_t from, uint32_t to, uint32_t i) {
  const jh_node *node = &block->plan->nodes[index];
  bool is_sure;
  sums s = in->is_near ? gather_near(in, from, to) : gather(in, from, to);
  jh_ends limit = in->limit ? jh_slot_get(in->limit, i) : jh_ends_state(JH_ENDS_UNDEFINED);
  jh_tri out = decide(&s, in->limit ? &limit : NULL, &is_sure);
  jh_slot_put(jh_block_slot(block, index), i, squared(&s));
  if (is_sure) return out;
  block->exact_count++;
  return jh_exact_condition(&block->exact, index, block->from[node->level] + i);
}

static const jh_slot *slot_or_null(const jh_block *block, const jh_node *node, uint32_t k) {
  uint32_t arg = jh_plan_arg(block->plan, node, k);
  return arg == JH_NONE ? NULL : jh_block_ends(block, arg);
}

void jh_kernel_spread(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  const jh_slot *filter = slot_or_null(block, node, 2);
  const jh_slot *x = jh_block_slot(block, jh_plan_arg(block->plan, node, 0));
  const jh_slot *w = jh_block_slot(block, jh_plan_arg(block->plan, node, 1));
  bool is_near = x->has_near && w->has_near;
  inputs in = {
      .x = is_near ? x : jh_block_arg(block, node, 0),
      .w = is_near ? w : jh_block_arg(block, node, 1),
      .is_near = is_near,
      .limit = slot_or_null(block, node, 3),
      .filter = filter ? filter->mark : NULL,
      .stages = node->stage == JH_NONE ? NULL : block->stages[node->over],
      .stage = node->stage};
  uint8_t *out = jh_block_slot(block, index)->mark;
  const uint32_t *firsts =
      block->dataset->firsts[node->over * block->plan->level_count + node->level];
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    uint32_t row = block->from[node->level] + i;
    uint32_t from = firsts ? firsts[row] - block->from[node->over] : 0;
    uint32_t to = firsts ? firsts[row + 1] - block->from[node->over] : 0;
    out[i] = (uint8_t)spread_of(block, index, &in, from, to, i);
  }
}
