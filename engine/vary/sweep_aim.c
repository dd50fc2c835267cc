/* sweep_aim.c - see sweep_aim.h. */
#include "vary/sweep_aim.h"

#include "vary/sweep_place.h"

typedef struct walk {
  const jh_sweep_turns *turns;
  jh_sweep_aim *out;
  jh_sweep_goal *goals; /* room for one at each place */
  jh_tally now;
  jh_arena *arena;
  jh_error *err;
} walk;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static size_t counted(const jh_tally *tally) {
  return tally->of[JH_MET] + tally->of[JH_UNMET] + tally->of[JH_UNDETERMINED];
}

static const jh_sweep_turn *turn_at(const jh_sweep_turns *turns, size_t place) {
  return &turns->items[turns->order[place]];
}

/* met / counted >= percent / 100, in whole numbers. */
static bool is_reached(const jh_sweep_aim *aim, const jh_tally *tally) {
  __extension__ typedef unsigned __int128 wide;
  wide met = (wide)tally->of[JH_MET] * 100 * (wide)jh_dec_power10(aim->percent.scale);
  return counted(tally) > 0 && met >= (wide)counted(tally) * (wide)aim->percent.mantissa;
}

/* How many turns from here on are at the same place. */
static size_t group(const jh_sweep_turns *turns, size_t from) {
  size_t end = from + 1;
  while (end < turns->count &&
         jh_sweep_place_compare(&turn_at(turns, from)->place, &turn_at(turns, end)->place) == 0)
    end++;
  return end - from;
}

static void apply(walk *w, size_t from, size_t count, bool is_after) {
  for (size_t i = from; i < from + count; i++) {
    const jh_sweep_turn *turn = turn_at(w->turns, i);
    if (turn->is_after != is_after) continue;
    w->now.of[turn->before]--;
    w->now.of[turn->after]++;
  }
}

/* Is this the largest share so far? */
static void note_most(walk *w, size_t at, int side) {
  jh_sweep_aim *out = w->out;
  size_t met = w->now.of[JH_MET], all = counted(&w->now);
  __extension__ typedef unsigned __int128 wide;
  if ((wide)met * out->most_counted <= (wide)out->most_met * all) return;
  out->most_met = met, out->most_counted = all;
  out->most_at = (uint32_t)at, out->most_side = side;
}

static jh_sweep_next beside(const walk *w, size_t at) {
  if (at >= w->turns->count) return (jh_sweep_next){NULL, false};
  const jh_sweep_turn *turn = turn_at(w->turns, at);
  return (jh_sweep_next){&turn->place, turn->is_after};
}

/* A turn that stands before others at its place: what the decimals keep clear of is the strictest. */
static jh_code tell(const walk *w, jh_sweep_figure *out, size_t from, size_t count, bool is_after) {
  jh_sweep_next sides[2] = {
      from ? beside(w, from - 1) : (jh_sweep_next){NULL, false}, beside(w, from + count)};
  sides[0].is_after = false, sides[1].is_after = true;
  const jh_sweep_place *place = &turn_at(w->turns, from)->place;
  return jh_sweep_place_figure(out, place, is_after, sides, w->arena, w->err);
}

static jh_code step(walk *w, size_t from, size_t count) {
  jh_sweep_goal goal = {.first = from, .count = count};
  for (int side = 0; side < 3; side++) {
    if (side) apply(w, from, count, side == 1);
    goal.is_reached[side] = is_reached(w->out, &w->now);
    goal.met[side] = w->now.of[JH_MET], goal.counted[side] = counted(&w->now);
    if (side) note_most(w, from, side - 1);
  }
  if (goal.is_reached[0] == goal.is_reached[1] && goal.is_reached[1] == goal.is_reached[2])
    return JH_OK;
  bool is_after = goal.is_reached[1] == goal.is_reached[2];
  jh_code code = tell(w, &goal.figure, from, count, is_after);
  w->goals[w->out->goal_count++] = goal;
  return code;
}

static jh_code tell_most(walk *w) {
  jh_sweep_figure figure;
  size_t at = w->out->most_at;
  w->out->most_value = "";
  if (w->out->most_at == JH_NONE) return JH_OK;
  jh_code code = tell(w, &figure, at, group(w->turns, at), w->out->most_side == 0);
  if (!code) w->out->most_value = figure.first;
  return code;
}

static bool is_counted(jh_verdict verdict) { return verdict <= JH_UNDETERMINED; }

/* By row: is it counted at some value? */
static bool *counted_rows(const jh_sweep_turns *turns, jh_arena *arena) {
  bool *is_there = jh_arena_get(arena, turns->row_count + 1);
  if (!is_there) return NULL;
  for (size_t row = 0; row < turns->row_count; row++)
    is_there[row] = is_counted(turns->lowest[row]);
  for (size_t i = 0; i < turns->count; i++)
    is_there[turns->items[i].row] |= is_counted(turns->items[i].after);
  return is_there;
}

bool *jh_sweep_aim_never(const jh_sweep_turns *turns, jh_arena *arena) {
  bool *never = counted_rows(turns, arena);
  if (!never) return NULL;
  for (size_t row = 0; row < turns->row_count; row++) never[row] &= turns->lowest[row] != JH_MET;
  for (size_t i = 0; i < turns->count; i++) {
    if (turns->items[i].after == JH_MET) never[turns->items[i].row] = false;
  }
  return never;
}

jh_code jh_sweep_aim_find(
    jh_sweep_aim *out, const jh_sweep_turns *turns, jh_arena *arena, jh_error *err) {
  walk w = {.turns = turns, .out = out, .arena = arena, .err = err};
  bool *never = jh_sweep_aim_never(turns, arena), *is_there = counted_rows(turns, arena);
  w.goals = jh_arena_get(arena, (turns->count + 1) * sizeof *w.goals);
  if (!never || !is_there || !w.goals) return out_of_memory(err);
  for (size_t row = 0; row < turns->row_count; row++) {
    w.now.of[turns->lowest[row]]++;
    out->never += never[row];
    out->not_counted += !is_there[row];
  }
  out->most_met = w.now.of[JH_MET], out->most_counted = counted(&w.now);
  out->most_at = JH_NONE, out->most_side = 0;
  out->is_reached_first = is_reached(out, &w.now);
  jh_code code = JH_OK;
  for (size_t at = 0, count; at < turns->count && !code; at += count) {
    count = group(turns, at);
    code = step(&w, at, count);
  }
  out->goals = w.goals;
  return code ? code : tell_most(&w);
}
