/* random.h - numbers for the property tests of this layer, from a seed that is printed.
 *
 * JH_SEED in the environment repeats a run; without it the seed is always the
 * same, so that a build does not fail by chance.
 */
#ifndef JH_TESTS_UNIT_BASE_RANDOM_H
#define JH_TESTS_UNIT_BASE_RANDOM_H

#include "support/test.h"

typedef struct random_source {
  uint64_t state;
} random_source;

static inline random_source random_open(void) {
  const char *wanted = getenv("JH_SEED");
  uint64_t seed = wanted ? strtoull(wanted, NULL, 10) : 20170419;
  printf("           JH_SEED=%llu\n", (unsigned long long)seed);
  return (random_source){seed};
}

/* splitmix64 */
static inline uint64_t random_bits(random_source *source) {
  source->state += UINT64_C(0x9E3779B97F4A7C15);
  uint64_t z = source->state;
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* From low to high, both included. */
static inline int64_t random_between(random_source *source, int64_t low, int64_t high) {
  uint64_t span = (uint64_t)high - (uint64_t)low + 1;
  return (int64_t)((uint64_t)low + (span ? random_bits(source) % span : random_bits(source)));
}

/* As random_between around 0, but with a random number of digits, so that small ones occur too. */
static inline int64_t random_mantissa(random_source *source, int most_digits) {
  int64_t bound = 1;
  for (int64_t digits = random_between(source, 0, most_digits); digits > 0; digits--) {
    bound *= 10;
  }
  return random_between(source, -(bound - 1), bound - 1);
}

#endif
