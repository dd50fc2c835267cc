/* run.c - runs the checks, each with a list of its own, and joins what they found. */
#include "audit/audit.h"

#include "audit/list.h"
#include "base/crew.h"

enum { USUAL_MOST = 10000 };

static const jh_audit_check checks[] = {
#define JH_AUDIT_CHECK(name) jh_audit_##name,
#include "audit/checks.def"
#undef JH_AUDIT_CHECK
};

enum { CHECKS = sizeof checks / sizeof checks[0] };

/* A check at work. */
typedef struct task {
  jh_audit audit;
  struct jh_audit_list list;
  jh_code code;
  jh_error err;
} task;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static void run_task(void *payload, size_t lane, size_t number) {
  task *one = &((task *)payload)[number];
  (void)lane;
  one->code =
      one->audit.arena != NULL ? checks[number](&one->audit, &one->err) : out_of_memory(&one->err);
}

static void join_kind(jh_audit_result *out, const task *tasks, jh_audit_kind kind) {
  for (size_t t = 0; t < CHECKS; t++) {
    out->counts[kind] += tasks[t].list.counts[kind];
    out->dropped[kind] += tasks[t].list.dropped[kind];
    for (size_t i = 0; i < tasks[t].list.count; i++) {
      if (tasks[t].list.items[i]->kind == kind)
        out->problems[out->problem_count++] = tasks[t].list.items[i];
    }
  }
}

static bool join(jh_audit_result *out, const task *tasks) {
  size_t count = 0;
  for (size_t t = 0; t < CHECKS; t++) {
    count += tasks[t].list.count;
    for (int k = 0; k < 3; k++) out->severities[k] += tasks[t].list.severities[k];
  }
  out->problems = jh_arena_get(out->arena, (count + 1) * sizeof(jh_audit_problem *));
  if (!out->problems) return false;
  for (int kind = 0; kind < JH_AUDIT_KINDS; kind++) join_kind(out, tasks, (jh_audit_kind)kind);
  return true;
}

static task *prepare(
    jh_audit_result *out, const jh_plan *plan, const jh_dataset *dataset,
    const jh_audit_options *options) {
  task *tasks = jh_arena_get(out->arena, CHECKS * sizeof *tasks);
  for (size_t t = 0; tasks && t < CHECKS; t++) {
    tasks[t].list.most = options->most ? options->most : USUAL_MOST;
    tasks[t].audit = (jh_audit){
        .plan = plan,
        .dataset = dataset,
        .before = options->before,
        .run = options->run,
        .share = options->share,
        .jobs = options->jobs,
        .arena = out->arenas[t] = jh_arena_open(),
        .list = &tasks[t].list};
  }
  return tasks;
}

jh_code jh_audit_run(
    jh_audit_result **out, const jh_plan *plan, const jh_dataset *dataset,
    const jh_audit_options *options, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_audit_result *result = arena ? jh_arena_get(arena, sizeof *result) : NULL;
  if (!result) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  result->arena = arena;
  result->arenas = jh_arena_get(arena, CHECKS * sizeof(jh_arena *));
  task *tasks = result->arenas ? prepare(result, plan, dataset, options) : NULL;
  jh_code code = tasks ? JH_OK : out_of_memory(err);
  size_t count = options->only_dictionary ? 1 : CHECKS;
  if (!code) jh_crew_run(options->jobs > 1 ? (size_t)options->jobs : 1, count, run_task, tasks);
  for (size_t t = 0; !code && t < CHECKS; t++) {
    code = tasks[t].code;
    if (code && err) *err = tasks[t].err;
  }
  if (!code && !join(result, tasks)) code = out_of_memory(err);
  if (code) {
    jh_audit_close(result);
    return code;
  }
  *out = result;
  return JH_OK;
}

void jh_audit_close(jh_audit_result *result) {
  if (!result) return;
  for (size_t t = 0; result->arenas && t < CHECKS; t++) jh_arena_close(result->arenas[t]);
  jh_arena_close(result->arena);
}
