/* sweep.h - what verdicts do as parameters move: by vary/, for report/.
 *
 * Plain records. A parameter is a line; along it verdicts are counted at chosen values (steps), or the places
 * are told at which they turn. Texts are borrowed from plan and dataset, or live in the arena of whoever asked.
 */
#ifndef JH_MODEL_SWEEP_H
#define JH_MODEL_SWEEP_H

#include "base/rat.h"
#include "model/finding.h"

/* One parameter that moves. */
typedef struct jh_sweep_axis {
  uint32_t param, stage;     /* stage: JH_NONE where it does not differ by stage */
  const char *path;          /* with the stage, as people write it: class_size.at_most.primary */
  const jh_param_value *now; /* in force on the day */
  jh_dec *values;            /* rising, in the parameter's unit */
  size_t count;              /* 0: no values; the places are asked for */
} jh_sweep_axis;

typedef enum jh_sweep_region_kind {
  JH_SWEEP_ALL,
  JH_SWEEP_PROVINCE,
  JH_SWEEP_PREFECTURE
} jh_sweep_region_kind;

/* Whose entities are counted together. */
typedef struct jh_sweep_region {
  jh_sweep_region_kind kind;
  jh_str code, name; /* the code's beginning, 2 or 4 digits; empty: all */
  uint32_t province; /* prefectures: index of the region above; else JH_NONE */
} jh_sweep_region;

/* A place on the line, in the parameter's unit. */
typedef struct jh_sweep_place {
  jh_rat at;
  bool is_root; /* the place is the root of `at` */
  bool is_near; /* the place is above `at` by less than can be printed, and no ratio */
} jh_sweep_place;

/* The same for people: decimals one unit of their last digit apart, the place between them or on one of
 * them, and nothing else turns in between. */
typedef struct jh_sweep_figure {
  const char *exact; /* "num/den"; of a root that of its square; "" if it is no such number */
  const char *last, *first; /* last on this side of the place, first on the other */
} jh_sweep_figure;

/* A place at which the verdict on an entity turns. */
typedef struct jh_sweep_turn {
  uint32_t row;             /* of the rule's level */
  jh_verdict before, after; /* below the place, above it */
  bool is_after;            /* the place itself has the verdict after it, else that before it */
  jh_sweep_place place;
  jh_sweep_figure figure;
} jh_sweep_turn;

/* A place at which the share of entities that are met crosses what is aimed at. */
typedef struct jh_sweep_goal {
  size_t first, count;       /* of jh_sweep.order: the turns at this place */
  bool is_reached[3];        /* just below the place, at it, just above it */
  size_t met[3], counted[3]; /* the same; counted: those that are met, unmet or undetermined */
  jh_sweep_figure figure; /* last and first: with the place itself on the side that it goes with */
} jh_sweep_goal;

/* How often a requirement that the parameter does not move keeps an entity from ever being met. */
typedef struct jh_sweep_reason {
  uint32_t rule;
  size_t unmet, undetermined; /* undetermined: cannot be told for want of data */
} jh_sweep_reason;

typedef struct jh_sweep_aim {
  jh_dec percent;
  const jh_sweep_goal *goals; /* rising; empty: the share is reached everywhere, or nowhere */
  size_t goal_count;
  bool is_reached_first;         /* is it reached before the first place of all */
  size_t most_met, most_counted; /* the largest share anywhere on the line */
  uint32_t
      most_at; /* turn (index of jh_sweep.order) at which it is; JH_NONE: from the beginning of the line */
  int most_side;          /* -1 below that turn, 0 at it, 1 above it */
  const char *most_value; /* a decimal there */
  size_t never; /* of those that are counted at some value: that are met nowhere on the line */
  size_t
      not_counted; /* entities that are counted nowhere: not applicable or not in force all along */
  const jh_sweep_reason *reasons; /* why, most frequent first; only of the last word on counties */
  size_t reason_count;
} jh_sweep_aim;

typedef struct jh_sweep {
  jh_sweep_axis axes[2];
  size_t axis_count;
  uint32_t rule;
  bool is_last_word; /* the pack's verdict on counties */
  bool is_moved;     /* false: no verdict depends on any of the parameters */
  uint32_t
      exact_axis; /* of two: along which the counts were cut exactly, at each value of the other; else JH_NONE */
  bool is_stepped;    /* each value was evaluated by itself, at least along one of two parameters */
  bool is_above_zero; /* the places hold above 0 only, as the rule divides by the parameter */
  uint32_t
      blocker; /* stepped: the node that follows the parameter in no one direction, or JH_NONE */
  const jh_sweep_region *regions; /* [0]: all */
  size_t region_count;
  size_t entity_count;
  const jh_tally *today;      /* by region */
  jh_tally *counts;           /* [step * region_count + region]; step = i * axes[1].count + j */
  size_t step_count;          /* 0: no values */
  const jh_sweep_turn *turns; /* no values: by row, then rising */
  size_t turn_count;
  const size_t *order;      /* the turns, rising by place, then by row */
  const jh_verdict *lowest; /* by row: the verdict at the beginning of the line */
  const jh_sweep_aim *aim;  /* NULL: not asked for */
} jh_sweep;

#endif
