/* The folder of an import: whole or not at all, and nothing of others' is replaced. */
#include "support/test.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "intake/find.h"
#include "office.h"

#define SCHOOLS "from \"a.csv\" { table = \"schools\" }\n"

static office o;

static void begin(void) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学生数\n1001,100\n");
}

/* How many names in the office's folder begin so. */
static size_t count_names(const char *beginning) {
  size_t count = 0;
  DIR *stream = opendir(o.folder);
  assert_non_null(stream);
  for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
    count += strncmp(entry->d_name, beginning, strlen(beginning)) == 0;
  }
  closedir(stream);
  return count;
}

TEST(the_same_import_gives_the_same_bytes) {
  begin();
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  char *first = strdup(office_read(&o, "origins/files.sha256"));
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  assert_string_equal(office_read(&o, "origins/files.sha256"), first);
  assert_int_equal(count_names("out"), 1);
  free(first);
  office_close(&o);
}

TEST(a_refused_import_leaves_what_was_there) {
  begin();
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  office_write(&o, "a.csv", "学校代码,学生数\n1001,many\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EIMPORT_REFUSED);
  assert_string_equal(office_read(&o, "schools.csv"), "school_code,students\n1001,100\n");
  assert_int_equal(count_names("out"), 1);
  office_close(&o);
}

TEST(an_earlier_import_is_replaced_and_its_other_files_go) {
  begin();
  office_write(&o, "r.csv", "学校代码,教室面积\n1001,7\n");
  assert_int_equal(office_import(&o, "", SCHOOLS "from \"r.csv\" { table = \"rooms\" }"), JH_OK);
  assert_non_null(office_read(&o, "rooms.csv"));
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  assert_null(office_read(&o, "rooms.csv"));
  office_close(&o);
}

TEST(a_folder_with_anything_else_is_not_touched) {
  begin();
  office_write(&o, "out/mine.txt", "x");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EOUTPUT_FOLDER);
  assert_string_equal(o.err.args[1], "mine.txt");
  assert_string_equal(office_read(&o, "mine.txt"), "x");
  office_close(&o);
}

TEST(an_import_that_was_changed_by_hand_is_not_replaced) {
  begin();
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  office_write(&o, "out/schools.csv", "school_code,students\n1001,101\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EOUTPUT_FOLDER);
  assert_string_equal(o.err.args[1], "schools.csv");
  office_close(&o);
}

TEST(an_empty_folder_is_filled_and_a_file_is_not) {
  char path[300];
  begin();
  (void)snprintf(path, sizeof path, "%s/out", o.folder);
  assert_int_equal(mkdir(path, 0777), 0);
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  office_close(&o);
  begin();
  office_write(&o, "out", "a file");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_ENOT_WRITABLE);
  office_close(&o);
}

TEST(a_link_to_a_folder_is_filled_and_stays_a_link) {
  char path[300];
  struct stat info;
  begin();
  (void)snprintf(path, sizeof path, "%s/real", o.folder);
  assert_int_equal(mkdir(path, 0777), 0);
  (void)snprintf(path, sizeof path, "%s/out", o.folder);
  assert_int_equal(symlink("real", path), 0);
  for (int i = 0; i < 2; i++) assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  assert_string_equal(office_read(&o, "schools.csv"), "school_code,students\n1001,100\n");
  assert_int_equal(lstat(path, &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  assert_int_equal(count_names("real"), 1);
  office_close(&o);
}

TEST(a_star_stands_for_any_text_but_hides_nothing) {
  assert_true(jh_find_fits("*.csv", "学校.csv"));
  assert_true(jh_find_fits("a*b*c", "axxbyyc"));
  assert_true(jh_find_fits("*", "x"));
  assert_false(jh_find_fits("*.csv", "a.csv.bak"));
  assert_false(jh_find_fits("*", ".hidden"));
  assert_false(jh_find_fits("a*b", "a"));
  char long_name[2000], pattern[2000];
  memset(long_name, 'a', sizeof long_name);
  long_name[sizeof long_name - 1] = '\0';
  for (size_t i = 0; i < 1998; i += 2) memcpy(pattern + i, "*a", 2);
  memcpy(pattern + 1997, "b", 2);
  assert_false(jh_find_fits(pattern, long_name)); /* in no time */
}

TESTS(
    RUN(the_same_import_gives_the_same_bytes), RUN(a_refused_import_leaves_what_was_there),
    RUN(an_earlier_import_is_replaced_and_its_other_files_go),
    RUN(a_folder_with_anything_else_is_not_touched),
    RUN(an_import_that_was_changed_by_hand_is_not_replaced),
    RUN(an_empty_folder_is_filled_and_a_file_is_not),
    RUN(a_link_to_a_folder_is_filled_and_stays_a_link),
    RUN(a_star_stands_for_any_text_but_hides_nothing))
