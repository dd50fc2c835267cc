/* explain_formula.c - a formula as text, in the names of columns and quantities.
 *
 * Parameters are written with their value on the run's day and parts by stage
 * with the arm of the row's stage, so that the text can be checked by hand.
 */
#include "eval/explain_parts.h"
#include "eval/figure.h"

#define SIZE_MAX_FORMULA 1000

/* How strongly a sign binds, loosest first. */
enum { LOOSE, OR, AND, COMPARE, SUM, PRODUCT, TIGHT };

typedef struct writer {
  const jh_run *run;
  jh_lang lang; /* English: ids, as packs write them */
  jh_buf *buf;
} writer;

static void write(const writer *w, uint32_t index, uint32_t row, int around);

static uint32_t arg_of(const writer *w, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(w->run->plan, node, k) : JH_NONE;
}

static void number(const writer *w, uint32_t index, uint32_t row) {
  jh_exact exact = jh_run_state_exact(w->run);
  jh_range value;
  jh_figure figure;
  jh_range_init(&value);
  jh_exact_number(&exact, index, row, &value);
  jh_figure_one(&figure, &value);
  jh_buf_text(w->buf, figure.is_known ? figure.text : "?");
  jh_range_done(&value);
}

static void between(
    const writer *w, const jh_node *node, uint32_t row, const char *sign, int strength,
    int around) {
  const jh_known *known = jh_force_known(w->run->program->force);
  uint32_t index = (uint32_t)(node - w->run->plan->nodes);
  /* What the day settles is left out, unless it settles the whole. */
  bool is_first = true, is_settled = jh_known_tri(known, index) != JH_UNKNOWN;
  if (strength < around) jh_buf_char(w->buf, '(');
  for (uint32_t k = 0; k < node->count; k++) {
    if (jh_known_drops(known, node, k) && !is_settled) continue;
    if (!is_first) jh_buf_text(w->buf, sign);
    write(w, arg_of(w, node, k), row, is_first ? strength : strength + 1);
    is_first = false;
  }
  if (strength < around) jh_buf_char(w->buf, ')');
}

/* "name(a, b)", of the arguments from one on. */
static void call(
    const writer *w, const jh_node *node, uint32_t row, uint32_t from, const char *name) {
  jh_buf_text(w->buf, name);
  jh_buf_char(w->buf, '(');
  for (uint32_t k = from; k < node->count; k++) {
    if (k > from) jh_buf_text(w->buf, ", ");
    write(w, arg_of(w, node, k), row, LOOSE);
  }
  jh_buf_char(w->buf, ')');
}

/* A Chinese name, where one is wanted and given. */
static bool named(const writer *w, jh_text name) {
  const char *text = w->lang == JH_ZH ? jh_text_in(name, JH_ZH) : "";
  jh_buf_text(w->buf, text);
  return text[0] != '\0';
}

/* "sum(county.schools, school.students, filter)"; the rows below have no single stage. */
static void over(const writer *w, const jh_node *node, const char *name) {
  const jh_plan *plan = w->run->plan;
  jh_buf_print(w->buf, "%s(", name);
  if (!named(w, plan->levels[node->over].name))
    jh_buf_print(w->buf, "%s.%s", plan->levels[node->level].id, plan->levels[node->over].many);
  uint32_t count = node->op == JH_OP_SPREAD ? 3 : node->count;
  for (uint32_t k = 0; k < count; k++) {
    if (arg_of(w, node, k) == JH_NONE) continue;
    jh_buf_text(w->buf, ", ");
    write(w, arg_of(w, node, k), JH_NONE, LOOSE);
  }
  jh_buf_char(w->buf, ')');
}

static void dotted(const writer *w, uint32_t level, const char *id) {
  jh_buf_print(w->buf, "%s.%s", w->run->plan->levels[level].id, id);
}

