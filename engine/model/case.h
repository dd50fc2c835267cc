/* case.h - a case of a pack: given these values, this rule gives this verdict.
 *
 * A case is a small family of rows, from county down; cells that are not given
 * are missing. Plain records; study/cases.h runs them.
 */
#ifndef JH_MODEL_CASE_H
#define JH_MODEL_CASE_H

#include "base/date.h"
#include "base/dec.h"
#include "base/error.h"
#include "model/verdict.h"

typedef struct jh_case_value {
  bool is_quantity; /* index is a quantity, else a column of the row's table */
  uint32_t index;
  bool is_missing;
  jh_dec number;    /* numbers; in the column's unit (quantities: base units) */
  uint32_t mark;    /* bool: 0 or 1; choice: index */
  const char *text; /* code and text columns */
} jh_case_value;

typedef struct jh_case_row {
  uint32_t level;
  uint32_t parent; /* row index within the case, JH_NONE for the county */
  uint32_t stage;  /* stage units; else JH_NONE */
  jh_case_value *values;
  size_t value_count;
} jh_case_row;

/* What a figure is to be: a number, or a range of which both ends are told. */
typedef struct jh_case_figure {
  bool is_there;
  jh_dec low, high; /* the same where the figure is to be known */
} jh_case_figure;

typedef struct jh_case {
  const char *name;
  uint32_t rule;
  jh_date on;        /* 0 = the pack's first day */
  jh_case_row *rows; /* parents before children */
  size_t row_count;
  uint32_t subject;   /* the row that is judged */
  uint32_t *switches; /* parameters that are on in this case, each once */
  size_t switch_count;
  jh_verdict verdict;
  jh_case_figure measure, bound, margin; /* in the rule's unit; compared exactly */
  jh_place place;
} jh_case;

#endif
