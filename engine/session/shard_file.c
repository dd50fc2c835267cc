/* shard_file.c - a shard's bytes, looked over before any of them is believed. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"
#include "session/shard.h"

enum { TAIL = JH_SHA256_TEXT - 1, HEAD_SIZE_BYTES = 10, PIECE = 1 << 16 };

jh_code jh_shard_file_damaged(const jh_shard_file *file, jh_error *err) {
  jh_place at = jh_place_of(file->path, 0, 0);
  return jh_fail(err, JH_ESHARD_DAMAGED, &at, NULL);
}

bool jh_shard_file_read(const jh_shard_file *file, uint64_t at, char *out, size_t size) {
  return jh_file_read_at(file->fd, out, size, at) == (ssize_t)size;
}

static jh_shard_moment moment_of(const struct stat *info) {
  return (jh_shard_moment){
      info->st_size, info->st_mtim.tv_sec, info->st_mtim.tv_nsec, info->st_ctim.tv_sec,
      info->st_ctim.tv_nsec};
}

jh_code jh_shard_file_check(const jh_shard_file *file, jh_error *err) {
  struct stat info;
  jh_place at = jh_place_of(file->path, 0, 0);
  if (fstat(file->fd, &info) != 0)
    return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  jh_shard_moment now = moment_of(&info), then = file->opened;
  bool is_same = now.size == then.size && now.changed_s == then.changed_s &&
                 now.changed_ns == then.changed_ns && now.touched_s == then.touched_s &&
                 now.touched_ns == then.touched_ns;
  return is_same ? JH_OK : jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
}

static jh_code open_file(jh_shard_file *out, uint64_t *size, jh_error *err) {
  struct stat info;
  jh_place at = jh_place_of(out->path, 0, 0);
  out->fd = open(out->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (out->fd < 0 || fstat(out->fd, &info) != 0)
    return jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  if (!S_ISREG(info.st_mode)) return jh_fail(err, JH_ENOT_SHARD, &at, NULL);
  out->opened = moment_of(&info);
  *size = (uint64_t)info.st_size;
  return JH_OK;
}

/* The form's name, then another version's, or something else altogether. */
static jh_code check_form(const jh_shard_file *out, uint64_t size, jh_error *err) {
  char form[sizeof JH_SHARD_FORM] = "";
  const size_t begin = strlen(JH_SHARD_BEGIN), whole = strlen(JH_SHARD_FORM);
  jh_place at = jh_place_of(out->path, 0, 0);
  size_t length = size < whole ? (size_t)size : whole;
  if (!jh_shard_file_read(out, 0, form, length)) return jh_shard_file_damaged(out, err);
  if (length < whole || strncmp(form, JH_SHARD_BEGIN, begin) != 0)
    return jh_fail(err, JH_ENOT_SHARD, &at, NULL);
  if (strcmp(form, JH_SHARD_FORM) == 0) return JH_OK;
  form[begin + 1] = '\0';
  bool is_number = form[begin] >= '2' && form[begin] <= '9';
  return is_number ? jh_fail(err, JH_ESHARD_VERSION, &at, form + begin, NULL)
                   : jh_shard_file_damaged(out, err);
}

/* The last bytes are the fingerprint of all before them. */
static jh_code check_hash(const jh_shard_file *out, uint64_t end, jh_error *err) {
  char found[JH_SHA256_TEXT], told[TAIL];
  jh_sha256 hash;
  char *piece = jh_alloc_get(PIECE);
  if (!piece) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_sha256_init(&hash);
  bool is_read = true;
  for (uint64_t at = 0; at < end && is_read;) {
    size_t size = end - at < PIECE ? (size_t)(end - at) : PIECE;
    is_read = jh_shard_file_read(out, at, piece, size);
    jh_sha256_add(&hash, (jh_str){piece, size});
    at += size;
  }
  jh_alloc_free(piece);
  if (!jh_sha256_done(&hash, found)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  is_read = is_read && jh_shard_file_read(out, end, told, TAIL);
  return is_read && memcmp(found, told, TAIL) == 0 ? JH_OK : jh_shard_file_damaged(out, err);
}

static jh_code read_head(jh_shard_file *out, jh_error *err) {
  char size_bytes[HEAD_SIZE_BYTES];
  const uint64_t begin = strlen(JH_SHARD_FORM);
  size_t room = out->end - begin < HEAD_SIZE_BYTES ? (size_t)(out->end - begin) : HEAD_SIZE_BYTES;
  if (!jh_shard_file_read(out, begin, size_bytes, room)) return jh_shard_file_damaged(out, err);
  jh_shard_cursor cursor = jh_shard_wire_open((jh_str){size_bytes, room});
  uint64_t size = jh_shard_wire_take(&cursor);
  uint64_t first = begin + (uint64_t)(cursor.at - size_bytes);
  if (cursor.is_bad || size > out->end - first) return jh_shard_file_damaged(out, err);
  out->head = jh_alloc_get((size_t)size + 1);
  if (!out->head) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!jh_shard_file_read(out, first, out->head, (size_t)size))
    return jh_shard_file_damaged(out, err);
  out->rest = jh_shard_wire_open((jh_str){out->head, (size_t)size});
  out->counties = first + size;
  return JH_OK;
}

static jh_code read_marks(jh_shard_file *out, jh_error *err) {
  jh_shard_cursor *cursor = &out->rest;
  for (int i = 0; i < JH_SHARD_MARKS; i++)
    jh_shard_wire_take_into(cursor, out->marks.of[i], sizeof out->marks.of[i]);
  out->part = jh_shard_wire_take_most(cursor, JH_SHARD_MOST_PARTS);
  out->from = jh_shard_wire_take_most(cursor, UINT32_MAX);
  out->to = jh_shard_wire_take_most(cursor, UINT32_MAX);
  out->rules = jh_shard_wire_take_text(cursor);
  out->share = jh_shard_wire_take_text(cursor);
  out->dictionary = jh_shard_wire_take_text(cursor);
  out->data = jh_shard_wire_take_text(cursor);
  return cursor->is_bad || out->from > out->to || !out->part ? jh_shard_file_damaged(out, err)
                                                             : JH_OK;
}

jh_code jh_shard_file_open(jh_shard_file *out, const char *path, jh_error *err) {
  uint64_t size = 0;
  *out = (jh_shard_file){.path = path, .fd = -1};
  jh_code code = open_file(out, &size, err);
  if (!code) code = check_form(out, size, err);
  if (!code && size < strlen(JH_SHARD_FORM) + TAIL) code = jh_shard_file_damaged(out, err);
  if (code) return code;
  out->end = size - TAIL;
  code = check_hash(out, out->end, err);
  if (!code) code = read_head(out, err);
  return code ? code : read_marks(out, err);
}

void jh_shard_file_close(jh_shard_file *file) {
  if (file->fd >= 0) (void)close(file->fd);
  jh_alloc_free(file->head);
  *file = (jh_shard_file){.fd = -1};
}
