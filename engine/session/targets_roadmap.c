/* targets_roadmap.c - targets over several points in time: points read one after the other, then written. */
#include <string.h>

#include "base/alloc.h"
#include "report/targets_roadmap.h"
#include "session/targets_point.h"

struct jh_roadmap {
  jh_arena *arena;
  jh_roadmap_options options;
  jh_targets_point *read; /* in the order in which they were given */
  size_t read_count, read_room;
  jh_roadmap_gathered *points; /* the same, gathered */
  size_t count, room;
};

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_roadmap_open(jh_roadmap **out, const jh_roadmap_options *options, jh_error *err) {
  jh_date day;
  if (options->on && !jh_date_read(&day, jh_str_of(options->on)))
    return jh_fail(err, JH_EBAD_DATE, NULL, options->on, NULL);
  jh_roadmap *map = jh_alloc_get(sizeof *map);
  if (!map) return out_of_memory(err);
  map->arena = jh_arena_open();
  map->options = *options;
  if (!map->arena) {
    jh_alloc_free(map);
    return out_of_memory(err);
  }
  *out = map;
  return JH_OK;
}

void jh_roadmap_close(jh_roadmap *map) {
  if (!map) return;
  for (size_t i = 0; i < map->read_count; i++) {
    jh_targets_point *point = &map->read[i];
    if (point->is_shared && point->sides[JH_ROADMAP_LAW])
      point->sides[JH_ROADMAP_LAW]->dataset = NULL;
    for (int side = 0; side < JH_ROADMAP_SIDES; side++) jh_session_close(point->sides[side]);
  }
  jh_alloc_free(map->read);
  jh_arena_close(map->arena);
  jh_alloc_free(map);
}

static jh_code make_room(jh_roadmap *map, jh_error *err) {
  void *read = map->read, *points = map->points;
  if (jh_alloc_grow(&read, &map->read_room, map->read_count + 1, sizeof *map->read) != 0)
    return out_of_memory(err);
  map->read = read;
  if (jh_arena_grow(map->arena, &points, &map->room, map->count + 1, sizeof *map->points) != 0)
    return out_of_memory(err);
  map->points = points;
  return JH_OK;
}

static void notice(const jh_roadmap *map, const jh_targets_point *point) {
  if (!map->options.notice) return;
  for (int side = JH_ROADMAP_SIDES; side-- > 0;) { /* the side that read the data first */
    if (point->sides[side])
      map->options.notice(map->options.notice_payload, jh_session_diag(point->sides[side]));
  }
}

