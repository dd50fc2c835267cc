/* compare_cost_sum.c - costs by county, prefecture, province and in all. Prefectures and provinces are the
 * beginnings of administrative codes (GB/T 2260); where some county has another code there are none.
 */
#include "study/compare_cost_parts.h"

#define PREFECTURE_DIGITS 4
#define PROVINCE_DIGITS 2

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_str code_of(const jh_cost_work *w, size_t county) {
  return jh_run_entity(w->compare.side[1]->run, w->compare.top[1], (uint32_t)county).code;
}

/* Six digits, or twelve of a statistical code that begins with them. */
static bool is_division(jh_str code) {
  if (code.size != 6 && code.size != 12) return false;
  for (size_t i = 0; i < code.size; i++) {
    if (code.at[i] < '0' || code.at[i] > '9') return false;
  }
  return true;
}

static bool has_groups(const jh_cost_work *w) {
  for (size_t i = 0; i < w->county_count; i++) {
    if (!is_division(code_of(w, i))) return false;
  }
  return true;
}

static jh_code put_pair(
    jh_cost_pair *out, const jh_rat amounts[2], const jh_cost_work *w, jh_error *err) {
  jh_code code = jh_cost_text(&out->at[0], &amounts[0], w->compare.arena, err);
  return code ? code : jh_cost_text(&out->at[1], &amounts[1], w->compare.arena, err);
}

/* One line of sums; item JH_NONE: yuan alone. */
static jh_code put(
    jh_cost_work *w, const jh_cost_cell *cell, uint32_t item, jh_cost_level level, size_t county,
    jh_error *err) {
  jh_cost *out = w->out;
  void *items = out->sums;
  if (jh_arena_grow(
          w->compare.arena, &items, &out->sum_room, out->sum_count + 1, sizeof *out->sums))
    return out_of_memory(err);
  out->sums = items;
  jh_cost_sum *at = &out->sums[out->sum_count++];
  *at = (jh_cost_sum){.item = item, .level = level, .county = (uint32_t)county};
  for (int side = 0; side < 2; side++) {
    at->unmet[side] = cell->unmet[side];
    at->not_known[side] = cell->not_known[side];
  }
  jh_cost_why why = item == JH_NONE ? JH_COST_PRICED : out->items[item].why;
  jh_code code = JH_OK;
  if (item != JH_NONE && why != JH_COST_NO_GAP)
    code = put_pair(&at->missing, cell->missing, w, err);
  if (!code && why == JH_COST_PRICED) code = put_pair(&at->yuan, cell->yuan, w, err);
  return code;
}

/* The counties [from, to) as one: a line for each item, then one for all that is priced. */
static jh_code put_group(
    jh_cost_work *w, jh_cost_level level, size_t from, size_t to, jh_error *err) {
  jh_cost_cell all, sum;
  size_t priced = 0;
  jh_code code = JH_OK;
  jh_cost_cell_init(&all);
  for (uint32_t item = 0; item < w->out->item_count && !code; item++) {
    jh_cost_cell_init(&sum);
    for (size_t i = from; i < to; i++)
      jh_cost_cell_add(&sum, &w->cells[item * w->county_count + i]);
    bool is_priced = w->out->items[item].why == JH_COST_PRICED;
    priced += is_priced;
    if (is_priced) jh_cost_cell_add(&all, &sum);
    if (sum.is_used || level == JH_COST_ALL) code = put(w, &sum, item, level, from, err);
    jh_cost_cell_done(&sum);
  }
  if (!code && priced && (all.is_used || level == JH_COST_ALL))
    code = put(w, &all, JH_NONE, level, from, err);
  jh_cost_cell_done(&all);
  return code;
}

/* Counties whose codes begin alike stand together. */
static jh_code put_regions(jh_cost_work *w, jh_cost_level level, size_t digits, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t from = 0; from < w->county_count && !code;) {
    jh_str first = {code_of(w, from).at, digits};
    size_t to = from + 1;
    while (to < w->county_count && jh_str_equal((jh_str){code_of(w, to).at, digits}, first)) to++;
    code = put_group(w, level, from, to, err);
    from = to;
  }
  return code;
}

jh_code jh_compare_cost_sums(jh_cost_work *w, jh_error *err) {
  jh_code code = JH_OK;
  if (w->out->item_count == 0) return JH_OK;
  for (size_t i = 0; i < w->county_count && !code; i++)
    code = put_group(w, JH_COST_COUNTY, i, i + 1, err);
  if (!code && has_groups(w)) {
    code = put_regions(w, JH_COST_PREFECTURE, PREFECTURE_DIGITS, err);
    if (!code) code = put_regions(w, JH_COST_PROVINCE, PROVINCE_DIGITS, err);
  }
  return code ? code : put_group(w, JH_COST_ALL, 0, w->county_count, err);
}
