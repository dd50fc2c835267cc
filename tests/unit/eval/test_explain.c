/* From a verdict back to its cells, and forward to the cells that would settle it. */
#include "support/eval_builder.h"
#include "support/test.h"

#include "eval/explain.h"

/* A county with two schools and their rooms; a unit's indicator, a school's requirement over rooms,
 * a county's requirement over all of them, and a spread. */
typedef struct scene {
  eval_builder b;
  uint32_t teachers, students, kind, area, is_open;
  uint32_t per_head, rooms, every, spread, judged, verdict;
  jh_run *run;
  jh_arena *arena;
} scene;

static void declare(scene *s) {
  eval_builder *b = &s->b;
  s->teachers = eb_number(b, EB_STAGE, "teachers", 0, 500);
  s->students = eb_number(b, EB_STAGE, "students", 0, 5000);
  s->kind = eb_choice(b, EB_ROOM, "kind");
  s->area = eb_number(b, EB_ROOM, "area_m2", 0, 900);
  s->is_open = eb_flag(b, EB_COUNTY, "is_open");
  jh_choice *choices = jh_arena_get(b->plan->arena, 2 * sizeof *choices);
  choices[0].id = "music";
  choices[1].id = "art";
  b->plan->tables[EB_ROOM].columns[0].choices = choices;
  b->plan->tables[EB_ROOM].columns[0].choice_count = 2;
  uint32_t ratio = eb_pair(b, JH_OP_DIV, s->teachers, s->students);
  s->per_head = eb_rule(
      b, "per_head", EB_STAGE, ratio, JH_AT_LEAST,
      eb_param(b, "per_head.at_least", "0.05", 20170419), JH_NONE, JH_NONE);
  uint32_t both[2] = {eb_is(b, s->kind, 1), eb_pair(b, JH_OP_GE, s->area, eb_const(b, "96"))};
  uint32_t count =
      eb_over(b, JH_OP_COUNT, EB_ROOM, EB_SCHOOL, JH_NONE, eb_all(b, JH_OP_AND, both, 2));
  s->rooms =
      eb_rule(b, "music_rooms", EB_SCHOOL, count, JH_AT_LEAST, eb_const(b, "1"), JH_NONE, JH_NONE);
  s->every = eb_rule(
      b, "all_units", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE,
      eb_over(b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_use(b, s->per_head), JH_NONE));
  uint32_t limit = eb_const(b, "0.5");
  s->spread = eb_rule(
      b, "spread", EB_COUNTY, eb_spread(b, EB_STAGE, ratio, s->students, JH_NONE, limit),
      JH_AT_MOST, limit, JH_NONE, JH_NONE);
  s->judged = eb_rule(b, "open", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE, s->is_open);
  uint32_t all[3] = {eb_use(b, s->every), eb_use(b, s->spread), eb_use(b, s->judged)};
  s->verdict =
      eb_rule(b, "verdict", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE, eb_all(b, JH_OP_AND, all, 3));
}

static void open_scene(scene *s) {
  static const uint32_t county_of[] = {0, 0}, school_of_unit[] = {0, 0, 1};
  static const uint32_t school_of_room[] = {0, 0, 1};
  static const uint8_t stages[] = {EB_PRIMARY, EB_JUNIOR, EB_PRIMARY};
  memset(s, 0, sizeof *s);
  eb_open(&s->b);
  declare(s);
  eb_data(&s->b, &(eb_shape){1, 2, 3, 3, county_of, school_of_unit, school_of_room, stages});
  static const int64_t teachers[] = {10, 4, 8}, students[] = {100, 100, 100};
  for (size_t i = 0; i < 3; i++) {
    eb_set(&s->b, s->teachers, i, teachers[i]);
    eb_set(&s->b, s->students, i, students[i]);
    eb_set(&s->b, s->kind, i, 0);
    eb_set(&s->b, s->area, i, 96);
  }
  eb_set(&s->b, s->is_open, 0, 1);
  s->arena = jh_arena_open();
}

static void run_scene(scene *s) { s->run = eb_run(&s->b, 1); }

static void close_scene(scene *s) {
  jh_run_close(s->run);
  jh_arena_close(s->arena);
  eb_close(&s->b);
}

static jh_evidence *explain(scene *s, uint32_t level, uint32_t row, uint32_t rule) {
  jh_evidence *out = NULL;
  jh_explain_options options = {.rule = rule};
  assert_int_equal(jh_explain(&out, s->run, level, row, &options, s->arena, &s->b.err), JH_OK);
  return out;
}

