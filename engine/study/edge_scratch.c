/* edge_scratch.c - a case to begin with, for rules that have none: each cell that the rule reads holds
 * something plain.
 *
 * The judged row and those above it, and one row of each kind that the rule
 * gathers from below it. Stage units are left to be made from the schools,
 * unless one of them is judged.
 */
#include "study/edge_scratch.h"

/* What stands in every number, as far as its column allows. */
enum { PLAIN = 100 };

typedef struct scratch {
  const jh_plan *plan;
  bool *reads;  /* by node: the rule, or what makes units, reads it */
  bool *wanted; /* by level: a row of it */
  jh_case *test;
  jh_arena *arena;
  uint32_t *row_of; /* by level: its row, or JH_NONE */
} scratch;

static void want_with_parents(scratch *x, uint32_t level) {
  for (; level != JH_NONE && !x->wanted[level]; level = x->plan->levels[level].parent)
    x->wanted[level] = true;
}

/* Numbers of a stage unit that have a name are given by it, not by what the school reports. */
static bool is_given_by_name(const scratch *x, const jh_node *node) {
  return node->op == JH_OP_QUANTITY && node->type == JH_TYPE_NUMBER && node->level != JH_NONE &&
         node->level == x->plan->stage_level && x->wanted[node->level];
}

static void look(scratch *x, const jh_rule *rule) {
  const jh_plan *plan = x->plan;
  const uint32_t tops[4] = {rule->measure, rule->bound, rule->applies, rule->holds};
  want_with_parents(x, rule->level);
  for (size_t k = 0; k < 4; k++) {
    if (tops[k] != JH_NONE) x->reads[tops[k]] = true;
  }
  for (size_t i = 0; i < plan->stage_count; i++) {
    if (plan->stages[i].when != JH_NONE) x->reads[plan->stages[i].when] = true;
  }
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!x->reads[n] || is_given_by_name(x, node)) continue;
    uint32_t over = node->over;
    if (over == plan->stage_level && over != JH_NONE) over = plan->levels[over].parent;
    want_with_parents(x, over);
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) x->reads[arg] = true;
    }
  }
}

static bool is_read(const scratch *x, uint32_t table, uint32_t column) {
  for (size_t n = 0; n < x->plan->node_count; n++) {
    const jh_node *node = &x->plan->nodes[n];
    if (x->reads[n] && node->op == JH_OP_COLUMN && node->table == table && node->index == column)
      return true;
  }
  return false;
}

static jh_case_value plain(const jh_column_def *column, uint32_t index) {
  jh_case_value value = {.index = index, .mark = column->type == JH_COLUMN_BOOL};
  if (column->type == JH_COLUMN_CHOICE) return value;
  value.number = (jh_dec){PLAIN, 0};
  if (column->has_max && jh_dec_compare(value.number, column->max) > 0) value.number = column->max;
  if (column->has_min && jh_dec_compare(value.number, column->min) < 0) value.number = column->min;
  return value;
}

static void fill_columns(const scratch *x, jh_case_row *row, uint32_t table) {
  const jh_table_def *def = &x->plan->tables[table];
  for (uint32_t c = 0; c < def->column_count; c++) {
    jh_column_type type = def->columns[c].type;
    bool is_text = type == JH_COLUMN_CODE || type == JH_COLUMN_TEXT;
    if (!is_text && is_read(x, table, c))
      row->values[row->value_count++] = plain(&def->columns[c], c);
  }
}

static void fill_quantities(const scratch *x, jh_case_row *row) {
  for (uint32_t q = 0; q < x->plan->quantity_count; q++) {
    uint32_t use = x->plan->quantities[q].use;
    if (!x->reads[use] || !is_given_by_name(x, &x->plan->nodes[use])) continue;
    row->values[row->value_count++] =
        (jh_case_value){.is_quantity = true, .index = q, .number = {PLAIN, 0}};
  }
}

/* The row's values: one for each column, or quantity of a stage unit, that is read. False: memory. */
static bool fill(scratch *x, jh_case_row *row) {
  uint32_t table = x->plan->levels[row->level].table;
  size_t columns = table == JH_NONE ? 0 : x->plan->tables[table].column_count;
  size_t room = columns + x->plan->quantity_count + 1;
  row->values = jh_arena_get(x->arena, room * sizeof *row->values);
  if (!row->values) return false;
  if (table != JH_NONE) fill_columns(x, row, table);
  if (row->level == x->plan->stage_level) fill_quantities(x, row);
  return true;
}

/* A row for each wanted level, parents first: those whose parent has its row, until none is left. */
static bool make_rows(scratch *x, uint32_t stage) {
  const jh_plan *plan = x->plan;
  for (size_t before = SIZE_MAX; before != x->test->row_count;) {
    before = x->test->row_count;
    for (uint32_t l = 0; l < plan->level_count; l++) {
      uint32_t parent = plan->levels[l].parent;
      bool is_ready = parent == JH_NONE || x->row_of[parent] != JH_NONE;
      if (!x->wanted[l] || !is_ready || x->row_of[l] != JH_NONE) continue;
      x->row_of[l] = (uint32_t)x->test->row_count++;
      jh_case_row *row = &x->test->rows[x->row_of[l]];
      *row = (jh_case_row){
          .level = l,
          .parent = parent == JH_NONE ? JH_NONE : x->row_of[parent],
          .stage = l == plan->stage_level ? stage : JH_NONE};
      if (!fill(x, row)) return false;
    }
  }
  return true;
}

static bool build(scratch *x, jh_edge_search *s) {
  const jh_plan *plan = x->plan;
  const jh_edge *edge = s->edge;
  uint32_t level = plan->rules[edge->rule].level;
  if (!x->reads || !x->wanted || !x->row_of || !x->test || !x->test->rows) return false;
  for (size_t l = 0; l < plan->level_count; l++) x->row_of[l] = JH_NONE;
  look(x, &plan->rules[edge->rule]);
  if (!make_rows(x, edge->stage == JH_NONE ? 0 : edge->stage)) return false;
  x->test->name = "";
  x->test->rule = edge->rule;
  x->test->subject = x->row_of[level];
  x->test->on = edge->from == plan->pack.in_force ? 0 : edge->from;
  return true;
}

jh_case *jh_edge_scratch(jh_edge_search *s) {
  const jh_plan *plan = s->set->plan;
  scratch x = {.plan = plan, .arena = s->arena};
  x.reads = jh_arena_get(s->arena, plan->node_count + 1);
  x.wanted = jh_arena_get(s->arena, plan->level_count + 1);
  x.row_of = jh_arena_get(s->arena, (plan->level_count + 1) * sizeof *x.row_of);
  x.test = jh_arena_get(s->arena, sizeof *x.test);
  if (x.test) x.test->rows = jh_arena_get(s->arena, plan->level_count * sizeof *x.test->rows);
  if (!build(&x, s)) {
    s->code = jh_fail(s->err, JH_ENOMEM, NULL, NULL);
    return NULL;
  }
  return jh_edge_search_copy(s, x.test);
}
