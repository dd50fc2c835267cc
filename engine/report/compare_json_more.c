/* compare_json_more.c - margins, regions, near misses, each change alone and costs as JSON (docs/JSON.md). */
#include "report/compare_json.h"
#include "report/compare_region.h"

static void pair(jh_buf *buf, const char *key, const char *text) {
  jh_figure_json_pair(buf, key, text);
}

static void number(jh_buf *buf, const char *key, size_t value) {
  jh_buf_text(buf, ",\"");
  jh_buf_text(buf, key);
  jh_buf_text(buf, "\":");
  jh_buf_int(buf, (int64_t)value);
}

/* A number that comes as text; null where it is not known. */
static void amount(jh_buf *buf, const char *key, const char *text) {
  jh_buf_text(buf, ",\"");
  jh_buf_text(buf, key);
  jh_buf_text(buf, "\":");
  jh_buf_text(buf, text ? text : "null");
}

static const char *rule_id(const jh_compare_view *view, uint32_t of) {
  const jh_rule *rule = jh_compare_point_rule(view, of);
  return rule ? rule->id : "";
}

void jh_compare_json_entity(
    jh_buf *buf, const jh_compare_view *view, uint32_t of, const uint32_t row[2]) {
  const jh_plan *plan = jh_compare_point_plan(view, jh_compare_point_side(view, of));
  jh_entity at = jh_compare_point_entity(view, of, row);
  jh_buf_text(buf, "{\"entity\":");
  jh_buf_json(buf, at.code);
  jh_buf_text(buf, ",\"entity_name\":");
  jh_buf_json(buf, at.name);
  pair(buf, "level", plan->levels[at.level].id);
  if (at.stage < plan->stage_count) pair(buf, "stage", plan->stages[at.stage].id);
  jh_buf_text(buf, ",\"county\":");
  jh_buf_json(buf, at.county_code);
}

static void alone_verdicts(jh_buf *buf, const jh_compare_view *view, const uint8_t *alone) {
  jh_buf_text(buf, ",\"alone\":[");
  for (size_t i = 0; i < view->alone->count; i++) {
    if (i) jh_buf_char(buf, ',');
    if (alone[i] < JH_VERDICTS)
      jh_buf_json(buf, jh_str_of(jh_verdict_id((jh_verdict)alone[i])));
    else
      jh_buf_text(buf, "null");
  }
  jh_buf_char(buf, ']');
}

void jh_compare_json_margin(jh_buf *buf, const jh_compare_view *view, const jh_flip *flip) {
  if (flip->margin) {
    const jh_flip_point *at = &view->what->points[flip->decisive];
    jh_entity entity = jh_compare_point_entity(view, at->rule, at->row);
    const jh_plan *plan = jh_compare_point_plan(view, jh_compare_point_side(view, at->rule));
    amount(buf, "margin_percent", flip->margin);
    jh_buf_text(buf, ",\"margin_of\":{\"requirement\":");
    jh_buf_json(buf, jh_str_of(rule_id(view, at->rule)));
    jh_buf_text(buf, ",\"entity\":");
    jh_buf_json(buf, entity.code);
    if (entity.stage < plan->stage_count) pair(buf, "stage", plan->stages[entity.stage].id);
    jh_buf_char(buf, '}');
  }
  if (!flip->alone) return;
  pair(buf, "part", jh_compare_point_part(flip->part));
  alone_verdicts(buf, view, flip->alone);
}

static void tally(jh_buf *buf, const char *key, const jh_total *total) {
  jh_buf_text(buf, ",\"");
  jh_buf_text(buf, key);
  jh_buf_text(buf, "\":{");
  for (int v = 0; v < JH_VERDICTS; v++) {
    jh_buf_text(buf, v ? ",\"" : "\"");
    jh_buf_text(buf, jh_verdict_id((jh_verdict)v));
    jh_buf_text(buf, "\":");
    jh_buf_int(buf, (int64_t)total->tally.of[v]);
  }
  jh_buf_char(buf, '}');
}

