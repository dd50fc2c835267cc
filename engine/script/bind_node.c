/* bind_node.c - expressions as Lua values: a userdata that holds the index of a node.
 *
 * The prelude hangs operators and methods on them; here are only the builders
 * of model/build.h.
 */
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "script/prelude.h"
#include "script/read.h"

static const struct {
  const char *name;
  jh_op op;
} ops[] = {
    {"ADD", JH_OP_ADD},
    {"SUB", JH_OP_SUB},
    {"MUL", JH_OP_MUL},
    {"DIV", JH_OP_DIV},
    {"MIN", JH_OP_MIN},
    {"MAX", JH_OP_MAX},
    {"NEG", JH_OP_NEG},
    {"CEIL", JH_OP_CEIL},
    {"FLOOR", JH_OP_FLOOR},
    {"NOT", JH_OP_NOT},
    {"KNOWN", JH_OP_KNOWN},
    {"AND", JH_OP_AND},
    {"OR", JH_OP_OR},
    {"IF", JH_OP_IF},
    {"BY_STAGE", JH_OP_BY_STAGE},
    {"AT_LEAST_N", JH_OP_AT_LEAST_N},
    {"GE", JH_OP_GE},
    {"GT", JH_OP_GT},
    {"LE", JH_OP_LE},
    {"LT", JH_OP_LT},
    {"EQ", JH_OP_EQ},
    {"SUM", JH_OP_SUM},
    {"COUNT", JH_OP_COUNT},
    {"LEAST", JH_OP_LEAST},
    {"GREATEST", JH_OP_GREATEST},
    {"EVERY", JH_OP_EVERY},
    {"SOME", JH_OP_SOME},
    {"SPREAD", JH_OP_SPREAD}};

static jh_op op_at(lua_State *L, int index) {
  const char *name = lua_tostring(L, index);
  for (size_t i = 0; name && i < sizeof ops / sizeof *ops; i++) {
    if (strcmp(ops[i].name, name) == 0) return ops[i].op;
  }
  jh_script_fail(L, JH_EINTERNAL, name ? name : "op", NULL);
}

int jh_script_push_node(lua_State *L, uint32_t node) {
  uint32_t *slot = lua_newuserdatauv(L, sizeof *slot, 0);
  *slot = node;
  luaL_setmetatable(L, JH_NODE_TYPE);
  return 1;
}

uint32_t jh_script_node_at(lua_State *L, int index) {
  uint32_t *slot = luaL_testudata(L, index, JH_NODE_TYPE);
  if (!slot)
    jh_script_fail(
        L, JH_ETYPE_MISMATCH, "expression 表达式", "number 数字", luaL_typename(L, index), NULL);
  return *slot;
}

static uint32_t node_or_none(lua_State *L, int table, const char *field) {
  lua_getfield(L, table, field);
  uint32_t node = lua_isnil(L, -1) ? JH_NONE : jh_script_node_at(L, -1);
  lua_pop(L, 1);
  return node;
}

/* core.const(number or text, unit) -> node. [-0, +1, e] */
static int make_const(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_dec value = jh_read_dec_at(L, 1);
  size_t size;
  const char *text = luaL_optlstring(L, 2, "", &size);
  jh_unit unit;
  jh_code code = jh_unit_read(&unit, &b.plan->units, (jh_str){text, size}, b.err);
  if (code) b.err->at = b.at;
  jh_script_must(L, code);
  uint32_t out;
  jh_script_must(L, jh_build_const(&b, value, unit, &out));
  return jh_script_push_node(L, out);
}

/* core.like(number, node) -> node: the number in the node's unit. [-0, +1, e] */
static int make_like(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t out;
  jh_script_must(L, jh_build_const_like(&b, jh_read_dec_at(L, 1), jh_script_node_at(L, 2), &out));
  return jh_script_push_node(L, out);
}

/* core.pair(op, node, node) -> node. [-0, +1, e] */
static int make_pair(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t out;
  jh_script_must(
      L, jh_build_pair(&b, op_at(L, 1), jh_script_node_at(L, 2), jh_script_node_at(L, 3), &out));
  return jh_script_push_node(L, out);
}

/* core.one(op, node) -> node. [-0, +1, e] */
static int make_one(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t out;
  jh_script_must(L, jh_build_one(&b, op_at(L, 1), jh_script_node_at(L, 2), &out));
  return jh_script_push_node(L, out);
}

