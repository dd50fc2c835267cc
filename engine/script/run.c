/* run.c - one file: read, looked over, run in its world; whatever goes wrong gets its place. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"
#include "base/utf8.h"
#include "script/lint.h"
#include "script/prelude.h"
#include "script/read.h"

enum { MOST_BYTES = 4 << 20 };

static const char *const world_names[] = {"dictionary", "head",    "pack",
                                          "cases",      "mapping", "prices"};

static bool is_same_time(struct timespec a, struct timespec b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* Is the file as it was at the opening? */
static bool is_unchanged(int file, const struct stat *before) {
  struct stat now;
  return fstat(file, &now) == 0 && now.st_size == before->st_size &&
         is_same_time(now.st_mtim, before->st_mtim) && is_same_time(now.st_ctim, before->st_ctim);
}

/* Reads the file into the plan's arena. */
static jh_code slurp(
    jh_script *script, const char *path, const jh_place *at, jh_str *out, jh_error *err) {
  struct stat info;
  /* Not blocking, so that a pipe without a writer does not hold us for ever. */
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return jh_fail(err, JH_ENOT_READABLE, at, strerror(errno), NULL);
  jh_code code = JH_OK;
  if (fstat(file, &info) != 0) {
    code = jh_fail(err, JH_ENOT_READABLE, at, strerror(errno), NULL);
  } else if (S_ISDIR(info.st_mode)) {
    code = jh_fail(err, JH_EIS_FOLDER, at, NULL);
  } else if (!S_ISREG(info.st_mode)) {
    code = jh_fail(err, JH_ENOT_READABLE, at, "not a file 不是文件", NULL);
  } else if (info.st_size > MOST_BYTES) {
    code = jh_fail(err, JH_ETOO_LARGE, at, "file", "4 MiB", NULL);
  } else {
    size_t size = (size_t)info.st_size;
    char *text = jh_arena_get(script->plan->arena, size + 1);
    ssize_t got = text ? jh_file_read(file, text, size + 1) : 0;
    if (!text)
      code = jh_fail(err, JH_ENOMEM, at, NULL);
    else if (got < 0)
      code = jh_fail(err, JH_ENOT_READABLE, at, strerror(errno), NULL);
    else if (got != info.st_size || !is_unchanged(file, &info))
      code = jh_fail(err, JH_EFILE_CHANGED, at, NULL);
    else
      *out = (jh_str){text, size};
  }
  (void)close(file);
  return code;
}

/* The line and column of a byte. */
static jh_place place_of_byte(const char *shown, jh_str text, size_t byte) {
  uint32_t line = 1, column = 1;
  for (size_t i = 0; i < byte && i < text.size; i++) {
    column = text.at[i] == '\n' ? 1 : column + 1;
    line += text.at[i] == '\n';
  }
  return jh_place_of(shown, line, column);
}

static jh_code look_over(const char *shown, jh_str *text, jh_error *err) {
  if (jh_str_starts(*text, "\xEF\xBB\xBF")) *text = (jh_str){text->at + 3, text->size - 3};
  jh_place at = jh_place_of(shown, 1, 1);
  if (jh_str_starts(*text, LUA_SIGNATURE)) return jh_fail(err, JH_EBYTECODE, &at, NULL);
  size_t bad = jh_utf8_check(*text);
  if (bad < text->size) {
    at = place_of_byte(shown, *text, bad);
    return jh_fail(err, JH_EBAD_BYTES, &at, "UTF-8", NULL);
  }
  const char *nul = memchr(text->at, '\0', text->size);
  if (nul) {
    at = place_of_byte(shown, *text, (size_t)(nul - text->at));
    return jh_fail(err, JH_ENUL_BYTE, &at, NULL);
  }
  return JH_OK;
}

/* Takes Lua's own "file:line: " off a message; the line goes to *line. */
static const char *without_prefix(const char *text, uint32_t *line) {
  for (const char *at = strchr(text, ':'); at; at = strchr(at + 1, ':')) {
    uint32_t number = 0;
    const char *digit = at + 1;
    while (*digit >= '0' && *digit <= '9' && number < 100000000) {
      number = number * 10 + (uint32_t)(*digit++ - '0');
    }
    if (digit == at + 1 || digit[0] != ':' || digit[1] != ' ') continue;
    *line = number;
    return digit + 2;
  }
  return text;
}

