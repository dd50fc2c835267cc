/* template_sheet.c - one table of a template: title, units, header, rows, and what may be filled in. */
#include "session/template_sheet.h"
#include "sheet/position.h"

enum { TITLE_ROW = 1, HINT_ROW = 2, HEADER_ROW = JH_TEMPLATE_HEADER_ROW, FIRST_ROW };
enum { TITLE_COLUMNS = 8, NARROW = 10, CODE_WIDTH = 14, WIDE = 24, TEXT_WIDTH = 24 };
enum { MOST_CODES = 5000 }; /* of a drop-down */

typedef jh_template_writer writer;

static const char *text_of(const jh_buf *buf) { return buf->at ? buf->at : ""; }

static bool is_text(const jh_column_def *def) {
  return def->type == JH_COLUMN_CODE || def->type == JH_COLUMN_TEXT;
}

/* Wide enough for half the header and for every choice. */
static double width_of(const jh_template_column *column, jh_lang lang) {
  const jh_column_def *def = column->def;
  if (def->type == JH_COLUMN_TEXT) return TEXT_WIDTH;
  size_t width = jh_utf8_width(jh_str_of(column->header)) / 2 + 3;
  for (size_t i = 0; i < def->choice_count; i++) {
    size_t used = jh_utf8_width(jh_str_of(jh_text_in(def->choices[i].name, lang))) + 2;
    if (used > width) width = used;
  }
  size_t least = def->type == JH_COLUMN_CODE && !column->is_year ? CODE_WIDTH : NARROW;
  return (double)(width < least ? least : width > WIDE ? WIDE : width);
}

/* Codes of the rows above that are known: what this column may hold. */
static bool put_parents(
    writer *at, const jh_template_table *table, const jh_template_column *column,
    const jh_write_box *box, const jh_write_hint *hint) {
  const jh_plan *plan = at->t->plan;
  const jh_dataset *data = at->t->data;
  if (!data || column->column != table->def->parent_column || table->def->parent == JH_NONE)
    return false;
  const jh_template_table above = {.def = &plan->tables[table->def->parent]};
  const jh_rows *rows = &data->levels[above.def->level];
  uint32_t from, to;
  jh_template_rows(at->t, &above, at->part, &from, &to);
  if (!rows->codes || from == to || to - from > MOST_CODES) return false;
  jh_write_choices(at->w, box, rows->codes + from, to - from, hint);
  return true;
}

static void put_choices(
    writer *at, const jh_template_column *column, const jh_write_box *box,
    const jh_write_hint *hint) {
  const jh_column_def *def = column->def;
  jh_str words[64];
  size_t count = 0;
  if (column->is_year && at->t->year) words[count++] = jh_str_of(at->t->year);
  if (def->type == JH_COLUMN_BOOL) {
    words[count++] = jh_str_of(jh_template_bool(true, at->t->lang));
    words[count++] = jh_str_of(jh_template_bool(false, at->t->lang));
  }
  for (size_t i = 0; i < def->choice_count && count < sizeof words / sizeof *words; i++) {
    const char *name = jh_text_in(def->choices[i].name, at->t->lang);
    words[count++] = jh_str_of(name[0] ? name : def->choices[i].id);
  }
  jh_write_choices(at->w, box, words, count, hint);
}

/* What the cells of a column may hold. */
static void put_rule(
    writer *at, const jh_template_table *table, const jh_template_column *column, uint32_t index) {
  const jh_column_def *def = column->def;
  const jh_write_box box = {FIRST_ROW, index, JH_POSITION_ROWS, index};
  jh_buf_clear(&at->buf);
  jh_buf_clear(&at->more);
  jh_template_prompt(&at->buf, at->t, column);
  jh_template_refusal(&at->more, at->t, column);
  bool is_list = def->type == JH_COLUMN_BOOL || def->type == JH_COLUMN_CHOICE ||
                 (column->is_year && at->t->year);
  jh_write_hint hint = {column->header, text_of(&at->buf), text_of(&at->more), is_list};
  if (put_parents(at, table, column, &box, &hint)) return;
  if (is_list) {
    put_choices(at, column, &box, &hint);
  } else if (!is_text(def)) {
    const jh_write_limits limits = {
        def->type == JH_COLUMN_COUNT, true, def->has_max, def->has_min ? def->min : (jh_dec){0, 0},
        def->max};
    jh_write_range(at->w, &box, &limits, &hint);
  } else if (at->buf.size) {
    jh_write_told(at->w, &box, &hint);
  }
}

