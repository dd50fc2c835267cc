/* scenario_bits.c - bits of scenarios; see scenario_bits.h. */
#include "vary/scenario_bits.h"

#include "base/alloc.h"
#include "eval/kernel_open.h"

enum { CHUNK = 256 };

#define W JH_SCENARIO_WORDS
#define FULL ~(uint64_t)0
#define FULL4 FULL, FULL, FULL, FULL

const jh_scenario_bits jh_scenario_none = {{0}};
const jh_scenario_bits jh_scenario_all = {{FULL4, FULL4, FULL4, FULL4}};

void jh_scenario_pool_open(jh_scenario_pool *pool, size_t scenarios) {
  *pool = (jh_scenario_pool){0};
  for (size_t s = 0; s < scenarios; s++) pool->used.words[s / 64] |= (uint64_t)1 << (s % 64);
}

void jh_scenario_pool_done(jh_scenario_pool *pool) {
  for (size_t i = 0; i < pool->chunk_count; i++) jh_alloc_free(pool->chunks[i]);
  jh_alloc_free(pool->chunks);
}

jh_scenario_bits *jh_scenario_fresh(jh_scenario_pool *pool) {
  size_t chunk = pool->next / CHUNK;
  if (chunk == pool->chunk_count) {
    void *chunks = pool->chunks;
    if (jh_alloc_grow(&chunks, &pool->chunk_room, chunk + 1, sizeof *pool->chunks) == 0) {
      pool->chunks = chunks;
      pool->chunks[chunk] = jh_alloc_get(CHUNK * sizeof **pool->chunks);
      pool->chunk_count += pool->chunks[chunk] != NULL;
    }
  }
  if (chunk >= pool->chunk_count || !pool->chunks[chunk]) {
    pool->is_out = true;
    return &pool->spare;
  }
  return &pool->chunks[chunk][pool->next++ % CHUNK];
}

jh_scenario_pair jh_scenario_of_tri(jh_tri tri) {
  return (jh_scenario_pair){
      tri == JH_TRUE ? &jh_scenario_all : &jh_scenario_none,
      tri == JH_FALSE ? &jh_scenario_none : &jh_scenario_all};
}

JH_KERNEL_WIDE static uint64_t and_words(
    uint64_t *out, const uint64_t *a, const uint64_t *b, const uint64_t *used) {
  uint64_t any = 0;
  for (int w = 0; w < W; w++) {
    out[w] = a[w] & b[w];
    any |= out[w] & used[w];
  }
  return any;
}

JH_KERNEL_WIDE static uint64_t or_words(
    uint64_t *out, const uint64_t *a, const uint64_t *b, const uint64_t *used) {
  uint64_t any = 0;
  for (int w = 0; w < W; w++) {
    out[w] = a[w] | b[w];
    any |= ~out[w] & used[w];
  }
  return any;
}

/* a and (or) b, into *own if anything has to be written. */
static const jh_scenario_bits *join(
    jh_scenario_pool *pool, const jh_scenario_bits *a, const jh_scenario_bits *b, bool is_and,
    jh_scenario_bits **own) {
  const jh_scenario_bits *still = is_and ? &jh_scenario_all : &jh_scenario_none;
  const jh_scenario_bits *end = is_and ? &jh_scenario_none : &jh_scenario_all;
  if (a == end || b == still || a == b) return a;
  if (b == end || a == still) return b;
  if (!*own) *own = jh_scenario_fresh(pool);
  uint64_t any =
      (is_and ? and_words : or_words)((*own)->words, a->words, b->words, pool->used.words);
  return any ? *own : end;
}

jh_scenario_fold jh_scenario_fold_of(bool is_and) {
  return (jh_scenario_fold){
      .value = jh_scenario_of_tri(is_and ? JH_TRUE : JH_FALSE), .is_and = is_and};
}

void jh_scenario_fold_add(jh_scenario_pool *pool, jh_scenario_fold *f, jh_scenario_pair next) {
  jh_scenario_pair *value = &f->value;
  bool is_one = value->yes == value->may && next.yes == next.may;
  if (!is_one) {
    if (value->may == f->own[0]) f->own[0] = NULL; /* still read as what may be */
    value->may = join(pool, value->may, next.may, f->is_and, &f->own[1]);
  }
  value->yes = join(pool, value->yes, next.yes, f->is_and, &f->own[0]);
  if (is_one) value->may = value->yes;
}

jh_scenario_pair jh_scenario_both(
    jh_scenario_pool *pool, jh_scenario_pair a, jh_scenario_pair b, bool is_and) {
  jh_scenario_fold fold = {.value = a, .is_and = is_and};
  jh_scenario_fold_add(pool, &fold, b);
  return fold.value;
}

static const jh_scenario_bits *turn(jh_scenario_pool *pool, const jh_scenario_bits *of) {
  if (of == &jh_scenario_all) return &jh_scenario_none;
  if (of == &jh_scenario_none) return &jh_scenario_all;
  jh_scenario_bits *out = jh_scenario_fresh(pool);
  for (int w = 0; w < W; w++) out->words[w] = ~of->words[w];
  return out;
}

