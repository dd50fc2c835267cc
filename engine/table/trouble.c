/* trouble.c - see trouble.h. */
#include "table/trouble.h"

#include "base/alloc.h"
#include "table/cells.h"

#define MOST_PLACED 1000 /* more are counted only: the diagnostics keep fewer */

typedef struct jh_trouble {
  jh_error found;
  jh_spot at, also;
  bool has_also;
} jh_trouble;

static jh_spot spot_of(const jh_loading *loading, jh_trouble_cell cell) {
  const jh_staged *staged = cell.staged;
  jh_spot spot = {.file = staged->files[cell.row], .line = staged->lines[cell.row]};
  spot.field = jh_cells_field(loading->dataset, spot.file, staged->table, cell.column);
  if (spot.field == JH_NONE) spot.field = 0;
  return spot;
}

static jh_place place_of(const jh_loading *loading, const jh_spot *spot, const char *name) {
  jh_place at = jh_loading_place(&loading->dataset->files[spot->file], spot->line, spot->field);
  jh_str_copy(at.name, sizeof at.name, jh_str_of(name));
  return at;
}

jh_code jh_trouble_add(
    jh_loading *loading, const jh_error *found, jh_trouble_cell at, jh_trouble_cell also,
    jh_error *err) {
  jh_trouble made = {.found = *found, .at = spot_of(loading, at), .has_also = also.staged != NULL};
  const char *name = at.staged->def->columns[at.column].id;
  made.found.at = place_of(loading, &made.at, name);
  if (made.has_also) {
    made.also = spot_of(loading, also);
    made.found.also = place_of(loading, &made.also, also.staged->def->columns[also.column].id);
  }
  if (loading->trouble_count == MOST_PLACED) {
    jh_diag_add(loading->diag, &made.found);
    return JH_OK;
  }
  void *items = loading->troubles;
  size_t need = loading->trouble_count + 1;
  if (jh_alloc_grow(&items, &loading->trouble_room, need, sizeof made) != 0) {
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  loading->troubles = items;
  loading->troubles[loading->trouble_count++] = made;
  return JH_OK;
}

bool jh_trouble_has_errors(const jh_loading *loading) {
  for (size_t i = 0; i < loading->trouble_count; i++) {
    if (loading->troubles[i].found.severity == JH_ERROR) return true;
  }
  return false;
}

static void set_place(jh_place *at, const jh_spot *spot) {
  if (spot->at_line == 0) return;
  at->line = spot->at_line;
  at->column = spot->at_column;
}

jh_code jh_trouble_flush(jh_loading *loading, jh_error *err) {
  size_t count = loading->trouble_count, wanted = 0;
  jh_spot **spots = jh_alloc_get(2 * count * sizeof *spots);
  jh_code code = spots ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; !code && i < count; i++) {
    spots[wanted++] = &loading->troubles[i].at;
    if (loading->troubles[i].has_also) spots[wanted++] = &loading->troubles[i].also;
  }
  if (!code) code = jh_cells_locate(loading->dataset, spots, wanted, NULL, err);
  for (size_t i = 0; !code && i < count; i++) {
    jh_trouble *trouble = &loading->troubles[i];
    set_place(&trouble->found.at, &trouble->at);
    set_place(&trouble->found.also, &trouble->also);
    jh_diag_add(loading->diag, &trouble->found);
  }
  jh_alloc_free(spots);
  jh_alloc_free(loading->troubles);
  loading->troubles = NULL;
  loading->trouble_count = loading->trouble_room = 0;
  return code;
}
