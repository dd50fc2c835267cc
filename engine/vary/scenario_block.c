/* scenario_block.c - counts a batch of scenarios, block by block, over threads.
 *
 * What stands still is evaluated once by a program of its own; as soon as a number is there its
 * ranks are kept. Then each county is gone through with bits.
 */
#include <string.h>

#include "base/crew.h"
#include "eval/where.h"
#include "vary/scenario_bits.h"

/* Instead of a rank. */
enum { OPEN = 65535, TRUE_ANYWAY = 65534 };

typedef struct ranks {
  uint16_t *yes, *may; /* by row of the block */
} ranks;

typedef struct lane {
  const jh_scenario_job *job;
  jh_arena *arena;
  jh_block *block;
  ranks *ranks;             /* by test */
  uint8_t **marks;          /* by node that is kept: a condition */
  jh_scenario_pair **pairs; /* by node of the cone */
  jh_scenario_pool pool;
  jh_scenario_tally *tally;
  bool is_unfit;
} lane;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static const jh_node *node_at(const lane *l, uint32_t node) { return &l->job->plan->nodes[node]; }

static const jh_scenario_values *values_at(
    const lane *l, uint32_t leaf, uint32_t level, uint32_t i) {
  const jh_scenario_leaf *of = &l->job->leaves[leaf];
  uint32_t stage = jh_block_stage(l->block, level, i);
  bool is_fixed = node_at(l, of->node)->level == JH_NONE;
  return &of->by_stage[is_fixed || stage == JH_NONE ? l->job->plan->stage_count : stage];
}

/* ---- ranks ---- */

/* Of the low end of a number (else the high one): which values does it reach? */
static bool is_closed(jh_op op) { return op == JH_OP_GE || op == JH_OP_LT; }
static bool is_low_sure(jh_op op) { return op == JH_OP_GE || op == JH_OP_GT; }

static void rank_exactly(
    lane *l, const jh_scenario_test *test, uint32_t row, const jh_scenario_values *values,
    uint16_t *low, uint16_t *high) {
  jh_range range;
  jh_range_init(&range);
  jh_exact_number(&l->job->exact, test->measure, row, &range);
  bool closed = is_closed(test->op);
  *low = *high = OPEN;
  if (!range.is_undefined) {
    *low = jh_scenario_rank_end(values, &range.low, range.has_low, true, closed);
    *high = jh_scenario_rank_end(values, &range.high, range.has_high, false, closed);
  }
  jh_range_done(&range);
}

static void rank_number(
    lane *l, const jh_scenario_test *test, jh_ends at, uint32_t row,
    const jh_scenario_values *values, uint16_t *low, uint16_t *high) {
  bool closed = is_closed(test->op);
  *low = *high = OPEN;
  if (at.state == JH_ENDS_UNDEFINED) return;
  if (at.state == JH_ENDS_KNOWN && jh_scenario_rank(values, at.low, at.high, closed, low)) {
    *high = *low;
  } else if (
      at.state != JH_ENDS_RANGE || !jh_scenario_rank(values, at.low, at.low_in, closed, low) ||
      !jh_scenario_rank(values, at.high_in, at.high, closed, high)) {
    rank_exactly(l, test, row, values, low, high);
  }
}

/* A mean of roots is known to more digits than this; a value that lies nearer is left to others. */
static uint16_t rank_mean(lane *l, const jh_scenario_values *values, const jh_rat *mean) {
  jh_rat slack, side;
  jh_rat_init(&slack), jh_rat_init(&side);
  jh_rat_set_scaled(&slack, 1, 18);
  jh_rat_mul(&slack, &slack, &slack); /* 10^-36 */
  jh_rat_sub(&side, mean, &slack);
  uint16_t low = jh_scenario_rank_exactly(values, &side, false);
  jh_rat_add(&side, mean, &slack);
  l->is_unfit = l->is_unfit || low != jh_scenario_rank_exactly(values, &side, true);
  jh_rat_done(&slack), jh_rat_done(&side);
  return low;
}

