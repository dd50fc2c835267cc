/* database.c - SQLite's words as ours. Knows no table. */
#include "ledger/database.h"

jh_code jh_database_fail(const jh_ledger *archive, int status, jh_error *err) {
  jh_place at = jh_place_of(archive->path, 0, 0);
  if (status == SQLITE_NOMEM) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (status == SQLITE_NOTADB) return jh_fail(err, JH_ENO_ARCHIVE, &at, NULL);
  const char *why = archive->db ? sqlite3_errmsg(archive->db) : sqlite3_errstr(status);
  return jh_fail(err, JH_EARCHIVE, &at, why, NULL);
}

jh_code jh_database_run(jh_ledger *archive, const char *sql, jh_error *err) {
  int status = sqlite3_exec(archive->db, sql, NULL, NULL, NULL);
  return status == SQLITE_OK ? JH_OK : jh_database_fail(archive, status, err);
}

jh_code jh_database_ask(jh_ledger *archive, const char *sql, sqlite3_stmt **out, jh_error *err) {
  int status = sqlite3_prepare_v2(archive->db, sql, -1, out, NULL);
  return status == SQLITE_OK ? JH_OK : jh_database_fail(archive, status, err);
}
