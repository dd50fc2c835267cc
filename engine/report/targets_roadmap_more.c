/* targets_roadmap_more.c - who makes the difference, and what must be said besides. */
#include <string.h>

#include "report/targets.h"
#include "report/targets_roadmap_parts.h"

enum { MOST_NAMES = 24, MOST_CODES = 8 }; /* in a line; JSON and CSV have all */

typedef enum kind { GAINED, LOST, MOVED, KINDS } kind;

static kind kind_of(const jh_roadmap_move *move) {
  if (move->verdict[JH_ROADMAP_REFORM] == JH_MET) return GAINED;
  return move->verdict[JH_ROADMAP_LAW] == JH_MET ? LOST : MOVED;
}

static bool is_same_move(const jh_roadmap_move *a, const jh_roadmap_move *b) {
  return jh_str_equal(a->code, b->code) && a->stage == b->stage && a->verdict[0] == b->verdict[0] &&
         a->verdict[1] == b->verdict[1];
}

/* Of the targets before this one, the first with the same moves at the point; NULL if there is none. */
static const jh_roadmap_target *told_before(
    const jh_roadmap_record *record, size_t target, size_t point) {
  const jh_roadmap_cell *cell = &record->targets[target].cells[point];
  for (size_t i = 0; i < target; i++) {
    const jh_roadmap_cell *other = &record->targets[i].cells[point];
    size_t k = 0;
    if (other->move_count != cell->move_count) continue;
    while (k < cell->move_count && is_same_move(&cell->moves[k], &other->moves[k])) k++;
    if (k == cell->move_count) return &record->targets[i];
  }
  return NULL;
}

/* "甲一县", "甲一县第一小学 (primary)", with "unmet → undetermined" where it is neither won nor lost. */
static void name(
    jh_buf *buf, const jh_plan *plan, const jh_roadmap_move *move, kind which, jh_lang lang) {
  jh_entity entity = {.code = move->code, .name = move->name, .stage = move->stage};
  jh_figure_entity(buf, plan, &entity, lang);
  if (which == LOST && move->verdict[JH_ROADMAP_REFORM] == JH_UNMET) return;
  if (which == GAINED && move->verdict[JH_ROADMAP_LAW] == JH_UNMET) return;
  jh_buf arrow;
  jh_buf_init(&arrow);
  jh_words_fill(
      &arrow, lang, JH_W_ARROW, jh_verdict_name(move->verdict[JH_ROADMAP_LAW], lang),
      jh_verdict_name(move->verdict[JH_ROADMAP_REFORM], lang), NULL);
  jh_words_fill(buf, lang, JH_W_BRACKETS, arrow.at ? arrow.at : "", NULL);
  if (!jh_buf_ok(&arrow)) buf->failed = true;
  jh_buf_done(&arrow);
}

static void names(
    jh_buf *buf, const jh_plan *plan, const jh_roadmap_cell *cell, kind which, jh_lang lang) {
  static const jh_word words[KINDS] = {JH_W_GAINED, JH_W_LOST, JH_W_MOVED};
  jh_buf list;
  char number[24];
  size_t count = 0;
  jh_buf_init(&list);
  for (size_t i = 0; i < cell->move_count; i++) {
    if (kind_of(&cell->moves[i]) != which || ++count > MOST_NAMES) continue;
    if (count > 1) jh_buf_text(&list, jh_words_get(JH_W_COMMA, lang));
    name(&list, plan, &cell->moves[i], which, lang);
  }
  if (count > MOST_NAMES) {
    jh_buf_text(&list, jh_words_get(JH_W_COMMA, lang));
    (void)jh_words_count(number, count - MOST_NAMES);
    jh_words_fill(&list, lang, JH_W_AND_MORE, number, NULL);
  }
  if (!jh_buf_ok(&list)) buf->failed = true;
  if (count) {
    jh_buf_spaces(buf, 4);
    (void)jh_words_count(number, count);
    jh_words_fill(buf, lang, words[which], number, list.at ? list.at : "", NULL);
    jh_buf_char(buf, '\n');
  }
  jh_buf_done(&list);
}

