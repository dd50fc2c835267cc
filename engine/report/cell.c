/* cell.c - where a value stands, as JSON. */
#include "report/cell.h"

static void number(jh_buf *buf, const char *key, uint32_t value) {
  if (!value) return;
  jh_buf_text(buf, key);
  jh_buf_int(buf, value);
}

void jh_cell_json(jh_buf *buf, const jh_cell *cell, bool decides) {
  jh_buf_text(buf, "{\"table\":");
  jh_buf_json(buf, jh_str_of(cell->table ? cell->table->id : ""));
  jh_figure_json_pair(buf, "column", cell->column ? cell->column->id : "");
  jh_buf_text(buf, ",\"entity\":");
  jh_buf_json(buf, cell->entity);
  if (cell->file && cell->file[0]) jh_figure_json_pair(buf, "file", cell->file);
  number(buf, ",\"line\":", cell->line);
  number(buf, ",\"field\":", cell->field);
  jh_figure_json_pair(buf, "written", cell->written);
  if (!cell->is_missing) jh_figure_json_pair(buf, "read", cell->read);
  jh_buf_text(buf, cell->is_missing ? ",\"missing\":true" : "");
  jh_buf_text(buf, decides ? ",\"decides\":true}" : "}");
}
