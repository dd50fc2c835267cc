/* fake.h - a result that was never evaluated: five counties, a small pack, verdicts by hand.
 *
 * Each county tells one story:
 *   370102 历下区  met
 *   370103 市中区  unmet: one school of three below, one spread over its limit
 *   370202 市南区  undetermined: waits for two cells
 *   371302 兰山区  unmet: a veto, and more failures than a line holds
 *   410102 中原区  not applicable
 */
#ifndef TESTS_UNIT_REPORT_FAKE_H
#define TESTS_UNIT_REPORT_FAKE_H

#include "report/report.h"

enum { FAKE_COUNTY, FAKE_SCHOOL, FAKE_STAGE, FAKE_LEVELS };
enum {
  FAKE_PRECONDITION, /* county, judgement */
  FAKE_TEACHERS,     /* stage, indicator */
  FAKE_RESOURCES,    /* stage, at least 6 */
  FAKE_ALL_SCHOOLS,  /* county, every */
  FAKE_BALANCE,      /* county, all of the two spreads */
  FAKE_SPREAD_1,
  FAKE_SPREAD_2,
  FAKE_FUNDS,      /* county, indicator */
  FAKE_CLASS_SIZE, /* school, judgement */
  FAKE_VETO,
  FAKE_VERDICT,
  FAKE_RULES
};
#define FAKE_COUNTIES 5

typedef struct fake {
  jh_plan plan;
  jh_level levels[FAKE_LEVELS];
  jh_stage stages[2];
  jh_table_def tables[1];
  jh_column_def columns[1];
  jh_document documents[1];
  jh_param params[2];
  jh_param_value values[2];
  jh_rule rules[FAKE_RULES];
  jh_report_head head;
  jh_report_file files[1];
  jh_results results;
  jh_verdict verdicts[FAKE_RULES][3 * FAKE_COUNTIES];
  size_t waiting;   /* cells that the undetermined county waits for */
  jh_error failure; /* code set: finding fails with it */
  jh_arena *arena;
} fake;

void fake_open(fake *f);
void fake_close(fake *f);

/* A sink into a buffer: the payload is a jh_buf. */
bool fake_sink(void *payload, const char *bytes, size_t size);

/* A sink that takes nothing. */
bool fake_full(void *payload, const char *bytes, size_t size);

#endif
