/* walk.c - see walk.h. */
#include "pack/walk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/folder.h"

enum { DEEPEST = 16, PATH_BYTES = 4096 + 16 };

typedef struct walker {
  jh_arena *arena;
  char **found;
  size_t count, room;
  jh_error *err;
} walker;

/* Does a line of the file begin with a word that heads an overlay? A reform is tried upon packs, and is
 * none by itself. */
static bool is_head(const char *path) {
  char line[256];
  bool found = false;
  FILE *file = fopen(path, "rb");
  while (file && !found && fgets(line, sizeof line, file)) {
    found = strncmp(line, "overlay \"", 9) == 0 || strncmp(line, "pack \"", 6) == 0;
  }
  if (file) (void)fclose(file);
  return found;
}

static bool is_single(const char *path) {
  return jh_str_ends(jh_str_of(path), ".lua") && jh_folder_has_file(path);
}

/* Asks for no memory, without which a pack would seem not to be there. */
static bool has_head(const char *folder) {
  char head[PATH_BYTES];
  int size = snprintf(head, sizeof head, "%s/pack.lua", folder);
  return size > 0 && (size_t)size < sizeof head && jh_folder_has_file(head);
}

bool jh_walk_is_pack(const char *path) { return is_single(path) || has_head(path); }

static jh_code add(walker *w, void **items, size_t *count, size_t *room, char *text) {
  if (!text || jh_arena_grow(w->arena, items, room, *count + 1, sizeof text) != 0) {
    return jh_fail(w->err, JH_ENOMEM, NULL, NULL);
  }
  ((char **)*items)[(*count)++] = text;
  return JH_OK;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, in byte order; hidden ones left out. */
static jh_code list(walker *w, const char *folder, char ***out, size_t *count) {
  void *names = NULL;
  size_t room = 0;
  *count = 0;
  DIR *dir = opendir(folder);
  jh_code code = JH_OK;
  for (struct dirent *entry = dir ? readdir(dir) : NULL; entry && !code; entry = readdir(dir)) {
    if (entry->d_name[0] == '.') continue;
    code = add(w, &names, count, &room, jh_arena_text(w->arena, jh_str_of(entry->d_name)));
  }
  if (dir) closedir(dir);
  if (*count > 1) qsort(names, *count, sizeof(char *), compare_names);
  *out = names;
  return code;
}

static jh_code keep(walker *w, char *path) {
  void *items = w->found;
  jh_code code = add(w, &items, &w->count, &w->room, path);
  w->found = items;
  return code;
}

static jh_code visit(walker *w, char *folder, int depth) {
  char **names;
  size_t count;
  bool is_pack = has_head(folder);
  jh_code code = is_pack ? keep(w, folder) : JH_OK;
  if (!code) code = list(w, folder, &names, &count);
  for (size_t i = 0; !code && i < count; i++) {
    char *path = jh_folder_join(w->arena, folder, names[i]);
    if (!path) return jh_fail(w->err, JH_ENOMEM, NULL, NULL);
    if (jh_folder_exists(path)) {
      if (depth < DEEPEST) code = visit(w, path, depth + 1);
    } else if (!is_pack && is_single(path) && is_head(path)) {
      code = keep(w, path);
    }
  }
  return code;
}

jh_code jh_walk_packs(
    jh_arena *arena, const char *folder, char ***out, size_t *count, jh_error *err) {
  walker w = {.arena = arena, .err = err};
  char *top = jh_arena_text(arena, jh_str_of(folder));
  if (!top) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = visit(&w, top, 0);
  *out = w.found;
  *count = w.count;
  return code;
}
