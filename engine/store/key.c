/* key.c - everything that shapes what reading gives, but the files, as one hash. */
#include <stdio.h>

#include "base/sha256.h"
#include "store/form.h"

static void number(jh_sha256 *to, int64_t value) {
  char text[32];
  int size = snprintf(text, sizeof text, "%lld;", (long long)value);
  jh_sha256_add(to, (jh_str){text, (size_t)size});
}

/* NULL is another text than "". */
static void text(jh_sha256 *to, const char *value) {
  jh_str bytes = jh_str_of(value);
  number(to, value ? (int64_t)bytes.size : -1);
  jh_sha256_add(to, bytes);
}

static void both(jh_sha256 *to, jh_text value) {
  for (size_t i = 0; i < JH_LANGS; i++) text(to, value.in[i]);
}

static void list(jh_sha256 *to, const char *const *items, size_t count) {
  number(to, (int64_t)count);
  for (size_t i = 0; i < count; i++) text(to, items[i]);
}

static void place(jh_sha256 *to, const jh_place *at) {
  text(to, at->file);
  number(to, at->line);
  number(to, at->column);
}

static void unit(jh_sha256 *to, const jh_unit *of) {
  for (size_t i = 0; i < JH_UNIT_BASES; i++) number(to, of->power[i]);
  number(to, of->num);
  number(to, of->den);
}

static void dec(jh_sha256 *to, jh_dec value) {
  number(to, value.mantissa);
  number(to, value.scale);
}

static void add_column(jh_sha256 *to, const jh_column_def *def) {
  text(to, def->id);
  both(to, def->name);
  list(to, def->aliases, def->alias_count);
  number(to, def->type);
  text(to, def->unit_text);
  unit(to, &def->unit);
  number(to, def->scale);
  dec(to, def->min);
  dec(to, def->max);
  const bool flags[] = {def->has_min,      def->has_max,      def->is_required, def->is_optional,
                        def->is_filled,    def->has_grouping, def->has_percent, def->has_suffixes,
                        def->has_brackets, def->has_wide};
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) number(to, flags[i]);
  list(to, def->missing, def->missing_count);
  number(to, (int64_t)def->choice_count);
  for (size_t i = 0; i < def->choice_count; i++) {
    text(to, def->choices[i].id);
    both(to, def->choices[i].name);
    list(to, def->choices[i].aliases, def->choices[i].alias_count);
  }
  text(to, def->form);
  both(to, def->note);
  place(to, &def->place);
}

static void add_table(jh_sha256 *to, const jh_table_def *def, const bool *needed) {
  text(to, def->id);
  both(to, def->name);
  const uint32_t indices[] = {def->level,       def->parent,          def->parent_column,
                              def->key_column,  def->stage_column,    def->name_column,
                              def->year_column, def->province_column, def->prefecture_column,
                              def->is_derived,  def->derived_from,    def->derived_name_column,
                              def->is_optional};
  for (size_t i = 0; i < sizeof indices / sizeof indices[0]; i++) number(to, indices[i]);
  place(to, &def->place);
  number(to, (int64_t)def->column_count);
  for (size_t i = 0; i < def->column_count; i++) {
    add_column(to, &def->columns[i]);
    number(to, !needed || needed[i]);
  }
}

static void add_source(jh_sha256 *to, const jh_source *source) {
  number(to, source->table);
  text(to, source->file);
  number(to, source->delimiter);
  text(to, source->encoding);
  number(to, source->skip_lines);
  number(to, source->header_lines);
  text(to, source->sheet);
  number(to, (int64_t)source->set_count);
  for (size_t i = 0; i < source->set_count; i++) {
    number(to, source->sets[i].column);
    text(to, source->sets[i].value);
  }
  place(to, &source->place);
}

/* Units are read in headers; forms are hints for finding them. */
static void add_hints(jh_sha256 *to, const jh_plan *plan) {
  number(to, (int64_t)plan->units.count);
  for (size_t i = 0; i < plan->units.count; i++) {
    text(to, plan->units.names[i].id);
    both(to, plan->units.names[i].name);
    unit(to, &plan->units.names[i].unit);
  }
  number(to, (int64_t)plan->form_count);
  for (size_t i = 0; i < plan->form_count; i++) {
    const jh_form *form = &plan->forms[i];
    text(to, form->id);
    list(to, form->aliases, form->alias_count);
    number(to, form->table);
    for (size_t k = 0; k < form->cell_count; k++) {
      const jh_form_cell *cell = &form->cells[k];
      number(to, cell->column);
      text(to, cell->at);
      list(to, cell->labels, cell->label_count);
      text(to, cell->row);
      text(to, cell->number);
    }
  }
}

static void add_options(jh_sha256 *to, const jh_load_options *options) {
  text(to, options->folder);
  text(to, options->encoding);
  text(to, options->year);
  text(to, options->earlier_than);
  text(to, options->region);
  number(to, options->needed == NULL);
  number(to, options->keeps_refused);
}

bool jh_store_key(
    char out[65], const jh_plan *plan, const jh_load_options *options, const char *engine) {
  jh_sha256 hash;
  jh_sha256_init(&hash);
  text(&hash, engine);
  number(&hash, JH_STORE_FORMAT);
  number(&hash, sizeof(jh_error)); /* findings are kept as they lie in memory */
  number(&hash, sizeof(size_t));
  add_options(&hash, options);
  number(&hash, (int64_t)plan->level_count);
  for (size_t i = 0; i < plan->level_count; i++) {
    text(&hash, plan->levels[i].id);
    number(&hash, plan->levels[i].parent);
    number(&hash, plan->levels[i].table);
  }
  number(&hash, (int64_t)plan->table_count);
  for (size_t i = 0; i < plan->table_count; i++) {
    add_table(&hash, &plan->tables[i], options->needed ? options->needed[i] : NULL);
  }
  number(&hash, (int64_t)plan->source_count);
  for (size_t i = 0; i < plan->source_count; i++) add_source(&hash, &plan->sources[i]);
  add_hints(&hash, plan);
  text(&hash, plan->dataset.year);
  number(&hash, plan->dataset.as_of);
  return jh_sha256_done(&hash, out);
}
