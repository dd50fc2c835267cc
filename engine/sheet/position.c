/* position.c - names of cells; see position.h. */
#include "sheet/position.h"

#include <stdio.h>

const char *jh_position_text(char out[JH_POSITION_TEXT], uint32_t column, uint32_t row) {
  char letters[8];
  size_t count = 0;
  for (uint64_t left = (uint64_t)column + 1; left && count < sizeof letters; left = (left - 1) / 26)
    letters[count++] = (char)('A' + (left - 1) % 26);
  size_t at = 0;
  while (count) out[at++] = letters[--count];
  out[at] = '\0';
  if (row) (void)snprintf(out + at, JH_POSITION_TEXT - at, "%u", row);
  return out;
}

bool jh_position_read(jh_str text, uint32_t *column, uint32_t *row) {
  size_t at = 0;
  uint64_t letters = 0, digits = 0;
  if (at < text.size && text.at[at] == '$') at++;
  for (; at < text.size && text.at[at] >= 'A' && text.at[at] <= 'Z'; at++) {
    letters = letters * 26 + (uint64_t)(text.at[at] - 'A') + 1;
    if (letters > JH_POSITION_COLUMNS) return false;
  }
  if (letters == 0) return false;
  bool has_row = at < text.size;
  if (has_row && text.at[at] == '$') at++;
  size_t first = at;
  for (; at < text.size && text.at[at] >= '0' && text.at[at] <= '9'; at++) {
    digits = digits * 10 + (uint64_t)(text.at[at] - '0');
    if (digits > JH_POSITION_ROWS) return false;
  }
  if (at < text.size || (has_row && (at == first || digits == 0))) return false;
  *column = (uint32_t)letters - 1;
  *row = (uint32_t)digits;
  return true;
}
