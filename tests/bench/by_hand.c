/* by_hand.c - the national rules of quality balance written out in C over plain arrays.
 *
 * by_hand DATA TIMES [OUT]   prints the median seconds of one evaluation and the verdicts' counts;
 *                           OUT gets "county_code,verdict" lines
 *
 * What the engine's plan is measured against. Knows these rules and these tables only. Verdicts of
 * every school and stage are written into arrays as the engine's are; spreads are doubles here.
 * Words: 0 unmet, 1 undetermined, 2 met or not applicable. A blank is a range up to what its column may
 * hold. Reading is not timed: it is as plain as can be (libcsv, whole columns).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "by_hand.h"

__extension__ typedef __int128 wide;

#define LEAST(a, b) ((__typeof__(a))((a) < (b) ? (a) : (b)))

/* -- three values ------------------------------------------------------------ */

static inline word truth(number v) { return (word)(v == BLANK ? 1 : v ? 2 : 0); }
static inline word negated(number v) { return (word)(v == BLANK ? 1 : v ? 0 : 2); }
static inline number low(number v) { return v == BLANK ? 0 : v; }
static inline number high(number v, number most) { return v == BLANK ? most : v; }
static inline word at_least(number lo, number hi, number bound) {
  return lo >= bound ? 2 : hi < bound ? 0 : 1;
}
static inline word scoped(word scope, word w) {
  return (word)(scope == 0 ? 2 : scope == 1 ? 1 : w);
}
static inline word and2(word a, word b) { return (word)(LEAST(a, b)); }

/* num / den at or above percent, where den may be blank, or nothing. */
static word share_of(number nlo, number nhi, number dlo, number dhi, number percent) {
  if (dhi > 0 && nlo * 100 >= percent * dhi) return 2;
  return dlo > 0 && nhi * 100 < percent * dlo ? 0 : 1;
}

/* -- stages: article 6 and the size of classes ------------------------------- */

typedef struct spread {
  double people, total[7], squares[7];
  int units, known[7];
  bool open;
} spread;

static const number bounds[2][7] = {
    {4200, 1000, 900, 4500, 7500, 200000, 2300}, {5300, 1000, 900, 5800, 10200, 250000, 2400}};
static const number factors[7] = {100000, 100000, 100000, 10, 10, 1, 100000};
static const number weights[TWELVE + 1][3] = {
    [PRIMARY] = {1},
    [POINT] = {1},
    [JUNIOR] = {0, 1},
    [NINE] = {100, 110},
    [COMPLETE] = {0, 100, 120},
    [TWELVE] = {100, 110, 132}};

#define S(column) (t->cells[column][row])
#define OF(stage, column) (t->cells[(stage)*OF_STAGE + (column)][row])

/* Least, most and whether known, of a sum of columns that stand together. */
static inline void sum_of(
    const table *t, uint32_t row, int first, int count, number most, number *range) {
  range[0] = range[1] = 0;
  for (int i = first; i < first + count; i++) {
    range[0] += low(S(i));
    range[1] += high(S(i), most);
  }
}

static void resources_of(const table *t, uint32_t row, int stage, number f[7][2]) {
  int base = stage * OF_STAGE;
  sum_of(t, row, base + (stage ? BACHELOR : DIPLOMA), stage ? 3 : 4, 2000, f[0]);
  sum_of(t, row, base + BACKBONE, 1, 2000, f[1]);
  sum_of(t, row, base + PE, 4, 500, f[2]);
  f[3][0] = low(S(AREA)) - high(S(GYM), 200000000);
  f[3][1] = high(S(AREA), 200000000) - low(S(GYM));
  f[4][0] = low(S(GROUND)) + low(S(GYM));
  f[4][1] = high(S(GROUND), 200000000) + high(S(GYM), 200000000);
  sum_of(t, row, EQUIPMENT, 1, 1000000000000, f[5]);
  sum_of(t, row, MULTIMEDIA, 1, 2000, f[6]);
}

static void add_spread(spread *s, number f[7][2], double n, double part, bool part_known) {
  s->units++;
  s->people += n;
  for (int i = 0; i < 7; i++) {
    if (f[i][0] != f[i][1] || (i > 2 && !part_known)) continue;
    double r = (double)f[i][0] * (i > 2 ? part : 1);
    s->known[i]++;
    s->total[i] += r;
    s->squares[i] += r * r / n;
  }
}