static uint16_t rank_limit_exactly(
    lane *l, const jh_scenario_test *test, uint32_t row, const jh_scenario_values *values) {
  const jh_exact *exact = &l->job->exact;
  uint16_t out;
  int sign;
  jh_range range;
  jh_range_init(&range);
  bool is_mean = node_at(l, test->node)->op == JH_OP_COMPOSITE;
  if (is_mean)
    jh_exact_composite_mean(exact, test->node, row, &range, &sign);
  else
    jh_exact_spread_squared(exact, test->node, row, &range);
  if (!jh_range_is_known(&range)) {
    jh_tri tri = jh_exact_condition(exact, test->node, row);
    out = tri == JH_TRUE ? TRUE_ANYWAY : OPEN;
  } else if (is_mean) {
    out = rank_mean(l, values, &range.low);
  } else {
    out = jh_scenario_rank_exactly(values, &range.low, false);
  }
  jh_range_done(&range);
  return out;
}

static uint16_t rank_limit(
    lane *l, const jh_scenario_test *test, jh_ends at, uint32_t row,
    const jh_scenario_values *values) {
  uint16_t out;
  bool is_spread = node_at(l, test->node)->op == JH_OP_SPREAD;
  if (is_spread && at.state == JH_ENDS_UNDEFINED) return OPEN;
  if (at.state == JH_ENDS_KNOWN && jh_scenario_rank(values, at.low, at.high, false, &out))
    return out;
  return rank_limit_exactly(l, test, row, values);
}

/* ---- counts of rows ---- */

/* How many rows it takes for a comparison of their count to be decided by the high end of the number,
 * and by the low one. */
static void need_rows(lane *l, size_t index) {
  const jh_scenario_test *test = &l->job->tests[index];
  const jh_slot *slot = jh_block_ends(l->block, test->measure);
  uint32_t level = node_at(l, test->node)->level;
  bool is_above = test->op == JH_OP_GT || test->op == JH_OP_LE;
  ranks *out = &l->ranks[index];
  jh_range range;
  jh_range_init(&range);
  for (uint32_t i = 0; i < jh_block_count(l->block, level); i++) {
    jh_ends at = jh_slot_get(slot, i);
    bool is_plain = at.state == JH_ENDS_KNOWN && at.low == at.high && jh_ends_is_whole(at.low);
    if (is_plain && at.low >= 0 && at.low < JH_SCENARIO_MOST_NEEDED - 1) {
      out->yes[i] = out->may[i] = (uint16_t)(at.low + (is_above ? 1 : 0));
      continue;
    }
    jh_exact_number(&l->job->exact, test->measure, l->block->from[level] + i, &range);
    out->yes[i] = range.is_undefined
                      ? OPEN
                      : jh_scenario_needed_for(&range.high, range.has_high, false, is_above);
    out->may[i] = jh_scenario_needed_for(&range.low, range.has_low, true, is_above);
  }
  jh_range_done(&range);
}

static void rank_rows(lane *l, size_t index) {
  const jh_scenario_test *test = &l->job->tests[index];
  if (test->leaf == JH_NONE) {
    need_rows(l, index);
    return;
  }
  const jh_slot *slot = jh_block_ends(l->block, test->measure);
  uint32_t level = node_at(l, test->node)->level;
  ranks *out = &l->ranks[index];
  for (uint32_t i = 0; i < jh_block_count(l->block, level); i++) {
    const jh_scenario_values *values = values_at(l, test->leaf, level, i);
    uint32_t row = l->block->from[level] + i;
    uint16_t low = OPEN, high = OPEN;
    if (values->is_undefined)
      low = OPEN;
    else if (test->measure == test->node)
      low = high = rank_limit(l, test, jh_slot_get(slot, i), row, values);
    else
      rank_number(l, test, jh_slot_get(slot, i), row, values, &low, &high);
    out->yes[i] = is_low_sure(test->op) ? low : high;
    out->may[i] = is_low_sure(test->op) ? high : low;
  }
}

/* As soon as a node is there. */
static void emit(void *payload, const jh_block *block, const jh_output *output) {
  lane *l = payload;
  uint32_t n = output->holds;
  if (output->rule == JH_NONE) return;
  if (l->marks[n])
    memcpy(l->marks[n], jh_block_slot(block, n)->mark, jh_block_count(block, output->level));
  for (size_t t = 0; t < l->job->test_count; t++) {
    if (l->job->tests[t].measure == n) rank_rows(l, t);
  }
}

/* ---- bits ---- */

