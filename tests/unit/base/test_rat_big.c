/* test_rat_big.c - rationals of a word and beyond it, each step beside GMP's own rationals. */
#include "base/rat_big.h"

#include "base/rat.h"

#include "random.h"

typedef struct pair {
  jh_rat ours;
  mpq_t theirs;
} pair;

static void open_pair(pair *p) {
  jh_rat_init(&p->ours);
  mpq_init(p->theirs);
}

static void close_pair(pair *p) {
  jh_rat_done(&p->ours);
  mpq_clear(p->theirs);
}

static int64_t random_word(random_source *source) {
  static const int64_t ends[] = {
      0, 1, -1, INT64_MAX, INT64_MIN, INT32_MAX, INT32_MIN, INT64_MIN + 1, INT64_MAX - 1, 10};
  int kind = (int)random_between(source, 0, 5);
  if (kind == 0) return ends[random_between(source, 0, 9)];
  if (kind < 4) return random_between(source, -50, 50);
  return kind == 4 ? random_mantissa(source, 18) : (int64_t)random_bits(source);
}

/* The same number in the one form that it has, and in lowest terms. */
static void assert_same(const pair *p) {
  jh_rat_view view;
  jh_rat_big_view(&view, &p->ours);
  assert_true(mpq_equal(view.q, p->theirs));
  bool fits = mpz_fits_slong_p(mpq_numref(p->theirs)) && mpz_fits_slong_p(mpq_denref(p->theirs));
  assert_int_equal(p->ours.den != 0, fits);
  if (!fits) return;
  assert_int_equal(p->ours.num, mpz_get_si(mpq_numref(p->theirs)));
  assert_int_equal(p->ours.den, mpz_get_si(mpq_denref(p->theirs)));
}

static void draw(random_source *source, pair *p) {
  int64_t num = random_word(source), den = random_word(source);
  jh_rat by;
  mpq_t theirs;
  jh_rat_init(&by), mpq_init(theirs);
  if (den == 0) den = 7;
  jh_rat_set_int(&p->ours, num);
  jh_rat_set_int(&by, den);
  jh_rat_div(&p->ours, &p->ours, &by);
  mpz_set_si(mpq_numref(p->theirs), num);
  mpz_set_ui(mpq_denref(p->theirs), 1);
  mpz_set_si(mpq_numref(theirs), den);
  mpq_div(p->theirs, p->theirs, theirs);
  jh_rat_done(&by), mpq_clear(theirs);
  assert_same(p);
}

static void combine(pair *out, const pair *a, const pair *b, int which) {
  bool is_over = mpq_sgn(b->theirs) != 0;
  switch (which) {
  case 0:
    jh_rat_add(&out->ours, &a->ours, &b->ours), mpq_add(out->theirs, a->theirs, b->theirs);
    break;
  case 1:
    jh_rat_sub(&out->ours, &a->ours, &b->ours), mpq_sub(out->theirs, a->theirs, b->theirs);
    break;
  case 2:
    jh_rat_mul(&out->ours, &a->ours, &b->ours), mpq_mul(out->theirs, a->theirs, b->theirs);
    break;
  case 3: jh_rat_neg(&out->ours, &a->ours), mpq_neg(out->theirs, a->theirs); break;
  case 4: jh_rat_set(&out->ours, &a->ours), mpq_set(out->theirs, a->theirs); break;
  default:
    if (!is_over) return;
    jh_rat_div(&out->ours, &a->ours, &b->ours), mpq_div(out->theirs, a->theirs, b->theirs);
  }
  assert_same(out);
}

static void assert_whole(const pair *a) {
  pair down, up;
  open_pair(&down), open_pair(&up);
  jh_rat_floor(&down.ours, &a->ours);
  mpz_fdiv_q(mpq_numref(down.theirs), mpq_numref(a->theirs), mpq_denref(a->theirs));
  assert_same(&down);
  jh_rat_ceil(&up.ours, &a->ours);
  mpz_cdiv_q(mpq_numref(up.theirs), mpq_numref(a->theirs), mpq_denref(a->theirs));
  assert_same(&up);
  close_pair(&down), close_pair(&up);
}

static void assert_asked(const pair *a, const pair *b) {
  int order = mpq_cmp(a->theirs, b->theirs);
  mpz_srcptr num = mpq_numref(a->theirs), den = mpq_denref(a->theirs);
  int64_t n, d;
  assert_int_equal(jh_rat_compare(&a->ours, &b->ours), (order > 0) - (order < 0));
  assert_int_equal(jh_rat_sign(&a->ours), mpq_sgn(a->theirs));
  assert_int_equal(jh_rat_bits(&a->ours), mpz_sizeinbase(num, 2) + mpz_sizeinbase(den, 2));
  assert_true(jh_rat_double(&a->ours) == mpq_get_d(a->theirs));
  bool is_small = mpz_sizeinbase(num, 2) <= 53 && mpz_sizeinbase(den, 2) <= 53;
  assert_int_equal(jh_rat_small(&a->ours, &n, &d), is_small);
  if (!is_small) return;
  assert_int_equal(n, mpz_get_si(num));
  assert_int_equal(d, mpz_get_si(den));
}

TEST(every_step_is_that_of_gmp_within_a_word_and_beyond) {
  random_source source = random_open();
  pair at[3];
  size_t big = 0;
  for (int i = 0; i < 3; i++) open_pair(&at[i]);
  for (int i = 0; i < 300000; i++) {
    if (i % 4 == 0 || jh_rat_bits(&at[0].ours) > 2000)
      draw(&source, &at[random_between(&source, 0, 2)]);
    pair *out = &at[random_between(&source, 0, 2)]; /* perhaps an operand, perhaps big before */
    const pair *a = &at[random_between(&source, 0, 2)], *b = &at[random_between(&source, 0, 2)];
    combine(out, a, b, (int)random_between(&source, 0, 6));
    assert_asked(out, a);
    assert_whole(out);
    big += out->ours.den == 0;
    if (jh_rat_bits(&out->ours) > 2000) draw(&source, out);
  }
  assert_in_range(big, 30000, 270000); /* both forms were tried */
  for (int i = 0; i < 3; i++) close_pair(&at[i]);
}

TEST(decimals_of_any_scale_are_in_lowest_terms) {
  random_source source = random_open();
  pair p;
  open_pair(&p);
  for (int i = 0; i < 20000; i++) {
    int64_t mantissa = random_word(&source);
    int32_t scale = (int32_t)random_between(&source, 0, 40);
    jh_rat_set_scaled(&p.ours, mantissa, scale);
    mpz_set_si(mpq_numref(p.theirs), mantissa);
    mpz_ui_pow_ui(mpq_denref(p.theirs), 10, (unsigned long)scale);
    mpq_canonicalize(p.theirs);
    assert_same(&p);
  }
  close_pair(&p);
}

TEST(a_number_set_to_itself_stays) {
  pair p;
  open_pair(&p);
  jh_rat_set_scaled(&p.ours, 1, 30);
  jh_rat_set(&p.ours, &p.ours);
  assert_int_equal(p.ours.den, 0);
  assert_int_equal(jh_rat_bits(&p.ours), 101);
  close_pair(&p);
}

TESTS(
    RUN(every_step_is_that_of_gmp_within_a_word_and_beyond),
    RUN(decimals_of_any_scale_are_in_lowest_terms), RUN(a_number_set_to_itself_stays))
