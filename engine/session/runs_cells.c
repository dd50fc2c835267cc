/* runs_cells.c - the cells in which the tables of two sessions differ. Rows are known by their codes; rows without
 * a code are counted only. */
#include "base/dec.h"
#include "session/runs.h"

typedef struct teller {
  jh_buf *buf;
  const jh_session *a, *b;
  size_t most, found;
  bool with_rows;
  jh_lang lang;
} teller;

static void put_value(
    jh_buf *buf, const jh_column_def *def, const jh_column *column, uint32_t row) {
  char text[JH_DEC_TEXT];
  if (!jh_column_known(column, row)) {
    jh_buf_text(buf, "–");
  } else if (jh_column_is_number(column)) {
    jh_buf_text(buf, jh_dec_text(text, (jh_dec){jh_column_number(column, row), column->scale}));
  } else if (column->texts) {
    jh_buf_add(buf, column->texts[row]);
  } else if (column->marks && def->type == JH_COLUMN_CHOICE) {
    jh_buf_text(buf, def->choices[column->marks[row]].id);
  } else if (column->marks) {
    jh_buf_text(buf, column->marks[row] ? "true" : "false");
  }
}

/* A line for what differs, once it is known that it does. */
static bool begin(teller *t, const jh_table_def *table, jh_str code) {
  if (t->found++ >= t->most) return false;
  jh_buf_print(t->buf, "  %s ", table->id);
  jh_buf_add(t->buf, code);
  return true;
}

static void hold_cell(
    teller *t, const jh_table_def *table, jh_str code, const jh_column_def *def,
    const jh_column *was, uint32_t row, const jh_column *now, uint32_t other) {
  jh_buf left, right;
  jh_buf_init(&left), jh_buf_init(&right);
  put_value(&left, def, was, row);
  put_value(&right, def, now, other);
  bool is_same = left.size == right.size && jh_str_equal(jh_buf_str(&left), jh_buf_str(&right));
  if (!is_same && begin(t, table, code)) {
    jh_buf_print(t->buf, " %s: ", def->id);
    jh_buf_add(t->buf, jh_buf_str(&left));
    jh_buf_text(t->buf, " → ");
    jh_buf_add(t->buf, jh_buf_str(&right));
    jh_buf_char(t->buf, '\n');
  }
  t->buf->failed |= !jh_buf_ok(&left) || !jh_buf_ok(&right);
  jh_buf_done(&left), jh_buf_done(&right);
}

static const jh_column *column_of(const jh_session *s, uint32_t level, const char *id) {
  const jh_table_def *def = &s->plan->tables[s->plan->levels[level].table];
  uint32_t column = jh_plan_column(s->plan, (uint32_t)(def - s->plan->tables), jh_str_of(id));
  return column == JH_NONE ? NULL : s->dataset->levels[level].columns[column];
}

/* Rows of one side that the other does not have. */
static void hold_missing(
    teller *t, const jh_session *in, const jh_session *not_in, uint32_t level, uint32_t other,
    const char *sign) {
  const jh_rows *rows = &in->dataset->levels[level];
  const jh_table_def *table = &in->plan->tables[in->plan->levels[level].table];
  for (uint32_t row = 0; row < rows->count; row++) {
    if (jh_dataset_find(not_in->dataset, other, rows->codes[row]) != JH_NONE) continue;
    if (begin(t, table, rows->codes[row])) jh_buf_print(t->buf, "  %s\n", sign);
  }
}

static void hold_level(teller *t, uint32_t level, uint32_t other) {
  const jh_rows *rows = &t->a->dataset->levels[level], *others = &t->b->dataset->levels[other];
  const jh_table_def *table = &t->a->plan->tables[t->a->plan->levels[level].table];
  if (!rows->codes || !others->codes) return;
  for (size_t c = 0; c < table->column_count; c++) {
    const jh_column *was = rows->columns[c];
    const jh_column *now = column_of(t->b, other, table->columns[c].id);
    for (uint32_t row = 0; was && now && row < rows->count; row++) {
      uint32_t twin = jh_dataset_find(t->b->dataset, other, rows->codes[row]);
      if (twin != JH_NONE)
        hold_cell(t, table, rows->codes[row], &table->columns[c], was, row, now, twin);
    }
  }
  static const char *const only[2][JH_LANGS] = {
      {"只在前一次", "only in the former"}, {"只在后一次", "only in the latter"}};
  if (!t->with_rows) return;
  hold_missing(t, t->a, t->b, level, other, only[0][t->lang]);
  hold_missing(t, t->b, t->a, other, level, only[1][t->lang]);
}

size_t jh_runs_cells(
    jh_buf *buf, const jh_session *a, const jh_session *b, bool with_rows, size_t most,
    jh_lang lang) {
  teller t = {.buf = buf, .a = a, .b = b, .most = most, .with_rows = with_rows, .lang = lang};
  for (uint32_t level = 0; level < a->plan->level_count; level++) {
    uint32_t other = jh_plan_level(b->plan, jh_str_of(a->plan->levels[level].id));
    bool is_table = a->plan->levels[level].table != JH_NONE && other != JH_NONE &&
                    b->plan->levels[other].table != JH_NONE;
    if (is_table) hold_level(&t, level, other);
  }
  return t.found;
}
