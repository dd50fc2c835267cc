/* solve_rats.c - see solve_rats.h. */
#include "remedy/solve_rats.h"

#include <math.h>

#include "base/alloc.h"

jh_rat *jh_rats_open(size_t count) {
  jh_rat *rats = jh_alloc_get((count ? count : 1) * sizeof *rats);
  for (size_t i = 0; rats && i < count; i++) jh_rat_init(&rats[i]);
  return rats;
}

void jh_rats_close(jh_rat *rats, size_t count) {
  for (size_t i = 0; rats && i < count; i++) jh_rat_done(&rats[i]);
  jh_alloc_free(rats);
}

void jh_rats_double(jh_rat *out, double value) {
  int exponent = 0;
  double mantissa = frexp(value, &exponent);
  jh_rat_set_int(out, (int64_t)ldexp(mantissa, 53));
  exponent -= 53;
  jh_rat power, two;
  jh_rat_init(&power);
  jh_rat_init(&two);
  jh_rat_set_int(&power, 1);
  for (int left = exponent < 0 ? -exponent : exponent; left > 0;) {
    int some = left < 62 ? left : 62;
    jh_rat_set_int(&two, (int64_t)1 << some);
    jh_rat_mul(&power, &power, &two);
    left -= some;
  }
  if (exponent < 0) {
    jh_rat_div(out, out, &power);
  } else {
    jh_rat_mul(out, out, &power);
  }
  jh_rat_done(&power);
  jh_rat_done(&two);
}

void jh_rats_common(jh_rat *g, const jh_rat *a) {
  jh_rat x, y, times;
  jh_rat *all[] = {&x, &y, &times};
  for (size_t i = 0; i < 3; i++) jh_rat_init(all[i]);
  jh_rat_set(&x, g);
  jh_rat_set(&y, a);
  if (jh_rat_sign(&y) < 0) jh_rat_sub(&y, &times, &y);
  while (jh_rat_sign(&y) != 0) {
    jh_rat_div(&times, &x, &y);
    jh_rat_floor(&times, &times);
    jh_rat_mul(&times, &times, &y);
    jh_rat_sub(&times, &x, &times);
    jh_rat_set(&x, &y);
    jh_rat_set(&y, &times);
  }
  jh_rat_set(g, &x);
  for (size_t i = 0; i < 3; i++) jh_rat_done(all[i]);
}

void jh_rats_add_product(jh_rat *out, const jh_rat *a, const jh_rat *b, jh_rat *part) {
  jh_rat_mul(part, a, b);
  jh_rat_add(out, out, part);
}

bool jh_rats_is_whole(const jh_rat *a) {
  jh_rat down;
  jh_rat_init(&down);
  jh_rat_floor(&down, a);
  bool is_whole = jh_rat_compare(&down, a) == 0;
  jh_rat_done(&down);
  return is_whole;
}
