/* solve_exact.c - see solve_exact.h. */
#include "remedy/solve_exact.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_rats.h"

enum { most_square = 80 };

/* The tight rows R and the basic columns K; as many of one as of the other. */
typedef struct square {
  size_t size;
  uint32_t *rows, *columns;
  uint32_t *place; /* by column of the part: where it stands in columns; JH_NONE */
  jh_rat *a, *b;   /* size x size, size */
} square;

static void drop(square *q) {
  jh_rats_close(q->a, q->size * q->size);
  jh_rats_close(q->b, q->size);
  jh_alloc_free(q->rows);
}

/* False: too large, or memory is out. */
static bool gather(square *q, const jh_simplex *s) {
  *q = (square){0};
  q->rows = jh_alloc_get((s->m + s->n + s->n) * sizeof(uint32_t));
  if (!q->rows) return false;
  q->columns = q->rows + s->n;
  q->place = q->columns + s->m;
  memset(q->place, 0xff, s->n * sizeof(uint32_t));
  size_t rows = 0;
  for (size_t j = 0; j < s->n; j++) {
    if (s->rest[j] >= s->n) q->rows[rows++] = (uint32_t)(s->rest[j] - s->n);
  }
  for (size_t i = 0; i < s->m; i++) {
    if (s->basic[i] >= s->n) continue;
    q->place[s->basic[i]] = (uint32_t)q->size;
    q->columns[q->size++] = s->basic[i];
  }
  if (rows == q->size && q->size <= most_square) {
    q->a = jh_rats_open(q->size * q->size);
    q->b = jh_rats_open(q->size);
    if (q->a && q->b) return true;
  }
  drop(q);
  return false;
}

static void fill(square *q, const jh_part *part, bool is_turned) {
  for (size_t r = 0; r < q->size; r++) {
    const jh_part_row *row = &part->rows[q->rows[r]];
    for (size_t e = 0; e < row->count; e++) {
      uint32_t k = q->place[row->entries[e].column];
      if (k == JH_NONE) continue;
      jh_rat_set(&q->a[is_turned ? k * q->size + r : r * q->size + k], &row->entries[e].exact);
    }
  }
}

static void swap_rows(square *q, size_t i, size_t j) {
  for (size_t k = 0; i != j && k <= q->size; k++) {
    jh_rat *x = k < q->size ? &q->a[i * q->size + k] : &q->b[i];
    jh_rat *y = k < q->size ? &q->a[j * q->size + k] : &q->b[j];
    jh_rat held = *x;
    *x = *y;
    *y = held;
  }
}

/* a * x = b by elimination; afterwards b is x. False: singular. */
static bool eliminate(square *q) {
  size_t n = q->size;
  jh_rat factor, part;
  jh_rat_init(&factor);
  jh_rat_init(&part);
  bool is_regular = true;
  for (size_t c = 0; c < n && is_regular; c++) {
    size_t p = c;
    while (p < n && jh_rat_sign(&q->a[p * n + c]) == 0) p++;
    if (p == n) {
      is_regular = false;
      break;
    }
    swap_rows(q, c, p);
    for (size_t r = 0; r < n; r++) {
      if (r == c || jh_rat_sign(&q->a[r * n + c]) == 0) continue;
      jh_rat_div(&factor, &q->a[r * n + c], &q->a[c * n + c]);
      for (size_t k = c; k <= n; k++) {
        jh_rat *from = k < n ? &q->a[c * n + k] : &q->b[c],
               *to = k < n ? &q->a[r * n + k] : &q->b[r];
        if (jh_rat_sign(from) == 0) continue;
        jh_rat_mul(&part, &factor, from);
        jh_rat_sub(to, to, &part);
      }
    }
  }
  for (size_t c = 0; c < n && is_regular; c++) jh_rat_div(&q->b[c], &q->b[c], &q->a[c * n + c]);
  jh_rat_done(&factor);
  jh_rat_done(&part);
  return is_regular;
}

/* The limits of a column here. */
static void low_of(jh_rat *out, const jh_exact_node *node, size_t column) {
  jh_rats_double(out, node->simplex->low[column]);
}

static bool up_of(jh_rat *out, const jh_exact_node *node, size_t column) {
  const jh_part_column *c = &node->part->columns[column];
  double up = node->simplex->up[column];
  if (c->has_up && up == c->up) {
    jh_rat_set(out, &c->exact_up);
  } else if (isfinite(up)) {
    jh_rats_double(out, up);
  } else if (node->best && jh_rat_sign(&c->exact_cost) > 0) {
    jh_rat_div(out, node->best, &c->exact_cost); /* more costs more than the best known */
  } else {
    return false;
  }
  return true;
}

