/* Formulas in words, from the plan alone. */
#include "support/test.h"

#include "model/formula.h"
#include "report/asked.h"
#include "support/eval_builder.h"

static eval_builder b;
static jh_buf buf;
static uint32_t students, teachers;

static int enter(void **state) {
  (void)state;
  eb_open(&b);
  students = eb_number(&b, EB_SCHOOL, "students", 0, -1);
  teachers = eb_number(&b, EB_SCHOOL, "teachers", 0, -1);
  jh_buf_init(&buf);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  eb_close(&b);
  return 0;
}

static const char *put(uint32_t node, jh_lang lang, jh_date on) {
  jh_formula how = {.plan = b.plan, .lang = lang, .on = on};
  jh_buf_clear(&buf);
  jh_formula_node(&buf, &how, node);
  return buf.at;
}

TEST(signs_bind_as_they_are_written) {
  uint32_t sum = eb_pair(&b, JH_OP_ADD, students, teachers);
  uint32_t product = eb_pair(&b, JH_OP_MUL, sum, eb_const(&b, "2"));
  assert_string_equal(put(product, JH_EN, 0), "(school.students + school.teachers) * 2");
  uint32_t rest = eb_pair(&b, JH_OP_SUB, students, eb_pair(&b, JH_OP_SUB, teachers, students));
  assert_string_equal(put(rest, JH_EN, 0), "school.students - (school.teachers - school.students)");
}

TEST(a_parameter_is_its_path_or_its_value_on_a_day) {
  uint32_t bound = eb_param(&b, "size.at_most", "2000", 20170101);
  uint32_t holds = eb_pair(&b, JH_OP_LE, students, bound);
  assert_string_equal(put(holds, JH_EN, 0), "school.students <= size.at_most");
  assert_string_equal(put(holds, JH_EN, 20180101), "school.students <= 2000");
  assert_string_equal(put(holds, JH_EN, 20160101), "school.students <= –");
}

TEST(sums_over_rows_name_the_level_and_the_filter) {
  uint32_t filter = eb_pair(&b, JH_OP_GT, students, eb_const(&b, "50"));
  uint32_t sum = eb_over(&b, JH_OP_SUM, EB_SCHOOL, EB_COUNTY, students, filter);
  const char *text = put(sum, JH_EN, 0);
  assert_non_null(strstr(text, "sum(county."));
  assert_non_null(strstr(text, ", school.students, school.students > 50)"));
  assert_non_null(strstr(put(sum, JH_ZH, 0), "合计("));
}

TEST(what_is_too_long_ends_in_dots) {
  jh_formula how = {.plan = b.plan, .lang = JH_EN, .most_bytes = 10};
  uint32_t sum = students;
  for (int i = 0; i < 20; i++) sum = eb_pair(&b, JH_OP_ADD, sum, teachers);
  jh_formula_node(&buf, &how, sum);
  assert_non_null(strstr(buf.at, "…"));
  assert_true(buf.size < 300);
}

/* A view that knows the row: the second arm is taken, numbers are its own. */
static bool drops_the_first(const void *payload, uint32_t node, uint32_t k) {
  (void)payload;
  return b.plan->nodes[node].op == JH_OP_AND && k == 0;
}

static uint32_t second_arm(const void *payload, uint32_t node, uint32_t row) {
  (void)payload, (void)node;
  return row == JH_NONE ? JH_NONE : 2;
}

static uint32_t same_row(const void *payload, uint32_t node, uint32_t row) {
  (void)payload, (void)node;
  return row;
}

static bool number_of_row(jh_buf *out, const void *payload, uint32_t node, uint32_t row) {
  (void)payload, (void)node;
  if (row == JH_NONE) return false;
  jh_buf_print(out, "#%u", row);
  return true;
}

TEST(a_view_writes_what_counts_at_its_row) {
  jh_formula_view view = {NULL, 7, drops_the_first, second_arm, same_row, number_of_row};
  jh_formula how = {.plan = b.plan, .lang = JH_EN, .view = &view};
  uint32_t five = eb_const(&b, "5"), large = eb_pair(&b, JH_OP_GT, students, five);
  uint32_t choice = eb_three(&b, JH_OP_IF, large, students, teachers);
  uint32_t small = eb_pair(&b, JH_OP_LE, choice, five);
  uint32_t both = eb_all(&b, JH_OP_AND, (uint32_t[]){large, small}, 2);
  jh_formula_node(&buf, &how, both);
  assert_string_equal(buf.at, "school.teachers <= #7");
  jh_buf_clear(&buf); /* below a sum there is no single row */
  jh_formula_node(&buf, &how, eb_over(&b, JH_OP_SUM, EB_SCHOOL, EB_COUNTY, choice, JH_NONE));
  assert_non_null(strstr(buf.at, "choose(school.students > 5, school.students, school.teachers)"));
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(signs_bind_as_they_are_written), WITH(a_parameter_is_its_path_or_its_value_on_a_day),
    WITH(sums_over_rows_name_the_level_and_the_filter), WITH(what_is_too_long_ends_in_dots),
    WITH(a_view_writes_what_counts_at_its_row))
