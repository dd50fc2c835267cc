/* compare_figure.c - see compare_figure.h. */
#include "study/compare_figure.h"

#include "eval/figure.h"
#include "eval/where.h"

bool jh_compare_figure_has(const jh_plan *plan, const jh_rule *rule) {
  if (rule->measure == JH_NONE || rule->bound == JH_NONE) return false;
  if (rule->kind == JH_RULE_GRADE) return false;
  const jh_node *measure = &plan->nodes[rule->measure];
  return measure->type == JH_TYPE_NUMBER || measure->op == JH_OP_SPREAD ||
         measure->op == JH_OP_COMPOSITE;
}

/* The bound becomes that of the floor: the share that the other rule leaves of it. */
static bool take_floor(const jh_run *run, const jh_rule *of, uint32_t row, jh_figure_set *set) {
  const jh_plan *plan = jh_run_plan(run);
  if (of->floor_param == JH_NONE) return false;
  const jh_param *param = &plan->params[of->floor_param];
  uint32_t stage = jh_where_stage(jh_run_dataset(run), of->level, row);
  const jh_param_value *value = jh_param_on(param, stage, jh_run_on(run));
  if (!value) return false;
  jh_range share;
  jh_rat number;
  jh_range_init(&share);
  jh_rat_init(&number);
  jh_rat_set_dec(&number, value->value);
  jh_range_set_rat(&share, &number);
  jh_range_scale(&share, param->unit.num, param->unit.den);
  jh_range_mul(&set->bound, &set->bound, &share);
  jh_rat_done(&number);
  jh_range_done(&share);
  return true;
}

static bool margin_of(const jh_figure_set *set, jh_rat *out) {
  jh_rat bound, hundred;
  bool is_known = jh_range_is_known(&set->measure) && jh_range_is_known(&set->bound);
  if (!is_known || jh_rat_sign(&set->bound.low) == 0) return false;
  jh_rat_init(&bound);
  jh_rat_init(&hundred);
  jh_rat_set_int(&hundred, 100);
  jh_rat_sub(out, &set->measure.low, &set->bound.low);
  jh_rat_div(out, out, &set->bound.low);
  if (jh_rat_sign(out) < 0) jh_rat_sub(out, &bound, out);
  jh_rat_mul(out, out, &hundred);
  jh_rat_done(&bound);
  jh_rat_done(&hundred);
  return true;
}

bool jh_compare_figure_margin(
    const jh_compare_figure *figure, const jh_flip_point *point, jh_rat *out) {
  int side = figure->what->rules[point->rule].of[1] != JH_NONE ? 1 : 0;
  const jh_run *run = figure->run[side];
  const jh_plan *plan = jh_run_plan(run);
  uint32_t rule = figure->what->rules[point->rule].of[side], row = point->row[side];
  if (rule == JH_NONE || row == JH_NONE) return false;
  if (!jh_compare_figure_has(plan, &plan->rules[rule])) return false;
  jh_exact exact = jh_run_exact(run);
  jh_figure_set set;
  bool ok = true;
  jh_figure_set_init(&set);
  jh_run_figures(&exact, &plan->rules[rule], row, &set);
  if (point->floor_of != JH_NONE) {
    uint32_t of = figure->what->rules[point->floor_of].of[side];
    ok = of != JH_NONE && take_floor(run, &plan->rules[of], row, &set);
  }
  ok = ok && margin_of(&set, out);
  jh_figure_set_done(&set);
  return ok;
}

jh_code jh_compare_figure_text(
    const char **out, const jh_rat *value, jh_arena *arena, jh_error *err) {
  char text[96];
  (void)jh_rat_decimal(value, 4, JH_ROUND_NEAREST, text, sizeof text);
  *out = jh_arena_text(arena, jh_str_of(text));
  return *out ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}
