/* records.c - from the cells that the parser hands over to rows; see records.h. */
#include "table/records.h"

#include <string.h>

#include "base/alloc.h"
#include "table/blame.h"
#include "table/plain.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static void refuse(jh_filling *f, jh_code why, size_t cell, jh_str text) {
  void *items = f->refusals;
  if (why == JH_ENOMEM ||
      jh_alloc_grow(&items, &f->refusal_room, f->refusal_count + 1, sizeof(jh_refusal)) != 0) {
    f->is_out_of_memory = true;
    return;
  }
  f->refusals = items;
  jh_refusal *made = &f->refusals[f->refusal_count++];
  *made = (jh_refusal){.why = why, .taker = f->by_field[cell], .cell = cell};
  jh_str_copy(made->text, sizeof made->text, jh_str_trim(text));
  made->text_bytes = strlen(made->text);
}

static void on_cell(void *at, size_t size, void *payload) {
  jh_filling *f = payload;
  size_t cell = f->sink.cells++;
  f->bytes += size;
  if (cell >= f->field_count) {
    if (size > 0 && f->surplus == 0) f->surplus = cell;
    return;
  }
  jh_taker *taker = f->by_field[cell];
  if (!taker || jh_cell_take_plain(taker, f->row, at, size)) return;
  jh_code code = jh_cell_take(taker, f->row, at, size);
  if (code) refuse(f, code, cell, (jh_str){at, size});
}

static uint32_t line_of(const jh_filling *f) {
  return f->grid ? f->grid_line : jh_reader_line(f->reader);
}

static jh_place place_of(const jh_filling *f, size_t cell) {
  jh_place at = jh_place_of(f->file->path, 0, 0);
  if (f->grid) {
    jh_grid_place(f->grid, cell, &at);
  } else {
    jh_reader_place(f->reader, cell, &at);
  }
  return at;
}

static jh_place record_place(const jh_filling *f) {
  if (f->grid) return jh_loading_place(f->file, line_of(f), 0);
  return jh_place_of(f->file->path, line_of(f), 1);
}

static jh_str text_of(const jh_filling *f, uint32_t column) {
  const jh_column *of = column == JH_NONE ? NULL : f->staged->takers[column].column;
  bool is_known = of && of->texts && jh_column_known(of, f->row);
  return is_known ? of->texts[f->row] : (jh_str){NULL, 0};
}

/* Whose row it is, as far as that could be read. */
static void name_row(const jh_filling *f, jh_error *found) {
  const jh_table_def *def = f->staged->def;
  uint32_t key = def->key_column == JH_NONE ? def->parent_column : def->key_column;
  jh_arg_text(found->entity, sizeof found->entity, text_of(f, key));
  jh_arg_text(found->entity_name, sizeof found->entity_name, text_of(f, def->name_column));
}

/* A whole column that does not fit its unit has one cause and gets one message. */
static bool is_told(jh_filling *f, const jh_refusal *cell) {
  if (cell->why != JH_EUNIT_FINE || !f->odd) return false;
  jh_odd_unit *odd = &f->odd[cell->cell];
  if (odd->count++ == 0) odd->at = place_of(f, cell->cell);
  return odd->count > 1;
}

static void say_more(void *payload, jh_error *found) {
  const jh_filling *f = payload;
  if (found->code != JH_EUNIT_FINE) return;
  for (size_t i = 0; i < f->field_count; i++) {
    const jh_place *at = &f->odd[i].at;
    bool is_it =
        f->odd[i].count > 1 && at->line == found->at.line && at->column == found->at.column;
    if (!is_it || strcmp(at->file, found->at.file) != 0) continue;
    if (strcmp(at->sheet, found->at.sheet) == 0) jh_blame_more(found, f->odd[i].count - 1);
  }
}

void jh_records_sum_up(jh_filling *f) {
  size_t more = 0;
  for (size_t i = 0; f->odd && i < f->field_count; i++) more += f->odd[i].count > 1;
  if (more) jh_diag_each(f->loading->diag, say_more, f);
}

