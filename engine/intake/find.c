#include "intake/find.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/buf.h"

enum { MOST_FILES = 20000, MOST_DEPTH = 8 };

bool jh_find_fits(const char *pattern, const char *name) {
  const char *star = NULL, *again = NULL;
  if (name[0] == '.' && pattern[0] != '.') return false;
  while (*name) {
    if (*pattern == '*') {
      star = pattern++;
      again = name;
    } else if (*pattern == *name) {
      pattern++;
      name++;
    } else if (star) {
      pattern = star + 1;
      name = ++again;
    } else {
      return false;
    }
  }
  while (*pattern == '*') pattern++;
  return *pattern == '\0';
}

const char *jh_find_join(jh_arena *arena, const char *folder, const char *name) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, folder);
  if (folder[0] && !jh_str_ends(jh_str_of(folder), "/")) jh_buf_char(&buf, '/');
  jh_buf_text(&buf, name);
  const char *path = jh_buf_ok(&buf) ? jh_arena_text(arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return path;
}

/* Names in an arena. */
typedef struct names {
  jh_arena *arena;
  const char **at;
  size_t count, room;
} names;

static jh_code add(names *to, const char *name, jh_error *err) {
  char most[24];
  if (to->count >= MOST_FILES) {
    return jh_fail(err, JH_ETOO_LARGE, NULL, "files", jh_arg_int(most, MOST_FILES), NULL);
  }
  void *items = to->at;
  if (!name || jh_arena_grow(to->arena, &items, &to->room, to->count + 1, sizeof *to->at) != 0) {
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  to->at = items;
  to->at[to->count++] = name;
  return JH_OK;
}

/* In byte order, whatever order the folder gives. */
static void sort(const char **items, const char **room, size_t count) {
  if (count < 2) return;
  size_t half = count / 2, a = 0, b = half, to = 0;
  sort(items, room, half);
  sort(items + half, room, count - half);
  while (a < half && b < count) {
    room[to++] = strcmp(items[b], items[a]) < 0 ? items[b++] : items[a++];
  }
  while (a < half) room[to++] = items[a++];
  while (b < count) room[to++] = items[b++];
  memcpy(items, room, count * sizeof *items);
}

/* The names in a folder that fit, in byte order; none if there is no such folder. */
static jh_code list(names *to, const char *folder, const char *pattern, jh_error *err) {
  jh_place at = jh_place_of(folder, 0, 0);
  DIR *stream = opendir(folder[0] ? folder : ".");
  if (!stream && (errno == ENOENT || errno == ENOTDIR)) return JH_OK;
  if (!stream) return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  jh_code code = JH_OK;
  for (struct dirent *entry; !code && (entry = readdir(stream)) != NULL;) {
    bool is_link = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (is_link || !jh_find_fits(pattern, entry->d_name)) continue;
    code = add(to, jh_arena_text(to->arena, jh_str_of(entry->d_name)), err);
  }
  closedir(stream);
  const char **room = code ? NULL : jh_arena_get(to->arena, (to->count + 1) * sizeof *room);
  if (!code && !room) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (room) sort(to->at, room, to->count);
  return code;
}

static bool is_kind(const char *path, bool folder) {
  struct stat info;
  return stat(path, &info) == 0 && (folder ? S_ISDIR(info.st_mode) : S_ISREG(info.st_mode));
}

static bool is_link(const char *path) {
  struct stat info;
  return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

/* Does a link lead to something below the folder? What is no link does. */
static bool stays_inside(const char *folder, const char *path) {
  if (!is_link(path)) return true;
  char root[PATH_MAX], real[PATH_MAX];
  if (!realpath(folder[0] ? folder : ".", root) || !realpath(path, real)) return false;
  size_t size = strcmp(root, "/") == 0 ? 0 : strlen(root);
  return strncmp(real, root, size) == 0 && (real[size] == '/' || real[size] == '\0');
}

/* What of `pattern` lies below `sofar`, itself below `folder`. */
static jh_code walk(
    names *out, const char *folder, const char *sofar, const char *pattern, jh_error *err) {
  const char *slash = strchr(pattern, '/');
  size_t size = slash ? (size_t)(slash - pattern) : strlen(pattern);
  const char *part = jh_arena_text(out->arena, (jh_str){pattern, size});
  const char *inside = jh_find_join(out->arena, folder, sofar);
  names found = {.arena = out->arena};
  if (!part || !inside) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  bool is_plain = !strchr(part, '*');
  jh_code code = is_plain ? add(&found, part, err) : list(&found, inside, part, err);
  for (size_t i = 0; i < found.count && !code; i++) {
    const char *below = jh_find_join(out->arena, sofar, found.at[i]);
    const char *path = below ? jh_find_join(out->arena, folder, below) : NULL;
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (!is_kind(path, slash != NULL) || !stays_inside(folder, path)) continue;
    if (slash && !is_plain && is_link(path)) continue; /* it could lead in circles */
    code = slash ? walk(out, folder, below, slash + 1, err) : add(out, below, err);
  }
  return code;
}

jh_code jh_find_files(
    jh_arena *arena, const char *folder, const char *pattern, const char ***out, size_t *count,
    jh_error *err) {
  names found = {.arena = arena};
  jh_code code = walk(&found, folder, "", pattern, err);
  *out = found.at;
  *count = found.count;
  return code;
}

static bool is_table(const char *name) {
  static const char *const endings[] = {".csv",  ".tsv", ".txt", ".xlsx",
                                        ".xlsm", ".xls", ".et",  ".ods"};
  const char *dot = strrchr(name, '.');
  for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++) {
    if (strcasecmp(dot, endings[i]) == 0) return strncmp(name, "~$", 2) != 0;
  }
  return false;
}

typedef struct search {
  names out;
  const char *folder;
  struct stat without;
  bool has_without;
} search;

static bool is_left_out(const search *s, const char *path) {
  struct stat info;
  return s->has_without && stat(path, &info) == 0 && info.st_dev == s->without.st_dev &&
         info.st_ino == s->without.st_ino;
}

static jh_code walk_tables(search *s, const char *sofar, int depth, jh_error *err) {
  names found = {.arena = s->out.arena};
  const char *inside = jh_find_join(s->out.arena, s->folder, sofar);
  if (!inside) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = list(&found, inside, "*", err);
  for (size_t i = 0; i < found.count && !code; i++) {
    const char *below = jh_find_join(s->out.arena, sofar, found.at[i]);
    const char *path = below ? jh_find_join(s->out.arena, s->folder, below) : NULL;
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (is_kind(path, true)) {
      bool is_open = depth < MOST_DEPTH && !is_left_out(s, path) && !is_link(path);
      if (is_open) code = walk_tables(s, below, depth + 1, err);
    } else if (is_table(found.at[i]) && is_kind(path, false)) {
      code = add(&s->out, below, err);
    }
  }
  return code;
}

jh_code jh_find_tables(
    jh_arena *arena, const char *folder, const char *without, const char ***out, size_t *count,
    jh_error *err) {
  search s = {.out = {.arena = arena}, .folder = folder};
  s.has_without = without && stat(without, &s.without) == 0;
  jh_code code = walk_tables(&s, "", 0, err);
  *out = s.out.at;
  *count = s.out.count;
  return code;
}
