/* preview.c - how the files of a folder would be read, before anything is. */
#include "report/preview.h"

#include <string.h>

#include "session/preview_files.h"
#include "session/session.h"
#include "table/grid.h"
#include "table/head.h"
#include "table/delimiter.h"

#define TEMPLATE_SHEET "_junheng" /* of every workbook that `template` writes */

typedef struct previewing {
  const jh_plan *plan;
  const char *encoding;
  jh_arena *arena;
  jh_format format;
  jh_lang lang;
  jh_buf buf;
  bool is_first, is_template;
  size_t unreadable;
} previewing;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static void write_file(previewing *p, const jh_preview_file *file) {
  if (p->format == JH_FORMAT_JSON) {
    jh_buf_text(&p->buf, p->is_first ? "\n" : ",\n");
    jh_preview_json(&p->buf, file, p->lang);
  } else {
    if (!p->is_first) jh_buf_char(&p->buf, '\n');
    jh_preview_text(&p->buf, file, p->lang);
  }
  p->is_first = false;
}

static void set_info(jh_preview_file *out, const jh_grid_info *info) {
  out->is_workbook = info->is_workbook;
  out->sheet = info->sheet;
  out->is_sheet_hidden = info->is_sheet_hidden;
  out->hash = info->hash;
  if (info->is_workbook) return;
  out->encoding = info->encoding;
  out->encoding_how = (jh_preview_encoding)info->encoding_how; /* both in the order of grid.h */
  out->delimiter = jh_delimiter_name(info->delimiter);
}

static bool set_head(previewing *p, jh_preview_file *out, const jh_head *head) {
  out->title_lines = head->title_lines;
  out->header_lines = head->header_lines;
  out->header_line = head->line;
  out->title = head->title;
  out->unit = head->unit_hint;
  out->table = head->table == JH_NONE ? NULL : &p->plan->tables[head->table];
  out->field_count = head->field_count;
  out->fields = jh_arena_get(p->arena, (head->field_count + 1) * sizeof *out->fields);
  for (size_t i = 0; out->fields && i < head->field_count; i++) {
    const jh_head_field *is = &head->fields[i];
    bool has_column = out->table && is->column != JH_NONE;
    out->fields[i] = (jh_preview_field){
        .header = is->path,
        .column = has_column ? &out->table->columns[is->column] : NULL,
        .how = has_column ? (jh_preview_how)(is->how - JH_MATCH_ID) : JH_PREVIEW_BY_ID,
        .is_twice = is->twin != JH_NONE,
        .is_silent = is->is_silent && !is->unit,
        .unit = is->unit,
        .near = is->near};
  }
  return out->fields != NULL;
}

static bool keep_record(previewing *p, jh_preview_file *out, const jh_grid_row *row) {
  jh_preview_record *to = &out->records[out->record_count++];
  *to = (jh_preview_record){.line = row->line, .count = row->count};
  to->cells = jh_arena_get(p->arena, (row->count + 1) * sizeof *to->cells);
  for (size_t i = 0; to->cells && i < row->count; i++) {
    char *copy = jh_arena_text(p->arena, row->cells[i].text);
    if (!copy) return false;
    to->cells[i] = (jh_str){copy, row->cells[i].text.size};
  }
  return to->cells != NULL;
}

static jh_code read_records(previewing *p, jh_preview_file *out, jh_grid *grid, jh_error *err) {
  bool got = true;
  while (got) {
    jh_grid_row row;
    jh_code code = jh_grid_next(grid, &row, &got, err);
    if (code) return code;
    out->row_count += got;
    if (got && out->record_count < JH_PREVIEW_RECORDS && !keep_record(p, out, &row))
      return out_of_memory(err);
  }
  return JH_OK;
}

static jh_head_wish wish_of(const jh_preview_source *from) {
  const jh_source *source = from->source;
  return (jh_head_wish){
      .table = from->table,
      .skip_lines = source ? source->skip_lines : JH_NONE,
      .header_lines = source ? source->header_lines : 0};
}

