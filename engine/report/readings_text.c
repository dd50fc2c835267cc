/* readings_text.c - readings that are not settled, for people. */
#include "report/compare_text.h"
#include "report/head.h"
#include "report/readings.h"

static const char *name_of(const jh_param *param, jh_lang lang) {
  const char *name = jh_text_in(param->name, lang);
  return name[0] ? name : param->path;
}

static void word(jh_readings_writer *w, jh_word which) {
  jh_buf_text(&w->out.buf, jh_words_get(which, w->lang));
}

static void begin(jh_readings_writer *w) {
  const jh_readings *of = w->of;
  jh_buf *buf = &w->out.buf;
  jh_head_text(buf, of->base->head, w->lang);
  jh_buf_char(buf, '\n');
  if (of->count == 0) {
    word(w, JH_W_READINGS_NONE);
  } else {
    const char *all = of->turned > 1 ? jh_words_get(JH_W_READINGS_AND_ALL, w->lang) : "";
    jh_words_fill(buf, w->lang, JH_W_READINGS, all, NULL);
  }
  jh_buf_char(buf, '\n');
}

/* "small_schools: Small schools are left out", "  now off; 第六条 教督〔2017〕6号; unverified; …" */
static void title(jh_readings_writer *w, size_t at) {
  const jh_readings_switch *one = &w->of->switches[at];
  const jh_param *param = jh_readings_param(w->of, at);
  const char *document = jh_readings_document(w->of, at);
  jh_buf *buf = &w->out.buf;
  char day[11];
  jh_buf_text(buf, param->path);
  word(w, JH_W_COLON);
  jh_buf_text(buf, name_of(param, w->lang));
  jh_buf_text(buf, "\n  ");
  if (one->state == JH_READINGS_NOT_IN_FORCE) {
    (void)jh_date_text(day, w->of->base->head->on);
    jh_words_fill(buf, w->lang, JH_W_NOT_ON_THE_DAY, day, NULL);
  } else {
    word(w, one->is_on ? JH_W_READINGS_NOW_ON : JH_W_READINGS_NOW_OFF);
  }
  word(w, JH_W_SEPARATOR);
  jh_buf_text(buf, jh_readings_clause(w->of, at));
  if (document[0]) jh_buf_char(buf, ' ');
  jh_buf_text(buf, document);
  word(w, JH_W_SEPARATOR);
  word(w, jh_figure_certainty_word(param->certainty));
  jh_buf_char(buf, '\n');
}

/* Schools and their stages are told even where none changes. */
static bool is_always_told(const jh_plan *plan, uint32_t level) {
  uint32_t stages = plan->stage_level;
  return stages != JH_NONE && (level == stages || level == plan->levels[stages].parent);
}

/* "schools 3", for the requirements of one level that are told by themselves, without the last word. */
static void level_count(jh_readings_writer *w, const jh_compare_view *view, uint32_t level) {
  const jh_plan *plan = jh_compare_point_plan(view, JH_AFTER);
  bool is_top = plan->levels[level].parent == JH_NONE;
  size_t count = 0;
  char number[24];
  for (size_t i = 0; i < view->what->total_count; i++) {
    const jh_flip_total *total = &view->what->totals[i];
    if (total->rule == 0 || jh_compare_point_level(view, total->rule) != level) continue;
    count += jh_readings_changed(total);
  }
  if (count == 0 && !is_always_told(plan, level)) return;
  word(w, JH_W_PHRASE);
  (void)jh_words_count(number, count);
  if (is_top) {
    jh_words_fill(&w->out.buf, w->lang, JH_W_READINGS_OTHERS, number, NULL);
  } else {
    const char *many = jh_figure_level(plan, level, w->lang);
    jh_words_fill(&w->out.buf, w->lang, JH_W_READINGS_LEVEL, many, number, NULL);
  }
}

/* "  turned on, these change: counties 1, schools 0, stages 12" */
static void counts(jh_readings_writer *w, size_t at, const jh_compare_view *view) {
  char number[24];
  jh_word how = JH_W_READINGS_TURNED;
  if (at < w->of->count)
    how = w->of->switches[at].is_on ? JH_W_READINGS_TURNED_OFF : JH_W_READINGS_TURNED_ON;
  jh_buf_spaces(&w->out.buf, 2);
  word(w, how);
  (void)jh_words_count(number, view->what->county_count);
  jh_words_fill(&w->out.buf, w->lang, JH_W_READINGS_COUNTIES, number, NULL);
  const jh_plan *plan = jh_compare_point_plan(view, JH_AFTER);
  for (uint32_t level = 0; level < plan->level_count; level++) level_count(w, view, level);
  jh_buf_char(&w->out.buf, '\n');
}

