/* list.c - problems as a check adds them: copied, given a severity, counted, capped. */
#include "audit/list.h"

#include <stdarg.h>
#include <string.h>

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

const jh_audit_setting *jh_audit_list_setting(const jh_plan *plan, jh_audit_kind kind) {
  for (size_t i = plan->audit_count; i-- > 0;) { /* the dictionary that was read last counts */
    if (plan->audits[i].kind == (uint32_t)kind) return &plan->audits[i];
  }
  return NULL;
}

bool jh_audit_is_on(const jh_audit *audit, jh_audit_kind kind) {
  const jh_audit_setting *setting = jh_audit_list_setting(audit->plan, kind);
  return !setting || !setting->is_off;
}

jh_dec jh_audit_limit(const jh_audit *audit, jh_audit_kind kind) {
  const jh_audit_setting *setting = jh_audit_list_setting(audit->plan, kind);
  const char *usual = jh_audit_kind_get(kind)->limit;
  jh_dec limit = {0, 0};
  if (setting && setting->has_limit) return setting->limit;
  if (usual) (void)jh_dec_read(&limit, jh_str_of(usual), 18, false);
  return limit;
}

static jh_severity severity_of(const jh_plan *plan, const jh_audit_problem *problem) {
  const jh_audit_setting *setting = jh_audit_list_setting(plan, problem->kind);
  if (setting && setting->has_severity) return setting->severity;
  bool is_check = problem->kind == JH_AUDIT_CHECK && problem->rule != JH_NONE;
  return is_check ? plan->rules[problem->rule].severity
                  : jh_audit_kind_get(problem->kind)->severity;
}

static bool copy_cells(jh_arena *arena, const jh_audit_cell **cells, size_t count) {
  if (count == 0) return true;
  jh_audit_cell *copy = jh_arena_get(arena, count * sizeof *copy);
  if (!copy) return false;
  memcpy(copy, *cells, count * sizeof *copy);
  *cells = copy;
  return true;
}

static bool copy_args(jh_arena *arena, jh_audit_problem *problem) {
  for (size_t i = 0; i < JH_AUDIT_ARGS && problem->args[i]; i++) {
    problem->args[i] = jh_arena_text(arena, jh_str_of(problem->args[i]));
    if (!problem->args[i]) return false;
  }
  return true;
}

jh_code jh_audit_add(jh_audit *audit, const jh_audit_problem *problem, jh_error *err) {
  struct jh_audit_list *list = audit->list;
  if (!jh_audit_is_on(audit, problem->kind)) return JH_OK;
  list->counts[problem->kind]++;
  list->severities[severity_of(audit->plan, problem)]++;
  if (list->counts[problem->kind] > list->most) {
    list->dropped[problem->kind]++;
    return JH_OK;
  }
  jh_audit_problem *copy = jh_arena_get(audit->arena, sizeof *copy);
  void *items = (void *)list->items;
  if (!copy || jh_arena_grow(audit->arena, &items, &list->room, list->count + 1, sizeof copy))
    return out_of_memory(err);
  list->items = items;
  *copy = *problem;
  if (copy->kind != JH_AUDIT_CHECK) copy->rule = JH_NONE;
  copy->severity = severity_of(audit->plan, copy);
  if (!copy_cells(audit->arena, &copy->cells, copy->cell_count) ||
      !copy_cells(audit->arena, &copy->others, copy->other_count) || !copy_args(audit->arena, copy))
    return out_of_memory(err);
  list->items[list->count++] = copy;
  return JH_OK;
}

jh_code jh_audit_add_cell(
    jh_audit *audit, jh_audit_kind kind, jh_audit_cell cell, jh_error *err, ...) {
  jh_audit_problem problem = {.kind = kind, .cells = &cell, .cell_count = 1, .rule = JH_NONE};
  size_t count = 0;
  va_list list;
  va_start(list, err);
  while (count < JH_AUDIT_ARGS) {
    const char *text = va_arg(list, const char *);
    if (!text) break;
    problem.args[count++] = text;
  }
  va_end(list);
  return jh_audit_add(audit, &problem, err);
}
