/* bind_finish.c - what is known late, and the end: model/finish.h, model/same.h. */
#include <string.h>

#include "model/finish.h"
#include "model/same.h"
#include "script/read.h"

/* core.stand_at(place or nil) -> the place before: where mistakes are told while no file runs. [-0, +1, -] */
static int stand_at(lua_State *L) {
  jh_script *script = jh_script_of(L);
  int64_t before = script->standing;
  script->standing = lua_isinteger(L, 1) ? lua_tointeger(L, 1) : -1;
  lua_pushinteger(L, before);
  return 1;
}

/* core.late("number" or "condition", level name or nil, unit) -> index, node. [-0, +2, e] */
static int late(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_build b = jh_script_build(L);
  bool is_number = strcmp(luaL_checkstring(L, 1), "number") == 0;
  const char *level_name = lua_tostring(L, 2);
  uint32_t level = level_name ? jh_plan_level(b.plan, jh_str_of(level_name)) : JH_NONE, out;
  jh_unit unit;
  jh_code code = jh_unit_read(&unit, &b.plan->units, jh_str_of(luaL_checkstring(L, 3)), b.err);
  if (code) b.err->at = b.at;
  jh_script_must(L, code);
  uint32_t index = script->late_count++;
  jh_type type = is_number ? JH_TYPE_NUMBER : JH_TYPE_CONDITION;
  jh_script_must(L, jh_build_late(&b, index, type, level, unit, &out));
  lua_pushinteger(L, index);
  jh_script_push_node(L, out);
  return 2;
}

/* core.section_applies(section index, node index): the condition that its rules inherit. [-0, +0, e] */
static int section_applies(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  plan->sections[luaL_checkinteger(L, 1)].applies = (uint32_t)luaL_checkinteger(L, 2);
  return 0;
}

/* core.same(node, node) -> do they say the same but for numbers; list of the pairs that are to be
 * compared, {node, node} each. [-0, +1 or 2, e] */
static int same(lua_State *L) {
  jh_script *script = jh_script_of(L);
  bool is_same;
  jh_same_pair *pairs;
  size_t count;
  uint32_t x = jh_script_node_at(L, 1), y = jh_script_node_at(L, 2);
  jh_script_must(
      L,
      jh_same(&is_same, &pairs, &count, script->plan, x, y, script->plan->arena, &script->error));
  lua_pushboolean(L, is_same);
  if (!is_same) return 1;
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_createtable(L, 2, 0);
    jh_script_push_node(L, pairs[i].x);
    lua_rawseti(L, -2, 1);
    jh_script_push_node(L, pairs[i].y);
    lua_rawseti(L, -2, 2);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 2;
}

/* core.number_of(node) -> "param", index; "late", index; "const", node's value as text; or nil. [-0, +0 or 2, m] */
static int number_of(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = &plan->nodes[jh_script_node_at(L, 1)];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  char text[JH_DEC_TEXT];
  switch (node->op) {
  case JH_OP_PARAM: lua_pushliteral(L, "param"); break;
  case JH_OP_LATE: lua_pushliteral(L, "late"); break;
  case JH_OP_CONST:
    lua_pushliteral(L, "const");
    lua_pushstring(L, jh_dec_text(text, node->value));
    return 2;
  default: return 0;
  }
  lua_pushinteger(L, node->index);
  return 2;
}

/* Indices in the list at a stack index. */
static uint32_t *read_indices(lua_State *L, const char *field, size_t *count) {
  lua_getfield(L, 1, field);
  *count = lua_istable(L, -1) ? lua_rawlen(L, -1) : 0;
  uint32_t *list = jh_read_room(L, (*count + 1) * sizeof *list);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    list[i] = (uint32_t)luaL_checkinteger(L, -1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return list;
}

/* Records of so many indices each: the fields by name. */
static uint32_t *read_records(
    lua_State *L, const char *field, const char *const *names, size_t width, size_t *count) {
  lua_getfield(L, 1, field);
  int list = lua_gettop(L);
  *count = lua_istable(L, list) ? lua_rawlen(L, list) : 0;
  uint32_t *all = jh_read_room(L, (*count * width + 1) * sizeof *all);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    for (size_t k = 0; k < width; k++) all[i * width + k] = jh_read_index(L, one, names[k]);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return all;
}

/* What is the looser of two bounds of which up (1) or down (0) is stricter. */
static uint32_t looser_of(uint32_t way) {
  if (way == JH_NONE) return JH_NONE;
  return way == 1 ? JH_OP_MIN : JH_OP_MAX;
}

/* core.finish{late={node index…}, others={{param=, other=, when=, way=}…}, relaxations={{rule=, of=, other=}…},
 * order={rule index…}}: puts the plan in order. [-0, +0, e] */
static int finish(lua_State *L) {
  static const char *const other_names[] = {"param", "other", "when", "way"};
  static const char *const relaxation_names[] = {"rule", "of", "other"};
  jh_script *script = jh_script_of(L);
  jh_finish_spec spec = {0};
  size_t order_count;
  spec.late = read_indices(L, "late", &spec.late_count);
  spec.order = read_indices(L, "order", &order_count);
  if (order_count != script->plan->rule_count) jh_script_fail(L, JH_EINTERNAL, "order", NULL);
  const uint32_t *triples = read_records(L, "others", other_names, 4, &spec.other_count);
  jh_finish_other *others = jh_read_room(L, spec.other_count * sizeof *others);
  for (size_t i = 0; i < spec.other_count; i++)
    others[i] = (jh_finish_other){
        triples[i * 4], triples[i * 4 + 1], triples[i * 4 + 2], looser_of(triples[i * 4 + 3])};
  spec.others = others;
  triples = read_records(L, "relaxations", relaxation_names, 3, &spec.relaxation_count);
  jh_finish_relaxation *relaxations = jh_read_room(L, spec.relaxation_count * sizeof *relaxations);
  for (size_t i = 0; i < spec.relaxation_count; i++) {
    relaxations[i] = (jh_finish_relaxation){triples[i * 3], triples[i * 3 + 1], triples[i * 3 + 2]};
  }
  spec.relaxations = relaxations;
  jh_script_must(L, jh_finish(script->plan, &spec, &script->error));
  return 0;
}

const luaL_Reg jh_script_finish_functions[] = {
    {"stand_at", stand_at},
    {"late", late},
    {"section_applies", section_applies},
    {"same", same},
    {"number_of", number_of},
    {"finish", finish},
    {NULL, NULL}};
