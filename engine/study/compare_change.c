/* compare_change.c - the revision: what the plan after changes, and which rules that touches.
 *
 * Where the plan after is the one before with overlays or reforms on top, these
 * tell their changes themselves. Else rules, quantities and parameters are
 * compared one by one, as they are on each side's day.
 */
#include <stdio.h>
#include <string.h>

#include "eval/explain_parts.h"
#include "study/compare.h"
#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool is_same_text(const char *a, const char *b) {
  return strcmp(a ? a : "", b ? b : "") == 0;
}

static const char *plain(const char *folder) {
  return folder && strncmp(folder, "./", 2) == 0 ? folder + 2 : folder;
}

bool jh_compare_is_chain(const jh_plan *before, const jh_plan *after) {
  if (after->layer_count <= before->layer_count || before->layer_count == 0) return false;
  for (size_t i = 0; i < before->layer_count; i++) {
    const jh_layer *a = &before->layers[i], *b = &after->layers[i];
    if (a->kind != b->kind || !is_same_text(a->id, b->id) ||
        !is_same_text(a->version, b->version) || !is_same_text(plain(a->folder), plain(b->folder)))
      return false;
  }
  return true;
}

static void add(jh_compare_work *w, int side, const jh_change *change) {
  void *items = w->out->changes;
  if (jh_arena_grow(
          w->arena, &items, &w->out->change_room, w->out->change_count + 1,
          sizeof *w->out->changes) != 0) {
    w->is_full = true;
    return;
  }
  w->out->changes = items;
  w->out->changes[w->out->change_count++] = (jh_flip_change){.change = *change, .side = side};
}

static bool is_listed(const jh_compare_work *w, const char *path) {
  for (size_t i = 0; i < w->out->change_count; i++) {
    if (strcmp(w->out->changes[i].change.path, path) == 0) return true;
  }
  return false;
}

static const char *joined(jh_compare_work *w, const char *a, const char *b) {
  size_t size = strlen(a), more = strlen(b);
  char *text = jh_arena_get(w->arena, size + more + 2);
  if (!text) {
    w->is_full = true;
    return "";
  }
  memcpy(text, a, size);
  text[size] = '.';
  memcpy(text + size + 1, b, more + 1);
  return text;
}

static const char *kept(jh_compare_work *w, const char *text) {
  const char *out = jh_arena_text(w->arena, jh_str_of(text));
  if (!out) w->is_full = true;
  return out ? out : "";
}

static void take_chain(jh_compare_work *w) {
  const jh_plan *plan = w->plan[1];
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (change->layer < w->plan[0]->layer_count) continue;
    add(w, 1, change);
  }
}

/* What is different of a rule, as a line. */
static void note_rule(
    jh_compare_work *w, uint32_t pair, int side, jh_change_kind kind, const char *part,
    const uint32_t nodes[2]) {
  const jh_rule *rule = jh_compare_rule(w, side, pair);
  jh_change change = {
      .kind = kind,
      .direction = JH_EITHER_WAY,
      .layer = JH_NONE,
      .path = part ? joined(w, rule->id, part) : rule->id,
      .rule = w->out->rules[pair].of[side],
      .param = JH_NONE,
      .stage = JH_NONE,
      .was = "",
      .now = "",
      .since = rule->in_force,
      .clause = rule->clause,
      .document = rule->document,
      .place = rule->place};
  const char *texts[2] = {"", ""};
  for (int s = 0; s < 2 && nodes; s++) {
    if (nodes[s] == JH_NONE) continue;
    texts[s] = jh_explain_formula(w->side[s]->run, nodes[s], JH_NONE, JH_EN, w->arena);
    if (!texts[s]) w->is_full = true;
  }
  change.was = texts[0] ? texts[0] : "";
  change.now = texts[1] ? texts[1] : "";
  if (!is_listed(w, change.path)) add(w, side, &change);
}

static bool in_force(const jh_compare_work *w, int side, uint32_t pair) {
  uint32_t rule = w->out->rules[pair].of[side];
  return rule != JH_NONE && jh_run_in_force(w->side[side]->run, rule);
}

bool jh_compare_is_spread_of(const jh_rule *rule, const char *indicator) {
  size_t size = strlen(indicator);
  const char *at = rule->kind == JH_RULE_SPREAD ? strchr(rule->id, '.') : NULL;
  return at && strncmp(at + 1, indicator, size) == 0 && (!at[1 + size] || at[1 + size] == '.');
}

/* A spread differs because its indicator does, which is told already. */
static bool is_told(const jh_compare_work *w, const jh_rule *rule) {
  for (size_t i = 0; i < w->out->change_count && rule->kind == JH_RULE_SPREAD; i++) {
    const jh_flip_change *at = &w->out->changes[i];
    if (at->change.rule == JH_NONE || at->change.kind == JH_CHANGE_VALUE) continue;
    const jh_rule *other = &w->plan[at->side]->rules[at->change.rule];
    if (jh_compare_is_spread_of(rule, other->id)) return true;
  }
  return false;
}

