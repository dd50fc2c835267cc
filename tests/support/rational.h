/* rational.h - rationals from what the engine does not read them from: doubles, and digits of any count. */
#ifndef JH_TESTS_SUPPORT_RATIONAL_H
#define JH_TESTS_SUPPORT_RATIONAL_H

#include <math.h>
#include <stdlib.h>

#include "base/rat.h"

/* The very value of a finite double. */
static inline void rational_of_double(jh_rat *out, double value) {
  int exponent;
  double half = frexp(value, &exponent); /* value = half * 2^exponent, half of 53 bits */
  jh_rat power;
  jh_rat_init(&power);
  jh_rat_set_int(out, (int64_t)ldexp(half, 53));
  for (exponent -= 53; exponent != 0;) {
    int size = abs(exponent), step = size < 60 ? size : 60;
    jh_rat_set_int(&power, INT64_C(1) << step);
    (exponent < 0 ? jh_rat_div : jh_rat_mul)(out, out, &power);
    exponent += exponent < 0 ? step : -step;
  }
  jh_rat_done(&power);
}

/* A whole number of decimal digits, perhaps after a minus. */
static inline void rational_of_digits(jh_rat *out, const char *digits) {
  bool is_negative = *digits == '-';
  jh_rat ten, next;
  jh_rat_init(&ten), jh_rat_init(&next);
  jh_rat_set_int(&ten, 10);
  jh_rat_set_int(out, 0);
  for (digits += is_negative; *digits; digits++) {
    jh_rat_set_int(&next, *digits - '0');
    jh_rat_mul(out, out, &ten);
    jh_rat_add(out, out, &next);
  }
  if (is_negative) jh_rat_neg(out, out);
  jh_rat_done(&ten), jh_rat_done(&next);
}

#endif
