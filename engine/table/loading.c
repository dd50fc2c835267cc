/* loading.c - what all steps of a load ask; see loading.h. */
#include "table/loading.h"

jh_code jh_loading_note(jh_loading *loading, const jh_error *found, jh_error *err) {
  /* 2xx are findings about the data; but of a file that changes nothing can be said. */
  bool is_about_data = found->code >= 200 && found->code < 300 && found->code != JH_EFILE_CHANGED;
  if (is_about_data) {
    jh_diag_add(loading->diag, found);
    return JH_OK;
  }
  if (err) *err = *found;
  return found->code;
}

const char *jh_loading_encoding(const jh_loading *loading, const jh_file *file) {
  if (loading->encoding || file->source == JH_NONE) return loading->encoding;
  return loading->plan->sources[file->source].encoding;
}

jh_place jh_loading_place(const jh_file *file, uint32_t line, uint32_t field) {
  jh_place at = jh_place_of(file->path, line, 0);
  if (file->sheet) at = jh_place_in(file->path, jh_str_of(file->sheet), line, field);
  at.field = field;
  return at;
}

static bool is_name_of_derived(const jh_plan *plan, uint32_t table, uint32_t column) {
  for (size_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *def = &plan->tables[i];
    if (def->is_derived && def->derived_from == table && def->derived_name_column == column) {
      return true;
    }
  }
  return false;
}

bool jh_loading_passes(const jh_loading *loading, uint32_t table, uint32_t column) {
  const jh_table_def *def = &loading->plan->tables[table];
  if (!loading->needed || loading->needed[table][column] || column == def->key_column) return false;
  return column == def->parent_column || column == def->year_column;
}

bool jh_loading_wants(const jh_loading *loading, uint32_t table, uint32_t column) {
  const jh_table_def *def = &loading->plan->tables[table];
  bool **needed = loading->needed;
  if (!needed || needed[table][column]) return true;
  return column == def->key_column || column == def->parent_column || column == def->stage_column ||
         column == def->name_column || column == def->year_column ||
         column == def->province_column || column == def->prefecture_column ||
         is_name_of_derived(loading->plan, table, column);
}
