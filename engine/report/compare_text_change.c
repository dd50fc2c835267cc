/* compare_text_change.c - what was changed, side by side; the totals; what stayed, and why. */
#include <string.h>

#include "report/changes.h"
#include "report/compare_text.h"
#include "report/origin.h"

static const jh_plan *plan_of(const jh_compare_writer *w, const jh_flip_change *change) {
  return jh_compare_point_plan(w->view, change->side);
}

static void part(const jh_compare_writer *w, jh_word word, const char *arg) {
  jh_compare_text_word(w, JH_W_SEPARATOR);
  jh_words_fill(w->buf, w->lang, word, arg, NULL);
}

/* "1 → 1.2 teachers/(100 students)", "added, name of the rule", "a / b → a / c" */
static void difference(const jh_compare_writer *w, const jh_flip_change *at) {
  const jh_change *change = &at->change;
  const jh_plan *plan = plan_of(w, at);
  bool is_whole = change->kind == JH_CHANGE_ADDED || change->kind == JH_CHANGE_WITHDRAWN;
  jh_compare_text_word(w, JH_W_COLON);
  jh_changes_was_now(w->buf, plan, change, w->lang);
  if (!is_whole || change->rule >= plan->rule_count) return;
  jh_compare_text_word(w, JH_W_PHRASE);
  jh_buf_text(w->buf, jh_figure_rule(&plan->rules[change->rule], w->lang));
}

static void change_line(const jh_compare_writer *w, const jh_flip_change *at) {
  const jh_change *change = &at->change;
  const char *reason = jh_text_in(change->reason, w->lang);
  char day[11];
  jh_buf_spaces(w->buf, 2);
  jh_buf_text(w->buf, change->path);
  difference(w, at);
  if (change->when) part(w, JH_W_CHANGE_WHEN, change->when);
  /* A reform's reason stands for its clause, and has a line of its own. */
  bool is_reason = change->clause && strcmp(change->clause, jh_text_in(change->reason, JH_ZH)) == 0;
  if (change->clause && change->clause[0] && !is_reason) {
    jh_compare_text_word(w, JH_W_SEPARATOR);
    jh_buf_text(w->buf, change->clause);
  }
  if (change->since) part(w, JH_W_IN_FORCE_FROM, jh_date_text(day, change->since));
  if (change->until) part(w, JH_W_CHANGE_ENDS, jh_date_text(day, change->until));
  if (change->direction != JH_EITHER_WAY) part(w, jh_changes_direction_word(change), NULL);
  if (change->layer != JH_NONE)
    part(w, JH_W_DECIDED_BY, jh_origin_layer(plan_of(w, at), change->layer));
  jh_buf_char(w->buf, '\n');
  if (!reason[0]) return;
  jh_buf_spaces(w->buf, 4);
  jh_words_fill(w->buf, w->lang, JH_W_CHANGE_REASON, reason, NULL);
  jh_buf_char(w->buf, '\n');
}

void jh_compare_text_changes(const jh_compare_writer *w) {
  const jh_comparison *what = w->view->what;
  jh_buf_char(w->buf, '\n');
  jh_compare_text_word(w, JH_W_CHANGES);
  if (what->change_count == 0) {
    jh_compare_text_word(w, JH_W_COLON);
    jh_compare_text_word(w, JH_W_NO_CHANGES);
  }
  jh_buf_char(w->buf, '\n');
  for (size_t i = 0; i < what->change_count; i++) change_line(w, &what->changes[i]);
}

static bool has_moved(const jh_flip_total *total) {
  for (int a = 0; a < JH_VERDICTS; a++) {
    for (int b = 0; b < JH_VERDICTS; b++) {
      if (a != b && total->moves[a][b]) return true;
    }
  }
  return false;
}

