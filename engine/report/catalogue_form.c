/* catalogue_form.c - the statistical forms of a dictionary: what is known of where figures stand. */
#include "report/catalogue.h"

static void put_years(jh_buf *buf, const jh_form *form, jh_lang lang) {
  if (form->from_year) {
    jh_buf_print(buf, lang == JH_ZH ? "%u 年起" : "from %u", form->from_year);
  }
  if (form->to_year) {
    jh_buf_print(buf, lang == JH_ZH ? "至 %u 年" : "until %u", form->to_year);
  }
}

static void put_labels(jh_buf *buf, const jh_form_cell *cell, jh_lang lang) {
  if (cell->row) jh_buf_print(buf, lang == JH_ZH ? " 第 %s 行" : " row %s", cell->row);
  if (cell->number) jh_buf_print(buf, lang == JH_ZH ? "第 %s 列" : " column %s", cell->number);
  for (size_t i = 0; i < cell->label_count; i++) {
    jh_buf_text(buf, lang == JH_ZH ? "“" : " \"");
    jh_buf_text(buf, cell->labels[i]);
    jh_buf_text(buf, lang == JH_ZH ? "”" : "\"");
  }
}

static void put_cell(
    jh_buf *buf, const jh_table_def *table, const jh_form_cell *cell, jh_lang lang) {
  if (cell->column == JH_NONE) {
    jh_buf_text(buf, lang == JH_ZH ? "（无对应列）" : "(no column)");
  } else {
    jh_buf_print(buf, "`%s`", table->columns[cell->column].id);
  }
  if (cell->at) jh_buf_print(buf, " %s", cell->at);
  put_labels(buf, cell, lang);
  const char *note = jh_text_in(cell->note, lang);
  if (note[0]) jh_buf_print(buf, lang == JH_ZH ? "（%s）" : " (%s)", note);
}

static void put_form(jh_buf *buf, const jh_plan *plan, const jh_form *form, jh_lang lang) {
  jh_buf_print(buf, "| %s", form->id);
  for (size_t i = 0; i < form->alias_count; i++) jh_buf_print(buf, " / %s", form->aliases[i]);
  for (size_t i = 0; i < form->replace_count; i++) {
    jh_buf_text(buf, i ? (lang == JH_ZH ? "、" : ", ") : (lang == JH_ZH ? "（原 " : " (was "));
    jh_buf_text(buf, form->replaces[i]);
  }
  if (form->replace_count) jh_buf_text(buf, lang == JH_ZH ? "）" : ")");
  jh_buf_print(buf, " | %s | ", jh_text_in(form->name, lang));
  put_years(buf, form, lang);
  jh_buf_text(buf, " | ");
  for (size_t i = 0; i < form->cell_count; i++) {
    if (i) jh_buf_text(buf, "; ");
    put_cell(buf, &plan->tables[form->table], &form->cells[i], lang);
  }
  jh_buf_print(
      buf, " | %s",
      form->is_hint ? (lang == JH_ZH ? "线索，须核对；" : "hint, to be checked; ") : "");
  jh_buf_print(buf, "%s", jh_text_in(form->source, lang));
  const char *note = jh_text_in(form->note, lang);
  if (note[0]) jh_buf_print(buf, lang == JH_ZH ? "。%s" : ". %s", note);
  jh_buf_text(buf, " |\n");
}

void jh_catalogue_forms(jh_buf *buf, const jh_plan *plan, jh_lang lang) {
  if (plan->form_count == 0) return;
  jh_buf_text(
      buf, lang == JH_ZH
               ? "\n## 统计报表\n\n"
                 "哪张报表的哪一格对应哪一列，是所知的线索，不是主管部门的编号；`junheng import "
                 "--guess` 据此提出建议，"
                 "由人核对。没有单元格的，只知道在这张表里。\n\n"
                 "| 表号 | 内容 | 年份 | 列、单元格、格旁的标签 | 依据 |\n"
               : "\n## statistical forms\n\n"
                 "Which cell of which form feeds which column: hints, not the ministry's "
                 "numbering. `junheng "
                 "import --guess` proposes by them, and people check. Where no cell stands, only "
                 "the form "
                 "is known.\n\n"
                 "| form | holds | years | columns, cells, labels beside them | known from |\n");
  jh_buf_text(buf, "| --- | --- | --- | --- | --- |\n");
  for (size_t i = 0; i < plan->form_count; i++) put_form(buf, plan, &plan->forms[i], lang);
}
