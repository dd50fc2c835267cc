/* rat_big.h - rationals that do not fit into a word each, and what only GMP can do; private to rat*.c.
 *
 * Reads any jh_rat and gives back either form, so that a number has one form only.
 */
#ifndef JH_BASE_RAT_BIG_H
#define JH_BASE_RAT_BIG_H

#include <gmp.h>
#include <stdbool.h>

#include "base/rat_form.h"

/* A number as GMP reads it, over limbs of its own if it is small. Never cleared, never written to, and not
 * used after the number changes. */
typedef struct jh_rat_view {
  mp_limb_t num, den;
  mpq_t q;
} jh_rat_view;

void jh_rat_big_view(jh_rat_view *view, const jh_rat *r);

/* Gives up what a number holds, and makes it 0. */
void jh_rat_big_drop(jh_rat *r);
void jh_rat_big_set(jh_rat *out, const jh_rat *from);

/* A number in lowest terms moves into `out`; `value` is cleared. */
void jh_rat_big_give(jh_rat *out, mpq_t value);

/* out = op(a, b), of any size; out may be an operand. */
typedef void (*jh_rat_op)(mpq_ptr, mpq_srcptr, mpq_srcptr);
void jh_rat_big_combine(jh_rat *out, const jh_rat *a, const jh_rat *b, jh_rat_op op);

/* The whole number that `op` (mpz_cdiv_q, mpz_fdiv_q) makes of numerator and denominator. */
typedef void (*jh_rat_whole_op)(mpz_ptr, mpz_srcptr, mpz_srcptr);
void jh_rat_big_whole(jh_rat *out, const jh_rat *a, jh_rat_whole_op op);

void jh_rat_big_set_scaled(jh_rat *out, int64_t mantissa, int32_t scale);
int jh_rat_big_compare(const jh_rat *a, const jh_rat *b);
int jh_rat_big_sign(const jh_rat *a);
size_t jh_rat_big_bits(const jh_rat *a);
double jh_rat_big_double(const jh_rat *a);

/* As jh_rat_root. */
bool jh_rat_big_root(jh_rat *out, const jh_rat *a, unsigned bits);

#endif
