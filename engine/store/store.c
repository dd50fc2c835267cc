/* store.c - by way of the snapshot if it can be taken, else by reading; see store.h. */
#include "store/store.h"

#include <string.h>
#include <time.h>

#include "store/form.h"

static jh_code damaged(jh_error *err) { return jh_fail(err, JH_ESNAPSHOT_DAMAGED, NULL, NULL); }

jh_code jh_store_check_head(const jh_store_bytes_of *bytes, const char *key, jh_error *err) {
  jh_store_head head;
  size_t begun = bytes->size < sizeof head.magic ? bytes->size : sizeof head.magic;
  if (memcmp(bytes->at, JH_STORE_MAGIC, begun) != 0) {
    return jh_fail(err, JH_ESNAPSHOT_FOREIGN, NULL, NULL);
  }
  if (bytes->size < sizeof head) return damaged(err);
  memcpy(&head, bytes->at, sizeof head);
  if (!bytes->is_checked) return JH_OK;
  if (head.order != JH_STORE_ORDER || head.format != JH_STORE_FORMAT) {
    return jh_fail(err, JH_ESNAPSHOT_OTHER, NULL, NULL);
  }
  if (head.sum != jh_store_sum(&head, offsetof(jh_store_head, sum))) return damaged(err);
  char held[sizeof head.key] = {0};
  jh_str_copy(held, sizeof held, jh_str_of(key));
  if (memcmp(held, head.key, sizeof held) != 0) {
    return jh_fail(err, JH_ESNAPSHOT_OTHER, NULL, NULL);
  }
  return head.size == bytes->size ? JH_OK : damaged(err);
}

/* A dataset from bytes in an arena, which is given up or handed on in any case. */
static jh_code open_arena(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options, jh_arena *arena,
    const jh_store_bytes_of *bytes, const char *key, jh_diag *diag, jh_error *err) {
  jh_dataset *dataset = NULL;
  jh_code code = jh_store_check_head(bytes, key, err);
  if (!code) code = jh_load_list(&dataset, plan, options, err);
  if (!code && !jh_dataset_adopt(dataset, arena))
    code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  else if (!code)
    arena = NULL;
  if (!code) code = jh_store_take(dataset, bytes, diag, err);
  jh_arena_close(arena);
  if (code) {
    jh_dataset_close(dataset);
    return code;
  }
  *out = dataset;
  return JH_OK;
}

jh_code jh_store_open_bytes(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options,
    const jh_store_options *store, jh_str bytes, bool is_checked, jh_diag *diag, jh_error *err) {
  char key[65];
  jh_arena *arena = jh_arena_open();
  char *at = arena ? jh_arena_get(arena, bytes.size + 1) : NULL;
  if (!at || !jh_store_key(key, plan, options, store->engine)) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  if (bytes.size > 0) memcpy(at, bytes.at, bytes.size);
  jh_store_bytes_of of = {.at = at, .size = bytes.size, .is_checked = is_checked};
  return open_arena(out, plan, options, arena, &of, key, diag, err);
}

/* The bytes of the snapshot, in an arena that is the caller's in any case. */
static jh_code read_bytes(
    jh_store_bytes_of *out, jh_arena **arena, const jh_load_options *options,
    const jh_store_options *store, jh_error *why) {
  if (store->ahead) return jh_store_ahead_take(store->ahead, arena, out, why);
  size_t jobs = options->jobs > 1 ? (size_t)options->jobs : 1;
  *arena = jh_arena_open();
  if (!*arena) return jh_fail(why, JH_ENOMEM, NULL, NULL);
  *out = (jh_store_bytes_of){.is_checked = true};
  jh_code code = jh_store_bytes(store->path, jobs, *arena, &out->at, &out->size, why);
  if (!code) out->is_summed = jh_store_sums(out, jobs);
  return code;
}

/* Takes the snapshot; *why is why not. Only JH_ENOMEM ends the load. */
static jh_code try_snapshot(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options,
    const jh_store_options *store, const char *key, jh_diag *diag, jh_error *why) {
  jh_store_bytes_of of = {0};
  jh_arena *arena = NULL;
  jh_code code = read_bytes(&of, &arena, options, store, why);
  if (!code && of.size == 0)
    code = jh_fail(why, JH_ESNAPSHOT_NEW, NULL, NULL);
  else if (code == JH_ENOT_READABLE)
    code = jh_fail(why, JH_ESNAPSHOT_NOT_READ, NULL, NULL);
  if (code) {
    jh_arena_close(arena);
    return code;
  }
  return open_arena(out, plan, options, arena, &of, key, diag, why);
}

static int64_t now_ns(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return 0; /* then all hashes are compared */
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Writes what was read; *note becomes a warning where that cannot be. */
static void keep(const char *path, const jh_store_content *content, jh_error *note) {
  jh_error failed;
  for (int i = JH_ERROR; i <= JH_NOTE; i++) {
    if (jh_diag_dropped(content->diag, (jh_severity)i) == 0) continue;
    (void)jh_fail(note, JH_ESNAPSHOT_TOO_MUCH, NULL, NULL);
    return;
  }
  if (jh_store_write(path, content, &failed) == JH_OK) return;
  char said[160];
  jh_str_copy(said, sizeof said, jh_str_of(failed.code == JH_ENOMEM ? "ENOMEM" : failed.args[0]));
  (void)jh_fail(note, JH_ESNAPSHOT_NOT_WRITTEN, NULL, said, NULL);
  note->severity = JH_WARNING;
}

jh_code jh_store_load(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options,
    const jh_store_options *store, jh_diag *diag, jh_error *note, jh_error *err) {
  char key[65];
  *note = (jh_error){.code = JH_OK};
  if (!jh_store_key(key, plan, options, store->engine)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_error why = {.code = JH_OK};
  jh_code code = try_snapshot(out, plan, options, store, key, diag, &why);
  if (!code) return JH_OK;
  jh_store_content content = {
      .diag = diag, .from = jh_diag_kept(diag), .key = key, .begun_ns = now_ns()};
  jh_dataset *dataset = NULL;
  code = jh_load(&dataset, plan, options, diag, err);
  if (code) return code;
  content.dataset = dataset;
  why.severity = why.code == JH_ESNAPSHOT_FOREIGN ? JH_WARNING : JH_NOTE;
  if (why.code != JH_ESNAPSHOT_FOREIGN) keep(store->path, &content, &why);
  why.at = jh_place_of(store->path, 0, 0);
  *note = why;
  *out = dataset;
  return JH_OK;
}
