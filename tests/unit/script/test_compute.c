/* Functions of packs: what they see and give, and what they may not do. */
#include "support/test.h"

#include "script/compute.h"
#include "text_file.h"

static jh_plan *plan;
static jh_script *script;
static jh_error err;

static void load(const char *article) {
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_HEAD, "pack.lua", small_head, strlen(small_head), &err);
  if (!code) {
    code = run_text(
        script, JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary, strlen(small_dictionary),
        &err);
  }
  if (!code) {
    code = run_text(script, JH_SCRIPT_PACK, "stages.lua", small_stages, strlen(small_stages), &err);
  }
  if (!code) code = run_text(script, JH_SCRIPT_PACK, "a.lua", article, strlen(article), &err);
  if (code) fail_msg("%s: code %d, line %u: %s", article, (int)code, err.at.line, err.args[0]);
  assert_int_equal(plan->compute_count, 1);
}

static void done(void) {
  jh_script_close(script);
  jh_plan_close(plan);
}

/* A function of two numbers, a and b. */
static void load_function(const char *unit, const char *body) {
  char text[2000];
  (void)snprintf(
      text, sizeof text,
      "local x = compute { of = school, %s reads = { b = school.area_m2, a = school.teachers },\n"
      "each = function(row)\n%s\nend }",
      unit, body);
  load(text);
}

static jh_code call(const char *a, const char *b, jh_rat *out) {
  jh_rat values[2];
  jh_dec first, second;
  assert_int_equal(jh_dec_read(&first, jh_str_of(a), 18, false), JH_DEC_OK);
  assert_int_equal(jh_dec_read(&second, jh_str_of(b), 18, false), JH_DEC_OK);
  jh_rat_init(&values[0]), jh_rat_init(&values[1]);
  jh_rat_set_dec(&values[0], first), jh_rat_set_dec(&values[1], second);
  jh_code code = jh_script_compute(script, 0, values, "s1", out, &err);
  jh_rat_done(&values[0]), jh_rat_done(&values[1]);
  return code;
}

static void assert_gives(const char *unit, const char *body, const char *expected) {
  char text[64];
  jh_rat out;
  jh_rat_init(&out);
  load_function(unit, body);
  jh_code code = call("3", "0.1", &out);
  if (code) fail_msg("%s: code %d: %s, %s", body, (int)code, err.args[0], err.args[1]);
  jh_rat_text(&out, text, sizeof text);
  assert_string_equal(text, expected);
  jh_rat_done(&out);
  done();
}

#define NUMBER "unit = \"m2\","

TEST(arithmetic_is_exact) {
  assert_gives(NUMBER, "return row.a * row.b", "3/10");
  assert_gives(NUMBER, "return row.b + row.b + row.b - 0.3", "0");
  assert_gives(NUMBER, "return row.a / 7", "3/7");
  assert_gives(NUMBER, "return 1 - -row.a", "4");
  assert_gives(NUMBER, "return (row.a / 2):floor() + (row.a / 2):ceil()", "3");
  assert_gives(NUMBER, "return 0.25", "1/4");
  assert_gives(NUMBER, "return 7", "7");
  assert_gives(NUMBER, "local s = 0 for i = 1, 10 do s = s + row.b end return s", "1");
}

TEST(comparisons_answer_true_or_false) {
  assert_gives("", "return row.a > 2", "1");
  assert_gives("", "return row.b * 3 <= 0.3 and row.b * 3 >= 0.3", "1");
  assert_gives("", "return (row.b * 3):equals(\"0.3\")", "1");
  assert_gives("", "return row.a:below(3) or row.a:above(3)", "0");
  assert_gives("", "return row.a:at_least(3) and row.a:at_most(3)", "1");
  assert_gives(NUMBER, "if row.a < row.b then return 1 else return 2 end", "2");
}

