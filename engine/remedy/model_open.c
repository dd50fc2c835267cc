/* model_open.c - variables for the means at the rows concerned, and the goal made of the rules asked for. */
#include "remedy/model.h"

#include <string.h>

#include "base/alloc.h"
#include "remedy/model_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Which nodes a means changes: columns, and what is made of them. Arguments stand before their users. */
static void touch_nodes(jh_model *m) {
  const jh_plan *plan = m->plan;
  for (size_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    if (node->op == JH_OP_COLUMN) m->touched[n] = m->moved[node->table][node->index];
    for (uint32_t k = 0; k < node->count && !m->touched[n]; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE && !jh_run_drops(m->run, (uint32_t)n, k)) m->touched[n] = m->touched[arg];
    }
  }
}

static bool mark_columns(jh_model *m) {
  const jh_prices *prices = m->options->prices;
  m->moved = jh_arena_get(m->arena, (m->plan->table_count + 1) * sizeof *m->moved);
  for (size_t t = 0; m->moved && t < m->plan->table_count; t++) {
    m->moved[t] = jh_arena_get(m->arena, m->plan->tables[t].column_count + 1);
    if (!m->moved[t]) return false;
  }
  if (!m->moved) return false;
  for (size_t i = 0; i < prices->count; i++) {
    const jh_means *means = &prices->means[i];
    for (size_t k = 0; k < means->add_count; k++)
      m->moved[means->table][means->adds[k].column] = true;
  }
  return true;
}

/* The entity's rows of each level; a stage unit is helped through its school. */
static bool find_rows(jh_model *m) {
  const jh_plan *plan = m->plan;
  uint32_t level = m->options->level, row = m->options->row, to;
  if (plan->levels[level].table == JH_NONE && plan->levels[level].parent != JH_NONE) {
    row = jh_dataset_ancestor(m->dataset, level, row, plan->levels[level].parent);
    level = plan->levels[level].parent;
  }
  m->first_row = jh_arena_get(m->arena, (plan->level_count + 1) * sizeof *m->first_row);
  m->row_count = jh_arena_get(m->arena, (plan->level_count + 1) * sizeof *m->row_count);
  m->first_use = jh_arena_get(m->arena, (plan->level_count + 1) * sizeof *m->first_use);
  m->uses = jh_arena_get(m->arena, (plan->level_count + 1) * sizeof *m->uses);
  if (!m->first_row || !m->row_count || !m->first_use || !m->uses) return false;
  for (uint32_t l = 0; l < plan->level_count; l++) {
    if (!jh_plan_is_within(plan, l, level)) continue;
    jh_dataset_range(m->dataset, l, level, row, &m->first_row[l], &to);
    m->row_count[l] = to - m->first_row[l];
  }
  m->out->top = level;
  while (plan->levels[m->out->top].parent != JH_NONE)
    m->out->top = plan->levels[m->out->top].parent;
  m->out->county = jh_dataset_ancestor(m->dataset, level, row, m->out->top);
  return true;
}

/* Is the means for this row? What is not known is not taken to be so. */
static bool is_for(const jh_model *m, const jh_means *means, uint32_t row) {
  const jh_rows *rows = &m->dataset->levels[m->plan->tables[means->table].level];
  for (size_t i = 0; i < means->only_count; i++) {
    const jh_column *column = rows->columns ? rows->columns[means->onlys[i].column] : NULL;
    if (!jh_column_known(column, row) || !column->marks || column->marks[row] >= 64) return false;
    if (!(means->onlys[i].set >> column->marks[row] & 1)) return false;
  }
  return true;
}

/* Can one be taken away from a row? Only if all that goes with it is known to be there. */
static bool has_some(const jh_model *m, const jh_means *means, uint32_t row) {
  const jh_rows *rows = &m->dataset->levels[m->plan->tables[means->table].level];
  for (size_t i = 0; i < means->add_count; i++) {
    const jh_column *column = rows->columns ? rows->columns[means->adds[i].column] : NULL;
    if (means->adds[i].amount.mantissa <= 0) continue;
    if (!jh_column_known(column, row) || !jh_column_is_number(column) ||
        jh_column_number(column, row) <= 0)
      return false;
  }
  return true;
}

