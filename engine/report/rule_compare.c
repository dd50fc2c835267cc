/* rule_compare.c - see rule_compare.h.
 *
 * First the names of all rows are gathered, then each pack is asked for its
 * cell. A cell is what is compared and, beside it, the clause, which may differ
 * without the row being one that differs.
 */
#include "report/rule_compare.h"

#include <string.h>

#include "report/asked.h"
#include "report/figure.h"
#include "report/origin.h"

enum { MOST_FORMULA = 60000 };

typedef enum row_kind {
  ROW_PARAM,
  ROW_RULE,
  ROW_MEASURE,
  ROW_SCOPE,
  ROW_QUANTITY,
  ROW_TARGET
} row_kind;

typedef struct row {
  row_kind kind;
  const char *id; /* path, rule id, or level.quantity */
  const char *name;
} row;

typedef struct cell {
  const char *text; /* NULL: the pack has none */
  const char *clause, *document;
} cell;

typedef struct table {
  const jh_rule_comparison *how;
  jh_arena *arena;
  row *rows;
  size_t row_count, row_room;
  cell *cells; /* of the row at hand, one for each pack */
  jh_buf scratch;
  bool has_failed;
} table;

static const char *keep(table *t) {
  char *text = jh_buf_ok(&t->scratch) ? jh_arena_text(t->arena, jh_buf_str(&t->scratch)) : NULL;
  if (!text) t->has_failed = true;
  jh_buf_clear(&t->scratch);
  return text ? text : "";
}

static bool has_row(const table *t, row_kind kind, const char *id) {
  for (size_t i = 0; i < t->row_count; i++) {
    if (t->rows[i].kind == kind && strcmp(t->rows[i].id, id) == 0) return true;
  }
  return false;
}

static void add_row(table *t, row_kind kind, const char *id, const char *name) {
  if (has_row(t, kind, id)) return;
  void *items = t->rows;
  if (jh_arena_grow(t->arena, &items, &t->row_room, t->row_count + 1, sizeof *t->rows) != 0) {
    t->has_failed = true;
    return;
  }
  t->rows = items;
  t->rows[t->row_count++] = (row){kind, id, name};
}

static bool is_compared(const jh_rule *rule) {
  return rule->kind != JH_RULE_CHECK && rule->parent == JH_NONE;
}

static void add_rules(table *t, const jh_plan *plan) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    const char *name = jh_text_in(rule->name, t->how->lang);
    if (!is_compared(rule)) continue;
    add_row(t, ROW_RULE, rule->id, name);
    add_row(t, ROW_MEASURE, rule->id, name);
    add_row(t, ROW_SCOPE, rule->id, name);
  }
}

static const char *quantity_id(table *t, const jh_plan *plan, const jh_quantity *quantity) {
  jh_buf_print(&t->scratch, "%s.%s", plan->levels[quantity->level].id, quantity->id);
  return keep(t);
}

/* Numbers first, for they are what is asked for most; then rules, then quantities. */
static void add_rows(table *t) {
  for (size_t p = 0; p < t->how->count; p++) {
    const jh_plan *plan = t->how->plans[p];
    for (size_t i = 0; i < plan->param_count; i++) {
      uint32_t rule = jh_origin_rule(plan, plan->params[i].path);
      const char *name = rule == JH_NONE ? "" : jh_text_in(plan->rules[rule].name, t->how->lang);
      add_row(t, ROW_PARAM, plan->params[i].path, name);
    }
  }
  for (size_t p = 0; p < t->how->count; p++) add_rules(t, t->how->plans[p]);
  for (size_t p = 0; p < t->how->count; p++) {
    const jh_plan *plan = t->how->plans[p];
    for (size_t i = 0; i < plan->quantity_count; i++) {
      const jh_quantity *quantity = &plan->quantities[i];
      const char *name = jh_text_in(quantity->name, t->how->lang);
      add_row(t, ROW_QUANTITY, quantity_id(t, plan, quantity), name);
    }
  }
}

static void add_targets(table *t) {
  for (size_t p = 0; p < t->how->count; p++) {
    const jh_plan *plan = t->how->plans[p];
    for (size_t i = 0; i < plan->target_count; i++) {
      const jh_target *target = &plan->targets[i];
      add_row(t, ROW_TARGET, target->id, jh_text_in(target->name, t->how->lang));
    }
  }
}

static jh_formula by_path(const table *t, const jh_plan *plan) {
  return (jh_formula){.plan = plan, .lang = t->how->lang, .most_bytes = MOST_FORMULA};
}

