/* packs.c - which packs a name means: one, or all below a folder. */
#include <stdio.h>

#include "pack/walk.h"
#include "session/session.h"

enum { PATH_BYTES = 4096 };

enum { PLACES = 6 };

/* The name itself, below the shared folder, or below its rules/ (0 to 2); the same with .lua for packs
 * of a single file (3 to 5). False when it is too long. */
static bool candidate(char *out, size_t size, const char *share, const char *name, int number) {
  static const char *const between[] = {"", "/", "/rules/"};
  const char *front = number % 3 ? share : "", *end = number < 3 ? "" : ".lua";
  int written = snprintf(out, size, "%s%s%s%s", front, between[number % 3], name, end);
  return written > 0 && (size_t)written < size;
}

bool jh_session_find_pack(char *out, size_t size, const char *share, const char *name) {
  for (int i = 0; i < PLACES; i++) {
    if (candidate(out, size, share, name, i) && jh_walk_is_pack(out)) return true;
  }
  return false;
}

bool jh_packs_has(const char *name) {
  char path[PATH_BYTES], share[PATH_BYTES];
  return jh_session_find_pack(path, sizeof path, jh_share_folder(share, sizeof share), name);
}

/* The packs below the first of the candidates that has any. */
static jh_code find(
    jh_arena *arena, const char *name, char ***packs, size_t *count, jh_error *err) {
  char path[PATH_BYTES], folder[PATH_BYTES];
  const char *share = jh_share_folder(folder, sizeof folder);
  *count = 0;
  for (int i = 0; i < 3 && *count == 0; i++) {
    if (!candidate(path, sizeof path, share, name, i)) continue;
    jh_code code = jh_walk_packs(arena, path, packs, count, err);
    if (code) return code;
  }
  return JH_OK;
}

jh_code jh_packs_each(
    const char *name, bool (*each)(void *payload, const char *pack), void *payload, jh_error *err) {
  if (jh_packs_has(name)) {
    each(payload, name);
    return JH_OK;
  }
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  char **packs = NULL;
  size_t count;
  jh_code code = find(arena, name, &packs, &count, err);
  if (!code && count == 0) each(payload, name);
  for (size_t i = 0; !code && i < count; i++) {
    if (!each(payload, packs[i])) break;
  }
  jh_arena_close(arena);
  return code;
}
