/* bind_schema.c - units, tables, columns, sources: what dictionaries declare. */
#include <string.h>

#include "model/audit_kind.h"
#include "script/read.h"

/* core.unit(id, names, definition or nil). [-0, +0, e] */
static int unit(lua_State *L) {
  jh_script *script = jh_script_of(L);
  lua_settop(L, 3);
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, 2);
  lua_setfield(L, 4, "name");
  jh_text name = jh_read_names(L, 4, "name");
  const char *id = luaL_checkstring(L, 1);
  jh_place at = jh_script_place(script, jh_script_here(L));
  jh_code code = jh_units_add(
      &script->plan->units, jh_str_of(id), name, jh_str_of(lua_tostring(L, 3)), &script->error);
  if (code) script->error.at = at;
  jh_script_must(L, code);
  return 0;
}

static jh_column_type column_type(lua_State *L, int table) {
  static const char *const words[] = {"code", "text", "count", "decimal", "bool", "choice"};
  const char *word = jh_read_text(L, table, "type");
  for (int i = 0; word && i < 6; i++) {
    if (strcmp(words[i], word) == 0) return (jh_column_type)i;
  }
  jh_script_fail(L, JH_EINTERNAL, "column type", NULL);
}

static void read_choices(lua_State *L, int table, jh_column_def *column) {
  lua_getfield(L, table, "choices");
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    return;
  }
  int list = lua_gettop(L);
  column->choice_count = lua_rawlen(L, list);
  jh_choice *choices = jh_read_room(L, column->choice_count * sizeof *choices);
  for (size_t i = 0; i < column->choice_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    choices[i].id = jh_read_text(L, one, "id");
    choices[i].name = jh_read_names(L, one, "name");
    choices[i].aliases = jh_read_list(L, one, "also", &choices[i].alias_count);
    lua_pop(L, 1);
  }
  column->choices = choices;
  lua_pop(L, 1);
}

static void read_range(lua_State *L, int table, jh_column_def *column) {
  bool is_number = column->type == JH_COLUMN_COUNT || column->type == JH_COLUMN_DECIMAL;
  column->has_min = jh_read_dec(L, table, "min", &column->min);
  column->has_max = jh_read_dec(L, table, "max", &column->max);
  if (is_number && !column->has_min) {
    column->has_min = true;
    column->min = (jh_dec){0, 0};
  }
}

static void read_column(lua_State *L, int table, jh_column_def *column) {
  jh_script *script = jh_script_of(L);
  column->id = jh_read_text(L, table, "id");
  column->place = jh_read_place(L, table);
  column->name = jh_read_names(L, table, "name");
  column->aliases = jh_read_list(L, table, "also", &column->alias_count);
  column->type = column_type(L, table);
  column->unit_text = jh_read_text(L, table, "unit");
  if (!column->unit_text) column->unit_text = "";
  jh_code code = jh_unit_read(
      &column->unit, &script->plan->units, jh_str_of(column->unit_text), &script->error);
  if (code) {
    script->error.at = column->place;
    jh_str_copy(script->error.at.name, sizeof script->error.at.name, jh_str_of(column->id));
  }
  jh_script_must(L, code);
  int64_t scale = column->type == JH_COLUMN_DECIMAL ? 4 : 0;
  column->scale = (int32_t)jh_read_int(L, table, "scale", scale);
  read_range(L, table, column);
  column->is_required = jh_read_flag(L, table, "required");
  column->is_optional = jh_read_flag(L, table, "optional");
  column->is_filled = jh_read_flag(L, table, "filled");
  column->has_grouping = jh_read_flag(L, table, "grouping");
  column->has_percent = jh_read_flag(L, table, "percent");
  column->has_suffixes = jh_read_flag(L, table, "suffixes");
  column->has_brackets = jh_read_flag(L, table, "brackets");
  column->has_wide = jh_read_flag(L, table, "wide");
  column->missing = jh_read_list(L, table, "missing", &column->missing_count);
  read_choices(L, table, column);
  column->form = jh_read_text(L, table, "form");
  column->note = jh_read_names(L, table, "note");
  column->holder = jh_read_names(L, table, "holder");
}

/* The column that a field of the table names, or JH_NONE. */
static uint32_t named(lua_State *L, const jh_table_def *table, const char *field) {
  const char *id = jh_read_text(L, 1, field);
  for (uint32_t i = 0; id && i < table->column_count; i++) {
    if (strcmp(table->columns[i].id, id) == 0) return i;
  }
  return JH_NONE;
}

