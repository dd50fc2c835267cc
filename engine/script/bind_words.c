/* bind_words.c - what the words of tables, grades and points ask about expressions and numbers. */
#include <string.h>

#include "script/read.h"

/* What a node says below its raises. [-0, +0, e] */
static const jh_node *node_below(lua_State *L, int index) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = &plan->nodes[jh_script_node_at(L, index)];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  return node;
}

/* core.label_of(node) -> id of the column or quantity that it is; else nil. [-0, +1, e] */
static int label_of(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = node_below(L, 1);
  if (node->op == JH_OP_COLUMN) {
    lua_pushstring(L, plan->tables[node->table].columns[node->index].id);
  } else if (node->op == JH_OP_QUANTITY) {
    lua_pushstring(L, plan->quantities[node->index].id);
  } else {
    lua_pushnil(L);
  }
  return 1;
}

/* core.unit_of(node) -> the unit in which a plain number beside it is meant, as text. [-0, +1, e] */
static int unit_of(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = node_below(L, 1);
  const char *written = NULL;
  if (node->op == JH_OP_COLUMN) written = plan->tables[node->table].columns[node->index].unit_text;
  if (node->op == JH_OP_PARAM) written = plan->params[node->index].unit_text;
  if (written) {
    lua_pushstring(L, written);
    return 1;
  }
  char text[96];
  jh_unit_text(&plan->units, node->unit, text, sizeof text);
  /* "a/b*c" is meant as a/(b*c), but read from left to right. */
  for (char *at = strchr(text, '/'); at && *at; at++) {
    if (*at == '*') *at = '/';
  }
  lua_pushstring(L, jh_unit_is_plain(node->unit) ? "" : text);
  return 1;
}

/* core.choices(node) -> list of {id=, name=} in order of a choice column, or nil. [-0, +1, e] */
static int choices(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = node_below(L, 1);
  if (node->op != JH_OP_COLUMN || node->type != JH_TYPE_CHOICE) return lua_pushnil(L), 1;
  const jh_column_def *column = &plan->tables[node->table].columns[node->index];
  lua_newtable(L);
  for (size_t i = 0; i < column->choice_count; i++) {
    lua_createtable(L, 0, 2);
    lua_pushstring(L, column->choices[i].id);
    lua_setfield(L, -2, "id");
    lua_pushstring(L, jh_text_in(column->choices[i].name, JH_ZH));
    lua_setfield(L, -2, "name");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* core.compare(decimal, decimal) -> -1, 0 or 1. [-0, +1, e] */
static int compare(lua_State *L) {
  int sign = jh_dec_compare(jh_read_dec_at(L, 1), jh_read_dec_at(L, 2));
  lua_pushinteger(L, (sign > 0) - (sign < 0));
  return 1;
}

/* core.decimal_text(decimal) -> its shortest text, "0.5". [-0, +1, e] */
static int decimal_text(lua_State *L) {
  char text[JH_DEC_TEXT];
  lua_pushstring(L, jh_dec_text(text, jh_read_dec_at(L, 1)));
  return 1;
}

const luaL_Reg jh_script_words_functions[] = {{"label_of", label_of},         {"unit_of", unit_of},
                                              {"choices", choices},           {"compare", compare},
                                              {"decimal_text", decimal_text}, {NULL, NULL}};
