/* proof.h - what was found out about the cases of a pack: which edges they stand on, which changes
 * of the pack they notice.
 *
 * Plain records: made by study/, told by report/.
 */
#ifndef JH_MODEL_PROOF_H
#define JH_MODEL_PROOF_H

#include "model/plan.h"

/* Where a case stands to a rule. */
typedef enum jh_side {
  JH_SIDE_BELOW, /* the measure is below the bound, */
  JH_SIDE_AT,    /* equal to it, */
  JH_SIDE_ABOVE, /* above it */
  JH_SIDE_MET,   /* rules without a bound: what is asked holds, */
  JH_SIDE_UNMET, /* or not */
  JH_SIDE_NO_DATA,
  JH_SIDE_OUT_OF_SCOPE
} jh_side;

/* Something that a case should show: a side of one bound, for one stage, in one period. */
typedef struct jh_edge {
  uint32_t rule;
  jh_side side;
  uint32_t stage;              /* JH_NONE: of no stage, or any */
  uint32_t bound;              /* BELOW to ABOVE: the node that is the bound; else JH_NONE */
  const jh_param_value *value; /* the bound in this period; NULL: it is computed */
  const char *path;            /* of the parameter, or of the rule's bound; "" without a bound */
  jh_date from, until;         /* the period, [from, until); until 0 = open */
  bool is_covered;
  size_t tried;    /* from how many cases one was last tried to be made; SIZE_MAX: not yet */
  bool is_written; /* a case was made for it */
  const char *why[JH_LANGS]; /* why none could be made; NULL where that was not tried */
} jh_edge;

typedef enum jh_mutation {
  JH_MUTATION_VALUE,      /* a parameter's value */
  JH_MUTATION_NUMBER,     /* a number that stands in an expression */
  JH_MUTATION_COMPARISON, /* ≥ for >, … */
  JH_MUTATION_ALL_ANY     /* all of for any of, of a rule's own condition */
} jh_mutation;

typedef enum jh_fate {
  JH_FATE_SURVIVED,  /* no case notices */
  JH_FATE_KILLED,    /* a case fails */
  JH_FATE_EQUIVALENT /* proven: no data can ever tell the two apart */
} jh_fate;

/* A small change of the pack, and whether a case noticed it. */
typedef struct jh_mutant {
  jh_mutation kind;
  jh_fate fate;
  const char *what; /* path of the parameter, else id of the rule */
  const char *of;   /* NUMBER, COMPARISON: what is compared: a column, quantity or rule; or NULL */
  const char *was, *now;
  uint32_t stage; /* VALUE: of a value for one stage */
  jh_date since;  /* VALUE: of a value that is not the first; else 0 */
  bool is_bound;  /* VALUE: some rule's own bound, which edges prove */
  jh_place place; /* where it is written */
  uint32_t param; /* VALUE; else JH_NONE */
  size_t value;   /* VALUE: index in the parameter's values */
  uint32_t node;  /* COMPARISON, ALL_ANY: the node; NUMBER: the node that reads it */
  uint32_t slot;  /* NUMBER: which of that node's arguments */
  jh_dec number;  /* VALUE, NUMBER: what it is changed to */
} jh_mutant;

#endif
