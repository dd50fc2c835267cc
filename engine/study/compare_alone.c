/* compare_alone.c - sets of flips, held against each other; see compare_alone.h. */
#include "study/compare_alone.h"

#include <stdlib.h>
#include <string.h>

#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static int by_number(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int by_key(const void *x, const void *y) {
  const jh_flip_key *a = x, *b = y;
  int order = by_number(a->rule, b->rule);
  return order ? order : by_number(a->row, b->row);
}

static jh_flip_key key_of(const jh_comparison *what, const jh_flip *flip) {
  uint32_t before = what->rules[flip->rule].of[JH_BEFORE];
  uint32_t rule = flip->rule == 0 ? 0 : before + 1;
  return (jh_flip_key){rule, flip->row[JH_BEFORE], flip->verdict[JH_AFTER]};
}

jh_code jh_compare_set(
    jh_flip_set *out, const jh_comparison *what, jh_arena *arena, jh_error *err) {
  size_t count = what->county_count + what->finding_count;
  *out = (jh_flip_set){.keys = jh_arena_get(arena, (count + 1) * sizeof *out->keys)};
  if (!out->keys) return out_of_memory(err);
  for (size_t i = 0; i < what->county_count; i++)
    out->keys[out->count++] = key_of(what, &what->counties[i]);
  for (size_t i = 0; i < what->finding_count; i++)
    out->keys[out->count++] = key_of(what, &what->findings[i]);
  qsort(out->keys, out->count, sizeof *out->keys, by_key);
  return JH_OK;
}

static const jh_flip_key *find(const jh_flip_set *set, const jh_flip_key *key) {
  if (set->count == 0) return NULL;
  return bsearch(key, set->keys, set->count, sizeof *set->keys, by_key);
}

typedef struct join {
  jh_compare_work w;
  jh_flip_alone *alone;
  jh_comparison *what;
  const jh_flip_set *sets;
  jh_flip_set all;
  uint32_t *total_of; /* by key's rule: index in what->totals, JH_NONE where it is not told */
  jh_arena *arena;
} join;

/* The verdict with each change alone, of an entity whose verdict before is `was`. */
static const uint8_t *verdicts_of(join *j, const jh_flip_key *key, jh_verdict was, jh_error *err) {
  uint8_t *out = jh_arena_get(j->arena, j->alone->count + 1);
  if (!out) {
    (void)out_of_memory(err);
    return NULL;
  }
  for (size_t i = 0; i < j->alone->count; i++) {
    const jh_flip_key *found = j->alone->items[i].stands ? find(&j->sets[i], key) : NULL;
    jh_verdict now = found ? found->now : was;
    out[i] = (uint8_t)(j->alone->items[i].stands ? (int)now : JH_VERDICTS);
  }
  return out;
}

static jh_flip_part part_of(const join *j, const jh_flip *flip) {
  size_t same = 0, others = 0;
  for (size_t i = 0; i < j->alone->count; i++) {
    if (flip->alone[i] == flip->verdict[1])
      same++;
    else if (flip->alone[i] != flip->verdict[0] && flip->alone[i] != JH_VERDICTS)
      others++;
  }
  if (same) return same == 1 ? JH_PART_ONE : JH_PART_SEVERAL;
  return others ? JH_PART_OTHERWISE : JH_PART_TOGETHER;
}

static jh_code judge_flips(join *j, jh_flip *flips, size_t count, jh_error *err) {
  for (size_t i = 0; i < count; i++) {
    jh_flip_key key = key_of(j->what, &flips[i]);
    size_t total = j->total_of[key.rule];
    flips[i].alone = verdicts_of(j, &key, flips[i].verdict[0], err);
    if (!flips[i].alone) return JH_ENOMEM;
    flips[i].part = part_of(j, &flips[i]);
    j->alone->sums[total].flips++;
    j->alone->sums[total].part[flips[i].part]++;
    for (size_t k = 0; k < j->alone->count; k++)
      j->alone->items[k].own[total] += flips[i].alone[k] == flips[i].verdict[1];
  }
  return JH_OK;
}

