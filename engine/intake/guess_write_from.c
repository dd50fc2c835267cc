/* guess_write_from.c - one `from` of a proposed mapping. */
#include "intake/guess_write.h"

/* Does a form say anything besides whose it is? */
static bool has_figures(const jh_guess_writer *w, const jh_guess_source *source) {
  const jh_table_def *table = &w->guess->plan->tables[source->table];
  for (size_t i = 0; i < source->entry_count; i++) {
    const jh_guess_entry *entry = &source->entries[i];
    bool is_head = entry->column == jh_guess_anchor(table) || entry->column == table->name_column;
    if (!is_head && !jh_guess_is_question(entry)) return true;
  }
  return false;
}

static void put_sheet(jh_guess_writer *w, const jh_guess_source *source) {
  const jh_table_def *table = &w->guess->plan->tables[source->table];
  jh_guess_write_begin(w, 2);
  bool is_form = source->kind == JH_GUESS_FORM;
  if (source->sheet && !source->is_only && !(is_form && source->pattern)) {
    jh_buf_text(w->out, "sheet = ");
    jh_guess_write_quoted(w->out, source->sheet);
    jh_buf_text(w->out, ", ");
  }
  jh_buf_print(w->out, "table = \"%s\",", table->id);
  if (is_form) {
    jh_buf_print(w->out, " form = \"%s\",", w->guess->plan->forms[source->form].id);
  }
  if (is_form && source->pattern) jh_guess_write_remark(w, JH_GUESS_SAY_EACH_SHEET, NULL, NULL);
  jh_buf_char(w->out, '\n');
}

static void put_lines_of_head(jh_guess_writer *w, const jh_guess_source *source) {
  jh_guess_write_begin(w, 2);
  jh_buf_print(
      w->out, "skip_lines = %u, header_lines = %u,", source->title_lines, source->header_lines);
  if (source->title[0] && !source->pattern)
    jh_guess_write_remark(w, JH_GUESS_SAY_TITLE, source->title, NULL);
  jh_buf_char(w->out, '\n');
}

static void put_encoding(jh_guess_writer *w, const jh_guess_source *source) {
  jh_guess_write_begin(w, 2);
  jh_buf_text(w->out, "encoding = ");
  jh_guess_write_quoted(w->out, source->encoding);
  jh_buf_char(w->out, ',');
  jh_guess_write_remark(w, JH_GUESS_SAY_ENCODING, source->encoding, NULL);
  jh_buf_char(w->out, '\n');
}

static void put_unit(jh_guess_writer *w, const jh_guess_source *source) {
  jh_guess_write_begin(w, 2);
  jh_buf_text(w->out, "unit = ");
  jh_guess_write_quoted(w->out, source->unit_line);
  jh_buf_char(w->out, ',');
  jh_guess_write_remark(w, JH_GUESS_SAY_UNIT_LINE, NULL, NULL);
  jh_buf_char(w->out, '\n');
}

static void put_leave(jh_guess_writer *w, const jh_guess_source *source) {
  char rows[24];
  const jh_table_def *table = &w->guess->plan->tables[source->table];
  jh_guess_write_begin(w, 2);
  jh_buf_text(w->out, "leave_out = {");
  for (size_t i = 0; i < source->leave_count; i++) {
    const jh_guess_leave *leave = &source->leaves[i];
    jh_buf_text(w->out, i ? ", " : " ");
    if (leave->header) {
      jh_buf_char(w->out, '[');
      jh_guess_write_quoted(w->out, leave->header);
      jh_buf_text(w->out, "] = {");
    } else {
      jh_buf_print(w->out, "%s = {", table->columns[leave->column].id);
    }
    for (size_t k = 0; k < leave->word_count; k++) {
      jh_buf_text(w->out, k ? ", " : " ");
      jh_guess_write_quoted(w->out, leave->words[k]);
    }
    jh_buf_text(w->out, " }");
  }
  jh_buf_text(w->out, " },");
  jh_guess_write_remark(w, JH_GUESS_SAY_LEAVE, jh_arg_int(rows, (int64_t)source->left_rows), NULL);
  jh_buf_char(w->out, '\n');
}

static void put_unused(jh_guess_writer *w, const jh_guess_source *source) {
  jh_guess_list list = {0};
  jh_guess_write_list(w, &list, 2, JH_GUESS_SAY_UNUSED, NULL, NULL);
  for (size_t i = 0; i < source->unused_count; i++) {
    jh_guess_write_item(w, &list, 2, source->unused[i]);
  }
  jh_buf_char(w->out, '\n');
}

static void put_columns(jh_guess_writer *w, const jh_guess_source *source) {
  jh_guess_write_begin(w, 2);
  jh_buf_text(w->out, source->kind == JH_GUESS_FORM ? "cells = {\n" : "columns = {\n");
  jh_guess_write_lines(w, source);
  jh_guess_write_begin(w, 2);
  jh_buf_text(w->out, "},\n");
}

void jh_guess_write_from(jh_guess_writer *w, const jh_guess_source *source) {
  bool is_form = source->kind == JH_GUESS_FORM;
  if (!is_form && source->kind != JH_GUESS_TABLE && source->kind != JH_GUESS_TEMPLATE) return;
  jh_buf_char(w->out, '\n');
  w->is_comment = is_form && !has_figures(w, source);
  if (w->is_comment) {
    const jh_form *form = &w->guess->plan->forms[source->form];
    jh_guess_list note = {0};
    w->is_comment = false;
    jh_guess_write_list(
        w, &note, 0, JH_GUESS_SAY_NO_CELLS, form->id, jh_text_in(form->name, w->lang));
    jh_buf_char(w->out, '\n');
    w->is_comment = true;
  }
  jh_guess_write_begin(w, 0);
  jh_buf_text(w->out, "from ");
  jh_guess_write_quoted(w->out, source->pattern ? source->pattern : source->file);
  jh_buf_text(w->out, " {");
  if (source->kind == JH_GUESS_TEMPLATE)
    jh_guess_write_remark(w, JH_GUESS_SAY_TEMPLATE, NULL, NULL);
  jh_buf_char(w->out, '\n');
  put_sheet(w, source);
  if (!is_form) put_lines_of_head(w, source);
  if (source->encoding) put_encoding(w, source);
  if (source->unit_line) put_unit(w, source);
  put_columns(w, source);
  if (source->leave_count) put_leave(w, source);
  if (source->unused_count) put_unused(w, source);
  jh_guess_write_begin(w, 0);
  jh_buf_text(w->out, "}\n");
  w->is_comment = false;
}
