/* compare_csv.c - a comparison for spreadsheets: UTF-8 with a byte order mark, CRLF.
 *
 * A line for each verdict that changes and each rule and entity that decided
 * it. In English the words are the fixed ones of scripts.
 */
#include "report/compare_csv.h"
#include "report/out.h"

typedef struct writer {
  jh_buf *buf;
  const jh_compare_view *view;
  jh_lang lang;
} writer;

enum { UNIT_TEXT = 96 };

const char *jh_compare_csv_unit(
    const jh_plan *plan, const char *unit, jh_lang lang, char *out, size_t size) {
  if (lang == JH_EN || !unit || !unit[0]) return unit ? unit : "";
  jh_unit_words(&plan->units, unit, lang, out, size);
  return out;
}

static void header(jh_buf *buf, jh_lang lang) {
  static const jh_word columns[] = {
      JH_W_CSV_COUNTY_CODE,   JH_W_CSV_COUNTY,         JH_W_CSV_LEVEL,
      JH_W_CSV_CODE,          JH_W_CSV_NAME,           JH_W_CSV_STAGE,
      JH_W_CSV_RULE,          JH_W_CSV_RULE_NAME,      JH_W_CSV_BEFORE,
      JH_W_CSV_AFTER,         JH_W_CSV_DECIDED,        JH_W_CSV_DECIDED_NAME,
      JH_W_CSV_DECIDED_LEVEL, JH_W_CSV_DECIDED_CODE,   JH_W_CSV_DECIDED_ENTITY,
      JH_W_CSV_DECIDED_STAGE, JH_W_CSV_DECIDED_BEFORE, JH_W_CSV_DECIDED_AFTER,
      JH_W_CSV_FLOOR_OF,      JH_W_CSV_MEASURE_BEFORE, JH_W_CSV_BOUND_BEFORE,
      JH_W_CSV_MEASURE_AFTER, JH_W_CSV_BOUND_AFTER,    JH_W_CSV_UNIT,
      JH_W_CSV_CLAUSE,        JH_W_CSV_DOCUMENT,       JH_W_CSV_MARGIN_PERCENT,
      JH_W_CSV_PART,          JH_W_CSV_ALONE};
  jh_buf_text(buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_text(buf, jh_words_get(columns[i], lang));
  }
  jh_buf_text(buf, "\r\n");
}

static void cell(const writer *w, jh_str text) {
  jh_buf_csv(w->buf, text);
  jh_buf_char(w->buf, ',');
}

static jh_str word(const char *id, jh_text name, jh_lang lang) {
  const char *text = lang == JH_EN ? id : jh_text_in(name, lang);
  return jh_str_of(text[0] ? text : id);
}

static void entity(const writer *w, uint32_t pair, const jh_entity *at) {
  const jh_plan *plan = jh_compare_point_plan(w->view, jh_compare_point_side(w->view, pair));
  cell(w, word(plan->levels[at->level].id, plan->levels[at->level].name, w->lang));
  cell(w, at->code);
  cell(w, at->name);
  bool has_stage = at->stage < plan->stage_count;
  cell(
      w, has_stage ? word(plan->stages[at->stage].id, plan->stages[at->stage].name, w->lang)
                   : jh_str_of(""));
}

static void rule(const writer *w, uint32_t pair) {
  const jh_rule *at = jh_compare_point_rule(w->view, pair);
  cell(w, jh_str_of(at ? at->id : ""));
  cell(w, jh_str_of(at ? jh_figure_rule(at, w->lang) : ""));
}

static void verdicts(const writer *w, const jh_verdict verdict[2]) {
  for (int side = 0; side < 2; side++) {
    cell(
        w, jh_str_of(
               w->lang == JH_EN ? jh_verdict_id(verdict[side])
                                : jh_verdict_name(verdict[side], w->lang)));
  }
}

