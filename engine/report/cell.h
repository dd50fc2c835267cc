/* cell.h - a cell as JSON, alike in results and evidence. Private to report/. */
#ifndef JH_REPORT_CELL_H
#define JH_REPORT_CELL_H

#include "report/figure.h"

/* {"table":…,"column":…,"entity":…,"file":…,"line":…,"field":…,"written":…,"read":…,"missing":…} */
void jh_cell_json(jh_buf *buf, const jh_cell *cell, bool decides);

#endif