static jh_scenario_pair condition_at(lane *l, uint32_t need, uint32_t level, uint32_t row) {
  const jh_node *node = node_at(l, need);
  if (node->level == JH_NONE) return jh_scenario_of_tri(l->job->program->leaves[need].tri);
  if (node->level != level) row = jh_dataset_ancestor(l->job->dataset, level, row, node->level);
  uint32_t i = row - l->block->from[node->level];
  if (l->job->is_cone[need]) return l->pairs[need][i];
  return jh_scenario_of_tri((jh_tri)l->marks[need][i]);
}

static jh_scenario_pair test_at(lane *l, const jh_scenario_test *test, uint32_t level, uint32_t i) {
  const ranks *of = &l->ranks[test - l->job->tests];
  uint16_t yes = of->yes[i], may = of->may[i];
  if (yes == OPEN) return jh_scenario_of_tri(JH_UNKNOWN);
  if (yes == TRUE_ANYWAY) return jh_scenario_of_tri(JH_TRUE);
  const jh_scenario_values *values = values_at(l, test->leaf, level, i);
  bool is_below = is_low_sure(test->op);
  const jh_scenario_bits *bits = is_below ? values->below : values->above;
  const jh_scenario_bits *ends[2] = {
      is_below ? &jh_scenario_none : &jh_scenario_all,
      is_below ? &jh_scenario_all : &jh_scenario_none};
  const jh_scenario_bits *sure = yes == 0 ? ends[0] : yes == values->count ? ends[1] : &bits[yes];
  const jh_scenario_bits *open = may == 0 ? ends[0] : may == values->count ? ends[1] : &bits[may];
  return (jh_scenario_pair){sure, open};
}

/* A comparison: by what stands on the other side at the row. */
static jh_scenario_pair compare_at(
    lane *l, uint32_t index, uint32_t bound, uint32_t level, uint32_t row) {
  const jh_scenario_job *j = l->job;
  uint32_t own = node_at(l, index)->level;
  const jh_node *node = node_at(l, bound);
  if (j->is_pure[bound]) {
    uint32_t leaf = jh_scenario_leaf_of(j, bound, node_at(l, index)->op == JH_OP_SPREAD);
    const jh_scenario_test *test = &j->tests[j->first_test[index]];
    while (test->leaf != leaf) test++;
    return test_at(l, test, own, row - l->block->from[own]);
  }
  if (node->op == JH_OP_RAISE)
    return compare_at(l, index, jh_scenario_need(j, node, 0), level, row);
  uint32_t arm = jh_known_arm(&j->known, node);
  if (arm) return compare_at(l, index, jh_scenario_need(j, node, arm), level, row);
  jh_scenario_pair when = condition_at(l, jh_scenario_need(j, node, 0), own, row);
  jh_scenario_pair a = compare_at(l, index, jh_scenario_need(j, node, 1), level, row);
  if (when.yes == &jh_scenario_all) return a;
  jh_scenario_pair b = compare_at(l, index, jh_scenario_need(j, node, 2), level, row);
  return jh_scenario_choice(&l->pool, when, a, b);
}

static const jh_scenario_bits *reaches(
    lane *l, const jh_scenario_sum *sum, uint16_t needed, size_t rows) {
  jh_scenario_bits digits[6];
  if (needed == 0) return &jh_scenario_all;
  if (needed > rows) return &jh_scenario_none;
  jh_scenario_bits *out = jh_scenario_fresh(&l->pool);
  for (int d = 0; d < 6; d++) digits[d] = needed >> d & 1 ? jh_scenario_all : jh_scenario_none;
  jh_scenario_sum_reaches(sum, digits, out);
  return out;
}

