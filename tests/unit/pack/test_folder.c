#include "support/test.h"

#include "pack/folder.h"
#include "write.h"

static jh_error err;

TEST(joining_never_doubles_the_slash) {
  jh_arena *arena = jh_arena_open();
  assert_string_equal(jh_folder_join(arena, "a/b", "c"), "a/b/c");
  assert_string_equal(jh_folder_join(arena, "a/b//", "c"), "a/b/c");
  assert_string_equal(jh_folder_join(arena, "/", "c"), "//c");
  jh_arena_close(arena);
}

TEST(lua_files_are_listed_in_byte_order_and_nothing_else) {
  jh_arena *arena = jh_arena_open();
  char **names;
  size_t count;
  make_folder("list");
  write_text("list/b.lua", "");
  write_text("list/a.lua", "");
  write_text("list/.hidden.lua", "");
  write_text("list/readme.md", "");
  assert_int_equal(jh_folder_list(arena, at("list"), &names, &count, &err), JH_OK);
  assert_int_equal(count, 2);
  assert_string_equal(names[0], "a.lua");
  assert_string_equal(names[1], "b.lua");
  assert_int_equal(jh_folder_list(arena, at("nowhere"), &names, &count, &err), JH_OK);
  assert_int_equal(count, 0);
  jh_arena_close(arena);
}

TEST(a_hash_changes_with_names_and_bytes) {
  char first[65], second[65], third[65];
  const char *one[] = {"a/one.lua"}, *two[] = {"a/two.lua"}, *there[] = {"b/one.lua"};
  const jh_str x = {"x", 1}, y = {"y", 1};
  assert_int_equal(jh_folder_hash(first, one, &x, 1, &err), JH_OK);
  assert_int_equal(jh_folder_hash(second, two, &x, 1, &err), JH_OK);
  assert_string_not_equal(first, second);
  assert_int_equal(jh_folder_hash(third, one, &y, 1, &err), JH_OK);
  assert_string_not_equal(first, third);
  assert_int_equal(jh_folder_hash(third, there, &x, 1, &err), JH_OK);
  assert_string_equal(first, third);
  assert_int_equal(strlen(first), 64);
}

TEST(folders_and_files_are_told_apart) {
  make_folder("list");
  assert_true(jh_folder_exists(at("list")));
  assert_false(jh_folder_has_file(at("list")));
  assert_false(jh_folder_exists(at("nothing")));
}

TESTS(
    RUN(joining_never_doubles_the_slash), RUN(lua_files_are_listed_in_byte_order_and_nothing_else),
    RUN(a_hash_changes_with_names_and_bytes), RUN(folders_and_files_are_told_apart))
