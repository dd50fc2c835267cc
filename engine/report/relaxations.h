/* relaxations.h - who passes only by a relaxation, until when, and what is owed. Private to report/. */
#ifndef JH_REPORT_RELAXATIONS_H
#define JH_REPORT_RELAXATIONS_H

#include "report/report.h"

/* A table with a line for each county and relaxation that is used there, after a blank line. Nothing
 * where none is used. */
void jh_relaxations_text(jh_buf *buf, const jh_results *results, jh_lang lang);

#endif
