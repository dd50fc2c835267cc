/* guess_walk.c - the files below a folder, in byte order of their paths. Opens none of them. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "intake/guess_parts.h"

enum { DEEPEST = 8 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static char *join(jh_arena *arena, const char *folder, const char *name) {
  size_t first = strlen(folder), second = strlen(name);
  char *path = jh_arena_get(arena, first + second + 2);
  if (!path) return NULL;
  memcpy(path, folder, first);
  if (first && folder[first - 1] != '/') path[first++] = '/';
  memcpy(path + first, name, second + 1);
  return path;
}

static jh_code keep(jh_guess *guess, const char *file, jh_error *err) {
  void *items = guess->files;
  if (guess->file_count == JH_GUESS_FILES) {
    char most[24];
    return jh_fail(
        err, JH_ETOO_LARGE, NULL, guess->folder, jh_arg_int(most, (int64_t)JH_GUESS_FILES), NULL);
  }
  if (jh_arena_grow(
          guess->arena, &items, &guess->file_room, guess->file_count + 1, sizeof *guess->files)) {
    return out_of_memory(err);
  }
  guess->files = items;
  guess->files[guess->file_count++] = file;
  return JH_OK;
}

static jh_code walk(jh_guess *guess, const char *below, int depth, jh_error *err);

/* Is it the result of an import? Its tables come from files that are here already. */
static bool is_result(jh_guess *guess, const char *path) {
  struct stat info;
  const char *list = join(guess->arena, path, "origins/files.sha256");
  return list && stat(list, &info) == 0;
}

/* Folders that are links are not followed: they could lead in circles. */
static jh_code take(
    jh_guess *guess, const char *below, const char *name, int depth, jh_error *err) {
  char *file =
      below[0] ? join(guess->arena, below, name) : jh_arena_text(guess->arena, jh_str_of(name));
  char *path = file ? join(guess->arena, guess->folder, file) : NULL;
  struct stat info;
  if (!path) return out_of_memory(err);
  bool is_link = lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
  if (stat(path, &info) != 0) return JH_OK;
  if (S_ISDIR(info.st_mode)) {
    bool is_open = name[0] != '.' && depth < DEEPEST && !is_link && !is_result(guess, path);
    if (is_open) return walk(guess, file, depth + 1, err);
    file = join(guess->arena, file, ""); /* told as passed over: it ends in a slash */
    return file ? keep(guess, file, err) : out_of_memory(err);
  }
  return S_ISREG(info.st_mode) ? keep(guess, file, err) : JH_OK;
}

static jh_code walk(jh_guess *guess, const char *below, int depth, jh_error *err) {
  char *path = below[0] ? join(guess->arena, guess->folder, below)
                        : jh_arena_text(guess->arena, jh_str_of(guess->folder));
  if (!path) return out_of_memory(err);
  DIR *dir = opendir(path);
  if (!dir && !below[0]) return jh_fail(err, JH_ENO_FOLDER, NULL, path, NULL);
  if (!dir) {
    jh_place at = jh_place_of(path, 0, 0);
    return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  }
  jh_code code = JH_OK;
  for (struct dirent *entry = readdir(dir); entry && !code; entry = readdir(dir)) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    code = take(guess, below, entry->d_name, depth, err);
  }
  closedir(dir);
  return code;
}

static int compare(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

jh_code jh_guess_walk(jh_guess *guess, jh_error *err) {
  jh_code code = walk(guess, "", 0, err);
  if (guess->file_count > 1) qsort(guess->files, guess->file_count, sizeof *guess->files, compare);
  return code;
}