/* The rule that a parameter belongs to lends its sign. */
static void param_cell(table *t, const jh_plan *plan, const char *path, cell *out) {
  uint32_t index = jh_plan_param(plan, jh_str_of(path));
  if (index == JH_NONE) return;
  const jh_param *param = &plan->params[index];
  jh_formula how = by_path(t, plan);
  how.on = t->how->on ? t->how->on : JH_ORIGIN_LAST;
  uint32_t rule = jh_origin_rule(plan, path);
  const jh_node *bound = rule == JH_NONE ? NULL : jh_asked_bound(plan, &plan->rules[rule]);
  if (bound && bound->index == index) {
    jh_buf_print(&t->scratch, "%s ", jh_figure_sign(plan->rules[rule].compare, true));
  }
  jh_asked_values(&t->scratch, &how, param, JH_NONE);
  out->text = keep(t);
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *value = &param->values[i];
    if (value->since > how.on) continue;
    out->clause = value->clause;
    out->document = jh_origin_document(plan, value->document);
  }
}

/* Is the rule part of the pack on the day? Without one: what has ended is not. */
static bool is_standing(const table *t, const jh_plan *plan, const jh_rule *rule) {
  if (!t->how->on) return !rule->until;
  return jh_origin_since(plan, rule) <= t->how->on && (!rule->until || t->how->on < rule->until);
}

static void rule_cell(table *t, const jh_plan *plan, const row *at, cell *out) {
  uint32_t index = jh_plan_rule(plan, jh_str_of(at->id));
  if (index == JH_NONE || !is_compared(&plan->rules[index])) return;
  const jh_rule *rule = &plan->rules[index];
  jh_formula how = by_path(t, plan);
  if (!is_standing(t, plan, rule)) return;
  if (at->kind == ROW_RULE) {
    jh_buf_text(&t->scratch, t->how->lang == JH_ZH ? "有" : "yes");
  } else if (at->kind == ROW_MEASURE) {
    jh_asked_rule(&t->scratch, &how, rule);
  } else if (rule->applies != JH_NONE) {
    jh_formula_node(&t->scratch, &how, rule->applies);
  } else {
    jh_buf_text(&t->scratch, t->how->lang == JH_ZH ? "全部" : "all");
  }
  *out = (cell){keep(t), rule->clause, jh_origin_document(plan, rule->document)};
}

static void quantity_cell(table *t, const jh_plan *plan, const char *id, cell *out) {
  for (size_t i = 0; i < plan->quantity_count; i++) {
    const jh_quantity *quantity = &plan->quantities[i];
    if (strcmp(quantity_id(t, plan, quantity), id) != 0) continue;
    jh_formula how = by_path(t, plan);
    jh_formula_node(&t->scratch, &how, quantity->node);
    *out = (cell){keep(t), quantity->clause, ""};
  }
}

/* What is counted, by when, and which counties are named; the shares are parameters. */
static void target_cell(table *t, const jh_plan *plan, const char *id, cell *out) {
  char day[11];
  for (size_t i = 0; i < plan->target_count; i++) {
    const jh_target *target = &plan->targets[i];
    if (strcmp(target->id, id) != 0) continue;
    jh_formula how = by_path(t, plan);
    jh_formula_name(&t->scratch, &how, &plan->rules[target->rule]);
    if (target->by) jh_buf_print(&t->scratch, " → %s", jh_date_text(day, target->by));
    for (size_t k = 0; k < target->name_count; k++) {
      jh_buf_text(&t->scratch, k ? ", " : ": ");
      jh_buf_text(&t->scratch, target->names[k].name);
    }
    *out = (cell){keep(t), target->clause, jh_origin_document(plan, target->document)};
  }
}

static void fill_cells(table *t, const row *at) {
  for (size_t p = 0; p < t->how->count; p++) {
    const jh_plan *plan = t->how->plans[p];
    t->cells[p] = (cell){NULL, NULL, NULL};
    if (at->kind == ROW_PARAM)
      param_cell(t, plan, at->id, &t->cells[p]);
    else if (at->kind == ROW_QUANTITY)
      quantity_cell(t, plan, at->id, &t->cells[p]);
    else if (at->kind == ROW_TARGET)
      target_cell(t, plan, at->id, &t->cells[p]);
    else
      rule_cell(t, plan, at, &t->cells[p]);
  }
}

/* Formulas differ only among packs that have the rule: that one has it not is told once. */
static bool differs(const table *t, const row *at) {
  bool is_part = at->kind == ROW_MEASURE || at->kind == ROW_SCOPE;
  const char *first = NULL;
  for (size_t p = 0; p < t->how->count; p++) {
    const char *text = t->cells[p].text;
    if (!text && is_part) continue;
    if (!text) text = "";
    if (!first) first = text;
    if (strcmp(first, text) != 0) return true;
  }
  return false;
}

static const char *const kind_ids[] = {"parameter", "requirement", "formula",
                                       "scope",     "quantity",    "target"};
static const char *const kind_zh[] = {"参数", "要求", "算法", "适用范围", "指标量", "目标"};

