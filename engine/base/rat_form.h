/* rat_form.h - how a rational lies in memory; private to rat*.c, for everybody else see rat.h. */
#ifndef JH_BASE_RAT_FORM_H
#define JH_BASE_RAT_FORM_H

#include <stdint.h>

typedef struct jh_rat {
  int64_t den; /* > 0: the number is num / den, in lowest terms; 0: it is `big` */
  union {
    int64_t num;
    struct jh_rat_big *big; /* its own; only what does not fit into the other form */
  };
} jh_rat;

#endif
