/* prices.h - with which means a county or school can be helped, and what they cost.
 *
 * Plain records, filled from a list of prices in Lua (script/bind_prices.c), read by remedy/ and report/.
 * A list belongs to a plan: its columns are those of the plan's tables.
 */
#ifndef JH_MODEL_PRICES_H
#define JH_MODEL_PRICES_H

#include "base/date.h"
#include "base/dec.h"
#include "base/error.h"
#include "model/text.h"

/* What one unit of a means changes in a column of its table. */
typedef struct jh_means_add {
  uint32_t column;
  jh_dec amount; /* in the column's unit; may be below 0, never 0 */
} jh_means_add;

/* A means is for rows alone whose cell is one of these. */
typedef struct jh_means_only {
  uint32_t column; /* of choices, or yes/no */
  uint64_t set;    /* bit k: choice k; of yes/no bit 0: no, bit 1: yes */
} jh_means_only;

typedef struct jh_means {
  const char *id;
  jh_text name;
  uint32_t table;  /* whose rows it is for */
  jh_dec yuan;     /* for one; >= 0 */
  const char *per; /* a unit, as written; NULL = none */
  jh_dec step;     /* bought in multiples of this; > 0 */
  jh_means_add *adds;
  size_t add_count;
  jh_means_only *onlys;
  size_t only_count;
  bool has_most;
  jh_dec most;   /* at one row; >= 0 */
  bool can_move; /* also from one row to another of the same county */
  jh_dec move_yuan;
  jh_place place;
} jh_means;

typedef struct jh_prices {
  const char *id, *file; /* file: as it was given */
  jh_text name, notice;  /* notice: printed above every result, "made-up prices" */
  jh_date date;          /* of the prices; 0 = not said */
  bool has_head;
  jh_place place;
  jh_means *means; /* in the order in which they stand */
  size_t count, room;
} jh_prices;

#endif
