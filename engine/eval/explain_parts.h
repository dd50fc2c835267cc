/* explain_parts.h - what the files that explain share: the tree being built, cells, formulas.
 *
 * explain.c makes entities, findings and tallies; explain_value.c the named
 * values and cells below a finding; explain_formula.c the text of a formula;
 * explain_group.c the rows behind a spread; explain_split.c what stages share; explain_change.c
 * the changes of numbers; explain_open.c finds the missing cells that an open condition waits for.
 */
#ifndef JH_EVAL_EXPLAIN_PARTS_H
#define JH_EVAL_EXPLAIN_PARTS_H

#include "base/buf.h"
#include "eval/exact_walk.h"
#include "eval/run_state.h"
#include "model/evidence.h"

/* A COLUMN node at a row. */
typedef struct jh_open_cell {
  uint32_t node, row;
} jh_open_cell;

typedef struct jh_open_cells {
  jh_open_cell *items; /* by jh_alloc */
  size_t count, room;
  uint64_t *seen; /* by jh_alloc; nodes and rows that were visited, an open hash table */
  size_t seen_count, seen_room; /* room is 0 or a power of two */
  bool has_failed;              /* memory */
} jh_open_cells;

/* Gathers the missing cells below a rule at a row; nothing unless it is undetermined. Ordered by
 * table, row and column, each once. */
void jh_explain_open_init(jh_open_cells *cells);
void jh_explain_open_done(jh_open_cells *cells);
void jh_explain_open_rule(jh_open_cells *cells, jh_exact_walk *walk, uint32_t rule, uint32_t row);

/* The tree that is being built. */
typedef struct jh_explain_tree {
  const jh_run *run;
  jh_arena *arena;
  jh_exact exact;
  jh_exact_walk walk; /* keeps what it worked out */
  size_t most_entities;
  bool is_brief, with_all; /* explain.h */
  size_t depth;            /* of findings */
  size_t tallies;          /* that stand above what is being added */
  jh_cell **cells;         /* all that were put into the tree, to be looked up in the files */
  size_t cell_count, cell_room;
  bool has_failed; /* memory */
} jh_explain_tree;

/* A new node at the end of a parent's children; never NULL (a spare one when memory is out). */
jh_evidence *jh_explain_add(jh_explain_tree *tree, jh_evidence *parent, jh_evidence_kind kind);

/* Fills a cell of a COLUMN node, but for `field` and `written`. */
void jh_explain_cell(const jh_run *run, uint32_t node, uint32_t row, jh_cell *out);
void jh_explain_cell_at(
    const jh_run *run, uint32_t table, uint32_t column, uint32_t row, jh_cell *out);

/* The values and cells that a node rests on, below a finding. `open` are those that decide. */
void jh_explain_values(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t node, uint32_t row,
    const jh_open_cells *open);

/* Below a finding or value of a SPREAD node: what its rows are together, and each of them. */
void jh_explain_group(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t node, uint32_t row,
    const jh_open_cells *open);

/* Sets the split of a value whose definition hands out a part of what stages share. */
void jh_explain_split(jh_explain_tree *tree, jh_evidence *value, uint32_t definition, uint32_t row);

/* Sets the changes of a finding's numbers. */
void jh_explain_changes(jh_explain_tree *tree, jh_evidence *finding, uint32_t rule, uint32_t row);

/* The row at another level that a node is looked at from here: the same, or an ancestor. */
uint32_t jh_explain_row(const jh_explain_tree *tree, uint32_t node, uint32_t level, uint32_t row);

/* "stage.higher_degree_teachers / stage.students", in the arena; NULL when memory is out. The row
 * tells the stage and the values of parameters. In Chinese: 高于规定学历教师数 ÷ 在校生数. */
const char *jh_explain_formula(
    const jh_run *run, uint32_t node, uint32_t row, jh_lang lang, jh_arena *arena);

#endif
