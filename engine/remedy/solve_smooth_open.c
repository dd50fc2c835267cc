/* solve_smooth_open.c - the divided problem is laid out, and begun; see solve_smooth_parts.h. */
#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_smooth_parts.h"

static double *take(double **from, size_t count) {
  double *at = *from;
  *from += count;
  return at;
}

static bool add_use(
    jh_smooth_work *s, uint32_t column, size_t index, uint32_t unit, double factor) {
  if (jh_alloc_grow((void **)&s->uses, &s->use_room, s->use_count + 1, sizeof *s->uses))
    return false;
  s->uses[s->use_count++] = (jh_state_use){column, (uint32_t)index, unit, factor};
  return true;
}

/* One part of all conditions; rows that only stand where a choice is made are left out. */
static bool make_part(jh_smooth_work *s, uint32_t *column_of) {
  const jh_state *state = s->state;
  jh_part_open(&s->part, state->problem, column_of);
  for (size_t i = 0; i < state->condition_count; i++) {
    const jh_remedy_wish *wish = state->nodes[state->conditions[i]].wish;
    if (wish->kind != JH_REMEDY_SPREAD) jh_part_add(&s->part, wish);
  }
  for (size_t r = 0; r < s->part.row_count; r++) {
    const jh_part_row *from = &s->part.rows[r];
    for (size_t e = 0; e < from->count && from->lever == JH_NONE; e++) {
      if (!add_use(s, from->entries[e].column, r, JH_NONE, from->entries[e].factor)) return false;
    }
  }
  for (size_t i = 0; i < state->use_count; i++) {
    const jh_state_use *use = &state->uses[i];
    if (use->unit == JH_NONE || jh_part_is_barred(state->problem, use->variable)) continue;
    uint32_t column = jh_part_column_for(&s->part, use->variable);
    if (column == JH_NONE || !add_use(s, column, use->index, use->unit, use->factor)) return false;
  }
  return !s->part.has_failed;
}

/* What it costs to borrow: more than any way of buying it; where only choices stand, what they lift. */
static void price_rows(jh_smooth_work *s) {
  double *most_of = s->product; /* by choice: the dearest that it lifts */
  memset(most_of, 0, s->n * sizeof(double));
  for (int with_choices = 0; with_choices < 2; with_choices++) {
    for (size_t r = 0; r < s->row_count; r++) {
      const jh_part_row *from = &s->part.rows[r];
      jh_smooth_row *at = &s->rows[r];
      at->constant = from->constant;
      for (size_t e = 0; e < from->count; e++) {
        double factor = fabs(from->entries[e].factor);
        bool is_choice = s->part.columns[from->entries[e].column].variable == JH_NONE;
        double price =
            is_choice ? most_of[from->entries[e].column] : s->cost[from->entries[e].column];
        if (is_choice != with_choices || factor == 0) continue;
        if (20 * price / factor > at->dear && (!is_choice || at->dear == 0))
          at->dear = 20 * price / factor;
      }
      for (size_t e = 0; e < from->count && !with_choices; e++) {
        double lifted = at->dear / 20 * fabs(from->entries[e].factor);
        if (lifted > most_of[from->entries[e].column]) most_of[from->entries[e].column] = lifted;
      }
    }
  }
}

static bool open_arrays(jh_smooth_work *s) {
  const jh_state *state = s->state;
  size_t n = s->n = s->part.column_count, m = s->row_count = s->part.row_count,
         k = s->spread_count = state->spread_count, units = 0;
  for (size_t i = 0; i < k; i++) units += state->spreads[i].wish->unit_count;
  s->block = jh_alloc_get((10 * (n + k) + 2 * m + 5 * k + 2 * units + 1) * sizeof(double));
  s->rows = jh_alloc_get((m + 1) * sizeof *s->rows);
  s->sums = jh_alloc_get((2 * k + 1) * sizeof *s->sums);
  if (!s->block || !s->rows || !s->sums) return false;
  double *at = s->block;
  double **wide[] = {&s->x,    &s->cost,      &s->most,    &s->scale,   &s->gradient,
                     &s->step, &s->direction, &s->residue, &s->product, &s->inverse};
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) *wide[i] = take(&at, n + k);
  double **flat[] = {&s->spread_e, &s->spread_dear, &s->first, &s->second, &s->gap};
  for (size_t i = 0; i < sizeof flat / sizeof *flat; i++) *flat[i] = take(&at, k);
  s->line_at = take(&at, m);
  s->line_by = take(&at, m);
  s->slopes = s->sums + k;
  for (size_t i = 0; i < k; i++) {
    s->sums[i] = take(&at, state->spreads[i].wish->unit_count);
    s->slopes[i] = take(&at, state->spreads[i].wish->unit_count);
  }
  return true;
}

