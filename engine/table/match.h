/* match.h - which column of a table a header means.
 *
 * Headers are compared after NFKC, in lower case, without inner blanks, all kinds of brackets
 * alike; first as they are, then without a unit in brackets at the end ("设备值（元）" is
 * 设备值（万元）, in another unit). Ids are strongest, then names, then aliases. Knows no file.
 */
#ifndef JH_TABLE_MATCH_H
#define JH_TABLE_MATCH_H

#include "base/arena.h"
#include "model/plan.h"

typedef struct jh_match jh_match;

typedef enum jh_match_how {
  JH_MATCH_NONE,
  JH_MATCH_ID,    /* the canonical id */
  JH_MATCH_NAME,  /* the Chinese or English name */
  JH_MATCH_ALIAS, /* one of `also` */
  JH_MATCH_UNIT   /* but for a unit in brackets, on either side */
} jh_match_how;

typedef struct jh_match_found {
  uint32_t column; /* in the table; JH_NONE */
  jh_match_how how;
  const char *unit; /* in the header's brackets, folded; NULL = none, or no unit */
  bool is_silent;   /* a column of money, found without its unit, by a header that says none: what
                       is meant must be said elsewhere */
} jh_match_found;

/* The table and the units must live as long as the match. JH_ENOMEM only. */
JH_CHECKED jh_code
jh_match_open(jh_match **out, const jh_table_def *table, const jh_units *units, jh_error *err);
void jh_match_close(jh_match *match); /* NULL is allowed */

/* A unit in the header's brackets that is of another kind than the column's (设备值（台）) matches
 * nothing. Texts go to the arena. JH_ENOMEM only. */
JH_CHECKED jh_code jh_match_find(
    jh_match_found *out, const jh_match *match, jh_str header, jh_arena *arena, jh_error *err);

/* The name, id or alias nearest to a header that means none; empty if nothing is near. The column
 * goes to *column unless it is NULL. */
jh_str jh_match_near(const jh_table_def *table, jh_str header, uint32_t *column);

/* A header as it is compared, NUL-terminated in the arena; NULL when memory is out. */
char *jh_match_fold(jh_arena *arena, jh_str header);

#endif
