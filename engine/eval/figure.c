/* figure.c - chooses how many decimals a measure, its bound and its margin are printed with. */
#include "eval/figure.h"

#include <string.h>

#define PLACES 4
#define PLACES_EXACT 6
#define PLACES_MAX 18
#define PLACES_ROOT 40

/* One number on its way to text: printed at `places`, it is `shown`. */
typedef struct print {
  const jh_rat *value;
  jh_round how;
  int places;
  jh_rat shown;
} print;

static bool is_short(const jh_rat *value) {
  int64_t num, den;
  if (jh_rat_small(value, &num, &den)) return jh_dec_power10(PLACES_EXACT) % den == 0;
  char text[JH_FIGURE_TEXT * 2];
  return jh_rat_decimal(value, PLACES_EXACT, JH_ROUND_NEAREST, text, sizeof text);
}

/* Exact numbers keep their decimals; the others take as many as are asked for. */
static void place(print *p, int places) {
  p->places = is_short(p->value) && places < PLACES_EXACT ? PLACES_EXACT : places;
  jh_rat_round(&p->shown, p->value, p->places, p->how);
}

static void print_init(print *p, const jh_rat *value) {
  p->value = value;
  p->how = JH_ROUND_NEAREST;
  jh_rat_init(&p->shown);
  place(p, PLACES);
}

static void print_text(const print *p, char *out) {
  jh_rat_decimal(p->value, p->places, p->how, out, JH_FIGURE_TEXT);
}

static int sign_of(int x) { return (x > 0) - (x < 0); }

/* More decimals until the two compare as they should, then rounding apart. */
static void tell_apart(print *a, print *b, int sign) {
  for (int places = PLACES; places <= PLACES_MAX; places++) {
    if (places > PLACES) { /* the first are those of print_init */
      place(a, places);
      place(b, places);
    }
    if (sign_of(jh_rat_compare(&a->shown, &b->shown)) == sign) return;
  }
  a->how = sign > 0 ? JH_ROUND_UP : JH_ROUND_DOWN;
  b->how = sign > 0 ? JH_ROUND_DOWN : JH_ROUND_UP;
  place(a, PLACES_MAX);
  place(b, PLACES_MAX);
}

/* A number that is not 0 is not printed as 0. */
static void print_signed(char *out, const jh_rat *value, int sign) {
  print p;
  print_init(&p, value);
  for (int places = PLACES; places <= PLACES_MAX; places++) {
    if (places > PLACES) place(&p, places);
    if (jh_rat_sign(&p.shown) == sign) break;
  }
  if (jh_rat_sign(&p.shown) != sign) {
    p.how = sign > 0 ? JH_ROUND_UP : JH_ROUND_DOWN;
    place(&p, PLACES_MAX);
  }
  print_text(&p, out);
  jh_rat_done(&p.shown);
}

static void print_end(char *out, const jh_rat *value) {
  print_signed(out, value, jh_rat_sign(value));
}

void jh_figure_one(jh_figure *out, const jh_range *value) {
  memset(out, 0, sizeof *out);
  if (value->is_undefined) return;
  out->is_known = jh_range_is_known(value);
  if (out->is_known) print_end(out->text, &value->low);
  if (value->has_low && !out->is_known) print_end(out->low, &value->low);
  if (value->has_high && !out->is_known) print_end(out->high, &value->high);
}

void jh_figure_set_init(jh_figure_set *set) {
  jh_range_init(&set->measure);
  jh_range_init(&set->bound);
  set->has_sign = false;
  set->sign = 0;
}

void jh_figure_set_done(jh_figure_set *set) {
  jh_range_done(&set->measure);
  jh_range_done(&set->bound);
}

/* Both known: the pair is printed so that it compares as it is. */
static void write_pair(const jh_figure_set *set, int sign, jh_finding *out) {
  print a, b;
  print_init(&a, &set->measure.low);
  print_init(&b, &set->bound.low);
  tell_apart(&a, &b, sign);
  out->measure.is_known = out->bound.is_known = true;
  print_text(&a, out->measure.text);
  print_text(&b, out->bound.text);
  jh_rat_done(&a.shown), jh_rat_done(&b.shown);
}

