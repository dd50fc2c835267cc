#include "intake/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "intake/find.h"

#define LIST "origins/files.sha256"
enum { PATH_BYTES = 4400 };

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code not_writable(const char *path, jh_error *err) {
  jh_place at = jh_place_of(path, 0, 0);
  return jh_fail(err, JH_ENOT_WRITABLE, &at, strerror(errno), NULL);
}

/* What stands there ------------------------------------------------------------------------------------- */

/* The list of an earlier import; empty if there is none, or it is too large to be one. */
static bool read_list(jh_arena *arena, const char *folder, jh_str *out) {
  enum { MOST = 1 << 20 };
  const char *path = jh_find_join(arena, folder, LIST);
  *out = (jh_str){NULL, 0};
  if (!path) return false;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return true;
  char *text = jh_arena_get(arena, MOST);
  ssize_t size = text ? jh_file_read(file, text, MOST) : -1;
  close(file);
  if (size >= 0 && size < MOST) *out = (jh_str){text, (size_t)size};
  return text != NULL;
}

/* Does the list hold "hash  name"? */
static bool is_listed(jh_str list, const char *name, const char *hash) {
  size_t size = strlen(name);
  while (list.size > 66) {
    const char *end = memchr(list.at, '\n', list.size);
    if (!end) return false;
    size_t line = (size_t)(end - list.at);
    if (line == 66 + size && memcmp(list.at + 66, name, size) == 0) {
      return memcmp(list.at, hash, 64) == 0;
    }
    list = (jh_str){end + 1, list.size - line - 1};
  }
  return false;
}

/* The least name below the folder that is not listed; NULL if all are. */
static jh_code find_strange(
    jh_arena *arena, const char *folder, const char *below, jh_str list, const char **out,
    jh_error *err) {
  const char *inside = jh_find_join(arena, folder, below);
  DIR *stream = inside ? opendir(inside) : NULL;
  jh_place at = jh_place_of(folder, 0, 0);
  if (!inside) return no_memory(err);
  if (!stream) return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  jh_code code = JH_OK;
  for (struct dirent *entry; !code && (entry = readdir(stream)) != NULL;) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    char hash[JH_SHA256_TEXT];
    struct stat info;
    const char *name = jh_find_join(arena, below, entry->d_name);
    const char *path = name ? jh_find_join(arena, folder, name) : NULL;
    if (!path) {
      code = no_memory(err);
    } else if (strcmp(name, "origins") == 0 && lstat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
      code = find_strange(arena, folder, name, list, out, err);
    } else if (strcmp(name, LIST) != 0 || !list.size) {
      bool is_file = lstat(path, &info) == 0 && S_ISREG(info.st_mode);
      bool is_less = !*out || strcmp(name, *out) < 0;
      bool is_known = is_less && is_file && jh_file_hash(hash, path) && is_listed(list, name, hash);
      if (is_less && !is_known) *out = name;
    }
  }
  closedir(stream);
  return code;
}

jh_code jh_output_check(jh_arena *arena, const char *folder, jh_error *err) {
  struct stat info;
  const char *strange = NULL;
  jh_str list;
  if (stat(folder, &info) != 0) return errno == ENOENT ? JH_OK : not_writable(folder, err);
  if (!S_ISDIR(info.st_mode)) {
    errno = ENOTDIR;
    return not_writable(folder, err);
  }
  if (!read_list(arena, folder, &list)) return no_memory(err);
  jh_code code = find_strange(arena, folder, "", list, &strange, err);
  if (code || !strange) return code;
  return jh_fail(err, JH_EOUTPUT_FOLDER, NULL, folder, strange, NULL);
}

/* Writing ------------------------------------------------------------------------------------------------ */

/* Files and folders that this import, or an earlier one, made. Needs no memory. */
static void take_away(const char *folder, int depth) {
  char path[PATH_BYTES];
  DIR *stream = opendir(folder);
  if (!stream) return;
  for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    int size = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    bool is_whole = size > 0 && (size_t)size < sizeof path;
    if (is_whole && unlink(path) != 0 && depth < 2) take_away(path, depth + 1);
  }
  closedir(stream);
  rmdir(folder);
}

/* "out" for "out/", so that names can be put behind it; of a folder that is there, its real path:
 * behind "." or a link nothing can be put. */
