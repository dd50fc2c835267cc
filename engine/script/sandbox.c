/* sandbox.c - a Lua interpreter that can do nothing but describe.
 *
 * How a script could still do harm, and what stands against it:
 *   files, network, clock, environment   no such function in its world (prelude/words.lua lists all)
 *   bytecode                             chunks are loaded as text only; no `load`
 *   memory                               every byte goes through `allocate`, which has a cap
 *   endless loops                        a count hook spends a budget of steps; there is no pcall and
 *                                        no coroutine with which to outlive it
 *   long work inside one C function      what a script can reach neither matches patterns nor repeats
 *                                        texts; bytes asked for are charged as steps; and CPU time is
 *                                        a second wall, for comparing huge texts again and again
 *   deep recursion                       Lua's own limits, reported as TOO_DEEP
 *   changing the engine's own Lua        packs see copies behind proxies; no metatable is reachable
 *   results that depend on addresses     no tostring of tables, ordered pairs, no %p
 * Knows how to run a text; what its words mean is bind_*.c and prelude/.
 */
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "script/state.h"

/* The clock is asked each CLOCK_STEPS steps: asking costs as much as a hundred of them. Lua collects when it holds
 * COLLECT_AT percent of what it held before: a pack is read once, and most of it is kept. */
enum { HOOK_STEPS = 200, CLOCK_STEPS = 10000, CPU_SECONDS = 10, COLLECT_AT = 400 };

static int64_t cpu_now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Keeps the line that runs now, for a message that comes when the stack is gone. Allocates nothing. */
static void remember_line(jh_script *script) {
  int64_t here = script->L ? jh_script_here(script->L) : -1;
  if (here < 0) return;
  script->last_source = (uint32_t)(here >> 32);
  script->last_line = (uint32_t)here;
}

static void *allocate(void *payload, void *block, size_t old_size, size_t new_size) {
  jh_script *script = payload;
  size_t held = block ? old_size : 0;
  if (new_size == 0) {
    script->memory_used -= held;
    jh_alloc_free(block);
    return NULL;
  }
  if (new_size > held && script->memory_used - held + new_size > script->limits.memory_bytes) {
    script->has_hit_cap = true;
    remember_line(script);
    return NULL;
  }
  void *grown = jh_alloc_resize(block, new_size);
  if (!grown) return NULL;
  script->memory_used = script->memory_used - held + new_size;
  if (new_size > held) script->steps += (new_size - held) / 64;
  return grown;
}

jh_script *jh_script_of(lua_State *L) {
  jh_script **slot = lua_getextraspace(L);
  return *slot;
}

/* The file that is shown so: mostly the one that was asked for before. source_count if there is none. */
static size_t source_of(jh_script *script, const char *shown) {
  size_t before = script->here_source;
  if (before < script->source_count && strcmp(script->sources[before].shown, shown) == 0) {
    return before;
  }
  for (size_t i = script->source_count; i-- > 0;) {
    if (strcmp(script->sources[i].shown, shown) == 0) return script->here_source = i;
  }
  return script->source_count;
}

/* [-0, +0, -] */
int64_t jh_script_here(lua_State *L) {
  jh_script *script = jh_script_of(L);
  lua_Debug frame;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.source[0] != '@' || frame.currentline < 1) continue;
    size_t source = source_of(script, frame.source + 1);
    if (source < script->source_count) return (int64_t)source << 32 | frame.currentline;
  }
  return script->standing;
}

jh_place jh_script_place(const jh_script *script, int64_t place) {
  if (place < 0) return jh_place_of(NULL, 0, 0);
  return jh_place_of(script->sources[place >> 32].shown, (uint32_t)place, 0);
}

void jh_script_raise(lua_State *L) {
  lua_pushlightuserdata(L, jh_script_of(L));
  lua_error(L);
  __builtin_unreachable();
}

