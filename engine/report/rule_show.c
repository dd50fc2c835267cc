/* rule_show.c - see rule_show.h. */
#include "report/rule_show.h"

#include <string.h>

#include "report/figure.h"
#include "report/head.h"
#include "report/origin.h"

static const jh_listing_column value_columns[] = {
    {"parameter", {"参数", "parameter"}}, {"requirement", {"要求", "requirement"}},
    {"stage", {"学段", "stage"}},         {"value", {"数值", "value"}},
    {"unit", {"单位", "unit"}},           {"since", {"施行日期", "since"}},
    {"until", {"停止日期", "until"}},     {"clause", {"条款", "clause"}},
    {"document", {"文号", "document"}},   {"certainty", {"可靠程度", "certainty"}},
    {"layer", {"出自", "layer"}},         {"place", {"位置", "place"}},
    {"reason", {"理由", "reason"}},
};

static const jh_listing_column change_columns[] = {
    {"change", {"变动", "change"}},     {"path", {"对象", "path"}},
    {"stage", {"学段", "stage"}},       {"was", {"原", "was"}},
    {"now", {"改为", "now"}},           {"direction", {"方向", "direction"}},
    {"when", {"条件", "when"}},         {"since", {"施行日期", "since"}},
    {"until", {"停止日期", "until"}},   {"clause", {"条款", "clause"}},
    {"document", {"文号", "document"}}, {"reason", {"理由", "reason"}},
    {"layer", {"出自", "layer"}},       {"place", {"位置", "place"}},
};

const char *jh_rule_show_certainty(jh_certainty certainty, jh_lang lang) {
  static const jh_word words[] = {
      [JH_SINGLE] = JH_W_CERTAINTY_1,
      [JH_PROVINCIAL] = JH_W_CERTAINTY_2,
      [JH_INFERRED] = JH_W_CERTAINTY_3,
      [JH_UNVERIFIED] = JH_W_CERTAINTY_4};
  return certainty == JH_CONFIRMED ? "" : jh_words_get(words[certainty], lang);
}

/* Parts of a row as they are asked for: JSON and CSV have fixed words. */
typedef struct rows {
  const jh_rule_view *view;
  jh_listing *grid;
  jh_buf buf;
} rows;

static bool is_text(const rows *r) { return r->view->form == JH_RULE_FORM_TEXT; }

static void add_stage(rows *r, uint32_t stage) {
  const jh_plan *plan = r->view->plan;
  if (stage >= plan->stage_count) {
    jh_listing_add(r->grid, "");
    return;
  }
  const jh_stage *own = &plan->stages[stage];
  jh_listing_add(r->grid, is_text(r) ? jh_text_in(own->name, r->view->lang) : own->id);
}

static void add_day(rows *r, jh_date day) {
  char text[11];
  jh_listing_add(r->grid, jh_origin_day(text, day));
}

static void add_place(rows *r, const jh_place *place, const jh_place *otherwise) {
  jh_origin_place(&r->buf, place->file[0] ? place : otherwise);
  jh_listing_take(r->grid, &r->buf);
}

static jh_text reason_of(const jh_plan *plan, uint32_t layer) {
  return layer < plan->layer_count ? plan->layers[layer].reason : (jh_text){{NULL, NULL}};
}

static void add_names(rows *r, const jh_param *param) {
  const jh_plan *plan = r->view->plan;
  uint32_t rule = jh_origin_rule(plan, param->path);
  jh_listing_add(r->grid, param->path);
  jh_listing_add(r->grid, rule == JH_NONE ? "" : jh_text_in(plan->rules[rule].name, r->view->lang));
}

static void add_number(rows *r, const jh_param *param, const jh_param_value *value) {
  char number[JH_DEC_TEXT], unit[128];
  jh_listing_add(r->grid, jh_dec_text(number, value->value));
  if (is_text(r) && param->unit_text && param->unit_text[0]) {
    jh_unit_words(&r->view->plan->units, param->unit_text, r->view->lang, unit, sizeof unit);
    jh_listing_add(r->grid, unit);
  } else {
    jh_listing_add(r->grid, param->unit_text);
  }
}