/* school.school_type is "primary_school" | "junior_school" */
static void one_of(const writer *w, const jh_node *node, uint32_t row, int around) {
  const jh_plan *plan = w->run->plan;
  uint32_t arg = arg_of(w, node, 0);
  const jh_node *column = &plan->nodes[arg];
  const char *sign = w->lang == JH_ZH ? " 为 " : " is ";
  while (column->op != JH_OP_COLUMN && column->count)
    column = &plan->nodes[jh_plan_arg(plan, column, 0)];
  if (COMPARE < around) jh_buf_char(w->buf, '(');
  write(w, arg, row, TIGHT);
  for (uint32_t c = 0; column->op == JH_OP_COLUMN && c < 64; c++) {
    const jh_column_def *def = &plan->tables[column->table].columns[column->index];
    if (c >= def->choice_count || !((node->set >> c) & 1)) continue;
    jh_buf_text(w->buf, sign);
    if (!named(w, def->choices[c].name)) jh_buf_print(w->buf, "\"%s\"", def->choices[c].id);
    sign = w->lang == JH_ZH ? "、" : " | ";
  }
  if (COMPARE < around) jh_buf_char(w->buf, ')');
}

static void by_stage(const writer *w, const jh_node *node, uint32_t row, int around) {
  uint32_t stage = row == JH_NONE ? JH_NONE : jh_where_stage(w->run->dataset, node->level, row);
  if (stage < node->count && arg_of(w, node, stage) != JH_NONE) {
    write(w, arg_of(w, node, stage), row, around);
    return;
  }
  call(w, node, row, 0, "by_stage");
}

/* The arm that was taken, where the condition is known. */
static void chosen(const writer *w, const jh_node *node, uint32_t row, int around) {
  jh_exact exact = jh_run_state_exact(w->run);
  jh_tri which = jh_known_tri(jh_force_known(w->run->program->force), arg_of(w, node, 0));
  if (which == JH_UNKNOWN && row != JH_NONE)
    which = jh_exact_condition(&exact, arg_of(w, node, 0), row);
  if (which == JH_UNKNOWN)
    call(w, node, row, 0, "choose");
  else
    write(w, arg_of(w, node, which == JH_TRUE ? 1 : 2), row, around);
}

static void param(const writer *w, uint32_t index, uint32_t row) {
  const jh_node *node = &w->run->plan->nodes[index];
  if (row == JH_NONE && node->level != JH_NONE)
    jh_buf_text(w->buf, w->run->plan->params[node->index].path);
  else
    number(w, index, node->level == JH_NONE ? 0 : row);
}

/* Names the rows by their codes: "county in 440105, 4401*". */
static void code_in(const writer *w, const jh_node *node, int around) {
  const jh_plan *plan = w->run->plan;
  const jh_code_set *set = &plan->code_sets[node->index];
  bool is_zh = w->lang == JH_ZH;
  if (COMPARE < around) jh_buf_char(w->buf, '(');
  if (!named(w, plan->levels[node->level].name)) jh_buf_text(w->buf, plan->levels[node->level].id);
  jh_buf_text(w->buf, is_zh ? " 为 " : " in ");
  for (size_t i = 0; i < set->count && w->buf->size <= SIZE_MAX_FORMULA; i++) {
    if (i) jh_buf_text(w->buf, is_zh ? "、" : ", ");
    jh_buf_text(w->buf, set->codes[i]);
  }
  if (COMPARE < around) jh_buf_char(w->buf, ')');
}

/* since 2026-09-01 */
static void since(const writer *w, const jh_node *node) {
  char day[11];
  jh_date_text(day, (jh_date)node->num);
  jh_buf_print(w->buf, w->lang == JH_ZH ? "自 %s 起" : "since %s", day);
}

static void write_leaf(const writer *w, uint32_t index, uint32_t row, int around) {
  const jh_plan *plan = w->run->plan;
  const jh_node *node = &plan->nodes[index];
  switch (node->op) {
  case JH_OP_CONST:
  case JH_OP_YEAR: number(w, index, 0); break;
  case JH_OP_SINCE: since(w, node); break;
  case JH_OP_CODE_IN: code_in(w, node, around); break;
  case JH_OP_PARAM: param(w, index, row); break;
  case JH_OP_COLUMN: {
    const jh_column_def *def = &plan->tables[node->table].columns[node->index];
    if (!named(w, def->name)) dotted(w, node->level, def->id);
    break;
  }
  case JH_OP_QUANTITY: {
    const jh_quantity *quantity = &plan->quantities[node->index];
    if (!named(w, quantity->name)) dotted(w, node->level, quantity->id);
    break;
  }
  case JH_OP_RULE: {
    const jh_rule *rule = &plan->rules[node->index];
    if (!named(w, rule->name)) jh_buf_text(w->buf, rule->id);
    break;
  }
  case JH_OP_IF: chosen(w, node, row, around); break;
  case JH_OP_IS: one_of(w, node, row, around); break;
  case JH_OP_BY_STAGE: by_stage(w, node, row, around); break;
  case JH_OP_RAISE: {
    uint32_t arg = arg_of(w, node, 0), level = plan->nodes[arg].level;
    if (row != JH_NONE && level != JH_NONE)
      row = jh_dataset_ancestor(w->run->dataset, node->level, row, level);
    write(w, arg, row, around);
    break;
  }
  default: jh_buf_char(w->buf, '?'); break;
  }
}

