/* value.h - one cell as text to its canonical text, by the definition of its column.
 *
 * The rules are those by which a dataset is read (cell.h), and what the dictionary allows besides:
 *
 *   grouping   1,234         1234
 *   percent    85%  85％     85
 *   suffixes   1.2万  3亿    12000  300000000
 *   brackets   (827) （827） 827
 *   wide       １２３４　    1234
 *   missing    { "—" }       nothing
 *
 * Whatever is not allowed is refused with its cure; nothing is guessed. A number in another unit
 * than the column's is converted exactly. Knows neither files nor places.
 */
#ifndef JH_TABLE_VALUE_H
#define JH_TABLE_VALUE_H

#include "base/buf.h"
#include "model/plan.h"
#include "table/grid.h"

typedef struct jh_value jh_value;

/* Prepares the reading of one column's cells. `unit` is that of the source, by its id ("wan_yuan"),
 * its name ("万元", "㎡") or with a multiple before it ("千元"); NULL = the column's. What is made
 * lives in the arena; definition and units are borrowed.
 * Errors JH_EUNIT_UNKNOWN (args: unit), JH_EUNIT_MISMATCH (args: unit, that of the column, its id), JH_ENOMEM. */
JH_CHECKED jh_code jh_value_open(
    jh_value **out, const jh_column_def *def, const jh_units *units, const char *unit,
    jh_arena *arena, jh_error *err);
void jh_value_close(jh_value *value); /* NULL is allowed */

/* Adds the canonical text to out: digits with a point, the code or text, the choice's id, "yes" or
 * "no"; nothing if the cell is missing. A blank is never refused here (filled columns are checked
 * by whoever knows the whole row); on an error out is as before.
 *
 * Errors  with args filled, and place name set to the column's id (file and line are the caller's)
 *   JH_EDECORATED      1,2万 12% (3): args: text, what it would be read as, field that allows it
 *   JH_ESUFFIX_UNIT    万 in a column of 万元
 *   JH_EMISSING_SIGN   — … - / as a cell: a sign for "not known" that `missing` does not name
 *   JH_ECELL_ERROR     #DIV/0!     JH_EUNCOMPUTED   a formula without a value
 *   JH_ECODE_DIGITS    a code as a number of more than 15 digits     JH_ECELL_DATE   a date
 *   JH_EUNIT_FINE      the unit's conversion gives more decimals than the column keeps
 *   and all by which cell.h refuses: JH_ENOT_NUMBER, JH_ENUMBER_COMMA, JH_ENUMBER_EXPONENT,
 *   JH_ENUMBER_FINE, JH_ENUMBER_LARGE, JH_EOUT_OF_RANGE, JH_ENOT_COUNT, JH_ENOT_BOOL,
 *   JH_ENOT_CHOICE, JH_ECODE_FORM, JH_ENOMEM */
JH_CHECKED jh_code
jh_value_read(jh_value *value, jh_str text, jh_grid_kind kind, jh_buf *out, jh_error *err);

/* Does the text say that the row is a sum (合计, 总计, 小计, 全县合计, total)? */
bool jh_value_is_sum(jh_str text);

#endif
