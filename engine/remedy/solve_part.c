/* solve_part.c - wishes as rows, columns and choices; see solve_part.h.
 *
 * A wish is added under a condition: always, or where a choice is 1 (or 0). At least n of the members:
 * each open member gets a choice y, their sum is at least n less those that hold anyway, the member stands
 * where y = 1 and its floor where y = 0. Mostly a floor is the member's own sum with a lower bound; then it
 * stands always, and y lifts the member by exactly the difference.
 */
#include "remedy/solve_part.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_rats.h"

/* Where something stands: always (choice JH_NONE), or where the choice has the value. */
typedef struct when {
  uint32_t choice;
  bool value;
} when;

static const when always = {JH_NONE, true};

void jh_part_open(jh_part *part, const jh_remedy_problem *problem, uint32_t *column_of) {
  *part = (jh_part){.problem = problem};
  part->column_of = column_of;
}

static void close_row(jh_part_row *row) {
  for (size_t i = 0; i < row->count; i++) jh_rat_done(&row->entries[i].exact);
  jh_rat_done(&row->exact);
  jh_alloc_free(row->entries);
}

void jh_part_close(jh_part *part) {
  for (size_t i = 0; i < part->row_count; i++) close_row(&part->rows[i]);
  for (size_t i = 0; i < part->column_count; i++) {
    jh_part_column *column = &part->columns[i];
    if (column->variable != JH_NONE) part->column_of[column->variable] = JH_NONE;
    jh_rat_done(&column->exact_cost);
    jh_rat_done(&column->exact_up);
  }
  jh_alloc_free(part->rows);
  jh_alloc_free(part->columns);
  *part = (jh_part){.problem = part->problem, .column_of = part->column_of};
}

static jh_part_column *new_column(jh_part *part) {
  if (jh_alloc_grow(
          (void **)&part->columns, &part->column_room, part->column_count + 1,
          sizeof *part->columns)) {
    part->has_failed = true;
    return NULL;
  }
  jh_part_column *column = &part->columns[part->column_count++];
  *column = (jh_part_column){.variable = JH_NONE, .is_whole = true, .has_up = true, .up = 1};
  jh_rat_init(&column->exact_cost);
  jh_rat_init(&column->exact_up);
  jh_rat_set_int(&column->exact_up, 1);
  return column;
}

uint32_t jh_part_column_for(jh_part *part, uint32_t variable) {
  if (part->column_of[variable] != JH_NONE) return part->column_of[variable];
  jh_part_column *column = new_column(part);
  if (!column) return JH_NONE;
  const jh_remedy_variable *from = &part->problem->variables[variable];
  column->variable = variable;
  column->is_whole = from->is_whole;
  column->has_up = from->has_most;
  column->up = HUGE_VAL;
  jh_rat_set(&column->exact_cost, &from->cost);
  column->cost = jh_rat_double(&from->cost);
  if (from->has_most) {
    jh_rat_set(&column->exact_up, &from->most);
    if (from->is_whole) jh_rat_floor(&column->exact_up, &from->most);
    column->up = jh_rat_double(&column->exact_up);
  }
  return part->column_of[variable] = (uint32_t)(part->column_count - 1);
}

bool jh_part_is_barred(const jh_remedy_problem *problem, uint32_t variable) {
  const jh_remedy_variable *at = &problem->variables[variable];
  return at->has_most && jh_rat_sign(&at->most) == 0;
}

static jh_part_row *new_row(jh_part *part) {
  if (jh_alloc_grow(
          (void **)&part->rows, &part->row_room, part->row_count + 1, sizeof *part->rows)) {
    part->has_failed = true;
    return NULL;
  }
  jh_part_row *row = &part->rows[part->row_count++];
  *row = (jh_part_row){.lever = JH_NONE};
  jh_rat_init(&row->exact);
  return row;
}

static void add_entry(jh_part *part, jh_part_row *row, uint32_t column, const jh_rat *factor) {
  if (column == JH_NONE) return;
  for (size_t i = 0; i < row->count; i++) {
    if (row->entries[i].column != column) continue;
    jh_rat_add(&row->entries[i].exact, &row->entries[i].exact, factor);
    row->entries[i].factor = jh_rat_double(&row->entries[i].exact);
    return;
  }
  if (jh_alloc_grow((void **)&row->entries, &row->room, row->count + 1, sizeof *row->entries)) {
    part->has_failed = true;
    return;
  }
  jh_part_entry *entry = &row->entries[row->count++];
  *entry = (jh_part_entry){.column = column, .factor = jh_rat_double(factor)};
  jh_rat_init(&entry->exact);
  jh_rat_set(&entry->exact, factor);
}

