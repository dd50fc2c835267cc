#include "intake/layout.h"

#include <string.h>

#include "base/suggest.h"
#include "intake/layout_unit.h"
#include "intake/store.h"
#include "sheet/position.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Before anything is read ---------------------------------------------------------------------------- */

static jh_code no_table(const jh_intake *in, const jh_mapping_from *from, jh_error *err) {
  char best[96];
  jh_suggest near = jh_suggest_begin(jh_str_of(from->table));
  for (size_t i = 0; i < in->plan->table_count; i++) {
    jh_suggest_offer(&near, jh_str_of(in->plan->tables[i].id));
  }
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(err, JH_EUNKNOWN_NAME, &from->place, from->table, best, NULL);
}

static jh_code no_column(
    const jh_table_def *table, const char *id, const jh_place *at, jh_error *err) {
  char best[96];
  jh_suggest near = jh_suggest_begin(jh_str_of(id));
  for (size_t i = 0; i < table->column_count; i++) {
    jh_suggest_offer(&near, jh_str_of(table->columns[i].id));
  }
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(err, JH_EUNKNOWN_NAME, at, id, best, NULL);
}

/* Only numbers can be added up. */
static jh_code check_sum(const jh_column_def *def, const jh_mapping_column *column, jh_error *err) {
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  if (column->part_count < 2 || is_number) return JH_OK;
  return jh_fail(
      err, JH_EWRONG_VALUE, &column->place, column->column, "\"…\"", "{ sum = { … } }", NULL);
}

static jh_code check_from(jh_intake *in, const jh_mapping_from *from, jh_error *err) {
  uint32_t index = jh_plan_table(in->plan, jh_str_of(from->table));
  if (index == JH_NONE) return no_table(in, from, err);
  const jh_table_def *table = &in->plan->tables[index];
  if (table->is_derived) {
    const char *other = in->plan->tables[table->derived_from].id;
    return jh_fail(err, JH_EIMPORT_DERIVED, &from->place, table->id, other, NULL);
  }
  for (size_t i = 0; i < from->column_count; i++) {
    const jh_mapping_column *column = &from->columns[i];
    uint32_t at = jh_plan_column(in->plan, index, jh_str_of(column->column));
    if (at == JH_NONE) return no_column(table, column->column, &column->place, err);
    jh_code code = check_sum(&table->columns[at], column, err);
    if (code) return code;
  }
  jh_code code = jh_layout_check_unit(in, from, err);
  if (code) return code;
  return jh_store_table(in, index) ? JH_OK : no_memory(err);
}

jh_code jh_layout_check(jh_intake *in, jh_error *err) {
  jh_code code = JH_OK;
  in->tables = jh_arena_get(in->arena, (in->plan->table_count + 1) * sizeof *in->tables);
  if (!in->tables) return no_memory(err);
  for (size_t i = 0; i < in->mapping->from_count && !code; i++) {
    code = check_from(in, &in->mapping->froms[i], err);
  }
  return code;
}

/* Feeds ----------------------------------------------------------------------------------------------- */

jh_intake_feed *jh_layout_feed(const jh_intake_source *source, uint32_t column) {
  for (size_t i = 0; i < source->feed_count; i++) {
    if (source->feeds[i].column == column) return &source->feeds[i];
  }
  return NULL;
}

static jh_intake_feed *add_feed(
    jh_intake *in, jh_intake_source *source, uint32_t column, size_t part_count) {
  void *items = source->feeds;
  if (jh_arena_grow(
          in->arena, &items, &source->feed_room, source->feed_count + 1, sizeof *source->feeds)) {
    return NULL;
  }
  source->feeds = items;
  jh_intake_feed *feed = &source->feeds[source->feed_count];
  *feed = (jh_intake_feed){.column = column, .part_count = part_count};
  feed->slot = jh_store_slot(in, source->table, column);
  feed->parts = jh_arena_get(in->arena, (part_count + 1) * sizeof *feed->parts);
  if (!feed->parts) return NULL;
  source->feed_count++;
  return feed;
}

