/* evidence_html.c - the evidence sheet as one page that can be printed: A4, no script, nothing from
 * elsewhere. The lines are those of the text form; everything in them is escaped. */
#include "report/evidence_target.h"
#include "report/evidence_words.h"
#include "report/figure.h"
#include "report/head.h"
#include "report/out.h"

enum { MOST_INDENT = 9 };

static const char style[] =
    "@page{size:A4;margin:16mm 14mm}"
    "body{font-family:\"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,serif;font-size:10pt;"
    "line-height:1.45;color:#000;background:#fff;margin:0 auto;max-width:182mm}"
    "h1{font-size:15pt;margin:0 0 2mm}"
    "p{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}"
    "header{border-bottom:1px solid #000;padding-bottom:2mm;margin-bottom:3mm;font-size:9pt}"
    "footer{border-top:1px solid #000;padding-top:2mm;margin-top:4mm;font-size:8pt;color:#444}"
    ".lead{font-size:11pt;margin-bottom:3mm}"
    ".entity{font-weight:bold;margin-top:2mm;break-after:avoid}"
    ".verdict,.tally{margin-top:1mm;break-after:avoid}"
    ".verdict{font-weight:bold}"
    ".figures{break-before:avoid}"
    ".note,.cell,.more{color:#333;font-size:9pt}"
    ".value{font-size:9pt}"
    ".d1{margin-left:4mm}.d2{margin-left:8mm}.d3{margin-left:12mm}.d4{margin-left:16mm}"
    ".d5{margin-left:20mm}.d6{margin-left:24mm}.d7{margin-left:28mm}.d8{margin-left:32mm}"
    ".d9{margin-left:36mm}"
    "@media screen{body{padding:8mm}}";

static const char *class_of(jh_evidence_line kind) {
  static const char *const classes[] = {
      [JH_LINE_ENTITY] = "entity", [JH_LINE_VERDICT] = "verdict", [JH_LINE_FIGURES] = "figures",
      [JH_LINE_NOTE] = "note",     [JH_LINE_TALLY] = "tally",     [JH_LINE_VALUE] = "value",
      [JH_LINE_CELL] = "cell",     [JH_LINE_MORE] = "more"};
  return classes[kind];
}

/* Text as content or in quotes; what XML does not allow becomes U+FFFD. */
static void escape(jh_buf *buf, jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    unsigned char c = (unsigned char)text.at[i];
    switch (c) {
    case '<': jh_buf_text(buf, "&lt;"); break;
    case '>': jh_buf_text(buf, "&gt;"); break;
    case '&': jh_buf_text(buf, "&amp;"); break;
    case '"': jh_buf_text(buf, "&quot;"); break;
    case '\'': jh_buf_text(buf, "&#39;"); break;
    default:
      if (c < 0x20 && c != '\t' && c != '\n')
        jh_buf_text(buf, "\xEF\xBF\xBD");
      else
        jh_buf_char(buf, (char)c);
    }
  }
}

static void put_line(void *payload, jh_evidence_line kind, size_t depth, jh_str text) {
  jh_out *out = payload;
  jh_buf_print(
      &out->buf, "<p class=\"%s d%zu\">", class_of(kind),
      depth < MOST_INDENT ? depth : (size_t)MOST_INDENT);
  escape(&out->buf, text);
  jh_buf_text(&out->buf, "</p>\n");
}

static bool goes_on(void *payload, const jh_evidence *node) {
  (void)node;
  return jh_out_block(payload);
}

/* The head of every result, a paragraph a line. */
static void header(jh_out *out, const jh_report_head *head, jh_lang lang) {
  jh_buf lines;
  jh_buf_init(&lines);
  jh_head_text(&lines, head, lang);
  jh_buf_text(&out->buf, "<header>\n");
  for (size_t from = 0, i = 0; jh_buf_ok(&lines) && i < lines.size; i++) {
    if (lines.at[i] != '\n') continue;
    jh_buf_text(&out->buf, "<p>");
    escape(&out->buf, (jh_str){lines.at + from, i - from});
    jh_buf_text(&out->buf, "</p>\n");
    from = i + 1;
  }
  jh_buf_text(&out->buf, "</header>\n");
  out->buf.failed |= !jh_buf_ok(&lines);
  jh_buf_done(&lines);
}