static void region_head(jh_buf *buf, jh_cost_level level, jh_str code, jh_str name) {
  jh_buf_text(buf, "{\"region_level\":");
  jh_buf_json(buf, jh_str_of(jh_compare_region_level(level)));
  jh_buf_text(buf, ",\"code\":");
  jh_buf_json(buf, code);
  jh_buf_text(buf, ",\"name\":");
  jh_buf_json(buf, name);
}

jh_code jh_compare_json_regions(jh_buf *buf, const jh_compare_view *view, jh_error *err) {
  static const jh_cost_level levels[] = {JH_COST_PREFECTURE, JH_COST_PROVINCE, JH_COST_ALL};
  jh_compare_regions all;
  jh_code code = jh_compare_regions_make(&all, view, err);
  for (size_t i = 0; i < all.count && !code; i++) {
    const jh_total *of = all.items[i].of;
    jh_buf_text(buf, i ? ",\n" : "\n");
    region_head(buf, levels[of[1].level], of[1].code, of[1].name);
    tally(buf, "before", &of[0]);
    tally(buf, "after", &of[1]);
    jh_buf_char(buf, '}');
  }
  jh_compare_regions_done(&all);
  return code;
}

jh_code jh_compare_json_near(jh_out *out, const jh_compare_view *view, jh_error *err) {
  jh_buf *buf = &out->buf;
  jh_code code = JH_OK;
  jh_buf_text(buf, ",\n\"near\":{\"percent\":");
  jh_buf_text(buf, view->near->percent);
  jh_buf_text(buf, ",\"entities\":[");
  for (size_t i = 0; i < view->near->count && !code && jh_out_block(out); i++) {
    const jh_near *at = &view->near->items[i];
    jh_buf_text(buf, i ? ",\n" : "\n");
    jh_compare_json_entity(buf, view, at->point.rule, at->point.row);
    pair(buf, "requirement", rule_id(view, at->point.rule));
    pair(buf, "verdict", jh_verdict_id(at->point.verdict[1]));
    amount(buf, "margin_percent", at->margin);
    code = jh_compare_json_figures(buf, view, &at->point, err);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]}");
  return code;
}

static void total_head(jh_buf *buf, const jh_compare_view *view, uint32_t of) {
  const jh_plan *plan = jh_compare_point_plan(view, JH_AFTER);
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule_id(view, of)));
  pair(buf, "level", plan->levels[jh_compare_point_level(view, of)].id);
}

static void alone_item(jh_buf *buf, const jh_compare_view *view, const jh_alone_item *item) {
  jh_buf_text(buf, item->is_switch ? "{\"switch\":" : "{\"at\":");
  jh_buf_json(buf, jh_str_of(item->at));
  jh_buf_text(buf, ",\"paths\":[");
  for (size_t k = 0; k < item->change_count; k++) {
    if (k) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(view->what->changes[item->changes[k]].change.path));
  }
  jh_buf_text(buf, item->stands ? "],\"stands\":true" : "],\"stands\":false}");
  if (!item->stands) return;
  jh_buf_text(buf, ",\"totals\":[");
  for (size_t t = 0; t < view->what->total_count; t++) {
    if (t) jh_buf_char(buf, ',');
    total_head(buf, view, view->what->totals[t].rule);
    number(buf, "flips", item->flips[t]);
    number(buf, "same_together", item->own[t]);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "]}");
}

static void alone_sums(jh_buf *buf, const jh_compare_view *view) {
  for (size_t t = 0; t < view->what->total_count; t++) {
    const jh_alone_sum *sum = &view->alone->sums[t];
    jh_buf_text(buf, t ? ",\n" : "\n");
    total_head(buf, view, view->what->totals[t].rule);
    number(buf, "flips", sum->flips);
    for (int part = 0; part < 4; part++)
      number(buf, jh_compare_point_part((jh_flip_part)part), sum->part[part]);
    number(buf, "undone", sum->undone);
    jh_buf_char(buf, '}');
  }
}