/* Reads a constant as a cell would be. */
static jh_code set_constant(
    jh_intake *in, const jh_intake_source *source, jh_intake_feed *feed, const char *text,
    const jh_place *at, jh_error *err) {
  const jh_column_def *def = &source->table->def->columns[feed->column];
  jh_value *value;
  jh_buf buf;
  jh_buf_init(&buf);
  jh_code code = jh_value_open(&value, def, &in->plan->units, NULL, in->arena, err);
  if (code) return code;
  code = jh_value_read(value, jh_str_of(text), JH_GRID_TEXT, &buf, err);
  jh_value_close(value);
  if (code && err) {
    jh_place place = *at;
    memcpy(place.name, err->at.name, sizeof place.name);
    err->at = place;
  }
  if (!code) feed->constant = jh_arena_text(in->arena, jh_buf_str(&buf));
  if (!code && !feed->constant) code = no_memory(err);
  feed->constant_line = at->line;
  jh_buf_done(&buf);
  return code;
}

/* The year of the data, where the source does not say it. */
static jh_code add_year(jh_intake *in, jh_intake_source *source, jh_error *err) {
  uint32_t column = source->table->def->year_column;
  const jh_mapping *mapping = in->mapping;
  if (column == JH_NONE || !mapping->year || jh_layout_feed(source, column)) return JH_OK;
  jh_intake_feed *feed = add_feed(in, source, column, 0);
  if (!feed) return no_memory(err);
  return set_constant(in, source, feed, mapping->year, &mapping->place, err);
}

/* Rows are joined by the key and the stage; without them nothing can be joined. */
static jh_code check_key(const jh_intake_source *source, jh_error *err) {
  const jh_table_def *def = source->table->def;
  uint32_t needed[] = {
      def->key_column == JH_NONE ? def->parent_column : def->key_column, def->stage_column};
  for (int i = 0; i < 2; i++) {
    if (needed[i] == JH_NONE || jh_layout_feed(source, needed[i])) continue;
    const jh_column_def *column = &def->columns[needed[i]];
    const char *name = jh_text_in(column->name, JH_ZH);
    return jh_fail(err, JH_EIMPORT_KEY, &source->from->place, source->file, column->id, name, NULL);
  }
  return JH_OK;
}

/* Tables ---------------------------------------------------------------------------------------------- */

static jh_code no_header(
    const jh_head *head, const char *name, const char *file, const jh_place *at, jh_error *err) {
  char best[128];
  jh_buf all;
  jh_suggest near = jh_suggest_begin(jh_str_of(name));
  jh_buf_init(&all);
  for (size_t i = 0; i < head->field_count; i++) {
    jh_suggest_offer(&near, jh_str_of(head->fields[i].leaf));
    jh_suggest_offer(&near, jh_str_of(head->fields[i].path));
    if (head->fields[i].path[0] && all.size) jh_buf_text(&all, ", ");
    jh_buf_text(&all, head->fields[i].path);
  }
  jh_arg_text(best, sizeof best, near.best);
  jh_buf_text(&all, all.size ? "" : "—");
  jh_code code = jh_fail(err, JH_EIMPORT_HEADER, at, name, best, file, all.at ? all.at : "", NULL);
  jh_buf_done(&all);
  return code;
}

/* The field that a part names. */
static jh_code find_field(
    jh_intake *in, const jh_intake_source *source, const jh_head *head, const char *name,
    const jh_place *at, uint32_t *out, jh_error *err) {
  uint32_t also = JH_NONE, row;
  bool is_letter = name[0] == '=' && jh_position_read(jh_str_of(name + 1), out, &row);
  if (!is_letter) *out = jh_head_field_of(head, jh_str_of(name), &also, in->arena);
  if (*out >= head->field_count) return no_header(head, name, source->file, at, err);
  if (also >= head->field_count) return JH_OK;
  char first[160], second[160];
  jh_arg_text(first, sizeof first, jh_str_of(head->fields[*out].path));
  jh_arg_text(second, sizeof second, jh_str_of(head->fields[also].path));
  return jh_fail(err, JH_EIMPORT_TWO_HEADERS, at, name, source->file, first, second, NULL);
}

