/* edit.c - one cell changed in memory, and its county judged again. */
#include "table/edit.h"

#include <string.h>

#include "audit/audit.h"
#include "base/alloc.h"
#include "base/suggest.h"
#include "eval/known.h"
#include "session/session.h"

/* What is made once, when the first cell changes. */
typedef struct jh_session_edits {
  jh_arena *arena;
  bool **makes_stages; /* [table][column]: does a stage's condition read it? */
  uint32_t *rules;     /* the dictionary's checks, */
  size_t rule_count;
  jh_run *checks; /* and how rows stand to them; NULL = there are none */
} jh_session_edits;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

void jh_session_end_edits(jh_session *session) {
  if (!session->edits) return;
  jh_run_close(session->edits->checks);
  jh_arena_close(session->edits->arena);
  session->edits = NULL;
}

static jh_code mark_stages(jh_session_edits *edits, const jh_plan *plan, jh_error *err) {
  jh_known known;
  uint32_t *whens = jh_arena_get(edits->arena, (plan->stage_count + 1) * sizeof *whens);
  edits->makes_stages =
      jh_arena_get(edits->arena, (plan->table_count + 1) * sizeof *edits->makes_stages);
  if (!whens || !edits->makes_stages) return out_of_memory(err);
  for (size_t i = 0; i < plan->table_count; i++) {
    edits->makes_stages[i] = jh_arena_get(edits->arena, plan->tables[i].column_count + 1);
    if (!edits->makes_stages[i]) return out_of_memory(err);
  }
  for (size_t i = 0; i < plan->stage_count; i++) whens[i] = plan->stages[i].when;
  jh_code code = jh_known_open(&known, plan, 0, err);
  if (code) return code;
  code = jh_known_mark_columns(&known, whens, plan->stage_count, edits->makes_stages, err);
  jh_known_done(&known);
  return code;
}

static jh_code begin(jh_session *s, jh_error *err) {
  if (s->edits) return JH_OK;
  jh_arena *arena = jh_arena_open();
  jh_session_edits *edits = arena ? jh_arena_get(arena, sizeof *edits) : NULL;
  if (edits) edits->rules = jh_arena_get(arena, (s->plan->rule_count + 1) * sizeof *edits->rules);
  if (!edits || !edits->rules) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  edits->arena = arena;
  s->edits = edits;
  jh_code code = mark_stages(edits, s->plan, err);
  jh_audit audit = {.plan = s->plan, .dataset = s->dataset, .jobs = s->jobs};
  if (!code && !s->audits) /* else the auditor will look for them */
    code = jh_audit_dictionary_run(&edits->checks, edits->rules, &edits->rule_count, &audit, err);
  if (code) jh_session_end_edits(s);
  return code;
}

static jh_code no_cell(const jh_session *s, const char *table, const char *column, jh_error *err) {
  uint32_t found = jh_plan_table(s->plan, jh_str_of(table));
  jh_suggest near = jh_suggest_begin(jh_str_of(found == JH_NONE ? table : column));
  char best[128];
  for (size_t i = 0; found == JH_NONE && i < s->plan->table_count; i++)
    jh_suggest_offer(&near, jh_str_of(s->plan->tables[i].id));
  for (size_t i = 0; found != JH_NONE && i < s->plan->tables[found].column_count; i++)
    jh_suggest_offer(&near, jh_str_of(s->plan->tables[found].columns[i].id));
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(err, JH_EEDIT_NO_CELL, NULL, column, table, best, NULL);
}

static jh_code no_row(
    const jh_session *s, const jh_table_def *table, const char *key, jh_error *err) {
  const jh_rows *rows = &s->dataset->levels[table->level];
  jh_suggest near = jh_suggest_begin(jh_str_of(key));
  char best[128];
  for (size_t i = 0; rows->codes && i < rows->count; i++) jh_suggest_offer(&near, rows->codes[i]);
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(err, JH_ENO_ENTITY, NULL, key, best, NULL);
}

/* Does the order of rows, their hanging together, or what they are called stand on the column? */
static bool stands_on(const jh_plan *plan, uint32_t index, uint32_t column) {
  const jh_table_def *table = &plan->tables[index];
  bool has_key = table->key_column != JH_NONE && table->stage_column == JH_NONE;
  if (!has_key || table->is_derived) return true;
  for (size_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *made = &plan->tables[i];
    if (made->is_derived && made->derived_from == index && made->derived_name_column == column)
      return true;
  }
  return column == table->key_column || column == table->parent_column ||
         column == table->year_column || column == table->name_column;
}

static jh_code find_cell(
    const jh_session *s, const char *table, const char *key, const char *column, jh_edit *out,
    jh_error *err) {
  const jh_plan *plan = s->plan;
  const jh_file *file = NULL;
  out->table = jh_plan_table(plan, jh_str_of(table));
  out->column =
      out->table == JH_NONE ? JH_NONE : jh_plan_column(plan, out->table, jh_str_of(column));
  if (out->column == JH_NONE) return no_cell(s, table, column, err);
  if (stands_on(plan, out->table, out->column))
    return jh_fail(err, JH_EEDIT_STANDS, NULL, column, table, NULL);
  const jh_table_def *def = &plan->tables[out->table];
  out->row = jh_dataset_find(s->dataset, def->level, jh_str_of(key));
  if (out->row == JH_NONE) return no_row(s, def, key, err);
  uint32_t field = jh_edit_field(s->dataset, out, &file);
  if (field != JH_NONE && field != 0) return JH_OK;
  return jh_fail(err, JH_EEDIT_NOT_IN_FILE, NULL, file ? file->path : table, column, NULL);
}

