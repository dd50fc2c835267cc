/* solve_smooth.c - see solve_smooth.h.
 *
 * Looked for: the least of
 *     cost * x + dear * e - distance * (log of each line + its e, of each e, of x, of most - x)
 *              - distance * sum over spreads of log(root(1 + limit^2)(sum s + e) - root((sum w)(sum s^2 / w)))
 * as the distance goes to 0. Each line and spread may borrow an e at a price that is dear, so that any
 * x > 0 is a beginning. Newton's equations are solved by conjugate gradients: no matrix is made.
 */
#include "remedy/solve_smooth.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_smooth_parts.h"

enum { most_rounds = 100, most_turns = 300, most_steps = 1000000 };

/* What pulls at x: gradient of the whole, and the weights of the squares. The part of rows' e is folded in. */
static void slope(jh_smooth_work *s) {
  const jh_state *state = s->state;
  double d = s->distance;
  for (size_t v = 0; v < s->n; v++) {
    double room = s->most[v] - s->x[v];
    s->scale[v] = d / (s->x[v] * s->x[v]);
    s->gradient[v] = s->cost[v] - d / s->x[v];
    if (!isfinite(s->most[v])) continue;
    s->scale[v] += d / (room * room);
    s->gradient[v] += d / room;
  }
  for (size_t r = 0; r < s->row_count; r++) {
    jh_smooth_row *at = &s->rows[r];
    double with = s->line_at[r] + at->e, h1 = d / (with * with), h2 = d / (at->e * at->e);
    double by_e = at->dear - d / with - d / at->e;
    at->weight = h1 * h2 / (h1 + h2);
    s->line_by[r] = -d / with - h1 / (h1 + h2) * by_e;
  }
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_state_spread *spread = &state->spreads[k];
    double e = s->spread_e[k], f = d / s->gap[k], root = sqrt(spread->square);
    double share = sqrt(spread->weight / s->second[k]);
    for (size_t u = 0; u < spread->wish->unit_count; u++)
      s->slopes[k][u] = -f * (root - share * s->sums[k][u] / spread->weights[u]);
    s->gradient[s->n + k] = s->spread_dear[k] - d / e - f * root;
    s->scale[s->n + k] = d / (e * e);
  }
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit != JH_NONE) {
      s->gradient[use->variable] += use->factor * s->slopes[use->index][use->unit];
    } else {
      s->gradient[use->variable] += use->factor * s->line_by[use->index];
    }
  }
}

/* out = H * by, H the second derivatives. */
static void multiply(jh_smooth_work *s, double *out, const double *by) {
  const jh_state *state = s->state;
  double d = s->distance;
  for (size_t i = 0; i < s->n + s->spread_count; i++) out[i] = s->scale[i] * by[i];
  for (size_t r = 0; r < s->row_count; r++) s->line_by[r] = 0;
  for (size_t k = 0; k < s->spread_count; k++)
    memset(s->slopes[k], 0, state->spreads[k].wish->unit_count * sizeof(double));
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    double *to = use->unit == JH_NONE ? &s->line_by[use->index] : &s->slopes[use->index][use->unit];
    *to += use->factor * by[use->variable];
  }
  for (size_t r = 0; r < s->row_count; r++) s->line_by[r] *= s->rows[r].weight;
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_state_spread *spread = &state->spreads[k];
    size_t units = spread->wish->unit_count;
    double all = by[s->n + k], along = 0, f = d / s->gap[k], root = sqrt(spread->square);
    double share = sqrt(spread->weight / s->second[k]);
    for (size_t u = 0; u < units; u++) {
      all += s->slopes[k][u];
      along += s->slopes[k][u] * s->sums[k][u] / spread->weights[u];
    }
    double fall = f / s->gap[k] * (root * all - share * along);
    out[s->n + k] += fall * root;
    for (size_t u = 0; u < units; u++) {
      double measure = s->sums[k][u] / spread->weights[u];
      double bend = s->slopes[k][u] / spread->weights[u] - measure * along / s->second[k];
      s->slopes[k][u] = fall * (root - share * measure) + f * share * bend;
    }
  }
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit != JH_NONE) {
      out[use->variable] += use->factor * s->slopes[use->index][use->unit];
    } else {
      out[use->variable] += use->factor * s->line_by[use->index];
    }
  }
}