/* Message handler: turns whatever was raised into script->error. [-1, +1, m] */
static int on_error(lua_State *L) {
  jh_script *script = jh_script_of(L);
  if (lua_touserdata(L, 1) == script) return 1; /* script->error is filled */
  jh_place at = jh_script_place(script, jh_script_here(L));
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "error without text";
  uint32_t line = 0;
  const char *rest = without_prefix(text, &line);
  jh_code code = strstr(rest, "stack overflow") ? JH_ETOO_DEEP : JH_ELUA;
  script->error = (jh_error){0};
  (void)jh_fail(&script->error, code, &at, rest, NULL);
  lua_pushlightuserdata(L, script);
  return 1;
}

static jh_code give(jh_script *script, int status, jh_error *err) {
  jh_place at = jh_place_of(NULL, 0, 0);
  char limit[24];
  if (status == LUA_OK) return JH_OK;
  if (status == LUA_ERRMEM && !script->has_hit_cap) return jh_fail(err, JH_ENOMEM, &at, NULL);
  if (status == LUA_ERRMEM) {
    if (script->source_count) {
      const jh_source_text *source = &script->sources[script->last_source];
      at = jh_place_of(source->shown, script->last_line, 0);
    }
    return jh_fail(
        err, JH_EMEMORY, &at, jh_arg_int(limit, (int64_t)(script->limits.memory_bytes >> 20)),
        NULL);
  }
  if (lua_touserdata(script->L, -1) != script) {
    const char *text = lua_tostring(script->L, -1);
    return jh_fail(err, JH_ELUA, &at, text ? text : "?", NULL);
  }
  if (err) *err = script->error;
  return script->error.code;
}

static jh_code load(jh_script *script, jh_str text, const char *shown, jh_error *err) {
  lua_State *L = script->L;
  char name[512] = "@";
  jh_str_copy(name + 1, sizeof name - 1, jh_str_of(shown));
  int status = luaL_loadbufferx(L, text.at, text.size, name, "t");
  if (status == LUA_OK) return JH_OK;
  if (status == LUA_ERRMEM) return give(script, status, err);
  uint32_t line = 0;
  const char *rest = without_prefix(lua_tostring(L, -1), &line);
  jh_place at = jh_place_of(shown, line, 0);
  jh_code code =
      strstr(rest, "overflow") || strstr(rest, "too many") ? JH_ETOO_DEEP : JH_ELUA_SYNTAX;
  return jh_fail(err, code, &at, rest, NULL);
}

jh_code jh_script_protected(
    jh_script *script, lua_CFunction function, void *payload, jh_error *err) {
  lua_State *L = script->L;
  lua_settop(L, 0);
  lua_pushcfunction(L, on_error);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, payload);
  jh_code code = give(script, lua_pcall(L, 1, 0, 1), err);
  lua_settop(L, 0);
  return code;
}

/* In protected mode: keeps the source for places. [-2, +0, m] */
static int keep_source(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_source_text *source = lua_touserdata(L, 1);
  void *items = script->sources;
  jh_source_text *slot =
      jh_read_append(L, &items, &script->source_count, &script->source_room, sizeof *slot);
  script->sources = items;
  *slot = *source;
  return 0;
}

/* The file's text, read at the first asking. */
static jh_code fetch(
    jh_script *script, const char *path, const char *shown, jh_script_text **out, jh_error *err) {
  for (size_t i = 0; i < script->text_count; i++) {
    *out = &script->texts[i];
    if (strcmp(script->texts[i].path, path) == 0) return JH_OK;
  }
  jh_arena *arena = script->plan->arena;
  jh_place at = jh_place_of(shown, 0, 0);
  jh_script_text read = {.path = jh_arena_text(arena, jh_str_of(path))};
  if (!read.path) return jh_fail(err, JH_ENOMEM, &at, NULL);
  jh_code code = slurp(script, path, &at, &read.text, err);
  read.bytes = read.text;
  if (!code) code = look_over(shown, &read.text, err);
  if (code) return code;
  void *items = script->texts;
  if (jh_arena_grow(arena, &items, &script->text_room, script->text_count + 1, sizeof read)) {
    return jh_fail(err, JH_ENOMEM, &at, NULL);
  }
  script->texts = items;
  *out = &script->texts[script->text_count++];
  **out = read;
  return JH_OK;
}

jh_code jh_script_look(
    jh_script *script, const char *path, const char *shown, jh_str *out, jh_error *err) {
  jh_script_text *text = NULL;
  jh_code code = fetch(script, path, shown, &text, err);
  if (!code) *out = text->text;
  return code;
}

