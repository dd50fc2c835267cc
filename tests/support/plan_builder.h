/* plan_builder.h - plans with tables only, built by hand, for tests of the table layer.
 *
 * Texts are borrowed. Everything lives in the plan's arena and goes with plan_close.
 */
#ifndef JH_TESTS_SUPPORT_PLAN_BUILDER_H
#define JH_TESTS_SUPPORT_PLAN_BUILDER_H

#include "model/plan.h"

jh_plan *plan_make(void);

uint32_t plan_add_level(jh_plan *plan, const char *id, const char *many, uint32_t parent);

/* A table of a level; its key, parent and other columns are JH_NONE until set. parent is a table. */
uint32_t plan_add_table(jh_plan *plan, const char *id, uint32_t level, uint32_t parent);

/* A column; zh may be NULL. The pointer is good until the next column of the table is added. */
jh_column_def *plan_add_column(
    jh_plan *plan, uint32_t table, const char *id, const char *zh, jh_column_type type);

/* The index of the column that was added last. */
uint32_t plan_last(const jh_plan *plan, uint32_t table);

jh_source *plan_add_source(jh_plan *plan, uint32_t table, const char *file);
void plan_add_set(jh_plan *plan, jh_source *source, uint32_t column, const char *value);

void plan_add_alias(jh_plan *plan, jh_column_def *column, const char *alias);
void plan_add_missing(jh_plan *plan, jh_column_def *column, const char *sign);

/* Gives a CHOICE column choices named by their ids: "a b c", with Chinese names "甲 乙 丙". */
void plan_add_choices(jh_plan *plan, jh_column_def *column, const char *ids, const char *names);

/* The usual one: counties (county_code, county_name, population), schools (school_code,
 * school_name, county_code, students COUNT 0 to 20000 required, area DECIMAL scale 2 min 0,
 * is_boarding BOOL, school_type CHOICE), rooms (school_code, area, optional, no key). */
enum { COUNTIES = 0, SCHOOLS = 1, ROOMS = 2 };
enum { COUNTY_CODE, COUNTY_NAME, POPULATION };
enum { SCHOOL_CODE, SCHOOL_NAME, SCHOOL_COUNTY, STUDENTS, AREA, IS_BOARDING, SCHOOL_TYPE };
enum { ROOM_SCHOOL, ROOM_AREA };
jh_plan *plan_usual(void);

#endif
