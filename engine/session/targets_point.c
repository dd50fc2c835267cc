/* targets_point.c - see targets_point.h. */
#include "session/targets_point.h"

#include "session/targets_share.h"

enum { A_YEAR = 10000, LEAP_DAY = 229, DAY_BEFORE = 228 }; /* of a jh_date */

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_date move_day(jh_date day, int years) {
  char text[11];
  jh_date moved = day + years * A_YEAR, checked;
  if (moved < A_YEAR || moved / A_YEAR > 9999) return 0;
  bool is_day = jh_date_read(&checked, jh_str_of(jh_date_text(text, moved)));
  return is_day || day % A_YEAR != LEAP_DAY ? moved : moved - LEAP_DAY + DAY_BEFORE;
}

/* As of which day the data are: the dictionary's, moved from the year to which it belongs to theirs. */
static jh_code find_day(jh_date *out, const jh_session *s, jh_date told, jh_error *err) {
  const char *year = s->dataset->year, *of = s->dataset->year_as_of;
  jh_date as_of = s->plan->dataset.as_of;
  *out = as_of ? as_of : told;
  if (!*out) return jh_fail(err, JH_ENO_DAY, NULL, NULL);
  if (!as_of || !year || !of || jh_str_equal(jh_str_of(year), jh_str_of(of))) return JH_OK;
  int from = jh_date_year_of(jh_str_of(of)), to = jh_date_year_of(jh_str_of(year));
  *out = from && to ? move_day(as_of, to - from) : 0;
  return *out ? JH_OK : jh_fail(err, JH_EYEAR_NO_DAY, NULL, year, of, NULL);
}

static bool has_reform(const jh_roadmap_options *options) {
  return options->session.reform_count > 0 || options->session.switch_count > 0;
}

/* The pack alone, for its columns; its data come from the other side. */
static jh_code open_law(
    jh_targets_point *point, const jh_session_options *how, bool reads, jh_error *err) {
  jh_session_options law = *how;
  law.reform_count = law.switch_count = 0;
  law.only_preview = !reads;
  jh_session_close(point->sides[JH_ROADMAP_LAW]);
  return jh_session_open(&point->sides[JH_ROADMAP_LAW], &law, err);
}

static void borrow_data(jh_session *law, const jh_session *from) {
  law->dataset = from->dataset;
  law->head.files = from->head.files;
  law->head.file_count = from->head.file_count;
  law->head.year = from->head.year;
}

/* Both packs over data that are read once; twice only where the reform changes what a row is. */
static jh_code open_both(jh_targets_point *point, const jh_session_options *how, jh_error *err) {
  jh_code code = open_law(point, how, false, err);
  if (code) return code;
  jh_session_options reform = *how;
  jh_session *law = point->sides[JH_ROADMAP_LAW];
  reform.also = law;
  code = jh_session_open(&point->sides[JH_ROADMAP_REFORM], &reform, err);
  if (code) return code;
  jh_session *loaded = point->sides[JH_ROADMAP_REFORM];
  point->is_shared = jh_targets_share(law->plan, loaded->plan);
  if (!point->is_shared) return open_law(point, how, true, err);
  borrow_data(law, loaded);
  return JH_OK;
}

static jh_code evaluate(jh_targets_point *point, const jh_roadmap_options *options, jh_error *err) {
  char day[11];
  jh_date told = 0;
  const jh_session *read = point->sides[JH_ROADMAP_LAW];
  if (options->on && !jh_date_read(&told, jh_str_of(options->on)))
    return jh_fail(err, JH_EBAD_DATE, NULL, options->on, NULL);
  jh_code code = find_day(&point->day, read, told, err);
  point->on = told ? told : point->day;
  jh_evaluate_options how = {.on = jh_date_text(day, point->on), .jobs = options->jobs};
  for (int i = 0; i < JH_ROADMAP_SIDES && !code; i++) {
    if (point->sides[i]) code = jh_session_evaluate(point->sides[i], &how, err);
  }
  return code;
}

static size_t target_count(const jh_targets_point *point) {
  size_t count = 0;
  for (int i = 0; i < JH_ROADMAP_SIDES; i++) {
    if (point->sides[i]) count += point->sides[i]->plan->target_count;
  }
  return count;
}

jh_code jh_targets_point_read(
    jh_targets_point *out, const jh_roadmap_options *options, const char *data, const char *year,
    jh_error *err) {
  jh_session_options how = options->session;
  *out = (jh_targets_point){0};
  how.data = data;
  how.year = year;
  how.with_succession = true;
  jh_code code = has_reform(options) ? open_both(out, &how, err) : open_law(out, &how, true, err);
  if (code) return code;
  if (target_count(out) == 0) {
    const char *id = out->sides[JH_ROADMAP_LAW]->plan->pack.id;
    return jh_fail(err, JH_ENO_TARGETS, NULL, id ? id : "", NULL);
  }
  return evaluate(out, options, err);
}

/* What the head tells of the files, without the data. */
static jh_code keep_head(jh_session *s, jh_error *err) {
  jh_report_file *files = jh_arena_get(s->arena, (s->head.file_count + 1) * sizeof *files);
  if (!files) return out_of_memory(err);
  for (size_t i = 0; i < s->head.file_count; i++) {
    files[i].name = jh_arena_text(s->arena, jh_str_of(s->head.files[i].name));
    files[i].hash = jh_arena_text(s->arena, jh_str_of(s->head.files[i].hash));
    if (!files[i].name || !files[i].hash) return out_of_memory(err);
  }
  s->head.files = files;
  if (!s->head.year) return JH_OK;
  s->head.year = jh_arena_text(s->arena, jh_str_of(s->head.year));
  return s->head.year ? JH_OK : out_of_memory(err);
}

jh_code jh_targets_point_release(jh_targets_point *point, jh_error *err) {
  jh_code code = JH_OK;
  for (int i = 0; i < JH_ROADMAP_SIDES; i++) {
    jh_session *s = point->sides[i];
    if (!s) continue;
    if (!code && s->dataset) code = keep_head(s, err);
    jh_run_close(s->run);
    s->run = NULL;
  }
  for (int i = 0; i < JH_ROADMAP_SIDES; i++) {
    jh_session *s = point->sides[i];
    if (!s) continue;
    bool is_other = point->is_shared && i == JH_ROADMAP_LAW;
    if (!is_other) jh_dataset_close(s->dataset);
    s->dataset = NULL;
  }
  return code;
}
