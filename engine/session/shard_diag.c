/* shard_diag.c - what was noticed, and what was counted for targets, into a shard and out of it. */
#include "session/shard.h"

static void put_place(jh_buf *buf, const jh_place *at) {
  jh_shard_wire_put_text(buf, jh_str_of(at->file));
  jh_shard_wire_put_text(buf, jh_str_of(at->sheet));
  jh_shard_wire_put(buf, at->line);
  jh_shard_wire_put(buf, at->column);
  jh_shard_wire_put(buf, at->field);
  jh_shard_wire_put_text(buf, jh_str_of(at->name));
}

static void take_place(jh_shard_cursor *cursor, jh_place *at) {
  jh_shard_wire_take_into(cursor, at->file, sizeof at->file);
  jh_shard_wire_take_into(cursor, at->sheet, sizeof at->sheet);
  at->line = jh_shard_wire_take_most(cursor, UINT32_MAX);
  at->column = jh_shard_wire_take_most(cursor, UINT32_MAX);
  at->field = jh_shard_wire_take_most(cursor, UINT32_MAX);
  jh_shard_wire_take_into(cursor, at->name, sizeof at->name);
}

static void put_error(jh_buf *buf, const jh_error *error) {
  jh_shard_wire_put(buf, (uint64_t)error->code);
  jh_shard_wire_put(buf, (uint64_t)error->severity);
  put_place(buf, &error->at);
  put_place(buf, &error->also);
  jh_shard_wire_put_text(buf, jh_str_of(error->origin));
  jh_shard_wire_put_text(buf, jh_str_of(error->entity));
  jh_shard_wire_put_text(buf, jh_str_of(error->entity_name));
  for (int i = 0; i < JH_ERROR_ARGS; i++) jh_shard_wire_put_text(buf, jh_str_of(error->args[i]));
}

static void take_error(jh_shard_cursor *cursor, jh_error *error) {
  *error = (jh_error){0};
  error->code = (jh_code)jh_shard_wire_take_most(cursor, 9999);
  error->severity = (jh_severity)jh_shard_wire_take_most(cursor, JH_NOTE);
  take_place(cursor, &error->at);
  take_place(cursor, &error->also);
  jh_shard_wire_take_into(cursor, error->origin, sizeof error->origin);
  jh_shard_wire_take_into(cursor, error->entity, sizeof error->entity);
  jh_shard_wire_take_into(cursor, error->entity_name, sizeof error->entity_name);
  for (int i = 0; i < JH_ERROR_ARGS; i++)
    jh_shard_wire_take_into(cursor, error->args[i], sizeof error->args[i]);
}

void jh_shard_diag_put(jh_buf *buf, const jh_diag *diag) {
  size_t kept = jh_diag_kept(diag);
  jh_shard_wire_put(buf, kept);
  for (size_t i = 0; i < kept; i++) put_error(buf, jh_diag_get(diag, i));
  for (int s = JH_ERROR; s <= JH_NOTE; s++)
    jh_shard_wire_put(buf, jh_diag_dropped(diag, (jh_severity)s));
}

void jh_shard_diag_take(jh_shard_cursor *cursor, jh_diag *diag) {
  jh_error error;
  uint32_t kept = jh_shard_wire_take_count(cursor, 20);
  for (uint32_t i = 0; i < kept && !cursor->is_bad; i++) {
    take_error(cursor, &error);
    if (!cursor->is_bad) jh_diag_add(diag, &error);
  }
  for (int s = JH_ERROR; s <= JH_NOTE; s++) {
    uint32_t dropped = jh_shard_wire_take_most(cursor, UINT32_MAX);
    jh_diag_drop(diag, (jh_severity)s, dropped);
  }
}

void jh_shard_targets_put(jh_buf *buf, const jh_target_result *targets, size_t count) {
  jh_shard_wire_put(buf, count);
  for (size_t i = 0; i < count; i++) {
    const jh_target_result *at = &targets[i];
    for (int v = 0; v < JH_VERDICTS; v++) jh_shard_wire_put(buf, at->tally.of[v]);
    jh_shard_wire_put(buf, at->outside);
    for (size_t k = 0; k < at->county_count; k++) {
      jh_shard_wire_put(
          buf, at->counties[k].is_missing ? 0 : 1 + (uint64_t)at->counties[k].verdict);
      if (!at->counties[k].is_missing) jh_shard_wire_put_text(buf, at->counties[k].found);
    }
  }
}

static void take_named(
    jh_shard_cursor *cursor, const jh_target *target, jh_target_result *at, jh_arena *arena) {
  if (!at->counties) {
    at->counties = jh_arena_get(arena, (target->name_count + 1) * sizeof *at->counties);
    at->county_count = at->counties ? target->name_count : 0;
    for (size_t k = 0; k < at->county_count; k++)
      at->counties[k] = (jh_target_county){
          target->names[k].code, target->names[k].name, {NULL, 0}, true, JH_UNDETERMINED};
  }
  for (size_t k = 0; k < at->county_count; k++) {
    uint32_t verdict = jh_shard_wire_take_most(cursor, JH_VERDICTS);
    if (!verdict) continue;
    at->counties[k].is_missing = false;
    at->counties[k].verdict = (jh_verdict)(verdict - 1);
    at->counties[k].found = jh_shard_wire_take_text(cursor);
  }
}

bool jh_shard_targets_take(
    jh_shard_cursor *cursor, const jh_plan *plan, jh_target_result *targets, jh_arena *arena) {
  if (jh_shard_wire_take(cursor) != plan->target_count) cursor->is_bad = true;
  for (size_t i = 0; i < plan->target_count && !cursor->is_bad; i++) {
    targets[i].target = &plan->targets[i];
    for (int v = 0; v < JH_VERDICTS; v++)
      targets[i].tally.of[v] += jh_shard_wire_take_most(cursor, UINT32_MAX);
    targets[i].outside += jh_shard_wire_take_most(cursor, UINT32_MAX);
    take_named(cursor, &plan->targets[i], &targets[i], arena);
    if (!targets[i].counties) return false;
  }
  return true;
}
