/* linear.c - see linear.h. */
#include "remedy/linear.h"

#include <string.h>

#include "base/alloc.h"

void jh_linear_init(jh_linear *linear) {
  memset(linear, 0, sizeof *linear);
  jh_rat_init(&linear->constant);
}

static void drop_terms(jh_linear *linear) {
  for (size_t i = 0; i < linear->count; i++) jh_rat_done(&linear->terms[i].factor);
  linear->count = 0;
}

void jh_linear_done(jh_linear *linear) {
  drop_terms(linear);
  jh_alloc_free(linear->terms);
  jh_rat_done(&linear->constant);
}

void jh_linear_clear(jh_linear *linear) {
  drop_terms(linear);
  jh_rat_set_int(&linear->constant, 0);
}

void jh_linear_set(jh_linear *linear, const jh_rat *value) {
  drop_terms(linear);
  jh_rat_set(&linear->constant, value);
}

static void take_out(jh_linear *linear, size_t at) {
  jh_rat_done(&linear->terms[at].factor);
  linear->count--;
  memmove(&linear->terms[at], &linear->terms[at + 1], (linear->count - at) * sizeof *linear->terms);
}

/* Makes a place for a new term; false when memory is out. */
static bool put_in(jh_linear *linear, size_t at, uint32_t variable, const jh_rat *factor) {
  void *terms = linear->terms;
  if (jh_alloc_grow(&terms, &linear->room, linear->count + 1, sizeof *linear->terms)) return false;
  linear->terms = terms;
  memmove(&linear->terms[at + 1], &linear->terms[at], (linear->count - at) * sizeof *linear->terms);
  linear->count++;
  linear->terms[at].variable = variable;
  jh_rat_init(&linear->terms[at].factor);
  jh_rat_set(&linear->terms[at].factor, factor);
  return true;
}

void jh_linear_add_term(jh_linear *linear, uint32_t variable, const jh_rat *factor) {
  size_t low = 0, high = linear->count;
  if (jh_rat_sign(factor) == 0) return;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (linear->terms[middle].variable < variable)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == linear->count || linear->terms[low].variable != variable) {
    linear->has_failed |= !put_in(linear, low, variable, factor);
    return;
  }
  jh_rat *sum = &linear->terms[low].factor;
  jh_rat_add(sum, sum, factor);
  if (jh_rat_sign(sum) == 0) take_out(linear, low);
}

void jh_linear_add(jh_linear *linear, const jh_linear *other, const jh_rat *factor) {
  jh_rat part;
  jh_rat_init(&part);
  jh_rat_mul(&part, &other->constant, factor);
  jh_rat_add(&linear->constant, &linear->constant, &part);
  for (size_t i = 0; i < other->count; i++) {
    jh_rat_mul(&part, &other->terms[i].factor, factor);
    jh_linear_add_term(linear, other->terms[i].variable, &part);
  }
  linear->has_failed |= other->has_failed;
  jh_rat_done(&part);
}

void jh_linear_scale(jh_linear *linear, const jh_rat *factor) {
  if (jh_rat_sign(factor) == 0) drop_terms(linear);
  jh_rat_mul(&linear->constant, &linear->constant, factor);
  for (size_t i = 0; i < linear->count; i++)
    jh_rat_mul(&linear->terms[i].factor, &linear->terms[i].factor, factor);
}

bool jh_linear_rises(const jh_linear *linear) {
  for (size_t i = 0; i < linear->count; i++) {
    if (jh_rat_sign(&linear->terms[i].factor) < 0) return false;
  }
  return true;
}

bool jh_linear_falls(const jh_linear *linear) {
  for (size_t i = 0; i < linear->count; i++) {
    if (jh_rat_sign(&linear->terms[i].factor) > 0) return false;
  }
  return true;
}
