/* compare_point.c - see compare_point.h. */
#include "report/compare_point.h"

int jh_compare_point_side(const jh_compare_view *view, uint32_t pair) {
  const jh_flip_rule *rule = &view->what->rules[pair];
  return rule->of[JH_AFTER] != JH_NONE || pair == 0 ? JH_AFTER : JH_BEFORE;
}

const jh_plan *jh_compare_point_plan(const jh_compare_view *view, int side) {
  return view->of[side]->head->plan;
}

const jh_rule *jh_compare_point_rule(const jh_compare_view *view, uint32_t pair) {
  const jh_flip_rule *rule = &view->what->rules[pair];
  int side = rule->of[JH_AFTER] != JH_NONE ? JH_AFTER : JH_BEFORE;
  if (rule->of[side] == JH_NONE) return NULL;
  return &jh_compare_point_plan(view, side)->rules[rule->of[side]];
}

uint32_t jh_compare_point_level(const jh_compare_view *view, uint32_t pair) {
  const jh_rule *rule = jh_compare_point_rule(view, pair);
  if (rule && pair) return rule->level;
  const jh_plan *plan = jh_compare_point_plan(view, JH_AFTER);
  uint32_t top = 0;
  while (top + 1 < plan->level_count && plan->levels[top].parent != JH_NONE) top++;
  return top;
}

jh_entity jh_compare_point_entity(
    const jh_compare_view *view, uint32_t pair, const uint32_t row[2]) {
  const jh_results *results = view->of[jh_compare_point_side(view, pair)];
  uint32_t at = row[jh_compare_point_side(view, pair)];
  return results->entity(results->payload, jh_compare_point_level(view, pair), at);
}

static jh_code read_side(
    const jh_compare_view *view, const jh_flip_point *point, int side, jh_compare_figures *out,
    jh_error *err) {
  const jh_results *results = view->of[side];
  uint32_t rule = view->what->rules[point->rule].of[side], row = point->row[side];
  if (rule == JH_NONE || row == JH_NONE) return JH_OK;
  jh_finding finding;
  jh_code code = results->finding(results->payload, rule, row, &finding, err);
  if (code) return code;
  out->has[side] = finding.has_figures;
  if (finding.has_figures) {
    out->measure[side] = finding.measure;
    out->bound[side] = finding.bound;
  }
  if (finding.source) out->source = finding.source;
  if (point->floor_of == JH_NONE || !results->floor) return JH_OK;
  uint32_t of = view->what->rules[point->floor_of].of[side];
  jh_floor floor = results->floor(results->payload, of, rule, row);
  if (!floor.is_asked) return JH_OK;
  out->measure[side] = floor.measure;
  out->bound[side] = floor.bound;
  return JH_OK;
}

jh_code jh_compare_point_figures(
    const jh_compare_view *view, const jh_flip_point *point, jh_compare_figures *out,
    jh_error *err) {
  *out = (jh_compare_figures){.source = NULL};
  if (jh_compare_point_rule(view, point->rule) == NULL) return JH_OK;
  jh_code code = read_side(view, point, JH_BEFORE, out, err);
  if (!code && view->what->rules[point->rule].of[JH_AFTER] != JH_NONE) out->source = NULL;
  return code ? code : read_side(view, point, JH_AFTER, out, err);
}

const char *jh_compare_point_part(jh_flip_part part) {
  static const char *const parts[] = {"one", "several", "together", "otherwise"};
  return parts[part];
}

size_t jh_compare_point_group(const jh_comparison *what, size_t from, size_t end) {
  size_t at = from + 1;
  while (at < end && what->points[at].rule == what->points[from].rule &&
         what->points[at].floor_of == what->points[from].floor_of)
    at++;
  return at;
}
