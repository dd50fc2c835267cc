/* evidence_words.h - what is said of each node of the evidence, line by line, alike in text and HTML.
 *
 * Private to report/. Renders what eval/explain.c built; decides nothing, and knows no form.
 */
#ifndef JH_REPORT_EVIDENCE_WORDS_H
#define JH_REPORT_EVIDENCE_WORDS_H

#include "report/report.h"

/* What a line says; the form may show each kind in its own way. */
typedef enum jh_evidence_line {
  JH_LINE_ENTITY,  /* who it is */
  JH_LINE_VERDICT, /* the verdict on a requirement */
  JH_LINE_FIGURES, /* measure, bound, margin; told briefly with the clause */
  JH_LINE_NOTE,    /* clause, floor, counts, formula, group, split, changes, waiting */
  JH_LINE_TALLY,   /* a finer rule seen from above */
  JH_LINE_VALUE,
  JH_LINE_CELL,
  JH_LINE_MORE /* what is not listed */
} jh_evidence_line;

/* How wide an indent is, and where a node's lines stand: `depth` counts indents. */
typedef struct jh_evidence_teller {
  const jh_plan *plan;
  jh_lang lang;
  bool is_brief; /* a finding in two lines */
  void *payload;
  /* One line, without its end. */
  void (*line)(void *payload, jh_evidence_line kind, size_t depth, jh_str text);
  /* Around a node, its lines and its children; NULL: not told. False from `open`: it is of no use to go
   * on. */
  bool (*open)(void *payload, const jh_evidence *node);
  void (*close)(void *payload, const jh_evidence *node);
  jh_buf buf; /* the line that is being made: begin with jh_buf_init, end with jh_buf_done */
} jh_evidence_teller;

/* A node with all that is below it. */
void jh_evidence_words_tree(jh_evidence_teller *s, const jh_evidence *at, size_t depth);

/* Hands the line in `buf` on and clears it. */
void jh_evidence_words_line(jh_evidence_teller *s, jh_evidence_line kind, size_t depth);

/* "met", of a partial pack as it may state it; of free points a dash. */
const char *jh_evidence_words_verdict(const jh_plan *plan, const jh_finding *finding, jh_lang lang);

/* "第六条（三） name", with what it is before it, such as "Veto: ". */
void jh_evidence_words_heading(
    jh_buf *buf, const jh_plan *plan, const jh_finding *finding, jh_lang lang);

/* "23 met, 1 unmet" */
void jh_evidence_words_tally(jh_buf *buf, const jh_tally *tally, jh_lang lang);

/* "schools.csv:14  field 5  name (id)": where a cell stands. */
void jh_evidence_words_place(jh_buf *buf, const jh_cell *at, jh_lang lang);

#endif