/* core.many(op, list, count) -> node; false in the list = none. [-0, +1, e] */
static int make_many(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_op op = op_at(L, 1);
  size_t count = (size_t)luaL_checkinteger(L, 3);
  uint32_t *args = jh_read_room(L, (count + 1) * sizeof *args);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 2, (lua_Integer)i + 1);
    args[i] = lua_isboolean(L, -1) ? JH_NONE : jh_script_node_at(L, -1);
    lua_pop(L, 1);
  }
  uint32_t out;
  bool is_logic = op == JH_OP_AND || op == JH_OP_OR;
  jh_script_must(
      L, is_logic ? jh_build_all(&b, op, args, count, &out)
                  : jh_build_many(&b, op, args, count, &out));
  return jh_script_push_node(L, out);
}

/* core.raise(node, level name) -> node. [-0, +1, e] */
static int make_raise(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t out, level = jh_plan_level(b.plan, jh_str_of(lua_tostring(L, 2)));
  jh_script_must(L, jh_build_raise(&b, jh_script_node_at(L, 1), level, &out));
  return jh_script_push_node(L, out);
}

/* core.over{op=, over=, target=, stage=, value=, weight=, filter=, limit=} -> node. [-0, +1, e] */
static int make_over(lua_State *L) {
  jh_build b = jh_script_build(L);
  lua_getfield(L, 1, "op");
  jh_build_over_spec spec = {
      .op = op_at(L, -1),
      .over = jh_plan_level(b.plan, jh_str_of(jh_read_text(L, 1, "over"))),
      .target = jh_plan_level(b.plan, jh_str_of(jh_read_text(L, 1, "target"))),
      .stage = jh_read_index(L, 1, "stage"),
      .value = node_or_none(L, 1, "value"),
      .weight = node_or_none(L, 1, "weight"),
      .filter = node_or_none(L, 1, "filter"),
      .limit = node_or_none(L, 1, "limit")};
  uint32_t out;
  jh_script_must(L, jh_build_over(&b, &spec, &out));
  return jh_script_push_node(L, out);
}

/* The choice of a column by id, name or alias, or JH_NONE. */
static uint32_t find_choice(const jh_column_def *column, const char *word) {
  for (size_t i = 0; i < column->choice_count; i++) {
    const jh_choice *choice = &column->choices[i];
    if (strcmp(choice->id, word) == 0) return (uint32_t)i;
    if (choice->name.in[JH_ZH] && strcmp(choice->name.in[JH_ZH], word) == 0) return (uint32_t)i;
  }
  return JH_NONE;
}

/* core.is(node, list of choice names) -> node, or nil and the name that is no choice, and the list of
 * ids. [-0, +1 or 3, e] */
static int make_is(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t x = jh_script_node_at(L, 1), out;
  const jh_node *node = &b.plan->nodes[x];
  while (node->op == JH_OP_RAISE) node = &b.plan->nodes[jh_plan_arg(b.plan, node, 0)];
  if (node->op != JH_OP_COLUMN || node->type != JH_TYPE_CHOICE) {
    jh_script_must(L, jh_build_is(&b, x, 0, &out));
    return jh_script_push_node(L, out);
  }
  const jh_column_def *column = &b.plan->tables[node->table].columns[node->index];
  uint64_t set = 0;
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, 2); i++) {
    lua_rawgeti(L, 2, i);
    const char *word = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
    uint32_t choice = find_choice(column, word);
    if (choice == JH_NONE) {
      lua_pushnil(L);
      lua_pushvalue(L, -2);
      lua_newtable(L);
      for (size_t k = 0; k < column->choice_count; k++) {
        lua_pushstring(L, column->choices[k].id);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
      }
      return 3;
    }
    set |= UINT64_C(1) << choice;
    lua_pop(L, 1);
  }
  jh_script_must(L, jh_build_is(&b, x, set, &out));
  return jh_script_push_node(L, out);
}

/* core.describe(node) -> type, level name or nil. [-0, +2, e] */
static int describe(lua_State *L) {
  static const char *const types[] = {"number", "condition", "choice"};
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = &plan->nodes[jh_script_node_at(L, 1)];
  lua_pushstring(L, types[node->type]);
  if (node->level == JH_NONE) {
    lua_pushnil(L);
  } else {
    lua_pushstring(L, plan->levels[node->level].id);
  }
  return 2;
}

