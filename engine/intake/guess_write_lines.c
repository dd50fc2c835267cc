/* guess_write_lines.c - the lines of `columns` and `cells`, each with what has to be said of it. */
#include <string.h>

#include "intake/guess_write.h"

static const jh_column_def *column_of(
    const jh_guess_writer *w, const jh_guess_source *source, uint32_t column) {
  return &w->guess->plan->tables[source->table].columns[column];
}

static const char *name_of(
    const jh_guess_writer *w, const jh_guess_source *source, uint32_t column) {
  return jh_text_in(column_of(w, source, column)->name, w->lang);
}

/* Must the source say a column, and does not: the one by which its rows are known; what its table requires, if
 * it stands for the table. */
static bool is_needed(const jh_guess_writer *w, const jh_guess_source *source, uint32_t column) {
  const jh_table_def *table = &w->guess->plan->tables[source->table];
  if (column == jh_guess_anchor(table)) return !jh_guess_entry_of(source, column);
  return table->columns[column].is_required && !jh_guess_has(w->guess, source->table, column) &&
         jh_guess_first(w->guess, source->table) == source;
}

/* The form's cell that feeds a column. */
static const jh_form_cell *cell_of(
    const jh_guess_writer *w, const jh_guess_source *source, uint32_t column) {
  const jh_form *form = &w->guess->plan->forms[source->form];
  for (size_t i = 0; i < form->cell_count; i++) {
    if (form->cells[i].column == column) return &form->cells[i];
  }
  return NULL;
}

static void put_value(jh_guess_writer *w, const jh_guess_entry *entry) {
  if (entry->how == JH_GUESS_VALUE || entry->how == JH_GUESS_YEAR) {
    jh_buf_text(w->out, "{ value = ");
    jh_guess_write_quoted(w->out, entry->source);
    jh_buf_text(w->out, " }");
  } else if (entry->unit) {
    jh_buf_text(w->out, "{ ");
    jh_guess_write_quoted(w->out, entry->source);
    jh_buf_text(w->out, ", unit = ");
    jh_guess_write_quoted(w->out, entry->unit);
    jh_buf_text(w->out, " }");
  } else {
    jh_guess_write_quoted(w->out, entry->source ? entry->source : "…");
  }
}

/* Of a header that stands for a column. */
static void remark_header(
    jh_guess_writer *w, const jh_guess_source *source, const jh_guess_entry *entry) {
  const jh_column_def *def = column_of(w, source, entry->column);
  const char *name = name_of(w, source, entry->column);
  char unit[96];
  jh_unit_words(&w->guess->plan->units, def->unit_text, w->lang, unit, sizeof unit);
  if (entry->seen) jh_guess_write_remark(w, JH_GUESS_SAY_LETTER, entry->seen, NULL);
  if (entry->is_converted) {
    jh_guess_write_remark(w, JH_GUESS_SAY_UNIT, unit, NULL);
  } else if (entry->is_silent && !source->unit_line) {
    bool is_yuan = strcmp(def->unit_text, "yuan") == 0;
    jh_buf other;
    jh_buf_init(&other);
    jh_buf_text(&other, "{ ");
    jh_guess_write_quoted(&other, entry->source);
    jh_buf_print(&other, ", unit = \"%s\" }", is_yuan ? "wan_yuan" : "yuan");
    jh_guess_write_remark(w, JH_GUESS_SAY_SILENT, unit, other.at ? other.at : "");
    jh_buf_done(&other);
  } else if (entry->how == JH_GUESS_ALIAS) {
    jh_guess_write_remark(w, JH_GUESS_SAY_ALIAS, name, NULL);
  }
}

static void remark_unseen(
    jh_guess_writer *w, const jh_guess_source *source, const jh_guess_entry *entry) {
  const jh_form_cell *cell = cell_of(w, source, entry->column);
  if (cell && cell->label_count) {
    jh_guess_write_remark(w, JH_GUESS_SAY_UNSEEN, cell->labels[0], NULL);
  } else {
    jh_guess_write_remark(w, JH_GUESS_SAY_HINT, NULL, NULL);
  }
  if (entry->seen && !jh_guess_is_number(entry->seen)) {
    jh_guess_say(w->out, JH_GUESS_SAY_EMPTY, w->lang, NULL, NULL);
  }
}

