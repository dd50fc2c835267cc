/* readings_json.c - readings that are not settled, as docs/JSON.md and docs/readings.schema.json say.
 *
 * Independent of the language: names stand in both.
 */
#include "report/compare_point.h"
#include "report/head.h"
#include "report/readings.h"

static void begin(jh_readings_writer *w) {
  jh_buf_text(&w->out.buf, "{\"format\":1,\n\"run\":");
  jh_head_json(&w->out.buf, w->of->base->head);
  jh_buf_text(&w->out.buf, ",\n\"switches\":[");
}

static void switch_part(jh_readings_writer *w, size_t at) {
  static const char *const states[] = {"turned", "not_in_force", "makes_stages"};
  const jh_readings_switch *one = &w->of->switches[at];
  const jh_param *param = jh_readings_param(w->of, at);
  const char *clause = jh_readings_clause(w->of, at), *document = jh_readings_document(w->of, at);
  jh_buf *buf = &w->out.buf;
  jh_buf_text(buf, at ? ",\n{\"switch\":" : "\n{\"switch\":");
  jh_buf_json(buf, jh_str_of(param->path));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, param->name);
  if (jh_text_in(param->note, JH_ZH)[0]) {
    jh_buf_text(buf, ",\"note\":");
    jh_figure_json_text(buf, param->note);
  }
  if (clause[0]) jh_figure_json_pair(buf, "clause", clause);
  if (document[0]) jh_figure_json_pair(buf, "document", document);
  jh_figure_json_pair(buf, "certainty", jh_figure_certainty(param->certainty));
  if (one->state != JH_READINGS_NOT_IN_FORCE)
    jh_figure_json_pair(buf, "now", one->is_on ? "on" : "off");
  jh_figure_json_pair(buf, "state", states[one->state]);
}

/* ,"changed":[{"requirement":…,"level":…,"count":…}] */
static void changed(jh_readings_writer *w, const jh_compare_view *view) {
  jh_buf *buf = &w->out.buf;
  const jh_plan *plan = jh_compare_point_plan(view, JH_AFTER);
  bool is_first = true;
  jh_buf_text(buf, ",\n \"changed\":[");
  for (size_t i = 0; i < view->what->total_count; i++) {
    const jh_flip_total *total = &view->what->totals[i];
    const jh_rule *rule = jh_compare_point_rule(view, total->rule);
    size_t count = jh_readings_changed(total);
    if (count == 0) continue;
    jh_buf_text(buf, is_first ? "{\"requirement\":" : ",{\"requirement\":");
    jh_buf_json(buf, jh_str_of(rule ? rule->id : ""));
    uint32_t level = jh_compare_point_level(view, total->rule);
    jh_figure_json_pair(buf, "level", plan->levels[level].id);
    jh_buf_text(buf, ",\"count\":");
    jh_buf_int(buf, (int64_t)count);
    jh_buf_char(buf, '}');
    is_first = false;
  }
  jh_buf_char(buf, ']');
}

static jh_code counties(jh_readings_writer *w, const jh_compare_view *view, jh_error *err) {
  jh_code code = JH_OK;
  jh_buf_text(&w->out.buf, ",\n \"counties\":[");
  for (size_t i = 0; i < view->what->county_count && !code && jh_out_block(&w->out); i++) {
    jh_buf_text(&w->out.buf, i ? ",\n  " : "\n  ");
    code = jh_compare_json_flip(&w->out.buf, view, &view->what->counties[i], err);
  }
  jh_buf_char(&w->out.buf, ']');
  return code;
}

/* "together" follows the list of switches. */
static void together(jh_readings_writer *w) {
  bool is_first = true;
  jh_buf_text(&w->out.buf, "\n],\n\"together\":{\"switches\":[");
  for (size_t k = 0; k < w->of->count; k++) {
    if (w->of->switches[k].state != JH_READINGS_TURNED) continue;
    if (!is_first) jh_buf_char(&w->out.buf, ',');
    jh_buf_json(&w->out.buf, jh_str_of(jh_readings_param(w->of, k)->path));
    is_first = false;
  }
  jh_buf_char(&w->out.buf, ']');
}

static jh_code item(jh_readings_writer *w, size_t at, const jh_compare_view *view, jh_error *err) {
  if (at == w->of->count) {
    together(w);
  } else {
    switch_part(w, at);
  }
  jh_code code = JH_OK;
  if (view) {
    changed(w, view);
    code = counties(w, view, err);
  }
  jh_buf_char(&w->out.buf, '}');
  return code;
}

/* {"code":…,"name":…,"verdict":…,"hangs":…,"switches":[…]} */
static void county(jh_readings_writer *w, uint32_t row) {
  static const char *const kinds[JH_READINGS_KINDS] = {
      "on_none", "on_one", "on_more", "in_combination"};
  const jh_readings *of = w->of;
  jh_entity at = of->base->county(of->base->payload, row);
  jh_buf *buf = &w->out.buf;
  bool is_first = true;
  jh_buf_text(buf, "{\"code\":");
  jh_buf_json(buf, at.code);
  jh_buf_text(buf, ",\"name\":");
  jh_buf_json(buf, at.name);
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(of->verdicts[row]));
  jh_figure_json_pair(buf, "hangs", kinds[jh_readings_kind_of(of, row)]);
  for (size_t k = 0; k < of->count; k++) {
    if (!of->hangs[row * of->count + k]) continue;
    jh_buf_text(buf, is_first ? ",\"switches\":[" : ",");
    jh_buf_json(buf, jh_str_of(jh_readings_param(of, k)->path));
    is_first = false;
  }
  jh_buf_text(buf, is_first ? "}" : "]}");
}

static void end(jh_readings_writer *w) {
  jh_buf_text(&w->out.buf, w->of->turned > 1 ? ",\n\"counties\":[" : "\n],\n\"counties\":[");
  for (uint32_t i = 0; i < w->of->base->county_count && jh_out_block(&w->out); i++) {
    jh_buf_text(&w->out.buf, i ? ",\n" : "\n");
    county(w, i);
  }
  jh_buf_text(&w->out.buf, "\n]}\n");
}

const jh_readings_form jh_readings_json = {begin, item, end};
