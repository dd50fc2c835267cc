#include "study/targets.h"

#include <string.h>

#include "eval/exact.h"
#include "eval/force.h"
#include "model/region.h"
#include "study/target_share.h"

typedef struct counter {
  const jh_run *run;
  const jh_plan *plan;
  const jh_dataset *data;
  jh_arena *arena;
  jh_exact exact;
  const char *region; /* of the run */
  jh_date day;        /* as of which it is asked what is due */
  uint32_t top;       /* the level of counties */
  jh_date on;         /* the day of the law */
  uint32_t from, to;  /* the counties that are looked at */
} counter;

static uint32_t top_level(const jh_plan *plan) {
  for (uint32_t i = 0; i < plan->level_count; i++) {
    if (plan->levels[i].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

/* Does the entity belong to the target? */
static jh_tri belongs(const counter *c, const jh_target *target, uint32_t row) {
  if (target->applies == JH_NONE) return JH_TRUE;
  return jh_exact_condition(&c->exact, target->applies, row);
}

/* The verdict on an entity as the pack may state it; what may not belong at all is undetermined. */
static jh_verdict verdict_of(const counter *c, const jh_target *target, uint32_t row) {
  const jh_rule *rule = &c->plan->rules[target->rule];
  jh_verdict verdict = jh_plan_guarded(c->plan, rule, jh_run_verdict(c->run, target->rule, row));
  if (verdict >= JH_NOT_APPLICABLE) return verdict;
  jh_tri is_in = belongs(c, target, row);
  if (is_in == JH_FALSE) return JH_NOT_APPLICABLE;
  return is_in == JH_UNKNOWN ? JH_UNDETERMINED : verdict;
}

static void count_county(const counter *c, jh_target_result *result, uint32_t county) {
  const jh_target *target = result->target;
  uint32_t level = c->plan->rules[target->rule].level, from = 0, to = 0;
  jh_dataset_range(c->data, level, c->top, county, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    if (belongs(c, target, row) == JH_FALSE) {
      result->outside++;
    } else {
      result->tally.of[verdict_of(c, target, row)]++;
    }
  }
}

static void count_region(const counter *c, jh_target_result *result) {
  for (uint32_t county = c->from; county < c->to; county++) {
    jh_str code = jh_run_entity(c->run, c->top, county).code;
    if (jh_region_covers(result->target->region, code)) count_county(c, result, county);
  }
}

/* A county by its code of six digits, which may stand in the data as one of twelve. */
static uint32_t find_county(const counter *c, const char *code) {
  char filled[13];
  uint32_t row = jh_dataset_find(c->data, c->top, jh_str_of(code));
  if (row != JH_NONE || strlen(code) != 6) return row;
  memcpy(filled, code, 6);
  memcpy(filled + 6, "000000", 7);
  return jh_dataset_find(c->data, c->top, jh_str_of(filled));
}

static jh_code find_named(const counter *c, jh_target_result *result, jh_error *err) {
  const jh_target *target = result->target;
  result->counties = jh_arena_get(c->arena, (target->name_count + 1) * sizeof *result->counties);
  if (!result->counties) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  result->county_count = target->name_count;
  for (size_t i = 0; i < target->name_count; i++) {
    const jh_target_name *name = &target->names[i];
    uint32_t row = find_county(c, name->code);
    bool is_missing = row == JH_NONE || row < c->from || row >= c->to;
    jh_verdict verdict = is_missing ? JH_UNDETERMINED : verdict_of(c, target, row);
    jh_str found = is_missing ? (jh_str){NULL, 0} : jh_run_entity(c->run, c->top, row).name;
    result->counties[i] = (jh_target_county){name->code, name->name, found, is_missing, verdict};
  }
  return JH_OK;
}

/* The day of the target's document, for targets without a share. */
static jh_date first_day(const jh_plan *plan, const jh_target *target) {
  bool has_layer = target->layer < plan->layer_count && plan->layers[target->layer].in_force;
  return has_layer ? plan->layers[target->layer].in_force : plan->pack.in_force;
}

/* What the day alone says; UNDETERMINED where the counts are to be asked. */
static jh_target_state state_of_day(
    const counter *c, const jh_target_result *result, bool has_value) {
  jh_date by = result->target->by;
  bool is_all_idle = result->counted == 0 && result->tally.of[JH_NOT_IN_FORCE] > 0;
  if (!has_value || is_all_idle) return JH_TARGET_NOT_IN_FORCE;
  return by && c->day < by ? JH_TARGET_NOT_DUE : JH_TARGET_UNDETERMINED;
}

/* Can anything be concluded from what was counted? */
static bool is_settled(const jh_target_result *result) {
  return result->target->by != 0 && !result->is_cut;
}

static jh_target_goal judge_share(
    const counter *c, const jh_target_result *result, uint32_t param) {
  if (param == JH_NONE) return (jh_target_goal){0};
  const jh_param *def = &c->plan->params[param];
  jh_target_goal goal = {.is_set = true};
  goal.source = jh_param_on(def, JH_NONE, c->on);
  goal.state = state_of_day(c, result, goal.source != NULL);
  if (goal.state != JH_TARGET_UNDETERMINED || !is_settled(result)) return goal;
  jh_tri reaches = jh_target_share_reaches(result, def, goal.source);
  if (reaches == JH_TRUE) goal.state = JH_TARGET_MET;
  if (reaches == JH_FALSE) goal.state = JH_TARGET_UNMET;
  return goal;
}

static jh_target_state judge_named(const counter *c, const jh_target_result *result) {
  bool has_begun = c->on >= first_day(c->plan, result->target);
  jh_target_state state = state_of_day(c, result, has_begun);
  if (state != JH_TARGET_UNDETERMINED || result->target->by == 0) return state;
  size_t met = 0;
  for (size_t i = 0; i < result->county_count; i++) {
    if (result->counties[i].verdict == JH_UNMET) return JH_TARGET_UNMET;
    met += result->counties[i].verdict == JH_MET;
  }
  return met == result->county_count ? JH_TARGET_MET : JH_TARGET_UNDETERMINED;
}

static void count_named(jh_target_result *result) {
  for (size_t i = 0; i < result->county_count; i++) {
    result->tally.of[result->counties[i].verdict]++;
  }
}

/* The target's counties are not all in the data that were asked for. */
static bool is_cut(const counter *c, const jh_target *target) {
  return !jh_region_covers(c->region, jh_region_of(jh_str_of(target->region)));
}

static bool has_share(const jh_target *target) {
  return target->ensure != JH_NONE || target->strive != JH_NONE;
}

/* What is counted, of the counties that are looked at. */
static jh_code count_target(const counter *c, jh_target_result *result, jh_error *err) {
  jh_code code = find_named(c, result, err);
  if (!code && has_share(result->target)) count_region(c, result);
  return code;
}

/* What follows from what was counted. */
static void conclude(const counter *c, jh_target_result *result) {
  const jh_target *target = result->target;
  if (has_share(target))
    result->is_cut = is_cut(c, target);
  else
    count_named(result);
  const size_t *of = result->tally.of;
  result->counted = of[JH_MET] + of[JH_UNMET] + of[JH_UNDETERMINED];
  result->ensure = judge_share(c, result, target->ensure);
  result->strive = judge_share(c, result, target->strive);
  result->named = judge_named(c, result);
  jh_target_share_write(result, c->plan->params);
}

static jh_code count_all(counter *c, jh_target_result *results, jh_error *err) {
  jh_force *force;
  jh_code code = jh_force_open(&force, c->plan, c->on, err);
  if (code) return code;
  c->exact = (jh_exact){.plan = c->plan, .dataset = c->data, .on = c->on, .force = force};
  for (size_t i = 0; i < c->plan->target_count && !code; i++) {
    results[i].target = &c->plan->targets[i];
    code = count_target(c, &results[i], err);
  }
  jh_force_close(force);
  return code;
}

static counter counter_of(const jh_run *run, jh_arena *arena) {
  const jh_plan *plan = jh_run_plan(run);
  counter c = {
      .run = run,
      .plan = plan,
      .data = jh_run_dataset(run),
      .arena = arena,
      .on = jh_run_on(run),
      .top = top_level(plan)};
  c.to = c.top == JH_NONE ? 0 : (uint32_t)c.data->levels[c.top].count;
  return c;
}

static jh_code look(jh_target_result **out, size_t *count, counter *c, jh_error *err) {
  size_t targets = c->plan->target_count;
  jh_target_result *results = jh_arena_get(c->arena, (targets + 1) * sizeof *results);
  if (!results) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *out = results;
  *count = targets;
  return targets ? count_all(c, results, err) : JH_OK;
}

jh_code jh_targets_look(
    jh_target_result **out, size_t *count, const jh_run *run, const jh_targets_view *view,
    jh_arena *arena, jh_error *err) {
  counter c = counter_of(run, arena);
  c.region = view->region;
  c.day = view->day;
  jh_code code = look(out, count, &c, err);
  for (size_t i = 0; !code && i < *count; i++) conclude(&c, &(*out)[i]);
  return code;
}

jh_code jh_targets_part(
    jh_target_result **out, size_t *count, const jh_run *run, uint32_t from, uint32_t to,
    jh_arena *arena, jh_error *err) {
  counter c = counter_of(run, arena);
  c.from = from;
  c.to = to;
  return look(out, count, &c, err);
}

void jh_targets_conclude(
    jh_target_result *results, const jh_plan *plan, jh_date on, const char *region) {
  counter c = {.plan = plan, .region = region, .day = on, .on = on};
  for (size_t i = 0; i < plan->target_count; i++) conclude(&c, &results[i]);
}

jh_code jh_targets_run(
    jh_target_result **out, size_t *count, const jh_run *run, const char *region, jh_arena *arena,
    jh_error *err) {
  jh_targets_view view = {.region = region, .day = jh_run_on(run)};
  return jh_targets_look(out, count, run, &view, arena, err);
}

jh_code jh_targets_verdicts(
    uint8_t *out, const jh_run *run, const jh_target *target, jh_error *err) {
  const jh_plan *plan = jh_run_plan(run);
  counter c = counter_of(run, NULL);
  jh_force *force;
  jh_code code = jh_force_open(&force, plan, jh_run_on(run), err);
  if (code) return code;
  c.exact = (jh_exact){.plan = plan, .dataset = c.data, .on = jh_run_on(run), .force = force};
  size_t count = c.data->levels[plan->rules[target->rule].level].count;
  for (uint32_t row = 0; row < count; row++) {
    bool is_out = belongs(&c, target, row) == JH_FALSE;
    out[row] = is_out ? JH_VERDICTS : (uint8_t)verdict_of(&c, target, row);
  }
  jh_force_close(force);
  return JH_OK;
}
