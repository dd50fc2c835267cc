/* plan_builder.c - see plan_builder.h. */
#include "support/plan_builder.h"

#include <stdlib.h>
#include <string.h>

static void *must(void *memory) {
  if (!memory) abort();
  return memory;
}

/* One more element at the end of an array of the plan. */
static void *push(jh_plan *plan, void **items, size_t *count, size_t *room, size_t size) {
  if (jh_arena_grow(plan->arena, items, room, *count + 1, size) != 0) abort();
  return (char *)*items + size * (*count)++;
}

jh_plan *plan_make(void) {
  jh_plan *plan;
  if (jh_plan_open(&plan, NULL) != JH_OK) abort();
  return plan;
}

uint32_t plan_add_level(jh_plan *plan, const char *id, const char *many, uint32_t parent) {
  void *items = plan->levels;
  jh_level *level = push(plan, &items, &plan->level_count, &plan->level_room, sizeof *level);
  plan->levels = items;
  level->id = id;
  level->many = many;
  level->parent = parent;
  level->table = JH_NONE;
  return (uint32_t)plan->level_count - 1;
}

uint32_t plan_add_table(jh_plan *plan, const char *id, uint32_t level, uint32_t parent) {
  void *items = plan->tables;
  jh_table_def *table = push(plan, &items, &plan->table_count, &plan->table_room, sizeof *table);
  plan->tables = items;
  table->id = id;
  table->level = level;
  table->parent = parent;
  table->parent_column = table->key_column = table->stage_column = JH_NONE;
  table->name_column = table->year_column = JH_NONE;
  table->province_column = table->prefecture_column = JH_NONE;
  table->derived_from = table->derived_name_column = JH_NONE;
  plan->levels[level].table = (uint32_t)plan->table_count - 1;
  return (uint32_t)plan->table_count - 1;
}

jh_column_def *plan_add_column(
    jh_plan *plan, uint32_t table, const char *id, const char *zh, jh_column_type type) {
  jh_table_def *to = &plan->tables[table];
  void *items = to->columns;
  jh_column_def *column = push(plan, &items, &to->column_count, &to->column_room, sizeof *column);
  to->columns = items;
  column->id = id;
  column->name.in[JH_ZH] = zh;
  column->type = type;
  return column;
}

uint32_t plan_last(const jh_plan *plan, uint32_t table) {
  return (uint32_t)plan->tables[table].column_count - 1;
}

jh_source *plan_add_source(jh_plan *plan, uint32_t table, const char *file) {
  void *items = plan->sources;
  jh_source *source = push(plan, &items, &plan->source_count, &plan->source_room, sizeof *source);
  plan->sources = items;
  source->table = table;
  source->file = file;
  source->place = jh_place_of("dictionary.lua", (uint32_t)plan->source_count, 0);
  return source;
}

void plan_add_set(jh_plan *plan, jh_source *source, uint32_t column, const char *value) {
  void *items = source->sets;
  size_t room = source->set_count;
  jh_source_set *set = push(plan, &items, &source->set_count, &room, sizeof *set);
  source->sets = items;
  set->column = column;
  set->value = value;
}

static void push_text(jh_plan *plan, const char ***texts, size_t *count, const char *text) {
  void *items = *texts;
  size_t room = *count;
  const char **at = push(plan, &items, count, &room, sizeof *at);
  *texts = items;
  *at = text;
}

void plan_add_alias(jh_plan *plan, jh_column_def *column, const char *alias) {
  push_text(plan, &column->aliases, &column->alias_count, alias);
}

void plan_add_missing(jh_plan *plan, jh_column_def *column, const char *sign) {
  push_text(plan, &column->missing, &column->missing_count, sign);
}

/* The next word of a text of words between blanks; NULL at the end. */
static const char *next_word(jh_plan *plan, const char **text) {
  while (**text == ' ') (*text)++;
  size_t size = strcspn(*text, " ");
  if (size == 0) return NULL;
  const char *word = must(jh_arena_text(plan->arena, (jh_str){*text, size}));
  *text += size;
  return word;
}

void plan_add_choices(jh_plan *plan, jh_column_def *column, const char *ids, const char *names) {
  jh_choice *choices = must(jh_arena_get(plan->arena, 64 * sizeof *choices));
  const char *id;
  while ((id = next_word(plan, &ids)) != NULL) {
    choices[column->choice_count].id = id;
    choices[column->choice_count++].name.in[JH_ZH] = next_word(plan, &names);
  }
  column->choices = choices;
}

static void add_counties(jh_plan *plan) {
  uint32_t level = plan_add_level(plan, "county", "counties", JH_NONE);
  uint32_t table = plan_add_table(plan, "counties", level, JH_NONE);
  plan_add_column(plan, table, "county_code", "县级行政区划代码", JH_COLUMN_CODE)->is_required =
      true;
  plan_add_column(plan, table, "county_name", "县名称", JH_COLUMN_TEXT);
  plan_add_column(plan, table, "population", "人口", JH_COLUMN_COUNT);
  plan->tables[table].key_column = COUNTY_CODE;
  plan->tables[table].name_column = COUNTY_NAME;
}

static void add_schools(jh_plan *plan) {
  uint32_t level = plan_add_level(plan, "school", "schools", 0);
  uint32_t table = plan_add_table(plan, "schools", level, COUNTIES);
  plan_add_column(plan, table, "school_code", "学校代码", JH_COLUMN_CODE);
  plan_add_column(plan, table, "school_name", "学校名称", JH_COLUMN_TEXT);
  plan_add_column(plan, table, "county_code", "县级行政区划代码", JH_COLUMN_CODE);
  jh_column_def *column = plan_add_column(plan, table, "students", "在校生数", JH_COLUMN_COUNT);
  plan_add_alias(plan, column, "在校学生数（人）");
  column->is_required = column->has_min = column->has_max = true;
  column->max.mantissa = 20000;
  column = plan_add_column(plan, table, "area", "面积", JH_COLUMN_DECIMAL);
  column->scale = 2;
  column->has_min = true;
  plan_add_missing(plan, column, "-");
  plan_add_column(plan, table, "is_boarding", "寄宿制", JH_COLUMN_BOOL);
  column = plan_add_column(plan, table, "school_type", "学校类型", JH_COLUMN_CHOICE);
  plan_add_choices(
      plan, column, "primary_school junior_school nine_year_school",
      "小学 初级中学 九年一贯制学校");
  plan->tables[table].key_column = SCHOOL_CODE;
  plan->tables[table].name_column = SCHOOL_NAME;
  plan->tables[table].parent_column = SCHOOL_COUNTY;
}

static void add_rooms(jh_plan *plan) {
  uint32_t level = plan_add_level(plan, "room", "rooms", 1);
  uint32_t table = plan_add_table(plan, "rooms", level, SCHOOLS);
  plan_add_column(plan, table, "school_code", "学校代码", JH_COLUMN_CODE);
  jh_column_def *column = plan_add_column(plan, table, "area", "面积", JH_COLUMN_DECIMAL);
  column->scale = 2;
  plan->tables[table].parent_column = ROOM_SCHOOL;
  plan->tables[table].is_optional = true;
}

jh_plan *plan_usual(void) {
  jh_plan *plan = plan_make();
  add_counties(plan);
  add_schools(plan);
  add_rooms(plan);
  return plan;
}
