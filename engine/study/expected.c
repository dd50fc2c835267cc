#include "study/expected.h"

#include <string.h>

static bool is_end(const jh_rat *end, jh_dec expected, const jh_unit *unit) {
  jh_rat wanted, factor;
  jh_rat_init(&wanted);
  jh_rat_init(&factor);
  jh_rat_set_dec(&wanted, expected);
  jh_rat_set_int(&factor, unit ? unit->num : 1);
  jh_rat_mul(&wanted, &wanted, &factor);
  jh_rat_set_int(&factor, unit ? unit->den : 1);
  jh_rat_div(&wanted, &wanted, &factor);
  bool is_equal = jh_rat_compare(end, &wanted) == 0;
  jh_rat_done(&factor);
  jh_rat_done(&wanted);
  return is_equal;
}

bool jh_expected_exactly(
    const jh_range *range, const jh_case_figure *expected, const jh_unit *unit) {
  bool has_ends = !range->is_undefined && range->has_low && range->has_high;
  return has_ends && is_end(&range->low, expected->low, unit) &&
         is_end(&range->high, expected->high, unit);
}

bool jh_expected_printed(const jh_figure *figure, const jh_case_figure *expected) {
  char low[JH_DEC_TEXT], high[JH_DEC_TEXT];
  (void)jh_dec_text(low, expected->low);
  (void)jh_dec_text(high, expected->high);
  if (figure->is_known) return strcmp(figure->text, low) == 0 && strcmp(low, high) == 0;
  return strcmp(figure->low, low) == 0 && strcmp(figure->high, high) == 0;
}
