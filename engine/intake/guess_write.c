/* guess_write.c - a proposed mapping as a file: head, sources, and what was left over. */
#include "intake/guess_write.h"

#include <string.h>

#include "base/utf8.h"
#include "intake/guess.h"

enum { LIST_WIDTH = 100 };

void jh_guess_write_quoted(jh_buf *out, const char *text) {
  jh_buf_char(out, '"');
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\') jh_buf_char(out, '\\');
    if (c == '\n') {
      jh_buf_text(out, "\\n");
    } else if (c < 0x20 || c == 0x7f) {
      jh_buf_print(out, "\\%03u", (unsigned)c);
    } else {
      jh_buf_char(out, *text);
    }
  }
  jh_buf_char(out, '"');
}

/* Into a comment: no line of it may end. */
static void put_safely(jh_buf *out, const char *text) {
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    jh_buf_char(out, c < 0x20 || c == 0x7f ? ' ' : *text);
  }
}

static size_t say(jh_guess_writer *w, jh_guess_saying what, const char *a, const char *b) {
  jh_buf text;
  jh_buf_init(&text);
  jh_guess_say(&text, what, w->lang, a, b);
  if (!jh_buf_ok(&text)) {
    w->out->failed = true;
    jh_buf_done(&text);
    return 0;
  }
  put_safely(w->out, text.at ? text.at : "");
  size_t width = jh_utf8_width(jh_buf_str(&text));
  jh_buf_done(&text);
  return width;
}

void jh_guess_write_begin(jh_guess_writer *w, size_t indent) {
  if (w->is_comment) jh_buf_text(w->out, "-- ");
  jh_buf_spaces(w->out, indent);
}

void jh_guess_write_remark(jh_guess_writer *w, jh_guess_saying what, const char *a, const char *b) {
  jh_buf_text(w->out, "  -- ");
  (void)say(w, what, a, b);
}

void jh_guess_write_list(
    jh_guess_writer *w, jh_guess_list *list, size_t indent, jh_guess_saying what, const char *a,
    const char *b) {
  jh_guess_write_begin(w, indent);
  jh_buf_text(w->out, "-- ");
  list->width = indent + 3 + say(w, what, a, b);
  list->count = 0;
}

void jh_guess_write_item(jh_guess_writer *w, jh_guess_list *list, size_t indent, const char *text) {
  size_t width = jh_utf8_width(jh_str_of(text)) + 2;
  if (list->count > 0) {
    bool is_full = list->width + width > LIST_WIDTH;
    jh_buf_text(w->out, w->lang == JH_ZH ? "、" : is_full ? "," : ", ");
    if (is_full) {
      jh_buf_char(w->out, '\n');
      jh_guess_write_begin(w, indent);
      jh_buf_text(w->out, "--   ");
      list->width = indent + 5;
    }
  }
  put_safely(w->out, text);
  list->width += width;
  list->count++;
}

static void put_line(jh_guess_writer *w, jh_guess_saying what) {
  jh_buf_text(w->out, "-- ");
  (void)say(w, what, NULL, NULL);
  jh_buf_char(w->out, '\n');
}

/* The last part of a path, "." and ".." being none. */
static const char *last_name(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ? "" : name;
}

/* The year that every source names, or 0. */
static uint32_t only_year(const jh_guess *guess) {
  uint32_t year = 0;
  for (size_t i = 0; i < guess->source_count; i++) {
    uint32_t own = guess->sources[i].year;
    if (own && year && own != year) return 0;
    if (own) year = own;
  }
  return year;
}

/* As the dictionary says; else as a question, with the day of the statistics if the year is known. */
static void put_day(jh_guess_writer *w) {
  const jh_dataset_info *info = &w->guess->plan->dataset;
  uint32_t year = only_year(w->guess), day = (uint32_t)info->as_of;
  if (day) {
    jh_buf_print(
        w->out, "  as_of = \"%04u-%02u-%02u\",\n", day / 10000, day / 100 % 100, day % 100);
  } else {
    jh_buf_text(w->out, "  -- as_of = \"");
    if (year) {
      jh_buf_print(w->out, "%u-09-01\",", year);
    } else {
      jh_buf_text(w->out, "YYYY-MM-DD\",");
    }
    jh_guess_write_remark(w, JH_GUESS_SAY_AS_OF, NULL, NULL);
    jh_buf_char(w->out, '\n');
  }
  if (!info->year) return;
  jh_buf_text(w->out, "  year = ");
  jh_guess_write_quoted(w->out, info->year);
  jh_buf_text(w->out, ",\n");
}

/* Do the files say which rows are campuses, and whose? */
static bool has_campuses(const jh_guess *guess) {
  const jh_plan *plan = guess->plan;
  for (uint32_t i = 0; i < plan->table_count; i++) {
    uint32_t counted = jh_plan_column(plan, i, jh_str_of("is_counted_as_school"));
    uint32_t main_school = jh_plan_column(plan, i, jh_str_of("parent_school_code"));
    if (counted == JH_NONE || main_school == JH_NONE) continue;
    if (jh_guess_has(guess, i, counted) && jh_guess_has(guess, i, main_school)) return true;
  }
  return false;
}

