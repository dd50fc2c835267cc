/* ahead.c - see ahead.h.
 *
 * The fingerprint of a file and everything else that is to be seen in it are two
 * things. Nothing waits for the fingerprints: they are left for the time when rows
 * are put in order and one thread would often be idle, the largest files first.
 */
#include "table/ahead.h"

#include <stdatomic.h>
#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"
#include "table/scout.h"

typedef struct look {
  jh_survey survey; /* without the fingerprint */
  char hash[JH_SHA256_TEXT];
  bool is_seen, is_hashed;
  bool is_scouted; /* someone else looks at it, or has */
  bool is_awaited; /* it was taken without its fingerprint */
} look;

typedef struct jh_ahead {
  look *looks;     /* by file */
  uint32_t *order; /* files, the largest first */
  const jh_loading *loading;
  jh_crew_aside aside; /* takes fingerprints */
  atomic_size_t next;  /* in `order`: whose fingerprint nobody has begun */
} jh_ahead;

/* Opens the file if it still is as it was found. */
static bool open_same(jh_input *out, const jh_file *file) {
  if (jh_input_open(out, file->path, NULL, NULL) != JH_OK) return false;
  if (jh_input_is(out, file->size_bytes, file->changed_ns, file->stamp)) return true;
  jh_input_close(out);
  return false;
}

static void hash(jh_ahead *ahead, uint32_t index) {
  look *to = &ahead->looks[index];
  jh_input input;
  char hash[JH_SHA256_TEXT];
  if (!open_same(&input, &ahead->loading->dataset->files[index])) return;
  to->is_hashed =
      jh_survey_hash(hash, &input, NULL) == JH_OK && jh_input_check(&input, NULL) == JH_OK;
  memcpy(to->hash, hash, sizeof hash);
  jh_input_close(&input);
}

static void see(jh_ahead *ahead, uint32_t index) {
  const jh_loading *loading = ahead->loading;
  const jh_file *file = &loading->dataset->files[index];
  look *to = &ahead->looks[index];
  jh_input input;
  if (file->is_workbook || !open_same(&input, file)) return;
  const char *told = jh_loading_encoding(loading, file);
  to->is_seen = jh_survey_look(&to->survey, &input, told, loading->part_bytes, NULL) == JH_OK &&
                jh_input_check(&input, NULL) == JH_OK;
  jh_input_close(&input);
}

static void work(void *payload, size_t lane, size_t task) {
  jh_ahead *ahead = payload;
  (void)lane;
  if (!ahead->looks[ahead->order[task]].is_scouted) see(ahead, ahead->order[task]);
}

/* Takes one fingerprint after the other, until others have begun the rest. */
static void hash_all(void *payload) {
  jh_ahead *ahead = payload;
  size_t files = ahead->loading->dataset->file_count;
  for (size_t i; (i = atomic_fetch_add(&ahead->next, 1)) < files;) {
    if (ahead->looks[ahead->order[i]].is_awaited) hash(ahead, ahead->order[i]);
  }
}

static void sort_by_size(uint32_t *order, const jh_file *files, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t at = i;
    for (; at > 0 && files[order[at - 1]].size_bytes < files[i].size_bytes; at--) {
      order[at] = order[at - 1];
    }
    order[at] = (uint32_t)i;
  }
}

/* What was looked at while the pack was read need not be looked at again. */
static void ask_scout(const jh_ahead *ahead) {
  const jh_loading *loading = ahead->loading;
  bool is_alike = loading->part_bytes == JH_LOADING_PART_BYTES;
  for (size_t i = 0; is_alike && i < loading->dataset->file_count; i++) {
    const jh_file *file = &loading->dataset->files[i];
    bool is_told = jh_loading_encoding(loading, file) != NULL;
    ahead->looks[i].is_scouted = !is_told && jh_scout_has(loading->scout, file);
  }
  jh_scout_drop(loading->scout);
}

static void take_scouted(const jh_ahead *ahead) {
  jh_scout_wait(ahead->loading->scout);
  for (size_t i = 0; i < ahead->loading->dataset->file_count; i++) {
    look *to = &ahead->looks[i];
    if (!to->is_scouted) continue;
    const jh_survey *seen =
        jh_scout_seen(ahead->loading->scout, ahead->loading->dataset->files[i].path);
    to->is_seen = seen != NULL;
    if (seen) to->survey = *seen;
  }
}

jh_code jh_ahead_look(jh_loading *loading, jh_error *err) {
  size_t count = loading->dataset->file_count;
  if (loading->jobs < 2 || count == 0) return JH_OK;
  jh_ahead *made = jh_arena_get(loading->scratch, sizeof *made);
  if (!made) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  made->loading = loading;
  made->looks = jh_arena_get(loading->scratch, count * sizeof *made->looks);
  made->order = jh_arena_get(loading->scratch, count * sizeof *made->order);
  if (!made->looks || !made->order) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  sort_by_size(made->order, loading->dataset->files, count);
  ask_scout(made);
  jh_crew_run(loading->jobs, count, work, made);
  take_scouted(made);
  loading->ahead = made;
  return JH_OK;
}

static look *find(const jh_loading *loading, const jh_file *file) {
  if (!loading->ahead) return NULL;
  size_t index = (size_t)(file - loading->dataset->files);
  look *found = &loading->ahead->looks[index];
  return found->is_seen ? found : NULL;
}

bool jh_ahead_take(jh_survey *out, jh_loading *loading, const jh_file *file) {
  look *found = find(loading, file);
  if (!found) return false;
  *out = found->survey;
  found->is_awaited = true;
  jh_input_tell(&loading->progress, file->size_bytes);
  return true;
}

const jh_survey *jh_ahead_marks(const jh_loading *loading, const jh_file *file) {
  const look *found = find(loading, file);
  return found && found->survey.mark_count > 0 ? &found->survey : NULL;
}

void jh_ahead_begin(jh_loading *loading) {
  jh_ahead *ahead = loading->ahead;
  if (ahead) jh_crew_begin(&ahead->aside, hash_all, ahead);
}

/* What is in the way of a fingerprint that could not be taken. */
static jh_code hash_again(jh_file *file, jh_error *found) {
  jh_input input;
  jh_code code = jh_input_open(&input, file->path, NULL, found);
  if (code) return code;
  if (!jh_input_is(&input, file->size_bytes, file->changed_ns, file->stamp)) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(found, JH_EFILE_CHANGED, &at, NULL);
  }
  if (!code) code = jh_survey_hash(file->hash, &input, found);
  if (!code) code = jh_input_check(&input, found);
  jh_input_close(&input);
  return code;
}

jh_code jh_ahead_end(jh_loading *loading, jh_error *err) {
  jh_ahead *ahead = loading->ahead;
  if (!ahead || !ahead->aside.work) return JH_OK;
  hash_all(ahead);
  jh_crew_end(&ahead->aside);
  for (size_t i = 0; i < loading->dataset->file_count; i++) {
    const look *of = &ahead->looks[i];
    jh_file *file = &loading->dataset->files[i];
    jh_error found;
    if (!of->is_awaited) continue;
    memcpy(file->hash, of->hash, sizeof file->hash);
    if (of->is_hashed || !hash_again(file, &found)) continue;
    jh_code code = jh_loading_note(loading, &found, err);
    if (code) return code;
  }
  return JH_OK;
}
