/* kernel_take.c - values read from columns and parameters, or passed on from other nodes. */
#include <string.h>

#include "eval/kernel.h"
#include "eval/kernel_open.h"
#include "eval/where.h"

static bool is_known(const jh_column *column, size_t row) {
  return (column->known[row / 64] >> (row % 64)) & 1;
}

/* Is every cell of rows [from, from + count) known? */
static bool all_known(const jh_column *column, size_t from, uint32_t count) {
  size_t to = from + count;
  for (size_t row = from; row < to;) {
    if (row % 64 == 0 && row + 64 <= to) {
      if (column->known[row / 64] != UINT64_MAX) return false;
      row += 64;
    } else if (!is_known(column, row++)) {
      return false;
    }
  }
  return true;
}

/* A byte for each cell of rows [from, from + count): 1 where it is missing. */
JH_KERNEL_WIDE static void find_missing(
    uint8_t *restrict out, const jh_column *column, size_t from, uint32_t count) {
  size_t row = from, to = from + count;
  for (; row < to && row % 64 != 0; row++) *out++ = !is_known(column, row);
  for (; row + 64 <= to; row += 64, out += 64) {
    uint64_t missing = ~column->known[row / 64];
    for (unsigned i = 0; i < 64; i++) out[i] = (uint8_t)(missing >> i & 1);
  }
  for (; row < to; row++) *out++ = !is_known(column, row);
}

/* Is every number below 2^51 in size? */
JH_KERNEL_WIDE static bool all_small(const int64_t *numbers, uint32_t count) {
  uint64_t large = 0;
  for (uint32_t i = 0; i < count; i++) large |= ((uint64_t)numbers[i] + (UINT64_C(1) << 51)) >> 52;
  return large == 0;
}

/* A number below 2^51 in size as a double: added to the bits of 1.5 * 2^52, which compilers can do
 * for several at once, other than a conversion. */
static inline double small_double(int64_t number) {
  uint64_t bits = (uint64_t)number + UINT64_C(0x4338000000000000);
  double out;
  memcpy(&out, &bits, sizeof out);
  return out - 0x1.8p52;
}

JH_KERNEL_WIDE static void to_doubles(
    double *restrict out, const int64_t *restrict numbers, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = small_double(numbers[i]);
}

/* Mantissas times the factor to base units. Whole factors stay exact below 2^53; others are
 * stepped outward by more than the four roundings that take part. */
JH_KERNEL_WIDE static void scale(
    double *restrict low, double *restrict high, uint32_t count, jh_ends factor) {
  bool is_whole = factor.low == factor.high && factor.low < 0x1p51 && jh_ends_is_whole(factor.low);
  double middle = is_whole ? factor.low : factor.low + (factor.high - factor.low) / 2;
  double exact_below = is_whole ? 0x1p53 : 0;
  for (uint32_t i = 0; i < count; i++) {
    double value = low[i] * middle, slack = fabs(value) * 0x1p-49;
    slack = fabs(value) < exact_below ? 0 : slack;
    low[i] = value - slack;
    high[i] = value + slack;
  }
}

JH_KERNEL_WIDE static void take_ints(
    double *restrict out, const int32_t *restrict numbers, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = numbers[i];
}

JH_KERNEL_WIDE static void take_shorts(
    double *restrict out, const int16_t *restrict numbers, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = numbers[i];
}

static void convert(
    jh_slot *out, const jh_column *column, size_t from, uint32_t count, jh_ends factor) {
  const int64_t *numbers = column->longs ? column->longs + from : NULL;
  if (column->shorts) {
    take_shorts(out->low, column->shorts + from, count);
  } else if (column->ints) {
    take_ints(out->low, column->ints + from, count);
  } else if (all_small(numbers, count)) {
    to_doubles(out->low, numbers, count);
  } else {
    for (uint32_t i = 0; i < count; i++) out->low[i] = (double)numbers[i];
  }
  scale(out->low, out->high, count, factor);
}

/* Puts what a missing cell may hold into the rows whose cells are missing, without branches: in
 * real tables they lie about at random. */
JH_KERNEL_WIDE static void put_missing(
    jh_slot *out, const jh_column *column, size_t from, uint32_t count, jh_ends missing) {
  double *restrict low = out->low, *restrict low_in = out->low_in;
  double *restrict high = out->high, *restrict high_in = out->high_in;
  uint8_t *restrict state = out->state;
  _Static_assert(JH_ENDS_KNOWN == 0 && JH_ENDS_RANGE == 1, "the bytes of find_missing are states");
  find_missing(state, column, from, count);
  for (uint32_t i = 0; i < count; i++) {
    bool is_missing = state[i] != JH_ENDS_KNOWN;
    low_in[i] = is_missing ? missing.low_in : high[i];
    high_in[i] = is_missing ? missing.high_in : low[i];
    low[i] = is_missing ? missing.low : low[i];
    high[i] = is_missing ? missing.high : high[i];
  }
  out->is_open = true;
}

