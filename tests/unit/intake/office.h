/* office.h - a folder of an office's files, a mapping, and an import of it: what tests of an import share. */
#ifndef JH_TESTS_UNIT_INTAKE_OFFICE_H
#define JH_TESTS_UNIT_INTAKE_OFFICE_H

#include "junheng.h"

typedef struct office {
  char folder[200]; /* of the files; out/ in it is the result */
  jh_session *session;
  jh_import_count count;
  jh_error err;
} office;

void office_open(office *o); /* with a small dictionary, town.lua */
void office_close(office *o);
void office_write(office *o, const char *name, const char *text);

/* Imports by a mapping whose head is written before `froms`. */
jh_code office_import(office *o, const char *head, const char *froms);

/* A file of the result as text, freed by the next call; NULL if there is none. */
const char *office_read(office *o, const char *name);

/* The n-th (0 = first) diagnostic of a code; NULL if there is none. */
const jh_error *office_found(const office *o, jh_code code, size_t n);

/* Where a cell of the result came from, as evidence tells it. Good until the next call. */
const char *office_origin(office *o, const char *table, uint32_t line, const char *column);

#endif
