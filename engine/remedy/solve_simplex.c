/* solve_simplex.c - see solve_simplex.h. */
#include "remedy/solve_simplex.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"

static const double near = 1e-9, small = 1e-9;

static double scale_of(const jh_part *part, const jh_part_row *row) {
  double most = 0, choices = 0;
  for (size_t i = 0; i < row->count; i++) {
    double size = fabs(row->entries[i].factor);
    bool is_choice = part->columns[row->entries[i].column].variable == JH_NONE;
    if (is_choice && size > choices) choices = size;
    if (!is_choice && size > most) most = size;
  }
  if (most == 0) most = choices;
  return most > 0 ? most : 1;
}

static void load(jh_simplex *s, const jh_part *part) {
  for (size_t i = 0; i < s->m; i++) {
    const jh_part_row *row = &part->rows[i];
    double scale = s->scale[i] = scale_of(part, row);
    s->value[i] = row->constant / scale;
    s->basic[i] = (uint32_t)(s->n + i);
    s->low[s->n + i] = row->lever == JH_NONE ? 0 : -HUGE_VAL;
    s->up[s->n + i] = HUGE_VAL;
    for (size_t k = 0; k < row->count; k++)
      s->table[i * s->n + row->entries[k].column] = row->entries[k].factor / scale;
  }
  for (size_t j = 0; j < s->n; j++) {
    const jh_part_column *column = &part->columns[j];
    s->rest[j] = (uint32_t)j;
    s->price[j] = column->cost;
    s->low[j] = 0;
    s->up[j] = column->up;
    s->at_up[j] = column->cost < 0 && isfinite(column->up);
    if (!s->at_up[j]) continue;
    s->cost += column->cost * column->up;
    for (size_t i = 0; i < s->m; i++) s->value[i] += s->table[i * s->n + j] * column->up;
  }
}

bool jh_simplex_open(jh_simplex *out, const jh_part *part) {
  size_t m = part->row_count, n = part->column_count;
  *out = (jh_simplex){.m = m, .n = n};
  out->block_size = m * n + m + n + 2 * (m + n) + m;
  out->block = jh_alloc_get(out->block_size * sizeof(double));
  out->names = jh_alloc_get((m + n) * sizeof(uint32_t));
  out->flags = jh_alloc_get(n * sizeof(bool));
  if (!out->block || !out->names || !out->flags) {
    jh_simplex_close(out);
    return false;
  }
  out->table = out->block;
  out->value = out->table + m * n;
  out->price = out->value + m;
  out->low = out->price + n;
  out->up = out->low + m + n;
  out->scale = out->up + m + n;
  out->basic = out->names;
  out->rest = out->names + m;
  out->at_up = out->flags;
  load(out, part);
  return true;
}

void jh_simplex_close(jh_simplex *simplex) {
  jh_alloc_free(simplex->block);
  jh_alloc_free(simplex->names);
  jh_alloc_free(simplex->flags);
  *simplex = (jh_simplex){0};
}

void jh_simplex_copy(jh_simplex *out, const jh_simplex *from) {
  memcpy(out->block, from->block, from->block_size * sizeof(double));
  memcpy(out->names, from->names, (from->m + from->n) * sizeof(uint32_t));
  memcpy(out->flags, from->flags, from->n * sizeof(bool));
  out->cost = from->cost;
}

static double end_of(const jh_simplex *s, size_t j) {
  return s->at_up[j] ? s->up[s->rest[j]] : s->low[s->rest[j]];
}

static void move(jh_simplex *s, size_t j, double by) {
  if (by == 0) return;
  for (size_t i = 0; i < s->m; i++) s->value[i] += s->table[i * s->n + j] * by;
  s->cost += s->price[j] * by;
}

void jh_simplex_limit(jh_simplex *s, uint32_t name, double low, double up) {
  for (size_t j = 0; j < s->n; j++) {
    if (s->rest[j] != name) continue;
    double before = end_of(s, j);
    s->low[name] = low;
    s->up[name] = up;
    move(s, j, end_of(s, j) - before);
    return;
  }
  s->low[name] = low;
  s->up[name] = up;
}

