/* counties.c - check: counties of two years: succeeded, probably the same, gone, new.
 *
 * A county that turned into a district has another code; without a line in the table of succession its
 * years cannot be compared.
 */
#include "audit/succession.h"
#include "base/date.h"

typedef struct walk {
  jh_audit *audit;
  jh_succession list;
} walk;

static jh_str name_of(const jh_rows *rows, uint32_t row) {
  return rows->names ? rows->names[row] : (jh_str){0};
}

/* A county of the year before that is `row` now. */
static jh_code tell_pair(walk *w, uint32_t old, uint32_t row, bool is_told, jh_error *err) {
  const jh_check_table *c = &w->list.counties;
  char args[4][JH_CHECK_TEXT];
  size_t line = jh_succession_find(&w->list, c->before->codes[old]);
  jh_audit_cell cell = jh_check_cell(c, row, c->def->key_column);
  jh_audit_cell other = jh_check_cell_before(c, old, c->def->key_column);
  jh_audit_problem problem = {
      .kind = is_told ? JH_AUDIT_COUNTY_SUCCEEDED : JH_AUDIT_SUCCESSION_PROBABLE,
      .cells = &cell,
      .cell_count = 1,
      .others = &other,
      .other_count = 1};
  problem.args[0] = jh_check_text(args[0], c->before->codes[old]);
  if (is_told) {
    problem.args[1] = jh_check_text(args[1], c->rows->codes[row]);
    problem.args[2] = jh_check_text(
        args[2], line == JH_NONE || !w->list.lines[line].day.size ? jh_str_of("—")
                                                                  : w->list.lines[line].day);
  } else {
    problem.args[1] = jh_check_text(args[1], name_of(c->before, old));
    problem.args[2] = jh_check_text(args[2], c->rows->codes[row]);
    problem.args[3] = jh_check_text(args[3], name_of(c->rows, row));
  }
  return jh_audit_add(w->audit, &problem, err);
}

static jh_code check_old(walk *w, uint32_t old, jh_error *err) {
  const jh_check_table *c = &w->list.counties;
  char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT];
  if (jh_dataset_find(w->audit->dataset, c->level, c->before->codes[old]) != JH_NONE) return JH_OK;
  if (w->list.told[old] != JH_NONE) return tell_pair(w, old, w->list.told[old], true, err);
  if (w->list.probable[old] != JH_NONE) return tell_pair(w, old, w->list.probable[old], false, err);
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_COUNTY_VANISHED, jh_check_cell_before(c, old, c->def->key_column), err,
      jh_check_text(code, c->before->codes[old]), jh_check_text(name, name_of(c->before, old)),
      NULL);
}

/* Counties that some county of the year before has become, and new ones of which a line says so. */
static void mark(const walk *w, bool *is_known) {
  const jh_check_table *c = &w->list.counties;
  for (uint32_t old = 0; old < c->before->count; old++) {
    if (w->list.told[old] != JH_NONE) is_known[w->list.told[old]] = true;
    if (w->list.probable[old] != JH_NONE) is_known[w->list.probable[old]] = true;
  }
  for (size_t i = 0; i < w->list.line_count; i++) {
    uint32_t row = jh_dataset_find(w->audit->dataset, c->level, w->list.lines[i].new_code);
    if (row != JH_NONE) is_known[row] = true;
  }
}

static jh_code check_new(walk *w, jh_error *err) {
  const jh_check_table *c = &w->list.counties;
  bool *is_known = jh_arena_get(w->audit->arena, c->rows->count + 1);
  jh_code failed = is_known ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (is_known) mark(w, is_known);
  for (uint32_t row = 0; row < c->rows->count && !failed; row++) {
    char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT];
    uint32_t old = jh_dataset_find(w->audit->before, c->level, c->rows->codes[row]);
    if (old != JH_NONE || is_known[row]) continue;
    failed = jh_audit_add_cell(
        w->audit, JH_AUDIT_COUNTY_APPEARED, jh_check_cell(c, row, c->def->key_column), err,
        jh_check_text(code, c->rows->codes[row]), jh_check_text(name, name_of(c->rows, row)), NULL);
  }
  return failed;
}

/* Had the line taken effect by the day of the data? Lines and data without a day have. */
static bool has_begun(const walk *w, const jh_succession_line *line) {
  jh_date day, as_of = w->audit->plan->dataset.as_of;
  if (line->day.size == 0 || as_of == 0) return true;
  return !jh_date_read(&day, line->day) || day <= as_of;
}

static jh_code check_lines(walk *w, jh_error *err) {
  jh_code failed = JH_OK;
  for (size_t i = 0; i < w->list.line_count && !failed; i++) {
    const jh_succession_line *line = &w->list.lines[i];
    char code[JH_CHECK_TEXT], day[JH_CHECK_TEXT];
    uint32_t row = jh_dataset_find(w->audit->dataset, w->list.counties.level, line->old_code);
    if (row == JH_NONE || line->is_split || !has_begun(w, line)) continue;
    if (jh_str_equal(line->old_code, line->new_code)) continue; /* renamed, with its code */
    jh_audit_cell cell = {w->list.table, line->row, w->list.old_column, false};
    failed = jh_audit_add_cell(
        w->audit, JH_AUDIT_SUCCESSION_IDLE, cell, err, jh_check_text(code, line->old_code),
        jh_check_text(day, line->day.size ? line->day : jh_str_of("—")), NULL);
  }
  return failed;
}

jh_code jh_audit_counties(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  bool is_there;
  jh_code code = jh_succession_open(&w.list, audit, &is_there, err);
  if (code || !is_there) return code;
  code = check_lines(&w, err);
  if (code || !w.list.counties.before || !w.list.counties.before->codes) return code;
  for (uint32_t old = 0; old < w.list.counties.before->count && !code; old++) {
    code = check_old(&w, old, err);
  }
  return code ? code : check_new(&w, err);
}
