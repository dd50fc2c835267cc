/* plan_tell.c - what remedy/ found, as the record that report/ renders. */
#include <string.h>

#include "eval/explain.h"
#include "session/plan.h"

enum { MOST_CELLS = 20 };

typedef jh_session_planning planning;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code set_columns(
    planning *p, const jh_remedy_gap *gap, jh_remedy_lack *lack, jh_error *err) {
  const jh_table_def *table = &p->session->plan->tables[gap->table];
  lack->at = jh_run_entity(p->session->run, table->level, gap->cell_row);
  lack->amount = gap->amount;
  lack->column_count = gap->column_count;
  lack->columns = jh_arena_get(p->arena, (gap->column_count + 1) * sizeof(void *));
  if (!lack->columns) return out_of_memory(err);
  for (size_t i = 0; i < gap->column_count; i++)
    lack->columns[i] = &table->columns[gap->columns[i]];
  return JH_OK;
}

static jh_code fill_lack(
    planning *p, const jh_remedy_gap *gap, jh_remedy_lack *lack, jh_error *err) {
  const jh_plan *plan = p->session->plan;
  jh_code code = jh_run_finding(p->session->run, gap->rule, gap->row, &lack->finding, err);
  if (code) return code;
  lack->choice = gap->choice ? &plan->rules[gap->choice_rule] : NULL;
  lack->choice_number = gap->choice;
  lack->leave = gap->leave;
  lack->floor = gap->floor;
  return set_columns(p, gap, lack, err);
}

jh_code jh_session_plan_lacks(planning *p, jh_error *err) {
  jh_remedy_gap *gaps;
  size_t count;
  jh_code code = jh_remedy_gap_list(&gaps, &count, p->missing, p->plain, p->arena, err);
  if (code) return code;
  p->out.lacks = jh_arena_get(p->arena, (count + 1) * sizeof *p->out.lacks);
  if (!p->out.lacks) return out_of_memory(err);
  for (size_t i = 0; i < count && !code; i++) {
    if (gaps[i].rule == JH_NONE) continue;
    code = fill_lack(p, &gaps[i], &p->out.lacks[p->out.lack_count++], err);
  }
  return code;
}

static jh_code fill_levelling(
    planning *p, const jh_remedy_behind *of, jh_remedy_levelling *out, jh_error *err) {
  jh_code code = jh_run_finding(p->session->run, of->rule, of->row, &out->finding, err);
  out->mean = of->mean;
  out->level = of->level;
  out->unit_text = of->unit_text;
  out->lags = jh_arena_get(p->arena, (of->count + 1) * sizeof *out->lags);
  if (!out->lags && !code) return out_of_memory(err);
  for (size_t i = 0; i < of->count && !code; i++) {
    const jh_remedy_behind_unit *unit = &of->units[i];
    jh_remedy_lag *lag = &out->lags[out->lag_count++];
    lag->unit = jh_run_entity(p->session->run, unit->level, unit->row);
    lag->value = unit->value;
    if (unit->gap.column_count) code = set_columns(p, &unit->gap, &lag->lack, err);
  }
  return code;
}

jh_code jh_session_plan_levellings(planning *p, jh_error *err) {
  jh_remedy_behind *list;
  size_t count;
  jh_code code =
      jh_remedy_behind_list(&list, &count, p->missing, p->session->plan, p->plain, p->arena, err);
  if (code) return code;
  p->out.levellings = jh_arena_get(p->arena, (count + 1) * sizeof *p->out.levellings);
  if (!p->out.levellings) return out_of_memory(err);
  for (size_t i = 0; i < count && !code; i++)
    code = fill_levelling(p, &list[i], &p->out.levellings[p->out.levelling_count++], err);
  return code;
}

static bool is_told(const planning *p, const jh_remedy_block *block) {
  for (size_t i = 0; i < p->out.bar_count; i++) {
    const jh_finding *known = &p->out.bars[i].finding;
    if (known->rule_index == block->rule && known->entity.row == block->row) return true;
  }
  return false;
}

