/* Which row each row hangs on, wherever both stand in their files. */
#include "support/test.h"

#include "table/index.h"
#include "world.h"

/* Codes of one to twenty signs, every third one twice. */
static jh_str *make_codes(jh_arena *arena, size_t count) {
  jh_str *codes = jh_arena_get(arena, count * sizeof *codes);
  for (size_t i = 0; i < count; i++) {
    char text[64];
    size_t number = i % 3 == 2 ? i - 1 : i;
    size_t size = (size_t)sprintf(text, "%zu%.*s", number, (int)(number % 15), "xxxxxxxxxxxxxxxx");
    codes[i] = (jh_str){jh_arena_text(arena, (jh_str){text, size}), size};
  }
  return codes;
}

TEST(an_index_finds_the_first_row_of_a_code_and_no_other) {
  enum { COUNT = 5000 };
  jh_arena *arena = jh_arena_open();
  jh_str *codes = make_codes(arena, COUNT);
  jh_str wanted[COUNT + 2];
  uint32_t found[COUNT + 2];
  jh_index index;
  assert_true(jh_index_make(&index, codes, COUNT, arena));
  memcpy(wanted, codes, COUNT * sizeof *codes);
  wanted[COUNT] = jh_str_of("5001");
  wanted[COUNT + 1] = jh_str_of("");
  jh_index_find(found, &index, wanted, COUNT + 2);
  for (size_t i = 0; i < COUNT; i++) assert_int_equal(found[i], i % 3 == 2 ? i - 1 : i);
  assert_int_equal(found[COUNT], JH_NONE);
  assert_int_equal(found[COUNT + 1], JH_NONE);
  jh_arena_close(arena);
}

/* A thousand schools and a room for each, in steps, so that rooms stand far from their schools. */
static void write_far_apart(world *w, size_t step, const char *more) {
  enum { COUNT = 997 };
  static char text[64 * COUNT];
  size_t end = (size_t)sprintf(text, "school_code,county_code,students\n");
  for (size_t i = 0; i < COUNT; i++) {
    end += (size_t)sprintf(text + end, "s%zu,110101,1\n", i * step % COUNT);
  }
  world_write(w, "counties.csv", "county_code\n110101\n");
  world_write(w, "schools.csv", text);
  end = (size_t)sprintf(text, "school_code,area\n");
  for (size_t i = 0; i < COUNT; i++) {
    size_t school = i * 7 * step % COUNT;
    end += (size_t)sprintf(text + end, "s%zu,%zu\n", school, school);
  }
  sprintf(text + end, "%s", more);
  world_write(w, "rooms.csv", text);
}

TEST(rows_find_their_parents_wherever_they_stand) {
  for (size_t step = 1; step < 500; step += 211) {
    world w;
    world_open(&w);
    write_far_apart(&w, step, "");
    assert_int_equal(world_load(&w), JH_OK);
    const jh_rows *schools = &w.data->levels[SCHOOLS], *rooms = &w.data->levels[ROOMS];
    assert_int_equal(rooms->count, schools->count);
    for (size_t i = 0; i < rooms->count; i++) {
      char text[16];
      jh_str_copy(text, sizeof text, schools->codes[rooms->parent[i]]);
      long number = strtol(text + 1, NULL, 10);
      assert_int_equal(jh_column_number(rooms->columns[ROOM_AREA], i), 100 * number);
    }
    world_close(&w);
  }
}

TEST(of_rows_that_are_looked_for_afar_each_orphan_is_told) {
  world w;
  world_open(&w);
  write_far_apart(&w, 211, "t1,5\ns2,6\nt2,7\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 2);
  assert_int_equal(world_found(&w, JH_EUNKNOWN_PARENT, 1)->at.line, 1001);
  world_close(&w);
}

TESTS(
    RUN(an_index_finds_the_first_row_of_a_code_and_no_other),
    RUN(rows_find_their_parents_wherever_they_stand),
    RUN(of_rows_that_are_looked_for_afar_each_orphan_is_told))
