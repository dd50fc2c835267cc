/* validate_list.c - problems with their places, ordered by what they affect, and summed up by kind. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "session/validate.h"
#include "table/load.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static uint32_t field_of(const jh_file *file, uint32_t column) {
  for (size_t i = 0; i < file->header_count; i++) {
    if (file->header_columns[i] == column) return (uint32_t)i + 1;
  }
  return 0;
}

/* The code of a row; of rows without one, that of what they belong to. */
static uint32_t named_level(
    const jh_plan *plan, const jh_dataset *data, uint32_t level, uint32_t *row) {
  while (!data->levels[level].codes && plan->levels[level].parent != JH_NONE) {
    *row = data->levels[level].parent[*row];
    level = plan->levels[level].parent;
  }
  return level;
}

/* What was understood: numbers as they are, words by their ids. */
static void copy_read(char *out, const jh_column *column, const jh_column_def *def, uint32_t row) {
  char number[JH_DEC_TEXT];
  jh_str text = {NULL, 0};
  if (jh_column_is_number(column))
    text = jh_str_of(jh_dec_text(number, (jh_dec){jh_column_number(column, row), column->scale}));
  else if (column->texts)
    text = column->texts[row];
  else if (def->type == JH_COLUMN_BOOL)
    text = jh_str_of(column->marks[row] ? "yes" : "no");
  else if (column->marks[row] < def->choice_count)
    text = jh_str_of(def->choices[column->marks[row]].id);
  jh_str_copy(out, JH_FIGURE_TEXT, text);
}

static jh_str text_at(const jh_str *texts, uint32_t row) {
  return texts ? texts[row] : (jh_str){NULL, 0};
}

void jh_validate_cell(
    const jh_plan *plan, const jh_dataset *dataset, const jh_dataset *before,
    const jh_audit_cell *at, jh_cell *out) {
  const jh_table_def *table = &plan->tables[at->table];
  const jh_dataset *data = at->is_before && before ? before : dataset;
  const jh_rows *rows = &data->levels[table->level];
  uint32_t row = at->row, named = named_level(plan, data, table->level, &row);
  *out = (jh_cell){.table = table, .file = "", .entity = text_at(data->levels[named].codes, row)};
  if (at->column != JH_NONE) {
    const jh_column *column = rows->columns ? rows->columns[at->column] : NULL;
    out->column = &table->columns[at->column];
    out->is_missing = !jh_column_known(column, at->row);
    if (!out->is_missing) copy_read(out->read, column, out->column, at->row);
  }
  if (!rows->files || !rows->lines || rows->files[at->row] >= data->file_count) return;
  const jh_file *file = &data->files[rows->files[at->row]];
  out->file = file->path;
  out->sheet = file->sheet;
  out->line = rows->lines[at->row];
  if (at->column != JH_NONE) out->field = field_of(file, at->column);
}

/* The field of a cell of which the file is known. */
static void find_field(const jh_session *s, jh_cell *cell) {
  const jh_dataset *data = s->dataset;
  bool is_placed = cell->line && cell->column && !cell->field;
  for (size_t i = 0; is_placed && i < data->file_count; i++) {
    if (strcmp(data->files[i].path, cell->file) != 0) continue;
    if (cell->sheet && strcmp(data->files[i].sheet, cell->sheet) != 0) continue;
    uint32_t column = (uint32_t)(cell->column - cell->table->columns);
    bool is_its = data->files[i].table == (uint32_t)(cell->table - s->plan->tables);
    if (is_its) cell->field = field_of(&data->files[i], column);
  }
}

