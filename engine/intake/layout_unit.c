/* layout_unit.c - in which unit a cell's number stands: what mapping, header, source and unit line say. */
#include "intake/layout_unit.h"

#include <string.h>

#include "table/measure.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_layout_check_unit(const jh_intake *in, const jh_mapping_from *from, jh_error *err) {
  jh_measure measure;
  if (!from->unit) return JH_OK;
  if (!jh_measure_read(&measure, &in->plan->units, jh_str_of(from->unit))) {
    return jh_fail(err, JH_EUNIT_UNKNOWN, &from->place, from->unit, "", NULL);
  }
  if (jh_measure_is_money(&in->plan->units, measure.unit)) return JH_OK;
  return jh_fail(err, JH_EUNIT_MISMATCH, &from->place, from->unit, "yuan", from->file, NULL);
}

static bool is_money(const jh_intake *in, const jh_column_def *def) {
  jh_unit yuan;
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  if (!is_number || jh_unit_read(&yuan, &in->plan->units, jh_str_of("yuan"), NULL)) return false;
  return jh_unit_same_kind(yuan, def->unit);
}

/* Can a number in this unit stand in the column? JH_ENOMEM only. */
static jh_code fits(
    const jh_intake *in, const jh_column_def *def, const char *unit, bool *out, jh_error *err) {
  jh_value *value = NULL;
  jh_code code = jh_value_open(&value, def, &in->plan->units, unit, in->arena, err);
  jh_value_close(value);
  *out = code == JH_OK;
  return code == JH_ENOMEM ? code : JH_OK;
}

/* The end of the next part of a list, and how many bytes part it from what follows. */
static size_t part_of(const char *list, bool is_header, size_t *skip) {
  static const char *const ends[] = {"/", "、", "，", ",", "；", ";"};
  size_t size = strlen(list), count = is_header ? 1 : sizeof ends / sizeof *ends;
  *skip = 0;
  for (size_t i = 0; i < count; i++) {
    const char *end = strstr(list, ends[i]);
    if (!end || (size_t)(end - list) >= size) continue;
    size = (size_t)(end - list);
    *skip = strlen(ends[i]);
  }
  return size;
}

/* The part of a list that can be the column's unit: of "校舍（平方米）/设备（元）" by what stands in its
 * brackets, of "万元、平方米" by itself. The last one counts; *unit is NULL if there is none. */
static jh_code find_unit(
    jh_intake *in, const jh_intake_source *source, const jh_column_def *def, const char *list,
    const char **unit, jh_error *err) {
  bool is_header = list != source->unit_hint;
  *unit = NULL;
  for (const char *at = list; at && *at;) {
    size_t skip, size = part_of(at, is_header, &skip);
    bool is_fit = false;
    jh_match_found found = {.unit = NULL};
    jh_str part = jh_str_trim((jh_str){at, size});
    jh_code code = jh_match_find(&found, source->match, part, in->arena, err);
    const char *whole = found.unit ? found.unit : jh_arena_text(in->arena, part);
    if (!code && !whole) code = no_memory(err);
    if (!code && whole[0]) code = fits(in, def, whole, &is_fit, err);
    if (code) return code;
    if (is_fit) *unit = whole;
    at += size + skip;
  }
  return JH_OK;
}

/* Is one of the source's unit another number of the column's? */
static jh_code find_conversion(jh_intake_part *part, jh_error *err) {
  jh_buf one;
  jh_buf_init(&one);
  jh_code code = jh_value_read(part->value, jh_str_of("1"), JH_GRID_TEXT, &one, NULL);
  bool is_same = code == JH_OK && jh_str_equal(jh_buf_str(&one), jh_str_of("1"));
  jh_buf_done(&one);
  part->is_converted = part->unit && !is_same;
  return code == JH_ENOMEM ? jh_fail(err, code, NULL, NULL) : JH_OK;
}

/* The mapping says another unit than the header: the mapping counts, but not in silence. */
static jh_code warn_against(
    jh_intake *in, const jh_intake_source *source, const jh_intake_feed *feed,
    const jh_intake_part *part, const char *header, jh_error *err) {
  const jh_column_def *def = &source->table->def->columns[feed->column];
  jh_measure_ratio by[2];
  const char *units[2] = {header, part->unit};
  for (int i = 0; i < 2; i++) {
    jh_measure measure;
    if (!units[i] || !jh_measure_read(&measure, &in->plan->units, jh_str_of(units[i])) ||
        measure.is_counter || !jh_measure_into(&by[i], &measure, &in->plan->units, def))
      return JH_OK;
  }
  if (by[0].num == by[1].num && by[0].den == by[1].den) return JH_OK;
  jh_error found;
  (void)jh_fail(
      &found, JH_EIMPORT_UNIT_AGAINST, &feed->said->place, part->header, source->file, header,
      part->unit, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(in, &found, err);
}

jh_code jh_layout_open_part(
    jh_intake *in, jh_intake_source *source, const jh_intake_feed *feed, jh_intake_part *part,
    const jh_head_field *field, jh_error *err) {
  const jh_column_def *def = &source->table->def->columns[feed->column];
  const char *said = feed->said ? feed->said->unit : NULL;
  const char *header = !field->is_unit_of_line ? field->unit : NULL;
  const char *line = field->is_unit_of_line ? field->unit : NULL;
  bool is_number = def->type == JH_COLUMN_DECIMAL || def->type == JH_COLUMN_COUNT;
  bool is_other = field->column != feed->column && is_number;
  jh_code code = JH_OK;
  if (is_other) code = find_unit(in, source, def, field->path, &header, err);
  if (is_other && !code) code = find_unit(in, source, def, source->unit_hint, &line, err);
  if (code) return code;
  const char *of_source = is_money(in, def) ? source->from->unit : NULL;
  part->unit = said ? said : header ? header : of_source ? of_source : line;
  if (part->unit && part->unit == line) source->unit_line = line;
  code = jh_value_open(&part->value, def, &in->plan->units, part->unit, in->arena, err);
  bool is_open = code == JH_EUNIT_UNKNOWN || code == JH_EUNIT_MISMATCH;
  if (is_open && part->unit == header && def->type == JH_COLUMN_COUNT) {
    part->unit = NULL; /* 教师数（人）: what is counted, not in which unit */
    return jh_value_open(&part->value, def, &in->plan->units, NULL, in->arena, err);
  }
  if (!code) code = find_conversion(part, err);
  if (!code && said) code = warn_against(in, source, feed, part, header, err);
  if (is_open && err) {
    err->at = feed->said ? feed->said->place : source->from->place;
    jh_str_copy(err->at.name, sizeof err->at.name, jh_str_of(def->id));
  }
  return code;
}

jh_code jh_layout_warn_unit(
    jh_intake *in, const jh_intake_source *source, const jh_intake_feed *feed,
    const jh_head_field *field, jh_error *err) {
  const jh_column_def *def = &source->table->def->columns[feed->column];
  bool is_said = feed->parts[0].unit || !is_money(in, def);
  bool is_known = field->column == feed->column && !field->is_silent;
  if (is_said || is_known) return JH_OK;
  jh_error found;
  jh_place at = feed->said ? feed->said->place : source->from->place;
  (void)jh_fail(
      &found, JH_EIMPORT_UNIT_OPEN, &at, feed->parts[0].header, source->file, def->unit_text, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(in, &found, err);
}
