/* value.c - see value.h. A taker (cell.h) with a column of one row does the reading. */
#include "table/value.h"

#include <string.h>

#include "table/blame.h"
#include "table/match.h"
#include "table/measure.h"
#include "table/plain.h"

#define ROOM ((size_t)4096) /* for the text of one cell; a longer one has a block of its own */

struct jh_value {
  const jh_column_def *def;
  jh_taker taker;
  jh_texts texts;
  char *room;
};

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code set_unit(
    jh_value *value, const jh_units *units, const char *unit, jh_arena *arena, jh_error *err) {
  jh_measure measure;
  jh_measure_ratio ratio;
  char *folded = jh_match_fold(arena, jh_str_of(unit));
  if (!folded) return out_of_memory(err);
  bool is_known = jh_measure_read(&measure, units, jh_str_of(unit)) ||
                  jh_measure_read(&measure, units, jh_str_of(folded));
  if (!is_known) return jh_fail(err, JH_EUNIT_UNKNOWN, NULL, unit, "", NULL);
  if (!jh_measure_into(&ratio, &measure, units, value->def)) {
    return jh_fail(err, JH_EUNIT_MISMATCH, NULL, unit, value->def->unit_text, value->def->id, NULL);
  }
  value->taker.unit = unit;
  jh_cell_convert(&value->taker, ratio);
  return JH_OK;
}

jh_code jh_value_open(
    jh_value **out, const jh_column_def *def, const jh_units *units, const char *unit,
    jh_arena *arena, jh_error *err) {
  jh_value *made = jh_arena_get(arena, sizeof *made);
  if (!made) return out_of_memory(err);
  made->def = def;
  made->texts.arena = arena;
  jh_code code = jh_cell_prepare(&made->taker, def, &made->texts, arena, err);
  if (code) return code;
  made->taker.is_filled = false;
  made->taker.units = units;
  made->taker.column = jh_dataset_make_column(arena, def->type, def->scale, 1);
  made->room = jh_arena_get(arena, ROOM);
  code = made->taker.column && made->room ? JH_OK : out_of_memory(err);
  if (!code && unit) code = set_unit(made, units, unit, arena, err);
  if (code) {
    jh_value_close(made);
    return code;
  }
  *out = made;
  return JH_OK;
}

void jh_value_close(jh_value *value) {
  if (value) jh_cell_done(&value->taker);
}

static void add_number(jh_buf *out, const jh_column *column) {
  char text[JH_DEC_TEXT];
  jh_dec value = {
      jh_column_number(column, 0), column->type == JH_COLUMN_DECIMAL ? column->scale : 0};
  jh_buf_text(out, jh_dec_text(text, value));
}

static void add(jh_buf *out, const jh_column_def *def, const jh_column *column) {
  switch (def->type) {
  case JH_COLUMN_CODE:
  case JH_COLUMN_TEXT: jh_buf_add(out, column->texts[0]); return;
  case JH_COLUMN_COUNT:
  case JH_COLUMN_DECIMAL: add_number(out, column); return;
  case JH_COLUMN_BOOL: jh_buf_text(out, column->marks[0] ? "yes" : "no"); return;
  case JH_COLUMN_CHOICE: jh_buf_text(out, def->choices[column->marks[0]].id); return;
  }
}

static jh_code refuse(const jh_value *value, jh_code why, jh_str text, jh_error *err) {
  if (!err) return why;
  jh_place at = {0};
  jh_str_copy(at.name, sizeof at.name, jh_str_of(value->def->id));
  jh_blame_cell(err, &value->taker, why, &at, text);
  return why;
}

jh_code jh_value_read(jh_value *value, jh_str text, jh_grid_kind kind, jh_buf *out, jh_error *err) {
  jh_taker *taker = &value->taker;
  jh_code code = jh_plain_kind(value->def, (int)kind, text);
  if (code) return refuse(value, code, text, err);
  /* The room is used anew for each cell: nothing of the cell before may be found again. */
  value->texts.at = value->room;
  value->texts.room = ROOM;
  taker->last.size = 0;
  taker->column->known[0] = 0;
  code = jh_cell_take(taker, 0, text.at, text.size);
  if (code) return refuse(value, code, text, err);
  if (jh_column_known(taker->column, 0)) add(out, value->def, taker->column);
  return jh_buf_ok(out) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

bool jh_value_is_sum(jh_str text) { return jh_plain_is_sum(text); }
