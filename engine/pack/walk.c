/* walk.c - see walk.h. */
#include "pack/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "pack/folder.h"

enum { DEEPEST = 16, PATH_BYTES = 4096 + 16 };

typedef struct walker {
  jh_arena *arena;
  char **found;
  size_t count, room;
  jh_error *err;
} walker;

/* What cannot be looked into might be a pack, so it is told and not left out. */
static jh_code not_readable(const walker *w, const char *path) {
  jh_place at = jh_place_of(path, 0, 0);
  return jh_fail(w->err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
}

/* After blanks and the word, the rest of a line; NULL if something else stands there. */
static const char *after_word(const char *line, const char *word) {
  size_t size = strlen(word);
  line += strspn(line, " \t");
  if (strncmp(line, word, size) != 0) return NULL;
  return line + size + strspn(line + size, " \t");
}

/* Does the line begin with a word that heads an overlay or pack? */
static bool begins_head(const char *line) {
  const char *rest = after_word(line, "overlay");
  if (!rest) rest = after_word(line, "pack");
  return rest && (*rest == '"' || *rest == '\'');
}

/* Does a line of the file begin so? A reform is tried upon packs, and is none by itself. A line that is longer
 * than there is room comes in pieces, of which the first counts. */
static jh_code look_for_head(walker *w, const char *path, bool *is_found) {
  char line[256];
  bool is_begin = true;
  *is_found = false;
  FILE *file = fopen(path, "rb");
  if (!file) return not_readable(w, path);
  while (!*is_found && fgets(line, sizeof line, file)) {
    *is_found = is_begin && begins_head(line);
    is_begin = strchr(line, '\n') != NULL;
  }
  jh_code code = !*is_found && ferror(file) ? not_readable(w, path) : JH_OK;
  (void)fclose(file);
  return code;
}

/* Whatever is read here must be a file: a pipe would never end. */
static bool is_single(const char *path) {
  struct stat info;
  return jh_str_ends(jh_str_of(path), ".lua") && stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* Asks for no memory, without which a pack would seem not to be there. */
static bool has_head(const char *folder) {
  char head[PATH_BYTES];
  size_t size = (size_t)snprintf(head, sizeof head, "%s/pack.lua", folder);
  return size < sizeof head && jh_folder_has_file(head);
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
  *out = NULL;
  DIR *dir = opendir(folder);
  if (!dir) return jh_folder_exists(folder) ? not_readable(w, folder) : JH_OK;
  jh_code code = JH_OK;
  for (struct dirent *entry = readdir(dir); entry && !code; entry = readdir(dir)) {
    if (entry->d_name[0] == '.') continue;
    code = add(w, &names, count, &room, jh_arena_text(w->arena, jh_str_of(entry->d_name)));
  }
  closedir(dir);
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
    } else if (!is_pack && is_single(path)) {
      bool is_found;
      code = look_for_head(w, path, &is_found);
      if (is_found) code = keep(w, path);
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