static void total_name(const jh_compare_writer *w, const jh_flip_total *total, size_t count) {
  char number[24];
  const char *many = jh_words_count(number, count);
  if (total->rule == 0) {
    jh_words_fill(w->buf, w->lang, JH_W_COUNTIES_OF, many, NULL);
    return;
  }
  const jh_plan *plan = jh_compare_point_plan(w->view, JH_AFTER);
  const char *level = jh_figure_level(plan, jh_compare_point_level(w->view, total->rule), w->lang);
  const char *name = jh_figure_rule(jh_compare_point_rule(w->view, total->rule), w->lang);
  jh_words_fill(w->buf, w->lang, JH_W_ENTITIES_OF, name, many, level, NULL);
}

/* "  counties (13): met 3 → 2, unmet 9 → 10, undetermined 1 → 1", then each kind of flip. */
static void total_lines(const jh_compare_writer *w, const jh_flip_total *total) {
  size_t sum[2][JH_VERDICTS] = {{0}}, count = 0;
  char number[2][24];
  for (int a = 0; a < JH_VERDICTS; a++) {
    for (int b = 0; b < JH_VERDICTS; b++) {
      sum[0][a] += total->moves[a][b];
      sum[1][b] += total->moves[a][b];
      count += total->moves[a][b];
    }
  }
  jh_buf_spaces(w->buf, 2);
  total_name(w, total, count);
  bool is_first = true;
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (v > JH_UNDETERMINED && !sum[0][v] && !sum[1][v]) continue;
    jh_compare_text_word(w, is_first ? JH_W_COLON : JH_W_PHRASE);
    is_first = false;
    jh_buf_text(w->buf, jh_verdict_name((jh_verdict)v, w->lang));
    jh_buf_char(w->buf, ' ');
    jh_words_fill(
        w->buf, w->lang, JH_W_ARROW, jh_words_count(number[0], sum[0][v]),
        jh_words_count(number[1], sum[1][v]), NULL);
  }
  jh_buf_char(w->buf, '\n');
  for (int k = 0; k < JH_VERDICTS * JH_VERDICTS; k++) {
    int a = k / JH_VERDICTS, b = k % JH_VERDICTS;
    if (a == b || !total->moves[a][b]) continue;
    jh_buf_spaces(w->buf, 4);
    jh_words_fill(
        w->buf, w->lang, JH_W_ARROW, jh_verdict_name((jh_verdict)a, w->lang),
        jh_verdict_name((jh_verdict)b, w->lang), NULL);
    jh_compare_text_word(w, JH_W_COLON);
    jh_buf_text(w->buf, jh_words_count(number[0], total->moves[a][b]));
    jh_buf_char(w->buf, '\n');
  }
}

void jh_compare_text_totals(const jh_compare_writer *w) {
  const jh_comparison *what = w->view->what;
  char number[2][24];
  jh_buf_char(w->buf, '\n');
  jh_compare_text_word(w, JH_W_BEFORE_AFTER);
  jh_buf_char(w->buf, '\n');
  for (size_t i = 0; i < what->total_count; i++) {
    if (i == 0 || has_moved(&what->totals[i])) total_lines(w, &what->totals[i]);
  }
  for (size_t i = 0; i < what->unmatched_count; i++) {
    const jh_flip_unmatched *at = &what->unmatched[i];
    const jh_plan *plan = jh_compare_point_plan(w->view, JH_AFTER);
    jh_buf_spaces(w->buf, 2);
    jh_words_fill(
        w->buf, w->lang, JH_W_NOT_COMPARED, jh_words_count(number[0], at->only[0]),
        jh_words_count(number[1], at->only[1]), jh_figure_level(plan, at->level[1], w->lang), NULL);
    jh_buf_char(w->buf, '\n');
  }
}

static void reason(const jh_compare_writer *w, jh_word word, size_t count) {
  char number[24];
  jh_buf_spaces(w->buf, 4);
  jh_words_fill(w->buf, w->lang, word, jh_words_count(number, count), NULL);
}

