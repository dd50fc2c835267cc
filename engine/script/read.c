#include "script/read.h"

#include <string.h>

#include "script/prelude.h"

/* Of one kind: rules, parameters, quantities, cases. Far above what any law has; below what a loop
 * without end would make. */
enum { MOST_RECORDS = 10000 };

char *jh_read_copy(lua_State *L, const char *text, size_t size) {
  jh_script_declaring(L);
  const char *end = memchr(text, '\0', size); /* what is behind it would be lost without a word */
  if (end) jh_script_fail(L, JH_EWRONG_VALUE, text, "\"…\"", "\\0", NULL);
  jh_script_weigh(L, size);
  char *copy = jh_arena_text(jh_script_of(L)->plan->arena, (jh_str){text, size});
  if (!copy) jh_script_fail(L, JH_ENOMEM, NULL);
  return copy;
}

void *jh_read_room(lua_State *L, size_t size) {
  jh_script_declaring(L);
  jh_script_weigh(L, size);
  void *room = jh_arena_get(jh_script_of(L)->plan->arena, size ? size : 1);
  if (!room) jh_script_fail(L, JH_ENOMEM, NULL);
  return room;
}

void *jh_read_append(lua_State *L, void **items, size_t *count, size_t *room, size_t size) {
  char most[24];
  jh_script_declaring(L);
  jh_script_weigh(L, size);
  if (*count >= MOST_RECORDS) {
    jh_script_fail(L, JH_ETOO_LARGE, "plan", jh_arg_int(most, MOST_RECORDS), NULL);
  }
  if (jh_arena_grow(jh_script_of(L)->plan->arena, items, room, *count + 1, size) != 0) {
    jh_script_fail(L, JH_ENOMEM, NULL);
  }
  return (char *)*items + size * (*count)++;
}

static _Noreturn void wrong(lua_State *L, const char *field, const char *wanted, int index) {
  jh_script_fail(L, JH_EWRONG_VALUE, field, wanted, luaL_typename(L, index), NULL);
}

const char *jh_read_text(lua_State *L, int table, const char *field) {
  const char *copy = NULL;
  lua_getfield(L, table, field);
  if (lua_type(L, -1) == LUA_TSTRING) {
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    copy = jh_read_copy(L, text, size);
  } else if (!lua_isnil(L, -1)) {
    wrong(L, field, "text", -1);
  }
  lua_pop(L, 1);
  return copy;
}

jh_text jh_read_names(lua_State *L, int table, const char *field) {
  jh_text names = {{NULL, NULL}};
  lua_getfield(L, table, field);
  if (lua_type(L, -1) == LUA_TTABLE) {
    int at = lua_gettop(L);
    names.in[JH_ZH] = jh_read_text(L, at, "zh");
    names.in[JH_EN] = jh_read_text(L, at, "en");
  } else if (!lua_isnil(L, -1)) {
    names.in[JH_ZH] = jh_read_text(L, table, field);
    names.in[JH_EN] = names.in[JH_ZH];
  }
  lua_pop(L, 1);
  if (!names.in[JH_ZH]) names.in[JH_ZH] = names.in[JH_EN];
  if (!names.in[JH_EN]) names.in[JH_EN] = names.in[JH_ZH];
  return names;
}

bool jh_read_flag(lua_State *L, int table, const char *field) {
  lua_getfield(L, table, field);
  if (!lua_isnil(L, -1) && !lua_isboolean(L, -1)) wrong(L, field, "true or false", -1);
  bool flag = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return flag;
}

int64_t jh_read_int(lua_State *L, int table, const char *field, int64_t otherwise) {
  int64_t value = otherwise;
  lua_getfield(L, table, field);
  if (!lua_isnil(L, -1)) {
    if (!lua_isinteger(L, -1)) wrong(L, field, "a whole number", -1);
    value = lua_tointeger(L, -1);
  }
  lua_pop(L, 1);
  return value;
}

uint32_t jh_read_index(lua_State *L, int table, const char *field) {
  int64_t value = jh_read_int(L, table, field, -1);
  return value < 0 ? JH_NONE : (uint32_t)value;
}

jh_dec jh_read_dec_at(lua_State *L, int index) {
  jh_dec value = {0, 0};
  bool ok = false;
  if (lua_isinteger(L, index)) {
    value.mantissa = lua_tointeger(L, index);
    ok = value.mantissa >= -999999999999999999 && value.mantissa <= 999999999999999999;
  } else if (lua_type(L, index) == LUA_TNUMBER) {
    ok = jh_dec_from_double(&value, lua_tonumber(L, index));
  } else if (lua_type(L, index) == LUA_TSTRING) {
    size_t size;
    const char *text = lua_tolstring(L, index, &size);
    ok = jh_dec_read(&value, (jh_str){text, size}, 18, false) == JH_DEC_OK;
  }
  if (!ok) {
    bool is_shown = lua_isnumber(L, index) || lua_isstring(L, index);
    const char *shown = is_shown ? luaL_tolstring(L, index, NULL) : luaL_typename(L, index);
    bool is_node = luaL_testudata(L, index, JH_NODE_TYPE) != NULL;
    jh_script_fail(L, JH_ENUMBER_FORM, is_node ? "expression 表达式" : shown, NULL);
  }
  return value;
}

bool jh_read_dec(lua_State *L, int table, const char *field, jh_dec *out) {
  lua_getfield(L, table, field);
  bool is_there = !lua_isnil(L, -1);
  if (is_there) *out = jh_read_dec_at(L, -1);
  lua_pop(L, 1);
  return is_there;
}

jh_date jh_read_date(lua_State *L, int table, const char *field) {
  jh_date date = 0;
  const char *text = jh_read_text(L, table, field);
  if (text && !jh_date_read(&date, jh_str_of(text))) {
    jh_script_fail(L, JH_EBAD_DATE, text, NULL);
  }
  return date;
}

const char **jh_read_list(lua_State *L, int table, const char *field, size_t *count) {
  *count = 0;
  lua_getfield(L, table, field);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    return NULL;
  }
  if (!lua_istable(L, -1)) wrong(L, field, "a list of texts", -1);
  size_t size = lua_rawlen(L, -1);
  const char **list = jh_read_room(L, (size + 1) * sizeof *list);
  for (size_t i = 0; i < size; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    if (lua_type(L, -1) != LUA_TSTRING) wrong(L, field, "a list of texts", -1);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    list[i] = jh_read_copy(L, text, length);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  *count = size;
  return list;
}

jh_certainty jh_read_certainty(lua_State *L, int table, const char *field) {
  static const char *const words[] = {
      "confirmed", "single_source", "provincial", "inferred", "unverified"};
  const char *text = jh_read_text(L, table, field);
  if (!text) return JH_CONFIRMED;
  for (int i = 0; i < 5; i++) {
    if (strcmp(text, words[i]) == 0) return (jh_certainty)i;
  }
  jh_script_fail(
      L, JH_EWRONG_VALUE, field, "confirmed, single_source, provincial, inferred, unverified", text,
      NULL);
}

jh_place jh_read_place(lua_State *L, int table) {
  return jh_script_place(jh_script_of(L), jh_read_int(L, table, "at", -1));
}
