/* compare_figure.h - measure and bound of a point of a comparison, exactly. Private to study/. */
#ifndef JH_STUDY_COMPARE_FIGURE_H
#define JH_STUDY_COMPARE_FIGURE_H

#include "base/rat.h"
#include "eval/run.h"
#include "model/flip.h"

typedef struct jh_compare_figure {
  const jh_comparison *what;
  const jh_run *run[2];
} jh_compare_figure;

/* Has the rule a number that is held against another, which has a share: no grade, no points. */
bool jh_compare_figure_has(const jh_plan *plan, const jh_rule *rule);

/* |measure - bound| / |bound| in percent, on the side after, else before; false where one of them is not known or
 * the bound is 0. Of a point about a floor its bound is that of the floor. */
bool jh_compare_figure_margin(
    const jh_compare_figure *figure, const jh_flip_point *point, jh_rat *out);

/* At most 4 decimals, rounded half away from zero (arena). Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_compare_figure_text(const char **out, const jh_rat *value, jh_arena *arena, jh_error *err);

#endif