/* *out = constant + the least of sum(factors * columns) within limits. `factors` by column. */
static bool least_of(jh_rat *out, const jh_exact_node *node, const jh_rat *factors) {
  jh_rat end, part;
  jh_rat_init(&end);
  jh_rat_init(&part);
  bool is_finite = true;
  for (size_t j = 0; j < node->part->column_count && is_finite; j++) {
    int sign = jh_rat_sign(&factors[j]);
    if (sign == 0) continue;
    if (sign > 0) {
      low_of(&end, node, j);
    } else {
      is_finite = up_of(&end, node, j);
    }
    if (is_finite) jh_rats_add_product(out, &factors[j], &end, &part);
  }
  jh_rat_done(&end);
  jh_rat_done(&part);
  return is_finite;
}

/* factors -= y * row, *constant -= y * the row's constant */
static void take_row(const jh_part_row *row, const jh_rat *y, jh_rat *factors, jh_rat *constant) {
  jh_rat part;
  jh_rat_init(&part);
  for (size_t e = 0; e < row->count; e++) {
    jh_rat_mul(&part, y, &row->entries[e].exact);
    jh_rat_sub(&factors[row->entries[e].column], &factors[row->entries[e].column], &part);
  }
  jh_rat_mul(&part, y, &row->exact);
  jh_rat_sub(constant, constant, &part);
  jh_rat_done(&part);
}

static bool stands(const jh_exact_node *node, size_t row) {
  return node->simplex->low[node->simplex->n + row] == 0;
}

/* Multipliers by row of the part, from the doubles: what stands at places beyond the columns. */
static void rough(jh_rat *y, const jh_exact_node *node, const double *by_place, double sign) {
  const jh_simplex *s = node->simplex;
  for (size_t j = 0; j < s->n; j++) {
    if (s->rest[j] < s->n) continue;
    size_t row = s->rest[j] - s->n;
    double value = sign * by_place[j] / s->scale[row];
    if (value > 0 && isfinite(value)) jh_rats_double(&y[row], value);
  }
}

/* Multipliers of the tight rows for which y * rows = b at the basic columns; set by `aim`. */
static bool sharp_multipliers(
    jh_rat *y, const jh_exact_node *node, void (*aim)(square *, const jh_exact_node *)) {
  square q;
  if (!gather(&q, node->simplex)) return false;
  fill(&q, node->part, true);
  aim(&q, node);
  bool is_regular = eliminate(&q);
  for (size_t r = 0; is_regular && r < q.size; r++) {
    if (jh_rat_sign(&q.b[r]) > 0) jh_rat_set(&y[q.rows[r]], &q.b[r]);
  }
  drop(&q);
  return is_regular;
}

static void aim_at_costs(square *q, const jh_exact_node *node) {
  for (size_t k = 0; k < q->size; k++)
    jh_rat_set(&q->b[k], &node->part->columns[q->columns[k]].exact_cost);
}

bool jh_exact_bound(jh_rat *out, const jh_exact_node *node, bool sharp) {
  const jh_part *part = node->part;
  jh_rat *y = jh_rats_open(part->row_count), *factors = jh_rats_open(part->column_count);
  bool is_proven = false;
  if (y && factors && (!sharp || sharp_multipliers(y, node, aim_at_costs))) {
    if (!sharp) rough(y, node, node->simplex->price, 1);
    jh_rat bound;
    jh_rat_init(&bound);
    for (size_t j = 0; j < part->column_count; j++)
      jh_rat_set(&factors[j], &part->columns[j].exact_cost);
    for (size_t r = 0; r < part->row_count; r++) {
      if (jh_rat_sign(&y[r]) > 0 && stands(node, r))
        take_row(&part->rows[r], &y[r], factors, &bound);
    }
    is_proven = least_of(&bound, node, factors);
    if (is_proven) jh_rat_set(out, &bound);
    jh_rat_done(&bound);
  }
  jh_rats_close(y, part->row_count);
  jh_rats_close(factors, part->column_count);
  return is_proven;
}

/* The rows are to cancel at the basic columns: against the lost row, or but for the lost column. */
static void aim_at_lost(square *q, const jh_exact_node *node) {
  const jh_simplex *s = node->simplex;
  uint32_t lost = s->basic[s->lost];
  if (lost < s->n) {
    jh_rat_set_int(&q->b[q->place[lost]], s->lost_low ? -1 : 1);
    return;
  }
  jh_rat zero;
  jh_rat_init(&zero);
  const jh_part_row *row = &node->part->rows[lost - s->n];
  for (size_t e = 0; e < row->count; e++) {
    uint32_t k = q->place[row->entries[e].column];
    if (k != JH_NONE) jh_rat_sub(&q->b[k], &zero, &row->entries[e].exact);
  }
  jh_rat_done(&zero);
}

