/* flip_more.h - what else a comparison tells: who just misses the line, what each change does by itself, and
 * what is missing and costs. Made by study/, told by report/.
 *
 * Plain records, like flip.h. Amounts are texts: exact decimals, or rounded to 4 places.
 */
#ifndef JH_MODEL_FLIP_MORE_H
#define JH_MODEL_FLIP_MORE_H

#include "model/flip.h"

/* An entity whose verdict on a changed rule stays, and whose measure is near the new bound. */
typedef struct jh_near {
  jh_flip_point point;
  const char *margin; /* how far from the new bound, in percent of it */
} jh_near;

typedef struct jh_near_list {
  const char *percent; /* as asked for */
  jh_near *items; /* by rule, the met before the unmet, the nearest first, then as rows stand */
  size_t count, room;
} jh_near_list;

/* One statement of the layers above the base, evaluated without the others; or one switch. */
typedef struct jh_alone_item {
  const char *at;        /* where it stands: "reform.lua:12"; of a switch its id */
  const size_t *changes; /* of the comparison */
  size_t change_count;
  bool is_switch;
  bool stands;   /* false: it cannot be made without another one, and was not evaluated */
  size_t *flips; /* by total of the comparison: verdicts that it changes alone */
  size_t *own;   /* of those, the ones that all together change in the same way */
} jh_alone_item;

/* A verdict that some change would turn alone, and that stays with all of them. */
typedef struct jh_undone {
  uint32_t rule;
  uint32_t row[2];
  jh_verdict verdict; /* before and after */
  const uint8_t *alone;
} jh_undone;

/* The flips of one total by all changes: the four parts add up to them. */
typedef struct jh_alone_sum {
  size_t flips, part[4], undone;
} jh_alone_sum;

typedef struct jh_flip_alone {
  jh_alone_item *items;
  size_t count;
  jh_alone_sum *sums; /* by total of the comparison */
  jh_undone *undone;  /* the last word first, then as rules and rows stand */
  size_t undone_count, undone_room;
} jh_flip_alone;

/* Why nothing is counted or priced of a rule. */
typedef enum jh_cost_why {
  JH_COST_PRICED,
  JH_COST_NO_PRICE, /* counted; nobody says what a unit costs */
  JH_COST_NO_GAP    /* what is missing cannot be counted: no quotient, a spread, both sides move */
} jh_cost_why;

/* An amount on both sides; "0" where nothing is missing, NULL = not known, or not told. */
typedef struct jh_cost_pair {
  const char *at[2];
} jh_cost_pair;

/* A rule of which is counted what is missing to its bound. */
typedef struct jh_cost_item {
  uint32_t rule; /* pair */
  jh_cost_why why;
  const char *unit; /* what is missing is counted in it; NULL where nothing is counted */
  bool is_plain;    /* a count without a unit, for which no price gives a word */
  const char *yuan; /* for one; NULL without a price */
  jh_text note;     /* of the price */
  bool is_whole;    /* counted in whole units at every entity where all it is made of is counted */
  size_t unmet[2];  /* entities */
  size_t not_known[2]; /* unmet or undetermined, and not counted for want of data */
} jh_cost_item;

/* One item at one entity. */
typedef struct jh_cost_line {
  uint32_t item;
  uint32_t row[2];
  jh_verdict verdict[2];
  jh_cost_pair missing, yuan;
} jh_cost_line;

/* One item in a county, prefecture, province, or in all. */
typedef enum jh_cost_level {
  JH_COST_COUNTY,
  JH_COST_PREFECTURE,
  JH_COST_PROVINCE,
  JH_COST_ALL
} jh_cost_level;

typedef struct jh_cost_sum {
  uint32_t item; /* JH_NONE: all priced ones together */
  jh_cost_level level;
  uint32_t county; /* row on the side after: the county, or one that lies in the region */
  jh_cost_pair missing, yuan;
  size_t unmet[2], not_known[2];
} jh_cost_sum;

typedef struct jh_cost {
  jh_cost_item *items; /* those with a price, then the changed rules without */
  size_t item_count;
  jh_cost_line *lines; /* by item, in order of rows; only where something is missing or not known */
  size_t line_count, line_room;
  jh_cost_sum *sums; /* by level, region, item; only where something is missing or not known */
  size_t sum_count, sum_room;
} jh_cost;

#endif
