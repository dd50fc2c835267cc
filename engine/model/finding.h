/* finding.h - verdicts ready to be told: by eval/, for report/.
 *
 * Figures arrive as text, already rounded for printing in such a way that the
 * printed measure never contradicts the verdict. Texts are borrowed from plan
 * and dataset, or live in the finding itself.
 */
#ifndef JH_MODEL_FINDING_H
#define JH_MODEL_FINDING_H

#include "model/plan.h"

#define JH_FIGURE_TEXT 48

typedef struct jh_figure {
  bool is_known;             /* false: `low` to `high` is all that can be said */
  char text[JH_FIGURE_TEXT]; /* known: the number, in the rule's unit */
  char low[JH_FIGURE_TEXT];  /* not known: "" means no lower end */
  char high[JH_FIGURE_TEXT]; /* not known: "" means no upper end */
} jh_figure;

typedef struct jh_entity {
  uint32_t level, row;
  jh_str code, name;
  uint32_t stage; /* stage units; else JH_NONE */
  jh_str county_code, county_name;
} jh_entity;

typedef struct jh_tally {
  size_t of[JH_VERDICTS]; /* how many entities have each verdict */
} jh_tally;

typedef struct jh_finding {
  const jh_rule *rule;
  uint32_t rule_index;
  jh_entity entity;
  jh_verdict verdict;
  bool has_figures; /* measure and bound were asked for and exist */
  jh_figure measure, bound, margin;
  jh_figure full; /* points that can be had; only of SCORE, with has_figures */
  const jh_param_value
      *source; /* the value in force behind the bound; NULL if the bound is no parameter */
} jh_finding;

/* "At least n of them, the others at least a share of their bound": what is asked of a member that
 * is not met. */
typedef struct jh_floor {
  bool is_asked;            /* false: nothing is asked of this member; the rest is empty */
  jh_verdict verdict;       /* MET, UNMET or UNDETERMINED: does it reach the floor */
  jh_figure share;          /* of the bound, in percent */
  jh_figure measure, bound; /* in the member's unit, printed so that they compare as they are */
} jh_floor;

/* A cell that a verdict rests on, or waits for. */
typedef struct jh_cell {
  const jh_table_def *table;
  const jh_column_def *column;
  uint32_t row;         /* of the table's level in the dataset */
  jh_str entity;        /* code of the row */
  const char *file;     /* as given; "" if the value was given in a case */
  const char *sheet;    /* of a workbook: line is the row, field the column; NULL = a text file */
  const char *origin;   /* where it stood before an import, "schools.xlsx 学校!C14"; NULL */
  uint32_t line, field; /* where it stands; 0 = unknown */
  const char *written;  /* as it stands in the file; NULL if not looked up */
  char read[JH_FIGURE_TEXT]; /* as it was understood; "" when missing */
  bool is_missing;
} jh_cell;

#endif