jh_scenario_pair jh_scenario_not(jh_scenario_pool *pool, jh_scenario_pair of) {
  jh_scenario_pair out;
  out.yes = turn(pool, of.may);
  out.may = of.yes == of.may ? out.yes : turn(pool, of.yes);
  return out;
}

jh_scenario_pair jh_scenario_choice(
    jh_scenario_pool *pool, jh_scenario_pair when, jh_scenario_pair a, jh_scenario_pair b) {
  if (when.yes == &jh_scenario_all) return a;
  if (when.may == &jh_scenario_none) return b;
  jh_scenario_bits *yes = jh_scenario_fresh(pool), *may = jh_scenario_fresh(pool);
  for (int w = 0; w < W; w++) {
    uint64_t is = when.yes->words[w], is_not = ~when.may->words[w], open = ~(is | is_not);
    uint64_t ay = a.yes->words[w], by = b.yes->words[w];
    uint64_t am = a.may->words[w], bm = b.may->words[w];
    yes->words[w] = (is & ay) | (is_not & by) | (open & ay & by);
    may->words[w] = (is & am) | (is_not & bm) | (open & (am | bm));
  }
  return (jh_scenario_pair){yes, may};
}

/* ---- counting ---- */

JH_KERNEL_WIDE static void sum_words(jh_scenario_bits *digits, const uint64_t *bits, int count) {
  uint64_t carry[W];
  for (int w = 0; w < W; w++) carry[w] = bits[w];
  for (int d = 0; d < count; d++) {
    uint64_t *digit = digits[d].words;
    for (int w = 0; w < W; w++) {
      uint64_t next = digit[w] & carry[w];
      digit[w] ^= carry[w];
      carry[w] = next;
    }
  }
}

static void add(jh_scenario_sum *sum, const jh_scenario_bits *bits) {
  int digits = 0;
  if (bits == &jh_scenario_none) return;
  sum->count++;
  while (digits < 6 && sum->count >> digits) digits++;
  sum_words(sum->digits, bits->words, digits);
}

void jh_scenario_sums_add(jh_scenario_sums *sums, jh_scenario_pair next) {
  if (!sums->differ && next.yes != next.may) {
    sums->differ = true;
    sums->may = sums->yes;
  }
  add(&sums->yes, next.yes);
  if (sums->differ) add(&sums->may, next.may);
}

void jh_scenario_sum_reaches(
    const jh_scenario_sum *sum, const jh_scenario_bits *needed, jh_scenario_bits *out) {
  for (int w = 0; w < W; w++) {
    uint64_t above = 0, same = FULL;
    for (int d = 5; d >= 0; d--) {
      uint64_t has = sum->digits[d].words[w], asks = needed[d].words[w];
      above |= same & has & ~asks;
      same &= ~(has ^ asks);
    }
    out->words[w] = above | same;
  }
}

static void count(jh_scenario_tally *tally, jh_verdict verdict, const jh_scenario_bits *bits) {
  for (int w = 0; w < W; w++) {
    uint64_t carry = bits->words[w];
    for (int d = 0; carry && d < JH_SCENARIO_DIGITS; d++) {
      uint64_t *digit = &tally->digits[verdict][d].words[w];
      uint64_t next = *digit & carry;
      *digit ^= carry;
      carry = next;
    }
  }
}

void jh_scenario_tally_add(
    jh_scenario_tally *tally, jh_scenario_pair applies, jh_scenario_pair holds) {
  if (applies.may == &jh_scenario_none) {
    tally->everywhere[JH_NOT_APPLICABLE]++;
    return;
  }
  if (applies.yes == &jh_scenario_all && holds.yes == &jh_scenario_all) {
    tally->everywhere[JH_MET]++;
    return;
  }
  if (applies.yes == &jh_scenario_all && holds.may == &jh_scenario_none) {
    tally->everywhere[JH_UNMET]++;
    return;
  }
  jh_scenario_bits met, unmet, open, not_for;
  for (int w = 0; w < W; w++) {
    uint64_t is = applies.yes->words[w], may = applies.may->words[w];
    not_for.words[w] = ~may;
    met.words[w] = is & holds.yes->words[w];
    unmet.words[w] = is & ~holds.may->words[w];
    open.words[w] = may & ~(met.words[w] | unmet.words[w]);
  }
  count(tally, JH_MET, &met);
  count(tally, JH_UNMET, &unmet);
  count(tally, JH_UNDETERMINED, &open);
  count(tally, JH_NOT_APPLICABLE, &not_for);
}

size_t jh_scenario_tally_of(const jh_scenario_tally *tally, jh_verdict verdict, size_t scenario) {
  size_t out = tally->everywhere[verdict];
  for (int d = 0; d < JH_SCENARIO_DIGITS; d++) {
    uint64_t word = tally->digits[verdict][d].words[scenario / 64];
    out += (size_t)(word >> (scenario % 64) & 1) << d;
  }
  return out;
}
