/* run_finding.c - one finding in full: entity, figures, source of the bound. */
#include <string.h>

#include "eval/figure.h"
#include "eval/run_state.h"
#include "eval/where.h"

static jh_str text_at(const jh_str *texts, uint32_t row) {
  return texts ? texts[row] : (jh_str){"", 0};
}

jh_entity jh_run_entity(const jh_run *run, uint32_t level, uint32_t row) {
  const jh_dataset *dataset = run->dataset;
  jh_entity out = {.level = level, .row = row};
  uint32_t named = level, at = row, top = level, top_row = row;
  out.stage = jh_where_stage(dataset, level, row);
  /* Stage units and rooms are called by the code of what they belong to. */
  while (!dataset->levels[named].codes && run->plan->levels[named].parent != JH_NONE) {
    at = dataset->levels[named].parent[at];
    named = run->plan->levels[named].parent;
  }
  while (run->plan->levels[top].parent != JH_NONE) {
    top_row = dataset->levels[top].parent[top_row];
    top = run->plan->levels[top].parent;
  }
  out.code = text_at(dataset->levels[named].codes, at);
  out.name = text_at(dataset->levels[named].names, at);
  out.county_code = text_at(dataset->levels[top].codes, top_row);
  out.county_name = text_at(dataset->levels[top].names, top_row);
  return out;
}

/* A row and its level: where a node is looked at. */
typedef struct stand {
  uint32_t level, row;
} stand;

/* Where a node is looked at: at this row, or at its ancestor. */
static stand stand_of(const jh_run *run, uint32_t node, stand at) {
  uint32_t level = run->plan->nodes[node].level;
  if (level == JH_NONE || level == at.level) return at;
  return (stand){level, jh_dataset_ancestor(run->dataset, at.level, at.row, level)};
}

/* The arm of an IF that stands there; JH_NONE while its condition is not known. */
static uint32_t arm_of(const jh_run *run, const jh_node *node, stand at) {
  uint32_t when = jh_plan_arg(run->plan, node, 0);
  jh_exact exact = jh_run_state_exact(run);
  jh_tri holds = jh_exact_condition(&exact, when, stand_of(run, when, at).row);
  return holds == JH_UNKNOWN ? JH_NONE : jh_plan_arg(run->plan, node, holds == JH_TRUE ? 1 : 2);
}

/* The value in force behind a bound that is a parameter, perhaps raised, chosen by stage or by a
 * condition, or the arm of a dated change that stands on the day. */
static const jh_param_value *source_of(const jh_run *run, uint32_t bound, stand at) {
  const jh_plan *plan = run->plan;
  uint32_t stage = jh_where_stage(run->dataset, at.level, at.row);
  while (bound != JH_NONE) {
    bound = jh_known_live(jh_force_known(run->program->force), bound);
    const jh_node *node = &plan->nodes[bound];
    at = stand_of(run, bound, at);
    if (node->op == JH_OP_PARAM)
      return jh_param_on(
          &plan->params[node->index], node->stage != JH_NONE ? node->stage : stage, run->on);
    if (node->op == JH_OP_RAISE)
      bound = jh_plan_arg(plan, node, 0);
    else if (node->op == JH_OP_BY_STAGE && stage < node->count)
      bound = jh_plan_arg(plan, node, stage);
    else if (node->op == JH_OP_IF)
      bound = arm_of(run, node, at);
    else
      return NULL;
  }
  return NULL;
}

static void read_spread(
    const jh_exact *exact, const jh_rule *rule, uint32_t row, jh_figure_set *set) {
  jh_range square;
  jh_rat limit_square;
  jh_range_init(&square);
  jh_rat_init(&limit_square);
  jh_exact_spread_squared(exact, rule->measure, row, &square);
  if (!jh_range_is_known(&square)) {
    jh_range_set_undefined(&set->measure);
  } else {
    jh_figure_root(&set->measure.low, &square.low);
    jh_range_set_rat(&set->measure, &set->measure.low);
    jh_rat_mul(&limit_square, &set->bound.low, &set->bound.low);
    set->has_sign = true;
    set->sign = jh_rat_sign(&set->bound.low) < 0 ? 1 : jh_rat_compare(&square.low, &limit_square);
  }
  jh_range_done(&square);
  jh_rat_done(&limit_square);
}

static void read_composite(
    const jh_exact *exact, const jh_rule *rule, uint32_t row, jh_figure_set *set) {
  jh_exact_composite_mean(exact, rule->measure, row, &set->measure, &set->sign);
  set->has_sign = jh_range_is_known(&set->measure) && jh_range_is_known(&set->bound);
}

void jh_run_figures(const jh_exact *exact, const jh_rule *rule, uint32_t row, jh_figure_set *set) {
  jh_exact_number(exact, rule->bound, row, &set->bound);
  jh_op op = exact->plan->nodes[rule->measure].op;
  if (op == JH_OP_SPREAD || op == JH_OP_COMPOSITE) { /* which have no unit */
    (op == JH_OP_SPREAD ? read_spread : read_composite)(exact, rule, row, set);
    return;
  }
  jh_exact_number(exact, rule->measure, row, &set->measure);
  jh_range_scale(&set->measure, rule->unit.den, rule->unit.num);
  jh_range_scale(&set->bound, rule->unit.den, rule->unit.num);
}

