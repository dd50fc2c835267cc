/* evidence.h - the explanation of one verdict, as a tree that reports only render.
 *
 * Built by eval/explain.c once, printed as text or JSON by report/. The root
 * is the entity; below it stand its findings, below a finding its members,
 * then the formula and the cells.
 */
#ifndef JH_MODEL_EVIDENCE_H
#define JH_MODEL_EVIDENCE_H

#include "model/finding.h"

typedef enum jh_evidence_kind {
  JH_EVIDENCE_ENTITY,  /* a county, school or stage unit: children are findings and entities */
  JH_EVIDENCE_FINDING, /* a rule and its verdict: children are members, formula, cells */
  JH_EVIDENCE_TALLY, /* a finer rule seen from above: children are the entities that fail or wait */
  JH_EVIDENCE_VALUE, /* a named quantity and its value: children are what it is made of */
  JH_EVIDENCE_CELL   /* a cell */
} jh_evidence_kind;

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
  jh_evidence *first_child, *next; /* in order */
};

#endif