static void take_numbers(
    jh_block *block, const jh_node *node, const jh_column *column, jh_slot *out) {
  const jh_leaf *leaf = &block->program->leaves[node - block->plan->nodes];
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  out->is_open = false;
  if (!column || !jh_column_is_number(column)) {
    for (uint32_t i = 0; i < count; i++) jh_slot_put(out, i, leaf->missing);
    return;
  }
  convert(out, column, from, count, leaf->factor);
  jh_slot_close(out, count);
  if (all_known(column, from, count)) return;
  if (leaf->missing.state == JH_ENDS_RANGE) {
    put_missing(out, column, from, count, leaf->missing);
    return;
  }
  jh_slot_fill_in(out, count);
  for (uint32_t i = 0; i < count; i++) {
    if (!is_known(column, from + i)) jh_slot_put(out, i, leaf->missing);
  }
}

/* Rows whose missing cells are looked for at once. */
enum { CHUNK = 256 };

/* Choices as they are, yes and no as the values of conditions. */
static void copy_marks(
    uint8_t *restrict out, const uint8_t *restrict marks, uint32_t count, bool is_choice) {
  if (is_choice) {
    memcpy(out, marks, count);
    return;
  }
  for (uint32_t i = 0; i < count; i++) out[i] = (uint8_t)(marks[i] ? JH_TRUE : JH_FALSE);
}

static void take_marks(
    jh_block *block, const jh_node *node, const jh_column *column, jh_slot *out) {
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  bool is_choice = node->type == JH_TYPE_CHOICE;
  uint8_t missing = is_choice ? JH_BLOCK_NO_CHOICE : JH_UNKNOWN;
  if (!column || !column->marks) {
    memset(out->mark, missing, count);
    return;
  }
  copy_marks(out->mark, column->marks + from, count, is_choice);
  if (all_known(column, from, count)) return;
  uint8_t is_missing[CHUNK] = {0};
  for (uint32_t done = 0, size; done < count; done += size) {
    size = count - done < CHUNK ? count - done : CHUNK;
    find_missing(is_missing, column, from + done, size);
    for (uint32_t i = 0; i < size; i++)
      out->mark[done + i] = is_missing[i] ? missing : out->mark[done + i];
  }
}

static void take_param(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_ends *by_stage = block->program->leaves[node - block->plan->nodes].by_stage;
  uint32_t count = jh_block_count(block, node->level);
  out->is_open = false;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t stage = jh_block_stage(block, node->level, i);
    jh_ends none = jh_ends_state(JH_ENDS_UNDEFINED);
    jh_slot_put(out, i, stage < block->plan->stage_count ? by_stage[stage] : none);
  }
}

static void take_computed(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_computed *computed = block->program->computed;
  uint32_t index = (uint32_t)(node - block->plan->nodes), from = block->from[node->level];
  uint32_t count = jh_block_count(block, node->level);
  jh_range value;
  jh_range_init(&value);
  out->is_open = false;
  for (uint32_t i = 0; i < count; i++) {
    if (node->type != JH_TYPE_NUMBER) {
      out->mark[i] = (uint8_t)jh_computed_condition(computed, index, from + i);
      continue;
    }
    jh_computed_number(computed, index, from + i, &value);
    jh_slot_put(out, i, jh_ends_of_range(&value));
  }
  jh_range_done(&value);
}

/* A slot to copy from: the inner ends are there even where it keeps none. */
static jh_slot source_of(const jh_slot *slot) {
  jh_slot out = *slot;
  if (!slot->is_open) {
    out.low_in = slot->high;
    out.high_in = slot->low;
  }
  return out;
}

/* Copies a number or mark; `from` is a source. */
static inline void copy_one(jh_slot *out, size_t i, const jh_slot *from, size_t k, bool is_number) {
  if (!is_number) {
    out->mark[i] = from->mark[k];
    return;
  }
  out->low[i] = from->low[k];
  out->high[i] = from->high[k];
  out->low_in[i] = from->low_in[k];
  out->high_in[i] = from->high_in[k];
  out->state[i] = from->state[k];
}

