/* diag.c - the capped list of findings; see diag.h.
 *
 * Copies lie in an arena and the list holds pointers, so that what jh_diag_get
 * gave out stays where it is while more is added.
 */
#include "base/diag.h"

#include <assert.h>

#include "base/alloc.h"
#include "base/arena.h"

#define SEVERITIES 3

struct jh_diag {
  jh_arena *arena;
  jh_error **kept;
  size_t room;
  size_t count;
  size_t cap;
  size_t added_of[SEVERITIES];
  size_t kept_of[SEVERITIES];
};

jh_diag *jh_diag_open(size_t cap) {
  jh_arena *arena = jh_arena_open();
  if (!arena) {
    return NULL;
  }
  jh_diag *diag = jh_arena_get(arena, sizeof *diag);
  if (!diag) {
    jh_arena_close(arena);
    return NULL;
  }
  diag->arena = arena;
  diag->cap = cap;
  return diag;
}

void jh_diag_close(jh_diag *diag) {
  if (diag) {
    jh_alloc_free(diag->kept);
    jh_arena_close(diag->arena);
  }
}

void jh_diag_add(jh_diag *diag, const jh_error *error) {
  size_t severity = (size_t)error->severity;
  assert(severity < SEVERITIES);
  diag->added_of[severity]++;
  if (diag->kept_of[severity] >= diag->cap) {
    return;
  }
  void *items = diag->kept;
  if (jh_alloc_grow(&items, &diag->room, diag->count + 1, sizeof *diag->kept) != 0) {
    return;
  }
  diag->kept = items;
  jh_error *copy = jh_arena_get(diag->arena, sizeof *copy);
  if (!copy) {
    return;
  }
  *copy = *error;
  diag->kept[diag->count++] = copy;
  diag->kept_of[severity]++;
}

void jh_diag_drop(jh_diag *diag, jh_severity severity, size_t count) {
  assert((size_t)severity < SEVERITIES);
  diag->added_of[severity] += count;
}

size_t jh_diag_count(const jh_diag *diag, jh_severity severity) { return diag->added_of[severity]; }

size_t jh_diag_kept(const jh_diag *diag) { return diag->count; }

const jh_error *jh_diag_get(const jh_diag *diag, size_t index) {
  assert(index < diag->count);
  return diag->kept[index];
}

void jh_diag_each(jh_diag *diag, void (*act)(void *payload, jh_error *error), void *payload) {
  for (size_t i = 0; i < diag->count; i++) {
    act(payload, diag->kept[i]);
  }
}

size_t jh_diag_dropped(const jh_diag *diag, jh_severity severity) {
  return diag->added_of[severity] - diag->kept_of[severity];
}
