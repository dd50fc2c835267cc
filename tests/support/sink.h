/* sink.h - where a test's results go: into `text`, cut when it is full.
 *
 * Included by one file of a test program.
 */
#ifndef JH_TESTS_SUPPORT_SINK_H
#define JH_TESTS_SUPPORT_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static char text[1 << 20]; /* NUL-terminated */
static size_t size;        /* what is in it; a test sets it to 0 to begin anew */

static inline bool take(void *payload, const char *bytes, size_t count) {
  (void)payload;
  if (size + count >= sizeof text) count = sizeof text - 1 - size;
  memcpy(text + size, bytes, count);
  size += count;
  text[size] = '\0';
  return true;
}

#endif
