/* target_see.c - margins of a target, and how its named counties stand; see target_see.h. */
#include "study/target_see.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_roadmap_margin jh_target_see_margin(
    const jh_target_result *result, const jh_param *param, const jh_target_goal *goal) {
  jh_roadmap_margin margin = {0};
  if (!goal->is_set || !goal->source || result->is_cut || result->counted == 0) return margin;
  jh_rat needed, counted;
  jh_rat_init(&needed);
  jh_rat_init(&counted);
  jh_target_asks(&needed, param, goal->source);
  jh_rat_set_int(&counted, (int64_t)result->counted);
  jh_rat_mul(&needed, &needed, &counted);
  jh_rat_ceil(&needed, &needed);
  margin.is_told = true;
  margin.needed = (int64_t)jh_rat_double(&needed); /* a count: exact */
  margin.low = (int64_t)result->tally.of[JH_MET] - margin.needed;
  margin.high = margin.low + (int64_t)result->tally.of[JH_UNDETERMINED];
  jh_rat_done(&counted);
  jh_rat_done(&needed);
  return margin;
}

/* The result of a target at a point, with its index among the side's targets. */
static const jh_target_result *result_of(
    const jh_roadmap_gathered *point, int side, const char *id, size_t *index) {
  const jh_plan *plan = point->side[side].plan;
  uint32_t at = plan ? jh_plan_target(plan, jh_str_of(id)) : JH_NONE;
  if (at == JH_NONE) return NULL;
  *index = at;
  return &point->side[side].results[at];
}

static const jh_target_county *county_of(const jh_target_result *result, const char *code) {
  for (size_t i = 0; result && i < result->county_count; i++) {
    if (jh_str_equal(jh_str_of(result->counties[i].code), jh_str_of(code)))
      return &result->counties[i];
  }
  return NULL;
}

/* A county under another code at this point. */
static void see_same(
    const jh_target_see *see, const jh_roadmap_gathered *point, const uint8_t *verdicts,
    const char *code, jh_roadmap_sight *out) {
  jh_str key = jh_target_succession_key(jh_str_of(code));
  uint32_t row = jh_target_succession_same(&see->succession, point, key);
  if (row == JH_NONE || !verdicts) return;
  out->is_missing = false;
  out->code = point->codes[row];
  out->verdict = verdicts[row] == JH_VERDICTS ? JH_NOT_APPLICABLE : (jh_verdict)verdicts[row];
}

/* A name that is not the pack's; the latest point counts. */
static void note_name(jh_roadmap_county *county, const jh_target_county *at) {
  bool is_other = at && at->found.size && !jh_str_equal(at->found, jh_str_of(county->name));
  if (at && !at->is_missing) county->found = is_other ? at->found : (jh_str){NULL, 0};
}

static void see_county(
    const jh_target_see *see, const jh_roadmap_target *target, int side,
    jh_roadmap_county *county) {
  for (size_t p = 0; p < see->count; p++) {
    const jh_roadmap_gathered *point = &see->points[p];
    size_t index = 0;
    const jh_target_result *result = result_of(point, side, target->target->id, &index);
    const jh_target_county *at = county_of(result, county->code);
    jh_roadmap_sight *sight = &county->sights[p];
    *sight = (jh_roadmap_sight){.verdict = JH_UNDETERMINED, .is_missing = true};
    if (!at) continue;
    note_name(county, at);
    sight->verdict = at->verdict;
    sight->is_missing = at->is_missing;
    if (at->is_missing)
      see_same(see, point, point->side[side].verdicts[index], county->code, sight);
  }
}

static bool is_met(const jh_roadmap_county *county, size_t p) {
  return county->sights[p].verdict == JH_MET;
}

/* When it was due, when first met, and whether it was unmet after that. */
static void find_points(const jh_target_see *see, jh_date by, jh_roadmap_county *county) {
  county->due_at = county->first_met = JH_ROADMAP_NEVER;
  county->is_lost = false;
  for (size_t p = see->count; p-- > 0;) {
    if (by && see->points[p].point.day >= by) county->due_at = p;
    if (is_met(county, p)) county->first_met = p;
  }
  for (size_t p = 0; p < see->count; p++) {
    if (county->first_met < p && county->sights[p].verdict == JH_UNMET) county->is_lost = true;
  }
}

static jh_roadmap_standing standing_of(
    const jh_target_see *see, jh_date by, const jh_roadmap_county *county) {
  size_t due = county->due_at;
  if (by == 0) return JH_ROADMAP_OPEN;
  if (due == JH_ROADMAP_NEVER) {
    if (is_met(county, see->count - 1)) return JH_ROADMAP_EARLY;
    return county->sights[see->count - 1].is_missing ? JH_ROADMAP_OPEN : JH_ROADMAP_NOT_DUE;
  }
  if (county->sights[due].verdict == JH_UNMET) return JH_ROADMAP_LATE;
  if (!is_met(county, due)) return JH_ROADMAP_OPEN;
  bool was_before = county->first_met < due && see->points[county->first_met].point.day < by;
  return was_before ? JH_ROADMAP_EARLY : JH_ROADMAP_IN_TIME;
}

/* The target as the side has it at the latest point that has it at all. */
static const jh_target *latest(const jh_target_see *see, int side, const char *id) {
  for (size_t p = see->count; p-- > 0;) {
    size_t index = 0;
    const jh_target_result *result = result_of(&see->points[p], side, id, &index);
    if (result) return result->target;
  }
  return NULL;
}

jh_code jh_target_see_named(
    const jh_target_see *see, jh_roadmap_target *target, int side, jh_error *err) {
  const jh_target *of = latest(see, side, target->target->id);
  size_t count = of ? of->name_count : 0;
  jh_roadmap_county *counties = jh_arena_get(see->arena, (count + 1) * sizeof *counties);
  if (!counties) return out_of_memory(err);
  target->counties[side] = counties;
  target->county_count[side] = count;
  for (size_t i = 0; i < count; i++) {
    counties[i].code = of->names[i].code;
    counties[i].name = of->names[i].name;
    counties[i].sights = jh_arena_get(see->arena, see->count * sizeof *counties[i].sights);
    if (!counties[i].sights) return out_of_memory(err);
    see_county(see, target, side, &counties[i]);
    find_points(see, of->by, &counties[i]);
    counties[i].standing = standing_of(see, of->by, &counties[i]);
  }
  return JH_OK;
}
