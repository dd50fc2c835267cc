/* kernel_condition.c - comparisons and logic over a block. */
#include <string.h>

#include "eval/kernel.h"
#include "eval/kernel_open.h"
#include "eval/where.h"

/* Left open by doubles: the exact evaluation decides this row. */
static jh_tri ask(jh_block *block, uint32_t index, uint32_t i) {
  block->exact_count++;
  uint32_t row = block->from[block->plan->nodes[index].level] + i;
  return jh_exact_condition(&block->exact, index, row);
}

#define OPEN 255

/* a >= b as far as the outer ends tell; `yes` is what stands for "so". True if rows are left. */
JH_KERNEL_WIDE static bool compare_outer(
    uint8_t *restrict out, const jh_slot *a, const jh_slot *b, uint32_t count, uint8_t yes) {
  const double *al = a->low, *ah = a->high, *bl = b->low, *bh = b->high;
  const uint8_t *as = a->state, *bs = b->state;
  uint8_t no = (uint8_t)(JH_TRUE - yes), any = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t value = al[i] >= bh[i] ? yes : OPEN;
    value = ah[i] < bl[i] ? no : value;
    out[i] = value;
    any |= value;
  }
  for (uint32_t i = 0; (a->is_open || b->is_open) && i < count; i++) {
    out[i] = (as[i] | bs[i]) > JH_ENDS_RANGE ? OPEN : out[i]; /* no value: no ends */
    any |= out[i];
  }
  return any & 128;
}

static jh_tri compare_ends(jh_op op, jh_ends a, jh_ends b, bool *is_sure) {
  switch (op) {
  case JH_OP_GE: return jh_ends_at_least(a, b, is_sure);
  case JH_OP_LE: return jh_ends_at_least(b, a, is_sure);
  case JH_OP_GT: return jh_ends_above(a, b, is_sure);
  case JH_OP_LT: return jh_ends_above(b, a, is_sure);
  default: return jh_ends_equal(a, b, is_sure);
  }
}

void jh_kernel_compare(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  const jh_slot *a = jh_block_arg(block, node, 0), *b = jh_block_arg(block, node, 1);
  uint8_t *out = jh_block_slot(block, index)->mark;
  uint32_t count = jh_block_count(block, node->level);
  bool any = true;
  switch (node->op) { /* a > b is "not b >= a" */
  case JH_OP_GE: any = compare_outer(out, a, b, count, JH_TRUE); break;
  case JH_OP_LE: any = compare_outer(out, b, a, count, JH_TRUE); break;
  case JH_OP_GT: any = compare_outer(out, b, a, count, JH_FALSE); break;
  case JH_OP_LT: any = compare_outer(out, a, b, count, JH_FALSE); break;
  default: memset(out, OPEN, count); break;
  }
  for (uint32_t i = 0; any && i < count; i++) {
    bool is_sure;
    if (out[i] != OPEN) continue;
    out[i] = (uint8_t)compare_ends(node->op, jh_slot_get(a, i), jh_slot_get(b, i), &is_sure);
    if (!is_sure) out[i] = (uint8_t)ask(block, index, i);
  }
}

static void all_or_any(jh_block *block, const jh_node *node, uint8_t *restrict out) {
  uint32_t count = jh_block_count(block, node->level);
  bool is_and = node->op == JH_OP_AND;
  memset(out, is_and ? JH_TRUE : JH_FALSE, count);
  for (uint32_t k = 0; k < node->count; k++) {
    if (jh_known_drops(jh_force_known(block->program->force), node, k)) continue;
    const uint8_t *restrict next = jh_block_arg(block, node, k)->mark;
    if (is_and) {
      for (uint32_t i = 0; i < count; i++) out[i] = next[i] < out[i] ? next[i] : out[i];
    } else {
      for (uint32_t i = 0; i < count; i++) out[i] = next[i] > out[i] ? next[i] : out[i];
    }
  }
}

/* Rows that are counted at once. */
#define CHUNK 256