static const char *sign_of(jh_op op, jh_lang lang, int *strength) {
  static const struct {
    jh_op op;
    const char *en, *zh;
    int strength;
  } signs[] = {{JH_OP_ADD, " + ", " + ", SUM},     {JH_OP_SUB, " - ", " - ", SUM},
               {JH_OP_MUL, " * ", " × ", PRODUCT}, {JH_OP_DIV, " / ", " ÷ ", PRODUCT},
               {JH_OP_GE, " >= ", " ≥ ", COMPARE}, {JH_OP_GT, " > ", " > ", COMPARE},
               {JH_OP_LE, " <= ", " ≤ ", COMPARE}, {JH_OP_LT, " < ", " < ", COMPARE},
               {JH_OP_EQ, " = ", " = ", COMPARE},  {JH_OP_AND, " & ", " 且 ", AND},
               {JH_OP_OR, " | ", " 或 ", OR}};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (signs[i].op != op) continue;
    *strength = signs[i].strength;
    return lang == JH_ZH ? signs[i].zh : signs[i].en;
  }
  return NULL;
}

static const char *name_of(jh_op op, jh_lang lang) {
  static const struct {
    jh_op op;
    const char *en, *zh;
  } names[] = {
      {JH_OP_MIN, "smaller", "较小值"},
      {JH_OP_MAX, "larger", "较大值"},
      {JH_OP_CEIL, "ceil", "向上取整"},
      {JH_OP_FLOOR, "floor", "向下取整"},
      {JH_OP_KNOWN, "known", "已知"},
      {JH_OP_AT_LEAST_N, "at_least_n", "至少"},
      {JH_OP_SUM, "sum", "合计"},
      {JH_OP_COUNT, "count", "个数"},
      {JH_OP_LEAST, "least", "最小值"},
      {JH_OP_GREATEST, "greatest", "最大值"},
      {JH_OP_EVERY, "every", "每个"},
      {JH_OP_SOME, "some", "至少一个"},
      {JH_OP_SPREAD, "spread", "差异系数"},
      {JH_OP_COMPOSITE, "mean", "平均"},
      {JH_OP_BETWEEN, "unknown_between", "介于"},
      {JH_OP_COMPUTE, "compute", "本地程序"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].op == op) return lang == JH_ZH ? names[i].zh : names[i].en;
  }
  return NULL;
}

static void write(const writer *w, uint32_t index, uint32_t row, int around) {
  if (index == JH_NONE || w->buf->size > SIZE_MAX_FORMULA) {
    jh_buf_text(w->buf, index == JH_NONE ? "?" : "…");
    return;
  }
  const jh_node *node = &w->run->plan->nodes[index];
  int strength = TIGHT;
  const char *sign = sign_of(node->op, w->lang, &strength);
  const char *name = name_of(node->op, w->lang);
  if (sign) {
    between(w, node, row, sign, strength, around);
  } else if (name && node->over != JH_NONE) {
    over(w, node, name);
  } else if (name) {
    call(w, node, row, node->op == JH_OP_COMPOSITE ? 1 : 0, name);
  } else if (node->op == JH_OP_NEG || node->op == JH_OP_NOT) {
    jh_buf_text(w->buf, node->op == JH_OP_NEG ? "-" : w->lang == JH_ZH ? "非 " : "~");
    write(w, arg_of(w, node, 0), row, TIGHT);
  } else {
    write_leaf(w, index, row, around);
  }
}

const char *jh_explain_formula(
    const jh_run *run, uint32_t node, uint32_t row, jh_lang lang, jh_arena *arena) {
  jh_buf buf;
  jh_buf_init(&buf);
  write(&(writer){run, lang, &buf}, node, row, LOOSE);
  const char *out = jh_buf_ok(&buf) ? jh_arena_text(arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return out;
}
