/* Which cells a verdict hangs on. */
#include "support/eval_builder.h"
#include "support/test.h"

#include "eval/hinge.h"
#include "eval/explain.h"

/* Two rooms of a county; the county is met if one of them has ten square metres. */
typedef struct scene {
  eval_builder b;
  uint32_t area, ten, some;
  jh_run *run;
  jh_arena *arena;
} scene;

static void open_scene(scene *s, int64_t first, int64_t second) {
  static const uint32_t county_of[] = {0, 0}, school_of_room[] = {0, 1};
  memset(s, 0, sizeof *s);
  eb_open(&s->b);
  eval_builder *b = &s->b;
  s->area = eb_number(b, EB_ROOM, "area_m2", 0, 500);
  s->ten = eb_pair(b, JH_OP_GE, s->area, eb_const(b, "10"));
  s->some = eb_rule(
      b, "some", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE,
      eb_over(b, JH_OP_SOME, EB_ROOM, EB_COUNTY, s->ten, JH_NONE));
  eb_data(b, &(eb_shape){1, 2, 0, 2, county_of, NULL, school_of_room, NULL});
  eb_set(b, s->area, 0, first);
  eb_set(b, s->area, 1, second);
  s->arena = jh_arena_open();
  s->run = eb_run(b, 1);
}

static void close_scene(scene *s) {
  jh_run_close(s->run);
  jh_arena_close(s->arena);
  eb_close(&s->b);
}

/* The cells that are cited, and those on which the verdict hangs. */
static size_t count(const jh_evidence *at, bool needed_only) {
  size_t found = at->kind == JH_EVIDENCE_CELL && (!needed_only || at->is_needed);
  for (const jh_evidence *child = at->first_child; child; child = child->next)
    found += count(child, needed_only);
  return found;
}

static const jh_evidence *marked(scene *s, bool with_all) {
  jh_evidence *tree = NULL;
  jh_explain_options how = {.rule = s->some, .with_all = with_all};
  assert_int_equal(jh_explain(&tree, s->run, EB_COUNTY, 0, &how, s->arena, &s->b.err), JH_OK);
  assert_int_equal(jh_hinge_mark(tree, s->run, 1, &s->b.err), JH_OK);
  return tree;
}

TEST(the_only_one_that_holds_decides) {
  scene s;
  open_scene(&s, 12, 3);
  const jh_evidence *tree = marked(&s, true);
  assert_int_equal(count(tree, false), 2);
  assert_int_equal(count(tree, true), 1);
  close_scene(&s);
}

TEST(of_two_that_hold_none_decides_alone) {
  scene s;
  open_scene(&s, 12, 30);
  assert_int_equal(count(marked(&s, false), false), 2);
  assert_int_equal(count(marked(&s, false), true), 0);
  close_scene(&s);
}

TEST(where_none_holds_each_decides) {
  scene s;
  open_scene(&s, 1, 3);
  assert_int_equal(count(marked(&s, false), true), 2);
  close_scene(&s);
}

TESTS(
    RUN(the_only_one_that_holds_decides), RUN(of_two_that_hold_none_decides_alone),
    RUN(where_none_holds_each_decides))
