/* template_guide.c - what whoever fills a template is told first. */
#include "session/template.h"

typedef struct guide {
  const jh_template *t;
  jh_buf *buf;
  jh_template_add add;
  void *payload;
} guide;

static const char *pick(const guide *g, const char *zh, const char *en) {
  return g->t->lang == JH_ZH ? zh : en;
}

/* Hands on what stands in the buffer. */
static void say(const guide *g, jh_template_line kind, const char *label) {
  g->add(g->payload, kind, label, g->buf->at ? g->buf->at : "");
  jh_buf_clear(g->buf);
}

static void say_facts(const guide *g, jh_template_part part) {
  const jh_plan *plan = g->t->plan;
  const jh_pack_info *pack = &plan->pack;
  char day[11];
  if (pack->id) {
    jh_buf_print(g->buf, "%s  %s %s", jh_text_in(pack->name, g->t->lang), pack->id, pack->version);
    say(g, JH_TEMPLATE_FACT, pick(g, "规则包", "Pack"));
  }
  if (pack->id && pack->document < plan->document_count) {
    const jh_document *document = &plan->documents[pack->document];
    jh_buf_print(g->buf, "%s  %s", document->number, jh_text_in(document->title, g->t->lang));
    say(g, JH_TEMPLATE_FACT, pick(g, "文件", "Document"));
  }
  if (g->t->on) {
    jh_buf_text(g->buf, jh_date_text(day, g->t->on));
    jh_buf_text(g->buf, pick(g, " 有效的规定", ": the law of that day"));
    say(g, JH_TEMPLATE_FACT, pick(g, "依据", "Day"));
  }
  if (g->t->year) {
    jh_buf_text(g->buf, g->t->year);
    say(g, JH_TEMPLATE_FACT, pick(g, "年度", "Year"));
  }
  if (part.top == JH_NONE) return;
  uint32_t top = 0;
  while (plan->levels[top].parent != JH_NONE) top = plan->levels[top].parent;
  const jh_rows *rows = &g->t->data->levels[top];
  if (rows->codes) jh_buf_add(g->buf, rows->codes[part.top]);
  jh_buf_text(g->buf, "  ");
  if (rows->names) jh_buf_add(g->buf, rows->names[part.top]);
  say(g, JH_TEMPLATE_FACT, jh_text_in(plan->levels[top].name, g->t->lang));
}

static const char *const steps[][JH_LANGS] = {
    {"只填黄色的格。灰色的代码、表头、工作表名称和前三行不要改，不要移动或增删列。工作表加了保护，"
     "没有密码。",
     "Fill the yellow cells only. Leave the grey codes, the headers, the names of the sheets and "
     "the "
     "first three rows as they are; do not move, add or delete columns. The sheets are protected, "
     "without a password."},
    {"红色表头的列必须填写，不可空白。", "Columns with a red header may not be left blank."},
    {"空白表示“不知道”，0 "
     "表示“没有”。没有的填 0；查不到的留空；学校没有的学段，该学段各列留空。不要写“无”“-”“/”。",
     "Blank means \"not known\", 0 means \"none\". Where there is none, write 0; what cannot be "
     "found out stays blank; of stages that a school has not, all columns stay blank. Never write "
     "\"none\", \"-\" or \"/\"."},
    {"数字只写数字，不写单位、千分位逗号、百分号。金额按表头上方的单位填写；比例写 85，不写 0.85 "
     "或 85%。",
     "Of numbers write the digits only: no unit, no commas, no percent sign. Money in the unit "
     "that "
     "stands above the header; shares as 85, not 0.85 or 85%."},
    {"代码按文本填写，前面的 0 不可省略。", "Codes are text: zeros in front stay."},
    {"“是/否”和“选择”的列，从下拉列表中选取。",
     "Columns of \"yes/no\" and \"choose\" are picked from their lists."},
    {"鼠标停在表头上，可看到定义、单位、范围、统计表中的位置，以及哪些要求用到这一列。填写超出范围"
     "时会提示；核对无误的可以保留。",
     "Rest the mouse on a header to see definition, unit, range, place in the statistical forms, "
     "and "
     "which requirements read the column. A number out of range is asked about; keep it if it is "
     "right."},
    {"表中没有列出的，接着在下面的空行填写，一行一条。不要写小计、合计。",
     "What is not listed goes into the next blank rows, one row each. No sums."},
    {"填完直接保存，仍为 .xlsx 格式，交回即可。", "Save it as it is, as .xlsx, and hand it back."},
};

