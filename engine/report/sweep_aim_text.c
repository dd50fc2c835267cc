/* sweep_aim_text.c - at which value a share is met, for people. */
#include <string.h>

#include "report/figure.h"
#include "report/sweep.h"

enum {
  NEIGHBOURS = 2,
  DECIDING = 3,
  REASONS = 5,
  LONGEST_EXACT = 32,
  BELOW = 0,
  AT = 1,
  ABOVE = 2
};

static void end_line(jh_buf *buf) { jh_buf_char(buf, '\n'); }

/* "4 of 13", for a text that is told where memory is out */
static const char *share(jh_buf *to, char out[64], size_t met, size_t counted, jh_lang lang) {
  char a[24], b[24];
  jh_buf buf;
  jh_buf_init(&buf);
  jh_words_fill(
      &buf, lang, JH_W_SWEEP_AIM_SHARE, jh_words_count(a, met), jh_words_count(b, counted), NULL);
  jh_str_copy(out, 64, jh_buf_str(&buf));
  if (!jh_buf_ok(&buf)) to->failed = true;
  jh_buf_done(&buf);
  return out;
}

/* "    decided by  990303 丙三县: met up to 45, unmet from 45.000001 on" */
static void turn_line(
    jh_buf *buf, const jh_sweep_view *view, jh_word word, const jh_sweep_turn *turn) {
  jh_lang lang = view->lang;
  jh_entity entity = jh_sweep_entity(view, turn->row);
  jh_buf name, to;
  jh_buf_init(&name), jh_buf_init(&to);
  jh_buf_add(&name, entity.code);
  jh_buf_char(&name, ' ');
  jh_figure_entity(&name, jh_sweep_plan(view), &entity, lang);
  jh_words_fill(
      &to, lang, JH_W_SWEEP_AIM_TURN_TO, jh_verdict_name(turn->after, lang), turn->figure.first,
      NULL);
  jh_buf_spaces(buf, 4);
  jh_buf_text(buf, jh_words_get(word, lang));
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  jh_words_fill(
      buf, lang, JH_W_SWEEP_AIM_TURN, name.at ? name.at : "", jh_verdict_name(turn->before, lang),
      turn->figure.last, to.at ? to.at : "", NULL);
  end_line(buf);
  if (!jh_buf_ok(&name) || !jh_buf_ok(&to)) buf->failed = true;
  jh_buf_done(&name), jh_buf_done(&to);
}

/* Does it begin or end being met? */
static bool is_of_met(const jh_sweep_turn *turn) {
  return (turn->before == JH_MET) != (turn->after == JH_MET);
}

/* The nearest turns on one side that begin or end being met: step is 1, or its complement. */
static void neighbours(
    jh_buf *buf, const jh_sweep_view *view, jh_word word, size_t from, size_t step) {
  const jh_sweep *sweep = view->sweep;
  size_t told = 0;
  for (size_t at = from; at < sweep->turn_count && told < NEIGHBOURS; at += step) {
    const jh_sweep_turn *turn = &sweep->turns[sweep->order[at]];
    if (!is_of_met(turn)) continue;
    turn_line(buf, view, word, turn);
    told++;
  }
}

static jh_word word_of(const jh_sweep_goal *goal) {
  bool below = goal->is_reached[BELOW], above = goal->is_reached[ABOVE];
  if (below == above) return below ? JH_W_SWEEP_AIM_NOT_AT : JH_W_SWEEP_AIM_AT;
  return above ? JH_W_SWEEP_AIM_UP : JH_W_SWEEP_AIM_DOWN;
}

/* "reached from 46 on upwards, met 4 of 13; not at 45.999999, met 3 of 13" */
static void goal_line(jh_buf *buf, const jh_sweep_view *view, const jh_sweep_goal *goal) {
  jh_word word = word_of(goal);
  char in[64], out[64];
  bool is_up = word == JH_W_SWEEP_AIM_UP, is_down = word == JH_W_SWEEP_AIM_DOWN;
  int on = is_up ? ABOVE : BELOW, off = is_up ? BELOW : ABOVE;
  if (goal->is_reached[AT] && is_up != is_down) on = AT;
  if (!goal->is_reached[AT] && is_up != is_down) off = AT;
  jh_buf_spaces(buf, 2);
  if (is_up || is_down) {
    jh_words_fill(
        buf, view->lang, word, is_up ? goal->figure.first : goal->figure.last,
        share(buf, in, goal->met[on], goal->counted[on], view->lang),
        is_up ? goal->figure.last : goal->figure.first,
        share(buf, out, goal->met[off], goal->counted[off], view->lang), NULL);
  } else {
    jh_words_fill(
        buf, view->lang, word, goal->figure.exact,
        share(buf, in, goal->met[AT], goal->counted[AT], view->lang), NULL);
  }
  end_line(buf);
}

/* "    the exact place: 136/3" */
static void exact_line(jh_buf *buf, const jh_sweep_view *view, const jh_sweep_goal *goal) {
  const jh_sweep_turn *turn = &view->sweep->turns[view->sweep->order[goal->first]];
  jh_buf root;
  if (!goal->figure.exact[0] || strlen(goal->figure.exact) > LONGEST_EXACT) return;
  jh_buf_init(&root);
  if (turn->place.is_root)
    jh_words_fill(&root, view->lang, JH_W_SWEEP_ROOT, goal->figure.exact, NULL);
  jh_buf_spaces(buf, 4);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_AIM_EXACT, root.at ? root.at : goal->figure.exact, NULL);
  end_line(buf);
  if (!jh_buf_ok(&root)) buf->failed = true;
  jh_buf_done(&root);
}

