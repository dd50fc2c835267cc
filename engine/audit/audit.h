/* audit.h - what in the data may mislead a verdict.
 *
 * An audit holds a dataset (and, if there is one, that of an earlier year) against what is known of
 * such data beyond types and ranges. A check is a function that walks over the rows and adds
 * problems; which checks there are stands in checks.def, which kinds of problems in
 * model/audit_kinds.def. Problems are kept in a fixed order, at most so many of a kind; the rest is
 * counted. What a problem could change is found afterwards (impact.h).
 *
 * Knows the plan, columns and, where a pack was given, its evaluation; no files, no words but the
 * texts of its kinds.
 */
#ifndef JH_AUDIT_AUDIT_H
#define JH_AUDIT_AUDIT_H

#include "eval/slice.h"
#include "model/audit_kind.h"
#include "table/dataset.h"

#define JH_AUDIT_ARGS 4

/* A cell that a problem is about. One of the earlier dataset is evidence only, never doubted. */
typedef jh_slice_cell jh_audit_cell;

typedef struct jh_audit_problem {
  jh_audit_kind kind;
  jh_severity severity; /* given by jh_audit_add, from the kind and the dictionary */

  /* At least one; the first is where the problem is shown. All cells that may be wrong: each is
   * doubted when the impact is found (impact.h). */
  const jh_audit_cell *cells;
  size_t cell_count;

  /* More places to look at, not doubted: the year before, the other copy. */
  const jh_audit_cell *others;
  size_t other_count;

  /* Fill {1} to {4} of the kind's code; NULL from the first unused on. */
  const char *args[JH_AUDIT_ARGS];

  uint32_t rule; /* kind CHECK: the dictionary's check; else JH_NONE */
} jh_audit_problem;

/* What a check works with. One for each check, so that several may run at once: a check adds problems to its
 * own and reads everything else. */
typedef struct jh_audit {
  const jh_plan *plan;
  const jh_dataset *dataset;
  const jh_dataset
      *before; /* an earlier year by the same plan (rows found by jh_dataset_find); NULL = none */
  const jh_run *run;          /* the pack's evaluation of the dataset; NULL = no pack, or no day */
  const char *share;          /* folder that holds data/codes; NULL = none */
  int jobs;                   /* threads that a check may start itself, 0 = 1 */
  jh_arena *arena;            /* lives as long as the audit: texts of problems, scratch */
  struct jh_audit_list *list; /* list.h */
} jh_audit;

/* Adds problems of the kinds that are on. Deterministic: in order of rows, never of addresses or hashes. One pass
 * over the rows, memory in proportion to them at most.
 * Errors: JH_ENOMEM, or whatever makes the audit as a whole impossible; what is wrong with data is a problem. */
typedef jh_code (*jh_audit_check)(jh_audit *audit, jh_error *err);

#define JH_AUDIT_CHECK(name) jh_code jh_audit_##name(jh_audit *audit, jh_error *err);
#include "audit/checks.def"
#undef JH_AUDIT_CHECK

/* Has the dictionary left this kind on? A check skips the work for what is off. */
bool jh_audit_is_on(const jh_audit *audit, jh_audit_kind kind);

/* The kind's limit: the dictionary's, else the usual one. Only of kinds that have one. */
jh_dec jh_audit_limit(const jh_audit *audit, jh_audit_kind kind);

/* Adds a copy of the problem (cells and args are copied too; set kind, cells, args, others; the rest is
 * zero, `rule` is seen for kind CHECK only). Does nothing where the kind is off; counts only what is
 * beyond the most that are kept. */
JH_CHECKED jh_code jh_audit_add(jh_audit *audit, const jh_audit_problem *problem, jh_error *err);

/* The usual case: one cell. Args as in jh_fail: texts, at most four, ended by NULL. */
JH_CHECKED jh_code
jh_audit_add_cell(jh_audit *audit, jh_audit_kind kind, jh_audit_cell cell, jh_error *err, ...)
    __attribute__((sentinel));

/* The dictionary's own checks as a run: its rules go to `rules` (room for all of the plan), *count of them; a row
 * that fails one is unmet. NULL where there are none, or they are off. Looks at plan, dataset and jobs.
 * Errors: those of jh_run_open. */
JH_CHECKED jh_code jh_audit_dictionary_run(
    jh_run **out, uint32_t *rules, size_t *count, const jh_audit *audit, jh_error *err);

/* The problem of a row that fails such a check, in the arena of the audit; its list is not looked at. */
JH_CHECKED jh_code jh_audit_dictionary_row(
    const jh_audit_problem **out, const jh_audit *audit, uint32_t rule, uint32_t row,
    jh_error *err);

typedef struct jh_audit_options {
  const jh_dataset *before;
  const jh_run *run;
  const char *share;
  int jobs;             /* threads; 0 = 1 */
  size_t most;          /* problems kept of each kind; 0 = 10000 */
  bool only_dictionary; /* only its own `check`s, as every reading of data runs them */
} jh_audit_options;

/* What was found: in order of the kinds, then as the checks added them. */
typedef struct jh_audit_result {
  jh_arena *arena;   /* owns everything here but the problems, */
  jh_arena **arenas; /* which live in those of their checks */
  const jh_audit_problem **problems;
  size_t problem_count;
  size_t counts[JH_AUDIT_KINDS];  /* of each kind, kept or not */
  size_t dropped[JH_AUDIT_KINDS]; /* counted, not kept */
  size_t severities[3];           /* by jh_severity, kept or not */
} jh_audit_result;

/* Runs all checks. The result borrows plan and dataset. Errors: JH_ENOMEM. */
JH_CHECKED jh_code jh_audit_run(
    jh_audit_result **out, const jh_plan *plan, const jh_dataset *dataset,
    const jh_audit_options *options, jh_error *err);
void jh_audit_close(jh_audit_result *result);

#endif
