/* guess_unit.c - units as files write them ("万元"), and whether a mapping has to say them. */
#include <string.h>

#include "intake/guess_parts.h"

static const jh_unit_name *find(const jh_units *units, const char *text) {
  for (size_t i = 0; i < units->count; i++) {
    const jh_unit_name *unit = &units->names[i];
    for (int lang = 0; lang < JH_LANGS; lang++) {
      const char *name = unit->name.in[lang];
      if (name && strcmp(name, text) == 0) return unit;
    }
    if (strcmp(unit->id, text) == 0) return unit;
  }
  return NULL;
}

static bool is_own(const jh_column_def *column, const jh_unit_name *unit) {
  return jh_unit_same_kind(unit->unit, column->unit) && unit->unit.num == column->unit.num &&
         unit->unit.den == column->unit.den;
}

static bool is_money(const jh_units *units, const jh_column_def *column) {
  const jh_unit_name *yuan = find(units, "yuan");
  return yuan && jh_unit_same_kind(yuan->unit, column->unit);
}

const char *jh_guess_unit(const jh_plan *plan, const jh_column_def *column, const char *text) {
  if (!column->unit_text[0]) return NULL;
  const jh_unit_name *unit = find(&plan->units, text);
  if (!unit) return is_money(&plan->units, column) ? text : NULL; /* 千元; 个 says no unit */
  return is_own(column, unit) ? NULL : unit->id;
}

const char *jh_guess_unit_of_label(
    const jh_plan *plan, const jh_column_def *column, const char *label) {
  const char *open = strrchr(label, '('), *close = open ? strchr(open, ')') : NULL;
  char text[32];
  if (!close || (size_t)(close - open) > sizeof text) return NULL;
  jh_str_copy(text, sizeof text, (jh_str){open + 1, (size_t)(close - open - 1)});
  const jh_unit_name *unit = find(&plan->units, text);
  if (!unit || !jh_unit_same_kind(unit->unit, column->unit)) return NULL;
  return is_own(column, unit) ? NULL : unit->id;
}
