/* serial.c - from day numbers to dates; see serial.h. */
#include "sheet/serial.h"

#define DAY_SECONDS 86400
#define LAST_DAY 2958465 /* 9999-12-31 in the system of 1900 */
#define DAYS_1904 1462   /* from one system to the other */

/* Days and seconds of a number that is not negative; false if it is too large. */
static bool split(const jh_number *n, uint32_t *days, uint32_t *seconds) {
  uint64_t whole = 0, part = 0, scale = 1;
  if (n->point > 7) return false;
  for (int32_t i = 0; i < n->point; i++)
    whole = whole * 10 + (i < n->count ? (uint64_t)(n->digits[i] - '0') : 0);
  /* 86400 × 10^14 still fits 64 bits; what comes later is less than a millionth of a second. */
  for (int32_t i = n->point; i < n->count && scale < UINT64_C(100000000000000); i++) {
    part = part * 10 + (i < 0 ? 0 : (uint64_t)(n->digits[i] - '0'));
    scale *= 10;
  }
  uint64_t rounded = (part * DAY_SECONDS + scale / 2) / scale;
  *days = (uint32_t)(whole + rounded / DAY_SECONDS);
  *seconds = (uint32_t)(rounded % DAY_SECONDS);
  return true;
}

static size_t put(char *out, uint32_t value, size_t width) {
  for (size_t i = width; i > 0; i--) {
    out[i - 1] = (char)('0' + value % 10);
    value /= 10;
  }
  return width;
}

static size_t put_time(char *out, uint32_t hours, uint32_t seconds) {
  size_t width = 2;
  for (uint32_t most = 100; hours >= most && width < 9; most *= 10) width++;
  size_t at = put(out, hours, width);
  out[at++] = ':';
  at += put(out + at, seconds / 60 % 60, 2);
  out[at++] = ':';
  return at + put(out + at, seconds % 60, 2);
}

/* The day of the calendar, counted from 1899-12-30 = 0. */
static size_t put_date(char *out, uint32_t days) {
  /* Years that begin in March, in rounds of 400 years; 1600-03-01 is day 0. */
  uint32_t day = days + 109511;
  uint32_t round = day / 146097;
  day %= 146097;
  uint32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  day -= 365 * year + year / 4 - year / 100;
  uint32_t month = (5 * day + 2) / 153;
  day -= (153 * month + 2) / 5;
  uint32_t shown = month < 10 ? month + 3 : month - 9;
  size_t at = put(out, 1600 + round * 400 + year + (shown <= 2), 4);
  out[at++] = '-';
  at += put(out + at, shown, 2);
  out[at++] = '-';
  return at + put(out + at, day + 1, 2);
}

/* The two days that no calendar has, as spreadsheets show them. */
static size_t put_odd(char *out, uint32_t days) {
  const char *text = days == 0 ? "1900-01-00" : "1900-02-29";
  for (size_t i = 0; i < 10; i++) out[i] = text[i];
  return 10;
}

size_t jh_serial_text(
    char out[JH_SERIAL_TEXT], const jh_number *number, jh_serial_form form, bool is_1904) {
  uint32_t days, seconds;
  if (number->negative || !split(number, &days, &seconds)) return 0;
  if (form == JH_SERIAL_ELAPSED) return put_time(out, days * 24 + seconds / 3600, seconds);
  if (form == JH_SERIAL_TIME && days == 0) return put_time(out, seconds / 3600, seconds);
  if (days > LAST_DAY - (is_1904 ? DAYS_1904 : 0)) return 0;
  size_t at;
  if (is_1904)
    at = put_date(out, days + DAYS_1904);
  else if (days == 0 || days == 60)
    at = put_odd(out, days);
  else
    at = put_date(out, days + (days < 60));
  if (seconds == 0) return at;
  out[at++] = 'T';
  return at + put_time(out + at, seconds / 3600, seconds);
}