/* Has a spread a missing cell in it? Where its doubles say so, rationals would find the same. */
static bool is_spread_open(const jh_run *run, const jh_rule *rule, uint32_t row) {
  const jh_kept *kept = &run->results[rule - run->plan->rules].measure;
  return run->plan->nodes[rule->measure].op == JH_OP_SPREAD && kept->low &&
         kept->state[row] == JH_ENDS_UNDEFINED;
}

/* Measure and bound with rationals, in the rule's unit. */
static void read_exactly(const jh_run *run, const jh_rule *rule, uint32_t row, jh_figure_set *set) {
  jh_exact exact = jh_run_state_exact(run);
  if (is_spread_open(run, rule, row)) {
    jh_exact_number(&exact, rule->bound, row, &set->bound);
    jh_range_set_undefined(&set->measure);
    return;
  }
  jh_run_figures(&exact, rule, row, set);
}

static bool has_figures(const jh_plan *plan, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  if (finding->verdict == JH_NOT_APPLICABLE || finding->verdict == JH_NOT_IN_FORCE ||
      rule->bound == JH_NONE)
    return false;
  return jh_run_state_has_measure(plan, rule);
}

/* The points that can be had; what is not applicable may be left out of them. */
static void read_full(const jh_run *run, uint32_t row, jh_finding *out) {
  jh_exact exact = jh_run_state_exact(run);
  jh_range full;
  if (out->rule->kind != JH_RULE_SCORE || out->rule->full == JH_NONE) return;
  jh_range_init(&full);
  jh_exact_number(&exact, out->rule->full, row, &full);
  jh_figure_one(&out->full, &full);
  jh_range_done(&full);
}

jh_code jh_run_finding(
    const jh_run *run, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err) {
  (void)err; /* nothing can fail yet; callers are ready for it */
  memset(out, 0, sizeof *out);
  out->rule = &run->plan->rules[rule];
  out->rule_index = rule;
  out->entity = jh_run_entity(run, out->rule->level, row);
  out->verdict = jh_run_verdict(run, rule, row);
  out->has_figures = has_figures(run->plan, out);
  if (!out->has_figures) return JH_OK;
  out->source = source_of(run, out->rule->bound, (stand){out->rule->level, row});
  read_full(run, row, out);
  if (jh_run_state_quick(run, row, out)) return JH_OK;
  jh_figure_set set;
  jh_figure_set_init(&set);
  read_exactly(run, out->rule, row, &set);
  jh_figure_write(&set, out->rule->compare, out);
  jh_figure_set_done(&set);
  return JH_OK;
}

/* The share of the bound that is asked of the others, as a number; false if none is. */
static bool read_share(const jh_run *run, const jh_rule *rule, uint32_t stage, jh_range *out) {
  if (rule->shape != JH_SHAPE_AT_LEAST_N || rule->floor_param == JH_NONE) return false;
  const jh_param *param = &run->plan->params[rule->floor_param];
  const jh_param_value *value = jh_param_on(param, stage, run->on);
  if (!value) return false;
  jh_rat share;
  jh_rat_init(&share);
  jh_rat_set_dec(&share, value->value);
  jh_range_set_rat(out, &share);
  jh_range_scale(out, param->unit.num, param->unit.den);
  jh_rat_done(&share);
  return true;
}

void jh_run_floor(const jh_run *run, uint32_t rule, uint32_t member, uint32_t row, jh_floor *out) {
  const jh_rule *of = &run->plan->rules[rule], *at = &run->plan->rules[member];
  jh_verdict verdict = jh_run_verdict(run, member, row);
  jh_finding written;
  jh_range share;
  jh_figure_set set;
  memset(out, 0, sizeof *out);
  if (verdict != JH_UNMET && verdict != JH_UNDETERMINED) return;
  if (at->level != of->level || at->measure == JH_NONE || at->bound == JH_NONE) return;
  jh_range_init(&share);
  jh_figure_set_init(&set);
  if (read_share(run, of, jh_where_stage(run->dataset, of->level, row), &share)) {
    read_exactly(run, at, row, &set);
    jh_range_mul(&set.bound, &set.bound, &share);
    jh_tri reaches = jh_range_at_least(&set.measure, &set.bound);
    jh_figure_write(&set, JH_AT_LEAST, &written);
    jh_range_scale(&share, 100, 1);
    jh_figure_one(&out->share, &share);
    out->is_asked = true;
    out->verdict = reaches == JH_TRUE ? JH_MET : reaches == JH_FALSE ? JH_UNMET : JH_UNDETERMINED;
    out->measure = written.measure;
    out->bound = written.bound;
  }
  jh_figure_set_done(&set);
  jh_range_done(&share);
}
