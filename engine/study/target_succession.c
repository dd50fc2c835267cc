/* target_succession.c - see target_succession.h. */
#include "study/target_succession.h"

enum { MOST_STEPS = 8, MOST_LINES = 1000 }; /* followed from one code */

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_str jh_target_succession_key(jh_str code) {
  if (code.size == 12 && jh_str_ends(code, "000000")) code.size = 6;
  return code;
}

static jh_str cell(const jh_rows *rows, uint32_t column, uint32_t row) {
  const jh_column *texts = column == JH_NONE || !rows->columns ? NULL : rows->columns[column];
  bool is_known = jh_column_known(texts, row) && texts->texts;
  return is_known ? jh_target_succession_key(texts->texts[row]) : (jh_str){NULL, 0};
}

static bool keep(jh_str *out, jh_str text, jh_arena *arena) {
  const char *kept = jh_arena_text(arena, text);
  *out = (jh_str){kept, kept ? text.size : 0};
  return kept != NULL;
}

jh_code jh_target_succession_read(
    jh_roadmap_line **out, size_t *count, const jh_dataset *dataset, jh_arena *arena,
    jh_error *err) {
  const jh_plan *plan = dataset->plan;
  uint32_t table = jh_plan_table(plan, jh_str_of("succession"));
  *out = NULL;
  *count = 0;
  if (table == JH_NONE) return JH_OK;
  const jh_rows *rows = &dataset->levels[plan->tables[table].level];
  uint32_t from = jh_plan_column(plan, table, jh_str_of("old_code"));
  uint32_t to = jh_plan_column(plan, table, jh_str_of("new_code"));
  *out = jh_arena_get(arena, (rows->count + 1) * sizeof **out);
  if (!*out) return out_of_memory(err);
  for (uint32_t row = 0; row < rows->count; row++) {
    jh_roadmap_line line = {cell(rows, from, row), cell(rows, to, row)};
    if (line.from.size == 0 || line.to.size == 0 || jh_str_equal(line.from, line.to)) continue;
    jh_roadmap_line *kept = &(*out)[(*count)++];
    if (!keep(&kept->from, line.from, arena) || !keep(&kept->to, line.to, arena))
      return out_of_memory(err);
  }
  return JH_OK;
}

static bool has(const jh_roadmap_line *lines, size_t count, const jh_roadmap_line *line) {
  for (size_t i = 0; i < count; i++) {
    if (jh_str_equal(lines[i].from, line->from) && jh_str_equal(lines[i].to, line->to)) return true;
  }
  return false;
}

jh_code jh_target_succession_join(
    jh_target_succession *out, const jh_roadmap_gathered *points, size_t count, jh_arena *arena,
    jh_error *err) {
  size_t room = 1, used = 0;
  for (size_t i = 0; i < count; i++) room += points[i].line_count;
  jh_roadmap_line *lines = jh_arena_get(arena, room * sizeof *lines);
  if (!lines) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < points[i].line_count; k++) {
      if (!has(lines, used, &points[i].lines[k])) lines[used++] = points[i].lines[k];
    }
  }
  *out = (jh_target_succession){lines, used};
  return JH_OK;
}

uint32_t jh_target_succession_row(const jh_roadmap_gathered *point, jh_str code) {
  size_t from = 0, to = point->county_count;
  while (from < to) { /* counties stand in the order of their codes */
    size_t mid = from + (to - from) / 2;
    if (jh_str_compare(point->codes[mid], code) < 0) {
      from = mid + 1;
    } else {
      to = mid;
    }
  }
  bool is_there = from < point->county_count && jh_str_equal(point->codes[from], code);
  return is_there ? (uint32_t)from : JH_NONE;
}

/* The other end of the only line that goes out of a code (or into it); nothing if there are several. */
static jh_str only_end(const jh_target_succession *list, jh_str code, bool is_forward) {
  jh_str end = {NULL, 0};
  for (size_t i = 0; i < list->count; i++) {
    const jh_roadmap_line *line = &list->lines[i];
    if (!jh_str_equal(is_forward ? line->from : line->to, code)) continue;
    if (end.size) return (jh_str){NULL, 0};
    end = is_forward ? line->to : line->from;
  }
  return end;
}

/* A step along a line that is the only one of both its codes; nothing if there is none. */
static jh_str step(const jh_target_succession *list, jh_str code, bool is_forward) {
  jh_str next = only_end(list, code, is_forward);
  jh_str back = next.size ? only_end(list, next, !is_forward) : next;
  return jh_str_equal(back, code) ? next : (jh_str){NULL, 0};
}

uint32_t jh_target_succession_same(
    const jh_target_succession *list, const jh_roadmap_gathered *point, jh_str code) {
  for (int way = 0; way < 2; way++) {
    jh_str at = code;
    for (int i = 0; i < MOST_STEPS; i++) {
      at = step(list, at, way == 0);
      if (at.size == 0) break;
      uint32_t row = jh_target_succession_row(point, at);
      if (row != JH_NONE) return row;
    }
  }
  return JH_NONE;
}

/* way: how many steps forward, or, below 0, back. */
static bool leads(
    const jh_target_succession *list, const jh_roadmap_gathered *point, jh_str code, size_t *budget,
    int way) {
  bool is_forward = way > 0;
  int next_way = is_forward ? way - 1 : way + 1;
  for (size_t i = 0; i < list->count && way != 0 && *budget > 0; i++) {
    const jh_roadmap_line *line = &list->lines[i];
    if (!jh_str_equal(is_forward ? line->from : line->to, code)) continue;
    jh_str next = is_forward ? line->to : line->from;
    (*budget)--;
    if (jh_target_succession_row(point, next) != JH_NONE) return true;
    if (leads(list, point, next, budget, next_way)) return true;
  }
  return false;
}

bool jh_target_succession_leads(
    const jh_target_succession *list, const jh_roadmap_gathered *point, jh_str code) {
  size_t budget = MOST_LINES;
  return leads(list, point, code, &budget, MOST_STEPS) ||
         leads(list, point, code, &budget, -MOST_STEPS);
}
