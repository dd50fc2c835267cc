/* head.h - where the titles of a table end, where its header stands, and what it means.
 *
 * Looks at the first rows of a grid and at the tables of a plan. Headers may take several lines:
 * "在校生数" over "小学" and "初中" gives 在校生数/小学 and 在校生数/初中. Merged cells of a workbook
 * are spread over their columns; in a text file a blank right of a filled cell in an upper line
 * continues it. Knows nothing of what the rows below hold.
 */
#ifndef JH_TABLE_HEAD_H
#define JH_TABLE_HEAD_H

#include "base/arena.h"
#include "model/plan.h"
#include "table/grid.h"
#include "table/match.h"

#define JH_HEAD_ROWS 40 /* so many rows are looked at */
#define JH_HEAD_LINES 4 /* a header has at most so many */

typedef struct jh_head_field {
  const char *path; /* parts from above joined by "/", as written: "在校生数/小学"; "" = blank */
  const char *leaf; /* the lowest part */
  uint32_t column;  /* in the table; JH_NONE = none */
  jh_match_how how;
  bool is_silent;   /* see match.h */
  const char *unit; /* in brackets of the header or, for money, of the unit line; NULL = not said */
  bool is_unit_of_line; /* the unit comes from the unit line */
  uint32_t twin; /* without a column: the field before it that has the column it means; JH_NONE */
  const char *near; /* without a column: id of the column whose name is nearest, or NULL */
} jh_head_field;

typedef struct jh_head {
  uint32_t table;           /* JH_NONE: nothing fits */
  uint32_t title_lines;     /* lines (rows of a sheet) above the header, as `skip_lines` counts */
  uint32_t header_lines;    /* 1 to JH_HEAD_LINES records; 0 = the file has no row */
  uint32_t line, last_line; /* where the header begins, and its last row begins */
  jh_head_field *fields;    /* by column of the grid */
  size_t field_count;
  size_t match_count;    /* fields with a column */
  const char *title;     /* title lines joined by blanks; "" = none */
  const char *unit_hint; /* of "单位：万元": "万元"; NULL = none */
} jh_head;

/* What is known before. */
typedef struct jh_head_wish {
  uint32_t table;           /* JH_NONE = whichever fits best */
  uint32_t skip_lines;      /* JH_NONE = found */
  uint32_t header_lines;    /* 0 = found */
  const char *const *names; /* further headers that are looked for (paths or leaves), as in a */
  size_t name_count;        /* mapping; they count as much as a column that fits */
} jh_head_wish;

/* Finds the header; the grid is rewound before, and stands behind the header afterwards. Texts go
 * to the arena. wish may be NULL. Where no line means anything, the first one is the header, and
 * no field has a column. Of two fields of one column the first has it.
 *
 * Matching: the whole path, its parts without "/" in either order, a lowest part that is a unit, what
 * stands above a 合计; then (of stacked headers) the leaf, if only one field has it.
 *
 * Errors  those of jh_grid_next, JH_ENOMEM */
JH_CHECKED jh_code jh_head_find(
    jh_head *out, jh_grid *grid, const jh_plan *plan, const jh_head_wish *wish, jh_arena *arena,
    jh_error *err);

/* The field that a header names, by path or leaf, folded as in match.h; JH_NONE if none. *also is
 * JH_NONE, or a second field of that name: the name alone does not say which. */
uint32_t jh_head_field_of(const jh_head *head, jh_str name, uint32_t *also, jh_arena *scratch);

#endif
