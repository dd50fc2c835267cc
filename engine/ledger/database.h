/* database.h - the inside of an archive; private to ledger/. */
#ifndef JH_LEDGER_DATABASE_H
#define JH_LEDGER_DATABASE_H

#include <sqlite3.h>

#include "base/error.h"

typedef struct jh_ledger jh_ledger;

struct jh_ledger {
  sqlite3 *db;
  const char *path; /* borrowed */
  int64_t run;      /* that is being added */
  int place;        /* of its next input or option */
};

/* What SQLite's status means. */
JH_CHECKED jh_code jh_database_fail(const jh_ledger *archive, int status, jh_error *err);

/* Statements without a result; and the beginning of one with. */
JH_CHECKED jh_code jh_database_run(jh_ledger *archive, const char *sql, jh_error *err);
JH_CHECKED jh_code
jh_database_ask(jh_ledger *archive, const char *sql, sqlite3_stmt **out, jh_error *err);

#endif
