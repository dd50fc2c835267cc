/* run_open.c - opens a run: which rules, which threads, where the verdicts go. */
#include "eval/run.h"

#include <stdatomic.h>
#include <string.h>

#include "base/crew.h"
#include "eval/compute.h"
#include "eval/run_state.h"
#include "eval/where.h"

/* Shared by the threads of one run. */
typedef struct work {
  jh_run *run;
  const jh_run_options *options;
  jh_block *blocks[JH_CREW_MOST]; /* by thread, each opened by its own */
  atomic_size_t done;             /* counties finished */
  atomic_bool has_failed;         /* a block could not be opened: memory is out */
} work;

static bool open_block(work *w, size_t lane) {
  if (!w->blocks[lane] && jh_block_open(&w->blocks[lane], w->run->program, NULL) != JH_OK)
    atomic_store(&w->has_failed, true);
  return !atomic_load(&w->has_failed);
}

static void run_block(void *payload, size_t lane, size_t number) {
  work *w = payload;
  const jh_program *program = w->run->program;
  size_t counties = program->root == JH_NONE ? 0 : program->dataset->levels[program->root].count;
  const jh_run_options *how = w->options;
  bool is_asked =
      !how->to || (program->firsts[number] < how->to && program->firsts[number + 1] > how->from);
  if (is_asked && !open_block(w, lane)) return;
  if (is_asked) jh_block_run(w->blocks[lane], number, jh_run_again_emit, w->run);
  size_t size = program->firsts[number + 1] - program->firsts[number];
  size_t done = atomic_fetch_add(&w->done, size) + size;
  if (lane == 0 && w->options->progress) /* the caller's own thread */
    w->options->progress(w->options->progress_payload, done, counties);
}

/* Marks the wanted rules and those they stand on, and the nodes below them. */
static void choose_rules(
    const jh_run *run, const jh_run_options *options, const jh_known *known, bool *wanted,
    bool *seen) {
  const jh_plan *plan = run->plan;
  if (options->rules) {
    for (size_t i = 0; i < options->rule_count; i++) wanted[options->rules[i]] = true;
  } else {
    for (size_t r = 0; r < plan->rule_count; r++) wanted[r] = plan->rules[r].kind != JH_RULE_CHECK;
  }
  for (size_t r = 0; r < plan->rule_count; r++) {
    if (wanted[r] && plan->rules[r].holds != JH_NONE) seen[plan->rules[r].holds] = true;
    if (wanted[r] && plan->rules[r].applies != JH_NONE) seen[plan->rules[r].applies] = true;
  }
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!seen[n]) continue;
    if (node->op == JH_OP_RULE) wanted[node->index] = true;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE && !jh_known_drops(known, node, k)) seen[arg] = true;
    }
  }
}

static bool make_kept(jh_run *run, jh_kept *kept, size_t rows) {
  kept->low = jh_arena_get(run->arena, rows * sizeof *kept->low);
  kept->high = jh_arena_get(run->arena, rows * sizeof *kept->high);
  kept->state = jh_arena_get(run->arena, rows);
  return kept->low && kept->high && kept->state;
}

/* Room for a rule's results, and its output if there is anything to evaluate. */
static jh_code make_result(
    jh_run *run, uint32_t index, bool keeps_figures, const jh_force *force, jh_output *outputs,
    size_t *count) {
  const jh_rule *rule = &run->plan->rules[index];
  jh_rule_result *result = &run->results[index];
  if (rule->level == JH_NONE || rule->holds == JH_NONE) return JH_OK;
  size_t rows = run->dataset->levels[rule->level].count;
  result->verdicts = jh_arena_get(run->arena, rows);
  if (!result->verdicts) return JH_ENOMEM;
  if (!jh_force_any(force, index)) {
    memset(result->verdicts, JH_NOT_IN_FORCE, rows);
    return JH_OK;
  }
  jh_output output = {index, rule->level, rule->applies, rule->holds, JH_NONE, JH_NONE, 0};
  /* Of counties they are kept anyway: few, and every report tells them. */
  bool is_top = run->plan->levels[rule->level].parent == JH_NONE;
  if ((keeps_figures || is_top) && rule->bound != JH_NONE &&
      jh_run_state_has_measure(run->plan, rule)) {
    output.measure = rule->measure;
    if (!make_kept(run, &result->measure, rows)) return JH_ENOMEM;
    uint32_t bound = jh_known_live(jh_force_known(force), rule->bound);
    if (!jh_run_state_is_fixed(run->plan, bound)) output.bound = bound;
    if (output.bound != JH_NONE && !make_kept(run, &result->bound, rows)) return JH_ENOMEM;
  }
  outputs[(*count)++] = output;
  return JH_OK;
}

/* An output for each condition of the topmost level among the nodes that were seen. */
static jh_code make_marks(jh_run *run, const bool *seen, jh_output *outputs, size_t *count) {
  const jh_plan *plan = run->plan;
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    if (!seen[n] || node->type != JH_TYPE_CONDITION || node->count == 0 || node->level == JH_NONE ||
        plan->levels[node->level].parent != JH_NONE)
      continue;
    run->marks[n] = jh_arena_get(run->arena, run->dataset->levels[node->level].count);
    if (!run->marks[n]) return JH_ENOMEM;
    outputs[(*count)++] = (jh_output){JH_NONE, node->level, JH_NONE, n, JH_NONE, JH_NONE, 0};
  }
  return JH_OK;
}

