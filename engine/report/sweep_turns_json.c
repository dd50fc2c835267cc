/* sweep_turns_json.c - where verdicts turn, as docs/JSON.md and docs/sweep.schema.json say. */
#include <string.h>

#include "report/figure.h"
#include "report/out.h"
#include "report/sweep.h"

/* "last_below":45.333333,"first_above":45.333334,"place":"136/3"; of a root "place_squared" */
static void figure(jh_buf *buf, const jh_sweep_figure *at, const jh_sweep_place *place) {
  jh_buf_print(buf, "\"last_below\":%s,\"first_above\":%s", at->last, at->first);
  if (at->exact[0]) jh_figure_json_pair(buf, place->is_root ? "place_squared" : "place", at->exact);
}

static void turn(jh_buf *buf, const jh_sweep_turn *at) {
  jh_figure_json_pair(buf, "below", jh_verdict_id(at->before));
  jh_buf_char(buf, ',');
  figure(buf, &at->figure, &at->place);
  jh_figure_json_pair(buf, "above", jh_verdict_id(at->after));
  jh_figure_json_pair(buf, "place_goes_with", at->is_after ? "above" : "below");
}

static void who(jh_buf *buf, const jh_sweep_view *view, uint32_t row) {
  const jh_plan *plan = jh_sweep_plan(view);
  jh_entity entity = jh_sweep_entity(view, row);
  jh_buf_text(buf, "{\"entity\":");
  jh_buf_json(buf, entity.code);
  jh_buf_text(buf, ",\"name\":");
  jh_buf_json(buf, entity.name);
  if (entity.stage != JH_NONE) jh_figure_json_pair(buf, "stage", plan->stages[entity.stage].id);
}

static void entity(jh_buf *buf, const jh_sweep_view *view, uint32_t row, size_t from, size_t to) {
  who(buf, view, row);
  jh_figure_json_pair(buf, "now", jh_verdict_id(jh_sweep_verdict(view, row)));
  jh_figure_json_pair(buf, "lowest", jh_verdict_id(view->sweep->lowest[row]));
  jh_buf_text(buf, ",\"turns\":[");
  for (size_t i = from; i < to; i++) {
    jh_buf mark;
    jh_buf_init(&mark);
    turn(&mark, &view->sweep->turns[i]);
    jh_buf_text(buf, i > from ? ",{" : "{");
    if (mark.size) jh_buf_text(buf, mark.at + 1); /* without its first comma */
    jh_buf_char(buf, '}');
    if (!jh_buf_ok(&mark)) buf->failed = true;
    jh_buf_done(&mark);
  }
  jh_buf_text(buf, "]}");
}

static void entities(jh_out *out, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  size_t next = 0;
  jh_buf_text(&out->buf, ",\n\"entities\":[");
  for (uint32_t row = 0; row < sweep->entity_count && jh_out_block(out); row++) {
    size_t from = next;
    while (next < sweep->turn_count && sweep->turns[next].row == row) next++;
    jh_buf_text(&out->buf, row ? ",\n" : "\n");
    entity(&out->buf, view, row, from, next);
  }
  jh_buf_text(&out->buf, "\n]");
}

static bool is_of_met(const jh_sweep_turn *turn) {
  return (turn->before == JH_MET) != (turn->after == JH_MET);
}

/* Does the next turn that begins or ends being met stand at the same place? */
static bool is_together(const jh_sweep *sweep, size_t at) {
  const jh_sweep_turn *own = &sweep->turns[sweep->order[at]];
  size_t next = at + 1;
  while (next < sweep->turn_count && !is_of_met(&sweep->turns[sweep->order[next]])) next++;
  if (next == sweep->turn_count || !own->figure.exact[0]) return false;
  const jh_sweep_turn *other = &sweep->turns[sweep->order[next]];
  return own->place.is_root == other->place.is_root &&
         strcmp(own->figure.exact, other->figure.exact) == 0;
}

