/* test_output.c - a result file is whole, or it is not there. */
#include "support/test.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output.h"

static char folder[128], path[160], part[200], text[64];
static jh_error err;

static int enter(void **state) {
  (void)state;
  strcpy(folder, "/tmp/junheng-output-XXXXXX");
  if (!mkdtemp(folder)) return -1;
  strcat(strcpy(path, folder), "/result.txt");
  (void)snprintf(part, sizeof part, "%s.%ld.part", path, (long)getpid());
  return 0;
}

static int leave(void **state) {
  (void)state;
  unlink(path);
  unlink(part);
  return rmdir(folder);
}

static const char *content(void) {
  FILE *file = fopen(path, "r");
  text[0] = '\0';
  if (!file) return NULL;
  size_t size = fread(text, 1, sizeof text - 1, file);
  text[size] = '\0';
  fclose(file);
  return text;
}

static void a_file_appears_only_when_it_is_whole(void **state) {
  cli_output out;
  (void)state;
  assert_int_equal(cli_output_open(&out, path, JH_EN, &err), JH_OK);
  assert_true(cli_output_write(&out, "whole", 5));
  assert_null(content());
  assert_int_equal(cli_output_name(&out, &err), JH_OK);
  assert_int_equal(access(part, F_OK), 0);
  assert_null(content());
  assert_true(cli_output_write(&out, "!", 1));
  assert_int_equal(cli_output_close(&out, JH_OK, &err), JH_OK);
  assert_string_equal(content(), "whole!");
  assert_int_not_equal(access(part, F_OK), 0);
}

static void a_failed_run_leaves_the_old_file_as_it_was(void **state) {
  cli_output out;
  (void)state;
  assert_int_equal(cli_output_open(&out, path, JH_EN, &err), JH_OK);
  cli_output_write(&out, "old", 3);
  assert_int_equal(cli_output_close(&out, JH_OK, &err), JH_OK);
  assert_int_equal(cli_output_open(&out, path, JH_EN, &err), JH_OK);
  cli_output_write(&out, "half", 4);
  assert_int_equal(cli_output_close(&out, JH_ENOMEM, &err), JH_ENOMEM);
  assert_string_equal(content(), "old");
  assert_int_not_equal(access(part, F_OK), 0);
}

static void a_folder_is_refused(void **state) {
  cli_output out;
  (void)state;
  assert_int_equal(cli_output_open(&out, folder, JH_EN, &err), JH_EIS_FOLDER);
  assert_int_equal(cli_output_close(&out, JH_EIS_FOLDER, &err), JH_EIS_FOLDER);
}

static void a_place_that_is_not_there_is_told_with_its_name(void **state) {
  cli_output out;
  (void)state;
  strcat(folder, "/none");
  assert_int_equal(cli_output_open(&out, folder, JH_EN, &err), JH_OK);
  cli_output_write(&out, "x", 1);
  assert_int_equal(cli_output_close(&out, JH_ENOMEM, &err), JH_ENOMEM);
  strcat(folder, "/deeper");
  assert_int_equal(cli_output_open(&out, folder, JH_EN, &err), JH_ENOT_WRITABLE);
  assert_string_equal(err.at.file, folder);
  assert_string_equal(err.args[0], "no such file or folder");
  assert_int_equal(cli_output_close(&out, JH_ENOT_WRITABLE, &err), JH_ENOT_WRITABLE);
  folder[strlen(folder) - strlen("/none/deeper")] = '\0';
}

static void a_full_disk_is_told_and_devices_stay_devices(void **state) {
  cli_output out;
  struct stat what;
  (void)state;
  if (stat("/dev/full", &what) != 0) skip();
  assert_int_equal(cli_output_open(&out, "/dev/full", JH_EN, &err), JH_OK);
  assert_false(cli_output_write(&out, "x", 1));
  assert_int_equal(cli_output_close(&out, JH_ENOT_WRITABLE, &err), JH_ENOT_WRITABLE);
  assert_string_equal(err.args[0], "the disk is full");
  assert_int_equal(stat("/dev/full", &what), 0);
  assert_true(S_ISCHR(what.st_mode));
}

#define WITH_FOLDER(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FOLDER(a_file_appears_only_when_it_is_whole),
    WITH_FOLDER(a_failed_run_leaves_the_old_file_as_it_was), WITH_FOLDER(a_folder_is_refused),
    WITH_FOLDER(a_place_that_is_not_there_is_told_with_its_name),
    WITH_FOLDER(a_full_disk_is_told_and_devices_stay_devices))