/* Does a rule of one side stand on a pair? */
static bool stands_on(const jh_compare_work *w, int side, uint32_t pair) {
  uint32_t rule = w->out->rules[pair].of[side];
  if (rule == JH_NONE) return false;
  const jh_plan *plan = w->plan[side];
  for (size_t n = 0; n < plan->node_count; n++) {
    if (w->nodes[n] && plan->nodes[n].op == JH_OP_RULE && plan->nodes[n].index == rule) return true;
  }
  return false;
}

/* The rules that it stands on here and not there, "a, b". */
static const char *own_members(jh_compare_work *w, uint32_t pair, int side, const bool *there) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_compare_nodes(w, side, w->out->rules[pair].of[side]);
  for (uint32_t k = 0; k < w->out->rule_count; k++) {
    if (there[k] || !stands_on(w, side, k)) continue;
    if (buf.size) jh_buf_text(&buf, ", ");
    jh_buf_text(&buf, jh_compare_rule(w, side, k)->id);
  }
  if (!jh_buf_ok(&buf)) w->is_full = true;
  const char *out = kept(w, jh_buf_ok(&buf) && buf.at ? buf.at : "");
  jh_buf_done(&buf);
  return out;
}

/* A rule that stands on other rules than before is told by these. */
static bool note_members(jh_compare_work *w, uint32_t pair) {
  const char *own[2];
  bool *there = jh_arena_get(w->arena, w->out->rule_count);
  if (!there) {
    w->is_full = true;
    return true;
  }
  for (int side = 0; side < 2; side++) {
    jh_compare_nodes(w, 1 - side, w->out->rules[pair].of[1 - side]);
    for (uint32_t k = 0; k < w->out->rule_count; k++) there[k] = stands_on(w, 1 - side, k);
    own[side] = own_members(w, pair, side, there);
  }
  if (!own[0][0] && !own[1][0]) return false;
  size_t before = w->out->change_count;
  note_rule(w, pair, 1, JH_CHANGE_FORMULA, "members", NULL);
  if (w->out->change_count == before) return true;
  w->out->changes[before].change.was = own[0];
  w->out->changes[before].change.now = own[1];
  return true;
}

static jh_code note_formulas(jh_compare_work *w, uint32_t pair, jh_error *err) {
  const jh_rule *a = jh_compare_rule(w, 0, pair), *b = jh_compare_rule(w, 1, pair);
  const struct {
    const char *name;
    uint32_t nodes[2];
  } parts[] = {
      {"measure", {a->measure, b->measure}},
      {"bound", {a->bound, b->bound}},
      {"only_where", {a->applies, b->applies}},
      {"holds", {a->holds, b->holds}}};
  bool is_other = false;
  for (size_t i = 0; i < 4; i++) {
    bool is_same;
    jh_code code = jh_compare_same(w, parts[i].nodes[0], parts[i].nodes[1], &is_same, err);
    if (code) return code;
    if (is_same || (i == 3 && is_other)) continue;
    is_other = true;
    if (i == 3 && note_members(w, pair)) continue;
    note_rule(w, pair, 1, JH_CHANGE_FORMULA, parts[i].name, parts[i].nodes);
  }
  if (!is_other && a->compare != b->compare)
    note_rule(w, pair, 1, JH_CHANGE_FORMULA, "compare", parts[1].nodes);
  return JH_OK;
}

static jh_code compare_rules(jh_compare_work *w, jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t pair = 0; pair < w->out->rule_count && !code; pair++) {
    const uint32_t *of = w->out->rules[pair].of;
    if (of[0] == JH_NONE && of[1] == JH_NONE) continue;
    if (is_told(w, jh_compare_rule(w, of[1] == JH_NONE ? 0 : 1, pair))) continue;
    bool was = in_force(w, 0, pair), is = in_force(w, 1, pair);
    if (of[0] == JH_NONE || (!was && is)) {
      note_rule(w, pair, 1, JH_CHANGE_ADDED, NULL, NULL);
    } else if (of[1] == JH_NONE || (was && !is)) {
      note_rule(w, pair, 0, JH_CHANGE_WITHDRAWN, NULL, NULL);
    } else {
      code = note_formulas(w, pair, err);
    }
  }
  return code;
}

