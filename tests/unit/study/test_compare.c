/* Comparing two runs: flips and what decided them, what absorbed a change, what has no effect. */
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

static void add_members(world *w, uint32_t rule, const uint32_t *members, size_t count) {
  jh_rule *at = &w->b.plan->rules[rule];
  at->members = jh_arena_get(w->b.plan->arena, count * sizeof *members);
  assert_non_null(at->members);
  memcpy(at->members, members, count * sizeof *members);
  at->member_count = count;
}

/* least: what is asked of "a"; the other two are asked for 1, and 1 of the 2 is enough. */
static void open_world(world *w, const char *least, jh_date since) {
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
  jh_arena *arena;
  jh_comparison *what;
} result;

static result compare(world *before, world *after) {
  result r = {.arena = jh_arena_open()};
  world *worlds[2] = {before, after};
  jh_compare_side sides[2];
  assert_non_null(r.arena);
  for (int s = 0; s < 2; s++) {
    r.run[s] = eb_run(&worlds[s]->b, 1);
    for (uint32_t county = 0; county < 2; county++)
      r.verdicts[s][county] = jh_run_verdict(r.run[s], worlds[s]->verdict, county);
    sides[s] = (jh_compare_side){r.run[s], worlds[s]->verdict, r.verdicts[s]};
  }
  assert_int_equal(jh_compare_runs(&r.what, &sides[0], &sides[1], r.arena, NULL), JH_OK);
  return r;
}

static void done(result *r, world *before, world *after) {
  jh_run_close(r->run[0]);
  jh_run_close(r->run[1]);
  jh_arena_close(r->arena);
  eb_close(&before->b);
  if (after != before) eb_close(&after->b);
}

static const char *id_of(const world *w, const result *r, uint32_t pair) {
  return w->b.plan->rules[r->what->rules[pair].of[JH_AFTER]].id;
}

TEST(what_is_the_same_differs_in_nothing) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  result r = compare(&a, &b);
  assert_int_equal(r.what->change_count, 0);
  assert_int_equal(r.what->county_count, 0);
  assert_int_equal(r.what->finding_count, 0);
  assert_int_equal(r.what->unmatched_count, 0);
  assert_int_equal(r.what->totals[0].moves[JH_MET][JH_MET], 2);
  done(&r, &a, &b);
}

TEST(a_flip_names_the_indicator_that_decided_and_its_units) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "3", 20170101);
  eb_set(&a.b, a.a, 3, 30);
  eb_set(&b.b, b.a, 3, 30);
  eb_set(&a.b, a.a, 4, 30);
  eb_set(&b.b, b.a, 4, 30); /* county 1 is above both numbers */
  result r = compare(&a, &b);
  assert_int_equal(r.what->county_count, 1);
  const jh_flip *flip = &r.what->counties[0];
  assert_int_equal(flip->row[JH_AFTER], 0);
  assert_int_equal(flip->verdict[JH_BEFORE], JH_MET);
  assert_int_equal(flip->verdict[JH_AFTER], JH_UNMET);
  assert_int_equal(flip->count, 2); /* units 1 and 2; unit 0 is met without "a" */
  for (size_t i = 0; i < 2; i++) {
    const jh_flip_point *point = &r.what->points[flip->first + i];
    assert_string_equal(id_of(&b, &r, point->rule), "a_enough");
    assert_int_equal(point->row[JH_AFTER], i + 1);
    assert_int_equal(point->floor_of, JH_NONE);
  }
  assert_int_equal(r.what->finding_count, 2);
  assert_string_equal(id_of(&b, &r, r.what->findings[0].rule), "some");
  assert_int_equal(r.what->totals[0].moves[JH_MET][JH_UNMET], 1);
  done(&r, &a, &b);
}

TEST(a_change_tells_who_absorbed_it) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "3", 20170101);
  result r = compare(&a, &b);
  assert_int_equal(r.what->change_count, 1);
  const jh_flip_change *change = &r.what->changes[0];
  assert_string_equal(change->change.path, "a_enough.at_least");
  assert_string_equal(change->change.was, "1.5");
  assert_string_equal(change->change.now, "3");
  assert_true(change->is_in_force && change->is_read);
  assert_int_equal(change->rule_count, 1);
  assert_int_equal(change->changed, 5);
  assert_int_equal(change->reached, 4);
  assert_int_equal(change->absorbed_count, 1);
  assert_string_equal(id_of(&b, &r, change->absorbed[0].rule), "some");
  assert_int_equal(change->absorbed[0].verdict, JH_MET);
  assert_int_equal(change->absorbed[0].count, 1);
  assert_int_equal(r.what->points[change->absorbed[0].first].row[JH_AFTER], 0);
  done(&r, &a, &b);
}

