/* limits.h - the numbers of a pack as a sheet to be filled, and such a sheet read back. Private to
 * session/limits*.c.
 *
 * Writing: limits_rows.c lists the values of a plan, limits_book.c and limits_export.c write them.
 * Reading: limits_read.c finds heading and rows, limits_match.c holds them against the plan and leaves
 * the edits, limits_lua.c writes these as a reform or an overlay.
 */
#ifndef JH_SESSION_LIMITS_H
#define JH_SESSION_LIMITS_H

#include "base/buf.h"
#include "session/session.h"

/* The columns, in the order in which they are written; from NOW on they are filled by people. */
typedef enum jh_limits_column {
  JH_LIMITS_PATH,
  JH_LIMITS_NAME,
  JH_LIMITS_STAGE,
  JH_LIMITS_VALUE,
  JH_LIMITS_UNIT,
  JH_LIMITS_SINCE,
  JH_LIMITS_UNTIL,
  JH_LIMITS_CLAUSE,
  JH_LIMITS_DOCUMENT,
  JH_LIMITS_NOW,
  JH_LIMITS_NOW_CLAUSE,
  JH_LIMITS_NOW_SINCE,
  JH_LIMITS_REASON,
  JH_LIMITS_COLUMNS
} jh_limits_column;

/* What the file that is to be written says in its head; filled on the guide, or above the heading. */
typedef enum jh_limits_fact {
  JH_LIMITS_F_ID,
  JH_LIMITS_F_SINCE,
  JH_LIMITS_F_REASON,
  JH_LIMITS_F_NAME,
  JH_LIMITS_F_NUMBER, /* of the document; this and the next two: overlays */
  JH_LIMITS_F_TITLE,
  JH_LIMITS_F_MAY_RELAX,
  JH_LIMITS_FACTS
} jh_limits_fact;

#define JH_LIMITS_KIND "junheng-limits" /* what the sheet says that it is */
#define JH_LIMITS_FORMAT "1"

/* Words of limits_words.c. */
const char *jh_limits_title(jh_limits_column column, jh_lang lang);
const char *jh_limits_label(jh_limits_fact fact, jh_lang lang);
const char *jh_limits_fact_help(jh_limits_fact fact, jh_lang lang);

/* Both ways round, full-width or not, whatever the case: the column or fact that a text names, else
 * JH_LIMITS_COLUMNS or JH_LIMITS_FACTS. The nearest heading is offered in *near (may be NULL). */
jh_limits_column jh_limits_find_column(jh_str text, jh_str *near);
jh_limits_fact jh_limits_find_fact(jh_str text);

/* Are two texts the same, but for blanks, width and case? */
bool jh_limits_alike(jh_str a, jh_str b);

/* One value of a parameter. */
typedef struct jh_limits_row {
  uint32_t param;
  const jh_param_value *value;
  jh_date until;    /* from when on it counts no more; 0 = never */
  const char *when; /* for whom alone it counts, as written; NULL = for all */
} jh_limits_row;

typedef struct jh_limits_table {
  const jh_plan *plan;
  jh_lang lang;
  jh_date on; /* 0 = every day */
  jh_limits_row *rows;
  size_t count;
  size_t ended;       /* values left out: they count on no day */
  uint32_t *computed; /* rules whose bound is a formula, and so no number of a sheet */
  size_t computed_count;
} jh_limits_table;

/* Lists the values, in order of the pack; the arena holds them. limits_rows.c */
JH_CHECKED jh_code jh_limits_list(
    jh_limits_table *out, const jh_plan *plan, jh_date on, jh_lang lang, jh_arena *arena,
    jh_error *err);

/* Adds what a given column says of a row; nothing for columns that people fill. */
void jh_limits_given(
    jh_buf *buf, const jh_limits_table *table, const jh_limits_row *row, jh_limits_column column,
    jh_lang lang);

/* The pack on which a new file would stand: the topmost link that is no reform. */
const jh_layer *jh_limits_top(const jh_plan *plan);

/* Adds "path" or "path.primary". */
void jh_limits_path(jh_buf *buf, const jh_plan *plan, uint32_t param, uint32_t stage);

/* The workbook into buf. limits_book.c */
JH_CHECKED jh_code jh_limits_book(jh_buf *buf, const jh_limits_table *table, jh_error *err);

/* A cell that was read. */
typedef struct jh_limits_cell {
  jh_str text; /* in the arena */
  uint8_t kind;
} jh_limits_cell;

typedef struct jh_limits_line {
  uint32_t line; /* in the sheet or file */
  jh_limits_cell cells[JH_LIMITS_COLUMNS];
} jh_limits_line;

typedef struct jh_limits_found {
  jh_str text;
  jh_place at; /* where it is written; of a fact that was not found, the sheet */
} jh_limits_found;

/* One edited value, ready to be written. */
typedef struct jh_limits_edit {
  const jh_limits_row *row;
  size_t order; /* of the row in the pack */
  jh_dec now;
  jh_date since, until; /* of the change; until: 0 = for good */
  jh_str clause, reason;
  uint32_t line;    /* of the sheet */
  uint32_t written; /* first line of its statement in the file that was written */
} jh_limits_edit;

struct jh_limits {
  jh_arena *arena;
  const char *path;
  const char *sheet;                       /* NULL: a text file */
  const char *pack, *version, *hash, *day; /* as the sheet says; NULL = it does not */
  uint32_t header;                         /* its line; 0 = not yet found */
  uint32_t column[JH_LIMITS_COLUMNS];      /* where each stands, from 0 */
  const char *heading[JH_LIMITS_COLUMNS];  /* as it is written */
  jh_limits_found facts[JH_LIMITS_FACTS];
  jh_limits_found *unread; /* headings that are none of ours */
  size_t unread_count, unread_room;
  jh_limits_line *lines;
  size_t line_count, line_room;
  jh_limits_edit *edits;
  size_t edit_count, edit_room;
};

/* Where a column's cell of a line stands. limits_read.c */
jh_place jh_limits_place(const jh_limits *limits, uint32_t line, jh_limits_column column);

/* Reads the cell of a new value: any way in which digits are typed that leaves no doubt.
 * Error JH_ELIMITS_VALUE (what it is instead, and the cure); *at is the cell. limits_value.c */
JH_CHECKED jh_code jh_limits_value(
    jh_dec *out, const jh_limits_cell *cell, const jh_limits_row *row, const jh_plan *plan,
    const jh_place *at, jh_error *err);

/* Reads a day: 2024-09-01, 2024年9月1日, 2024/9/1 or 2024.9.1. limits_value.c */
bool jh_limits_day(jh_date *out, jh_str text);

/* A cell of a text that is an error, an uncomputed formula, or part of a merged cell; then fills *err, as
 * above. */
bool jh_limits_is_broken(
    const jh_limits_cell *cell, const char *path, const jh_place *at, jh_error *err);

/* Holds all lines against the plan; what is wrong goes to the diagnostics. Leaves the edits in order
 * of the pack. `first` is the day from which the file is to count, 0 = not known. limits_match.c */
JH_CHECKED jh_code jh_limits_match(
    jh_limits *limits, const jh_limits_table *table, jh_date first, jh_diag *diag, jh_error *err);

/* What stands at the head of the file. */
typedef struct jh_limits_head {
  bool is_overlay, may_relax;
  jh_str id, name, reason, number, title;
  jh_date since;
} jh_limits_head;

/* The file itself; notes in each edit where it is written. limits_lua.c */
void jh_limits_lua(
    jh_buf *buf, jh_limits *limits, const jh_limits_table *table, const jh_limits_head *head);

#endif
