/* bind_core.c - places, failures and suggestions, for the engine's own Lua. */
#include <string.h>

#include "base/suggest.h"
#include "script/read.h"

/* core.here() -> place. [-0, +1, -] */
static int here(lua_State *L) {
  lua_pushinteger(L, jh_script_here(L));
  return 1;
}

static bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Does a line hold `field =` (or `["field"] =`) as a whole word? Returns its column or 0. */
static uint32_t column_of(jh_str line, const char *field) {
  size_t length = strlen(field);
  for (size_t i = 0; i + length <= line.size; i++) {
    if (memcmp(line.at + i, field, length) != 0) continue;
    if (i > 0 && is_name_char(line.at[i - 1])) continue;
    size_t after = i + length;
    while (after < line.size &&
           (line.at[after] == ' ' || line.at[after] == '"' || line.at[after] == ']')) {
      after++;
    }
    if (after < line.size && line.at[after] == '=') return (uint32_t)i + 1;
  }
  return 0;
}

/* Moves a place from the start of a declaration to the line of one of its fields. */
static void find_field(const jh_script *script, int64_t place, const char *field, jh_place *at) {
  const jh_source_text *source = &script->sources[place >> 32];
  uint32_t line = 1, from = (uint32_t)place;
  for (size_t begin = 0; begin < source->size;) {
    const char *stop = memchr(source->text + begin, '\n', source->size - begin);
    size_t end = stop ? (size_t)(stop - source->text) : source->size;
    jh_str text = {source->text + begin, end - begin};
    if (line > from + 400 || (line > from && text.size && text.at[0] == '}')) return;
    uint32_t column = line >= from ? column_of(text, field) : 0;
    if (column) {
      at->line = line;
      at->column = column;
      return;
    }
    begin = end + 1;
    line++;
  }
}

jh_place jh_script_field_place(const jh_script *script, int64_t place, const char *field) {
  jh_place at = jh_script_place(script, place);
  if (place >= 0) find_field(script, place, field, &at);
  return at;
}

jh_str jh_script_text_at(const jh_script *script, int64_t place) {
  const jh_source_text *source = &script->sources[place >> 32];
  jh_str text = {source->text, source->size};
  for (uint32_t line = 1; line < (uint32_t)place; line++) {
    size_t size = (size_t)((const char *)memchr(text.at, '\n', text.size) + 1 - text.at);
    text = (jh_str){text.at + size, text.size - size};
  }
  return text;
}

static jh_code code_by_name(const char *name) {
  jh_code code = jh_code_next(JH_OK);
  while (code != JH_OK && strcmp(jh_code_name(code), name) != 0) code = jh_code_next(code);
  return code == JH_OK ? JH_EINTERNAL : code;
}

/* core.fail(code name, place or nil, field or nil, args …): does not return. [-0, +0, e] */
static int fail(lua_State *L) {
  jh_script *script = jh_script_of(L);
  int64_t place = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : jh_script_here(L);
  jh_place at = jh_script_place(script, place);
  if (lua_type(L, 3) == LUA_TSTRING && place >= 0) {
    find_field(script, place, lua_tostring(L, 3), &at);
  }
  const char *args[JH_ERROR_ARGS] = {NULL};
  for (int i = 0; i < JH_ERROR_ARGS && lua_type(L, 4 + i) == LUA_TSTRING; i++) {
    args[i] = lua_tostring(L, 4 + i);
  }
  script->error = (jh_error){0};
  (void)jh_fail(
      &script->error, code_by_name(lua_tostring(L, 1)), &at, args[0], args[1], args[2], args[3],
      NULL);
  jh_script_raise(L);
}

/* core.clash(code name, place, other place, args …): an error with two places. [-0, +0, e] */
static int clash(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_place at = jh_script_place(script, lua_tointeger(L, 2));
  script->error = (jh_error){0};
  const char *args[JH_ERROR_ARGS] = {NULL};
  for (int i = 0; i < JH_ERROR_ARGS && lua_type(L, 4 + i) == LUA_TSTRING; i++) {
    args[i] = lua_tostring(L, 4 + i);
  }
  (void)jh_fail(
      &script->error, code_by_name(lua_tostring(L, 1)), &at, args[0], args[1], args[2], args[3],
      NULL);
  script->error.also = jh_script_place(script, lua_tointeger(L, 3));
  jh_script_raise(L);
}

/* core.suggest(name, list) -> the nearest, or "". [-0, +1, m] */
static int suggest(lua_State *L) {
  size_t size;
  const char *wanted = luaL_checklstring(L, 1, &size);
  jh_suggest near = jh_suggest_begin((jh_str){wanted, size});
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 2);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, 2, i); /* the list keeps the text alive */
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    if (text) jh_suggest_offer(&near, (jh_str){text, length});
    lua_pop(L, 1);
  }
  lua_pushlstring(L, near.best.size ? near.best.at : "", near.best.size);
  return 1;
}

/* core.spend(steps): for work that the prelude does on behalf of a pack. [-0, +0, e] */
static int spend(lua_State *L) {
  jh_script_spend(L, (uint64_t)luaL_checkinteger(L, 1));
  return 0;
}

/* core.date(text) -> number such as 20170419, or nil. [-0, +1, -] */
static int date(lua_State *L) {
  jh_date day;
  size_t size;
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &size) : NULL;
  if (text && jh_date_read(&day, (jh_str){text, size})) {
    lua_pushinteger(L, day);
  } else {
    lua_pushnil(L);
  }
  return 1;
}

const luaL_Reg jh_script_core_functions[] = {
    {"here", here},   {"fail", fail}, {"clash", clash}, {"suggest", suggest},
    {"spend", spend}, {"date", date}, {NULL, NULL}};
