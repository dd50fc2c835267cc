/* targets_roadmap_text.c - a roadmap for people: points, targets, named counties; see targets_roadmap.h. */
#include "report/targets_roadmap.h"

#include <string.h>

#include "base/alloc.h"
#include "report/head.h"
#include "report/out.h"
#include "report/targets.h"
#include "report/targets_roadmap_parts.h"

static const char *side_word(const jh_roadmap_record *record, int side, jh_lang lang) {
  if (!record->has_reform) return "";
  return jh_words_get(side == JH_ROADMAP_LAW ? JH_W_SIDE_LAW : JH_W_SIDE_REFORM, lang);
}

/* Day, law, year, folder, counties of each point. */
static void points(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_POINTS},
      {.word = JH_W_COL_LAW_DAY},
      {.word = JH_W_COL_YEAR},
      {.word = JH_W_DATA},
      {.word = JH_W_COL_COUNTIES, .is_right = true}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < view->record->point_count; i++) {
    const jh_roadmap_point *at = &view->record->points[i];
    char day[11], number[24];
    jh_listing_add(&list, jh_date_text(day, at->day));
    jh_listing_add(&list, jh_date_text(day, at->on));
    jh_listing_add(&list, at->year);
    jh_listing_add(&list, at->folder);
    jh_listing_add(&list, jh_words_count(number, at->county_count));
  }
  jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

/* "data/x: as_of = 2024-09-01 belongs to year 2024; the days of other years …", once for each folder. */
static void moved_days(jh_buf *buf, const jh_roadmap_record *record, jh_lang lang) {
  for (size_t i = 0; i < record->point_count; i++) {
    const jh_roadmap_point *at = &record->points[i];
    bool is_told = !at->as_of;
    char day[11];
    for (size_t k = 0; k < i && !is_told; k++)
      is_told = record->points[k].as_of && strcmp(record->points[k].folder, at->folder) == 0;
    if (is_told) continue;
    jh_words_fill(
        buf, lang, JH_W_DAY_MOVED, at->folder, jh_date_text(day, at->as_of), at->as_of_year, NULL);
    jh_buf_char(buf, '\n');
  }
}

/* "1 to spare", "2 missing", "just reached"; "1 to 3" of either. */
static void spare(jh_buf *buf, const char *count, int64_t margin, jh_lang lang) {
  if (margin == 0) {
    jh_buf_text(buf, jh_words_get(JH_W_JUST_REACHED, lang));
  } else {
    jh_words_fill(buf, lang, margin < 0 ? JH_W_IS_MISSING : JH_W_TO_SPARE, count, NULL);
  }
}

static const char *size_of(char out[24], int64_t margin) {
  return jh_words_count(out, (size_t)(margin < 0 ? -margin : margin));
}

/* Both ends to spare, or both missing: "0 to 1 to spare". */
static void one_way(jh_buf *buf, const jh_roadmap_margin *at, jh_lang lang) {
  char low[24], high[24];
  bool is_short = at->low < 0;
  jh_buf range;
  jh_buf_init(&range);
  jh_words_fill(
      &range, lang, JH_W_BETWEEN, size_of(low, is_short ? at->high : at->low),
      size_of(high, is_short ? at->low : at->high), NULL);
  if (!jh_buf_ok(&range)) buf->failed = true;
  spare(buf, range.at ? range.at : "", is_short ? -1 : 1, lang);
  jh_buf_done(&range);
}

/* "1 missing to 2 to spare". */
static void both_ways(jh_buf *buf, const jh_roadmap_margin *at, jh_lang lang) {
  char count[24];
  jh_buf ends[2];
  jh_buf_init(&ends[0]);
  jh_buf_init(&ends[1]);
  spare(&ends[0], size_of(count, at->low), at->low, lang);
  spare(&ends[1], size_of(count, at->high), at->high, lang);
  if (!jh_buf_ok(&ends[0]) || !jh_buf_ok(&ends[1])) buf->failed = true;
  jh_words_fill(
      buf, lang, JH_W_BETWEEN, ends[0].at ? ends[0].at : "", ends[1].at ? ends[1].at : "", NULL);
  jh_buf_done(&ends[0]);
  jh_buf_done(&ends[1]);
}

static void margin(jh_buf *buf, const jh_roadmap_margin *at, jh_lang lang) {
  char count[24];
  if (!at->is_told) return;
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  if (at->low == at->high) {
    spare(buf, size_of(count, at->low), at->low, lang);
  } else if (at->low >= 0 || at->high <= 0) {
    one_way(buf, at, lang);
  } else {
    both_ways(buf, at, lang);
  }
}

