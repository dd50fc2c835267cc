#include "report/layers.h"

#include <string.h>

#include "model/region.h"
#include "report/figure.h"
#include "report/origin.h"

enum { REGION_TEXT = 32 };

static void part(jh_buf *buf, const char *text, jh_lang lang) {
  if (!text || !text[0]) return;
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_buf_text(buf, text);
}

static void day_part(jh_buf *buf, const jh_report_head *head, const jh_layer *layer, jh_lang lang) {
  char day[11];
  if (!layer->in_force) return;
  bool is_early = head->on && head->on < layer->in_force;
  jh_buf_text(buf, jh_words_get(JH_W_PHRASE, lang));
  jh_words_fill(
      buf, lang, is_early ? JH_W_NOT_YET : JH_W_IN_FORCE_FROM, jh_date_text(day, layer->in_force),
      NULL);
}

static void line(jh_buf *buf, const jh_report_head *head, size_t index, jh_lang lang) {
  const jh_layer *layer = &head->plan->layers[index];
  static const jh_word labels[] = {
      [JH_LAYER_PACK] = JH_W_BASE,
      [JH_LAYER_OVERLAY] = JH_W_OVERLAY,
      [JH_LAYER_REFORM] = JH_W_REFORM};
  const char *name = jh_text_in(layer->name, lang), *reason = jh_text_in(layer->reason, lang);
  bool is_used = layer->kind == JH_LAYER_PACK && index > 0;
  jh_figure_label(buf, is_used ? JH_W_USES : labels[layer->kind], lang);
  jh_buf_text(buf, layer->id);
  if (layer->version && layer->version[0]) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, layer->version);
  }
  part(buf, name, lang);
  part(buf, jh_origin_document(head->plan, layer->document), lang);
  if (strcmp(reason, name) != 0) part(buf, reason, lang);
  day_part(buf, head, layer, lang);
  jh_buf_char(buf, '\n');
}

void jh_layers_text(jh_buf *buf, const jh_report_head *head, jh_lang lang) {
  const jh_plan *plan = head->plan;
  if (plan->layer_count < 2) return;
  for (size_t i = 0; i < plan->layer_count; i++) {
    const jh_layer *layer = &plan->layers[i];
    bool is_told = layer->kind == JH_LAYER_PACK && strcmp(layer->id, plan->pack.id) == 0;
    if (!is_told) line(buf, head, i, lang);
  }
}

static void json_text(jh_buf *buf, const char *key, jh_text text) {
  if (!jh_text_in(text, JH_EN)[0]) return;
  jh_buf_print(buf, ",\"%s\":", key);
  jh_figure_json_text(buf, text);
}

static void json_day(jh_buf *buf, const char *key, jh_date date) {
  char day[11];
  if (date) jh_figure_json_pair(buf, key, jh_date_text(day, date));
}

static const char *not_blank(const char *text) { return text && text[0] ? text : NULL; }

/* The beginning of the codes, without the zeros that fill them up; NULL where there is none. */
static const char *region_text(char out[REGION_TEXT], const jh_layer *layer) {
  jh_str_copy(out, REGION_TEXT, jh_region_of(jh_str_of(layer->region)));
  return out[0] ? out : NULL;
}

static void json_layer(jh_buf *buf, const jh_plan *plan, const jh_layer *layer) {
  static const char *const kinds[] = {
      [JH_LAYER_PACK] = "pack", [JH_LAYER_OVERLAY] = "overlay", [JH_LAYER_REFORM] = "reform"};
  char region[REGION_TEXT];
  jh_buf_text(buf, "{\"kind\":");
  jh_buf_json(buf, jh_str_of(kinds[layer->kind]));
  jh_figure_json_pair(buf, "id", layer->id);
  jh_figure_json_pair(buf, "version", not_blank(layer->version));
  json_text(buf, "name", layer->name);
  json_text(buf, "reason", layer->reason);
  jh_figure_json_pair(buf, "document", not_blank(jh_origin_document(plan, layer->document)));
  json_day(buf, "in_force", layer->in_force);
  json_day(buf, "review_by", layer->review_by);
  jh_figure_json_pair(buf, "region", region_text(region, layer));
  jh_figure_json_pair(buf, "coverage", layer->is_partial ? "partial" : "complete");
  if (layer->is_partial) json_text(buf, "not_covered", layer->missing);
  jh_figure_json_pair(buf, "certainty", jh_figure_certainty(layer->certainty));
  jh_buf_char(buf, '}');
}

void jh_layers_list(jh_buf *buf, const jh_plan *plan) {
  jh_buf_text(buf, ",\n\"layers\":[");
  for (size_t i = 0; i < plan->layer_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    json_layer(buf, plan, &plan->layers[i]);
  }
  jh_buf_text(buf, "]");
}

void jh_layers_json(jh_buf *buf, const jh_plan *plan) {
  if (plan->layer_count > 1) jh_layers_list(buf, plan);
}

/* The counties that a layer was not made for. */
static size_t count_outside(const jh_results *results, const jh_layer *layer) {
  size_t count = 0;
  if (!layer->region) return 0;
  for (uint32_t i = 0; i < results->county_count; i++) {
    count += !jh_region_covers(layer->region, results->county(results->payload, i).code);
  }
  return count;
}

void jh_layers_trial_text(jh_buf *buf, const jh_results *results, jh_lang lang) {
  const jh_plan *plan = results->head->plan;
  for (size_t i = 0; i < plan->layer_count; i++) {
    char number[24], region[REGION_TEXT];
    const jh_layer *layer = &plan->layers[i];
    size_t count = count_outside(results, layer);
    if (count == 0) continue;
    jh_figure_label(buf, JH_W_OUTSIDE, lang);
    jh_words_fill(
        buf, lang, count == 1 ? JH_W_ON_TRIAL_1 : JH_W_ON_TRIAL, layer->id,
        region_text(region, layer), jh_words_count(number, count), NULL);
    jh_buf_char(buf, '\n');
  }
}

void jh_layers_trial_json(jh_buf *buf, const jh_results *results) {
  const jh_plan *plan = results->head->plan;
  bool is_first = true;
  for (size_t i = 0; i < plan->layer_count; i++) {
    char region[REGION_TEXT];
    const jh_layer *layer = &plan->layers[i];
    size_t count = count_outside(results, layer);
    if (count == 0) continue;
    jh_buf_text(buf, is_first ? ",\n\"on_trial\":[\n{\"layer\":" : ",\n{\"layer\":");
    jh_buf_json(buf, jh_str_of(layer->id));
    jh_figure_json_pair(buf, "region", region_text(region, layer));
    jh_buf_print(buf, ",\"counties\":%zu}", count);
    is_first = false;
  }
  if (!is_first) jh_buf_text(buf, "\n]");
}