static const struct {
  const char *unit, *body;
  jh_code code;
  uint32_t line;
  const char *text; /* somewhere in the second argument; "" = any */
} failing[] = {
    {NUMBER, "return true", JH_ECOMPUTE_RESULT, 1, ""},
    {NUMBER, "return nil", JH_ECOMPUTE_RESULT, 1, ""},
    {NUMBER, "return {}", JH_ECOMPUTE_RESULT, 1, ""},
    {NUMBER, "return 'x'", JH_ECOMPUTE_RESULT, 1, ""},
    {"", "return row.a", JH_ECOMPUTE_RESULT, 1, ""},
    {NUMBER, "return row.a / (row.b - row.b)", JH_ECOMPUTE_FAILED, 3, "division by 0"},
    {NUMBER, "return row.c", JH_ECOMPUTE_FAILED, 3, "\"c\""},
    {NUMBER, "return row.a:rounded()", JH_ECOMPUTE_FAILED, 3, "rounded"},
    {NUMBER, "row.a = 1 return 1", JH_ECOMPUTE_FAILED, 3, ""},
    {NUMBER, "return row.a % 2", JH_ECOMPUTE_FAILED, 3, "exact number"},
    {NUMBER, "return row.a + nil", JH_ECOMPUTE_FAILED, 3, ""},
    {NUMBER, "return school.teachers + 1", JH_ECOMPUTE_WORD, 3, ""},
    {NUMBER, "percent(3) return 1", JH_ECOMPUTE_WORD, 3, ""},
    {NUMBER, "return row.a / 0.1 + 1e300", JH_ECOMPUTE_FAILED, 3, ""},
    {NUMBER, "while true do end", JH_ECOMPUTE_STEPS, 3, ""},
    {NUMBER, "local x = row.a\nwhile true do x = x * x end", JH_ECOMPUTE_FAILED, 4, "20000"},
    {NUMBER, "local t = {} for i = 1, 1e9 do t[i] = row.a + i end", JH_ECOMPUTE_STEPS, 3, ""},
};

TEST(whatever_goes_wrong_names_the_line_and_the_row) {
  for (size_t i = 0; i < COUNT(failing); i++) {
    jh_rat out;
    jh_rat_init(&out);
    load_function(failing[i].unit, failing[i].body);
    jh_code code = call("3", "0.1", &out);
    if (code != failing[i].code || err.at.line != failing[i].line ||
        !strstr(err.args[1], failing[i].text)) {
      fail_msg(
          "%s: code %d, line %u: %s, %s", failing[i].body, (int)code, err.at.line, err.args[0],
          err.args[1]);
    }
    assert_string_equal(err.at.file, "a.lua");
    bool is_of_a_row = code != JH_ECOMPUTE_WORD; /* the words of a function are the same for all */
    assert_true(!is_of_a_row || strstr(err.args[0], "s1") || strstr(err.args[1], "s1"));
    assert_int_equal(call("3", "0.1", &out), failing[i].code); /* and again, the same */
    jh_rat_done(&out);
    done();
  }
}

TEST(a_finished_plan_is_not_changed_by_a_call) {
  jh_rat out;
  jh_rat_init(&out);
  load_function(NUMBER, "local x = school.teachers:at_least(99) return 1");
  size_t nodes = plan->node_count, params = plan->param_count;
  assert_int_equal(call("1", "2", &out), JH_ECOMPUTE_WORD);
  assert_int_equal(plan->node_count, nodes);
  assert_int_equal(plan->param_count, params);
  jh_rat_done(&out);
  done();
}

TEST(many_calls_stay_within_their_budget) {
  jh_rat out;
  jh_rat_init(&out);
  load_function(NUMBER, "local x = row.a for i = 1, 200 do x = x * 3 / 2 end return x");
  for (int i = 0; i < 300; i++) assert_int_equal(call("3", "0.1", &out), JH_OK);
  jh_rat_done(&out);
  done();
}

TEST(the_record_is_looked_over) {
  static const struct {
    const char *text;
    jh_code code;
  } wrong[] = {
      {"compute { of = school, reads = { a = school.teachers } }", JH_EMISSING_FIELD},
      {"compute { of = school, reads = {}, each = function() end }", JH_EMISSING_FIELD},
      {"compute { of = school, reads = { school.teachers }, each = function() end }",
       JH_EWRONG_VALUE},
      {"compute { of = school, reads = { a = county.is_poor }, each = function() end }",
       JH_ETYPE_MISMATCH},
      {"compute { of = county, reads = { a = school.teachers }, each = function() end }",
       JH_ELEVEL_MISMATCH},
      {"compute { of = school, unit = \"m3\", reads = { a = school.teachers }, each = function() "
       "end }",
       JH_EUNIT_UNKNOWN},
      {"compute { of = school, reads = { a = school.teachers }, each = 3 }", JH_EWRONG_VALUE},
      {"compute { of = school, read = {}, reads = { a = school.teachers }, each = 3 }",
       JH_EUNKNOWN_FIELD}};
  for (size_t i = 0; i < COUNT(wrong); i++) {
    jh_code code = run_article(wrong[i].text, &err);
    if (code != wrong[i].code) fail_msg("%s: code %d", wrong[i].text, (int)code);
  }
}

TESTS(
    RUN(arithmetic_is_exact), RUN(comparisons_answer_true_or_false),
    RUN(whatever_goes_wrong_names_the_line_and_the_row),
    RUN(a_finished_plan_is_not_changed_by_a_call), RUN(many_calls_stay_within_their_budget),
    RUN(the_record_is_looked_over))
