/* sweep_region.c - provinces and prefectures by the beginning of codes; see sweep_region.h. */
#include "vary/sweep_region.h"

#include <string.h>

enum { PROVINCE_DIGITS = 2, PREFECTURE_DIGITS = 4 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Six digits, or twelve of a statistical code that begins with them. */
static bool is_division(jh_str code) {
  if (code.size != 6 && code.size != 12) return false;
  for (size_t i = 0; i < code.size; i++) {
    if (code.at[i] < '0' || code.at[i] > '9') return false;
  }
  return true;
}

static bool has_divisions(const jh_rows *counties) {
  for (size_t i = 0; counties->codes && i < counties->count; i++) {
    if (!is_division(counties->codes[i])) return false;
  }
  return counties->codes && counties->count;
}

static jh_str text_cell(const jh_rows *rows, uint32_t column, uint32_t row) {
  const jh_column *texts = column == JH_NONE || !rows->columns ? NULL : rows->columns[column];
  return jh_column_known(texts, row) ? texts->texts[row] : (jh_str){"", 0};
}

static uint32_t top_of(const jh_plan *plan) {
  uint32_t level = 0;
  while (level + 1 < plan->level_count && plan->levels[level].parent != JH_NONE) level++;
  return level;
}

/* The region of a county, new or that of the county before; codes rise, so that one is enough. */
static uint32_t enter(
    jh_sweep_regions *r, jh_sweep_region_kind kind, uint32_t last, jh_str code, jh_str name,
    uint32_t province) {
  jh_str prefix = {code.at, kind == JH_SWEEP_PROVINCE ? PROVINCE_DIGITS : PREFECTURE_DIGITS};
  if (last != JH_NONE && jh_str_equal(r->items[last].code, prefix)) {
    if (!r->items[last].name.size) r->items[last].name = name;
    return last;
  }
  r->items[r->count] = (jh_sweep_region){kind, prefix, name, province};
  return (uint32_t)r->count++;
}

static jh_code find_parts(
    jh_sweep_regions *r, const jh_table_def *table, jh_arena *arena, jh_error *err) {
  const jh_rows *counties = &r->data->levels[r->top];
  uint32_t province = JH_NONE, prefecture = JH_NONE;
  r->provinces = jh_arena_get(arena, r->county_count * sizeof *r->provinces);
  r->prefectures = jh_arena_get(arena, r->county_count * sizeof *r->prefectures);
  if (!r->provinces || !r->prefectures) return out_of_memory(err);
  for (uint32_t i = 0; i < r->county_count; i++) {
    jh_str code = counties->codes[i];
    province = enter(
        r, JH_SWEEP_PROVINCE, province, code, text_cell(counties, table->province_column, i),
        JH_NONE);
    prefecture = enter(
        r, JH_SWEEP_PREFECTURE, prefecture, code, text_cell(counties, table->prefecture_column, i),
        province);
    r->provinces[i] = province, r->prefectures[i] = prefecture;
  }
  return JH_OK;
}

jh_code jh_sweep_region_find(
    jh_sweep_regions *out, const jh_plan *plan, const jh_dataset *data, bool with_parts,
    jh_arena *arena, jh_error *err) {
  *out = (jh_sweep_regions){.data = data, .top = top_of(plan)};
  const jh_rows *counties = &data->levels[out->top];
  out->county_count = (uint32_t)counties->count;
  out->items = jh_arena_get(arena, (2 * counties->count + 1) * sizeof *out->items);
  if (!out->items) return out_of_memory(err);
  out->items[out->count++] = (jh_sweep_region){JH_SWEEP_ALL, {"", 0}, {"", 0}, JH_NONE};
  if (!with_parts || !has_divisions(counties)) return JH_OK;
  return find_parts(out, &plan->tables[plan->levels[out->top].table], arena, err);
}

static void add(jh_tally *to, const jh_tally *what) {
  for (int v = 0; v < JH_VERDICTS; v++) to->of[v] += what->of[v];
}

void jh_sweep_region_count(
    const jh_sweep_regions *r, uint32_t level,
    jh_verdict (*verdict)(const void *payload, uint32_t row), const void *payload, jh_tally *out) {
  memset(out, 0, r->count * sizeof *out);
  for (uint32_t county = 0; county < r->county_count; county++) {
    uint32_t from, to;
    jh_tally own = {{0}};
    jh_dataset_range(r->data, level, r->top, county, &from, &to);
    for (uint32_t row = from; row < to; row++) own.of[verdict(payload, row)]++;
    add(&out[0], &own);
    if (!r->provinces) continue;
    add(&out[r->provinces[county]], &own);
    add(&out[r->prefectures[county]], &own);
  }
}
