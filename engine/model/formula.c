/* formula.c - see formula.h. */
#include "model/formula.h"

enum { LOOSE, OR, AND, COMPARE, SUM, PRODUCT, TIGHT }; /* how strongly a sign binds */
enum { MOST_BYTES = 2000 };

typedef struct writer {
  const jh_formula *how;
  jh_buf *buf;
  size_t most;  /* bytes of buf at which writing ends */
  uint32_t row; /* of the level of what is written; JH_NONE: of many rows, or of none */
} writer;

static void write(const writer *w, uint32_t index, int around);

static const char *word(const writer *w, const char *en, const char *zh) {
  return w->how->lang == JH_ZH ? zh : en;
}

static uint32_t index_of(const writer *w, const jh_node *node) {
  return (uint32_t)(node - w->how->plan->nodes);
}

static uint32_t arg_of(const writer *w, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(w->how->plan, node, k) : JH_NONE;
}

/* A Chinese name, where one is wanted and given. */
static bool named(const writer *w, jh_text name) {
  const char *text = w->how->lang == JH_ZH ? jh_text_in(name, JH_ZH) : "";
  jh_buf_text(w->buf, text);
  return text[0] != '\0';
}

static const char *sign_of(const writer *w, jh_op op, int *strength) {
  static const struct {
    jh_op op;
    int strength;
    const char *en, *zh;
  } signs[] = {{JH_OP_ADD, SUM, " + ", " + "},     {JH_OP_SUB, SUM, " - ", " - "},
               {JH_OP_MUL, PRODUCT, " * ", " × "}, {JH_OP_DIV, PRODUCT, " / ", " ÷ "},
               {JH_OP_GE, COMPARE, " >= ", " ≥ "}, {JH_OP_GT, COMPARE, " > ", " > "},
               {JH_OP_LE, COMPARE, " <= ", " ≤ "}, {JH_OP_LT, COMPARE, " < ", " < "},
               {JH_OP_EQ, COMPARE, " = ", " = "},  {JH_OP_AND, AND, " & ", " 且 "},
               {JH_OP_OR, OR, " | ", " 或 "}};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (signs[i].op != op) continue;
    *strength = signs[i].strength;
    return word(w, signs[i].en, signs[i].zh);
  }
  return NULL;
}

static const char *name_of(const writer *w, jh_op op) {
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
      {JH_OP_BETWEEN, "unknown_between", "介于"},
      {JH_OP_COMPUTE, "compute", "本地程序"},
      {JH_OP_COMPOSITE, "mean", "均值"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].op == op) return word(w, names[i].en, names[i].zh);
  }
  return NULL;
}

/* What the day leaves out is not written. */
static void between(
    const writer *w, const jh_node *node, const char *sign, int strength, int around) {
  const jh_formula_view *view = w->how->view;
  bool is_first = true;
  if (strength < around) jh_buf_char(w->buf, '(');
  for (uint32_t k = 0; k < node->count; k++) {
    if (view && view->drops(view->payload, index_of(w, node), k)) continue;
    if (!is_first) jh_buf_text(w->buf, sign);
    write(w, arg_of(w, node, k), is_first ? strength : strength + 1);
    is_first = false;
  }
  if (strength < around) jh_buf_char(w->buf, ')');
}

/* "name(a, b)", of the arguments from one on. */
static void call(const writer *w, const jh_node *node, const char *name, uint32_t from) {
  jh_buf_text(w->buf, name);
  jh_buf_char(w->buf, '(');
  for (uint32_t k = from; k < node->count; k++) {
    if (k > from) jh_buf_text(w->buf, ", ");
    write(w, arg_of(w, node, k), LOOSE);
  }
  jh_buf_char(w->buf, ')');
}

/* "sum(county.schools, school.students, filter)"; below it are many rows. */
static void over(const writer *w, const jh_node *node, const char *name) {
  const jh_plan *plan = w->how->plan;
  writer below = *w;
  below.row = JH_NONE;
  jh_buf_print(w->buf, "%s(", name);
  if (!named(w, plan->levels[node->over].name)) {
    const char *from = node->level == JH_NONE ? "" : plan->levels[node->level].id;
    jh_buf_print(w->buf, "%s.%s", from, plan->levels[node->over].many);
  }
  if (node->stage < plan->stage_count) {
    jh_buf_text(w->buf, ", ");
    if (!named(w, plan->stages[node->stage].name))
      jh_buf_text(w->buf, plan->stages[node->stage].id);
  }
  uint32_t count = node->op == JH_OP_SPREAD ? 3 : node->count; /* the limit stands beside it */
  for (uint32_t k = 0; k < count; k++) {
    if (arg_of(w, node, k) == JH_NONE) continue;
    jh_buf_text(w->buf, ", ");
    write(&below, arg_of(w, node, k), LOOSE);
  }
  jh_buf_char(w->buf, ')');
}

