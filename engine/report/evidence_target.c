/* evidence_target.c - see evidence_target.h. */
#include "report/evidence_target.h"

#include "report/figure.h"
#include "report/origin.h"
#include "report/targets.h"

static void word(jh_evidence_teller *t, jh_word which) {
  jh_buf_text(&t->buf, jh_words_get(which, t->lang));
}

/* "ensure 20 %: met" */
static bool goal(jh_buf *buf, const jh_target_goal *at, jh_word name, jh_lang lang) {
  if (!at->is_set) return false;
  jh_buf_text(buf, jh_words_get(name, lang));
  jh_buf_text(buf, " ");
  jh_targets_goal(buf, at, lang);
  return true;
}

/* "13 counties: 3 met, 9 unmet, 1 undetermined, share 23.07 % to 30.77 %" */
static void counts(jh_buf *buf, const jh_plan *plan, const jh_target_result *at, jh_lang lang) {
  jh_targets_counted(buf, plan, at, lang);
  if (at->counted == 0) return;
  jh_tally tally = {{0}};
  for (int v = JH_MET; v <= JH_UNDETERMINED; v++) tally.of[v] = at->tally.of[v];
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  jh_evidence_words_tally(buf, &tally, lang);
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_buf_text(buf, jh_words_get(JH_W_COL_SHARE, lang));
  jh_buf_text(buf, " ");
  jh_targets_share_words(buf, &at->share, lang);
}

static void due(jh_buf *buf, const jh_target *target, jh_lang lang) {
  jh_buf_text(buf, jh_words_get(JH_W_COL_DUE, lang));
  jh_buf_text(buf, " ");
  jh_targets_due(buf, target, lang);
}

static void goal_line(jh_evidence_teller *t, const jh_target_goal *at, jh_word name) {
  char day[11];
  if (!goal(&t->buf, at, name, t->lang)) return;
  if (at->source) {
    const char *document = jh_origin_document(t->plan, at->source->document);
    word(t, JH_W_PHRASE);
    jh_buf_text(&t->buf, document);
    if (document[0]) jh_buf_char(&t->buf, ' ');
    jh_buf_text(&t->buf, at->source->clause);
    word(t, JH_W_PHRASE);
    jh_words_fill(&t->buf, t->lang, JH_W_IN_FORCE_FROM, jh_date_text(day, at->source->since), NULL);
  }
  jh_evidence_words_line(t, JH_LINE_FIGURES, 1);
}

/* What is not counted, and what stands in the way of a conclusion. */
static void notes(jh_evidence_teller *t, const jh_target_result *at) {
  char number[24];
  const char *out = jh_words_count(number, at->outside);
  if (at->outside) {
    jh_words_fill(&t->buf, t->lang, JH_W_TARGET_NOT_COUNTED, out, NULL);
    jh_evidence_words_line(t, JH_LINE_NOTE, 1);
  }
  if (at->is_cut || at->counted == 0) {
    word(t, at->is_cut ? JH_W_TARGET_CUT : JH_W_TARGET_NONE);
    jh_evidence_words_line(t, JH_LINE_NOTE, 1);
  }
}

static void named(jh_evidence_teller *t, const jh_target_result *at) {
  if (!at->county_count) return;
  word(t, JH_W_COL_NAMED);
  word(t, JH_W_COLON);
  jh_buf_text(&t->buf, jh_target_state_name(at->named, t->lang));
  jh_evidence_words_line(t, JH_LINE_FIGURES, 1);
  for (size_t i = 0; i < at->county_count; i++) {
    const jh_target_county *county = &at->counties[i];
    jh_buf_text(&t->buf, jh_verdict_name(county->verdict, t->lang));
    jh_buf_spaces(&t->buf, 2);
    jh_buf_text(&t->buf, county->name);
    jh_buf_spaces(&t->buf, 2);
    jh_buf_text(&t->buf, county->code);
    if (county->is_missing)
      jh_words_fill(&t->buf, t->lang, JH_W_BRACKETS, jh_words_get(JH_W_NOT_IN_DATA, t->lang), NULL);
    jh_evidence_words_line(t, JH_LINE_VALUE, 2);
  }
}

static void member(jh_evidence_teller *t, const jh_report_member *at) {
  jh_figure_entity(&t->buf, t->plan, &at->entity, t->lang);
  jh_buf_spaces(&t->buf, 2);
  if (at->entity.name.size) jh_buf_add(&t->buf, at->entity.code);
  const char *why = at->why[t->lang];
  if (why && why[0]) {
    word(t, JH_W_COLON);
    jh_buf_text(&t->buf, why);
  }
  jh_evidence_words_line(t, JH_LINE_VALUE, 2);
}

