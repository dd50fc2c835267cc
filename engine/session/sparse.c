/* sparse.c - a load that asks for less; see sparse.h. */
#include "session/sparse.h"

#include "base/alloc.h"

enum { KEPT = 200 }; /* messages */
enum { OPTIONAL = 1, REQUIRED = 1, FILLED = 2 };

static size_t flag_count(const jh_plan *plan) {
  size_t count = plan->table_count;
  for (size_t i = 0; i < plan->table_count; i++) count += plan->tables[i].column_count;
  return count;
}

/* Takes away what the dictionary asks for, and keeps it in `flags`. */
static void loosen(jh_plan *plan, uint8_t *flags) {
  for (size_t i = 0; i < plan->table_count; i++) {
    jh_table_def *table = &plan->tables[i];
    *flags++ = table->is_optional ? OPTIONAL : 0;
    table->is_optional = true;
    for (size_t k = 0; k < table->column_count; k++) {
      jh_column_def *column = &table->columns[k];
      *flags++ = (uint8_t)((column->is_required ? REQUIRED : 0) | (column->is_filled ? FILLED : 0));
      column->is_required = column->is_filled = false;
    }
  }
}

static void restore(jh_plan *plan, const uint8_t *flags) {
  for (size_t i = 0; i < plan->table_count; i++) {
    jh_table_def *table = &plan->tables[i];
    table->is_optional = *flags++ & OPTIONAL;
    for (size_t k = 0; k < table->column_count; k++, flags++) {
      table->columns[k].is_required = *flags & REQUIRED;
      table->columns[k].is_filled = (*flags & FILLED) != 0;
    }
  }
}

jh_code jh_sparse_load(
    jh_dataset **out, jh_plan *plan, const jh_load_options *options, jh_diag *diag, jh_error *err) {
  uint8_t *flags = jh_alloc_get(flag_count(plan));
  if (!flags) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_diag *found = jh_diag_open(KEPT);
  if (!found) {
    jh_alloc_free(flags);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  loosen(plan, flags);
  jh_code code = jh_load(out, plan, options, found, err);
  restore(plan, flags);
  /* That something is absent is a note, and what is expected. */
  for (size_t i = 0; i < jh_diag_kept(found); i++) {
    const jh_error *one = jh_diag_get(found, i);
    if (one->severity != JH_NOTE) jh_diag_add(diag, one);
  }
  jh_diag_close(found);
  jh_alloc_free(flags);
  return code;
}