static bool is_same(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

/* Another point of the same folder and year, or of the same day. */
static jh_code look_at_others(
    const jh_roadmap *map, const jh_roadmap_point *point, jh_diag *diag, jh_error *err) {
  char day[11];
  for (size_t i = 0; i < map->count; i++) {
    const jh_roadmap_point *other = &map->points[i].point;
    if (is_same(other->folder, point->folder) && is_same(other->year, point->year))
      return jh_fail(
          err, JH_EPOINT_TWICE, NULL, point->folder, point->year ? point->year : "-", NULL);
    if (other->day != point->day) continue;
    jh_error note;
    (void)jh_fail(
        &note, JH_EONE_DAY, NULL, other->folder, point->folder, jh_date_text(day, point->day),
        NULL);
    note.severity = JH_NOTE;
    jh_diag_add(diag, &note);
    return JH_OK;
  }
  return JH_OK;
}

static jh_code gather(jh_roadmap *map, jh_targets_point *read, const char *data, jh_error *err) {
  jh_session *law = read->sides[JH_ROADMAP_LAW], *reform = read->sides[JH_ROADMAP_REFORM];
  const jh_run *runs[JH_ROADMAP_SIDES] = {law->run, reform ? reform->run : NULL};
  jh_roadmap_gathered *out = &map->points[map->count];
  *out = (jh_roadmap_gathered){0};
  out->point = (jh_roadmap_point){.day = read->day, .on = read->on, .order = map->count};
  out->point.folder = jh_arena_text(map->arena, jh_str_of(data));
  if (!out->point.folder) return out_of_memory(err);
  if (law->dataset->year) {
    out->point.year = jh_arena_text(map->arena, jh_str_of(law->dataset->year));
    if (!out->point.year) return out_of_memory(err);
  }
  jh_date as_of = law->plan->dataset.as_of;
  if (as_of && as_of != read->day) {
    out->point.as_of = as_of;
    out->point.as_of_year = jh_arena_text(map->arena, jh_str_of(law->dataset->year_as_of));
    if (!out->point.as_of_year) return out_of_memory(err);
  }
  jh_code code = look_at_others(map, &out->point, law->diag, err);
  return code ? code : jh_roadmap_gather(out, runs, law->region, map->arena, err);
}

/* The years beside the one that was read; kept in the arena, NULL where there is none. */
typedef struct neighbours {
  const char *before, *after;
} neighbours;

static jh_code keep_year(jh_roadmap *map, const char **out, const char *year, jh_error *err) {
  *out = year ? jh_arena_text(map->arena, jh_str_of(year)) : NULL;
  return year && !*out ? out_of_memory(err) : JH_OK;
}

static jh_code add_point(
    jh_roadmap *map, const char *data, const char *year, neighbours *beside, jh_error *err) {
  jh_code code = make_room(map, err);
  if (code) return code;
  jh_targets_point *point = &map->read[map->read_count++];
  code = jh_targets_point_read(point, &map->options, data, year, err);
  if (!code) code = gather(map, point, data, err);
  if (!code) {
    const jh_dataset *dataset = point->sides[JH_ROADMAP_LAW]->dataset;
    code = keep_year(map, &beside->before, dataset->year_before, err);
    if (!code) code = keep_year(map, &beside->after, dataset->year_after, err);
  }
  notice(map, point);
  if (code) return code;
  code = jh_targets_point_release(point, err);
  map->count += code == JH_OK;
  return code;
}

/* The year that the dataset says, then those before it, then those after it. */
static jh_code add_all(jh_roadmap *map, const char *data, jh_error *err) {
  neighbours first = {0}, next;
  jh_code code = add_point(map, data, NULL, &first, err);
  next = first;
  while (!code && next.before) code = add_point(map, data, next.before, &next, err);
  next = first;
  while (!code && next.after) code = add_point(map, data, next.after, &next, err);
  return code;
}

/* The next of "2022,2023"; commas may be Chinese ones. */
static jh_str next_year(jh_str *rest) {
  size_t size = 0, step = 0;
  while (size < rest->size && !step) {
    bool is_wide = rest->size - size >= 3 && memcmp(rest->at + size, "，", 3) == 0;
    step = rest->at[size] == ',' ? 1 : is_wide ? 3 : 0;
    size += step ? 0 : 1;
  }
  jh_str year = {rest->at, size};
  rest->at += size + step;
  rest->size -= size + step;
  return jh_str_trim(year);
}

static jh_code add_listed(jh_roadmap *map, const char *data, const char *years, jh_error *err) {
  jh_str rest = jh_str_of(years);
  jh_code code = JH_OK;
  do {
    neighbours beside;
    jh_str year = next_year(&rest);
    char shown[96];
    jh_arg_text(shown, sizeof shown, jh_str_of(years));
    if (year.size == 0) return jh_fail(err, JH_EBAD_YEARS, NULL, shown, NULL);
    const char *kept = jh_arena_text(map->arena, year);
    if (!kept) return out_of_memory(err);
    code = add_point(map, data, kept, &beside, err);
  } while (!code && rest.size > 0);
  return code;
}

jh_code jh_roadmap_add(jh_roadmap *map, const char *data, const char *years, jh_error *err) {
  neighbours beside;
  if (!years) return add_point(map, data, NULL, &beside, err);
  if (strcmp(years, "all") == 0) return add_all(map, data, err);
  return add_listed(map, data, years, err);
}

static size_t count_missed(const jh_roadmap_record *record) {
  size_t missed = 0;
  for (size_t i = 0; i < record->target_count; i++) {
    const jh_roadmap_cell *cell = &record->targets[i].cells[record->point_count - 1];
    const jh_target_result *result = &cell->side[JH_ROADMAP_LAW].result;
    if (!cell->side[JH_ROADMAP_LAW].is_there) continue;
    missed += result->ensure.is_set && result->ensure.state == JH_TARGET_UNMET;
    missed += result->county_count && result->named == JH_TARGET_UNMET;
  }
  return missed;
}

static jh_code write(
    const jh_roadmap_view *view, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  switch (format) {
  case JH_FORMAT_JSON: return jh_targets_roadmap_json(view, writer, payload, err);
  case JH_FORMAT_CSV: return jh_targets_roadmap_csv(view, lang, writer, payload, err);
  default: return jh_targets_roadmap_text(view, lang, writer, payload, err);
  }
}

/* Heads by point, as the points stand in the record. */
static const jh_report_head **heads_of(
    const jh_roadmap *map, const jh_roadmap_record *record, int side, jh_arena *arena) {
  const jh_report_head **heads = jh_arena_get(arena, (map->count + 1) * sizeof *heads);
  for (size_t i = 0; heads && i < map->count; i++) {
    const jh_session *session = map->read[record->points[i].order].sides[side];
    heads[i] = session ? &session->head : NULL;
  }
  return heads;
}

jh_code jh_roadmap_write(
    jh_roadmap *map, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    size_t *missed, jh_error *err) {
  jh_roadmap_record record;
  if (map->count == 0) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_code code = jh_target_roadmap_see(&record, map->points, map->count, arena, err);
  if (!code) {
    jh_roadmap_view view = {.record = &record};
    view.heads[JH_ROADMAP_LAW] = heads_of(map, &record, JH_ROADMAP_LAW, arena);
    view.heads[JH_ROADMAP_REFORM] = heads_of(map, &record, JH_ROADMAP_REFORM, arena);
    bool is_kept = view.heads[JH_ROADMAP_LAW] && view.heads[JH_ROADMAP_REFORM];
    code = is_kept ? write(&view, format, lang, writer, payload, err) : out_of_memory(err);
    if (missed) *missed = count_missed(&record);
  }
  jh_arena_close(arena);
  return code;
}
