/* evidence_text.c - the evidence sheet for people: an indented tree, from the sentence down to the
 * cells. What the lines say is in evidence_words.c. */
#include "report/evidence_target.h"
#include "report/evidence_words.h"
#include "report/head.h"
#include "report/out.h"

#define STEP 2 /* blanks for each depth */

static void put_line(void *payload, jh_evidence_line kind, size_t depth, jh_str text) {
  jh_out *out = payload;
  (void)kind;
  jh_buf_spaces(&out->buf, STEP * depth);
  jh_buf_add(&out->buf, text);
  jh_buf_char(&out->buf, '\n');
}

static bool goes_on(void *payload, const jh_evidence *node) {
  (void)node;
  return jh_out_block(payload);
}

static jh_evidence_teller teller_of(jh_out *out, const jh_plan *plan, bool is_brief, jh_lang lang) {
  jh_evidence_teller teller = {
      .plan = plan,
      .lang = lang,
      .is_brief = is_brief,
      .payload = out,
      .line = put_line,
      .open = goes_on};
  jh_buf_init(&teller.buf);
  return teller;
}

static void end(jh_out *out, jh_evidence_teller *teller) {
  out->buf.failed |= !jh_buf_ok(&teller->buf);
  jh_buf_done(&teller->buf);
}

jh_code jh_report_evidence_text(
    const jh_report_sheet *sheet, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_evidence_teller teller =
      teller_of(&out, sheet->head->plan, sheet->depth != JH_EVIDENCE_FULL, lang);
  if (sheet->depth == JH_EVIDENCE_SENTENCE) {
    jh_buf_text(&out.buf, sheet->sentence[lang]);
    jh_buf_char(&out.buf, '\n');
    jh_head_notice(&out.buf, sheet->head, lang);
  } else {
    jh_head_text(&out.buf, sheet->head, lang);
    jh_buf_char(&out.buf, '\n');
    if (sheet->target)
      jh_evidence_target_tell(&teller, sheet);
    else
      jh_evidence_words_tree(&teller, sheet->tree, 0);
  }
  end(&out, &teller);
  return jh_out_done(&out, JH_OK, err);
}

jh_code jh_report_evidence_lines(
    const jh_plan *plan, const jh_evidence *evidence, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_evidence_teller teller = teller_of(&out, plan, false, lang);
  for (const jh_evidence *child = evidence->first_child; child; child = child->next)
    jh_evidence_words_tree(&teller, child, 0);
  end(&out, &teller);
  return jh_out_done(&out, JH_OK, err);
}