static void dotted(const writer *w, uint32_t level, const char *id) {
  if (level != JH_NONE) jh_buf_print(w->buf, "%s.", w->how->plan->levels[level].id);
  jh_buf_text(w->buf, id);
}

/* school.school_type is "primary_school" | "junior_school" */
static void one_of(const writer *w, const jh_node *node, int around) {
  const jh_plan *plan = w->how->plan;
  const jh_node *column = &plan->nodes[arg_of(w, node, 0)];
  const char *sign = word(w, " is ", " 为 ");
  while (column->op != JH_OP_COLUMN && column->count)
    column = &plan->nodes[jh_plan_arg(plan, column, 0)];
  if (COMPARE < around) jh_buf_char(w->buf, '(');
  write(w, arg_of(w, node, 0), TIGHT);
  for (uint32_t c = 0; column->op == JH_OP_COLUMN && c < 64; c++) {
    const jh_column_def *def = &plan->tables[column->table].columns[column->index];
    if (c >= def->choice_count || !((node->set >> c) & 1)) continue;
    jh_buf_text(w->buf, sign);
    if (!named(w, def->choices[c].name)) jh_buf_print(w->buf, "\"%s\"", def->choices[c].id);
    sign = word(w, " | ", "、");
  }
  if (COMPARE < around) jh_buf_char(w->buf, ')');
}

static void stages(const writer *w, const jh_node *node) {
  const jh_plan *plan = w->how->plan;
  bool is_first = true;
  jh_buf_text(w->buf, word(w, "by_stage(", "按学段("));
  for (uint32_t k = 0; k < node->count && k < plan->stage_count; k++) {
    if (arg_of(w, node, k) == JH_NONE) continue;
    if (!is_first) jh_buf_text(w->buf, ", ");
    if (!named(w, plan->stages[k].name)) jh_buf_text(w->buf, plan->stages[k].id);
    jh_buf_text(w->buf, word(w, " = ", "："));
    write(w, arg_of(w, node, k), LOOSE);
    is_first = false;
  }
  jh_buf_char(w->buf, ')');
}

/* IF and BY_STAGE: what is taken at the row alone, where that can be told. */
static void chosen(const writer *w, const jh_node *node, int around) {
  const jh_formula_view *view = w->how->view;
  uint32_t arm = view ? view->arm(view->payload, index_of(w, node), w->row) : JH_NONE;
  if (arm != JH_NONE && arg_of(w, node, arm) != JH_NONE)
    write(w, arg_of(w, node, arm), around);
  else if (node->op == JH_OP_IF)
    call(w, node, word(w, "choose", "如果"), 0);
  else
    stages(w, node);
}

static void raised(const writer *w, const jh_node *node, int around) {
  const jh_formula_view *view = w->how->view;
  writer above = *w;
  if (view && w->row != JH_NONE) above.row = view->above(view->payload, index_of(w, node), w->row);
  write(&above, arg_of(w, node, 0), around);
}

/* The numbers of a pack, as the view knows them at the row. */
static bool number(const writer *w, const jh_node *node) {
  const jh_formula_view *view = w->how->view;
  return view && view->number(w->buf, view->payload, index_of(w, node), w->row);
}

static void values_on(const writer *w, const jh_param *param, uint32_t stage) {
  const jh_plan *plan = w->how->plan;
  bool is_first = true;
  char number[JH_DEC_TEXT];
  size_t stages = param->is_by_stage && stage == JH_NONE ? plan->stage_count : 1;
  for (uint32_t i = 0; i < stages; i++) {
    const jh_param_value *value = jh_param_on(param, stage == JH_NONE ? i : stage, w->how->on);
    if (!value) continue;
    if (!is_first) jh_buf_text(w->buf, word(w, ", ", "，"));
    if (stages > 1 && value->stage != JH_NONE) {
      jh_buf_text(w->buf, jh_text_in(plan->stages[value->stage].name, w->how->lang));
      jh_buf_char(w->buf, ' ');
    }
    jh_buf_text(w->buf, jh_dec_text(number, value->value));
    is_first = false;
  }
  if (is_first) jh_buf_text(w->buf, "–");
}

