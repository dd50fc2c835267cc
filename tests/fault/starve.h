/* starve.h - a task repeated with one allocation failing: the first ones each, later ones in growing steps, until
 * a run finds all its memory. With JUNHENG_FAULT_EVERY=1 in the environment, every single one: minutes. Then
 * JUNHENG_FAULT_TASK=name does one task alone, JUNHENG_FAULT_FROM and _TO a range of its allocations, for
 * several processes at once.
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

static long number_of(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text && text[0] ? strtol(text, NULL, 10) : otherwise;
}

/* The n-th allocation fails: an error that says so, or the same result; nothing is lost, but for what open sessions
 * keep (is_short). */
static void starve_once(
    jh_code (*task)(written *, jh_error *), long n, written good, bool is_short) {
  jh_error err = {0};
  written out = {0};
  long before = alive;
  failed = false;
  left = n;
  jh_code code = task(&out, &err);
  left = -1;
  if (code && !(failed && is_want_of_memory(code))) {
    fail_msg("allocation %ld: code %d %s", n, (int)code, err.args[0]);
  }
  if (alive != before && !is_short) fail_msg("allocation %ld: %ld blocks lost", n, alive - before);
  if (!code && (out.sum != good.sum || out.size != good.size)) {
    fail_msg("allocation %ld: another result", n);
  }
}

/* A task with one allocation failing, the first ones each, later ones in growing steps. */
static void starve_named(const char *name, jh_code (*task)(written *, jh_error *), long most) {
  jh_error err = {0};
  written good = {0};
  const char *only = getenv("JUNHENG_FAULT_TASK");
  long growth = most || number_of("JUNHENG_FAULT_EVERY", 0) == 1 ? 0 : 1, runs = 0;
  long first = number_of("JUNHENG_FAULT_FROM", 0), last = number_of("JUNHENG_FAULT_TO", most - 1);
  if (only && strcmp(only, name) != 0) skip();
  assert_int_equal(task(&good, &err), JH_OK);
  failed = true;
  for (long n = first; failed && (last < 0 || n <= last); n += 1 + growth * n / 10) {
    starve_once(task, n, good, most > 0);
    runs++;
  }
  printf(
      "%s: %ld runs with one allocation failing, from the %ld. on%s\n", name, runs, first + 1,
      failed ? ", not to the end" : "");
}

#define starve(task) starve_named(#task, task, 0)

/* Each of the first so many allocations, for a task that stands on sessions which were opened before. */
#define starve_first(count, task) starve_named(#task, task, count)

#endif