/* The basic place that is furthest outside its limits; m if none is. */
static size_t find_leaving(const jh_simplex *s, bool *is_low) {
  size_t found = s->m;
  double worst = 0;
  for (size_t i = 0; i < s->m; i++) {
    double low = s->low[s->basic[i]], up = s->up[s->basic[i]], value = s->value[i];
    double by_low = low - value, by_up = value - up;
    double slack = near * (1 + fabs(by_low > by_up ? low : up));
    double by = by_low > by_up ? by_low : by_up;
    if (by <= slack || by <= worst) continue;
    worst = by;
    found = i;
    *is_low = by_low > by_up;
  }
  return found;
}

/* What stands at `j` can move so that basic i goes up (or down). */
static bool helps(const jh_simplex *s, size_t i, size_t j, bool upwards) {
  double factor = s->table[i * s->n + j];
  if (fabs(factor) <= small || s->low[s->rest[j]] == s->up[s->rest[j]]) return false;
  return (factor > 0) == (upwards != s->at_up[j]);
}

static size_t find_entering(const jh_simplex *s, size_t i, bool upwards) {
  size_t found = s->n;
  double least = HUGE_VAL, largest = 0;
  for (size_t j = 0; j < s->n; j++) {
    if (!helps(s, i, j, upwards)) continue;
    double price = s->at_up[j] ? -s->price[j] : s->price[j];
    double factor = fabs(s->table[i * s->n + j]);
    double ratio = (price > 0 ? price : 0) / factor;
    bool is_tie = fabs(ratio - least) <= 1e-12 * (1 + fabs(least));
    if (is_tie ? factor <= largest : ratio >= least) continue;
    least = ratio;
    largest = factor;
    found = j;
  }
  return found;
}

/* Row i, column j of the table change places. */
static void exchange(jh_simplex *s, size_t i, size_t j) {
  double *row = s->table + i * s->n, pivot = row[j];
  for (size_t k = 0; k < s->n; k++) row[k] = k == j ? 1 / pivot : -row[k] / pivot;
  for (size_t r = 0; r < s->m; r++) {
    double *other = s->table + r * s->n, factor = other[j];
    if (r == i || factor == 0) continue;
    other[j] = 0;
    for (size_t k = 0; k < s->n; k++) other[k] += factor * row[k];
  }
  double price = s->price[j];
  s->price[j] = 0;
  for (size_t k = 0; k < s->n; k++) s->price[k] += price * row[k];
  uint32_t name = s->basic[i];
  s->basic[i] = s->rest[j];
  s->rest[j] = name;
}

static void pivot(jh_simplex *s, size_t i, size_t j, bool is_low) {
  uint32_t leaving = s->basic[i];
  double target = is_low ? s->low[leaving] : s->up[leaving];
  double by = (target - s->value[i]) / s->table[i * s->n + j], entering = end_of(s, j) + by;
  move(s, j, by);
  exchange(s, i, j);
  s->value[i] = entering;
  s->at_up[j] = !is_low;
}

jh_simplex_end jh_simplex_run(jh_simplex *s, uint64_t *steps) {
  size_t most = 200 + 20 * (s->m + s->n);
  for (size_t round = 0; round < most; round++) {
    *steps += 1 + s->m * s->n / 1000;
    bool is_low = false;
    size_t i = find_leaving(s, &is_low);
    if (i == s->m) return JH_SIMPLEX_BEST;
    size_t j = find_entering(s, i, is_low);
    if (j == s->n) {
      s->lost = i;
      s->lost_low = is_low;
      return JH_SIMPLEX_NONE;
    }
    pivot(s, i, j, is_low);
  }
  return JH_SIMPLEX_STUCK;
}

void jh_simplex_values(const jh_simplex *s, double *values) {
  for (size_t j = 0; j < s->n; j++) values[s->rest[j]] = end_of(s, j);
  for (size_t i = 0; i < s->m; i++) values[s->basic[i]] = s->value[i];
}
