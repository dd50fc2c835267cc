/* head_search.c - where the header stands; see head_search.h.
 *
 * The row in which most cells mean a column of a table is part of the header, whatever else is; from
 * there windows of up to four rows are tried, and the one that explains most columns wins, the
 * smaller one where several explain as many.
 */
#include "table/head_search.h"
#include "table/measure.h"

static bool is_better(jh_head_score a, jh_head_score b) {
  if (a.matched != b.matched) return a.matched > b.matched;
  return a.has_key && !b.has_key;
}

/* The row that explains most by itself. */
static size_t best_row(jh_head_search *s, uint32_t table, jh_head_score *best) {
  size_t at = s->row_count;
  *best = (jh_head_score){0};
  for (size_t i = 0; i < s->row_count && !s->is_out_of_memory; i++) {
    jh_head_window w = {.table = table, .first = i, .lines = 1};
    jh_head_score now = jh_head_match_judge(s, &w);
    if (now.matched > 0 && is_better(now, *best)) {
      *best = now;
      at = i;
    }
  }
  return at;
}

/* How far a window must reach so that no merged cell is cut. */
static size_t lines_of_merges(const jh_head_search *s, size_t first, size_t lines) {
  const jh_grid_info *info = jh_grid_about(s->grid);
  uint32_t top = s->rows[first].line;
  for (size_t i = 0; i < info->merge_count; i++) {
    const jh_grid_merge *m = &info->merges[i];
    bool begins = m->top >= top && first + lines > 0 && m->top <= s->rows[first + lines - 1].line;
    while (begins && lines < JH_HEAD_LINES && first + lines < s->row_count &&
           s->rows[first + lines].line <= m->bottom) {
      lines++;
    }
  }
  return lines;
}

/* A merged cell that reaches into the window from above begins it. */
static void begin_with_merges(const jh_head_search *s, jh_head_window *w) {
  const jh_grid_info *info = jh_grid_about(s->grid);
  for (size_t i = 0; i < info->merge_count; i++) {
    const jh_grid_merge *m = &info->merges[i];
    uint32_t line = s->rows[w->first].line;
    if (m->top >= line || m->bottom < line) continue;
    size_t up = 0;
    while (up < w->first && s->rows[w->first - up].line > m->top) up++;
    if (w->lines + up > JH_HEAD_LINES) continue;
    w->first -= up;
    w->lines += up;
  }
}

static bool has_digit_first(jh_str text) {
  return text.size > 0 && ((text.at[0] >= '0' && text.at[0] <= '9') || text.at[0] == '-');
}

/* Does the row hold nothing but units? */
static bool is_unit_row(jh_head_search *s, const jh_head_row *row) {
  bool has_any = false;
  for (size_t c = 0; c < row->count; c++) {
    jh_measure measure;
    if (row->cells[c].size == 0) continue;
    const char *folded = jh_match_fold(s->scratch, row->cells[c]);
    if (!folded) s->is_out_of_memory = true;
    if (!folded || !jh_measure_read(&measure, &s->plan->units, jh_str_of(folded))) return false;
    has_any = true;
  }
  return has_any;
}

/* Does the row below go on with the header: texts only, and only below filled or continued cells,
 * with a blank where the header's first cell stands? */
static bool goes_on(jh_head_search *s, size_t first, size_t lines) {
  if (first + lines >= s->row_count || lines == JH_HEAD_LINES) return false;
  const jh_head_row *last = &s->rows[first + lines - 1], *next = &s->rows[first + lines];
  bool fills_gap = false;
  if (jh_head_rows_cell(next, 0).size > 0 &&
      !jh_str_equal(jh_head_rows_cell(next, 0), jh_head_rows_cell(last, 0)))
    return false;
  if (is_unit_row(s, next)) return true;
  for (size_t c = 0; c < next->count; c++) {
    if (has_digit_first(next->cells[c])) return false;
    bool is_gap = next->cells[c].size > 0 && jh_head_rows_cell(last, c).size == 0 && c > 0;
    fills_gap = fills_gap || is_gap;
  }
  return fills_gap;
}