static size_t waiting(scene *s, uint32_t rule, uint32_t row, jh_cell **cells, size_t most) {
  size_t count = 99;
  assert_int_equal(
      jh_explain_waiting(cells, &count, s->run, rule, row, most, s->arena, &s->b.err), JH_OK);
  return count;
}

TEST(a_finding_shows_formula_and_cells) {
  scene s;
  open_scene(&s);
  run_scene(&s);
  jh_evidence *root = explain(&s, EB_STAGE, 1, s.per_head);
  assert_int_equal(root->kind, JH_EVIDENCE_ENTITY);
  assert_slice(root->finding.entity.code, "s0");
  assert_int_equal(root->finding.entity.stage, EB_JUNIOR);
  const jh_evidence *finding = root->first_child;
  assert_int_equal(finding->kind, JH_EVIDENCE_FINDING);
  assert_int_equal(finding->finding.verdict, JH_UNMET);
  assert_string_equal(finding->finding.measure.text, "0.04");
  assert_string_equal(finding->finding.margin.text, "-0.01");
  assert_int_equal(finding->finding.source->since, 20170419);
  assert_string_equal(finding->formula, "stage.teachers / stage.students");
  const jh_evidence *cell = finding->first_child;
  assert_int_equal(cell->kind, JH_EVIDENCE_CELL);
  assert_string_equal(cell->cell.column->id, "teachers");
  assert_string_equal(cell->cell.read, "4");
  assert_string_equal(cell->next->cell.read, "100");
  assert_null(cell->next->next);
  assert_null(finding->next);
  close_scene(&s);
}

TEST(a_count_shows_the_rows_that_take_part) {
  scene s;
  open_scene(&s);
  eb_set(&s.b, s.kind, 1, 1);
  run_scene(&s);
  jh_evidence *root = explain(&s, EB_SCHOOL, 0, JH_NONE);
  const jh_evidence *finding = root->first_child;
  assert_string_equal(finding->finding.rule->id, "music_rooms");
  assert_int_equal(finding->finding.verdict, JH_MET);
  const jh_evidence *value = finding->first_child;
  assert_int_equal(value->kind, JH_EVIDENCE_VALUE);
  assert_string_equal(value->value.text, "1");
  assert_string_equal(
      value->formula, "count(school.rooms, room.kind is \"music\" & room.area_m2 >= 96)");
  assert_string_equal(value->first_child->cell.read, "music");
  assert_string_equal(value->first_child->next->cell.read, "96");
  assert_null(value->first_child->next->next);               /* the art room takes no part */
  assert_int_equal(finding->next->kind, JH_EVIDENCE_ENTITY); /* the school's units */
  assert_int_equal(finding->next->finding.entity.stage, EB_PRIMARY);
  assert_non_null(finding->next->next);
  close_scene(&s);
}

TEST(a_county_shows_members_tallies_and_who_fails) {
  scene s;
  open_scene(&s);
  run_scene(&s);
  jh_evidence *root = explain(&s, EB_COUNTY, 0, JH_NONE);
  const jh_evidence *verdict = root->first_child;
  assert_string_equal(verdict->finding.rule->id, "verdict"); /* the others stand below it */
  assert_null(verdict->next);
  const jh_evidence *every = verdict->first_child;
  assert_string_equal(every->finding.rule->id, "all_units");
  const jh_evidence *tally = every->first_child;
  assert_int_equal(tally->kind, JH_EVIDENCE_TALLY);
  assert_int_equal(tally->tally.of[JH_MET], 2);
  assert_int_equal(tally->tally.of[JH_UNMET], 1);
  assert_int_equal(tally->first_child->kind, JH_EVIDENCE_ENTITY);
  assert_slice(tally->first_child->finding.entity.code, "s0");
  assert_null(tally->first_child->next);
  const jh_evidence *spread = every->next;
  assert_string_equal(spread->finding.rule->id, "spread");
  assert_string_equal(spread->finding.measure.text, "0.3402");
  const jh_evidence *value = spread->first_child; /* 0.04 lies furthest from the mean of 0.0733 */
  assert_string_equal(value->value.text, "0.04");
  assert_string_equal(value->formula, "s0 s0: stage.teachers / stage.students");
  assert_string_equal(value->next->value.text, "0.1");
  const jh_evidence *judged = spread->next;
  assert_string_equal(judged->formula, "county.is_open");
  assert_string_equal(judged->first_child->cell.read, "yes");
  close_scene(&s);
}