static jh_code feed_said(
    jh_intake *in, jh_intake_source *source, const jh_head *head, const jh_mapping_column *said,
    jh_error *err) {
  uint32_t column = jh_plan_column(in->plan, source->table->index, jh_str_of(said->column));
  jh_intake_feed *feed = add_feed(in, source, column, said->part_count);
  if (!feed) return no_memory(err);
  feed->said = said;
  if (said->value) return set_constant(in, source, feed, said->value, &said->place, err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < said->part_count && !code; i++) {
    jh_intake_part *part = &feed->parts[i];
    part->header = said->parts[i];
    code = find_field(in, source, head, said->parts[i], &said->place, &part->column, err);
    if (code) return code;
    const jh_head_field *field = &head->fields[part->column];
    if (field->path[0]) part->header = field->path;
    code = jh_layout_open_part(in, source, feed, part, field, err);
    if (!code && i == 0) code = jh_layout_warn_unit(in, source, feed, field, err);
  }
  return code;
}

/* Every header that the dictionary knows and the mapping does not name. */
static jh_code feed_known(
    jh_intake *in, jh_intake_source *source, const jh_head *head, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < head->field_count && !code; i++) {
    const jh_head_field *field = &head->fields[i];
    if (field->column == JH_NONE || jh_layout_feed(source, field->column)) continue;
    jh_intake_feed *feed = add_feed(in, source, field->column, 1);
    if (!feed) return no_memory(err);
    feed->parts[0].column = (uint32_t)i;
    feed->parts[0].header = field->path;
    code = jh_layout_open_part(in, source, feed, &feed->parts[0], field, err);
    if (!code) code = jh_layout_warn_unit(in, source, feed, field, err);
  }
  return code;
}

/* The headers that the mapping names, which tell where the header stands. */
static jh_code wish_of(
    jh_intake *in, const jh_intake_source *source, jh_head_wish *wish, jh_error *err) {
  const jh_mapping_from *from = source->from;
  size_t room = from->leave_count, count = 0;
  for (size_t i = 0; i < from->column_count; i++) room += from->columns[i].part_count;
  const char **names = jh_arena_get(in->arena, (room + 1) * sizeof *names);
  if (!names) return no_memory(err);
  for (size_t i = 0; i < from->column_count; i++) {
    for (size_t k = 0; k < from->columns[i].part_count; k++) {
      if (from->columns[i].parts[k][0] != '=') names[count++] = from->columns[i].parts[k];
    }
  }
  *wish = (jh_head_wish){.table = source->table->index, .names = names, .name_count = count};
  wish->skip_lines = from->skip_lines < 0 ? JH_NONE : (uint32_t)from->skip_lines;
  wish->header_lines = from->header_lines < 0 ? 0 : (uint32_t)from->header_lines;
  return JH_OK;
}

/* Which columns of the grid are used, and what stands above them. */
static jh_code mark_used(
    jh_intake *in, jh_intake_source *source, const jh_head *head, jh_error *err) {
  size_t count = head->field_count;
  for (size_t i = 0; i < source->feed_count; i++) {
    for (size_t k = 0; k < source->feeds[i].part_count; k++) {
      uint32_t column = source->feeds[i].parts[k].column;
      if (column >= count) count = (size_t)column + 1;
    }
  }
  source->column_count = count;
  source->used = jh_arena_get(in->arena, count + 1);
  source->unused = jh_arena_get(in->arena, (count + 1) * sizeof *source->unused);
  source->headers = jh_arena_get(in->arena, (count + 1) * sizeof *source->headers);
  if (!source->used || !source->unused || !source->headers) return no_memory(err);
  for (size_t i = 0; i < count; i++) {
    source->headers[i] = i < head->field_count ? head->fields[i].path : "";
  }
  for (size_t i = 0; i < source->feed_count; i++) {
    const jh_intake_feed *feed = &source->feeds[i];
    for (size_t k = 0; k < feed->part_count; k++) source->used[feed->parts[k].column] = 1;
  }
  return JH_OK;
}

