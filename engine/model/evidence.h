/* evidence.h - the explanation of one verdict, as a tree that reports only render.
 *
 * Built by eval/explain.c once, printed as text, JSON or HTML by report/. The root
 * is the entity; below it stand its findings, below a finding its members,
 * then the formula and the cells.
 */
#ifndef JH_MODEL_EVIDENCE_H
#define JH_MODEL_EVIDENCE_H

#include "model/finding.h"

/* How far down evidence is told. */
typedef enum jh_evidence_depth {
  JH_EVIDENCE_LINES,    /* requirement by requirement: measure, bound, margin, clause */
  JH_EVIDENCE_SENTENCE, /* one sentence */
  JH_EVIDENCE_FULL      /* down to the cells */
} jh_evidence_depth;

typedef enum jh_evidence_kind {
  JH_EVIDENCE_ENTITY,  /* a county, school or stage unit: children are findings and entities */
  JH_EVIDENCE_FINDING, /* a rule and its verdict: children are members, formula, cells */
  JH_EVIDENCE_TALLY, /* a finer rule seen from above: children are the entities that fail or wait */
  JH_EVIDENCE_VALUE, /* a named quantity and its value: children are what it is made of */
  JH_EVIDENCE_CELL   /* a cell */
} jh_evidence_kind;

/* The rows behind a spread, as a whole. */
typedef struct jh_evidence_group {
  uint32_t level;
  size_t count;     /* rows that take part, or may */
  size_t unknown;   /* of these, whose value or weight is not known: then no mean can be told */
  jh_figure mean;   /* weighted, in the indicator's unit; nothing if there is none */
  jh_figure weight; /* of all together */
  const char *unit_text; /* of values, mean and distances; "" = none */
} jh_evidence_group;

/* One row of a group, where all are known. */
typedef struct jh_evidence_pull {
  jh_figure weight;
  jh_figure distance; /* of its value from the mean, in the same unit */
  jh_figure percent;  /* its part of the weighted sum of squared distances */
} jh_evidence_pull;

/* What one stage of a school has of something that stages use together. */
typedef struct jh_evidence_share {
  const char *id;                    /* of the stage, as the pack's weights name it */
  const char *amount_en, *amount_zh; /* by what it is shared out, as a formula: students */
  jh_figure amount, weight;
  jh_figure percent; /* of the whole */
  jh_figure got;
  bool is_own; /* of the stage that is explained */
} jh_evidence_share;

typedef struct jh_evidence_split {
  const char *id; /* of the split */
  const jh_param_value *source;
  jh_figure whole; /* what is shared out */
  jh_evidence_share *shares;
  size_t count;
} jh_evidence_split;

/* A change of a number that the rule rests on, in force on the day, and the value below it. */
typedef struct jh_evidence_change {
  const jh_change *change;
  const jh_param_value
      *base;     /* where the value stood before any change of this path that is listed;
                                 NULL: as in the one above, or not known */
  bool is_first; /* of its path */
} jh_evidence_change;

typedef struct jh_evidence jh_evidence;
struct jh_evidence {
  jh_evidence_kind kind;
  jh_finding finding; /* ENTITY (entity only), FINDING, TALLY */
  jh_tally tally;     /* TALLY; FINDING of shape AT_LEAST_N: its members */
  jh_floor
      floor; /* FINDING that is a member of an AT_LEAST_N and not met: the floor it has to reach */
  const jh_quantity *quantity; /* VALUE; NULL for an unnamed part */
  const char *formula;         /* VALUE and FINDING: how it is computed, in column names; or NULL */
  const char *formula_zh; /* the same in the Chinese names of columns and quantities; or NULL */
  jh_figure value;        /* VALUE */
  jh_cell cell;           /* CELL */
  bool decides;           /* CELL: missing, and could settle the verdict */
  bool is_needed; /* CELL: were it blank, the finding nearest to the root could not be told */
  const jh_evidence_group *group;    /* FINDING, VALUE of a spread: its rows; else NULL */
  const jh_evidence_pull *pull;      /* VALUE of a row of such a group; else NULL */
  const jh_evidence_split *split;    /* VALUE that was shared out between stages; else NULL */
  const jh_evidence_change *changes; /* FINDING: of its numbers, in the order of the chain */
  size_t change_count;
  jh_cell *waiting; /* FINDING: missing cells that could settle it, the first of them */
  size_t waiting_listed, waiting_count;
  size_t unlisted; /* rows or entities that are not among the children for want of room */
  jh_evidence *first_child, *next; /* in order */
};

#endif
