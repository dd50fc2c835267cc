/* file.h - bytes of an open file, whole.
 *
 * A signal and a system that gives less than was asked for are no end of a file: the calls go on until they have all,
 * the file ends, or it cannot be read. Knows nothing of what files hold; who calls names the file in the error.
 */
#ifndef JH_BASE_FILE_H
#define JH_BASE_FILE_H

#include <stdint.h>
#include <sys/types.h>

#include "base/sha256.h"

/* Reads on from where the file stands. Returns the bytes, fewer than `room` only where the file ends; -1, and errno,
 * where it cannot be read. */
ssize_t jh_file_read(int fd, char *out, size_t room);

/* The same from a byte of the file on; several threads may. */
ssize_t jh_file_read_at(int fd, char *out, size_t room, uint64_t from);

/* Writes all; false, and errno, where that cannot be: nobody knows then how much was. */
bool jh_file_write(int fd, const char *bytes, size_t size);

/* The fingerprint of the file at path; false where it cannot be read, or memory was out. */
bool jh_file_hash(char out[JH_SHA256_TEXT], const char *path);

#endif
