/* explain.c - the tree of evidence: entities, their findings, members and tallies. */
#include "eval/explain.h"

#include <string.h>

#include "eval/explain_parts.h"
#include "table/load.h"

#define MOST_ENTITIES 20
#define DEPTH_MAX 16 /* findings below findings */

static const jh_evidence nothing;

jh_evidence *jh_explain_add(jh_explain_tree *tree, jh_evidence *parent, jh_evidence_kind kind) {
  jh_evidence *node = jh_arena_get(tree->arena, sizeof *node);
  if (!node) { /* the tree is thrown away at the end; until then something must be there */
    tree->has_failed = true;
    return parent;
  }
  *node = nothing;
  node->kind = kind;
  jh_evidence **last = &parent->first_child;
  while (*last) last = &(*last)->next;
  *last = node;
  return node;
}

static jh_evidence *add_rule(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t index, uint32_t level, uint32_t row);

/* The rules that a condition stands on directly, marked by rule. */
static void mark_rules(const jh_known *known, uint32_t holds, bool *marks, bool *seen) {
  const jh_plan *plan = known->plan;
  if (holds == JH_NONE) return;
  seen[holds] = true;
  for (size_t n = (size_t)holds + 1; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!seen[n]) continue;
    if (node->op == JH_OP_RULE) {
      marks[node->index] = true;
      continue;
    }
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE && !jh_known_drops(known, node, k)) seen[arg] = true;
    }
  }
}

/* By rule: does `of` stand on it? Its declared members, else those that its condition names. */
static bool *members_of(jh_explain_tree *tree, const jh_rule *of) {
  const jh_plan *plan = tree->run->plan;
  bool *marks = jh_arena_get(tree->arena, plan->rule_count + 1);
  bool *seen = jh_arena_get(tree->arena, plan->node_count + 1);
  if (!marks || !seen) {
    tree->has_failed = true;
    return NULL;
  }
  for (size_t m = 0; m < of->member_count; m++) marks[of->members[m]] = true;
  if (of->member_count == 0)
    mark_rules(jh_force_known(tree->run->program->force), of->holds, marks, seen);
  return marks;
}

/* Told briefly, what is in order below a tally is left out: the entity is there for what fails. */
static bool is_left_out(const jh_explain_tree *tree, uint32_t rule, uint32_t level, uint32_t row) {
  if (!tree->is_brief || !tree->tallies || tree->run->plan->rules[rule].level != level)
    return false;
  jh_verdict verdict = jh_run_verdict(tree->run, rule, row);
  return verdict != JH_UNMET && verdict != JH_UNDETERMINED;
}

static void add_members(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  bool *marks = members_of(tree, rule);
  uint32_t own = (uint32_t)(rule - plan->rules);
  for (size_t m = 0; marks && m < rule->member_count; m++) { /* in the order of the pack's list */
    if (is_left_out(tree, rule->members[m], rule->level, row)) continue;
    jh_evidence *member = add_rule(tree, finding, rule->members[m], rule->level, row);
    if (member) jh_run_floor(tree->run, own, rule->members[m], row, &member->floor);
  }
  for (uint32_t r = 0; marks && rule->member_count == 0 && r < plan->rule_count; r++) {
    if (marks[r] && !is_left_out(tree, r, rule->level, row))
      (void)add_rule(tree, finding, r, rule->level, row);
  }
  for (uint32_t r = 0; marks && r < plan->rule_count; r++) {
    bool is_counted = rule->shape == JH_SHAPE_AT_LEAST_N || rule->shape == JH_SHAPE_AT_MOST_N ||
                      (plan->rules[r].parent == own && plan->rules[r].kind == JH_RULE_SPREAD);
    if (marks[r] && is_counted && plan->rules[r].level == rule->level)
      finding->tally.of[jh_run_verdict(tree->run, r, row)]++;
  }
}

/* Where the evidence of a judgement is kept, if that was loaded. */
static void add_evidence_cell(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row) {
  if (rule->evidence_table == JH_NONE || rule->evidence_column == JH_NONE) return;
  const jh_rows *rows = &tree->run->dataset->levels[rule->level];
  if (tree->run->plan->tables[rule->evidence_table].level != rule->level || !rows->columns ||
      !rows->columns[rule->evidence_column])
    return;
  jh_evidence *cell = jh_explain_add(tree, finding, JH_EVIDENCE_CELL);
  jh_explain_cell_at(tree->run, rule->evidence_table, rule->evidence_column, row, &cell->cell);
}

