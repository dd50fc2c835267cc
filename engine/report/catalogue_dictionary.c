/* catalogue_dictionary.c - the dictionary as a page: tables, columns, units, form cells, readers. */
#include "report/catalogue.h"

static const char *const types[][JH_LANGS] = {
    [JH_COLUMN_CODE] = {"代码", "code"},    [JH_COLUMN_TEXT] = {"文本", "text"},
    [JH_COLUMN_COUNT] = {"整数", "count"},  [JH_COLUMN_DECIMAL] = {"小数", "decimal"},
    [JH_COLUMN_BOOL] = {"是/否", "yes/no"}, [JH_COLUMN_CHOICE] = {"选项", "choice"}};

/* A text inside a Markdown table: no bars, no line ends. */
static void put_cell(jh_buf *buf, const char *text) {
  for (; text && *text; text++) {
    if (*text == '|') {
      jh_buf_text(buf, "\\|");
    } else {
      jh_buf_char(buf, *text == '\n' ? ' ' : *text);
    }
  }
}

static void put_type(jh_buf *buf, const jh_plan *plan, const jh_column_def *column, jh_lang lang) {
  char unit[96], number[JH_DEC_TEXT];
  jh_buf_text(buf, types[column->type][lang]);
  if (column->unit_text[0]) {
    jh_unit_words(&plan->units, column->unit_text, lang, unit, sizeof unit);
    jh_buf_text(buf, lang == JH_ZH ? "，" : ", ");
    put_cell(buf, unit);
  }
  if (column->type == JH_COLUMN_DECIMAL) {
    jh_buf_print(buf, lang == JH_ZH ? "，%d 位小数" : ", %d places", column->scale);
  }
  if (column->has_max) {
    jh_buf_text(buf, " ≤ ");
    jh_buf_text(buf, jh_dec_text(number, column->max));
  }
}

static void put_choices(jh_buf *buf, const jh_column_def *column, jh_lang lang) {
  for (size_t i = 0; i < column->choice_count; i++) {
    jh_buf_text(buf, i ? ", " : " ");
    jh_buf_print(buf, "`%s` ", column->choices[i].id);
    put_cell(buf, jh_text_in(column->choices[i].name, lang));
  }
}

static void put_column(
    jh_buf *buf, const jh_plan *plan, const jh_column_def *column, jh_lang lang) {
  jh_buf_print(buf, "| `%s`%s | ", column->id, column->is_required ? " *" : "");
  put_cell(buf, jh_text_in(column->name, JH_ZH));
  for (size_t i = 0; i < column->alias_count; i++) {
    jh_buf_text(buf, " / ");
    put_cell(buf, column->aliases[i]);
  }
  jh_buf_text(buf, " | ");
  put_type(buf, plan, column, lang);
  jh_buf_text(buf, " | ");
  put_cell(buf, column->form);
  jh_buf_text(buf, " | ");
  put_cell(buf, jh_text_in(column->holder, lang));
  jh_buf_text(buf, " | ");
  put_cell(buf, jh_text_in(column->note, lang));
  put_choices(buf, column, lang);
  jh_buf_text(buf, " |");
}

static void put_head(jh_buf *buf, bool has_readers, jh_lang lang) {
  jh_buf_text(
      buf, lang == JH_ZH ? "| 列 | 表头 | 类型 | 报表 | 由谁掌握 | 说明 |"
                         : "| column | header | type | form | held by | note |");
  if (has_readers) jh_buf_text(buf, lang == JH_ZH ? " 读取它的规则 |" : " read by |");
  jh_buf_text(buf, "\n| --- | --- | --- | --- | --- | --- |");
  jh_buf_text(buf, has_readers ? " --- |\n" : "\n");
}

void jh_catalogue_dictionary(
    jh_buf *buf, const jh_plan *plan, const jh_readers *readers, jh_lang lang) {
  bool has_readers = readers && readers->count > 0;
  for (size_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *table = &plan->tables[i];
    jh_buf_print(buf, "%s## %s — %s\n\n", i ? "\n" : "", table->id, jh_text_in(table->name, lang));
    put_head(buf, has_readers, lang);
    for (size_t k = 0; k < table->column_count; k++) {
      put_column(buf, plan, &table->columns[k], lang);
      if (has_readers) {
        jh_buf_char(buf, ' ');
        jh_readers_cell(buf, readers, readers->firsts[i] + k, lang);
        jh_buf_text(buf, " |");
      }
      jh_buf_char(buf, '\n');
    }
  }
}
