#include "report/proof.h"

#include "report/out.h"
#include "report/words.h"

/* A text while it is put together; the argument of a message. */
typedef struct text {
  jh_buf buf;
} text;

static const char *text_of(text *t) { return t->buf.at ? t->buf.at : ""; }

/* "{1}, from 2025-09-01" where there is a day, "{1}, junior school" where there is a stage. */
static void add_after(
    text *t, jh_lang lang, jh_word word, const char *more, bool is_wanted, jh_buf *room) {
  if (!is_wanted) return;
  jh_buf_clear(room);
  jh_words_fill(room, lang, word, text_of(t), more, NULL);
  jh_buf_clear(&t->buf);
  jh_buf_add(&t->buf, jh_buf_str(room));
}

static const char *stage_name(const jh_plan *plan, uint32_t stage, jh_lang lang) {
  return stage < plan->stage_count ? jh_text_in(plan->stages[stage].name, lang) : "";
}

static void print_line(jh_out *out, const jh_error *line, jh_lang lang) {
  char printed[2048];
  jh_error_print(line, lang, printed, sizeof printed);
  jh_buf_text(&out->buf, printed);
  jh_buf_char(&out->buf, '\n');
  (void)jh_out_block(out);
}

/* Of which rule and stage. */
static void write_subject(
    text *t, jh_buf *room, const jh_plan *plan, const jh_edge *edge, jh_lang lang) {
  const jh_rule *rule = &plan->rules[edge->rule];
  bool has_stage = edge->stage != JH_NONE && rule->stage == JH_NONE;
  jh_buf_clear(&t->buf);
  jh_buf_text(&t->buf, rule->id);
  add_after(t, lang, JH_W_OF_STAGE, stage_name(plan, edge->stage, lang), has_stage, room);
}

/* Which side of what. */
static void write_side(
    text *t, jh_buf *room, const jh_plan *plan, const jh_edge *edge, jh_lang lang) {
  static const jh_word words[] = {
      [JH_SIDE_BELOW] = JH_W_EDGE_BELOW,     [JH_SIDE_AT] = JH_W_EDGE_AT,
      [JH_SIDE_ABOVE] = JH_W_EDGE_ABOVE,     [JH_SIDE_MET] = JH_W_EDGE_MET,
      [JH_SIDE_UNMET] = JH_W_EDGE_UNMET,     [JH_SIDE_NO_DATA] = JH_W_EDGE_NO_DATA,
      [JH_SIDE_OUT_OF_SCOPE] = JH_W_EDGE_OUT};
  char number[JH_DEC_TEXT], day[11];
  jh_buf_clear(&t->buf);
  jh_buf_clear(room);
  if (edge->value)
    jh_words_fill(
        room, lang, JH_W_EDGE_VALUE, edge->path, jh_dec_text(number, edge->value->value), NULL);
  else
    jh_words_fill(room, lang, JH_W_EDGE_COMPUTED, edge->path, NULL);
  jh_words_fill(&t->buf, lang, words[edge->side], room->at ? room->at : "", NULL);
  bool is_later = edge->bound != JH_NONE && edge->from > plan->pack.in_force;
  add_after(t, lang, JH_W_EDGE_FROM, jh_date_text(day, edge->from), is_later, room);
}

static jh_place place_of(const jh_plan *plan, const jh_edge *edge) {
  if (edge->value && edge->value->place.file[0]) return edge->value->place;
  return plan->rules[edge->rule].place;
}

static void tell_edge(jh_out *out, const jh_plan *plan, const jh_edge *edge, jh_lang lang) {
  text subject, side;
  jh_buf room;
  jh_error line;
  jh_place place = place_of(plan, edge);
  jh_buf_init(&subject.buf), jh_buf_init(&side.buf), jh_buf_init(&room);
  write_subject(&subject, &room, plan, edge, lang);
  write_side(&side, &room, plan, edge, lang);
  if (edge->why[lang])
    (void)jh_fail(
        &line, JH_ENO_EDGE_CASE, &place, text_of(&subject), text_of(&side), edge->why[lang], NULL);
  else
    (void)jh_fail(&line, JH_ENO_EDGE, &place, text_of(&subject), text_of(&side), NULL);
  print_line(out, &line, lang);
  if (!jh_buf_ok(&subject.buf) || !jh_buf_ok(&side.buf) || !jh_buf_ok(&room))
    out->buf.failed = true;
  jh_buf_done(&subject.buf), jh_buf_done(&side.buf), jh_buf_done(&room);
}

