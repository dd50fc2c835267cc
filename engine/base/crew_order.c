/* crew_order.c - see crew_order.h.
 *
 * Whoever finishes the task that is next takes it and all that wait behind it; others go on making, up
 * to a limit. The task that is next is always made by somebody, for tasks are begun in their order.
 */
#include "base/crew_order.h"

typedef struct queue {
  const jh_crew_order *of;
  pthread_mutex_t lock; /* of everything below */
  pthread_cond_t moved; /* `next` or `is_over` changed */
  size_t next;          /* the task that is to be taken */
  bool is_made[2 * JH_CREW_MOST];
  bool is_taking; /* a thread is at it */
  bool is_over;
} queue;

enum { PLACES_MOST = 2 * JH_CREW_MOST };

static size_t places_of(const jh_crew_order *of) {
  size_t least = of->places < of->lanes ? of->lanes : of->places;
  if (least == 0) least = 1;
  return least > PLACES_MOST ? PLACES_MOST : least;
}

/* Waits until the task's place is free; false if nothing more is to be made. */
static bool enter(queue *q, size_t task) {
  pthread_mutex_lock(&q->lock);
  while (!q->is_over && task >= q->next + places_of(q->of)) pthread_cond_wait(&q->moved, &q->lock);
  bool goes_on = !q->is_over;
  pthread_mutex_unlock(&q->lock);
  return goes_on;
}

/* With the lock held, which is given up meanwhile. */
static void take_all(queue *q) {
  size_t places = places_of(q->of);
  q->is_taking = true;
  while (!q->is_over && q->is_made[q->next % places]) {
    size_t task = q->next;
    pthread_mutex_unlock(&q->lock);
    bool goes_on = q->of->take(q->of->payload, task, task % places);
    pthread_mutex_lock(&q->lock);
    q->is_made[task % places] = false;
    q->next++;
    q->is_over = !goes_on;
    pthread_cond_broadcast(&q->moved);
  }
  q->is_taking = false;
}

static void work(void *payload, size_t lane, size_t task) {
  queue *q = payload;
  if (!enter(q, task)) return;
  size_t place = task % places_of(q->of);
  q->of->make(q->of->payload, lane, task, place);
  pthread_mutex_lock(&q->lock);
  q->is_made[place] = true;
  if (!q->is_taking) take_all(q);
  pthread_mutex_unlock(&q->lock);
}

void jh_crew_order_run(const jh_crew_order *order, size_t count) {
  queue q = {.of = order, .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER};
  jh_crew_run(order->lanes, count, work, &q);
  pthread_cond_destroy(&q.moved);
  pthread_mutex_destroy(&q.lock);
}
