/* gather.h - moving what the rows of a staged table hold to their places in the dataset.
 *
 * Private to the layer. Knows columns, and where each row comes from; not why.
 */
#ifndef JH_TABLE_GATHER_H
#define JH_TABLE_GATHER_H

#include "table/loading.h"

/* Row i of the first `count` ones shall be what is staged row from[i] now: all columns, the lines
 * and the files, on several threads where rows are many. JH_ENOMEM only. */
JH_CHECKED jh_code jh_gather_rows(
    jh_loading *loading, jh_staged *staged, const uint32_t *from, size_t count, jh_error *err);

#endif
