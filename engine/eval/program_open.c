/* program_open.c - finds the needed nodes, checks them, gives them room and orders the outputs.
 *
 * Values live from their own step to their last use; buffers of the same level
 * and kind are used again, so that a block stays in the processor's cache.
 */
#include "eval/program.h"

#include <string.h>

#include "eval/program_parts.h"
#include "eval/where.h"

static jh_code broken(const jh_node *node, const char *what, jh_error *err) {
  return jh_fail(err, JH_EINTERNAL, node ? &node->place : NULL, what, NULL);
}

/* Which level may argument k have? Its own or none is always right. */
static bool is_level_right(const jh_plan *plan, const jh_node *node, size_t k, uint32_t level) {
  if (level == JH_NONE) return true;
  if (node->op == JH_OP_RAISE)
    return node->level != JH_NONE && level != node->level &&
           jh_plan_is_within(plan, node->level, level);
  bool is_over = (node->op >= JH_OP_SUM && node->op <= JH_OP_GREATEST) ||
                 (node->op >= JH_OP_EVERY && node->op <= JH_OP_SPREAD);
  if (is_over && !(node->op == JH_OP_SPREAD && k == 3)) return level == node->over;
  return level == node->level;
}

static jh_code check_node(const jh_program *p, uint32_t index, uint32_t *depth, jh_error *err) {
  const jh_node *node = &p->plan->nodes[index];
  depth[index] = 1;
  for (size_t k = 0; k < jh_program_need_count(p, node); k++) {
    uint32_t need = jh_program_need(p, node, k);
    if (need == JH_NONE) continue;
    if (need >= index) return broken(node, "a node stands before its arguments", err);
    if (!is_level_right(p->plan, node, k, p->plan->nodes[need].level))
      return broken(node, "a node and its argument are of different levels", err);
    if (depth[need] >= depth[index]) depth[index] = depth[need] + 1;
  }
  char most[24];
  if (depth[index] <= JH_NODE_DEEPEST) return JH_OK;
  return jh_fail(err, JH_EEXPRESSION_DEEP, &node->place, jh_arg_int(most, JH_NODE_DEEPEST), NULL);
}

static jh_code check_nodes(const jh_program *p, jh_error *err) {
  uint32_t *depth = jh_arena_get(p->arena, p->plan->node_count * sizeof *depth);
  if (!depth) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t n = 0; n < p->plan->node_count; n++) {
    jh_code code = check_node(p, n, depth, err);
    if (code) return code;
  }
  return JH_OK;
}

static bool is_rule_right(const jh_program *p, const jh_output *output) {
  const uint32_t nodes[4] = {output->applies, output->holds, output->measure, output->bound};
  for (size_t k = 0; k < 4; k++) {
    uint32_t level = nodes[k] == JH_NONE ? JH_NONE : p->plan->nodes[nodes[k]].level;
    if (level != JH_NONE && level != output->level) return false;
  }
  return true;
}

/* Marks what outputs need and says after which node each can be handed out. */
static jh_code take_outputs(jh_program *p, const jh_output *outputs, size_t count, jh_error *err) {
  p->outputs = jh_arena_get(p->arena, count * sizeof *p->outputs);
  if (!p->outputs) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < count; i++) {
    jh_output output = outputs[i];
    const uint32_t nodes[4] = {output.applies, output.holds, output.measure, output.bound};
    if (!is_rule_right(p, &output))
      return broken(NULL, "a rule and its condition are of different levels", err);
    output.after = 0;
    for (size_t k = 0; k < 4; k++) {
      if (nodes[k] == JH_NONE) continue;
      p->is_needed[nodes[k]] = true;
      output.after = nodes[k] > output.after ? nodes[k] : output.after;
    }
    size_t at = p->output_count++;
    for (; at > 0 && p->outputs[at - 1].after > output.after; at--)
      p->outputs[at] = p->outputs[at - 1];
    p->outputs[at] = output;
  }
  return JH_OK;
}

static void mark_needed(jh_program *p) {
  for (size_t n = p->plan->node_count; n-- > 0;) {
    const jh_node *node = &p->plan->nodes[n];
    if (!p->is_needed[n]) continue;
    for (size_t k = 0; k < jh_program_need_count(p, node); k++) {
      uint32_t need = jh_program_need(p, node, k);
      if (need != JH_NONE) p->is_needed[need] = true;
    }
  }
}

/* The last node that reads each one's value, or for which it is handed out. */
static void find_last_uses(const jh_program *p, uint32_t *last) {
  for (uint32_t n = 0; n < p->plan->node_count; n++) {
    const jh_node *node = &p->plan->nodes[n];
    if (!p->is_needed[n]) continue;
    last[n] = n;
    for (size_t k = 0; k < jh_program_need_count(p, node); k++) {
      uint32_t need = jh_program_need(p, node, k);
      if (need != JH_NONE) last[need] = n;
    }
  }
  for (size_t i = 0; i < p->output_count; i++) {
    const jh_output *output = &p->outputs[i];
    const uint32_t nodes[4] = {output->applies, output->holds, output->measure, output->bound};
    for (size_t k = 0; k < 4; k++) {
      if (nodes[k] != JH_NONE && last[nodes[k]] < output->after) last[nodes[k]] = output->after;
    }
  }
}

/* What a quantity passes on as it is stands in the slot of its definition. A quotient's arguments stay as long as it
 * does: a comparison near the line looks at them. */
