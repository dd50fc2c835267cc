/* cuts_open.c - opens the cuts of rules, and tells the stretches of an entity. */
#include "vary/cuts.h"

#include "base/crew.h"
#include "vary/cuts_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

void jh_stretches_init(jh_stretch stretches[JH_STRETCHES]) {
  for (int i = 0; i < JH_STRETCHES; i++) {
    stretches[i] = (jh_stretch){.is_first = i == 0};
    jh_rat_init(&stretches[i].from);
  }
}

void jh_stretches_done(jh_stretch stretches[JH_STRETCHES]) {
  for (int i = 0; i < JH_STRETCHES; i++) jh_rat_done(&stretches[i].from);
}

static void take_rule(jh_cuts *c, uint32_t index) {
  const jh_rule *rule = &c->plan->rules[index];
  jh_cuts_rule *out = &c->rules[index];
  out->is_asked = out->has = true;
  out->why = JH_NONE;
  if (rule->level == JH_NONE || rule->holds == JH_NONE || !jh_force_any(c->follow.force, index))
    return; /* never in force: nothing moves */
  out->holds =
      (jh_cuts_side){.node = rule->holds, .way = jh_follow_way_of(&c->follow, rule->holds)};
  out->applies =
      (jh_cuts_side){.node = rule->applies, .way = jh_follow_way_of(&c->follow, rule->applies)};
  out->is_moved = out->holds.way || out->applies.way;
  if (out->holds.way) out->why = c->why[rule->holds];
  if (out->why == JH_NONE && out->applies.way) out->why = c->why[rule->applies];
  out->has = out->why == JH_NONE;
  out->is_dividing = (out->holds.way && c->follow.is_dividing[rule->holds]) ||
                     (out->applies.way && c->follow.is_dividing[rule->applies]);
}

static jh_code make(jh_cuts *c, const jh_cuts_options *options, jh_error *err) {
  size_t nodes = c->plan->node_count + 1;
  const jh_param *param = &c->plan->params[options->param];
  jh_rat den;
  jh_rat_init(&den);
  jh_rat_set_int(&c->unit, param->unit.num), jh_rat_set_int(&den, param->unit.den);
  jh_rat_div(&c->unit, &c->unit, &den);
  jh_rat_done(&den);
  c->jobs = options->jobs < 1 ? 1 : (size_t)options->jobs;
  if (c->jobs > JH_CREW_MOST) c->jobs = JH_CREW_MOST;
  c->param = options->param;
  c->stage = param->is_by_stage ? options->stage : JH_NONE;
  c->why = jh_arena_get(c->arena, nodes * sizeof *c->why);
  c->paths = jh_arena_get(c->arena, nodes * sizeof *c->paths);
  c->is_cone = jh_arena_get(c->arena, nodes * sizeof *c->is_cone);
  c->kept = jh_arena_get(c->arena, nodes * sizeof *c->kept);
  c->is_told = jh_arena_get(c->arena, nodes * sizeof *c->is_told);
  c->is_broken = jh_arena_get(c->arena, nodes * sizeof *c->is_broken);
  c->rules = jh_arena_get(c->arena, (c->plan->rule_count + 1) * sizeof *c->rules);
  if (!c->why || !c->paths || !c->is_cone || !c->kept || !c->is_told || !c->is_broken || !c->rules)
    return out_of_memory(err);
  jh_code code = jh_follow_open(
      &c->follow, c->plan, c->exact.force, c->exact.on, c->param, c->stage, c->arena, err);
  if (code) return code;
  jh_cuts_check(c);
  for (size_t i = 0; i < options->rule_count; i++) take_rule(c, options->rules[i]);
  return jh_cuts_block_run(c, err);
}

jh_code jh_cuts_open(
    jh_cuts **out, const jh_run *run, const jh_cuts_options *options, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_cuts *c = arena ? jh_arena_get(arena, sizeof *c) : NULL;
  if (!c) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  *c = (jh_cuts){
      .run = run,
      .plan = jh_run_plan(run),
      .dataset = jh_run_dataset(run),
      .exact = jh_run_exact(run),
      .arena = arena};
  jh_rat_init(&c->unit);
  jh_code code = make(c, options, err);
  if (code) {
    jh_cuts_close(c);
    return code;
  }
  *out = c;
  return JH_OK;
}

void jh_cuts_close(jh_cuts *c) {
  if (!c) return;
  if (c->program && !c->own_computed) c->program->computed = NULL; /* the run's */
  jh_program_close(c->program);
  jh_follow_done(&c->follow);
  jh_rat_done(&c->unit);
  jh_arena_close(c->arena);
}

bool jh_cuts_has(const jh_cuts *c, uint32_t rule, uint32_t *why) {
  if (why) *why = c->rules[rule].why;
  return c->rules[rule].is_asked && c->rules[rule].has;
}

bool jh_cuts_is_moved(const jh_cuts *c, uint32_t rule) { return c->rules[rule].is_moved; }

bool jh_cuts_is_above_zero(const jh_cuts *c, uint32_t rule) { return c->rules[rule].is_dividing; }

