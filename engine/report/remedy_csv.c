/* remedy_csv.c - the cells that a plan changes, for spreadsheets: UTF-8 with a byte order mark, CRLF.
 *
 * Applied one after the other they give the data after the plan. Without a plan there is the header alone.
 */
#include "report/figure.h"
#include "report/out.h"
#include "report/remedy.h"

static void header(jh_buf *buf, jh_lang lang) {
  static const jh_word columns[] = {
      JH_W_CSV_TABLE, JH_W_CSV_KEY,  JH_W_CSV_NAME,  JH_W_CSV_COLUMN_ID,  JH_W_CSV_FROM,
      JH_W_CSV_TO,    JH_W_CSV_UNIT, JH_W_CSV_MEANS, JH_W_CSV_MEANS_NAME, JH_W_CSV_AMOUNT,
      JH_W_CSV_PER,   JH_W_CSV_YUAN, JH_W_CSV_SERVES};
  jh_buf_text(buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_text(buf, jh_words_get(columns[i], lang));
  }
  jh_buf_text(buf, "\r\n");
}

static void cell(jh_buf *buf, const char *text) {
  jh_buf_csv(buf, jh_str_of(text ? text : ""));
  jh_buf_char(buf, ',');
}

/* Ids of the requirements, joined. */
static void serves(jh_buf *buf, const jh_remedy_buy *buy) {
  jh_buf list;
  jh_buf_init(&list);
  for (size_t i = 0; i < buy->serve_count; i++) {
    if (i > 0) jh_buf_text(&list, "; ");
    jh_buf_text(&list, buy->serves[i]->id);
  }
  if (!jh_buf_ok(&list)) buf->failed = true;
  jh_buf_csv(buf, jh_buf_str(&list));
  jh_buf_done(&list);
}

static void line(jh_buf *buf, const jh_remedy_buy *buy, size_t number, jh_lang lang) {
  const jh_remedy_edit *edit = &buy->edits[number];
  bool is_first = number == 0;
  cell(buf, edit->table->id);
  jh_buf_csv(buf, edit->at.code);
  jh_buf_char(buf, ',');
  jh_buf_csv(buf, edit->at.name);
  jh_buf_char(buf, ',');
  cell(buf, edit->column->id);
  cell(buf, edit->from);
  cell(buf, edit->to);
  cell(buf, edit->column->unit_text);
  cell(buf, buy->means->id);
  cell(buf, jh_text_in(buy->means->name, lang));
  cell(buf, is_first ? buy->amount : "");
  cell(buf, is_first ? buy->means->per : "");
  cell(buf, is_first ? buy->yuan : "");
  serves(buf, buy);
  jh_buf_text(buf, "\r\n");
}

jh_code jh_report_remedy_csv(
    const jh_report_head *head, const jh_remedy_report *report, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err) {
  jh_out out;
  (void)head;
  jh_out_init(&out, sink, sink_payload);
  header(&out.buf, lang);
  for (size_t i = 0; i < report->buy_count && jh_out_block(&out); i++) {
    for (size_t k = 0; k < report->buys[i].edit_count; k++)
      line(&out.buf, &report->buys[i], k, lang);
  }
  return jh_out_done(&out, JH_OK, err);
}
