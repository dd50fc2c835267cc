/* compare_table.c - what a comparison tells besides flips, one table at a time, for spreadsheets. */
#include <string.h>

#include "report/changes.h"
#include "report/compare_csv.h"
#include "report/compare_region.h"
#include "report/listing.h"
#include "report/origin.h"
#include "report/out.h"

typedef struct writer {
  jh_listing *list;
  const jh_compare_view *view;
  jh_lang lang;
} writer;

static void text(const writer *w, const char *at) { jh_listing_add(w->list, at); }

static void slice(const writer *w, jh_str at) {
  jh_buf_add(&w->list->text, at);
  jh_listing_next(w->list);
}

static void number(const writer *w, size_t value) {
  jh_buf_int(&w->list->text, (int64_t)value);
  jh_listing_next(w->list);
}

static void unit(const writer *w, const jh_plan *plan, const char *at) {
  char out[96];
  text(w, jh_compare_csv_unit(plan, at, w->lang, out, sizeof out));
}

static void region_level(const writer *w, jh_cost_level at) {
  static const jh_word words[] = {
      JH_W_REGION_COUNTY, JH_W_REGION_PREFECTURE, JH_W_REGION_PROVINCE, JH_W_REGION_ALL};
  text(w, w->lang == JH_EN ? jh_compare_region_level(at) : jh_words_get(words[at], w->lang));
}

static const char *verdict(const writer *w, uint8_t which) {
  if (which >= JH_VERDICTS) return "";
  return w->lang == JH_EN ? jh_verdict_id((jh_verdict)which)
                          : jh_verdict_name((jh_verdict)which, w->lang);
}

static void level(const writer *w, uint32_t pair, const jh_entity *at) {
  const jh_plan *plan = jh_compare_point_plan(w->view, jh_compare_point_side(w->view, pair));
  const jh_level *of = &plan->levels[at->level];
  const char *name = w->lang == JH_EN ? of->id : jh_text_in(of->name, w->lang);
  text(w, name[0] ? name : of->id);
}

/* county_code, county_name, level, entity_code, entity_name, stage, requirement, requirement_name */
static void who(const writer *w, uint32_t pair, const uint32_t row[2]) {
  jh_entity at = jh_compare_point_entity(w->view, pair, row);
  const jh_plan *plan = jh_compare_point_plan(w->view, jh_compare_point_side(w->view, pair));
  const jh_rule *rule = jh_compare_point_rule(w->view, pair);
  slice(w, at.county_code);
  slice(w, at.county_name);
  level(w, pair, &at);
  slice(w, at.code);
  slice(w, at.name);
  const jh_stage *stage = at.stage < plan->stage_count ? &plan->stages[at.stage] : NULL;
  text(w, !stage ? "" : w->lang == JH_EN ? stage->id : jh_text_in(stage->name, w->lang));
  text(w, rule ? rule->id : "");
  text(w, rule ? jh_figure_rule(rule, w->lang) : "");
}

#define WHO                                                                                        \
  {NULL, JH_W_CSV_COUNTY_CODE, NULL, false}, {NULL, JH_W_CSV_COUNTY, NULL, false},                 \
      {NULL, JH_W_CSV_LEVEL, NULL, false}, {NULL, JH_W_CSV_CODE, NULL, false},                     \
      {NULL, JH_W_CSV_NAME, NULL, false}, {NULL, JH_W_CSV_STAGE, NULL, false},                     \
      {NULL, JH_W_CSV_RULE, NULL, false}, {                                                        \
    NULL, JH_W_CSV_RULE_NAME, NULL, false                                                          \
  }

