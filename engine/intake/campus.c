#include "intake/campus.h"

#include <string.h>

#include "base/buf.h"
#include "intake/layout.h"
#include "intake/store.h"
#include "intake/taking.h"

typedef struct merging {
  jh_intake *in;
  jh_intake_table *table;
  uint32_t counted, parent, type, county; /* slots; type and county may be JH_NONE */
  jh_buf blanks;                          /* columns whose sum is blank, of the campus at hand */
  bool is_out_of_memory;
} merging;

static uint32_t slot_of(const merging *m, const char *id) {
  uint32_t column = jh_plan_column(m->in->plan, m->table->index, jh_str_of(id));
  return column == JH_NONE ? JH_NONE : m->table->slots[column];
}

static const char *text_at(const jh_intake_record *record, uint32_t slot) {
  bool is_there = slot != JH_NONE && slot < record->cell_count && record->cells[slot].text;
  return is_there ? record->cells[slot].text : "";
}

static bool is_campus(const merging *m, const jh_intake_record *record) {
  return strcmp(text_at(record, m->counted), "no") == 0 && text_at(record, m->parent)[0] &&
         strcmp(text_at(record, m->type), "teaching_point") != 0;
}

/* The place of a cell in the source that gave it. */
static jh_place place_of(const merging *m, const jh_intake_record *record, uint32_t slot) {
  const jh_intake_cell *cell = &record->cells[slot];
  jh_taking taking = {.in = m->in, .source = &m->in->sources[cell->source]};
  const jh_intake_feed *feed = jh_layout_feed(taking.source, m->table->columns[slot]);
  return jh_taking_place(&taking, cell->line, feed && feed->part_count ? feed->parts : NULL);
}

static jh_str code_of(const jh_intake_record *record) {
  const char *end = memchr(record->key.at, '\x1F', record->key.size);
  return (jh_str){record->key.at, end ? (size_t)(end - record->key.at) : record->key.size};
}

/* The record of a code in the stage and year of another one. */
static jh_intake_record *find(merging *m, const char *code, const jh_intake_record *beside) {
  jh_buf key;
  size_t own = code_of(beside).size;
  jh_buf_init(&key);
  jh_buf_text(&key, code);
  jh_buf_add(&key, (jh_str){beside->key.at + own, beside->key.size - own});
  bool ok = jh_buf_ok(&key);
  uint32_t at = ok ? jh_map_find(m->table->by_key, jh_buf_str(&key)) : JH_MAP_NONE;
  if (!ok) m->is_out_of_memory = true;
  jh_buf_done(&key);
  return at == JH_MAP_NONE ? NULL : m->table->records[at];
}

/* The school at the end of the way up; NULL if it leads nowhere, or round. */
static jh_intake_record *parent_of(merging *m, jh_intake_record *record) {
  jh_intake_record *at = record;
  for (int steps = 0; steps < 16; steps++) {
    at = find(m, text_at(at, m->parent), record);
    if (!at || at == record) return NULL;
    if (!is_campus(m, at)) return at;
  }
  return NULL;
}

/* One base unit to the first power, and no time: what can be added up. */
static bool is_additive(const jh_plan *plan, const jh_column_def *def) {
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  int powers = 0;
  for (int i = 0; i < JH_UNIT_BASES; i++) {
    if (def->unit.power[i] == 0) continue;
    if (def->unit.power[i] != 1) return false;
    powers++;
  }
  static const char *const times[] = {"year", "day", "hour"};
  for (size_t i = 0; is_number && powers == 1 && i < sizeof times / sizeof *times; i++) {
    jh_unit time;
    if (jh_unit_read(&time, &plan->units, jh_str_of(times[i]), NULL)) continue;
    if (jh_unit_same_kind(time, def->unit)) return false;
  }
  return is_number && powers == 1;
}

static bool is_largest(const jh_column_def *def) { return strstr(def->id, "_largest_") != NULL; }

bool jh_campus_joins(const jh_plan *plan, const jh_column_def *def) {
  return is_additive(plan, def) || is_largest(def);
}