/* Sum(y * rows) cannot reach 0 within limits. */
static bool is_short(const jh_exact_node *node, jh_rat *y, jh_rat *factors) {
  const jh_part *part = node->part;
  const jh_simplex *s = node->simplex;
  uint32_t lost = s->basic[s->lost];
  if (lost >= s->n) jh_rat_set_int(&y[lost - s->n], 1);
  jh_rat least; /* of -sum(y * rows) */
  jh_rat_init(&least);
  for (size_t r = 0; r < part->row_count; r++) {
    if (jh_rat_sign(&y[r]) > 0 && stands(node, r)) take_row(&part->rows[r], &y[r], factors, &least);
  }
  bool is_proven = least_of(&least, node, factors) && jh_rat_sign(&least) > 0;
  jh_rat_done(&least);
  return is_proven;
}

bool jh_exact_is_empty(const jh_exact_node *node) {
  const jh_part *part = node->part;
  const jh_simplex *s = node->simplex;
  bool is_proven = false;
  for (int sharp = 0; sharp < 2 && !is_proven; sharp++) {
    jh_rat *y = jh_rats_open(part->row_count), *factors = jh_rats_open(part->column_count);
    if (y && factors && (!sharp || sharp_multipliers(y, node, aim_at_lost))) {
      if (!sharp) rough(y, node, s->table + s->lost * s->n, s->lost_low ? -1 : 1);
      if (!sharp && s->basic[s->lost] >= s->n) { /* the lost row has factor 1 in its own scale */
        double scale = s->scale[s->basic[s->lost] - s->n];
        jh_rat by;
        jh_rat_init(&by);
        jh_rats_double(&by, scale);
        for (size_t r = 0; r < part->row_count; r++) jh_rat_mul(&y[r], &y[r], &by);
        jh_rat_done(&by);
      }
      is_proven = is_short(node, y, factors);
    }
    jh_rats_close(y, part->row_count);
    jh_rats_close(factors, part->column_count);
  }
  return is_proven;
}

/* b = -(constant + what the columns that are not basic give) of the tight rows. */
static void aim_at_rows(square *q, const jh_exact_node *node, const jh_rat *values) {
  jh_rat part;
  jh_rat_init(&part);
  for (size_t r = 0; r < q->size; r++) {
    const jh_part_row *row = &node->part->rows[q->rows[r]];
    jh_rat_sub(&q->b[r], &q->b[r], &row->exact);
    for (size_t e = 0; e < row->count; e++) {
      if (q->place[row->entries[e].column] != JH_NONE) continue;
      jh_rat_mul(&part, &row->entries[e].exact, &values[row->entries[e].column]);
      jh_rat_sub(&q->b[r], &q->b[r], &part);
    }
  }
  jh_rat_done(&part);
}

static bool is_within(const jh_rat *values, const jh_exact_node *node) {
  jh_rat end, part;
  jh_rat_init(&end);
  jh_rat_init(&part);
  bool fits = true;
  for (size_t j = 0; j < node->part->column_count && fits; j++) {
    const jh_part_column *column = &node->part->columns[j];
    low_of(&end, node, j);
    fits = jh_rat_compare(&values[j], &end) >= 0;
    if (fits && isfinite(node->simplex->up[j]) && up_of(&end, node, j))
      fits = jh_rat_compare(&values[j], &end) <= 0;
    if (fits && column->is_whole) fits = jh_rats_is_whole(&values[j]);
  }
  for (size_t r = 0; r < node->part->row_count && fits; r++) {
    const jh_part_row *row = &node->part->rows[r];
    if (!stands(node, r)) continue;
    jh_rat_set(&end, &row->exact);
    for (size_t e = 0; e < row->count; e++)
      jh_rats_add_product(&end, &row->entries[e].exact, &values[row->entries[e].column], &part);
    fits = jh_rat_sign(&end) >= 0;
  }
  jh_rat_done(&end);
  jh_rat_done(&part);
  return fits;
}

bool jh_exact_point(jh_rat *values, const jh_exact_node *node) {
  const jh_simplex *s = node->simplex;
  square q;
  if (!gather(&q, s)) return false;
  for (size_t j = 0; j < s->n; j++) {
    if (s->rest[j] >= s->n) continue;
    if (!s->at_up[j] || !up_of(&values[s->rest[j]], node, s->rest[j]))
      low_of(&values[s->rest[j]], node, s->rest[j]);
  }
  fill(&q, node->part, false);
  aim_at_rows(&q, node, values);
  bool is_regular = eliminate(&q);
  for (size_t k = 0; is_regular && k < q.size; k++) jh_rat_set(&values[q.columns[k]], &q.b[k]);
  drop(&q);
  return is_regular && is_within(values, node);
}