/* Whether it applies is told where that is what is not known, or what spares the entity. */
static void add_scope(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row,
    const jh_open_cells *open) {
  if (rule->applies == JH_NONE) return;
  jh_tri applies = jh_exact_walk_condition(&tree->walk, rule->applies, row);
  if (applies == JH_TRUE && !tree->with_all) return;
  jh_explain_values(tree, finding, rule->applies, row, open);
}

/* The missing cells that could settle a finding: of the nearest to the root, told briefly of each
 * that stands on no other. */
static void add_waiting(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row, bool is_leaf) {
  bool is_asked = tree->is_brief ? is_leaf : tree->depth == 1;
  jh_open_cells open;
  if (!is_asked || finding->finding.verdict != JH_UNDETERMINED) return;
  jh_explain_open_init(&open);
  jh_explain_open_rule(&open, &tree->walk, (uint32_t)(rule - tree->run->plan->rules), row);
  size_t listed = open.count < tree->most_entities ? open.count : tree->most_entities;
  finding->waiting = jh_arena_get(tree->arena, (listed + 1) * sizeof *finding->waiting);
  tree->has_failed |= open.has_failed || !finding->waiting;
  for (size_t i = 0; i < listed && !tree->has_failed; i++)
    jh_explain_cell(tree->run, open.items[i].node, open.items[i].row, &finding->waiting[i]);
  finding->waiting_count = open.count;
  finding->waiting_listed = tree->has_failed ? 0 : listed;
  jh_explain_open_done(&open);
}

/* Formula, values and cells of a rule that measures or asks something itself. */
static void add_values(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row) {
  uint32_t index = (uint32_t)(rule - tree->run->plan->rules);
  uint32_t what = rule->measure != JH_NONE ? rule->measure : rule->holds;
  jh_open_cells open;
  if (what == JH_NONE) return;
  jh_explain_open_init(&open);
  if (finding->finding.verdict == JH_UNDETERMINED)
    jh_explain_open_rule(&open, &tree->walk, index, row);
  finding->formula = jh_explain_formula(tree->run, what, row, JH_EN, tree->arena);
  finding->formula_zh = jh_explain_formula(tree->run, what, row, JH_ZH, tree->arena);
  tree->has_failed |= !finding->formula || !finding->formula_zh;
  if (finding->finding.verdict != JH_NOT_APPLICABLE) { /* else nothing was measured */
    jh_explain_values(tree, finding, what, row, &open);
    if (rule->measure != JH_NONE && rule->kind != JH_RULE_SPREAD)
      jh_explain_values(tree, finding, rule->bound, row, &open);
  }
  add_scope(tree, finding, rule, row, &open);
  add_evidence_cell(tree, finding, rule, row);
  tree->has_failed |= open.has_failed;
  jh_explain_open_done(&open);
}

static bool stands_on_rules(jh_explain_tree *tree, const jh_rule *rule) {
  if (rule->member_count) return true;
  bool *marks = members_of(tree, rule);
  for (uint32_t r = 0; marks && r < tree->run->plan->rule_count; r++) {
    if (marks[r]) return true;
  }
  return false;
}

static void add_members_and_scope(
    jh_explain_tree *tree, jh_evidence *finding, const jh_rule *rule, uint32_t row) {
  add_members(tree, finding, rule, row);
  if (tree->is_brief) return;
  if (tree->with_all) add_scope(tree, finding, rule, row, NULL);
  add_evidence_cell(tree, finding, rule, row);
}

/* The finding that was added; NULL below too many others. */
static jh_evidence *add_finding(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_rule *rule = &tree->run->plan->rules[index];
  if (tree->depth >= DEPTH_MAX) return NULL;
  tree->depth++;
  jh_evidence *finding = jh_explain_add(tree, parent, JH_EVIDENCE_FINDING);
  if (jh_run_finding(tree->run, index, row, &finding->finding, NULL) != JH_OK)
    tree->has_failed = true;
  if (finding->finding.verdict != JH_NOT_IN_FORCE) { /* else nothing was asked */
    bool is_leaf = !stands_on_rules(tree, rule);
    if (!tree->is_brief) jh_explain_changes(tree, finding, index, row);
    add_waiting(tree, finding, rule, row, is_leaf);
    if (is_leaf && !tree->is_brief) add_values(tree, finding, rule, row);
    if (!is_leaf) add_members_and_scope(tree, finding, rule, row);
  }
  tree->depth--;
  return finding;
}

