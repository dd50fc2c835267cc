/* rule_show.c - see rule_show.h. */
#include "report/rule_show.h"

#include <string.h>

#include "report/changes.h"
#include "report/figure.h"
#include "report/layers.h"
#include "report/origin.h"

static const jh_listing_column value_columns[] = {
    {.key = "parameter", .word = JH_W_COL_PARAMETER},
    {.key = "requirement", .word = JH_W_COL_REQUIREMENT},
    {.key = "stage", .word = JH_W_CSV_STAGE},
    {.key = "value", .word = JH_W_COL_VALUE},
    {.key = "unit", .word = JH_W_CSV_UNIT},
    {.key = "since", .word = JH_W_CSV_SINCE},
    {.key = "until", .word = JH_W_COL_UNTIL},
    {.key = "clause", .word = JH_W_CSV_CLAUSE},
    {.key = "document", .word = JH_W_CSV_DOCUMENT},
    {.key = "certainty", .word = JH_W_COL_CERTAINTY},
    {.key = "layer", .word = JH_W_COL_LAYER},
    {.key = "place", .word = JH_W_COL_PLACE},
    {.key = "reason", .word = JH_W_COL_WHY},
};

static const jh_listing_column change_columns[] = {
    {.key = "kind", .word = JH_W_COL_KIND},
    {.key = "path", .word = JH_W_COL_PATH},
    {.key = "stage", .word = JH_W_CSV_STAGE},
    {.key = "was", .word = JH_W_COL_WAS},
    {.key = "now", .word = JH_W_COL_NOW},
    {.key = "direction", .word = JH_W_COL_DIRECTION},
    {.key = "when", .word = JH_W_COL_WHERE},
    {.key = "since", .word = JH_W_CSV_SINCE},
    {.key = "until", .word = JH_W_COL_UNTIL},
    {.key = "clause", .word = JH_W_CSV_CLAUSE},
    {.key = "document", .word = JH_W_CSV_DOCUMENT},
    {.key = "reason", .word = JH_W_COL_WHY},
    {.key = "layer", .word = JH_W_COL_LAYER},
    {.key = "place", .word = JH_W_COL_PLACE},
};

/* Parts of a row as they are asked for: JSON and CSV have fixed words. */
typedef struct rows {
  const jh_rule_view *view;
  jh_listing *list;
} rows;

static bool is_text(const rows *r) { return r->view->form == JH_RULE_FORM_TEXT; }

static void add_stage(rows *r, uint32_t stage) {
  const jh_plan *plan = r->view->plan;
  if (stage >= plan->stage_count) {
    jh_listing_add(r->list, "");
    return;
  }
  const jh_stage *own = &plan->stages[stage];
  jh_listing_add(r->list, is_text(r) ? jh_text_in(own->name, r->view->lang) : own->id);
}

static void add_day(rows *r, jh_date day) {
  char text[11];
  jh_listing_add(r->list, jh_origin_day(text, day));
}

static void add_place(rows *r, const jh_place *place, const jh_place *otherwise) {
  jh_origin_place(&r->list->text, place->file[0] ? place : otherwise);
  jh_listing_next(r->list);
}

static jh_text reason_of(const jh_plan *plan, uint32_t layer) {
  return layer < plan->layer_count ? plan->layers[layer].reason : (jh_text){{NULL, NULL}};
}

static void add_names(rows *r, const jh_param *param) {
  const jh_plan *plan = r->view->plan;
  uint32_t rule = jh_origin_rule(plan, param->path);
  jh_listing_add(r->list, param->path);
  jh_listing_add(r->list, rule == JH_NONE ? "" : jh_text_in(plan->rules[rule].name, r->view->lang));
}

static void add_number(rows *r, const jh_param *param, const jh_param_value *value) {
  char number[JH_DEC_TEXT], unit[128];
  jh_listing_add(r->list, jh_dec_text(number, value->value));
  if (is_text(r) && param->unit_text && param->unit_text[0]) {
    jh_unit_words(&r->view->plan->units, param->unit_text, r->view->lang, unit, sizeof unit);
    jh_listing_add(r->list, unit);
  } else {
    jh_listing_add(r->list, param->unit_text);
  }
}

/* For people what is confirmed needs no word. */
static const char *certainty(jh_certainty certainty, jh_lang lang) {
  if (certainty == JH_CONFIRMED) return "";
  return jh_words_get(jh_figure_certainty_word(certainty), lang);
}

static void add_value(rows *r, const jh_param *param, const jh_param_value *value) {
  const jh_plan *plan = r->view->plan;
  add_names(r, param);
  add_stage(r, value->stage);
  add_number(r, param, value);
  add_day(r, value->since);
  add_day(r, jh_origin_until(plan, param, value));
  jh_listing_add(r->list, value->clause);
  jh_listing_add(r->list, jh_origin_document(plan, value->document));
  jh_listing_add(
      r->list, is_text(r) ? certainty(param->certainty, r->view->lang)
                          : jh_figure_certainty(param->certainty));
  bool is_alone = is_text(r) && plan->layer_count < 2; /* then the title says it */
  jh_listing_add(r->list, is_alone ? "" : jh_origin_layer(plan, value->layer));
  add_place(r, &value->place, &param->place);
  jh_listing_add(r->list, jh_text_in(reason_of(plan, value->layer), r->view->lang));
}

