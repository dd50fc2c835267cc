/* catalogue_dictionary_json.c - the dictionary for programs: tables, columns, forms, readers. */
#include "report/catalogue.h"
#include "report/figure.h"

static const char *const types[] = {
    [JH_COLUMN_CODE] = "code",       [JH_COLUMN_TEXT] = "text", [JH_COLUMN_COUNT] = "count",
    [JH_COLUMN_DECIMAL] = "decimal", [JH_COLUMN_BOOL] = "bool", [JH_COLUMN_CHOICE] = "choice"};

static void put_text(jh_buf *buf, const char *key, jh_text text) {
  if (!jh_text_in(text, JH_EN)[0]) return;
  jh_buf_print(buf, ",\"%s\":", key);
  jh_figure_json_text(buf, text);
}

static void put_list(jh_buf *buf, const char *key, const char *const *items, size_t count) {
  if (count == 0) return;
  jh_buf_print(buf, ",\"%s\":[", key);
  for (size_t i = 0; i < count; i++) {
    if (i) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(items[i]));
  }
  jh_buf_char(buf, ']');
}

static void put_choices(jh_buf *buf, const jh_column_def *column) {
  if (column->choice_count == 0) return;
  jh_buf_text(buf, ",\"choices\":[");
  for (size_t i = 0; i < column->choice_count; i++) {
    const jh_choice *choice = &column->choices[i];
    jh_buf_text(buf, i ? ",{\"id\":" : "{\"id\":");
    jh_buf_json(buf, jh_str_of(choice->id));
    put_text(buf, "name", choice->name);
    put_list(buf, "also", choice->aliases, choice->alias_count);
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, ']');
}

static void put_numbers(jh_buf *buf, const jh_column_def *column) {
  char text[JH_DEC_TEXT];
  if (column->unit_text[0]) jh_figure_json_pair(buf, "unit", column->unit_text);
  if (column->type == JH_COLUMN_DECIMAL) jh_buf_print(buf, ",\"scale\":%d", column->scale);
  if (column->has_min) jh_figure_json_pair(buf, "min", jh_dec_text(text, column->min));
  if (column->has_max) jh_figure_json_pair(buf, "max", jh_dec_text(text, column->max));
}

static void put_column(
    jh_buf *buf, const jh_column_def *column, const jh_readers *readers, size_t number) {
  jh_buf_text(buf, "{\"id\":");
  jh_buf_json(buf, jh_str_of(column->id));
  put_text(buf, "name", column->name);
  put_list(buf, "also", column->aliases, column->alias_count);
  jh_figure_json_pair(buf, "type", types[column->type]);
  put_numbers(buf, column);
  if (column->is_required) jh_buf_text(buf, ",\"required\":true");
  if (column->is_filled) jh_buf_text(buf, ",\"filled\":true");
  put_choices(buf, column);
  if (column->form) jh_figure_json_pair(buf, "form", column->form);
  put_text(buf, "holder", column->holder);
  put_text(buf, "note", column->note);
  if (readers && readers->count) {
    jh_buf_text(buf, ",\"read_by\":");
    jh_readers_json(buf, readers, number);
  }
  jh_buf_char(buf, '}');
}

static void put_cell(jh_buf *buf, const jh_table_def *table, const jh_form_cell *cell) {
  jh_buf_text(buf, "{\"column\":");
  if (cell->column == JH_NONE)
    jh_buf_text(buf, "null");
  else
    jh_buf_json(buf, jh_str_of(table->columns[cell->column].id));
  if (cell->at) jh_figure_json_pair(buf, "at", cell->at);
  if (cell->row) jh_figure_json_pair(buf, "row", cell->row);
  if (cell->number) jh_figure_json_pair(buf, "number", cell->number);
  put_list(buf, "labels", cell->labels, cell->label_count);
  put_text(buf, "note", cell->note);
  jh_buf_char(buf, '}');
}

static void put_form(jh_buf *buf, const jh_plan *plan, const jh_form *form) {
  const jh_table_def *table = &plan->tables[form->table];
  jh_buf_text(buf, "{\"id\":");
  jh_buf_json(buf, jh_str_of(form->id));
  put_text(buf, "name", form->name);
  put_list(buf, "also", form->aliases, form->alias_count);
  put_list(buf, "replaces", form->replaces, form->replace_count);
  jh_figure_json_pair(buf, "table", table->id);
  if (form->from_year) jh_buf_print(buf, ",\"from_year\":%u", form->from_year);
  if (form->to_year) jh_buf_print(buf, ",\"to_year\":%u", form->to_year);
  jh_buf_print(buf, ",\"hint\":%s", form->is_hint ? "true" : "false");
  put_text(buf, "source", form->source);
  put_text(buf, "note", form->note);
  jh_buf_text(buf, ",\"cells\":[");
  for (size_t i = 0; i < form->cell_count; i++) {
    jh_buf_text(buf, i ? ",\n  " : "\n  ");
    put_cell(buf, table, &form->cells[i]);
  }
  jh_buf_text(buf, "]}");
}

void jh_catalogue_dictionary_json(jh_buf *buf, const jh_plan *plan, const jh_readers *readers) {
  size_t number = 0;
  jh_buf_text(buf, "{\"format\":1,\"tables\":[");
  for (size_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *table = &plan->tables[i];
    jh_buf_text(buf, i ? ",\n{\"id\":" : "\n{\"id\":");
    jh_buf_json(buf, jh_str_of(table->id));
    put_text(buf, "name", table->name);
    jh_buf_text(buf, ",\"columns\":[");
    for (size_t k = 0; k < table->column_count; k++) {
      jh_buf_text(buf, k ? ",\n  " : "\n  ");
      put_column(buf, &table->columns[k], readers, number++);
    }
    jh_buf_text(buf, "]}");
  }
  jh_buf_text(buf, "],\n\"forms\":[");
  for (size_t i = 0; i < plan->form_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    put_form(buf, plan, &plan->forms[i]);
  }
  jh_buf_text(buf, "]}\n");
}
