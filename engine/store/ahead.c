/* ahead.c - a snapshot that is read while something else is done; see store.h.
 *
 * Only bytes and sums: what they mean is not known before the plan is. What is found wrong here is
 * found again, and told, when they are taken.
 */
#include "base/alloc.h"
#include "base/crew.h"
#include "store/form.h"
#include "store/store.h"

struct jh_store_ahead {
  const char *path;
  size_t jobs;
  jh_crew_aside aside;
  jh_arena *arena;
  jh_store_bytes_of bytes;
  jh_code code;
  jh_error why;
};

static void work(void *payload) {
  jh_store_ahead *ahead = payload;
  jh_store_bytes_of *to = &ahead->bytes;
  ahead->code =
      jh_store_bytes(ahead->path, ahead->jobs, ahead->arena, &to->at, &to->size, &ahead->why);
  to->is_checked = true;
  to->is_summed = !ahead->code && jh_store_sums(to, ahead->jobs);
}

jh_store_ahead *jh_store_ahead_begin(const char *path, size_t jobs) {
  jh_store_ahead *made = jh_alloc_get(sizeof *made);
  if (!made) return NULL;
  made->path = path;
  made->jobs = jobs;
  made->arena = jh_arena_open();
  if (!made->arena) {
    jh_alloc_free(made);
    return NULL;
  }
  jh_crew_begin(&made->aside, work, made);
  return made;
}

void jh_store_ahead_close(jh_store_ahead *ahead) {
  if (!ahead) return;
  jh_crew_end(&ahead->aside);
  jh_arena_close(ahead->arena);
  jh_alloc_free(ahead);
}

jh_code jh_store_ahead_take(
    jh_store_ahead *ahead, jh_arena **arena, jh_store_bytes_of *out, jh_error *err) {
  jh_crew_end(&ahead->aside);
  *arena = ahead->arena;
  *out = ahead->bytes;
  ahead->arena = NULL;
  if (ahead->code && err) *err = ahead->why;
  return ahead->code;
}
