/* cuts_block.c - works out the cuts of all entities, block by block, over threads.
 *
 * What stands still is evaluated by a program of its own (eval/program.h); what moves is solved
 * with doubles. What one county yields depends on that county alone.
 */
#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"
#include "eval/compute.h"
#include "vary/cuts_lane.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_follow_way way_of(const jh_cuts *c, uint32_t node) {
  return jh_follow_way_of(&c->follow, node);
}

static bool is_worked_out(const jh_cuts_rule *rule) { return rule->has && rule->is_moved; }

/* --- what is kept --- */

/* Asking rationals what a rule adds, where its scope may leave it open, must stay seldom. */
enum { MOST_OPEN = 256 };

/* Does the run still know a condition at each row? */
static bool is_told(const jh_cuts *c, uint32_t index) {
  const jh_node *node = &c->plan->nodes[index];
  if (node->type != JH_TYPE_CONDITION || node->level == JH_NONE) return false;
  if (c->run->marks[index]) return true;
  if (node->op != JH_OP_RULE) return false;
  const uint8_t *verdicts = c->run->results[node->index].verdicts;
  if (!verdicts || c->plan->rules[node->index].applies == JH_NONE) return verdicts != NULL;
  size_t open = 0;
  for (size_t row = 0; row < c->dataset->levels[node->level].count; row++)
    open += verdicts[row] == JH_UNDETERMINED;
  return open <= MOST_OPEN;
}

static void keep(jh_cuts *c, uint32_t node) {
  if (c->kept[node] != JH_NONE) return;
  c->kept[node] = (uint32_t)c->kept_count++;
  c->is_told[node] = jh_follow_way_of(&c->follow, node) == JH_FOLLOW_NOT && is_told(c, node);
}

/* As the run knows it. */
static jh_tri told(const jh_cuts *c, uint32_t index, uint32_t row) {
  const jh_node *node = &c->plan->nodes[index];
  if (c->run->marks[index]) return (jh_tri)c->run->marks[index][row];
  jh_verdict verdict = (jh_verdict)c->run->results[node->index].verdicts[row];
  if (verdict != JH_UNDETERMINED) return verdict == JH_UNMET ? JH_FALSE : JH_TRUE;
  bool is_open = c->plan->rules[node->index].applies == JH_NONE;
  return is_open ? JH_UNKNOWN : jh_exact_condition(&c->exact, index, row);
}

static void want(jh_cuts *c, uint32_t node) {
  if (node == JH_NONE) return;
  if (way_of(c, node) == JH_FOLLOW_NOT)
    keep(c, node);
  else
    c->is_cone[node] = true;
}

static void need_below(jh_cuts *c, uint32_t index) {
  const jh_node *node = &c->plan->nodes[index];
  if (node->op == JH_OP_PARAM) {
    keep(c, index); /* for rows of other stages */
  } else if (node->op == JH_OP_SPREAD || node->op == JH_OP_COMPOSITE) {
    keep(c, index); /* the number beside the mark */
    want(c, jh_plan_arg(c->plan, node, node->op == JH_OP_SPREAD ? 3 : 0));
  } else {
    for (uint32_t k = 0; k < jh_follow_need_count(&c->follow, node); k++)
      want(c, jh_follow_need(&c->follow, node, k));
  }
}

static void choose(jh_cuts *c) {
  for (size_t n = 0; n < c->plan->node_count; n++) c->kept[n] = JH_NONE;
  for (size_t r = 0; r < c->plan->rule_count; r++) {
    if (!is_worked_out(&c->rules[r])) continue;
    want(c, c->rules[r].holds.node);
    want(c, c->rules[r].applies.node);
  }
  for (uint32_t n = (uint32_t)c->plan->node_count; n-- > 0;) {
    if (c->is_cone[n]) need_below(c, n);
  }
}

