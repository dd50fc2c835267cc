#include "pack/chain.h"

#include <string.h>

#include "pack/folder.h"
#include "script/script.h"

enum { MOST_LINKS = 16 };

/* The base that the pack with this id names; NULL if it names none. The text lives in the arena. */
static jh_code base_of(
    jh_arena *arena, const char *rules, const char *id, const char *head, const char **out,
    jh_error *err) {
  char *folder = jh_folder_join(arena, rules, id);
  char *path = folder ? jh_folder_join(arena, folder, "pack.lua") : NULL;
  jh_place at = jh_place_of(head, 1, 0);
  if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (strstr(id, "..") || !jh_folder_has_file(path)) {
    return jh_fail(err, JH_EUNKNOWN_BASE, &at, id, NULL);
  }
  jh_plan *plan = NULL;
  jh_script *script = NULL;
  jh_code code = jh_plan_open(&plan, err);
  if (!code) code = jh_script_open(&script, plan, NULL, err);
  if (!code) code = jh_script_run(script, JH_SCRIPT_HEAD, path, path, err);
  *out = NULL;
  if (!code && jh_script_base(script)) {
    *out = jh_arena_text(arena, jh_str_of(jh_script_base(script)));
    if (!*out) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  jh_script_close(script);
  jh_plan_close(plan);
  return code;
}

/* "a → b → a" */
static void write_chain(char *out, size_t size, const char *const *ids, size_t count) {
  out[0] = '\0';
  for (size_t i = 0; i < count; i++) {
    size_t used = strlen(out);
    if (i) jh_str_copy(out + used, size - used, jh_str_of(" → "));
    used = strlen(out);
    jh_str_copy(out + used, size - used, jh_str_of(ids[i]));
  }
}

static jh_code follow(
    jh_arena *arena, const char *head, const char *id, const char *base, const char *rules,
    jh_error *err) {
  const char *ids[MOST_LINKS + 1] = {id};
  size_t count = 1;
  jh_place at = jh_place_of(head, 1, 0);
  for (const char *next = base; next;) {
    for (size_t i = 0; i < count; i++) {
      if (strcmp(ids[i], next) != 0 && count < MOST_LINKS) continue;
      char text[160];
      ids[count] = next;
      write_chain(text, sizeof text, ids, count + 1);
      return jh_fail(err, JH_EBASE_CYCLE, &at, text, NULL);
    }
    ids[count++] = next;
    jh_code code = base_of(arena, rules, next, head, &next, err);
    if (code) return code;
  }
  return jh_fail(err, JH_ENO_OVERLAY, &at, base, NULL);
}

jh_code jh_chain_follow(
    const char *head, const char *id, const char *base, const char *rules, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = follow(arena, head, id, base, rules, err);
  jh_arena_close(arena);
  return code;
}
