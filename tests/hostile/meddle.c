/* meddle.c - a file that changes at a chosen moment while a program reads it (LD_PRELOAD; see changing.py).
 *
 *     MEDDLE_PATH  how the file's path ends
 *     MEDDLE_AT    before which of the program's calls about the file: 0 = the first
 *     MEDDLE_DO    rewrite: other bytes in the same file; replace: another file of that name; hide: rewrite, and the
 *                  time of the last change put back; back: replace, and the old file again before the next opening;
 *                  cut: half of it is taken away; short: the call, if it reads, gives one byte; eintr: it is
 *                  interrupted by a signal; trickle: each that reads from then on gives seven bytes at most
 *     MEDDLE_WITH  the file that holds the other bytes
 *     MEDDLE_DONE  made when it has happened
 *
 * Calls are open, fopen, stat, fstat, read, pread, fread and close; of the last three ways what a FILE reads itself
 * too, for then it is one of ours. Also libraries' calls, such as those of libzip. Knows nothing of the program.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };

static atomic_long calls;
static atomic_bool is_ours[MOST_FILES];
static atomic_bool is_busy, is_away;

/* What dlsym finds, as a function of the type of `name`. */
#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

/* What becomes of a call that reads. */
typedef enum fate { USUAL, ONE_BYTE, INTERRUPTED, FEW_BYTES } fate;

enum { FEW = 7, MOST_SIZE = 1 << 20 };

static bool is_meant(const char *path) {
  const char *end = getenv("MEDDLE_PATH");
  size_t size = path ? strlen(path) : 0, most = end ? strlen(end) : 0;
  return most && size >= most && strcmp(path + size - most, end) == 0;
}

static size_t slurp(const char *path, char *out, size_t room) {
  int fd = REAL(open)(path, O_RDONLY);
  ssize_t got = fd < 0 ? 0 : REAL(read)(fd, out, room);
  if (fd >= 0) (void)REAL(close)(fd);
  return got > 0 ? (size_t)got : 0;
}

static void spill(const char *path, const char *bytes, size_t size) {
  int fd = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (fd < 0 || write(fd, bytes, size) != (ssize_t)size) abort();
  (void)REAL(close)(fd);
}

static void put_there(const char *path, const char *what) {
  static char bytes[MOST_SIZE];
  char beside[4096];
  struct stat before;
  if (REAL(stat)(path, &before) != 0) abort();
  if (strcmp(what, "cut") == 0) {
    if (truncate(path, before.st_size / 2) != 0) abort();
    return;
  }
  size_t size = slurp(getenv("MEDDLE_WITH"), bytes, sizeof bytes);
  if (strcmp(what, "rewrite") == 0 || strcmp(what, "hide") == 0) {
    spill(path, bytes, size);
    struct timespec times[2] = {before.st_atim, before.st_mtim};
    if (what[0] == 'h') (void)utimensat(AT_FDCWD, path, times, 0);
    return;
  }
  (void)snprintf(beside, sizeof beside, "%s.old", path);
  if (what[0] == 'b' && rename(path, beside) != 0) abort();
  is_away = what[0] == 'b';
  (void)snprintf(beside, sizeof beside, "%s.new", path);
  spill(beside, bytes, size);
  if (rename(beside, path) != 0) abort();
}

static void put_back(const char *path) {
  char beside[4096];
  (void)snprintf(beside, sizeof beside, "%s.old", path);
  if (rename(beside, path) != 0) abort();
}

static fate fate_of(const char *what) {
  if (!what) return USUAL;
  if (strcmp(what, "short") == 0) return ONE_BYTE;
  if (strcmp(what, "eintr") == 0) return INTERRUPTED;
  return strcmp(what, "trickle") == 0 ? FEW_BYTES : USUAL;
}

/* Do reads go otherwise, and the file stays as it is? */
static bool is_about_reads(void) { return fate_of(getenv("MEDDLE_DO")) != USUAL; }

/* A call about the file; `path` where it opens it. */
static fate at_call(const char *path) {
  const char *at = getenv("MEDDLE_AT"), *what = getenv("MEDDLE_DO"), *done = getenv("MEDDLE_DONE");
  if (!at || !what || !done || atomic_exchange(&is_busy, true)) return USUAL;
  static char meant[4096];
  fate out = USUAL;
  long call = calls++;
  if (path) (void)snprintf(meant, sizeof meant, "%s", path);
  if (path && is_away && call > atol(at)) {
    put_back(path);
    is_away = false;
  } else if (call == atol(at)) {
    if (is_about_reads())
      out = fate_of(what);
    else
      put_there(meant, what);
    spill(done, "", 0);
  } else if (call > atol(at) && fate_of(what) == FEW_BYTES) {
    out = FEW_BYTES;
  }
  is_busy = false;
  return out;
}

