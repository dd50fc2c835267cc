/* world.h - a small dictionary for the tests of the model: counties, schools, rooms, two stages. */
#ifndef JH_TESTS_UNIT_MODEL_WORLD_H
#define JH_TESTS_UNIT_MODEL_WORLD_H

#include "model/build.h"

enum { COUNTY, SCHOOL, ROOM, STAGE };                            /* levels */
enum { SCHOOL_STUDENTS, SCHOOL_AREA, SCHOOL_KIND, SCHOOL_NAME }; /* columns of schools */

/* Fills a fresh plan; the records are static, the plan only points to them. */
static inline void make_world(jh_plan *plan) {
  static jh_level levels[4];
  static jh_table_def tables[3];
  static jh_column_def columns[4], county_columns[1], room_columns[1];
  static jh_stage stages[2];
  static const jh_choice kinds[2] = {{.id = "village"}, {.id = "town"}};
  jh_unit student = jh_unit_none(), area = jh_unit_none();
  jh_code code = jh_unit_read(&student, &plan->units, jh_str_of("student"), NULL);
  if (!code) code = jh_unit_read(&area, &plan->units, jh_str_of("m2"), NULL);
  assert_int_equal(code, JH_OK);
  jh_level all[] = {
      {"county", "counties", {{NULL, NULL}}, JH_NONE, 0},
      {"school", "schools", {{NULL, NULL}}, COUNTY, 1},
      {"room", "rooms", {{NULL, NULL}}, SCHOOL, 2},
      {"stage", "stages", {{NULL, NULL}}, SCHOOL, JH_NONE}};
  for (int i = 0; i < 4; i++) levels[i] = all[i];
  columns[SCHOOL_STUDENTS] =
      (jh_column_def){.id = "students", .type = JH_COLUMN_COUNT, .unit = student};
  columns[SCHOOL_AREA] = (jh_column_def){.id = "area", .type = JH_COLUMN_DECIMAL, .unit = area};
  columns[SCHOOL_KIND] =
      (jh_column_def){.id = "kind", .type = JH_COLUMN_CHOICE, .choices = kinds, .choice_count = 2};
  columns[SCHOOL_NAME] = (jh_column_def){.id = "name", .type = JH_COLUMN_TEXT};
  county_columns[0] =
      (jh_column_def){.id = "is_poor", .type = JH_COLUMN_BOOL, .unit = jh_unit_none()};
  room_columns[0] = columns[SCHOOL_AREA];
  tables[0] = (jh_table_def){
      .id = "counties", .level = COUNTY, .columns = county_columns, .column_count = 1};
  tables[1] =
      (jh_table_def){.id = "schools", .level = SCHOOL, .columns = columns, .column_count = 4};
  tables[2] =
      (jh_table_def){.id = "rooms", .level = ROOM, .columns = room_columns, .column_count = 1};
  stages[0] = (jh_stage){.id = "primary", .when = JH_NONE};
  stages[1] = (jh_stage){.id = "junior", .when = JH_NONE};
  plan->levels = levels;
  plan->level_count = 4;
  plan->tables = tables;
  plan->table_count = 3;
  plan->stages = stages;
  plan->stage_count = 2;
  plan->stage_level = STAGE;
}

#endif