static void add_value(rows *r, const jh_param *param, const jh_param_value *value) {
  const jh_plan *plan = r->view->plan;
  add_names(r, param);
  add_stage(r, value->stage);
  add_number(r, param, value);
  add_day(r, value->since);
  add_day(r, jh_origin_until(plan, param, value));
  jh_listing_add(r->grid, value->clause);
  jh_listing_add(r->grid, jh_origin_document(plan, value->document));
  jh_listing_add(
      r->grid, is_text(r) ? jh_rule_show_certainty(param->certainty, r->view->lang)
                          : jh_figure_certainty(param->certainty));
  bool is_alone = is_text(r) && plan->layer_count < 2; /* then the title says it */
  jh_listing_add(r->grid, is_alone ? "" : jh_origin_layer(plan, value->layer));
  add_place(r, &value->place, &param->place);
  jh_listing_add(r->grid, jh_text_in(reason_of(plan, value->layer), r->view->lang));
}

/* Is the parameter the one that is looked for, or one of the rule's? */
static bool is_wanted(const jh_rule_view *view, const char *path) {
  if (!view->path) return true;
  size_t length = strlen(view->path);
  return strncmp(path, view->path, length) == 0 && (path[length] == '\0' || path[length] == '.');
}

void jh_rule_show_values(jh_listing *grid, jh_arena *arena, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  rows r = {view, grid, {0}};
  jh_buf_init(&r.buf);
  jh_listing_init(grid, arena, value_columns, sizeof value_columns / sizeof *value_columns);
  for (size_t i = 0; i < plan->param_count; i++) {
    const jh_param *param = &plan->params[i];
    if (!is_wanted(view, param->path)) continue;
    for (size_t k = 0; k < param->value_count; k++) {
      const jh_param_value *value = &param->values[k];
      bool is_in = !view->on || jh_origin_in_force(plan, param, value, view->on);
      if (is_in) add_value(&r, param, value);
    }
  }
  jh_buf_done(&r.buf);
}

static const char *kind_word(const rows *r, jh_change_kind kind) {
  static const char *const words[][3] = {
      [JH_CHANGE_VALUE] = {"数值", "value", "value"},
      [JH_CHANGE_FORMULA] = {"算法或条件", "formula", "formula"},
      [JH_CHANGE_ADDED] = {"增加", "added", "added"},
      [JH_CHANGE_WITHDRAWN] = {"取消", "withdrawn", "withdrawn"}};
  return words[kind][is_text(r) && r->view->lang == JH_ZH ? 0 : 1];
}

static const char *direction_word(const rows *r, jh_direction direction) {
  static const char *const words[][2] = {
      [JH_TIGHTENS] = {"收紧", "tightens"},
      [JH_RELAXES] = {"放宽", "relaxes"},
      [JH_EITHER_WAY] = {"不定", "either_way"}};
  return words[direction][is_text(r) && r->view->lang == JH_ZH ? 0 : 1];
}

static void add_change(rows *r, const jh_change *change) {
  const jh_plan *plan = r->view->plan;
  jh_listing_add(r->grid, kind_word(r, change->kind));
  jh_listing_add(r->grid, change->path);
  add_stage(r, change->stage);
  jh_listing_add(r->grid, change->was);
  jh_listing_add(r->grid, change->now);
  jh_listing_add(r->grid, direction_word(r, change->direction));
  jh_listing_add(r->grid, change->when);
  add_day(r, change->since);
  add_day(r, change->until);
  jh_listing_add(r->grid, change->clause);
  jh_listing_add(r->grid, jh_origin_document(plan, change->document));
  jh_listing_add(r->grid, jh_text_in(change->reason, r->view->lang));
  jh_listing_add(r->grid, jh_origin_layer(plan, change->layer));
  add_place(r, &change->place, &change->place);
}

static bool is_change_wanted(const jh_rule_view *view, const jh_change *change) {
  if (view->path && !jh_origin_concerns(change->path, view->path)) return false;
  return !view->on || (change->since <= view->on && (!change->until || view->on < change->until));
}

void jh_rule_show_changes(jh_listing *grid, jh_arena *arena, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  rows r = {view, grid, {0}};
  jh_buf_init(&r.buf);
  jh_listing_init(grid, arena, change_columns, sizeof change_columns / sizeof *change_columns);
  for (size_t i = 0; i < plan->change_count; i++) {
    if (is_change_wanted(view, &plan->changes[i])) add_change(&r, &plan->changes[i]);
  }
  jh_buf_done(&r.buf);
}

