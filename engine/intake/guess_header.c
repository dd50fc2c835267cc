/* guess_header.c - the headers of a filled template against what its hidden sheet says of them.
 *
 * Whoever fills a template may move a column, add one, or write over a header. Read by its letter alone
 * a figure would then go into another column; so the header is asked first.
 */
#include <string.h>

#include "intake/guess_parts.h"
#include "sheet/position.h"

typedef struct asking {
  jh_guess *guess;
  jh_guess_source *source;
  jh_head head;
} asking;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* How many of the template's columns the header means. */
static size_t count_known(const asking *a) {
  size_t count = 0;
  for (size_t i = 0; i < a->head.field_count; i++) {
    for (size_t k = 0; k < a->source->entry_count; k++) {
      count += a->head.fields[i].column == a->source->entries[k].column;
    }
  }
  return count;
}

/* The header where the template has it, else where it is found. */
static jh_code find_head(asking *a, jh_grid *grid, jh_error *err) {
  jh_guess_source *source = a->source;
  jh_head_wish wish = {
      .table = source->table,
      .skip_lines = source->title_lines,
      .header_lines = source->header_lines};
  jh_code code = jh_head_find(&a->head, grid, a->guess->plan, &wish, a->guess->arena, err);
  if (code || count_known(a)) return code;
  asking other = *a;
  wish.skip_lines = JH_NONE;
  wish.header_lines = 0;
  code = jh_head_find(&other.head, grid, a->guess->plan, &wish, a->guess->arena, err);
  if (code || !count_known(&other)) return code;
  a->head = other.head;
  source->title_lines = a->head.title_lines;
  source->header_lines = a->head.header_lines;
  return JH_OK;
}

static bool name_letter(asking *a, jh_guess_entry *entry, uint32_t letter) {
  char text[JH_POSITION_TEXT + 1] = "=";
  (void)jh_position_text(text + 1, letter, 0);
  entry->source = jh_arena_text(a->guess->arena, jh_str_of(text));
  return entry->source != NULL;
}

/* What the header says of the unit. */
static void take_unit(const asking *a, jh_guess_entry *entry, uint32_t letter) {
  const jh_head_field *field = &a->head.fields[letter];
  const jh_plan *plan = a->guess->plan;
  const jh_column_def *def = &plan->tables[a->source->table].columns[entry->column];
  bool is_own = field->unit && !field->is_unit_of_line;
  entry->unit = is_own ? jh_guess_unit(plan, def, field->unit) : NULL;
  entry->is_converted = entry->unit != NULL;
  entry->is_silent = field->is_silent && !field->unit;
}

static bool settle(asking *a, jh_guess_entry *entry) {
  uint32_t letter = 0, line, found = JH_NONE;
  const jh_head *head = &a->head;
  (void)jh_position_read(jh_str_of(entry->source + 1), &letter, &line);
  for (uint32_t i = 0; i < head->field_count; i++) {
    if (head->fields[i].column == entry->column) found = i;
  }
  if (found == JH_NONE) {
    entry->how = JH_GUESS_LOST;
    entry->seen = letter < head->field_count ? head->fields[letter].path : "";
    return true;
  }
  take_unit(a, entry, found);
  return found == letter || name_letter(a, entry, found);
}

/* A column that was added by its header. */
static jh_code add_others(asking *a, jh_error *err) {
  size_t count = a->source->entry_count;
  for (uint32_t i = 0; i < a->head.field_count; i++) {
    const jh_head_field *field = &a->head.fields[i];
    bool is_there = field->column == JH_NONE;
    for (size_t k = 0; k < count; k++) is_there |= a->source->entries[k].column == field->column;
    if (is_there) continue;
    jh_guess_entry *entry = jh_guess_add(a->guess, a->source);
    if (!entry || !name_letter(a, entry, i)) return out_of_memory(err);
    entry->column = field->column;
    entry->how = JH_GUESS_NAMED;
    entry->seen = field->path;
    take_unit(a, entry, i);
  }
  return JH_OK;
}

jh_code jh_guess_headers(
    jh_guess *guess, jh_guess_source *source, const char *path, jh_error *err) {
  asking a = {.guess = guess, .source = source};
  jh_grid_options options = {.sheet = source->sheet};
  jh_grid *grid = NULL;
  jh_error problem = {0};
  jh_code code = jh_grid_open(&grid, path, &options, &problem);
  if (!code) code = find_head(&a, grid, &problem);
  jh_grid_close(grid);
  if (code == JH_ENOMEM) return out_of_memory(err);
  if (code) {
    source->kind = JH_GUESS_BROKEN;
    source->problem = problem;
    return JH_OK;
  }
  source->header_line = a.head.last_line;
  for (size_t i = 0; i < source->entry_count; i++) {
    if (!settle(&a, &source->entries[i])) return out_of_memory(err);
  }
  return add_others(&a, err);
}