/* The totals along the line: how many are met below the first place, then above each place. */
static void curve(jh_out *out, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  size_t met = 0;
  for (size_t row = 0; row < sweep->entity_count; row++) met += sweep->lowest[row] == JH_MET;
  jh_buf_print(&out->buf, ",\n\"curve\":{\"met_lowest\":%zu,\"places\":[", met);
  bool is_first = true;
  for (size_t i = 0; i < sweep->turn_count && jh_out_block(out); i++) {
    const jh_sweep_turn *at = &sweep->turns[sweep->order[i]];
    if (!is_of_met(at)) continue;
    met += (size_t)(at->after == JH_MET) - (size_t)(at->before == JH_MET);
    if (is_together(sweep, i)) continue;
    jh_buf_print(
        &out->buf, "%s{\"first_above\":%s,\"met\":%zu}", is_first ? "\n" : ",\n", at->figure.first,
        met);
    is_first = false;
  }
  jh_buf_text(&out->buf, "\n]}");
}

static void goal(jh_buf *buf, const jh_sweep_view *view, const jh_sweep_goal *at) {
  static const char *const sides[] = {"below", "at", "above"};
  const jh_sweep *sweep = view->sweep;
  const jh_sweep_turn *first = &sweep->turns[sweep->order[at->first]];
  jh_buf_char(buf, '{');
  figure(buf, &at->figure, &first->place);
  for (int i = 0; i < 3; i++) {
    jh_buf_print(
        buf, ",\"%s\":{\"is_reached\":%s,\"met\":%zu,\"counted\":%zu}", sides[i],
        at->is_reached[i] ? "true" : "false", at->met[i], at->counted[i]);
  }
  jh_buf_text(buf, ",\"decided_by\":[");
  for (size_t i = at->first; i < at->first + at->count; i++) {
    const jh_sweep_turn *own = &sweep->turns[sweep->order[i]];
    if (i > at->first) jh_buf_char(buf, ',');
    who(buf, view, own->row);
    turn(buf, own);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "]}");
}

static void aim(jh_out *out, const jh_sweep_view *view) {
  const jh_sweep_aim *at = view->sweep->aim;
  const jh_plan *plan = jh_sweep_plan(view);
  jh_buf *buf = &out->buf;
  char percent[JH_DEC_TEXT];
  jh_buf_print(buf, ",\n\"aim\":{\"percent\":%s,\"places\":[", jh_dec_text(percent, at->percent));
  for (size_t i = 0; i < at->goal_count; i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    goal(buf, view, &at->goals[i]);
  }
  jh_buf_print(
      buf, "],\n \"is_reached_lowest\":%s,\"most\":{\"met\":%zu,\"counted\":%zu",
      at->is_reached_first ? "true" : "false", at->most_met, at->most_counted);
  if (at->most_value[0]) jh_buf_print(buf, ",\"at\":%s", at->most_value);
  jh_buf_print(
      buf, "},\"never\":%zu,\"not_counted\":%zu,\"reasons\":[", at->never, at->not_counted);
  for (size_t i = 0; i < at->reason_count; i++) {
    jh_buf_text(buf, i ? ",{\"requirement\":" : "{\"requirement\":");
    jh_buf_json(buf, jh_str_of(plan->rules[at->reasons[i].rule].id));
    jh_buf_print(
        buf, ",\"count\":%zu,\"unmet\":%zu,\"undetermined\":%zu}",
        at->reasons[i].unmet + at->reasons[i].undetermined, at->reasons[i].unmet,
        at->reasons[i].undetermined);
  }
  jh_buf_text(buf, "]}");
}

jh_code jh_report_sweep_turns_json(
    const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, payload);
  jh_sweep_json_head(&out.buf, view);
  if (view->sweep->is_above_zero) jh_buf_text(&out.buf, ",\"is_above_zero\":true");
  jh_sweep_json_regions(&out.buf, view);
  if (view->sweep->aim) aim(&out, view);
  entities(&out, view);
  curve(&out, view);
  jh_buf_text(&out.buf, "}\n");
  return jh_out_done(&out, JH_OK, err);
}