static const char *const text_steps[][JH_LANGS] = {
    {"每个 .csv 文件是一张表，第一行是表头，不要改动。文件为 UTF-8 编码。",
     "Each .csv file is a table; its first line is the header and stays as it is. Files are "
     "UTF-8."},
    {"空白表示“不知道”，0 表示“没有”。没有的填 0；查不到的留空。",
     "Blank means \"not known\", 0 means \"none\"."},
    {"数字只写数字，不写单位、千分位逗号、百分号；比例写 85，不写 0.85 或 85%。",
     "Of numbers write the digits only; shares as 85, not 0.85 or 85%."},
    {"代码是文本，前面的 0 不可省略；用电子表格打开时，把代码列设为文本。",
     "Codes are text: zeros in front stay; in a spreadsheet, open those columns as text."},
    {"每行一条，不要写小计、合计。", "One row each, no sums."},
};

static void say_steps(const guide *g, bool is_book) {
  const char *const(*list)[JH_LANGS] = is_book ? steps : text_steps;
  size_t count = is_book ? sizeof steps / sizeof *steps : sizeof text_steps / sizeof *text_steps;
  jh_buf_text(g->buf, pick(g, "怎样填写", "How to fill it"));
  say(g, JH_TEMPLATE_HEADING, "");
  for (size_t i = 0; i < count; i++) {
    char number[24];
    jh_buf_text(g->buf, list[i][g->t->lang]);
    say(g, JH_TEMPLATE_ITEM, jh_arg_int(number, (int64_t)i + 1));
  }
}

static void say_tables(const guide *g, jh_template_part part, bool is_book) {
  jh_buf_text(g->buf, pick(g, "各表", "Tables"));
  say(g, JH_TEMPLATE_HEADING, "");
  for (size_t i = 0; i < g->t->table_count; i++) {
    const jh_template_table *table = &g->t->tables[i];
    uint32_t from, to;
    size_t needed = 0;
    for (size_t k = 0; k < table->count; k++) needed += table->columns[k].is_needed;
    jh_template_rows(g->t, table, part, &from, &to);
    jh_buf_print(
        g->buf,
        pick(
            g, "每行一个“%s”；%zu 列，其中必填 %zu 列；已列出 %u 行",
            "one row for each %s; %zu columns, %zu of them needed; %u rows listed"),
        jh_text_in(g->t->plan->levels[table->def->level].name, g->t->lang), table->count, needed,
        to - from);
    say(g, JH_TEMPLATE_FACT, is_book ? jh_text_in(table->def->name, g->t->lang) : table->def->id);
  }
}

void jh_template_guide(
    jh_buf *scratch, const jh_template *t, jh_template_part part, bool is_book, jh_template_add add,
    void *payload) {
  guide g = {t, scratch, add, payload};
  jh_buf_clear(scratch);
  jh_buf_text(scratch, t->lang == JH_ZH ? "填写说明" : "How to fill these tables");
  say(&g, JH_TEMPLATE_TITLE, "");
  say_facts(&g, part);
  say_steps(&g, is_book);
  say_tables(&g, part, is_book);
  jh_buf_text(scratch, pick(&g, "收齐以后（汇总单位）", "When all have come back"));
  say(&g, JH_TEMPLATE_HEADING, "");
  jh_buf_text(
      scratch,
      is_book
          ? pick(
                &g, "放进一个文件夹，运行 junheng import --data 文件夹 --output 数据集",
                "put them into one folder and run: junheng import --data FOLDER --output DATASET")
          : pick(
                &g, "运行 junheng validate --data 文件夹，改正指出的问题",
                "run junheng validate --data FOLDER and correct what it names"));
  say(&g, JH_TEMPLATE_ITEM, "1");
}