static void target_line(
    jh_listing *list, const jh_roadmap_view *view, const jh_roadmap_state *state, int side,
    size_t point, jh_lang lang) {
  char number[24];
  const jh_target_result *r = &state->result;
  jh_targets_roadmap_label(&list->text, view->record, point, lang);
  jh_listing_next(list);
  jh_listing_add(list, side_word(view->record, side, lang));
  jh_targets_counted(&list->text, view->record->points[point].plan[side], r, lang);
  jh_listing_next(list);
  for (int v = JH_MET; v <= JH_UNDETERMINED; v++)
    jh_listing_add(list, jh_words_count(number, r->tally.of[v]));
  jh_targets_share_words(&list->text, &r->share, lang);
  jh_listing_next(list);
  jh_targets_goal(&list->text, &r->ensure, lang);
  margin(&list->text, &state->ensure, lang);
  jh_listing_next(list);
  jh_targets_goal(&list->text, &r->strive, lang);
  margin(&list->text, &state->strive, lang);
  jh_listing_next(list);
  jh_listing_add(list, r->county_count ? jh_target_state_name(r->named, lang) : "");
}

static void target_lines(
    jh_listing *list, const jh_roadmap_view *view, const jh_roadmap_target *target, jh_lang lang) {
  bool is_first = true;
  for (size_t p = 0; p < view->record->point_count; p++) {
    for (int side = 0; side < jh_targets_roadmap_sides(view->record); side++) {
      const jh_roadmap_state *state = &target->cells[p].side[side];
      if (!state->is_there) continue;
      jh_listing_add(list, is_first ? jh_text_in(target->target->name, lang) : "");
      if (is_first) jh_targets_due(&list->text, target->target, lang);
      jh_listing_next(list);
      is_first = false;
      target_line(list, view, state, side, p, lang);
    }
  }
}

