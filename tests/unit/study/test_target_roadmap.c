/* test_target_roadmap.c - targets over points in time: order, margins, counties that are gone, standings. */
#include "support/test.h"

#include "study/target_roadmap.h"
#include "support/eval_builder.h"

enum { COUNTIES_5 = 5, BY = 20250831, MOST_POINTS = 4 };

static eval_builder b;
static jh_arena *arena;
static uint32_t good, rule;
static jh_target target;
static jh_roadmap_gathered points[MOST_POINTS];
static size_t count;
static jh_roadmap_record record;
static const char *codes[COUNTIES_5];

static int enter(void **state) {
  static const uint32_t county_of[] = {0, 1, 2, 3, 4};
  static const char *const first[COUNTIES_5] = {"530102", "530103", "533301", "533323", "533324"};
  (void)state;
  eb_open(&b);
  arena = jh_arena_open();
  good = eb_flag(&b, EB_COUNTY, "good");
  rule = eb_rule(&b, "r", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, good);
  b.plan->pack.in_force = 20200101;
  eb_data(&b, &(eb_shape){.counties = COUNTIES_5, .schools = 5, .county_of = county_of});
  for (size_t i = 0; i < COUNTIES_5; i++) codes[i] = first[i];
  target = (jh_target){.id = "t", .rule = rule, .applies = JH_NONE, .by = BY, .region = "53"};
  target.ensure = target.strive = JH_NONE;
  b.plan->targets = &target;
  b.plan->target_count = 1;
  memset(points, 0, sizeof points);
  count = 0;
  return 0;
}

static int leave(void **state) {
  (void)state;
  eb_close(&b);
  jh_arena_close(arena);
  return 0;
}

/* One sign for each county: + met, - unmet, ? not known. */
static jh_run *judged(const char *signs, jh_date day) {
  jh_run *run;
  jh_run_options options = {.on = day};
  jh_column *column = b.data->levels[EB_COUNTY].columns[b.plan->nodes[good].index];
  memset(column->known, 0, sizeof *column->known);
  for (size_t row = 0; row < COUNTIES_5; row++) {
    b.data->levels[EB_COUNTY].codes[row] = jh_str_of(codes[row]);
    if (signs[row] != '?') eb_set(&b, good, row, signs[row] == '+');
  }
  assert_int_equal(jh_dataset_link(b.data, &b.err), JH_OK);
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_OK);
  return run;
}

/* Adds a point, and, if there are signs for it, the reform beside it. */
static void add(jh_date day, const char *law, const char *reform) {
  jh_run *runs[2] = {judged(law, day), reform ? judged(reform, day) : NULL};
  const jh_run *both[2] = {runs[0], runs[1]};
  jh_roadmap_gathered *out = &points[count];
  out->point = (jh_roadmap_point){.day = day, .on = day, .folder = "x", .order = count};
  count++;
  assert_int_equal(jh_roadmap_gather(out, both, NULL, arena, &b.err), JH_OK);
  jh_run_close(runs[0]);
  jh_run_close(runs[1]);
}

static void see(void) {
  assert_int_equal(jh_target_roadmap_see(&record, points, count, arena, &b.err), JH_OK);
  assert_int_equal(record.target_count, 1);
}

static void ensure(const char *value) {
  (void)eb_param(&b, "t.ensure", value, 20200101);
  target.ensure = (uint32_t)b.plan->param_count - 1;
}

static void name(const char *code) {
  static jh_target_name names[1];
  names[0] = (jh_target_name){code, "县"};
  target.names = names;
  target.name_count = 1;
}

static const jh_roadmap_state *at(size_t point) { return &record.targets[0].cells[point].side[0]; }

static const jh_roadmap_county *county(void) { return &record.targets[0].counties[0][0]; }

static void lines(size_t point, jh_roadmap_line *at_point, size_t line_count) {
  points[point].lines = at_point;
  points[point].line_count = line_count;
}

#define LINE(a, z)                                                                                 \
  (jh_roadmap_line) {                                                                              \
    {a, 6}, { z, 6 }                                                                               \
  }

static void points_stand_in_the_order_of_their_days(void **state) {
  (void)state;
  ensure("0.2");
  add(20250901, "++---", NULL);
  add(20230901, "-----", NULL);
  add(20240901, "+----", NULL);
  see();
  assert_int_equal(record.points[0].day, 20230901);
  assert_int_equal(record.points[2].order, 0);
  assert_int_equal(at(0)->result.tally.of[JH_MET], 0);
  assert_int_equal(at(1)->result.tally.of[JH_MET], 1);
  assert_int_equal(at(1)->result.ensure.state, JH_TARGET_NOT_DUE);
  assert_int_equal(at(2)->result.ensure.state, JH_TARGET_MET);
}