/* The functions of the pack are asked again only where the run did not ask them. */
static jh_code compute(jh_cuts *c, jh_error *err) {
  const jh_program *theirs = c->run->program;
  bool is_new = false;
  c->program->computed = theirs->computed;
  for (size_t n = 0; n < c->plan->node_count; n++)
    is_new = is_new || (c->plan->nodes[n].op == JH_OP_COMPUTE && c->program->is_needed[n] &&
                        !theirs->is_needed[n]);
  if (!is_new) return JH_OK;
  c->program->computed = NULL;
  jh_code code = jh_compute_all(&c->own_computed, &c->exact, c->program->is_needed, err);
  c->program->computed = c->own_computed;
  c->exact.computed = c->own_computed;
  return code;
}

static jh_code make_program(jh_cuts *c, jh_error *err) {
  jh_output *outputs = jh_arena_get(c->arena, (c->kept_count + 1) * sizeof *outputs);
  size_t count = 0;
  if (!outputs) return out_of_memory(err);
  for (uint32_t n = 0; n < c->plan->node_count; n++) {
    uint32_t level = c->plan->nodes[n].level;
    if (c->kept[n] == JH_NONE || c->is_told[n]) continue;
    outputs[count++] = (jh_output){level == JH_NONE ? JH_NONE : n,
                                   level == JH_NONE ? 0 : level,
                                   JH_NONE,
                                   n,
                                   JH_NONE,
                                   JH_NONE,
                                   0};
  }
  jh_code code =
      jh_program_open(&c->program, c->plan, c->dataset, c->exact.on, outputs, count, err);
  return code ? code : compute(c, err);
}

/* --- a lane --- */

static bool make_slot(jh_cuts_lane *l, const jh_node *node, jh_slot *slot) {
  bool is_spread = node->op == JH_OP_SPREAD || node->op == JH_OP_COMPOSITE;
  if (node->level == JH_NONE) return true;
  size_t rows = l->cuts->program->capacity[node->level] + 1;
  if (node->type != JH_TYPE_NUMBER) {
    slot->mark = jh_arena_get(l->arena, rows);
    if (!slot->mark || !is_spread) return slot->mark != NULL;
  }
  slot->low = jh_arena_get(l->arena, rows * sizeof *slot->low);
  slot->high = jh_arena_get(l->arena, rows * sizeof *slot->high);
  slot->low_in = jh_arena_get(l->arena, rows * sizeof *slot->low_in);
  slot->high_in = jh_arena_get(l->arena, rows * sizeof *slot->high_in);
  slot->state = jh_arena_get(l->arena, rows);
  return slot->low && slot->high && slot->low_in && slot->high_in && slot->state;
}

static bool make_line(jh_cuts_lane *l, const jh_node *node, jh_cuts_line *line) {
  if (node->type != JH_TYPE_CONDITION || node->level == JH_NONE) return true;
  size_t rows = l->cuts->program->capacity[node->level] + 1;
  line->yes = jh_arena_get(l->arena, rows * sizeof *line->yes);
  line->no = jh_arena_get(l->arena, rows * sizeof *line->no);
  return line->yes && line->no;
}

static jh_code open_lane(jh_cuts_lane *l, jh_cuts *c, jh_error *err) {
  size_t most = c->program->capacity_max + 1;
  bool is_ready = true;
  *l = (jh_cuts_lane){.cuts = c, .arena = jh_arena_open()};
  if (!l->arena) return out_of_memory(err);
  l->kept = jh_arena_get(l->arena, (c->kept_count + 1) * sizeof *l->kept);
  l->lines = jh_arena_get(l->arena, (c->plan->node_count + 1) * sizeof *l->lines);
  for (size_t n = 0; n < c->plan->node_count && l->kept && l->lines && is_ready; n++) {
    const jh_node *node = &c->plan->nodes[n];
    if (c->kept[n] != JH_NONE && !c->is_told[n])
      is_ready = make_slot(l, node, &l->kept[c->kept[n]]);
    if (c->is_cone[n]) is_ready = is_ready && make_line(l, node, &l->lines[n]);
    most = node->count > most ? node->count : most;
  }
  l->lows = jh_arena_get(l->arena, most * sizeof *l->lows);
  l->highs = jh_arena_get(l->arena, most * sizeof *l->highs);
  jh_range unit;
  jh_range_init(&unit);
  jh_range_set_rat(&unit, &c->unit);
  l->unit = jh_ends_of_range(&unit);
  jh_range_done(&unit);
  if (!is_ready || !l->kept || !l->lines || !l->lows || !l->highs) return out_of_memory(err);
  return jh_block_open(&l->block, c->program, err);
}

