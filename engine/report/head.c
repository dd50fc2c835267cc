/* head.c - the run in words and as JSON; knows no finding. */
#include "report/head.h"

#include "base/utf8.h"
#include "report/figure.h"
#include "report/layers.h"

static const char *document_number(const jh_plan *plan) {
  if (plan->pack.document >= plan->document_count) return "";
  const char *number = plan->documents[plan->pack.document].number;
  return number ? number : "";
}

static void title(jh_buf *buf, const jh_plan *plan, jh_lang lang) {
  const char *name = jh_text_in(plan->pack.name, lang);
  const char *number = document_number(plan);
  jh_buf_text(buf, name[0] ? name : plan->pack.id);
  if (number[0]) jh_words_fill(buf, lang, JH_W_BRACKETS, number, NULL);
  jh_buf_char(buf, '\n');
}

static void pack_line(jh_buf *buf, const jh_report_head *head, jh_lang lang) {
  char day[11];
  jh_figure_label(buf, JH_W_PACK, lang);
  jh_buf_text(buf, head->plan->pack.id);
  jh_buf_char(buf, ' ');
  jh_buf_text(buf, head->plan->pack.version);
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_words_fill(buf, lang, JH_W_LAW_ON, jh_date_text(day, head->on), NULL);
  jh_buf_char(buf, '\n');
}

static void part(jh_buf *buf, jh_word word, const char *arg, bool *is_first, jh_lang lang) {
  if (!arg || !arg[0]) return;
  if (!*is_first) jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_words_fill(buf, lang, word, arg, NULL);
  *is_first = false;
}

static void data_line(jh_buf *buf, const jh_report_head *head, jh_lang lang) {
  const char *name = jh_text_in(head->plan->dataset.name, lang);
  if (!name[0] && !head->year && !head->region) return;
  jh_figure_label(buf, JH_W_DATA, lang);
  jh_buf_text(buf, name);
  bool is_first = !name[0];
  part(buf, JH_W_YEAR, head->year, &is_first, lang);
  part(buf, JH_W_REGION, head->region, &is_first, lang);
  jh_buf_char(buf, '\n');
}

static void warnings(jh_buf *buf, const jh_plan *plan, jh_lang lang) {
  const char *notice = jh_text_in(plan->dataset.notice, lang);
  if (notice[0]) {
    jh_figure_label(buf, JH_W_NOTICE, lang);
    jh_buf_text(buf, notice);
    jh_buf_char(buf, '\n');
  }
  if (plan->pack.is_partial) {
    jh_figure_label(buf, JH_W_PARTIAL, lang);
    jh_words_fill(buf, lang, JH_W_PARTIAL_MEANS, jh_text_in(plan->pack.missing, lang), NULL);
    jh_buf_char(buf, '\n');
  }
  if (plan->pack.certainty != JH_CONFIRMED) {
    jh_figure_label(buf, JH_W_CERTAINTY, lang);
    jh_buf_text(buf, jh_words_get(jh_figure_certainty_word(plan->pack.certainty), lang));
    jh_buf_char(buf, '\n');
  }
}

/* The rules whose figures come from functions of the pack. */
static void local_code(jh_buf *buf, const jh_plan *plan, jh_lang lang) {
  bool is_first = true;
  for (uint32_t r = 0; r < plan->rule_count && plan->compute_count; r++) {
    if (!jh_plan_is_computed(plan, r)) continue;
    if (is_first) {
      jh_figure_label(buf, JH_W_NOTICE, lang);
      jh_buf_text(buf, jh_words_get(JH_W_COMPUTED, lang));
    }
    jh_buf_text(buf, jh_words_get(is_first ? JH_W_COLON : JH_W_COMMA, lang));
    jh_buf_text(buf, jh_text_in(plan->rules[r].name, lang));
    is_first = false;
  }
  if (!is_first) jh_buf_char(buf, '\n');
}

void jh_head_text(jh_buf *buf, const jh_report_head *head, jh_lang lang) {
  title(buf, head->plan, lang);
  pack_line(buf, head, lang);
  jh_layers_text(buf, head, lang);
  data_line(buf, head, lang);
  warnings(buf, head->plan, lang);
  local_code(buf, head->plan, lang);
}

void jh_head_notice(jh_buf *buf, const jh_report_head *head, jh_lang lang) {
  warnings(buf, head->plan, lang);
  local_code(buf, head->plan, lang);
}

static void json_text(jh_buf *buf, const char *key, jh_text text) {
  if (!jh_text_in(text, JH_EN)[0]) return;
  jh_buf_char(buf, ',');
  jh_buf_json(buf, jh_str_of(key));
  jh_buf_char(buf, ':');
  jh_figure_json_text(buf, text);
}

static void json_files(jh_buf *buf, const jh_report_head *head) {
  jh_buf_text(buf, ",\n\"files\":[");
  for (size_t i = 0; i < head->file_count; i++) {
    jh_buf_text(buf, i ? ",\n{\"name\":" : "\n{\"name\":");
    jh_buf_json(buf, jh_str_of(head->files[i].name));
    jh_figure_json_pair(buf, "sha256", head->files[i].hash);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "]");
}

void jh_head_json(jh_buf *buf, const jh_report_head *head) {
  const jh_pack_info *pack = &head->plan->pack;
  char day[11];
  jh_buf_text(buf, "{\"pack\":");
  jh_buf_json(buf, jh_str_of(pack->id));
  jh_figure_json_pair(buf, "version", pack->version);
  json_text(buf, "name", pack->name);
  jh_figure_json_pair(buf, "document", document_number(head->plan));
  jh_figure_json_pair(buf, "coverage", pack->is_partial ? "partial" : "complete");
  if (pack->is_partial) json_text(buf, "not_covered", pack->missing);
  jh_figure_json_pair(buf, "certainty", jh_figure_certainty(pack->certainty));
  jh_figure_json_pair(buf, "on", jh_date_text(day, head->on));
  jh_figure_json_pair(buf, "year", head->year);
  jh_figure_json_pair(buf, "region", head->region);
  json_text(buf, "data", head->plan->dataset.name);
  json_text(buf, "notice", head->plan->dataset.notice);
  jh_figure_json_pair(buf, "engine", head->engine_version);
  if (pack->hash[0]) jh_figure_json_pair(buf, "pack_sha256", pack->hash);
  jh_layers_json(buf, head->plan);
  json_files(buf, head);
  jh_buf_char(buf, '}');
}
