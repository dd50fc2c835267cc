/* scenarios.h - verdicts counted under scenarios, as text, CSV, JSON. Renders model/scenarios.h. */
#ifndef JH_REPORT_SCENARIOS_H
#define JH_REPORT_SCENARIOS_H

#include "model/scenarios.h"
#include "report/report.h"

typedef struct jh_scenarios_view {
  const jh_results *results; /* as things are */
  const jh_scenarios *set;
  jh_lang lang;
} jh_scenarios_view;

JH_CHECKED jh_code
jh_report_scenarios_text(const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err);

/* A row for what is in force (its name blank), then for each scenario. */
JH_CHECKED jh_code
jh_report_scenarios_csv(const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err);

/* docs/JSON.md, docs/scenarios.schema.json */
JH_CHECKED jh_code
jh_report_scenarios_json(const jh_scenarios_view *view, jh_sink sink, void *payload, jh_error *err);

#endif