static word six_of_seven(
    number f[7][2], const number *lines, number n, number w, const number *den, word *out) {
  int met = 0, unmet = 0;
  word floors = 2;
  for (int i = 0; i < 7; i++) {
    number lo = f[i][0] * factors[i], hi = f[i][1] * factors[i], dlo = n, dhi = n;
    if (i > 2) lo *= w, hi *= w, dlo = den[0], dhi = den[1];
    out[i] = lo >= lines[i] * dhi ? 2 : hi < lines[i] * dlo ? 0 : 1;
    met += out[i] == 2;
    unmet += out[i] == 0;
    /* 20 : 17 is 100 : 85; the factors keep all of it within 64 bits but for what nobody has. */
    int side = (wide)lo * 20 >= (wide)17 * lines[i] * dhi  ? 2
               : (wide)hi * 20 < (wide)17 * lines[i] * dlo ? 0
                                                           : 1;
    word floor = (word)side;
    floors = LEAST(floors, floor);
  }
  return floors == 0 || unmet > 1 ? 0 : floors == 1 || met < 6 ? 1 : 2;
}

static word judge_stage(const table *t, uint32_t row, int stage, spread *s, word *out) {
  int kind = (int)S(TYPE);
  number n = OF(stage, STUDENTS), limit = stage ? 50 : 45;
  word size = scoped(
      n == BLANK ? 1
      : n        ? 2
                 : 0,
      high(OF(stage, LARGEST), 200) <= limit ? 2
      : low(OF(stage, LARGEST)) > limit      ? 0
                                             : 1);
  out[8] = size;
  if (n == BLANK) {
    s->open = true;
    memset(out, 1, 8);
    return LEAST(size, 1);
  }
  if (n == 0 || (kind == POINT && n < 50)) {
    memset(out, 2, 8);
    return size;
  }
  const number *w = weights[kind];
  number own = w[stage] * n, den[2] = {own, own};
  const number others[3] = {OF(0, STUDENTS), OF(1, STUDENTS), S(SENIOR)};
  for (int i = 0; i < 3; i++) {
    if (i == stage || !w[i]) continue;
    den[0] += w[i] * low(others[i]);
    den[1] += w[i] * high(others[i], 20000);
  }
  number f[7][2];
  resources_of(t, row, stage, f);
  add_spread(s, f, (double)n, (double)own / (double)den[0], den[0] == den[1]);
  out[7] = six_of_seven(f, bounds[stage], n, w[stage], den, out);
  return LEAST(out[7], size);
}

static word judge_spread(const spread *s, int stage) {
  if (s->open) return 1;
  if (!s->units) return 2;
  word all = 2;
  double limit = stage ? 1.2025 : 1.25;
  for (int i = 0; i < 7; i++) {
    word one = s->known[i] < s->units || s->total[i] == 0                       ? 1
               : s->people * s->squares[i] <= limit * s->total[i] * s->total[i] ? 2
                                                                                : 0;
    all = LEAST(all, one);
  }
  return all;
}

/* -- schools: articles 7 and 8 ----------------------------------------------- */

typedef struct totals {
  number trained[2], certified[2], full[2];
  struct {
    bool some, open;
    number near[2], all[2];
  } catchment[2];
} totals;

static inline void add_range(number *sum, number v, number most) {
  sum[0] += low(v);
  sum[1] += high(v, most);
}

static void add_catchment(totals *sums, const table *t, uint32_t row, int stage) {
  word place = truth(S(AREA_TYPE)), public = truth(S(ORGANISER)), day = negated(S(BOARDING));
  word is_in = and2(place, and2(public, day));
  if (!is_in) return;
  sums->catchment[stage].some |= is_in == 2;
  sums->catchment[stage].open |= is_in == 1;
  sums->catchment[stage].near[1] += high(OF(stage, CATCHMENT), 20000);
  sums->catchment[stage].all[1] += high(OF(stage, STUDENTS), 20000);
  if (is_in == 1) return;
  sums->catchment[stage].near[0] += low(OF(stage, CATCHMENT));
  sums->catchment[stage].all[0] += low(OF(stage, STUDENTS));
}

static void count_rooms(const data *d, uint32_t row, number counts[2][2]) {
  for (uint32_t i = d->room_starts[row]; i < d->room_starts[row + 1]; i++) {
    uint32_t room = d->room_order[i];
    number kind = d->rooms.cells[R_KIND][room], area = d->rooms.cells[R_AREA][room];
    bool enough = area >= (kind ? 9000 : 9600);
    counts[kind][0] += enough;
    counts[kind][1] += enough || area == BLANK;
  }
}