static jh_code compare_quantities(jh_compare_work *w, jh_error *err) {
  for (size_t i = 0; i < w->plan[1]->quantity_count; i++) {
    const jh_quantity *after = &w->plan[1]->quantities[i];
    if (w->level_of[1][after->level] == JH_NONE) continue;
    uint32_t found =
        jh_plan_quantity(w->plan[0], w->level_of[1][after->level], jh_str_of(after->id));
    if (found == JH_NONE) continue;
    bool is_same;
    uint32_t nodes[2] = {w->plan[0]->quantities[found].node, after->node};
    jh_code code = jh_compare_same(w, nodes[0], nodes[1], &is_same, err);
    if (code) return code;
    const char *path = joined(w, w->plan[1]->levels[after->level].id, after->id);
    if (is_same || is_listed(w, path)) continue;
    jh_change change = {
        .kind = JH_CHANGE_FORMULA,
        .direction = JH_EITHER_WAY,
        .layer = JH_NONE,
        .path = path,
        .rule = JH_NONE,
        .param = JH_NONE,
        .stage = JH_NONE,
        .clause = after->clause,
        .document = JH_NONE,
        .place = after->place};
    change.was = jh_explain_formula(w->side[0]->run, nodes[0], JH_NONE, JH_EN, w->arena);
    change.now = jh_explain_formula(w->side[1]->run, nodes[1], JH_NONE, JH_EN, w->arena);
    if (!change.was || !change.now) return out_of_memory(err);
    add(w, 1, &change);
  }
  return JH_OK;
}

static const jh_param_value *value_on(
    const jh_compare_work *w, int side, const jh_param *param, uint32_t stage) {
  return param ? jh_param_on(param, stage, jh_run_on(w->side[side]->run)) : NULL;
}

/* One parameter, for one stage or for all. stage[side] is its number there. */
static void compare_value(
    jh_compare_work *w, const uint32_t param[2], const uint32_t stage[2], const char *stage_id) {
  const jh_param *of[2];
  const jh_param_value *value[2];
  char text[2][JH_DEC_TEXT] = {"", ""};
  for (int s = 0; s < 2; s++) {
    of[s] = param[s] == JH_NONE ? NULL : &w->plan[s]->params[param[s]];
    value[s] = value_on(w, s, of[s], stage[s]);
    if (value[s]) (void)jh_dec_text(text[s], value[s]->value);
  }
  if (!value[0] && !value[1]) return;
  bool is_same_unit = !of[0] || !of[1] ||
                      (of[0]->unit.num == of[1]->unit.num && of[0]->unit.den == of[1]->unit.den);
  if (strcmp(text[0], text[1]) == 0 && is_same_unit) return;
  int side = value[1] ? 1 : 0;
  const char *path = of[side]->path;
  if (stage_id) path = joined(w, path, stage_id);
  if (is_listed(w, path) || is_listed(w, of[side]->path)) return;
  jh_change change = {
      .kind = JH_CHANGE_VALUE,
      .direction = JH_EITHER_WAY,
      .layer = JH_NONE,
      .path = path,
      .rule = JH_NONE,
      .param = param[side],
      .stage = stage_id ? stage[side] : JH_NONE,
      .was = kept(w, text[0]),
      .now = kept(w, text[1]),
      .since = value[side]->since,
      .clause = value[side]->clause,
      .document = value[side]->document,
      .place = value[side]->place};
  add(w, side, &change);
}

static void compare_param(jh_compare_work *w, uint32_t before, uint32_t after) {
  const uint32_t param[2] = {before, after};
  bool is_by_stage = false;
  for (int s = 0; s < 2; s++) {
    if (param[s] != JH_NONE && w->plan[s]->params[param[s]].is_by_stage) is_by_stage = true;
  }
  if (!is_by_stage) {
    compare_value(w, param, (uint32_t[2]){JH_NONE, JH_NONE}, NULL);
    return;
  }
  int side = after == JH_NONE ? 0 : 1;
  for (uint32_t i = 0; i < w->plan[side]->stage_count; i++) {
    const char *id = w->plan[side]->stages[i].id;
    uint32_t stage[2];
    stage[side] = i;
    stage[1 - side] = jh_plan_stage(w->plan[1 - side], jh_str_of(id));
    compare_value(w, param, stage, id);
  }
}

static void compare_params(jh_compare_work *w) {
  for (uint32_t i = 0; i < w->plan[1]->param_count; i++) {
    jh_str path = jh_str_of(w->plan[1]->params[i].path);
    compare_param(w, jh_plan_param(w->plan[0], path), i);
  }
  for (uint32_t i = 0; i < w->plan[0]->param_count; i++) {
    jh_str path = jh_str_of(w->plan[0]->params[i].path);
    if (jh_plan_param(w->plan[1], path) == JH_NONE) compare_param(w, i, JH_NONE);
  }
}

jh_code jh_compare_changes(jh_compare_work *w, jh_error *err) {
  bool is_chain = jh_compare_is_chain(w->plan[0], w->plan[1]);
  bool is_one_day = jh_run_on(w->side[0]->run) == jh_run_on(w->side[1]->run);
  jh_code code = JH_OK;
  if (is_chain) take_chain(w);
  if (!is_chain || !is_one_day) {
    compare_params(w);
    if (!is_chain) code = compare_rules(w, err);
    if (!code && !is_chain) code = compare_quantities(w, err);
  }
  if (code) return code;
  return w->is_full ? out_of_memory(err) : JH_OK;
}
