/* prepare.c - gives a fresh interpreter the engine's own Lua (prelude/) and the core functions.
 *
 * The prelude runs with the standard libraries and makes the worlds in which
 * files run: tables of words, one for each kind of file. Files never see the
 * globals of the interpreter.
 */
#include "script/prelude.h"
#include "script/rational.h"
#include "script/state.h"

static const struct {
  const char *name;
  const unsigned char *text, *compiled;
  const size_t *size, *compiled_size;
} preludes[] = {
#define JH_PRELUDE(name)                                                                           \
  {#name, jh_prelude_##name, jh_prelude_##name##_compiled, &jh_prelude_##name##_size,              \
   &jh_prelude_##name##_compiled_size},
#include "script/prelude.def"
#undef JH_PRELUDE
};

/* Pushes the table of core functions. [-0, +1, m] */
static void push_core(lua_State *L) {
  const luaL_Reg *const lists[] = {
      jh_script_core_functions,   jh_script_node_functions,    jh_script_schema_functions,
      jh_script_form_functions,   jh_script_rule_functions,    jh_script_param_functions,
      jh_script_case_functions,   jh_script_more_functions,    jh_script_layer_functions,
      jh_script_finish_functions, jh_script_words_functions,   jh_script_target_functions,
      jh_script_change_functions, jh_script_mapping_functions, jh_script_prices_functions};
  lua_newtable(L);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) luaL_setfuncs(L, lists[i], 0);
}

/* The compiled form, or the text where this Lua is of another making than the one that compiled it.
 * Packs are never loaded so (run.c). [-0, +1, e] */
static void load_prelude(lua_State *L, size_t i) {
  const char *text = (const char *)preludes[i].text;
  const char *compiled = (const char *)preludes[i].compiled;
  char name[32] = "=prelude/";
  jh_str_copy(name + 9, sizeof name - 9, jh_str_of(preludes[i].name));
  int status = luaL_loadbufferx(L, compiled, *preludes[i].compiled_size, name, "b");
  if (status == LUA_OK) return;
  if (status != LUA_ERRSYNTAX) lua_error(L);
  lua_pop(L, 1);
  if (luaL_loadbufferx(L, text, *preludes[i].size, name, "t") != LUA_OK) lua_error(L);
}

/* Runs in protected mode: opens libraries, loads the prelude, keeps the worlds. [-0, +0, e] */
static int prepare(lua_State *L) {
  luaL_requiref(L, "_G", luaopen_base, 1);
  luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 1);
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 1);
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 1);
  lua_settop(L, 0);
  luaL_newmetatable(L, JH_NODE_TYPE);
  jh_rational_open(L);
  lua_settop(L, 0);
  push_core(L);
  lua_newtable(L);
  for (size_t i = 0; i < sizeof preludes / sizeof *preludes; i++) {
    load_prelude(L, i);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_call(L, 2, 0);
  }
  lua_getfield(L, 2, "worlds");
  lua_setfield(L, LUA_REGISTRYINDEX, JH_WORLDS);
  /* Methods of texts: only the harmless ones. */
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_getfield(L, 2, "string_words");
  lua_setfield(L, -2, "__index");
  return 0;
}

jh_code jh_script_prepare(jh_script *script, jh_error *err) {
  lua_pushcfunction(script->L, prepare);
  int status = lua_pcall(script->L, 0, 0, 0);
  if (status == LUA_OK) return JH_OK;
  if (status == LUA_ERRMEM && script->has_hit_cap) {
    char limit[24];
    jh_arg_int(limit, (int64_t)(script->limits.memory_bytes >> 20));
    return jh_fail(err, JH_EMEMORY, NULL, limit, NULL);
  }
  if (status == LUA_ERRMEM) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  const char *text = lua_tostring(script->L, -1);
  return jh_fail(err, JH_EINTERNAL, NULL, text ? text : script->error.args[0], NULL);
}
