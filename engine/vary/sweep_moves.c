/* sweep_moves.c - see sweep_moves.h. */
#include "vary/sweep_moves.h"

static bool is_axis(const jh_node *node, const jh_sweep_axis *axis) {
  if (node->op != JH_OP_PARAM || node->index != axis->param) return false;
  return axis->stage == JH_NONE || node->stage == JH_NONE || node->stage == axis->stage;
}

jh_code jh_sweep_moves_find(
    jh_sweep_moves *out, const jh_plan *plan, const jh_sweep_axis *axes, size_t count,
    jh_arena *arena, jh_error *err) {
  bool *marks = jh_arena_get(arena, (plan->node_count + 1) * sizeof *marks);
  if (!marks) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t n = 0; n < plan->node_count; n++) { /* arguments come first */
    const jh_node *node = &plan->nodes[n];
    for (size_t i = 0; i < count; i++) marks[n] = marks[n] || is_axis(node, &axes[i]);
    for (uint32_t k = 0; k < node->count && !marks[n]; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      marks[n] = arg != JH_NONE && marks[arg];
    }
  }
  out->nodes = marks;
  return JH_OK;
}

bool jh_sweep_moves_rule(const jh_sweep_moves *moves, const jh_plan *plan, uint32_t rule) {
  const jh_rule *at = &plan->rules[rule];
  bool is_asked = at->holds != JH_NONE && moves->nodes[at->holds];
  return is_asked || (at->applies != JH_NONE && moves->nodes[at->applies]);
}
