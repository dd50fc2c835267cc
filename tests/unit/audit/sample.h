/* sample.h - the sample and the national pack, loaded as a session does; for the tests of audit/. */
#ifndef JH_TESTS_AUDIT_SAMPLE_H
#define JH_TESTS_AUDIT_SAMPLE_H

#include "support/test.h"

#include "eval/run.h"
#include "pack/load.h"
#include "table/load.h"

enum { SAMPLE_DAY = 20240901 };

static inline void sample_must(jh_code code, const jh_error *err) {
  char text[1024];
  if (code == JH_OK) return;
  (void)jh_error_print(err, JH_EN, text, sizeof text);
  fail_msg("%s", text);
}

static inline jh_plan *sample_plan(void) {
  jh_plan *plan = NULL;
  jh_error err;
  jh_diag *diag = jh_diag_open(10);
  jh_pack_options options = {
      .folder = "rules/national/quality-balance-2017",
      .data_folder = "data/sample",
      .share_folder = "."};
  sample_must(jh_pack_load(&plan, &options, diag, &err), &err);
  jh_diag_close(diag);
  return plan;
}

/* Without stage units. */
static inline jh_dataset *sample_load(const jh_plan *plan) {
  jh_dataset *data = NULL;
  jh_error err;
  jh_diag *diag = jh_diag_open(10);
  jh_load_options options = {.folder = "data/sample"};
  sample_must(jh_load(&data, plan, &options, diag, &err), &err);
  jh_diag_close(diag);
  return data;
}

static inline jh_run *sample_run(const jh_plan *plan, jh_dataset *data) {
  jh_run *run = NULL;
  jh_error err;
  jh_run_options how = {.on = SAMPLE_DAY};
  sample_must(jh_units_make(plan, data, &err), &err);
  sample_must(jh_run_open(&run, plan, data, &how, &err), &err);
  return run;
}

#endif
