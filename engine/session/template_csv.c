/* template_csv.c - templates as text: a table with Chinese headers, and the guide beside it. */
#include "session/template.h"

/* UTF-8 with a byte order mark, CRLF, as spreadsheets read it without being asked. */
#define MARK "\xEF\xBB\xBF"

void jh_template_csv(jh_buf *buf, const jh_template *t, const jh_template_table *table) {
  uint32_t from, to;
  jh_buf cell;
  jh_buf_init(&cell);
  jh_buf_text(buf, MARK);
  for (size_t i = 0; i < table->count; i++) {
    if (i) jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(table->columns[i].header));
  }
  jh_buf_text(buf, "\r\n");
  jh_template_rows(t, table, (jh_template_part){JH_NONE}, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    for (size_t i = 0; i < table->count; i++) {
      if (i) jh_buf_char(buf, ',');
      jh_buf_clear(&cell);
      jh_template_cell(&cell, t, table, table->columns[i].column, row);
      jh_buf_csv(buf, jh_buf_str(&cell));
    }
    jh_buf_text(buf, "\r\n");
  }
  if (!jh_buf_ok(&cell)) buf->failed = true;
  jh_buf_done(&cell);
}

typedef struct page {
  jh_buf *buf;
  jh_lang lang;
} page;

static void add_line(void *payload, jh_template_line kind, const char *label, const char *text) {
  const page *at = payload;
  jh_buf *buf = at->buf;
  if (kind == JH_TEMPLATE_HEADING) jh_buf_text(buf, "\r\n");
  jh_buf_text(buf, label);
  if (label[0] && kind == JH_TEMPLATE_ITEM)
    jh_buf_text(buf, ". ");
  else if (label[0])
    jh_buf_text(buf, at->lang == JH_ZH ? "：" : ": ");
  jh_buf_print(buf, "%s\r\n", text);
}

/* A note of several lines, moved in below its column. */
static void add_note(jh_buf *buf, jh_str note) {
  jh_buf_text(buf, "    ");
  for (size_t i = 0; i < note.size; i++) {
    if (note.at[i] == '\n')
      jh_buf_text(buf, "\r\n    ");
    else
      jh_buf_char(buf, note.at[i]);
  }
  jh_buf_text(buf, "\r\n");
}

void jh_template_text(jh_buf *buf, const jh_template *t) {
  jh_buf scratch;
  jh_buf_init(&scratch);
  page at = {buf, t->lang};
  jh_buf_text(buf, MARK);
  jh_template_guide(&scratch, t, (jh_template_part){JH_NONE}, false, add_line, &at);
  for (size_t i = 0; i < t->table_count; i++) {
    const jh_template_table *table = &t->tables[i];
    jh_buf_print(buf, "\r\n%s.csv  %s\r\n", table->def->id, jh_text_in(table->def->name, t->lang));
    for (size_t k = 0; k < table->count; k++) {
      jh_buf_print(buf, "  %s\r\n", table->columns[k].header);
      jh_buf_clear(&scratch);
      jh_template_note(&scratch, t, table, &table->columns[k]);
      add_note(buf, jh_buf_str(&scratch));
    }
  }
  if (!jh_buf_ok(&scratch)) buf->failed = true;
  jh_buf_done(&scratch);
}