void jh_compare_json_alone(jh_buf *buf, const jh_compare_view *view) {
  const jh_flip_alone *alone = view->alone;
  jh_buf_text(buf, ",\n\"alone\":{\"changes\":[");
  for (size_t i = 0; i < alone->count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    alone_item(buf, view, &alone->items[i]);
  }
  jh_buf_text(buf, "\n],\n\"totals\":[");
  alone_sums(buf, view);
  jh_buf_text(buf, "\n],\n\"undone\":[");
  for (size_t i = 0; i < alone->undone_count; i++) {
    const jh_undone *at = &alone->undone[i];
    jh_buf_text(buf, i ? ",\n" : "\n");
    jh_compare_json_entity(buf, view, at->rule, at->row);
    pair(buf, "requirement", rule_id(view, at->rule));
    pair(buf, "verdict", jh_verdict_id(at->verdict));
    alone_verdicts(buf, view, at->alone);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]}");
}

static void both(jh_buf *buf, const char *before, const char *after, const jh_cost_pair *at) {
  amount(buf, before, at->at[0]);
  amount(buf, after, at->at[1]);
}

static void cost_item(jh_buf *buf, const jh_compare_view *view, const jh_cost_item *item) {
  static const char *const why[] = {"priced", "no_price", "not_counted"};
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule_id(view, item->rule)));
  pair(buf, "state", why[item->why]);
  if (item->unit) pair(buf, "unit", item->unit);
  if (item->yuan) amount(buf, "yuan_each", item->yuan);
  if (jh_text_in(item->note, JH_EN)[0]) {
    jh_buf_text(buf, ",\"note\":");
    jh_figure_json_text(buf, item->note);
  }
  number(buf, "unmet_before", item->unmet[0]);
  number(buf, "unmet_after", item->unmet[1]);
  number(buf, "not_known_before", item->not_known[0]);
  number(buf, "not_known_after", item->not_known[1]);
  jh_buf_char(buf, '}');
}

static void cost_line(jh_buf *buf, const jh_compare_view *view, const jh_cost_line *line) {
  const jh_cost_item *item = &view->cost->items[line->item];
  jh_compare_json_entity(buf, view, item->rule, line->row);
  pair(buf, "requirement", rule_id(view, item->rule));
  pair(buf, "before", jh_verdict_id(line->verdict[0]));
  pair(buf, "after", jh_verdict_id(line->verdict[1]));
  both(buf, "missing_before", "missing_after", &line->missing);
  if (item->why == JH_COST_PRICED) both(buf, "yuan_before", "yuan_after", &line->yuan);
  jh_buf_char(buf, '}');
}

/* Without a requirement: all that is priced together. */
static void cost_sum(jh_buf *buf, const jh_compare_view *view, const jh_cost_sum *sum) {
  const jh_cost_item *item = sum->item == JH_NONE ? NULL : &view->cost->items[sum->item];
  jh_str code, name;
  jh_compare_region_of(view, sum, &code, &name);
  region_head(buf, sum->level, code, name);
  if (item) pair(buf, "requirement", rule_id(view, item->rule));
  number(buf, "unmet_before", sum->unmet[0]);
  number(buf, "unmet_after", sum->unmet[1]);
  number(buf, "not_known_before", sum->not_known[0]);
  number(buf, "not_known_after", sum->not_known[1]);
  if (sum->missing.at[1]) both(buf, "missing_before", "missing_after", &sum->missing);
  if (sum->yuan.at[1]) both(buf, "yuan_before", "yuan_after", &sum->yuan);
  jh_buf_char(buf, '}');
}

void jh_compare_json_cost(jh_out *out, const jh_compare_view *view) {
  const jh_cost *cost = view->cost;
  jh_buf *buf = &out->buf;
  jh_buf_text(buf, ",\n\"cost\":{\"items\":[");
  for (size_t i = 0; i < cost->item_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    cost_item(buf, view, &cost->items[i]);
  }
  jh_buf_text(buf, "\n],\n\"entities\":[");
  for (size_t i = 0; i < cost->line_count && jh_out_block(out); i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    cost_line(buf, view, &cost->lines[i]);
  }
  jh_buf_text(buf, "\n],\n\"regions\":[");
  for (size_t i = 0; i < cost->sum_count && jh_out_block(out); i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    cost_sum(buf, view, &cost->sums[i]);
  }
  jh_buf_text(buf, "\n]}");
}