static void difference(
    jh_buf *buf, const jh_roadmap_record *record, size_t target, size_t point, jh_lang lang) {
  const jh_roadmap_target *at = &record->targets[target];
  const jh_roadmap_target *same = told_before(record, target, point);
  jh_buf_spaces(buf, 2);
  jh_buf_text(buf, jh_text_in(at->target->name, lang));
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_targets_roadmap_label(buf, record, point, lang);
  if (same) {
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
    jh_words_fill(buf, lang, JH_W_SAME_AS, jh_text_in(same->target->name, lang), NULL);
  }
  jh_buf_char(buf, '\n');
  const jh_plan *plan = record->points[point].plan[JH_ROADMAP_LAW];
  for (int which = 0; which < KINDS && !same; which++)
    names(buf, plan, &at->cells[point], (kind)which, lang);
}

void jh_targets_roadmap_difference(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang) {
  const jh_roadmap_record *record = view->record;
  bool is_first = true;
  if (!record->has_reform) return;
  jh_buf_char(buf, '\n');
  for (size_t i = 0; i < record->target_count; i++) {
    for (size_t p = 0; p < record->point_count; p++) {
      if (record->targets[i].cells[p].move_count == 0) continue;
      if (is_first) {
        jh_buf_text(buf, jh_words_get(JH_W_DIFFERENCE, lang));
        jh_buf_char(buf, '\n');
      }
      is_first = false;
      difference(buf, record, i, p, lang);
    }
  }
  if (!is_first) return;
  jh_buf_text(buf, jh_words_get(JH_W_DIFFERENCE_NONE, lang));
  jh_buf_char(buf, '\n');
}

static void open_note(jh_buf *buf, const jh_roadmap_target *target, bool *is_first, jh_lang lang) {
  if (*is_first) jh_buf_char(buf, '\n');
  *is_first = false;
  jh_buf_text(buf, jh_text_in(target->target->name, lang));
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
}

static void absent(jh_buf *buf, const jh_roadmap_cell *cell, const char *label, jh_lang lang) {
  jh_buf codes;
  char number[24];
  jh_buf_init(&codes);
  for (size_t i = 0; i < cell->absent_count && i < MOST_CODES; i++) {
    if (i > 0) jh_buf_text(&codes, jh_words_get(JH_W_COMMA, lang));
    jh_buf_add(&codes, cell->absent[i]);
  }
  if (cell->absent_count > MOST_CODES) jh_buf_text(&codes, "…");
  (void)jh_words_count(number, cell->absent_count);
  if (!jh_buf_ok(&codes)) buf->failed = true;
  jh_words_fill(buf, lang, JH_W_POINT_ABSENT, label, number, codes.at ? codes.at : "", NULL);
  jh_buf_char(buf, '\n');
  jh_buf_done(&codes);
}

/* What is to be said of a target at a point; of the law, which the reform's data are, too. */
static void note(
    jh_buf *buf, const jh_roadmap_target *target, const jh_roadmap_cell *cell, const char *label,
    bool *is_first, jh_lang lang) {
  bool is_law = cell->side[JH_ROADMAP_LAW].is_there;
  const jh_target_result *r = &cell->side[is_law ? JH_ROADMAP_LAW : JH_ROADMAP_REFORM].result;
  const size_t *of = r->tally.of;
  bool is_left_out = of[JH_NOT_APPLICABLE] > 0 || of[JH_NOT_IN_FORCE] > 0;
  bool is_none = r->counted == 0 && !is_left_out;
  if (cell->absent_count) {
    open_note(buf, target, is_first, lang);
    absent(buf, cell, label, lang);
  } else if (r->is_cut || is_none) {
    open_note(buf, target, is_first, lang);
    jh_words_fill(buf, lang, r->is_cut ? JH_W_POINT_CUT : JH_W_POINT_NONE, label, NULL);
    jh_buf_char(buf, '\n');
  }
  if (!is_left_out) return;
  open_note(buf, target, is_first, lang);
  jh_buf_text(buf, label);
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  jh_targets_not_counted(buf, r, lang);
}

void jh_targets_roadmap_notes(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang) {
  const jh_roadmap_record *record = view->record;
  bool is_first = true;
  for (size_t i = 0; i < record->target_count; i++) {
    for (size_t p = 0; p < record->point_count; p++) {
      jh_buf label;
      jh_buf_init(&label);
      jh_targets_roadmap_label(&label, record, p, lang);
      if (!jh_buf_ok(&label)) buf->failed = true;
      const jh_roadmap_target *target = &record->targets[i];
      note(buf, target, &target->cells[p], label.at ? label.at : "", &is_first, lang);
      jh_buf_done(&label);
    }
  }
}