/* The diagonal of H, for conditioning. */
static void invert_diagonal(jh_smooth_work *s) {
  const jh_state *state = s->state;
  double d = s->distance;
  for (size_t i = 0; i < s->n + s->spread_count; i++) s->inverse[i] = s->scale[i];
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    double square = use->factor * use->factor;
    if (use->unit == JH_NONE) {
      s->inverse[use->variable] += square * s->rows[use->index].weight;
      continue;
    }
    const jh_state_spread *spread = &state->spreads[use->index];
    size_t k = use->index;
    double share = sqrt(spread->weight / s->second[k]), f = d / s->gap[k],
           w = spread->weights[use->unit];
    double slope = sqrt(spread->square) - share * s->sums[k][use->unit] / w;
    s->inverse[use->variable] += square * (f / s->gap[k] * slope * slope + f * share / w);
  }
  for (size_t i = 0; i < s->n + s->spread_count; i++) s->inverse[i] = 1 / s->inverse[i];
}

static double dot(const double *a, const double *b, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}

/* step = -H^-1 gradient, nearly. */
static void solve_step(jh_smooth_work *s, uint64_t *steps) {
  size_t count = s->n + s->spread_count;
  invert_diagonal(s);
  memset(s->step, 0, count * sizeof(double));
  for (size_t i = 0; i < count; i++) {
    s->residue[i] = -s->gradient[i];
    s->direction[i] = s->inverse[i] * s->residue[i];
  }
  double now = dot(s->residue, s->direction, count), goal = now * 1e-6;
  for (int turn = 0; turn < most_turns && now > goal; turn++) {
    *steps += 1 + (s->use_count + count) / 100;
    multiply(s, s->product, s->direction);
    double curve = dot(s->direction, s->product, count);
    if (!(curve > 0)) break;
    double by = now / curve, next = 0;
    for (size_t i = 0; i < count; i++) {
      s->step[i] += by * s->direction[i];
      s->residue[i] -= by * s->product[i];
      next += s->residue[i] * s->residue[i] * s->inverse[i];
    }
    for (size_t i = 0; i < count; i++)
      s->direction[i] = s->inverse[i] * s->residue[i] + next / now * s->direction[i];
    now = next;
  }
}

/* The natural logarithm by plain arithmetic: the same digits on every machine, which a library's need not be. */
static double plain_log(double value) {
  int exponent = 0;
  double mantissa = frexp(value, &exponent), t = (mantissa - 1) / (mantissa + 1), square = t * t,
         sum = 0;
  for (int i = 41; i > 0; i -= 2) sum = sum * square + 2.0 / i;
  return sum * t + exponent * 0.69314718055994530942;
}

/* The value of what is made least, or HUGE_VAL outside. */
static double value_of(jh_smooth_work *s) {
  double value = 0, logs = 0;
  for (size_t v = 0; v < s->n; v++) {
    if (s->x[v] <= 0 || s->x[v] >= s->most[v]) return HUGE_VAL;
    value += s->cost[v] * s->x[v];
    logs += plain_log(s->x[v]) + (isfinite(s->most[v]) ? plain_log(s->most[v] - s->x[v]) : 0);
  }
  for (size_t r = 0; r < s->row_count; r++) {
    const jh_smooth_row *at = &s->rows[r];
    double with = s->line_at[r] + at->e;
    if (at->e <= 0 || with <= 0) return HUGE_VAL;
    value += at->dear * at->e;
    logs += plain_log(at->e) + plain_log(with);
  }
  for (size_t k = 0; k < s->spread_count; k++) {
    if (s->spread_e[k] <= 0 || s->second[k] <= 0 || s->gap[k] <= 0) return HUGE_VAL;
    value += s->spread_dear[k] * s->spread_e[k];
    logs += plain_log(s->spread_e[k]) + plain_log(s->gap[k]);
  }
  return value - s->distance * logs;
}

