/* near_ends.c - from numbers as near.h keeps them to ends. */
#include "eval/block.h"
#include "eval/kernel_open.h"

/* One number, or none: enclosed. */
JH_KERNEL_WIDE static bool enclose(
    double *restrict low, double *restrict high, const double *restrict from, jh_ends factor,
    double error, uint32_t count) {
  bool is_whole = error == 0 && factor.low == factor.high; /* ends.h encloses what is not whole */
  double middle = is_whole ? factor.low : factor.low + (factor.high - factor.low) / 2;
  double exact_below = is_whole ? 0x1p53 : 0, part = error + 0x1p-49;
  uint64_t none = 0;
  for (uint32_t i = 0; i < count; i++) {
    double value = from[i] * middle, size = fabs(value), slack = size * part;
    slack = size < exact_below ? 0 : slack;
    slack = size < (double)INFINITY ? slack : 0;
    low[i] = value - slack;
    high[i] = value + slack;
    none |= value == value ? 0 : 1;
  }
  return none != 0;
}

/* The state of a row of which a missing cell is part. A range that has shrunk to one number is one where that is
 * certain; with an error only 0 is. */
static uint8_t state_of(const jh_slot *slot, uint32_t i) {
  if (slot->near_low[i] != slot->near_high[i]) return JH_ENDS_RANGE;
  return slot->error == 0 || slot->near_low[i] == 0 ? JH_ENDS_KNOWN : JH_ENDS_UNSURE;
}

void jh_near_ends(jh_slot *slot, uint32_t count) {
  jh_ends factor = slot->near->factor;
  slot->has_ends = true;
  bool has_none = enclose(slot->low, slot->high, slot->near_low, factor, slot->error, count);
  jh_slot_close(slot, count);
  if (!slot->is_wide && !has_none) return;
  jh_slot_fill_in(slot, count);
  if (slot->is_wide) {
    enclose(slot->high_in, slot->high, slot->near_high, factor, slot->error, count);
    enclose(slot->low, slot->low_in, slot->near_low, factor, slot->error, count);
  }
  for (uint32_t i = 0; i < count; i++) {
    if (slot->is_wide && slot->wide[i]) slot->state[i] = state_of(slot, i);
    if (isnan(slot->near_low[i])) slot->state[i] = JH_ENDS_UNDEFINED;
    if (slot->state[i] == JH_ENDS_KNOWN) {
      slot->low_in[i] = slot->high[i];
      slot->high_in[i] = slot->low[i];
    } else {
      slot->is_open = true;
    }
  }
}