/* A count of rows against a number: "at most" is "not above". */
static jh_scenario_pair counted_at(
    lane *l, const jh_scenario_test *test, const jh_node *count, uint32_t row) {
  const jh_scenario_job *j = l->job;
  jh_scenario_sums sums = {0};
  uint32_t from, to, level = node_at(l, test->node)->level, rows = 0;
  const ranks *needed = &l->ranks[test - j->tests];
  uint32_t i = row - l->block->from[level];
  if (needed->yes[i] == OPEN) return jh_scenario_of_tri(JH_UNKNOWN);
  jh_dataset_range(j->dataset, count->over, level, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (count->stage != JH_NONE && jh_where_stage(j->dataset, count->over, r) != count->stage)
      continue;
    jh_scenario_pair next = condition_at(l, jh_scenario_need(j, count, 0), count->over, r);
    if (next.may == &jh_scenario_none) continue;
    rows++;
    if (rows < JH_SCENARIO_MOST_NEEDED) jh_scenario_sums_add(&sums, next);
  }
  l->is_unfit = l->is_unfit || rows >= JH_SCENARIO_MOST_NEEDED;
  jh_scenario_pair out;
  bool is_turned = test->op == JH_OP_LE || test->op == JH_OP_LT;
  out.yes = reaches(l, &sums.yes, needed->yes[i], rows);
  out.may = reaches(l, sums.differ ? &sums.may : &sums.yes, needed->may[i], rows);
  return is_turned ? jh_scenario_not(&l->pool, out) : out;
}

static jh_scenario_pair number_at(lane *l, uint32_t index, uint32_t row) {
  const jh_node *node = node_at(l, index);
  const jh_scenario_test *first = &l->job->tests[l->job->first_test[index]];
  if (first->leaf == JH_NONE) {
    uint32_t a = jh_plan_arg(l->job->plan, node, 0), b = jh_plan_arg(l->job->plan, node, 1);
    return counted_at(l, first, node_at(l, l->job->moves[a] ? a : b), row);
  }
  uint32_t at = node->op == JH_OP_SPREAD ? 3 : node->op == JH_OP_COMPOSITE ? 0 : 1;
  uint32_t bound = jh_plan_arg(l->job->plan, node, at);
  if (at == 1 && !l->job->moves[bound]) bound = jh_plan_arg(l->job->plan, node, 0);
  return compare_at(l, index, bound, node->level, row);
}

static jh_scenario_pair over(lane *l, const jh_node *node, uint32_t row) {
  const jh_scenario_job *j = l->job;
  uint32_t from, to, filter = node->count > 1 ? jh_scenario_need(j, node, 1) : JH_NONE;
  jh_scenario_fold fold = jh_scenario_fold_of(node->op == JH_OP_EVERY);
  jh_dataset_range(j->dataset, node->over, node->level, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (node->stage != JH_NONE && jh_where_stage(j->dataset, node->over, r) != node->stage)
      continue;
    jh_scenario_pair is_in = jh_scenario_of_tri(JH_TRUE);
    if (filter != JH_NONE) is_in = condition_at(l, filter, node->over, r);
    if (is_in.may == &jh_scenario_none) continue;
    jh_scenario_pair next = condition_at(l, jh_scenario_need(j, node, 0), node->over, r);
    if (is_in.yes != &jh_scenario_all && fold.is_and)
      next = jh_scenario_both(&l->pool, jh_scenario_not(&l->pool, is_in), next, false);
    else if (is_in.yes != &jh_scenario_all)
      next = jh_scenario_both(&l->pool, is_in, next, true);
    jh_scenario_fold_add(&l->pool, &fold, next);
  }
  return fold.value;
}

static jh_scenario_pair at_least_n(lane *l, const jh_node *node, uint32_t row) {
  const jh_scenario_job *j = l->job;
  uint32_t leaf = jh_scenario_leaf_of(j, jh_plan_arg(j->plan, node, 0), false);
  const jh_scenario_values *n = values_at(l, leaf, node->level, row - l->block->from[node->level]);
  jh_scenario_sums sums = {0};
  if (n->is_undefined) return jh_scenario_of_tri(JH_UNKNOWN);
  for (uint32_t k = 1; k < node->count; k++) {
    jh_scenario_pair next = condition_at(l, jh_scenario_need(j, node, k), node->level, row);
    jh_scenario_sums_add(&sums, next);
  }
  jh_scenario_bits *sure = jh_scenario_fresh(&l->pool), *open = sure;
  jh_scenario_sum_reaches(&sums.yes, n->needed, sure);
  if (sums.differ) {
    open = jh_scenario_fresh(&l->pool);
    jh_scenario_sum_reaches(&sums.may, n->needed, open);
  }
  return (jh_scenario_pair){sure, open};
}

static bool is_in_force(const lane *l, uint32_t rule, uint32_t row) {
  const jh_force *force = l->job->exact.force;
  if (jh_force_everywhere(force, rule)) return true;
  uint32_t stage = jh_where_stage(l->job->dataset, l->job->plan->rules[rule].level, row);
  return jh_force_is(force, rule, stage);
}

