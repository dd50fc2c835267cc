/* guess_table.c - a sheet with a header: which header feeds which column, and in which unit. */
#include <string.h>

#include "intake/guess_parts.h"
#include "sheet/position.h"
#include "table/match.h"
#include "table/measure.h"

typedef struct finder {
  jh_guess *guess;
  jh_guess_source *source;
  const jh_table_def *table;
  const jh_head *head;
  jh_error *err;
} finder;

static jh_code out_of_memory(finder *f) { return jh_fail(f->err, JH_ENOMEM, NULL, NULL); }

/* The unit that the mapping has to say for a field: none if it is the column's own. */
static const char *unit_to_say(const finder *f, const jh_head_field *field) {
  const jh_column_def *column = &f->table->columns[field->column];
  return field->unit ? jh_guess_unit(f->guess->plan, column, field->unit) : NULL;
}

/* How a mapping names a field: by its whole path, else by the lowest part if no other has that, else by
 * its letter. */
static const char *name_of(finder *f, size_t index) {
  const jh_head_field *field = &f->head->fields[index];
  const char *names[] = {field->path, field->leaf};
  for (size_t i = 0; i < 2; i++) {
    uint32_t also = JH_NONE;
    bool is_letter = names[i][0] == '=';
    uint32_t found = jh_head_field_of(f->head, jh_str_of(names[i]), &also, f->guess->arena);
    if (!is_letter && found == index && also == JH_NONE) return names[i];
  }
  char letter[JH_POSITION_TEXT + 1] = "=";
  (void)jh_position_text(letter + 1, (uint32_t)index, 0);
  return jh_arena_text(f->guess->arena, jh_str_of(letter));
}

size_t jh_guess_field(jh_guess *guess, const jh_head *head, const jh_guess_entry *entry) {
  uint32_t also, line, letter;
  if (!entry || !entry->source) return SIZE_MAX;
  if (entry->source[0] == '=') {
    bool is_letter = jh_position_read(jh_str_of(entry->source + 1), &letter, &line);
    return is_letter && letter < head->field_count ? letter : SIZE_MAX;
  }
  uint32_t field = jh_head_field_of(head, jh_str_of(entry->source), &also, guess->arena);
  return field == JH_NONE ? SIZE_MAX : field;
}

static jh_guess_how how_of(jh_match_how how) {
  return how == JH_MATCH_ID || how == JH_MATCH_NAME ? JH_GUESS_NAMED : JH_GUESS_ALIAS;
}

static jh_code place(finder *f, size_t index, uint32_t column, jh_guess_how how) {
  const jh_head_field *field = &f->head->fields[index];
  jh_guess_entry *entry = jh_guess_add(f->guess, f->source);
  const char *name = name_of(f, index);
  if (!entry || !name) return out_of_memory(f);
  entry->column = column;
  entry->how = how;
  entry->source = name;
  entry->is_silent = field->is_silent && !field->unit;
  if (name[0] == '=') entry->seen = field->path;
  if (field->column == JH_NONE) return JH_OK;
  /* A unit that is none of money says its column itself: "from" takes one for money only. */
  const jh_units *units = &f->guess->plan->units;
  bool is_money = jh_measure_is_money(units, f->table->columns[field->column].unit);
  bool is_of_line = field->is_unit_of_line && is_money;
  entry->unit = is_of_line ? NULL : unit_to_say(f, field);
  entry->is_converted = field->unit && unit_to_say(f, field);
  if (is_of_line && !f->source->unit_line) {
    const char *unit = unit_to_say(f, field);
    f->source->unit_line = unit ? unit : f->table->columns[field->column].unit_text;
  }
  return JH_OK;
}

static jh_code keep_unused(finder *f, size_t index) {
  void *items = f->source->unused;
  if (jh_arena_grow(
          f->guess->arena, &items, &f->source->unused_room, f->source->unused_count + 1,
          sizeof *f->source->unused)) {
    return out_of_memory(f);
  }
  f->source->unused = items;
  f->source->unused[f->source->unused_count++] = f->head->fields[index].path;
  return JH_OK;
}

static bool has_column(const finder *f, uint32_t column) {
  for (size_t i = 0; i < f->head->field_count; i++) {
    if (f->head->fields[i].column == column) return true;
  }
  return false;
}

