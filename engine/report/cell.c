/* cell.c - where a value stands, as JSON. */
#include "report/cell.h"

#include "sheet/position.h"

static void number(jh_buf *buf, const char *key, uint32_t value) {
  if (!value) return;
  jh_buf_text(buf, key);
  jh_buf_int(buf, value);
}

/* "sheet":"学校","cell":"C14" */
static void put_sheet(jh_buf *buf, const jh_cell *cell) {
  char position[JH_POSITION_TEXT];
  jh_figure_json_pair(buf, "sheet", cell->sheet);
  if (!cell->line || !cell->field) return;
  jh_figure_json_pair(buf, "cell", jh_position_text(position, cell->field - 1, cell->line));
}

void jh_cell_place(jh_buf *buf, const jh_cell *cell, const char *file) {
  char position[JH_POSITION_TEXT];
  jh_buf_text(buf, file);
  if (cell->sheet) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, cell->sheet);
  }
  if (!cell->line) return;
  jh_buf_char(buf, cell->sheet ? '!' : ':');
  if (cell->sheet && cell->field) {
    jh_buf_text(buf, jh_position_text(position, cell->field - 1, cell->line));
  } else {
    jh_buf_int(buf, cell->line);
  }
}

void jh_cell_json(jh_buf *buf, const jh_cell *cell, bool decides) {
  jh_buf_text(buf, "{\"table\":");
  jh_buf_json(buf, jh_str_of(cell->table ? cell->table->id : ""));
  jh_figure_json_pair(buf, "column", cell->column ? cell->column->id : NULL);
  jh_buf_text(buf, ",\"entity\":");
  jh_buf_json(buf, cell->entity);
  if (cell->file && cell->file[0]) jh_figure_json_pair(buf, "file", cell->file);
  number(buf, ",\"line\":", cell->line);
  number(buf, ",\"field\":", cell->field);
  if (cell->sheet) put_sheet(buf, cell);
  if (cell->origin) jh_figure_json_pair(buf, "origin", cell->origin);
  jh_figure_json_pair(buf, "written", cell->written);
  if (!cell->is_missing && cell->column) jh_figure_json_pair(buf, "read", cell->read);
  jh_buf_text(buf, cell->is_missing ? ",\"missing\":true" : "");
  jh_buf_text(buf, decides ? ",\"decides\":true}" : "}");
}