/* "national/quality-balance-2017 1.0.0  name (document), in force from day" */
static void title(jh_buf *buf, const jh_rule_view *view) {
  const jh_pack_info *pack = &view->plan->pack;
  const char *document = jh_origin_document(view->plan, pack->document);
  char day[11];
  jh_buf_print(buf, "%s %s", pack->id, pack->version ? pack->version : "");
  jh_buf_print(buf, "  %s", jh_text_in(pack->name, view->lang));
  if (document[0]) jh_words_fill(buf, view->lang, JH_W_BRACKETS, document, NULL);
  if (pack->in_force) {
    jh_buf_text(buf, jh_words_get(JH_W_PHRASE, view->lang));
    const char *since = jh_date_text(day, pack->in_force);
    jh_words_fill(buf, view->lang, JH_W_IN_FORCE_FROM, since, NULL);
  }
  jh_buf_char(buf, '\n');
}

/* A line for each link of the chain, the lowest first; nothing for a pack that stands alone. */
static void chain(jh_buf *buf, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  for (size_t i = 0; plan->layer_count > 1 && i < plan->layer_count; i++) {
    const jh_layer *layer = &plan->layers[i];
    char day[11];
    jh_buf_print(buf, "  %zu  %s", i + 1, layer->id ? layer->id : "");
    jh_buf_print(buf, "  %s", jh_text_in(layer->name, view->lang));
    if (layer->in_force) {
      jh_buf_text(buf, jh_words_get(JH_W_PHRASE, view->lang));
      const char *since = jh_date_text(day, layer->in_force);
      jh_words_fill(buf, view->lang, JH_W_IN_FORCE_FROM, since, NULL);
    }
    jh_buf_char(buf, '\n');
  }
}

static void json_chain(jh_buf *buf, const jh_plan *plan) {
  static const char *const kinds[] = {
      [JH_LAYER_PACK] = "pack", [JH_LAYER_OVERLAY] = "overlay", [JH_LAYER_REFORM] = "reform"};
  jh_buf_text(buf, ",\"layers\":[");
  for (size_t i = 0; i < plan->layer_count; i++) {
    const jh_layer *layer = &plan->layers[i];
    char day[11];
    jh_buf_text(buf, i ? ",\n{\"id\":" : "\n{\"id\":");
    jh_buf_json(buf, jh_str_of(layer->id));
    jh_figure_json_pair(buf, "kind", kinds[layer->kind]);
    jh_figure_json_pair(buf, "version", layer->version);
    if (layer->in_force) {
      jh_figure_json_pair(buf, "in_force", jh_date_text(day, layer->in_force));
    }
    jh_figure_json_pair(buf, "region", layer->region);
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, ']');
}

static void as_json(
    jh_buf *buf, const jh_rule_view *view, const jh_listing *values, const jh_listing *changes) {
  char day[11];
  jh_buf_text(buf, "{\"format\":1,\"pack\":");
  jh_buf_json(buf, jh_str_of(view->plan->pack.id));
  jh_figure_json_pair(buf, "version", view->plan->pack.version);
  if (view->on) jh_figure_json_pair(buf, "on", jh_date_text(day, view->on));
  json_chain(buf, view->plan);
  jh_buf_text(buf, ",\"values\":");
  jh_listing_json(buf, values);
  jh_buf_text(buf, ",\"changes\":");
  jh_listing_json(buf, changes);
  jh_buf_text(buf, "}\n");
}

static void as_text(
    jh_buf *buf, const jh_rule_view *view, const jh_listing *values, const jh_listing *changes) {
  title(buf, view);
  chain(buf, view);
  jh_buf_char(buf, '\n');
  if (jh_listing_rows(values)) jh_listing_text(buf, values, view->lang);
  if (!jh_listing_rows(changes)) return;
  if (jh_listing_rows(values)) jh_buf_char(buf, '\n');
  jh_listing_text(buf, changes, view->lang);
}

void jh_rule_show(jh_buf *buf, jh_arena *arena, const jh_rule_view *view) {
  jh_listing values, changes;
  jh_rule_show_values(&values, arena, view);
  jh_rule_show_changes(&changes, arena, view);
  switch (view->form) {
  case JH_RULE_FORM_TEXT: as_text(buf, view, &values, &changes); break;
  case JH_RULE_FORM_JSON: as_json(buf, view, &values, &changes); break;
  case JH_RULE_FORM_CSV: jh_listing_csv(buf, &values, view->lang); break;
  }
  if (values.has_failed || changes.has_failed) buf->failed = true;
}