static void add_variable(
    jh_model *m, size_t *room, uint32_t number, uint32_t row, uint32_t from_row) {
  const jh_means *means = &m->options->prices->means[number];
  jh_remedy_problem *problem = &m->out->problem;
  void *items = problem->variables;
  jh_rat step, part;
  if (jh_arena_grow(
          m->arena, &items, room, problem->variable_count + 1, sizeof *problem->variables)) {
    m->has_failed = true;
    return;
  }
  problem->variables = items;
  jh_remedy_variable *v = &problem->variables[problem->variable_count++];
  jh_rat_init(&step), jh_rat_init(&part);
  jh_rat_set_dec(&step, means->step);
  jh_rat_set_dec(&part, from_row == JH_NONE ? means->yuan : means->move_yuan);
  jh_rat_mul(&part, &part, &step);
  *v = (jh_remedy_variable){.means = number, .row = row, .from_row = from_row, .is_whole = true};
  v->cost = jh_model_keep_rat(m, &part);
  v->has_most = from_row == JH_NONE && means->has_most;
  jh_rat_set_int(&part, 0);
  if (v->has_most) {
    jh_rat_set_dec(&part, means->most);
    jh_rat_div(&part, &part, &step);
    jh_rat_floor(&part, &part);
  }
  v->most = jh_model_keep_rat(m, &part);
  jh_rat_done(&step), jh_rat_done(&part);
}

static void make_variables(jh_model *m) {
  const jh_prices *prices = m->options->prices;
  size_t room = 0;
  for (uint32_t i = 0; i < prices->count; i++) {
    const jh_means *means = &prices->means[i];
    uint32_t level = m->plan->tables[means->table].level;
    uint32_t from = m->first_row[level], to = from + m->row_count[level];
    for (uint32_t r = from; r < to && !m->has_failed; r++) {
      if (is_for(m, means, r)) add_variable(m, &room, i, r, JH_NONE);
    }
    bool moves = m->options->moves && means->can_move && m->options->level == m->out->top;
    for (uint32_t s = from; s < to && moves; s++) {
      if (!is_for(m, means, s) || !has_some(m, means, s)) continue;
      for (uint32_t r = from; r < to && !m->has_failed; r++) {
        if (r != s && is_for(m, means, r)) add_variable(m, &room, i, r, s);
      }
    }
  }
}

static uint32_t level_of(const jh_model *m, const jh_remedy_variable *v) {
  return m->plan->tables[m->options->prices->means[v->means].table].level;
}

/* By row: the variables that are used there. */
static bool index_uses(jh_model *m) {
  const jh_remedy_problem *problem = &m->out->problem;
  for (uint32_t l = 0; l < m->plan->level_count; l++) {
    if (!m->row_count[l]) continue;
    uint32_t *firsts = jh_arena_get(m->arena, (m->row_count[l] + 2) * sizeof *firsts);
    if (!firsts) return false;
    for (size_t i = 0; i < problem->variable_count; i++) {
      const jh_remedy_variable *v = &problem->variables[i];
      if (level_of(m, v) != l) continue;
      firsts[v->row - m->first_row[l] + 2]++;
      if (v->from_row != JH_NONE) firsts[v->from_row - m->first_row[l] + 2]++;
    }
    for (uint32_t r = 0; r < m->row_count[l]; r++) firsts[r + 2] += firsts[r + 1];
    m->uses[l] = jh_arena_get(m->arena, (firsts[m->row_count[l] + 1] + 1) * sizeof *m->uses[l]);
    if (!m->uses[l]) return false;
    for (uint32_t i = 0; i < problem->variable_count; i++) {
      const jh_remedy_variable *v = &problem->variables[i];
      if (level_of(m, v) != l) continue;
      m->uses[l][firsts[v->row - m->first_row[l] + 1]++] = (jh_model_use){i, false};
      if (v->from_row != JH_NONE)
        m->uses[l][firsts[v->from_row - m->first_row[l] + 1]++] = (jh_model_use){i, true};
    }
    m->first_use[l] = firsts;
  }
  return true;
}