static void flip_part(const writer *w, const jh_flip *flip) {
  jh_entity at = jh_compare_point_entity(w->view, flip->rule, flip->row);
  cell(w, at.county_code);
  cell(w, at.county_name);
  entity(w, flip->rule, &at);
  rule(w, flip->rule);
  verdicts(w, flip->verdict);
}

static jh_code point_part(const writer *w, const jh_flip_point *point, jh_error *err) {
  jh_compare_figures figures;
  jh_code code = jh_compare_point_figures(w->view, point, &figures, err);
  if (code) return code;
  const jh_rule *at = jh_compare_point_rule(w->view, point->rule);
  const jh_plan *plan = jh_compare_point_plan(w->view, jh_compare_point_side(w->view, point->rule));
  jh_entity where = jh_compare_point_entity(w->view, point->rule, point->row);
  rule(w, point->rule);
  entity(w, point->rule, &where);
  verdicts(w, point->verdict);
  const jh_rule *of =
      point->floor_of == JH_NONE ? NULL : jh_compare_point_rule(w->view, point->floor_of);
  cell(w, jh_str_of(of ? of->id : ""));
  for (int side = 0; side < 2; side++) {
    if (figures.has[side]) jh_figure_csv(w->buf, &figures.measure[side]);
    jh_buf_char(w->buf, ',');
    if (figures.has[side]) jh_figure_csv(w->buf, &figures.bound[side]);
    jh_buf_char(w->buf, ',');
  }
  char unit[UNIT_TEXT];
  cell(
      w, jh_str_of(at ? jh_compare_csv_unit(plan, at->unit_text, w->lang, unit, sizeof unit) : ""));
  cell(w, jh_str_of(at ? jh_figure_clause(at, figures.source) : ""));
  if (at) jh_buf_csv(w->buf, jh_str_of(jh_figure_document(plan, at, figures.source)));
  return JH_OK;
}

static const char *verdict_in(const writer *w, uint8_t which) {
  if (which >= JH_VERDICTS) return "-";
  return w->lang == JH_EN ? jh_verdict_id((jh_verdict)which)
                          : jh_verdict_name((jh_verdict)which, w->lang);
}

static const char *part(jh_flip_part which, jh_lang lang) {
  static const jh_word words[] = {
      JH_W_PART_CODE_ONE, JH_W_PART_CODE_SEVERAL, JH_W_PART_CODE_TOGETHER,
      JH_W_PART_CODE_OTHERWISE};
  return lang == JH_EN ? jh_compare_point_part(which) : jh_words_get(words[which], lang);
}

/* margin_percent, part, alone: of the whole flip. */
static void whole_part(const writer *w, const jh_flip *flip) {
  jh_buf_char(w->buf, ',');
  cell(w, jh_str_of(flip->margin ? flip->margin : ""));
  cell(w, jh_str_of(flip->alone ? part(flip->part, w->lang) : ""));
  for (size_t i = 0; flip->alone && i < w->view->alone->count; i++) {
    if (i) jh_buf_text(w->buf, "; ");
    jh_buf_text(w->buf, verdict_in(w, flip->alone[i]));
  }
  jh_buf_text(w->buf, "\r\n");
}

static jh_code lines(
    jh_out *out, const writer *w, const jh_flip *flips, size_t count, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code; i++) {
    for (size_t k = 0; k < flips[i].count && !code && jh_out_block(out); k++) {
      flip_part(w, &flips[i]);
      code = point_part(w, &w->view->what->points[flips[i].first + k], err);
      whole_part(w, &flips[i]);
    }
  }
  return code;
}

jh_code jh_compare_csv_flips(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  writer w = {&out.buf, view, lang};
  header(&out.buf, lang);
  jh_code code = lines(&out, &w, view->what->counties, view->what->county_count, err);
  if (!code) code = lines(&out, &w, view->what->findings, view->what->finding_count, err);
  return jh_out_done(&out, code, err);
}
