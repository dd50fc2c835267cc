/* The linter's list of words (tools/dev/words.lua) and the sandbox's are the same. */
#include "support/test.h"

#include <lauxlib.h>
#include <lualib.h>

#include "script/prelude.h"
#include "script/state.h"

TEST(linter_and_sandbox_know_the_same_words) {
  jh_plan *plan;
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, NULL), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, NULL), JH_OK);
  lua_getfield(script->L, LUA_REGISTRYINDEX, JH_WORLDS);
  lua_getfield(script->L, -1, "names");
  assert_int_equal(lua_pcall(script->L, 0, 1, 0), LUA_OK);

  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  assert_int_equal(luaL_dofile(L, "tools/dev/words.lua"), LUA_OK);
  lua_getfield(L, -1, "all");
  assert_int_equal(
      luaL_dostring(
          L, "local t = {...} return function(l) local c = {}"
             " for _, w in ipairs(l) do if w ~= 'stage' then c[#c + 1] = w end end"
             " table.sort(c) return table.concat(c, ' ') end"),
      LUA_OK);
  lua_insert(L, -2);
  assert_int_equal(lua_pcall(L, 1, 1, 0), LUA_OK);
  assert_string_equal(lua_tostring(L, -1), lua_tostring(script->L, -1));
  lua_close(L);
  jh_script_close(script);
  jh_plan_close(plan);
}

TESTS(RUN(linter_and_sandbox_know_the_same_words))
