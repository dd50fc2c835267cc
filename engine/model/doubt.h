/* doubt.h - what problems of data do to verdicts, and for what verdicts wait: by audit/, for report/.
 *
 * Plain records of indices; names are asked of the run when they are printed.
 */
#ifndef JH_MODEL_DOUBT_H
#define JH_MODEL_DOUBT_H

#include "model/finding.h"

typedef enum jh_audit_doubt {
  JH_DOUBT_NONE,  /* nothing: what it concerns is not in the dataset */
  JH_DOUBT_NAMES, /* nothing: it concerns codes or names, and verdicts rest on figures */
  JH_DOUBT_CELLS, /* the cells of the problem */
  JH_DOUBT_ROWS   /* all figures of its rows */
} jh_audit_doubt;

/* A verdict that could be another one. */
typedef struct jh_audit_change {
  uint32_t rule, row; /* row of the rule's level in the dataset */
  jh_verdict before, after;
} jh_audit_change;

#define JH_IMPACT_CHANGES 6

typedef struct jh_audit_impact {
  jh_audit_doubt doubt;
  bool is_examined;     /* false: nothing can be doubted, or there was no room left for it */
  size_t county_count;  /* counties of which the last word could be another */
  size_t school_count;  /* schools of which a verdict, or one on a unit of them, could be another */
  size_t finding_count; /* verdicts that could be others, of rules on which no other rule of their
                           level stands: the last word on counties, what schools and units are told */
  size_t below_count;   /* the same of rules on which others stand */
  jh_audit_change
      changes[JH_IMPACT_CHANGES]; /* the first of finding_count: counties, then downwards */
  size_t change_count;
} jh_audit_impact;

#define JH_BLANKS_CELLS 12

typedef struct jh_blank_county {
  uint32_t row;                   /* of the topmost level */
  size_t cell_count;              /* for which it waits: filled in, they settle it */
  jh_cell cells[JH_BLANKS_CELLS]; /* the first of them */
} jh_blank_county;

typedef struct jh_blank_column {
  uint32_t table, column;
  size_t county_count; /* that wait for cells of this column */
  size_t cell_count;   /* of this column, for which they wait */
  size_t alone_count;  /* counties that wait for nothing else, */
  size_t alone_cells;  /* and for how many cells */
  size_t fewest;       /* cells of this column for which one county waits, at least */
} jh_blank_column;

typedef struct jh_blanks {
  size_t
      undetermined; /* counties, among them those that wait for no cell: a partial pack never passes */
  jh_blank_county *counties; /* fewest cells first, then by code */
  size_t county_count;
  jh_blank_column *
      columns; /* most counties that wait for nothing else, then most counties, then fewest cells */
  size_t column_count;
} jh_blanks;

#endif
