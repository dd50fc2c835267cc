/* asked.c - see asked.h. */
#include "report/asked.h"

#include "report/figure.h"

void jh_asked_values(jh_buf *buf, const jh_formula *how, const jh_param *param, uint32_t stage) {
  jh_formula_values(buf, how, param, stage);
  jh_figure_unit(buf, how->plan, param->unit_text, how->lang);
}

const jh_node *jh_asked_bound(const jh_plan *plan, const jh_rule *rule) {
  if (rule->bound == JH_NONE) return NULL;
  const jh_node *node = &plan->nodes[rule->bound];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  return node->op == JH_OP_PARAM ? node : NULL;
}

static void members(jh_buf *buf, const jh_formula *how, const jh_rule *rule) {
  for (size_t i = 0; i < rule->member_count; i++) {
    if (i) jh_buf_text(buf, how->lang == JH_ZH ? "、" : ", ");
    jh_formula_name(buf, how, &how->plan->rules[rule->members[i]]);
  }
}

static void number(jh_buf *buf, const jh_formula *how, uint32_t param) {
  if (how->on)
    jh_asked_values(buf, how, &how->plan->params[param], JH_NONE);
  else
    jh_buf_text(buf, how->plan->params[param].path);
}

static void at_least_n(jh_buf *buf, const jh_formula *how, const jh_rule *rule) {
  bool is_zh = how->lang == JH_ZH;
  jh_buf_text(buf, is_zh ? "至少 " : "at least ");
  number(buf, how, rule->n_param);
  jh_buf_print(buf, is_zh ? " 项达标，共 %zu 项：" : " of %zu: ", rule->member_count);
  members(buf, how, rule);
  if (rule->floor_param == JH_NONE) return;
  jh_buf_text(
      buf,
      is_zh ? "；其余各项不低于标准值的 " : "; the others at least this share of their bound: ");
  number(buf, how, rule->floor_param);
}

static void held_against(jh_buf *buf, const jh_formula *how, const jh_rule *rule) {
  const jh_node *bound = jh_asked_bound(how->plan, rule);
  jh_formula_node(buf, how, rule->measure);
  jh_buf_print(buf, " %s ", jh_figure_sign(rule->compare, true));
  if (bound && how->on)
    jh_asked_values(buf, how, &how->plan->params[bound->index], bound->stage);
  else
    jh_formula_node(buf, how, rule->bound);
}

void jh_asked_rule(jh_buf *buf, const jh_formula *how, const jh_rule *rule) {
  if (rule->shape == JH_SHAPE_AT_LEAST_N && rule->n_param != JH_NONE)
    at_least_n(buf, how, rule);
  else if (rule->measure != JH_NONE && rule->bound != JH_NONE)
    held_against(buf, how, rule);
  else
    jh_formula_node(buf, how, rule->holds);
}