static void remark(jh_guess_writer *w, const jh_guess_source *source, const jh_guess_entry *entry) {
  const char *name = name_of(w, source, entry->column), *seen = entry->seen ? entry->seen : "";
  const jh_guess_entry *first;
  const jh_form_cell *cell;
  switch (entry->how) {
  case JH_GUESS_NAMED:
  case JH_GUESS_ALIAS: remark_header(w, source, entry); break;
  case JH_GUESS_NEAR: jh_guess_write_remark(w, JH_GUESS_SAY_NEAR, name, NULL); break;
  case JH_GUESS_LOST: jh_guess_write_remark(w, JH_GUESS_SAY_LOST, name, seen); break;
  case JH_GUESS_TWICE:
    first = jh_guess_entry_of(source, entry->column);
    jh_guess_write_remark(w, JH_GUESS_SAY_TWICE, first ? first->source : "?", NULL);
    break;
  case JH_GUESS_BESIDE: jh_guess_write_remark(w, JH_GUESS_SAY_BESIDE, seen, NULL); break;
  case JH_GUESS_CELL: jh_guess_write_remark(w, JH_GUESS_SAY_CELL, seen, NULL); break;
  case JH_GUESS_MOVED:
    cell = cell_of(w, source, entry->column);
    jh_guess_write_remark(w, JH_GUESS_SAY_MOVED, seen, cell && cell->at ? cell->at : "?");
    break;
  case JH_GUESS_UNSEEN: remark_unseen(w, source, entry); break;
  case JH_GUESS_LABEL: jh_guess_write_remark(w, JH_GUESS_SAY_LABEL, seen, name); break;
  case JH_GUESS_UNPLACED: jh_guess_write_remark(w, JH_GUESS_SAY_UNPLACED, name, NULL); break;
  case JH_GUESS_VALUE: jh_guess_write_remark(w, JH_GUESS_SAY_VALUE, seen, NULL); break;
  case JH_GUESS_YEAR: jh_guess_write_remark(w, JH_GUESS_SAY_YEAR, NULL, NULL); break;
  }
}

static void put_entry(
    jh_guess_writer *w, const jh_guess_source *source, const jh_guess_entry *entry) {
  jh_guess_write_begin(w, 4);
  if (jh_guess_is_question(entry)) jh_buf_text(w->out, "-- ");
  jh_buf_print(w->out, "%s = ", column_of(w, source, entry->column)->id);
  put_value(w, entry);
  jh_buf_char(w->out, ',');
  remark(w, source, entry);
  jh_buf_char(w->out, '\n');
}

/* The same line again, as a question, with the words that its choices do not know. */
static void put_strange(
    jh_guess_writer *w, const jh_guess_source *source, const jh_guess_entry *entry) {
  const jh_guess_strange *strange = NULL;
  for (size_t i = 0; i < source->strange_count && !jh_guess_is_question(entry); i++) {
    if (source->strange[i].column == entry->column) strange = &source->strange[i];
  }
  if (!strange || !strange->word_count) return;
  jh_guess_write_begin(w, 4);
  jh_buf_print(w->out, "-- %s = { ", column_of(w, source, entry->column)->id);
  jh_guess_write_quoted(w->out, entry->source);
  jh_buf_text(w->out, ", words = {");
  for (size_t i = 0; i < strange->word_count; i++) {
    jh_buf_text(w->out, i ? ", [" : " [");
    jh_guess_write_quoted(w->out, strange->words[i]);
    jh_buf_text(w->out, "] = \"…\"");
  }
  jh_buf_text(w->out, " } },");
  jh_guess_write_remark(w, JH_GUESS_SAY_STRANGE, NULL, NULL);
  jh_buf_char(w->out, '\n');
}

static void put_missing(jh_guess_writer *w, const jh_guess_source *source, uint32_t column) {
  jh_guess_write_begin(w, 4);
  jh_buf_print(w->out, "-- %s = \"…\",", column_of(w, source, column)->id);
  jh_guess_write_remark(w, JH_GUESS_SAY_MUST, name_of(w, source, column), NULL);
  jh_buf_char(w->out, '\n');
}

static bool is_asked(const jh_guess_source *source, uint32_t column) {
  for (size_t i = 0; i < source->entry_count; i++) {
    jh_guess_how how = source->entries[i].how;
    bool is_question = how == JH_GUESS_NEAR || how == JH_GUESS_LOST;
    if (source->entries[i].column == column && is_question) return true;
  }
  return false;
}

void jh_guess_write_lines(jh_guess_writer *w, const jh_guess_source *source) {
  const jh_table_def *table = &w->guess->plan->tables[source->table];
  for (size_t i = 0; i < source->entry_count; i++) {
    put_entry(w, source, &source->entries[i]);
    put_strange(w, source, &source->entries[i]);
  }
  for (uint32_t i = 0; i < table->column_count; i++) {
    if (is_needed(w, source, i) && !is_asked(source, i)) put_missing(w, source, i);
  }
}
