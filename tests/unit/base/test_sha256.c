/* test_sha256.c - fingerprints, against the vectors of FIPS 180-4, and without memory. */
#include "support/test.h"

#include <openssl/crypto.h>

#include "base/sha256.h"

static void expect_hash(const char *text, size_t times, const char *expected) {
  jh_sha256 hash;
  jh_sha256_init(&hash);
  for (size_t i = 0; i < times; i++) {
    jh_sha256_add(&hash, jh_str_of(text));
  }
  char out[JH_SHA256_TEXT];
  assert_true(jh_sha256_done(&hash, out));
  assert_string_equal(out, expected);
}

TEST(the_known_vectors_come_out) {
  expect_hash("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect_hash("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect_hash(
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  expect_hash(
      "aaaaaaaaaa", 100000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(it_does_not_matter_how_the_text_is_cut) {
  expect_hash("ab", 3, "36ff120f98d1ca85de299f65314b3b968d132cee69f8f8bb6a6d4e1058313355");
}

static long left = -1; /* allocations until the one that fails; negative: none does */

static bool refused(void) { return left >= 0 && left-- == 0; }

static void *get(size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  return refused() ? NULL : malloc(size);
}

static void *resize(void *block, size_t size, const char *file, int line) {
  (void)file;
  (void)line;
  return refused() ? NULL : realloc(block, size);
}

static void give_back(void *block, const char *file, int line) {
  (void)file;
  (void)line;
  free(block);
}

TEST(without_memory_there_is_no_fingerprint) {
  int failures = 0;
  bool ok = false;
  for (long n = 0; n < 1000 && !ok; n++) {
    jh_sha256 hash;
    char out[JH_SHA256_TEXT];
    left = n;
    jh_sha256_init(&hash);
    jh_sha256_add(&hash, jh_str_of("abc"));
    ok = jh_sha256_done(&hash, out);
    left = -1;
    assert_true(ok || out[0] == '\0');
    failures += !ok;
  }
  assert_true(ok);
  assert_true(failures > 0);
}

int main(void) {
  /* Must come before the first call of the library. */
  if (CRYPTO_set_mem_functions(get, resize, give_back) != 1) {
    return 1;
  }
  const struct CMUnitTest tests[] = {
      RUN(the_known_vectors_come_out),
      RUN(it_does_not_matter_how_the_text_is_cut),
      RUN(without_memory_there_is_no_fingerprint),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