static bool is_header(jh_arena *arena, const jh_column_def *column, const char *name) {
  if (strcmp(column->id, name) == 0) return true;
  const char *folded = jh_utf8_fold(arena, jh_str_of(name));
  const char *own = jh_utf8_fold(arena, jh_str_of(jh_text_in(column->name, JH_ZH)));
  if (!folded || !own) return false;
  if (strcmp(folded, own) == 0) return true;
  for (size_t i = 0; i < column->alias_count; i++) {
    const char *alias = jh_utf8_fold(arena, jh_str_of(column->aliases[i]));
    if (alias && strcmp(folded, alias) == 0) return true;
  }
  return false;
}

/* core.column(level, name) -> node; or a table {table=, column=} for text; or nil. [-0, +1, e] */
static int column(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t level = jh_plan_level(b.plan, jh_str_of(lua_tostring(L, 1)));
  uint32_t table = level == JH_NONE ? JH_NONE : b.plan->levels[level].table;
  const char *name = lua_tostring(L, 2);
  if (table == JH_NONE || !name) return lua_pushnil(L), 1;
  const jh_table_def *def = &b.plan->tables[table];
  uint32_t found = jh_plan_column(b.plan, table, jh_str_of(name));
  for (uint32_t i = 0; i < def->column_count && found == JH_NONE; i++) {
    if (is_header(b.plan->arena, &def->columns[i], name)) found = i;
  }
  if (found == JH_NONE) return lua_pushnil(L), 1;
  jh_column_type type = def->columns[found].type;
  if (type == JH_COLUMN_CODE || type == JH_COLUMN_TEXT) {
    lua_createtable(L, 0, 2);
    lua_pushinteger(L, table);
    lua_setfield(L, -2, "table");
    lua_pushinteger(L, found);
    lua_setfield(L, -2, "column");
    return 1;
  }
  uint32_t out;
  jh_script_must(L, jh_build_column(&b, table, found, &out));
  return jh_script_push_node(L, out);
}

/* core.is_key(level, name) -> is it the code by which the level's rows are known. [-0, +1, e] */
static int is_key(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t level = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  uint32_t table = level == JH_NONE ? JH_NONE : plan->levels[level].table;
  const char *name = lua_tostring(L, 2);
  uint32_t key = table == JH_NONE ? JH_NONE : plan->tables[table].key_column;
  lua_pushboolean(
      L, name && key != JH_NONE && is_header(plan->arena, &plan->tables[table].columns[key], name));
  return 1;
}

/* core.name_of(node) -> id and unit of a column or quantity; nil for other expressions. [-0, +1 or 2, m] */
static int name_of(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = &plan->nodes[jh_script_node_at(L, 1)];
  char unit[128];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  if (node->op == JH_OP_COLUMN && node->type == JH_TYPE_NUMBER) {
    const jh_column_def *def = &plan->tables[node->table].columns[node->index];
    lua_pushstring(L, def->id);
    lua_pushstring(L, def->unit_text);
    return 2;
  }
  if (node->op != JH_OP_QUANTITY || node->type != JH_TYPE_NUMBER) return lua_pushnil(L), 1;
  jh_unit read;
  jh_unit_text(&plan->units, node->unit, unit, sizeof unit);
  if (jh_unit_same_kind(node->unit, jh_unit_none())) unit[0] = '\0';
  if (jh_unit_read(&read, &plan->units, jh_str_of(unit), NULL) != JH_OK) return lua_pushnil(L), 1;
  lua_pushstring(L, plan->quantities[node->index].id);
  lua_pushstring(L, unit);
  return 2;
}

