/* divisions.h - the list of counties by which codes are looked up: data/codes/divisions.csv.
 *
 * A list ends on a day and is no truth (data/codes/README.md): what is not in it may still be right.
 * Private to the layer. Knows no dataset.
 */
#ifndef JH_AUDIT_DIVISIONS_H
#define JH_AUDIT_DIVISIONS_H

#include "base/arena.h"
#include "base/error.h"

typedef struct jh_division {
  jh_str code; /* six digits */
  jh_str name, prefecture, province, kind;
} jh_division;

typedef struct jh_divisions {
  jh_division *items; /* by code */
  size_t count;       /* 0 = there is no list */
  const char *as_of;  /* "2023-06-30"; "" without a list */
} jh_divisions;

/* Reads share/data/codes/divisions.csv into the arena; without such a file, or without a folder, the list is
 * empty. Errors: JH_ENOT_READABLE and JH_ETOO_LARGE, for a shorter list would find fault with codes that are right;
 * JH_ENOMEM. */
JH_CHECKED jh_code
jh_divisions_read(jh_divisions *out, const char *share, jh_arena *arena, jh_error *err);

/* The entry of a code; NULL if there is none. */
const jh_division *jh_divisions_find(const jh_divisions *list, jh_str code);

/* The entries whose codes begin so: [*from, *to). */
void jh_divisions_range(const jh_divisions *list, jh_str beginning, size_t *from, size_t *to);

#endif
