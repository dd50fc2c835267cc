/* test_file.c - reads that give less, signals, files that cannot be read, fingerprints of files. */
#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { EVERY_OTHER = 2, MOST = 3 };

static long calls;      /* of read, pread and write */
static bool is_scanty;  /* every other call is interrupted, the others do three bytes at most */
static bool is_refused; /* every call fails */

ssize_t __real_read(int fd, void *out, size_t room);
ssize_t __wrap_read(int fd, void *out, size_t room);
ssize_t __real_pread(int fd, void *out, size_t room, off_t from);
ssize_t __wrap_pread(int fd, void *out, size_t room, off_t from);
ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);

/* May the call go on? With how many bytes? */
static bool goes_on(size_t *size) {
  if (is_refused) errno = EIO;
  if (is_refused) return false;
  if (!is_scanty) return true;
  if (calls++ % EVERY_OTHER == 0) {
    errno = EINTR;
    return false;
  }
  if (*size > MOST) *size = MOST;
  return true;
}

ssize_t __wrap_read(int fd, void *out, size_t room) {
  return goes_on(&room) ? __real_read(fd, out, room) : -1;
}

ssize_t __wrap_pread(int fd, void *out, size_t room, off_t from) {
  return goes_on(&room) ? __real_pread(fd, out, room, from) : -1;
}

ssize_t __wrap_write(int fd, const void *bytes, size_t size) {
  return goes_on(&size) ? __real_write(fd, bytes, size) : -1;
}

static const char text[] = "第一条 0123456789";
#define SIZE ((ssize_t)sizeof text - 1)

static int open_text(void) {
  int fd = open(JH_TEST_FOLDER "/file.txt", O_RDWR | O_CREAT | O_TRUNC, 0666);
  assert_true(fd >= 0);
  assert_true(jh_file_write(fd, text, sizeof text - 1));
  assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
  return fd;
}

static int begin(void **state) {
  (void)state;
  calls = 0;
  is_scanty = is_refused = false;
  return 0;
}

static void expect_all(void) {
  char out[64] = "";
  int fd = open_text();
  assert_int_equal(jh_file_read(fd, out, 4), 4);
  assert_int_equal(jh_file_read(fd, out + 4, sizeof out - 4), SIZE - 4);
  assert_string_equal(out, text);
  assert_int_equal(jh_file_read(fd, out, sizeof out), 0);
  memset(out, 0, sizeof out);
  assert_int_equal(jh_file_read_at(fd, out, sizeof out, 10), SIZE - 10);
  assert_string_equal(out, text + 10);
  assert_int_equal(jh_file_read_at(fd, out, 2, 1), 2);
  assert_memory_equal(out, text + 1, 2);
  assert_int_equal(jh_file_read_at(fd, out, 2, 1000), 0);
  close(fd);
}

TEST(a_file_is_read_and_written_whole) { expect_all(); }

TEST(so_it_is_piecemeal_and_with_signals) {
  is_scanty = true;
  expect_all();
  assert_true(calls > 20);
}

TEST(what_cannot_be_read_or_written_is_told) {
  char out[8];
  int fd = open_text();
  is_refused = true;
  assert_int_equal(jh_file_read(fd, out, sizeof out), -1);
  assert_int_equal(errno, EIO);
  assert_int_equal(jh_file_read_at(fd, out, sizeof out, 0), -1);
  assert_false(jh_file_write(fd, text, 4));
  close(fd);
}

TEST(nothing_asked_for_is_nothing_read) {
  char out[1];
  int fd = open_text();
  is_refused = true;
  assert_int_equal(jh_file_read(fd, out, 0), 0);
  assert_int_equal(jh_file_read_at(fd, out, 0, 5), 0);
  assert_true(jh_file_write(fd, text, 0));
  close(fd);
}

TEST(a_fingerprint_is_that_of_all_bytes) {
  char plain[JH_SHA256_TEXT], piecemeal[JH_SHA256_TEXT], direct[JH_SHA256_TEXT];
  jh_sha256 hash;
  close(open_text());
  jh_sha256_init(&hash);
  jh_sha256_add(&hash, jh_str_of(text));
  assert_true(jh_sha256_done(&hash, direct));
  assert_true(jh_file_hash(plain, JH_TEST_FOLDER "/file.txt"));
  is_scanty = true;
  assert_true(jh_file_hash(piecemeal, JH_TEST_FOLDER "/file.txt"));
  assert_string_equal(plain, direct);
  assert_string_equal(piecemeal, direct);
}

TEST(a_file_of_several_blocks_has_one_fingerprint) {
  static char block[1 << 18];
  char found[JH_SHA256_TEXT], direct[JH_SHA256_TEXT];
  for (int size = 0; size < 2; size++) { /* two whole blocks, and one byte more */
    int fd = open(JH_TEST_FOLDER "/blocks.bin", O_RDWR | O_CREAT | O_TRUNC, 0666);
    jh_sha256 hash;
    jh_sha256_init(&hash);
    for (size_t i = 0; i < 2; i++) {
      memset(block, (int)('a' + i), sizeof block);
      assert_true(jh_file_write(fd, block, sizeof block));
      jh_sha256_add(&hash, (jh_str){block, sizeof block});
    }
    assert_true(jh_file_write(fd, "x", (size_t)size));
    jh_sha256_add(&hash, (jh_str){"x", (size_t)size});
    close(fd);
    assert_true(jh_sha256_done(&hash, direct));
    assert_true(jh_file_hash(found, JH_TEST_FOLDER "/blocks.bin"));
    assert_string_equal(found, direct);
  }
}

TEST(what_cannot_be_read_has_no_fingerprint) {
  char out[JH_SHA256_TEXT];
  assert_false(jh_file_hash(out, JH_TEST_FOLDER "/not there"));
  assert_false(jh_file_hash(out, JH_TEST_FOLDER));
  close(open_text());
  is_refused = true;
  assert_false(jh_file_hash(out, JH_TEST_FOLDER "/file.txt"));
}

#define FRESH(name) cmocka_unit_test_setup(name, begin)

TESTS(
    FRESH(a_file_is_read_and_written_whole), FRESH(so_it_is_piecemeal_and_with_signals),
    FRESH(what_cannot_be_read_or_written_is_told), FRESH(nothing_asked_for_is_nothing_read),
    FRESH(a_fingerprint_is_that_of_all_bytes), FRESH(a_file_of_several_blocks_has_one_fingerprint),
    FRESH(what_cannot_be_read_has_no_fingerprint))
