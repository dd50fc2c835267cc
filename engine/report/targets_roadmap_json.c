/* targets_roadmap_json.c - a roadmap as docs/JSON.md and docs/targets.schema.json say.
 *
 * Independent of the language: names stand in both.
 */
#include "report/head.h"
#include "report/out.h"
#include "report/targets.h"
#include "report/targets_roadmap_parts.h"

typedef struct writer {
  jh_out out;
  const jh_roadmap_view *view;
  const jh_roadmap_record *record;
} writer;

static const char *side_id(int side) { return side == JH_ROADMAP_LAW ? "law" : "reform"; }

static void key_slice(jh_buf *buf, const char *key, jh_str text) {
  jh_buf_print(buf, ",\"%s\":", key);
  jh_buf_json(buf, text);
}

static void point(writer *w, size_t p) {
  const jh_roadmap_point *at = &w->record->points[p];
  jh_buf *buf = &w->out.buf;
  char day[11];
  jh_buf_text(buf, p ? ",\n{\"day\":" : "\n{\"day\":");
  jh_buf_json(buf, jh_str_of(jh_date_text(day, at->day)));
  if (at->as_of) {
    jh_figure_json_pair(buf, "as_of", jh_date_text(day, at->as_of));
    jh_figure_json_pair(buf, "as_of_year", at->as_of_year);
  }
  jh_figure_json_pair(buf, "data", at->folder);
  jh_buf_print(buf, ",\"counties\":%zu", at->county_count);
  for (int side = 0; side < jh_targets_roadmap_sides(w->record); side++) {
    jh_buf_print(buf, ",\n \"%s\":", side_id(side));
    jh_head_json(buf, w->view->heads[side][p]);
  }
  jh_buf_char(buf, '}');
}

static void margin(jh_buf *buf, const char *key, const jh_roadmap_margin *at) {
  if (!at->is_told) return;
  jh_buf_print(
      buf, ",\"%s_margin\":{\"needed\":%lld,\"at_least\":%lld,\"at_most\":%lld}", key,
      (long long)at->needed, (long long)at->low, (long long)at->high);
}

static void state(writer *w, size_t p, const jh_roadmap_state *at, int side, bool is_first) {
  jh_buf *buf = &w->out.buf;
  const jh_target_result *r = &at->result;
  const jh_plan *plan = w->record->points[p].plan[side];
  jh_buf_print(buf, "%s\n  {\"day\":", is_first ? "" : ",");
  char day[11];
  jh_buf_json(buf, jh_str_of(jh_date_text(day, w->record->points[p].day)));
  jh_buf_print(buf, ",\"point\":%zu", p);
  jh_figure_json_pair(buf, "law", side_id(side));
  jh_targets_json_counts(buf, r);
  jh_targets_json_goal(buf, plan, "ensure", &r->ensure);
  margin(buf, "ensure", &at->ensure);
  jh_targets_json_goal(buf, plan, "strive", &r->strive);
  margin(buf, "strive", &at->strive);
  if (r->county_count) jh_figure_json_pair(buf, "named", jh_target_state_id(r->named));
  jh_buf_char(buf, '}');
}

static void states(writer *w, const jh_roadmap_target *target) {
  bool is_first = true;
  jh_buf_text(&w->out.buf, ",\n \"reached\":[");
  for (size_t p = 0; p < w->record->point_count; p++) {
    for (int side = 0; side < jh_targets_roadmap_sides(w->record); side++) {
      const jh_roadmap_state *at = &target->cells[p].side[side];
      if (!at->is_there) continue;
      state(w, p, at, side, is_first);
      is_first = false;
    }
  }
  jh_buf_char(&w->out.buf, ']');
}

static void sights(writer *w, const jh_roadmap_county *county) {
  jh_buf *buf = &w->out.buf;
  jh_buf_text(buf, ",\"points\":[");
  for (size_t p = 0; p < w->record->point_count; p++) {
    const jh_roadmap_sight *at = &county->sights[p];
    jh_buf_print(buf, "%s{\"verdict\":\"%s\"", p ? "," : "", jh_verdict_id(at->verdict));
    if (at->code.size) key_slice(buf, "code", at->code);
    jh_buf_text(buf, at->is_missing ? ",\"missing\":true}" : "}");
  }
  jh_buf_char(buf, ']');
}

