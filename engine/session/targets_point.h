/* targets_point.h - a point of a roadmap: its sessions, read, evaluated and let go; private to session/. */
#ifndef JH_SESSION_TARGETS_POINT_H
#define JH_SESSION_TARGETS_POINT_H

#include "session/session.h"
#include "study/target_roadmap.h"

/* The two sides of a point over the same data. */
typedef struct jh_targets_point {
  jh_session *sides[JH_ROADMAP_SIDES]; /* the second NULL without a reform */
  bool is_shared;                      /* the data belong to the second side */
  jh_date day, on;
} jh_targets_point;

/* Reads one year of a dataset and evaluates it on both sides. The sessions are there even after a failure,
 * as far as it got, and belong to the caller. Errors as jh_roadmap_add. */
JH_CHECKED jh_code jh_targets_point_read(
    jh_targets_point *out, const jh_roadmap_options *options, const char *data, const char *year,
    jh_error *err);

/* Lets the data go: packs, heads and what was noticed stay. JH_ENOMEM. */
JH_CHECKED jh_code jh_targets_point_release(jh_targets_point *point, jh_error *err);

#endif
