#include "study/edge_search.h"

#include <string.h>

/* How far numbers are looked for, in steps of their last digit. */
#define FAR_AWAY INT64_C(1000000000000000)

/* What arguments are for the measure, given what their node is. */
static uint8_t handed_on(const jh_node *node, uint32_t k, uint8_t parts) {
  const uint8_t filter = 1U << JH_PART_FILTER, divisor = 1U << JH_PART_DIVISOR;
  bool is_walk = node->op == JH_OP_SUM || node->op == JH_OP_LEAST || node->op == JH_OP_GREATEST;
  if (parts == filter || node->op == JH_OP_COUNT || (node->op == JH_OP_IF && k == 0)) return filter;
  if (is_walk && k == 1) return filter;
  if (node->op == JH_OP_DIV && k == 1)
    return (uint8_t)((parts & ~(1U << JH_PART_MEASURE)) | divisor);
  if (node->op == JH_OP_SPREAD && k == 1) return divisor;
  if (node->op == JH_OP_SPREAD && k == 2) return filter;
  if (node->op == JH_OP_SPREAD && k == 3) return 1U << JH_PART_BOUND;
  return parts;
}

jh_code jh_edge_search_open(jh_edge_search *s) {
  const jh_plan *plan = s->set->plan;
  const jh_rule *rule = &plan->rules[s->edge->rule];
  s->parts = jh_arena_get(s->arena, plan->node_count + 1);
  if (!s->parts) return jh_fail(s->err, JH_ENOMEM, NULL, NULL);
  if (rule->measure != JH_NONE) s->parts[rule->measure] |= 1U << JH_PART_MEASURE;
  if (rule->bound != JH_NONE) s->parts[rule->bound] |= 1U << JH_PART_BOUND;
  if (rule->applies != JH_NONE) s->parts[rule->applies] |= 1U << JH_PART_FILTER;
  if (rule->measure == JH_NONE && rule->holds != JH_NONE)
    s->parts[rule->holds] |= 1U << JH_PART_MEASURE;
  for (uint32_t n = (uint32_t)plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!s->parts[n]) continue;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) s->parts[arg] |= handed_on(node, k, s->parts[n]);
    }
  }
  return JH_OK;
}

jh_case *jh_edge_search_copy(jh_edge_search *s, const jh_case *test) {
  jh_case *copy = jh_arena_get(s->arena, sizeof *copy);
  jh_case_row *rows = jh_arena_get(s->arena, test->row_count * sizeof *rows);
  if (copy && rows) {
    *copy = *test;
    copy->rows = rows;
    memcpy(rows, test->rows, test->row_count * sizeof *rows);
  }
  for (size_t i = 0; copy && rows && i < test->row_count; i++) {
    const jh_case_row *row = &test->rows[i];
    rows[i].values = jh_arena_get(s->arena, (row->value_count + 1) * sizeof *row->values);
    if (!rows[i].values) rows = NULL;
    if (rows && row->value_count)
      memcpy(rows[i].values, row->values, row->value_count * sizeof *row->values);
  }
  if (copy && rows) return copy;
  s->code = jh_fail(s->err, JH_ENOMEM, NULL, NULL);
  return NULL;
}

static bool is_node_of(
    const jh_plan *plan, const jh_node *node, const jh_case_row *row, const jh_case_value *value) {
  if (node->index != value->index) return false;
  if (value->is_quantity) return node->op == JH_OP_QUANTITY;
  return node->op == JH_OP_COLUMN && node->table == plan->levels[row->level].table;
}

jh_part jh_edge_search_part(
    const jh_edge_search *s, const jh_case_row *row, const jh_case_value *value) {
  const jh_plan *plan = s->set->plan;
  uint8_t parts = 0;
  for (size_t n = 0; n < plan->node_count; n++) {
    if (s->parts[n] && is_node_of(plan, &plan->nodes[n], row, value)) parts |= s->parts[n];
  }
  if (parts & (1U << JH_PART_DIVISOR)) return JH_PART_DIVISOR;
  if (parts & (1U << JH_PART_MEASURE)) return JH_PART_MEASURE;
  if (parts & (1U << JH_PART_BOUND)) return JH_PART_BOUND;
  return parts ? JH_PART_FILTER : JH_PART_NONE;
}