static jh_scenario_pair rule_at(lane *l, const jh_node *node, uint32_t row) {
  const jh_rule *rule = &l->job->plan->rules[node->index];
  if (!is_in_force(l, node->index, row)) return jh_scenario_of_tri(JH_TRUE);
  jh_scenario_pair holds = condition_at(l, rule->holds, node->level, row);
  if (rule->applies == JH_NONE) return holds;
  jh_scenario_pair scope = condition_at(l, rule->applies, node->level, row);
  return jh_scenario_both(&l->pool, jh_scenario_not(&l->pool, scope), holds, false);
}

static jh_scenario_pair all_or_any(lane *l, const jh_node *node, uint32_t row) {
  jh_scenario_fold fold = jh_scenario_fold_of(node->op == JH_OP_AND);
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_scenario_need(l->job, node, k);
    if (need == JH_NONE) continue;
    jh_scenario_fold_add(&l->pool, &fold, condition_at(l, need, node->level, row));
  }
  return fold.value;
}

static jh_scenario_pair choice_at(lane *l, const jh_node *node, uint32_t row) {
  const jh_scenario_job *j = l->job;
  uint32_t arm = jh_known_arm(&j->known, node);
  if (arm) return condition_at(l, jh_scenario_need(j, node, arm), node->level, row);
  jh_scenario_pair when = condition_at(l, jh_scenario_need(j, node, 0), node->level, row);
  jh_scenario_pair a = condition_at(l, jh_scenario_need(j, node, 1), node->level, row);
  jh_scenario_pair b = condition_at(l, jh_scenario_need(j, node, 2), node->level, row);
  return jh_scenario_choice(&l->pool, when, a, b);
}

static jh_scenario_pair by_stage(lane *l, const jh_node *node, uint32_t row) {
  uint32_t stage = jh_where_stage(l->job->dataset, node->level, row);
  uint32_t need = stage < node->count ? jh_scenario_need(l->job, node, stage) : JH_NONE;
  if (need == JH_NONE) return jh_scenario_of_tri(JH_UNKNOWN);
  return condition_at(l, need, node->level, row);
}

static jh_scenario_pair one(lane *l, uint32_t index, uint32_t row) {
  const jh_node *node = node_at(l, index);
  switch (node->op) {
  case JH_OP_AND:
  case JH_OP_OR: return all_or_any(l, node, row);
  case JH_OP_NOT:
    return jh_scenario_not(
        &l->pool, condition_at(l, jh_scenario_need(l->job, node, 0), node->level, row));
  case JH_OP_EVERY:
  case JH_OP_SOME: return over(l, node, row);
  case JH_OP_RULE: return rule_at(l, node, row);
  case JH_OP_QUANTITY:
  case JH_OP_RAISE: return condition_at(l, jh_scenario_need(l->job, node, 0), node->level, row);
  case JH_OP_BY_STAGE: return by_stage(l, node, row);
  case JH_OP_IF: return choice_at(l, node, row);
  case JH_OP_AT_LEAST_N: return at_least_n(l, node, row);
  default: return number_at(l, index, row);
  }
}

static void count_rows(lane *l, uint32_t from, uint32_t to) {
  const jh_scenario_job *j = l->job;
  const jh_rule *rule = &j->plan->rules[j->set->rule];
  for (uint32_t row = from; row < to; row++) {
    if (!is_in_force(l, j->set->rule, row)) {
      l->tally->everywhere[JH_NOT_IN_FORCE]++;
      continue;
    }
    jh_scenario_pair scope = jh_scenario_of_tri(JH_TRUE);
    if (rule->applies != JH_NONE) scope = condition_at(l, rule->applies, rule->level, row);
    jh_scenario_tally_add(l->tally, scope, condition_at(l, rule->holds, rule->level, row));
  }
}

static void run_county(lane *l, uint32_t county) {
  const jh_scenario_job *j = l->job;
  uint32_t from, to;
  l->pool.next = 0;
  for (size_t c = 0; c < j->cone_count; c++) {
    uint32_t level = node_at(l, j->cone[c])->level;
    jh_dataset_range(j->dataset, level, j->program->root, county, &from, &to);
    for (uint32_t row = from; row < to; row++)
      l->pairs[j->cone[c]][row - l->block->from[level]] = one(l, j->cone[c], row);
  }
  uint32_t level = j->plan->rules[j->set->rule].level;
  jh_dataset_range(j->dataset, level, j->program->root, county, &from, &to);
  count_rows(l, from, to);
}

