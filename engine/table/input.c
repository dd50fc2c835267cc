/* input.c - reading files through the system's own calls; see input.h. */
#include "table/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

void jh_input_tell(jh_progress *progress, uint64_t bytes) {
  if (!progress->tell) return;
  progress->done += bytes;
  if (progress->done > progress->total) progress->done = progress->total;
  progress->tell(progress->payload, progress->done, progress->total);
}

bool jh_input_exists(const char *path) {
  struct stat found;
  return stat(path, &found) == 0;
}

static jh_code system_error(const jh_input *input, int number, jh_error *err) {
  char words[128];
  jh_place at = jh_place_of(input->path, 0, 0);
  /* The GNU form: the text is returned, and need not lie in `words`. */
  return jh_fail(err, JH_ENOT_READABLE, &at, strerror_r(number, words, sizeof words), NULL);
}

static int64_t nanoseconds(const struct stat *of) {
  return (int64_t)of->st_mtim.tv_sec * 1000000000 + of->st_mtim.tv_nsec;
}

static uint64_t stamp_of(const struct stat *of) {
  const uint64_t odd = 0x9E3779B97F4A7C15u;
  uint64_t stamp = (uint64_t)of->st_ctim.tv_sec * 1000000000u + (uint64_t)of->st_ctim.tv_nsec;
  stamp = (stamp ^ of->st_ino) * odd;
  return (stamp ^ stamp >> 32 ^ of->st_dev) * odd;
}

jh_code jh_input_open(jh_input *out, const char *path, jh_progress *progress, jh_error *err) {
  *out = (jh_input){.fd = -1, .path = path, .progress = progress, .left = UINT64_MAX};
  /* Not blocking, so that a pipe without a writer does not hold us for ever. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return system_error(out, errno, err);
  struct stat found;
  int failed = fstat(fd, &found) != 0 ? errno : 0;
  if (!failed && S_ISREG(found.st_mode)) {
    out->fd = fd;
    out->size_bytes = (uint64_t)found.st_size;
    out->changed_ns = nanoseconds(&found);
    out->stamp = stamp_of(&found);
    return JH_OK;
  }
  close(fd);
  if (failed) return system_error(out, failed, err);
  jh_place at = jh_place_of(path, 0, 0);
  if (S_ISDIR(found.st_mode)) return jh_fail(err, JH_EIS_FOLDER, &at, NULL);
  return system_error(out, EINVAL, err);
}

void jh_input_close(jh_input *input) {
  if (input->fd >= 0) close(input->fd);
  input->fd = -1;
}

jh_code jh_input_rewind(jh_input *input, uint64_t offset, jh_error *err) {
  if (lseek(input->fd, (off_t)offset, SEEK_SET) < 0) return system_error(input, errno, err);
  return JH_OK;
}

jh_code jh_input_read(jh_input *input, char *out, size_t room, size_t *got, jh_error *err) {
  if (room > input->left) room = (size_t)input->left;
  if (input->is_unwanted && atomic_load(input->is_unwanted)) room = 0;
  ssize_t size = jh_file_read(input->fd, out, room);
  if (size < 0) return system_error(input, errno, err);
  *got = (size_t)size;
  if (input->left != UINT64_MAX) input->left -= *got;
  if (input->progress) jh_input_tell(input->progress, *got);
  return JH_OK;
}

bool jh_input_is(const jh_input *input, uint64_t size_bytes, int64_t changed_ns, uint64_t stamp) {
  return input->size_bytes == size_bytes && input->changed_ns == changed_ns &&
         (stamp == 0 || input->stamp == stamp);
}

jh_code jh_input_check(const jh_input *input, jh_error *err) {
  struct stat now;
  if (fstat(input->fd, &now) != 0) return system_error(input, errno, err);
  if (jh_input_is(input, (uint64_t)now.st_size, nanoseconds(&now), stamp_of(&now))) return JH_OK;
  jh_place at = jh_place_of(input->path, 0, 0);
  return jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
}
