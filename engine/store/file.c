/* file.c - a snapshot as a file: read as a whole, written beside its place and renamed. */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/crew.h"
#include "base/file.h"
#include "store/form.h"

#define PIECE ((size_t)1 << 20) /* bytes that one thread reads at a time */

static jh_code fail_with(jh_code code, const char *path, jh_error *err) {
  char words[128];
  const char *said = strerror_r(errno, words, sizeof words);
  jh_place at = jh_place_of(path, 0, 0);
  return jh_fail(err, code, &at, said, NULL);
}

/* A file that several threads read, piece by piece. */
typedef struct reading {
  int fd;
  char *at;
  size_t size;
  atomic_int failed; /* errno of a piece; EIO where the file ended early */
} reading;

static void read_piece(void *payload, size_t lane, size_t task) {
  reading *r = payload;
  size_t from = task * PIECE, room = r->size - from < PIECE ? r->size - from : PIECE;
  (void)lane;
  if (atomic_load(&r->failed)) return;
  ssize_t got = jh_file_read_at(r->fd, r->at + from, room, from);
  if (got != (ssize_t)room) atomic_store(&r->failed, got < 0 ? errno : EIO);
}

static bool read_all(int fd, char *at, size_t size, size_t jobs) {
  reading r = {.fd = fd, .size = size};
  r.at = at;
  jh_crew_run(jobs > 0 ? jobs : 1, (size + PIECE - 1) / PIECE, read_piece, &r);
  errno = atomic_load(&r.failed);
  return errno == 0;
}

static jh_code read_open(
    int fd, const char *path, size_t jobs, jh_arena *arena, jh_str *out, jh_error *err) {
  struct stat info;
  if (fstat(fd, &info) != 0) return fail_with(JH_ENOT_READABLE, path, err);
  if (!S_ISREG(info.st_mode)) return jh_fail(err, JH_ESNAPSHOT_FOREIGN, NULL, NULL);
  size_t bytes = (size_t)info.st_size;
  char *at = jh_arena_get(arena, bytes + 1);
  if (!at) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!read_all(fd, at, bytes, jobs)) return fail_with(JH_ENOT_READABLE, path, err);
  *out = (jh_str){at, bytes};
  return JH_OK;
}

jh_code jh_store_bytes(
    const char *path, size_t jobs, jh_arena *arena, char **at, size_t *size, jh_error *err) {
  *size = 0;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return errno == ENOENT ? JH_OK : fail_with(JH_ENOT_READABLE, path, err);
  jh_str got = {NULL, 0};
  jh_code code = read_open(fd, path, jobs, arena, &got, err);
  (void)close(fd);
  *at = (char *)got.at;
  *size = got.size;
  return code;
}

typedef struct sink {
  int fd;
  const char *path;
} sink;

static jh_code put(void *payload, const void *bytes, size_t size, jh_error *err) {
  const sink *to = payload;
  return jh_file_write(to->fd, bytes, size) ? JH_OK : fail_with(JH_ENOT_WRITABLE, to->path, err);
}

/* A new file beside the place; what a dead process of the same number left is taken away. */
static int open_beside(const char *beside) {
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  int fd = open(beside, flags, 0666);
  if (fd >= 0 || errno != EEXIST) return fd;
  (void)unlink(beside);
  return open(beside, flags, 0666);
}

jh_code jh_store_write(const char *path, const jh_store_content *content, jh_error *err) {
  jh_buf beside;
  jh_buf_init(&beside);
  jh_buf_print(&beside, "%s.%ld.new", path, (long)getpid());
  jh_code code = jh_buf_ok(&beside) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  sink to = {.fd = code ? -1 : open_beside(beside.at), .path = path};
  if (!code && to.fd < 0) code = fail_with(JH_ENOT_WRITABLE, path, err);
  if (!code) {
    code = jh_store_lay_out(content, put, &to, err);
    if (!code && fsync(to.fd) != 0) code = fail_with(JH_ENOT_WRITABLE, path, err);
    if (close(to.fd) != 0 && !code) code = fail_with(JH_ENOT_WRITABLE, path, err);
    if (!code && rename(beside.at, path) != 0) code = fail_with(JH_ENOT_WRITABLE, path, err);
    if (code) (void)unlink(beside.at);
  }
  jh_buf_done(&beside);
  return code;
}
