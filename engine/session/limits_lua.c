/* limits_lua.c - edits as a reform or an overlay, as an author would write it.
 *
 * A head, then one statement for each number in order of the pack; the stages of one number stand
 * together where all else is the same. Whole numbers stand plain, decimals as texts, for Lua keeps
 * those only nearly.
 */
#include <string.h>

#include "base/utf8.h"
#include "session/limits.h"

enum { MOST_WIDTH = 100, MOST_FIELDS = 8, PLAIN_DIGITS = 15 };

typedef struct writer {
  jh_buf *buf, fields[MOST_FIELDS];
  size_t field_count;
  jh_limits *limits;
  const jh_limits_table *table;
  const jh_limits_head *head;
  uint32_t line; /* the next one, from 1 */
} writer;

/* A text between quotes. Line ends in a cell were made to fit its width: they become blanks. */
static void put_text(jh_buf *buf, jh_str text) {
  jh_buf_char(buf, '"');
  for (size_t i = 0; i < text.size; i++) {
    char c = text.at[i];
    if (c == '\r' && i + 1 < text.size && text.at[i + 1] == '\n') continue;
    if (c == '"' || c == '\\') jh_buf_char(buf, '\\');
    jh_buf_char(buf, (unsigned char)c < 0x20 ? ' ' : c);
  }
  jh_buf_char(buf, '"');
}

/* The same for a remark, which ends with its line. */
static void put_remark(jh_buf *buf, jh_str text) {
  for (size_t i = 0; i < text.size; i++)
    jh_buf_char(buf, (unsigned char)text.at[i] < 0x20 ? ' ' : text.at[i]);
}

static void end_line(writer *w) {
  jh_buf_char(w->buf, '\n');
  w->line++;
}

static void put_number(jh_buf *buf, jh_dec value) {
  char text[JH_DEC_TEXT];
  jh_dec_text(text, value);
  bool is_plain = !strchr(text, '.') && strlen(text) <= PLAIN_DIGITS;
  jh_buf_print(buf, is_plain ? "%s" : "\"%s\"", text);
}

/* The head. */

static void head_field(writer *w, const char *name, jh_str text) {
  jh_buf_print(w->buf, "  %s = ", name);
  put_text(w->buf, text);
  jh_buf_char(w->buf, ',');
  end_line(w);
}

/* A name or reason that nobody gave, in both languages. */
static void head_both(writer *w, const char *name) {
  size_t count = w->limits->edit_count;
  jh_buf_print(
      w->buf,
      "  %s = { zh = \"按限值表修改 %zu 个数值\", en = \"%zu %s changed in a sheet of limits\" },",
      name, count, count, count == 1 ? "value" : "values");
  end_line(w);
}

static void head_name(writer *w, const char *field, jh_str text) {
  if (text.size)
    head_field(w, field, text);
  else
    head_both(w, field);
}

static void put_head(writer *w) {
  const jh_limits_head *h = w->head;
  const jh_layer *top = jh_limits_top(w->table->plan);
  char day[11];
  jh_str on = jh_str_of(top ? top->id : ""), since = jh_str_of(jh_date_text(day, h->since));
  jh_buf_print(
      w->buf, "-- %s %s: values changed in a sheet of limits. 按限值表写成。", top ? top->id : "",
      top && top->version ? top->version : "");
  end_line(w);
  jh_buf_print(w->buf, "%s ", h->is_overlay ? "overlay" : "reform");
  put_text(w->buf, h->id);
  jh_buf_text(w->buf, " {");
  end_line(w);
  head_field(w, "on", on);
  if (h->is_overlay) {
    head_name(w, "name", h->name);
    jh_buf_text(w->buf, "  document = document ");
    put_text(w->buf, h->number);
    jh_buf_text(w->buf, " { title = ");
    put_text(w->buf, h->title);
    jh_buf_text(w->buf, " },");
    end_line(w);
    head_field(w, "in_force", since);
    if (h->may_relax) head_field(w, "contract", jh_str_of("may_relax"));
  } else {
    if (h->name.size) head_field(w, "name", h->name);
    head_field(w, "from", since);
    head_name(w, "reason", h->reason);
  }
  jh_buf_char(w->buf, '}');
  end_line(w);
}

/* Statements. */

static jh_buf *next_field(writer *w) {
  jh_buf *field = &w->fields[w->field_count++];
  jh_buf_clear(field);
  return field;
}

/* "1.2", or { primary = 1, junior = "1.2" } of several. */
static void put_values(
    jh_buf *buf, const writer *w, const jh_limits_edit *edits, size_t count, bool is_now) {
  const jh_plan *plan = w->table->plan;
  if (count > 1) jh_buf_text(buf, "{ ");
  for (size_t i = 0; i < count; i++) {
    const jh_param_value *value = edits[i].row->value;
    if (count > 1) jh_buf_print(buf, "%s%s = ", i ? ", " : "", plan->stages[value->stage].id);
    put_number(buf, is_now ? edits[i].now : value->value);
  }
  if (count > 1) jh_buf_text(buf, " }");
}

