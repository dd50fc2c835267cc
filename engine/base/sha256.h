/* sha256.h - the fingerprint of a file or text, by which a run can be replayed.
 *
 * The only file of the engine that knows the OpenSSL library. Order of calls:
 * init, add as often as wanted, done. Failing to find memory is remembered and
 * reported once, by jh_sha256_done, so that add need not be checked.
 */
#ifndef JH_BASE_SHA256_H
#define JH_BASE_SHA256_H

#include "base/str.h"

#define JH_SHA256_TEXT 65

typedef struct jh_sha256 {
  void *state;
  bool ok; /* false when memory was out once */
} jh_sha256;

void jh_sha256_init(jh_sha256 *hash);
void jh_sha256_add(jh_sha256 *hash, jh_str bytes);

/* Writes 64 lower-case hexadecimal digits and gives the state back; false, and
 * an empty text, when memory was out. Must be called once after each init. */
bool jh_sha256_done(jh_sha256 *hash, char out[JH_SHA256_TEXT]);

#endif
