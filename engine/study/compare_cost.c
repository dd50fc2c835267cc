/* compare_cost.c - what is missing at each entity, before and after; see compare_cost.h. */
#include "study/compare_cost.h"

#include "base/alloc.h"
#include "study/compare_cost_parts.h"
#include "study/compare_figure.h"
#include "study/gap.h"

enum { MOST_PLACES = 18, UNIT_TEXT = 96 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

void jh_cost_cell_init(jh_cost_cell *cell) {
  *cell = (jh_cost_cell){.is_used = false};
  for (int side = 0; side < 2; side++) {
    jh_rat_init(&cell->missing[side]);
    jh_rat_init(&cell->yuan[side]);
  }
}

void jh_cost_cell_done(jh_cost_cell *cell) {
  for (int side = 0; side < 2; side++) {
    jh_rat_done(&cell->missing[side]);
    jh_rat_done(&cell->yuan[side]);
  }
}

void jh_cost_cell_add(jh_cost_cell *to, const jh_cost_cell *from) {
  if (!from->is_used) return;
  to->is_used = true;
  for (int side = 0; side < 2; side++) {
    jh_rat_add(&to->missing[side], &to->missing[side], &from->missing[side]);
    jh_rat_add(&to->yuan[side], &to->yuan[side], &from->yuan[side]);
    to->unmet[side] += from->unmet[side];
    to->not_known[side] += from->not_known[side];
  }
}

jh_code jh_cost_text(const char **out, const jh_rat *value, jh_arena *arena, jh_error *err) {
  char text[128];
  (void)jh_rat_decimal(value, MOST_PLACES, JH_ROUND_UP, text, sizeof text);
  *out = jh_arena_text(arena, jh_str_of(text));
  return *out ? JH_OK : out_of_memory(err);
}

/* Items ---------------------------------------------------------------------------------------- */

/* The unit cost of a rule: of several layers the last. */
static const jh_unit_cost *price_of(const jh_plan *plan, uint32_t rule) {
  const jh_unit_cost *found = NULL;
  for (size_t i = 0; i < plan->unit_cost_count; i++) {
    if (plan->unit_costs[i].rule == rule) found = &plan->unit_costs[i];
  }
  return found;
}

static bool is_listed(const jh_cost *cost, uint32_t pair) {
  for (size_t i = 0; i < cost->item_count; i++) {
    if (cost->items[i].rule == pair) return true;
  }
  return false;
}

static const char *unit_text(const jh_cost_work *w, const jh_unit *unit, jh_error *err) {
  char text[UNIT_TEXT];
  jh_unit_text(&w->compare.plan[1]->units, *unit, text, sizeof text);
  const char *out = jh_arena_text(w->compare.arena, jh_str_of(text));
  if (!out) (void)out_of_memory(err);
  return out;
}

/* The unit that a price is per, where it is one and not a word of the author's. */
static jh_code read_per(
    jh_unit *out, bool *is_unit, const jh_plan *plan, const jh_unit_cost *price,
    const jh_gap_form *form, jh_error *err) {
  char missing[UNIT_TEXT];
  *is_unit = form->is_there && price->per && price->per[0] &&
             jh_unit_read(out, &plan->units, jh_str_of(price->per), NULL) == JH_OK;
  bool is_count = *is_unit && jh_unit_is_plain(form->unit); /* things: any word may name them */
  if (!*is_unit || is_count || jh_unit_same_kind(*out, form->unit)) return JH_OK;
  jh_unit_text(&plan->units, form->unit, missing, sizeof missing);
  return jh_fail(
      err, JH_ECOST_UNIT, &price->place, plan->rules[price->rule].id, price->per, missing, NULL);
}

jh_code jh_compare_cost_check(const jh_plan *plan, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < plan->unit_cost_count && !code; i++) {
    const jh_unit_cost *price = &plan->unit_costs[i];
    jh_gap_form form;
    jh_unit unit;
    bool is_unit;
    if (price_of(plan, price->rule) != price) continue;
    code = jh_gap_form_of(&form, plan, price->rule, err);
    if (!code) code = read_per(&unit, &is_unit, plan, price, &form, err);
  }
  return code;
}

