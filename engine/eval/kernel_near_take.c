/* kernel_near_take.c - numbers read from columns and parameters, or passed on, kept as near.h says. */
#include "eval/kernel_near.h"
#include "eval/where.h"

JH_KERNEL_WIDE static double take_shorts(
    double *restrict out, const int16_t *restrict numbers, uint32_t count) {
  int least = 0, most = 1;
  for (uint32_t i = 0; i < count; i++) {
    int number = numbers[i];
    least = number < least ? number : least;
    most = number > most ? number : most;
    out[i] = number;
  }
  double size = jh_kernel_most((double)most, -(double)least);
  return least < 0 ? -size : size;
}

JH_KERNEL_WIDE static double take_ints(
    double *restrict out, const int32_t *restrict numbers, uint32_t count) {
  int32_t least = 0, most = 1;
  for (uint32_t i = 0; i < count; i++) {
    least = numbers[i] < least ? numbers[i] : least;
    most = numbers[i] > most ? numbers[i] : most;
    out[i] = numbers[i];
  }
  double size = jh_kernel_most((double)most, -(double)least);
  return least < 0 ? -size : size;
}

static double take_longs(double *restrict out, const int64_t *restrict numbers, uint32_t count) {
  double least = 0, most = 1;
  for (uint32_t i = 0; i < count; i++) {
    double number = (double)numbers[i];
    least = jh_kernel_least(least, number);
    most = jh_kernel_most(most, number);
    out[i] = number;
  }
  double size = jh_kernel_most(most, -least);
  return least < 0 ? -size : size;
}

/* The mantissas of rows [from, from + count) and the largest size among them, at least 1; with a minus if any is
 * below 0. Missing cells hold 0. */
static double take_cells(double *out, const jh_column *column, size_t from, uint32_t count) {
  if (column->shorts) return take_shorts(out, column->shorts + from, count);
  if (column->ints) return take_ints(out, column->ints + from, count);
  return take_longs(out, column->longs + from, count);
}

/* The bits of up to 64 rows from `row` on that are missing. */
static uint64_t missing_from(const jh_column *column, size_t row, uint32_t size) {
  uint64_t bits = ~column->known[row / 64] >> row % 64;
  if (row % 64 + size > 64) bits |= ~column->known[row / 64 + 1] << (64 - row % 64);
  return size < 64 ? bits & ((UINT64_C(1) << size) - 1) : bits;
}

static bool has_missing(const jh_column *column, size_t from, uint32_t count) {
  for (uint32_t i = 0; i < count; i += 64) {
    if (missing_from(column, from + i, count - i < 64 ? count - i : 64)) return true;
  }
  return false;
}

static void put_missing(jh_slot *out, const jh_column *column, size_t from, uint32_t count) {
  jh_slot_widen(out);
  memcpy(out->near_high, out->near_low, count * sizeof *out->near_high);
  memset(out->wide, 0, count);
  for (uint32_t i = 0; i < count; i += 64) {
    uint64_t bits = missing_from(column, from + i, count - i < 64 ? count - i : 64);
    for (; bits; bits &= bits - 1) {
      uint32_t at = i + (uint32_t)__builtin_ctzll(bits);
      out->near_low[at] = out->near->low;
      out->near_high[at] = out->near->high;
      out->wide[at] = 1;
    }
  }
}

/* Of the finite ends of what a missing cell may hold. */
static double size_of_missing(const jh_near *near) {
  double low = isinf(near->low) ? 0 : fabs(near->low),
         high = isinf(near->high) ? 0 : fabs(near->high);
  return jh_kernel_most(low, high);
}

static void fill(double *restrict out, double value, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = value;
}

/* A column that is nowhere in the data. */
static bool take_nothing(const jh_near *near, jh_slot *out, uint32_t count) {
  jh_slot_begin(out, near, 0, jh_kernel_most(size_of_missing(near), 1));
  out->is_signed = near->low < 0;
  jh_slot_widen(out);
  fill(out->near_low, near->low, count);
  fill(out->near_high, near->high, count);
  memset(out->wide, 1, count);
  return out->most < JH_NEAR_EXACT;
}

