/* head_search.h - what the parts that find a header share: the first rows, windows of them, what they mean.
 *
 * Private to head_find.c, head_rows.c, head_match.c and head_search.c.
 */
#ifndef JH_TABLE_HEAD_SEARCH_H
#define JH_TABLE_HEAD_SEARCH_H

#include "table/head.h"

typedef struct jh_head_row {
  uint32_t line;
  jh_str *cells; /* as written */
  size_t count;
} jh_head_row;

typedef struct jh_head_search {
  jh_grid *grid;
  const jh_plan *plan;
  const jh_head_wish *wish;
  jh_arena *arena;   /* for what is found */
  jh_arena *scratch; /* for what is tried */
  jh_head_row rows[JH_HEAD_ROWS];
  size_t row_count;
  jh_match **matches; /* by table; NULL = not asked for */
  jh_map *names;      /* wished for */
  bool is_out_of_memory;
} jh_head_search;

/* Some rows taken as a header of a table, laid out: cells[line * width + column] with what merged
 * cells and blanks continue. */
typedef struct jh_head_window {
  uint32_t table;
  size_t first, lines, width;
  jh_str *cells;
  bool *is_twin; /* by column: another one has the same lowest part */
} jh_head_window;

/* What stands over one column, from above, each text once. */
typedef struct jh_head_parts {
  jh_str at[JH_HEAD_LINES];
  size_t count;
} jh_head_parts;

/* head_rows.c */
JH_CHECKED jh_code jh_head_rows_read(jh_head_search *s, jh_error *err);
jh_str jh_head_rows_cell(const jh_head_row *of, size_t column);
/* False when memory is out, which is remembered. */
bool jh_head_rows_lay_out(jh_head_search *s, jh_head_window *w);
jh_head_parts jh_head_rows_parts(const jh_head_window *w, size_t column);
/* The parts in order, with something between; NULL when memory is out, which is remembered. */
char *jh_head_rows_join(
    jh_head_search *s, jh_arena *arena, const jh_head_parts *p, const char *between);

/* head_match.c: the column that a field of a window means; false if none. */
bool jh_head_match_field(
    jh_head_search *s, jh_match_found *found, const jh_head_window *w, size_t column,
    jh_arena *arena);

/* What a window explains. */
typedef struct jh_head_score {
  size_t matched; /* columns, and names that were wished for */
  bool has_key;
} jh_head_score;

jh_head_score jh_head_match_judge(jh_head_search *s, jh_head_window *w);

/* head_search.c: the window that is the header; its table is JH_NONE where nothing fits. */
jh_head_window jh_head_search_all(jh_head_search *s);

#endif
