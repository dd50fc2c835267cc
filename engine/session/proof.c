/* proof.c - edges and mutants: what the pack's cases show, and what they notice. */
#include "report/proof.h"

#include "session/session.h"
#include "study/edge.h"
#include "study/mutant.h"

/* What both questions need. */
typedef struct bench {
  jh_plan *plan;
  jh_arena *arena;
  jh_reach *reaches;
  jh_trial_set *set;
  jh_proof proof;
  jh_edge *edges;
  jh_mutant *mutants;
} bench;

static jh_code bench_open(bench *b, jh_session *session, jh_error *err) {
  *b = (bench){.plan = session->plan, .arena = jh_arena_open(), .proof = {.plan = session->plan}};
  jh_code code = b->arena ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_reach_open(&b->reaches, b->plan, err);
  if (!code) code = jh_trial_open_set(&b->set, b->plan, err);
  return code;
}

static void bench_close(bench *b) {
  jh_trial_close_set(b->set);
  jh_reach_close(b->reaches, b->plan);
  if (b->arena) jh_arena_close(b->arena);
}

/* Judges the mutants; of numbers alone those that are no bounds are kept. */
static jh_code judge_all(bench *b, bool numbers_only, jh_error *err) {
  size_t found = 0, kept = 0;
  jh_code code = jh_mutant_find(&b->mutants, &found, b->plan, numbers_only, b->arena, err);
  for (size_t i = 0; i < found && !code; i++) {
    if (numbers_only && b->mutants[i].is_bound) continue;
    code = jh_mutant_judge(&b->mutants[i], b->plan, b->set, b->reaches, err);
    b->mutants[kept++] = b->mutants[i];
  }
  b->proof.mutants = b->mutants;
  b->proof.mutant_count = kept;
  return code;
}

/* A case for an edge, and with it the others that it shows. It is one more to begin with for those
 * that follow. */
static jh_code write_case(bench *b, size_t i, jh_buf *text, jh_error *err) {
  const jh_case *test = NULL;
  jh_code code = jh_edge_case(&test, &b->edges[i], b->set, b->reaches, b->arena, err);
  if (code || !test) return code;
  code = jh_trial_add(b->set, test, err);
  if (code) return code;
  const jh_trial *trial = &b->set->trials[b->set->count - 1];
  if (text->size) jh_buf_char(text, '\n');
  (void)jh_edge_text(text, b->plan, test);
  for (size_t k = 0; k < b->proof.edge_count; k++) {
    jh_edge *edge = &b->edges[k];
    if (!edge->is_covered && !edge->is_written) edge->is_written = jh_edge_is_shown(edge, trial);
  }
  b->edges[i].is_written = true;
  return JH_OK;
}

/* Until nothing more comes of what was written. */
static jh_code write_all(bench *b, jh_buf *text, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t before = SIZE_MAX; before != b->set->count && !code;) {
    before = b->set->count;
    for (size_t i = 0; i < b->proof.edge_count && !code; i++) {
      jh_edge *edge = &b->edges[i];
      size_t begins = jh_edge_beginnings(edge, b->set);
      if (edge->is_covered || edge->is_written || begins == edge->tried) continue;
      edge->tried = begins;
      code = write_case(b, i, text, err);
    }
  }
  return code;
}

static jh_code write_cases(bench *b, jh_writer writer, void *payload, jh_error *err) {
  jh_buf text, head;
  jh_buf_init(&text), jh_buf_init(&head);
  jh_code code = write_all(b, &text, err);
  if (!code && text.size) {
    jh_buf_print(
        &head, "-- Cases at the edges of %s, written by `junheng test --edges --write`.\n\n",
        b->plan->pack.id);
    code = jh_session_hand_on(&head, writer, payload, err);
  }
  if (!code) code = jh_session_hand_on(&text, writer, payload, err);
  jh_buf_done(&text), jh_buf_done(&head);
  return code;
}

/* Edges without a case, and numbers that are not pinned. */
static size_t count_missing(const bench *b) {
  size_t missing = 0;
  for (size_t i = 0; i < b->proof.edge_count; i++)
    missing += !b->edges[i].is_covered && !b->edges[i].is_written;
  for (size_t i = 0; i < b->proof.mutant_count; i++)
    missing += b->mutants[i].fate == JH_FATE_SURVIVED;
  return missing;
}

jh_code jh_session_edges(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing,
    jh_error *err) {
  bench b;
  jh_code code = bench_open(&b, session, err);
  if (!code) code = jh_edge_find(&b.edges, &b.proof.edge_count, b.plan, b.reaches, b.arena, err);
  if (!code) {
    b.proof.edges = b.edges;
    jh_edge_cover(b.edges, b.proof.edge_count, b.set);
    code = judge_all(&b, true, err);
  }
  if (!code && sinks->cases) code = write_cases(&b, sinks->cases, sinks->cases_payload, err);
  if (!code) {
    *missing = count_missing(&b);
    code = jh_report_edges(&b.proof, lang, sinks->report, sinks->report_payload, err);
  }
  bench_close(&b);
  return code;
}

jh_code jh_session_mutate(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing,
    jh_error *err) {
  bench b;
  jh_code code = bench_open(&b, session, err);
  if (!code) code = judge_all(&b, false, err);
  if (!code) {
    *missing = count_missing(&b);
    code = jh_report_mutants(&b.proof, lang, sinks->report, sinks->report_payload, err);
  }
  bench_close(&b);
  return code;
}
