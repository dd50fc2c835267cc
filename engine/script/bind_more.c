/* bind_more.c - expressions of the day of law, ranges, codes, means of spreads, functions of the
 * pack: the builders of model/build_more.h.
 */
#include <string.h>

#include "model/build_more.h"
#include "script/read.h"

/* core.since("2026-09-01") -> condition: is the day of law that day or later. [-0, +1, e] */
static int since(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_date day;
  size_t size;
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &size) : NULL;
  if (!text || !jh_date_read(&day, (jh_str){text, size})) {
    jh_script_fail(L, JH_EBAD_DATE, text ? text : luaL_typename(L, 1), NULL);
  }
  uint32_t out;
  jh_script_must(L, jh_build_since(&b, day, &out));
  return jh_script_push_node(L, out);
}

/* core.year() -> number: the year of the day of law. [-0, +1, e] */
static int year(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t out;
  jh_script_must(L, jh_build_year(&b, &out));
  return jh_script_push_node(L, out);
}

/* core.between(node, node) -> number of which only these ends are known. [-0, +1, e] */
static int between(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t low = jh_script_node_at(L, 1), high = jh_script_node_at(L, 2), out;
  jh_script_must(L, jh_build_between(&b, low, high, &out));
  return jh_script_push_node(L, out);
}

/* A code, or a beginning with "*" at its end; copied. */
static const char *read_code(lua_State *L, int index) {
  size_t size = 0;
  const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &size) : NULL;
  const char *star = text ? memchr(text, '*', size) : NULL;
  bool is_whole = text && size > 0 && (!star || (star == text + size - 1 && size > 1));
  if (!is_whole) {
    jh_script_fail(
        L, JH_EWRONG_VALUE, "code", "\"440105\", \"4401*\"", text ? text : luaL_typename(L, index),
        NULL);
  }
  return jh_read_copy(L, text, size);
}

static bool is_same_set(const jh_code_set *a, const jh_code_set *b) {
  if (a->count != b->count) return false;
  for (size_t i = 0; i < a->count; i++) {
    if (strcmp(a->codes[i], b->codes[i]) != 0) return false;
  }
  return true;
}

/* The set of the list at a stack index: one that is there already, or a new one. */
static uint32_t read_set(lua_State *L, int list) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_code_set set = {NULL, 0};
  if (lua_type(L, list) == LUA_TTABLE) set.count = lua_rawlen(L, list);
  if (!set.count) jh_script_fail(L, JH_EMISSING_FIELD, "is_one_of", "code", "{ \"440105\" }", NULL);
  set.codes = jh_read_room(L, set.count * sizeof *set.codes);
  for (size_t i = 0; i < set.count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    set.codes[i] = read_code(L, -1);
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < plan->code_set_count; i++) {
    if (is_same_set(&plan->code_sets[i], &set)) return (uint32_t)i;
  }
  void *items = plan->code_sets;
  jh_code_set *slot =
      jh_read_append(L, &items, &plan->code_set_count, &plan->code_set_room, sizeof *slot);
  plan->code_sets = items;
  *slot = set;
  return (uint32_t)plan->code_set_count - 1;
}

static uint32_t level_at(lua_State *L, int index) {
  const char *name = lua_tostring(L, index);
  uint32_t level = jh_plan_level(jh_script_of(L)->plan, jh_str_of(name));
  if (level == JH_NONE) jh_script_fail(L, JH_EUNKNOWN_NAME, name ? name : "?", "", NULL);
  return level;
}

/* core.code_in(level name, list of codes; "4401*" = those that begin so) -> condition. [-0, +1, e] */
static int code_in(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t level = level_at(L, 1), out;
  const jh_level *def = &b.plan->levels[level];
  if (def->table == JH_NONE) {
    jh_script_fail(L, JH_ETYPE_MISMATCH, "is_one_of", "key 代码", def->id, NULL);
  }
  jh_script_must(L, jh_build_code_in(&b, def->table, read_set(L, 2), &out));
  return jh_script_push_node(L, out);
}