static void add_constant(jh_part_row *row, const jh_rat *value) {
  jh_rat_add(&row->exact, &row->exact, value);
  row->constant = jh_rat_double(&row->exact);
}

/* The least (or greatest) value that the sum can have; false if there is none. */
static bool reach(
    jh_rat *out, const jh_remedy_problem *problem, const jh_remedy_sum *sum, bool greatest) {
  jh_rat part;
  jh_rat_init(&part);
  jh_rat_set(out, &sum->constant);
  bool is_finite = true;
  for (size_t i = 0; i < sum->count; i++) {
    const jh_remedy_variable *variable = &problem->variables[sum->terms[i].variable];
    int sign = jh_rat_sign(&sum->terms[i].factor);
    if (sign == 0 || (sign > 0) != greatest) continue;
    if (!variable->has_most) {
      is_finite = false;
      break;
    }
    jh_rats_add_product(out, &sum->terms[i].factor, &variable->most, &part);
  }
  jh_rat_done(&part);
  return is_finite;
}

static int line_truth(const jh_remedy_problem *problem, const jh_remedy_wish *wish) {
  jh_rat end;
  jh_rat_init(&end);
  int truth = -1, least_sign = wish->is_strict ? 1 : 0;
  if (reach(&end, problem, &wish->sum, false) && jh_rat_sign(&end) >= least_sign) {
    truth = 1;
  } else if (reach(&end, problem, &wish->sum, true) && jh_rat_sign(&end) < least_sign) {
    truth = 0;
  }
  jh_rat_done(&end);
  return truth;
}

static int members_truth(const jh_remedy_problem *problem, const jh_remedy_wish *wish) {
  size_t held = 0, lost = 0, count = wish->member_count;
  bool waits = false;
  for (size_t i = 0; i < count; i++) {
    int truth = jh_part_truth(problem, &wish->members[i]);
    if (truth == 1) held++;
    if (truth == 0) lost++;
    if (truth == 1 || wish->kind == JH_REMEDY_ALL || !wish->floors) continue;
    int floor = jh_part_truth(problem, &wish->floors[i]);
    if (truth == 0 && floor == 0) return 0;
    if (floor != 1) waits = true;
  }
  size_t n = wish->kind == JH_REMEDY_ALL ? count : wish->n;
  if (count - lost < n) return 0;
  return held >= n && !waits ? 1 : -1;
}

int jh_part_truth(const jh_remedy_problem *problem, const jh_remedy_wish *wish) {
  switch (wish->kind) {
  case JH_REMEDY_LINE: return line_truth(problem, wish);
  case JH_REMEDY_ALL:
  case JH_REMEDY_CHOOSE: return members_truth(problem, wish);
  case JH_REMEDY_NEVER: return 0;
  case JH_REMEDY_SPREAD: break;
  }
  return -1;
}

/* The row stands only where `w` says: by a factor of the choice that lifts it by `lift`, or by a lever. */
static void put_under(jh_part *part, jh_part_row *row, when w, const jh_rat *lift) {
  if (w.choice == JH_NONE) return;
  if (!lift) {
    row->lever = w.choice;
    row->lever_value = w.value;
    return;
  }
  jh_rat factor;
  jh_rat_init(&factor);
  if (w.value) { /* row + lift * (1 - y) >= 0 */
    jh_rat_sub(&factor, &factor, lift);
    add_constant(row, lift);
  } else {
    jh_rat_set(&factor, lift);
  }
  add_entry(part, row, w.choice, &factor);
  jh_rat_done(&factor);
}

/* *out: the constant with which the line is one of >= 0. What moves in steps reaches only certain values:
 * the constant is lowered to the next of them, which makes the divided problem tighter. A strict line on
 * divisible amounts is asked for a hair more. */
