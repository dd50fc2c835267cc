/* Margins and their order, who is near a changed bound, each change alone against all together. */
#include "compare_world.h"
#include "study/compare_alone.h"
#include "study/compare_cost.h"
#include "study/compare_margin.h"

static jh_near_list near_of(const result *r, const char *percent) {
  jh_near_list near;
  assert_int_equal(
      jh_compare_near(&near, r->what, r->sides, eb_dec(percent), r->arena, NULL), JH_OK);
  return near;
}

TEST(flips_stand_in_order_of_their_margin_and_a_county_has_that_of_its_farthest_unit) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "2.5", 20170101);
  for (world *w = &a; w; w = w == &a ? &b : NULL) {
    eb_set(&w->b, w->a, 1, 16);
    eb_set(&w->b, w->a, 2, 24);
    eb_set(&w->b, w->a, 3, 24);
    eb_set(&w->b, w->a, 4, 25);
  }
  result r = compare(&a, &b);
  assert_int_equal(jh_compare_margins(r.what, r.run[0], r.run[1], r.arena, NULL), JH_OK);
  assert_int_equal(r.what->county_count, 2);
  assert_int_equal(r.what->counties[0].row[JH_AFTER], 1); /* 2.4 of 2.5 */
  assert_string_equal(r.what->counties[0].margin, "4");
  assert_string_equal(r.what->counties[1].margin, "36"); /* units 1 and 2: the farther counts */
  assert_int_equal(r.what->points[r.what->counties[1].decisive].row[JH_AFTER], 1);
  assert_int_equal(r.what->finding_count, 3);
  assert_string_equal(r.what->findings[0].margin, "4");
  assert_int_equal(r.what->findings[0].row[JH_AFTER], 2); /* as near as unit 3: rows decide */
  assert_int_equal(r.what->findings[1].row[JH_AFTER], 3);
  assert_string_equal(r.what->findings[2].margin, "36");
  done(&r, &a, &b);
}

TEST(a_margin_is_not_known_where_the_measure_is_not) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  eb_unset(&b.b, b.a, 1);
  result r = compare(&a, &b);
  assert_int_equal(jh_compare_margins(r.what, r.run[0], r.run[1], r.arena, NULL), JH_OK);
  assert_int_equal(r.what->county_count, 1);
  assert_null(r.what->counties[0].margin);
  done(&r, &a, &b);
}

TEST(near_are_those_who_keep_the_verdict_on_either_side_up_to_the_very_share) {
  world a, b;
  open_world(&a, "1.9", 20170101);
  open_world(&b, "2", 20170101);
  for (world *w = &a; w; w = w == &a ? &b : NULL) {
    eb_set(&w->b, w->a, 0, 18); /* unmet on both sides, 10 % below */
    eb_set(&w->b, w->a, 1, 19); /* flips */
    eb_set(&w->b, w->a, 2, 21); /* met, 5 % above */
    eb_set(&w->b, w->a, 3, 20); /* met, on the line */
    eb_unset(&w->b, w->a, 4);
  }
  result r = compare(&a, &b);
  jh_near_list near = near_of(&r, "5");
  assert_int_equal(near.count, 2);
  assert_int_equal(near.items[0].point.row[JH_AFTER], 3);
  assert_string_equal(near.items[0].margin, "0");
  assert_int_equal(near.items[1].point.row[JH_AFTER], 2);
  assert_string_equal(near.items[1].margin, "5");
  assert_int_equal(near_of(&r, "4.999999999").count, 1);
  near = near_of(&r, "10");
  assert_int_equal(near.count, 3);
  assert_int_equal(near.items[2].point.verdict[JH_AFTER], JH_UNMET);
  done(&r, &a, &b);
}

static jh_flip_set set_of(const result *r) {
  jh_flip_set set;
  assert_int_equal(jh_compare_set(&set, r->what, r->arena, NULL), JH_OK);
  return set;
}

/* All together: unit 1 falls below. Alone: one makes unit 3 fail, one makes nothing fail. */
TEST(what_only_the_combination_does_and_what_is_undone_are_told) {
  world a, b, c;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "1.5", 20170101);
  open_world(&c, "1.5", 20170101);
  eb_set(&b.b, b.a, 1, 10);
  eb_set(&c.b, c.a, 3, 10);
  result all = compare(&a, &b), other = compare(&a, &c);
  jh_flip_set sets[3] = {{.count = 0}, set_of(&other), {.count = 0}};
  jh_alone_item items[3] = {{.stands = true}, {.stands = true}, {.stands = false}};
  jh_flip_alone alone = {.items = items, .count = 3};
  assert_int_equal(jh_compare_alone(&alone, all.what, all.sides, sets, all.arena, NULL), JH_OK);
  assert_int_equal(all.what->counties[0].part, JH_PART_TOGETHER);
  assert_int_equal(all.what->counties[0].alone[0], JH_MET);
  assert_int_equal(all.what->counties[0].alone[1], JH_MET);
  assert_int_equal(all.what->counties[0].alone[2], JH_VERDICTS);
  assert_int_equal(alone.sums[0].flips, 1);
  assert_int_equal(alone.sums[0].part[JH_PART_TOGETHER], 1);
  assert_int_equal(alone.undone_count, 2); /* county 1, and its unit */
  assert_int_equal(alone.undone[0].rule, 0);
  assert_int_equal(alone.undone[0].row[JH_AFTER], 1);
  assert_int_equal(alone.undone[0].alone[1], JH_UNMET);
  assert_int_equal(items[1].flips[0], 1);
  assert_int_equal(items[1].own[0], 0);
  jh_run_close(other.run[0]);
  jh_run_close(other.run[1]);
  jh_arena_close(other.arena);
  eb_close(&c.b);
  done(&all, &a, &b);
}