static void close_lane(jh_cuts_lane *l) {
  jh_block_close(l->block);
  if (l->arena) jh_arena_close(l->arena);
}

jh_ends jh_cuts_lane_number(const jh_cuts_lane *l, uint32_t node, uint32_t i) {
  if (l->cuts->plan->nodes[node].level == JH_NONE) return l->cuts->program->leaves[node].constant;
  return jh_slot_get(&l->kept[l->cuts->kept[node]], i);
}

jh_tri jh_cuts_lane_tri(const jh_cuts_lane *l, uint32_t node, uint32_t i) {
  if (l->cuts->plan->nodes[node].level == JH_NONE) return l->cuts->program->leaves[node].tri;
  if (l->cuts->is_told[node])
    return told(l->cuts, node, l->block->from[l->cuts->plan->nodes[node].level] + i);
  return (jh_tri)l->kept[l->cuts->kept[node]].mark[i];
}

uint32_t jh_cuts_lane_row(const jh_cuts_lane *l, const jh_node *node, uint32_t i, uint32_t need) {
  uint32_t level = l->cuts->plan->nodes[need].level;
  if (level == JH_NONE || level == node->level) return i;
  uint32_t row = l->block->from[node->level] + i;
  return jh_dataset_ancestor(l->cuts->dataset, node->level, row, level) - l->block->from[level];
}

/* --- a block --- */

/* Copies values as soon as they are there. */
static void emit(void *payload, const jh_block *block, const jh_output *output) {
  const jh_cuts_lane *l = payload;
  if (output->rule == JH_NONE) return; /* of no level: among the leaves */
  const jh_slot *from = jh_block_slot(block, output->holds);
  jh_slot *to = &l->kept[l->cuts->kept[output->holds]];
  uint32_t count = jh_block_count(block, output->level);
  if (to->mark) memcpy(to->mark, from->mark, count);
  if (!to->low) return;
  memcpy(to->low, from->low, count * sizeof *to->low);
  memcpy(to->high, from->high, count * sizeof *to->high);
  memcpy(to->low_in, jh_slot_low_in(from), count * sizeof *to->low_in);
  memcpy(to->high_in, jh_slot_high_in(from), count * sizeof *to->high_in);
  memcpy(to->state, from->state, count);
}

static void hand_over(const jh_cuts_lane *l, uint32_t rule, jh_cuts_side *side) {
  uint32_t level = l->cuts->plan->rules[rule].level;
  uint32_t from = l->block->from[level], count = jh_block_count(l->block, level);
  for (uint32_t i = 0; side->marks && i < count; i++)
    side->marks[from + i] = (uint8_t)jh_cuts_lane_tri(l, side->node, i);
  for (uint32_t i = 0; side->yes_low && i < count; i++) {
    jh_cuts_gap yes, no;
    jh_cuts_lane_condition(l, side->node, i, side->way, &yes, &no);
    side->yes_low[from + i] = yes.low;
    side->yes_high[from + i] = yes.high;
    side->no_low[from + i] = no.low;
    side->no_high[from + i] = no.high;
  }
}