static void find_constant(jh_part *part, jh_rat *out, const jh_remedy_sum *sum, bool is_strict) {
  jh_rat step;
  jh_rat_init(&step);
  bool in_steps = true;
  for (size_t i = 0; i < sum->count; i++) {
    const jh_rat *factor = &sum->terms[i].factor;
    if (jh_rat_sign(factor) == 0) continue;
    in_steps = in_steps && part->problem->variables[sum->terms[i].variable].is_whole;
    jh_rats_common(&step, factor);
  }
  jh_rat_set(out, &sum->constant);
  if (jh_rat_sign(&step) == 0) {
    jh_rat_done(&step);
    return;
  }
  if (in_steps) {
    jh_rat_div(out, out, &step);
    if (is_strict) { /* the step below */
      jh_rat one;
      jh_rat_init(&one);
      jh_rat_set_int(&one, 1);
      jh_rat_ceil(out, out);
      jh_rat_sub(out, out, &one);
      jh_rat_done(&one);
    }
    jh_rat_floor(out, out);
    jh_rat_mul(out, out, &step);
  } else if (is_strict) {
    part->is_open = true;
    jh_rat hair;
    jh_rat_init(&hair);
    if (!part->without_hair) jh_rat_set_scaled(&hair, 1, 6);
    jh_rat_mul(&hair, &hair, &step);
    jh_rat_sub(out, out, &hair);
    jh_rat_done(&hair);
  }
  jh_rat_done(&step);
}

/* `floor`: a line on the same sum that stands wherever this one may be lifted; NULL: none. */
static void add_line(
    jh_part *part, const jh_remedy_wish *wish, when w, const jh_remedy_sum *floor) {
  jh_part_row *row = new_row(part);
  if (!row) return;
  for (size_t i = 0; i < wish->sum.count; i++) {
    const jh_remedy_term *term = &wish->sum.terms[i];
    if (jh_rat_sign(&term->factor) != 0 && !jh_part_is_barred(part->problem, term->variable))
      add_entry(part, row, jh_part_column_for(part, term->variable), &term->factor);
  }
  jh_rat constant, lift;
  jh_rat_init(&constant);
  jh_rat_init(&lift);
  find_constant(part, &constant, &wish->sum, wish->is_strict);
  add_constant(row, &constant);
  bool has_lift = true;
  if (floor) { /* this sum = floor's sum - difference >= -difference */
    find_constant(part, &lift, floor, false);
  } else { /* the least of the factors alone is least - constant of the wish */
    has_lift = reach(&lift, part->problem, &wish->sum, false);
    jh_rat_sub(&lift, &wish->sum.constant, &lift);
  }
  jh_rat_sub(&lift, &lift, &constant);
  if (jh_rat_sign(&lift) < 0) jh_rat_set_int(&lift, 0);
  put_under(part, row, w, has_lift ? &lift : NULL);
  jh_rat_done(&constant);
  jh_rat_done(&lift);
}

/* Are the factors the same, and is the floor's constant at least as large? */
static bool is_floor_of(const jh_remedy_wish *floor, const jh_remedy_wish *member) {
  if (floor->kind != JH_REMEDY_LINE || member->kind != JH_REMEDY_LINE) return false;
  if (floor->is_strict || floor->sum.count != member->sum.count) return false;
  for (size_t i = 0; i < floor->sum.count; i++) {
    const jh_remedy_term *a = &floor->sum.terms[i], *b = &member->sum.terms[i];
    if (a->variable != b->variable || jh_rat_compare(&a->factor, &b->factor) != 0) return false;
  }
  return jh_rat_compare(&floor->sum.constant, &member->sum.constant) >= 0;
}

static void add_wish(jh_part *part, const jh_remedy_wish *wish, when w);

/* y: the new choice of a member; adds 1 to the row that counts. */
static uint32_t new_choice(jh_part *part, size_t counting) {
  uint32_t y = (uint32_t)part->column_count;
  if (!new_column(part)) return JH_NONE;
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  add_entry(part, &part->rows[counting], y, &one);
  jh_rat_done(&one);
  return y;
}