/* How many bytes may be read; -1: none, the call was interrupted. */
static ssize_t room_of(size_t size) {
  switch (at_call(NULL)) {
  case ONE_BYTE: return size > 1 ? 1 : (ssize_t)size;
  case FEW_BYTES: return size > FEW ? FEW : (ssize_t)size;
  case INTERRUPTED: errno = EINTR; return -1;
  default: return (ssize_t)size;
  }
}

static void remember(int fd) {
  if (fd >= 0 && fd < MOST_FILES) is_ours[fd] = true;
}

static bool knows(int fd) { return fd >= 0 && fd < MOST_FILES && is_ours[fd]; }

/* A FILE whose own reads go through read() above, which the C library's do not. */

static FILE *cookies[MOST_FILES];

static ssize_t cookie_read(void *cookie, char *out, size_t size) {
  return read((int)(intptr_t)cookie, out, size);
}

static int cookie_seek(void *cookie, off64_t *at, int whence) {
  off64_t to = lseek64((int)(intptr_t)cookie, *at, whence);
  if (to >= 0) *at = to;
  return to < 0 ? -1 : 0;
}

static int cookie_close(void *cookie) {
  cookies[(intptr_t)cookie] = NULL;
  return close((int)(intptr_t)cookie);
}

static FILE *open_cookie(int fd) {
  const cookie_io_functions_t calls_of = {cookie_read, NULL, cookie_seek, cookie_close};
  if (fd < 0 || fd >= MOST_FILES) return NULL;
  remember(fd);
  return cookies[fd] = fopencookie((void *)(intptr_t)fd, "r", calls_of);
}

int fileno(FILE *file) {
  for (int fd = 0; fd < MOST_FILES; fd++)
    if (file && cookies[fd] == file) return fd;
  return REAL(fileno)(file);
}

FILE *fdopen(int fd, const char *mode) {
  if (knows(fd) && mode[0] == 'r' && is_about_reads()) return open_cookie(fd);
  return REAL(fdopen)(fd, mode);
}

int dup(int fd) {
  int other = REAL(dup)(fd);
  if (knows(fd)) remember(other);
  return other;
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
  va_end(list);
  bool is_it = !is_busy && is_meant(path) && !(flags & O_CREAT);
  if (is_it) (void)at_call(path);
  int fd = REAL(open)(path, flags, mode);
  if (is_it) remember(fd);
  return fd;
}

FILE *fopen(const char *path, const char *mode) {
  bool is_it = !is_busy && is_meant(path) && mode[0] == 'r';
  if (is_it) (void)at_call(path);
  if (is_it && is_about_reads()) {
    int fd = REAL(open)(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? NULL : open_cookie(fd);
  }
  FILE *file = REAL(fopen)(path, mode);
  if (is_it && file) remember(fileno(file));
  return file;
}

int stat(const char *path, struct stat *out) {
  if (!is_busy && is_meant(path)) (void)at_call(path);
  return REAL(stat)(path, out);
}

int fstat(int fd, struct stat *out) {
  if (knows(fd)) (void)at_call(NULL);
  return REAL(fstat)(fd, out);
}

ssize_t read(int fd, void *out, size_t size) {
  ssize_t room = knows(fd) ? room_of(size) : (ssize_t)size;
  return room < 0 ? -1 : REAL(read)(fd, out, (size_t)room);
}

ssize_t pread(int fd, void *out, size_t size, off_t at) {
  ssize_t room = knows(fd) ? room_of(size) : (ssize_t)size;
  return room < 0 ? -1 : REAL(pread)(fd, out, (size_t)room, at);
}

size_t fread(void *out, size_t size, size_t count, FILE *file) {
  if (!is_about_reads() && knows(fileno(file))) (void)at_call(NULL);
  return REAL(fread)(out, size, count, file);
}

int close(int fd) {
  if (knows(fd)) {
    (void)at_call(NULL);
    is_ours[fd] = false;
  }
  return REAL(close)(fd);
}

/* The names that other libraries know these by. */
int open64(const char *path, int flags, ...) __attribute__((alias("open")));
int stat64(const char *path, struct stat64 *out) __attribute__((alias("stat")));
int fstat64(int fd, struct stat64 *out) __attribute__((alias("fstat")));
ssize_t pread64(int fd, void *out, size_t size, off64_t at) __attribute__((alias("pread")));