/* What a price is per: a unit of what is missing, or a word of the author's for one of it. */
static jh_code take_price(
    jh_cost_work *w, size_t item, const jh_unit_cost *price, const jh_gap_form *form,
    jh_error *err) {
  jh_cost_item *at = &w->out->items[item];
  const jh_plan *plan = w->compare.plan[1];
  jh_unit unit;
  bool is_unit = false;
  jh_rat_set_dec(&w->yuan[item], price->yuan);
  at->note = price->note;
  jh_code code = jh_cost_text(&at->yuan, &w->yuan[item], w->compare.arena, err);
  if (code || !form->is_there || !price->per || !price->per[0]) return code;
  code = read_per(&unit, &is_unit, plan, price, form, err);
  if (code) return code;
  if (is_unit) {
    jh_rat factor;
    jh_rat_init(&factor);
    jh_rat_set_int(&w->scale[item], unit.num);
    jh_rat_set_int(&factor, unit.den);
    jh_rat_div(&w->scale[item], &w->scale[item], &factor);
    jh_rat_done(&factor);
  }
  at->unit = price->per;
  at->is_plain = false;
  return JH_OK;
}

static jh_code add_item(jh_cost_work *w, uint32_t pair, const jh_unit_cost *price, jh_error *err) {
  jh_gap_form form;
  size_t item = w->out->item_count++;
  jh_cost_item *at = &w->out->items[item];
  uint32_t rule = w->compare.out->rules[pair].of[1];
  *at = (jh_cost_item){.rule = pair};
  jh_rat_init(&w->yuan[item]);
  jh_rat_init(&w->scale[item]);
  jh_rat_set_int(&w->scale[item], 1);
  jh_code code = jh_gap_form_of(&form, w->compare.plan[1], rule, err);
  if (code) return code;
  at->is_whole = form.is_whole;
  at->is_plain = form.is_there && jh_unit_is_plain(form.unit);
  if (form.is_there) at->unit = unit_text(w, &form.unit, err);
  if (form.is_there && !at->unit) return JH_ENOMEM;
  at->why = !form.is_there ? JH_COST_NO_GAP : price ? JH_COST_PRICED : JH_COST_NO_PRICE;
  return price ? take_price(w, item, price, &form, err) : JH_OK;
}

/* What has a price, in order of the rules; then what is changed and has none. */
static jh_code find_items(jh_cost_work *w, const jh_comparison *what, jh_error *err) {
  const jh_plan *plan = w->compare.plan[1];
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < plan->rule_count && !code; i++) {
    const jh_unit_cost *price = price_of(plan, i);
    uint32_t pair = w->compare.pair_of[1][i];
    if (price && pair != JH_NONE) code = add_item(w, pair, price, err);
  }
  for (size_t i = 0; i < what->change_count; i++) {
    const jh_flip_change *change = &what->changes[i];
    for (size_t k = 0; change->is_in_force && k < change->rule_count && !code; k++) {
      uint32_t rule = what->rules[change->rules[k]].of[1];
      bool is_new = rule != JH_NONE && !is_listed(w->out, change->rules[k]);
      if (is_new && jh_compare_figure_has(plan, &plan->rules[rule]))
        code = add_item(w, change->rules[k], NULL, err);
    }
  }
  return code;
}

/* Entities ------------------------------------------------------------------------------------- */

static jh_cost_cell *cell_of(jh_cost_work *w, size_t item, uint32_t level, uint32_t row) {
  const jh_compare_work *c = &w->compare;
  uint32_t county =
      level == c->top[1] ? row : jh_dataset_ancestor(c->data[1], level, row, c->top[1]);
  return &w->cells[item * w->county_count + county];
}

/* One side at one entity: its amount, as told, goes to `amount`; false where it is not known. */
static bool count_side(
    jh_cost_work *w, size_t item, int side, const jh_compare_spot *spot, jh_verdict verdict,
    jh_rat *amount) {
  jh_rat_set_int(amount, 0);
  if (verdict == JH_UNDETERMINED) return false;
  if (verdict != JH_UNMET) return true;
  uint32_t rule = w->compare.out->rules[spot->rule].of[side];
  if (!jh_gap_at(w->compare.side[side]->run, rule, spot->row[side], amount)) return false;
  jh_rat_div(amount, amount, &w->scale[item]);
  return true;
}

