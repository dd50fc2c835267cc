/* template.h - what is to be filled in for a pack, before it is a workbook or text. Private to
 * session/template*.c. */
#ifndef JH_SESSION_TEMPLATE_H
#define JH_SESSION_TEMPLATE_H

#include "base/buf.h"
#include "session/needed.h"
#include "session/session.h"

typedef struct jh_template_column {
  uint32_t column; /* in the table */
  const jh_column_def *def;
  const char *header; /* by which the dictionary knows it */
  bool is_needed;     /* may not be blank */
  bool is_year;
  bool is_given; /* a code or year that rows hang together by: not to be changed where it stands */
} jh_template_column;

typedef struct jh_template_table {
  uint32_t table;
  const jh_table_def *def;
  jh_template_column *columns;
  size_t count;
} jh_template_table;

typedef struct jh_template {
  const jh_plan *plan;
  const jh_dataset *data; /* NULL = no rows are known */
  jh_arena *arena;        /* as long as the session */
  jh_lang lang;
  jh_date on;       /* 0 = any day */
  const char *year; /* NULL = none is asked for */
  bool **needed;
  jh_needed_readers readers;
  jh_template_table *tables;
  size_t table_count;
} jh_template;

/* Which rows: all, or those of one row of the topmost level. */
typedef struct jh_template_part {
  uint32_t top; /* JH_NONE = all */
} jh_template_part;

/* The tables and columns to be filled. template_column.c */
JH_CHECKED jh_code jh_template_lay_out(jh_template *t, jh_error *err);

/* What stands above a column: its unit or kind, its place in the forms. */
void jh_template_hint(jh_buf *buf, const jh_template *t, const jh_template_column *column);

/* All that is to be known of a column: definition, unit, range, form, who reads it. */
void jh_template_note(
    jh_buf *buf, const jh_template *t, const jh_template_table *table,
    const jh_template_column *column);

/* The same in a few words, for whoever enters a cell; and what is said to a value out of range. */
void jh_template_prompt(jh_buf *buf, const jh_template *t, const jh_template_column *column);
void jh_template_refusal(jh_buf *buf, const jh_template *t, const jh_template_column *column);

/* The rows [*from, *to) of a table that belong to the part; none without data. */
void jh_template_rows(
    const jh_template *t, const jh_template_table *table, jh_template_part part, uint32_t *from,
    uint32_t *to);

/* What is known of a cell, as it would be typed; nothing if nothing is. template_cell.c */
void jh_template_cell(
    jh_buf *buf, const jh_template *t, const jh_template_table *table, uint32_t column,
    uint32_t row);

/* "yes" or "no". */
const char *jh_template_bool(bool value, jh_lang lang);

/* What a line of the guide is. */
typedef enum jh_template_line {
  JH_TEMPLATE_TITLE,
  JH_TEMPLATE_FACT, /* label and text */
  JH_TEMPLATE_HEADING,
  JH_TEMPLATE_ITEM /* number as label, and text */
} jh_template_line;

typedef void (*jh_template_add)(
    void *payload, jh_template_line kind, const char *label, const char *text);

/* The guide, line by line: what pack and day, how to fill a workbook or text, which tables.
 * template_guide.c */
void jh_template_guide(
    jh_buf *scratch, const jh_template *t, jh_template_part part, bool is_book, jh_template_add add,
    void *payload);

/* One workbook into buf. template_book.c */
JH_CHECKED jh_code
jh_template_book(jh_buf *buf, const jh_template *t, jh_template_part part, jh_error *err);

/* One table, or the guide, as text. template_csv.c */
void jh_template_csv(jh_buf *buf, const jh_template *t, const jh_template_table *table);
void jh_template_text(jh_buf *buf, const jh_template *t);

#endif
