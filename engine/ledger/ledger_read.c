/* ledger_read.c - what an archive holds, listed; and the files of a run, written out again. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include "ledger/ledger.h"
#include "base/alloc.h"
#include "ledger/database.h"

enum { MOST_BYTES = 1 << 30 };

/* A text of a row, in the arena; NULL when memory is out. */
static const char *text_of(jh_arena *arena, sqlite3_stmt *row, int column) {
  const char *text = (const char *)sqlite3_column_text(row, column);
  return jh_arena_text(arena, jh_str_of(text ? text : ""));
}

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code take_run(jh_arena *arena, sqlite3_stmt *row, jh_ledger_run *out, jh_error *err) {
  *out = (jh_ledger_run){
      .id = sqlite3_column_int64(row, 0),
      .made = text_of(arena, row, 1),
      .result = text_of(arena, row, 2),
      .manifest = text_of(arena, row, 3)};
  return out->made && out->result && out->manifest ? JH_OK : out_of_memory(err);
}

jh_code jh_ledger_runs(
    jh_ledger *archive, jh_arena *arena, jh_ledger_run **out, size_t *count, jh_error *err) {
  sqlite3_stmt *ask;
  void *items = NULL;
  size_t room = 0;
  *count = 0;
  jh_code code =
      jh_database_ask(archive, "SELECT id, made, result, manifest FROM run ORDER BY id", &ask, err);
  if (code) return code;
  int status;
  while (!code && (status = sqlite3_step(ask)) != SQLITE_DONE) {
    if (status != SQLITE_ROW) {
      code = jh_database_fail(archive, status, err);
    } else if (jh_arena_grow(arena, &items, &room, *count + 1, sizeof **out)) {
      code = out_of_memory(err);
    } else {
      code = take_run(arena, ask, (jh_ledger_run *)items + (*count)++, err);
    }
  }
  (void)sqlite3_finalize(ask);
  *out = items;
  return code;
}

jh_code jh_ledger_find(
    jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_run *out, jh_error *err) {
  sqlite3_stmt *ask;
  char text[24];
  jh_place at = jh_place_of(archive->path, 0, 0);
  jh_code code = jh_database_ask(
      archive, "SELECT id, made, result, manifest FROM run WHERE id = ?", &ask, err);
  if (code) return code;
  (void)sqlite3_bind_int64(ask, 1, id);
  int status = sqlite3_step(ask);
  if (status == SQLITE_ROW) {
    code = take_run(arena, ask, out, err);
  } else if (status == SQLITE_DONE) {
    code = jh_fail(err, JH_ENO_RUN, &at, jh_arg_int(text, id), NULL);
  } else {
    code = jh_database_fail(archive, status, err);
  }
  (void)sqlite3_finalize(ask);
  return code;
}

/* Rows of name, value, role, size. */
static jh_code pairs(
    jh_ledger *archive, const char *sql, int64_t id, jh_arena *arena, jh_ledger_pair **out,
    size_t *count, jh_error *err) {
  sqlite3_stmt *ask;
  void *items = NULL;
  size_t room = 0;
  int status;
  *count = 0;
  jh_code code = jh_database_ask(archive, sql, &ask, err);
  if (code) return code;
  (void)sqlite3_bind_int64(ask, 1, id);
  while (!code && (status = sqlite3_step(ask)) != SQLITE_DONE) {
    if (status != SQLITE_ROW) {
      code = jh_database_fail(archive, status, err);
    } else if (jh_arena_grow(arena, &items, &room, *count + 1, sizeof **out)) {
      code = out_of_memory(err);
    } else {
      jh_ledger_pair *pair = (jh_ledger_pair *)items + (*count)++;
      *pair = (jh_ledger_pair){
          text_of(arena, ask, 0), text_of(arena, ask, 1), text_of(arena, ask, 2),
          sqlite3_column_int64(ask, 3)};
      if (!pair->name || !pair->value || !pair->role) code = out_of_memory(err);
    }
  }
  (void)sqlite3_finalize(ask);
  *out = items;
  return code;
}