/* Looks at an open grid. */
static jh_code look(
    previewing *p, jh_preview_file *out, jh_grid *grid, const jh_preview_source *from,
    jh_error *err) {
  jh_head head;
  jh_head_wish wish = wish_of(from);
  set_info(out, jh_grid_about(grid));
  jh_code code = jh_head_find(&head, grid, p->plan, &wish, p->arena, err);
  if (code) return code;
  if (!set_head(p, out, &head)) return out_of_memory(err);
  return head.header_lines > 0 ? read_records(p, out, grid, err) : JH_OK;
}

/* One file, or one sheet of it. What is wrong with it is part of the preview. */
static jh_code preview_one(
    previewing *p, const jh_preview_source *from, const char *sheet, bool is_read, jh_error *err) {
  const char *told = from->source ? from->source->encoding : NULL;
  jh_grid_options options = {
      .sheet = sheet,
      .encoding = p->encoding ? p->encoding : told,
      .delimiter = from->source ? from->source->delimiter : '\0'};
  jh_preview_file file = {.path = from->path, .is_read = is_read, .is_template = p->is_template};
  jh_grid *grid = NULL;
  jh_error problem;
  jh_code code = jh_grid_open(&grid, from->path, &options, &problem);
  if (!code) code = look(p, &file, grid, from, &problem);
  if (code == JH_ENOMEM) {
    jh_grid_close(grid);
    return out_of_memory(err);
  }
  if (code) file.problem = &problem;
  p->unreadable += code != JH_OK;
  write_file(p, &file);
  jh_grid_close(grid);
  return JH_OK;
}

/* All sheets of a workbook that no source describes. */
static jh_code preview_sheets(
    previewing *p, const jh_preview_source *from, const jh_grid_sheet *sheets, size_t count,
    jh_error *err) {
  size_t visible = 0;
  jh_code code = JH_OK;
  for (size_t i = 0; i < count; i++) {
    visible += !sheets[i].is_hidden;
    p->is_template = p->is_template || strcmp(sheets[i].name, TEMPLATE_SHEET) == 0;
  }
  for (size_t i = 0; !code && i < count; i++) {
    jh_preview_source one = *from;
    bool is_read = from->table != JH_NONE && visible == 1 && !sheets[i].is_hidden;
    if (!is_read) one.table = JH_NONE;
    if (strcmp(sheets[i].name, TEMPLATE_SHEET) == 0) continue;
    code = preview_one(p, &one, sheets[i].name, is_read, err);
  }
  p->is_template = false;
  return code;
}

static jh_code preview_file(previewing *p, const jh_preview_source *from, jh_error *err) {
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0;
  const char *sheet = from->source ? from->source->sheet : NULL;
  bool is_read = from->table != JH_NONE;
  if (from->source) return preview_one(p, from, sheet, is_read, err);
  jh_code code = jh_grid_sheets(from->path, p->arena, &sheets, &count, NULL);
  if (code == JH_ENOMEM) return out_of_memory(err);
  if (code || count == 0) return preview_one(p, from, NULL, is_read, err);
  return preview_sheets(p, from, sheets, count, err);
}

size_t jh_session_unreadable(const jh_session *session) { return session->unreadable; }

jh_code jh_session_preview(
    jh_session *session, const char *data, const char *encoding, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err) {
  previewing p = {
      .plan = session->plan,
      .encoding = encoding,
      .arena = session->arena,
      .format = format,
      .lang = lang,
      .is_first = true};
  jh_preview_source *files = NULL;
  size_t count = 0;
  jh_code code = jh_preview_files(&files, &count, data, p.plan, p.arena, err);
  if (code) return code;
  jh_buf_init(&p.buf);
  if (format == JH_FORMAT_JSON) jh_buf_text(&p.buf, "{\"format\":1,\"files\":[");
  for (size_t i = 0; !code && i < count; i++) code = preview_file(&p, &files[i], err);
  if (format == JH_FORMAT_JSON) jh_buf_text(&p.buf, "\n]}\n");
  session->unreadable = p.unreadable;
  if (code) {
    jh_buf_done(&p.buf);
    return code;
  }
  return jh_session_hand_on(&p.buf, writer, payload, err);
}