static void take_none(jh_slot *out, size_t i, const jh_node *node) {
  if (node->type == JH_TYPE_NUMBER)
    jh_slot_put(out, i, jh_ends_state(JH_ENDS_UNDEFINED));
  else
    out->mark[i] = node->type == JH_TYPE_CHOICE ? JH_BLOCK_NO_CHOICE : JH_UNKNOWN;
}

static void take_all(jh_slot *out, const jh_slot *from, uint32_t count, bool is_number) {
  if (!is_number) {
    memcpy(out->mark, from->mark, count);
    return;
  }
  memcpy(out->low, from->low, count * sizeof *out->low);
  memcpy(out->high, from->high, count * sizeof *out->high);
  memcpy(out->state, from->state, count);
  out->is_open = from->is_open;
  if (!from->is_open) return;
  memcpy(out->low_in, from->low_in, count * sizeof *out->low_in);
  memcpy(out->high_in, from->high_in, count * sizeof *out->high_in);
}

/* The definition, but where a case gives the quantity itself. */
static void take_quantity(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_column *given = jh_where_quantity(block->dataset, node);
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  bool is_number = node->type == JH_TYPE_NUMBER;
  take_all(out, jh_block_arg(block, node, 0), count, is_number);
  if (!given) return;
  if (is_number && !out->is_open) jh_slot_fill_in(out, count);
  for (uint32_t i = 0; i < count; i++) {
    if (!is_known(given, from + i)) continue;
    if (is_number && jh_column_is_number(given))
      jh_slot_put(out, i, jh_ends_of_scaled(jh_column_number(given, from + i), given->scale, 1, 1));
    else if (!is_number && given->marks)
      out->mark[i] = given->marks[from + i] ? JH_TRUE : JH_FALSE;
  }
}

/* Rows right below: each looks up to its parent. */
static void take_parent(
    const jh_block *block, const jh_node *node, uint32_t above, const jh_slot *from, jh_slot *out) {
  const uint32_t *parent = block->dataset->levels[node->level].parent + block->from[node->level];
  uint32_t count = jh_block_count(block, node->level), base = block->from[above];
  if (node->type != JH_TYPE_NUMBER) {
    for (uint32_t i = 0; i < count; i++) out->mark[i] = from->mark[parent[i] - base];
    return;
  }
  double *restrict low = out->low, *restrict high = out->high;
  for (uint32_t i = 0; i < count; i++) {
    low[i] = from->low[parent[i] - base];
    high[i] = from->high[parent[i] - base];
  }
  jh_slot_close(out, count);
  for (uint32_t i = 0; from->is_open && i < count; i++)
    copy_one(out, i, from, parent[i] - base, true);
  out->is_open = from->is_open;
}

/* Rows further below: those of each ancestor are one range. */
static void take_range(
    const jh_block *block, const jh_node *node, uint32_t above, const jh_slot *from, jh_slot *out) {
  const uint32_t *firsts = block->dataset->firsts[node->level * block->plan->level_count + above];
  jh_slot source = source_of(from);
  uint32_t base = block->from[node->level];
  out->is_open = from->is_open;
  if (!firsts) /* no rows */
    return;
  for (uint32_t a = block->from[above], k = 0; a < block->to[above]; a++, k++) {
    for (uint32_t i = firsts[a] - base; i < firsts[a + 1] - base; i++)
      copy_one(out, i, &source, k, node->type == JH_TYPE_NUMBER);
  }
}

static void take_ancestor(jh_block *block, const jh_node *node, jh_slot *out) {
  uint32_t arg = jh_plan_arg(block->plan, node, 0), above = block->plan->nodes[arg].level;
  const jh_slot *from = jh_block_ends(block, arg);
  if (above == JH_NONE)
    take_all(out, from, jh_block_count(block, node->level), node->type == JH_TYPE_NUMBER);
  else if (above == block->plan->levels[node->level].parent)
    take_parent(block, node, above, from, out);
  else
    take_range(block, node, above, from, out);
}

/* Of rows of one stage. */
JH_KERNEL_WIDE static void put_stage(
    uint8_t *restrict out, const uint8_t *restrict from, const uint8_t *restrict stages,
    uint8_t stage, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = stages[i] == stage ? from[i] : out[i];
}

static void take_marks_by_stage(jh_block *block, const jh_node *node, jh_slot *out) {
  uint32_t count = jh_block_count(block, node->level);
  const uint8_t *stages = block->stages[node->level];
  memset(out->mark, node->type == JH_TYPE_CHOICE ? JH_BLOCK_NO_CHOICE : JH_UNKNOWN, count);
  for (uint32_t s = 0; stages && s < node->count && s < UINT8_MAX; s++) {
    uint32_t arg = jh_plan_arg(block->plan, node, s);
    if (arg != JH_NONE)
      put_stage(out->mark, jh_block_slot(block, arg)->mark, stages, (uint8_t)s, count);
  }
}