static void absorbed(const jh_compare_writer *w, const jh_flip_absorbed *at) {
  char number[24];
  jh_buf name;
  jh_buf_init(&name);
  jh_compare_writer named = {&name, w->view, w->lang};
  jh_compare_text_clause(&named, at->rule);
  jh_buf_spaces(w->buf, 4);
  jh_words_fill(
      w->buf, w->lang, JH_W_ABSORBED_BY, jh_words_count(number, at->count),
      jh_buf_ok(&name) && name.at ? name.at : "", jh_verdict_name(at->verdict, w->lang), NULL);
  if (!jh_buf_ok(&name)) w->buf->failed = true;
  jh_buf_done(&name);
  if (jh_compare_text_names(w, at->first, at->count)) jh_compare_text_word(w, JH_W_ALL_ABSORBED);
  jh_buf_char(w->buf, '\n');
}

static size_t counted(const jh_flip_change *at) {
  size_t count = 0;
  for (int v = 0; v < JH_VERDICTS; v++) count += at->tally[at->side].of[v];
  return count;
}

/* Do only rules that one of the two packs has stand on it? */
static bool is_one_sided(const jh_compare_writer *w, const jh_flip_change *at) {
  for (size_t i = 0; i < at->rule_count; i++) {
    const uint32_t *of = w->view->what->rules[at->rules[i]].of;
    if (of[JH_BEFORE] != JH_NONE && of[JH_AFTER] != JH_NONE) return false;
  }
  return true;
}

/* Why a change has no more effect than it has; the rules that let it pass. */
static void effects(const jh_compare_writer *w, const jh_flip_change *at) {
  char count[3][24];
  const jh_plan *plan = plan_of(w, at);
  const char *all = jh_words_count(count[0], counted(at));
  const char *what =
      at->rule_count > 1
          ? jh_words_get(JH_W_VERDICTS, w->lang)
          : jh_figure_level(plan, jh_compare_point_level(w->view, at->rules[0]), w->lang);
  bool is_new = is_one_sided(w, at);
  jh_buf_spaces(w->buf, 4);
  if (at->changed == 0) {
    jh_words_fill(w->buf, w->lang, is_new ? JH_W_HINDERS_NONE : JH_W_NONE_BETWEEN, all, what, NULL);
  } else {
    jh_words_fill(
        w->buf, w->lang, is_new ? JH_W_HINDERS : JH_W_SAY_OTHERWISE,
        jh_words_count(count[1], at->changed), all, what, jh_words_count(count[2], at->reached),
        NULL);
  }
  jh_buf_char(w->buf, '\n');
  for (size_t i = 0; i < at->absorbed_count; i++) absorbed(w, &at->absorbed[i]);
  if (at->floors) {
    reason(w, JH_W_FLOORS_MOVE, at->floors);
    jh_buf_char(w->buf, '\n');
  }
  if (at->waiting) {
    reason(w, JH_W_STILL_WAITING, at->waiting);
    jh_buf_char(w->buf, '\n');
  }
}

static void unchanged(const jh_compare_writer *w, const jh_flip_change *at) {
  char day[11];
  jh_date on = w->view->of[at->side]->head->on;
  jh_buf_spaces(w->buf, 2);
  jh_buf_text(w->buf, at->change.path);
  jh_buf_char(w->buf, '\n');
  if (!at->is_in_force || at->rule_count == 0) {
    jh_buf_spaces(w->buf, 4);
    jh_words_fill(
        w->buf, w->lang, at->is_in_force ? JH_W_TOUCHES_NOTHING : JH_W_NOT_ON_THE_DAY,
        jh_date_text(day, on), NULL);
    jh_buf_char(w->buf, '\n');
    return;
  }
  effects(w, at);
  if (at->is_read) return;
  jh_buf_spaces(w->buf, 4);
  jh_compare_text_word(w, JH_W_NOT_READ);
  jh_buf_char(w->buf, '\n');
}

void jh_compare_text_unchanged(const jh_compare_writer *w) {
  const jh_comparison *what = w->view->what;
  if (what->change_count == 0) return;
  jh_buf_char(w->buf, '\n');
  jh_compare_text_word(w, JH_W_UNCHANGED);
  jh_buf_char(w->buf, '\n');
  for (size_t i = 0; i < what->change_count; i++) unchanged(w, &what->changes[i]);
}
