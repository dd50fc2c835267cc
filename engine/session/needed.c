/* needed.c - which columns a pack reads, and which rules read a column; see needed.h. */
#include "session/needed.h"

#include <string.h>

#include "eval/known.h"
#include "session/session.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Rows of flags, one for each column of each table, all false. */
static bool **make_flags(const jh_plan *plan, jh_arena *arena) {
  bool **needed = jh_arena_get(arena, (plan->table_count + 1) * sizeof *needed);
  for (size_t i = 0; needed && i < plan->table_count; i++) {
    needed[i] = jh_arena_get(arena, plan->tables[i].column_count + 1);
    if (!needed[i]) return NULL;
  }
  return needed;
}

static size_t add_roots(const jh_rule *rule, uint32_t *roots) {
  roots[0] = rule->measure;
  roots[1] = rule->bound;
  roots[2] = rule->applies;
  roots[3] = rule->holds;
  return 4;
}

jh_code jh_needed_columns(
    const jh_plan *plan, jh_date on, bool with_checks, jh_arena *arena, bool ***out,
    jh_error *err) {
  size_t room = plan->rule_count * 4 + plan->stage_count + plan->target_count + 1, count = 0;
  uint32_t *roots = jh_arena_get(arena, room * sizeof *roots);
  bool **needed = make_flags(plan, arena);
  if (!roots || !needed) return out_of_memory(err);
  for (size_t i = 0; i < plan->rule_count; i++) {
    if (with_checks || plan->rules[i].kind != JH_RULE_CHECK)
      count += add_roots(&plan->rules[i], roots + count);
  }
  for (size_t i = 0; i < plan->stage_count; i++) roots[count++] = plan->stages[i].when;
  for (size_t i = 0; i < plan->target_count; i++) roots[count++] = plan->targets[i].applies;
  jh_session_mark_names(plan, needed);
  *out = needed;
  jh_known known;
  jh_code code = jh_known_open(&known, plan, on, err);
  if (code) return code;
  code = jh_known_mark_columns(&known, roots, count, needed, err);
  jh_known_done(&known);
  return code;
}

jh_code jh_needed_also(
    bool **needed, const jh_plan *plan, const jh_plan *other, jh_arena *arena, jh_error *err) {
  bool **more = NULL;
  jh_code code = jh_needed_columns(other, 0, true, arena, &more, err);
  for (size_t i = 0; i < other->table_count && !code; i++) {
    const jh_table_def *from = &other->tables[i];
    uint32_t table = jh_plan_table(plan, jh_str_of(from->id));
    for (size_t c = 0; table != JH_NONE && c < from->column_count; c++) {
      uint32_t column = jh_plan_column(plan, table, jh_str_of(from->columns[c].id));
      if (more[i][c] && column != JH_NONE) needed[table][column] = true;
    }
  }
  return code;
}

void jh_needed_add_table(bool **needed, const jh_plan *plan, const char *table) {
  uint32_t index = jh_plan_table(plan, jh_str_of(table));
  if (index == JH_NONE) return;
  for (size_t c = 0; c < plan->tables[index].column_count; c++) needed[index][c] = true;
}

static bool asks(const jh_rule *rule) {
  return rule->kind == JH_RULE_INDICATOR || rule->kind == JH_RULE_REQUIREMENT ||
         rule->kind == JH_RULE_VETO || rule->kind == JH_RULE_GRADE || rule->kind == JH_RULE_SCORE;
}

static void want_roots(const jh_rule *rule, bool *wanted) {
  uint32_t roots[4];
  size_t count = add_roots(rule, roots);
  for (size_t i = 0; i < count; i++) {
    if (roots[i] != JH_NONE) wanted[roots[i]] = true;
  }
}

/* Marks what the rule reads; `wanted` has a flag for each node. The limits of a spread are parts of the
 * requirement that has them. */
static void mark(const jh_plan *plan, uint32_t index, bool *wanted, jh_needed_readers *out) {
  const jh_rule *rule = &plan->rules[index];
  if (rule->evidence_column != JH_NONE) {
    size_t column = out->firsts[rule->evidence_table] + rule->evidence_column;
    out->reads[column * out->rule_count + index] = true;
  }
  memset(wanted, 0, plan->node_count);
  want_roots(rule, wanted);
  for (size_t i = 0; i < rule->member_count; i++) {
    const jh_rule *member = &plan->rules[rule->members[i]];
    if (member->kind == JH_RULE_SPREAD) want_roots(member, wanted);
  }
  for (size_t i = plan->node_count; i-- > 0;) {
    const jh_node *node = &plan->nodes[i];
    if (!wanted[i] || node->op == JH_OP_RULE) continue;
    if (node->op == JH_OP_COLUMN)
      out->reads[(out->firsts[node->table] + node->index) * out->rule_count + index] = true;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) wanted[arg] = true;
    }
  }
}

jh_code jh_needed_readers_find(
    const jh_plan *plan, jh_arena *arena, jh_needed_readers *out, jh_error *err) {
  size_t columns = 0;
  *out = (jh_needed_readers){.rule_count = plan->rule_count};
  out->firsts = jh_arena_get(arena, (plan->table_count + 1) * sizeof *out->firsts);
  for (size_t i = 0; out->firsts && i < plan->table_count; i++) {
    out->firsts[i] = columns;
    columns += plan->tables[i].column_count;
  }
  out->reads = jh_arena_get(arena, columns * plan->rule_count + 1);
  bool *wanted = jh_arena_get(arena, plan->node_count + 1);
  if (!out->firsts || !out->reads || !wanted) return out_of_memory(err);
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (asks(&plan->rules[i])) mark(plan, i, wanted, out);
  }
  return JH_OK;
}