TEST(the_same_by_one_and_by_several_alone_is_told_apart) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "3", 20170101);
  result r = compare(&a, &b);
  jh_flip_set whole = set_of(&r), one = whole;
  one.count = 1; /* the last word on county 0 */
  assert_int_equal(one.keys[0].rule, 0);
  const jh_flip_set sets[2] = {whole, one};
  jh_alone_item items[2] = {{.stands = true}, {.stands = true}};
  jh_flip_alone alone = {.items = items, .count = 2};
  assert_int_equal(jh_compare_alone(&alone, r.what, r.sides, sets, r.arena, NULL), JH_OK);
  assert_int_equal(alone.undone_count, 0);
  for (size_t i = 0; i < r.what->county_count; i++) {
    bool is_first = r.what->counties[i].row[JH_BEFORE] == one.keys[0].row;
    assert_int_equal(r.what->counties[i].part, is_first ? JH_PART_SEVERAL : JH_PART_ONE);
  }
  done(&r, &a, &b);
}

static void price(world *w, uint32_t rule, const char *yuan, const char *per) {
  jh_unit_cost *costs = jh_arena_get(w->b.plan->arena, sizeof *costs);
  assert_non_null(costs);
  *costs = (jh_unit_cost){.rule = rule, .yuan = eb_dec(yuan), .per = per};
  w->b.plan->unit_costs = costs;
  w->b.plan->unit_cost_count = 1;
}

TEST(what_is_missing_is_priced_at_each_unit_and_added_up) {
  world a, b;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "2.5", 20170101);
  eb_unset(&a.b, a.a, 4);
  eb_unset(&b.b, b.a, 4);
  price(&b, b.members[0], "1000", "piece");
  result r = compare(&a, &b);
  jh_cost cost;
  assert_int_equal(jh_compare_cost(&cost, r.what, r.sides, r.arena, NULL), JH_OK);
  assert_int_equal(cost.item_count, 1);
  assert_int_equal(cost.items[0].why, JH_COST_PRICED);
  assert_string_equal(cost.items[0].unit, "piece");
  assert_int_equal(cost.items[0].unmet[0], 0);
  assert_int_equal(cost.items[0].unmet[1], 4);
  assert_int_equal(cost.items[0].not_known[1], 1);
  assert_int_equal(cost.line_count, 5);
  assert_string_equal(cost.lines[0].missing.at[0], "0");
  assert_string_equal(cost.lines[0].missing.at[1], "0.5"); /* 2 of 2.5 */
  assert_string_equal(cost.lines[0].yuan.at[1], "500");
  assert_null(cost.lines[4].missing.at[1]);
  const jh_cost_sum *last = &cost.sums[cost.sum_count - 1];
  assert_int_equal(last->level, JH_COST_ALL);
  assert_int_equal(last->item, JH_NONE);
  assert_string_equal(last->yuan.at[0], "0");
  assert_string_equal(last->yuan.at[1], "2000");
  assert_int_equal(last->not_known[1], 1);
  done(&r, &a, &b);
}

TEST(a_count_without_a_unit_is_priced_by_any_word_and_without_a_price_nothing_costs) {
  world a, b;
  jh_cost cost;
  open_world(&a, "1.5", 20170101);
  open_world(&b, "2.5", 20170101);
  result r = compare(&a, &b);
  assert_int_equal(jh_compare_cost(&cost, r.what, r.sides, r.arena, NULL), JH_OK);
  assert_int_equal(cost.items[0].why, JH_COST_NO_PRICE);
  assert_null(cost.items[0].yuan);
  assert_null(cost.lines[0].yuan.at[1]);
  assert_string_equal(cost.lines[0].missing.at[1], "0.5");
  assert_true(cost.items[0].is_plain);
  price(&b, b.members[0], "1000", "desk");
  assert_int_equal(jh_compare_cost(&cost, r.what, r.sides, r.arena, NULL), JH_OK);
  assert_string_equal(cost.items[0].unit, "desk");
  assert_false(cost.items[0].is_plain);
  price(&b, b.members[0], "1000", "m2"); /* a word like another */
  assert_int_equal(jh_compare_cost(&cost, r.what, r.sides, r.arena, NULL), JH_OK);
  assert_string_equal(cost.items[0].unit, "m2");
  assert_string_equal(cost.lines[0].yuan.at[1], "500");
  done(&r, &a, &b);
}

TESTS(
    RUN(flips_stand_in_order_of_their_margin_and_a_county_has_that_of_its_farthest_unit),
    RUN(a_margin_is_not_known_where_the_measure_is_not),
    RUN(near_are_those_who_keep_the_verdict_on_either_side_up_to_the_very_share),
    RUN(what_only_the_combination_does_and_what_is_undone_are_told),
    RUN(the_same_by_one_and_by_several_alone_is_told_apart),
    RUN(what_is_missing_is_priced_at_each_unit_and_added_up),
    RUN(a_count_without_a_unit_is_priced_by_any_word_and_without_a_price_nothing_costs))
