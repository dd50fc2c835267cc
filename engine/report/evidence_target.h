/* evidence_target.h - a target and those whom it counts, line by line. Private to report/.
 *
 * Knows the counts, not how they were made (study/targets.h).
 */
#ifndef JH_REPORT_EVIDENCE_TARGET_H
#define JH_REPORT_EVIDENCE_TARGET_H

#include "report/evidence_words.h"

/* Hands the lines on: what is asked, the share, then the members by verdict. */
void jh_evidence_target_tell(jh_evidence_teller *teller, const jh_report_sheet *sheet);

/* {"id":…,"members":[…]} of docs/JSON.md. */
void jh_evidence_target_json(jh_buf *buf, const jh_report_sheet *sheet);

#endif