/* What the page was made from, so that it can be made again. */
static void footer(jh_out *out, const jh_report_head *head) {
  jh_buf_text(&out->buf, "<footer>\n<p>junheng ");
  escape(&out->buf, jh_str_of(head->engine_version ? head->engine_version : ""));
  jh_buf_text(&out->buf, " · ");
  escape(&out->buf, jh_str_of(head->plan->pack.id ? head->plan->pack.id : ""));
  jh_buf_text(&out->buf, " SHA-256 ");
  escape(&out->buf, jh_str_of(head->plan->pack.hash));
  jh_buf_text(&out->buf, "</p>\n");
  for (size_t i = 0; i < head->file_count; i++) {
    jh_buf_text(&out->buf, "<p>");
    escape(&out->buf, jh_str_of(head->files[i].name));
    jh_buf_text(&out->buf, " SHA-256 ");
    escape(&out->buf, jh_str_of(head->files[i].hash));
    jh_buf_text(&out->buf, "</p>\n");
  }
  jh_buf_text(&out->buf, "</footer>\n");
}

static void title(jh_out *out, const jh_report_sheet *sheet, jh_lang lang) {
  jh_buf name;
  jh_buf_init(&name);
  if (sheet->target)
    jh_buf_text(&name, jh_text_in(sheet->target->target->name, lang));
  else
    jh_figure_entity(&name, sheet->head->plan, &sheet->tree->finding.entity, lang);
  if (jh_buf_ok(&name)) escape(&out->buf, jh_buf_str(&name));
  out->buf.failed |= !jh_buf_ok(&name);
  jh_buf_done(&name);
}

static void begin(jh_out *out, const jh_report_sheet *sheet, jh_lang lang) {
  jh_buf_text(&out->buf, "<!DOCTYPE html>\n<html lang=\"");
  jh_buf_text(&out->buf, lang == JH_ZH ? "zh-CN" : "en");
  jh_buf_text(&out->buf, "\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
  title(out, sheet, lang);
  jh_buf_text(&out->buf, "</title>\n<style>");
  jh_buf_text(&out->buf, style);
  jh_buf_text(&out->buf, "</style>\n</head>\n<body>\n");
  header(out, sheet->head, lang);
  jh_buf_text(&out->buf, "<main>\n<h1>");
  title(out, sheet, lang);
  jh_buf_text(&out->buf, "</h1>\n");
  if (!sheet->sentence[lang]) return;
  jh_buf_text(&out->buf, "<p class=\"lead\">");
  escape(&out->buf, jh_str_of(sheet->sentence[lang]));
  jh_buf_text(&out->buf, "</p>\n");
}

jh_code jh_report_evidence_html(
    const jh_report_sheet *sheet, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_evidence_teller teller = {
      .plan = sheet->head->plan,
      .lang = lang,
      .is_brief = sheet->depth != JH_EVIDENCE_FULL,
      .payload = &out,
      .line = put_line,
      .open = goes_on};
  jh_buf_init(&teller.buf);
  begin(&out, sheet, lang);
  if (sheet->depth != JH_EVIDENCE_SENTENCE) {
    if (sheet->target)
      jh_evidence_target_tell(&teller, sheet);
    else
      jh_evidence_words_tree(&teller, sheet->tree, 0);
  }
  jh_buf_text(&out.buf, "</main>\n");
  footer(&out, sheet->head);
  jh_buf_text(&out.buf, "</body>\n</html>\n");
  out.buf.failed |= !jh_buf_ok(&teller.buf);
  jh_buf_done(&teller.buf);
  return jh_out_done(&out, JH_OK, err);
}
