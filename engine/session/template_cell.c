/* template_cell.c - what the data hold already, as it would be typed. */
#include "session/template.h"

void jh_template_rows(
    const jh_template *t, const jh_template_table *table, jh_template_part part, uint32_t *from,
    uint32_t *to) {
  uint32_t level = table->def->level;
  *from = *to = 0;
  if (!t->data) return;
  *to = (uint32_t)t->data->levels[level].count;
  if (part.top == JH_NONE) return;
  uint32_t top = level;
  while (t->plan->levels[top].parent != JH_NONE) top = t->plan->levels[top].parent;
  jh_dataset_range(t->data, level, top, part.top, from, to);
}

const char *jh_template_bool(bool value, jh_lang lang) {
  if (lang == JH_ZH) return value ? "是" : "否";
  return value ? "yes" : "no";
}

static void add_mark(jh_buf *buf, const jh_template *t, const jh_column_def *def, uint8_t mark) {
  if (def->type == JH_COLUMN_BOOL) {
    jh_buf_text(buf, jh_template_bool(mark, t->lang));
    return;
  }
  if (mark >= def->choice_count) return;
  const char *name = jh_text_in(def->choices[mark].name, t->lang);
  jh_buf_text(buf, name[0] ? name : def->choices[mark].id);
}

void jh_template_cell(
    jh_buf *buf, const jh_template *t, const jh_template_table *table, uint32_t column,
    uint32_t row) {
  const jh_rows *rows = &t->data->levels[table->def->level];
  const jh_column *cells = rows->columns ? rows->columns[column] : NULL;
  const jh_column_def *def = &table->def->columns[column];
  char number[JH_DEC_TEXT];
  if (!jh_column_known(cells, row)) return;
  if (jh_column_is_number(cells))
    jh_buf_text(buf, jh_dec_text(number, (jh_dec){jh_column_number(cells, row), cells->scale}));
  else if (cells->marks)
    add_mark(buf, t, def, cells->marks[row]);
  else if (cells->texts)
    jh_buf_add(buf, cells->texts[row]);
}