/* The rules asked for, each at all its entities, as one flat list of wishes. */
typedef struct goal {
  jh_remedy_wish *items;
  size_t count, room;
} goal;

static void add_goal(jh_model *m, goal *to, jh_remedy_wish wish) {
  if (wish.kind == JH_REMEDY_ALL) {
    for (size_t i = 0; i < wish.member_count; i++) {
      jh_remedy_wish member = wish.members[i];
      if (member.rule == JH_NONE) {
        member.rule = wish.rule;
        member.row = wish.row;
      }
      add_goal(m, to, member);
    }
    return;
  }
  void *items = to->items;
  if (jh_arena_grow(m->arena, &items, &to->room, to->count + 1, sizeof *to->items)) {
    m->has_failed = true;
    return;
  }
  to->items = items;
  to->items[to->count++] = wish;
}

static void make_goal(jh_model *m, goal *to) {
  for (size_t i = 0; i < m->options->rule_count; i++) {
    const jh_rule *rule = &m->plan->rules[m->options->rules[i]];
    uint32_t from, to_row;
    jh_dataset_range(m->dataset, rule->level, m->options->level, m->options->row, &from, &to_row);
    for (uint32_t r = from; r < to_row && !m->has_failed; r++) {
      jh_model_wish wish = jh_model_condition(m, rule->use, r, false);
      if (wish.has_wish) add_goal(m, to, wish.wish);
    }
  }
}

static void keep(jh_model *m, const jh_remedy_wish *wish) {
  void *items = m->kept;
  if (jh_arena_grow(m->arena, &items, &m->kept_room, m->kept_count + 1, sizeof *m->kept)) {
    m->has_failed = true;
    return;
  }
  m->kept = items;
  m->kept[m->kept_count++] = *wish;
}

static void keep_parts(jh_model *m, const jh_remedy_wish *wish) {
  if (wish->kind != JH_REMEDY_ALL) keep(m, wish);
  for (size_t i = 0; wish->kind == JH_REMEDY_ALL && i < wish->member_count; i++)
    keep_parts(m, &wish->members[i]);
}

/* What a check of the dictionary asks of a row; what it refuses already is left as it is. */
static void keep_check(jh_model *m, const jh_rule *rule, uint32_t row) {
  jh_remedy_model *out = m->out;
  size_t blocks = out->block_count, points = out->point_count, loose = out->loose_count;
  if (rule->applies != JH_NONE && jh_exact_walk_condition(&m->walk, rule->applies, row) != JH_TRUE)
    return;
  if (jh_exact_walk_condition(&m->walk, rule->holds, row) == JH_FALSE) return;
  jh_model_wish wish = jh_model_condition(m, rule->holds, row, false);
  if (wish.has_wish) keep_parts(m, &wish.wish);
  out->block_count = blocks;
  out->point_count = points;
  out->loose_count = loose;
}

/* The data after the plan must be accepted as they were before. */
static void keep_checks(jh_model *m) {
  for (size_t i = 0; i < m->plan->rule_count && !m->has_failed; i++) {
    const jh_rule *rule = &m->plan->rules[i];
    if (rule->kind != JH_RULE_CHECK || rule->severity != JH_ERROR || rule->holds == JH_NONE)
      continue;
    if (!m->touched[rule->holds]) continue;
    uint32_t from = m->first_row[rule->level], to = from + m->row_count[rule->level];
    for (uint32_t r = from; r < to && !m->has_failed; r++) keep_check(m, rule, r);
  }
}

