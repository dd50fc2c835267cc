/* problems.h - what is wrong with the data, as one list: of its reading and of the auditor.
 *
 * One row for each problem: where, what, what to do, which verdicts it could change; then for what
 * undetermined verdicts wait. Filled by session/; the writers only render.
 */
#ifndef JH_REPORT_PROBLEMS_H
#define JH_REPORT_PROBLEMS_H

#include "model/audit_kind.h"
#include "model/doubt.h"
#include "report/report.h"

typedef struct jh_problem {
  jh_severity severity;
  jh_code code;
  const jh_error *found;         /* by reading the data: place and arguments are there; else NULL */
  const jh_audit_kind_def *kind; /* by the auditor; NULL of what reading found */
  const char *args[4];
  const jh_cell
      *cells; /* where it is shown, further cells that may be wrong, more places to look at;
                           a cell without a column is the row as a whole */
  size_t cell_count;
  jh_str name, county,
      county_name; /* of the first cell's row and its county; empty if there is none */
  const jh_audit_impact *impact; /* NULL: not asked for */
} jh_problem;

/* Of one kind: how many, and what they could change. */
typedef struct jh_problem_kind {
  const jh_audit_kind_def *kind;
  size_t severities[3];  /* by jh_severity; only those that are listed */
  size_t dropped;        /* counted, not listed */
  size_t changing_count; /* that could change some verdict, */
  size_t county_count;   /* that could change a county's last word */
  size_t unexamined;     /* for which it was not found out */
} jh_problem_kind;

typedef struct jh_problems {
  const jh_plan *plan;            /* NULL: not even the dictionary could be read */
  bool is_audited;                /* false: the data were not accepted, the auditor did not begin */
  bool has_impact;                /* an evaluation was doubted */
  jh_date on;                     /* its day */
  bool is_beside;                 /* the data of an earlier year were held beside them, */
  const char *year, *year_before; /* that year; NULL = the data have no year */
  uint32_t top;                   /* the level of counties */
  const jh_problem *items;        /* by what they affect */
  size_t count;
  const jh_problem_kind *kinds; /* those that were found, in order of audit_kinds.def */
  size_t kind_count;
  size_t dropped[3];       /* by severity: of reading, counted and not kept */
  const jh_blanks *blanks; /* NULL: not evaluated */
  size_t listed;           /* text: so many problems at most; 0 = all */
  void *payload;
  jh_entity (*entity)(void *payload, uint32_t level, uint32_t row);
  jh_str (*name)(void *payload, const jh_cell *cell); /* of the cell's row; empty if it has none */
} jh_problems;

/* For people: a summary by kind, deciding blanks, a paragraph for each problem. Nothing but one line
 * where nothing was found. */
void jh_problems_text(jh_buf *buf, const jh_problems *all, jh_lang lang);

/* A row for each problem: CSV, or a workbook of one sheet. */
void jh_problems_csv(jh_buf *buf, const jh_problems *all, jh_lang lang);
JH_CHECKED jh_code jh_problems_workbook(
    const jh_problems *all, jh_lang lang, jh_sink sink, void *payload, jh_error *err);

/* The value of the key "audit": docs/JSON.md. */
void jh_problems_json(jh_buf *buf, const jh_problems *all);

/* The problem as an error, for its place and sentence. */
void jh_problems_error(const jh_problem *problem, jh_error *out);

/* "school A: met → undetermined", of one verdict that could change. Shared by the writers. */
void jh_problems_change(
    jh_buf *buf, const jh_problems *all, const jh_audit_change *change, jh_lang lang);

/* What to do: of the auditor's kinds as they say, else what the sentence says behind its first semicolon, else
 * all of it. NUL-terminated. */
void jh_problems_cure(const jh_problem *problem, jh_lang lang, char *out, size_t size);

/* Table and column that reading names by file and id; NULL where it names none. */
const jh_table_def *jh_problems_table(
    const jh_problems *all, const jh_place *at, const jh_column_def **column);

/* Where a cell stands, and the name of its column: "schools.csv:14 students". */
void jh_problems_place(jh_buf *buf, const jh_cell *cell, jh_lang lang);

/* All places but the first. */
void jh_problems_others(jh_buf *buf, const jh_problem *problem, jh_lang lang);

/* What a problem could change, in words; nothing if it was not asked for. */
void jh_problems_impact(
    jh_buf *buf, const jh_problems *all, const jh_problem *problem, jh_lang lang);

#endif
