/* remedy.h - what is missing to pass and the way to get it: by session/, for report/.
 *
 * Plain records. Figures are text, ready to be printed; amounts are rounded up, never down.
 */
#ifndef JH_MODEL_REMEDY_H
#define JH_MODEL_REMEDY_H

#include "model/finding.h"
#include "model/prices.h"

/* What is missing to one requirement at one entity. */
typedef struct jh_remedy_lack {
  jh_finding finding;
  const jh_rule
      *choice; /* the rule of whose members some may be left at their floor; NULL = none */
  uint32_t choice_number; /* lacks of the same number belong together; 0 = none */
  uint32_t leave;         /* of these, so many may be left at the floor */
  jh_entity at;           /* the row in which something is missing: of a stage unit its school */
  const jh_column_def **columns; /* in any of these */
  size_t column_count;
  const char *amount; /* in the columns' unit */
  const char *floor;  /* the same to the floor; "0" = reached; "" = there is none */
} jh_remedy_lack;

/* A unit below the mean of a spread that is too large. */
typedef struct jh_remedy_lag {
  jh_entity unit;
  const char *value;   /* in the unit of the measure */
  jh_remedy_lack lack; /* to the level: at, columns, amount; no columns = none is told */
} jh_remedy_lag;

/* A spread that is too large: it holds once all units below `level` are raised to it. */
typedef struct jh_remedy_levelling {
  jh_finding finding;
  const char *mean, *level, *unit_text;
  jh_remedy_lag *lags; /* from the one furthest behind */
  size_t lag_count;
} jh_remedy_levelling;

/* What cannot be bought. */
typedef struct jh_remedy_bar {
  jh_finding finding;
  const char *why; /* "judged", "not_moved", "waits", "not_linear" (remedy/model.h) */
  jh_cell *cells;  /* waits: the missing cells, the first of them */
  size_t cell_count, cell_total;
} jh_remedy_bar;

typedef struct jh_remedy_edit {
  const jh_table_def *table;
  const jh_column_def *column;
  jh_entity at;
  char from[JH_FIGURE_TEXT], to[JH_FIGURE_TEXT]; /* as they stand in a cell */
} jh_remedy_edit;

/* A line of the plan. */
typedef struct jh_remedy_buy {
  const jh_means *means;
  jh_entity at, source; /* source: a move, from where */
  bool is_move;
  const char *amount, *yuan;
  const jh_rule **serves; /* unmet requirements to which it contributes, each once */
  size_t serve_count;
  jh_remedy_edit
      *edits; /* in order: applied one after the other over all lines they give the data after it */
  size_t edit_count;
} jh_remedy_buy;

typedef struct jh_remedy_spread {
  jh_finding before, after; /* after: only of a plan that was made */
} jh_remedy_spread;

typedef enum jh_remedy_outcome {
  JH_REMEDY_NOTHING,  /* all is met */
  JH_REMEDY_UNPRICED, /* no prices were given */
  JH_REMEDY_BARRED,   /* nothing that is missing can be bought */
  JH_REMEDY_PLANNED,  /* lines of a plan */
  JH_REMEDY_NO_WAY,   /* proven: with these means there is none */
  JH_REMEDY_NOT_FOUND /* none was found */
} jh_remedy_outcome;

typedef struct jh_remedy_report {
  jh_entity entity;
  const jh_rule *rule;       /* what the verdict is of; NULL = several rules */
  jh_verdict verdict, after; /* as the pack may state it; after: PLANNED only */
  const jh_prices *prices;   /* NULL = none */
  jh_remedy_lack *lacks;
  size_t lack_count;
  jh_remedy_levelling *levellings;
  size_t levelling_count;
  jh_remedy_bar *bars;
  size_t bar_count;
  jh_remedy_outcome outcome;
  jh_remedy_buy *buys;
  size_t buy_count;
  const char *cost, *bound; /* yuan; no plan costs less than `bound` */
  bool is_cheapest;         /* proven */
  bool
      moves_are_out; /* moves were asked for and left out, as a plan with them did not stand the trial */
  bool is_met;       /* tried: all but the bars is met with it */
  bool is_tight; /* tried: with one step less of any line it is not */
  jh_remedy_spread *spreads;
  size_t spread_count;
} jh_remedy_report;

#endif
