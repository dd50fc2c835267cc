/* out.h - results on their way out: gathered in a buffer, handed on in blocks.
 *
 * So that no result is ever whole in memory. Private to report/.
 */
#ifndef JH_REPORT_OUT_H
#define JH_REPORT_OUT_H

#include "report/report.h"

typedef struct jh_out {
  jh_buf buf;
  jh_sink sink;
  void *payload;
  bool is_broken; /* the sink refused a block */
} jh_out;

void jh_out_init(jh_out *out, jh_sink sink, void *payload);

/* Hands the buffer on if a block is full; false when it is of no use to go on. */
bool jh_out_block(jh_out *out);

/* Adds what is made already, without a copy if it is long; else as jh_out_block. */
bool jh_out_give(jh_out *out, jh_str text);

/* Hands the rest on and gives the memory back. `code` is what the writer came to so far; it is
 * returned if it is a failure, else JH_ENOMEM or JH_ENOT_WRITABLE if something was lost. */
JH_CHECKED jh_code jh_out_done(jh_out *out, jh_code code, jh_error *err);

#endif
