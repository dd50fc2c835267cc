/* crew.c - see crew.h. */
#include "base/crew.h"

#include <stdatomic.h>

typedef struct crew {
  atomic_size_t next; /* the task that nobody has begun */
  size_t count;
  jh_crew_task work;
  void *payload;
} crew;

typedef struct member {
  crew *of;
  size_t lane;
  pthread_t thread;
} member;

static void *run(void *payload) {
  const member *self = payload;
  crew *c = self->of;
  for (size_t task; (task = atomic_fetch_add(&c->next, 1)) < c->count;) {
    c->work(c->payload, self->lane, task);
  }
  return NULL;
}

void jh_crew_run(size_t lanes, size_t count, jh_crew_task work, void *payload) {
  crew c = {.count = count, .work = work, .payload = payload};
  member members[JH_CREW_MOST];
  size_t started = 1;
  if (lanes > JH_CREW_MOST) lanes = JH_CREW_MOST;
  if (lanes > count) lanes = count;
  members[0] = (member){.of = &c};
  for (; started < lanes; started++) {
    members[started] = (member){.of = &c, .lane = started};
    if (pthread_create(&members[started].thread, NULL, run, &members[started]) != 0) break;
  }
  run(&members[0]);
  for (size_t i = 1; i < started; i++) pthread_join(members[i].thread, NULL);
}

static void *run_aside(void *payload) {
  const jh_crew_aside *aside = payload;
  aside->work(aside->payload);
  return NULL;
}

void jh_crew_begin(jh_crew_aside *aside, void (*work)(void *payload), void *payload) {
  aside->work = work;
  aside->payload = payload;
  aside->is_running = pthread_create(&aside->thread, NULL, run_aside, aside) == 0;
}

void jh_crew_end(jh_crew_aside *aside) {
  if (!aside->work) return;
  if (aside->is_running) {
    pthread_join(aside->thread, NULL);
  } else {
    aside->work(aside->payload);
  }
  *aside = (jh_crew_aside){0};
}
