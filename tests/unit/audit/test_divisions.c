/* test_divisions.c - the list of counties is there whole, is not there, or is told to be unreadable. */
#include "support/test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/divisions.h"

#define SHARE JH_TEST_FOLDER "/divisions"
#define LIST SHARE "/data/codes/divisions.csv"

static jh_arena *arena;
static jh_error err;

static int begin(void **state) {
  (void)state;
  static const char *const folders[] = {SHARE, SHARE "/data", SHARE "/data/codes"};
  for (size_t i = 0; i < COUNT(folders); i++) (void)mkdir(folders[i], 0777);
  (void)remove(LIST);
  err = (jh_error){0};
  arena = jh_arena_open();
  return arena ? 0 : -1;
}

static int end(void **state) {
  (void)state;
  jh_arena_close(arena);
  return 0;
}

static void write_list(const char *line, size_t times) {
  FILE *file = fopen(LIST, "wb");
  assert_non_null(file);
  (void)fputs("code,name,prefecture,province,kind,as_of\n", file);
  for (size_t i = 0; i < times; i++) (void)fputs(line, file);
  assert_int_equal(fclose(file), 0);
}

static jh_code read_list(jh_divisions *list, const char *share) {
  return jh_divisions_read(list, share, arena, &err);
}

TEST(a_list_is_read_with_its_day) {
  jh_divisions list;
  write_list("130127,高邑县,石家庄市,河北省,county,2023-06-30\r\n", 1);
  assert_int_equal(read_list(&list, SHARE), JH_OK);
  assert_int_equal(list.count, 1);
  assert_string_equal(list.as_of, "2023-06-30");
  assert_non_null(jh_divisions_find(&list, jh_str_of("130127")));
  assert_null(jh_divisions_find(&list, jh_str_of("130128")));
}

TEST(without_a_list_there_is_none) {
  jh_divisions list;
  assert_int_equal(read_list(&list, NULL), JH_OK);
  assert_int_equal(list.count, 0);
  assert_int_equal(read_list(&list, SHARE), JH_OK);
  assert_int_equal(list.count, 0);
  write_list("", 0);
  assert_int_equal(read_list(&list, LIST), JH_OK); /* a file where a folder should be */
  assert_int_equal(list.count, 0);
  assert_string_equal(list.as_of, "");
}

TEST(a_list_that_cannot_be_read_is_told) {
  jh_divisions list;
  (void)mkdir(LIST, 0777);
  assert_int_equal(read_list(&list, SHARE), JH_ENOT_READABLE);
  assert_string_equal(err.at.file, LIST);
  assert_int_equal(list.count, 0);
  assert_int_equal(rmdir(LIST), 0);
}

TEST(a_list_that_is_too_long_is_not_cut) {
  jh_divisions list;
  write_list("130127,高邑县,石家庄市,河北省,county,2023-06-30\r\n", 80000);
  assert_int_equal(read_list(&list, SHARE), JH_ETOO_LARGE);
  assert_string_equal(err.at.file, LIST);
  assert_int_equal(list.count, 0);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, begin, end)

TESTS(
    FRESH(a_list_is_read_with_its_day), FRESH(without_a_list_there_is_none),
    FRESH(a_list_that_cannot_be_read_is_told), FRESH(a_list_that_is_too_long_is_not_cut))