jh_code jh_ledger_inputs(
    jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_pair **out, size_t *count,
    jh_error *err) {
  return pairs(
      archive,
      "SELECT path, input.sha256, role, size FROM input JOIN content USING (sha256)"
      " WHERE run = ? ORDER BY place",
      id, arena, out, count, err);
}

jh_code jh_ledger_options(
    jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_pair **out, size_t *count,
    jh_error *err) {
  return pairs(
      archive, "SELECT name, value, '', 0 FROM option WHERE run = ? ORDER BY place", id, arena, out,
      count, err);
}

/* Makes the folders above a path. */
static bool make_above(char *path, size_t from) {
  for (char *slash = strchr(path + from, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    bool is_there = slash == path || mkdir(path, 0700) == 0 || errno == EEXIST;
    *slash = '/';
    if (!is_there) return false;
  }
  return true;
}

static jh_code put(const char *folder, const char *path, jh_str bytes, jh_error *err) {
  char file[8192];
  int size = snprintf(file, sizeof file, "%s%s", folder, path);
  jh_place at = jh_place_of(path, 0, 0);
  /* An archive is a stranger's file, too. */
  bool leads_out = path[0] != '/' || strstr(path, "/../") || jh_str_ends(jh_str_of(path), "/..");
  if (size < 0 || (size_t)size >= sizeof file || leads_out)
    return jh_fail(err, JH_EARCHIVE_DAMAGED, &at, NULL);
  FILE *out = make_above(file, strlen(folder) + 1) ? fopen(file, "wb") : NULL;
  if (!out) return jh_fail(err, JH_ENOT_WRITABLE, &at, strerror(errno), NULL);
  bool is_whole = fwrite(bytes.at, 1, bytes.size, out) == bytes.size;
  is_whole = fclose(out) == 0 && is_whole;
  return is_whole ? JH_OK : jh_fail(err, JH_ENOT_WRITABLE, &at, strerror(errno), NULL);
}

static bool is_as_kept(jh_str bytes, const char *hash) {
  char own[JH_SHA256_TEXT];
  jh_sha256 sum;
  jh_sha256_init(&sum);
  jh_sha256_add(&sum, bytes);
  return jh_sha256_done(&sum, own) && strcmp(own, hash) == 0;
}

/* One row: path, fingerprint, size, what was packed. */
static jh_code unpack(jh_ledger *archive, sqlite3_stmt *row, const char *folder, jh_error *err) {
  const char *path = (const char *)sqlite3_column_text(row, 0);
  const char *hash = (const char *)sqlite3_column_text(row, 1);
  int64_t size = sqlite3_column_int64(row, 2);
  jh_place at = jh_place_of(archive->path, 0, 0);
  if (!path || !hash || size < 0 || size > MOST_BYTES)
    return jh_fail(err, JH_EARCHIVE_DAMAGED, &at, NULL);
  unsigned char *bytes = jh_alloc_get((size_t)size + 1);
  if (!bytes) return out_of_memory(err);
  uLongf got = (uLongf)size;
  const void *packed = sqlite3_column_blob(row, 3);
  int status =
      packed ? uncompress(bytes, &got, packed, (uLong)sqlite3_column_bytes(row, 3)) : Z_DATA_ERROR;
  jh_str text = {(const char *)bytes, got};
  bool is_good = status == Z_OK && got == (uLongf)size && is_as_kept(text, hash);
  jh_code code =
      is_good ? put(folder, path, text, err) : jh_fail(err, JH_EARCHIVE_DAMAGED, &at, NULL);
  jh_alloc_free(bytes);
  return code;
}

jh_code jh_ledger_extract(jh_ledger *archive, int64_t id, const char *folder, jh_error *err) {
  sqlite3_stmt *ask;
  int status;
  jh_code code = jh_database_ask(
      archive,
      "SELECT path, input.sha256, size, packed FROM input JOIN content USING (sha256)"
      " WHERE run = ? ORDER BY place",
      &ask, err);
  if (code) return code;
  (void)sqlite3_bind_int64(ask, 1, id);
  while (!code && (status = sqlite3_step(ask)) != SQLITE_DONE) {
    code = status == SQLITE_ROW ? unpack(archive, ask, folder, err)
                                : jh_database_fail(archive, status, err);
  }
  (void)sqlite3_finalize(ask);
  return code;
}
