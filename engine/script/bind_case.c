/* bind_case.c - cases: small families of rows, given in Lua, kept as plain records. */
#include <string.h>

#include "script/read.h"

/* Fills a value from the Lua value on top of the stack. [-0, +0, e] */
static void read_value(lua_State *L, const jh_plan *plan, uint32_t level, jh_case_value *value) {
  jh_type type = JH_TYPE_NUMBER;
  const jh_column_def *column = NULL;
  if (value->is_quantity) {
    type = plan->nodes[plan->quantities[value->index].use].type;
  } else {
    column = &plan->tables[plan->levels[level].table].columns[value->index];
  }
  if (lua_isboolean(L, -1)) {
    bool is_condition = column ? column->type == JH_COLUMN_BOOL : type == JH_TYPE_CONDITION;
    if (!is_condition) {
      jh_script_fail(
          L, JH_EWRONG_VALUE, column ? column->id : "quantity", "a number", "boolean", NULL);
    }
    value->mark = (uint32_t)lua_toboolean(L, -1);
  } else if (column && column->type == JH_COLUMN_CHOICE) {
    const char *word = luaL_tolstring(L, -1, NULL);
    value->mark = JH_NONE;
    for (size_t i = 0; i < column->choice_count; i++) {
      const char *zh = jh_text_in(column->choices[i].name, JH_ZH);
      if (strcmp(column->choices[i].id, word) == 0 || strcmp(zh, word) == 0)
        value->mark = (uint32_t)i;
    }
    if (value->mark == JH_NONE) jh_script_fail(L, JH_ENOT_CHOICE, word, column->id, "", NULL);
    lua_pop(L, 1);
  } else if (column && (column->type == JH_COLUMN_CODE || column->type == JH_COLUMN_TEXT)) {
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    if (text) value->text = jh_read_copy(L, text, size);
  } else if ((column && column->type == JH_COLUMN_BOOL) || type == JH_TYPE_CONDITION) {
    jh_script_fail(
        L, JH_EWRONG_VALUE, column ? column->id : "quantity", "true or false", luaL_typename(L, -1),
        NULL);
  } else {
    value->number = jh_read_dec_at(L, -1);
  }
}

static void read_row(lua_State *L, int one, jh_case_row *row) {
  const jh_plan *plan = jh_script_of(L)->plan;
  row->level = jh_plan_level(plan, jh_str_of(jh_read_text(L, one, "level")));
  row->parent = jh_read_index(L, one, "parent");
  row->stage = jh_read_index(L, one, "stage");
  lua_getfield(L, one, "values");
  int list = lua_gettop(L);
  row->value_count = lua_rawlen(L, list);
  row->values = jh_read_room(L, row->value_count * sizeof *row->values);
  for (size_t i = 0; i < row->value_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int at = lua_gettop(L);
    jh_case_value *value = &row->values[i];
    value->is_quantity = jh_read_flag(L, at, "is_quantity");
    value->index = jh_read_index(L, at, "index");
    value->is_missing = jh_read_flag(L, at, "is_missing");
    lua_getfield(L, at, "value");
    if (!value->is_missing) read_value(L, plan, row->level, value);
    lua_settop(L, list);
  }
  lua_pop(L, 1);
}

/* field = a number, or {low, high}. */
static void read_figure(lua_State *L, const char *field, jh_case_figure *figure) {
  lua_getfield(L, 1, field);
  int at = lua_gettop(L);
  figure->is_there = !lua_isnil(L, at);
  if (lua_istable(L, at)) {
    lua_rawgeti(L, at, 1);
    figure->low = jh_read_dec_at(L, at + 1);
    lua_rawgeti(L, at, 2);
    figure->high = jh_read_dec_at(L, at + 2);
  } else if (figure->is_there) {
    figure->low = figure->high = jh_read_dec_at(L, at);
  }
  lua_settop(L, at - 1);
}

