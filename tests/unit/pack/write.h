/* write.h - small packs and dictionaries on disk, for the tests of pack/. */
#ifndef JH_TESTS_UNIT_PACK_WRITE_H
#define JH_TESTS_UNIT_PACK_WRITE_H

#include <sys/stat.h>

/* "<test folder>/<name>": four texts are alive at a time. */
static inline const char *at(const char *name) {
  static char paths[4][600];
  static int next;
  char *path = paths[next++ % 4];
  (void)snprintf(path, sizeof paths[0], "%s/%s", JH_TEST_FOLDER, name);
  return path;
}

static inline void make_folder(const char *name) { (void)mkdir(at(name), 0777); }

static inline void write_text(const char *name, const char *text) {
  FILE *file = fopen(at(name), "wb");
  assert_non_null(file);
  assert_true(fputs(text, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

#endif