static void put_head(
    writer *at, const jh_template_table *table, const jh_template_column *column, uint32_t index) {
  bool is_needed = column->is_needed;
  jh_write_columns(
      at->w, index, index, width_of(column, at->t->lang),
      is_text(column->def) ? JH_WRITE_INPUT_TEXT : JH_WRITE_INPUT);
  jh_buf_clear(&at->buf);
  jh_template_hint(&at->buf, at->t, column);
  jh_write_text(at->w, HINT_ROW, index, jh_buf_str(&at->buf), JH_WRITE_NOTE);
  jh_write_text(
      at->w, HEADER_ROW, index, jh_str_of(column->header),
      is_needed ? JH_WRITE_NEEDED : JH_WRITE_HEADER);
  jh_buf_clear(&at->buf);
  jh_template_note(&at->buf, at->t, table, column);
  jh_write_note(at->w, HEADER_ROW, index, jh_buf_str(&at->buf));
  put_rule(at, table, column, index);
}

static void put_cell(
    writer *at, const jh_template_table *table, const jh_template_column *column, uint32_t data_row,
    const uint32_t place[2]) {
  jh_buf_clear(&at->buf);
  jh_template_cell(&at->buf, at->t, table, column->column, data_row);
  if (at->buf.size == 0) return; /* the column's own look */
  jh_str text = jh_buf_str(&at->buf);
  if (column->is_given)
    jh_write_text(at->w, place[0], place[1], text, JH_WRITE_CODE);
  else if (is_text(column->def))
    jh_write_text(at->w, place[0], place[1], text, JH_WRITE_INPUT_TEXT);
  else
    jh_write_number(at->w, place[0], place[1], text, JH_WRITE_INPUT);
}

static void put_rows(writer *at, const jh_template_table *table) {
  uint32_t from, to;
  jh_template_rows(at->t, table, at->part, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    for (uint32_t i = 0; i < table->count; i++) {
      const uint32_t place[2] = {FIRST_ROW + row - from, i};
      put_cell(at, table, &table->columns[i], row, place);
    }
  }
}

/* Codes and names stay in sight where they come first. */
static uint32_t frozen_columns(const jh_template_table *table) {
  uint32_t count = 0;
  while (count < table->count && count < 2) {
    const jh_template_column *column = &table->columns[count];
    if (!column->is_given && column->column != table->def->name_column) break;
    count++;
  }
  return count;
}

static double header_height(const jh_template_table *table, jh_lang lang) {
  size_t most = 1;
  for (size_t i = 0; i < table->count; i++) {
    const jh_template_column *column = &table->columns[i];
    size_t room = (size_t)width_of(column, lang) - 2;
    size_t lines = jh_template_lines(jh_str_of(column->header), room);
    if (lines > most) most = lines;
  }
  return 6 + 16 * (double)most;
}

static void put_title(writer *at, const jh_template_table *table) {
  uint32_t last = (uint32_t)(table->count < TITLE_COLUMNS ? table->count : TITLE_COLUMNS) - 1;
  const jh_write_box box = {TITLE_ROW, 0, TITLE_ROW, last};
  const char *pack = jh_text_in(at->t->plan->pack.name, at->t->lang);
  jh_buf_clear(&at->buf);
  jh_buf_text(&at->buf, jh_text_in(table->def->name, at->t->lang));
  if (pack[0]) jh_buf_print(&at->buf, at->t->lang == JH_ZH ? "（%s）" : " (%s)", pack);
  jh_write_row(at->w, TITLE_ROW, 28, JH_WRITE_PLAIN);
  jh_write_merged(at->w, &box, jh_buf_str(&at->buf), JH_WRITE_TITLE);
}

jh_code jh_template_sheet(jh_template_writer *at, size_t index) {
  const jh_template_table *table = &at->t->tables[index];
  const char *name = jh_text_in(table->def->name, at->t->lang);
  const jh_write_sheet how = {
      .name = name[0] ? name : table->def->id,
      .is_protected = true,
      .is_landscape = true,
      .is_one_wide = table->count <= TITLE_COLUMNS,
      .frozen_rows = HEADER_ROW,
      .frozen_columns = frozen_columns(table),
      .repeated_rows = HEADER_ROW};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  at->names[index] = jh_write_name(at->w);
  put_title(at, table);
  jh_write_row(at->w, HINT_ROW, 42, JH_WRITE_NOTE);
  jh_write_row(at->w, HEADER_ROW, header_height(table, at->t->lang), JH_WRITE_PLAIN);
  for (uint32_t i = 0; i < table->count; i++) put_head(at, table, &table->columns[i], i);
  put_rows(at, table);
  return JH_OK;
}
