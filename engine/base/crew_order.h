/* crew_order.h - tasks that several threads make in any order, taken one by one in their own order.
 *
 * For outputs: pieces are made side by side and handed on as one thread would. Knows nothing of what is made.
 */
#ifndef JH_BASE_CREW_ORDER_H
#define JH_BASE_CREW_ORDER_H

#include "base/crew.h"

typedef struct jh_crew_order {
  size_t lanes;  /* threads, the calling one among them; 1 to JH_CREW_MOST */
  size_t places; /* how many tasks may be made and not yet taken; at least `lanes` */
  void *payload;
  /* Makes a task into a place below `places`, which is its own until it was taken. */
  void (*make)(void *payload, size_t lane, size_t task, size_t place);
  /* Takes the tasks in order, never two at once, on any thread. False: it is of no use to go on; then
   * nothing more is taken, and what was not begun is not made. */
  bool (*take)(void *payload, size_t task, size_t place);
} jh_crew_order;

/* Tasks 0 to count - 1, each made once and taken once unless a take says false. Returns when nothing is at
 * work any more. */
void jh_crew_order_run(const jh_crew_order *order, size_t count);

#endif
