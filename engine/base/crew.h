/* crew.h - some threads for some tasks.
 *
 * Knows nothing of what is done.
 */
#ifndef JH_BASE_CREW_H
#define JH_BASE_CREW_H

#include <stddef.h>

#define JH_CREW_MOST ((size_t)64)

/* What a thread does: `lane` is the thread's number, below `lanes` of jh_crew_run. */
typedef void (*jh_crew_task)(void *payload, size_t lane, size_t task);

/* Runs tasks 0 to count - 1, begun in that order, on up to `lanes` threads with the calling one as
 * lane 0; returns when all are done. If a thread cannot be started, the others do its work. */
void jh_crew_run(size_t lanes, size_t count, jh_crew_task work, void *payload);

#endif