/* Tries windows around the row; the smallest of those that explain most. */
static jh_head_window best_window(
    jh_head_search *s, uint32_t table, size_t around, jh_head_score *best) {
  jh_head_window found = {.table = table, .first = around, .lines = 1};
  size_t first = around + 1 > JH_HEAD_LINES ? around + 1 - JH_HEAD_LINES : 0;
  for (size_t lines = 2; lines <= JH_HEAD_LINES; lines++) {
    for (size_t at = around + 1; at-- > first;) {
      jh_head_window w = {.table = table, .first = at, .lines = lines};
      if (at + lines <= around || at + lines > s->row_count) continue;
      jh_head_score now = jh_head_match_judge(s, &w);
      if (!is_better(now, *best) || now.matched == best->matched) continue;
      *best = now;
      found = w;
    }
  }
  jh_head_window wider = found;
  begin_with_merges(s, &wider);
  jh_head_score now = jh_head_match_judge(s, &wider);
  if (!is_better(*best, now)) found = wider;
  found.lines = lines_of_merges(s, found.first, found.lines);
  while (goes_on(s, found.first, found.lines)) found.lines++;
  return found;
}

/* The window that someone told, wholly or in part. */
static jh_head_window told_window(jh_head_search *s, uint32_t table, jh_head_score *best) {
  const jh_head_wish *wish = s->wish;
  size_t first = 0;
  while (first + 1 < s->row_count && s->rows[first].line <= wish->skip_lines) first++;
  jh_head_window w = {
      .table = table, .first = first, .lines = wish->header_lines ? wish->header_lines : 1};
  if (first + w.lines > s->row_count) w.lines = s->row_count - first;
  *best = jh_head_match_judge(s, &w);
  for (size_t lines = 2; wish->header_lines == 0 && lines <= JH_HEAD_LINES; lines++) {
    jh_head_window more = {.table = table, .first = first, .lines = lines};
    if (first + lines > s->row_count) break;
    jh_head_score now = jh_head_match_judge(s, &more);
    if (now.matched <= best->matched) continue;
    *best = now;
    w = more;
  }
  if (wish->header_lines > 0) return w;
  w.lines = lines_of_merges(s, first, w.lines);
  while (goes_on(s, first, w.lines)) w.lines++;
  return w;
}

static jh_head_window search_table(jh_head_search *s, uint32_t table, jh_head_score *best) {
  if (s->wish->skip_lines != JH_NONE) return told_window(s, table, best);
  size_t around = best_row(s, table, best);
  jh_head_window w = {.table = table, .first = 0, .lines = 1};
  if (around == s->row_count) return w;
  if (s->wish->header_lines == 0) return best_window(s, table, around, best);
  w.lines = s->wish->header_lines;
  *best = (jh_head_score){0};
  jh_head_window found = w;
  for (w.first = around + 1 > w.lines ? around + 1 - w.lines : 0; w.first <= around; w.first++) {
    if (w.first + w.lines > s->row_count) break;
    jh_head_score now = jh_head_match_judge(s, &w);
    if (is_better(now, *best)) {
      *best = now;
      found = w;
    }
  }
  return found;
}

/* A single column that fits says nothing, unless someone told the table. */
static bool is_enough(const jh_head_search *s, jh_head_score found) {
  return s->wish->table != JH_NONE || found.matched >= 2;
}

jh_head_window jh_head_search_all(jh_head_search *s) {
  jh_head_window best = {.table = JH_NONE, .first = 0, .lines = 1};
  jh_head_score most = {0};
  for (uint32_t table = 0; table < s->plan->table_count; table++) {
    if (!s->matches[table] || s->is_out_of_memory) continue;
    jh_head_score now = {0};
    jh_head_window w = search_table(s, table, &now);
    bool is_first = best.table == JH_NONE && s->wish->table == table;
    if (is_first || (is_enough(s, now) && is_better(now, most))) {
      best = w;
      most = now;
    }
  }
  if (best.table == JH_NONE && s->wish->skip_lines != JH_NONE && s->row_count > 0) {
    while (best.first + 1 < s->row_count && s->rows[best.first].line <= s->wish->skip_lines) {
      best.first++;
    }
  }
  return best;
}