static void what_is_missing_is_counted_in_whole_counties(void **state) {
  (void)state;
  ensure("0.41"); /* of 5 counties: 3 */
  add(20250901, "++---", NULL);
  see();
  assert_true(at(0)->ensure.is_told);
  assert_int_equal(at(0)->ensure.needed, 3);
  assert_int_equal(at(0)->ensure.low, -1);
  assert_int_equal(at(0)->ensure.high, -1);
  assert_int_equal(at(0)->result.ensure.state, JH_TARGET_UNMET);
  assert_false(at(0)->strive.is_told);
}

static void exactly_the_share_is_neither_missing_nor_to_spare(void **state) {
  (void)state;
  ensure("0.4");
  add(20250901, "++---", NULL);
  see();
  assert_int_equal(at(0)->ensure.needed, 2);
  assert_int_equal(at(0)->ensure.low, 0);
}

static void the_undetermined_make_a_margin_a_range(void **state) {
  (void)state;
  ensure("0.6");
  add(20250901, "++?--", NULL);
  see();
  assert_int_equal(at(0)->ensure.low, -1);
  assert_int_equal(at(0)->ensure.high, 0);
  assert_int_equal(at(0)->result.ensure.state, JH_TARGET_UNDETERMINED);
}

static void a_county_that_another_point_has_leaves_all_open(void **state) {
  (void)state;
  ensure("0.2");
  add(20250901, "+++++", NULL);
  codes[4] = "533399";
  add(20260901, "-----", NULL);
  see();
  for (size_t p = 0; p < 2; p++) {
    assert_int_equal(at(p)->result.ensure.state, JH_TARGET_UNDETERMINED);
    assert_true(at(p)->result.is_cut);
    assert_false(at(p)->ensure.is_told);
    assert_int_equal(record.targets[0].cells[p].absent_count, 1);
  }
  assert_memory_equal(record.targets[0].cells[0].absent[0].at, "533399", 6);
  assert_memory_equal(record.targets[0].cells[1].absent[0].at, "533324", 6);
}

static void a_county_outside_the_region_is_not_missed(void **state) {
  (void)state;
  ensure("0.2");
  target.region = "5301";
  add(20250901, "+++++", NULL);
  codes[4] = "533399";
  add(20260901, "+++++", NULL);
  see();
  assert_int_equal(at(0)->result.ensure.state, JH_TARGET_MET);
  assert_int_equal(at(1)->result.ensure.state, JH_TARGET_MET);
}

static void the_table_of_succession_accounts_for_it(void **state) {
  jh_roadmap_line line = LINE("533324", "533399");
  (void)state;
  ensure("0.2");
  add(20250901, "+++++", NULL);
  codes[4] = "533399";
  add(20260901, "-----", NULL);
  lines(1, &line, 1);
  see();
  assert_int_equal(at(0)->result.ensure.state, JH_TARGET_MET);
  assert_int_equal(at(1)->result.ensure.state, JH_TARGET_UNMET);
}

static void codes_of_twelve_digits_are_those_of_six(void **state) {
  (void)state;
  ensure("0.2");
  name("533324");
  add(20250901, "++++-", NULL);
  for (size_t i = 0; i < COUNTIES_5; i++) {
    static const char *const twelve[COUNTIES_5] = {
        "530102000000", "530103000000", "533301000000", "533323000000", "533324000000"};
    codes[i] = twelve[i];
  }
  add(20260901, "+++++", NULL);
  see();
  assert_int_equal(at(1)->result.ensure.state, JH_TARGET_MET);
  assert_int_equal(county()->sights[0].verdict, JH_UNMET);
  assert_int_equal(county()->sights[1].verdict, JH_MET);
}

static void a_named_county_is_found_under_its_other_code(void **state) {
  jh_roadmap_line line = LINE("533324", "533399");
  (void)state;
  name("533324");
  add(20250901, "----+", NULL);
  codes[4] = "533399";
  add(20260901, "-----", NULL);
  lines(0, &line, 1);
  see();
  assert_int_equal(county()->sights[1].verdict, JH_UNMET);
  assert_memory_equal(county()->sights[1].code.at, "533399", 6);
  assert_int_equal(at(1)->result.named, JH_TARGET_UNMET);
  assert_int_equal(at(1)->result.tally.of[JH_UNMET], 1);
  assert_true(county()->is_lost);
}

static void a_county_that_was_split_is_none_of_its_parts(void **state) {
  jh_roadmap_line parts[] = {LINE("533324", "533398"), LINE("533324", "533399")};
  (void)state;
  name("533324");
  add(20250901, "----+", NULL);
  codes[3] = "533398";
  codes[4] = "533399";
  add(20260901, "+++++", NULL);
  lines(1, parts, 2);
  see();
  assert_true(county()->sights[1].is_missing);
  assert_int_equal(county()->sights[1].verdict, JH_UNDETERMINED);
  assert_int_equal(at(1)->result.named, JH_TARGET_UNDETERMINED);
}

