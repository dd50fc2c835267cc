/* sweep_turns_csv.c - where verdicts turn: a row for each turn, and one for each entity without any. */
#include <string.h>

#include "report/figure.h"
#include "report/out.h"
#include "report/sweep.h"

static void cell(jh_out *out, jh_str text) {
  jh_buf_csv(&out->buf, text);
  jh_buf_char(&out->buf, ',');
}

static void text_cell(jh_out *out, const char *text) { cell(out, jh_str_of(text)); }

static void heading(jh_out *out, jh_lang lang) {
  static const jh_word words[] = {
      JH_W_COL_PARAMETER,
      JH_W_CSV_COUNTY_CODE,
      JH_W_CSV_COUNTY,
      JH_W_CSV_LEVEL,
      JH_W_CSV_CODE,
      JH_W_CSV_NAME,
      JH_W_CSV_STAGE,
      JH_W_CSV_RULE,
      JH_W_CSV_SWEEP_NOW,
      JH_W_CSV_SWEEP_BELOW,
      JH_W_CSV_SWEEP_LAST,
      JH_W_CSV_SWEEP_FIRST,
      JH_W_CSV_SWEEP_ABOVE,
      JH_W_CSV_SWEEP_NUMERATOR,
      JH_W_CSV_SWEEP_DENOMINATOR,
      JH_W_CSV_SWEEP_KIND,
      JH_W_CSV_SWEEP_SIDE};
  jh_buf_text(&out->buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (i) jh_buf_char(&out->buf, ',');
    jh_buf_text(&out->buf, jh_words_get(words[i], lang));
  }
  jh_buf_text(&out->buf, "\r\n");
}

static void verdict_cell(jh_out *out, const jh_sweep_view *view, jh_verdict verdict) {
  text_cell(
      out, view->lang == JH_EN ? jh_verdict_id(verdict) : jh_verdict_name(verdict, view->lang));
}

static void entity_part(jh_out *out, const jh_sweep_view *view, uint32_t row) {
  const jh_plan *plan = jh_sweep_plan(view);
  jh_entity entity = jh_sweep_entity(view, row);
  text_cell(out, view->sweep->axes[0].path);
  cell(out, entity.county_code);
  cell(out, entity.county_name);
  text_cell(out, plan->levels[entity.level].id);
  cell(out, entity.code);
  cell(out, entity.name);
  text_cell(out, entity.stage == JH_NONE ? "" : plan->stages[entity.stage].id);
  text_cell(out, jh_sweep_rule(view)->id);
  verdict_cell(out, view, jh_sweep_verdict(view, row));
}

/* What the fraction is: the place, its square, or nothing that could be written. */
static const char *kind(const jh_sweep_turn *turn, jh_lang lang) {
  if (!turn->figure.exact[0]) return "";
  if (lang == JH_EN) return turn->place.is_root ? "root" : "value";
  return turn->place.is_root ? "平方根" : "值";
}

/* Apart: a spreadsheet would take 1/2 for a day. */
static void fraction_cells(jh_out *out, const char *exact) {
  const char *slash = strchr(exact, '/');
  jh_str whole = jh_str_of(exact);
  if (slash) whole.size = (size_t)(slash - exact);
  cell(out, whole);
  text_cell(out, slash ? slash + 1 : exact[0] ? "1" : "");
}

static const char *side(const jh_sweep_turn *turn, jh_lang lang) {
  if (lang == JH_EN) return turn->is_after ? "above" : "below";
  return turn->is_after ? "高侧" : "低侧";
}

static void turn_row(jh_out *out, const jh_sweep_view *view, const jh_sweep_turn *turn) {
  entity_part(out, view, turn->row);
  verdict_cell(out, view, turn->before);
  text_cell(out, turn->figure.last);
  text_cell(out, turn->figure.first);
  verdict_cell(out, view, turn->after);
  fraction_cells(out, turn->figure.exact);
  text_cell(out, kind(turn, view->lang));
  jh_buf_text(&out->buf, side(turn, view->lang));
  jh_buf_text(&out->buf, "\r\n");
}

static void fixed_row(jh_out *out, const jh_sweep_view *view, uint32_t row) {
  entity_part(out, view, row);
  verdict_cell(out, view, view->sweep->lowest[row]);
  jh_buf_text(&out->buf, ",,");
  verdict_cell(out, view, view->sweep->lowest[row]);
  jh_buf_text(&out->buf, ",,,\r\n");
}

jh_code jh_report_sweep_turns_csv(
    const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  const jh_sweep *sweep = view->sweep;
  jh_out out;
  size_t next = 0;
  jh_out_init(&out, sink, payload);
  heading(&out, view->lang);
  for (uint32_t row = 0; row < sweep->entity_count && jh_out_block(&out); row++) {
    bool is_fixed = next == sweep->turn_count || sweep->turns[next].row != row;
    if (is_fixed) fixed_row(&out, view, row);
    for (; next < sweep->turn_count && sweep->turns[next].row == row; next++)
      turn_row(&out, view, &sweep->turns[next]);
  }
  return jh_out_done(&out, JH_OK, err);
}
