/* rulebook_cases.c - the cases of a rule: what was given, what it came to. */
#include "report/rulebook_parts.h"

#include <string.h>

#include "base/dec.h"

/* Of a case: what is given beyond that is counted; so few are shown even where the rule reads them not. */
enum { MOST_VALUES = 40, FEW_VALUES = 8 };

static void one_value(
    jh_buf *buf, const jh_plan *plan, const jh_case_row *row, const jh_case_value *value) {
  char number[JH_DEC_TEXT];
  if (value->is_quantity) {
    const jh_quantity *quantity = &plan->quantities[value->index];
    jh_buf_print(buf, "%s = ", quantity->id);
    jh_buf_text(buf, value->is_missing ? "–" : jh_dec_text(number, value->number));
    return;
  }
  const jh_column_def *column = &plan->tables[plan->levels[row->level].table].columns[value->index];
  jh_buf_print(buf, "%s = ", column->id);
  if (value->is_missing) {
    jh_buf_text(buf, "–");
  } else if (column->type == JH_COLUMN_BOOL) {
    jh_buf_text(buf, value->mark ? "是 / yes" : "否 / no");
  } else if (column->type == JH_COLUMN_CHOICE && value->mark < column->choice_count) {
    jh_rulebook_both(buf, column->choices[value->mark].name);
  } else if (column->type == JH_COLUMN_CODE || column->type == JH_COLUMN_TEXT) {
    jh_rulebook_put(buf, value->text);
  } else {
    jh_buf_text(buf, jh_dec_text(number, value->number));
  }
}

/* "schools 2: students = 100; …": whose values they are, where not the subject's. */
static void whose(jh_buf *buf, const jh_plan *plan, const jh_case *test, size_t index) {
  const jh_case_row *row = &test->rows[index];
  size_t number = 1;
  for (size_t i = 0; i < index; i++) number += test->rows[i].level == row->level;
  if (index != test->subject) {
    jh_buf_print(buf, "%s %zu", plan->levels[row->level].id, number);
    if (row->stage < plan->stage_count) {
      jh_buf_print(buf, " %s", jh_text_in(plan->stages[row->stage].name, JH_ZH));
    }
    jh_buf_text(buf, "：");
  } else if (row->stage < plan->stage_count) {
    jh_rulebook_both(buf, plan->stages[row->stage].name);
    jh_buf_text(buf, "：");
  }
}

/* What a rule reads: nodes, all the way down. */
static bool *reads_of(const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  const jh_rule *own = &plan->rules[rule];
  const uint32_t roots[] = {own->measure, own->bound, own->applies, own->holds};
  bool *seen = jh_arena_get(book->arena, plan->node_count + 1);
  if (!seen) return NULL;
  for (size_t k = 0; k < sizeof roots / sizeof *roots; k++) {
    if (roots[k] != JH_NONE) seen[roots[k]] = true;
  }
  for (size_t i = plan->node_count; i-- > 0;) {
    const jh_node *node = &plan->nodes[i];
    for (uint32_t k = 0; seen[i] && k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) seen[arg] = true;
    }
  }
  return seen;
}

static bool is_read(
    const jh_plan *plan, const bool *reads, const jh_case_row *row, const jh_case_value *value) {
  for (size_t i = 0; i < plan->node_count; i++) {
    const jh_node *node = &plan->nodes[i];
    if (!reads[i] || node->index != value->index) continue;
    if (value->is_quantity && node->op == JH_OP_QUANTITY) return true;
    bool is_column = !value->is_quantity && node->op == JH_OP_COLUMN;
    if (is_column && node->table == plan->levels[row->level].table) return true;
  }
  return false;
}

static void given(jh_buf *buf, const jh_plan *plan, const jh_case *test, const bool *reads) {
  size_t count = 0, all = 0;
  for (size_t i = 0; i < test->row_count; i++) all += test->rows[i].value_count;
  for (size_t i = 0; i < test->row_count; i++) {
    const jh_case_row *row = &test->rows[i];
    bool is_first = true;
    for (size_t k = 0; k < row->value_count; k++) {
      if (all > FEW_VALUES && !is_read(plan, reads, row, &row->values[k])) continue;
      if (++count > MOST_VALUES) continue;
      if (count > 1) jh_buf_text(buf, is_first ? "；" : "，");
      if (is_first) whose(buf, plan, test, i);
      is_first = false;
      one_value(buf, plan, row, &row->values[k]);
    }
  }
  if (count > MOST_VALUES) jh_buf_print(buf, "，… (+%zu)", count - MOST_VALUES);
}

/* "12", or "3～5" where a range is expected. */
static void figure(jh_buf *buf, const char *before, const jh_case_figure *figure) {
  char low[JH_DEC_TEXT], high[JH_DEC_TEXT];
  if (!figure->is_there) return;
  (void)jh_dec_text(low, figure->low);
  (void)jh_dec_text(high, figure->high);
  jh_buf_print(buf, "%s%s", before, low);
  if (strcmp(low, high) != 0) jh_buf_print(buf, "～%s", high);
}

static void outcome(jh_buf *buf, const jh_case *test) {
  jh_buf_print(
      buf, "%s / %s", jh_verdict_name(test->verdict, JH_ZH), jh_verdict_name(test->verdict, JH_EN));
  figure(buf, "，", &test->measure);
  figure(buf, "，标准 ", &test->bound);
}

void jh_rulebook_cases(jh_buf *buf, const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  const bool *reads = reads_of(book, rule);
  bool is_first = true;
  if (!reads) {
    buf->failed = true;
    return;
  }
  char day[11];
  for (size_t i = 0; i < plan->case_count; i++) {
    const jh_case *test = &plan->cases[i];
    if (test->rule != rule && plan->rules[test->rule].parent != rule) continue;
    if (is_first) {
      jh_buf_text(buf, "\n## 用例 / Cases\n\n");
      jh_buf_text(buf, "| 用例 / case | 日期 / on | 给定 / given | 判定 / verdict |\n");
      jh_buf_text(buf, "| --- | --- | --- | --- |\n");
    }
    is_first = false;
    jh_buf_text(buf, "| ");
    jh_rulebook_put(buf, test->name);
    jh_buf_print(buf, " | %s | ", test->on ? jh_date_text(day, test->on) : "");
    given(buf, plan, test, reads);
    jh_buf_text(buf, " | ");
    outcome(buf, test);
    jh_buf_text(buf, " |\n");
  }
}
