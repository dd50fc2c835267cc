/* cell.h - a cell's place, alike in results and evidence. Private to report/. */
#ifndef JH_REPORT_CELL_H
#define JH_REPORT_CELL_H

#include "report/figure.h"

/* "schools.csv:14"; of a workbook "schools.xlsx 学校!C14". `file` is its name as it shall be shown. */
void jh_cell_place(jh_buf *buf, const jh_cell *cell, const char *file);

/* {"table":…,"column":…,"entity":…,"file":…,"line":…,"field":…,"sheet":…,"cell":…,"written":…,"read":…,"missing":…} */
void jh_cell_json(jh_buf *buf, const jh_cell *cell, bool decides);

#endif
