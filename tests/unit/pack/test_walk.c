/* Packs below a folder: found, refused, and looked for while memory runs out. */
#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "pack/walk.h"
#include "scarce_arena.h"
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

/* How many packs are below a folder. */
static size_t count_below(const char *folder) {
  jh_arena *arena = jh_arena_open();
  char **packs;
  size_t count;
  assert_int_equal(jh_walk_packs(arena, at(folder), &packs, &count, &err), JH_OK);
  jh_arena_close(arena);
  return count;
}

TEST(a_single_file_is_known_by_how_a_line_begins) {
  static const struct {
    const char *text;
    size_t count;
  } files[] = {{"overlay \"a\" {}\n", 1},  {"\toverlay 'a' {}\n", 1},  {"overlay\"a\" {}\n", 1},
               {"pack   \"a\" {}\n", 1},   {"\n\n  pack \"a\" {}", 1}, {"-- overlay \"a\"\n", 0},
               {"overlays \"a\" {}\n", 0}, {"packed \"a\" {}\n", 0},   {"local pack = 1\n", 0},
               {"overlay (a) {}\n", 0},    {"reform \"a\" {}\n", 0},   {"", 0}};
  make_folder("heads");
  for (size_t i = 0; i < COUNT(files); i++) {
    write_text("heads/x.lua", files[i].text);
    if (count_below("heads") != files[i].count) fail_msg("%s", files[i].text);
  }
}

TEST(what_stands_far_out_in_a_line_heads_nothing) {
  char text[400];
  memset(text, '-', 255); /* one piece of the line */
  (void)snprintf(text + 255, sizeof text - 255, "pack \"a\" {}\n");
  make_folder("wide");
  write_text("wide/x.lua", text);
  assert_int_equal(count_below("wide"), 0);
  strcat(text, "pack \"a\" {}\n");
  write_text("wide/x.lua", text);
  assert_int_equal(count_below("wide"), 1);
}

TEST(a_pipe_is_not_waited_for) {
  make_folder("pipes");
  (void)remove(at("pipes/x.lua"));
  assert_int_equal(mkfifo(at("pipes/x.lua"), 0600), 0);
  assert_int_equal(count_below("pipes"), 0);
  assert_false(jh_walk_is_pack(at("pipes/x.lua")));
  assert_false(jh_walk_is_pack(at("pipes/gone.lua")));
}

TEST(folders_are_followed_sixteen_deep_so_that_links_cannot_go_round) {
  make_folder("round");
  write_text("round/x.lua", "pack \"a\" {}\n");
  (void)remove(at("round/again"));
  assert_int_equal(symlink(".", at("round/again")), 0);
  assert_int_equal(count_below("round"), 17);
  (void)remove(at("round/again"));
}

TEST(a_name_longer_than_any_path_is_no_pack) {
  static char name[6000];
  memset(name, 'a', sizeof name - 1);
  for (size_t i = 99; i < sizeof name - 1; i += 100) name[i] = '/';
  assert_false(jh_walk_is_pack(name));
}

/* Whoever may open no more files: what is there must not seem to be no pack. */
static void expect_not_readable(const char *folder, const char *place) {
  struct rlimit before, none;
  jh_arena *arena = jh_arena_open();
  char **packs;
  size_t count;
  int next = open("/dev/null", O_RDONLY);
  assert_true(next >= 0);
  assert_int_equal(close(next), 0);
  assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
  none = before;
  none.rlim_cur = (rlim_t)next;
  char looked_at[600];
  (void)snprintf(looked_at, sizeof looked_at, "%s", at(folder));
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
  jh_code code = jh_walk_packs(arena, looked_at, &packs, &count, &err);
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
  assert_int_equal(code, JH_ENOT_READABLE);
  assert_string_equal(err.at.file, at(place));
  assert_non_null(strstr(err.args[0], "open files"));
  jh_arena_close(arena);
}

TEST(what_cannot_be_looked_into_is_told) {
  make_folder("shut");
  write_text("shut/x.lua", "pack \"a\" {}\n");
  expect_not_readable("shut", "shut");
}

/* The linker puts this in the place of fopen. */
static FILE *(*refuse_file)(const char *path, const char *mode);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode) {
  return refuse_file ? refuse_file(path, mode) : __real_fopen(path, mode);
}

static FILE *no_access(const char *path, const char *mode) {
  (void)path, (void)mode;
  errno = EACCES;
  return NULL;
}

static ssize_t fail_to_read(void *cookie, char *out, size_t size) {
  (void)cookie, (void)out, (void)size;
  errno = EIO;
  return -1;
}

/* A file that can be opened, and then gives an error. */
static FILE *broken(const char *path, const char *mode) {
  (void)path;
  return fopencookie(NULL, mode, (cookie_io_functions_t){.read = fail_to_read});
}

static void expect_told(FILE *(*refuse)(const char *path, const char *mode)) {
  jh_arena *arena = jh_arena_open();
  char **packs;
  size_t count;
  make_folder("shut");
  write_text("shut/x.lua", "pack \"a\" {}\n");
  refuse_file = refuse;
  jh_code code = jh_walk_packs(arena, at("shut"), &packs, &count, &err);
  refuse_file = NULL;
  assert_int_equal(code, JH_ENOT_READABLE);
  assert_string_equal(err.at.file, at("shut/x.lua"));
  jh_arena_close(arena);
}

TEST(a_file_that_may_not_be_read_is_told) { expect_told(no_access); }

TEST(a_file_whose_reading_fails_is_told) { expect_told(broken); }

TEST(every_allocation_that_fails_is_told_as_want_of_memory) {
  make_folder("few"), make_folder("few/a"), make_folder("few/b");
  write_text("few/a/pack.lua", "");
  write_text("few/b/x.lua", "overlay \"x\" {}\n");
  bool has_ended = false;
  for (long n = 0; n < 200 && !has_ended; n++) {
    jh_arena *arena = jh_arena_open();
    char folder[600], **packs;
    size_t count;
    (void)snprintf(folder, sizeof folder, "%s", at("few"));
    has_refused = false;
    left = n;
    jh_code code = jh_walk_packs(arena, folder, &packs, &count, &err);
    left = -1;
    has_ended = !has_refused;
    assert_int_equal(code, has_refused ? JH_ENOMEM : JH_OK);
    jh_arena_close(arena);
  }
  assert_true(has_ended);
}

TESTS(
    RUN(packs_below_a_folder_come_in_byte_order_and_hidden_ones_do_not),
    RUN(a_folder_with_a_head_or_a_single_file_is_a_pack), RUN(where_nothing_is_there_are_no_packs),
    RUN(a_single_file_is_known_by_how_a_line_begins),
    RUN(what_stands_far_out_in_a_line_heads_nothing), RUN(a_pipe_is_not_waited_for),
    RUN(folders_are_followed_sixteen_deep_so_that_links_cannot_go_round),
    RUN(a_name_longer_than_any_path_is_no_pack), RUN(what_cannot_be_looked_into_is_told),
    RUN(a_file_that_may_not_be_read_is_told), RUN(a_file_whose_reading_fails_is_told),
    RUN(every_allocation_that_fails_is_told_as_want_of_memory))
