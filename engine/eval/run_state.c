/* run_state.c - figures from the doubles that were kept, where these are enough.
 *
 * Printing millions of figures through rationals would take longer than the
 * whole evaluation. A measure that is certainly no short decimal, certainly
 * rounds one way at 4 places, and then still stands on the right side of its
 * bound is printed from its enclosure; everything else goes the exact way, with
 * the same text as result (tests/unit/eval/test_run.c compares the two).
 */
#include "eval/run_state.h"

#include "eval/figure.h"
#include "eval/where.h"

/* Below this, doubles tell millionths apart with room to spare. */
#define QUICK_MAX 1e6
#define QUICK_ROOM 1e-3

bool jh_run_state_has_measure(const jh_plan *plan, const jh_rule *rule) {
  if (rule->measure == JH_NONE) return false;
  const jh_node *measure = &plan->nodes[rule->measure];
  return measure->type == JH_TYPE_NUMBER || measure->op == JH_OP_SPREAD ||
         measure->op == JH_OP_COMPOSITE;
}

/* Has the measure no unit, and the bound none either, whatever the rule's is? */
static bool is_bare(const jh_run *run, const jh_rule *rule) {
  return run->plan->nodes[rule->measure].type == JH_TYPE_CONDITION;
}

/* The bound's node, as it stands on the day. */
static uint32_t bound_of(const jh_run *run, const jh_rule *rule) {
  return jh_known_live(jh_force_known(run->program->force), rule->bound);
}

bool jh_run_state_is_fixed(const jh_plan *plan, uint32_t bound) {
  const jh_node *node = &plan->nodes[bound];
  return node->level == JH_NONE || node->op == JH_OP_PARAM;
}

static void read_bound(const jh_run *run, const jh_rule *rule, uint32_t stage, jh_range *out) {
  uint32_t bound = bound_of(run, rule);
  const jh_node *node = &run->plan->nodes[bound];
  jh_exact exact = jh_run_state_exact(run);
  if (node->level == JH_NONE) {
    jh_exact_number(&exact, bound, 0, out);
  } else {
    if (node->stage != JH_NONE) stage = node->stage;
    const jh_param *param = &run->plan->params[node->index];
    const jh_param_value *value = jh_param_on(param, stage, run->on);
    jh_range_set_undefined(out);
    if (!value) return;
    jh_rat_set_dec(&out->low, value->value);
    jh_range_set_rat(out, &out->low);
    jh_range_scale(out, param->unit.num, param->unit.den);
  }
  if (!is_bare(run, rule)) jh_range_scale(out, rule->unit.den, rule->unit.num);
}

static void set_bound(jh_fixed_bound *out, const jh_range *value) {
  jh_dec written;
  if (!jh_range_is_known(value) || fabs(jh_rat_double(&value->low)) >= QUICK_MAX ||
      !jh_rat_decimal(&value->low, 6, JH_ROUND_NEAREST, out->text, sizeof out->text))
    return;
  out->is_short = jh_dec_read(&written, jh_str_of(out->text), 6, false) == JH_DEC_OK &&
                  jh_dec_rescale(&out->millionths, written, 6);
}

jh_code jh_run_state_bounds(jh_run *run, uint32_t index, jh_error *err) {
  const jh_rule *rule = &run->plan->rules[index];
  jh_rule_result *result = &run->results[index];
  size_t stages = run->plan->stage_count;
  result->is_square = run->plan->nodes[rule->measure].op == JH_OP_SPREAD;
  result->factor = is_bare(run, rule) ? jh_ends_point(1, 1)
                                      : jh_ends_of_scaled(1, 0, rule->unit.den, rule->unit.num);
  result->bounds = jh_arena_get(run->arena, (stages + 1) * sizeof *result->bounds);
  if (!result->bounds) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!jh_run_state_is_fixed(run->plan, bound_of(run, rule))) return JH_OK;
  jh_range value;
  jh_range_init(&value);
  for (uint32_t s = 0; s <= stages; s++) {
    read_bound(run, rule, s < stages ? s : JH_NONE, &value);
    set_bound(&result->bounds[s], &value);
  }
  jh_range_done(&value);
  return JH_OK;
}

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

static void put(jh_figure *out, int64_t mantissa, int32_t scale) {
  char text[JH_DEC_TEXT];
  out->is_known = true;
  jh_str_copy(out->text, sizeof out->text, jh_str_of(jh_dec_text(text, (jh_dec){mantissa, scale})));
}