/* "At least one of one, the others at 85 %" at each unit. */
static uint32_t declare_group(scene *s, uint32_t floor) {
  eval_builder *b = &s->b;
  uint32_t index =
      eb_rule(b, "group", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, eb_use(b, s->per_head));
  jh_rule *rule = &b->plan->rules[index];
  rule->shape = JH_SHAPE_AT_LEAST_N;
  rule->members = jh_arena_get(b->plan->arena, sizeof *rule->members);
  rule->members[0] = s->per_head;
  rule->member_count = 1;
  rule->floor_param = floor;
  return index;
}

TEST(a_member_that_is_not_met_is_held_against_its_floor) {
  static const int64_t students[] = {100, 94, 95};
  static const jh_verdict verdicts[] = {JH_UNMET, JH_MET, JH_UNMET};
  for (size_t i = 0; i < 3; i++) {
    scene s;
    open_scene(&s);
    uint32_t param = s.b.plan->nodes[eb_param(&s.b, "group.floor", "0.85", 20170419)].index;
    uint32_t group = declare_group(&s, param);
    eb_set(&s.b, s.students, 1, students[i]); /* 4 teachers; the floor is 0.85 * 0.05 */
    run_scene(&s);
    jh_floor at;
    jh_run_floor(s.run, group, s.per_head, 1, &at);
    assert_true(at.is_asked);
    assert_int_equal(at.verdict, verdicts[i]);
    assert_string_equal(at.share.text, "85");
    assert_string_equal(at.bound.text, "0.0425");
    jh_run_floor(s.run, group, s.per_head, 0, &at); /* met: nothing more is asked */
    assert_false(at.is_asked);
    close_scene(&s);
  }
}

TEST(of_a_false_all_only_what_is_false_is_told) {
  scene s;
  open_scene(&s);
  uint32_t both[2] = {
      eb_pair(&s.b, JH_OP_GE, s.teachers, eb_const(&s.b, "5")),
      eb_pair(&s.b, JH_OP_GE, s.students, eb_const(&s.b, "50"))};
  uint32_t rule = eb_rule(
      &s.b, "both", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, eb_all(&s.b, JH_OP_AND, both, 2));
  run_scene(&s);
  const jh_evidence *cell = explain(&s, EB_STAGE, 1, rule)->first_child->first_child;
  assert_string_equal(cell->cell.column->id, "teachers"); /* 4 < 5 */
  assert_null(cell->next);
  cell = explain(&s, EB_STAGE, 0, rule)->first_child->first_child;
  assert_string_equal(cell->next->cell.column->id, "students"); /* all of a true one */
  close_scene(&s);
}

TEST(an_open_verdict_names_the_cells_that_would_settle_it) {
  scene s;
  open_scene(&s);
  eb_unset(&s.b, s.students, 2);
  eb_unset(&s.b, s.teachers, 2);
  eb_unset(&s.b, s.area, 0);
  eb_set(&s.b, s.teachers, 1, 9);
  run_scene(&s);
  jh_cell *cells;
  assert_int_equal(waiting(&s, s.verdict, 0, &cells, 10), 2);
  assert_string_equal(cells[0].column->id, "teachers");
  assert_string_equal(cells[1].column->id, "students");
  assert_slice(cells[0].entity, "s1");
  assert_true(cells[0].is_missing);
  assert_int_equal(waiting(&s, s.verdict, 0, &cells, 1), 2); /* asked for one, told of two */
  assert_int_equal(waiting(&s, s.per_head, 0, &cells, 10), 0);
  assert_int_equal(waiting(&s, s.rooms, 0, &cells, 10), 0); /* the second room is enough */
  jh_evidence *root = explain(&s, EB_STAGE, 2, s.per_head);
  const jh_evidence *cell = root->first_child->first_child;
  assert_true(cell->decides && cell->next->decides);
  assert_string_equal(cell->cell.read, "");
  close_scene(&s);
}

TEST(a_blank_that_cannot_matter_is_not_named) {
  scene s;
  open_scene(&s);
  eb_unset(&s.b, s.students, 2);
  eb_unset(&s.b, s.is_open, 0);
  eb_set(&s.b, s.teachers, 1, 0); /* unit 1 fails: nothing can save the county */
  run_scene(&s);
  jh_cell *cells;
  assert_int_equal(jh_run_verdict(s.run, s.verdict, 0), JH_UNMET);
  assert_int_equal(waiting(&s, s.verdict, 0, &cells, 10), 0);
  assert_int_equal(waiting(&s, s.judged, 0, &cells, 10), 1);
  close_scene(&s);
}

static jh_evidence *explain_so(scene *s, uint32_t level, jh_explain_options how) {
  jh_evidence *out = NULL;
  assert_int_equal(jh_explain(&out, s->run, level, 0, &how, s->arena, &s->b.err), JH_OK);
  return out;
}