static void parameter(const writer *w, const jh_node *node) {
  const jh_param *param = &w->how->plan->params[node->index];
  if (!w->how->on) {
    jh_buf_text(w->buf, param->path);
    return;
  }
  bool is_list = param->is_by_stage && node->stage == JH_NONE;
  if (is_list) jh_buf_char(w->buf, '{');
  values_on(w, param, node->stage);
  if (is_list) jh_buf_char(w->buf, '}');
}

/* "county code in 440105, 4401*" */
static void codes(const writer *w, const jh_node *node, int around) {
  const jh_plan *plan = w->how->plan;
  const jh_code_set *set = &plan->code_sets[node->index];
  if (COMPARE < around) jh_buf_char(w->buf, '(');
  if (node->level != JH_NONE && !named(w, plan->levels[node->level].name))
    jh_buf_text(w->buf, plan->levels[node->level].id);
  jh_buf_text(w->buf, word(w, " code in ", " 代码为 "));
  for (size_t i = 0; i < set->count && w->buf->size <= w->most; i++) {
    if (i) jh_buf_text(w->buf, word(w, ", ", "、"));
    jh_buf_text(w->buf, set->codes[i]);
  }
  if (COMPARE < around) jh_buf_char(w->buf, ')');
}

static void leaf(const writer *w, const jh_node *node) {
  const jh_plan *plan = w->how->plan;
  char text[JH_DEC_TEXT], day[11];
  switch (node->op) {
  case JH_OP_CONST:
    if (!number(w, node)) jh_buf_text(w->buf, jh_dec_text(text, node->value));
    break;
  case JH_OP_PARAM:
    if (!number(w, node)) parameter(w, node);
    break;
  case JH_OP_YEAR:
    if (!number(w, node)) jh_buf_text(w->buf, word(w, "this_year()", "当年"));
    break;
  case JH_OP_SINCE:
    jh_buf_print(w->buf, word(w, "since %s", "自 %s 起"), jh_date_text(day, (jh_date)node->num));
    break;
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
  case JH_OP_RULE: jh_formula_name(w->buf, w->how, &plan->rules[node->index]); break;
  default: jh_buf_char(w->buf, '?'); break;
  }
}

static void write(const writer *w, uint32_t index, int around) {
  if (index == JH_NONE || w->buf->size > w->most) {
    jh_buf_text(w->buf, index == JH_NONE ? "?" : "…");
    return;
  }
  const jh_node *node = &w->how->plan->nodes[index];
  int strength = TIGHT;
  const char *sign = sign_of(w, node->op, &strength);
  const char *name = name_of(w, node->op);
  if (sign) {
    between(w, node, sign, strength, around);
  } else if (name && node->over != JH_NONE) {
    over(w, node, name);
  } else if (name) {
    call(w, node, name, node->op == JH_OP_COMPOSITE ? 1 : 0);
  } else if (node->op == JH_OP_NEG || node->op == JH_OP_NOT) {
    jh_buf_text(w->buf, node->op == JH_OP_NEG ? "-" : word(w, "~", "非 "));
    write(w, arg_of(w, node, 0), TIGHT);
  } else if (node->op == JH_OP_RAISE) {
    raised(w, node, around);
  } else if (node->op == JH_OP_IF || node->op == JH_OP_BY_STAGE) {
    chosen(w, node, around);
  } else if (node->op == JH_OP_IS) {
    one_of(w, node, around);
  } else if (node->op == JH_OP_CODE_IN) {
    codes(w, node, around);
  } else {
    leaf(w, node);
  }
}

void jh_formula_node(jh_buf *buf, const jh_formula *how, uint32_t node) {
  size_t most = how->most_bytes ? how->most_bytes : MOST_BYTES;
  uint32_t row = how->view ? how->view->row : JH_NONE;
  if (node != JH_NONE) write(&(writer){how, buf, buf->size + most, row}, node, LOOSE);
}

void jh_formula_values(jh_buf *buf, const jh_formula *how, const jh_param *param, uint32_t stage) {
  values_on(&(writer){how, buf, SIZE_MAX, JH_NONE}, param, stage);
}

void jh_formula_name(jh_buf *buf, const jh_formula *how, const jh_rule *rule) {
  const char *name = how->lang == JH_ZH ? jh_text_in(rule->name, JH_ZH) : "";
  jh_buf_text(buf, name[0] ? name : rule->id);
  if (!name[0] || rule->stage >= how->plan->stage_count) return;
  jh_buf_print(buf, "（%s）", jh_text_in(how->plan->stages[rule->stage].name, JH_ZH));
}