/* The rows of a campus are rows of the school, too. */
static jh_code join_lines(
    merging *m, jh_intake_record *parent, const jh_intake_record *campus, jh_error *err) {
  for (const jh_intake_line *line = campus->lines; line; line = line->next) {
    jh_intake_line *copy = jh_arena_get(m->in->arena, sizeof *copy);
    if (!copy) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    *copy = (jh_intake_line){.source = line->source, .line = line->line, .is_campus = true};
    parent->last->next = copy;
    parent->last = copy;
  }
  return JH_OK;
}

/* "3": the value of a sum, or of the larger one; "" where a side is blank. False: no memory, or the sum
 * does not fit. */
static bool join(merging *m, jh_intake_cell *to, const jh_intake_cell *from, bool is_sum) {
  char sum[JH_DEC_TEXT];
  bool is_known = to->text[0] && from->text && from->text[0];
  if (!is_known) {
    to->text = "";
    return true;
  }
  if (is_sum) {
    if (!jh_taking_add(sum, to->text, from->text)) return false;
    to->text = jh_arena_text(m->in->arena, jh_str_of(sum));
    return to->text != NULL;
  }
  jh_dec a, b;
  bool ok = jh_dec_read(&a, jh_str_of(to->text), 18, false) == JH_DEC_OK &&
            jh_dec_read(&b, jh_str_of(from->text), 18, false) == JH_DEC_OK;
  if (ok && jh_dec_compare(b, a) > 0) to->text = from->text;
  return ok;
}

static void note_blank(merging *m, const jh_column_def *def) {
  if (m->blanks.size) jh_buf_text(&m->blanks, ", ");
  jh_buf_text(&m->blanks, def->id);
}

static jh_code join_cells(
    merging *m, jh_intake_record *parent, const jh_intake_record *campus, jh_error *err) {
  for (uint32_t slot = 0; slot < m->table->slot_count; slot++) {
    const jh_column_def *def = &m->table->def->columns[m->table->columns[slot]];
    bool is_sum = is_additive(m->in->plan, def);
    if (!is_sum && !is_largest(def)) continue;
    jh_intake_cell *to = &parent->cells[slot];
    jh_intake_cell none = {"", 0, 0};
    const jh_intake_cell *from = slot < campus->cell_count ? &campus->cells[slot] : &none;
    bool has_to = to->text && to->text[0], has_from = from->text && from->text[0];
    if (!has_to && !has_from) continue;
    if (!to->text) *to = (jh_intake_cell){"", from->source, from->line};
    if (has_to != has_from) note_blank(m, def);
    if (join(m, to, from, is_sum)) continue;
    jh_place at = place_of(m, campus, m->parent);
    return jh_fail(err, to->text ? JH_ENUMBER_LARGE : JH_ENOMEM, &at, from->text, NULL);
  }
  return JH_OK;
}

