/* explain_value.c - the named values and the cells below a finding. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "eval/explain_parts.h"
#include "eval/figure.h"

/* One finding's parts: each node at a row is shown once. */
typedef struct showing {
  jh_explain_tree *tree;
  const jh_open_cells *open;
  jh_memo seen;
  size_t overs; /* sums and counts above: then a value tells whose it is */
} showing;

static void show(showing *s, jh_evidence *parent, uint32_t index, uint32_t row);

static void copy_read(char *out, const jh_column *column, const jh_column_def *def, uint32_t row) {
  char number[JH_DEC_TEXT];
  if (jh_column_is_number(column)) {
    jh_dec value = {jh_column_number(column, row), column->scale};
    jh_str_copy(out, JH_FIGURE_TEXT, jh_str_of(jh_dec_text(number, value)));
  } else if (column->texts) {
    jh_str_copy(out, JH_FIGURE_TEXT, column->texts[row]);
  } else if (def->type == JH_COLUMN_BOOL) {
    jh_str_copy(out, JH_FIGURE_TEXT, jh_str_of(column->marks[row] ? "yes" : "no"));
  } else if (column->marks[row] < def->choice_count) {
    jh_str_copy(out, JH_FIGURE_TEXT, jh_str_of(def->choices[column->marks[row]].id));
  }
}

/* The column of a sheet is known from its header, without looking into the file. */
static void set_sheet(jh_cell *out, const jh_file *file, uint32_t column) {
  out->sheet = file->sheet;
  for (size_t i = 0; file->sheet && i < file->header_count; i++) {
    if (file->header_columns[i] == column) out->field = (uint32_t)i + 1;
  }
}

void jh_explain_cell_at(
    const jh_run *run, uint32_t table, uint32_t column, uint32_t row, jh_cell *out) {
  const jh_dataset *dataset = run->dataset;
  const jh_table_def *def = &run->plan->tables[table];
  const jh_rows *rows = &dataset->levels[def->level];
  const jh_column *values = rows->columns ? rows->columns[column] : NULL;
  memset(out, 0, sizeof *out);
  out->table = def;
  out->column = &def->columns[column];
  out->row = row;
  out->entity = jh_run_entity(run, def->level, row).code;
  out->file = "";
  if (rows->lines && rows->files && rows->lines[row] && rows->files[row] < dataset->file_count) {
    out->file = dataset->files[rows->files[row]].path;
    set_sheet(out, &dataset->files[rows->files[row]], column);
    out->line = rows->lines[row];
  }
  out->is_missing = !jh_column_known(values, row);
  if (!out->is_missing) copy_read(out->read, values, out->column, row);
}

void jh_explain_cell(const jh_run *run, uint32_t node, uint32_t row, jh_cell *out) {
  const jh_node *at = &run->plan->nodes[node];
  jh_explain_cell_at(run, at->table, at->index, row, out);
}

static bool is_open(const jh_open_cells *open, const jh_plan *plan, uint32_t node, uint32_t row) {
  for (size_t i = 0; open && i < open->count; i++) {
    const jh_node *a = &plan->nodes[open->items[i].node], *b = &plan->nodes[node];
    if (open->items[i].row == row && a->table == b->table && a->index == b->index) return true;
  }
  return false;
}

static void show_cell(showing *s, jh_evidence *parent, uint32_t node, uint32_t row) {
  jh_evidence *cell = jh_explain_add(s->tree, parent, JH_EVIDENCE_CELL);
  jh_explain_cell(s->tree->run, node, row, &cell->cell);
  cell->decides = cell->cell.is_missing && is_open(s->open, s->tree->run->plan, node, row);
}

