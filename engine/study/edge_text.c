/* edge_text.c - a case as the Lua that a pack's author would write. */
#include <string.h>

#include "study/edge.h"

/* Lines end before this column where they can. */
enum { WIDTH = 110 };

typedef struct writer {
  const jh_plan *plan;
  const jh_case *test;
  bool is_failed; /* a value has no name of its own here */
} writer;

static const jh_column_def *column_of(
    const writer *w, const jh_case_row *row, const jh_case_value *value) {
  return &w->plan->tables[w->plan->levels[row->level].table].columns[value->index];
}

static const char *name_of(const writer *w, const jh_case_row *row, const jh_case_value *value) {
  if (value->is_quantity) return w->plan->quantities[value->index].id;
  return column_of(w, row, value)->id;
}

/* Would the name, in a record of `level`, be read as this very value? The finest level counts, and
 * there quantities before columns. */
static bool is_found(
    const writer *w, uint32_t level, const jh_case_row *row, const jh_case_value *value) {
  const jh_plan *plan = w->plan;
  jh_str name = jh_str_of(name_of(w, row, value));
  for (; level != JH_NONE; level = plan->levels[level].parent) {
    bool is_quantity = jh_plan_quantity(plan, level, name) != JH_NONE;
    uint32_t table = plan->levels[level].table;
    bool is_column = table != JH_NONE && jh_plan_column(plan, table, name) != JH_NONE;
    if (is_quantity || is_column) return level == row->level && is_quantity == value->is_quantity;
  }
  return false;
}

static void add_quoted(jh_buf *buf, const char *text) {
  jh_buf_char(buf, '"');
  for (; text && *text; text++) {
    if (*text == '"' || *text == '\\') jh_buf_char(buf, '\\');
    if (*text == '\n')
      jh_buf_text(buf, "\\n");
    else
      jh_buf_char(buf, *text);
  }
  jh_buf_char(buf, '"');
}

static void add_number(jh_buf *buf, jh_dec number) {
  char text[JH_DEC_TEXT];
  jh_dec_text(text, number);
  if (strchr(text, '.'))
    add_quoted(buf, text);
  else
    jh_buf_text(buf, text);
}

static void add_value(
    jh_buf *buf, const writer *w, const jh_case_row *row, const jh_case_value *value) {
  const jh_plan *plan = w->plan;
  jh_column_type type = JH_COLUMN_DECIMAL;
  if (!value->is_quantity) type = column_of(w, row, value)->type;
  bool is_condition =
      value->is_quantity ? plan->nodes[plan->quantities[value->index].use].type == JH_TYPE_CONDITION
                         : type == JH_COLUMN_BOOL;
  jh_buf_print(buf, "%s = ", name_of(w, row, value));
  if (value->is_missing)
    jh_buf_text(buf, "missing");
  else if (is_condition)
    jh_buf_text(buf, value->mark ? "true" : "false");
  else if (type == JH_COLUMN_CHOICE)
    add_quoted(buf, column_of(w, row, value)->choices[value->mark].id);
  else if (type == JH_COLUMN_CODE || type == JH_COLUMN_TEXT)
    add_quoted(buf, value->text);
  else
    add_number(buf, value->number);
}

/* A list of pieces, on one line or filled line by line. */
typedef struct list {
  jh_buf *out;
  int indent; /* of the pieces, where they have lines of their own */
  bool is_wide;
  size_t line; /* where the current line began */
  bool is_begun;
} list;

/* What the inner text lacked, the outer one lacks too. */
static void drop(jh_buf *inner, jh_buf *outer) {
  outer->failed = outer->failed || inner->failed;
  jh_buf_done(inner);
}

static void begin_line(list *l) {
  jh_buf_char(l->out, '\n');
  l->line = l->out->size;
  jh_buf_spaces(l->out, (size_t)l->indent);
}

static void put(list *l, const jh_buf *piece, bool alone) {
  if (!l->is_wide) {
    jh_buf_text(l->out, l->is_begun ? ", " : " ");
  } else {
    bool fits = l->is_begun && !alone && l->out->size - l->line + piece->size + 2 < WIDTH;
    if (l->is_begun) jh_buf_char(l->out, ',');
    if (fits)
      jh_buf_char(l->out, ' ');
    else
      begin_line(l);
  }
  jh_buf_add(l->out, jh_buf_str(piece));
  l->is_begun = true;
}

static void add_record(jh_buf *buf, writer *w, uint32_t at, uint32_t above, int indent);

/* The values of a row, and before them those of the rows that this record makes above it. */
static void put_values(list *l, writer *w, uint32_t at, uint32_t above, uint32_t level) {
  const jh_case_row *row = &w->test->rows[at];
  if (row->parent != JH_NONE && row->parent != above) put_values(l, w, row->parent, above, level);
  jh_buf piece;
  jh_buf_init(&piece);
  for (size_t k = 0; k < row->value_count; k++) {
    jh_buf_clear(&piece);
    if (!is_found(w, level, row, &row->values[k])) w->is_failed = true;
    add_value(&piece, w, row, &row->values[k]);
    put(l, &piece, false);
  }
  drop(&piece, l->out);
}

