/* checks.c - what the dictionary says must be true of any data: each row for which it is not becomes a
 * diagnostic. */
#include "audit/audit.h"
#include "session/session.h"
#include "session/validate.h"

static jh_code refuse(const jh_session *s, jh_error *err) {
  size_t errors = jh_diag_count(s->diag, JH_ERROR);
  char count[24];
  if (!errors) return JH_OK;
  return jh_fail(err, JH_EDATA_REJECTED, NULL, jh_arg_int(count, (int64_t)errors), NULL);
}

void jh_session_tell_check(
    const jh_session *s, const struct jh_audit_problem *problem, jh_error *found) {
  jh_cell cell;
  jh_place at;
  jh_validate_cell(s->plan, s->dataset, NULL, &problem->cells[0], &cell);
  at = cell.sheet ? jh_place_in(cell.file, jh_str_of(cell.sheet), cell.line, cell.field)
                  : jh_place_of(cell.file, cell.line, 0);
  at.field = cell.field;
  if (cell.column) jh_str_copy(at.name, sizeof at.name, jh_str_of(cell.column->id));
  (void)jh_fail(
      found, JH_ECHECK_FAILED, &at, problem->args[0], problem->args[1], problem->args[2], NULL);
  found->severity = problem->severity;
}

/* Those that are not kept are counted all the same. */
static void count_rest(jh_session *s, const jh_audit_result *result) {
  size_t kept[3] = {0};
  for (size_t i = 0; i < result->problem_count; i++) kept[result->problems[i]->severity]++;
  for (int severity = 0; severity < 3; severity++) {
    jh_error found = {.code = JH_ECHECK_FAILED, .severity = (jh_severity)severity};
    for (size_t i = kept[severity]; i < result->severities[severity]; i++)
      jh_diag_add(s->diag, &found);
  }
}

jh_code jh_session_check_data(jh_session *s, jh_error *err) {
  jh_audit_result *result;
  if (s->audits) return JH_OK; /* they are among what jh_session_validate finds */
  jh_audit_options how = {.jobs = s->jobs, .only_dictionary = true};
  jh_code code = jh_audit_run(&result, s->plan, s->dataset, &how, err);
  if (code) return code;
  for (size_t i = 0; i < result->problem_count; i++) {
    jh_error found;
    jh_session_tell_check(s, result->problems[i], &found);
    jh_diag_add(s->diag, &found);
  }
  count_rest(s, result);
  jh_audit_close(result);
  return refuse(s, err);
}
