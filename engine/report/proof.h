/* proof.h - what the cases of a pack show and notice, as lines of text.
 *
 * Each line that asks for a case has the printed form of an error, so that
 * editors jump to the number in the pack.
 */
#ifndef JH_REPORT_PROOF_H
#define JH_REPORT_PROOF_H

#include "model/proof.h"
#include "report/report.h"

typedef struct jh_proof {
  const jh_plan *plan;
  const jh_edge *edges;
  size_t edge_count;
  const jh_mutant *mutants; /* with edges: values that are no bounds, in pairs of up and down */
  size_t mutant_count;
} jh_proof;

/* The edges that no case shows (and, where one was to be written, why it was not), the other numbers
 * that no case notices, then the totals. Edges for which a case was written are no longer told. */
JH_CHECKED jh_code
jh_report_edges(const jh_proof *proof, jh_lang lang, jh_sink sink, void *payload, jh_error *err);

/* The mutants that survive, then the totals. */
JH_CHECKED jh_code
jh_report_mutants(const jh_proof *proof, jh_lang lang, jh_sink sink, void *payload, jh_error *err);

#endif
