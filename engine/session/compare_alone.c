/* compare_alone.c - each change by itself: the later session opened again with the others left out. */
#include "study/compare_alone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session/compare.h"
#include "session/session.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* A statement, by where it stands; for sorting. */
typedef struct statement {
  uint32_t layer;
  const jh_place *place;
} statement;

typedef struct trial {
  const jh_compare_sides *sides;
  const jh_compare_options *o;
  jh_flip_alone *out;
  statement *statements;
  size_t statement_count;
  jh_flip_set *sets;
  jh_arena *arena;
} trial;

/* Is the layer one that only the side after has? Reforms are, whatever stands below. */
static bool is_own_layer(const trial *t, uint32_t layer) {
  const jh_plan *before = t->sides->session[0]->plan, *after = t->sides->session[1]->plan;
  if (layer >= after->layer_count) return false;
  if (after->layers[layer].kind == JH_LAYER_REFORM) return true;
  return layer >= before->layer_count && jh_compare_is_chain(before, after);
}

static bool is_same_place(const jh_place *a, const jh_place *b) {
  return a->line == b->line && strcmp(a->file, b->file) == 0;
}

static int by_order(const void *x, const void *y) {
  const statement *a = x, *b = y;
  if (a->layer != b->layer) return a->layer < b->layer ? -1 : 1;
  int order = strcmp(a->place->file, b->place->file);
  if (order) return order;
  return a->place->line < b->place->line ? -1 : a->place->line > b->place->line;
}

static jh_code find_statements(trial *t, jh_error *err) {
  const jh_plan *plan = t->sides->session[1]->plan;
  size_t kept = 0;
  t->statements = jh_arena_get(t->arena, (plan->change_count + 1) * sizeof *t->statements);
  if (!t->statements) return out_of_memory(err);
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (is_own_layer(t, change->layer))
      t->statements[t->statement_count++] = (statement){change->layer, &change->place};
  }
  if (t->statement_count) qsort(t->statements, t->statement_count, sizeof(statement), by_order);
  for (size_t i = 0; i < t->statement_count; i++) {
    if (i == 0 || by_order(&t->statements[i], &t->statements[kept - 1]))
      t->statements[kept++] = t->statements[i];
  }
  t->statement_count = kept;
  return JH_OK;
}

/* Which lines of the revision are made by it. */
static jh_code take_changes(
    trial *t, jh_alone_item *item, const jh_place *place, const jh_comparison *what,
    jh_error *err) {
  size_t *list = jh_arena_get(t->arena, (what->change_count + 1) * sizeof *list);
  if (!list) return out_of_memory(err);
  for (size_t i = 0; i < what->change_count; i++) {
    const jh_flip_change *change = &what->changes[i];
    if (change->side == JH_AFTER && is_same_place(&change->change.place, place))
      list[item->change_count++] = i;
  }
  item->changes = list;
  return JH_OK;
}

static jh_code make_items(trial *t, const jh_comparison *what, jh_error *err) {
  size_t count = t->statement_count + t->o->again->switch_count;
  if (count < 2) return JH_OK;
  t->out->items = jh_arena_get(t->arena, count * sizeof *t->out->items);
  t->sets = jh_arena_get(t->arena, count * sizeof *t->sets);
  if (!t->out->items || !t->sets) return out_of_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < t->statement_count && !code; i++) {
    jh_alone_item *item = &t->out->items[i];
    char text[sizeof t->statements[i].place->file + 16];
    (void)snprintf(
        text, sizeof text, "%s:%u", t->statements[i].place->file, t->statements[i].place->line);
    item->at = jh_arena_text(t->arena, jh_str_of(text));
    code = item->at ? take_changes(t, item, t->statements[i].place, what, err) : out_of_memory(err);
  }
  for (size_t i = t->statement_count; i < count; i++) {
    t->out->items[i].at = t->o->again->switches[i - t->statement_count];
    t->out->items[i].is_switch = true;
  }
  t->out->count = count;
  return code;
}

/* How the later session is opened with one of its changes. */
static jh_code options_of(
    const trial *t, size_t index, jh_session_options *how, jh_arena *arena, jh_error *err) {
  jh_place *left_out = jh_arena_get(arena, (t->statement_count + 1) * sizeof *left_out);
  if (!left_out) return out_of_memory(err);
  *how = *t->o->again;
  how->left_out = left_out;
  how->left_out_count = 0;
  for (size_t i = 0; i < t->statement_count; i++) {
    if (i != index) left_out[how->left_out_count++] = *t->statements[i].place;
  }
  bool is_switch = t->out->items[index].is_switch;
  how->switches = is_switch ? &t->o->again->switches[index - t->statement_count] : NULL;
  how->switch_count = is_switch;
  return JH_OK;
}

/* Evaluates the session and keeps the set of its flips. */
static jh_code take_flips(
    trial *t, size_t index, jh_session *session, jh_arena *arena, jh_error *err) {
  char day[11];
  jh_evaluate_options how = {
      .on = jh_date_text(day, t->sides->session[1]->head.on), .jobs = t->o->jobs};
  jh_compare_side side;
  jh_comparison *what = NULL;
  jh_code code = jh_session_evaluate(session, &how, err);
  if (code) return code;
  jh_results results = jh_session_results(session);
  code = jh_session_compare_side(&side, session, &results, arena, err);
  if (!code) code = jh_compare_flips(&what, &t->sides->of[0], &side, arena, err);
  if (!code) code = jh_compare_set(&t->sets[index], what, t->arena, err);
  t->out->items[index].stands = !code;
  return code;
}

/* A change that cannot be made by itself stands on another one, for all together were read without an error. */
static jh_code try_one(trial *t, size_t index, jh_error *err) {
  jh_session_options how;
  jh_session *session = NULL;
  jh_error refused;
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_code code = options_of(t, index, &how, arena, err);
  if (!code) {
    jh_code opened = jh_session_open(&session, &how, &refused);
    if (opened == JH_ENOMEM || opened == JH_EMEMORY) code = out_of_memory(err);
    if (!opened) code = take_flips(t, index, session, arena, err);
  }
  jh_session_close(session);
  jh_arena_close(arena);
  return code;
}

jh_code jh_session_alone(
    jh_flip_alone *out, const jh_compare_sides *sides, jh_comparison *what,
    const jh_compare_options *options, jh_arena *arena, jh_error *err) {
  trial t = {.sides = sides, .o = options, .out = out, .arena = arena};
  if (sides->session[0]->head.on != sides->session[1]->head.on) return JH_OK;
  jh_code code = find_statements(&t, err);
  if (!code) code = make_items(&t, what, err);
  for (size_t i = 0; i < out->count && !code; i++) code = try_one(&t, i, err);
  if (!code && out->count) code = jh_compare_alone(out, what, sides->of, t.sets, arena, err);
  return code;
}
