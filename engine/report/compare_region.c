/* compare_region.c - see compare_region.h. */
#include "report/compare_region.h"

#include "base/alloc.h"

#define PREFECTURE_DIGITS 4
#define PROVINCE_DIGITS 2

static jh_code count_side(jh_totals *totals, const jh_compare_view *view, int side, jh_error *err) {
  const jh_results *results = view->of[side];
  jh_code code = JH_OK;
  jh_totals_init(totals, results);
  for (uint32_t i = 0; i < results->county_count && !code; i++) {
    jh_entity county = results->county(results->payload, i);
    code = jh_totals_add(totals, results, i, &county, view->verdicts[side][i], err);
  }
  return code ? code : jh_totals_end(totals, err);
}

static jh_compare_region *find(jh_compare_regions *regions, const jh_total *total, size_t near) {
  for (size_t i = 0; i < regions->count; i++) {
    jh_compare_region *at = &regions->items[(near + i) % regions->count];
    if (at->of[1].level == total->level && jh_str_equal(at->of[1].code, total->code)) return at;
  }
  return NULL;
}

static jh_code add(
    jh_compare_regions *regions, const jh_total *total, int side, size_t near, jh_error *err) {
  jh_compare_region *same = side ? NULL : find(regions, total, near);
  if (same) {
    same->of[0] = *total;
    return JH_OK;
  }
  void *items = regions->items;
  if (jh_alloc_grow(&items, &regions->room, regions->count + 1, sizeof *regions->items))
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  regions->items = items;
  jh_compare_region *at = &regions->items[regions->count++];
  at->of[side] = *total;
  at->of[1 - side] = (jh_total){.level = total->level, .code = total->code, .name = total->name};
  return JH_OK;
}

jh_code jh_compare_regions_make(
    jh_compare_regions *out, const jh_compare_view *view, jh_error *err) {
  jh_code code = JH_OK;
  *out = (jh_compare_regions){.count = 0};
  for (int side = 1; side >= 0 && !code; side--) {
    jh_totals totals;
    code = count_side(&totals, view, side, err);
    for (size_t i = 0; i < totals.count && !code; i++)
      code = add(out, &totals.items[i], side, i, err);
    jh_totals_done(&totals);
  }
  return code;
}

void jh_compare_regions_done(jh_compare_regions *regions) { jh_alloc_free(regions->items); }

const char *jh_compare_region_level(jh_cost_level level) {
  static const char *const levels[] = {"county", "prefecture", "province", "all"};
  return levels[level];
}

void jh_compare_region_of(
    const jh_compare_view *view, const jh_cost_sum *sum, jh_str *code, jh_str *name) {
  const jh_results *results = view->of[JH_AFTER];
  *code = *name = (jh_str){"", 0};
  if (sum->level == JH_COST_ALL) return;
  jh_entity county = results->county(results->payload, sum->county);
  *code = county.code;
  *name = county.name;
  if (sum->level == JH_COST_COUNTY) return;
  jh_str prefecture = {"", 0}, province = {"", 0};
  results->region_names(results->payload, sum->county, &prefecture, &province);
  bool is_province = sum->level == JH_COST_PROVINCE;
  *name = is_province ? province : prefecture;
  code->size = is_province ? PROVINCE_DIGITS : PREFECTURE_DIGITS;
}
