/* measure.h - units as they stand in the offices' files: 万元, ㎡, 千册, "万元、平方米".
 *
 * Private to the layer. A unit is one of the plan's, by id or name, with or without a multiple
 * (十 百 千 万 亿) before it; or a counter (人, 所, 套, …), which says of a number only that it counts.
 */
#ifndef JH_TABLE_MEASURE_H
#define JH_TABLE_MEASURE_H

#include "base/dec.h"
#include "model/schema.h"

typedef struct jh_measure {
  jh_unit unit;
  bool is_counter;
} jh_measure;

/* A number times num/den. */
typedef struct jh_measure_ratio {
  int64_t num, den;
} jh_measure_ratio;

/* Reads a unit, folded (jh_match_fold) or as in a dictionary; false if it is none. */
bool jh_measure_read(jh_measure *out, const jh_units *units, jh_str text);

/* What makes a number in the measure one in the column's unit. False: of another kind. */
bool jh_measure_into(
    jh_measure_ratio *out, const jh_measure *measure, const jh_units *units,
    const jh_column_def *column);

bool jh_measure_is_money(const jh_units *units, jh_unit unit);

/* Takes the first part off "万元、平方米". */
jh_str jh_measure_part(jh_str *rest);

/* The part of "万元、平方米" (a unit line, folded) that is of the column's kind and no mere counter;
 * empty if there is none. */
jh_str jh_measure_of_line(jh_str line, const jh_units *units, const jh_column_def *column);

/* value times by, as a mantissa at the scale; exactly, or JH_EUNIT_FINE, JH_ENUMBER_LARGE. */
jh_code jh_measure_convert(int64_t *out, jh_dec value, jh_measure_ratio by, int32_t scale);

#endif