static void members(jh_evidence_teller *t, const jh_report_sheet *sheet) {
  char number[24];
  for (int v = 0; v < JH_VERDICTS; v++) {
    size_t count = sheet->unlisted[v];
    for (size_t i = 0; i < sheet->member_count; i++)
      count += sheet->members[i].verdict == (jh_verdict)v;
    if (!count) continue;
    jh_buf_text(&t->buf, jh_verdict_name((jh_verdict)v, t->lang));
    word(t, JH_W_COLON);
    jh_buf_text(&t->buf, jh_words_count(number, count));
    jh_evidence_words_line(t, JH_LINE_TALLY, 1);
    for (size_t i = 0; i < sheet->member_count; i++)
      if (sheet->members[i].verdict == (jh_verdict)v) member(t, &sheet->members[i]);
    if (!sheet->unlisted[v]) continue;
    jh_words_fill(
        &t->buf, t->lang, JH_W_NOT_LISTED, jh_words_count(number, sheet->unlisted[v]), NULL);
    jh_evidence_words_line(t, JH_LINE_MORE, 2);
  }
}

void jh_evidence_target_tell(jh_evidence_teller *t, const jh_report_sheet *sheet) {
  const jh_target_result *at = sheet->target;
  const char *document = jh_origin_document(t->plan, at->target->document);
  jh_buf_text(&t->buf, jh_text_in(at->target->name, t->lang));
  jh_buf_spaces(&t->buf, 2);
  jh_buf_text(&t->buf, at->target->id);
  jh_evidence_words_line(t, JH_LINE_ENTITY, 0);
  word(t, JH_W_CLAUSE);
  jh_buf_text(&t->buf, " ");
  jh_buf_text(&t->buf, document);
  if (document[0]) jh_buf_char(&t->buf, ' ');
  jh_buf_text(&t->buf, at->target->clause);
  word(t, JH_W_PHRASE);
  due(&t->buf, at->target, t->lang);
  jh_evidence_words_line(t, JH_LINE_NOTE, 1);
  counts(&t->buf, t->plan, at, t->lang);
  jh_evidence_words_line(t, JH_LINE_FIGURES, 1);
  goal_line(t, &at->ensure, JH_W_COL_ENSURE);
  goal_line(t, &at->strive, JH_W_COL_STRIVE);
  notes(t, at);
  named(t, at);
  members(t, sheet);
}

void jh_report_evidence_target(
    jh_buf *buf, const jh_plan *plan, const jh_target_result *at, jh_lang lang) {
  jh_buf_text(buf, jh_text_in(at->target->name, lang));
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  counts(buf, plan, at, lang);
  const jh_target_goal *const goals[] = {&at->ensure, &at->strive};
  for (int i = 0; i < 2; i++) {
    if (!goals[i]->is_set) continue;
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    (void)goal(buf, goals[i], i ? JH_W_COL_STRIVE : JH_W_COL_ENSURE, lang);
  }
  if (at->county_count) {
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    jh_buf_text(buf, jh_words_get(JH_W_COL_NAMED, lang));
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
    jh_buf_text(buf, jh_target_state_name(at->named, lang));
  }
  jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
  due(buf, at->target, lang);
  jh_buf_text(buf, lang == JH_ZH ? "。" : ".");
}

static void json_member(jh_buf *buf, const jh_plan *plan, const jh_report_member *at) {
  jh_buf_text(buf, "{\"entity\":");
  jh_buf_json(buf, at->entity.code);
  jh_buf_text(buf, ",\"entity_name\":");
  jh_buf_json(buf, at->entity.name);
  jh_figure_json_pair(buf, "level", plan->levels[at->entity.level].id);
  if (at->entity.stage < plan->stage_count)
    jh_figure_json_pair(buf, "stage", plan->stages[at->entity.stage].id);
  jh_buf_text(buf, ",\"county\":");
  jh_buf_json(buf, at->entity.county_code);
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(at->verdict));
  if (at->why[JH_EN] && at->why[JH_EN][0]) {
    jh_buf_text(buf, ",\"why\":{\"zh\":");
    jh_buf_json(buf, jh_str_of(at->why[JH_ZH]));
    jh_buf_text(buf, ",\"en\":");
    jh_buf_json(buf, jh_str_of(at->why[JH_EN]));
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, '}');
}

void jh_evidence_target_json(jh_buf *buf, const jh_report_sheet *sheet) {
  const jh_plan *plan = sheet->head->plan;
  size_t unlisted = 0;
  jh_targets_json_one(buf, plan, sheet->target);
  for (int v = 0; v < JH_VERDICTS; v++) unlisted += sheet->unlisted[v];
  if (sheet->depth != JH_EVIDENCE_SENTENCE) {
    jh_buf_text(buf, ",\n\"members\":[");
    for (size_t i = 0; i < sheet->member_count; i++) {
      jh_buf_text(buf, i ? ",\n" : "\n");
      json_member(buf, plan, &sheet->members[i]);
    }
    jh_buf_text(buf, "]");
    if (unlisted) jh_buf_print(buf, ",\"not_listed\":%zu", unlisted);
  }
  jh_buf_char(buf, '}');
}
