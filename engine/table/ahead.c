/* ahead.c - see ahead.h.
 *
 * The fingerprint of a file and everything else that is to be seen in it are two
 * tasks, the largest files first. Nothing waits for the fingerprint: that of the
 * largest file, which takes longest, is left for the time when rows are put in
 * order and one thread would often be idle.
 */
#include "table/ahead.h"

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
  jh_crew_aside aside; /* the fingerprint that is left */
} jh_ahead;

/* Opens the file if it still is as it was found. */
static bool open_same(jh_input *out, const jh_file *file) {
  if (jh_input_open(out, file->path, NULL, NULL) != JH_OK) return false;
  if (out->size_bytes == file->size_bytes && out->changed_ns == file->changed_ns) return true;
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
  if (!open_same(&input, file)) return;
  const char *told = jh_loading_encoding(loading, file);
  to->is_seen = jh_survey_look(&to->survey, &input, told, loading->part_bytes, NULL) == JH_OK &&
                jh_input_check(&input, NULL) == JH_OK;
  jh_input_close(&input);
}

/* All files are seen, then all but the first hashed. */
static void work(void *payload, size_t lane, size_t task) {
  jh_ahead *ahead = payload;
  size_t files = ahead->loading->dataset->file_count;
  (void)lane;
  if (task < files) {
    if (!ahead->looks[ahead->order[task]].is_scouted) see(ahead, ahead->order[task]);
  } else {
    hash(ahead, ahead->order[task - files + 1]);
  }
}

static void hash_first(void *payload) {
  jh_ahead *ahead = payload;
  hash(ahead, ahead->order[0]);
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
    ahead->looks[i].is_scouted =
        !is_told && jh_scout_has(loading->scout, file->path, file->size_bytes, file->changed_ns);
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
  jh_crew_run(loading->jobs, 2 * count - 1, work, made);
  take_scouted(made);
  loading->ahead = made;
  return JH_OK;
}

static look *find(const jh_loading *loading, const jh_file *file) {
  if (!loading->ahead) return NULL;
  size_t index = (size_t)(file - loading->dataset->files);
  look *found = &loading->ahead->looks[index];
  bool is_left = index == loading->ahead->order[0];
  return found->is_seen && (found->is_hashed || is_left) ? found : NULL;
}

bool jh_ahead_take(jh_survey *out, jh_loading *loading, const jh_file *file) {
  look *found = find(loading, file);
  if (!found) return false;
  *out = found->survey;
  found->is_awaited = !found->is_hashed;
  memcpy(out->hash, found->hash, sizeof out->hash);
  jh_input_tell(&loading->progress, file->size_bytes);
  return true;
}

const jh_survey *jh_ahead_marks(const jh_loading *loading, const jh_file *file) {
  const look *found = find(loading, file);
  return found && found->survey.mark_count > 0 ? &found->survey : NULL;
}

void jh_ahead_begin(jh_loading *loading) {
  jh_ahead *ahead = loading->ahead;
  if (ahead && ahead->looks[ahead->order[0]].is_awaited) {
    jh_crew_begin(&ahead->aside, hash_first, ahead);
  }
}

/* What is in the way of the fingerprint that could not be taken. */
static jh_code hash_again(jh_file *file, jh_error *found) {
  jh_input input;
  jh_code code = jh_input_open(&input, file->path, NULL, found);
  if (code) return code;
  if (input.size_bytes != file->size_bytes || input.changed_ns != file->changed_ns) {
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
  jh_crew_end(&ahead->aside);
  const look *of = &ahead->looks[ahead->order[0]];
  jh_file *file = &loading->dataset->files[ahead->order[0]];
  if (of->is_hashed) {
    memcpy(file->hash, of->hash, sizeof file->hash);
    return JH_OK;
  }
  jh_error found;
  return hash_again(file, &found) ? jh_loading_note(loading, &found, err) : JH_OK;
}
