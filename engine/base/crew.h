/* crew.h - some threads for some tasks.
 *
 * Knows nothing of what is done.
 */
#ifndef JH_BASE_CREW_H
#define JH_BASE_CREW_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define JH_CREW_MOST ((size_t)64)

/* What a thread does: `lane` is the thread's number, below `lanes` of jh_crew_run. */
typedef void (*jh_crew_task)(void *payload, size_t lane, size_t task);

/* Runs tasks 0 to count - 1, begun in that order, on up to `lanes` threads with the calling one as
 * lane 0; returns when all are done. If a thread cannot be started, the others do its work. */
void jh_crew_run(size_t lanes, size_t count, jh_crew_task work, void *payload);

/* One piece of work beside what the calling thread goes on with. */
typedef struct jh_crew_aside {
  void (*work)(void *payload); /* NULL = none */
  void *payload;
  pthread_t thread;
  bool is_running;
} jh_crew_aside;

void jh_crew_begin(jh_crew_aside *aside, void (*work)(void *payload), void *payload);

/* Waits until it is done, or does it now if no thread could be started. Nothing where there is
 * none. */
void jh_crew_end(jh_crew_aside *aside);

#endif