/* The columns of the table: what, id, name, then one for each pack. */
static jh_listing_column *columns_of(table *t) {
  jh_listing_column *columns = jh_arena_get(t->arena, (t->how->count + 3) * sizeof *columns);
  if (!columns) return NULL;
  columns[0] = (jh_listing_column){.key = "kind", .word = JH_W_COL_KIND};
  columns[1] = (jh_listing_column){.key = "id", .word = JH_W_COL_ID};
  columns[2] = (jh_listing_column){.key = "name", .word = JH_W_COL_NAME};
  for (size_t p = 0; p < t->how->count; p++) {
    const char *id = t->how->plans[p]->pack.id;
    columns[3 + p] = (jh_listing_column){.key = id, .title = id};
  }
  return columns;
}

static void add_cell(const table *t, jh_listing *list, const cell *at) {
  jh_buf_text(&list->text, at->text ? at->text : "–");
  if (at->text && at->clause && at->clause[0]) {
    jh_words_fill(&list->text, t->how->lang, JH_W_BRACKETS, at->clause, NULL);
  }
  jh_listing_next(list);
}

static void as_table(jh_buf *buf, table *t) {
  jh_listing list;
  jh_listing_column *columns = columns_of(t);
  if (!columns) {
    t->has_failed = true;
    return;
  }
  jh_listing_init(&list, columns, t->how->count + 3);
  for (size_t i = 0; i < t->row_count; i++) {
    const row *at = &t->rows[i];
    fill_cells(t, at);
    if (!t->how->all && !differs(t, at)) continue;
    jh_listing_add(&list, t->how->lang == JH_ZH ? kind_zh[at->kind] : kind_ids[at->kind]);
    jh_listing_add(&list, at->id);
    jh_listing_add(&list, at->name);
    for (size_t p = 0; p < t->how->count; p++) add_cell(t, &list, &t->cells[p]);
  }
  if (t->how->form == JH_RULE_FORM_CSV) {
    jh_listing_csv(buf, &list, t->how->lang);
  } else if (jh_listing_rows(&list)) {
    jh_listing_text(buf, &list, t->how->lang);
  } else {
    jh_buf_print(buf, "%s\n", jh_words_get(JH_W_NO_CHANGES, t->how->lang));
  }
  jh_listing_done(&list);
}

static void json_row(jh_buf *buf, const table *t, const row *at, bool is_first) {
  bool is_first_pack = true;
  jh_buf_text(buf, is_first ? "\n{\"kind\":" : ",\n{\"kind\":");
  jh_buf_json(buf, jh_str_of(kind_ids[at->kind]));
  jh_figure_json_pair(buf, "id", at->id);
  jh_figure_json_pair(buf, "name", at->name);
  jh_buf_print(buf, ",\"differs\":%s,\"packs\":{", differs(t, at) ? "true" : "false");
  for (size_t p = 0; p < t->how->count; p++) {
    const cell *own = &t->cells[p];
    if (!own->text) continue;
    if (!is_first_pack) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(t->how->plans[p]->pack.id));
    jh_buf_text(buf, ":{\"text\":");
    jh_buf_json(buf, jh_str_of(own->text));
    jh_figure_json_pair(buf, "clause", own->clause);
    jh_figure_json_pair(buf, "document", own->document);
    jh_buf_char(buf, '}');
    is_first_pack = false;
  }
  jh_buf_text(buf, "}}");
}

static void as_json(jh_buf *buf, table *t) {
  bool is_first = true;
  jh_buf_text(buf, "{\"format\":1,\"packs\":[");
  for (size_t p = 0; p < t->how->count; p++) {
    if (p) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(t->how->plans[p]->pack.id));
  }
  jh_buf_text(buf, "],\"rows\":[");
  for (size_t i = 0; i < t->row_count; i++) {
    fill_cells(t, &t->rows[i]);
    if (!t->how->all && !differs(t, &t->rows[i])) continue;
    json_row(buf, t, &t->rows[i], is_first);
    is_first = false;
  }
  jh_buf_text(buf, "\n]}\n");
}

void jh_rule_compare(jh_buf *buf, jh_arena *arena, const jh_rule_comparison *how) {
  table t = {.how = how, .arena = arena};
  t.cells = jh_arena_get(arena, (how->count + 1) * sizeof *t.cells);
  jh_buf_init(&t.scratch);
  t.has_failed = !t.cells;
  if (!t.has_failed) {
    add_rows(&t);
    add_targets(&t);
  }
  if (!t.has_failed && how->form == JH_RULE_FORM_JSON) as_json(buf, &t);
  if (!t.has_failed && how->form != JH_RULE_FORM_JSON) as_table(buf, &t);
  if (t.has_failed) buf->failed = true;
  jh_buf_done(&t.scratch);
}
