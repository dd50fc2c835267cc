/* ahead.c - see ahead.h.
 *
 * The fingerprint of a file and everything else that is to be seen in it are two
 * tasks, the largest files first: so two threads share even a single file.
 */
#include "table/ahead.h"

#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"

typedef struct look {
  jh_survey survey; /* without the fingerprint */
  char hash[JH_SHA256_TEXT];
  bool is_seen, is_hashed;
} look;

typedef struct jh_ahead {
  look *looks;     /* by file */
  uint32_t *order; /* files, the largest first */
  const jh_loading *loading;
} jh_ahead;

/* Opens the file if it still is as it was found. */
static bool open_same(jh_input *out, const jh_file *file) {
  if (jh_input_open(out, file->path, NULL, NULL) != JH_OK) return false;
  if (out->size_bytes == file->size_bytes && out->changed_ns == file->changed_ns) return true;
  jh_input_close(out);
  return false;
}

static void work(void *payload, size_t lane, size_t task) {
  const jh_ahead *ahead = payload;
  const jh_loading *loading = ahead->loading;
  uint32_t index = ahead->order[task / 2];
  const jh_file *file = &loading->dataset->files[index];
  look *to = &ahead->looks[index];
  jh_input input;
  (void)lane;
  if (!open_same(&input, file)) return;
  if (task % 2 == 0) {
    char hash[JH_SHA256_TEXT];
    to->is_hashed =
        jh_survey_hash(hash, &input, NULL) == JH_OK && jh_input_check(&input, NULL) == JH_OK;
    memcpy(to->hash, hash, sizeof hash);
  } else {
    const char *told = jh_loading_encoding(loading, file);
    to->is_seen = jh_survey_look(&to->survey, &input, told, loading->part_bytes, NULL) == JH_OK &&
                  jh_input_check(&input, NULL) == JH_OK;
  }
  jh_input_close(&input);
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

jh_code jh_ahead_look(jh_loading *loading, jh_error *err) {
  size_t count = loading->dataset->file_count;
  if (loading->jobs < 2) return JH_OK;
  jh_ahead *made = jh_arena_get(loading->scratch, sizeof *made);
  if (!made) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  made->loading = loading;
  made->looks = jh_arena_get(loading->scratch, count * sizeof *made->looks);
  made->order = jh_arena_get(loading->scratch, count * sizeof *made->order);
  if (!made->looks || !made->order) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  sort_by_size(made->order, loading->dataset->files, count);
  jh_crew_run(loading->jobs, 2 * count, work, made);
  loading->ahead = made;
  return JH_OK;
}

static look *find(const jh_loading *loading, const jh_file *file) {
  if (!loading->ahead) return NULL;
  look *found = &loading->ahead->looks[file - loading->dataset->files];
  return found->is_seen && found->is_hashed ? found : NULL;
}

bool jh_ahead_take(jh_survey *out, jh_loading *loading, const jh_file *file) {
  const look *found = find(loading, file);
  if (!found) return false;
  *out = found->survey;
  memcpy(out->hash, found->hash, sizeof out->hash);
  jh_input_tell(&loading->progress, file->size_bytes);
  return true;
}

const jh_survey *jh_ahead_marks(const jh_loading *loading, const jh_file *file) {
  const look *found = find(loading, file);
  return found && found->survey.mark_count > 0 ? &found->survey : NULL;
}