/* What changes alone and stays with all of them, once. */
static jh_code gather_undone(join *j, jh_flip_set *out, jh_error *err) {
  size_t most = 1, kept = 0;
  for (size_t i = 0; i < j->alone->count; i++) most += j->sets[i].count;
  *out = (jh_flip_set){.keys = jh_arena_get(j->arena, most * sizeof *out->keys)};
  if (!out->keys) return out_of_memory(err);
  for (size_t i = 0; i < j->alone->count; i++) {
    for (size_t k = 0; j->alone->items[i].stands && k < j->sets[i].count; k++) {
      const jh_flip_key *key = &j->sets[i].keys[k];
      uint32_t total = j->total_of[key->rule];
      if (total == JH_NONE) continue;
      j->alone->items[i].flips[total]++;
      if (!find(&j->all, key)) out->keys[out->count++] = *key;
    }
  }
  qsort(out->keys, out->count, sizeof *out->keys, by_key);
  for (size_t i = 0; i < out->count; i++) {
    if (i == 0 || by_key(&out->keys[i], &out->keys[kept - 1])) out->keys[kept++] = out->keys[i];
  }
  out->count = kept;
  return JH_OK;
}

static jh_code add_undone(join *j, const jh_flip_key *key, jh_error *err) {
  uint32_t total = j->total_of[key->rule], pair = j->what->totals[total].rule;
  uint32_t level = jh_compare_level(&j->w, 0, pair);
  jh_undone one = {.rule = pair, .row = {key->row, jh_compare_row(&j->w, 0, level, key->row)}};
  jh_compare_spot spot = {pair, {one.row[0], one.row[1]}};
  if (one.row[1] == JH_NONE) return JH_OK;
  void *items = j->alone->undone;
  if (jh_arena_grow(
          j->arena, &items, &j->alone->undone_room, j->alone->undone_count + 1, sizeof one))
    return out_of_memory(err);
  j->alone->undone = items;
  one.verdict = jh_compare_verdict(&j->w, 0, &spot);
  one.alone = verdicts_of(j, key, one.verdict, err);
  if (!one.alone) return JH_ENOMEM;
  j->alone->undone[j->alone->undone_count++] = one;
  j->alone->sums[total].undone++;
  return JH_OK;
}

/* In order of the totals, which begin with the last word. */
static jh_code find_undone(join *j, jh_error *err) {
  jh_flip_set undone;
  jh_code code = gather_undone(j, &undone, err);
  for (uint32_t total = 0; total < j->what->total_count && !code; total++) {
    for (size_t i = 0; i < undone.count && !code; i++) {
      if (j->total_of[undone.keys[i].rule] == total) code = add_undone(j, &undone.keys[i], err);
    }
  }
  return code;
}

static jh_code make_room(join *j, jh_error *err) {
  size_t totals = j->what->total_count + 1, rules = j->w.plan[0]->rule_count + 2;
  j->alone->sums = jh_arena_get(j->arena, totals * sizeof *j->alone->sums);
  j->total_of = jh_arena_get(j->arena, rules * sizeof *j->total_of);
  bool ok = j->alone->sums && j->total_of;
  for (size_t i = 0; i < j->alone->count && ok; i++) {
    jh_alone_item *item = &j->alone->items[i];
    item->flips = jh_arena_get(j->arena, totals * sizeof *item->flips);
    item->own = jh_arena_get(j->arena, totals * sizeof *item->own);
    ok = item->flips && item->own;
  }
  if (!ok) return out_of_memory(err);
  for (size_t i = 0; i < rules; i++) j->total_of[i] = JH_NONE;
  for (size_t i = 0; i < j->what->total_count; i++) {
    uint32_t pair = j->what->totals[i].rule;
    j->total_of[pair == 0 ? 0 : j->what->rules[pair].of[0] + 1] = (uint32_t)i;
  }
  return JH_OK;
}

jh_code jh_compare_alone(
    jh_flip_alone *alone, jh_comparison *what, const jh_compare_side sides[2],
    const jh_flip_set *sets, jh_arena *arena, jh_error *err) {
  join j = {.alone = alone, .what = what, .sets = sets, .arena = arena};
  jh_code code = jh_compare_begin(&j.w, &sides[0], &sides[1], arena, err);
  if (!code) code = jh_compare_set(&j.all, what, arena, err);
  if (!code) code = make_room(&j, err);
  if (!code) code = judge_flips(&j, what->counties, what->county_count, err);
  if (!code) code = judge_flips(&j, what->findings, what->finding_count, err);
  return code ? code : find_undone(&j, err);
}