/* Lines and sums of units at x. */
void jh_solve_smooth_place(jh_smooth_work *s) {
  const jh_state *state = s->state;
  for (size_t r = 0; r < s->row_count; r++) s->line_at[r] = s->rows[r].constant;
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_remedy_wish *wish = state->spreads[k].wish;
    for (size_t u = 0; u < wish->unit_count; u++)
      s->sums[k][u] = jh_rat_double(&wish->sums[u].constant);
  }
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    double by = use->factor * s->x[use->variable];
    if (use->unit != JH_NONE) {
      s->sums[use->index][use->unit] += by;
    } else {
      s->line_at[use->index] += by;
    }
  }
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_state_spread *spread = &state->spreads[k];
    s->first[k] = s->spread_e[k];
    s->second[k] = 0;
    for (size_t u = 0; u < spread->wish->unit_count; u++) {
      s->first[k] += s->sums[k][u];
      s->second[k] += s->sums[k][u] * s->sums[k][u] / spread->weights[u];
    }
    s->gap[k] = sqrt(spread->square) * s->first[k] - sqrt(spread->weight * s->second[k]);
  }
}

/* x > 0 in the middle, and as much borrowed as is needed. */
static void begin(jh_smooth_work *s) {
  double sum = 0;
  for (size_t j = 0; j < s->n; j++) {
    const jh_part_column *at = &s->part.columns[j];
    double bought = at->variable == JH_NONE ? 0 : s->state->x[at->variable];
    s->cost[j] = at->cost;
    s->most[j] = at->up;
    s->x[j] = bought + 0.5;
    if (s->x[j] >= at->up) s->x[j] = bought < at->up ? (bought + at->up) / 2 : at->up * 0.9;
    sum += s->cost[j] * s->x[j];
  }
  price_rows(s);
  jh_solve_smooth_place(s);
  for (size_t r = 0; r < s->row_count; r++) {
    double value = s->line_at[r];
    s->rows[r].e = value < 0 ? 1 - 2 * value : 1;
  }
  for (size_t k = 0; k < s->spread_count; k++) {
    const jh_state_spread *spread = &s->state->spreads[k];
    double need = sqrt(spread->weight * s->second[k] / spread->square) - s->first[k];
    s->spread_e[k] = (need > 0 ? 1.01 * need : 0) + 1e-3 * s->first[k];
  }
  for (size_t i = 0; i < s->use_count; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit == JH_NONE || use->factor == 0) continue;
    double price = 20 * s->cost[use->variable] / fabs(use->factor),
           *dear = &s->spread_dear[use->index];
    if (price > 0 && (*dear == 0 || price < *dear)) *dear = price;
  }
  double usual = 1 + sum / (double)(s->n + 1);
  for (size_t r = 0; r < s->row_count; r++) {
    if (s->rows[r].dear == 0) s->rows[r].dear = usual;
  }
  for (size_t k = 0; k < s->spread_count; k++) {
    if (s->spread_dear[k] == 0) s->spread_dear[k] = usual;
  }
  jh_solve_smooth_place(s);
  s->distance = 0.1 * (sum + 1) / (double)(s->n + 1);
}

bool jh_solve_smooth_open(jh_smooth_work *s, uint32_t *column_of) {
  if (!make_part(s, column_of) || !open_arrays(s)) return false;
  begin(s);
  return true;
}

void jh_solve_smooth_done(jh_smooth_work *s) {
  jh_part_close(&s->part);
  jh_alloc_free(s->uses);
  jh_alloc_free(s->block);
  jh_alloc_free(s->rows);
  jh_alloc_free(s->sums);
}