static void judge_sizes(const data *d, const table *t, uint32_t row, word *out) {
  int kind = (int)S(TYPE);
  number students[2] = {0, 0}, classes[2] = {0, 0}, rooms[2][2] = {{0, 0}, {0, 0}};
  for (int stage = 0; stage < 2; stage++) {
    if (!weights[kind][stage]) continue;
    add_range(students, OF(stage, STUDENTS), 20000);
    add_range(classes, OF(stage, CLASSES), 400);
  }
  number most = kind == NINE || kind == TWELVE ? 2500 : 2000;
  word needs = kind == POINT ? at_least(students[0], students[1], 50) : 2;
  count_rooms(d, row, rooms);
  for (int i = 0; i < 2; i++) {
    number lo = (classes[0] + 11) / 12, hi = (classes[1] + 11) / 12;
    out[i] = scoped(needs, rooms[i][0] >= hi ? 2 : rooms[i][1] < lo ? 0 : 1);
  }
  out[2] = students[1] <= most ? 2 : students[0] > most ? 0 : 1;
  word rural = kind == POINT ? 2 : kind == PRIMARY ? negated(S(AREA_TYPE)) : 0;
  word small = and2(rural, (word)(2 - at_least(students[0], students[1], 100)));
  out[3] = scoped(small, at_least(low(S(FUNDED)), high(S(FUNDED), 30000), 100));
}

static word judge_school(const data *d, uint32_t row, totals *sums, word *out) {
  const table *t = &d->schools;
  int kind = (int)S(TYPE);
  memset(out, 2, 11);
  if (kind >= PRIMARY && kind <= TWELVE) judge_sizes(d, t, row, out);
  if (kind != SENIOR_ONLY) {
    number funds = S(TRAINING), budget = S(BUDGET);
    out[4] = funds == BLANK || budget == BLANK || budget == 0 ? 1 : funds * 20 >= budget ? 2 : 0;
    for (int i = 0; i < 6; i++) out[5 + i] = truth(S(CHARTER + i));
    add_range(sums->trained, S(TRAINED), 3000);
    add_range(sums->certified, S(CERTIFIED), 3000);
    add_range(sums->full, S(FULL), 3000);
  }
  for (int stage = 0; stage < 2; stage++)
    if (kind <= TWELVE && weights[kind][stage]) add_catchment(sums, t, row, stage);
  word all = 2;
  for (int i = 0; i < 11; i++) all = LEAST(all, out[i]);
  return all;
}

/* -- counties ---------------------------------------------------------------- */

static word judge_form(const table *t, uint32_t row) {
  static const int hold[] = {HIGH,      LAYOUT,      BUILDING, STAFFING, FUNDING,
                             EQUIPPING, PERFORMANCE, POSTS,    TILT,     CARE};
  static const int veto[] = {EXAM, CHOICE, KEY, UNFILLED, INCIDENT, FALSE_DATA};
  static const int parts[][3] = {/* part, whole, percent */
                                 {ROTATED, ELIGIBLE, 10},
                                 {ROTATED_BACKBONE, ROTATED, 20},
                                 {QUOTA, PLACES, 50}};
  word all = S(YEARS) == BLANK ? 1 : S(YEARS) >= 3 ? 2 : 0;
  for (size_t i = 0; i < sizeof hold / sizeof *hold; i++) all = LEAST(all, truth(S(hold[i])));
  for (size_t i = 0; i < sizeof veto / sizeof *veto; i++) all = LEAST(all, negated(S(veto[i])));
  for (size_t i = 0; i < 3; i++) {
    number part = S(parts[i][0]), whole = S(parts[i][1]);
    word one = scoped(truth(whole), part == BLANK ? 1 : part * 100 >= parts[i][2] * whole ? 2 : 0);
    all = LEAST(all, one);
  }
  word special = scoped(
      truth(S(SPECIAL)), S(FUNDS) == BLANK                 ? 1
                         : S(FUNDS) >= 600000 * S(SPECIAL) ? 2
                                                           : 0);
  word pay = S(PAY) == BLANK || S(CIVIL) == BLANK ? 1 : S(PAY) >= S(CIVIL) ? 2 : 0;
  word liked = S(RECOGNITION) == BLANK ? 1 : S(RECOGNITION) >= 850000 ? 2 : 0;
  return LEAST(all, LEAST(special, LEAST(pay, liked)));
}

