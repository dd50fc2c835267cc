/* plan.c - what is missing to pass, and the cheapest way to get it. */
#include "session/plan.h"

#include <string.h>

#include "base/suggest.h"
#include "report/reason.h"
#include "report/remedy.h"
#include "script/script.h"

typedef jh_session_planning planning;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code read_prices(planning *p, jh_error *err) {
  jh_script *script = NULL;
  const char *file = p->options->prices;
  if (!file) return JH_OK;
  file = jh_arena_text(p->session->arena, jh_str_of(file));
  if (!file) return out_of_memory(err);
  jh_code code = jh_script_open(&script, p->session->plan, &p->session->limits, err);
  if (!code) code = jh_script_run(script, JH_SCRIPT_PRICES, file, file, err);
  if (!code) code = jh_script_prices(script, file, &p->prices, err);
  jh_script_close(script);
  return code;
}

static jh_code find_rule(planning *p, jh_error *err) {
  const jh_plan *plan = p->session->plan;
  uint32_t rule = jh_plan_rule(plan, jh_str_of(p->options->rule));
  char best[128];
  if (rule == JH_NONE) {
    jh_str near = jh_session_near_rule(plan, jh_str_of(p->options->rule), false);
    jh_arg_text(best, sizeof best, near);
    return jh_fail(err, JH_EUNKNOWN_RULE, NULL, p->options->rule, best, NULL);
  }
  if (!jh_plan_is_within(plan, plan->rules[rule].level, p->level))
    return jh_fail(err, JH_EPLAN_RULE, NULL, p->options->rule, p->options->entity, NULL);
  uint32_t *list = jh_arena_get(p->arena, sizeof *list);
  if (!list) return out_of_memory(err);
  *list = rule;
  p->rules = list;
  p->rule_count = 1;
  return JH_OK;
}

/* Is any of the rules asked of anything there? */
static bool is_judged(const planning *p) {
  for (size_t i = 0; i < p->rule_count; i++) {
    uint32_t from, to, level = p->session->plan->rules[p->rules[i]].level;
    jh_dataset_range(p->session->dataset, level, p->level, p->row, &from, &to);
    if (from < to) return true;
  }
  return false;
}

static jh_code find_rules(planning *p, jh_error *err) {
  uint32_t *rules;
  jh_code code;
  if (p->options->rule) {
    code = find_rule(p, err);
  } else {
    code = jh_remedy_model_rules(&rules, &p->rule_count, p->session->run, p->level, p->arena, err);
    p->rules = rules;
  }
  if (code || is_judged(p)) return code;
  return jh_fail(err, JH_EPLAN_NOTHING, NULL, p->options->entity, NULL);
}

static jh_code check_moves(const planning *p, jh_error *err) {
  bool can_move = false;
  if (!p->options->moves) return JH_OK;
  for (size_t i = 0; p->prices && i < p->prices->count; i++)
    can_move |= p->prices->means[i].can_move;
  if (can_move && p->session->plan->levels[p->level].parent == JH_NONE) return JH_OK;
  return jh_fail(err, JH_EPLAN_MOVE, NULL, NULL);
}

static jh_code open_model(
    planning *p, const jh_prices *prices, jh_remedy_model **out, jh_error *err) {
  jh_remedy_model_options how = {
      .prices = prices,
      .moves = p->options->moves && prices == p->prices && !p->out.moves_are_out,
      .with_checks = prices == p->prices,
      .level = p->level,
      .row = p->row,
      .rules = p->rules,
      .rule_count = p->rule_count};
  return jh_remedy_model_open(out, p->session->run, &how, p->arena, err);
}

/* The verdict that is told: of the one rule, else met if all rules are at all entities. */
static jh_verdict verdict_of(const planning *p, const jh_run *run, bool is_after) {
  const jh_plan *plan = p->session->plan;
  jh_verdict out = JH_MET;
  for (size_t i = 0; i < p->rule_count; i++) {
    const jh_rule *rule = &plan->rules[p->rules[i]];
    uint32_t from, to;
    jh_dataset_range(p->session->dataset, rule->level, p->level, p->row, &from, &to);
    for (uint32_t r = from; r < to; r++) {
      uint32_t row = is_after ? jh_remedy_trial_row(&p->trial, rule->level, r) : r;
      jh_verdict one = row == JH_NONE ? JH_UNDETERMINED : jh_run_verdict(run, p->rules[i], row);
      one = jh_plan_guarded(plan, rule, one);
      if (p->rule_count == 1 && to - from == 1) return one;
      if (one == JH_UNMET || (one == JH_UNDETERMINED && out == JH_MET)) out = one;
    }
  }
  return out;
}

static jh_code try_plan(planning *p, jh_error *err) {
  jh_remedy_trial_options how = {
      .prices = p->prices,
      .rules = p->rules,
      .rule_count = p->rule_count,
      .jobs = p->options->jobs};
  jh_code code = jh_remedy_trial_open(
      &p->trial, p->session->run, p->model, p->solution.amounts, &how, p->arena, err);
  if (code) return code;
  p->out.is_met = p->trial.holds;
  p->out.is_tight = p->trial.is_tight;
  p->out.after = verdict_of(p, p->trial.run, true);
  return JH_OK;
}