static void targets(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang) {
  const jh_listing_column columns[] = {
      {.word = JH_W_COL_TARGETS},
      {.word = JH_W_COL_DUE},
      {.word = JH_W_COL_AS_OF},
      {.word = JH_W_COL_SIDE},
      {.word = JH_W_COL_COUNTED},
      {.title = jh_verdict_name(JH_MET, lang), .is_right = true},
      {.title = jh_verdict_name(JH_UNMET, lang), .is_right = true},
      {.title = jh_verdict_name(JH_UNDETERMINED, lang), .is_right = true},
      {.word = JH_W_COL_SHARE},
      {.word = JH_W_COL_ENSURE},
      {.word = JH_W_COL_STRIVE},
      {.word = JH_W_COL_NAMED}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < view->record->target_count; i++)
    target_lines(&list, view, &view->record->targets[i], lang);
  jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

/* "met", "undetermined (not in the data)", "met (as 990107)". */
static void sight(jh_buf *buf, const jh_roadmap_sight *at, jh_lang lang) {
  jh_buf_text(buf, jh_verdict_name(at->verdict, lang));
  if (at->is_missing) {
    jh_words_fill(buf, lang, JH_W_BRACKETS, jh_words_get(JH_W_NOT_IN_DATA, lang), NULL);
  } else if (at->code.size) {
    char code[32];
    jh_buf as;
    jh_buf_init(&as);
    jh_str_copy(code, sizeof code, at->code);
    jh_words_fill(&as, lang, JH_W_STANDS_AS, code, NULL);
    jh_words_fill(buf, lang, JH_W_BRACKETS, as.at ? as.at : "", NULL);
    if (!jh_buf_ok(&as)) buf->failed = true;
    jh_buf_done(&as);
  }
}

static void county_line(
    jh_listing *list, const jh_roadmap_view *view, const jh_roadmap_target *target, int side,
    const jh_roadmap_county *county, jh_lang lang) {
  const jh_roadmap_record *record = view->record;
  jh_listing_add(list, county->code);
  jh_buf_text(&list->text, county->name);
  if (county->found.size) {
    char found[256];
    jh_str_copy(found, sizeof found, county->found);
    jh_words_fill(&list->text, lang, JH_W_BRACKETS, found, NULL);
  }
  jh_listing_next(list);
  jh_targets_due(&list->text, target->target, lang);
  jh_listing_next(list);
  jh_listing_add(list, side_word(record, side, lang));
  for (size_t p = 0; p < record->point_count; p++) {
    sight(&list->text, &county->sights[p], lang);
    jh_listing_next(list);
  }
  jh_word standing = (jh_word)(JH_W_STANDING_0 + (int)county->standing);
  jh_buf_text(&list->text, jh_words_get(standing, lang));
  if (county->is_lost)
    jh_words_fill(&list->text, lang, JH_W_BRACKETS, jh_words_get(JH_W_STANDING_LOST, lang), NULL);
  jh_listing_next(list);
  if (county->first_met != JH_ROADMAP_NEVER)
    jh_targets_roadmap_label(&list->text, record, county->first_met, lang);
  jh_listing_next(list);
  jh_listing_add(list, jh_text_in(target->target->name, lang));
}

static bool says_same(const jh_roadmap_county *a, const jh_roadmap_county *b, size_t point_count) {
  if (strcmp(a->code, b->code) != 0 || a->standing != b->standing) return false;
  for (size_t p = 0; p < point_count; p++) {
    if (a->sights[p].verdict != b->sights[p].verdict) return false;
  }
  return true;
}

/* Is the line of the reform told already by that of the law? */
static bool is_told(
    const jh_roadmap_view *view, const jh_roadmap_target *target, size_t i, int side) {
  if (side == JH_ROADMAP_LAW || i >= target->county_count[JH_ROADMAP_LAW]) return false;
  return says_same(
      &target->counties[JH_ROADMAP_LAW][i], &target->counties[JH_ROADMAP_REFORM][i],
      view->record->point_count);
}

static void county_lines(
    jh_listing *list, const jh_roadmap_view *view, const jh_roadmap_target *target, jh_lang lang) {
  size_t laws = target->county_count[0], reforms = target->county_count[1];
  for (size_t i = 0; i < laws || i < reforms; i++) {
    for (int side = 0; side < jh_targets_roadmap_sides(view->record); side++) {
      if (i >= target->county_count[side] || is_told(view, target, i, side)) continue;
      county_line(list, view, target, side, &target->counties[side][i], lang);
    }
  }
}

enum { BEFORE_POINTS = 4, AFTER_POINTS = 3 };

/* A column for each point, between what the county is and how it stands. */
static jh_listing_column *county_columns(
    const jh_roadmap_view *view, jh_buf *labels, size_t *count, jh_lang lang) {
  static const jh_word before[BEFORE_POINTS] = {
      JH_W_COL_NAMED, JH_W_COL_COUNTY, JH_W_COL_DUE, JH_W_COL_SIDE};
  static const jh_word after[AFTER_POINTS] = {
      JH_W_COL_STANDING, JH_W_COL_FIRST_MET, JH_W_COL_TARGET};
  size_t points_there = view->record->point_count;
  *count = BEFORE_POINTS + points_there + AFTER_POINTS;
  jh_listing_column *columns = jh_alloc_get(*count * sizeof *columns);
  size_t *starts = jh_alloc_get((points_there + 1) * sizeof *starts);
  for (size_t p = 0; starts && p < points_there; p++) {
    starts[p] = labels->size;
    jh_targets_roadmap_label(labels, view->record, p, lang);
    jh_buf_char(labels, '\0');
  }
  bool is_good = columns && starts && jh_buf_ok(labels);
  for (size_t i = 0; is_good && i < BEFORE_POINTS; i++) columns[i].word = before[i];
  for (size_t p = 0; is_good && p < points_there; p++)
    columns[BEFORE_POINTS + p].title = labels->at + starts[p];
  for (size_t i = 0; is_good && i < AFTER_POINTS; i++)
    columns[BEFORE_POINTS + points_there + i].word = after[i];
  jh_alloc_free(starts);
  if (is_good) return columns;
  jh_alloc_free(columns);
  return NULL;
}

static void named(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang) {
  jh_listing list;
  jh_buf labels;
  size_t count = 0;
  jh_buf_init(&labels);
  jh_listing_column *columns = county_columns(view, &labels, &count, lang);
  if (!columns) {
    buf->failed = true;
    jh_buf_done(&labels);
    return;
  }
  jh_listing_init(&list, columns, count);
  for (size_t i = 0; i < view->record->target_count; i++)
    county_lines(&list, view, &view->record->targets[i], lang);
  if (list.cell_count) jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
  jh_alloc_free(columns);
  jh_buf_done(&labels);
}

jh_code jh_targets_roadmap_text(
    const jh_roadmap_view *view, jh_lang lang, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  size_t last = view->record->point_count - 1;
  int side = jh_targets_roadmap_sides(view->record) - 1;
  jh_out_init(&out, sink, payload);
  jh_head_text(&out.buf, view->heads[side][last], lang);
  points(&out.buf, view, lang);
  moved_days(&out.buf, view->record, lang);
  targets(&out.buf, view, lang);
  named(&out.buf, view, lang);
  jh_targets_roadmap_difference(&out.buf, view, lang);
  jh_targets_roadmap_notes(&out.buf, view, lang);
  return jh_out_done(&out, JH_OK, err);
}
