/* compare_effect.c - what became of each change: which verdicts it moved, and which rule above them
 * stayed as it was all the same.
 */
#include <string.h>

#include "study/compare_parts.h"

enum { MOST_DEPTH = 64 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Does a path begin with "<id>."? */
static bool begins(const char *path, const char *id) {
  size_t size = strlen(id);
  return strncmp(path, id, size) == 0 && (path[size] == '.' || path[size] == '\0');
}

/* Does the rule read the parameter itself, as a number, as n, or as the floor? */
static bool reads_param(jh_compare_work *w, int side, uint32_t rule, uint32_t param) {
  const jh_plan *plan = w->plan[side];
  const jh_rule *at = &plan->rules[rule];
  if (at->n_param == param || at->floor_param == param) return true;
  jh_compare_nodes(w, side, rule);
  for (size_t n = 0; n < plan->node_count; n++) {
    if (w->nodes[n] && plan->nodes[n].op == JH_OP_PARAM && plan->nodes[n].index == param)
      return true;
  }
  return false;
}

static bool reads_quantity(jh_compare_work *w, int side, uint32_t rule, uint32_t quantity) {
  const jh_plan *plan = w->plan[side];
  jh_compare_nodes(w, side, rule);
  for (size_t n = 0; n < plan->node_count; n++) {
    if (w->nodes[n] && plan->nodes[n].op == JH_OP_QUANTITY && plan->nodes[n].index == quantity)
      return true;
  }
  return false;
}

/* The quantity that a path "stage.students" names; else JH_NONE. */
static uint32_t quantity_of(const jh_plan *plan, const char *path) {
  const char *dot = strchr(path, '.');
  if (!dot) return JH_NONE;
  uint32_t level = jh_plan_level(plan, (jh_str){path, (size_t)(dot - path)});
  return level == JH_NONE ? JH_NONE : jh_plan_quantity(plan, level, jh_str_of(dot + 1));
}

/* Is the rule, or the requirement that it is a part of, the one after which the path is called? */
static bool is_named(const jh_plan *plan, uint32_t rule, const char *path) {
  if (begins(path, plan->rules[rule].id)) return true;
  uint32_t parent = plan->rules[rule].parent;
  return parent < plan->rule_count && begins(path, plan->rules[parent].id);
}

/* Is it meant by the change: by itself, through the section, the parameter or the quantity? */
static bool is_touched(jh_compare_work *w, const jh_flip_change *at, uint32_t rule, bool by_name) {
  const jh_plan *plan = w->plan[at->side];
  const jh_rule *own = &plan->rules[rule];
  const jh_change *change = &at->change;
  if (by_name && !is_named(plan, rule, change->path)) return false;
  if (change->param != JH_NONE) return reads_param(w, at->side, rule, change->param);
  if (change->rule != JH_NONE) {
    bool is_part = own->parent == change->rule && change->kind != JH_CHANGE_FORMULA;
    return rule == change->rule || is_part ||
           jh_compare_is_spread_of(own, plan->rules[change->rule].id);
  }
  if (own->section < plan->section_count && begins(change->path, plan->sections[own->section].id))
    return true;
  uint32_t quantity = quantity_of(plan, change->path);
  return quantity != JH_NONE && reads_quantity(w, at->side, rule, quantity);
}

static jh_code find_rules(jh_compare_work *w, jh_flip_change *at, jh_error *err) {
  jh_compare_list found = {0};
  bool by_name = at->change.param != JH_NONE;
  for (int round = by_name ? 0 : 1; round < 2 && found.count == 0; round++) {
    for (uint32_t i = 0; i < w->plan[at->side]->rule_count; i++) {
      uint32_t pair = w->pair_of[at->side][i];
      if (pair != JH_NONE && is_touched(w, at, i, round == 0)) jh_compare_add(w, &found, pair);
    }
  }
  at->rules = found.items;
  at->rule_count = found.count;
  for (size_t i = 0; i < found.count; i++)
    at->is_read = at->is_read || w->out->rules[found.items[i]].is_read;
  return w->is_full ? out_of_memory(err) : JH_OK;
}

/* One entity at which a changed rule says otherwise, on its way up. */
typedef struct climb {
  jh_flip_change *at;
  const jh_compare_spot *spot; /* the changed rule's */
  jh_verdict verdict[2];
  int depth;
  bool has_reached; /* the last word says otherwise too */
} climb;

static void climb_from(jh_compare_work *w, const jh_compare_spot *spot, climb *c);

static jh_flip_absorbed *absorbed_by(
    jh_compare_work *w, jh_flip_change *at, uint32_t rule, jh_verdict verdict) {
  for (size_t i = 0; i < at->absorbed_count; i++) {
    if (at->absorbed[i].rule == rule && at->absorbed[i].verdict == verdict) return &at->absorbed[i];
  }
  void *items = at->absorbed;
  if (jh_arena_grow(
          w->arena, &items, &at->absorbed_room, at->absorbed_count + 1, sizeof *at->absorbed)) {
    w->is_full = true;
    return NULL;
  }
  at->absorbed = items;
  at->absorbed[at->absorbed_count] =
      (jh_flip_absorbed){.rule = rule, .verdict = verdict, .first = at->absorbed_count};
  return &at->absorbed[at->absorbed_count++];
}

/* Points of one absorber must stand together: they are gathered in `causes`, with the absorber's number
 * (kept in its `first`) as floor_of, and moved to the comparison when the change is done. */
static void note_absorbed(jh_compare_work *w, climb *c, uint32_t rule, jh_verdict verdict) {
  jh_flip_absorbed *by = absorbed_by(w, c->at, rule, verdict);
  if (!by) return;
  uint32_t index = (uint32_t)(by - c->at->absorbed);
  for (size_t i = w->cause_count; i-- > 0;) {
    const jh_flip_point *last = &w->causes[i];
    bool is_same = last->rule == c->spot->rule && last->row[0] == c->spot->row[0] &&
                   last->row[1] == c->spot->row[1];
    if (!is_same) break;
    if (last->floor_of == index) return; /* reached by two ways */
  }
  void *items = w->causes;
  if (jh_arena_grow(w->arena, &items, &w->cause_room, w->cause_count + 1, sizeof *w->causes)) {
    w->is_full = true;
    return;
  }
  w->causes = items;
  w->causes[w->cause_count++] = (jh_flip_point){
      c->spot->rule, index, {c->spot->row[0], c->spot->row[1]}, {c->verdict[0], c->verdict[1]}};
  by->count++;
}

static void on_reader(jh_compare_work *w, const jh_compare_spot *spot, void *payload) {
  climb *c = payload;
  jh_verdict verdict[2];
  if (!jh_compare_differs(w, spot, verdict)) {
    note_absorbed(w, c, spot->rule, verdict[1]);
    return;
  }
  if (spot->rule == 0) c->has_reached = true;
  c->depth++;
  if (c->depth < MOST_DEPTH) climb_from(w, spot, c);
  c->depth--;
}

static void climb_from(jh_compare_work *w, const jh_compare_spot *spot, climb *c) {
  for (size_t i = 0; i < w->readers[spot->rule].count; i++)
    jh_compare_spots(w, spot, w->readers[spot->rule].items[i], on_reader, c);
}

bool jh_compare_is_of_stage(
    const jh_compare_work *w, const jh_flip_change *at, uint32_t level, uint32_t row) {
  const jh_rows *rows = &w->data[at->side]->levels[level];
  return at->change.stage == JH_NONE || !rows->stages || rows->stages[row] == at->change.stage;
}

static void judge(jh_compare_work *w, jh_flip_change *at, const jh_compare_spot *spot) {
  climb c = {.at = at, .spot = spot};
  bool differs = jh_compare_differs(w, spot, c.verdict);
  for (int side = 0; side < 2; side++) {
    if (w->out->rules[spot->rule].of[side] != JH_NONE && spot->row[side] != JH_NONE)
      at->tally[side].of[c.verdict[side]]++;
  }
  at->waiting += c.verdict[0] == JH_UNDETERMINED && c.verdict[1] == JH_UNDETERMINED;
  if (!differs) return;
  at->changed++;
  if (spot->rule == 0) c.has_reached = true;
  climb_from(w, spot, &c);
  at->reached += c.has_reached;
}

/* The last word stands above all others. */
static bool comes_before(const jh_flip_absorbed *a, const jh_flip_absorbed *b) {
  if ((a->rule == 0) != (b->rule == 0)) return b->rule == 0;
  return a->rule != b->rule ? a->rule < b->rule : a->verdict < b->verdict;
}

static void sort_absorbed(jh_flip_change *at) {
  for (size_t i = 1; i < at->absorbed_count; i++) {
    jh_flip_absorbed moved = at->absorbed[i];
    size_t k = i;
    for (; k > 0 && comes_before(&moved, &at->absorbed[k - 1]); k--)
      at->absorbed[k] = at->absorbed[k - 1];
    at->absorbed[k] = moved;
  }
}

/* Hands the gathered points over, absorber by absorber. */
static jh_code move_points(jh_compare_work *w, jh_flip_change *at, jh_error *err) {
  jh_comparison *out = w->out;
  void *points = out->points;
  size_t need = out->point_count + w->cause_count;
  if (w->is_full || jh_arena_grow(w->arena, &points, &out->point_room, need, sizeof *out->points))
    return out_of_memory(err);
  out->points = points;
  sort_absorbed(at);
  for (size_t k = 0; k < at->absorbed_count; k++) {
    size_t index = at->absorbed[k].first;
    at->absorbed[k].first = out->point_count;
    for (size_t i = 0; i < w->cause_count; i++) {
      if (w->causes[i].floor_of != index) continue;
      out->points[out->point_count] = w->causes[i];
      out->points[out->point_count++].floor_of = JH_NONE;
    }
  }
  return JH_OK;
}

static jh_code judge_change(jh_compare_work *w, jh_flip_change *at, jh_error *err) {
  w->cause_count = 0;
  for (size_t i = 0; i < at->rule_count; i++) {
    uint32_t pair = at->rules[i];
    int side = jh_compare_home(w, pair);
    uint32_t level = jh_compare_level(w, side, pair);
    for (uint32_t row = 0; row < w->data[side]->levels[level].count; row++) {
      jh_compare_spot spot = {.rule = pair};
      spot.row[side] = row;
      spot.row[1 - side] = jh_compare_row(w, side, level, row);
      uint32_t own = side == at->side ? row : spot.row[1 - side];
      uint32_t own_level = side == at->side ? level : w->level_of[side][level];
      if (own == JH_NONE || jh_compare_is_of_stage(w, at, own_level, own)) judge(w, at, &spot);
    }
  }
  return move_points(w, at, err);
}

/* Members that pass or miss a floor by the change of their own bound, among what decided a flip. */
static void count_floors(const jh_compare_work *w, jh_flip_change *at) {
  for (size_t f = 0; f < w->out->finding_count; f++) {
    const jh_flip *flip = &w->out->findings[f];
    for (size_t i = flip->first; i < flip->first + flip->count; i++) {
      const jh_flip_point *point = &w->out->points[i];
      if (point->floor_of == JH_NONE) continue;
      int side = jh_compare_home(w, point->rule);
      uint32_t level = jh_compare_level(w, side, point->rule);
      if (side == at->side && !jh_compare_is_of_stage(w, at, level, point->row[side])) continue;
      for (size_t k = 0; k < at->rule_count; k++) at->floors += at->rules[k] == point->rule;
    }
  }
}

static bool is_in_force(const jh_compare_work *w, const jh_flip_change *at) {
  jh_date on = jh_run_on(w->side[at->side]->run);
  const jh_change *change = &at->change;
  return change->since <= on && (change->until == 0 || on < change->until);
}

jh_code jh_compare_effects(jh_compare_work *w, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < w->out->change_count && !code; i++) {
    jh_flip_change *at = &w->out->changes[i];
    at->is_in_force = is_in_force(w, at);
    code = find_rules(w, at, err);
    if (!code) code = judge_change(w, at, err);
    if (!code) count_floors(w, at);
  }
  return code;
}