/* What the lines cost in the end: less than was found, if something was superfluous. */
static jh_code add_costs(planning *p, jh_error *err) {
  const jh_remedy_problem *problem = &p->model->problem;
  jh_rat sum, part;
  jh_rat_init(&sum), jh_rat_init(&part);
  for (size_t i = 0; i < problem->variable_count; i++) {
    jh_rat_mul(&part, &p->solution.amounts[i], &problem->variables[i].cost);
    jh_rat_add(&sum, &sum, &part);
  }
  p->out.is_cheapest = p->out.is_met && jh_rat_compare(&sum, &p->solution.bound) <= 0;
  p->out.cost = jh_session_plan_yuan(p, &sum, JH_ROUND_UP);
  p->out.bound = jh_session_plan_yuan(p, &p->solution.bound, JH_ROUND_DOWN);
  jh_rat_done(&sum), jh_rat_done(&part);
  return p->out.cost && p->out.bound ? JH_OK : out_of_memory(err);
}

/* Solves and tries the plan of the model at hand. */
static jh_code solve_once(planning *p, jh_error *err) {
  jh_code code = jh_remedy_solve(&p->solution, &p->model->problem, NULL, p->arena, err);
  if (code) return code;
  p->is_solved = true;
  code = jh_remedy_exhaust(&p->solution, &p->model->problem, err);
  if (code) return code;
  p->out.outcome = JH_REMEDY_PLANNED;
  if (p->solution.state == JH_REMEDY_SOLVED) return try_plan(p, err);
  p->out.outcome =
      p->solution.state == JH_REMEDY_IMPOSSIBLE ? JH_REMEDY_NO_WAY : JH_REMEDY_NOT_FOUND;
  return JH_OK;
}

/* Lets go of a plan that did not stand the trial. */
static void drop_plan(planning *p) {
  jh_remedy_trial_close(&p->trial);
  p->trial = (jh_remedy_trial){.holds = false};
  jh_remedy_solve_done(&p->solution, &p->model->problem);
  p->is_solved = false;
}

static bool has_failed(const planning *p) {
  return p->out.outcome == JH_REMEDY_PLANNED && !p->out.is_met;
}

/* A plan that does not pass its trial is not told. Who gives away may be met only as far as can be known:
 * then moves are left out. */
static jh_code solve(planning *p, jh_error *err) {
  jh_code code = solve_once(p, err);
  if (!code && has_failed(p) && p->options->moves) {
    drop_plan(p);
    jh_remedy_model_close(p->model);
    p->model = NULL;
    p->out.moves_are_out = true;
    code = open_model(p, p->prices, &p->model, err);
    if (!code) code = solve_once(p, err);
  }
  if (!code && has_failed(p)) {
    drop_plan(p);
    p->out.outcome = JH_REMEDY_NOT_FOUND;
  }
  if (code || p->out.outcome != JH_REMEDY_PLANNED) return code;
  code = add_costs(p, err);
  return code ? code : jh_session_plan_buys(p, err);
}

static jh_code make_plan(planning *p, jh_error *err) {
  const jh_remedy_model *told;
  jh_code code =
      jh_remedy_model_plain(&p->plain, p->session->run, p->rules, p->rule_count, p->arena, err);
  if (!code) code = open_model(p, p->plain, &p->missing, err);
  if (!code && p->prices) code = open_model(p, p->prices, &p->model, err);
  if (!code) code = jh_session_plan_lacks(p, err);
  if (!code) code = jh_session_plan_levellings(p, err);
  told = p->prices ? p->model : p->missing;
  if (!code) code = jh_session_plan_bars(p, told, err);
  if (code) return code;
  p->out.verdict = verdict_of(p, p->session->run, false);
  bool has_gap = !told->holds_now;
  if (!p->prices) {
    p->out.outcome = has_gap || told->block_count ? JH_REMEDY_UNPRICED : JH_REMEDY_NOTHING;
  } else if (!has_gap) {
    p->out.outcome = told->block_count ? JH_REMEDY_BARRED : JH_REMEDY_NOTHING;
  } else {
    code = solve(p, err);
  }
  return code ? code : jh_session_plan_spreads(p, err);
}

static jh_code write_out(planning *p, jh_error *err) {
  const jh_session_plan_options *o = p->options;
  const jh_report_head *head = &p->session->head;
  switch (o->format) {
  case JH_FORMAT_JSON: return jh_report_remedy_json(head, &p->out, o->writer, o->payload, err);
  case JH_FORMAT_CSV:
    return jh_report_remedy_csv(head, &p->out, o->lang, o->writer, o->payload, err);
  default: return jh_report_remedy_text(head, &p->out, o->lang, o->writer, o->payload, err);
  }
}

static jh_code run_plan(planning *p, jh_error *err) {
  jh_session *s = p->session;
  jh_code code = jh_session_find_entity(s, p->options->entity, &p->level, &p->row, err);
  if (!code) code = read_prices(p, err);
  if (!code) code = check_moves(p, err);
  if (!code) code = find_rules(p, err);
  if (code) return code;
  p->out.entity = jh_run_entity(s->run, p->level, p->row);
  p->out.rule = p->rule_count == 1 ? &s->plan->rules[p->rules[0]] : NULL;
  p->out.prices = p->prices;
  code = make_plan(p, err);
  if (!code) code = write_out(p, err);
  jh_remedy_trial_close(&p->trial);
  if (p->is_solved) jh_remedy_solve_done(&p->solution, &p->model->problem);
  jh_remedy_model_close(p->model);
  jh_remedy_model_close(p->missing);
  return code;
}

jh_code jh_session_plan(
    jh_session *session, const jh_session_plan_options *options, jh_error *err) {
  if (!session->run) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  planning p = {.session = session, .options = options, .arena = jh_arena_open()};
  if (!p.arena) return out_of_memory(err);
  jh_code code = run_plan(&p, err);
  jh_arena_close(p.arena);
  return code;
}
