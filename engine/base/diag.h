/* diag.h - many findings about the same input, kept in a capped list.
 *
 * One bad cell must not hide the next. The list keeps the first `cap` of each
 * severity and counts the rest, so that a hopeless file costs no memory.
 */
#ifndef JH_BASE_DIAG_H
#define JH_BASE_DIAG_H

#include "base/error.h"

typedef struct jh_diag jh_diag;

jh_diag *jh_diag_open(size_t cap); /* NULL when memory is out */
void jh_diag_close(jh_diag *diag);

/* Adds a copy; what is over the cap, or finds no memory, is counted only. */
void jh_diag_add(jh_diag *diag, const jh_error *error);

/* Counts as many as if they had been added, and keeps none of them. */
void jh_diag_drop(jh_diag *diag, jh_severity severity, size_t count);

/* How many were added of a severity, kept or not. */
size_t jh_diag_count(const jh_diag *diag, jh_severity severity);

/* The kept ones, ordered as added. */
size_t jh_diag_kept(const jh_diag *diag);
const jh_error *jh_diag_get(const jh_diag *diag, size_t index);

/* Calls for each kept one, in order, so that more can be said of it. */
void jh_diag_each(jh_diag *diag, void (*act)(void *payload, jh_error *error), void *payload);

/* How many of a severity were counted but not kept. */
size_t jh_diag_dropped(const jh_diag *diag, jh_severity severity);

#endif