static void county(writer *w, const jh_roadmap_county *at, int side, bool is_first) {
  jh_buf *buf = &w->out.buf;
  char day[11];
  jh_buf_text(buf, is_first ? "\n  {\"code\":" : ",\n  {\"code\":");
  jh_buf_json(buf, jh_str_of(at->code));
  jh_figure_json_pair(buf, "name", at->name);
  if (at->found.size) key_slice(buf, "found", at->found);
  jh_figure_json_pair(buf, "law", side_id(side));
  jh_figure_json_pair(buf, "standing", jh_roadmap_standing_id(at->standing));
  if (at->first_met != JH_ROADMAP_NEVER)
    jh_figure_json_pair(buf, "first_met", jh_date_text(day, w->record->points[at->first_met].day));
  if (at->is_lost) jh_buf_text(buf, ",\"lost\":true");
  sights(w, at);
  jh_buf_char(buf, '}');
}

static void counties(writer *w, const jh_roadmap_target *target) {
  bool is_first = true;
  if (target->county_count[0] == 0 && target->county_count[1] == 0) return;
  jh_buf_text(&w->out.buf, ",\n \"counties\":[");
  for (int side = 0; side < jh_targets_roadmap_sides(w->record); side++) {
    for (size_t i = 0; i < target->county_count[side]; i++) {
      county(w, &target->counties[side][i], side, is_first);
      is_first = false;
    }
  }
  jh_buf_char(&w->out.buf, ']');
}

static void move(
    writer *w, const jh_plan *plan, size_t p, const jh_roadmap_move *at, bool is_first) {
  jh_buf *buf = &w->out.buf;
  jh_buf_print(buf, "%s\n  {\"point\":%zu,\"code\":", is_first ? "" : ",", p);
  jh_buf_json(buf, at->code);
  key_slice(buf, "name", at->name);
  if (at->stage < plan->stage_count) jh_figure_json_pair(buf, "stage", plan->stages[at->stage].id);
  jh_figure_json_pair(buf, "before", jh_verdict_id(at->verdict[JH_ROADMAP_LAW]));
  jh_figure_json_pair(buf, "after", jh_verdict_id(at->verdict[JH_ROADMAP_REFORM]));
  jh_buf_char(buf, '}');
}

static void difference(writer *w, const jh_roadmap_target *target) {
  bool is_first = true;
  if (!w->record->has_reform) return;
  jh_buf_text(&w->out.buf, ",\n \"difference\":[");
  for (size_t p = 0; p < w->record->point_count; p++) {
    const jh_roadmap_cell *cell = &target->cells[p];
    const jh_plan *plan = w->record->points[p].plan[JH_ROADMAP_LAW];
    for (size_t i = 0; i < cell->move_count && jh_out_block(&w->out); i++) {
      move(w, plan, p, &cell->moves[i], is_first);
      is_first = false;
    }
  }
  jh_buf_char(&w->out.buf, ']');
}

static void absent(writer *w, const jh_roadmap_target *target) {
  bool is_first = true;
  jh_buf *buf = &w->out.buf;
  for (size_t p = 0; p < w->record->point_count; p++) {
    const jh_roadmap_cell *cell = &target->cells[p];
    if (cell->absent_count == 0) continue;
    jh_buf_print(buf, "%s{\"point\":%zu,\"codes\":[", is_first ? ",\n \"absent\":[" : ",", p);
    for (size_t i = 0; i < cell->absent_count; i++) {
      if (i > 0) jh_buf_char(buf, ',');
      jh_buf_json(buf, cell->absent[i]);
    }
    jh_buf_text(buf, "]}");
    is_first = false;
  }
  if (!is_first) jh_buf_char(buf, ']');
}

jh_code jh_targets_roadmap_json(
    const jh_roadmap_view *view, jh_sink sink, void *payload, jh_error *err) {
  writer w = {.view = view, .record = view->record};
  jh_out_init(&w.out, sink, payload);
  jh_buf *buf = &w.out.buf;
  jh_buf_text(buf, "{\"format\":1,\n\"points\":[");
  for (size_t p = 0; p < w.record->point_count; p++) point(&w, p);
  jh_buf_text(buf, "\n],\n\"targets\":[");
  for (size_t i = 0; i < w.record->target_count && jh_out_block(&w.out); i++) {
    const jh_roadmap_target *target = &w.record->targets[i];
    jh_buf_text(buf, i ? ",\n" : "\n");
    jh_targets_json_asked(buf, target->plan, target->target);
    states(&w, target);
    counties(&w, target);
    difference(&w, target);
    absent(&w, target);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]}\n");
  return jh_out_done(&w.out, JH_OK, err);
}
