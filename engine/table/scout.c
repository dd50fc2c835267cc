/* scout.c - see scout.h.
 *
 * Each file is looked at by whoever claims it first: the scout's thread, or the
 * load through jh_scout_has. The largest come first.
 */
#include "table/scout.h"

#include <dirent.h>
#include <stdatomic.h>
#include <string.h>

#include "base/arena.h"
#include "base/crew.h"
#include "table/loading.h"

enum { MOST_FILES = 64 };

typedef struct sight {
  const char *path;
  uint64_t size_bytes;
  int64_t changed_ns;
  uint64_t stamp;
  atomic_bool is_claimed, is_unwanted;
  bool is_wanted; /* by the load; the scout's thread does not ask */
  bool is_seen;   /* to be read when the thread has ended */
  jh_survey survey;
} sight;

struct jh_scout {
  jh_arena *arena;
  sight *sights;
  size_t count;
  jh_crew_aside aside;
};

static void see(sight *of) {
  jh_input input;
  if (jh_input_open(&input, of->path, NULL, NULL) != JH_OK) return;
  input.is_unwanted = &of->is_unwanted;
  bool is_same = jh_input_is(&input, of->size_bytes, of->changed_ns, of->stamp);
  of->is_seen = is_same &&
                jh_survey_look(&of->survey, &input, NULL, JH_LOADING_PART_BYTES, NULL) == JH_OK &&
                jh_input_check(&input, NULL) == JH_OK && !atomic_load(&of->is_unwanted);
  jh_input_close(&input);
}

static void work(void *payload) {
  jh_scout *scout = payload;
  for (size_t i = 0; i < scout->count; i++) {
    if (!atomic_exchange(&scout->sights[i].is_claimed, true)) see(&scout->sights[i]);
  }
}

static bool is_table(const char *name) {
  jh_str text = jh_str_of(name);
  return jh_str_ends(text, ".csv") || jh_str_ends(text, ".tsv") || jh_str_ends(text, ".txt");
}

/* As files.c writes it. */
static char *join(jh_arena *arena, jh_str folder, const char *name) {
  size_t size = strlen(name);
  bool is_closed = jh_str_ends(folder, "/");
  char *path = jh_arena_get(arena, folder.size + size + 2);
  if (!path) return NULL;
  memcpy(path, folder.at, folder.size);
  if (!is_closed) path[folder.size] = '/';
  memcpy(path + folder.size + !is_closed, name, size);
  return path;
}

/* Adds a file behind those that are not smaller. */
static void add(jh_scout *scout, const char *path) {
  jh_input input;
  if (!path || jh_input_open(&input, path, NULL, NULL) != JH_OK) return;
  jh_input_close(&input);
  size_t at = scout->count++;
  for (; at > 0 && scout->sights[at - 1].size_bytes < input.size_bytes; at--) {
    const sight *smaller = &scout->sights[at - 1];
    scout->sights[at].path = smaller->path;
    scout->sights[at].size_bytes = smaller->size_bytes;
    scout->sights[at].changed_ns = smaller->changed_ns;
    scout->sights[at].stamp = smaller->stamp;
  }
  scout->sights[at].path = path;
  scout->sights[at].size_bytes = input.size_bytes;
  scout->sights[at].changed_ns = input.changed_ns;
  scout->sights[at].stamp = input.stamp;
}

static void list(jh_scout *scout, const char *folder) {
  DIR *open = opendir(folder);
  const struct dirent *entry;
  if (!open) return;
  while (scout->count < MOST_FILES && (entry = readdir(open))) {
    if (is_table(entry->d_name)) {
      add(scout, join(scout->arena, jh_str_of(folder), entry->d_name));
    }
  }
  (void)closedir(open);
}

jh_scout *jh_scout_begin(const char *folder) {
  jh_arena *arena = jh_arena_open();
  jh_scout *made = arena ? jh_arena_get(arena, sizeof *made) : NULL;
  if (made) {
    made->arena = arena;
    made->sights = jh_arena_get(arena, MOST_FILES * sizeof *made->sights);
    if (made->sights) list(made, folder);
  }
  if (!made || made->count == 0) {
    jh_arena_close(arena);
    return NULL;
  }
  jh_crew_begin(&made->aside, work, made);
  return made;
}

static void give_up(sight *of) {
  atomic_store(&of->is_claimed, true);
  atomic_store(&of->is_unwanted, true);
}

void jh_scout_close(jh_scout *scout) {
  if (!scout) return;
  for (size_t i = 0; i < scout->count; i++) give_up(&scout->sights[i]);
  jh_crew_end(&scout->aside);
  jh_arena_close(scout->arena);
}

static sight *find(const jh_scout *scout, const char *path) {
  for (size_t i = 0; scout && i < scout->count; i++) {
    if (strcmp(scout->sights[i].path, path) == 0) return &scout->sights[i];
  }
  return NULL;
}

bool jh_scout_has(jh_scout *scout, const jh_file *file) {
  sight *of = find(scout, file->path);
  if (!of || of->size_bytes != file->size_bytes || of->changed_ns != file->changed_ns ||
      of->stamp != file->stamp) {
    return false;
  }
  of->is_wanted = of->is_wanted || atomic_exchange(&of->is_claimed, true);
  return of->is_wanted;
}

void jh_scout_drop(jh_scout *scout) {
  for (size_t i = 0; scout && i < scout->count; i++) {
    if (!scout->sights[i].is_wanted) give_up(&scout->sights[i]);
  }
}

void jh_scout_wait(jh_scout *scout) {
  if (scout) jh_crew_end(&scout->aside);
}

const jh_survey *jh_scout_seen(const jh_scout *scout, const char *path) {
  const sight *of = find(scout, path);
  return of && of->is_wanted && of->is_seen ? &of->survey : NULL;
}