#define COLUMN(word)                                                                               \
  { NULL, JH_W_##word, NULL, false }

/* The revision: old, new, clause, reason, and what came of it. */
static const jh_listing_column change_columns[] = {
    COLUMN(CSV_PATH),    COLUMN(CSV_WAS),       COLUMN(CSV_NOW),    COLUMN(CSV_UNIT),
    COLUMN(CSV_WHEN),    COLUMN(CSV_CLAUSE),    COLUMN(CSV_REASON), COLUMN(CSV_SINCE),
    COLUMN(CSV_UNTIL),   COLUMN(CSV_DIRECTION), COLUMN(CSV_LAYER),  COLUMN(CSV_DOCUMENT),
    COLUMN(CSV_CHANGED), COLUMN(CSV_REACHED)};

static void day(const writer *w, jh_date at) {
  char out[11];
  text(w, at ? jh_date_text(out, at) : "");
}

static jh_code changes(const writer *w, jh_error *err) {
  (void)err;
  for (size_t i = 0; i < w->view->what->change_count; i++) {
    const jh_flip_change *at = &w->view->what->changes[i];
    const jh_change *change = &at->change;
    const jh_plan *plan = jh_compare_point_plan(w->view, at->side);
    bool is_whole = change->kind == JH_CHANGE_ADDED || change->kind == JH_CHANGE_WITHDRAWN;
    const char *kind = jh_words_get(jh_changes_kind_word(change), w->lang);
    if (is_whole && w->lang == JH_EN) kind = jh_changes_kind(change);
    text(w, change->path);
    text(w, change->was);
    text(w, is_whole ? kind : change->now);
    unit(w, plan, change->param < plan->param_count ? plan->params[change->param].unit_text : "");
    text(w, change->when);
    text(w, change->clause);
    text(w, jh_text_in(change->reason, w->lang));
    day(w, change->since);
    day(w, change->until);
    text(
        w, w->lang == JH_EN ? jh_changes_direction(change)
                            : jh_words_get(jh_changes_direction_word(change), w->lang));
    text(w, change->layer < plan->layer_count ? plan->layers[change->layer].id : "");
    text(w, jh_origin_document(plan, change->document));
    number(w, at->changed);
    number(w, at->reached);
  }
  return JH_OK;
}

static const jh_listing_column region_columns[] = {
    COLUMN(CSV_REGION_LEVEL),    COLUMN(CSV_REGION_CODE),    COLUMN(CSV_REGION_NAME),
    COLUMN(CSV_COUNTIES_BEFORE), COLUMN(CSV_COUNTIES_AFTER), COLUMN(CSV_MET_BEFORE),
    COLUMN(CSV_MET_AFTER),       COLUMN(CSV_UNMET_BEFORE),   COLUMN(CSV_UNMET_AFTER),
    COLUMN(CSV_OPEN_BEFORE),     COLUMN(CSV_OPEN_AFTER)};

static jh_code regions(const writer *w, jh_error *err) {
  static const jh_verdict shown[] = {JH_MET, JH_UNMET, JH_UNDETERMINED};
  static const jh_cost_level levels[] = {JH_COST_PREFECTURE, JH_COST_PROVINCE, JH_COST_ALL};
  jh_compare_regions all;
  jh_code code = jh_compare_regions_make(&all, w->view, err);
  for (size_t i = 0; i < all.count && !code; i++) {
    const jh_total *of = all.items[i].of;
    region_level(w, levels[of[1].level]);
    slice(w, of[1].code);
    slice(w, of[1].name);
    number(w, of[0].counties);
    number(w, of[1].counties);
    for (size_t v = 0; v < sizeof shown / sizeof *shown; v++) {
      number(w, of[0].tally.of[shown[v]]);
      number(w, of[1].tally.of[shown[v]]);
    }
  }
  jh_compare_regions_done(&all);
  return code;
}

static const jh_listing_column near_columns[] = {
    WHO,
    COLUMN(CSV_VERDICT),
    COLUMN(CSV_MARGIN_PERCENT),
    COLUMN(CSV_MEASURE_BEFORE),
    COLUMN(CSV_BOUND_BEFORE),
    COLUMN(CSV_MEASURE_AFTER),
    COLUMN(CSV_BOUND_AFTER),
    COLUMN(CSV_UNIT)};

static void figure(const writer *w, const jh_figure *at, bool is_there) {
  if (is_there) jh_figure_csv(&w->list->text, at);
  jh_listing_next(w->list);
}

static jh_code near(const writer *w, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < w->view->near->count && !code; i++) {
    const jh_near *at = &w->view->near->items[i];
    jh_compare_figures f;
    code = jh_compare_point_figures(w->view, &at->point, &f, err);
    who(w, at->point.rule, at->point.row);
    text(w, verdict(w, (uint8_t)at->point.verdict[1]));
    text(w, at->margin);
    for (int side = 0; side < 2; side++) {
      figure(w, &f.measure[side], f.has[side]);
      figure(w, &f.bound[side], f.has[side]);
    }
    unit(
        w, jh_compare_point_plan(w->view, jh_compare_point_side(w->view, at->point.rule)),
        jh_compare_point_rule(w->view, at->point.rule)->unit_text);
  }
  return code;
}