static void day_field(writer *w, const char *name, jh_date day) {
  char text[11];
  jh_buf_print(next_field(w), "%s = \"%s\"", name, jh_date_text(text, day));
}

static void text_field(writer *w, const char *name, jh_str text) {
  jh_buf *field = next_field(w);
  jh_buf_print(field, "%s = ", name);
  put_text(field, text);
}

static void gather_fields(writer *w, const jh_limits_edit *edits, size_t count) {
  const jh_limits_edit *one = edits;
  jh_buf *values;
  w->field_count = 0;
  values = next_field(w);
  jh_buf_text(values, "was = ");
  put_values(values, w, edits, count, false);
  jh_buf_text(values, ", now = ");
  put_values(values, w, edits, count, true);
  if (one->clause.size) text_field(w, "clause", one->clause);
  if (one->since != w->head->since) day_field(w, "from", one->since);
  if (one->until) day_field(w, "until_date", one->until);
  if (one->reason.size) text_field(w, "reason", one->reason);
}

/* Above a statement: what the number is, in Chinese. */
static void put_what(writer *w, const jh_limits_edit *edit) {
  jh_buf name, unit;
  jh_buf_init(&name), jh_buf_init(&unit);
  jh_limits_given(&name, w->table, edit->row, JH_LIMITS_NAME, w->table->lang);
  jh_limits_given(&unit, w->table, edit->row, JH_LIMITS_UNIT, w->table->lang);
  if (name.size || unit.size) {
    jh_buf_text(w->buf, "-- ");
    put_remark(w->buf, jh_buf_str(&name));
    if (name.size && unit.size) jh_buf_text(w->buf, w->table->lang == JH_ZH ? "，" : ", ");
    put_remark(w->buf, jh_buf_str(&unit));
    end_line(w);
  }
  if (!jh_buf_ok(&name) || !jh_buf_ok(&unit)) w->buf->failed = true;
  jh_buf_done(&name), jh_buf_done(&unit);
}

static size_t width_of_fields(const writer *w) {
  size_t width = 0;
  for (size_t i = 0; i < w->field_count; i++) width += jh_utf8_width(jh_buf_str(&w->fields[i])) + 2;
  return width;
}

/* All fields on one line where they fit, else below the path, as many to a line as fit. */
static void put_fields(writer *w, size_t used) {
  bool is_one = used + width_of_fields(w) + 2 <= MOST_WIDTH;
  size_t width = is_one ? 0 : MOST_WIDTH;
  for (size_t i = 0; i < w->field_count; i++) {
    jh_str field = jh_buf_str(&w->fields[i]);
    size_t own = jh_utf8_width(field) + 2;
    if (!is_one && width + own > MOST_WIDTH) {
      end_line(w);
      jh_buf_char(w->buf, ' ');
      width = 1;
    }
    width += own;
    jh_buf_char(w->buf, ' ');
    jh_buf_add(w->buf, field);
    if (!is_one || i + 1 < w->field_count) jh_buf_char(w->buf, ',');
  }
  if (is_one)
    jh_buf_text(w->buf, " }");
  else
    end_line(w), jh_buf_char(w->buf, '}');
  end_line(w);
}

static void put_statement(writer *w, jh_limits_edit *edits, size_t count) {
  const jh_plan *plan = w->table->plan;
  const jh_limits_row *row = edits->row;
  size_t before;
  end_line(w);
  put_what(w, edits);
  for (size_t i = 0; i < count; i++) edits[i].written = w->line;
  before = w->buf->size;
  jh_buf_text(w->buf, "change \"");
  jh_limits_path(w->buf, plan, row->param, count > 1 ? JH_NONE : row->value->stage);
  jh_buf_text(w->buf, "\" {");
  gather_fields(w, edits, count);
  put_fields(w, w->buf->size - before);
}

/* Edits that may stand in one statement: the stages of one number, all else being the same. */
static bool is_together(const writer *w, const jh_limits_edit *a, const jh_limits_edit *b) {
  return a->row->param == b->row->param && w->table->plan->params[a->row->param].is_by_stage &&
         a->since == b->since && a->until == b->until &&
         a->row->value->stage != b->row->value->stage && jh_str_equal(a->clause, b->clause) &&
         jh_str_equal(a->reason, b->reason);
}

void jh_limits_lua(
    jh_buf *buf, jh_limits *limits, const jh_limits_table *table, const jh_limits_head *head) {
  writer w = {.buf = buf, .limits = limits, .table = table, .head = head, .line = 1};
  for (size_t i = 0; i < MOST_FIELDS; i++) jh_buf_init(&w.fields[i]);
  put_head(&w);
  for (size_t i = 0; i < limits->edit_count;) {
    size_t count = 1;
    while (i + count < limits->edit_count &&
           is_together(&w, &limits->edits[i + count - 1], &limits->edits[i + count]) &&
           is_together(&w, &limits->edits[i], &limits->edits[i + count]))
      count++;
    put_statement(&w, &limits->edits[i], count);
    i += count;
  }
  for (size_t i = 0; i < MOST_FIELDS; i++) {
    if (!jh_buf_ok(&w.fields[i])) buf->failed = true;
    jh_buf_done(&w.fields[i]);
  }
}