static jh_code item(jh_readings_writer *w, size_t at, const jh_compare_view *view, jh_error *err) {
  jh_buf *buf = &w->out.buf;
  char number[24];
  bool is_all = at == w->of->count;
  jh_buf_char(buf, '\n');
  if (is_all) {
    jh_words_fill(
        buf, w->lang, JH_W_READINGS_TOGETHER, jh_words_count(number, w->of->turned), NULL);
    jh_buf_char(buf, '\n');
  } else {
    title(w, at);
  }
  if (!view) {
    if (w->of->switches[at].state != JH_READINGS_STAGES) return JH_OK;
    jh_buf_spaces(buf, 2);
    word(w, JH_W_READINGS_STAGES);
    jh_buf_char(buf, '\n');
    return JH_OK;
  }
  counts(w, at, view);
  if (view->what->county_count == 0) {
    jh_buf_spaces(buf, 2);
    word(w, is_all ? JH_W_READINGS_NOBODY_ALL : JH_W_READINGS_NOBODY);
    jh_buf_char(buf, '\n');
  }
  jh_compare_writer lines = {buf, view, w->lang};
  return jh_compare_text_counties(&w->out, &lines, 4, err);
}

/* "    990103  甲三县  unmet: a, b" */
static void county_line(jh_readings_writer *w, uint32_t county) {
  const jh_readings *of = w->of;
  jh_entity at = of->base->county(of->base->payload, county);
  jh_buf *buf = &w->out.buf;
  jh_buf_spaces(buf, 4);
  jh_buf_add(buf, at.code);
  jh_buf_spaces(buf, 2);
  jh_buf_add(buf, at.name);
  jh_buf_spaces(buf, 2);
  jh_buf_text(buf, jh_verdict_name(of->verdicts[county], w->lang));
  bool is_first = true;
  for (size_t k = 0; k < of->count; k++) {
    if (!of->hangs[county * of->count + k]) continue;
    word(w, is_first ? JH_W_COLON : JH_W_COMMA);
    jh_buf_text(buf, jh_readings_param(of, k)->path);
    is_first = false;
  }
  jh_buf_char(buf, '\n');
}

/* "  hang on exactly one: 2", then the counties; those that hang on none are only counted. */
static void kind_lines(jh_readings_writer *w, jh_readings_kind kind, jh_word heading) {
  const jh_readings *of = w->of;
  size_t count = 0;
  char number[24];
  for (uint32_t i = 0; i < of->base->county_count; i++) count += jh_readings_kind_of(of, i) == kind;
  jh_buf_spaces(&w->out.buf, 2);
  jh_words_fill(&w->out.buf, w->lang, heading, jh_words_count(number, count), NULL);
  jh_buf_char(&w->out.buf, '\n');
  if (kind == JH_READINGS_ON_NONE) return;
  for (uint32_t i = 0; i < of->base->county_count; i++) {
    if (jh_readings_kind_of(of, i) == kind && jh_out_block(&w->out)) county_line(w, i);
  }
}

static void last_line(jh_readings_writer *w, jh_word which) {
  word(w, which);
  jh_buf_char(&w->out.buf, '\n');
}

static void end(jh_readings_writer *w) {
  const jh_readings *of = w->of;
  char number[24];
  if (of->count == 0) return;
  jh_buf_char(&w->out.buf, '\n');
  (void)jh_words_count(number, of->base->county_count);
  jh_words_fill(&w->out.buf, w->lang, JH_W_READINGS_SUM, number, NULL);
  jh_buf_char(&w->out.buf, '\n');
  kind_lines(w, JH_READINGS_ON_NONE, JH_W_READINGS_ON_NONE);
  kind_lines(w, JH_READINGS_ON_ONE, JH_W_READINGS_ON_ONE);
  kind_lines(w, JH_READINGS_ON_MORE, JH_W_READINGS_ON_MORE);
  kind_lines(w, JH_READINGS_ON_ALL, JH_W_READINGS_ON_ALL);
  bool is_untried = false;
  for (size_t k = 0; k < of->count; k++)
    is_untried = is_untried || of->switches[k].state == JH_READINGS_STAGES;
  if (is_untried) last_line(w, JH_W_READINGS_SOME_UNTRIED);
  if (of->turned > 2) last_line(w, JH_W_READINGS_UNTRIED);
}

const jh_readings_form jh_readings_text = {begin, item, end};