/* Rows [from, from + count): how many conditions hold surely, and how many may. */
static void count_conditions(
    const jh_block *block, const jh_node *node, uint32_t from, uint32_t count, uint16_t *sure,
    uint16_t *open) {
  memset(sure, 0, count * sizeof *sure);
  memset(open, 0, count * sizeof *open);
  for (uint32_t k = 1; k < node->count; k++) {
    const uint8_t *mark = jh_block_arg(block, node, k)->mark + from;
    for (uint32_t i = 0; i < count; i++) {
      sure[i] = (uint16_t)(sure[i] + (mark[i] == JH_TRUE));
      open[i] = (uint16_t)(open[i] + (mark[i] == JH_UNKNOWN));
    }
  }
}

/* Of fewer than 256 conditions, with the same n in every row: bytes, many at a time. */
JH_KERNEL_WIDE static void at_least_fixed(
    const jh_block *block, const jh_node *node, uint8_t n, uint8_t *restrict out) {
  uint32_t rows = jh_block_count(block, node->level);
  uint8_t sure[CHUNK], may[CHUNK];
  for (uint32_t from = 0; from < rows; from += CHUNK) {
    uint32_t count = rows - from < CHUNK ? rows - from : CHUNK;
    memset(sure, 0, sizeof sure);
    memset(may, 0, sizeof may);
    for (uint32_t k = 1; k < node->count; k++) {
      const uint8_t *mark = jh_block_arg(block, node, k)->mark + from;
      for (uint32_t i = 0; i < count; i++) {
        sure[i] = (uint8_t)(sure[i] + (mark[i] == JH_TRUE));
        may[i] = (uint8_t)(may[i] + (mark[i] != JH_FALSE));
      }
    }
    for (uint32_t i = 0; i < count; i++) {
      uint8_t value = may[i] < n ? JH_FALSE : JH_UNKNOWN;
      out[from + i] = sure[i] >= n ? JH_TRUE : value;
    }
  }
}

/* n, if it is the same whole number in every row and fits. */
static bool is_fixed(const jh_block *block, const jh_node *node, uint8_t *n) {
  uint32_t arg = jh_plan_arg(block->plan, node, 0);
  if (block->plan->nodes[arg].level != JH_NONE || node->count > UINT8_MAX) return false;
  jh_ends value = block->program->leaves[arg].constant;
  if (value.state != JH_ENDS_KNOWN || value.low != value.high) return false;
  if (!(value.low >= 0 && value.low < UINT8_MAX)) return false;
  *n = (uint8_t)value.low;
  return (double)*n == value.low;
}

static void at_least_n(jh_block *block, uint32_t index, const jh_node *node, uint8_t *out) {
  uint8_t fixed;
  if (is_fixed(block, node, &fixed)) {
    at_least_fixed(block, node, fixed, out);
    return;
  }
  const jh_slot *n = jh_block_arg(block, node, 0);
  uint32_t count = jh_block_count(block, node->level);
  uint16_t sure[CHUNK], open[CHUNK];
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = i % CHUNK;
    if (at == 0)
      count_conditions(block, node, i, count - i < CHUNK ? count - i : CHUNK, sure, open);
    bool is_sure;
    double low = sure[at], high = sure[at] + open[at];
    uint8_t state = open[at] ? JH_ENDS_RANGE : JH_ENDS_KNOWN;
    jh_ends found = {low, low, high, high, state};
    out[i] = (uint8_t)jh_ends_at_least(found, jh_slot_get(n, i), &is_sure);
    if (!is_sure) out[i] = (uint8_t)ask(block, index, i);
  }
}

static void known_numbers(jh_block *block, uint32_t index, const jh_node *node, uint8_t *out) {
  const jh_slot *a = jh_block_arg(block, node, 0);
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    jh_tri known = jh_ends_is_known(jh_slot_get(a, i));
    out[i] = (uint8_t)(known == JH_UNKNOWN ? ask(block, index, i) : known);
  }
}

