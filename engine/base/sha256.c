/* sha256.c - SHA-256 over OpenSSL's EVP; see sha256.h. */
#include "base/sha256.h"

#include <openssl/evp.h>

#define DIGEST_BYTES 32

void jh_sha256_init(jh_sha256 *hash) {
  hash->state = EVP_MD_CTX_new();
  hash->ok = hash->state && EVP_DigestInit_ex(hash->state, EVP_sha256(), NULL) == 1;
}

void jh_sha256_add(jh_sha256 *hash, jh_str bytes) {
  hash->ok = hash->ok && EVP_DigestUpdate(hash->state, bytes.at, bytes.size) == 1;
}

bool jh_sha256_done(jh_sha256 *hash, char out[JH_SHA256_TEXT]) {
  static const char hex[] = "0123456789abcdef";
  unsigned char digest[DIGEST_BYTES];
  bool ok = hash->ok && EVP_DigestFinal_ex(hash->state, digest, NULL) == 1;
  size_t end = 0;
  for (size_t i = 0; ok && i < DIGEST_BYTES; i++) {
    out[end++] = hex[digest[i] >> 4];
    out[end++] = hex[digest[i] & 15];
  }
  out[end] = '\0';
  EVP_MD_CTX_free(hash->state);
  *hash = (jh_sha256){0};
  return ok;
}
