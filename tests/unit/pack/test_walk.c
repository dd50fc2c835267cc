/* Packs below a folder. */
#include "support/test.h"

#include "pack/walk.h"
#include "write.h"

static jh_error err;

TEST(packs_below_a_folder_come_in_byte_order_and_hidden_ones_do_not) {
  jh_arena *arena = jh_arena_open();
  char **packs;
  size_t count;
  make_folder("walk"), make_folder("walk/b"), make_folder("walk/a"), make_folder("walk/a/deep");
  make_folder("walk/.hidden"), make_folder("walk/empty");
  write_text("walk/b/pack.lua", "");
  write_text("walk/a/deep/pack.lua", "");
  write_text("walk/a/deep/article.lua", "overlay \"x\" {}");
  write_text("walk/.hidden/pack.lua", "");
  write_text("walk/c.lua", "-- a city\noverlay \"city\" {}\n");
  write_text("walk/notes.lua", "return 1\n");
  assert_int_equal(jh_walk_packs(arena, at("walk"), &packs, &count, &err), JH_OK);
  assert_int_equal(count, 3);
  assert_string_equal(packs[0], at("walk/a/deep"));
  assert_string_equal(packs[1], at("walk/b"));
  assert_string_equal(packs[2], at("walk/c.lua"));
  jh_arena_close(arena);
}

TEST(a_folder_with_a_head_or_a_single_file_is_a_pack) {
  make_folder("one"), make_folder("none");
  write_text("one/pack.lua", "");
  assert_true(jh_walk_is_pack(at("one")));
  assert_true(jh_walk_is_pack(at("one/pack.lua")));
  assert_false(jh_walk_is_pack(at("none")));
  assert_false(jh_walk_is_pack(at("nowhere")));
}

TEST(where_nothing_is_there_are_no_packs) {
  jh_arena *arena = jh_arena_open();
  char **packs;
  size_t count = 7;
  assert_int_equal(jh_walk_packs(arena, at("nowhere"), &packs, &count, &err), JH_OK);
  assert_int_equal(count, 0);
  jh_arena_close(arena);
}

TESTS(
    RUN(packs_below_a_folder_come_in_byte_order_and_hidden_ones_do_not),
    RUN(a_folder_with_a_head_or_a_single_file_is_a_pack), RUN(where_nothing_is_there_are_no_packs))
