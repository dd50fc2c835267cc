/* state.h - the inside of a script, shared by the files of this folder only.
 *
 * How C functions that Lua calls are written here: they hold nothing across a
 * call that can raise, fill script->error and leave through jh_script_raise.
 * Each carries the sign of the Lua manual: [-popped, +pushed, raises].
 */
#ifndef JH_SCRIPT_STATE_H
#define JH_SCRIPT_STATE_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "model/build.h"
#include "script/pool.h"
#include "script/script.h"

typedef struct jh_source_text {
  const char *shown; /* path as messages show it */
  const char *text;
  size_t size;
} jh_source_text;

/* A file's content: read once, whoever asks. */
typedef struct jh_script_text {
  const char *path;
  jh_str text;         /* without a byte order mark */
  jh_str bytes;        /* the whole file */
  bool is_looked_over; /* by lint.c */
} jh_script_text;

struct jh_script {
  lua_State *L;
  jh_plan *plan;
  jh_script_limits limits;
  size_t plan_bytes;       /* of the plan when the script was opened */
  size_t memory_used;      /* bytes that Lua holds */
  jh_pool pool;            /* … and where they lie */
  bool has_rationals;      /* Lua holds numbers of base/rat.h, which lie elsewhere */
  bool has_hit_cap;        /* Lua was refused memory by the cap, not by the machine */
  uint64_t steps;          /* spent so far: instructions, and one for each 64 bytes asked for */
  bool is_computing;       /* a function of compute runs: nothing may be declared */
  uint64_t computed_steps; /* spent by those so far */
  size_t rational_bytes;   /* made by exact numbers since Lua last collected all */
  uint64_t clock_steps;    /* from so many steps on the clock is asked again */
  int64_t cpu_end_ns;      /* the second wall: CPU time, for work that no step counts */
  jh_error error;          /* of the raise under way */
  uint32_t last_source, last_line; /* where memory ended */
  jh_source_text *sources;
  size_t source_count, source_room;
  size_t here_source;    /* the one that was last asked for */
  jh_script_text *texts; /* files that were read so far */
  size_t text_count, text_room;
  const char **files; /* named by the head */
  size_t file_count, file_room;
  const char **columns, **uses, **use_names; /* named by the head too */
  const char *scope; /* what names of the layer whose head runs begin with */
  bool is_used;      /* … and whether another pack uses it */
  size_t column_count, use_count;
  const char *dictionary;
  const char *forms;   /* the file of forms that a dictionary's head names; NULL = none */
  jh_mapping *mapping; /* in the plan's arena; NULL = none was read */
  jh_prices *prices;   /* likewise */
  uint32_t late_count; /* LATE nodes made so far */
  const jh_place
      *left_out; /* statements that are read and not made (jh_script_leave_out); borrowed */
  size_t left_out_count;
  int64_t standing; /* the place of what is worked on when no file runs; -1 = none */
};

/* The script behind an interpreter. */
jh_script *jh_script_of(lua_State *L);

/* Raises script->error as it stands: does not return. [-0, +0, e] */
_Noreturn void jh_script_raise(lua_State *L);

/* Fills script->error with a code at the innermost line of a pack and raises. Ends with NULL. */
_Noreturn void jh_script_fail(lua_State *L, jh_code code, ...);

/* Raises if code is not JH_OK (the error is then in script->error). */
void jh_script_must(lua_State *L, jh_code code);

/* The innermost place in a file (not in the engine's own Lua), as a number: source << 32 | line. */
int64_t jh_script_here(lua_State *L);
jh_place jh_script_place(const jh_script *script, int64_t place);

/* A builder for nodes at the innermost place. */
jh_build jh_script_build(lua_State *L);

/* An expression as a value of Lua: [-0, +1, m]; and back: raises TYPE_MISMATCH. [-0, +0, e] */
int jh_script_push_node(lua_State *L, uint32_t node);
uint32_t jh_script_node_at(lua_State *L, int index);

/* The line and column of `field =` in the declaration that begins at a place; the declaration's own line
 * where there is none (bind_core.c). */
jh_place jh_script_field_place(const jh_script *script, int64_t place, const char *field);

/* The text of a file from the beginning of a place's line (bind_core.c). */
jh_str jh_script_text_at(const jh_script *script, int64_t place);

/* Raises MEMORY if the plan, with so many bytes more, would be larger than the pack may make it. [-0, +0, e] */
void jh_script_weigh(lua_State *L, size_t bytes);

/* Spends steps of the budget; raises when it is blown. */
void jh_script_spend(lua_State *L, uint64_t steps);

/* Reads a file and looks it over: UTF-8, no bytecode, nothing that lint.h refuses (run.c). */
JH_CHECKED jh_code
jh_script_look(jh_script *script, const char *path, const char *shown, jh_str *out, jh_error *err);

/* The same, and what lint.c has against it. */
JH_CHECKED jh_code
jh_script_read(jh_script *script, const char *path, const char *shown, jh_str *out, jh_error *err);

/* Cuts off what follows a file's head (head.c). */
JH_CHECKED jh_code jh_script_cut_head(jh_str *text, const char *shown, jh_error *err);

/* A fresh budget: steps, and CPU time as the second wall. */
void jh_script_budget(jh_script *script, uint64_t steps, int cpu_seconds);

/* Calls a function with `payload` as its one argument, a light userdata; whatever it raises becomes an
 * error with its place. */
JH_CHECKED jh_code
jh_script_protected(jh_script *script, lua_CFunction function, void *payload, jh_error *err);

/* Raises COMPUTE_WORD while a function of compute runs: the plan is finished then. [-0, +0, e] */
void jh_script_declaring(lua_State *L);

/* Loads the engine's own Lua and gives it the functions of bind_*.c (prepare.c). */
JH_CHECKED jh_code jh_script_prepare(jh_script *script, jh_error *err);

/* The functions that the prelude sees as `core`, one list for each bind_*.c. */
extern const luaL_Reg jh_script_core_functions[];
extern const luaL_Reg jh_script_node_functions[];
extern const luaL_Reg jh_script_schema_functions[];
extern const luaL_Reg jh_script_form_functions[];
extern const luaL_Reg jh_script_rule_functions[];
extern const luaL_Reg jh_script_param_functions[];
extern const luaL_Reg jh_script_case_functions[];
extern const luaL_Reg jh_script_layer_functions[];
extern const luaL_Reg jh_script_finish_functions[];
extern const luaL_Reg jh_script_change_functions[];
extern const luaL_Reg jh_script_more_functions[];
extern const luaL_Reg jh_script_target_functions[];
extern const luaL_Reg jh_script_words_functions[];
extern const luaL_Reg jh_script_mapping_functions[];
extern const luaL_Reg jh_script_prices_functions[];

#endif
