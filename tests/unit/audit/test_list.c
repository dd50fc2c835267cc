/* Problems are copied, given a severity, counted and capped; settings of the dictionary are followed. */
#include "audit/list.h"

#include "sample.h"

static jh_plan *plan;
static jh_dataset *data;
static jh_error err;

static int set_up(void **unused) {
  (void)unused;
  plan = sample_plan();
  data = sample_load(plan);
  return 0;
}

static int tear_down(void **unused) {
  (void)unused;
  jh_dataset_close(data);
  jh_plan_close(plan);
  return 0;
}

static void set(uint32_t kind, bool is_off, jh_severity severity) {
  plan->audits = jh_arena_get(plan->arena, sizeof *plan->audits);
  plan->audits[0] = (jh_audit_setting){
      .kind = kind, .is_off = is_off, .has_severity = !is_off, .severity = severity};
  plan->audit_count = 1;
}

/* A list of its own, without any check at work. */
static jh_audit open(struct jh_audit_list *list, size_t most) {
  *list = (struct jh_audit_list){.most = most};
  return (jh_audit){.plan = plan, .dataset = data, .arena = jh_arena_open(), .list = list};
}

static void add(jh_audit *audit, uint32_t row) {
  char text[24];
  jh_audit_cell cell = {0, row, 0, false};
  sample_must(
      jh_audit_add_cell(audit, JH_AUDIT_CHECK, cell, &err, jh_arg_int(text, row), NULL), &err);
}

TEST(what_is_added_is_copied_and_what_is_beyond_the_cap_is_counted) {
  struct jh_audit_list list;
  plan->audit_count = 0;
  jh_audit audit = open(&list, 2);
  for (uint32_t row = 0; row < 5; row++) add(&audit, row);
  assert_int_equal(list.count, 2);
  assert_int_equal(list.counts[JH_AUDIT_CHECK], 5);
  assert_int_equal(list.dropped[JH_AUDIT_CHECK], 3);
  assert_int_equal(list.severities[JH_WARNING], 5);
  assert_int_equal(list.items[1]->cells[0].row, 1);
  assert_string_equal(list.items[1]->args[0], "1");
  assert_null(list.items[1]->args[1]);
  jh_arena_close(audit.arena);
}

TEST(the_dictionary_gives_the_severity_and_turns_kinds_off) {
  struct jh_audit_list list;
  jh_audit audit = open(&list, 9);
  set(JH_AUDIT_CHECK, false, JH_ERROR);
  add(&audit, 0);
  assert_int_equal(list.items[0]->severity, JH_ERROR);
  set(JH_AUDIT_CHECK, true, JH_ERROR);
  assert_false(jh_audit_is_on(&audit, JH_AUDIT_CHECK));
  add(&audit, 1);
  assert_int_equal(list.counts[JH_AUDIT_CHECK], 1);
  plan->audit_count = 0;
  jh_arena_close(audit.arena);
}

TEST(a_kind_has_an_id_a_name_a_cure_and_a_sentence_of_its_own) {
  for (int k = 0; k < JH_AUDIT_KINDS; k++) {
    const jh_audit_kind_def *kind = jh_audit_kind_get((jh_audit_kind)k);
    assert_int_equal(jh_audit_kind_find(jh_str_of(kind->id)), k);
    for (int lang = 0; lang < JH_LANGS; lang++) {
      assert_true(jh_code_template(kind->code, (jh_lang)lang)[0] != '\0');
      assert_true(jh_text_in(kind->name, (jh_lang)lang)[0] != '\0');
      assert_true(jh_text_in(kind->cure, (jh_lang)lang)[0] != '\0');
      assert_int_equal(kind->limit != NULL, kind->limit_name.in[lang] != NULL);
    }
    jh_dec limit;
    if (kind->limit)
      assert_int_equal(jh_dec_read(&limit, jh_str_of(kind->limit), 18, false), JH_DEC_OK);
    for (int other = 0; other < k; other++)
      assert_int_not_equal(jh_audit_kind_get((jh_audit_kind)other)->code, kind->code);
  }
  assert_int_equal(jh_audit_kind_find(jh_str_of("chekc")), JH_AUDIT_KINDS);
  assert_slice(jh_audit_kind_near(jh_str_of("chekc")), "check");
}

TEST(what_is_found_does_not_depend_on_threads) {
  jh_audit_result *one, *many;
  jh_run *run = sample_run(plan, data);
  jh_audit_options how = {.run = run, .share = ".", .jobs = 1};
  sample_must(jh_audit_run(&one, plan, data, &how, &err), &err);
  how.jobs = 8;
  sample_must(jh_audit_run(&many, plan, data, &how, &err), &err);
  assert_int_equal(one->problem_count, many->problem_count);
  for (size_t i = 0; i < one->problem_count; i++) {
    assert_int_equal(one->problems[i]->kind, many->problems[i]->kind);
    assert_int_equal(one->problems[i]->cells[0].row, many->problems[i]->cells[0].row);
    assert_int_equal(one->problems[i]->cells[0].column, many->problems[i]->cells[0].column);
  }
  jh_audit_close(one);
  jh_audit_close(many);
  jh_run_close(run);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN(what_is_added_is_copied_and_what_is_beyond_the_cap_is_counted),
      RUN(the_dictionary_gives_the_severity_and_turns_kinds_off),
      RUN(a_kind_has_an_id_a_name_a_cure_and_a_sentence_of_its_own),
      RUN(what_is_found_does_not_depend_on_threads)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
