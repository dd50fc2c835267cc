/* kernel_near_over.c - sums and counts over the rows below an entity, kept as near.h says. */
#include "eval/kernel_near.h"

/* What an entity's rows are: indices into the slots of the level walked over. */
typedef struct walk {
  const jh_node *node;
  const uint8_t *filter; /* NULL = all */
  const uint8_t *stages; /* NULL = of any stage */
} walk;

static jh_tri passes(const walk *w, uint32_t i) {
  if (w->stages && w->stages[i] != w->node->stage) return JH_FALSE;
  return w->filter ? (jh_tri)w->filter[i] : JH_TRUE;
}

typedef struct ends {
  double low, high;
  bool is_wide;
} ends;

static ends count_rows(const walk *w, uint32_t from, uint32_t to) {
  uint32_t sure = 0, open = 0;
  for (uint32_t i = from; !w->stages && w->filter && i < to; i++) {
    sure += w->filter[i] == JH_TRUE;
    open += w->filter[i] == JH_UNKNOWN;
  }
  for (uint32_t i = from; (w->stages || !w->filter) && i < to; i++) {
    jh_tri is_in = passes(w, i);
    sure += is_in == JH_TRUE;
    open += is_in == JH_UNKNOWN;
  }
  return (ends){sure, (double)sure + open, open > 0};
}

/* A row that may not count adds nothing or what it holds; one without a number makes the sum none. */
static ends sum_rows(const walk *w, const jh_slot *value, uint32_t from, uint32_t to) {
  ends out = {0, 0, false};
  for (uint32_t i = from; i < to; i++) {
    jh_tri is_in = passes(w, i);
    if (is_in == JH_FALSE) continue;
    double low = value->near_low[i], high = value->near_high[i];
    if (is_in == JH_UNKNOWN) {
      low = low > 0 ? 0 : low; /* NaN stays */
      high = high < 0 ? 0 : high;
    }
    out.low += low;
    out.high += high;
    out.is_wide = out.is_wide || is_in == JH_UNKNOWN || (value->is_wide && value->wide[i]);
  }
  return out;
}

/* Starts the slot; false where the sum of numbers of open sign could lose all its digits. */
static bool begin(jh_block *block, uint32_t index, const jh_slot *value) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  double rows = (double)jh_block_count(block, node->over) + 1, error = 0;
  double most = value ? rows * value->most : rows;
  bool is_exact = !value || (value->error == 0 && most < JH_NEAR_EXACT);
  if (!is_exact) error = value->error + (rows + 4) * JH_NEAR_STEP;
  if ((!is_exact && value->is_signed) || !jh_near_is_fit(error, most)) return false;
  jh_slot_begin(out, &block->program->nears[index], error, most);
  out->is_signed = value && value->is_signed;
  return true;
}

/* Every row, each one number. */
static double sum_all(const double *values, uint32_t from, uint32_t to) {
  double sum = 0;
  for (uint32_t i = from; i < to; i++) sum += values[i];
  return sum;
}

/* Sums without questions: no filter, no stage, nothing open. */
static void sum_plainly(
    double *restrict out, const double *restrict values, const uint32_t *firsts, uint32_t base,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    out[i] = sum_all(values, firsts[i] - base, firsts[i + 1] - base);
}

bool jh_kernel_near_over(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  uint32_t filter_at = node->op == JH_OP_COUNT ? 0 : 1;
  uint32_t filter = filter_at < node->count ? jh_plan_arg(block->plan, node, filter_at) : JH_NONE;
  const jh_slot *value = NULL;
  if (node->op == JH_OP_SUM) value = jh_block_slot(block, jh_plan_arg(block->plan, node, 0));
  walk w = {.node = node, .filter = filter == JH_NONE ? NULL : jh_block_slot(block, filter)->mark};
  const uint32_t *firsts =
      block->dataset->firsts[node->over * block->plan->level_count + node->level];
  if (node->stage != JH_NONE) w.stages = block->stages[node->over];
  if ((value && !value->has_near) || !firsts || (node->stage != JH_NONE && !w.stages)) return false;
  if (!begin(block, index, value)) return false;
  bool is_wide = false;
  const uint32_t base = block->from[node->over];
  if (value && !w.filter && !w.stages) {
    uint32_t count = jh_block_count(block, node->level);
    const uint32_t *at = firsts + block->from[node->level];
    sum_plainly(out->near_low, value->near_low, at, base, count);
    if (!value->is_wide) return true;
    jh_slot_widen(out);
    sum_plainly(out->near_high, value->near_high, at, base, count);
    for (uint32_t i = 0; i < count; i++) {
      uint8_t any = 0;
      for (uint32_t k = at[i] - base; k < at[i + 1] - base; k++) any |= value->wide[k];
      out->wide[i] = any;
    }
    return true;
  }
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    uint32_t row = block->from[node->level] + i, from = firsts[row] - base;
    uint32_t to = firsts[row + 1] - base;
    ends all = value ? sum_rows(&w, value, from, to) : count_rows(&w, from, to);
    out->near_low[i] = all.low;
    out->room_high[i] = all.high;
    out->wide[i] = all.is_wide;
    is_wide = is_wide || all.is_wide;
  }
  if (is_wide) jh_slot_widen(out);
  return true;
}