jh_code jh_session_plan_bars(planning *p, const jh_remedy_model *model, jh_error *err) {
  jh_code code = JH_OK;
  p->out.bars = jh_arena_get(p->arena, (model->block_count + 1) * sizeof *p->out.bars);
  if (!p->out.bars) return out_of_memory(err);
  for (size_t i = 0; i < model->block_count && !code; i++) {
    const jh_remedy_block *block = &model->blocks[i];
    if (block->rule == JH_NONE || is_told(p, block)) continue;
    jh_remedy_bar *bar = &p->out.bars[p->out.bar_count++];
    bar->why = block->why;
    code = jh_run_finding(p->session->run, block->rule, block->row, &bar->finding, err);
    if (!code)
      code = jh_explain_waiting(
          &bar->cells, &bar->cell_total, p->session->run, block->rule, block->row, MOST_CELLS,
          p->arena, err);
    bar->cell_count = bar->cell_total < MOST_CELLS ? bar->cell_total : MOST_CELLS;
    if (!code) jh_session_give_cells(p->session, bar->cells, bar->cell_count, p->arena);
  }
  return code;
}

const char *jh_session_plan_yuan(planning *p, const jh_rat *value, jh_round how) {
  char text[96];
  (void)jh_rat_decimal(value, 2, how, text, sizeof text);
  return jh_arena_text(p->arena, jh_str_of(text));
}

/* Does a wish that does not hold today speak of the variable? Adds its rules. */
typedef struct serving {
  planning *p;
  uint32_t variable;
  jh_remedy_buy *buy;
  const jh_rat *zeros;
} serving;

static bool speaks_of(const jh_remedy_sum *sum, uint32_t variable, bool any_way) {
  for (size_t i = 0; i < sum->count; i++) {
    if (sum->terms[i].variable == variable)
      return any_way || jh_rat_sign(&sum->terms[i].factor) > 0;
  }
  return false;
}

static void add_rule(serving *s, uint32_t rule) {
  const jh_rule *of = rule == JH_NONE ? NULL : &s->p->session->plan->rules[rule];
  for (size_t i = 0; i < s->buy->serve_count; i++) {
    if (s->buy->serves[i] == of) return;
  }
  if (of) s->buy->serves[s->buy->serve_count++] = of;
}

static void look_for(serving *s, const jh_remedy_wish *wish, uint32_t rule) {
  if (wish->rule != JH_NONE) rule = wish->rule;
  bool is_in = wish->kind == JH_REMEDY_LINE && speaks_of(&wish->sum, s->variable, false);
  for (size_t i = 0; i < wish->unit_count && !is_in; i++)
    is_in = speaks_of(&wish->sums[i], s->variable, true);
  if (is_in && !jh_remedy_holds(wish, s->zeros)) add_rule(s, rule);
  for (size_t i = 0; i < wish->member_count; i++) look_for(s, &wish->members[i], rule);
}

static void write_cell(char *out, int64_t number, int32_t scale) {
  char text[JH_DEC_TEXT];
  jh_str_copy(out, JH_FIGURE_TEXT, jh_str_of(jh_dec_text(text, (jh_dec){number, scale})));
}

/* One cell of the line; nothing if it was not changed (or there is no such row). */
static void add_edit(
    planning *p, const jh_means *means, uint32_t column, uint32_t row, const jh_remedy_cells *cells,
    jh_remedy_buy *buy) {
  const jh_table_def *table = &p->session->plan->tables[means->table];
  const jh_rows *rows = &p->session->dataset->levels[table->level];
  for (size_t k = 0; k < cells->count && row != JH_NONE; k++) {
    const jh_slice_value *cell = &cells->items[k];
    if (cell->table != means->table || cell->row != row || cell->column != column) continue;
    jh_remedy_edit *edit = &buy->edits[buy->edit_count++];
    edit->table = table;
    edit->column = &table->columns[column];
    edit->at = jh_run_entity(p->session->run, table->level, row);
    write_cell(edit->from, cells->befores[k], rows->columns[column]->scale);
    write_cell(edit->to, cell->number, rows->columns[column]->scale);
  }
}

/* The cells of this line, which `cells` (by the lines before it) then hold changed. */
static jh_code add_edits(
    planning *p, const jh_remedy_variable *variable, const jh_rat *amount, jh_remedy_cells *cells,
    jh_remedy_buy *buy, jh_error *err) {
  const jh_means *means = &p->prices->means[variable->means];
  jh_code code =
      jh_remedy_trial_cells(cells, p->session->dataset, p->prices, variable, amount, p->arena, err);
  buy->edits = jh_arena_get(p->arena, (means->add_count * 2 + 1) * sizeof *buy->edits);
  if (!buy->edits) return out_of_memory(err);
  for (size_t i = 0; i < means->add_count && !code; i++)
    add_edit(p, means, means->adds[i].column, variable->row, cells, buy);
  for (size_t i = 0; i < means->add_count && !code; i++)
    add_edit(p, means, means->adds[i].column, variable->from_row, cells, buy);
  return code;
}

