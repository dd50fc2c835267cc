/* cases.c - the pack's own cases: which fail, and how many passed. */
#include "study/cases.h"

#include <stdio.h>
#include <string.h>

#include "eval/explain.h"
#include "session/session.h"

/* "unmet, measure 0.8, bound 0.9, margin -0.1" */
static void describe(const jh_finding *finding, char *out, size_t size) {
  int used = snprintf(out, size, "%s", jh_verdict_id(finding->verdict));
  if (!finding->has_figures || used < 0) return;
  const jh_figure *m = &finding->measure;
  (void)snprintf(
      out + used, size - (size_t)used, ", measure %s%s%s%s, bound %s, margin %s",
      m->is_known ? m->text : m->low, m->is_known ? "" : " … ", m->is_known ? "" : m->high,
      m->is_known ? "" : " ?", finding->bound.text, finding->margin.text);
}

static void describe_expected(const jh_case *test, char *out, size_t size) {
  char low[JH_DEC_TEXT], high[JH_DEC_TEXT];
  size_t used = (size_t)snprintf(out, size, "%s", jh_verdict_id(test->verdict));
  const struct {
    const char *word;
    const jh_case_figure *figure;
  } figures[] = {{"measure", &test->measure}, {"bound", &test->bound}, {"margin", &test->margin}};
  for (size_t i = 0; i < 3 && used < size; i++) {
    if (!figures[i].figure->is_there) continue;
    (void)jh_dec_text(low, figures[i].figure->low);
    (void)jh_dec_text(high, figures[i].figure->high);
    bool is_range = strcmp(low, high) != 0;
    used += (size_t)snprintf(
        out + used, size - used, ", %s %s%s%s", figures[i].word, low, is_range ? " … " : "",
        is_range ? high : "");
  }
}

static void report_failure(const jh_case_result *result, jh_lang lang, jh_buf *buf) {
  char expected[160], got[160], line[2048];
  jh_error failure;
  describe_expected(result->test, expected, sizeof expected);
  describe(&result->finding, got, sizeof got);
  (void)jh_fail(
      &failure, JH_ECASE_FAILED, &result->test->place, result->test->name, expected, got, NULL);
  jh_error_print(&failure, lang, line, sizeof line);
  jh_buf_text(buf, line);
  jh_buf_char(buf, '\n');
}

enum { MOST_LINES = 40 }; /* of the evidence of one case */

/* The evidence of a failing case, indented below its line. */
typedef struct evidence_sheet {
  const jh_plan *plan;
  const jh_case *test;
  jh_lang lang;
  jh_arena *arena;
  jh_buf *buf;
  size_t lines;
} evidence_sheet;

/* A jh_sink: each line moved in. */
static bool take_indented(void *payload, const char *bytes, size_t size) {
  evidence_sheet *sheet = payload;
  jh_buf *buf = sheet->buf;
  for (size_t i = 0; i < size && sheet->lines < MOST_LINES; i++) {
    bool is_begin = buf->size == 0 || buf->at[buf->size - 1] == '\n';
    if (is_begin && bytes[i] != '\n') jh_buf_spaces(buf, 4);
    jh_buf_char(buf, bytes[i]);
    if (bytes[i] != '\n') continue;
    if (++sheet->lines == MOST_LINES) jh_buf_text(buf, "    …\n");
  }
  return true;
}

static bool hinders(const jh_evidence *at) {
  if (at->kind == JH_EVIDENCE_TALLY)
    return at->tally.of[JH_UNMET] + at->tally.of[JH_UNDETERMINED] > 0;
  if (at->kind != JH_EVIDENCE_FINDING) return true;
  return at->finding.verdict == JH_UNMET || at->finding.verdict == JH_UNDETERMINED;
}

/* Where something is not met, what is in order is left out: it did not bring that about. */
static void leave_out(jh_evidence *at) {
  bool is_bad = at->kind == JH_EVIDENCE_FINDING && hinders(at);
  jh_evidence **link = &at->first_child;
  while (*link) {
    if (is_bad && !hinders(*link)) {
      *link = (*link)->next;
    } else {
      leave_out(*link);
      link = &(*link)->next;
    }
  }
}

static jh_code show_evidence(void *payload, const jh_run *run, uint32_t row, jh_error *err) {
  evidence_sheet *sheet = payload;
  uint32_t rule = sheet->test->rule;
  jh_explain_options how = {.rule = rule};
  jh_evidence *evidence;
  uint32_t level = sheet->plan->rules[rule].level;
  jh_code code = jh_explain(&evidence, run, level, row, &how, sheet->arena, err);
  if (code) return code;
  leave_out(evidence);
  return jh_report_evidence_lines(sheet->plan, evidence, sheet->lang, take_indented, sheet, err);
}

jh_code jh_session_cases(
    jh_session *session, jh_lang lang, jh_writer writer, void *payload, size_t *failed,
    jh_error *err) {
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_case_result *results;
  size_t count = 0;
  jh_buf buf;
  jh_buf_init(&buf);
  *failed = 0;
  jh_code code = jh_cases_run(&results, &count, session->plan, arena, err);
  for (size_t i = 0; i < count && !code; i++) {
    if (results[i].has_passed) continue;
    ++*failed;
    report_failure(&results[i], lang, &buf);
    evidence_sheet sheet = {session->plan, results[i].test, lang, arena, &buf, 0};
    code = jh_cases_replay(session->plan, results[i].test, show_evidence, &sheet, err);
  }
  if (!code) {
    jh_buf_print(
        &buf, lang == JH_ZH ? "%s：用例 %zu 个，未通过 %zu 个\n" : "%s: %zu cases, %zu failed\n",
        session->plan->pack.id, count, *failed);
    code = jh_session_hand_on(&buf, writer, payload, err);
  }
  jh_buf_done(&buf);
  jh_arena_close(arena);
  return code;
}
