/* scenario_read.c - a sheet of scenarios; see scenario_read.h. */
#include "vary/scenario_read.h"

#include <string.h>

#include "base/map.h"
#include "table/grid.h"
#include "vary/sweep_axis.h"

enum { MOST_COLUMNS = 512, MOST_PLACES = 9 };

typedef struct reader {
  jh_scenarios *out;
  const jh_plan *plan;
  jh_date on;
  jh_grid *grid;
  jh_arena *arena;
  const char *path;
  jh_sweep_axis *axes;
  size_t *columns; /* by axis: its column in the file */
  size_t width;    /* columns that have a heading, with the first */
  size_t room_ids, room_values, room_given;
  jh_map *seen; /* ids */
  jh_error *err;
} reader;

static jh_code out_of_memory(const reader *r) { return jh_fail(r->err, JH_ENOMEM, NULL, NULL); }

static jh_place place_of(const reader *r, size_t column) {
  jh_place at;
  jh_grid_place(r->grid, column, &at);
  return at;
}

static jh_str cell(const jh_grid_row *row, size_t column) {
  return column < row->count ? row->cells[column].text : (jh_str){"", 0};
}

static jh_code fail_at(
    const reader *r, jh_code code, size_t column, jh_str text, const char *more) {
  char shown[96];
  jh_place at = place_of(r, column);
  return jh_fail(r->err, code, &at, jh_arg_text(shown, sizeof shown, text), more, NULL);
}

/* ---- the heading ---- */

static jh_code take_column(reader *r, jh_str text, size_t column) {
  jh_sweep_axis *axis = &r->axes[r->out->axis_count];
  char *path = jh_arena_text(r->arena, text);
  if (!path) return out_of_memory(r);
  if (memchr(text.at, '=', text.size)) return fail_at(r, JH_ESCENARIO_HEAD, column, text, NULL);
  jh_code code = jh_sweep_axis_read(axis, r->plan, r->on, path, r->arena, r->err);
  if (code) {
    if (r->err) r->err->at = place_of(r, column);
    return code;
  }
  for (size_t k = 0; k < r->out->axis_count; k++) {
    if (r->axes[k].param == axis->param && r->axes[k].stage == axis->stage)
      return fail_at(r, JH_ESWEEP_TWICE, column, text, r->path);
  }
  r->columns[r->out->axis_count++] = column;
  return JH_OK;
}

static jh_code take_head(reader *r, const jh_grid_row *row) {
  jh_str first = cell(row, 0);
  size_t count = row->count < MOST_COLUMNS ? row->count : MOST_COLUMNS;
  if (!jh_str_equal(first, jh_str_of("scenario")) && !jh_str_equal(first, jh_str_of("方案")))
    return fail_at(r, JH_ESCENARIO_HEAD, 0, first, NULL);
  r->axes = jh_arena_get(r->arena, (count + 1) * sizeof *r->axes);
  r->columns = jh_arena_get(r->arena, (count + 1) * sizeof *r->columns);
  if (!r->axes || !r->columns) return out_of_memory(r);
  r->out->axes = r->axes;
  if (row->count > MOST_COLUMNS)
    return fail_at(r, JH_ESCENARIO_HEAD, MOST_COLUMNS, cell(row, MOST_COLUMNS), NULL);
  for (size_t c = 1; c < count; c++) {
    jh_code code = cell(row, c).size ? take_column(r, cell(row, c), c) : JH_OK;
    if (code) return code;
  }
  r->width = count;
  if (r->out->axis_count) return JH_OK;
  return jh_fail(r->err, JH_ESCENARIO_NONE, &(jh_place){0}, r->path, NULL);
}

/* ---- the rows ---- */