static bool take_column(jh_block *block, const jh_node *node, const jh_near *near, jh_slot *out) {
  const jh_column *column = jh_where_column(block->dataset, node);
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  if (!column) return take_nothing(near, out, count);
  double size = take_cells(out->near_low, column, from, count);
  bool is_signed = size < 0, is_missing = has_missing(column, from, count);
  size = fabs(size);
  if (is_missing) size = jh_kernel_most(size, size_of_missing(near));
  if (size >= JH_NEAR_EXACT) return false; /* not exact as a double */
  jh_slot_begin(out, near, 0, size);
  out->is_signed = is_signed || (is_missing && near->low < 0);
  if (is_missing) put_missing(out, column, from, count);
  return true;
}

/* Rows of one stage. */
JH_KERNEL_WIDE static void fill_stage(
    double *restrict out, double value, const uint8_t *restrict stages, uint8_t stage,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = stages[i] == stage ? value : out[i];
}

static bool take_param(jh_block *block, const jh_node *node, const jh_near *near, jh_slot *out) {
  uint32_t count = jh_block_count(block, node->level);
  size_t stages = block->plan->stage_count;
  const uint8_t *stage_of = block->stages[node->level];
  double most = 1;
  bool is_signed = false;
  for (size_t s = 0; s < stages; s++) {
    most = fabs(near->by_stage[s]) > most ? fabs(near->by_stage[s]) : most;
    is_signed = is_signed || near->by_stage[s] < 0;
  }
  jh_slot_begin(out, near, 0, most);
  out->is_signed = is_signed;
  fill(out->near_low, (double)NAN, count);
  for (size_t s = 0; s < stages; s++)
    fill_stage(out->near_low, near->by_stage[s], stage_of, (uint8_t)s, count);
  return true;
}

/* What several slots give that are brought to one unit: `most` and `error` of all of them. */
typedef struct joint {
  double most, error;
  bool is_signed, is_wide;
} joint;

static bool join(joint *all, const jh_slot *slot, double by) {
  if (!slot->has_near) return false;
  all->most = jh_kernel_most(all->most, slot->most * by);
  all->error = jh_kernel_most(all->error, slot->error);
  all->is_signed = all->is_signed || slot->is_signed;
  all->is_wide = all->is_wide || slot->is_wide;
  return true;
}

static bool begin_joint(jh_slot *out, const jh_near *near, joint all) {
  if (all.error > 0 || all.most >= JH_NEAR_EXACT) all.error += 2 * JH_NEAR_STEP;
  if (!jh_near_is_fit(all.error, all.most)) return false;
  jh_slot_begin(out, near, all.error, all.most);
  out->is_signed = all.is_signed;
  if (all.is_wide) jh_slot_widen(out);
  return true;
}

/* Rows of one stage, from a slot brought to the unit. */
JH_KERNEL_WIDE static void put_stage(
    double *restrict out, const double *from, double by, const uint8_t *restrict stages,
    uint8_t stage, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = stages[i] == stage ? from[i] * by : out[i];
}

JH_KERNEL_WIDE static void put_bytes(
    uint8_t *restrict out, const uint8_t *restrict from, const uint8_t *restrict stages,
    uint8_t stage, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint8_t value = from ? from[i] : 0;
    out[i] = stages[i] == stage ? value : out[i];
  }
}

static void fill_none(jh_slot *out, uint32_t count) {
  fill(out->near_low, (double)NAN, count);
  if (!out->is_wide) return;
  memcpy(out->near_high, out->near_low, count * sizeof *out->near_high);
  memset(out->wide, 0, count);
}

static bool take_by_stage(jh_block *block, const jh_node *node, const jh_near *near, jh_slot *out) {
  const uint8_t *stages = block->stages[node->level];
  uint32_t count = jh_block_count(block, node->level);
  joint all = {.most = 1};
  for (uint32_t s = 0; s < node->count; s++) {
    uint32_t arg = jh_plan_arg(block->plan, node, s);
    if (arg != JH_NONE && !join(&all, jh_block_slot(block, arg), near->by[s])) return false;
  }
  if (!begin_joint(out, near, all)) return false;
  fill_none(out, count);
  for (uint32_t s = 0; s < node->count; s++) {
    uint32_t arg = jh_plan_arg(block->plan, node, s);
    if (arg == JH_NONE) continue;
    const jh_slot *from = jh_block_slot(block, arg);
    put_stage(out->near_low, from->near_low, near->by[s], stages, (uint8_t)s, count);
    if (!out->is_wide) continue;
    put_stage(out->near_high, from->near_high, near->by[s], stages, (uint8_t)s, count);
    put_bytes(out->wide, from->is_wide ? from->wide : NULL, stages, (uint8_t)s, count);
  }
  return true;
}