jh_code jh_layout_leaves(
    jh_intake *in, jh_intake_source *source, const jh_head *head, jh_error *err) {
  const jh_mapping_from *from = source->from;
  source->leaves = jh_arena_get(in->arena, (from->leave_count + 1) * sizeof *source->leaves);
  if (!source->leaves) return no_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < from->leave_count && !code; i++) {
    const jh_mapping_leave *leave = &from->leaves[i];
    uint32_t column = jh_plan_column(in->plan, source->table->index, jh_str_of(leave->column));
    const jh_intake_feed *feed = column == JH_NONE ? NULL : jh_layout_feed(source, column);
    if (feed && feed->part_count) {
      source->leaves[i] = feed->parts[0].column;
    } else {
      code = find_field(in, source, head, leave->column, &leave->place, &source->leaves[i], err);
    }
    if (!code && source->leaves[i] < source->column_count) source->used[source->leaves[i]] = 1;
  }
  return code;
}

jh_code jh_layout_table(jh_intake *in, jh_intake_source *source, jh_grid *grid, jh_error *err) {
  const jh_mapping_from *from = source->from;
  jh_head head;
  jh_head_wish wish;
  jh_code code = wish_of(in, source, &wish, err);
  if (!code) code = jh_head_find(&head, grid, in->plan, &wish, in->arena, err);
  if (code) return code;
  jh_place at = jh_place_of(source->path, 0, 0);
  if (!head.header_lines) return jh_fail(err, JH_EEMPTY_FILE, &at, NULL);
  code = jh_match_open(&source->match, source->table->def, &in->plan->units, err);
  source->unit_hint = head.unit_hint;
  source->first_line = head.line;
  source->last_line = head.last_line;
  for (size_t i = 0; i < from->column_count && !code; i++) {
    code = feed_said(in, source, &head, &from->columns[i], err);
  }
  if (!code && from->takes_known) code = feed_known(in, source, &head, err);
  if (!code) code = add_year(in, source, err);
  if (!code) code = check_key(source, err);
  if (!code) code = mark_used(in, source, &head, err);
  return code ? code : jh_layout_leaves(in, source, &head, err);
}

/* Forms ------------------------------------------------------------------------------------------------ */

static const jh_head_field no_header_at_all = {.path = "", .leaf = "", .column = JH_NONE};

static jh_code feed_cells(
    jh_intake *in, jh_intake_source *source, const jh_mapping_column *said, jh_error *err) {
  uint32_t column = jh_plan_column(in->plan, source->table->index, jh_str_of(said->column));
  jh_intake_feed *feed = add_feed(in, source, column, said->part_count);
  if (!feed) return no_memory(err);
  feed->said = said;
  if (said->value) return set_constant(in, source, feed, said->value, &said->place, err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < said->part_count && !code; i++) {
    jh_intake_part *part = &feed->parts[i];
    part->header = said->parts[i];
    if (!jh_position_read(jh_str_of(said->parts[i]), &part->column, &part->line)) {
      return jh_fail(
          err, JH_EWRONG_VALUE, &said->place, said->column, "\"C10\"", said->parts[i], NULL);
    }
    code = jh_layout_open_part(in, source, feed, part, &no_header_at_all, err);
  }
  return code;
}

jh_code jh_layout_form(jh_intake *in, jh_intake_source *source, jh_error *err) {
  const jh_mapping_from *from = source->from;
  jh_code code = JH_OK;
  for (size_t i = 0; i < from->column_count && !code; i++) {
    code = feed_cells(in, source, &from->columns[i], err);
  }
  if (!code) code = add_year(in, source, err);
  return code ? code : check_key(source, err);
}

void jh_layout_close(jh_intake_source *source) {
  jh_match_close(source->match);
  source->match = NULL;
  for (size_t i = 0; i < source->feed_count; i++) {
    for (size_t k = 0; k < source->feeds[i].part_count; k++) {
      jh_value_close(source->feeds[i].parts[k].value);
      source->feeds[i].parts[k].value = NULL;
    }
  }
}