static void goal_lines(jh_buf *buf, const jh_sweep_view *view, const jh_sweep_goal *goal) {
  const jh_sweep *sweep = view->sweep;
  size_t told = 0;
  goal_line(buf, view, goal);
  exact_line(buf, view, goal);
  for (size_t i = goal->first; i < goal->first + goal->count && told < DECIDING; i++) {
    const jh_sweep_turn *turn = &sweep->turns[sweep->order[i]];
    if (!is_of_met(turn)) continue;
    turn_line(buf, view, JH_W_SWEEP_AIM_DECIDES, turn);
    told++;
  }
  neighbours(buf, view, JH_W_SWEEP_AIM_NEXT_BELOW, goal->first - 1, SIZE_MAX);
  neighbours(buf, view, JH_W_SWEEP_AIM_NEXT_ABOVE, goal->first + goal->count, 1);
}

/* "  reached at no value: at most 4 of 13 are met, such as at 46" */
static void nowhere(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep_aim *aim = view->sweep->aim;
  char most[64];
  jh_buf at;
  jh_buf_init(&at);
  if (aim->most_value[0])
    jh_words_fill(&at, view->lang, JH_W_SWEEP_AIM_MOST_AT, aim->most_value, NULL);
  jh_buf_spaces(buf, 2);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_AIM_NEVER,
      share(buf, most, aim->most_met, aim->most_counted, view->lang), at.at ? at.at : "", NULL);
  end_line(buf);
  if (!jh_buf_ok(&at)) buf->failed = true;
  jh_buf_done(&at);
}

static size_t count_of(const jh_sweep_reason *reason, jh_verdict verdict) {
  return verdict == JH_UNMET ? reason->unmet : reason->undetermined;
}

/* The most frequent after the one given, of equals the first in the list; NULL at the end. */
static const jh_sweep_reason *next_reason(
    const jh_sweep_aim *aim, const jh_sweep_reason *after, jh_verdict verdict) {
  const jh_sweep_reason *best = NULL;
  for (size_t i = 0; i < aim->reason_count; i++) {
    const jh_sweep_reason *at = &aim->reasons[i];
    size_t count = count_of(at, verdict), limit = after ? count_of(after, verdict) : SIZE_MAX;
    bool is_behind = count < limit || (count == limit && at > after);
    if (count && is_behind && (!best || count > count_of(best, verdict))) best = at;
  }
  return best;
}

/* "A (4); B (2); and 3 more": those that are not met, or those that cannot be told. */
static void reasons(jh_buf *buf, const jh_sweep_view *view, jh_word title, jh_verdict verdict) {
  const jh_sweep_aim *aim = view->sweep->aim;
  const jh_plan *plan = jh_sweep_plan(view);
  char number[24];
  size_t told = 0, all = 0;
  const jh_sweep_reason *at = NULL;
  for (size_t i = 0; i < aim->reason_count; i++) all += count_of(&aim->reasons[i], verdict) > 0;
  while (told < REASONS && (at = next_reason(aim, at, verdict)) != NULL) {
    jh_buf name;
    jh_buf_init(&name);
    jh_figure_rule_full(&name, plan, &plan->rules[at->rule], view->lang);
    jh_buf_text(buf, jh_words_get(told ? JH_W_SEPARATOR : title, view->lang));
    jh_words_fill(
        buf, view->lang, JH_W_SWEEP_AIM_REASON, name.at ? name.at : "",
        jh_words_count(number, count_of(at, verdict)), NULL);
    if (!jh_buf_ok(&name)) buf->failed = true;
    jh_buf_done(&name);
    told++;
  }
  if (all > told) {
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, view->lang));
    jh_words_fill(buf, view->lang, JH_W_SWEEP_AIM_MORE, jh_words_count(number, all - told), NULL);
  }
  if (all) end_line(buf);
}

/* "  met at no value: 9" and why. */
static void failing(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep_aim *aim = view->sweep->aim;
  char number[24];
  const jh_word words[2] = {JH_W_SWEEP_AIM_FAILING, JH_W_SWEEP_AIM_NOT_COUNTED};
  const size_t counts[2] = {aim->never, aim->not_counted};
  for (int i = 0; i < 2; i++) {
    if (counts[i] == 0) continue;
    jh_buf_spaces(buf, 2);
    jh_words_fill(buf, view->lang, words[i], jh_words_count(number, counts[i]), NULL);
    end_line(buf);
    if (i == 0) reasons(buf, view, JH_W_SWEEP_AIM_WHY, JH_UNMET);
    if (i == 0) reasons(buf, view, JH_W_SWEEP_AIM_WHY_OPEN, JH_UNDETERMINED);
  }
}

void jh_sweep_aim_text(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep_aim *aim = view->sweep->aim;
  const jh_tally *today = &view->sweep->today[0];
  size_t counted = today->of[JH_MET] + today->of[JH_UNMET] + today->of[JH_UNDETERMINED];
  char percent[JH_DEC_TEXT], now[64];
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_AIM, jh_dec_text(percent, aim->percent),
      share(buf, now, today->of[JH_MET], counted, view->lang), NULL);
  end_line(buf);
  for (size_t i = 0; i < aim->goal_count; i++) goal_lines(buf, view, &aim->goals[i]);
  if (aim->goal_count == 0 && aim->is_reached_first) {
    jh_buf_spaces(buf, 2);
    jh_buf_text(buf, jh_words_get(JH_W_SWEEP_AIM_ALWAYS, view->lang));
    end_line(buf);
  } else if (aim->goal_count == 0) {
    nowhere(buf, view);
  }
  failing(buf, view);
}
