/* rat.h - exact rational numbers of any size.
 *
 * Used where doubles cannot decide: near the line, and for printing figures there. Nearly all are
 * small: numerator and denominator of one word each, reckoned with without any memory. What does not
 * fit is kept by the GMP library, which rat_big.c alone knows; callers see no difference.
 */
#ifndef JH_BASE_RAT_H
#define JH_BASE_RAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/dec.h"
#include "base/rat_form.h"

void jh_rat_init(jh_rat *r); /* 0 */
void jh_rat_done(jh_rat *r);
void jh_rat_set(jh_rat *r, const jh_rat *from);
void jh_rat_set_int(jh_rat *r, int64_t value);
void jh_rat_set_dec(jh_rat *r, jh_dec value);
void jh_rat_set_scaled(jh_rat *r, int64_t mantissa, int32_t scale); /* mantissa / 10^scale */

/* out may be one of the operands. jh_rat_div requires b != 0. */
void jh_rat_add(jh_rat *out, const jh_rat *a, const jh_rat *b);
void jh_rat_sub(jh_rat *out, const jh_rat *a, const jh_rat *b);
void jh_rat_mul(jh_rat *out, const jh_rat *a, const jh_rat *b);
void jh_rat_div(jh_rat *out, const jh_rat *a, const jh_rat *b);
void jh_rat_neg(jh_rat *out, const jh_rat *a);
void jh_rat_ceil(jh_rat *out, const jh_rat *a);
void jh_rat_floor(jh_rat *out, const jh_rat *a);

/* The root of a >= 0: exactly, and true, if it is rational; else rounded down at `bits` binary
 * places (the root is less than 2^-bits above it), and false. */
bool jh_rat_root(jh_rat *out, const jh_rat *a, unsigned bits);

int jh_rat_compare(const jh_rat *a, const jh_rat *b);
size_t jh_rat_bits(const jh_rat *a); /* of numerator and denominator together */
int jh_rat_sign(const jh_rat *a);

/* Numerator and denominator, if both are below 2^53 in size. */
bool jh_rat_small(const jh_rat *a, int64_t *num, int64_t *den);
double jh_rat_double(const jh_rat *a); /* truncated towards zero, for printing only */

typedef enum jh_round { JH_ROUND_NEAREST, JH_ROUND_DOWN, JH_ROUND_UP } jh_round;

/* Decimal text with at most `places` decimals, trailing zeros removed, "-0" is "0".
 * NEAREST rounds halves away from zero; DOWN and UP are towards -inf and +inf.
 * Returns true if the text is the exact value. Cut (NUL-terminated) if size is too small. */
bool jh_rat_decimal(const jh_rat *a, int places, jh_round how, char *out, size_t size);

/* The value of that text: rounded at so many decimals. out may be a. */
void jh_rat_round(jh_rat *out, const jh_rat *a, int places, jh_round how);

/* "num/den" in lowest terms ("3" when den is 1). */
void jh_rat_text(const jh_rat *a, char *out, size_t size);

#endif
