/* rat_big.c - rationals of any size over GMP's mpq; see rat_big.h.
 *
 * GMP ends the program when memory is out. That is accepted here: figures are
 * a few hundred digits at most, and its allocators are left as the host
 * program set them; what holds a number comes from the same allocators.
 */
#include "base/rat_big.h"

_Static_assert(sizeof(long) >= sizeof(int64_t), "mpz_set_si must take every int64_t");
_Static_assert(sizeof(mp_limb_t) >= sizeof(int64_t), "a limb must take every magnitude");

typedef struct jh_rat_big {
  mpq_t q;
} jh_rat_big;

static jh_rat_big *get_memory(void) {
  void *(*allocate)(size_t);
  mp_get_memory_functions(&allocate, NULL, NULL);
  return allocate(sizeof(jh_rat_big));
}

static void free_memory(jh_rat_big *big) {
  void (*release)(void *, size_t);
  mp_get_memory_functions(NULL, NULL, &release);
  release(big, sizeof *big);
}

void jh_rat_big_view(jh_rat_view *view, const jh_rat *r) {
  if (r->den == 0) {
    *view->q = *r->big->q;
    return;
  }
  *view = (jh_rat_view){
      .num = r->num < 0 ? 0 - (mp_limb_t)r->num : (mp_limb_t)r->num, .den = (mp_limb_t)r->den};
  (void)mpz_roinit_n(mpq_numref(view->q), &view->num, r->num < 0 ? -1 : 1);
  (void)mpz_roinit_n(mpq_denref(view->q), &view->den, 1);
}

void jh_rat_big_drop(jh_rat *r) {
  if (r->den == 0) {
    mpq_clear(r->big->q);
    free_memory(r->big);
  }
  *r = (jh_rat){.den = 1};
}

void jh_rat_big_give(jh_rat *out, mpq_t value) {
  jh_rat_big_drop(out);
  if (mpz_fits_slong_p(mpq_numref(value)) && mpz_fits_slong_p(mpq_denref(value))) {
    out->num = mpz_get_si(mpq_numref(value));
    out->den = mpz_get_si(mpq_denref(value));
    mpq_clear(value);
    return;
  }
  out->big = get_memory();
  out->den = 0;
  *out->big->q = *value; /* moved */
}

void jh_rat_big_set(jh_rat *out, const jh_rat *from) {
  jh_rat_view at;
  mpq_t copy;
  jh_rat_big_view(&at, from);
  mpq_init(copy);
  mpq_set(copy, at.q);
  jh_rat_big_give(out, copy);
}

void jh_rat_big_set_scaled(jh_rat *out, int64_t mantissa, int32_t scale) {
  mpq_t value;
  mpq_init(value);
  mpz_set_si(mpq_numref(value), mantissa);
  mpz_ui_pow_ui(mpq_denref(value), 10, (unsigned long)scale);
  mpq_canonicalize(value);
  jh_rat_big_give(out, value);
}

void jh_rat_big_combine(jh_rat *out, const jh_rat *a, const jh_rat *b, jh_rat_op op) {
  jh_rat_view x, y;
  mpq_t value;
  jh_rat_big_view(&x, a);
  jh_rat_big_view(&y, b);
  mpq_init(value);
  op(value, x.q, y.q);
  jh_rat_big_give(out, value);
}

void jh_rat_big_whole(jh_rat *out, const jh_rat *a, jh_rat_whole_op op) {
  jh_rat_view at;
  mpq_t value;
  jh_rat_big_view(&at, a);
  mpq_init(value);
  op(mpq_numref(value), mpq_numref(at.q), mpq_denref(at.q));
  jh_rat_big_give(out, value);
}

int jh_rat_big_compare(const jh_rat *a, const jh_rat *b) {
  jh_rat_view x, y;
  jh_rat_big_view(&x, a);
  jh_rat_big_view(&y, b);
  int order = mpq_cmp(x.q, y.q);
  return (order > 0) - (order < 0);
}

int jh_rat_big_sign(const jh_rat *a) { return mpq_sgn(a->big->q); }

size_t jh_rat_big_bits(const jh_rat *a) {
  jh_rat_view at;
  jh_rat_big_view(&at, a);
  return mpz_sizeinbase(mpq_numref(at.q), 2) + mpz_sizeinbase(mpq_denref(at.q), 2);
}

double jh_rat_big_double(const jh_rat *a) {
  jh_rat_view at;
  jh_rat_big_view(&at, a);
  return mpq_get_d(at.q);
}

bool jh_rat_big_root(jh_rat *out, const jh_rat *a, unsigned bits) {
  jh_rat_view at;
  mpq_t value;
  jh_rat_big_view(&at, a);
  mpq_init(value);
  mpz_ptr num = mpq_numref(value), den = mpq_denref(value);
  bool is_rational =
      mpz_perfect_square_p(mpq_numref(at.q)) && mpz_perfect_square_p(mpq_denref(at.q));
  if (is_rational) {
    mpz_sqrt(num, mpq_numref(at.q)); /* in lowest terms, as a is */
    mpz_sqrt(den, mpq_denref(at.q));
  } else {
    mpz_mul_2exp(num, mpq_numref(at.q), 2 * (mp_bitcnt_t)bits);
    mpz_fdiv_q(num, num, mpq_denref(at.q));
    mpz_sqrt(num, num);
    mpz_mul_2exp(den, den, bits);
    mpq_canonicalize(value);
  }
  jh_rat_big_give(out, value);
  return is_rational;
}