static bool grow(reader *r) {
  jh_scenarios *out = r->out;
  void *ids = out->ids, *values = out->values, *given = out->is_given;
  size_t cells = (out->count + 1) * out->axis_count;
  if (jh_arena_grow(r->arena, &ids, &r->room_ids, out->count + 1, sizeof *out->ids)) return false;
  out->ids = ids;
  if (jh_arena_grow(r->arena, &values, &r->room_values, cells, sizeof *out->values)) return false;
  out->values = values;
  if (jh_arena_grow(r->arena, &given, &r->room_given, cells, sizeof *out->is_given)) return false;
  out->is_given = given;
  return true;
}

static jh_code take_id(reader *r, jh_str text) {
  if (text.size == 0) return fail_at(r, JH_ESCENARIO_ID, 0, text, NULL);
  const char *id = jh_arena_text(r->arena, text);
  if (!id) return out_of_memory(r);
  uint32_t stored = jh_map_add(r->seen, jh_str_of(id), (uint32_t)r->out->count);
  if (stored == JH_MAP_NONE) return out_of_memory(r);
  if (stored != r->out->count) return fail_at(r, JH_ESWEEP_TWICE, 0, text, r->path);
  r->out->ids[r->out->count] = id;
  return JH_OK;
}

static jh_code take_value(reader *r, size_t axis, jh_str text) {
  jh_scenarios *out = r->out;
  size_t at = out->count * out->axis_count + axis;
  out->is_given[at] = text.size > 0;
  out->values[at] = out->axes[axis].now->value;
  if (text.size == 0 || jh_dec_read(&out->values[at], text, MOST_PLACES, false) == JH_DEC_OK)
    return JH_OK;
  return fail_at(r, JH_ESWEEP_NUMBER, r->columns[axis], text, out->axes[axis].path);
}

static jh_code take_row(reader *r, const jh_grid_row *row) {
  char most[24], given[24];
  if (r->out->count == JH_SWEEP_MOST)
    return jh_fail(
        r->err, JH_ESWEEP_TOO_MANY, &(jh_place){0}, jh_arg_int(given, JH_SWEEP_MOST + 1),
        jh_arg_int(most, JH_SWEEP_MOST), NULL);
  for (size_t c = r->width; c < row->count; c++) {
    if (cell(row, c).size) return fail_at(r, JH_ESCENARIO_WIDE, c, cell(row, c), NULL);
  }
  if (!grow(r)) return out_of_memory(r);
  jh_code code = take_id(r, cell(row, 0));
  for (size_t k = 0; k < r->out->axis_count && !code; k++)
    code = take_value(r, k, cell(row, r->columns[k]));
  if (!code) r->out->count++;
  return code;
}

static jh_code read_rows(reader *r) {
  jh_grid_row row;
  bool got = false;
  jh_code code = jh_grid_next(r->grid, &row, &got, r->err);
  if (code) return code;
  if (!got) return jh_fail(r->err, JH_ESCENARIO_NONE, &(jh_place){0}, r->path, NULL);
  code = take_head(r, &row);
  while (!code && got) {
    code = jh_grid_next(r->grid, &row, &got, r->err);
    if (!code && got) code = take_row(r, &row);
  }
  if (!code && r->out->count == 0)
    code = jh_fail(r->err, JH_ESCENARIO_NONE, &(jh_place){0}, r->path, NULL);
  return code;
}

jh_code jh_scenario_read(
    jh_scenarios *out, const jh_plan *plan, jh_date on, const char *path, jh_arena *arena,
    jh_error *err) {
  jh_grid_options how = {0};
  reader r = {.out = out, .plan = plan, .on = on, .arena = arena, .path = path, .err = err};
  *out = (jh_scenarios){.rule = JH_NONE, .blocker = JH_NONE};
  r.seen = jh_map_open(64);
  if (!r.seen) return out_of_memory(&r);
  jh_code code = jh_grid_open(&r.grid, path, &how, err);
  if (!code) code = read_rows(&r);
  jh_grid_close(r.grid);
  jh_map_close(r.seen);
  return code;
}