static void read_columns(lua_State *L, jh_table_def *table) {
  lua_getfield(L, 1, "columns");
  int list = lua_gettop(L);
  table->column_count = lua_rawlen(L, list);
  table->column_room = table->column_count;
  table->columns = jh_read_room(L, table->column_count * sizeof *table->columns);
  table->province_column = table->prefecture_column = JH_NONE;
  for (size_t i = 0; i < table->column_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    read_column(L, one, &table->columns[i]);
    const char *role = jh_read_text(L, one, "role");
    if (role && strcmp(role, "province") == 0) table->province_column = (uint32_t)i;
    if (role && strcmp(role, "prefecture") == 0) table->prefecture_column = (uint32_t)i;
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_level(lua_State *L, jh_table_def *table, uint32_t index) {
  jh_plan *plan = jh_script_of(L)->plan;
  uint32_t parent = table->parent == JH_NONE ? JH_NONE : plan->tables[table->parent].level;
  const char *id = jh_read_text(L, 1, "level");
  void *items = plan->levels;
  jh_level *level = jh_read_append(L, &items, &plan->level_count, &plan->level_room, sizeof *level);
  plan->levels = items;
  *level = (jh_level){id, table->id, table->name, parent, index};
  table->level = (uint32_t)plan->level_count - 1;
}

/* core.table{…} -> index. `derived` names the child by its table, which is declared later: it is
 * settled by core.finish_dictionary. [-0, +1, e] */
static int table(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_table_def table = {.derived_from = JH_NONE, .derived_name_column = JH_NONE};
  table.id = jh_read_text(L, 1, "id");
  table.name = jh_read_names(L, 1, "name");
  table.place = jh_read_place(L, 1);
  read_columns(L, &table);
  const char *parent = jh_read_text(L, 1, "parent");
  table.parent = parent ? jh_plan_table(plan, jh_str_of(parent)) : JH_NONE;
  table.parent_column = named(L, &table, "by");
  table.key_column = named(L, &table, "key");
  table.stage_column = named(L, &table, "stage");
  table.name_column = named(L, &table, "names");
  table.year_column = named(L, &table, "year");
  table.is_optional = jh_read_flag(L, 1, "optional");
  table.is_derived = jh_read_flag(L, 1, "is_derived");
  add_level(L, &table, (uint32_t)plan->table_count);
  void *items = plan->tables;
  jh_table_def *slot =
      jh_read_append(L, &items, &plan->table_count, &plan->table_room, sizeof *slot);
  plan->tables = items;
  *slot = table;
  lua_pushinteger(L, (lua_Integer)plan->table_count - 1);
  return 1;
}

/* core.add_column(table name, column): one more column of a table. [-0, +0, e] */
static int add_column(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_table_def *table = &plan->tables[jh_plan_table(plan, jh_str_of(luaL_checkstring(L, 1)))];
  jh_column_def column = {0};
  read_column(L, 2, &column);
  void *items = table->columns;
  jh_column_def *slot =
      jh_read_append(L, &items, &table->column_count, &table->column_room, sizeof *slot);
  table->columns = items;
  *slot = column;
  return 0;
}

/* core.add_aliases(table name, column id, list of headers). [-0, +0, e] */
static int add_aliases(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  uint32_t table = jh_plan_table(plan, jh_str_of(luaL_checkstring(L, 1)));
  uint32_t index = jh_plan_column(plan, table, jh_str_of(luaL_checkstring(L, 2)));
  jh_column_def *column = &plan->tables[table].columns[index];
  size_t count, old = column->alias_count;
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, 3);
  lua_setfield(L, -2, "also");
  const char **more = jh_read_list(L, lua_gettop(L), "also", &count);
  const char **all = jh_read_room(L, (old + count) * sizeof *all);
  if (old) memcpy(all, column->aliases, old * sizeof *all);
  if (count) memcpy(all + old, more, count * sizeof *all);
  column->aliases = all;
  column->alias_count = old + count;
  return 0;
}

/* core.derive(table index, child table name, name column or nil) -> is it there. [-0, +1, e] */
static int derive(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_table_def *def = &plan->tables[luaL_checkinteger(L, 1)];
  uint32_t child = jh_plan_table(plan, jh_str_of(luaL_checkstring(L, 2)));
  if (child != JH_NONE) {
    def->derived_from = child;
    const char *name = lua_tostring(L, 3);
    if (name) def->derived_name_column = jh_plan_column(plan, child, jh_str_of(name));
  }
  lua_pushboolean(L, child != JH_NONE);
  return 1;
}

static void read_sets(lua_State *L, jh_source *source) {
  lua_getfield(L, 1, "sets");
  int list = lua_gettop(L);
  source->set_count = lua_rawlen(L, list);
  source->sets = jh_read_room(L, source->set_count * sizeof *source->sets);
  for (size_t i = 0; i < source->set_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    const char *id = jh_read_text(L, one, "column");
    source->sets[i].column = jh_plan_column(jh_script_of(L)->plan, source->table, jh_str_of(id));
    source->sets[i].value = jh_read_text(L, one, "value");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* core.source{file=, table=, sheet=, delimiter=, encoding=, skip_lines=, header_lines=,
 * sets={{column=, value=}…}}. [-0, +0, e] */
static int source(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_source source = {.table = jh_plan_table(plan, jh_str_of(jh_read_text(L, 1, "table")))};
  source.file = jh_read_text(L, 1, "file");
  const char *delimiter = jh_read_text(L, 1, "delimiter");
  source.delimiter = delimiter ? delimiter[0] : '\0';
  source.encoding = jh_read_text(L, 1, "encoding");
  source.skip_lines = (uint32_t)jh_read_int(L, 1, "skip_lines", JH_NONE);
  source.header_lines = (uint32_t)jh_read_int(L, 1, "header_lines", 0);
  source.sheet = jh_read_text(L, 1, "sheet");
  source.place = jh_read_place(L, 1);
  read_sets(L, &source);
  void *items = plan->sources;
  jh_source *slot =
      jh_read_append(L, &items, &plan->source_count, &plan->source_room, sizeof *slot);
  plan->sources = items;
  *slot = source;
  return 0;
}

/* core.dataset{name=, notice=, as_of=, year=}. [-0, +0, e] */
static int dataset(lua_State *L) {
  jh_dataset_info *info = &jh_script_of(L)->plan->dataset;
  info->name = jh_read_names(L, 1, "name");
  info->notice = jh_read_names(L, 1, "notice");
  info->as_of = jh_read_date(L, 1, "as_of");
  info->year = jh_read_text(L, 1, "year");
  return 0;
}

static void read_severity(lua_State *L, jh_audit_setting *setting) {
  static const char *const words[] = {"error", "warning", "note"};
  const char *word = jh_read_text(L, 1, "severity");
  setting->is_off = word && strcmp(word, "off") == 0;
  for (int i = 0; word && i < 3; i++) {
    if (strcmp(words[i], word) != 0) continue;
    setting->has_severity = true;
    setting->severity = (jh_severity)i;
  }
}

/* core.audit{id=, severity=, limit=}. [-0, +0, e] */
static int audit(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_plan *plan = script->plan;
  const char *id = jh_read_text(L, 1, "id");
  jh_audit_setting setting = {.place = jh_read_place(L, 1)};
  setting.kind = (uint32_t)jh_audit_kind_find(jh_str_of(id));
  setting.has_limit = jh_read_dec(L, 1, "limit", &setting.limit);
  read_severity(L, &setting);
  jh_code code = JH_OK;
  if (setting.kind == JH_AUDIT_KINDS) {
    char near[96];
    jh_str_copy(near, sizeof near, jh_audit_kind_near(jh_str_of(id)));
    code = jh_fail(&script->error, JH_ENO_AUDIT_KIND, &setting.place, id, near, NULL);
  } else if (setting.has_limit && !jh_audit_kind_get((jh_audit_kind)setting.kind)->limit) {
    code = jh_fail(&script->error, JH_ENO_AUDIT_LIMIT, &setting.place, id, NULL);
  }
  jh_script_must(L, code);
  void *items = plan->audits;
  jh_audit_setting *slot =
      jh_read_append(L, &items, &plan->audit_count, &plan->audit_room, sizeof *slot);
  plan->audits = items;
  *slot = setting;
  return 0;
}

/* core.table_columns(table name) -> list of column ids, or nil. [-0, +1, e] */
static int table_columns(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t index = jh_plan_table(plan, jh_str_of(lua_tostring(L, 1)));
  if (index == JH_NONE) return lua_pushnil(L), 1;
  lua_newtable(L);
  for (size_t i = 0; i < plan->tables[index].column_count; i++) {
    lua_pushstring(L, plan->tables[index].columns[i].id);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

const luaL_Reg jh_script_schema_functions[] = {
    {"unit", unit},
    {"table", table},
    {"add_column", add_column},
    {"add_aliases", add_aliases},
    {"derive", derive},
    {"source", source},
    {"dataset", dataset},
    {"table_columns", table_columns},
    {"audit", audit},
    {NULL, NULL}};