/* The nodes of the list at a stack index. */
static uint32_t *read_nodes(lua_State *L, int list, size_t *count) {
  *count = lua_type(L, list) == LUA_TTABLE ? lua_rawlen(L, list) : 0;
  uint32_t *nodes = jh_read_room(L, (*count + 1) * sizeof *nodes);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    nodes[i] = jh_script_node_at(L, -1);
    lua_pop(L, 1);
  }
  return nodes;
}

/* core.composite(limit node or nil, list of spread nodes, level name) -> condition. [-0, +1, e] */
static int composite(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t limit = lua_isnoneornil(L, 1) ? JH_NONE : jh_script_node_at(L, 1), out;
  size_t count;
  const uint32_t *spreads = read_nodes(L, 2, &count);
  jh_script_must(L, jh_build_composite(&b, limit, spreads, count, level_at(L, 3), &out));
  return jh_script_push_node(L, out);
}

/* The record of a compute; its function stays in the registry. */
static uint32_t add_compute(lua_State *L, size_t read_count) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_compute compute = {
      .id = jh_read_text(L, 1, "id"),
      .read_count = (uint32_t)read_count,
      .is_condition = jh_read_flag(L, 1, "is_condition"),
      .place = jh_script_place(jh_script_of(L), jh_script_here(L))};
  if (!compute.id) compute.id = "compute";
  lua_getfield(L, 1, "of");
  compute.level = level_at(L, -1);
  lua_pop(L, 1);
  lua_getfield(L, 1, "each");
  if (lua_type(L, -1) != LUA_TFUNCTION) {
    jh_script_fail(L, JH_EMISSING_FIELD, "compute", "each", "each = function(row) … end", NULL);
  }
  compute.function = luaL_ref(L, LUA_REGISTRYINDEX);
  void *items = plan->computes;
  jh_compute *slot =
      jh_read_append(L, &items, &plan->compute_count, &plan->compute_room, sizeof *slot);
  plan->computes = items;
  *slot = compute;
  return (uint32_t)plan->compute_count - 1;
}

/* core.compute{of=, unit=, is_condition=, reads={node…}, each=function, id=} -> node. The function is
 * called with the values of `reads`, in order, for each row. [-0, +1, e] */
static int compute(lua_State *L) {
  jh_build b = jh_script_build(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  const char *text = jh_read_text(L, 1, "unit");
  jh_unit unit;
  jh_code code = jh_unit_read(&unit, &b.plan->units, jh_str_of(text ? text : ""), b.err);
  if (code) b.err->at = b.at;
  jh_script_must(L, code);
  size_t count;
  lua_getfield(L, 1, "reads");
  const uint32_t *reads = read_nodes(L, lua_gettop(L), &count);
  uint32_t out, index = add_compute(L, count);
  jh_script_must(L, jh_build_compute(&b, index, reads, unit, &out));
  return jh_script_push_node(L, out);
}

/* core.upvalue(function of a pack, number) -> name, value; nothing where it has no such. [-0, +0 or 2, -] */
static int upvalue(lua_State *L) {
  lua_Debug about;
  lua_pushvalue(L, 1);
  lua_getinfo(L, ">S", &about);
  const char *name = about.source[0] == '@' ? lua_getupvalue(L, 1, (int)lua_tointeger(L, 2)) : NULL;
  if (!name) return 0;
  lua_pushstring(L, name);
  lua_insert(L, -2);
  return 2;
}

/* core.set_upvalue(function, number, value). [-0, +0, -] */
static int set_upvalue(lua_State *L) {
  lua_settop(L, 3);
  (void)lua_setupvalue(L, 1, (int)lua_tointeger(L, 2));
  return 0;
}

const luaL_Reg jh_script_more_functions[] = {
    {"since", since},
    {"year", year},
    {"between", between},
    {"code_in", code_in},
    {"composite", composite},
    {"compute", compute},
    {"upvalue", upvalue},
    {"set_upvalue", set_upvalue},
    {NULL, NULL}};