/* Each row's e by what Newton's step makes of it; `by`: how much of the step. */
static void borrow(jh_smooth_work *s, double *steps) {
  double d = s->distance;
  for (size_t r = 0; r < s->row_count; r++) s->line_by[r] = 0;
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit == JH_NONE) s->line_by[use->index] += use->factor * s->step[use->variable];
  }
  for (size_t r = 0; r < s->row_count; r++) {
    const jh_smooth_row *at = &s->rows[r];
    double with = s->line_at[r] + at->e, h1 = d / (with * with), h2 = d / (at->e * at->e);
    double by_e = at->dear - d / with - d / at->e;
    steps[r] = -(by_e + h1 * s->line_by[r]) / (h1 + h2);
  }
}

static void go(jh_smooth_work *s, const double *row_steps, double by) {
  for (size_t v = 0; v < s->n; v++) s->x[v] += by * s->step[v];
  for (size_t k = 0; k < s->spread_count; k++) s->spread_e[k] += by * s->step[s->n + k];
  for (size_t r = 0; r < s->row_count; r++) s->rows[r].e += by * row_steps[r];
  jh_solve_smooth_place(s);
}

static void shrink(double *by, double room, double step) {
  if (step < 0 && *by * -step > 0.95 * room) *by = 0.95 * room / -step;
}

/* How much of the step leaves a twentieth of the room of everything but the spreads. */
static double longest(const jh_smooth_work *s, const double *row_steps) {
  double by = 1;
  for (size_t j = 0; j < s->n; j++) {
    shrink(&by, s->x[j], s->step[j]);
    if (isfinite(s->most[j])) shrink(&by, s->most[j] - s->x[j], -s->step[j]);
  }
  for (size_t r = 0; r < s->row_count; r++) {
    shrink(&by, s->rows[r].e, row_steps[r]);
    shrink(&by, s->line_at[r] + s->rows[r].e, s->line_by[r] + row_steps[r]);
  }
  for (size_t k = 0; k < s->spread_count; k++) shrink(&by, s->spread_e[k], s->step[s->n + k]);
  return by;
}

static bool is_near_edge(const jh_smooth_work *s, const double *gaps) {
  for (size_t k = 0; k < s->spread_count; k++) {
    if (s->gap[k] < 0.05 * gaps[k]) return true;
  }
  return false;
}

/* One step of Newton's; false: it led nowhere. *near: how far it was from the middle of the way. */
static bool advance(jh_smooth_work *s, double *row_steps, double *near, uint64_t *steps) {
  slope(s);
  solve_step(s, steps);
  borrow(s, row_steps);
  double before = value_of(s), down = -dot(s->gradient, s->step, s->n + s->spread_count);
  double *gaps = row_steps + s->row_count, by = longest(s, row_steps);
  memcpy(gaps, s->gap, s->spread_count * sizeof(double));
  *near = down / s->distance;
  for (int i = 0; i < 40; i++) {
    go(s, row_steps, by);
    if (!is_near_edge(s, gaps) && value_of(s) <= before + 1e-12 * fabs(before)) return down > 0;
    go(s, row_steps, -by);
    by /= 2;
  }
  return false;
}

static bool keep_result(jh_smooth *out, const jh_smooth_work *s) {
  size_t units = 0;
  for (size_t k = 0; k < s->spread_count; k++) units += s->state->spreads[k].wish->unit_count;
  out->spread_count = s->spread_count;
  size_t variables = s->state->problem->variable_count;
  out->amounts = jh_alloc_get((variables + units + 1) * sizeof(double));
  out->pulls = jh_alloc_get((s->spread_count + 1) * sizeof *out->pulls);
  if (!out->amounts || !out->pulls) return false;
  for (size_t j = 0; j < s->n; j++) {
    if (s->part.columns[j].variable != JH_NONE) out->amounts[s->part.columns[j].variable] = s->x[j];
  }
  double *at = out->amounts + variables;
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_state_spread *spread = &s->state->spreads[k];
    out->pulls[k] = at;
    double price = s->distance / s->gap[k] * sqrt(spread->weight / s->second[k]);
    for (size_t u = 0; u < spread->wish->unit_count; u++)
      *at++ = price * s->sums[k][u] / spread->weights[u];
  }
  return true;
}