static void run_block(void *payload, size_t number, size_t task) {
  lane *l = &((lane *)payload)[number];
  const jh_program *p = l->job->program;
  if (l->is_unfit || l->pool.is_out) return;
  jh_block_run(l->block, task, emit, l);
  for (uint32_t county = p->firsts[task]; county < p->firsts[task + 1]; county++)
    run_county(l, county);
}

/* ---- lanes ---- */

static bool make_room(lane *l) {
  const jh_scenario_job *j = l->job;
  size_t nodes = j->plan->node_count + 1;
  l->ranks = jh_arena_get(l->arena, (j->test_count + 1) * sizeof *l->ranks);
  l->marks = jh_arena_get(l->arena, nodes * sizeof *l->marks);
  l->pairs = jh_arena_get(l->arena, nodes * sizeof *l->pairs);
  l->tally = jh_arena_get(l->arena, sizeof *l->tally);
  bool is_ready = l->ranks && l->marks && l->pairs && l->tally;
  for (uint32_t n = 0; n < j->plan->node_count && is_ready; n++) {
    const jh_node *node = node_at(l, n);
    if (node->level == JH_NONE || (!j->is_kept[n] && !j->is_cone[n])) continue;
    size_t rows = j->program->capacity[node->level] + 1;
    if (j->is_cone[n])
      is_ready = (l->pairs[n] = jh_arena_get(l->arena, rows * sizeof **l->pairs)) != NULL;
    else if (node->type == JH_TYPE_CONDITION)
      is_ready = (l->marks[n] = jh_arena_get(l->arena, rows)) != NULL;
  }
  for (size_t t = 0; t < j->test_count && is_ready; t++) {
    size_t rows = j->program->capacity[node_at(l, j->tests[t].node)->level] + 1;
    l->ranks[t].yes = jh_arena_get(l->arena, rows * sizeof *l->ranks[t].yes);
    l->ranks[t].may = jh_arena_get(l->arena, rows * sizeof *l->ranks[t].may);
    is_ready = l->ranks[t].yes && l->ranks[t].may;
  }
  return is_ready;
}

static jh_code open_lane(lane *l, const jh_scenario_job *j, jh_error *err) {
  *l = (lane){.job = j, .arena = jh_arena_open()};
  jh_scenario_pool_open(&l->pool, j->count);
  if (!l->arena || !make_room(l)) return out_of_memory(err);
  return jh_block_open(&l->block, j->program, err);
}

static void close_lane(lane *l) {
  jh_block_close(l->block);
  jh_scenario_pool_done(&l->pool);
  if (l->arena) jh_arena_close(l->arena);
}

static void add_up(const jh_scenario_job *j, const lane *l) {
  for (size_t s = 0; s < j->count; s++) {
    for (int v = 0; v < JH_VERDICTS; v++)
      j->set->counts[j->first + s].of[v] += jh_scenario_tally_of(l->tally, (jh_verdict)v, s);
  }
}

jh_code jh_scenario_run(jh_scenario_job *j, bool *is_fit, jh_error *err) {
  lane lanes[JH_CREW_MOST];
  size_t blocks = j->program->block_count, jobs = j->jobs < 1 ? 1 : (size_t)j->jobs, open = 0;
  jobs = jobs > JH_CREW_MOST ? JH_CREW_MOST : jobs;
  jobs = jobs > blocks ? blocks : jobs;
  jh_code code = JH_OK;
  while (open < jobs && !code) code = open_lane(&lanes[open++], j, err);
  if (!code) jh_crew_run(jobs, blocks, run_block, lanes);
  memset(&j->set->counts[j->first], 0, j->count * sizeof *j->set->counts);
  *is_fit = true;
  for (size_t i = 0; i < open; i++) {
    if (!code && lanes[i].pool.is_out) code = out_of_memory(err);
    *is_fit = *is_fit && !lanes[i].is_unfit;
    if (!code) add_up(j, &lanes[i]);
    close_lane(&lanes[i]);
  }
  return code;
}
