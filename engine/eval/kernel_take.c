/* kernel_take.c - values read from columns and parameters, or passed on from other nodes. */
#include <string.h>

#include "eval/kernel.h"
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

/* Mantissas times the factor to base units. Whole factors stay exact below 2^53; others are
 * stepped outward by more than the four roundings that take part. */
static void convert(jh_slot *out, const int64_t *numbers, uint32_t count, jh_ends factor) {
  double *restrict low = out->low, *restrict high = out->high;
  if (factor.low == factor.high && factor.low < 0x1p51 && jh_ends_is_whole(factor.low)) {
    for (uint32_t i = 0; i < count; i++) {
      double value = (double)numbers[i] * factor.low;
      double slack = fabs(value) < 0x1p53 ? 0 : fabs(value) * 0x1p-50;
      low[i] = value - slack;
      high[i] = value + slack;
    }
    return;
  }
  double middle = factor.low + (factor.high - factor.low) / 2;
  for (uint32_t i = 0; i < count; i++) {
    double value = (double)numbers[i] * middle, slack = fabs(value) * 0x1p-49;
    low[i] = value - slack;
    high[i] = value + slack;
  }
}

static void take_numbers(
    jh_block *block, const jh_node *node, const jh_column *column, jh_slot *out) {
  const jh_leaf *leaf = &block->program->leaves[node - block->plan->nodes];
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  if (!column || !column->numbers) {
    for (uint32_t i = 0; i < count; i++) jh_slot_put(out, i, leaf->missing);
    return;
  }
  convert(out, column->numbers + from, count, leaf->factor);
  memset(out->state, JH_ENDS_KNOWN, count);
  if (all_known(column, from, count)) return;
  for (uint32_t i = 0; i < count; i++) {
    if (!is_known(column, from + i)) jh_slot_put(out, i, leaf->missing);
  }
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
  const uint8_t *marks = column->marks + from;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t value = is_choice ? marks[i] : (uint8_t)(marks[i] ? JH_TRUE : JH_FALSE);
    out->mark[i] = is_known(column, from + i) ? value : missing;
  }
}

static void take_param(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_ends *by_stage = block->program->leaves[node - block->plan->nodes].by_stage;
  uint32_t count = jh_block_count(block, node->level);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t stage = jh_block_stage(block, node->level, i);
    jh_ends none = jh_ends_state(JH_ENDS_UNDEFINED);
    jh_slot_put(out, i, stage < block->plan->stage_count ? by_stage[stage] : none);
  }
}

static void copy_one(jh_slot *out, size_t i, const jh_slot *from, size_t k, bool is_number) {
  if (!is_number) {
    out->mark[i] = from->mark[k];
    return;
  }
  out->low[i] = from->low[k];
  out->high[i] = from->high[k];
  out->state[i] = from->state[k];
  if (from->state[k] == JH_ENDS_RANGE) {
    out->low_in[i] = from->low_in[k];
    out->high_in[i] = from->high_in[k];
  }
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
  memcpy(out->low_in, from->low_in, count * sizeof *out->low_in);
  memcpy(out->high_in, from->high_in, count * sizeof *out->high_in);
  memcpy(out->state, from->state, count);
}

/* The definition, but where a case gives the quantity itself. */
static void take_quantity(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_column *given = jh_where_quantity(block->dataset, node);
  uint32_t from = block->from[node->level], count = jh_block_count(block, node->level);
  bool is_number = node->type == JH_TYPE_NUMBER;
  take_all(out, jh_block_arg(block, node, 0), count, is_number);
  if (!given) return;
  for (uint32_t i = 0; i < count; i++) {
    if (!is_known(given, from + i)) continue;
    if (is_number && given->numbers)
      jh_slot_put(out, i, jh_ends_of_scaled(given->numbers[from + i], given->scale, 1, 1));
    else if (!is_number && given->marks)
      out->mark[i] = given->marks[from + i] ? JH_TRUE : JH_FALSE;
  }
}

static void take_ancestor(jh_block *block, const jh_node *node, jh_slot *out) {
  uint32_t arg = jh_plan_arg(block->plan, node, 0), above = block->plan->nodes[arg].level;
  const jh_slot *from = jh_block_slot(block, arg);
  bool is_number = node->type == JH_TYPE_NUMBER;
  if (above == JH_NONE) {
    take_all(out, from, jh_block_count(block, node->level), is_number);
    return;
  }
  const uint32_t *firsts = block->dataset->firsts[node->level * block->plan->level_count + above];
  if (!firsts) /* no rows */
    return;
  uint32_t base = block->from[node->level];
  for (uint32_t a = block->from[above], k = 0; a < block->to[above]; a++, k++) {
    uint32_t i = firsts[a] - base, end = firsts[a + 1] - base;
    if (!is_number) {
      for (; i < end; i++) out->mark[i] = from->mark[k];
    } else if (from->state[k] == JH_ENDS_KNOWN) {
      for (; i < end; i++) {
        out->low[i] = from->low[k];
        out->high[i] = from->high[k];
        out->state[i] = JH_ENDS_KNOWN;
      }
    } else {
      for (; i < end; i++) copy_one(out, i, from, k, true);
    }
  }
}

static void take_by_stage(jh_block *block, const jh_node *node, jh_slot *out) {
  uint32_t count = jh_block_count(block, node->level);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t stage = jh_block_stage(block, node->level, i), arg = JH_NONE;
    if (stage < node->count) arg = jh_plan_arg(block->plan, node, stage);
    if (arg == JH_NONE)
      take_none(out, i, node);
    else
      copy_one(out, i, jh_block_slot(block, arg), i, node->type == JH_TYPE_NUMBER);
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

static void take_chosen(jh_block *block, const jh_node *node, jh_slot *out) {
  const uint8_t *which = jh_block_arg(block, node, 0)->mark;
  const jh_slot *a = jh_block_arg(block, node, 1), *b = jh_block_arg(block, node, 2);
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    if (which[i] == JH_UNKNOWN)
      take_either(out, i, a, b, node);
    else
      copy_one(out, i, which[i] == JH_TRUE ? a : b, i, node->type == JH_TYPE_NUMBER);
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
  case JH_OP_PARAM: take_param(block, node, out); break;
  case JH_OP_QUANTITY: take_quantity(block, node, out); break;
  case JH_OP_RAISE: take_ancestor(block, node, out); break;
  case JH_OP_BY_STAGE: take_by_stage(block, node, out); break;
  default: take_chosen(block, node, out); break;
  }
}
