/* What is missing to a bound: of the numerator, of the denominator, in whole ones, or not known. */
#include "study/gap.h"

#include "support/eval_builder.h"
#include "support/test.h"

typedef struct world {
  eval_builder b;
  uint32_t have, other;
  jh_run *run;
  uint32_t rule;
} world;

/* have / other, held against a bound, at one unit. */
static void open_world(world *w, jh_compare compare, const char *bound, bool is_count) {
  eb_open(&w->b);
  w->have = eb_number(&w->b, EB_STAGE, "have", is_count ? 0 : 2, -1);
  w->other = eb_number(&w->b, EB_STAGE, "other", 0, -1);
  if (is_count) {
    const jh_node *node = &w->b.plan->nodes[w->have];
    w->b.plan->tables[node->table].columns[node->index].type = JH_COLUMN_COUNT;
    node = &w->b.plan->nodes[w->other];
    w->b.plan->tables[node->table].columns[node->index].type = JH_COLUMN_COUNT;
  }
  uint32_t measure = eb_pair(&w->b, JH_OP_DIV, w->have, w->other);
  uint32_t limit = eb_const(&w->b, bound);
  w->rule = eb_rule(&w->b, "r", EB_STAGE, measure, compare, limit, JH_NONE, JH_NONE);
}

static void set(world *w, int64_t have, int64_t other) {
  eb_units(&w->b, 1);
  eb_set(&w->b, w->have, 0, have);
  eb_set(&w->b, w->other, 0, other);
}

/* What is missing as text; "" where it is not known. */
static const char *gap(world *w, char text[64]) {
  jh_rat out;
  jh_run *run = eb_run(&w->b, 1);
  text[0] = '\0';
  jh_rat_init(&out);
  if (jh_gap_at(run, w->rule, 0, &out)) jh_rat_text(&out, text, 64);
  jh_rat_done(&out);
  jh_run_close(run);
  return text;
}

static jh_gap_form form_of(const world *w) {
  jh_gap_form form;
  assert_int_equal(jh_gap_form_of(&form, w->b.plan, w->rule, NULL), JH_OK);
  return form;
}

TEST(below_a_least_bound_the_numerator_is_missing) {
  world w;
  char text[64];
  open_world(&w, JH_AT_LEAST, "4.505", false);
  assert_true(form_of(&w).is_there);
  assert_false(form_of(&w).is_whole);
  set(&w, 1000, 7); /* 10 of 31.535 */
  assert_string_equal(gap(&w, text), "4307/200");
  eb_close(&w.b);
}

TEST(what_is_counted_is_missing_in_whole_ones) {
  world w;
  char text[64];
  open_world(&w, JH_AT_LEAST, "4.505", true);
  assert_true(form_of(&w).is_whole);
  set(&w, 10, 7); /* 21.535 more */
  assert_string_equal(gap(&w, text), "22");
  eb_close(&w.b);
}

TEST(a_strict_bound_asks_for_one_more_where_it_is_a_whole_number) {
  world w;
  char text[64];
  open_world(&w, JH_ABOVE, "2", true);
  set(&w, 10, 5);
  assert_string_equal(gap(&w, text), "1");
  eb_close(&w.b);
}

TEST(above_a_largest_bound_the_denominator_is_missing) {
  world w;
  char text[64];
  open_world(&w, JH_AT_MOST, "45", true);
  set(&w, 100, 2); /* 3 classes */
  assert_string_equal(gap(&w, text), "1");
  eb_close(&w.b);
}

TEST(thirds_are_rounded_up_so_that_they_are_enough) {
  world w;
  char text[64];
  open_world(&w, JH_AT_MOST, "3", false);
  const jh_node *node = &w.b.plan->nodes[w.other];
  w.b.plan->tables[node->table].columns[node->index].type = JH_COLUMN_DECIMAL;
  set(&w, 1000, 3); /* 10/3 - 3 */
  assert_string_equal(gap(&w, text), "1667/5000");
  eb_close(&w.b);
}

TEST(a_blank_leaves_it_open) {
  world w;
  char text[64];
  open_world(&w, JH_AT_LEAST, "4", true);
  set(&w, 10, 7);
  eb_unset(&w.b, w.have, 0);
  assert_string_equal(gap(&w, text), "");
  eb_close(&w.b);
}

TEST(what_moves_both_halves_is_not_counted) {
  world w;
  eb_open(&w.b);
  w.have = eb_number(&w.b, EB_STAGE, "have", 0, -1);
  w.other = eb_number(&w.b, EB_STAGE, "other", 0, -1);
  uint32_t sum = eb_pair(&w.b, JH_OP_ADD, w.have, w.other);
  uint32_t measure = eb_pair(&w.b, JH_OP_DIV, w.have, sum), bound = eb_const(&w.b, "0.5");
  w.rule = eb_rule(&w.b, "r", EB_STAGE, measure, JH_AT_LEAST, bound, JH_NONE, JH_NONE);
  assert_false(form_of(&w).is_there);
  eb_close(&w.b);
}

TEST(a_largest_bound_of_no_quotient_is_not_counted) {
  world w;
  eb_open(&w.b);
  w.have = eb_number(&w.b, EB_STAGE, "have", 0, -1);
  uint32_t bound = eb_const(&w.b, "45");
  w.rule = eb_rule(&w.b, "r", EB_STAGE, w.have, JH_AT_MOST, bound, JH_NONE, JH_NONE);
  assert_false(form_of(&w).is_there);
  eb_close(&w.b);
}

TESTS(
    RUN(below_a_least_bound_the_numerator_is_missing),
    RUN(what_is_counted_is_missing_in_whole_ones),
    RUN(a_strict_bound_asks_for_one_more_where_it_is_a_whole_number),
    RUN(above_a_largest_bound_the_denominator_is_missing),
    RUN(thirds_are_rounded_up_so_that_they_are_enough), RUN(a_blank_leaves_it_open),
    RUN(what_moves_both_halves_is_not_counted), RUN(a_largest_bound_of_no_quotient_is_not_counted))
