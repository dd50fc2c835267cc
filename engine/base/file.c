/* file.c - see file.h. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

ssize_t jh_file_read(int fd, char *out, size_t room) {
  size_t end = 0;
  while (end < room) {
    ssize_t got = read(fd, out + end, room - end);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    end += (size_t)got;
  }
  return (ssize_t)end;
}

ssize_t jh_file_read_at(int fd, char *out, size_t room, uint64_t from) {
  size_t end = 0;
  while (end < room) {
    ssize_t got = pread(fd, out + end, room - end, (off_t)(from + end));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    end += (size_t)got;
  }
  return (ssize_t)end;
}

bool jh_file_write(int fd, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t done = write(fd, bytes, size);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes += done;
    size -= (size_t)done;
  }
  return true;
}

bool jh_file_hash(char out[JH_SHA256_TEXT], const char *path) {
  enum { BLOCK = 1 << 16 };
  char block[BLOCK];
  /* Not blocking, so that a pipe without a writer does not hold us for ever. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  ssize_t got = fd < 0 ? -1 : BLOCK;
  jh_sha256 hash;
  jh_sha256_init(&hash);
  while (got == BLOCK) {
    got = jh_file_read(fd, block, BLOCK);
    if (got > 0) jh_sha256_add(&hash, (jh_str){block, (size_t)got});
  }
  bool ok = jh_sha256_done(&hash, out) && got >= 0;
  if (fd >= 0) (void)close(fd);
  return ok;
}
