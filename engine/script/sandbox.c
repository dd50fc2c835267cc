/* sandbox.c - a Lua interpreter that can do nothing but describe.
 *
 * Packs, dictionaries, mappings and lists of prices are strangers' code. What they may try, and what stands against
 * it; each line has its attacks in tests/hostile/attacks.py, which refuses a line without one:
 *   T1  files, network, programs, clock, environment   no such word in a file's world (prelude/words.lua has all)
 *   T2  bytecode, code made at run time                chunks are read as text only; no load
 *   T3  debug, metatables of texts and host objects    out of reach; what packs see are proxies
 *   T4  changing the engine's own Lua                  words and tables are copies; setting one is refused
 *   T5  memory of Lua: texts, tables, closures,        every byte goes through allocate(), which has a cap
 *       userdata
 *   T6  memory of the plan: rules, names, expressions  the same cap once more, weighed before each copy
 *   T7  loops, goto, tail calls                        a count hook spends a budget of steps
 *   T8  outliving the end by pcall, coroutine, __gc    none of these is there
 *   T9  long work in one C function: patterns,         neither patterns, repeating nor sorting is there; bytes asked
 *       repeating, sorting, joining, comparing         for count as steps; processor time is a second wall
 *   T10 recursion in Lua, nested source                Lua's own limits, told as TOO_DEEP
 *   T11 recursion in C over what was built             no expression nests deeper than JH_NODE_DEEPEST (build.c)
 *   T12 circles and crowds: parents, uses, files       found by name, or by the count of the chain (pack/chain.c)
 *   T13 paths: absolute, .., \\, NUL, links, devices   refused by their form (prelude) and by where they really lead
 *                                                      (jh_folder_keep); only plain files are opened
 *   T14 results that hang on addresses or chance       no tostring of tables, ordered pairs, no %p, no random
 * The limits of T5 to T9 are the caller's (jh_script_limits, --pack-limits); who hits one is told which, its value,
 * the line, and how to raise it. Not held back: what a pack says being wrong, and a bug in Lua or in this engine
 * (docs/decisions/0037: why there is no process around it).
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
    jh_pool_free(&script->pool, block, held);
    return NULL;
  }
  if (new_size > held && script->memory_used - held + new_size > script->limits.memory_bytes) {
    script->has_hit_cap = true;
    remember_line(script);
    return NULL;
  }
  void *grown = jh_pool_resize(&script->pool, block, held, new_size);
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
  jh_script_weigh(L, 0);
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
  if (is_within) {
    jh_script_fail(L, JH_EPACK_TIME, jh_arg_int(limit, script->limits.seconds), NULL);
  }
  jh_script_fail(L, JH_ESTEPS, jh_arg_int(limit, (int64_t)script->limits.steps), NULL);
}

void jh_script_weigh(lua_State *L, size_t bytes) {
  jh_script *script = jh_script_of(L);
  size_t held = jh_arena_size(script->plan->arena) - script->plan_bytes;
  size_t most = script->limits.memory_bytes;
  char limit[24];
  if (bytes <= most && held <= most - bytes) return;
  jh_script_fail(L, JH_EMEMORY, jh_arg_int(limit, (int64_t)(most >> 20)), NULL);
}

/* [-0, +0, e] */
static void on_count(lua_State *L, lua_Debug *frame) {
  (void)frame;
  jh_script_spend(L, HOOK_STEPS);
}

void jh_script_budget(jh_script *script, uint64_t steps, int cpu_seconds) {
  script->steps = 0;
  script->limits.steps = steps;
  script->limits.seconds = cpu_seconds;
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
  if (!script->limits.seconds) script->limits.seconds = CPU_SECONDS;
  script->plan_bytes = jh_arena_size(plan->arena);
  uint64_t steps = script->limits.steps;
  int seconds = script->limits.seconds;
  jh_script_budget(script, UINT64_MAX, 3600); /* the engine's own Lua is not the pack's account */
  script->L = lua_newstate(allocate, script);
  if (!script->L) {
    jh_pool_done(&script->pool);
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
  jh_script_budget(script, steps, seconds);
  lua_sethook(script->L, on_count, LUA_MASKCOUNT, HOOK_STEPS);
  *out = script;
  return JH_OK;
}

/* Lua is only asked to let go what does not lie in the pool: no file has finalizers, the engine only those of exact
 * numbers. */
void jh_script_close(jh_script *script) {
  if (!script) return;
  if (script->L && script->has_rationals) lua_close(script->L);
  jh_pool_done(&script->pool);
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