static jh_code fill_buy(
    planning *p, uint32_t number, jh_remedy_cells *cells, const jh_rat *zeros, jh_remedy_buy *buy,
    jh_error *err) {
  const jh_remedy_problem *problem = &p->model->problem;
  const jh_remedy_variable *variable = &problem->variables[number];
  const jh_rat *amount = &p->solution.amounts[number];
  uint32_t level;
  char text[96];
  jh_rat part, step;
  buy->means = &p->prices->means[variable->means];
  level = p->session->plan->tables[buy->means->table].level;
  buy->at = jh_run_entity(p->session->run, level, variable->row);
  buy->is_move = variable->from_row != JH_NONE;
  if (buy->is_move) buy->source = jh_run_entity(p->session->run, level, variable->from_row);
  jh_rat_init(&part), jh_rat_init(&step);
  jh_rat_set_dec(&step, buy->means->step);
  jh_rat_mul(&part, amount, &step);
  (void)jh_rat_decimal(&part, 18, JH_ROUND_UP, text, sizeof text);
  buy->amount = jh_arena_text(p->arena, jh_str_of(text));
  jh_rat_mul(&part, amount, &variable->cost);
  buy->yuan = jh_session_plan_yuan(p, &part, JH_ROUND_UP);
  jh_rat_done(&part), jh_rat_done(&step);
  buy->serves = jh_arena_get(p->arena, (p->session->plan->rule_count + 1) * sizeof(void *));
  if (!buy->amount || !buy->yuan || !buy->serves) return out_of_memory(err);
  serving s = {p, number, buy, zeros};
  look_for(&s, &problem->goal, JH_NONE);
  return add_edits(p, variable, amount, cells, buy, err);
}

/* By entity, then as the list of prices has them. */
static uint32_t *order_of(const planning *p, size_t *count) {
  const jh_remedy_problem *problem = &p->model->problem;
  uint32_t *order = jh_arena_get(p->arena, (problem->variable_count + 1) * sizeof *order);
  *count = 0;
  for (uint32_t i = 0; order && i < problem->variable_count; i++) {
    size_t at = *count;
    if (jh_rat_sign(&p->solution.amounts[i]) <= 0) continue;
    const jh_remedy_variable *v = &problem->variables[i];
    for (; at > 0 && problem->variables[order[at - 1]].row > v->row; at--)
      order[at] = order[at - 1];
    order[at] = i;
    (*count)++;
  }
  return order;
}

jh_code jh_session_plan_buys(planning *p, jh_error *err) {
  size_t count, variables = p->model->problem.variable_count;
  uint32_t *order = order_of(p, &count);
  jh_rat *zeros = jh_arena_get(p->arena, (variables + 1) * sizeof *zeros);
  jh_remedy_cells cells = {0};
  jh_code code = JH_OK;
  p->out.buys = jh_arena_get(p->arena, (count + 1) * sizeof *p->out.buys);
  if (!order || !zeros || !p->out.buys) return out_of_memory(err);
  for (size_t i = 0; i < variables; i++) jh_rat_init(&zeros[i]);
  for (size_t i = 0; i < count && !code; i++)
    code = fill_buy(p, order[i], &cells, zeros, &p->out.buys[p->out.buy_count++], err);
  for (size_t i = 0; i < variables; i++) jh_rat_done(&zeros[i]);
  return code;
}

/* The limits of spreads that the rules asked for stand on, of the entity itself. */
jh_code jh_session_plan_spreads(planning *p, jh_error *err) {
  const jh_plan *plan = p->session->plan;
  jh_code code = JH_OK;
  p->out.spreads = jh_arena_get(p->arena, (plan->rule_count + 1) * sizeof *p->out.spreads);
  if (!p->out.spreads) return out_of_memory(err);
  for (uint32_t r = 0; r < plan->rule_count && !code; r++) {
    const jh_rule *rule = &plan->rules[r];
    if (rule->kind != JH_RULE_SPREAD || rule->level != p->level || p->options->rule) continue;
    jh_remedy_spread *spread = &p->out.spreads[p->out.spread_count];
    code = jh_run_finding(p->session->run, r, p->row, &spread->before, err);
    if (code || !spread->before.has_figures) continue;
    p->out.spread_count++;
    if (p->out.outcome != JH_REMEDY_PLANNED) continue;
    uint32_t row = jh_remedy_trial_row(&p->trial, rule->level, p->row);
    if (row != JH_NONE) code = jh_run_finding(p->trial.run, r, row, &spread->after, err);
  }
  return code;
}
