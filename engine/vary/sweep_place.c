/* sweep_place.c - see sweep_place.h. */
#include "vary/sweep_place.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"

enum { LEAST_PLACES = 6, MOST_PLACES = 36, ROOT_BITS = 4, EXACT_BYTES = 4096 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Of two numbers of which one or both are squares, by their squares. */
static int compare_parts(const jh_rat *a, bool is_root_a, const jh_rat *b, bool is_root_b) {
  if (is_root_a == is_root_b) return jh_rat_compare(a, b);
  const jh_rat *plain = is_root_a ? b : a;
  if (jh_rat_sign(plain) < 0) return is_root_a ? 1 : -1;
  jh_rat square;
  jh_rat_init(&square);
  jh_rat_mul(&square, plain, plain);
  int way = is_root_a ? jh_rat_compare(a, &square) : jh_rat_compare(&square, b);
  jh_rat_done(&square);
  return way;
}

int jh_sweep_place_compare(const jh_sweep_place *a, const jh_sweep_place *b) {
  int way = compare_parts(&a->at, a->is_root, &b->at, b->is_root);
  return way ? way : (int)a->is_near - (int)b->is_near;
}

int jh_sweep_place_against(const jh_sweep_place *place, const jh_rat *value) {
  int way = compare_parts(&place->at, place->is_root, value, false);
  return way ? way : (int)place->is_near;
}

double jh_sweep_place_double(const jh_sweep_place *place) {
  double at = jh_rat_double(&place->at);
  return place->is_root ? sqrt(at) : at;
}

/* ---- decimals ---- */

/* Numbers on a grid of so many decimal places. */
typedef struct grid {
  jh_rat power, last, first, scratch;
  int places;
} grid;

static void begin(grid *g) {
  jh_rat_init(&g->power), jh_rat_init(&g->last), jh_rat_init(&g->first), jh_rat_init(&g->scratch);
}

static void done(grid *g) {
  jh_rat_done(&g->power), jh_rat_done(&g->last), jh_rat_done(&g->first), jh_rat_done(&g->scratch);
}

static void set_power(grid *g, int places) {
  jh_rat ten;
  jh_rat_init(&ten);
  jh_rat_set_int(&ten, 10);
  jh_rat_set_int(&g->power, 1);
  for (int i = 0; i < places; i++) jh_rat_mul(&g->power, &g->power, &ten);
  g->places = places;
  jh_rat_done(&ten);
}

/* The largest number of the grid that is not above the place. */
static void floor_of(grid *g, const jh_sweep_place *place) {
  jh_rat_mul(&g->scratch, &place->at, &g->power);
  if (place->is_root) {
    jh_rat_mul(&g->scratch, &g->scratch, &g->power);
    (void)jh_rat_root(
        &g->last, &g->scratch, ROOT_BITS); /* rounded down: no whole number is crossed */
    jh_rat_set(&g->scratch, &g->last);
  }
  jh_rat_floor(&g->last, &g->scratch);
  jh_rat_div(&g->last, &g->last, &g->power);
}

/* The two numbers of the grid that have the place between them. */
static void around(grid *g, const jh_sweep_place *place, bool is_after) {
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_rat_div(&one, &one, &g->power);
  floor_of(g, place);
  bool is_on = jh_sweep_place_against(place, &g->last) == 0;
  jh_rat_add(&g->first, &g->last, &one);
  if (is_on && is_after) {
    jh_rat_set(&g->first, &g->last);
    jh_rat_sub(&g->last, &g->last, &one);
  }
  jh_rat_done(&one);
}

/* Does nothing else turn between the place and its decimals? */
static bool is_fine(const grid *g, const jh_sweep_next sides[2]) {
  if (sides[0].place) {
    int way = jh_sweep_place_against(sides[0].place, &g->last);
    if (way > 0 || (way == 0 && !sides[0].is_after)) return false;
  }
  if (!sides[1].place) return true;
  int way = jh_sweep_place_against(sides[1].place, &g->first);
  return way > 0 || (way == 0 && !sides[1].is_after);
}

static const char *decimal(const grid *g, const jh_rat *value, jh_arena *arena) {
  char text[128];
  (void)jh_rat_decimal(value, g->places, JH_ROUND_NEAREST, text, sizeof text);
  return jh_arena_text(arena, jh_str_of(text));
}

static const char *exact_text(const jh_sweep_place *place, jh_arena *arena) {
  if (place->is_near || jh_rat_bits(&place->at) > (size_t)EXACT_BYTES * 3) return "";
  char *text = jh_alloc_get(EXACT_BYTES);
  if (!text) return NULL;
  jh_rat_text(&place->at, text, EXACT_BYTES);
  const char *kept = jh_arena_text(arena, jh_str_of(text));
  jh_alloc_free(text);
  return kept;
}

jh_code jh_sweep_place_figure(
    jh_sweep_figure *out, const jh_sweep_place *place, bool is_after, const jh_sweep_next sides[2],
    jh_arena *arena, jh_error *err) {
  grid g;
  begin(&g);
  int places = LEAST_PLACES;
  do {
    set_power(&g, places);
    around(&g, place, is_after);
    places += 3;
  } while (places <= MOST_PLACES && !is_fine(&g, sides));
  *out = (jh_sweep_figure){
      exact_text(place, arena), decimal(&g, &g.last, arena), decimal(&g, &g.first, arena)};
  done(&g);
  return out->exact && out->last && out->first ? JH_OK : out_of_memory(err);
}