/* A bound that rows change, where it is a whole number. */
static bool read_kept_bound(jh_fixed_bound *out, const jh_rule_result *result, uint32_t row) {
  const jh_kept *kept = &result->bound;
  if (!kept->low || result->is_square || kept->state[row] != JH_ENDS_KNOWN) return false;
  jh_ends value = jh_ends_mul(jh_ends_point(kept->low[row], kept->high[row]), result->factor);
  if (value.state != JH_ENDS_KNOWN || value.low != value.high || fabs(value.low) >= QUICK_MAX ||
      !jh_ends_is_whole(value.low))
    return false;
  char text[JH_DEC_TEXT];
  int64_t whole = (int64_t)value.low;
  *out = (jh_fixed_bound){.is_short = true, .millionths = whole * 1000000};
  jh_str_copy(out->text, sizeof out->text, jh_str_of(jh_dec_text(text, (jh_dec){whole, 0})));
  return true;
}

static void put_bound(jh_figure *out, const jh_fixed_bound *bound) {
  out->is_known = true;
  jh_str_copy(out->text, sizeof out->text, jh_str_of(bound->text));
}

static bool is_upper(jh_compare compare) { return compare == JH_AT_MOST || compare == JH_BELOW; }

/* A measure that is a whole number. */
static bool put_whole(int64_t measure, const jh_fixed_bound *bound, jh_finding *out) {
  int64_t margin = measure * 1000000 - bound->millionths;
  put(&out->measure, measure, 0);
  put_bound(&out->bound, bound);
  put(&out->margin, is_upper(out->rule->compare) ? -margin : margin, 6);
  return true;
}

/* A measure strictly between `floor` and floor + 1 millionths. */
static bool put_between(int64_t floor, const jh_fixed_bound *bound, jh_finding *out) {
  int64_t limit = bound->millionths, shown = floor_div(floor + 50, 100);
  bool is_above = floor >= limit, is_upper_bound = is_upper(out->rule->compare);
  int64_t least = is_upper_bound ? limit - floor - 1 : floor - limit;
  int64_t margin = floor_div(least + 50, 100);
  if (is_above ? shown * 100 <= limit : shown * 100 >= limit) return false;
  if (is_above != is_upper_bound ? margin <= 0 : margin >= 0) return false;
  if (shown == 0) return false; /* a number that is not 0 needs more places */
  put(&out->measure, shown, 4);
  put_bound(&out->bound, bound);
  put(&out->margin, margin, 4);
  return true;
}

/* The measure in the rule's unit. */
static jh_ends measure_of(const jh_rule_result *result, uint32_t row) {
  jh_ends kept = jh_ends_point(result->measure.low[row], result->measure.high[row]);
  if (!result->is_square) return jh_ends_mul(kept, result->factor);
  if (!(kept.low > 0)) return jh_ends_state(JH_ENDS_UNSURE);
  return jh_ends_point(jh_ends_down(sqrt(kept.low)), jh_ends_up(sqrt(kept.high)));
}

bool jh_run_state_quick(const jh_run *run, uint32_t row, jh_finding *out) {
  const jh_rule_result *result = &run->results[out->rule_index];
  const jh_kept *kept = &result->measure;
  uint32_t stage = out->entity.stage;
  if (!kept->low || kept->state[row] != JH_ENDS_KNOWN || out->rule->compare == JH_EQUALS)
    return false;
  const jh_fixed_bound *bound =
      &result->bounds[stage < run->plan->stage_count ? stage : run->plan->stage_count];
  jh_fixed_bound of_row;
  if (read_kept_bound(&of_row, result, row)) bound = &of_row;
  jh_ends value = measure_of(result, row);
  if (!bound->is_short || value.state != JH_ENDS_KNOWN || fabs(value.low) >= QUICK_MAX ||
      fabs(value.high) >= QUICK_MAX)
    return false;
  if (value.low == value.high && jh_ends_is_whole(value.low))
    return put_whole((int64_t)value.low, bound, out);
  double low = value.low * 1e6, high = value.high * 1e6, below = floor(low);
  if (low - below < QUICK_ROOM || below + 1 - high < QUICK_ROOM) return false;
  return put_between((int64_t)below, bound, out);
}

/* Conditions of the topmost level were kept; what a rule adds follows from its verdict, unless that
 * is undetermined because its scope may be: then the rule may still hinder nothing. */
static bool told(const void *payload, uint32_t node, uint32_t row, jh_tri *out) {
  const jh_run *run = payload;
  const jh_node *at = &run->plan->nodes[node];
  if (run->marks[node]) {
    *out = (jh_tri)run->marks[node][row];
    return true;
  }
  if (at->op != JH_OP_RULE || !run->results[at->index].verdicts) return false;
  jh_verdict verdict = (jh_verdict)run->results[at->index].verdicts[row];
  if (verdict == JH_UNDETERMINED) {
    *out = JH_UNKNOWN;
    return run->plan->rules[at->index].applies == JH_NONE;
  }
  *out = verdict == JH_UNMET ? JH_FALSE : JH_TRUE;
  return true;
}

jh_exact jh_run_state_exact(const jh_run *run) {
  return (jh_exact){
      .plan = run->plan,
      .dataset = run->dataset,
      .on = run->on,
      .force = run->program->force,
      .computed = run->program->computed,
      .told = told,
      .told_payload = run};
}