/* Why a stage unit is there: what the pack asks of a school that has the stage. */
static void add_being(jh_explain_tree *tree, jh_evidence *entity, uint32_t level, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  if (!tree->with_all || tree->is_brief || level != plan->stage_level) return;
  uint32_t when = plan->stages[tree->run->dataset->levels[level].stages[row]].when;
  if (when == JH_NONE) return;
  uint32_t at = jh_explain_row(tree, when, level, row);
  jh_evidence *value = jh_explain_add(tree, entity, JH_EVIDENCE_VALUE);
  value->formula = jh_explain_formula(tree->run, when, at, JH_EN, tree->arena);
  value->formula_zh = jh_explain_formula(tree->run, when, at, JH_ZH, tree->arena);
  tree->has_failed |= !value->formula || !value->formula_zh;
  jh_tri has = jh_exact_walk_condition(&tree->walk, when, at);
  value->value.is_known = has != JH_UNKNOWN; /* it is there, or nobody knows */
  jh_str_copy(value->value.text, sizeof value->value.text, jh_str_of("yes"));
  jh_explain_values(tree, value, when, at, NULL);
}

/* Entities of the rule's level that have the verdict, each with its finding. */
static void add_entities(
    jh_explain_tree *tree, jh_evidence *tally, uint32_t rule, uint32_t level, uint32_t row) {
  uint32_t from, to, own = tree->run->plan->rules[rule].level;
  size_t listed = 0;
  jh_dataset_range(tree->run->dataset, own, level, row, &from, &to);
  tree->tallies++;
  for (uint32_t r = from; r < to; r++) {
    jh_verdict verdict = jh_run_verdict(tree->run, rule, r);
    bool hinders = verdict == JH_UNMET || verdict == JH_UNDETERMINED;
    if (!hinders && !tree->with_all) continue;
    if (listed++ >= tree->most_entities) {
      tally->unlisted++;
      continue;
    }
    jh_evidence *entity = jh_explain_add(tree, tally, JH_EVIDENCE_ENTITY);
    entity->finding.entity = jh_run_entity(tree->run, own, r);
    (void)add_finding(tree, entity, rule, r);
    add_being(tree, entity, own, r);
  }
  tree->tallies--;
}

/* A rule seen from an entity: its finding there, or a tally if it is of a finer level. Gives the
 * finding, NULL where there is none. */
static jh_evidence *add_rule(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t index, uint32_t level, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  const jh_rule *rule = &plan->rules[index];
  if (rule->level == level) {
    return add_finding(tree, parent, index, row);
  }
  if (rule->level != JH_NONE && jh_plan_is_within(plan, rule->level, level)) {
    jh_evidence *tally = jh_explain_add(tree, parent, JH_EVIDENCE_TALLY);
    tally->finding.rule = rule;
    tally->finding.rule_index = index;
    tally->finding.entity = jh_run_entity(tree->run, level, row);
    tally->tally = jh_run_tally(tree->run, index, level, row);
    add_entities(tree, tally, index, level, row);
  }
  return NULL;
}

/* Rules of a level that no other rule of that level stands on: from them all others are reached. */
static void add_top_rules(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t level, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  bool *is_below = jh_arena_get(tree->arena, plan->rule_count + 1);
  if (!is_below) {
    tree->has_failed = true;
    return;
  }
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    const bool *marks = plan->rules[r].level == level ? members_of(tree, &plan->rules[r]) : NULL;
    for (uint32_t m = 0; marks && m < plan->rule_count; m++)
      is_below[m] = is_below[m] || (marks[m] && m != r);
  }
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (plan->rules[r].level == level && plan->rules[r].kind != JH_RULE_CHECK && !is_below[r])
      (void)add_finding(tree, parent, r, row);
  }
}

