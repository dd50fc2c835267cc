/* test_ledger.c - what is kept of a run is found again as it was; what was not ended is not there. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "ledger/ledger.h"

static char folder[64], path[96], other[96];
static jh_ledger *archive;
static jh_arena *arena;
static jh_error err;

static int enter(void **state) {
  (void)state;
  strcpy(folder, "/tmp/junheng-ledger-XXXXXX");
  if (!mkdtemp(folder)) return -1;
  strcat(strcpy(path, folder), "/runs.sqlite");
  strcat(strcpy(other, folder), "/other");
  arena = jh_arena_open();
  return arena ? 0 : -1;
}

static int leave(void **state) {
  char log[112];
  (void)state;
  jh_ledger_close(archive);
  archive = NULL;
  jh_arena_close(arena);
  unlink(path), unlink(other);
  unlink(strcat(strcpy(log, path), "-wal")), unlink(strcat(strcpy(log, path), "-shm"));
  return rmdir(folder);
}

#define ok(call) assert_int_equal(call, JH_OK)

static void open_archive(void) { ok(jh_ledger_open(&archive, path, true, &err)); }

static int64_t keep(const char *text, const char *result) {
  char hash[JH_SHA256_TEXT];
  int64_t id = 0;
  ok(jh_ledger_begin(archive, &err));
  ok(jh_ledger_input(archive, "data", "/x/schools.csv", jh_str_of(text), hash, &err));
  ok(jh_ledger_input(archive, "rules", "/x/pack/pack.lua", jh_str_of("pack"), hash, &err));
  ok(jh_ledger_option(archive, "on", "2024-09-01", &err));
  ok(jh_ledger_option(archive, "reform", "b", &err));
  ok(jh_ledger_option(archive, "reform", "a", &err));
  ok(jh_ledger_end(archive, jh_str_of("{\"engine\":1}"), result, &id, &err));
  return id;
}

static void runs_are_listed_as_they_were_added(void **state) {
  (void)state;
  jh_ledger_run *runs, one;
  size_t count;
  open_archive();
  ok(jh_ledger_runs(archive, arena, &runs, &count, &err));
  assert_int_equal(count, 0);
  assert_int_equal(keep("one", "r1"), 1);
  assert_int_equal(keep("two", "r2"), 2);
  ok(jh_ledger_runs(archive, arena, &runs, &count, &err));
  assert_int_equal(count, 2);
  assert_int_equal(runs[0].id, 1);
  assert_string_equal(runs[1].result, "r2");
  ok(jh_ledger_find(archive, 2, arena, &one, &err));
  assert_string_equal(one.manifest, "{\"engine\":1}");
  assert_true(one.made[0]);
}

static void inputs_and_options_keep_their_order(void **state) {
  (void)state;
  jh_ledger_pair *pairs;
  size_t count;
  open_archive();
  int64_t id = keep("one", "r");
  ok(jh_ledger_options(archive, id, arena, &pairs, &count, &err));
  assert_int_equal(count, 3);
  assert_string_equal(pairs[1].value, "b");
  assert_string_equal(pairs[2].value, "a");
  ok(jh_ledger_inputs(archive, id, arena, &pairs, &count, &err));
  assert_int_equal(count, 2);
  assert_string_equal(pairs[0].name, "/x/schools.csv");
  assert_string_equal(pairs[0].role, "data");
  assert_int_equal(pairs[0].size, 3);
  assert_int_equal(strlen(pairs[0].value), 64);
}

static void a_run_that_was_not_ended_is_lost(void **state) {
  (void)state;
  jh_ledger_run *runs;
  size_t count;
  char hash[JH_SHA256_TEXT];
  open_archive();
  (void)keep("one", "r");
  ok(jh_ledger_begin(archive, &err));
  ok(jh_ledger_input(archive, "data", "/x/a", jh_str_of("half"), hash, &err));
  jh_ledger_close(archive);
  archive = NULL;
  open_archive();
  ok(jh_ledger_runs(archive, arena, &runs, &count, &err));
  assert_int_equal(count, 1);
  assert_int_equal(keep("two", "r"), 2);
}

static void what_is_not_there_is_told(void **state) {
  (void)state;
  jh_ledger_run run;
  assert_int_equal(jh_ledger_open(&archive, path, false, &err), JH_ENO_ARCHIVE);
  archive = NULL;
  open_archive();
  assert_int_equal(jh_ledger_find(archive, 7, arena, &run, &err), JH_ENO_RUN);
  assert_string_equal(err.args[0], "7");
}

static void a_file_of_somebody_else_is_left_as_it_is(void **state) {
  (void)state;
  char text[80] = "";
  FILE *file = fopen(path, "w");
  fputs("this is no archive of runs, but a text that is long enough to be read", file);
  fclose(file);
  assert_int_not_equal(jh_ledger_open(&archive, path, true, &err), JH_OK);
  archive = NULL;
  file = fopen(path, "r");
  assert_non_null(fgets(text, sizeof text, file));
  fclose(file);
  assert_memory_equal(text, "this is no archive", 18);
}

static void files_are_written_out_as_they_were(void **state) {
  (void)state;
  char place[128], text[16] = "";
  open_archive();
  int64_t id = keep("one\n", "r");
  ok(jh_ledger_extract(archive, id, folder, &err));
  (void)snprintf(place, sizeof place, "%s/x/schools.csv", folder);
  FILE *file = fopen(place, "r");
  assert_non_null(file);
  assert_non_null(fgets(text, sizeof text, file));
  fclose(file);
  assert_string_equal(text, "one\n");
  static const char *const made[] = {"/x/schools.csv", "/x/pack/pack.lua", "/x/pack", "/x"};
  for (size_t i = 0; i < COUNT(made); i++) {
    (void)snprintf(place, sizeof place, "%s%s", folder, made[i]);
    assert_int_equal(remove(place), 0);
  }
}

static void a_path_that_leads_out_is_not_followed(void **state) {
  (void)state;
  static const char *const paths[] = {"/../other", "other", "/x/..", "/x/../../other"};
  char hash[JH_SHA256_TEXT], below[96];
  open_archive();
  strcat(strcpy(below, folder), "/below");
  for (size_t i = 0; i < COUNT(paths); i++) {
    int64_t id;
    ok(jh_ledger_begin(archive, &err));
    ok(jh_ledger_input(archive, "data", paths[i], jh_str_of("harm"), hash, &err));
    ok(jh_ledger_end(archive, jh_str_of("{}"), "r", &id, &err));
    assert_int_equal(jh_ledger_extract(archive, id, below, &err), JH_EARCHIVE_DAMAGED);
    assert_int_not_equal(access(other, F_OK), 0);
  }
}

#define ROUND(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    ROUND(runs_are_listed_as_they_were_added), ROUND(inputs_and_options_keep_their_order),
    ROUND(a_run_that_was_not_ended_is_lost), ROUND(what_is_not_there_is_told),
    ROUND(a_file_of_somebody_else_is_left_as_it_is), ROUND(files_are_written_out_as_they_were),
    ROUND(a_path_that_leads_out_is_not_followed))