static void set_value(showing *s, jh_evidence *value, uint32_t node, uint32_t row) {
  if (s->tree->run->plan->nodes[node].type == JH_TYPE_NUMBER) {
    jh_range range;
    jh_range_init(&range);
    jh_exact_walk_number(&s->tree->walk, node, row, &range);
    jh_figure_one(&value->value, &range);
    jh_range_done(&range);
    return;
  }
  jh_tri tri = jh_exact_walk_condition(&s->tree->walk, node, row);
  value->value.is_known = tri != JH_UNKNOWN;
  if (value->value.is_known)
    jh_str_copy(
        value->value.text, sizeof value->value.text, jh_str_of(tri == JH_TRUE ? "yes" : "no"));
}

static uint32_t arg_of(const showing *s, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(s->tree->run->plan, node, k) : JH_NONE;
}

static void set_formula(showing *s, jh_evidence *value, uint32_t node, uint32_t row) {
  const jh_run *run = s->tree->run;
  value->formula = jh_explain_formula(run, node, row, JH_EN, s->tree->arena);
  value->formula_zh = jh_explain_formula(run, node, row, JH_ZH, s->tree->arena);
  s->tree->has_failed |= !value->formula || !value->formula_zh;
}

static void show_quantity(showing *s, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_plan *plan = s->tree->run->plan;
  const jh_node *node = &plan->nodes[index];
  uint32_t definition = arg_of(s, node, 0);
  jh_evidence *value = jh_explain_add(s->tree, parent, JH_EVIDENCE_VALUE);
  value->quantity = &plan->quantities[node->index];
  if (s->overs) value->finding.entity = jh_run_entity(s->tree->run, node->level, row);
  if (node->type != JH_TYPE_CHOICE) set_value(s, value, index, row);
  if (jh_column_known(jh_where_quantity(s->tree->run->dataset, node), row))
    return; /* given by a case: no definition took part */
  set_formula(s, value, definition, row);
  jh_explain_split(s->tree, value, definition, row);
  show(s, value, definition, row);
}

/* Does a part of a condition that is settled bear on it? Of "all" that is false only what is false,
 * of "any" that is true only what is true. */
static bool bears_on(showing *s, const jh_node *node, jh_tri settled, uint32_t part, uint32_t row) {
  bool is_any = node->op == JH_OP_OR || node->op == JH_OP_SOME;
  bool is_all = node->op == JH_OP_AND || node->op == JH_OP_EVERY;
  if (s->tree->with_all) return true;
  if (!(is_any && settled == JH_TRUE) && !(is_all && settled == JH_FALSE)) return true;
  return jh_exact_walk_condition(&s->tree->walk, part, row) == settled;
}

static bool is_of_stage(const showing *s, const jh_node *node, uint32_t row) {
  return jh_where_is_of(s->tree->run->dataset, node, row);
}

/* A sum or count: its value, and the cells of the rows that take part. */
static void show_over(showing *s, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_node *node = &s->tree->run->plan->nodes[index];
  uint32_t at = node->op == JH_OP_COUNT ? 0 : node->op == JH_OP_SPREAD ? 2 : 1, from, to;
  uint32_t filter = arg_of(s, node, at);
  jh_tri settled = JH_UNKNOWN;
  size_t shown = 0;
  jh_evidence *value = jh_explain_add(s->tree, parent, JH_EVIDENCE_VALUE);
  set_formula(s, value, index, row);
  set_value(s, value, index, row);
  if (node->type == JH_TYPE_CONDITION)
    settled = jh_exact_walk_condition(&s->tree->walk, index, row);
  jh_dataset_range(s->tree->run->dataset, node->over, node->level, row, &from, &to);
  s->overs++;
  for (uint32_t r = from; r < to; r++) {
    if (jh_exact_over_passes(&s->tree->walk, node, filter, r) == JH_FALSE) {
      if (s->tree->with_all && filter != JH_NONE && is_of_stage(s, node, r))
        show(s, value, filter, r);
      continue;
    }
    if (!bears_on(s, node, settled, arg_of(s, node, 0), r)) continue;
    if (shown++ >= s->tree->most_entities) {
      value->unlisted++;
      continue;
    }
    for (uint32_t k = 0; k <= at; k++) {
      if (arg_of(s, node, k) != JH_NONE) show(s, value, arg_of(s, node, k), r);
    }
  }
  s->overs--;
}