static void take_by_stage(jh_block *block, const jh_node *node, jh_slot *out) {
  if (node->type != JH_TYPE_NUMBER) {
    take_marks_by_stage(block, node, out);
    return;
  }
  uint32_t count = jh_block_count(block, node->level);
  jh_slot sources[UINT8_MAX];
  bool has[UINT8_MAX + 1] = {false};
  out->is_open = false;
  for (uint32_t s = 0; s < node->count && s < UINT8_MAX; s++) {
    uint32_t arg = jh_plan_arg(block->plan, node, s);
    has[s] = arg != JH_NONE;
    if (!has[s]) continue;
    sources[s] = source_of(jh_block_ends(block, arg));
    out->is_open = out->is_open || sources[s].is_open;
  }
  for (uint32_t i = 0; i < count; i++) {
    uint32_t stage = jh_block_stage(block, node->level, i);
    if (stage < UINT8_MAX && has[stage])
      copy_one(out, i, &sources[stage], i, true);
    else
      take_none(out, i, node);
  }
}

/* What both arms leave possible. */
static void take_either(
    jh_slot *out, size_t i, const jh_slot *a, const jh_slot *b, const jh_node *node) {
  if (node->type == JH_TYPE_NUMBER)
    jh_slot_put(out, i, jh_ends_hull(jh_slot_get(a, i), jh_slot_get(b, i)));
  else if (node->type == JH_TYPE_CHOICE || a->mark[i] != b->mark[i])
    take_none(out, i, node);
  else
    out->mark[i] = a->mark[i];
}

/* One column of numbers, row by row from the first or the second. */
JH_KERNEL_WIDE static void choose(
    double *restrict out, const uint8_t *restrict which, const double *a, const double *b,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = which[i] == JH_TRUE ? a[i] : b[i];
}

static void choose_marks(
    uint8_t *restrict out, const uint8_t *restrict which, const uint8_t *restrict a,
    const uint8_t *restrict b, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = which[i] == JH_TRUE ? a[i] : b[i];
}

static void choose_numbers(
    jh_slot *out, const uint8_t *which, const jh_slot *a, const jh_slot *b, uint32_t count) {
  choose(out->low, which, a->low, b->low, count);
  choose(out->high, which, a->high, b->high, count);
  choose(out->low_in, which, jh_slot_low_in(a), jh_slot_low_in(b), count);
  choose(out->high_in, which, jh_slot_high_in(a), jh_slot_high_in(b), count);
  choose_marks(out->state, which, a->state, b->state, count);
  uint8_t any = JH_ENDS_KNOWN;
  for (uint32_t i = 0; i < count; i++) any |= out->state[i];
  out->is_open = any != JH_ENDS_KNOWN;
}

static void take_chosen(jh_block *block, const jh_node *node, jh_slot *out) {
  uint32_t arm = jh_known_arm(jh_force_known(block->program->force), node);
  if (arm) { /* settled by the day: the other one was not evaluated */
    bool is_number = node->type == JH_TYPE_NUMBER;
    take_all(out, jh_block_arg(block, node, arm), jh_block_count(block, node->level), is_number);
    return;
  }
  const uint8_t *which = jh_block_arg(block, node, 0)->mark;
  const jh_slot *a = jh_block_arg(block, node, 1), *b = jh_block_arg(block, node, 2);
  uint32_t count = jh_block_count(block, node->level);
  if (node->type == JH_TYPE_NUMBER)
    choose_numbers(out, which, a, b, count);
  else
    choose_marks(out->mark, which, a->mark, b->mark, count);
  if (!memchr(which, JH_UNKNOWN, count)) return;
  for (uint32_t i = 0; i < count; i++) {
    if (which[i] == JH_UNKNOWN) take_either(out, i, a, b, node);
  }
}

void jh_kernel_take(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  switch (node->op) {
  case JH_OP_COLUMN:
    if (node->type == JH_TYPE_NUMBER)
      take_numbers(block, node, jh_where_column(block->dataset, node), out);
    else
      take_marks(block, node, jh_where_column(block->dataset, node), out);
    break;
  case JH_OP_COMPUTE: take_computed(block, node, out); break;
  case JH_OP_PARAM: take_param(block, node, out); break;
  case JH_OP_QUANTITY: take_quantity(block, node, out); break;
  case JH_OP_RAISE: take_ancestor(block, node, out); break;
  case JH_OP_BY_STAGE: take_by_stage(block, node, out); break;
  default: take_chosen(block, node, out); break;
  }
}