/* A list for each finer level that has rows right below this one. */
static void put_children(list *l, writer *w, uint32_t at, int indent) {
  const jh_plan *plan = w->plan;
  jh_buf piece;
  jh_buf_init(&piece);
  for (uint32_t level = 0; level < plan->level_count; level++) {
    list inner = {.out = &piece, .indent = indent + 4, .is_wide = l->is_wide};
    jh_buf_clear(&piece);
    for (uint32_t i = 0; i < w->test->row_count; i++) {
      if (w->test->rows[i].level != level || w->test->rows[i].parent != at) continue;
      if (!inner.is_begun) jh_buf_print(&piece, "%s = {", plan->levels[level].many);
      jh_buf record;
      jh_buf_init(&record);
      add_record(&record, w, i, at, indent + 4);
      put(&inner, &record, true);
      drop(&record, &piece);
    }
    if (!inner.is_begun) continue;
    if (l->is_wide) {
      inner.indent = indent + 2;
      jh_buf_char(&piece, ',');
      begin_line(&inner);
    } else {
      jh_buf_char(&piece, ' ');
    }
    jh_buf_char(&piece, '}');
    put(l, &piece, true);
  }
  drop(&piece, l->out);
}

static void add_fields(
    jh_buf *buf, writer *w, uint32_t at, uint32_t above, int indent, bool is_wide) {
  const jh_case_row *row = &w->test->rows[at];
  list l = {.out = buf, .indent = indent + 2, .is_wide = is_wide};
  jh_buf piece;
  jh_buf_init(&piece);
  jh_buf_char(buf, '{');
  if (row->stage != JH_NONE && row->level == w->plan->stage_level) {
    jh_buf_print(&piece, "stage = \"%s\"", w->plan->stages[row->stage].id);
    put(&l, &piece, false);
  }
  put_values(&l, w, at, above, row->level);
  put_children(&l, w, at, indent);
  if (is_wide && l.is_begun) {
    jh_buf_char(buf, ',');
    l.indent = indent;
    begin_line(&l);
  } else if (l.is_begun) {
    jh_buf_char(buf, ' ');
  }
  jh_buf_char(buf, '}');
  drop(&piece, buf);
}

/* One row and what hangs below it: on one line if it is short, else filled. */
static void add_record(jh_buf *buf, writer *w, uint32_t at, uint32_t above, int indent) {
  jh_buf line;
  jh_buf_init(&line);
  add_fields(&line, w, at, above, indent, false);
  if (line.size + (size_t)indent + 10 < WIDTH)
    jh_buf_add(buf, jh_buf_str(&line));
  else
    add_fields(buf, w, at, above, indent, true);
  drop(&line, buf);
}

static void add_expected(jh_buf *buf, const jh_case *test) {
  const char *verdict = jh_verdict_id(test->verdict);
  if (!test->measure.is_there) {
    jh_buf_print(buf, "\"%s\"", verdict);
    return;
  }
  char text[JH_DEC_TEXT];
  jh_buf_print(
      buf, "{ verdict = \"%s\", measure = \"%s\"", verdict, jh_dec_text(text, test->measure.low));
  if (test->margin.is_there)
    jh_buf_print(buf, ", margin = \"%s\"", jh_dec_text(text, test->margin.low));
  jh_buf_text(buf, " }");
}

bool jh_edge_text(jh_buf *buf, const jh_plan *plan, const jh_case *test) {
  writer w = {.plan = plan, .test = test};
  jh_buf text;
  jh_buf_init(&text);
  jh_buf_text(&text, "case ");
  add_quoted(&text, test->name);
  jh_buf_print(&text, " {\n  rule = \"%s\",", plan->rules[test->rule].id);
  if (test->on) {
    char day[11];
    jh_buf_print(&text, " on = \"%s\",", jh_date_text(day, test->on));
  }
  for (size_t i = 0; i < test->switch_count; i++)
    jh_buf_print(
        &text, "%s\"%s\"%s", i == 0 ? " switches = { " : ", ", plan->params[test->switches[i]].path,
        i + 1 < test->switch_count ? "" : " },");
  jh_buf_text(&text, "\n  given = ");
  add_record(&text, &w, test->subject, JH_NONE, 2);
  jh_buf_text(&text, ",\n  expect = ");
  add_expected(&text, test);
  jh_buf_text(&text, ",\n}\n");
  if (!jh_buf_ok(&text)) buf->failed = true;
  if (!w.is_failed) jh_buf_add(buf, jh_buf_str(&text));
  jh_buf_done(&text);
  return !w.is_failed;
}