static jh_code take(finder *f, size_t index) {
  const jh_head_field *field = &f->head->fields[index];
  if (field->path[0] == '\0') return JH_OK;
  if (field->column != JH_NONE) return place(f, index, field->column, how_of(field->how));
  if (field->twin != JH_NONE) {
    return place(f, index, f->head->fields[field->twin].column, JH_GUESS_TWICE);
  }
  uint32_t near = JH_NONE;
  for (uint32_t i = 0; field->near && i < f->table->column_count; i++) {
    if (strcmp(f->table->columns[i].id, field->near) == 0) near = i;
  }
  bool is_near = near != JH_NONE && !has_column(f, near);
  return is_near ? place(f, index, near, JH_GUESS_NEAR) : keep_unused(f, index);
}

typedef enum likeness { UNLIKE, PARTLY, ALIKE } likeness;

static bool is_part(const char *part, const char *whole) {
  return strlen(part) >= 6 && strstr(whole, part) != NULL; /* two Chinese characters */
}

/* Is a header one of the column's, or a part of one, or longer ("标识码", "学校标识码（10位）")? */
static likeness compare(finder *f, const char *header, const jh_column_def *def) {
  const char *folded = jh_match_fold(f->guess->arena, jh_str_of(header));
  likeness best = UNLIKE;
  for (size_t i = 0; folded && i <= def->alias_count; i++) {
    const char *name = i < def->alias_count ? def->aliases[i] : def->name.in[JH_ZH];
    const char *wanted = name ? jh_match_fold(f->guess->arena, jh_str_of(name)) : NULL;
    if (wanted && strcmp(wanted, folded) == 0) return ALIKE;
    if (wanted && (is_part(folded, wanted) || is_part(wanted, folded))) best = PARTLY;
  }
  return best;
}

/* The column that leads to the table above goes by that table's headers, too. */
static likeness compare_all(finder *f, const char *header, uint32_t column) {
  const jh_table_def *table = f->table;
  likeness own = compare(f, header, &table->columns[column]), above = UNLIKE;
  if (column == table->parent_column && table->parent != JH_NONE) {
    const jh_table_def *parent = &f->guess->plan->tables[table->parent];
    if (parent->key_column != JH_NONE) {
      above = compare(f, header, &parent->columns[parent->key_column]);
    }
  }
  return own > above ? own : above;
}

/* The one unused header that is like a column which may not be absent; a question unless it is alike. */
static jh_code ask(finder *f, uint32_t column) {
  size_t count = 0, index = 0, slot = 0;
  likeness best = PARTLY;
  for (size_t i = 0; i < f->source->unused_count; i++) {
    likeness like = compare_all(f, f->source->unused[i], column);
    if (like < best) continue;
    count = like > best ? 1 : count + 1;
    best = like;
    slot = i;
  }
  if (count != 1) return JH_OK;
  while (strcmp(f->head->fields[index].path, f->source->unused[slot]) != 0) index++;
  f->source->unused_count--;
  for (size_t i = slot; i < f->source->unused_count; i++) {
    f->source->unused[i] = f->source->unused[i + 1];
  }
  return place(f, index, column, best == ALIKE ? JH_GUESS_ALIAS : JH_GUESS_NEAR);
}

static jh_code ask_all(finder *f) {
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < f->table->column_count && !code; i++) {
    bool is_open = f->table->columns[i].is_required && !jh_guess_entry_of(f->source, i);
    for (size_t k = 0; k < f->source->entry_count; k++) {
      is_open &= f->source->entries[k].column != i; /* asked already */
    }
    if (is_open) code = ask(f, i);
  }
  return code;
}

jh_code jh_guess_table(
    jh_guess *guess, jh_guess_source *source, const jh_head *head, jh_grid *grid, jh_error *err) {
  finder f = {
      .guess = guess,
      .source = source,
      .table = &guess->plan->tables[head->table],
      .head = head,
      .err = err};
  source->table = head->table;
  source->title_lines = head->title_lines;
  source->header_lines = head->header_lines;
  jh_code code = JH_OK;
  for (size_t i = 0; i < head->field_count && !code; i++) code = take(&f, i);
  if (!code) code = ask_all(&f);
  return code ? code : jh_guess_leave_out(guess, source, head, grid, err);
}
