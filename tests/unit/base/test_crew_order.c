/* test_crew_order.c - whatever is made first, what is taken is in order, one at a time. */
#include "base/crew_order.h"

#include <stdatomic.h>

#include "support/test.h"

enum { TASKS = 400, PLACES = 6 };

typedef struct line {
  size_t made[PLACES]; /* the task that lies at each place, plus 1 */
  atomic_int makers, takers, most_takers;
  size_t taken, last; /* how many; `last` is the task that ends it */
  bool is_wrong;
} line;

/* Some tasks take long, so that others overtake them. */
static void dawdle(size_t task) {
  for (volatile size_t i = 0; i < (task * 7919 % 13) * 2000; i++) continue;
}

static void make(void *payload, size_t lane, size_t task, size_t place) {
  line *l = payload;
  (void)lane;
  atomic_fetch_add(&l->makers, 1);
  dawdle(task);
  if (l->made[place] != 0) l->is_wrong = true; /* not taken yet */
  l->made[place] = task + 1;
}

static bool take(void *payload, size_t task, size_t place) {
  line *l = payload;
  if (atomic_fetch_add(&l->takers, 1) > 0) l->is_wrong = true;
  if (task != l->taken || l->made[place] != task + 1) l->is_wrong = true;
  dawdle(task + 1);
  l->made[place] = 0;
  l->taken++;
  atomic_fetch_sub(&l->takers, 1);
  return task != l->last;
}

static line run(size_t lanes, size_t places, size_t count, size_t last) {
  line l = {.last = last};
  jh_crew_order order = {
      .lanes = lanes, .places = places, .payload = &l, .make = make, .take = take};
  jh_crew_order_run(&order, count);
  return l;
}

TEST(all_are_taken_in_order_by_any_number_of_threads) {
  static const size_t lanes[] = {0, 1, 2, 3, 6};
  for (size_t i = 0; i < COUNT(lanes); i++) {
    for (size_t places = 0; places <= PLACES; places += 3) {
      line l = run(lanes[i], places, TASKS, TASKS);
      assert_false(l.is_wrong);
      assert_int_equal(l.taken, TASKS);
      assert_int_equal(atomic_load(&l.makers), TASKS);
    }
  }
  assert_int_equal(run(4, 4, 0, 0).taken, 0);
}

TEST(after_one_that_ends_it_nothing_is_taken) {
  for (size_t lanes = 1; lanes <= 4; lanes++) {
    line l = run(lanes, PLACES, TASKS, 37);
    assert_false(l.is_wrong);
    assert_int_equal(l.taken, 38);
    assert_in_range(atomic_load(&l.makers), 38, 38 + PLACES);
  }
}

TESTS(
    RUN(all_are_taken_in_order_by_any_number_of_threads),
    RUN(after_one_that_ends_it_nothing_is_taken))
