/* Comparing two runs: flips and what decided them, what absorbed a change, what has no effect. */
#include "compare_world.h"

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