static void a_table_that_goes_in_circles_ends(void **state) {
  jh_roadmap_line circle[] = {
      LINE("533324", "111111"), LINE("111111", "222222"), LINE("222222", "533324")};
  (void)state;
  ensure("0.2");
  name("533324");
  add(20250901, "+++++", NULL);
  codes[4] = "533399";
  add(20260901, "+++++", NULL);
  lines(1, circle, 3);
  see();
  assert_true(county()->sights[1].is_missing);
  assert_true(at(1)->result.is_cut);
}

/* How the first county stands after points before, before, at and after its day. */
static jh_roadmap_standing standing(const char *signs) {
  static const jh_date days[] = {20230901, 20240901, 20250901, 20260901};
  char five[] = "-----";
  name("530102");
  count = 0;
  for (size_t i = 0; signs[i]; i++) {
    five[0] = signs[i];
    add(days[i], five, NULL);
  }
  see();
  return county()->standing;
}

static void named_counties_are_early_in_time_or_late(void **state) {
  (void)state;
  assert_int_equal(standing("-+"), JH_ROADMAP_EARLY);
  assert_int_equal(standing("-+++"), JH_ROADMAP_EARLY);
  assert_int_equal(county()->first_met, 1);
  assert_int_equal(standing("--+-"), JH_ROADMAP_IN_TIME);
  assert_true(county()->is_lost);
  assert_int_equal(standing("---+"), JH_ROADMAP_LATE);
  assert_int_equal(county()->first_met, 3);
  assert_int_equal(county()->due_at, 2);
  assert_int_equal(standing("++-+"), JH_ROADMAP_LATE);
  assert_true(county()->is_lost);
  assert_int_equal(standing("+-"), JH_ROADMAP_NOT_DUE);
}

static void what_was_not_known_when_it_was_due_cannot_be_told(void **state) {
  (void)state;
  assert_int_equal(standing("--?+"), JH_ROADMAP_OPEN);
  assert_int_equal(standing("++?-"), JH_ROADMAP_OPEN);
  assert_int_equal(standing("-?"), JH_ROADMAP_NOT_DUE);
  assert_int_equal(county()->first_met == JH_ROADMAP_NEVER, true);
  target.by = 0;
  assert_int_equal(standing("++++"), JH_ROADMAP_OPEN);
}

static void due_is_what_is_due_on_the_day_of_the_data(void **state) {
  (void)state;
  ensure("0.2");
  jh_run *run = judged("+++++", 20250901);
  const jh_run *both[2] = {run, NULL};
  points[0].point = (jh_roadmap_point){.day = 20240901, .on = 20250901, .folder = "x"};
  assert_int_equal(jh_roadmap_gather(&points[0], both, NULL, arena, &b.err), JH_OK);
  jh_run_close(run);
  count = 1;
  see();
  assert_int_equal(at(0)->result.ensure.state, JH_TARGET_NOT_DUE);
}

static void a_reform_names_who_makes_the_difference(void **state) {
  (void)state;
  ensure("0.4");
  add(20250901, "+-?-+", "++?--");
  see();
  const jh_roadmap_cell *cell = &record.targets[0].cells[0];
  assert_true(record.has_reform);
  assert_int_equal(cell->move_count, 2);
  assert_memory_equal(cell->moves[0].code.at, "530103", 6);
  assert_int_equal(cell->moves[0].verdict[JH_ROADMAP_LAW], JH_UNMET);
  assert_int_equal(cell->moves[0].verdict[JH_ROADMAP_REFORM], JH_MET);
  assert_memory_equal(cell->moves[1].code.at, "533324", 6);
  assert_int_equal(cell->side[1].result.tally.of[JH_MET], 2);
}

static void nobody_outside_the_region_makes_a_difference(void **state) {
  (void)state;
  ensure("0.4");
  target.region = "533300";
  add(20250901, "-----", "++---");
  see();
  assert_int_equal(record.targets[0].cells[0].move_count, 0);
}

#define WITH_WORLD(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_WORLD(points_stand_in_the_order_of_their_days),
    WITH_WORLD(what_is_missing_is_counted_in_whole_counties),
    WITH_WORLD(exactly_the_share_is_neither_missing_nor_to_spare),
    WITH_WORLD(the_undetermined_make_a_margin_a_range),
    WITH_WORLD(a_county_that_another_point_has_leaves_all_open),
    WITH_WORLD(a_county_outside_the_region_is_not_missed),
    WITH_WORLD(the_table_of_succession_accounts_for_it),
    WITH_WORLD(codes_of_twelve_digits_are_those_of_six),
    WITH_WORLD(a_named_county_is_found_under_its_other_code),
    WITH_WORLD(a_county_that_was_split_is_none_of_its_parts),
    WITH_WORLD(a_table_that_goes_in_circles_ends),
    WITH_WORLD(named_counties_are_early_in_time_or_late),
    WITH_WORLD(what_was_not_known_when_it_was_due_cannot_be_told),
    WITH_WORLD(due_is_what_is_due_on_the_day_of_the_data),
    WITH_WORLD(a_reform_names_who_makes_the_difference),
    WITH_WORLD(nobody_outside_the_region_makes_a_difference))