/* Where both w and y = 0: a choice f >= w - y, as its own column. */
static when both(jh_part *part, when w, uint32_t y) {
  if (w.choice == JH_NONE) return (when){y, false};
  uint32_t f = (uint32_t)part->column_count;
  if (!new_column(part)) return always;
  jh_part_row *row = new_row(part);
  if (!row) return always;
  jh_rat one, minus;
  jh_rat_init(&one);
  jh_rat_init(&minus);
  jh_rat_set_int(&one, 1);
  jh_rat_set_int(&minus, -1);
  add_entry(part, row, f, &one);
  add_entry(part, row, y, &one);
  if (w.value) {
    add_entry(part, row, w.choice, &minus);
  } else {
    add_entry(part, row, w.choice, &one);
    add_constant(row, &minus);
  }
  jh_rat_done(&one);
  jh_rat_done(&minus);
  return (when){f, true};
}

static void never_where(jh_part *part, when w) {
  if (w.choice == JH_NONE) {
    part->is_never = true;
    return;
  }
  jh_part_row *row = new_row(part);
  if (!row) return;
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, w.value ? -1 : 1);
  add_entry(part, row, w.choice, &one);
  jh_rat_set_int(&one, w.value ? 0 : -1);
  add_constant(row, &one);
  jh_rat_done(&one);
}

static void add_member(
    jh_part *part, const jh_remedy_wish *wish, size_t i, when w, size_t counting) {
  const jh_remedy_wish *member = &wish->members[i], *floor = wish->floors ? &wish->floors[i] : NULL;
  bool is_below = floor && is_floor_of(floor, member);
  uint32_t y = new_choice(part, counting);
  if (y == JH_NONE) return;
  if (is_below) {
    add_wish(part, floor, w);
    add_line(part, member, (when){y, true}, w.choice == JH_NONE ? &floor->sum : NULL);
    return;
  }
  add_wish(part, member, (when){y, true});
  if (floor && jh_part_truth(part->problem, floor) != 1) add_wish(part, floor, both(part, w, y));
}

/* `open` members are neither sure nor lost; at least n of them. */
static void add_open(jh_part *part, const jh_remedy_wish *wish, when w, size_t n) {
  size_t counting = part->row_count;
  if (!new_row(part)) return;
  for (size_t i = 0; i < wish->member_count; i++) {
    if (jh_part_truth(part->problem, &wish->members[i]) == -1)
      add_member(part, wish, i, w, counting);
  }
  jh_rat need;
  jh_rat_init(&need);
  jh_rat_set_int(&need, -(int64_t)n);
  if (w.choice == JH_NONE) {
    add_constant(&part->rows[counting], &need);
  } else if (w.value) {
    add_entry(part, &part->rows[counting], w.choice, &need);
  } else {
    add_constant(&part->rows[counting], &need);
    jh_rat_set_int(&need, (int64_t)n);
    add_entry(part, &part->rows[counting], w.choice, &need);
  }
  jh_rat_done(&need);
}

static void add_members(jh_part *part, const jh_remedy_wish *wish, when w) {
  size_t n = wish->kind == JH_REMEDY_ALL ? wish->member_count : wish->n, open = 0;
  for (size_t i = 0; i < wish->member_count; i++) {
    int truth = jh_part_truth(part->problem, &wish->members[i]);
    if (truth == -1) open++;
    if (truth == 1 && n > 0) n--;
    if (truth == 0 && wish->floors && wish->kind != JH_REMEDY_ALL)
      add_wish(part, &wish->floors[i], w);
  }
  if (open < n) {
    never_where(part, w);
  } else if (open == n) {
    for (size_t i = 0; i < wish->member_count; i++) {
      if (jh_part_truth(part->problem, &wish->members[i]) == -1)
        add_wish(part, &wish->members[i], w);
    }
  } else {
    add_open(part, wish, w, n);
  }
}

static void add_wish(jh_part *part, const jh_remedy_wish *wish, when w) {
  int truth = jh_part_truth(part->problem, wish);
  if (truth == 1) return;
  if (truth == 0) {
    never_where(part, w);
  } else if (wish->kind == JH_REMEDY_LINE) {
    add_line(part, wish, w, NULL);
  } else if (wish->kind != JH_REMEDY_SPREAD) {
    add_members(part, wish, w);
  }
}

void jh_part_add(jh_part *part, const jh_remedy_wish *wish) { add_wish(part, wish, always); }

void jh_part_add_sum(jh_part *part, const jh_remedy_sum *sum) {
  jh_remedy_wish line = {.kind = JH_REMEDY_LINE, .sum = *sum};
  add_line(part, &line, always, NULL);
}