/* An entity with its findings; a school also with its stage units. */
static void fill_entity(
    jh_explain_tree *tree, jh_evidence *entity, uint32_t level, uint32_t row, uint32_t rule) {
  const jh_plan *plan = tree->run->plan;
  uint32_t from, to, units = plan->stage_level;
  entity->finding.entity = jh_run_entity(tree->run, level, row);
  bool has_units = units != JH_NONE && plan->levels[units].parent == level &&
                   plan->levels[level].parent != JH_NONE;
  if (rule != JH_NONE && !(has_units && plan->rules[rule].level == units)) {
    (void)add_rule(tree, entity, rule, level, row);
    add_being(tree, entity, level, row);
    return;
  }
  if (rule == JH_NONE) add_top_rules(tree, entity, level, row);
  add_being(tree, entity, level, row);
  if (!has_units) return;
  jh_dataset_range(tree->run->dataset, units, level, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    jh_evidence *unit = jh_explain_add(tree, entity, JH_EVIDENCE_ENTITY);
    fill_entity(tree, unit, units, r, rule);
  }
}

static void gather_cell(jh_explain_tree *tree, jh_cell *cell) {
  void *cells = tree->cells;
  if (!cell->file[0]) return;
  if (jh_arena_grow(
          tree->arena, &cells, &tree->cell_room, tree->cell_count + 1, sizeof *tree->cells)) {
    tree->has_failed = true;
    return;
  }
  tree->cells = cells;
  tree->cells[tree->cell_count++] = cell;
}

/* All cells of the tree that stand in a file. */
static void gather_cells(jh_explain_tree *tree, jh_evidence *node) {
  for (jh_evidence *child = node->first_child; child; child = child->next) {
    gather_cells(tree, child);
    if (child->kind == JH_EVIDENCE_CELL) gather_cell(tree, &child->cell);
    for (size_t i = 0; i < child->waiting_listed; i++) gather_cell(tree, &child->waiting[i]);
  }
}

jh_code jh_explain(
    jh_evidence **out, const jh_run *run, uint32_t level, uint32_t row,
    const jh_explain_options *options, jh_arena *arena, jh_error *err) {
  jh_explain_tree tree = {.run = run, .arena = arena};
  jh_evidence *root = jh_arena_get(arena, sizeof *root);
  if (!root) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  tree.most_entities = options->most_entities ? options->most_entities : MOST_ENTITIES;
  if (options->with_all) tree.most_entities = SIZE_MAX;
  tree.is_brief = options->is_brief;
  tree.with_all = options->with_all;
  tree.exact = jh_run_state_exact(run);
  jh_exact_walk_open(&tree.walk, &tree.exact);
  tree.walk.keeps_all = true;
  root->kind = JH_EVIDENCE_ENTITY;
  fill_entity(&tree, root, level, row, options->rule);
  jh_exact_walk_close(&tree.walk);
  gather_cells(&tree, root);
  if (tree.has_failed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (tree.cell_count) {
    jh_code code = jh_load_cells(run->dataset, tree.cells, tree.cell_count, arena, err);
    if (code) return code;
  }
  *out = root;
  return JH_OK;
}

jh_code jh_explain_waiting(
    jh_cell **out, size_t *count, const jh_run *run, uint32_t rule, uint32_t row, size_t most,
    jh_arena *arena, jh_error *err) {
  jh_exact exact = jh_run_state_exact(run);
  jh_exact_walk walk;
  jh_open_cells open;
  jh_exact_walk_open(&walk, &exact);
  walk.keeps_all = true;
  jh_explain_open_init(&open);
  if (jh_run_verdict(run, rule, row) == JH_UNDETERMINED)
    jh_explain_open_rule(&open, &walk, rule, row);
  size_t given = open.count < most ? open.count : most;
  jh_cell *cells = jh_arena_get(arena, (given + 1) * sizeof *cells);
  bool has_failed = open.has_failed || !cells;
  if (!has_failed) {
    for (size_t i = 0; i < given; i++)
      jh_explain_cell(run, open.items[i].node, open.items[i].row, &cells[i]);
    *out = cells;
    *count = open.count;
  }
  jh_explain_open_done(&open);
  jh_exact_walk_close(&walk);
  return has_failed ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}
