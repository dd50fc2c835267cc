/* needed.h - which columns a pack reads, and which rules read a column. Private to session/. */
#ifndef JH_SESSION_NEEDED_H
#define JH_SESSION_NEEDED_H

#include "model/plan.h"

/* *out[table][column] (in the arena): do rules, stages, targets or the names of rows read it, or, if
 * with_checks, the dictionary's checks of data? on: the day of law, 0 = any day. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_needed_columns(
    const jh_plan *plan, jh_date on, bool with_checks, jh_arena *arena, bool ***out, jh_error *err);

/* Marks the columns that another pack reads, as far as this one's tables have columns of that name; and all
 * columns of a table, if there is one. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_needed_also(
    bool **needed, const jh_plan *plan, const jh_plan *other, jh_arena *arena, jh_error *err);
void jh_needed_add_table(bool **needed, const jh_plan *plan, const char *table);

/* The rules that read columns themselves, not through other rules: those that ask for something, without
 * verdicts and checks; a spread with all its limits; a column that holds a judgement's evidence, too. */
typedef struct jh_needed_readers {
  size_t rule_count;
  size_t *firsts; /* by table: the place of its first column */
  bool *reads;    /* [(firsts[table] + column) * rule_count + rule] */
} jh_needed_readers;

/* In the arena. Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_needed_readers_find(const jh_plan *plan, jh_arena *arena, jh_needed_readers *out, jh_error *err);

static inline bool jh_needed_reads(
    const jh_needed_readers *readers, uint32_t table, uint32_t column, uint32_t rule) {
  return readers->reads[(readers->firsts[table] + column) * readers->rule_count + rule];
}

#endif
