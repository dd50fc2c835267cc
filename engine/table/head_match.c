/* head_match.c - what the fields of a window mean; see head_search.h. */
#include <string.h>

#include "table/head_search.h"
#include "table/measure.h"
#include "table/plain.h"

static bool try_name(
    jh_head_search *s, jh_match_found *found, const jh_match *match, const char *name,
    jh_arena *arena) {
  if (!name || jh_match_find(found, match, jh_str_of(name), arena, NULL) != JH_OK) {
    s->is_out_of_memory = true;
    *found = (jh_match_found){.column = JH_NONE};
    return false;
  }
  return found->column != JH_NONE;
}

/* "设备值" over "万元": the lowest part is a unit. NULL if it is none. */
static char *with_unit(jh_head_search *s, const jh_head_parts *p) {
  jh_measure measure;
  char *folded = jh_match_fold(s->scratch, p->at[p->count - 1]);
  if (!folded) s->is_out_of_memory = true;
  if (!folded || !jh_measure_read(&measure, &s->plan->units, jh_str_of(folded))) return NULL;
  jh_head_parts above = *p;
  above.count--;
  const char *name = jh_head_rows_join(s, s->scratch, &above, "/");
  if (!name) return NULL;
  jh_head_parts both = {.at = {jh_str_of(name), jh_str_of("("), jh_str_of(folded), jh_str_of(")")}};
  both.count = 4;
  return jh_head_rows_join(s, s->scratch, &both, "");
}

/* What the parts mean together: 在校生数/小学, 在校生数小学, 小学在校生数, 设备值(万元); a sum of what
 * stands above is that itself. */
static bool match_parts(
    jh_head_search *s, jh_match_found *found, const jh_match *match, const jh_head_parts *p,
    jh_arena *arena) {
  jh_head_parts turned = {.count = p->count};
  if (p->count == 0) return false;
  if (try_name(s, found, match, jh_head_rows_join(s, s->scratch, p, "/"), arena)) return true;
  if (p->count == 1) return false;
  if (try_name(s, found, match, jh_head_rows_join(s, s->scratch, p, ""), arena)) return true;
  for (size_t i = 0; i < p->count; i++) turned.at[i] = p->at[p->count - 1 - i];
  if (try_name(s, found, match, jh_head_rows_join(s, s->scratch, &turned, ""), arena)) return true;
  const char *name = with_unit(s, p);
  if (name) return try_name(s, found, match, name, arena);
  jh_head_parts above = *p; /* 在校生数/合计 */
  above.count--;
  return jh_plain_is_sum(p->at[above.count]) &&
         try_name(s, found, match, jh_head_rows_join(s, s->scratch, &above, "/"), arena);
}

bool jh_head_match_field(
    jh_head_search *s, jh_match_found *found, const jh_head_window *w, size_t column,
    jh_arena *arena) {
  jh_head_parts p = jh_head_rows_parts(w, column);
  const jh_match *match = s->matches[w->table];
  *found = (jh_match_found){.column = JH_NONE};
  if (match_parts(s, found, match, &p, arena)) return true;
  if (p.count < 2 || w->is_twin[column] || s->is_out_of_memory) return false;
  return try_name(s, found, match, jh_arena_text(s->scratch, p.at[p.count - 1]), arena);
}

/* Is the field one of those that the wish names? */
static bool is_wished(jh_head_search *s, const jh_head_parts *p) {
  if (!s->names || p->count == 0) return false;
  const char *path = jh_head_rows_join(s, s->scratch, p, "/");
  const char *folded = path ? jh_match_fold(s->scratch, jh_str_of(path)) : NULL;
  const char *leaf = jh_match_fold(s->scratch, p->at[p->count - 1]);
  if (!folded || !leaf) {
    s->is_out_of_memory = true;
    return false;
  }
  return jh_map_find(s->names, jh_str_of(folded)) != JH_MAP_NONE ||
         jh_map_find(s->names, jh_str_of(leaf)) != JH_MAP_NONE;
}

jh_head_score jh_head_match_judge(jh_head_search *s, jh_head_window *w) {
  jh_head_score out = {0};
  const jh_table_def *def = &s->plan->tables[w->table];
  bool *seen = jh_arena_get(s->scratch, def->column_count + 1);
  if (!seen) s->is_out_of_memory = true;
  if (!seen || !jh_head_rows_lay_out(s, w)) return out;
  for (size_t c = 0; c < w->width && !s->is_out_of_memory; c++) {
    jh_match_found found;
    jh_head_parts p = jh_head_rows_parts(w, c);
    if (is_wished(s, &p)) {
      out.matched++;
      continue;
    }
    if (!jh_head_match_field(s, &found, w, c, s->scratch) || seen[found.column]) continue;
    seen[found.column] = true;
    out.matched++;
    out.has_key = out.has_key || found.column == def->key_column;
  }
  return out;
}