void jh_script_fail(lua_State *L, jh_code code, ...) {
  jh_script *script = jh_script_of(L);
  const char *args[JH_ERROR_ARGS + 1] = {NULL};
  va_list list;
  va_start(list, code);
  for (int i = 0; i < JH_ERROR_ARGS; i++) {
    args[i] = va_arg(list, const char *);
    if (!args[i]) break;
  }
  va_end(list);
  jh_place at = jh_script_place(script, jh_script_here(L));
  script->error = (jh_error){0};
  (void)jh_fail(&script->error, code, &at, args[0], args[1], args[2], args[3], NULL);
  jh_script_raise(L);
}

void jh_script_must(lua_State *L, jh_code code) {
  if (code != JH_OK) jh_script_raise(L);
}

void jh_script_declaring(lua_State *L) {
  if (jh_script_of(L)->is_computing) jh_script_fail(L, JH_ECOMPUTE_WORD, NULL);
}

jh_build jh_script_build(lua_State *L) {
  jh_script_declaring(L);
  jh_script *script = jh_script_of(L);
  script->error = (jh_error){0};
  jh_build build = {script->plan, jh_script_place(script, jh_script_here(L)), &script->error};
  return build;
}

void jh_script_spend(lua_State *L, uint64_t steps) {
  jh_script *script = jh_script_of(L);
  script->steps += steps;
  bool is_within = script->steps <= script->limits.steps;
  if (is_within && script->steps < script->clock_steps) return;
  script->clock_steps = script->steps + CLOCK_STEPS;
  if (is_within && cpu_now_ns() <= script->cpu_end_ns) return;
  char limit[24];
  jh_script_fail(L, JH_ESTEPS, jh_arg_int(limit, (int64_t)script->limits.steps), NULL);
}

/* [-0, +0, e] */
static void on_count(lua_State *L, lua_Debug *frame) {
  (void)frame;
  jh_script_spend(L, HOOK_STEPS);
}

void jh_script_budget(jh_script *script, uint64_t steps, int cpu_seconds) {
  script->steps = 0;
  script->limits.steps = steps;
  script->clock_steps = 0;
  script->cpu_end_ns = cpu_now_ns() + (int64_t)cpu_seconds * 1000000000;
}

jh_code jh_script_open(
    jh_script **out, jh_plan *plan, const jh_script_limits *limits, jh_error *err) {
  jh_script *script = jh_alloc_get(sizeof *script);
  if (!script) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  script->plan = plan;
  script->standing = -1;
  script->scope = "";
  if (limits) script->limits = *limits;
  if (!script->limits.memory_bytes) script->limits.memory_bytes = (size_t)64 << 20;
  if (!script->limits.steps) script->limits.steps = 50000000;
  jh_script_budget(script, script->limits.steps, CPU_SECONDS);
  script->L = lua_newstate(allocate, script);
  if (!script->L) {
    jh_alloc_free(script);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *(jh_script **)lua_getextraspace(script->L) = script;
  jh_code code = jh_script_prepare(script, err);
  if (code) {
    jh_script_close(script);
    return code;
  }
  lua_gc(script->L, LUA_GCINC, COLLECT_AT, 0, 0);
  lua_sethook(script->L, on_count, LUA_MASKCOUNT, HOOK_STEPS);
  *out = script;
  return JH_OK;
}

void jh_script_close(jh_script *script) {
  if (!script) return;
  if (script->L) lua_close(script->L);
  jh_alloc_free(script);
}

const char *const *jh_script_files(const jh_script *script, size_t *count) {
  *count = script->file_count;
  return script->files;
}

const char *const *jh_script_columns(const jh_script *script, size_t *count) {
  *count = script->column_count;
  return script->columns;
}

const char *const *jh_script_uses(const jh_script *script, size_t *count) {
  *count = script->use_count;
  return script->uses;
}

const char *const *jh_script_use_names(const jh_script *script) { return script->use_names; }

void jh_script_leave_out(jh_script *script, const jh_place *places, size_t count) {
  script->left_out = places;
  script->left_out_count = count;
}

void jh_script_used(jh_script *script, bool is_used, const char *scope) {
  script->is_used = is_used;
  script->scope = scope;
}

const char *jh_script_dictionary(const jh_script *script) { return script->dictionary; }

const char *jh_script_forms(jh_script *script) {
  const char *forms = script->forms;
  script->forms = NULL;
  return forms;
}