static jh_code tell(
    merging *m, const jh_intake_record *parent, const jh_intake_record *campus, jh_error *err) {
  const jh_intake_cell *at = &campus->cells[m->parent];
  const jh_intake_source *source = &m->in->sources[at->source];
  jh_intake_item item = {
      .kind = JH_INTAKE_MERGED,
      .word = JH_INTAKE_SAYS_MERGED,
      .file = source->file,
      .sheet = source->sheet,
      .line = at->line,
      .column = JH_NONE};
  char code[96], to[96];
  jh_buf_text(&m->blanks, "");
  if (!jh_buf_ok(&m->blanks)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  const char *args[] = {
      jh_arg_text(code, sizeof code, code_of(campus)), jh_arg_text(to, sizeof to, code_of(parent)),
      m->blanks.size ? m->blanks.at : "—", NULL};
  m->in->count.merged++;
  jh_code told = jh_intake_tell(m->in, &item, args, err);
  if (told || !m->blanks.size) return told;
  jh_error found;
  jh_place place = place_of(m, campus, m->parent);
  (void)jh_fail(&found, JH_ECAMPUS_BLANK, &place, args[0], args[1], m->blanks.at, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(m->in, &found, err);
}

static jh_code no_parent(merging *m, const jh_intake_record *campus, jh_error *err) {
  char code[96];
  jh_error found;
  jh_place at = place_of(m, campus, m->parent);
  jh_arg_text(code, sizeof code, code_of(campus));
  (void)jh_fail(&found, JH_ECAMPUS_PARENT, &at, code, text_at(campus, m->parent), NULL);
  jh_str_copy(found.at.name, sizeof found.at.name, jh_str_of("parent_school_code"));
  return jh_intake_refuse(m->in, &found, err);
}

/* Its figures would move into another county: it stays what it is. */
static jh_code other_county(
    merging *m, const jh_intake_record *campus, const jh_intake_record *parent, jh_error *err) {
  char code[96], to[96];
  jh_error found;
  jh_place at = place_of(m, campus, m->parent);
  (void)jh_fail(
      &found, JH_ECAMPUS_COUNTY, &at, jh_arg_text(code, sizeof code, code_of(campus)),
      text_at(campus, m->county), jh_arg_text(to, sizeof to, code_of(parent)),
      text_at(parent, m->county), NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(m->in, &found, err);
}

static jh_code merge_one(merging *m, jh_intake_record *campus, jh_error *err) {
  if (!jh_store_widen(m->in, m->table, campus)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!is_campus(m, campus)) return JH_OK;
  jh_intake_record *parent = parent_of(m, campus);
  if (m->is_out_of_memory) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!parent) return no_parent(m, campus, err);
  if (strcmp(text_at(campus, m->county), text_at(parent, m->county)) != 0) {
    return other_county(m, campus, parent, err);
  }
  if (!jh_store_widen(m->in, m->table, parent)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_clear(&m->blanks);
  campus->parent = parent;
  jh_code code = join_cells(m, parent, campus, err);
  if (!code) code = join_lines(m, parent, campus, err);
  return code ? code : tell(m, parent, campus, err);
}

/* Records below a campus, such as its rooms, belong to the school now. */
static jh_code move_below(merging *m, const jh_map *campuses, jh_intake_table *below) {
  uint32_t slot = below->slots[below->def->parent_column];
  for (size_t i = 0; i < below->count && slot != JH_NONE; i++) {
    jh_intake_record *record = below->records[i];
    uint32_t at = jh_map_find(campuses, jh_str_of(text_at(record, slot)));
    if (at == JH_MAP_NONE) continue;
    jh_str code = code_of(m->table->records[at]->parent);
    record->cells[slot].text = jh_arena_text(m->in->arena, code);
    if (!record->cells[slot].text) return JH_ENOMEM;
  }
  return JH_OK;
}

static jh_code move_all(merging *m, jh_error *err) {
  jh_map *campuses = jh_map_open(64);
  jh_code code = campuses ? JH_OK : JH_ENOMEM;
  for (size_t i = 0; i < m->table->count && !code; i++) {
    const jh_intake_record *record = m->table->records[i];
    if (!record->parent) continue;
    if (jh_map_add(campuses, code_of(record), (uint32_t)i) == JH_MAP_NONE) code = JH_ENOMEM;
  }
  for (size_t i = 0; i < m->in->plan->table_count && !code; i++) {
    jh_intake_table *below = &m->in->tables[i];
    if (!below->def || below->def->parent != m->table->index) continue;
    code = move_below(m, campuses, below);
  }
  jh_map_close(campuses);
  return code ? jh_fail(err, code, NULL, NULL) : JH_OK;
}

jh_code jh_campus_merge(jh_intake *in, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < in->plan->table_count && !code; i++) {
    merging m = {.in = in, .table = &in->tables[i]};
    if (!m.table->def || !m.table->by_key) continue;
    m.counted = slot_of(&m, "is_counted_as_school");
    m.parent = slot_of(&m, "parent_school_code");
    m.type = slot_of(&m, "school_type");
    m.county = m.table->def->parent_column;
    if (m.county != JH_NONE) m.county = m.table->slots[m.county];
    if (m.counted == JH_NONE || m.parent == JH_NONE) continue;
    jh_buf_init(&m.blanks);
    for (size_t k = 0; k < m.table->count && !code; k++) {
      code = merge_one(&m, m.table->records[k], err);
    }
    if (!code) code = move_all(&m, err);
    jh_buf_done(&m.blanks);
  }
  return code;
}
