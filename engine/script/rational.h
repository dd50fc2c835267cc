/* rational.h - exact numbers as values of Lua: what the functions of compute see and give.
 *
 * Arithmetic and comparisons with each other and with plain numbers are exact,
 * and of numbers alone: `<` and `:at_least(…)` answer true or false. Their size
 * is bounded, and what they take is spent from the script's budget, as it does not
 * lie in Lua's own memory. Private to script/.
 */
#ifndef JH_SCRIPT_RATIONAL_H
#define JH_SCRIPT_RATIONAL_H

#include "base/rat.h"
#include "script/state.h"

/* Makes the metatable; once for each interpreter. [-0, +0, m] */
void jh_rational_open(lua_State *L);

/* A copy as a new value. [-0, +1, e] */
void jh_rational_push(lua_State *L, const jh_rat *value);

/* The number at a stack index, or NULL if it is none. [-0, +0, -] */
const jh_rat *jh_rational_at(lua_State *L, int index);

#endif