/* Is the parameter the one that is looked for, or one of the rule's? */
static bool is_wanted(const jh_rule_view *view, const char *path) {
  if (!view->path) return true;
  size_t length = strlen(view->path);
  return strncmp(path, view->path, length) == 0 && (path[length] == '\0' || path[length] == '.');
}

void jh_rule_show_values(jh_listing *list, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  rows r = {view, list};
  jh_listing_init(list, value_columns, sizeof value_columns / sizeof *value_columns);
  for (size_t i = 0; i < plan->param_count; i++) {
    const jh_param *param = &plan->params[i];
    if (!is_wanted(view, param->path)) continue;
    for (size_t k = 0; k < param->value_count; k++) {
      const jh_param_value *value = &param->values[k];
      bool is_in = !view->on || jh_origin_in_force(plan, param, value, view->on);
      if (is_in) add_value(&r, param, value);
    }
  }
}

static void add_change(rows *r, const jh_change *change) {
  const jh_plan *plan = r->view->plan;
  jh_lang lang = r->view->lang;
  jh_listing_add(r->list, jh_words_get(jh_changes_kind_word(change), lang));
  jh_listing_add(r->list, change->path);
  add_stage(r, change->stage);
  jh_listing_add(r->list, change->was);
  jh_listing_add(r->list, change->now);
  jh_listing_add(r->list, jh_words_get(jh_changes_direction_word(change), lang));
  jh_listing_add(r->list, change->when);
  add_day(r, change->since);
  add_day(r, change->until);
  jh_listing_add(r->list, change->clause);
  jh_listing_add(r->list, jh_origin_document(plan, change->document));
  jh_listing_add(r->list, jh_text_in(change->reason, r->view->lang));
  jh_listing_add(r->list, jh_origin_layer(plan, change->layer));
  add_place(r, &change->place, &change->place);
}

static bool is_change_wanted(const jh_rule_view *view, const jh_change *change) {
  if (view->path && !jh_origin_concerns(change->path, view->path)) return false;
  return !view->on || (change->since <= view->on && (!change->until || view->on < change->until));
}

void jh_rule_show_changes(jh_listing *list, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  rows r = {view, list};
  jh_listing_init(list, change_columns, sizeof change_columns / sizeof *change_columns);
  for (size_t i = 0; i < plan->change_count; i++) {
    if (is_change_wanted(view, &plan->changes[i])) add_change(&r, &plan->changes[i]);
  }
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

/* As in other reports, and where it stands. */
static void json_changes(jh_buf *buf, const jh_rule_view *view) {
  const jh_plan *plan = view->plan;
  bool is_first = true;
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (!is_change_wanted(view, change)) continue;
    jh_buf_text(buf, is_first ? "\n" : ",\n");
    is_first = false;
    jh_changes_record(buf, plan, change);
    jh_buf_text(buf, ",\"place\":\"");
    jh_origin_place(buf, &change->place);
    jh_buf_text(buf, "\"}");
  }
}

static void as_json(jh_buf *buf, const jh_rule_view *view, const jh_listing *values) {
  char day[11];
  jh_buf_text(buf, "{\"format\":1,\"pack\":");
  jh_buf_json(buf, jh_str_of(view->plan->pack.id));
  jh_figure_json_pair(buf, "version", view->plan->pack.version);
  if (view->on) jh_figure_json_pair(buf, "on", jh_date_text(day, view->on));
  jh_layers_list(buf, view->plan);
  jh_buf_text(buf, ",\n\"values\":");
  jh_listing_json(buf, values);
  jh_buf_text(buf, ",\n\"changes\":[");
  json_changes(buf, view);
  jh_buf_text(buf, "\n]}\n");
}

static void as_text(
    jh_buf *buf, const jh_rule_view *view, const jh_listing *values, const jh_listing *changes) {
  jh_report_head head = {.plan = view->plan, .on = view->on};
  title(buf, view);
  jh_layers_text(buf, &head, view->lang);
  jh_buf_char(buf, '\n');
  jh_listing_text(buf, values, view->lang);
  if (jh_listing_rows(values) && jh_listing_rows(changes)) jh_buf_char(buf, '\n');
  jh_listing_text(buf, changes, view->lang);
}

void jh_rule_show(jh_buf *buf, const jh_rule_view *view) {
  jh_listing values, changes;
  jh_rule_show_values(&values, view);
  jh_rule_show_changes(&changes, view);
  switch (view->form) {
  case JH_RULE_FORM_TEXT: as_text(buf, view, &values, &changes); break;
  case JH_RULE_FORM_JSON: as_json(buf, view, &values); break;
  case JH_RULE_FORM_CSV: jh_listing_csv(buf, &values, view->lang); break;
  }
  jh_listing_done(&values);
  jh_listing_done(&changes);
}