static void run_block(void *payload, size_t lane, size_t number) {
  jh_cuts_lane *l = (jh_cuts_lane *)payload + lane;
  jh_cuts *c = l->cuts;
  jh_block_run(l->block, number, emit, l);
  for (uint32_t n = 0; n < c->plan->node_count; n++) {
    if (c->is_cone[n] && l->lines[n].yes) jh_cuts_line_fill(l, n);
  }
  for (uint32_t r = 0; r < c->plan->rule_count; r++) {
    if (!is_worked_out(&c->rules[r])) continue;
    hand_over(l, r, &c->rules[r].holds);
    hand_over(l, r, &c->rules[r].applies);
  }
}

static bool make_side(jh_cuts *c, jh_cuts_side *side, size_t rows) {
  if (side->node == JH_NONE) return true;
  if (!side->way) {
    side->marks = jh_arena_get(c->arena, rows + 1);
    return side->marks != NULL;
  }
  double *all = jh_arena_get(c->arena, (4 * rows + 1) * sizeof *all);
  if (!all) return false;
  side->yes_low = all;
  side->yes_high = all + rows;
  side->no_low = all + 2 * rows;
  side->no_high = all + 3 * rows;
  return true;
}

static bool make_sides(jh_cuts *c) {
  bool is_ready = true;
  for (size_t r = 0; r < c->plan->rule_count && is_ready; r++) {
    jh_cuts_rule *rule = &c->rules[r];
    if (!is_worked_out(rule)) continue;
    size_t rows = c->dataset->levels[c->plan->rules[r].level].count;
    is_ready = make_side(c, &rule->holds, rows) && make_side(c, &rule->applies, rows);
  }
  return is_ready;
}

/* Rules that stand on data which are not as the dictionary promises have no cuts. */
static void drop_broken(jh_cuts *c, jh_cuts_rule *rule, bool *seen) {
  memset(seen, 0, c->plan->node_count);
  if (rule->holds.node != JH_NONE) seen[rule->holds.node] = true;
  if (rule->applies.node != JH_NONE) seen[rule->applies.node] = true;
  for (uint32_t n = (uint32_t)c->plan->node_count; n-- > 0;) {
    const jh_node *node = &c->plan->nodes[n];
    if (!seen[n]) continue;
    if (atomic_load(&c->is_broken[n])) {
      rule->has = false;
      rule->why = n;
      return;
    }
    for (uint32_t k = 0; k < jh_follow_need_count(&c->follow, node); k++) {
      uint32_t arg = jh_follow_need(&c->follow, node, k);
      if (arg != JH_NONE) seen[arg] = true;
    }
  }
}

static jh_code drop_all_broken(jh_cuts *c, jh_error *err) {
  bool any = false;
  for (size_t n = 0; n < c->plan->node_count; n++) any = any || atomic_load(&c->is_broken[n]);
  if (!any) return JH_OK;
  bool *seen = jh_alloc_get(c->plan->node_count + 1);
  if (!seen) return out_of_memory(err);
  for (size_t r = 0; r < c->plan->rule_count; r++) {
    if (is_worked_out(&c->rules[r])) drop_broken(c, &c->rules[r], seen);
  }
  jh_alloc_free(seen);
  return JH_OK;
}

jh_code jh_cuts_block_run(jh_cuts *c, jh_error *err) {
  choose(c);
  if (c->kept_count == 0) return JH_OK; /* nothing moves */
  jh_code code = make_program(c, err);
  if (code) return code;
  size_t count = c->program->block_count, lanes = c->jobs < count ? c->jobs : count;
  jh_cuts_lane *all = jh_alloc_get((lanes + 1) * sizeof *all);
  if (!all || !make_sides(c)) code = out_of_memory(err);
  for (size_t i = 0; i < lanes && !code; i++) code = open_lane(&all[i], c, err);
  if (!code) jh_crew_run(lanes, count, run_block, all);
  for (size_t i = 0; all && i < lanes; i++) close_lane(&all[i]);
  jh_alloc_free(all);
  return code ? code : drop_all_broken(c, err);
}
