/* Files looked at ahead: what is loaded and said is what it would be without. */
#include "table/scout.h"

#include "support/test.h"
#include "table/loading.h"
#include "world.h"

static const char schools[] = SCHOOLS_HEADER "s1,一校,110101,100,1.5,1,primary_school\n"
                                             "s2,二校,110102,200,2.5,0,primary_school\n";

/* The scout has seen all files there are, or would have, when this comes back. */
static jh_scout *sent(const char *folder) {
  jh_scout *scout = jh_scout_begin(folder);
  assert_non_null(scout);
  jh_scout_wait(scout);
  return scout;
}

static jh_file found(const char *path) {
  jh_input input;
  assert_int_equal(jh_input_open(&input, path, NULL, NULL), JH_OK);
  jh_input_close(&input);
  return (jh_file){
      .path = path,
      .size_bytes = input.size_bytes,
      .changed_ns = input.changed_ns,
      .stamp = input.stamp};
}

TEST(a_scout_has_what_it_saw_until_the_file_is_another_one) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", schools);
  jh_scout *scout = sent(w.folder);
  const char *path = world_path(&w, "schools.csv");
  jh_file is = found(path), larger = is, later = is, other = is, away = is;
  larger.size_bytes++, later.changed_ns++, other.stamp++, away.path = "nowhere.csv";
  assert_false(jh_scout_has(scout, &larger));
  assert_false(jh_scout_has(scout, &later));
  assert_false(jh_scout_has(scout, &other));
  assert_false(jh_scout_has(scout, &away));
  assert_false(jh_scout_has(NULL, &is));
  assert_null(jh_scout_seen(scout, path)); /* nobody has asked for it in earnest */
  assert_true(jh_scout_has(scout, &is));
  const jh_survey *seen = jh_scout_seen(scout, path);
  assert_non_null(seen);
  assert_string_equal(seen->encoding, "UTF-8");
  assert_int_equal(seen->most_lines, 4);
  jh_scout_close(scout);
  world_close(&w);
}

TEST(a_folder_without_tables_or_no_folder_needs_no_scout) {
  world w;
  world_open(&w);
  assert_null(jh_scout_begin("/nowhere/at/all"));
  assert_null(jh_scout_begin(world_path(&w, "counties.csv")));
  jh_scout_close(NULL);
  world_close(&w);
}

TEST(what_nobody_asked_for_is_given_up) {
  world w;
  world_open(&w);
  world_write(&w, "else.txt", "nobody\n");
  jh_scout *scout = jh_scout_begin(w.folder);
  assert_non_null(scout);
  jh_scout_drop(scout);
  jh_scout_wait(scout);
  assert_null(jh_scout_seen(scout, world_path(&w, "else.txt")));
  assert_null(jh_scout_seen(scout, world_path(&w, "counties.csv")));
  jh_scout_close(scout);
  scout = jh_scout_begin(w.folder);
  jh_scout_close(scout); /* at once */
  world_close(&w);
}

TEST(a_load_with_a_scout_loads_the_same) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", schools);
  world_write(&w, "unused.csv", "a,b\n1\n\"");
  assert_int_equal(world_load(&w), JH_OK);
  char hash[65];
  strcpy(hash, w.data->files[1].hash);
  for (int jobs = 1; jobs <= 3; jobs++) {
    jh_scout *scout = jobs == 2 ? jh_scout_begin(w.folder) : sent(w.folder);
    w.options.scout = scout;
    w.options.jobs = jobs;
    assert_int_equal(world_load(&w), JH_OK);
    assert_int_equal(w.data->levels[SCHOOLS].count, 2);
    assert_string_equal(w.data->files[1].hash, hash);
    assert_int_equal(jh_diag_count(w.diag, JH_WARNING), 0);
    jh_scout_close(scout);
  }
  world_close(&w);
}

TEST(what_is_wrong_with_a_file_is_told_as_without_a_scout) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "s1,\xFF,110101,100,1.5,1,primary_school\n");
  w.options.jobs = 2;
  w.options.scout = sent(w.folder);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_non_null(world_found(&w, JH_EBAD_BYTES, 0));
  jh_scout_close(w.options.scout);
  /* The file is changed behind the scout's back: what is there now counts. */
  w.options.scout = sent(w.folder);
  world_write(&w, "schools.csv", schools);
  assert_int_equal(world_load(&w), JH_OK);
  jh_scout_close(w.options.scout);
  /* Someone tells the encoding: it is looked at again. */
  w.options.scout = sent(w.folder);
  w.options.encoding = "GB18030";
  (void)world_load(&w);
  assert_int_equal(jh_diag_count(w.diag, JH_NOTE), 0);
  if (w.data) assert_string_equal(w.data->files[0].encoding, "GB18030");
  jh_scout_close(w.options.scout);
  world_close(&w);
}

TESTS(
    RUN(a_scout_has_what_it_saw_until_the_file_is_another_one),
    RUN(a_folder_without_tables_or_no_folder_needs_no_scout),
    RUN(what_nobody_asked_for_is_given_up), RUN(a_load_with_a_scout_loads_the_same),
    RUN(what_is_wrong_with_a_file_is_told_as_without_a_scout))
