/* rational.c - the userdata of exact numbers: signs, methods, bounds. */
#include "script/rational.h"

#include <string.h>

#include "script/read.h"

#define TYPE "junheng.rational" /* registry: its metatable */

/* Bits of numerator and denominator together: some 20000 digits. */
enum { MOST_BITS = 65536, BITS_A_STEP = 256, BYTES_BEFORE_COLLECT = 16 << 20 };

typedef struct rational {
  bool is_ready; /* false only between being made and being filled */
  jh_rat value;
} rational;

/* A new value, 0. [-0, +1, m] */
static jh_rat *make(lua_State *L) {
  rational *number = lua_newuserdatauv(L, sizeof *number, 0);
  memset(number, 0, sizeof *number);
  luaL_setmetatable(L, TYPE);
  jh_script_of(L)->has_rationals = true;
  jh_rat_init(&number->value);
  number->is_ready = true;
  return &number->value;
}

/* [-0, +0, -] */
static int collect(lua_State *L) {
  rational *number = lua_touserdata(L, 1);
  if (number->is_ready) jh_rat_done(&number->value);
  number->is_ready = false;
  return 0;
}

const jh_rat *jh_rational_at(lua_State *L, int index) {
  rational *number = luaL_testudata(L, index, TYPE);
  return number ? &number->value : NULL;
}

/* Pays for a result that is on the stack, and refuses one that is too large. [-0, +0, e] */
static void settle(lua_State *L, const jh_rat *value) {
  jh_script *script = jh_script_of(L);
  size_t bits = jh_rat_bits(value);
  script->rational_bytes += bits / 8 + 64;
  if (bits > MOST_BITS) {
    jh_script_fail(L, JH_ETOO_LARGE, "number 数字", "20000 digits 位", NULL);
  }
  if (bits > BITS_A_STEP) jh_script_spend(L, bits / BITS_A_STEP);
  if (script->rational_bytes < BYTES_BEFORE_COLLECT) return;
  script->rational_bytes = 0;
  lua_gc(L, LUA_GCCOLLECT, 0);
}

void jh_rational_push(lua_State *L, const jh_rat *value) {
  jh_rat *copy = make(L);
  jh_rat_set(copy, value);
  settle(L, copy);
}

/* The operand at an index; a plain number or a decimal as text is made exact in its place. [-0, +0, e] */
static const jh_rat *operand(lua_State *L, int index) {
  const jh_rat *number = jh_rational_at(L, index);
  if (number) return number;
  jh_dec written = jh_read_dec_at(L, index);
  jh_rat *made = make(L);
  jh_rat_set_dec(made, written);
  lua_replace(L, index);
  return made;
}

typedef void (*operation)(jh_rat *, const jh_rat *, const jh_rat *);

/* [-0, +1, e] */
static int arithmetic(lua_State *L, operation op) {
  const jh_rat *a = operand(L, 1), *b = operand(L, 2);
  jh_rat *out = make(L);
  op(out, a, b);
  settle(L, out);
  return 1;
}

static int add(lua_State *L) { return arithmetic(L, jh_rat_add); }
static int sub(lua_State *L) { return arithmetic(L, jh_rat_sub); }
static int mul(lua_State *L) { return arithmetic(L, jh_rat_mul); }

static int divide(lua_State *L) {
  if (jh_rat_sign(operand(L, 2)) == 0) return luaL_error(L, "division by 0");
  return arithmetic(L, jh_rat_div);
}

static int negate(lua_State *L) {
  lua_settop(L, 1);
  lua_pushinteger(L, 0);
  lua_insert(L, 1);
  return arithmetic(L, jh_rat_sub);
}

/* [-0, +1, e] */
static int round_by(lua_State *L, void (*op)(jh_rat *, const jh_rat *)) {
  const jh_rat *a = operand(L, 1);
  op(make(L), a);
  return 1;
}

static int floor_of(lua_State *L) { return round_by(L, jh_rat_floor); }
static int ceil_of(lua_State *L) { return round_by(L, jh_rat_ceil); }

static int order(lua_State *L) { return jh_rat_compare(operand(L, 1), operand(L, 2)); }

/* [-0, +1, e] */
static int answer(lua_State *L, bool is_so) {
  lua_pushboolean(L, is_so);
  return 1;
}

static int equals(lua_State *L) { return answer(L, order(L) == 0); }
static int above(lua_State *L) { return answer(L, order(L) > 0); }
static int at_least(lua_State *L) { return answer(L, order(L) >= 0); }
static int below(lua_State *L) { return answer(L, order(L) < 0); }
static int at_most(lua_State *L) { return answer(L, order(L) <= 0); }

static const luaL_Reg methods[] = {{"equals", equals}, {"above", above},     {"at_least", at_least},
                                   {"below", below},   {"at_most", at_most}, {"floor", floor_of},
                                   {"ceil", ceil_of},  {NULL, NULL}};

static const luaL_Reg events[] = {
    {"__add", add},   {"__sub", sub},  {"__mul", mul},    {"__div", divide}, {"__unm", negate},
    {"__eq", equals}, {"__lt", below}, {"__le", at_most}, {"__gc", collect}, {NULL, NULL}};

/* [-0, +1, e] */
static int method(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
  jh_script_fail(L, JH_EUNKNOWN_NAME, name, "", NULL);
}

void jh_rational_open(lua_State *L) {
  luaL_newmetatable(L, TYPE);
  luaL_setfuncs(L, events, 0);
  luaL_newlib(L, methods);
  lua_pushcclosure(L, method, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "exact number");
  lua_setfield(L, -2, "__name");
  lua_pop(L, 1);
}
