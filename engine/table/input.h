/* input.h - an open file: its bytes in blocks, and whether it stayed as it was.
 *
 * Private to the layer. Knows no encoding and no lines.
 */
#ifndef JH_TABLE_INPUT_H
#define JH_TABLE_INPUT_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/error.h"

/* Told as bytes go by; shared by all files of a load. */
typedef struct jh_progress {
  void (*tell)(void *payload, uint64_t done, uint64_t total);
  void *payload;
  uint64_t done, total;
} jh_progress;

typedef struct jh_input {
  int fd; /* -1 = closed */
  const char *path;
  uint64_t size_bytes;
  int64_t changed_ns;
  uint64_t stamp; /* which file it is, and when anything of it was last changed; see jh_input_is */
  jh_progress *progress; /* NULL = nobody is told */
  uint64_t left;         /* bytes that may still be read: all of them unless someone sets less */
  /* NULL, or where it is said that nobody wants the rest: as if the file ended there. */
  const atomic_bool *is_unwanted;
} jh_input;

/* Bytes have been read, and whoever wants to know is told. Bytes read once more, to find the place
 * of an error, do not count beyond the end. */
void jh_input_tell(jh_progress *progress, uint64_t bytes);

/* Does something, be it file or folder, stand at the path? */
bool jh_input_exists(const char *path);

/* Errors JH_EIS_FOLDER, JH_ENOT_READABLE (arg: the system's words; place: the file). */
JH_CHECKED jh_code
jh_input_open(jh_input *out, const char *path, jh_progress *progress, jh_error *err);
void jh_input_close(jh_input *input);

JH_CHECKED jh_code jh_input_rewind(jh_input *input, uint64_t offset, jh_error *err);

/* Reads until `room` bytes are there or the file ends; *got < room only at the end. */
JH_CHECKED jh_code
jh_input_read(jh_input *input, char *out, size_t room, size_t *got, jh_error *err);

/* Is it what was found under this path before? Told by size, time of the last change, and a stamp of the file's
 * number and of the time that no program can put back; 0 = the stamp is not known. */
bool jh_input_is(const jh_input *input, uint64_t size_bytes, int64_t changed_ns, uint64_t stamp);

/* JH_EFILE_CHANGED if size or time differ from those at the opening. */
JH_CHECKED jh_code jh_input_check(const jh_input *input, jh_error *err);

#endif