/* Who fails or meets what was changed, and which requirement keeps its verdict all the same. */
static const jh_listing_column absorbed_columns[] = {
    COLUMN(CSV_PATH),           WHO,
    COLUMN(CSV_BEFORE),         COLUMN(CSV_AFTER),
    COLUMN(CSV_MEASURE_BEFORE), COLUMN(CSV_BOUND_BEFORE),
    COLUMN(CSV_MEASURE_AFTER),  COLUMN(CSV_BOUND_AFTER),
    COLUMN(CSV_UNIT),           COLUMN(CSV_KEPT_BY),
    COLUMN(CSV_KEPT_BY_NAME),   COLUMN(CSV_KEPT)};

static jh_code absorbed_one(
    const writer *w, const char *path, const jh_flip_absorbed *at, const jh_flip_point *point,
    jh_error *err) {
  const jh_rule *rule = jh_compare_point_rule(w->view, point->rule);
  const jh_rule *by = jh_compare_point_rule(w->view, at->rule);
  jh_compare_figures f;
  jh_code code = jh_compare_point_figures(w->view, point, &f, err);
  text(w, path);
  who(w, point->rule, point->row);
  for (int side = 0; side < 2; side++) text(w, verdict(w, (uint8_t)point->verdict[side]));
  for (int side = 0; side < 2; side++) {
    figure(w, &f.measure[side], f.has[side]);
    figure(w, &f.bound[side], f.has[side]);
  }
  int side = jh_compare_point_side(w->view, point->rule);
  unit(w, jh_compare_point_plan(w->view, side), rule ? rule->unit_text : "");
  text(w, by ? by->id : "");
  text(w, by ? jh_figure_rule(by, w->lang) : "");
  text(w, verdict(w, (uint8_t)at->verdict));
  return code;
}

static jh_code absorbed(const writer *w, jh_error *err) {
  const jh_comparison *what = w->view->what;
  jh_code code = JH_OK;
  for (size_t i = 0; i < what->change_count; i++) {
    const jh_flip_change *change = &what->changes[i];
    for (size_t k = 0; k < change->absorbed_count; k++) {
      const jh_flip_absorbed *at = &change->absorbed[k];
      for (size_t p = 0; p < at->count && !code; p++)
        code = absorbed_one(w, change->change.path, at, &what->points[at->first + p], err);
    }
  }
  return code;
}

static const jh_listing_column alone_columns[] = {
    COLUMN(CSV_AT),    COLUMN(CSV_PATHS), COLUMN(CSV_RULE), COLUMN(CSV_RULE_NAME),
    COLUMN(CSV_LEVEL), COLUMN(CSV_FLIPS), COLUMN(CSV_SAME)};

/* A line for each change and each requirement that is told by itself; no count where it cannot stand alone. */
static jh_code alone(const writer *w, jh_error *err) {
  (void)err;
  const jh_comparison *what = w->view->what;
  for (size_t i = 0; w->view->alone && i < w->view->alone->count; i++) {
    const jh_alone_item *item = &w->view->alone->items[i];
    for (size_t t = 0; t < what->total_count; t++) {
      const jh_rule *rule = jh_compare_point_rule(w->view, what->totals[t].rule);
      const jh_plan *plan = jh_compare_point_plan(w->view, JH_AFTER);
      uint32_t at = jh_compare_point_level(w->view, what->totals[t].rule);
      text(w, item->at);
      for (size_t k = 0; k < item->change_count; k++) {
        if (k) jh_buf_text(&w->list->text, "; ");
        jh_buf_text(&w->list->text, what->changes[item->changes[k]].change.path);
      }
      jh_listing_next(w->list);
      text(w, rule ? rule->id : "");
      text(w, rule ? jh_figure_rule(rule, w->lang) : "");
      text(w, w->lang == JH_EN ? plan->levels[at].id : jh_text_in(plan->levels[at].name, w->lang));
      if (item->stands) {
        number(w, item->flips[t]);
        number(w, item->own[t]);
      } else {
        text(w, "");
        text(w, "");
      }
    }
  }
  return JH_OK;
}

