/* divisions.c - see divisions.h. */
#include "audit/divisions.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { MOST_BYTES = 4 << 20, FIELDS = 6 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* The whole file as one text; *out stays empty where there is none. */
static jh_code read_text(jh_str *out, const char *share, jh_arena *arena, jh_error *err) {
  char path[4096];
  int size = snprintf(path, sizeof path, "%s/data/codes/divisions.csv", share);
  if (size <= 0 || (size_t)size >= sizeof path) return JH_OK;
  jh_place at = jh_place_of(path, 0, 0);
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return JH_OK;
  if (file < 0) return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  char *text = jh_arena_get(arena, MOST_BYTES);
  ssize_t got = text ? jh_file_read(file, text, MOST_BYTES) : 0;
  jh_code code = text ? JH_OK : out_of_memory(err);
  if (got < 0) code = jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  if (got == MOST_BYTES) code = jh_fail(err, JH_ETOO_LARGE, &at, "file", "4 MiB", NULL);
  (void)close(file);
  if (!code) *out = (jh_str){text, (size_t)got};
  return code;
}

/* The next line without its end; false when there is none. */
static bool next_line(jh_str *rest, jh_str *line) {
  if (rest->size == 0) return false;
  const char *end = memchr(rest->at, '\n', rest->size);
  size_t size = end ? (size_t)(end - rest->at) : rest->size;
  *line = (jh_str){rest->at, size};
  if (size > 0 && line->at[size - 1] == '\r') line->size--;
  size_t used = end ? size + 1 : size;
  *rest = (jh_str){rest->at + used, rest->size - used};
  return true;
}

/* Fields of a line without quotation marks, which the list has not. */
static size_t split(jh_str line, jh_str fields[FIELDS]) {
  size_t count = 0, from = 0;
  for (size_t i = 0; i <= line.size && count < FIELDS; i++) {
    if (i < line.size && line.at[i] != ',') continue;
    fields[count++] = (jh_str){line.at + from, i - from};
    from = i + 1;
  }
  return count;
}

static int by_code(const void *a, const void *b) {
  return jh_str_compare(((const jh_division *)a)->code, ((const jh_division *)b)->code);
}

jh_code jh_divisions_read(jh_divisions *out, const char *share, jh_arena *arena, jh_error *err) {
  jh_str rest = {0}, line, fields[FIELDS];
  size_t room = 0;
  void *items = NULL;
  *out = (jh_divisions){.as_of = ""};
  jh_code code = share ? read_text(&rest, share, arena, err) : JH_OK;
  while (!code && next_line(&rest, &line)) {
    if (split(line, fields) < FIELDS || fields[0].size != 6 || fields[0].at[0] > '9') continue;
    if (jh_arena_grow(arena, &items, &room, out->count + 1, sizeof *out->items) != 0) {
      return out_of_memory(err);
    }
    out->items = items;
    out->items[out->count++] = (jh_division){fields[0], fields[1], fields[2], fields[3], fields[4]};
    if (out->as_of[0] == '\0') out->as_of = jh_arena_text(arena, fields[5]);
    if (!out->as_of) return out_of_memory(err);
  }
  if (out->count) qsort(out->items, out->count, sizeof *out->items, by_code);
  return code;
}

/* The first entry whose code does not come before `code`. */
static size_t lower(const jh_divisions *list, jh_str code) {
  size_t from = 0, to = list->count;
  while (from < to) {
    size_t mid = from + (to - from) / 2;
    if (jh_str_compare(list->items[mid].code, code) < 0) {
      from = mid + 1;
    } else {
      to = mid;
    }
  }
  return from;
}

const jh_division *jh_divisions_find(const jh_divisions *list, jh_str code) {
  size_t at = lower(list, code);
  return at < list->count && jh_str_equal(list->items[at].code, code) ? &list->items[at] : NULL;
}

static bool begins(jh_str text, jh_str beginning) {
  return text.size >= beginning.size && memcmp(text.at, beginning.at, beginning.size) == 0;
}

void jh_divisions_range(const jh_divisions *list, jh_str beginning, size_t *from, size_t *to) {
  *from = *to = lower(list, beginning);
  while (*to < list->count && begins(list->items[*to].code, beginning)) (*to)++;
}