static void read_expected(lua_State *L, jh_case *test) {
  const char *verdict = jh_read_text(L, 1, "verdict");
  if (!verdict || !jh_verdict_find(&test->verdict, jh_str_of(verdict))) {
    jh_script_fail(
        L, JH_EWRONG_VALUE, "verdict", "met, unmet, undetermined, not_applicable, not_in_force",
        verdict ? verdict : "nil", NULL);
  }
  read_figure(L, "measure", &test->measure);
  read_figure(L, "bound", &test->bound);
  read_figure(L, "margin", &test->margin);
}

static void read_switches(lua_State *L, jh_case *test) {
  lua_getfield(L, 1, "switches");
  int list = lua_gettop(L);
  if (lua_istable(L, list)) {
    test->switch_count = lua_rawlen(L, list);
    test->switches = jh_read_room(L, test->switch_count * sizeof *test->switches);
    for (size_t i = 0; i < test->switch_count; i++) {
      lua_rawgeti(L, list, (lua_Integer)i + 1);
      test->switches[i] = (uint32_t)lua_tointeger(L, -1);
      lua_settop(L, list);
    }
  }
  lua_pop(L, 1);
}

/* core.case{name=, rule=index, on=, switches={parameter…}, subject=, rows={{level=, parent=, stage=, values={…}}…},
 * verdict=, measure=, bound=, margin=, at=}. [-0, +0, e] */
static int make_case(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_case test = {.name = jh_read_text(L, 1, "name"), .rule = jh_read_index(L, 1, "rule")};
  test.on = jh_read_date(L, 1, "on");
  test.subject = jh_read_index(L, 1, "subject");
  test.place = jh_read_place(L, 1);
  read_expected(L, &test);
  read_switches(L, &test);
  lua_getfield(L, 1, "rows");
  int list = lua_gettop(L);
  test.row_count = lua_rawlen(L, list);
  test.rows = jh_read_room(L, test.row_count * sizeof *test.rows);
  for (size_t i = 0; i < test.row_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    read_row(L, lua_gettop(L), &test.rows[i]);
    lua_settop(L, list);
  }
  void *items = plan->cases;
  jh_case *slot = jh_read_append(L, &items, &plan->case_count, &plan->case_room, sizeof *slot);
  plan->cases = items;
  *slot = test;
  return 0;
}

/* core.case_field(level, name, scope) -> {is_quantity=, index=} or nil; scope is what the pack's own quantities
 * begin with. [-0, +1, e] */
static int case_field(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t level = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  jh_str name = jh_str_of(lua_tostring(L, 2));
  if (level == JH_NONE) return lua_pushnil(L), 1;
  lua_pushvalue(L, 3);
  lua_pushvalue(L, 2);
  lua_concat(L, 2);
  uint32_t index = jh_plan_quantity(plan, level, jh_str_of(lua_tostring(L, -1)));
  bool is_quantity = index != JH_NONE;
  if (!is_quantity && plan->levels[level].table != JH_NONE) {
    index = jh_plan_column(plan, plan->levels[level].table, name);
  }
  if (index == JH_NONE) return lua_pushnil(L), 1;
  lua_createtable(L, 0, 4); /* the prelude adds value and is_missing */
  lua_pushboolean(L, is_quantity);
  lua_setfield(L, -2, "is_quantity");
  lua_pushinteger(L, index);
  lua_setfield(L, -2, "index");
  return 1;
}

/* core.find_rule(id) -> index, level; or nil and the list of ids. [-0, +2, e] */
static int find_rule(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t index = jh_plan_rule(plan, jh_str_of(lua_tostring(L, 1)));
  if (index != JH_NONE) {
    lua_pushinteger(L, index);
    lua_pushstring(L, plan->levels[plan->rules[index].level].id);
    return 2;
  }
  lua_pushnil(L);
  lua_newtable(L);
  for (size_t i = 0; i < plan->rule_count; i++) {
    lua_pushstring(L, plan->rules[i].id);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 2;
}

const luaL_Reg jh_script_case_functions[] = {
    {"case", make_case}, {"case_field", case_field}, {"find_rule", find_rule}, {NULL, NULL}};