TEST(the_rows_of_a_spread_tell_how_strongly_they_pull) {
  scene s;
  open_scene(&s);
  run_scene(&s);
  const jh_evidence *spread = explain(&s, EB_COUNTY, 0, s.spread)->first_child;
  assert_non_null(spread->group);
  assert_int_equal(spread->group->count, 3);
  assert_int_equal(spread->group->unknown, 0);
  assert_string_equal(spread->group->mean.text, "0.0733");
  assert_string_equal(spread->group->weight.text, "300");
  const jh_evidence *row = spread->first_child;
  assert_string_equal(row->pull->percent.text, "59.5238"); /* 25/42, 16/42, 1/42 */
  assert_string_equal(row->pull->distance.text, "-0.0333");
  assert_string_equal(row->next->pull->percent.text, "38.0952");
  assert_string_equal(row->next->next->pull->percent.text, "2.381");
  assert_null(row->next->next->next);
  close_scene(&s);
}

TEST(with_a_blank_in_it_nobody_can_tell_the_mean) {
  scene s;
  open_scene(&s);
  eb_unset(&s.b, s.teachers, 2);
  run_scene(&s);
  const jh_evidence *spread = explain(&s, EB_COUNTY, 0, s.spread)->first_child;
  assert_int_equal(spread->group->unknown, 1);
  assert_false(spread->group->mean.is_known);
  assert_null(spread->first_child->pull);
  assert_int_equal(spread->waiting_count, 1);
  assert_string_equal(spread->waiting[0].column->id, "teachers");
  close_scene(&s);
}

TEST(what_there_is_no_room_for_is_counted) {
  scene s;
  open_scene(&s);
  run_scene(&s);
  const jh_evidence *spread =
      explain_so(&s, EB_COUNTY, (jh_explain_options){.rule = s.spread, .most_entities = 1})
          ->first_child;
  assert_null(spread->first_child->next);
  assert_int_equal(spread->unlisted, 2);
  close_scene(&s);
}

TEST(told_briefly_there_are_only_findings) {
  scene s;
  open_scene(&s);
  run_scene(&s);
  const jh_evidence *verdict =
      explain_so(&s, EB_COUNTY, (jh_explain_options){.rule = JH_NONE, .is_brief = true})
          ->first_child;
  const jh_evidence *tally = verdict->first_child->first_child;
  assert_int_equal(tally->kind, JH_EVIDENCE_TALLY);
  const jh_evidence *failing = tally->first_child->first_child;
  assert_int_equal(failing->finding.verdict, JH_UNMET);
  assert_null(failing->first_child);
  assert_null(failing->formula);
  const jh_evidence *spread = verdict->first_child->next;
  assert_string_equal(spread->finding.measure.text, "0.3402");
  assert_null(spread->group);
  close_scene(&s);
}

TEST(with_all_every_entity_and_every_cell_that_was_looked_at_is_there) {
  scene s;
  open_scene(&s);
  eb_set(&s.b, s.kind, 1, 1);
  run_scene(&s);
  const jh_explain_options all = {.rule = s.rooms, .with_all = true};
  const jh_evidence *value = explain_so(&s, EB_SCHOOL, all)->first_child->first_child;
  size_t cells = 0;
  for (const jh_evidence *cell = value->first_child; cell; cell = cell->next) cells++;
  assert_int_equal(cells, 4); /* the art room, too: why it is not counted */
  const jh_explain_options units = {.rule = s.every, .with_all = true};
  const jh_evidence *tally = explain_so(&s, EB_COUNTY, units)->first_child->first_child;
  assert_non_null(tally->first_child->next->next); /* those that are met, too */
  assert_int_equal(tally->unlisted, 0);
  close_scene(&s);
}

TESTS(
    RUN(the_rows_of_a_spread_tell_how_strongly_they_pull),
    RUN(with_a_blank_in_it_nobody_can_tell_the_mean), RUN(what_there_is_no_room_for_is_counted),
    RUN(told_briefly_there_are_only_findings),
    RUN(with_all_every_entity_and_every_cell_that_was_looked_at_is_there),
    RUN(a_finding_shows_formula_and_cells), RUN(a_count_shows_the_rows_that_take_part),
    RUN(a_county_shows_members_tallies_and_who_fails),
    RUN(a_member_that_is_not_met_is_held_against_its_floor),
    RUN(of_a_false_all_only_what_is_false_is_told),
    RUN(an_open_verdict_names_the_cells_that_would_settle_it),
    RUN(a_blank_that_cannot_matter_is_not_named))