static void put_head(jh_guess_writer *w, const char *dictionary) {
  const char *name = last_name(w->guess->folder), *file = last_name(dictionary);
  bool has_forms = false;
  for (size_t i = 0; i < w->guess->source_count; i++) {
    has_forms |= w->guess->sources[i].kind == JH_GUESS_FORM;
  }
  put_line(w, JH_GUESS_SAY_HEAD_1);
  put_line(w, JH_GUESS_SAY_HEAD_2);
  put_line(w, JH_GUESS_SAY_HEAD_3);
  if (has_forms) put_line(w, JH_GUESS_SAY_HEAD_FORMS);
  jh_buf_text(w->out, "\nmapping {\n  name = ");
  jh_guess_write_quoted(w->out, name[0] ? name : (w->lang == JH_ZH ? "数据" : "data"));
  jh_buf_text(w->out, ",\n  dictionary = ");
  jh_guess_write_quoted(w->out, file);
  jh_buf_char(w->out, ',');
  if (file != dictionary) jh_guess_write_remark(w, JH_GUESS_SAY_DICTIONARY, dictionary, NULL);
  jh_buf_char(w->out, '\n');
  put_day(w);
  if (has_campuses(w->guess)) {
    jh_buf_text(w->out, "  -- campuses = \"merge\",");
    jh_guess_write_remark(w, JH_GUESS_SAY_CAMPUSES, NULL, NULL);
    jh_buf_char(w->out, '\n');
  }
  jh_buf_text(w->out, "}\n");
}

/* "file.xlsx 学校" for lists. */
static void name_source(const jh_guess_source *source, jh_buf *out) {
  jh_buf_clear(out);
  jh_buf_text(out, source->file);
  if (!source->sheet) return;
  jh_buf_char(out, ' ');
  jh_buf_text(out, source->sheet);
}

/* A line for each sheet that is a copy: a question, for one of the two has to go. */
static void put_copies(jh_guess_writer *w) {
  jh_buf name;
  jh_buf_init(&name);
  for (size_t i = 0; i < w->guess->source_count; i++) {
    const jh_guess_source *source = &w->guess->sources[i];
    if (source->kind != JH_GUESS_COPY) continue;
    jh_guess_list list = {0};
    name_source(source, &name);
    jh_guess_write_list(w, &list, 0, JH_GUESS_SAY_COPY, source->same_as, name.at ? name.at : "");
    jh_buf_char(w->out, '\n');
  }
  w->out->failed |= name.failed;
  jh_buf_done(&name);
}

static void put_kind(jh_guess_writer *w, jh_guess_kind kind, jh_guess_saying what) {
  jh_guess_list list = {0};
  jh_buf name;
  jh_buf_init(&name);
  for (size_t i = 0; i < w->guess->source_count; i++) {
    const jh_guess_source *source = &w->guess->sources[i];
    if (source->kind != kind) continue;
    name_source(source, &name);
    if (list.count == 0) jh_guess_write_list(w, &list, 0, what, NULL, NULL);
    jh_guess_write_item(w, &list, 0, name.at ? name.at : "");
  }
  if (list.count) jh_buf_char(w->out, '\n');
  w->out->failed |= name.failed;
  jh_buf_done(&name);
}

static void put_absent(jh_guess_writer *w, uint32_t index) {
  const jh_table_def *table = &w->guess->plan->tables[index];
  jh_guess_list list = {0};
  for (uint32_t i = 0; i < table->column_count; i++) {
    const jh_column_def *column = &table->columns[i];
    if (column->is_required || column->is_optional || jh_guess_has(w->guess, index, i)) continue;
    if (list.count == 0) {
      const char *title = jh_text_in(table->name, w->lang);
      jh_guess_write_list(w, &list, 0, JH_GUESS_SAY_ABSENT, table->id, title);
    }
    const char *name = jh_text_in(column->name, w->lang);
    jh_guess_write_item(w, &list, 0, name[0] ? name : column->id);
  }
  if (list.count) jh_buf_char(w->out, '\n');
}

static void put_left_over(jh_guess_writer *w) {
  jh_guess_list list = {0};
  const jh_plan *plan = w->guess->plan;
  jh_buf_char(w->out, '\n');
  for (uint32_t i = 0; i < plan->table_count; i++) {
    if (jh_guess_is_fed(w->guess, i)) put_absent(w, i);
  }
  for (uint32_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *table = &plan->tables[i];
    if (table->is_derived || table->is_optional || jh_guess_is_fed(w->guess, i)) continue;
    if (list.count == 0) jh_guess_write_list(w, &list, 0, JH_GUESS_SAY_NO_FILE, NULL, NULL);
    jh_guess_write_item(w, &list, 0, table->id);
  }
  if (list.count) jh_buf_char(w->out, '\n');
  put_copies(w);
  put_kind(w, JH_GUESS_NOTHING, JH_GUESS_SAY_NOTHING);
  put_kind(w, JH_GUESS_ASIDE, JH_GUESS_SAY_ASIDE);
  put_kind(w, JH_GUESS_HIDDEN, JH_GUESS_SAY_HIDDEN);
  put_kind(w, JH_GUESS_PASSED, JH_GUESS_SAY_PASSED);
  put_kind(w, JH_GUESS_BROKEN, JH_GUESS_SAY_BROKEN);
}

void jh_guess_write(const jh_guess *guess, const char *dictionary, jh_lang lang, jh_buf *out) {
  jh_guess_writer w = {guess, lang, out, false};
  put_head(&w, dictionary);
  for (size_t i = 0; i < guess->source_count; i++) {
    if (!guess->sources[i].is_joined) jh_guess_write_from(&w, &guess->sources[i]);
  }
  put_left_over(&w);
}