static void known(jh_block *block, uint32_t index, const jh_node *node, uint8_t *out) {
  uint32_t count = jh_block_count(block, node->level);
  uint32_t arg = jh_plan_arg(block->plan, node, 0);
  const jh_node *of = &block->plan->nodes[arg];
  if (of->op == JH_OP_COLUMN) {
    const jh_column *column = jh_where_column(block->dataset, of);
    for (uint32_t i = 0; i < count; i++)
      out[i] = jh_column_known(column, block->from[of->level] + i) ? JH_TRUE : JH_FALSE;
  } else if (of->type == JH_TYPE_NUMBER) {
    known_numbers(block, index, node, out);
  } else {
    uint8_t missing = of->type == JH_TYPE_CHOICE ? JH_BLOCK_NO_CHOICE : JH_UNKNOWN;
    const uint8_t *mark = jh_block_slot(block, arg)->mark;
    for (uint32_t i = 0; i < count; i++) out[i] = mark[i] != missing ? JH_TRUE : JH_FALSE;
  }
}

/* At most so many choices of a set are looked for one after the other, many rows at a time. */
enum { FEW = 6 };

JH_KERNEL_WIDE static void look_for(
    uint8_t *restrict out, const uint8_t *restrict mark, uint64_t set, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    out[i] = mark[i] == JH_BLOCK_NO_CHOICE ? JH_UNKNOWN : JH_FALSE;
  for (; set; set &= set - 1) {
    uint8_t choice = (uint8_t)__builtin_ctzll(set);
    for (uint32_t i = 0; i < count; i++) out[i] = mark[i] == choice ? JH_TRUE : out[i];
  }
}

static void is_of_set(jh_block *block, const jh_node *node, uint8_t *out) {
  const uint8_t *mark = jh_block_arg(block, node, 0)->mark;
  uint8_t table[256];
  if (__builtin_popcountll(node->set) <= FEW) {
    look_for(out, mark, node->set, jh_block_count(block, node->level));
    return;
  }
  for (unsigned choice = 0; choice < 256; choice++)
    table[choice] = choice < 64 && ((node->set >> choice) & 1) ? JH_TRUE : JH_FALSE;
  table[JH_BLOCK_NO_CHOICE] = JH_UNKNOWN;
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) out[i] = table[mark[i]];
}

/* Does the rule hinder nothing? See jh_verdict_ok. */
static void rule_ok(jh_block *block, const jh_node *node, uint8_t *out) {
  const jh_rule *rule = &block->plan->rules[node->index];
  const jh_force *force = block->program->force;
  uint32_t count = jh_block_count(block, node->level);
  memset(out, JH_TRUE, count);
  if (!jh_force_any(force, node->index)) return;
  const uint8_t *holds = jh_block_slot(block, rule->holds)->mark;
  const uint8_t *applies =
      rule->applies == JH_NONE ? NULL : jh_block_slot(block, rule->applies)->mark;
  bool is_everywhere = jh_force_everywhere(force, node->index);
  for (uint32_t i = 0; is_everywhere && i < count; i++) { /* jh_verdict_ok, written out */
    uint8_t spared = applies ? (uint8_t)(JH_TRUE - applies[i]) : JH_FALSE;
    out[i] = spared > holds[i] ? spared : holds[i];
  }
  for (uint32_t i = 0; !is_everywhere && i < count; i++) {
    uint32_t stage = jh_block_stage(block, node->level, i);
    bool is_in = jh_force_is(force, node->index, stage);
    jh_tri scope = applies ? (jh_tri)applies[i] : JH_TRUE;
    out[i] = (uint8_t)jh_verdict_ok(is_in, scope, (jh_tri)holds[i]);
  }
}

static void turn(uint8_t *restrict out, const uint8_t *restrict mark, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = (uint8_t)(JH_TRUE - mark[i]);
}

void jh_kernel_condition(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  uint8_t *out = jh_block_slot(block, index)->mark;
  switch (node->op) {
  case JH_OP_AND:
  case JH_OP_OR: all_or_any(block, node, out); break;
  case JH_OP_NOT:
    turn(out, jh_block_arg(block, node, 0)->mark, jh_block_count(block, node->level));
    break;
  case JH_OP_AT_LEAST_N: at_least_n(block, index, node, out); break;
  case JH_OP_KNOWN: known(block, index, node, out); break;
  case JH_OP_CODE_IN:
    for (uint32_t i = 0; i < jh_block_count(block, node->level); i++)
      out[i] = (uint8_t)jh_where_code_in(block->dataset, node, block->from[node->level] + i);
    break;
  case JH_OP_IS: is_of_set(block, node, out); break;
  default: rule_ok(block, node, out); break;
  }
}