/* Which variables a wish speaks of. */
static void mark_sum(const jh_remedy_sum *sum, bool *used) {
  for (size_t i = 0; i < sum->count; i++) used[sum->terms[i].variable] = true;
}

static void mark_used(const jh_remedy_wish *wish, bool *used) {
  mark_sum(&wish->sum, used);
  for (size_t i = 0; i < wish->unit_count; i++) mark_sum(&wish->sums[i], used);
  for (size_t i = 0; i < wish->member_count; i++) {
    mark_used(&wish->members[i], used);
    if (wish->floors) mark_used(&wish->floors[i], used);
  }
}

/* sum - limit >= 0, or limit - sum >= 0, in the variables that are used; nothing if it cannot break. */
static void keep_limit(
    jh_model *m, const jh_linear *sum, const jh_rat *limit, bool is_max, const bool *used) {
  jh_linear line;
  jh_rat sign;
  size_t blocks = m->out->block_count;
  jh_linear_init(&line), jh_rat_init(&sign);
  jh_rat_sub(&line.constant, &sum->constant, limit);
  for (size_t i = 0; i < sum->count; i++) {
    if (used[sum->terms[i].variable])
      jh_linear_add_term(&line, sum->terms[i].variable, &sum->terms[i].factor);
  }
  jh_rat_set_int(&sign, is_max ? -1 : 1);
  jh_linear_scale(&line, &sign);
  jh_model_wish wish = jh_model_line(m, &line, false);
  m->out->block_count = blocks;
  if (wish.has_wish) keep(m, &wish.wish);
  jh_linear_done(&line), jh_rat_done(&sign);
}

/* What a cell may hold in the end, by the dictionary. */
static void limit_cell(jh_model *m, uint32_t node, uint32_t row, const bool *used) {
  const jh_node *at = &m->plan->nodes[node];
  const jh_column_def *def = &m->plan->tables[at->table].columns[at->index];
  jh_linear sum;
  jh_range limit;
  jh_linear_init(&sum), jh_range_init(&limit);
  if (jh_model_number(m, node, row, &sum) == JH_MODEL_OK && sum.count) {
    jh_range_set_column(&limit, def);
    jh_range_scale(&limit, at->num, at->den);
    if (limit.has_low) keep_limit(m, &sum, &limit.low, false, used);
    if (limit.has_high) keep_limit(m, &sum, &limit.high, true, used);
  }
  jh_linear_done(&sum), jh_range_done(&limit);
}

static void limit_cells(jh_model *m, const bool *used) {
  for (uint32_t n = 0; n < m->plan->node_count; n++) {
    const jh_node *node = &m->plan->nodes[n];
    if (node->op != JH_OP_COLUMN || !m->touched[n]) continue;
    m->moved[node->table][node->index] = false; /* each column once */
    uint32_t from = m->first_row[node->level], to = from + m->row_count[node->level];
    for (uint32_t r = from; r < to && !m->has_failed; r++) limit_cell(m, n, r, used);
    for (uint32_t k = n; k < m->plan->node_count; k++) {
      const jh_node *other = &m->plan->nodes[k];
      if (other->op == JH_OP_COLUMN && other->table == node->table && other->index == node->index)
        m->touched[k] = false;
    }
  }
}

/* Wishes may share their terms: behind the last stands whether it was done. */
static void renumber_sum(jh_remedy_sum *sum, const uint32_t *numbers) {
  if (!sum->terms || sum->terms[sum->count].variable) return;
  for (size_t i = 0; i < sum->count; i++) sum->terms[i].variable = numbers[sum->terms[i].variable];
  sum->terms[sum->count].variable = 1;
}

static void renumber(jh_remedy_wish *wish, const uint32_t *numbers) {
  renumber_sum(&wish->sum, numbers);
  for (size_t i = 0; i < wish->unit_count; i++) renumber_sum(&wish->sums[i], numbers);
  for (size_t i = 0; i < wish->member_count; i++) {
    renumber(&wish->members[i], numbers);
    if (wish->floors) renumber(&wish->floors[i], numbers);
  }
}