static const char *without_slash(jh_arena *arena, const char *folder) {
  char real[PATH_MAX];
  if (realpath(folder, real)) folder = real;
  jh_str text = jh_str_of(folder);
  while (text.size > 1 && text.at[text.size - 1] == '/') text.size--;
  return jh_arena_text(arena, text);
}

static const char *beside(jh_arena *arena, const char *folder, const char *what) {
  char ending[64];
  (void)snprintf(ending, sizeof ending, ".%s-%ld", what, (long)getpid());
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, folder);
  jh_buf_text(&buf, ending);
  const char *path = jh_buf_ok(&buf) ? jh_arena_text(arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return path;
}

jh_code jh_output_begin(jh_output *out, jh_arena *arena, const char *folder, jh_error *err) {
  *out = (jh_output){.arena = arena, .file = -1};
  jh_buf_init(&out->list);
  out->final = without_slash(arena, folder);
  out->part = out->final ? beside(arena, out->final, "part") : NULL;
  const char *origins = out->part ? jh_find_join(arena, out->part, "origins") : NULL;
  if (!origins) return no_memory(err);
  take_away(out->part, 0); /* of a run of the same number that was killed */
  if (mkdir(out->part, 0777) != 0) return not_writable(out->part, err);
  out->has_begun = true;
  return mkdir(origins, 0777) == 0 ? JH_OK : not_writable(origins, err);
}

jh_code jh_output_open(jh_output *out, const char *name, jh_error *err) {
  const char *path = jh_find_join(out->arena, out->part, name);
  if (!path) return no_memory(err);
  out->name = name;
  out->file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (out->file < 0) return not_writable(path, err);
  jh_sha256_init(&out->hash);
  return JH_OK;
}

jh_code jh_output_write(jh_output *out, jh_str bytes, jh_error *err) {
  jh_sha256_add(&out->hash, bytes);
  return jh_file_write(out->file, bytes.at, bytes.size) ? JH_OK : not_writable(out->name, err);
}

jh_code jh_output_close(jh_output *out, char hash[JH_SHA256_TEXT], jh_error *err) {
  char own[JH_SHA256_TEXT];
  bool ok = jh_sha256_done(&out->hash, own);
  bool is_safe = fsync(out->file) == 0;
  is_safe = close(out->file) == 0 && is_safe;
  out->file = -1;
  if (!is_safe) return not_writable(out->name, err);
  jh_buf_print(&out->list, "%s  %s\n", own, out->name);
  if (hash) memcpy(hash, own, sizeof own);
  return ok && jh_buf_ok(&out->list) ? JH_OK : no_memory(err);
}

/* An earlier folder, on a disk that cannot exchange two: moved aside for a moment. */
static jh_code move_aside(jh_output *out, jh_error *err) {
  jh_code code;
  const char *old = beside(out->arena, out->final, "old");
  if (!old) return no_memory(err);
  take_away(old, 0);
  if (rename(out->final, old) != 0) return not_writable(out->final, err);
  if (rename(out->part, out->final) != 0) {
    code = not_writable(out->final, err);
    (void)rename(old, out->final);
    return code;
  }
  take_away(old, 0);
  return JH_OK;
}

/* The finished folder into its place. An earlier one changes places with it, so that one of the two stands there at
 * any moment, and is taken away then. */
static jh_code swap(jh_output *out, jh_error *err) {
  jh_code code = jh_output_check(out->arena, out->final, err);
  if (code) return code;
  if (rename(out->part, out->final) == 0) return JH_OK;
  if (errno != ENOTEMPTY && errno != EEXIST) return not_writable(out->final, err);
  if (renameat2(AT_FDCWD, out->part, AT_FDCWD, out->final, RENAME_EXCHANGE) != 0)
    return move_aside(out, err);
  take_away(out->part, 0);
  return JH_OK;
}

jh_code jh_output_end(jh_output *out, jh_code code, jh_error *err) {
  if (!code) code = jh_output_open(out, LIST, err);
  if (!code) code = jh_output_write(out, jh_buf_str(&out->list), err);
  if (out->file >= 0) {
    jh_code closed = jh_output_close(out, NULL, code ? NULL : err);
    if (!code) code = closed;
  }
  if (!code) code = swap(out, err);
  if (code && out->has_begun) take_away(out->part, 0);
  jh_buf_done(&out->list);
  return code;
}
