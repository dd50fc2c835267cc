/* starve.h - a task repeated with one allocation failing: the first ones each, later ones in growing steps, until
 * a run finds all its memory. With JUNHENG_FAULT_EVERY=1 in the environment, every single one: minutes.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's family, for this program and the
 * engine in it (not for libraries of others). Each run ends in success or in a clear error, never in a result
 * from half the data, and gives back what it took.
 */
#ifndef JH_TEST_FAULT_STARVE_H
#define JH_TEST_FAULT_STARVE_H

#include "support/test.h"

#include "support/scarce.h"

#include "junheng.h"

/* What was written, kept as a sum so that two runs can be compared. */
typedef struct written {
  uint64_t sum;
  size_t size;
} written;

static bool take(void *payload, const char *bytes, size_t count) {
  written *out = payload;
  for (size_t i = 0; i < count; i++) out->sum = out->sum * 31 + (unsigned char)bytes[i];
  out->size += count;
  return true;
}

static inline bool take_page(void *payload, const char *path, const char *bytes, size_t count) {
  return take(payload, path, strlen(path)) && take(payload, bytes, count);
}

static bool is_want_of_memory(jh_code code) { return code == JH_ENOMEM || code == JH_EMEMORY; }

/* A task with one allocation failing, the first ones each, later ones in growing steps. */
static void starve(jh_code (*task)(written *, jh_error *)) {
  jh_error err = {0};
  written good = {0};
  assert_int_equal(task(&good, &err), JH_OK);
  size_t runs = 0;
  const char *every = getenv("JUNHENG_FAULT_EVERY");
  long growth = every && strcmp(every, "1") == 0 ? 0 : 1;
  failed = true;
  for (long n = 0; failed; n += 1 + growth * n / 10) {
    long before = alive;
    written out = {0};
    failed = false;
    left = n;
    jh_code code = task(&out, &err);
    left = -1;
    runs++;
    if (code && !(failed && is_want_of_memory(code))) {
      fail_msg("allocation %ld: code %d %s", n, (int)code, err.args[0]);
    }
    if (alive != before) fail_msg("allocation %ld: %ld blocks lost", n, alive - before);
    if (!code && (out.sum != good.sum || out.size != good.size)) {
      fail_msg("allocation %ld: another result", n);
    }
  }
  printf("%zu runs with one allocation failing\n", runs);
}

#endif
