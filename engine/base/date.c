/* date.c - days; see date.h. Knows the calendar, not the clock. */
#include "base/date.h"

#include <assert.h>

/* The number written in text[from, from + count); -1 if a byte is no digit. */
static int number(jh_str text, size_t from, size_t count) {
  int value = 0;
  for (size_t i = from; i < from + count; i++) {
    if (text.at[i] < '0' || text.at[i] > '9') {
      return -1;
    }
    value = value * 10 + (text.at[i] - '0');
  }
  return value;
}

static int days_in(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool jh_date_read(jh_date *out, jh_str text) {
  if (text.size != 10 || text.at[4] != '-' || text.at[7] != '-') {
    return false;
  }
  int year = number(text, 0, 4);
  int month = number(text, 5, 2);
  int day = number(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) {
    return false;
  }
  *out = year * 10000 + month * 100 + day;
  return true;
}

const char *jh_date_text(char out[11], jh_date date) {
  assert(date >= 0 && date <= 99991231);
  if (date == 0) { /* no day */
    out[0] = '\0';
    return out;
  }
  for (int i = 9; i >= 0; i--) {
    if (i == 4 || i == 7) {
      out[i] = '-';
      continue;
    }
    out[i] = (char)('0' + date % 10);
    date /= 10;
  }
  out[10] = '\0';
  return out;
}

int jh_date_year_of(jh_str name) {
  int year = 0;
  if (name.size < 4) return 0;
  for (size_t i = 0; i < 4; i++) {
    if (name.at[i] < '0' || name.at[i] > '9') return 0;
    year = year * 10 + (name.at[i] - '0');
  }
  return name.size > 4 && name.at[4] >= '0' && name.at[4] <= '9' ? 0 : year;
}