/* Who the first cell belongs to. */
static void name_problem(
    const jh_validation *v, const jh_session *s, const jh_audit_cell *at, jh_problem *out) {
  const jh_dataset *data = at->is_before && v->before ? v->before : s->dataset;
  uint32_t row = at->row, level = s->plan->tables[at->table].level;
  uint32_t named = named_level(s->plan, data, level, &row);
  out->name = text_at(data->levels[named].names, row);
  row = at->row;
  for (; s->plan->levels[level].parent != JH_NONE; level = s->plan->levels[level].parent)
    row = data->levels[level].parent[row];
  out->county = text_at(data->levels[level].codes, row);
  out->county_name = text_at(data->levels[level].names, row);
}

static void take_cells(
    const jh_session *s, jh_validation *v, const jh_audit_cell *cells, size_t count,
    jh_cell **next) {
  for (size_t i = 0; i < count; i++)
    jh_validate_cell(s->plan, s->dataset, v->before, &cells[i], (*next)++);
}

static void take_problem(jh_session *s, jh_validation *v, size_t index, jh_cell **next) {
  const jh_audit_problem *from = v->result->problems[index];
  const jh_audit_kind_def *kind = jh_audit_kind_get(from->kind);
  jh_problem *out = &v->items[v->all.count++];
  *out = (jh_problem){
      .severity = from->severity,
      .code = kind->code,
      .kind = kind,
      .cells = *next,
      .cell_count = from->cell_count + from->other_count,
      .impact = v->impacts ? &v->impacts[index] : NULL};
  memcpy(out->args, from->args, sizeof out->args);
  take_cells(s, v, from->cells, from->cell_count, next);
  take_cells(s, v, from->others, from->other_count, next);
  const jh_audit_cell *first = from->cell_count ? from->cells : from->others;
  if (out->cell_count) name_problem(v, s, first, out);
}

static void take_found(const jh_session *s, jh_validation *v) {
  for (size_t i = 0; i < jh_diag_kept(s->diag); i++) {
    const jh_error *found = jh_diag_get(s->diag, i);
    v->items[v->all.count++] =
        (jh_problem){.severity = found->severity, .code = found->code, .found = found};
  }
  for (int severity = 0; severity < 3; severity++)
    v->all.dropped[severity] = jh_diag_dropped(s->diag, (jh_severity)severity);
}

/* What stands in the cells, as it is written: of the dataset's own, each file is read once. */
static jh_code look_up(jh_session *s, jh_validation *v, size_t count, jh_error *err) {
  jh_cell **cells = jh_alloc_get((count + 1) * sizeof *cells);
  size_t wanted = 0;
  if (!cells) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) {
    if (v->cells[i].column && v->cells[i].line && !v->cells[i].is_missing)
      cells[wanted++] = &v->cells[i];
  }
  jh_code code = wanted ? jh_load_cells(s->dataset, cells, wanted, v->arena, err) : JH_OK;
  jh_alloc_free(cells);
  return code;
}

typedef struct ranked {
  const jh_problem *problem;
  const char *file, *sheet;
  uint32_t line, field;
  size_t index;
} ranked;

static int by_size(size_t a, size_t b) { return a < b ? -1 : a > b; }

static int by_text(const char *a, const char *b) { return strcmp(a ? a : "", b ? b : ""); }

static size_t effect(const jh_problem *problem, int which) {
  const jh_audit_impact *impact = problem->impact;
  if (!impact || !impact->is_examined) return 0;
  return which == 0 ? impact->county_count : impact->school_count;
}

/* Counties affected, then schools, then severity, then place. */
static int by_effect(const void *a, const void *b) {
  const ranked *x = a, *y = b;
  int order = 0;
  for (int which = 0; which < 2 && !order; which++)
    order = by_size(effect(y->problem, which), effect(x->problem, which));
  if (!order) order = by_size(x->problem->severity, y->problem->severity);
  if (!order) order = by_text(x->file, y->file);
  if (!order) order = by_text(x->sheet, y->sheet);
  if (!order) order = by_size(x->line, y->line);
  if (!order) order = by_size(x->field, y->field);
  return order ? order : by_size(x->index, y->index);
}

