/* counties.h - each county with the reasons of its verdict, written by several threads, and counted.
 *
 * Private to report/. Knows the order of counties, not what is written of one.
 */
#ifndef JH_REPORT_COUNTIES_H
#define JH_REPORT_COUNTIES_H

#include "report/out.h"
#include "report/reason.h"
#include "report/totals.h"

typedef struct jh_counties {
  const jh_results *results;
  const char *between; /* two counties; NULL = nothing */
  void *payload;       /* only read: several threads ask at once */
  /* Adds one county. The reasons may be gathered anew for another verdict on it. */
  jh_code (*write)(void *payload, jh_reasons *reasons, jh_buf *buf, jh_error *err);
} jh_counties;

/* Writes all counties in order of code and adds them to the totals, which are not ended. */
JH_CHECKED jh_code
jh_counties_write(jh_out *out, const jh_counties *counties, jh_totals *totals, jh_error *err);

#endif
