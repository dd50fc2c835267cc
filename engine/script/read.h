/* read.h - fields of a Lua table as C values, copied into the plan's arena.
 *
 * For tables that the engine's own Lua has already checked: a value of the
 * wrong type here is a mistake of the engine (JH_EINTERNAL), save for
 * decimals and days, whose form is checked here. Private to script/.
 */
#ifndef JH_SCRIPT_READ_H
#define JH_SCRIPT_READ_H

#include "script/state.h"

/* All take the table at stack index `table` and a field name. [-0, +0, e] */
const char *jh_read_text(lua_State *L, int table, const char *field); /* NULL if nil */
jh_text jh_read_names(lua_State *L, int table, const char *field);    /* text or {zh=, en=} */
bool jh_read_flag(lua_State *L, int table, const char *field);        /* false if nil */
int64_t jh_read_int(lua_State *L, int table, const char *field, int64_t otherwise);
uint32_t jh_read_index(lua_State *L, int table, const char *field);        /* JH_NONE if nil */
bool jh_read_dec(lua_State *L, int table, const char *field, jh_dec *out); /* false if nil */
jh_date jh_read_date(lua_State *L, int table, const char *field);          /* 0 if nil */
const char **jh_read_list(lua_State *L, int table, const char *field, size_t *count); /* texts */
jh_certainty jh_read_certainty(lua_State *L, int table, const char *field);
jh_place jh_read_place(lua_State *L, int table); /* field "at" */

/* The decimal at a stack index: a number or a decimal text; raises NUMBER_FORM. */
jh_dec jh_read_dec_at(lua_State *L, int index);

/* A copy in the plan's arena; raises when memory is out. */
char *jh_read_copy(lua_State *L, const char *text, size_t size);
void *jh_read_room(lua_State *L, size_t size);

/* Appends one record to an array in the plan's arena: *items, *count, *room as in jh_plan. */
void *jh_read_append(lua_State *L, void **items, size_t *count, size_t *room, size_t size);

#endif
