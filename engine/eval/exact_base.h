/* exact_base.h - what an exact evaluation looks at: a plan, its data, a day. */
#ifndef JH_EVAL_EXACT_BASE_H
#define JH_EVAL_EXACT_BASE_H

#include "table/dataset.h"

struct jh_force;
struct jh_computed;

typedef struct jh_exact {
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_date on;
  const struct jh_force *force; /* which rules are in force on the day (force.h); NULL = found out
                                   anew in each call */
  const struct jh_computed *computed; /* values of COMPUTE nodes (computed.h); NULL = all unknown */
  /* What a finished run knows of a condition node at a row; false = work it out. NULL = there is no
   * run. */
  bool (*told)(const void *payload, uint32_t node, uint32_t row, jh_tri *out);
  const void *told_payload;
} jh_exact;

#endif