static void stretch_uses(const jh_program *p, uint32_t *last) {
  for (size_t n = p->plan->node_count; n-- > 0;) {
    const jh_node *node = &p->plan->nodes[n];
    uint32_t of = p->stands_for[n];
    if (!p->is_needed[n]) continue;
    if (last[of] < last[n]) last[of] = last[n];
    for (uint32_t k = 0; node->op == JH_OP_DIV && k < node->count; k++) {
      uint32_t arg = p->stands_for[jh_plan_arg(p->plan, node, k)];
      if (last[arg] < last[n]) last[arg] = last[n];
    }
  }
}

static jh_code find_steps(jh_program *p, jh_error *err) {
  const jh_plan *plan = p->plan;
  p->stands_for = jh_arena_get(p->arena, plan->node_count * sizeof *p->stands_for);
  p->steps = jh_arena_get(p->arena, plan->node_count * sizeof *p->steps);
  if (!p->stands_for || !p->steps) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    bool passes_on = node->op == JH_OP_QUANTITY && p->is_needed[n] && node->level != JH_NONE &&
                     !jh_where_quantity(p->dataset, node);
    p->stands_for[n] = passes_on ? p->stands_for[jh_plan_arg(plan, node, 0)] : n;
    if (p->is_needed[n] && node->level != JH_NONE && !passes_on) p->steps[p->step_count++] = n;
  }
  return JH_OK;
}

/* A free slot of the right kind, or a new one; JH_NONE when memory is out. */
static uint32_t take_slot(jh_program *p, jh_slot_def def, uint32_t **busy_until, size_t *room) {
  for (size_t s = 0; *busy_until && s < p->slot_count; s++) {
    if ((*busy_until)[s] == 0 && p->slots[s].level == def.level &&
        p->slots[s].is_number == def.is_number && p->slots[s].is_spread == def.is_spread)
      return (uint32_t)s;
  }
  void *slots = p->slots, *busy = *busy_until;
  size_t need = p->slot_count + 1;
  if (jh_arena_grow(p->arena, &slots, &p->slot_room, need, sizeof *p->slots)) return JH_NONE;
  p->slots = slots;
  if (jh_arena_grow(p->arena, &busy, room, need, sizeof **busy_until)) return JH_NONE;
  *busy_until = busy;
  p->slots[p->slot_count] = def;
  return (uint32_t)p->slot_count++;
}

/* Conditions with a number beside them, for printing and for means. */
static bool keeps_number(const jh_node *node) {
  return node->op == JH_OP_SPREAD || node->op == JH_OP_COMPOSITE;
}

static jh_code give_slots(jh_program *p, jh_error *err) {
  const jh_plan *plan = p->plan;
  uint32_t *last = jh_arena_get(p->arena, plan->node_count * sizeof *last);
  uint32_t *busy_until = NULL;
  size_t room = 0;
  if (!last) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  find_last_uses(p, last);
  stretch_uses(p, last);
  for (uint32_t n = 0; n < plan->node_count; n++) {
    if (!p->is_needed[n]) continue;
    const jh_node *node = &plan->nodes[n];
    if (p->stands_for[n] != n) {
      p->slot_of[n] = p->slot_of[p->stands_for[n]];
      continue;
    }
    jh_slot_def def = {node->level, node->type == JH_TYPE_NUMBER, keeps_number(node)};
    uint32_t slot = take_slot(p, def, &busy_until, &room);
    if (slot == JH_NONE) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    p->slot_of[n] = slot;
    /* Constants are filled once and stay; the others are free again after their last use. */
    busy_until[slot] = node->level == JH_NONE ? UINT32_MAX : last[n] + 1;
    for (size_t s = 0; s < p->slot_count; s++) {
      if (busy_until[s] <= n + 1) busy_until[s] = 0;
    }
  }
  return JH_OK;
}

static jh_code prepare(
    jh_program *p, const jh_output *outputs, size_t output_count, jh_error *err) {
  size_t nodes = p->plan->node_count;
  p->is_needed = jh_arena_get(p->arena, nodes);
  p->slot_of = jh_arena_get(p->arena, nodes * sizeof *p->slot_of);
  p->leaves = jh_arena_get(p->arena, nodes * sizeof *p->leaves);
  if (!p->is_needed || !p->slot_of || !p->leaves) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_force_open(&p->force, p->plan, p->on, err);
  if (!code) code = check_nodes(p, err);
  if (!code) code = take_outputs(p, outputs, output_count, err);
  if (code) return code;
  mark_needed(p);
  code = find_steps(p, err);
  if (!code) code = give_slots(p, err);
  if (!code) code = jh_program_parts_leaves(p, err);
  if (!code) code = jh_program_near(p, err);
  return code ? code : jh_program_parts_blocks(p, err);
}

jh_code jh_program_open(
    jh_program **out, const jh_plan *plan, const jh_dataset *dataset, jh_date on,
    const jh_output *outputs, size_t output_count, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_program *program = arena ? jh_arena_get(arena, sizeof *program) : NULL;
  if (!program) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *program = (jh_program){.plan = plan, .dataset = dataset, .on = on, .arena = arena};
  jh_code code = prepare(program, outputs, output_count, err);
  if (code) {
    jh_program_close(program);
    return code;
  }
  *out = program;
  return JH_OK;
}