JH_KERNEL_WIDE static void choose(
    double *restrict out, const uint8_t *restrict which, const double *a, const double *b,
    double ka, double kb, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = which[i] == JH_TRUE ? a[i] * ka : b[i] * kb;
}

JH_KERNEL_WIDE static void choose_bytes(
    uint8_t *restrict out, const uint8_t *restrict which, const uint8_t *restrict a,
    const uint8_t *restrict b, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint8_t x = a ? a[i] : 0, y = b ? b[i] : 0;
    out[i] = which[i] == JH_TRUE ? x : y;
  }
}

/* Both arms remain possible. */
static void put_either(
    jh_slot *out, const jh_slot *a, const jh_slot *b, const double *by, uint32_t i) {
  double al = a->near_low[i] * by[1], ah = a->near_high[i] * by[1];
  double bl = b->near_low[i] * by[2], bh = b->near_high[i] * by[2];
  bool is_none = isnan(al) || isnan(bl);
  out->near_low[i] = is_none ? (double)NAN : jh_kernel_least(al, bl);
  out->near_high[i] = is_none ? (double)NAN : jh_kernel_most(ah, bh);
  out->wide[i] = 1;
}

static bool take_chosen(jh_block *block, const jh_node *node, const jh_near *near, jh_slot *out) {
  const uint8_t *which = jh_block_arg(block, node, 0)->mark;
  const jh_slot *a = jh_block_slot(block, jh_plan_arg(block->plan, node, 1));
  const jh_slot *b = jh_block_slot(block, jh_plan_arg(block->plan, node, 2));
  uint32_t count = jh_block_count(block, node->level);
  bool is_open = memchr(which, JH_UNKNOWN, count) != NULL;
  joint all = {.most = 1, .is_wide = is_open};
  if (!join(&all, a, near->by[1]) || !join(&all, b, near->by[2])) return false;
  if (!begin_joint(out, near, all)) return false;
  choose(out->near_low, which, a->near_low, b->near_low, near->by[1], near->by[2], count);
  if (!out->is_wide) return true;
  choose(out->near_high, which, a->near_high, b->near_high, near->by[1], near->by[2], count);
  choose_bytes(out->wide, which, a->is_wide ? a->wide : NULL, b->is_wide ? b->wide : NULL, count);
  for (uint32_t i = 0; is_open && i < count; i++) {
    if (which[i] == JH_UNKNOWN) put_either(out, a, b, near->by, i);
  }
  return true;
}

static void same_as(jh_slot *out, const jh_slot *from, const jh_near *near) {
  jh_slot_begin(out, near, from->error, from->most);
  out->is_signed = from->is_signed;
  if (from->is_wide) jh_slot_widen(out);
}

/* Rows right below: each looks up to its parent. */
JH_KERNEL_WIDE static void look_up(
    double *restrict out, const double *restrict from, const uint32_t *restrict parent,
    uint32_t base, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = from[parent[i] - base];
}

static void look_up_bytes(
    uint8_t *restrict out, const uint8_t *restrict from, const uint32_t *restrict parent,
    uint32_t base, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = from[parent[i] - base];
}

static bool take_ancestor(jh_block *block, const jh_node *node, const jh_near *near, jh_slot *out) {
  uint32_t arg = jh_plan_arg(block->plan, node, 0), above = block->plan->nodes[arg].level;
  const jh_slot *from = jh_block_slot(block, arg);
  uint32_t count = jh_block_count(block, node->level);
  if (!from->has_near || above != block->plan->levels[node->level].parent) return false;
  same_as(out, from, near);
  const uint32_t *parent = block->dataset->levels[node->level].parent + block->from[node->level];
  uint32_t base = block->from[above];
  look_up(out->near_low, from->near_low, parent, base, count);
  if (!out->is_wide) return true;
  look_up(out->near_high, from->near_high, parent, base, count);
  look_up_bytes(out->wide, from->wide, parent, base, count);
  return true;
}

bool jh_kernel_near_take(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  const jh_near *near = &block->program->nears[index];
  jh_slot *out = jh_block_slot(block, index);
  switch (node->op) {
  case JH_OP_COLUMN: return take_column(block, node, near, out);
  case JH_OP_PARAM: return take_param(block, node, near, out);
  case JH_OP_BY_STAGE: return take_by_stage(block, node, near, out);
  case JH_OP_IF: return take_chosen(block, node, near, out);
  case JH_OP_RAISE: return take_ancestor(block, node, near, out);
  default:
    return false; /* QUANTITY that the data give: one that they do not stands for its definition */
  }
}