static void tell_mutant(jh_out *out, const jh_plan *plan, const jh_mutant *m, jh_lang lang) {
  static const jh_word words[] = {
      [JH_MUTATION_NUMBER] = JH_W_NUMBER_IN_RULE,
      [JH_MUTATION_COMPARISON] = JH_W_IN_RULE,
      [JH_MUTATION_ALL_ANY] = JH_W_CONDITION_OF_RULE};
  static const jh_word words_of[] = {
      [JH_MUTATION_NUMBER] = JH_W_NUMBER_IN_RULE_OF, [JH_MUTATION_COMPARISON] = JH_W_IN_RULE_OF};
  text what;
  jh_buf room;
  jh_error line;
  char day[11];
  jh_buf_init(&what.buf), jh_buf_init(&room);
  if (m->kind == JH_MUTATION_VALUE)
    jh_buf_text(&what.buf, m->what);
  else
    jh_words_fill(
        &what.buf, lang, m->of ? words_of[m->kind] : words[m->kind], m->what, m->of, NULL);
  add_after(
      &what, lang, JH_W_OF_STAGE, stage_name(plan, m->stage, lang), m->stage != JH_NONE, &room);
  add_after(&what, lang, JH_W_EDGE_FROM, jh_date_text(day, m->since), m->since != 0, &room);
  (void)jh_fail(&line, JH_ENOT_NOTICED, &m->place, text_of(&what), m->was, m->now, NULL);
  print_line(out, &line, lang);
  if (!jh_buf_ok(&what.buf) || !jh_buf_ok(&room)) out->buf.failed = true;
  jh_buf_done(&what.buf), jh_buf_done(&room);
}

static void tell_total(
    jh_out *out, jh_lang lang, jh_word word, const char *pack, size_t done, size_t of) {
  char some[24], all[24];
  jh_words_fill(
      &out->buf, lang, word, pack, jh_words_count(some, done), jh_words_count(all, of), "", NULL);
}

/* A number is pinned when neither a larger nor a smaller one goes unnoticed. */
static size_t count_pinned(const jh_proof *proof) {
  size_t pinned = 0;
  for (size_t i = 0; i + 1 < proof->mutant_count; i += 2) {
    const jh_mutant *pair = &proof->mutants[i];
    pinned += pair[0].fate != JH_FATE_SURVIVED && pair[1].fate != JH_FATE_SURVIVED;
  }
  return pinned;
}

jh_code jh_report_edges(
    const jh_proof *proof, jh_lang lang, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, payload);
  const char *pack = proof->plan->pack.id;
  size_t covered = 0, written = 0;
  for (size_t i = 0; i < proof->edge_count; i++) {
    const jh_edge *edge = &proof->edges[i];
    covered += edge->is_covered;
    written += edge->is_written;
    if (!edge->is_covered && !edge->is_written) tell_edge(&out, proof->plan, edge, lang);
  }
  for (size_t i = 0; i < proof->mutant_count; i++) {
    if (proof->mutants[i].fate == JH_FATE_SURVIVED)
      tell_mutant(&out, proof->plan, &proof->mutants[i], lang);
  }
  tell_total(&out, lang, JH_W_EDGES_DONE, pack, covered, proof->edge_count);
  tell_total(&out, lang, JH_W_PINS_DONE, pack, count_pinned(proof), proof->mutant_count / 2);
  if (written) tell_total(&out, lang, JH_W_EDGES_WRITTEN, pack, written, 0);
  return jh_out_done(&out, JH_OK, err);
}

jh_code jh_report_mutants(
    const jh_proof *proof, jh_lang lang, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_buf same;
  char some[24], all[24], equal[24];
  size_t counts[3] = {0};
  jh_out_init(&out, sink, payload);
  jh_buf_init(&same);
  for (size_t i = 0; i < proof->mutant_count; i++) {
    const jh_mutant *mutant = &proof->mutants[i];
    counts[mutant->fate]++;
    if (mutant->fate == JH_FATE_SURVIVED) tell_mutant(&out, proof->plan, mutant, lang);
  }
  size_t killed = counts[JH_FATE_KILLED], count = killed + counts[JH_FATE_SURVIVED];
  if (counts[JH_FATE_EQUIVALENT])
    jh_words_fill(
        &same, lang, JH_W_MUTANTS_SAME, jh_words_count(equal, counts[JH_FATE_EQUIVALENT]), NULL);
  jh_words_fill(
      &out.buf, lang, JH_W_MUTANTS_DONE, proof->plan->pack.id, jh_words_count(some, killed),
      jh_words_count(all, count), same.at ? same.at : "", NULL);
  if (!jh_buf_ok(&same)) out.buf.failed = true;
  jh_buf_done(&same);
  return jh_out_done(&out, JH_OK, err);
}
