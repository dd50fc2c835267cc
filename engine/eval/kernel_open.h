/* kernel_open.h - arithmetic over a block in which missing cells play, and what its loops share
 * with those of known numbers.
 */
#ifndef JH_EVAL_KERNEL_OPEN_H
#define JH_EVAL_KERNEL_OPEN_H

#include "eval/block.h"

/* Compiled twice, so that processors with vectors of four doubles use them. The same operations, so
 * the same values. */
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) &&   \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define JH_KERNEL_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define JH_KERNEL_WIDE
#endif

/* The state of a row that the loop could not bound; the caller does it one by one. */
#define JH_KERNEL_LEFT 255

/* ADD to DIV, MIN and MAX over the four ends of each row. True if rows are left. */
bool jh_kernel_open_two(jh_op op, jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count);

/* What rounding lost in s = a + b; no number where an end is infinite. */
static inline double jh_kernel_lost(double a, double b, double s) {
  double t = s - a;
  return (a - (s - t)) + (b - t);
}

/* As jh_ends_is_whole, without branches. */
static inline int jh_kernel_whole(double x) {
  return ((x + 0x1.8p52) - 0x1.8p52 == x) & (fabs(x) < 0x1p51);
}

static inline double jh_kernel_least(double a, double b) { return a < b ? a : b; }
static inline double jh_kernel_most(double a, double b) { return a > b ? a : b; }

/* Is a * b, or the quotient q = a / b, of two points an exact whole number, or 0? */
static inline int jh_kernel_exact_product(double a, double b, double product) {
  int is_whole = jh_kernel_whole(a) & jh_kernel_whole(b) & (fabs(product) < 0x1p51);
  return is_whole | (a == 0) | (b == 0);
}

static inline int jh_kernel_exact_quotient(double a, double b, double q) {
  int is_whole = jh_kernel_whole(q) & jh_kernel_whole(a) & jh_kernel_whole(b);
  return (is_whole & (q * b == a)) | (a == 0);
}

#endif