jh_str jh_script_bytes(const jh_script *script, const char *path) {
  const jh_script_text *text = script->texts;
  while (strcmp(text->path, path) != 0) text++;
  return text->bytes;
}

jh_code jh_script_read(
    jh_script *script, const char *path, const char *shown, jh_str *out, jh_error *err) {
  jh_script_text *text = NULL;
  jh_code code = fetch(script, path, shown, &text, err);
  if (!code && !text->is_looked_over) code = jh_lint(text->text, shown, err);
  if (code) return code;
  text->is_looked_over = true;
  *out = text->text;
  return JH_OK;
}

jh_code jh_script_note_texts(jh_script *script, jh_error *err) {
  jh_plan *plan = script->plan;
  plan->texts = jh_arena_get(plan->arena, (script->text_count + 1) * sizeof *plan->texts);
  if (!plan->texts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  plan->text_count = script->text_count;
  for (size_t i = 0; i < script->text_count; i++)
    plan->texts[i] = (jh_plan_text){script->texts[i].path, script->texts[i].text};
  return JH_OK;
}

/* Calls a function of the worlds with what stands on the stack above it. [-count-1, +0, -] */
static jh_code call(jh_script *script, int count, jh_error *err) {
  lua_State *L = script->L;
  lua_pushcfunction(L, on_error);
  lua_insert(L, 1);
  jh_code code = give(script, lua_pcall(L, count, 0, 1), err);
  lua_settop(L, 0);
  return code;
}

static void push_world_function(lua_State *L, const char *name) {
  lua_settop(L, 0);
  lua_getfield(L, LUA_REGISTRYINDEX, JH_WORLDS);
  lua_getfield(L, 1, name);
  lua_remove(L, 1);
}

jh_code jh_script_enter(jh_script *script, uint32_t layer, jh_error *err) {
  push_world_function(script->L, "enter");
  lua_pushinteger(script->L, layer);
  return call(script, 1, err);
}

/* [-1, +0, e] */
static int run_finish(lua_State *L) {
  const char *const *switches = lua_touserdata(L, 1);
  lua_Integer count = lua_tointeger(L, 2);
  lua_getfield(L, LUA_REGISTRYINDEX, JH_WORLDS);
  lua_getfield(L, -1, "finish");
  lua_createtable(L, (int)count, 0);
  for (lua_Integer i = 0; i < count; i++) {
    lua_pushstring(L, switches[i]);
    lua_rawseti(L, -2, i + 1);
  }
  lua_call(L, 1, 0);
  return 0;
}

jh_code jh_script_finish(
    jh_script *script, const char *const *switches, size_t switch_count, jh_error *err) {
  lua_State *L = script->L;
  lua_settop(L, 0);
  lua_pushcfunction(L, run_finish);
  lua_pushlightuserdata(L, (void *)(uintptr_t)switches);
  lua_pushinteger(L, (lua_Integer)switch_count);
  return call(script, 2, err);
}

jh_code jh_script_run(
    jh_script *script, jh_script_kind kind, const char *path, const char *shown, jh_error *err) {
  lua_State *L = script->L;
  jh_str text = {NULL, 0};
  jh_place at = jh_place_of(shown, 0, 0);
  jh_code code = jh_script_read(script, path, shown, &text, err);
  if (!code && kind == JH_SCRIPT_HEAD) code = jh_script_cut_head(&text, shown, err);
  if (code) return code;
  char *name = jh_arena_text(script->plan->arena, jh_str_of(shown));
  if (!name) return jh_fail(err, JH_ENOMEM, &at, NULL);
  jh_source_text source = {name, text.at, text.size};
  lua_settop(L, 0);
  lua_pushcfunction(L, keep_source);
  lua_pushlightuserdata(L, &source);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) return jh_fail(err, JH_ENOMEM, &at, NULL);
  script->last_source = (uint32_t)script->source_count - 1;
  script->last_line = 0;
  lua_pushcfunction(L, on_error);
  code = load(script, text, shown, err);
  if (code) return code;
  lua_getfield(L, LUA_REGISTRYINDEX, JH_WORLDS);
  lua_getfield(L, -1, world_names[kind]);
  lua_setupvalue(L, -3, 1);
  lua_pop(L, 1);
  code = give(script, lua_pcall(L, 0, 0, 1), err);
  if (!code) {
    lua_getfield(L, LUA_REGISTRYINDEX, JH_WORLDS);
    lua_getfield(L, -1, "end_file");
    code = give(script, lua_pcall(L, 0, 0, 1), err);
  }
  lua_settop(L, 0);
  return code;
}
