/* unit.h - units of measure, and what may be compared with what.
 *
 * A unit is a product of powers of base units (teacher, student, m2, yuan, …)
 * and an exact factor: "wan_yuan" is 10000 yuan, "percent" is 1/100 of nothing,
 * "teacher/(100 student)" is 1/100 of teacher/student. Two quantities may be
 * added or compared if their powers agree; the factor then converts.
 *
 * Written form:  term { ("*" | "/") term };  term = [number] name ["^" digit] | "(" … ")" | number.
 */
#ifndef JH_MODEL_UNIT_H
#define JH_MODEL_UNIT_H

#include "base/arena.h"
#include "base/error.h"
#include "model/text.h"

#define JH_UNIT_BASES 32

typedef struct jh_unit {
  int8_t power[JH_UNIT_BASES]; /* by base unit, in the order of declaration */
  int64_t num, den;            /* one of this unit is num/den of the product of its bases; > 0 */
} jh_unit;

typedef struct jh_unit_name {
  const char *id;
  jh_text name;
  jh_unit unit;
} jh_unit_name;

typedef struct jh_units {
  jh_arena *arena;     /* borrowed; holds the names */
  jh_unit_name *names; /* base and derived, in order of declaration */
  size_t count, room;
  size_t bases;
} jh_units;

/* Fills with the units that every dictionary may use: student, teacher, person, school, class,
 * room, place, book, computer, hour, year, day, m2, yuan; wan_yuan, percent. */
JH_CHECKED jh_code jh_units_init(jh_units *units, jh_arena *arena);

/* Declares a base unit (definition empty) or a derived one ("10000 yuan").
 * Errors JH_EUNIT_SYNTAX, JH_EUNIT_UNKNOWN (args: name, suggestion), JH_EDUPLICATE, JH_ENOMEM. */
JH_CHECKED jh_code
jh_units_add(jh_units *units, jh_str id, jh_text name, jh_str definition, jh_error *err);

/* Reads a written unit; "" and "1" are the unit of plain numbers. Errors as above. */
JH_CHECKED jh_code jh_unit_read(jh_unit *out, const jh_units *units, jh_str text, jh_error *err);

jh_unit jh_unit_none(void); /* of plain numbers */
jh_unit jh_unit_mul(jh_unit a, jh_unit b);
jh_unit jh_unit_div(jh_unit a, jh_unit b);
bool jh_unit_same_kind(jh_unit a, jh_unit b); /* powers agree: may be added and compared */
bool jh_unit_is_plain(jh_unit unit);          /* no powers (percent is plain too) */

/* Writes the powers as text, "m2/student", for messages. */
void jh_unit_text(const jh_units *units, jh_unit unit, char *out, size_t size);

/* Translates a written unit for people: "teacher/(100 student)" gives 名教师/百名学生-like text
 * from the names of its parts; parts without a name stay as written. */
void jh_unit_words(
    const jh_units *units, const char *written, jh_lang lang, char *out, size_t size);

#endif
