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

/* Where an entity's rows begin and end, as indices into the slots of the level walked over. */
typedef struct spans {
  const uint32_t *firsts; /* of the block's first entity */
  uint32_t base, entities, rows;
} spans;

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

/* before[i] = how many rows before i count, surely or, if `may`, perhaps. */
static void count_up(uint32_t *restrict before, const walk *w, uint32_t rows, bool may) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < rows; i++) {
    before[i] = found;
    jh_tri is_in = passes(w, i);
    found += is_in == JH_TRUE || (may && is_in == JH_UNKNOWN);
  }
  before[rows] = found;
}

static void count_between(double *restrict out, const uint32_t *before, const spans *s) {
  for (uint32_t i = 0; i < s->entities; i++)
    out[i] = before[s->firsts[i + 1] - s->base] - before[s->firsts[i] - s->base];
}

static void count_rows(jh_block *block, const walk *w, const spans *s, jh_slot *out) {
  count_up(block->counts, w, s->rows, false);
  count_between(out->near_low, block->counts, s);
  if (!w->filter || !memchr(w->filter, JH_UNKNOWN, s->rows)) return;
  jh_slot_widen(out);
  count_up(block->counts, w, s->rows, true);
  count_between(out->near_high, block->counts, s);
  for (uint32_t i = 0; i < s->entities; i++) out->wide[i] = out->near_low[i] < out->near_high[i];
}

/* before[i] = the sum of the rows before i; false where some are not finite. */
static bool add_up(double *restrict before, const double *restrict values, uint32_t rows) {
  double sum = 0;
  for (uint32_t i = 0; i < rows; i++) {
    before[i] = sum;
    sum += values[i];
  }
  before[rows] = sum;
  return fabs(sum) < (double)INFINITY;
}

static void sum_between(double *restrict out, const double *before, const spans *s) {
  for (uint32_t i = 0; i < s->entities; i++)
    out[i] = before[s->firsts[i + 1] - s->base] - before[s->firsts[i] - s->base];
}

/* Of exact numbers without filter and stage: differences of sums from the front on, which are exact, too. */
static bool sum_exactly(jh_block *block, const jh_slot *value, const spans *s, jh_slot *out) {
  if (!add_up(block->sums, value->near_low, s->rows)) return false;
  sum_between(out->near_low, block->sums, s);
  if (!value->is_wide) return true;
  if (!add_up(block->sums, value->near_high, s->rows)) return false;
  jh_slot_widen(out);
  sum_between(out->near_high, block->sums, s);
  uint32_t found = 0;
  for (uint32_t i = 0; i < s->rows; i++) {
    block->counts[i] = found;
    found += value->wide[i];
  }
  block->counts[s->rows] = found;
  for (uint32_t i = 0; i < s->entities; i++)
    out->wide[i] =
        block->counts[s->firsts[i + 1] - s->base] > block->counts[s->firsts[i] - s->base];
  return true;
}

static void sum_each(const walk *w, const jh_slot *value, const spans *s, jh_slot *out) {
  bool is_wide = false;
  for (uint32_t i = 0; i < s->entities; i++) {
    ends all = sum_rows(w, value, s->firsts[i] - s->base, s->firsts[i + 1] - s->base);
    out->near_low[i] = all.low;
    out->room_high[i] = all.high;
    out->wide[i] = all.is_wide;
    is_wide = is_wide || all.is_wide;
  }
  if (is_wide) jh_slot_widen(out);
}

bool jh_kernel_near_over(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  uint32_t filter_at = node->op == JH_OP_COUNT ? 0 : 1;
  uint32_t filter = jh_plan_arg(block->plan, node, filter_at);
  const jh_slot *value = NULL;
  if (node->op == JH_OP_SUM) value = jh_block_slot(block, jh_plan_arg(block->plan, node, 0));
  walk w = {.node = node, .filter = filter == JH_NONE ? NULL : jh_block_slot(block, filter)->mark};
  const uint32_t *firsts =
      block->dataset->firsts[node->over * block->plan->level_count + node->level];
  if (node->stage != JH_NONE) w.stages = block->stages[node->over];
  if ((value && !value->has_near) || !firsts || (node->stage != JH_NONE && !w.stages)) return false;
  if (!begin(block, index, value)) return false;
  spans s = {
      firsts + block->from[node->level], block->from[node->over],
      jh_block_count(block, node->level), jh_block_count(block, node->over)};
  bool is_plain = value && !w.filter && !w.stages && out->error == 0;
  if (!value)
    count_rows(block, &w, &s, out);
  else if (!is_plain || !sum_exactly(block, value, &s, out))
    sum_each(&w, value, &s, out);
  return true;
}
