/* pieces.h - output made piece by piece on several threads, handed on in the order of the pieces.
 *
 * The bytes do not depend on the number of threads. Knows nothing of what a piece is. Private to report/.
 */
#ifndef JH_REPORT_PIECES_H
#define JH_REPORT_PIECES_H

#include "report/out.h"

typedef struct jh_pieces {
  size_t lanes; /* threads, of jh_pieces_lanes */
  size_t count;
  const char *between; /* stands between two pieces that say something; NULL = nothing */
  void *payload;
  /* Adds piece `piece`; at most one of a lane is made at a time. */
  jh_code (*make)(void *payload, size_t lane, size_t piece, jh_buf *buf, jh_error *err);
  /* Called in order, after the piece was handed on, never twice at once; NULL = nothing. */
  jh_code (*then)(void *payload, size_t piece, jh_error *err);
} jh_pieces;

/* How many threads may be at work; at least 1. */
size_t jh_pieces_lanes(const jh_results *results);

/* The first failure in the order of the pieces is the one returned; no later piece is handed on. That a
 * sink refuses is not a failure here: see jh_out_done. */
JH_CHECKED jh_code jh_pieces_write(jh_out *out, const jh_pieces *pieces, jh_error *err);

#endif