/* Words for what is wrong cost time; once no more are kept, it is only counted. */
static void tell_refusals(jh_filling *f) {
  jh_diag *diag = f->loading->diag;
  for (size_t i = 0; i < f->refusal_count; i++) {
    const jh_refusal *cell = &f->refusals[i];
    jh_error found = {.code = cell->why, .severity = JH_ERROR};
    if (is_told(f, cell)) continue;
    f->loading->refused += !cell->taker->is_filled;
    if (jh_diag_dropped(diag, JH_ERROR) == 0) {
      jh_place at = place_of(f, cell->cell);
      jh_str_copy(at.name, sizeof at.name, jh_str_of(cell->taker->def->id));
      jh_blame_cell(&found, cell->taker, cell->why, &at, (jh_str){cell->text, cell->text_bytes});
      name_row(f, &found);
    }
    jh_diag_add(diag, &found);
  }
}

static void tell_count(jh_filling *f) {
  char has[24], expected[24];
  jh_error found;
  jh_place at = f->surplus > 0 ? place_of(f, f->surplus) : record_place(f);
  jh_fail(
      &found, JH_ECELL_COUNT, &at, jh_arg_int(has, (int64_t)f->sink.cells),
      jh_arg_int(expected, (int64_t)f->field_count), NULL);
  jh_diag_add(f->loading->diag, &found);
}

/* Takes back what the cells of a record that is not kept have left in its row. */
void jh_records_clear(const jh_filling *f) {
  const jh_staged *staged = f->staged;
  for (size_t i = 0; i < staged->def->column_count; i++) {
    jh_column *column = staged->takers[i].column;
    if (column) column->known[f->row / 64] &= ~(UINT64_C(1) << (f->row % 64));
  }
}

/* What the source says of all its rows. Its values were checked before. */
static jh_code add_sets(jh_filling *f) {
  if (f->file->source == JH_NONE) return JH_OK;
  const jh_source *source = &f->loading->plan->sources[f->file->source];
  for (size_t i = 0; i < source->set_count; i++) {
    jh_taker *taker = &f->staged->takers[source->sets[i].column];
    jh_str value = jh_str_of(source->sets[i].value);
    if (!taker->column) continue;
    if (jh_cell_take(taker, f->row, value.at, value.size) == JH_ENOMEM) return JH_ENOMEM;
  }
  return JH_OK;
}

/* The cell that says that the row is a sum; false if none does. */
static bool find_sum(const jh_filling *f, size_t *cell, jh_str *text) {
  bool is_broken = false; /* sums have no code */
  for (size_t i = 0; i < f->refusal_count; i++) {
    const jh_refusal *refusal = &f->refusals[i];
    is_broken = is_broken || refusal->taker->is_filled;
    *cell = refusal->cell;
    *text = (jh_str){refusal->text, refusal->text_bytes};
    if (refusal->taker->is_filled && jh_plain_is_sum(*text)) return true;
  }
  for (size_t i = 0; is_broken && i < f->field_count; i++) {
    const jh_column *column = f->by_field[i] ? f->by_field[i]->column : NULL;
    if (!column || !column->texts || !jh_column_known(column, f->row)) continue;
    *cell = i;
    *text = column->texts[f->row];
    if (jh_plain_is_sum(*text)) return true;
  }
  return false;
}

/* A row of sums gets one message instead of one for each cell that is no code. */
static bool tell_sum(jh_filling *f) {
  size_t cell;
  jh_str text;
  if (!find_sum(f, &cell, &text)) return false;
  char shown[120];
  jh_error found;
  jh_place at = place_of(f, cell);
  jh_str_copy(at.name, sizeof at.name, jh_str_of(f->by_field[cell]->def->id));
  jh_fail(&found, JH_ESUM_ROW, &at, jh_arg_text(shown, sizeof shown, text), NULL);
  jh_diag_add(f->loading->diag, &found);
  jh_records_clear(f);
  return true;
}

/* A record without a single character in it is padding of a spreadsheet, like a blank line.
 * Empty cells beyond the header hold nothing and are let pass. */