static word judge_shares(const table *t, uint32_t row) {
  number bought[2] = {0, 0}, taught[2] = {0, 0};
  add_range(bought, S(MIGRANT_PUBLIC), 1000000);
  add_range(bought, S(MIGRANT_BOUGHT), 1000000);
  for (int i = IN_SPECIAL; i <= AT_HOME; i++) add_range(taught, S(i), 100000);
  word migrants =
      scoped(truth(S(MIGRANT)), share_of(bought[0], bought[1], S(MIGRANT), S(MIGRANT), 85));
  word disabled =
      scoped(truth(S(DISABLED)), share_of(taught[0], taught[1], S(DISABLED), S(DISABLED), 95));
  bool open = S(GRADUATES) == BLANK || S(CAME) == BLANK || S(LEFT) == BLANK || S(DEATHS) == BLANK;
  word kept = truth(S(ENTRANTS));
  if (kept == 2)
    kept = open                                                                         ? 1
           : (S(GRADUATES) - S(CAME) + S(LEFT)) * 100 >= 95 * (S(ENTRANTS) - S(DEATHS)) ? 2
                                                                                        : 0;
  else
    kept = kept ? 1 : 2;
  return LEAST(kept, LEAST(migrants, disabled));
}

static word judge_subjects(const data *d, uint32_t county) {
  number subjects = d->counties.cells[SUBJECTS][county], count = 0;
  word all = 2;
  for (uint32_t i = d->subject_starts[county]; i < d->subject_starts[county + 1]; i++, count++) {
    uint32_t row = d->subject_order[i];
    number level = d->subjects.cells[M_LEVEL][row],
           difference = d->subjects.cells[M_DIFFERENCE][row];
    if (level < 3 || difference >= 1500) all = 0;
  }
  return LEAST(all, subjects == BLANK ? 1 : subjects >= 1 && subjects <= count ? 2 : 0);
}

static word judge_totals(const totals *sums) {
  word all = share_of(sums->trained[0], sums->trained[1], sums->full[0], sums->full[1], 100);
  word certified =
      share_of(sums->certified[0], sums->certified[1], sums->full[0], sums->full[1], 100);
  all = LEAST(all, certified);
  for (int i = 0; i < 2; i++) {
    word scope = sums->catchment[i].some ? 2 : sums->catchment[i].open ? 1 : 0;
    const number *near = sums->catchment[i].near, *whole = sums->catchment[i].all;
    word one = scoped(scope, share_of(near[0], near[1], whole[0], whole[1], i ? 95 : 100));
    all = LEAST(all, one);
  }
  return all;
}

static word judge_county(const data *d, uint32_t county) {
  totals sums = {0};
  spread spreads[2];
  memset(spreads, 0, sizeof spreads);
  word all = LEAST(judge_form(&d->counties, county), judge_shares(&d->counties, county));
  word subjects = judge_subjects(d, county);
  all = LEAST(all, subjects);
  for (uint32_t i = d->school_starts[county]; i < d->school_starts[county + 1]; i++) {
    uint32_t row = d->school_order[i];
    number kind = d->schools.cells[TYPE][row];
    word school = judge_school(d, row, &sums, d->school_words + (size_t)row * 11);
    all = LEAST(all, school);
    for (int stage = 0; stage < 2; stage++) {
      if (kind > TWELVE || !weights[kind][stage]) continue;
      word unit = judge_stage(
          &d->schools, row, stage, &spreads[stage],
          d->unit_words + ((size_t)row * 2 + (size_t)stage) * 9);
      all = LEAST(all, unit);
    }
  }
  for (int stage = 0; stage < 2; stage++) all = LEAST(all, judge_spread(&spreads[stage], stage));
  word of_totals = judge_totals(&sums);
  return LEAST(all, of_totals);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **args) {
  static const char *names[] = {"unmet", "undetermined", "met"};
  static data d;
  int times = count > 2 ? atoi(args[2]) : 0;
  if (times < 1 || times > 1000) {
    fprintf(stderr, "usage: by_hand DATA TIMES [OUT]\n");
    return 2;
  }
  by_hand_read(&d, args[1]);
  double *seconds = calloc((size_t)times, sizeof *seconds);
  if (!seconds) return 1;
  for (int i = 0; i < times; i++) {
    double began = now();
    for (uint32_t c = 0; c < d.counties.rows; c++) d.county_words[c] = judge_county(&d, c);
    seconds[i] = now() - began;
  }
  qsort(seconds, (size_t)times, sizeof *seconds, by_size);
  size_t counts[3] = {0, 0, 0};
  FILE *out = count > 3 ? fopen(args[3], "w") : NULL;
  for (uint32_t c = 0; c < d.counties.rows; c++) {
    counts[d.county_words[c]]++;
    if (out)
      fprintf(out, "%lld,%s\n", (long long)d.counties.cells[C_CODE][c], names[d.county_words[c]]);
  }
  printf("%.6f %zu %zu %zu\n", seconds[times / 2], counts[2], counts[0], counts[1]);
  free(seconds);
  return out && fclose(out) ? 1 : 0;
}