static void show_all(showing *s, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_plan *plan = s->tree->run->plan;
  const jh_node *node = &plan->nodes[index];
  uint32_t not_taken = JH_NONE; /* the arm of an IF that played no part */
  jh_tri settled = JH_UNKNOWN;
  if (node->op == JH_OP_AND || node->op == JH_OP_OR)
    settled = jh_exact_walk_condition(&s->tree->walk, index, row);
  if (node->op == JH_OP_IF) {
    jh_tri which = jh_exact_walk_condition(&s->tree->walk, arg_of(s, node, 0), row);
    not_taken = which == JH_UNKNOWN ? JH_NONE : which == JH_TRUE ? 2 : 1;
  }
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t arg = arg_of(s, node, k), at = row;
    if (node->op == JH_OP_BY_STAGE && k != jh_where_stage(s->tree->run->dataset, node->level, row))
      continue;
    if (arg == JH_NONE || (node->op == JH_OP_IF && k == not_taken)) continue;
    if (jh_known_drops(jh_force_known(s->tree->run->program->force), node, k)) continue;
    if (!bears_on(s, node, settled, arg, row)) continue;
    uint32_t level = plan->nodes[arg].level;
    if (node->op == JH_OP_RAISE && level != JH_NONE)
      at = jh_dataset_ancestor(s->tree->run->dataset, node->level, row, level);
    show(s, parent, arg, at);
  }
}

/* Each spread with its coefficient of variation, and below it the rows that pull. */
static void show_composite(showing *s, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_node *node = &s->tree->run->plan->nodes[index];
  jh_range square;
  jh_range_init(&square);
  for (uint32_t k = 1; k < node->count; k++) {
    uint32_t spread = arg_of(s, node, k);
    bool has_rows;
    jh_exact_over_spread(
        &s->tree->walk, &s->tree->run->plan->nodes[spread], row, &square, &has_rows);
    if (!has_rows) continue; /* left out of the mean */
    jh_evidence *value = jh_explain_add(s->tree, parent, JH_EVIDENCE_VALUE);
    set_formula(s, value, spread, row);
    if (jh_range_is_known(&square) && jh_rat_sign(&square.low) >= 0) {
      jh_figure_root(&square.low, &square.low);
      jh_range_set_rat(&square, &square.low);
      jh_figure_one(&value->value, &square);
    }
    jh_explain_group(s->tree, value, spread, row, s->open);
  }
  jh_range_done(&square);
}

static void show(showing *s, jh_evidence *parent, uint32_t index, uint32_t row) {
  const jh_node *node = &s->tree->run->plan->nodes[index];
  if (node->level == JH_NONE || jh_memo_find(&s->seen, index, row)) return;
  jh_memo_add_condition(&s->seen, index, row, JH_TRUE);
  switch (node->op) {
  case JH_OP_COLUMN: show_cell(s, parent, index, row); break;
  case JH_OP_QUANTITY: show_quantity(s, parent, index, row); break;
  case JH_OP_RULE: break; /* a member: told on its own */
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME: show_over(s, parent, index, row); break;
  case JH_OP_COMPOSITE: show_composite(s, parent, index, row); break;
  case JH_OP_SPREAD: jh_explain_group(s->tree, parent, index, row, s->open); break;
  default: show_all(s, parent, index, row); break;
  }
}

void jh_explain_values(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t node, uint32_t row,
    const jh_open_cells *open) {
  showing s = {.tree = tree, .open = open};
  if (node == JH_NONE) return;
  jh_memo_init(&s.seen);
  show(&s, parent, node, row);
  jh_memo_done(&s.seen);
}