/* Leaves out the variables of which no wish speaks. */
static jh_code finish(jh_model *m, goal *of, jh_error *err) {
  jh_remedy_problem *problem = &m->out->problem;
  bool *used = jh_arena_get(m->arena, problem->variable_count + 1);
  uint32_t *numbers = jh_arena_get(m->arena, (problem->variable_count + 1) * sizeof *numbers);
  size_t count = 0;
  if (!used || !numbers) return out_of_memory(err);
  problem->goal = jh_model_all(m, of->items, of->count);
  mark_used(&problem->goal, used);
  for (size_t i = 0; i < m->kept_count; i++) mark_used(&m->kept[i], used);
  limit_cells(m, used);
  for (size_t i = 0; i < problem->variable_count; i++) {
    numbers[i] = (uint32_t)count;
    if (used[i]) problem->variables[count++] = problem->variables[i];
  }
  problem->variable_count = count;
  renumber(&problem->goal, numbers);
  for (size_t i = 0; i < m->kept_count; i++) renumber(&m->kept[i], numbers);
  problem->kept = m->kept;
  problem->kept_count = m->kept_count;
  return m->has_failed ? out_of_memory(err) : JH_OK;
}

/* Is the goal true with nothing bought? */
static jh_code look_at_now(jh_model *m, jh_error *err) {
  size_t count = m->out->problem.variable_count;
  jh_rat *zeros = jh_alloc_get((count + 1) * sizeof *zeros);
  if (!zeros) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) jh_rat_init(&zeros[i]);
  m->out->holds_now = jh_remedy_holds(&m->out->problem.goal, zeros);
  for (size_t i = 0; i < count; i++) jh_rat_done(&zeros[i]);
  jh_alloc_free(zeros);
  return JH_OK;
}

/* The first number that is kept: 0, which stands for what found no memory. */
static bool keep_nothing(jh_model *m) {
  m->out->rats = jh_arena_get(m->arena, sizeof *m->out->rats);
  if (!m->out->rats) return false;
  jh_rat_init(&m->out->rats[0]);
  m->out->rat_count = m->out->rat_room = 1;
  return true;
}

static jh_code build(jh_model *m, jh_error *err) {
  goal of = {0};
  if (!keep_nothing(m)) return out_of_memory(err);
  m->touched = jh_arena_get(m->arena, m->plan->node_count + 1);
  if (!m->touched || !mark_columns(m) || !find_rows(m)) return out_of_memory(err);
  touch_nodes(m);
  make_variables(m);
  if (m->has_failed || !index_uses(m)) return out_of_memory(err);
  make_goal(m, &of);
  if (m->options->with_checks) keep_checks(m);
  if (m->has_failed) return out_of_memory(err);
  jh_code code = finish(m, &of, err);
  return code ? code : look_at_now(m, err);
}

jh_code jh_remedy_model_open(
    jh_remedy_model **out, const jh_run *run, const jh_remedy_model_options *options,
    jh_arena *arena, jh_error *err) {
  jh_model m = {.run = run, .options = options, .arena = arena};
  m.out = jh_arena_get(arena, sizeof *m.out);
  if (!m.out) return out_of_memory(err);
  m.plan = jh_run_plan(run);
  m.dataset = jh_run_dataset(run);
  m.exact = jh_run_exact(run);
  jh_exact_walk_open(&m.walk, &m.exact);
  m.walk.keeps_all = true;
  jh_code code = build(&m, err);
  jh_exact_walk_close(&m.walk);
  if (code)
    jh_remedy_model_close(m.out);
  else
    *out = m.out;
  return code;
}

void jh_remedy_model_close(jh_remedy_model *model) {
  if (!model) return;
  for (size_t i = 0; i < model->rat_count; i++) jh_rat_done(&model->rats[i]);
  model->rat_count = 0;
}