/* What one of the variable brings by the spreads' prices, and the squares of what the units get of it. */
static double worth(
    const jh_smooth *out, const double *ratios, const jh_state *state, uint32_t v, double *square) {
  double sum = 0;
  *square = 0;
  for (size_t i = state->use_from[v]; i < state->use_from[v + 1]; i++) {
    const jh_state_use *use = &state->uses[i];
    if (use->unit == JH_NONE && use->factor < 0) return 0; /* lines limit it */
    if (use->unit == JH_NONE) continue;
    sum += use->factor * (ratios[use->index] - out->pulls[use->index][use->unit]);
    if (use->factor > 0) *square += use->factor * use->factor;
  }
  return sum;
}

/* Nothing that can be bought without end is to be worth more than it costs: where it is by little, the unit
 * that gets it pulls more itself. */
static void tidy(jh_smooth *out, const jh_smooth_work *s, double *ratios) {
  const jh_state *state = s->state;
  for (int round = 0; round < 40; round++) {
    for (size_t k = 0; k < s->spread_count; k++) {
      const jh_state_spread *spread = &state->spreads[k];
      double sum = 0;
      for (size_t u = 0; u < spread->wish->unit_count; u++)
        sum += spread->weights[u] * out->pulls[k][u] * out->pulls[k][u];
      ratios[k] = sqrt(spread->square * sum / spread->weight) * (1 + 2e-7);
    }
    double worst = 0;
    for (uint32_t v = 0; v < state->problem->variable_count; v++) {
      double square = 0, cost = jh_rat_double(&state->problem->variables[v].cost);
      double over = worth(out, ratios, state, v, &square) - cost * (1 - 1e-6);
      if (over <= 0 || square == 0 || over > 0.1 * cost) continue;
      if (over / cost > worst) worst = over / cost;
      for (size_t i = state->use_from[v]; i < state->use_from[v + 1]; i++) {
        const jh_state_use *use = &state->uses[i];
        if (use->unit != JH_NONE && use->factor > 0)
          out->pulls[use->index][use->unit] += over * use->factor / square;
      }
    }
    if (worst < 1e-6) break;
  }
}

static bool find(jh_smooth_work *s, uint64_t *steps) {
  double *row_steps = jh_alloc_get((s->row_count + s->spread_count + 1) * sizeof(double));
  if (!row_steps) return false;
  double count = (double)(2 * s->n + 2 * s->row_count + 2 * s->spread_count + 1);
  uint64_t last = *steps + most_steps;
  for (int round = 0; round < most_rounds && *steps < last; round++) {
    double near = 0;
    bool moved = advance(s, row_steps, &near, steps);
    double cost = dot(s->cost, s->x, s->n);
    bool is_last = s->distance * count < 1e-3 * cost + 1e-9;
    if (moved && near > (is_last ? 0.02 : 10)) continue;
    if (is_last || !(cost < HUGE_VAL)) break;
    s->distance /= 5;
  }
  jh_alloc_free(row_steps);
  return true;
}

bool jh_smooth_find(jh_smooth *out, const jh_state *state, uint64_t *steps) {
  jh_smooth_work s = {.state = state};
  *out = (jh_smooth){0};
  size_t variables = state->problem->variable_count;
  uint32_t *column_of = jh_alloc_get((variables + 1) * sizeof *column_of);
  if (!column_of) return false;
  memset(column_of, 0xff, (variables + 1) * sizeof *column_of);
  bool done = jh_solve_smooth_open(&s, column_of) && find(&s, steps) && keep_result(out, &s);
  if (done) tidy(out, &s, s.gap);
  jh_solve_smooth_done(&s);
  jh_alloc_free(column_of);
  return done;
}

void jh_smooth_close(jh_smooth *smooth) {
  jh_alloc_free(smooth->amounts);
  jh_alloc_free(smooth->pulls);
  *smooth = (jh_smooth){0};
}
