/* date.h - days, written 2017-04-19.
 *
 * A day is kept as the number 20170419, so that days compare as numbers.
 * 0 means "no day". Knows no clock: the engine never asks what day it is.
 */
#ifndef JH_BASE_DATE_H
#define JH_BASE_DATE_H

#include <stdint.h>

#include "base/str.h"

typedef int32_t jh_date;

/* False unless text is YYYY-MM-DD and the day exists (leap years known). */
bool jh_date_read(jh_date *out, jh_str text);

/* Writes YYYY-MM-DD; returns out. */
const char *jh_date_text(char out[11], jh_date date);

/* The calendar year with which the name of a year begins: 2024 of "2024" and "2024-2025"; 0 if none. */
int jh_date_year_of(jh_str name);

#endif
