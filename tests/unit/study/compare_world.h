/* compare_world.h - two evaluations of a small world, for tests of comparing. */
#ifndef JH_TESTS_COMPARE_WORLD_H
#define JH_TESTS_COMPARE_WORLD_H

#include "study/compare.h"
#include "support/eval_builder.h"
#include "support/test.h"

/* Two counties, three schools, five units, judged by "a", "b" and "c" of each unit. Of a unit one of
 * the three may fail if it reaches the floor; a county needs all of its units.
 *
 *   county 0: school 0 (primary, junior), school 1 (primary); county 1: school 2 (primary, junior)
 */
typedef struct world {
  eval_builder b;
  uint32_t a, members[2], some, all, verdict;
} world;

static const uint32_t county_of[] = {0, 0, 1};
static const uint32_t school_of_unit[] = {0, 0, 1, 2, 2};
static const uint8_t stages[] = {EB_PRIMARY, EB_JUNIOR, EB_PRIMARY, EB_PRIMARY, EB_JUNIOR};

static inline void add_members(world *w, uint32_t rule, const uint32_t *members, size_t count) {
  jh_rule *at = &w->b.plan->rules[rule];
  at->members = jh_arena_get(w->b.plan->arena, count * sizeof *members);
  assert_non_null(at->members);
  memcpy(at->members, members, count * sizeof *members);
  at->member_count = count;
}

/* least: what is asked of "a"; the other two are asked for 1, and 1 of the 2 is enough. */
static inline void open_world(world *w, const char *least, jh_date since) {
  eb_open(&w->b);
  w->a = eb_number(&w->b, EB_STAGE, "a", 1, -1);
  uint32_t c = eb_number(&w->b, EB_STAGE, "c", 1, -1);
  uint32_t bound = eb_param(&w->b, "a_enough.at_least", least, since);
  uint32_t one = eb_const(&w->b, "1");
  w->members[0] = eb_rule(&w->b, "a_enough", EB_STAGE, w->a, JH_AT_LEAST, bound, JH_NONE, JH_NONE);
  w->members[1] = eb_rule(&w->b, "c_enough", EB_STAGE, c, JH_AT_LEAST, one, JH_NONE, JH_NONE);
  const uint32_t uses[] = {
      eb_const(&w->b, "1"), eb_use(&w->b, w->members[0]), eb_use(&w->b, w->members[1])};
  uint32_t holds = eb_at_least_n(&w->b, uses, 3);
  w->some = eb_rule(&w->b, "some", EB_STAGE, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  add_members(w, w->some, w->members, 2);
  uint32_t every =
      eb_over(&w->b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_use(&w->b, w->some), JH_NONE);
  w->all = eb_rule(&w->b, "all", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, every);
  w->verdict = eb_rule(
      &w->b, "verdict", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, eb_use(&w->b, w->all));
  w->b.plan->rules[w->verdict].kind = JH_RULE_VERDICT;
  eb_data(&w->b, &(eb_shape){2, 3, 5, 0, county_of, school_of_unit, NULL, stages});
  for (size_t i = 0; i < 5; i++) {
    eb_set(&w->b, w->a, i, 20);
    eb_set(&w->b, c, i, i == 0 ? 10 : 0); /* unit 0 needs no "a", the others do */
  }
}

typedef struct result {
  jh_run *run[2];
  jh_verdict verdicts[2][2];
  jh_compare_side sides[2];
  jh_arena *arena;
  jh_comparison *what;
} result;

static inline result compare(world *before, world *after) {
  result r = {.arena = jh_arena_open()};
  world *worlds[2] = {before, after};
  assert_non_null(r.arena);
  for (int s = 0; s < 2; s++) {
    r.run[s] = eb_run(&worlds[s]->b, 1);
    for (uint32_t county = 0; county < 2; county++)
      r.verdicts[s][county] = jh_run_verdict(r.run[s], worlds[s]->verdict, county);
    r.sides[s] = (jh_compare_side){r.run[s], worlds[s]->verdict, NULL};
  }
  for (int s = 0; s < 2; s++) {
    jh_verdict *kept = jh_arena_get(r.arena, sizeof r.verdicts[s]);
    assert_non_null(kept);
    memcpy(kept, r.verdicts[s], sizeof r.verdicts[s]);
    r.sides[s].verdicts = kept;
  }
  assert_int_equal(jh_compare_runs(&r.what, &r.sides[0], &r.sides[1], r.arena, NULL), JH_OK);
  return r;
}

static inline void done(result *r, world *before, world *after) {
  jh_run_close(r->run[0]);
  jh_run_close(r->run[1]);
  jh_arena_close(r->arena);
  eb_close(&before->b);
  if (after != before) eb_close(&after->b);
}

static inline const char *id_of(const world *w, const result *r, uint32_t pair) {
  return w->b.plan->rules[r->what->rules[pair].of[JH_AFTER]].id;
}

#endif
