/* Threads: every task is done once, whoever does it. */
#include "base/crew.h"

#include <stdatomic.h>

#include "support/test.h"

enum { TASKS = 500 };

typedef struct tally {
  atomic_int done[TASKS];
  atomic_size_t highest_lane;
} tally;

static void work(void *payload, size_t lane, size_t task) {
  tally *t = payload;
  atomic_fetch_add(&t->done[task], 1);
  size_t before = atomic_load(&t->highest_lane);
  while (lane > before && !atomic_compare_exchange_weak(&t->highest_lane, &before, lane)) continue;
}

TEST(every_task_is_done_once) {
  static const size_t lanes[] = {0, 1, 2, 7, 1000};
  for (size_t i = 0; i < COUNT(lanes); i++) {
    tally t = {0};
    jh_crew_run(lanes[i], TASKS, work, &t);
    for (size_t k = 0; k < TASKS; k++) assert_int_equal(atomic_load(&t.done[k]), 1);
    assert_true(atomic_load(&t.highest_lane) < (lanes[i] > 1 ? lanes[i] : 1));
    assert_true(atomic_load(&t.highest_lane) < JH_CREW_MOST);
  }
  jh_crew_run(4, 0, work, NULL); /* nothing to do */
}

static void count(void *payload) { ++*(int *)payload; }

TEST(what_is_begun_beside_is_done_when_it_has_ended) {
  jh_crew_aside aside = {0};
  int done = 0;
  jh_crew_begin(&aside, count, &done);
  jh_crew_end(&aside);
  assert_int_equal(done, 1);
  jh_crew_end(&aside); /* there is none now */
  assert_int_equal(done, 1);
}

TEST(what_could_not_be_begun_is_done_at_the_end) {
  int done = 0;
  jh_crew_aside aside = {.work = count, .payload = &done};
  jh_crew_end(&aside);
  assert_int_equal(done, 1);
}

TESTS(
    RUN(every_task_is_done_once), RUN(what_is_begun_beside_is_done_when_it_has_ended),
    RUN(what_could_not_be_begun_is_done_at_the_end))
