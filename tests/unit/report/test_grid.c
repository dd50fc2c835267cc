#include "support/test.h"

#include "report/grid.h"

static jh_buf buf;
static jh_grid grid;

static int enter(void **state) {
  (void)state;
  jh_buf_init(&buf);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_grid_done(&grid);
  jh_buf_done(&buf);
  return 0;
}

static void cells(const char *const *texts, size_t count) {
  for (size_t i = 0; i < count; i++) jh_grid_cell(&grid, texts[i]);
}

static void columns_are_as_wide_as_the_eye_needs(void **state) {
  static const char *const texts[] = {"目标", "n", "name", "安溪县", "12", "a", "x", "3", "b"};
  (void)state;
  jh_grid_init(&grid, 3, 1u << 1);
  cells(texts, COUNT(texts));
  jh_grid_text(&buf, &grid);
  assert_string_equal(
      buf.at, "目标     n  name\n"
              "安溪县  12  a\n"
              "x        3  b\n");
}

static void a_column_that_says_nothing_is_left_out(void **state) {
  static const char *const texts[] = {"a", "b", "c", "1", "", "3", "4", "", ""};
  (void)state;
  jh_grid_init(&grid, 3, 0);
  cells(texts, COUNT(texts));
  jh_grid_text(&buf, &grid);
  assert_string_equal(
      buf.at, "a  c\n"
              "1  3\n"
              "4\n");
}

static void no_rows_no_table(void **state) {
  static const char *const texts[] = {"a", "b"};
  (void)state;
  jh_grid_init(&grid, 2, 0);
  cells(texts, COUNT(texts));
  jh_grid_text(&buf, &grid);
  assert_int_equal(buf.size, 0);
}

#define WITH_GRID(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_GRID(columns_are_as_wide_as_the_eye_needs),
    WITH_GRID(a_column_that_says_nothing_is_left_out), WITH_GRID(no_rows_no_table))
