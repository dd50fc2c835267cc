/* exact_composite.c - the mean of several coefficients of variation against a limit, exactly.
 *
 * Each is the root of a rational q. mean <= limit is asked as
 *
 *     sum of sqrt(q_i)  against  m * limit
 *
 * Roots that are rational themselves go to the right side. Are others left,
 * their sum is no rational (roots of positive numbers cannot cancel), so it lies
 * strictly on one side, and enclosing it ever more tightly ends.
 */
#include "eval/exact_walk.h"

#include "base/alloc.h"

/* 2^-160 is less than 10^-48. */
enum { FIRST_BITS = 160 };

typedef struct roots {
  jh_rat *squares; /* by jh_alloc; those whose roots are no rationals come first */
  size_t count, open;
  jh_rat exact;    /* sum of the rational roots */
  jh_rat low;      /* sum of the others, at least; each is less than 2^-bits above its share */
  bool is_unknown; /* something is missing, or memory is out */
} roots;

static void roots_init(roots *r, size_t most) {
  *r = (roots){.squares = jh_alloc_get(most * sizeof *r->squares)};
  jh_rat_init(&r->exact), jh_rat_init(&r->low);
  r->is_unknown = !r->squares;
}

static void roots_done(roots *r) {
  for (size_t i = 0; i < r->open; i++) jh_rat_done(&r->squares[i]);
  jh_rat_done(&r->exact), jh_rat_done(&r->low);
  jh_alloc_free(r->squares);
}

/* A spread with rows: rational roots are added up, the squares of others kept. */
static void take(roots *r, const jh_rat *square) {
  jh_rat root;
  jh_rat_init(&root);
  r->count++;
  if (jh_rat_root(&root, square, 1)) {
    jh_rat_add(&r->exact, &r->exact, &root);
  } else {
    jh_rat_init(&r->squares[r->open]);
    jh_rat_set(&r->squares[r->open++], square);
  }
  jh_rat_done(&root);
}

static void gather(jh_exact_walk *walk, const jh_node *node, uint32_t row, roots *r) {
  const jh_plan *plan = walk->exact->plan;
  jh_range square;
  jh_range_init(&square);
  for (uint32_t k = 1; k < node->count && !r->is_unknown; k++) {
    const jh_node *spread = &plan->nodes[jh_plan_arg(plan, node, k)];
    bool has_rows;
    jh_exact_over_spread(walk, spread, row, &square, &has_rows);
    if (!has_rows) continue;
    /* Weights below 0 are no weights: then there is no coefficient of variation. */
    r->is_unknown = !jh_range_is_known(&square) || jh_rat_sign(&square.low) < 0;
    if (!r->is_unknown) take(r, &square.low);
  }
  jh_range_done(&square);
}

static void add_open(roots *r, unsigned bits) {
  jh_rat root;
  jh_rat_init(&root);
  jh_rat_set_int(&r->low, 0);
  for (size_t i = 0; i < r->open; i++) {
    (void)jh_rat_root(&root, &r->squares[i], bits);
    jh_rat_add(&r->low, &r->low, &root);
  }
  jh_rat_done(&root);
}

/* 2^-bits for each root that is no rational: how far `low` may be below their sum. */
static void set_room(jh_rat *out, const roots *r, unsigned bits) {
  jh_rat half;
  jh_rat_init(&half);
  jh_rat_set_scaled(&half, 5, 1);
  jh_rat_set_int(out, (int64_t)r->open);
  for (unsigned i = 0; i < bits; i++) jh_rat_mul(out, out, &half);
  jh_rat_done(&half);
}

/* The sign of (sum of all roots) - `right`. */
static int compare(roots *r, const jh_rat *right) {
  jh_rat rest, high;
  int sign = 0;
  jh_rat_init(&rest), jh_rat_init(&high);
  jh_rat_sub(&rest, right, &r->exact);
  if (r->open == 0) sign = -jh_rat_sign(&rest);
  for (unsigned bits = FIRST_BITS; r->open && sign == 0; bits *= 2) {
    add_open(r, bits);
    set_room(&high, r, bits);
    jh_rat_add(&high, &high, &r->low);
    if (jh_rat_compare(&r->low, &rest) >= 0)
      sign = 1; /* more than that, as the roots are no rationals */
    else if (jh_rat_compare(&high, &rest) <= 0)
      sign = -1;
  }
  jh_rat_done(&rest), jh_rat_done(&high);
  return sign;
}

static void set_mean(roots *r, jh_range *mean) {
  jh_rat count;
  jh_rat_init(&count);
  jh_rat_set_int(&count, (int64_t)r->count);
  add_open(r, FIRST_BITS);
  jh_rat_add(&r->low, &r->low, &r->exact);
  jh_rat_div(&r->low, &r->low, &count);
  jh_range_set_rat(mean, &r->low);
  jh_rat_done(&count);
}

/* mean <= limit, for a limit that is known. */
static int against(roots *r, const jh_rat *limit) {
  jh_rat right;
  jh_rat_init(&right);
  jh_rat_set_int(&right, (int64_t)r->count);
  jh_rat_mul(&right, &right, limit);
  int sign = compare(r, &right);
  jh_rat_done(&right);
  return sign;
}

jh_tri jh_exact_composite(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *mean, int *sign) {
  uint32_t limit_node = jh_plan_arg(walk->exact->plan, node, 0);
  jh_tri out = JH_UNKNOWN;
  roots r;
  jh_range limit;
  roots_init(&r, node->count);
  jh_range_init(&limit);
  gather(walk, node, row, &r);
  if (limit_node == JH_NONE)
    jh_range_set_undefined(&limit);
  else
    jh_exact_walk_number(walk, limit_node, row, &limit);
  if (!r.is_unknown && r.count == 0) {
    out = JH_TRUE;
  } else if (!r.is_unknown && jh_range_is_known(&limit)) {
    int found = against(&r, &limit.low);
    out = found <= 0 ? JH_TRUE : JH_FALSE;
    if (sign) *sign = found;
  }
  if (mean && (r.is_unknown || r.count == 0))
    jh_range_set_undefined(mean);
  else if (mean)
    set_mean(&r, mean);
  jh_range_done(&limit);
  roots_done(&r);
  return out;
}

int jh_exact_composite_against(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, const jh_rat *value) {
  roots r;
  roots_init(&r, node->count);
  gather(walk, node, row, &r);
  int sign = r.is_unknown || r.count == 0 ? 0 : against(&r, value);
  roots_done(&r);
  return sign;
}

/* Of rational roots only, or of a single other one, the mean has a square. */
static bool set_square(const roots *r, const jh_rat *mean, jh_rat *square) {
  if (r->open == 0) {
    jh_rat_mul(square, mean, mean);
    return true;
  }
  if (r->open > 1 || jh_rat_sign(&r->exact) != 0) return false;
  jh_rat count;
  jh_rat_init(&count);
  jh_rat_set_int(&count, (int64_t)r->count);
  jh_rat_div(square, &r->squares[0], &count);
  jh_rat_div(square, square, &count);
  jh_rat_done(&count);
  return true;
}

void jh_exact_composite_roots(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_exact_roots *out) {
  roots r;
  roots_init(&r, node->count);
  gather(walk, node, row, &r);
  out->is_known = !r.is_unknown;
  out->count = r.count;
  out->has_square = false;
  if (out->is_known && r.count > 0) {
    jh_range value;
    jh_range_init(&value);
    set_mean(&r, &value);
    jh_rat_set(&out->mean, &value.low);
    out->has_square = set_square(&r, &out->mean, &out->square);
    jh_range_done(&value);
  }
  roots_done(&r);
}