/* One end of a range, printed so that it compares with a known bound as it does. */
static void write_end(char *text, const jh_rat *end, const jh_rat *bound) {
  print a, b;
  print_init(&a, end);
  print_init(&b, bound);
  tell_apart(&a, &b, sign_of(jh_rat_compare(end, bound)));
  print_text(&a, text);
  jh_rat_done(&a.shown), jh_rat_done(&b.shown);
}

/* The bound is printed on its own; with the usual short bounds the ends compare rightly with it. */
static void write_apart(const jh_figure_set *set, jh_finding *out) {
  jh_figure_one(&out->measure, &set->measure);
  jh_figure_one(&out->bound, &set->bound);
  if (!out->bound.is_known || out->measure.is_known || set->measure.is_undefined) return;
  if (set->measure.has_low) write_end(out->measure.low, &set->measure.low, &set->bound.low);
  if (set->measure.has_high) write_end(out->measure.high, &set->measure.high, &set->bound.low);
}

/* Distance on the good side; for EQUALS minus the distance. */
static void margin_of(jh_range *out, const jh_figure_set *set, jh_compare compare) {
  jh_range_sub(out, &set->measure, &set->bound);
  if (compare == JH_AT_MOST || compare == JH_BELOW) jh_range_neg(out, out);
  if (compare != JH_EQUALS) return;
  jh_range minus;
  jh_range_init(&minus);
  jh_range_neg(&minus, out);
  jh_range_min(out, out, &minus);
  if (!out->is_undefined && minus.has_low && minus.has_high && jh_rat_sign(&minus.low) <= 0 &&
      jh_rat_sign(&minus.high) >= 0) {
    jh_rat_set_int(&out->high, 0); /* the difference may be none */
    out->has_high = true;
  }
  jh_range_done(&minus);
}

void jh_figure_write(const jh_figure_set *set, jh_compare compare, jh_finding *out) {
  jh_range margin;
  jh_range_init(&margin);
  margin_of(&margin, set, compare);
  if (jh_range_is_known(&set->measure) && jh_range_is_known(&set->bound)) {
    int sign = set->has_sign ? sign_of(set->sign)
                             : sign_of(jh_rat_compare(&set->measure.low, &set->bound.low));
    int good = compare == JH_AT_MOST || compare == JH_BELOW ? -sign : sign;
    if (compare == JH_EQUALS) good = sign == 0 ? 0 : -1;
    memset(&out->measure, 0, sizeof out->measure);
    memset(&out->bound, 0, sizeof out->bound);
    memset(&out->margin, 0, sizeof out->margin);
    write_pair(set, sign, out);
    out->margin.is_known = true;
    print_signed(out->margin.text, &margin.low, good);
  } else {
    write_apart(set, out);
    jh_figure_one(&out->margin, &margin);
  }
  jh_range_done(&margin);
}

/* floor(sqrt(n)) for a whole n >= 0, by Newton's method from above. */
static void whole_root(jh_rat *out, const jh_rat *n) {
  jh_rat next, two;
  jh_rat_init(&next), jh_rat_init(&two);
  jh_rat_set_int(&two, 2);
  jh_rat_set_int(out, 1);
  while (jh_rat_mul(&next, out, out), jh_rat_compare(&next, n) < 0) jh_rat_mul(out, out, &two);
  for (;;) {
    if (jh_rat_sign(out) == 0) break;
    jh_rat_div(&next, n, out);
    jh_rat_add(&next, &next, out);
    jh_rat_div(&next, &next, &two);
    jh_rat_floor(&next, &next);
    if (jh_rat_compare(&next, out) >= 0) break;
    jh_rat_set(out, &next);
  }
  jh_rat_done(&next), jh_rat_done(&two);
}

void jh_figure_root(jh_rat *out, const jh_rat *square) {
  jh_rat scale, n;
  jh_rat_init(&scale), jh_rat_init(&n);
  jh_rat_set_int(&scale, jh_dec_power10(PLACES_ROOT / 4));
  jh_rat_mul(&scale, &scale, &scale);
  jh_rat_mul(&scale, &scale, &scale); /* 10^40 */
  jh_rat_mul(&n, square, &scale);
  jh_rat_mul(&n, &n, &scale);
  jh_rat_floor(&n, &n);
  whole_root(out, &n);
  jh_rat_div(out, out, &scale);
  jh_rat_done(&scale), jh_rat_done(&n);
}