bool jh_edge_search_trial(jh_edge_search *s, const jh_case *test, jh_trial *trial) {
  jh_error err;
  if (s->code) return false;
  jh_code code = jh_trial_open(trial, s->set, test, &err);
  if (code == JH_ENOMEM) s->code = jh_fail(s->err, JH_ENOMEM, NULL, NULL);
  return code == JH_OK;
}

jh_stand jh_edge_search_stand(jh_edge_search *s, const jh_case *test) {
  jh_trial trial;
  if (!jh_edge_search_trial(s, test, &trial)) return JH_STANDS_UNKNOWN;
  jh_stand stand = jh_edge_stand(s->edge, &trial);
  jh_trial_close(&trial);
  return stand;
}

bool jh_edge_search_is_shown(jh_edge_search *s, const jh_case *test) {
  jh_trial trial;
  if (!jh_edge_search_trial(s, test, &trial)) return false;
  bool is_shown = jh_edge_is_shown(s->edge, &trial);
  jh_trial_close(&trial);
  return is_shown;
}

/* The decimals of an input and the numbers it may have, in its last digit. */
typedef struct span {
  int32_t scale;
  int64_t low, high;
} span;

static const jh_column_def *column_of(
    const jh_plan *plan, const jh_case_row *row, const jh_case_value *value) {
  return value->is_quantity ? NULL
                            : &plan->tables[plan->levels[row->level].table].columns[value->index];
}

/* The decimals of a quantity: as many as show its grid, 2 where there is none. */
static int32_t quantity_scale(const jh_edge_search *s, uint32_t index) {
  const jh_reach *reach = &s->reaches[s->set->plan->quantities[index].use];
  if (!reach->has_grid) return 2;
  jh_rat digit;
  jh_rat_init(&digit);
  int32_t scale = 0;
  for (; scale < 4; scale++) {
    jh_rat_set_scaled(&digit, 1, scale);
    if (jh_rat_compare(&reach->grid, &digit) >= 0) break;
  }
  jh_rat_done(&digit);
  return scale;
}

static span span_of(const jh_edge_search *s, const jh_case_row *row, const jh_case_value *value) {
  const jh_column_def *column = column_of(s->set->plan, row, value);
  span out = {.low = 0, .high = FAR_AWAY};
  if (!column) {
    out.scale = quantity_scale(s, value->index);
    return out;
  }
  out.scale = column->scale;
  if (column->has_min && !jh_dec_rescale(&out.low, column->min, out.scale)) out.low = 0;
  if (column->has_max && !jh_dec_rescale(&out.high, column->max, out.scale)) out.high = FAR_AWAY;
  return out;
}

/* One number being moved. */
typedef struct mover {
  jh_edge_search *s;
  jh_case *test;
  jh_case_value *value;
  span span;
} mover;

static jh_stand probe(mover *m, int64_t at) {
  m->value->number = (jh_dec){at, m->span.scale};
  return jh_edge_search_stand(m->s, m->test);
}

/* The first number from `from` on, in a direction, that stands otherwise than `stand`: first in
 * growing strides, then by halves. False if there is none. */
static bool find_change(mover *m, int64_t from, int direction, jh_stand *stand, int64_t *out) {
  int64_t last = from, end = direction > 0 ? m->span.high : m->span.low, next = from;
  jh_stand found = *stand;
  for (int64_t stride = 1; found == *stand && last != end && stride < FAR_AWAY; stride *= 2) {
    last = next;
    int64_t room = direction > 0 ? end - last : last - end;
    next = last + direction * (stride < room ? stride : room);
    if (next == last) return false;
    found = probe(m, next);
  }
  if (found == *stand || found == JH_STANDS_UNKNOWN) return false;
  while (next - last > 1 || last - next > 1) {
    int64_t middle = last + (next - last) / 2;
    jh_stand at = probe(m, middle);
    if (at == JH_STANDS_UNKNOWN) return false;
    if (at == *stand) {
      last = middle;
    } else {
      next = middle;
      found = at;
    }
  }
  *stand = found;
  *out = next;
  return true;
}

/* Looks in one direction, over as many changes as a figure has that falls and rises again; leaves the
 * number where the edge is shown. */