/* A failing row of the county, before and after. */
typedef struct standing {
  uint32_t top, county;
  bool *fails; /* row after row of each check */
  size_t count;
} standing;

/* What becomes of a row that fails a check now, and did not before. */
typedef jh_code (*told)(jh_session *s, uint32_t rule, uint32_t row, jh_error *err);

/* Notes which rows fail, or, with `tell`, tells of those that were not noted. */
static jh_code look(jh_session *s, standing *at, told tell, jh_error *err) {
  const jh_session_edits *edits = s->edits;
  jh_code code = JH_OK;
  size_t k = 0;
  for (size_t i = 0; at->fails && i < edits->rule_count && !code; i++) {
    uint32_t rule = edits->rules[i], level = s->plan->rules[rule].level, from, to;
    if (!jh_plan_is_within(s->plan, level, at->top)) continue;
    jh_dataset_range(s->dataset, level, at->top, at->county, &from, &to);
    for (uint32_t row = from; row < to && !code; row++, k++) {
      bool fails = jh_run_verdict(edits->checks, rule, row) == JH_UNMET;
      if (!tell)
        at->fails[k] = fails;
      else if (fails && !at->fails[k])
        code = tell(s, rule, row, err);
    }
  }
  return code;
}

static jh_code tell_with(jh_session *s, uint32_t rule, uint32_t row, bool errors, jh_error *err) {
  const jh_audit_problem *problem;
  jh_audit audit = {.plan = s->plan, .dataset = s->dataset, .arena = jh_arena_open()};
  if (!audit.arena) return out_of_memory(err);
  jh_code code = jh_audit_dictionary_row(&problem, &audit, rule, row, err);
  if (!code && (problem->severity == JH_ERROR) == errors) {
    jh_error found;
    jh_session_tell_check(s, problem, &found);
    if (!errors) jh_diag_add(s->diag, &found);
    if (errors && err) *err = found;
    if (errors) code = JH_ECHECK_FAILED;
  }
  jh_arena_close(audit.arena);
  return code;
}

static jh_code refuse_error(jh_session *s, uint32_t rule, uint32_t row, jh_error *err) {
  return tell_with(s, rule, row, true, err);
}

static jh_code add_warning(jh_session *s, uint32_t rule, uint32_t row, jh_error *err) {
  return tell_with(s, rule, row, false, err);
}

static jh_code stand_before(jh_session *s, const jh_edit *cell, standing *out, jh_error *err) {
  uint32_t level = s->plan->tables[cell->table].level;
  size_t rows = 0;
  out->top = level;
  while (s->plan->levels[out->top].parent != JH_NONE) out->top = s->plan->levels[out->top].parent;
  out->county = jh_dataset_ancestor(s->dataset, level, cell->row, out->top);
  for (size_t i = 0; i < s->edits->rule_count; i++) {
    uint32_t of = s->plan->rules[s->edits->rules[i]].level, from, to;
    if (!jh_plan_is_within(s->plan, of, out->top)) continue;
    jh_dataset_range(s->dataset, of, out->top, out->county, &from, &to);
    rows += to - from;
  }
  out->fails = jh_alloc_get(rows + 1);
  return out->fails ? look(s, out, NULL, err) : out_of_memory(err);
}

static jh_code check_stages(jh_session *s, const jh_edit *cell, jh_error *err) {
  const jh_table_def *table = &s->plan->tables[cell->table];
  bool holds = true;
  if (!s->edits->makes_stages[cell->table][cell->column]) return JH_OK;
  jh_code code = jh_units_hold(&holds, s->plan, s->dataset, err);
  if (code || holds) return code;
  char code_of[96], text[120];
  jh_arg_text(code_of, sizeof code_of, s->dataset->levels[table->level].codes[cell->row]);
  jh_arg_text(text, sizeof text, jh_str_of(cell->text));
  return jh_fail(err, JH_EEDIT_STAGES, NULL, text, table->columns[cell->column].id, code_of, NULL);
}

/* Judges the county again: by the checks, then by the pack. */
static jh_code judge(jh_session *s, const jh_edit *cell, standing *before, jh_error *err) {
  uint32_t level = s->plan->tables[cell->table].level;
  jh_code code = JH_OK;
  if (s->edits->checks) code = jh_run_again(s->edits->checks, level, cell->row, err);
  if (!code && s->edits->checks && before) code = look(s, before, refuse_error, err);
  if (!code && s->run) code = jh_run_again(s->run, level, cell->row, err);
  return code;
}

static jh_code change(jh_session *s, const jh_edit *cell, standing *before, jh_error *err) {
  jh_edit_before was;
  jh_code code = jh_edit_cell(s->dataset, cell, &was, err);
  if (code) return code;
  code = check_stages(s, cell, err);
  bool is_judged = !code;
  if (!code) code = judge(s, cell, before, err);
  if (code) {
    jh_edit_undo(s->dataset, &was);
    jh_code again = is_judged ? judge(s, cell, NULL, NULL) : JH_OK;
    (void)again; /* it went well before */
    return code;
  }
  jh_session_end_validation(s);
  return s->edits->checks ? look(s, before, add_warning, err) : JH_OK;
}

jh_code jh_session_set_cell(
    jh_session *session, const char *table, const char *key, const char *column, const char *text,
    jh_error *err) {
  jh_edit cell = {.text = text};
  standing before = {0};
  if (!session->dataset) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_code code = find_cell(session, table, key, column, &cell, err);
  if (!code) code = begin(session, err);
  if (!code && session->edits->checks) code = stand_before(session, &cell, &before, err);
  if (!code) code = change(session, &cell, &before, err);
  jh_alloc_free(before.fails);
  return code;
}