static jh_code add_line(
    jh_cost_work *w, const jh_cost_line *line, const jh_cost_cell *own, const bool known[2],
    jh_error *err) {
  void *items = w->out->lines;
  if (jh_arena_grow(
          w->compare.arena, &items, &w->out->line_room, w->out->line_count + 1,
          sizeof *w->out->lines))
    return out_of_memory(err);
  w->out->lines = items;
  jh_cost_line *at = &w->out->lines[w->out->line_count++];
  *at = *line;
  jh_code code = JH_OK;
  bool is_priced = w->out->items[line->item].why == JH_COST_PRICED;
  for (int side = 0; side < 2 && !code; side++) {
    if (!known[side]) continue;
    code = jh_cost_text(&at->missing.at[side], &own->missing[side], w->compare.arena, err);
    if (!code && is_priced)
      code = jh_cost_text(&at->yuan.at[side], &own->yuan[side], w->compare.arena, err);
  }
  return code;
}

/* One item at one entity, on both sides. */
static jh_code count_spot(
    jh_cost_work *w, size_t item, const jh_compare_spot *spot, jh_error *err) {
  jh_cost_item *at = &w->out->items[item];
  uint32_t level = jh_compare_level(&w->compare, 1, spot->rule);
  jh_cost_line line = {.item = (uint32_t)item, .row = {spot->row[0], spot->row[1]}};
  jh_cost_cell own;
  bool known[2], is_open = false;
  jh_cost_cell_init(&own);
  for (int side = 0; side < 2; side++) {
    line.verdict[side] = jh_compare_verdict(&w->compare, side, spot);
    bool is_unmet = line.verdict[side] == JH_UNMET;
    known[side] = at->why != JH_COST_NO_GAP &&
                  count_side(w, item, side, spot, line.verdict[side], &own.missing[side]);
    if (!known[side] && at->why == JH_COST_NO_GAP) known[side] = true;
    jh_rat_mul(&own.yuan[side], &own.missing[side], &w->yuan[item]);
    own.unmet[side] = is_unmet;
    own.not_known[side] = !known[side];
    at->unmet[side] += is_unmet;
    at->not_known[side] += !known[side];
    is_open = is_open || is_unmet || !known[side];
  }
  own.is_used = is_open;
  jh_cost_cell_add(cell_of(w, item, level, spot->row[1]), &own);
  jh_code code = JH_OK;
  if (is_open && at->why != JH_COST_NO_GAP) code = add_line(w, &line, &own, known, err);
  jh_cost_cell_done(&own);
  return code;
}

static jh_code count_item(jh_cost_work *w, size_t item, jh_error *err) {
  uint32_t pair = w->out->items[item].rule;
  uint32_t level = jh_compare_level(&w->compare, 1, pair);
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < w->compare.data[1]->levels[level].count && !code; row++) {
    jh_compare_spot spot = {pair, {jh_compare_row(&w->compare, 1, level, row), row}};
    code = count_spot(w, item, &spot, err);
  }
  return code;
}

static jh_code make_cells(jh_cost_work *w, jh_error *err) {
  size_t count = w->out->item_count * w->county_count;
  w->cells = jh_alloc_get((count + 1) * sizeof *w->cells);
  if (!w->cells) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) jh_cost_cell_init(&w->cells[i]);
  return JH_OK;
}

static void close_work(jh_cost_work *w) {
  for (size_t i = 0; i < w->out->item_count; i++) {
    jh_rat_done(&w->yuan[i]);
    jh_rat_done(&w->scale[i]);
  }
  for (size_t i = 0; w->cells && i < w->out->item_count * w->county_count; i++)
    jh_cost_cell_done(&w->cells[i]);
  jh_alloc_free(w->cells);
}

jh_code jh_compare_cost(
    jh_cost *out, const jh_comparison *what, const jh_compare_side sides[2], jh_arena *arena,
    jh_error *err) {
  jh_cost_work w = {.out = out};
  *out = (jh_cost){.item_count = 0};
  jh_code code = jh_compare_begin(&w.compare, &sides[0], &sides[1], arena, err);
  if (code) return code;
  size_t most = w.compare.plan[1]->rule_count + 1;
  w.county_count = w.compare.data[1]->levels[w.compare.top[1]].count;
  out->items = jh_arena_get(arena, most * sizeof *out->items);
  w.yuan = jh_arena_get(arena, most * sizeof *w.yuan);
  w.scale = jh_arena_get(arena, most * sizeof *w.scale);
  if (!out->items || !w.yuan || !w.scale) return out_of_memory(err);
  code = find_items(&w, what, err);
  if (!code) code = make_cells(&w, err);
  for (size_t i = 0; i < out->item_count && !code; i++) code = count_item(&w, i, err);
  if (!code) code = jh_compare_cost_sums(&w, err);
  close_work(&w);
  return code;
}
