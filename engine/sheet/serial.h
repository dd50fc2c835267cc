/* serial.h - days as spreadsheets count them, and the dates they stand for.
 *
 * Day 1 is 1900-01-01; for the sake of an old mistake there is a day 60 called
 * 1900-02-29, and day 0 is called 1900-01-00. In the system of 1904 day 0 is
 * 1904-01-01. The fraction is the time of day.
 */
#ifndef JH_SHEET_SERIAL_H
#define JH_SHEET_SERIAL_H

#include "sheet/number.h"

typedef enum jh_serial_form {
  JH_SERIAL_DATE,   /* a format that shows a day: date, with a time if there is one */
  JH_SERIAL_TIME,   /* a format that shows a time only: "08:00:00" below 1, else as DATE */
  JH_SERIAL_ELAPSED /* [h]:mm: hours go beyond 24 */
} jh_serial_form;

/* Writes the text; returns its size (no NUL), 0 if the number cannot be a date. Rounded to seconds. */
#define JH_SERIAL_TEXT 32
size_t jh_serial_text(
    char out[JH_SERIAL_TEXT], const jh_number *number, jh_serial_form form, bool is_1904);

#endif
