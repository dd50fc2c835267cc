/* readings_csv.c - readings that are not settled, for spreadsheets: a row for each switch and county.
 *
 * A switch on which no county hangs has one row without a county; all together are the switch "*".
 */
#include "report/compare_point.h"
#include "report/readings.h"

static void begin(jh_readings_writer *w) {
  static const jh_word columns[] = {
      JH_W_CSV_SWITCH,         JH_W_CSV_SWITCH_NAME, JH_W_CSV_SWITCH_NOW,  JH_W_CSV_CLAUSE,
      JH_W_CSV_DOCUMENT,       JH_W_CSV_CERTAINTY,   JH_W_CSV_COUNTY_CODE, JH_W_CSV_COUNTY,
      JH_W_CSV_BEFORE,         JH_W_CSV_AFTER,       JH_W_CSV_DECIDED,     JH_W_CSV_DECIDED_NAME,
      JH_W_CSV_DECIDED_CLAUSES};
  jh_buf_text(&w->out.buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    if (i > 0) jh_buf_char(&w->out.buf, ',');
    jh_buf_text(&w->out.buf, jh_words_get(columns[i], w->lang));
  }
  jh_buf_text(&w->out.buf, "\r\n");
}

static void cell(jh_readings_writer *w, jh_str text) {
  jh_buf_csv(&w->out.buf, text);
  jh_buf_char(&w->out.buf, ',');
}

static void text_cell(jh_readings_writer *w, const char *text) { cell(w, jh_str_of(text)); }

static const char *state_of(const jh_readings_writer *w, const jh_readings_switch *one) {
  if (one->state == JH_READINGS_NOT_IN_FORCE)
    return w->lang == JH_EN ? jh_verdict_id(JH_NOT_IN_FORCE)
                            : jh_verdict_name(JH_NOT_IN_FORCE, w->lang);
  return jh_words_get(one->is_on ? JH_W_SWITCH_ON : JH_W_SWITCH_OFF, w->lang);
}

static void switch_part(jh_readings_writer *w, size_t at) {
  const jh_readings *of = w->of;
  if (at == of->count) {
    text_cell(w, "*");
    for (int i = 1; i < 6; i++) text_cell(w, "");
    return;
  }
  const jh_param *param = jh_readings_param(of, at);
  text_cell(w, param->path);
  text_cell(w, jh_text_in(param->name, w->lang));
  text_cell(w, state_of(w, &of->switches[at]));
  text_cell(w, jh_readings_clause(of, at));
  text_cell(w, jh_readings_document(of, at));
  text_cell(
      w, w->lang == JH_EN ? jh_figure_certainty(param->certainty)
                          : jh_words_get(jh_figure_certainty_word(param->certainty), w->lang));
}

static void verdict(jh_readings_writer *w, jh_verdict at) {
  text_cell(w, w->lang == JH_EN ? jh_verdict_id(at) : jh_verdict_name(at, w->lang));
}

/* Adds to the three lists what one deciding rule says. */
static jh_code decider(
    jh_buf lists[3], const jh_readings_writer *w, const jh_compare_view *view,
    const jh_flip_point *point, jh_error *err) {
  jh_compare_figures figures;
  const jh_rule *rule = jh_compare_point_rule(view, point->rule);
  jh_code code = jh_compare_point_figures(view, point, &figures, err);
  if (code || !rule) return code;
  for (int i = 0; i < 3; i++) {
    if (jh_buf_str(&lists[i]).size) jh_buf_text(&lists[i], "; ");
  }
  int side = jh_compare_point_side(view, point->rule);
  jh_buf_text(&lists[0], rule->id);
  jh_figure_rule_full(&lists[1], jh_compare_point_plan(view, side), rule, w->lang);
  jh_buf_text(&lists[2], jh_figure_clause(rule, figures.source));
  return JH_OK;
}

/* Ids, names and clauses of the rules that decided. */
static jh_code decided(
    jh_readings_writer *w, const jh_compare_view *view, const jh_flip *flip, jh_error *err) {
  jh_buf lists[3];
  jh_code code = JH_OK;
  for (int i = 0; i < 3; i++) jh_buf_init(&lists[i]);
  size_t end = flip->first + flip->count;
  for (size_t from = flip->first; from < end && !code;
       from = jh_compare_point_group(view->what, from, end))
    code = decider(lists, w, view, &view->what->points[from], err);
  for (int i = 0; i < 3; i++) {
    if (!code && !jh_buf_ok(&lists[i])) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (!code) jh_buf_csv(&w->out.buf, jh_buf_str(&lists[i]));
    if (i < 2) jh_buf_char(&w->out.buf, ',');
    jh_buf_done(&lists[i]);
  }
  jh_buf_text(&w->out.buf, "\r\n");
  return code;
}

static jh_code item(jh_readings_writer *w, size_t at, const jh_compare_view *view, jh_error *err) {
  jh_code code = JH_OK;
  if (!view || view->what->county_count == 0) {
    switch_part(w, at);
    jh_buf_text(&w->out.buf, ",,,,,,\r\n");
    return JH_OK;
  }
  for (size_t i = 0; i < view->what->county_count && !code && jh_out_block(&w->out); i++) {
    const jh_flip *flip = &view->what->counties[i];
    jh_entity county = jh_compare_point_entity(view, 0, flip->row);
    switch_part(w, at);
    cell(w, county.code);
    cell(w, county.name);
    verdict(w, flip->verdict[JH_BEFORE]);
    verdict(w, flip->verdict[JH_AFTER]);
    code = decided(w, view, flip, err);
  }
  return code;
}

static void end(jh_readings_writer *w) { (void)w; }

const jh_readings_form jh_readings_csv = {begin, item, end};