TEST(a_number_that_nobody_lies_below_changes_nothing) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "2", 20170101);
  eb_unset(&a.b, a.a, 2);
  eb_unset(&b.b, b.a, 2);
  result r = compare(&a, &b);
  assert_int_equal(r.what->change_count, 1);
  assert_int_equal(r.what->changes[0].changed, 0);
  assert_int_equal(r.what->changes[0].waiting, 1);
  assert_int_equal(r.what->changes[0].tally[JH_AFTER].of[JH_MET], 4);
  assert_int_equal(r.what->county_count + r.what->finding_count, 0);
  done(&r, &a, &b);
}

TEST(both_ways_into_and_out_of_undetermined_are_told) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  eb_unset(&a.b, a.a, 1); /* the data of one side have a blank */
  eb_set(&b.b, b.a, 3, 0);
  result r = compare(&a, &b);
  assert_int_equal(r.what->totals[0].moves[JH_UNDETERMINED][JH_MET], 1);
  assert_int_equal(r.what->totals[0].moves[JH_MET][JH_UNMET], 1);
  assert_int_equal(r.what->county_count, 2);
  assert_int_equal(r.what->change_count, 0);
  result back = compare(&b, &a);
  assert_int_equal(back.what->totals[0].moves[JH_MET][JH_UNDETERMINED], 1);
  assert_int_equal(back.what->totals[0].moves[JH_UNMET][JH_MET], 1);
  jh_run_close(back.run[0]);
  jh_run_close(back.run[1]);
  jh_arena_close(back.arena);
  done(&r, &a, &b);
}

TEST(a_rule_of_one_side_is_added_or_withdrawn) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  b.b.plan->rules[b.members[1]].id = "c_new";
  result r = compare(&a, &b);
  bool is_added = false, is_withdrawn = false;
  for (size_t i = 0; i < r.what->change_count; i++) {
    const jh_flip_change *change = &r.what->changes[i];
    if (change->change.kind == JH_CHANGE_ADDED && strcmp(change->change.path, "c_new") == 0) {
      is_added = true;
      assert_int_equal(change->side, JH_AFTER);
    }
    if (change->change.kind == JH_CHANGE_WITHDRAWN &&
        strcmp(change->change.path, "c_enough") == 0) {
      is_withdrawn = true;
      assert_int_equal(change->side, JH_BEFORE);
    }
  }
  assert_true(is_added && is_withdrawn);
  assert_int_equal(r.what->county_count + r.what->finding_count, 0);
  done(&r, &a, &b);
}

TEST(entities_are_matched_by_code_and_stage_not_by_row) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  /* The plan after numbers its stages the other way round: each unit's other half is another. */
  jh_stage first = b.b.plan->stages[0];
  b.b.plan->stages[0] = b.b.plan->stages[1];
  b.b.plan->stages[1] = first;
  result r = compare(&a, &b);
  assert_int_equal(r.what->unmatched_count, 1);
  assert_int_equal(r.what->unmatched[0].only[JH_BEFORE], 1); /* school 1 has one stage only */
  assert_int_equal(r.what->unmatched[0].only[JH_AFTER], 1);
  done(&r, &a, &b);
}

TEST(a_plan_with_more_links_on_the_same_ones_is_a_chain) {
  jh_layer layers[] = {{.id = "p", .version = "1"}, {.id = "o", .kind = JH_LAYER_OVERLAY}};
  jh_layer others[] = {{.id = "q", .version = "1"}, {.id = "o", .kind = JH_LAYER_OVERLAY}};
  jh_plan base = {.layers = layers, .layer_count = 1}, more = {.layers = layers, .layer_count = 2};
  jh_plan other = {.layers = others, .layer_count = 2};
  assert_true(jh_compare_is_chain(&base, &more));
  assert_false(jh_compare_is_chain(&more, &base));
  assert_false(jh_compare_is_chain(&base, &base));
  assert_false(jh_compare_is_chain(&base, &other));
}

TESTS(
    RUN(what_is_the_same_differs_in_nothing),
    RUN(a_flip_names_the_indicator_that_decided_and_its_units), RUN(a_change_tells_who_absorbed_it),
    RUN(a_number_that_nobody_lies_below_changes_nothing),
    RUN(both_ways_into_and_out_of_undetermined_are_told),
    RUN(a_rule_of_one_side_is_added_or_withdrawn),
    RUN(entities_are_matched_by_code_and_stage_not_by_row),
    RUN(a_plan_with_more_links_on_the_same_ones_is_a_chain))
