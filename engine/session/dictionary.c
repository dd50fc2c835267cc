/* dictionary.c - a dictionary written out, with the rules of packs that read its columns. */
#include "report/catalogue.h"
#include "session/needed.h"
#include "session/session.h"

/* Counts the columns of all tables through. */
static jh_code count_columns(jh_readers *readers, jh_arena *arena, jh_error *err) {
  const jh_plan *plan = readers->plan;
  readers->firsts = jh_arena_get(arena, (plan->table_count + 1) * sizeof *readers->firsts);
  if (!readers->firsts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < plan->table_count; i++) {
    readers->firsts[i] = readers->column_count;
    readers->column_count += plan->tables[i].column_count;
  }
  return JH_OK;
}

/* What the pack reads of a column that both dictionaries have. */
static void take(
    jh_readers_pack *to, size_t column, const jh_needed_readers *from, bool *const *needed,
    uint32_t table, uint32_t own) {
  to->needs[column] = needed[table][own];
  for (uint32_t i = 0; i < from->rule_count; i++) {
    to->reads[column * from->rule_count + i] = jh_needed_reads(from, table, own, i);
  }
}

static jh_code add_pack(jh_readers *readers, const jh_plan *pack, jh_arena *arena, jh_error *err) {
  jh_readers_pack *to = &readers->packs[readers->count++];
  jh_needed_readers from;
  bool **needed = NULL;
  jh_code code = jh_needed_readers_find(pack, arena, &from, err);
  if (!code) code = jh_needed_columns(pack, 0, true, arena, &needed, err);
  if (code) return code;
  to->plan = pack;
  to->is_national = jh_str_starts(jh_str_of(pack->pack.id), "national/");
  to->reads = jh_arena_get(arena, readers->column_count * pack->rule_count + 1);
  to->needs = jh_arena_get(arena, readers->column_count + 1);
  if (!to->reads || !to->needs) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < readers->plan->table_count; i++) {
    const jh_table_def *table = &readers->plan->tables[i];
    uint32_t own = jh_plan_table(pack, jh_str_of(table->id));
    for (size_t k = 0; own != JH_NONE && k < table->column_count; k++) {
      uint32_t column = jh_plan_column(pack, own, jh_str_of(table->columns[k].id));
      if (column != JH_NONE) take(to, readers->firsts[i] + k, &from, needed, own, column);
    }
  }
  return JH_OK;
}

static jh_code find_readers(
    jh_readers *readers, const jh_dictionary_options *how, jh_arena *arena, jh_error *err) {
  jh_code code = count_columns(readers, arena, err);
  readers->packs = jh_arena_get(arena, (how->pack_count + 1) * sizeof *readers->packs);
  if (!code && !readers->packs) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < how->pack_count && !code; i++) {
    code = add_pack(readers, how->packs[i]->plan, arena, err);
  }
  return code;
}

jh_code jh_session_dictionary(
    jh_session *session, const jh_dictionary_options *how, jh_error *err) {
  jh_readers readers = {.plan = session->plan};
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = find_readers(&readers, how, arena, err);
  jh_buf buf;
  jh_buf_init(&buf);
  if (!code && how->format == JH_FORMAT_JSON) {
    jh_catalogue_dictionary_json(&buf, session->plan, &readers);
  } else if (!code) {
    jh_catalogue_dictionary(&buf, session->plan, &readers, how->lang);
    jh_catalogue_forms(&buf, session->plan, how->lang);
    if (readers.count) jh_readers_index(&buf, &readers, how->lang);
  }
  jh_arena_close(arena);
  if (code) {
    jh_buf_done(&buf);
    return code;
  }
  return jh_session_hand_on(&buf, how->writer, how->payload, err);
}
