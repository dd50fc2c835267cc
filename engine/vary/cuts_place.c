/* cuts_place.c - the order of places. */
#include "vary/cuts_place.h"

enum { BITS = 192, ROOM_BITS = 128 };

void jh_cuts_place_init(jh_cuts_place *place) {
  *place = (jh_cuts_place){.kind = JH_CUTS_RATIONAL};
  jh_rat_init(&place->at), jh_rat_init(&place->scale);
}

void jh_cuts_place_done(jh_cuts_place *place) {
  jh_rat_done(&place->at), jh_rat_done(&place->scale);
}

void jh_cuts_place_set(jh_cuts_place *place, const jh_cuts_place *from) {
  if (place == from) return;
  place->infinite = from->infinite;
  place->is_after = from->is_after;
  place->kind = from->kind;
  place->node = from->node;
  place->row = from->row;
  jh_rat_set(&place->at, &from->at);
  if (from->kind == JH_CUTS_MEAN) jh_rat_set(&place->scale, &from->scale);
}

void jh_cuts_place_set_rat(jh_cuts_place *place, const jh_rat *at, bool is_after) {
  place->infinite = 0;
  place->is_after = is_after;
  place->kind = JH_CUTS_RATIONAL;
  jh_rat_set(&place->at, at);
}

void jh_cuts_place_set_end(jh_cuts_place *place, int infinite) {
  place->infinite = infinite;
  place->is_after = false;
  place->kind = JH_CUTS_RATIONAL;
}

void jh_cuts_place_set_root(jh_cuts_place *place, const jh_rat *square, const jh_rat *scale) {
  jh_rat root;
  jh_rat_init(&root);
  jh_rat_div(&place->at, square, scale);
  jh_rat_div(&place->at, &place->at, scale);
  place->infinite = 0;
  place->is_after = false;
  place->kind = jh_rat_root(&root, &place->at, 1) ? JH_CUTS_RATIONAL : JH_CUTS_ROOT;
  if (place->kind == JH_CUTS_RATIONAL) jh_rat_set(&place->at, &root);
  jh_rat_done(&root);
}

void jh_cuts_place_set_mean(
    jh_cuts_place *place, const jh_rat *low, uint32_t node, uint32_t row, const jh_rat *scale) {
  jh_cuts_place_set_rat(place, low, false);
  place->kind = JH_CUTS_MEAN;
  place->node = node;
  place->row = row;
  jh_rat_set(&place->scale, scale);
}

void jh_cuts_place_low(jh_rat *out, const jh_cuts_place *place) {
  if (place->kind == JH_CUTS_ROOT)
    (void)jh_rat_root(out, &place->at, BITS);
  else
    jh_rat_set(out, &place->at);
}

/* A root against a rational. */
static int compare_root(const jh_rat *square, const jh_rat *value) {
  if (jh_rat_sign(value) < 0) return 1;
  jh_rat other;
  jh_rat_init(&other);
  jh_rat_mul(&other, value, value);
  int sign = jh_rat_compare(square, &other);
  jh_rat_done(&other);
  return sign;
}

static void add_room(jh_rat *out) {
  jh_rat room, half;
  jh_rat_init(&room), jh_rat_init(&half);
  jh_rat_set_int(&room, 1);
  jh_rat_set_scaled(&half, 5, 1);
  for (int i = 0; i < ROOM_BITS; i++) jh_rat_mul(&room, &room, &half);
  jh_rat_add(out, out, &room);
  jh_rat_done(&room), jh_rat_done(&half);
}

/* A mean against a rational: it is none itself, so it lies strictly on one side. */
static int compare_mean(jh_cuts_places *by, const jh_cuts_place *mean, const jh_rat *value) {
  if (jh_rat_compare(value, &mean->at) <= 0) return 1;
  jh_rat other;
  jh_rat_init(&other);
  jh_rat_set(&other, &mean->at);
  add_room(&other);
  int sign = -1;
  if (jh_rat_compare(value, &other) < 0) {
    jh_rat_mul(&other, value, &mean->scale);
    sign = jh_exact_composite_against(
        by->walk, &by->walk->exact->plan->nodes[mean->node], mean->row, &other);
  }
  jh_rat_done(&other);
  return sign;
}

/* A mean against a mean or a root, by enclosures. */
static int compare_near(jh_cuts_places *by, const jh_cuts_place *a, const jh_cuts_place *b) {
  bool is_same = a->kind == b->kind && a->node == b->node && a->row == b->row &&
                 jh_rat_compare(&a->scale, &b->scale) == 0;
  if (is_same) return 0;
  jh_rat al, bl, ah, bh;
  jh_rat_init(&al), jh_rat_init(&bl), jh_rat_init(&ah), jh_rat_init(&bh);
  jh_cuts_place_low(&al, a), jh_cuts_place_low(&bl, b);
  jh_rat_set(&ah, &al), jh_rat_set(&bh, &bl);
  add_room(&ah), add_room(&bh);
  int sign = jh_rat_compare(&al, &bl);
  if (jh_rat_compare(&ah, &bl) >= 0 && jh_rat_compare(&bh, &al) >= 0) by->has_failed = true;
  jh_rat_done(&al), jh_rat_done(&bl), jh_rat_done(&ah), jh_rat_done(&bh);
  return sign;
}

static int compare_numbers(jh_cuts_places *by, const jh_cuts_place *a, const jh_cuts_place *b) {
  if (a->kind == b->kind && a->kind != JH_CUTS_MEAN) return jh_rat_compare(&a->at, &b->at);
  if (a->kind == JH_CUTS_RATIONAL)
    return b->kind == JH_CUTS_ROOT ? -compare_root(&b->at, &a->at) : -compare_mean(by, b, &a->at);
  if (b->kind == JH_CUTS_RATIONAL)
    return a->kind == JH_CUTS_ROOT ? compare_root(&a->at, &b->at) : compare_mean(by, a, &b->at);
  return compare_near(by, a, b);
}

int jh_cuts_place_compare(jh_cuts_places *by, const jh_cuts_place *a, const jh_cuts_place *b) {
  if (a->infinite || b->infinite) return (a->infinite > b->infinite) - (a->infinite < b->infinite);
  int sign = compare_numbers(by, a, b);
  return sign ? sign : (int)a->is_after - (int)b->is_after;
}

bool jh_cuts_place_is_passed(jh_cuts_places *by, const jh_cuts_place *place, const jh_rat *value) {
  if (place->infinite) return place->infinite < 0;
  int sign;
  switch (place->kind) {
  case JH_CUTS_RATIONAL: sign = -jh_rat_compare(&place->at, value); break;
  case JH_CUTS_ROOT: sign = -compare_root(&place->at, value); break;
  default: sign = -compare_mean(by, place, value); break;
  }
  return sign > 0 || (sign == 0 && !place->is_after);
}

void jh_cuts_place_pick(
    jh_cuts_places *by, jh_cuts_place *place, const jh_cuts_place *other, int sign) {
  if (jh_cuts_place_compare(by, other, place) * sign > 0) jh_cuts_place_set(place, other);
}
