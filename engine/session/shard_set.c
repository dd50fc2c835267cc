/* shard_set.c - are these all parts of one run, each once? */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "session/shard.h"

/* Told as it is; what is empty by a dash. */
static const char *shown(const char *mark) { return mark[0] ? mark : "-"; }

static jh_code check_engine(const jh_shard_file *file, const jh_shard_marks *own, jh_error *err) {
  char made[160], here[160];
  jh_place at = jh_place_of(file->path, 0, 0);
  bool is_same = strcmp(own->of[JH_SHARD_ENGINE], file->marks.of[JH_SHARD_ENGINE]) == 0 &&
                 strcmp(own->of[JH_SHARD_PROGRAM], file->marks.of[JH_SHARD_PROGRAM]) == 0;
  if (is_same) return JH_OK;
  (void)snprintf(
      made, sizeof made, "%.40s (%.12s…)", file->marks.of[JH_SHARD_ENGINE],
      file->marks.of[JH_SHARD_PROGRAM]);
  (void)snprintf(
      here, sizeof here, "%.40s (%.12s…)", own->of[JH_SHARD_ENGINE], own->of[JH_SHARD_PROGRAM]);
  return jh_fail(err, JH_ESHARD_ENGINE, &at, made, here, NULL);
}

static jh_code check_same(const jh_shard_file *first, const jh_shard_file *other, jh_error *err) {
  char name[160];
  jh_place at = jh_place_of(other->path, 0, 0);
  for (int i = 0; i < JH_SHARD_MARKS; i++) {
    if (strcmp(first->marks.of[i], other->marks.of[i]) == 0) continue;
    jh_code code = jh_fail(
        err, JH_ESHARD_OTHER, &at, jh_shard_marks_name(name, (jh_shard_mark)i),
        shown(other->marks.of[i]), shown(first->marks.of[i]), NULL);
    if (err) err->also = jh_place_of(first->path, 0, 0);
    return code;
  }
  return JH_OK;
}

static int by_part(const void *left, const void *right) {
  const jh_shard_file *a = left, *b = right;
  return (a->part > b->part) - (a->part < b->part);
}

static jh_code check_twice(const jh_shard_file *files, size_t count, jh_error *err) {
  for (size_t i = 1; i < count; i++) {
    char part[24];
    jh_place at = jh_place_of(files[i].path, 0, 0);
    if (files[i].part != files[i - 1].part) continue;
    jh_code code = jh_fail(
        err, JH_ESHARD_TWICE, &at, jh_arg_int(part, (int64_t)files[i].part),
        files[i].marks.of[JH_SHARD_PARTS], NULL);
    if (err) err->also = jh_place_of(files[i - 1].path, 0, 0);
    return code;
  }
  return JH_OK;
}

/* "2, 5-7" */
static void add_missing(jh_buf *list, uint32_t from, uint32_t to) {
  if (from >= to) return;
  if (list->size) jh_buf_text(list, ", ");
  jh_buf_int(list, from);
  if (to - from > 1) jh_buf_print(list, "-%u", to - 1);
}

static jh_code check_missing(
    const jh_shard_file *files, size_t count, uint32_t parts, jh_error *err) {
  char text[160];
  jh_buf list;
  uint32_t next = 1;
  if (count == parts) return JH_OK;
  jh_buf_init(&list);
  for (size_t i = 0; i < count; i++) {
    add_missing(&list, next, files[i].part);
    next = files[i].part + 1;
  }
  add_missing(&list, next, parts + 1);
  jh_str_copy(text, sizeof text, jh_buf_str(&list));
  jh_code code =
      jh_buf_ok(&list)
          ? jh_fail(err, JH_ESHARD_MISSING, NULL, text, files[0].marks.of[JH_SHARD_PARTS], NULL)
          : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_done(&list);
  return code;
}

/* The counties of the parts follow one another. */
static jh_code check_counties(
    const jh_shard_file *files, size_t count, uint32_t total, jh_error *err) {
  for (size_t i = 0; i < count; i++) {
    bool is_next = files[i].from == (i ? files[i - 1].to : 0);
    bool is_end = i + 1 < count || files[i].to == total;
    if (!is_next || !is_end) return jh_shard_file_damaged(&files[i], err);
  }
  return JH_OK;
}

/* A number from 0 on that a mark tells; `most` + 1 where it is none. */
static uint32_t number(const char *mark, uint32_t most) {
  char *end;
  unsigned long value = strtoul(mark, &end, 10);
  bool is_number = mark[0] >= '0' && mark[0] <= '9' && *end == '\0' && value <= most;
  return is_number ? (uint32_t)value : most + 1;
}

jh_code jh_shard_set_check(
    jh_shard_file *files, size_t count, const jh_shard_marks *engine, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code; i++) {
    code = check_engine(&files[i], engine, err);
    if (!code && i) code = check_same(&files[0], &files[i], err);
  }
  if (code) return code;
  uint32_t parts = number(files[0].marks.of[JH_SHARD_PARTS], JH_SHARD_MOST_PARTS);
  uint32_t total = number(files[0].marks.of[JH_SHARD_COUNTIES], UINT32_MAX - 1);
  for (size_t i = 0; i < count; i++)
    if (parts > JH_SHARD_MOST_PARTS || files[i].part > parts || files[i].to > total)
      return jh_shard_file_damaged(&files[i], err);
  qsort(files, count, sizeof *files, by_part);
  code = check_twice(files, count, err);
  if (!code) code = check_missing(files, count, parts, err);
  return code ? code : check_counties(files, count, total, err);
}
