/* case_data.h - the dataset of one case. Private to study/. */
#ifndef JH_STUDY_CASE_DATA_H
#define JH_STUDY_CASE_DATA_H

#include "table/dataset.h"

/* Makes a dataset of the case's rows: cells that are not given are missing. *subject is the judged
 * row's index at its level. Stage units are made from the schools unless the case gives some. */
JH_CHECKED jh_code jh_case_data_make(
    jh_dataset **out, uint32_t *subject, const jh_plan *plan, const jh_case *test, jh_error *err);

#endif
