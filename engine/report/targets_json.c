/* targets_json.c - targets of docs/JSON.md; see targets.h. */
#include "report/figure.h"
#include "report/targets.h"

static const char *number_of(const jh_plan *plan, uint32_t document) {
  const char *number = document < plan->document_count ? plan->documents[document].number : NULL;
  return number && number[0] ? number : NULL;
}

void jh_targets_json_goal(
    jh_buf *buf, const jh_plan *plan, const char *key, const jh_target_goal *goal) {
  char day[11];
  if (!goal->is_set) return;
  jh_buf_print(buf, ",\"%s\":{\"verdict\":", key);
  jh_buf_json(buf, jh_str_of(jh_target_state_id(goal->state)));
  if (goal->source) {
    jh_buf_text(buf, ",\"percent\":");
    jh_figure_json(buf, &goal->percent);
    jh_figure_json_pair(buf, "clause", goal->source->clause);
    jh_figure_json_pair(buf, "document", number_of(plan, goal->source->document));
    jh_figure_json_pair(buf, "since", jh_date_text(day, goal->source->since));
  }
  jh_buf_char(buf, '}');
}

static void named(jh_buf *buf, const jh_target_result *result) {
  if (result->county_count == 0) return;
  jh_buf_text(buf, ",\"named\":{\"verdict\":");
  jh_buf_json(buf, jh_str_of(jh_target_state_id(result->named)));
  jh_buf_text(buf, ",\"counties\":[");
  for (size_t i = 0; i < result->county_count; i++) {
    const jh_target_county *county = &result->counties[i];
    jh_buf_text(buf, i ? ",{\"code\":" : "{\"code\":");
    jh_buf_json(buf, jh_str_of(county->code));
    jh_figure_json_pair(buf, "name", county->name);
    if (jh_targets_is_renamed(county)) {
      jh_buf_text(buf, ",\"found\":");
      jh_buf_json(buf, county->found);
    }
    jh_figure_json_pair(buf, "verdict", jh_verdict_id(county->verdict));
    jh_buf_text(buf, county->is_missing ? ",\"missing\":true}" : "}");
  }
  jh_buf_text(buf, "]}");
}

/* What the target asks, as the pack says it. */
void jh_targets_json_asked(jh_buf *buf, const jh_plan *plan, const jh_target *target) {
  char day[11];
  jh_buf_text(buf, "{\"id\":");
  jh_buf_json(buf, jh_str_of(target->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, target->name);
  jh_figure_json_pair(buf, "clause", target->clause);
  jh_figure_json_pair(buf, "document", number_of(plan, target->document));
  jh_figure_json_pair(buf, "certainty", jh_figure_certainty(target->certainty));
  jh_figure_json_pair(buf, "requirement", plan->rules[target->rule].id);
  jh_figure_json_pair(buf, "level", plan->levels[plan->rules[target->rule].level].id);
  jh_figure_json_pair(buf, "region", target->region);
  if (target->by) jh_figure_json_pair(buf, "by", jh_date_text(day, target->by));
}

void jh_targets_json_counts(jh_buf *buf, const jh_target_result *result) {
  jh_buf_print(buf, ",\"counted\":%zu", result->counted);
  for (int v = 0; v < JH_VERDICTS; v++) {
    jh_buf_print(buf, ",\"%s\":%zu", jh_verdict_id((jh_verdict)v), result->tally.of[v]);
  }
  jh_buf_print(buf, ",\"outside\":%zu", result->outside);
  if (result->is_cut) jh_buf_text(buf, ",\"cut\":true");
  if (result->counted == 0) return;
  jh_buf_text(buf, ",\"share\":");
  jh_figure_json(buf, &result->share);
}

void jh_targets_json_one(jh_buf *buf, const jh_plan *plan, const jh_target_result *result) {
  jh_targets_json_asked(buf, plan, result->target);
  jh_targets_json_counts(buf, result);
  jh_targets_json_goal(buf, plan, "ensure", &result->ensure);
  jh_targets_json_goal(buf, plan, "strive", &result->strive);
  named(buf, result);
}

void jh_targets_json(jh_buf *buf, const jh_results *results) {
  const jh_plan *plan = results->head->plan;
  if (results->target_count == 0) return;
  jh_buf_text(buf, ",\n\"targets\":[");
  for (size_t i = 0; i < results->target_count; i++) {
    const jh_target_result *result = &results->targets[i];
    jh_buf_text(buf, i ? ",\n" : "\n");
    jh_targets_json_one(buf, plan, result);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]");
}
