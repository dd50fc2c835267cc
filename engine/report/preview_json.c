/* preview_json.c - a file's reading as JSON; see preview.h. */
#include "report/figure.h"
#include "report/preview.h"
#include "sheet/position.h"

static void put_number(jh_buf *buf, const char *key, uint32_t value) {
  jh_buf_print(buf, ",\"%s\":%u", key, value);
}

static void put_form(jh_buf *buf, const jh_preview_file *file) {
  static const char *const how[] = {
      [JH_PREVIEW_TOLD] = "told",
      [JH_PREVIEW_MARKED] = "marked",
      [JH_PREVIEW_VALID] = "valid",
      [JH_PREVIEW_GUESSED] = "guessed",
      [JH_PREVIEW_ACCIDENT] = "accident"};
  jh_figure_json_pair(buf, "form", file->is_workbook ? "workbook" : "text");
  if (file->sheet) jh_figure_json_pair(buf, "sheet", file->sheet);
  if (file->is_sheet_hidden) jh_buf_text(buf, ",\"hidden\":true");
  if (file->hash && file->hash[0]) jh_figure_json_pair(buf, "sha256", file->hash);
  if (file->is_workbook || !file->encoding) return;
  jh_figure_json_pair(buf, "encoding", file->encoding);
  jh_figure_json_pair(buf, "encoding_found", how[file->encoding_how]);
  jh_figure_json_pair(buf, "delimiter", file->delimiter);
}

static void put_field(jh_buf *buf, const jh_preview_file *file, size_t at) {
  static const char *const how[] = {
      [JH_PREVIEW_BY_ID] = "id",
      [JH_PREVIEW_BY_NAME] = "name",
      [JH_PREVIEW_BY_ALIAS] = "alias",
      [JH_PREVIEW_BY_UNIT] = "but_for_unit"};
  const jh_preview_field *field = &file->fields[at];
  char position[JH_POSITION_TEXT];
  jh_buf_print(buf, "%s\n  {\"field\":%zu", at > 0 ? "," : "", at + 1);
  if (file->is_workbook) {
    jh_figure_json_pair(buf, "position", jh_position_text(position, (uint32_t)at, 0));
  }
  jh_figure_json_pair(buf, "header", field->header);
  if (field->column) {
    jh_figure_json_pair(buf, "column", field->column->id);
    jh_figure_json_pair(buf, "found_by", how[field->how]);
  }
  if (field->is_twice) jh_buf_text(buf, ",\"twice\":true");
  if (field->is_silent) jh_buf_text(buf, ",\"lacks_unit\":true");
  jh_figure_json_pair(buf, "unit", field->unit);
  jh_figure_json_pair(buf, "near", field->near);
  jh_buf_char(buf, '}');
}

static void put_record(jh_buf *buf, const jh_preview_record *record, bool is_first) {
  jh_buf_print(buf, "%s\n  {\"line\":%u,\"cells\":[", is_first ? "" : ",", record->line);
  for (size_t i = 0; i < record->count; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_json(buf, record->cells[i]);
  }
  jh_buf_text(buf, "]}");
}

static void put_problem(jh_buf *buf, const jh_error *problem, jh_lang lang) {
  char text[1024];
  jh_error_text(problem, lang, text, sizeof text);
  jh_buf_print(buf, ",\"problem\":{\"code\":\"JH-%d\"", (int)problem->code);
  if (problem->at.line) put_number(buf, "line", problem->at.line);
  if (problem->at.column) put_number(buf, "column", problem->at.column);
  jh_figure_json_pair(buf, "text", text);
  jh_buf_char(buf, '}');
}

void jh_preview_json(jh_buf *buf, const jh_preview_file *file, jh_lang lang) {
  jh_buf_text(buf, "{\"file\":");
  jh_buf_json(buf, jh_str_of(file->path));
  put_form(buf, file);
  if (file->problem) put_problem(buf, file->problem, lang);
  if (file->table) {
    jh_figure_json_pair(buf, "table", file->table->id);
    jh_buf_text(buf, file->is_read ? ",\"is_read\":true" : ",\"is_read\":false");
  }
  if (file->header_lines > 0) {
    put_number(buf, "title_lines", file->title_lines);
    put_number(buf, "header_line", file->header_line);
    put_number(buf, "header_lines", file->header_lines);
    if (file->title && file->title[0]) jh_figure_json_pair(buf, "title", file->title);
    jh_figure_json_pair(buf, "unit_line", file->unit);
    jh_buf_text(buf, ",\"fields\":[");
    for (size_t i = 0; i < file->field_count; i++) put_field(buf, file, i);
    jh_buf_text(buf, "],\n \"records\":[");
    for (size_t i = 0; i < file->record_count; i++) put_record(buf, &file->records[i], i == 0);
    jh_buf_char(buf, ']');
  }
  jh_buf_char(buf, '}');
}