static const jh_listing_column cost_columns[] = {
    COLUMN(CSV_REGION_LEVEL),
    WHO,
    COLUMN(CSV_UNIT),
    COLUMN(CSV_MISSING_BEFORE),
    COLUMN(CSV_MISSING_AFTER),
    COLUMN(CSV_YUAN_EACH),
    COLUMN(CSV_YUAN_BEFORE),
    COLUMN(CSV_YUAN_AFTER),
    COLUMN(CSV_NOT_KNOWN_BEFORE),
    COLUMN(CSV_NOT_KNOWN_AFTER)};

static void amounts(
    const writer *w, const jh_cost_item *item, const jh_cost_pair *missing,
    const jh_cost_pair *yuan, const size_t not_known[2]) {
  if (item && item->is_plain)
    text(w, w->lang == JH_EN ? item->unit : jh_words_get(JH_W_COST_PLAIN, w->lang));
  else
    unit(w, jh_compare_point_plan(w->view, JH_AFTER), item ? item->unit : "");
  text(w, missing->at[0]);
  text(w, missing->at[1]);
  text(w, item ? item->yuan : "");
  text(w, yuan->at[0]);
  text(w, yuan->at[1]);
  number(w, not_known[0]);
  number(w, not_known[1]);
}

/* Entities, then counties, prefectures, provinces, all: region_level says which. */
static jh_code cost(const writer *w, jh_error *err) {
  (void)err;
  const jh_cost *of = w->view->cost;
  for (size_t i = 0; of && i < of->line_count; i++) {
    const jh_cost_line *line = &of->lines[i];
    const jh_cost_item *item = &of->items[line->item];
    const size_t not_known[2] = {!line->missing.at[0], !line->missing.at[1]};
    text(w, jh_words_get(JH_W_REGION_ENTITY, w->lang));
    who(w, item->rule, line->row);
    amounts(w, item, &line->missing, &line->yuan, not_known);
  }
  for (size_t i = 0; of && i < of->sum_count; i++) {
    const jh_cost_sum *sum = &of->sums[i];
    const jh_cost_item *item = sum->item == JH_NONE ? NULL : &of->items[sum->item];
    const jh_rule *rule = item ? jh_compare_point_rule(w->view, item->rule) : NULL;
    jh_str code, name;
    jh_compare_region_of(w->view, sum, &code, &name);
    region_level(w, sum->level);
    slice(w, code);
    slice(w, name);
    for (int k = 0; k < 4; k++) text(w, "");
    text(w, rule ? rule->id : "*");
    text(w, rule ? jh_figure_rule(rule, w->lang) : jh_words_get(JH_W_COST_ALL_PRICED, w->lang));
    amounts(w, item, &sum->missing, &sum->yuan, sum->not_known);
  }
  return JH_OK;
}

enum { MOST_COLUMNS = 24 };

#define SIZE(list) (sizeof(list) / sizeof *(list))

static const struct {
  const char *name;
  const jh_listing_column *columns;
  size_t count;
  jh_code (*fill)(const writer *w, jh_error *err);
} tables[] = {
    {"changes", change_columns, SIZE(change_columns), changes},
    {"regions", region_columns, SIZE(region_columns), regions},
    {"near", near_columns, SIZE(near_columns), near},
    {"absorbed", absorbed_columns, SIZE(absorbed_columns), absorbed},
    {"alone", alone_columns, SIZE(alone_columns), alone},
    {"cost", cost_columns, SIZE(cost_columns), cost}};

const char *jh_report_compare_tables(void) {
  return "flips|changes|regions|near|absorbed|alone|cost";
}

jh_code jh_report_compare_table(
    const jh_compare_view *view, const char *table, jh_lang lang, jh_sink sink, void *sink_payload,
    jh_error *err) {
  size_t which = 0;
  while (which < SIZE(tables) && strcmp(tables[which].name, table) != 0) which++;
  if (which == SIZE(tables)) return jh_compare_csv_flips(view, lang, sink, sink_payload, err);
  jh_out out;
  jh_listing list;
  jh_listing_column columns[MOST_COLUMNS];
  jh_out_init(&out, sink, sink_payload);
  for (size_t i = 0; i < tables[which].count; i++) {
    columns[i] = tables[which].columns[i];
    columns[i].key = jh_words_get(columns[i].word, JH_EN); /* English heads are those of scripts */
  }
  jh_listing_init(&list, columns, tables[which].count);
  writer w = {&list, view, lang};
  jh_code code = tables[which].fill(&w, err);
  if (!code) jh_listing_csv(&out.buf, &list, lang);
  jh_listing_done(&list);
  return jh_out_done(&out, code, err);
}
