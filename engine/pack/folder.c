#include "pack/folder.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/sha256.h"

char *jh_folder_join(jh_arena *arena, const char *folder, const char *name) {
  size_t first = strlen(folder), second = strlen(name);
  while (first > 1 && folder[first - 1] == '/') first--;
  char *path = jh_arena_get(arena, first + second + 2);
  if (!path) return NULL;
  memcpy(path, folder, first);
  path[first] = '/';
  memcpy(path + first + 1, name, second + 1);
  return path;
}

char *jh_folder_suffix(jh_arena *arena, const char *path, const char *suffix) {
  size_t first = strlen(path), second = strlen(suffix);
  char *text = jh_arena_get(arena, first + second + 1);
  if (!text) return NULL;
  memcpy(text, path, first);
  memcpy(text + first, suffix, second + 1);
  return text;
}

char *jh_folder_of(jh_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash) return jh_arena_text(arena, jh_str_of("."));
  return jh_arena_text(arena, (jh_str){path, slash == path ? 1 : (size_t)(slash - path)});
}

char *jh_folder_above(jh_arena *arena, const char *folder) {
  size_t size = strlen(folder);
  while (size > 1 && folder[size - 1] == '/') size--;
  size_t begin = size;
  while (begin > 0 && folder[begin - 1] != '/') begin--;
  jh_str last = {folder + begin, size - begin};
  if (jh_str_equal(last, jh_str_of("."))) return jh_arena_text(arena, jh_str_of(".."));
  if (jh_str_equal(last, jh_str_of(".."))) return jh_folder_join(arena, folder, "..");
  char *copy = jh_arena_text(arena, (jh_str){folder, size});
  return copy ? jh_folder_of(arena, copy) : NULL;
}

bool jh_folder_has_file(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

bool jh_folder_exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Real paths are compared, so that neither a link nor a folder that is one leads out. What is not there is left to
 * whoever opens it. */
jh_code jh_folder_keep(const char *folder, const char *path, jh_error *err) {
  char root[PATH_MAX], real[PATH_MAX];
  if (!realpath(path, real) || !realpath(folder, root)) return JH_OK;
  size_t size = strcmp(root, "/") == 0 ? 0 : strlen(root);
  if (strncmp(real, root, size) == 0 && real[size] == '/') return JH_OK;
  jh_place at = jh_place_of(path, 0, 0);
  const char *name = strrchr(path, '/');
  return jh_fail(err, JH_ELINK_OUT, &at, name ? name + 1 : path, folder, NULL);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

jh_code jh_folder_list(
    jh_arena *arena, const char *folder, char ***out, size_t *count, jh_error *err) {
  void *names = NULL;
  size_t room = 0;
  *count = 0;
  *out = NULL;
  DIR *dir = opendir(folder);
  if (!dir) return JH_OK;
  jh_code code = JH_OK;
  for (struct dirent *entry = readdir(dir); entry && !code; entry = readdir(dir)) {
    jh_str name = jh_str_of(entry->d_name);
    if (!jh_str_ends(name, ".lua") || entry->d_name[0] == '.') continue;
    char *copy = jh_arena_text(arena, name);
    if (!copy || jh_arena_grow(arena, &names, &room, *count + 1, sizeof copy) != 0) {
      code = jh_fail(err, JH_ENOMEM, NULL, NULL);
    } else {
      ((char **)names)[(*count)++] = copy;
    }
  }
  closedir(dir);
  if (*count > 1) qsort(names, *count, sizeof(char *), compare_names);
  *out = names;
  return code;
}

jh_place jh_folder_find(const char *path, const char *key, const char *name) {
  char line[512];
  bool has_key = false;
  jh_place at = jh_place_of(path, 0, 0);
  FILE *file = fopen(path, "rb");
  for (uint32_t number = 1; file && !at.line && fgets(line, sizeof line, file); number++) {
    const char *first = has_key ? line : strstr(line, key);
    const char *found = first ? strstr(first, name) : NULL;
    has_key |= first != NULL;
    while (found && (found == line || (found[-1] != '"' && found[-1] != '\'')))
      found = strstr(found + 1, name); /* the key may be the same word */
    if (!found) continue;
    at.line = number;
    at.column = (uint32_t)(found - line);
  }
  if (file) (void)fclose(file);
  return at;
}

jh_code jh_folder_hash(
    char out[65], const char *const *paths, const jh_str *texts, size_t count, jh_error *err) {
  jh_sha256 hash;
  jh_sha256_init(&hash);
  for (size_t i = 0; i < count; i++) {
    const char *name = strrchr(paths[i], '/');
    name = name ? name + 1 : paths[i];
    jh_sha256_add(&hash, (jh_str){name, strlen(name) + 1});
    jh_sha256_add(&hash, texts[i]);
  }
  return jh_sha256_done(&hash, out) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}
