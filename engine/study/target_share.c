#include "study/target_share.h"

enum { FEW_PLACES = 2, MOST_PLACES = 18 };

/* The lowest and the highest share that can still come out. */
typedef struct ends {
  jh_rat low, high;
} ends;

static void set_ratio(jh_rat *out, size_t part, size_t whole) {
  jh_rat divisor;
  jh_rat_init(&divisor);
  jh_rat_set_int(out, (int64_t)part);
  jh_rat_set_int(&divisor, (int64_t)whole);
  jh_rat_div(out, out, &divisor);
  jh_rat_done(&divisor);
}

static void ends_init(ends *e, const jh_target_result *result) {
  size_t met = result->tally.of[JH_MET];
  jh_rat_init(&e->low);
  jh_rat_init(&e->high);
  set_ratio(&e->low, met, result->counted);
  set_ratio(&e->high, met + result->tally.of[JH_UNDETERMINED], result->counted);
}

static void ends_done(ends *e) {
  jh_rat_done(&e->low);
  jh_rat_done(&e->high);
}

jh_tri jh_target_share_reaches(
    const jh_target_result *result, const jh_param *param, const jh_param_value *value) {
  if (result->counted == 0) return JH_UNKNOWN;
  jh_tri reaches = JH_UNKNOWN;
  ends e;
  jh_rat asked;
  ends_init(&e, result);
  jh_rat_init(&asked);
  jh_target_asks(&asked, param, value);
  if (jh_rat_compare(&e.low, &asked) >= 0) reaches = JH_TRUE;
  if (jh_rat_compare(&e.high, &asked) < 0) reaches = JH_FALSE;
  jh_rat_done(&asked);
  ends_done(&e);
  return reaches;
}

static void to_percent(jh_rat *share) {
  jh_rat hundred;
  jh_rat_init(&hundred);
  jh_rat_set_int(&hundred, 100);
  jh_rat_mul(share, share, &hundred);
  jh_rat_done(&hundred);
}

/* Does a printed percentage reach the goal just when the exact one does? */
static bool is_faithful(
    const char *text, const jh_rat *percent, const jh_target_goal *goal, const jh_param *param) {
  jh_dec printed;
  jh_rat asked, shown;
  if (!goal->source || jh_dec_read(&printed, jh_str_of(text), MOST_PLACES, false) != JH_DEC_OK) {
    return true;
  }
  jh_rat_init(&asked);
  jh_rat_init(&shown);
  jh_target_asks(&asked, param, goal->source);
  to_percent(&asked);
  jh_rat_set_dec(&shown, printed);
  bool is_same = (jh_rat_compare(percent, &asked) >= 0) == (jh_rat_compare(&shown, &asked) >= 0);
  jh_rat_done(&shown);
  jh_rat_done(&asked);
  return is_same;
}

static void write_one(
    char *out, jh_rat *share, jh_round how, const jh_target_result *result,
    const jh_param *params) {
  to_percent(share);
  for (int places = FEW_PLACES; places <= MOST_PLACES; places++) {
    const jh_target *target = result->target;
    (void)jh_rat_decimal(share, places, how, out, JH_FIGURE_TEXT);
    if (result->ensure.source &&
        !is_faithful(out, share, &result->ensure, &params[target->ensure])) {
      continue;
    }
    if (result->strive.source &&
        !is_faithful(out, share, &result->strive, &params[target->strive])) {
      continue;
    }
    return;
  }
}

static void write_goal(jh_target_goal *goal, const jh_param *param) {
  if (!goal->source) return;
  jh_rat asked;
  jh_rat_init(&asked);
  jh_target_asks(&asked, param, goal->source);
  to_percent(&asked);
  goal->percent.is_known = true;
  (void)jh_rat_decimal(&asked, MOST_PLACES, JH_ROUND_NEAREST, goal->percent.text, JH_FIGURE_TEXT);
  jh_rat_done(&asked);
}

void jh_target_share_write(jh_target_result *result, const jh_param *params) {
  const jh_target *target = result->target;
  result->share = (jh_figure){0};
  if (result->ensure.is_set) write_goal(&result->ensure, &params[target->ensure]);
  if (result->strive.is_set) write_goal(&result->strive, &params[target->strive]);
  if (result->counted == 0) return;
  ends e;
  ends_init(&e, result);
  if (result->tally.of[JH_UNDETERMINED] == 0) {
    result->share.is_known = true;
    write_one(result->share.text, &e.low, JH_ROUND_NEAREST, result, params);
  } else {
    write_one(result->share.low, &e.low, JH_ROUND_DOWN, result, params);
    write_one(result->share.high, &e.high, JH_ROUND_UP, result, params);
  }
  ends_done(&e);
}