static jh_code end_record(jh_filling *f) {
  if (f->is_out_of_memory) return JH_ENOMEM;
  jh_staged *staged = f->staged;
  if (f->bytes == 0) {
    jh_records_clear(f);
    return JH_OK;
  }
  f->file->record_count++;
  if (f->sink.cells < f->field_count || f->surplus > 0) {
    tell_count(f);
    jh_records_clear(f);
    staged->is_partial = true;
    return JH_OK;
  }
  if (f->refusal_count > 0 && tell_sum(f)) return JH_OK;
  if (f->refusal_count > 0) tell_refusals(f);
  if (add_sets(f) == JH_ENOMEM) return JH_ENOMEM;
  staged->lines[f->row] = line_of(f);
  staged->files[f->row] = f->file_index;
  staged->count = ++f->row;
  return JH_OK;
}

static jh_code check_room(const jh_filling *f, jh_error *err) {
  char most[24];
  jh_place at = record_place(f);
  if (f->row >= JH_LOADING_ROWS) {
    jh_arg_int(most, (int64_t)JH_LOADING_ROWS);
    return jh_fail(err, JH_ETOO_MANY_ROWS, &at, most, NULL);
  }
  /* The lines were counted before: there are more now. */
  return f->row < f->staged->room ? JH_OK : jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
}

static void begin_record(jh_filling *f) {
  f->bytes = f->surplus = f->refusal_count = 0;
  /* Nothing may be written beyond the columns; there should be nothing more to be read. */
  if (f->row >= f->staged->room) f->field_count = 0;
}

static void on_record(jh_reader_sink *sink) {
  jh_filling *f = (jh_filling *)sink;
  if (f->stopped) return;
  if (f->row < f->staged->room) {
    if (end_record(f) != JH_OK) f->stopped = out_of_memory(&f->why);
  } else if (f->bytes > 0) {
    f->stopped = check_room(f, &f->why);
  }
  begin_record(f);
}

jh_code jh_records_run(jh_filling *f, bool *got, jh_error *err) {
  f->sink.cell = on_cell;
  f->sink.record = on_record;
  begin_record(f);
  jh_code code = jh_reader_run(f->reader, &f->sink, got, err);
  if (f->stopped) {
    if (err) *err = f->why;
    return f->stopped;
  }
  if (code != JH_EBAD_QUOTE) return code;
  jh_error found = err ? *err : (jh_error){.code = code};
  jh_diag_add(f->loading->diag, &found);
  f->staged->is_partial = true;
  if (f->row < f->staged->room) jh_records_clear(f);
  *got = true;
  return JH_OK;
}

/* A cell of a grid, which knows what it is. */
static void take_cell(jh_filling *f, size_t cell, const jh_grid_cell *is) {
  jh_taker *taker = f->by_field[cell];
  if (!taker) return;
  jh_str text = is->text;
  jh_code code = jh_plain_kind(taker->def, is->kind, text);
  if (!code && jh_cell_take_plain(taker, f->row, text.at, text.size)) return;
  if (!code) code = jh_cell_take(taker, f->row, text.at, text.size);
  if (code) refuse(f, code, cell, text);
}

jh_code jh_records_row(jh_filling *f, const jh_grid_row *row, jh_error *err) {
  static const jh_grid_cell blank = {0};
  begin_record(f);
  f->grid_line = row->line;
  f->sink.cells = row->count;
  for (size_t i = f->field_count; i < row->count && f->surplus == 0; i++) {
    if (row->cells[i].text.size > 0) f->surplus = i;
  }
  if (f->file->is_workbook && f->sink.cells < f->field_count) f->sink.cells = f->field_count;
  f->bytes = 1; /* the grid leaves out what is blank */
  for (size_t i = 0; i < f->field_count; i++) {
    take_cell(f, i, i < row->count ? &row->cells[i] : &blank);
  }
  on_record(&f->sink);
  if (f->stopped && err) *err = f->why;
  return f->stopped;
}