/* core.names(level) -> list of its columns and quantities, for suggestions. [-0, +1, e] */
static int names(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t level = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  lua_newtable(L);
  lua_Integer count = 0;
  if (level == JH_NONE) return 1;
  if (plan->levels[level].table != JH_NONE) {
    const jh_table_def *def = &plan->tables[plan->levels[level].table];
    for (size_t i = 0; i < def->column_count; i++) {
      lua_pushstring(L, def->columns[i].id);
      lua_rawseti(L, -2, ++count);
      lua_pushstring(L, jh_text_in(def->columns[i].name, JH_ZH));
      lua_rawseti(L, -2, ++count);
    }
  }
  for (size_t i = 0; i < plan->quantity_count; i++) {
    if (plan->quantities[i].level != level) continue;
    lua_pushstring(L, plan->quantities[i].id);
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* core.quantity_use(level, name, scope) -> node or nil: the quantity of a pack whose names begin with scope, by
 * its id or Chinese name. [-0, +1, e] */
static int quantity_use(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t level = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  const char *name = lua_tostring(L, 2), *scope = lua_tostring(L, 3);
  for (size_t i = 0; i < plan->quantity_count; i++) {
    const jh_quantity *quantity = &plan->quantities[i];
    const char *zh = jh_text_in(quantity->name, JH_ZH);
    if (quantity->level != level || strncmp(quantity->id, scope, strlen(scope)) != 0) continue;
    const char *own = quantity->id + strlen(scope);
    bool is_of_layer = strchr(own, '.') == NULL;
    if (strcmp(own, name) == 0 || (is_of_layer && strcmp(zh, name) == 0))
      return jh_script_push_node(L, quantity->use);
  }
  lua_pushnil(L);
  return 1;
}

/* core.level(name) -> {many=, parent=, stage=}, or nil. [-0, +1, e] */
static int level(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t index = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  if (index == JH_NONE) return lua_pushnil(L), 1;
  const jh_level *def = &plan->levels[index];
  lua_createtable(L, 0, 3);
  lua_pushstring(L, def->many);
  lua_setfield(L, -2, "many");
  if (def->parent != JH_NONE)
    lua_pushstring(L, plan->levels[def->parent].id);
  else
    lua_pushnil(L);
  lua_setfield(L, -2, "parent");
  return 1;
}

/* core.levels() -> list of names. [-0, +1, m] */
static int levels(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  lua_newtable(L);
  for (size_t i = 0; i < plan->level_count; i++) {
    lua_pushstring(L, plan->levels[i].id);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* core.is_within(level, ancestor) -> boolean. [-0, +1, -] */
static int is_within(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  uint32_t a = jh_plan_level(plan, jh_str_of(lua_tostring(L, 1)));
  uint32_t b = jh_plan_level(plan, jh_str_of(lua_tostring(L, 2)));
  lua_pushboolean(L, a != JH_NONE && b != JH_NONE && jh_plan_is_within(plan, a, b));
  return 1;
}

/* core.is_node(value) -> boolean. [-0, +1, -] */
static int is_node(lua_State *L) {
  lua_pushboolean(L, luaL_testudata(L, 1, JH_NODE_TYPE) != NULL);
  return 1;
}

/* core.node_meta() -> the metatable of expressions. [-0, +1, -] */
static int node_meta(lua_State *L) {
  luaL_getmetatable(L, JH_NODE_TYPE);
  return 1;
}

/* core.rule_use(rule index) -> node. [-0, +1, e] */
static int rule_use(lua_State *L) {
  return jh_script_push_node(L, jh_script_of(L)->plan->rules[luaL_checkinteger(L, 1)].use);
}

/* core.param_use(parameter index, stage index or nil) -> node. [-0, +1, e] */
static int param_use(lua_State *L) {
  jh_build b = jh_script_build(L);
  uint32_t stage = lua_isinteger(L, 2) ? (uint32_t)lua_tointeger(L, 2) : JH_NONE, out;
  jh_script_must(L, jh_build_param(&b, (uint32_t)luaL_checkinteger(L, 1), stage, &out));
  return jh_script_push_node(L, out);
}

/* core.node_index(node) -> integer, for records. [-0, +1, e] */
static int node_index(lua_State *L) {
  lua_pushinteger(L, jh_script_node_at(L, 1));
  return 1;
}

const luaL_Reg jh_script_node_functions[] = {
    {"const", make_const},
    {"like", make_like},
    {"pair", make_pair},
    {"one", make_one},
    {"many", make_many},
    {"raise", make_raise},
    {"over", make_over},
    {"is", make_is},
    {"describe", describe},
    {"column", column},
    {"is_key", is_key},
    {"name_of", name_of},
    {"names", names},
    {"quantity_use", quantity_use},
    {"level", level},
    {"levels", levels},
    {"is_within", is_within},
    {"is_node", is_node},
    {"node_meta", node_meta},
    {"rule_use", rule_use},
    {"param_use", param_use},
    {"node_index", node_index},
    {NULL, NULL}};