static jh_code make_program(jh_run *run, const jh_run_options *options, jh_error *err) {
  const jh_plan *plan = run->plan;
  bool *wanted = jh_arena_get(run->arena, plan->rule_count);
  bool *seen = jh_arena_get(run->arena, plan->node_count);
  jh_output *outputs =
      jh_arena_get(run->arena, (plan->rule_count + plan->node_count) * sizeof *outputs);
  run->results = jh_arena_get(run->arena, plan->rule_count * sizeof *run->results);
  run->marks = jh_arena_get(run->arena, plan->node_count * sizeof *run->marks);
  size_t count = 0;
  jh_force *force = NULL;
  if (!wanted || !seen || !outputs || !run->results || !run->marks)
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_force_open(&force, plan, run->on, err);
  if (!code) choose_rules(run, options, jh_force_known(force), wanted, seen);
  for (uint32_t r = 0; r < plan->rule_count && !code; r++) {
    if (wanted[r] && make_result(run, r, options->keep_figures, force, outputs, &count) != JH_OK)
      code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  jh_force_close(force);
  if (!code && make_marks(run, seen, outputs, &count) != JH_OK)
    code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code)
    code = jh_program_open(&run->program, plan, run->dataset, run->on, outputs, count, err);
  if (!code) {
    jh_exact exact = jh_run_state_exact(run);
    exact.told = NULL; /* nothing was evaluated yet */
    code = jh_compute_all(&run->program->computed, &exact, run->program->is_needed, err);
  }
  for (uint32_t r = 0; r < plan->rule_count && !code; r++) {
    if (run->results[r].measure.low) code = jh_run_state_bounds(run, r, err);
  }
  return code;
}

static jh_code run_blocks(jh_run *run, const jh_run_options *options, jh_error *err) {
  work w = {.run = run, .options = options};
  size_t count = run->program->block_count, jobs = options->jobs < 1 ? 1 : (size_t)options->jobs;
  jobs = jobs > JH_CREW_MOST ? JH_CREW_MOST : jobs;
  jh_crew_run(jobs, count, run_block, &w);
  for (size_t i = 0; i < jobs; i++) {
    if (w.blocks[i]) run->exact_count += w.blocks[i]->exact_count;
    jh_block_close(w.blocks[i]);
  }
  return atomic_load(&w.has_failed) ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}

jh_code jh_run_open(
    jh_run **out, const jh_plan *plan, const jh_dataset *dataset, const jh_run_options *options,
    jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_run *run = arena ? jh_arena_get(arena, sizeof *run) : NULL;
  if (!run) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *run = (jh_run){.plan = plan, .dataset = dataset, .on = options->on, .arena = arena};
  jh_code code = make_program(run, options, err);
  if (!code) code = run_blocks(run, options, err);
  if (code) {
    jh_run_close(run);
    return code;
  }
  *out = run;
  return JH_OK;
}

void jh_run_close(jh_run *run) {
  if (!run) return;
  jh_block_close(run->again);
  jh_program_close(run->program);
  jh_arena_close(run->arena);
}

const jh_plan *jh_run_plan(const jh_run *run) { return run->plan; }
const jh_dataset *jh_run_dataset(const jh_run *run) { return run->dataset; }
jh_date jh_run_on(const jh_run *run) { return run->on; }
jh_exact jh_run_exact(const jh_run *run) { return jh_run_state_exact(run); }
uint64_t jh_run_exact_count(const jh_run *run) { return run->exact_count; }

bool jh_run_drops(const jh_run *run, uint32_t node, uint32_t k) {
  return jh_known_drops(jh_force_known(run->program->force), &run->plan->nodes[node], k);
}

jh_tri jh_run_settled(const jh_run *run, uint32_t node) {
  return jh_known_tri(jh_force_known(run->program->force), node);
}

bool jh_run_in_force(const jh_run *run, uint32_t rule) {
  return jh_force_any(run->program->force, rule);
}

/* A rule that was not among those evaluated is evaluated for the one row. */
static jh_verdict verdict_of_one(const jh_run *run, uint32_t index, uint32_t row) {
  const jh_rule *rule = &run->plan->rules[index];
  jh_exact exact = jh_run_state_exact(run);
  uint32_t stage = jh_where_stage(run->dataset, rule->level, row);
  if (!jh_force_is(run->program->force, index, stage)) return JH_NOT_IN_FORCE;
  jh_tri applies = JH_TRUE;
  if (rule->applies != JH_NONE) applies = jh_exact_condition(&exact, rule->applies, row);
  return jh_verdict_of(true, applies, jh_exact_condition(&exact, rule->holds, row));
}

jh_verdict jh_run_verdict(const jh_run *run, uint32_t rule, uint32_t row) {
  const uint8_t *verdicts = run->results[rule].verdicts;
  return verdicts ? (jh_verdict)verdicts[row] : verdict_of_one(run, rule, row);
}

uint32_t jh_run_next(const jh_run *run, uint32_t rule, uint32_t row, jh_verdict wanted) {
  const uint8_t *verdicts = run->results[rule].verdicts;
  uint32_t count = (uint32_t)run->dataset->levels[run->plan->rules[rule].level].count;
  if (verdicts) {
    const uint8_t *found = row < count ? memchr(verdicts + row, (int)wanted, count - row) : NULL;
    return found ? (uint32_t)(found - verdicts) : count;
  }
  while (row < count && verdict_of_one(run, rule, row) != wanted) row++;
  return row;
}

jh_tally jh_run_tally(const jh_run *run, uint32_t rule, uint32_t ancestor_level, uint32_t row) {
  jh_tally tally = {0};
  uint32_t from, to;
  jh_dataset_range(run->dataset, run->plan->rules[rule].level, ancestor_level, row, &from, &to);
  const uint8_t *verdicts = run->results[rule].verdicts;
  for (uint32_t r = from; r < to; r++)
    tally.of[verdicts ? (jh_verdict)verdicts[r] : verdict_of_one(run, rule, r)]++;
  return tally;
}
