/* ledger.c - see ledger.h: the database, and adding to it. */
#include "ledger/ledger.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "ledger/database.h"
#include "base/alloc.h"

enum { FORMAT = 1, MOST_WAIT_MS = 30000 };

static const char *const tables =
    "PRAGMA application_id = 1246232577;"
    "PRAGMA user_version = 1;"
    "CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),"
    " result TEXT NOT NULL, manifest TEXT NOT NULL);"
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE input (run INTEGER NOT NULL REFERENCES run (id), place INTEGER NOT NULL,"
    " role TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES content (sha256),"
    " PRIMARY KEY (run, place)) WITHOUT ROWID;"
    "CREATE TABLE option (run INTEGER NOT NULL REFERENCES run (id), place INTEGER NOT NULL,"
    " name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (run, place)) WITHOUT ROWID;";

static int64_t pragma(jh_ledger *archive, const char *sql, int *status) {
  sqlite3_stmt *ask = NULL;
  int64_t value = 0;
  *status = sqlite3_prepare_v2(archive->db, sql, -1, &ask, NULL);
  if (*status == SQLITE_OK) *status = sqlite3_step(ask);
  if (*status == SQLITE_ROW) {
    value = sqlite3_column_int64(ask, 0);
    *status = SQLITE_OK;
  }
  (void)sqlite3_finalize(ask);
  return value;
}

/* A new file gets its tables; two processes that find none at once make them once. */
static jh_code settle(jh_ledger *archive, jh_error *err) {
  int status;
  jh_place at = jh_place_of(archive->path, 0, 0);
  char text[24];
  jh_code code = jh_database_run(archive, "BEGIN IMMEDIATE", err);
  if (code) return code;
  int64_t kind = pragma(archive, "PRAGMA application_id", &status);
  int64_t version = status ? 0 : pragma(archive, "PRAGMA user_version", &status);
  int64_t count = status ? 0 : pragma(archive, "SELECT count(*) FROM sqlite_master", &status);
  if (status) {
    code = jh_database_fail(archive, status, err);
  } else if (kind == 0 && count == 0) {
    code = jh_database_run(archive, tables, err);
  } else if (kind != 1246232577) {
    code = jh_fail(err, JH_ENO_ARCHIVE, &at, NULL);
  } else if (version != FORMAT) {
    code = jh_fail(err, JH_EARCHIVE_VERSION, &at, jh_arg_int(text, version), NULL);
  }
  if (code) {
    (void)sqlite3_exec(archive->db, "ROLLBACK", NULL, NULL, NULL);
    return code;
  }
  return jh_database_run(archive, "COMMIT", err);
}

static jh_code open_database(jh_ledger *archive, bool creates, jh_error *err) {
  int how = SQLITE_OPEN_READWRITE | (creates ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
  jh_place at = jh_place_of(archive->path, 0, 0);
  if (!creates && access(archive->path, F_OK) != 0) return jh_fail(err, JH_ENO_ARCHIVE, &at, NULL);
  int status = sqlite3_open_v2(archive->path, &archive->db, how, NULL);
  if (status != SQLITE_OK) return jh_database_fail(archive, status, err);
  (void)sqlite3_busy_timeout(archive->db, MOST_WAIT_MS);
  jh_code code = jh_database_run(archive, "PRAGMA foreign_keys = ON", err);
  if (!code) code = jh_database_run(archive, "PRAGMA journal_mode = WAL", err);
  if (!code) code = jh_database_run(archive, "PRAGMA synchronous = FULL", err);
  return code ? code : settle(archive, err);
}

jh_code jh_ledger_open(jh_ledger **out, const char *path, bool creates, jh_error *err) {
  *out = NULL;
  jh_ledger *archive = jh_alloc_get(sizeof *archive);
  if (!archive) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  archive->path = path;
  jh_code code = open_database(archive, creates, err);
  if (code) {
    jh_ledger_close(archive);
    return code;
  }
  *out = archive;
  return JH_OK;
}

void jh_ledger_close(jh_ledger *archive) {
  if (!archive) return;
  (void)sqlite3_close(archive->db);
  jh_alloc_free(archive);
}

static jh_code finish(jh_ledger *archive, sqlite3_stmt *ask, jh_error *err) {
  int status = sqlite3_step(ask);
  jh_code code = status == SQLITE_DONE ? JH_OK : jh_database_fail(archive, status, err);
  (void)sqlite3_finalize(ask);
  return code;
}

jh_code jh_ledger_begin(jh_ledger *archive, jh_error *err) {
  archive->place = 0;
  jh_code code = jh_database_run(archive, "BEGIN IMMEDIATE", err);
  if (!code)
    code = jh_database_run(archive, "INSERT INTO run (result, manifest) VALUES ('', '')", err);
  archive->run = code ? 0 : sqlite3_last_insert_rowid(archive->db);
  return code;
}

static jh_code add_content(jh_ledger *archive, const char *hash, jh_str bytes, jh_error *err) {
  sqlite3_stmt *ask;
  uLongf size = compressBound(bytes.size);
  unsigned char *packed = jh_alloc_get(size);
  if (!packed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  const unsigned char *from = (const unsigned char *)(bytes.size ? bytes.at : "");
  int status = compress2(packed, &size, from, bytes.size, 3);
  jh_code code = status == Z_OK ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_database_ask(archive, "INSERT INTO content VALUES (?, ?, ?)", &ask, err);
  if (!code) {
    (void)sqlite3_bind_text(ask, 1, hash, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(ask, 2, (sqlite3_int64)bytes.size);
    (void)sqlite3_bind_blob64(ask, 3, packed, size, SQLITE_STATIC);
    code = finish(archive, ask, err);
  }
  jh_alloc_free(packed);
  return code;
}

static jh_code has_content(jh_ledger *archive, const char *hash, bool *has, jh_error *err) {
  sqlite3_stmt *ask;
  jh_code code = jh_database_ask(archive, "SELECT 1 FROM content WHERE sha256 = ?", &ask, err);
  if (code) return code;
  (void)sqlite3_bind_text(ask, 1, hash, -1, SQLITE_STATIC);
  int status = sqlite3_step(ask);
  *has = status == SQLITE_ROW;
  if (status != SQLITE_ROW && status != SQLITE_DONE) code = jh_database_fail(archive, status, err);
  (void)sqlite3_finalize(ask);
  return code;
}

jh_code jh_ledger_input(
    jh_ledger *archive, const char *role, const char *path, jh_str bytes, char hash[JH_SHA256_TEXT],
    jh_error *err) {
  jh_sha256 sum;
  bool has = false;
  jh_sha256_init(&sum);
  jh_sha256_add(&sum, bytes);
  if (!jh_sha256_done(&sum, hash)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = has_content(archive, hash, &has, err);
  if (!code && !has) code = add_content(archive, hash, bytes, err);
  sqlite3_stmt *ask;
  if (!code) code = jh_database_ask(archive, "INSERT INTO input VALUES (?, ?, ?, ?, ?)", &ask, err);
  if (code) return code;
  (void)sqlite3_bind_int64(ask, 1, archive->run);
  (void)sqlite3_bind_int(ask, 2, archive->place++);
  (void)sqlite3_bind_text(ask, 3, role, -1, SQLITE_STATIC);
  (void)sqlite3_bind_text(ask, 4, path, -1, SQLITE_STATIC);
  (void)sqlite3_bind_text(ask, 5, hash, -1, SQLITE_STATIC);
  return finish(archive, ask, err);
}

jh_code jh_ledger_option(jh_ledger *archive, const char *name, const char *value, jh_error *err) {
  sqlite3_stmt *ask;
  jh_code code = jh_database_ask(archive, "INSERT INTO option VALUES (?, ?, ?, ?)", &ask, err);
  if (code) return code;
  (void)sqlite3_bind_int64(ask, 1, archive->run);
  (void)sqlite3_bind_int(ask, 2, archive->place++);
  (void)sqlite3_bind_text(ask, 3, name, -1, SQLITE_STATIC);
  (void)sqlite3_bind_text(ask, 4, value, -1, SQLITE_STATIC);
  return finish(archive, ask, err);
}

jh_code jh_ledger_end(
    jh_ledger *archive, jh_str manifest, const char *result, int64_t *id, jh_error *err) {
  sqlite3_stmt *ask;
  jh_code code =
      jh_database_ask(archive, "UPDATE run SET result = ?, manifest = ? WHERE id = ?", &ask, err);
  if (code) return code;
  (void)sqlite3_bind_text(ask, 1, result, -1, SQLITE_STATIC);
  (void)sqlite3_bind_text(ask, 2, manifest.at, (int)manifest.size, SQLITE_STATIC);
  (void)sqlite3_bind_int64(ask, 3, archive->run);
  code = finish(archive, ask, err);
  if (!code) code = jh_database_run(archive, "COMMIT", err);
  if (!code && id) *id = archive->run;
  return code;
}