/* --- stretches --- */

/* What both sides are at a place of the line, or right after it. */
typedef struct both {
  const jh_cuts_pair *holds, *applies;
  jh_follow_way holds_way, applies_way;
} both;

/* Is a question answered yes right after `at` (NULL: at minus infinity)? */
static bool is_yes(
    jh_cuts_places *by, const jh_cuts_place *place, jh_follow_way way, const jh_cuts_place *at) {
  bool is_passed = at ? jh_cuts_place_compare(by, place, at) <= 0 : place->infinite < 0;
  return is_passed == (way != JH_FOLLOW_FALLS);
}

static jh_tri tri_at(
    jh_cuts_places *by, const jh_cuts_pair *pair, jh_follow_way way, const jh_cuts_place *at) {
  if (is_yes(by, &pair->yes, way, at)) return JH_TRUE;
  return is_yes(by, &pair->no, way, at) ? JH_UNKNOWN : JH_FALSE;
}

static jh_verdict verdict_at(jh_cuts_places *by, const both *b, const jh_cuts_place *at) {
  return jh_verdict_of(
      true, tri_at(by, b->applies, b->applies_way, at), tri_at(by, b->holds, b->holds_way, at));
}

static void begin(jh_stretch *out, const jh_cuts_place *at, jh_verdict verdict) {
  out->verdict = verdict;
  out->is_first = false;
  out->has_from = !at->is_after;
  out->is_root = at->kind == JH_CUTS_ROOT;
  out->is_near = at->kind == JH_CUTS_MEAN;
  jh_rat_set(&out->from, &at->at);
}

/* Puts the places in order and keeps those where the verdict changes. */
static size_t put(jh_cuts_places *by, const both *b, bool is_above_zero, jh_stretch *out) {
  const jh_cuts_place *all[4] = {&b->holds->yes, &b->holds->no, &b->applies->yes, &b->applies->no};
  jh_cuts_place zero;
  jh_cuts_place_init(&zero);
  zero.is_after = true;
  const jh_cuts_place *floor = is_above_zero ? &zero : NULL;
  for (int i = 1; i < 4; i++) {
    for (int j = i; j > 0 && jh_cuts_place_compare(by, all[j - 1], all[j]) > 0; j--) {
      const jh_cuts_place *swap = all[j];
      all[j] = all[j - 1];
      all[j - 1] = swap;
    }
  }
  size_t count = 1;
  out[0].is_first = true;
  out[0].verdict = verdict_at(by, b, floor);
  for (int i = 0; i < 4; i++) {
    if (all[i]->infinite || (floor && jh_cuts_place_compare(by, all[i], floor) <= 0)) continue;
    jh_verdict verdict = verdict_at(by, b, all[i]);
    if (verdict == out[count - 1].verdict) continue;
    begin(&out[count++], all[i], verdict);
  }
  jh_cuts_place_done(&zero);
  return count;
}

bool jh_cuts_is_in_force(const jh_cuts *c, uint32_t rule, uint32_t row) {
  if (jh_force_everywhere(c->follow.force, rule)) return true;
  uint32_t stage = jh_where_stage(c->dataset, c->plan->rules[rule].level, row);
  return jh_force_is(c->follow.force, rule, stage);
}

static jh_follow_way way_of(const jh_cuts_side *side) {
  return side->way ? side->way : JH_FOLLOW_RISES;
}

static void exact_side(
    jh_cuts_walk *walk, const jh_cuts_side *side, uint32_t row, jh_cuts_pair *out) {
  if (side->node == JH_NONE) {
    jh_cuts_place_set_end(&out->yes, -1);
    jh_cuts_place_set_end(&out->no, -1);
  } else {
    jh_cuts_exact_condition(walk, side->node, row, way_of(side), out);
  }
}

void jh_cuts_exact_row(
    jh_cuts_walk *walk, const jh_cuts_rule *rule, uint32_t row, jh_cuts_pair *holds,
    jh_cuts_pair *applies) {
  exact_side(walk, &rule->holds, row, holds);
  exact_side(walk, &rule->applies, row, applies);
}

size_t jh_cuts_stretches(
    const jh_cuts *c, uint32_t rule, uint32_t row, jh_stretch out[JH_STRETCHES]) {
  const jh_cuts_rule *of = &c->rules[rule];
  if (!of->is_moved || !jh_cuts_is_in_force(c, rule, row)) {
    out[0].is_first = true;
    out[0].verdict = jh_run_verdict(c->run, rule, row);
    return 1;
  }
  jh_cuts_walk walk;
  jh_cuts_pair holds, applies;
  jh_cuts_pair_init(&holds), jh_cuts_pair_init(&applies);
  jh_cuts_exact_open(&walk, c);
  jh_cuts_exact_row(&walk, of, row, &holds, &applies);
  both b = {&holds, &applies, way_of(&of->holds), way_of(&of->applies)};
  size_t count = put(&walk.places, &b, of->is_dividing, out);
  jh_cuts_exact_close(&walk);
  jh_cuts_pair_done(&holds), jh_cuts_pair_done(&applies);
  return count;
}
