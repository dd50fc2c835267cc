/* check.h - what the checks of the auditor share: finding columns, telling cells, exact factors.
 *
 * Private to the layer. Knows the ids of the national dictionary's levels; each check knows those of
 * the columns it reads, and does nothing where they are not there.
 */
#ifndef JH_AUDIT_CHECK_H
#define JH_AUDIT_CHECK_H

#include "audit/audit.h"

#define JH_CHECK_TEXT 96

/* A table at work: its definition, its rows now and a year before. */
typedef struct jh_check_table {
  uint32_t level, table;
  const jh_table_def *def;
  const jh_rows *rows;
  const jh_rows *before; /* NULL = there is no earlier year */
} jh_check_table;

/* The topmost table: counties. False if there is none, or it has no codes. */
bool jh_check_counties(const jh_audit *audit, jh_check_table *out);

/* The level "school"; false if there is none, or it does not hang on counties, or has no codes. */
bool jh_check_schools(const jh_audit *audit, jh_check_table *out);

/* The row of another dataset with the code of this one, and with its stage where the table has a
 * row for each stage of a school; JH_NONE if there is none. */
uint32_t jh_check_match(
    const jh_check_table *table, const jh_rows *rows, uint32_t row, const jh_dataset *other);

/* A column by its id; JH_NONE if the dictionary has none. */
uint32_t jh_check_find(const jh_check_table *table, const char *id);

/* The loaded cells of a column; NULL where none were. */
const jh_column *jh_check_column(const jh_check_table *table, const jh_rows *rows, uint32_t column);

/* The number in a cell as the column's scale says; false when missing. */
bool jh_check_number(const jh_column *column, size_t row, int64_t *out);

/* A cell of this year's table. */
jh_audit_cell jh_check_cell(const jh_check_table *table, uint32_t row, uint32_t column);

/* The same of the year before. */
jh_audit_cell jh_check_cell_before(const jh_check_table *table, uint32_t row, uint32_t column);

/* A text of the data for an argument; returns out. */
const char *jh_check_text(char out[JH_CHECK_TEXT], jh_str text);

/* A number of a column for an argument; returns out. */
const char *jh_check_figure(char out[JH_CHECK_TEXT], const jh_column *column, size_t row);

/* Is a > factor * b, exactly, for numbers of one scale that are not negative? */
bool jh_check_is_over(int64_t a, int64_t b, jh_dec factor);

/* Is a < factor * b? The same with the sides exchanged; for limits of how many. */
bool jh_check_is_under(int64_t a, int64_t b, jh_dec factor);

/* The unit of a column as written, "" if it has none. */
const char *jh_check_unit(const jh_column_def *def);

/* Is it a column of figures: COUNT or DECIMAL that counts or measures something (no year)? */
bool jh_check_is_figure(const jh_column_def *def);

#endif