static ranked rank_of(const jh_problem *problem, size_t index) {
  ranked out = {.problem = problem, .index = index};
  if (problem->found) {
    out.file = problem->found->at.file;
    out.sheet = problem->found->at.sheet;
    out.line = problem->found->at.line;
    out.field = problem->found->at.field;
  } else if (problem->cell_count) {
    out.file = problem->cells[0].file;
    out.sheet = problem->cells[0].sheet;
    out.line = problem->cells[0].line;
    out.field = problem->cells[0].field;
  }
  return out;
}

static jh_code sort(jh_validation *v, jh_error *err) {
  size_t count = v->all.count;
  ranked *ranks = jh_alloc_get((count + 1) * sizeof *ranks);
  jh_problem *sorted = jh_arena_get(v->arena, (count + 1) * sizeof *sorted);
  if (!ranks || !sorted) {
    jh_alloc_free(ranks);
    return out_of_memory(err);
  }
  for (size_t i = 0; i < count; i++) ranks[i] = rank_of(&v->items[i], i);
  if (count) qsort(ranks, count, sizeof *ranks, by_effect);
  for (size_t i = 0; i < count; i++) sorted[i] = *ranks[i].problem;
  jh_alloc_free(ranks);
  v->items = sorted;
  return JH_OK;
}

static void count_one(jh_problem_kind *kind, const jh_problem *problem) {
  const jh_audit_impact *impact = problem->impact;
  kind->severities[problem->severity]++;
  if (!impact) return;
  kind->unexamined += !impact->is_examined;
  kind->changing_count += impact->finding_count > 0;
  kind->county_count += impact->county_count > 0;
}

static jh_code sum_up(jh_validation *v, jh_error *err) {
  jh_problem_kind *kinds = jh_arena_get(v->arena, JH_AUDIT_KINDS * sizeof *kinds);
  if (!kinds) return out_of_memory(err);
  for (int k = 0; v->result && k < JH_AUDIT_KINDS; k++) {
    jh_problem_kind *kind = &kinds[v->all.kind_count];
    kind->kind = jh_audit_kind_get((jh_audit_kind)k);
    kind->dropped = v->result->dropped[k];
    if (v->result->counts[k] == 0) continue;
    for (size_t i = 0; i < v->all.count; i++) {
      if (v->items[i].kind == kind->kind) count_one(kind, &v->items[i]);
    }
    v->all.kind_count++;
  }
  v->all.kinds = kinds;
  v->all.items = v->items;
  return JH_OK;
}

jh_code jh_validate_list(jh_session *s, jh_validation *v, jh_error *err) {
  size_t found = v->result ? v->result->problem_count : 0, cells = 0;
  for (size_t i = 0; i < found; i++) {
    const jh_audit_problem *problem = v->result->problems[i];
    cells += problem->cell_count + problem->other_count;
  }
  v->items = jh_arena_get(v->arena, (found + jh_diag_kept(s->diag) + 1) * sizeof *v->items);
  v->cells = jh_arena_get(v->arena, (cells + 1) * sizeof *v->cells);
  if (!v->items || !v->cells) return out_of_memory(err);
  jh_cell *next = v->cells;
  take_found(s, v);
  for (size_t i = 0; i < found; i++) take_problem(s, v, i, &next);
  jh_code code = s->dataset ? look_up(s, v, cells, err) : JH_OK;
  jh_session_give_cells(s, v->cells, cells, v->arena);
  for (size_t i = 0; i < v->blanks.county_count; i++) {
    jh_blank_county *county = &v->blanks.counties[i];
    size_t kept = county->cell_count < JH_BLANKS_CELLS ? county->cell_count : JH_BLANKS_CELLS;
    for (size_t k = 0; k < kept; k++) find_field(s, &county->cells[k]);
    jh_session_give_cells(s, county->cells, kept, v->arena);
  }
  if (!code) code = sort(v, err);
  return code ? code : sum_up(v, err);
}