static bool move(mover *m, int64_t from, int direction, jh_stand stand, jh_stand wanted) {
  bool is_there = stand == wanted;
  int64_t at = from;
  for (int changes = 0; changes < 4; changes++) {
    jh_stand next = stand;
    if (!find_change(m, at, direction, &next, &at)) return false;
    if (is_there) at -= direction; /* the last that still stands there */
    if (is_there || next == wanted) return probe(m, at) == wanted;
    stand = next;
  }
  return false;
}

bool jh_edge_search_number(jh_edge_search *s, jh_case *test, uint32_t row, size_t value) {
  jh_case_value *v = &test->rows[row].values[value];
  jh_dec kept = v->number;
  jh_stand wanted = jh_edge_wanted(s->edge->side);
  mover m = {.s = s, .test = test, .value = v, .span = span_of(s, &test->rows[row], v)};
  int64_t from;
  if (!jh_dec_rescale(&from, kept, m.span.scale)) return false;
  jh_stand stand = probe(&m, from);
  bool is_found = stand != JH_STANDS_UNKNOWN && from >= m.span.low && from <= m.span.high;
  if (is_found && !(stand == wanted && wanted == JH_STANDS_AT))
    is_found = move(&m, from, -1, stand, wanted) || move(&m, from, 1, stand, wanted);
  if (!is_found) v->number = kept;
  return is_found;
}

typedef bool (*good)(jh_edge_search *, const jh_case *);

static bool try_number(jh_edge_search *s, jh_case *test, jh_case_value *value, good is_good) {
  static const int64_t simple[] = {0, 1, 10, 100, 1000, 10000};
  for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
    value->number = (jh_dec){simple[i], 0};
    if (is_good(s, test)) return true;
  }
  return false;
}

/* One value through all that it could be. */
static bool try_value(
    jh_edge_search *s, jh_case *test, const jh_case_row *row, jh_case_value *value, good is_good) {
  const jh_plan *plan = s->set->plan;
  const jh_column_def *column = column_of(plan, row, value);
  jh_case_value kept = *value;
  uint32_t choices = 2;
  if (column && (column->type == JH_COLUMN_CODE || column->type == JH_COLUMN_TEXT)) return false;
  bool is_number = column ? column->type == JH_COLUMN_COUNT || column->type == JH_COLUMN_DECIMAL
                          : plan->nodes[plan->quantities[value->index].use].type == JH_TYPE_NUMBER;
  if (column && column->type == JH_COLUMN_CHOICE) choices = (uint32_t)column->choice_count;
  value->is_missing = false;
  if (is_number && try_number(s, test, value, is_good)) return true;
  for (uint32_t k = 0; !is_number && k < choices; k++) {
    value->mark = k;
    if (is_good(s, test)) return true;
  }
  *value = kept;
  return false;
}

static bool is_given(const jh_case_row *row, const jh_case_value *value) {
  for (size_t k = 0; k < row->value_count; k++) {
    if (row->values[k].is_quantity == value->is_quantity && row->values[k].index == value->index)
      return true;
  }
  return false;
}

/* Cells that the rule reads and the case does not give, in the judged row and those above it. */
static bool try_others(jh_edge_search *s, jh_case *test, good is_good) {
  const jh_plan *plan = s->set->plan;
  for (uint32_t r = test->subject; r != JH_NONE; r = test->rows[r].parent) {
    jh_case_row *row = &test->rows[r];
    uint32_t table = plan->levels[row->level].table;
    for (uint32_t c = 0; table != JH_NONE && c < plan->tables[table].column_count; c++) {
      jh_case_value *value = &row->values[row->value_count];
      *value = (jh_case_value){.index = c};
      if (is_given(row, value) || jh_edge_search_part(s, row, value) == JH_PART_NONE) continue;
      row->value_count++;
      if (try_value(s, test, row, value, is_good)) return true;
      row->value_count--;
    }
  }
  return false;
}

bool jh_edge_search_vary(jh_edge_search *s, jh_case *test, good is_good) {
  for (size_t r = 0; r < test->row_count; r++) {
    jh_case_row *row = &test->rows[r];
    for (size_t k = 0; k < row->value_count; k++) {
      if (jh_edge_search_part(s, row, &row->values[k]) == JH_PART_NONE) continue;
      if (try_value(s, test, row, &row->values[k], is_good)) return true;
    }
  }
  return try_others(s, test, is_good);
}
