/* county.h - counties as they are asked to be balanced, made up from a seed: units with seven indicators of
 * which six must hold and the seventh at 85 percent, ten means for each, fourteen spreads.
 */
#ifndef JH_TESTS_UNIT_REMEDY_COUNTY_H
#define JH_TESTS_UNIT_REMEDY_COUNTY_H

#include "make.h"

#include "../base/random.h"

enum { indicators = 7, means_of_unit = 10 };

typedef struct county {
  made made;
  jh_remedy_wish spreads[2][indicators];
  int64_t worst, best; /* of what is there, in percent of what is asked */
  int stages[200];     /* by unit */
  size_t units;
} county;

/* Asked for 1,000 students, by stage. */
static const int64_t bounds[2][indicators] = {
    {42, 10, 9, 4500, 7500, 2000000, 23}, {53, 10, 9, 5800, 10200, 2500000, 24}};

/* Cost of one, and what it adds to which indicators. */
typedef struct means {
  int64_t cost;
  struct {
    int indicator;
    int64_t factor;
  } adds[2];
} means;

static const means list_of_means[means_of_unit] = {
    {90000, {{0, 1}, {-1, 0}}}, {95000, {{0, 1}, {2, 1}}},  {5000, {{1, 1}, {-1, 0}}},
    {3000, {{3, 1}, {-1, 0}}},  {3500, {{3, 1}, {4, 1}}},   {500, {{4, 1}, {3, -1}}},
    {400, {{4, 1}, {-1, 0}}},   {100, {{5, 100}, {-1, 0}}}, {15000, {{6, 1}, {-1, 0}}},
    {150000, {{6, 1}, {3, 60}}}};

static inline void add_unit(county *c, random_source *r, int stage) {
  made *m = &c->made;
  c->stages[c->units++] = stage;
  int64_t students = random_between(r, 3, 12) * random_between(r, 3, 12) * random_between(r, 3, 14);
  uint32_t first = (uint32_t)m->problem.variable_count;
  for (int i = 0; i < means_of_unit; i++) {
    bool is_limited = i == 2 || i == 6;
    buy(m, list_of_means[i].cost,
        is_limited ? students * (i == 6 ? 3 : 1) / (i == 6 ? 1 : 60) + 2 : -1, true);
  }
  jh_remedy_wish choose = wish_of(JH_REMEDY_CHOOSE);
  choose.n = indicators - 1;
  for (int k = 0; k < indicators; k++) {
    int64_t has = students * bounds[stage][k] * random_between(r, c->worst, c->best) / 100000;
    jh_remedy_wish line = wish_of(JH_REMEDY_LINE), floor = wish_of(JH_REMEDY_LINE);
    jh_remedy_sum *sums[3] = {&line.sum, &floor.sum, unit(m, &c->spreads[stage][k], students, has)};
    for (int i = 0; i < means_of_unit; i++) {
      for (int a = 0; a < 2; a++) {
        if (list_of_means[i].adds[a].indicator != k) continue;
        for (int s = 0; s < 3; s++)
          term(m, sums[s], first + (uint32_t)i, list_of_means[i].adds[a].factor, 0);
      }
    }
    jh_rat_set_scaled(&line.sum.constant, 1000 * has - students * bounds[stage][k], 3);
    jh_rat_set_scaled(&floor.sum.constant, 100000 * has - 85 * students * bounds[stage][k], 5);
    member(m, &choose, line);
    floor_for(m, &choose, floor);
  }
  ask(m, choose);
}

static inline county random_county(random_source *r, int schools, int64_t worst, int64_t best) {
  county c = {
      .made = open_made((size_t)schools * (2 * means_of_unit + 2 * (size_t)schools)),
      .worst = worst,
      .best = best};
  for (int stage = 0; stage < 2; stage++) {
    for (int k = 0; k < indicators; k++) {
      c.spreads[stage][k] = wish_of(JH_REMEDY_SPREAD);
      jh_rat_set_scaled(&c.spreads[stage][k].limit, stage == 0 ? 50 : 45, 2);
    }
  }
  for (int i = 0; i < schools; i++) {
    int64_t kind =
        random_between(r, 0, 9); /* two stages: units that share nothing but the county */
    if (kind < 7) add_unit(&c, r, 0);
    if (kind >= 6) add_unit(&c, r, 1);
  }
  for (int stage = 0; stage < 2; stage++) {
    for (int k = 0; k < indicators; k++) ask(&c.made, c.spreads[stage][k]);
  }
  return c;
}

/* A teacher of sports with a degree may move from each unit to each other one of its stage. */
static inline void add_moves(county *c, int64_t cost) {
  made *m = &c->made;
  for (size_t from = 0; from < c->units; from++) {
    for (size_t to = 0; to < c->units; to++) {
      if (from == to || c->stages[from] != c->stages[to]) continue;
      uint32_t v = buy(m, cost, -1, true);
      m->problem.variables[v].from_row = (uint32_t)from;
      m->problem.variables[v].row = (uint32_t)to;
      for (int side = 0; side < 2; side++) {
        size_t unit = side ? to : from, place = 0;
        for (size_t u = 0; u < unit; u++) place += c->stages[u] == c->stages[unit];
        for (int k = 0; k <= 2; k += 2) {
          jh_remedy_wish *choose = &m->problem.goal.members[unit];
          jh_remedy_wish *spread = &c->spreads[c->stages[unit]][k];
          term(m, &choose->members[k].sum, v, side ? 1 : -1, 0);
          term(m, &choose->floors[k].sum, v, side ? 1 : -1, 0);
          term(m, &spread->sums[place], v, side ? 1 : -1, 0);
        }
      }
    }
  }
}

#endif
