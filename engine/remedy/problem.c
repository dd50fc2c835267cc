/* problem.c - conditions of a problem, held against amounts. */
#include "remedy/problem.h"

void jh_remedy_at(jh_rat *out, const jh_remedy_sum *sum, const jh_rat *amounts) {
  jh_rat part;
  jh_rat_init(&part);
  jh_rat_set(out, &sum->constant);
  for (size_t i = 0; i < sum->count; i++) {
    jh_rat_mul(&part, &sum->terms[i].factor, &amounts[sum->terms[i].variable]);
    jh_rat_add(out, out, &part);
  }
  jh_rat_done(&part);
}

static bool line_holds(const jh_remedy_wish *wish, const jh_rat *amounts) {
  jh_rat value;
  jh_rat_init(&value);
  jh_remedy_at(&value, &wish->sum, amounts);
  int sign = jh_rat_sign(&value);
  jh_rat_done(&value);
  return wish->is_strict ? sign > 0 : sign >= 0;
}

static bool enough_hold(const jh_remedy_wish *wish, const jh_rat *amounts) {
  size_t held = 0;
  for (size_t i = 0; i < wish->member_count; i++) {
    if (jh_remedy_holds(&wish->members[i], amounts)) {
      held++;
      continue;
    }
    bool may_fail = wish->kind == JH_REMEDY_CHOOSE;
    if (may_fail && wish->floors) may_fail = jh_remedy_holds(&wish->floors[i], amounts);
    if (!may_fail) return false;
  }
  return wish->kind == JH_REMEDY_ALL || held >= wish->n;
}

/* *left = (sum w) * sum(s^2 / w), *right = (1 + limit^2) * (sum s)^2 */
static void spread_sides(
    jh_rat *left, jh_rat *right, const jh_remedy_wish *wish, const jh_rat *amounts) {
  jh_rat weights, squares, one, sum, part;
  jh_rat *all[] = {&weights, &squares, &one, &sum, &part};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) jh_rat_init(all[i]);
  for (size_t i = 0; i < wish->unit_count; i++) {
    jh_remedy_at(&one, &wish->sums[i], amounts);
    jh_rat_add(&sum, &sum, &one);
    jh_rat_mul(&part, &one, &one);
    jh_rat_div(&part, &part, &wish->weights[i]);
    jh_rat_add(&squares, &squares, &part);
    jh_rat_add(&weights, &weights, &wish->weights[i]);
  }
  jh_rat_mul(left, &weights, &squares);
  jh_rat_mul(right, &wish->limit, &wish->limit);
  jh_rat_set_int(&one, 1);
  jh_rat_add(right, right, &one);
  jh_rat_mul(right, right, &sum);
  jh_rat_mul(right, right, &sum);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) jh_rat_done(all[i]);
}

static bool spread_holds(const jh_remedy_wish *wish, const jh_rat *amounts) {
  jh_rat left, right;
  jh_rat_init(&left);
  jh_rat_init(&right);
  spread_sides(&left, &right, wish, amounts);
  bool holds = jh_rat_compare(&left, &right) <= 0;
  jh_rat_done(&left);
  jh_rat_done(&right);
  return holds;
}

bool jh_remedy_holds(const jh_remedy_wish *wish, const jh_rat *amounts) {
  switch (wish->kind) {
  case JH_REMEDY_LINE: return line_holds(wish, amounts);
  case JH_REMEDY_ALL:
  case JH_REMEDY_CHOOSE: return enough_hold(wish, amounts);
  case JH_REMEDY_SPREAD: return spread_holds(wish, amounts);
  case JH_REMEDY_NEVER: break;
  }
  return false;
}
