/* limits_match.c - the rows of a sheet held against the pack: what was altered, what was edited. */
#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "session/limits.h"
#include "table/grid_cell.h"

typedef struct matcher {
  jh_limits *limits;
  const jh_limits_table *table;
  jh_date first;     /* from when on the file counts; 0 = not known */
  bool is_moved;     /* the pack is another than the sheet was written for */
  uint32_t *line_of; /* by row of the table: the line that names it; 0 = none yet */
  jh_buf buf;
  jh_diag *diag;
  jh_error *err;
} matcher;

/* A line and the row that it means. */
typedef struct pair {
  const jh_limits_line *line;
  const jh_limits_row *row;
  size_t order;
  char path[160]; /* of the value, with its stage */
} pair;

static jh_place at(const matcher *m, const jh_limits_line *line, jh_limits_column column) {
  return jh_limits_place(m->limits, line->line, column);
}

static void tell(matcher *m, jh_error *found, jh_severity severity) {
  found->severity = severity;
  jh_diag_add(m->diag, found);
}

static jh_str text_of(const jh_limits_line *line, jh_limits_column column) {
  return line->cells[column].text;
}

/* A heading, in the reader's language. */
static const char *heading(char out[96], jh_limits_column column) {
  return jh_arg_both(out, 96, jh_limits_title(column, JH_ZH), jh_limits_title(column, JH_EN));
}

/* What the pack says in a column, in the table's language. */
static const char *given(
    matcher *m, const jh_limits_row *row, jh_limits_column column, jh_lang lang) {
  jh_buf_clear(&m->buf);
  jh_limits_given(&m->buf, m->table, row, column, lang);
  return m->buf.at && m->buf.size ? m->buf.at : "";
}

/* Finding the row. */

static void unknown_path(matcher *m, const jh_limits_line *line) {
  const jh_plan *plan = m->table->plan;
  jh_str path = text_of(line, JH_LIMITS_PATH);
  jh_suggest near = jh_suggest_begin(path);
  for (size_t i = 0; i < plan->param_count; i++)
    jh_suggest_offer(&near, jh_str_of(plan->params[i].path));
  char shown[128], best[128];
  jh_error found;
  jh_place where = at(m, line, JH_LIMITS_PATH);
  (void)jh_fail(
      &found, JH_ELIMITS_PATH, &where, jh_arg_text(shown, sizeof shown, path),
      jh_arg_text(best, sizeof best, near.best), NULL);
  tell(m, &found, JH_ERROR);
}

static bool is_said(
    matcher *m, const jh_limits_line *line, const jh_limits_row *row, jh_limits_column column) {
  jh_str text = text_of(line, column);
  for (int lang = 0; lang < JH_LANGS; lang++) {
    if (jh_limits_alike(text, jh_str_of(given(m, row, column, (jh_lang)lang)))) return true;
  }
  return false;
}

/* Days are texts, or what a spreadsheet made of them: "2024-09-01T00:00:00". */
static bool is_day(
    matcher *m, const jh_limits_line *line, const jh_limits_row *row, jh_limits_column column) {
  jh_str text = text_of(line, column);
  if (line->cells[column].kind == JH_GRID_DATE && text.size > 10) text.size = 10;
  return jh_str_equal(text, jh_str_of(given(m, row, column, JH_ZH)));
}

static bool is_stage(matcher *m, const jh_limits_line *line, const jh_limits_row *row) {
  const jh_plan *plan = m->table->plan;
  if (is_said(m, line, row, JH_LIMITS_STAGE)) return true;
  uint32_t stage = row->value->stage;
  return plan->params[row->param].is_by_stage && stage < plan->stage_count &&
         jh_str_equal(text_of(line, JH_LIMITS_STAGE), jh_str_of(plan->stages[stage].id));
}

static void no_row(matcher *m, const jh_limits_line *line) {
  char path[96], stage[48], since[48];
  jh_error found;
  jh_place where = at(m, line, JH_LIMITS_STAGE);
  (void)jh_fail(
      &found, JH_ELIMITS_ROW, &where, jh_arg_text(path, sizeof path, text_of(line, JH_LIMITS_PATH)),
      jh_arg_text(stage, sizeof stage, text_of(line, JH_LIMITS_STAGE)),
      jh_arg_text(since, sizeof since, text_of(line, JH_LIMITS_SINCE)), NULL);
  tell(m, &found, JH_ERROR);
}

static bool find_row(matcher *m, const jh_limits_line *line, pair *out) {
  const jh_limits_table *t = m->table;
  uint32_t param = jh_plan_param(t->plan, text_of(line, JH_LIMITS_PATH));
  if (param == JH_NONE) {
    unknown_path(m, line);
    return false;
  }
  for (size_t i = 0; i < t->count; i++) {
    const jh_limits_row *row = &t->rows[i];
    if (row->param != param || !is_stage(m, line, row)) continue;
    if (!is_day(m, line, row, JH_LIMITS_SINCE)) continue;
    *out = (pair){.line = line, .row = row, .order = i};
    jh_buf_clear(&m->buf);
    jh_limits_path(&m->buf, t->plan, param, row->value->stage);
    jh_str_copy(out->path, sizeof out->path, jh_buf_str(&m->buf));
    return true;
  }
  no_row(m, line);
  return false;
}

static bool is_first(matcher *m, const pair *p) {
  uint32_t *before = &m->line_of[p->order];
  if (*before == 0) {
    *before = p->line->line;
    return true;
  }
  jh_error found;
  jh_place where = at(m, p->line, JH_LIMITS_PATH);
  (void)jh_fail(&found, JH_ELIMITS_TWICE, &where, p->path, NULL);
  found.also = jh_limits_place(m->limits, *before, JH_LIMITS_PATH);
  tell(m, &found, JH_ERROR);
  return false;
}

/* The given cells. */

static bool is_value(matcher *m, const pair *p) {
  const jh_param *param = &m->table->plan->params[p->row->param];
  jh_str text = text_of(p->line, JH_LIMITS_VALUE);
  jh_dec read;
  if (jh_str_ends(text, "%") && param->unit_text && strcmp(param->unit_text, "percent") == 0)
    text.size--;
  return jh_dec_read(&read, text, 18, true) == JH_DEC_OK &&
         jh_dec_compare(read, p->row->value->value) == 0;
}

static bool is_unit(matcher *m, const pair *p) {
  const jh_param *param = &m->table->plan->params[p->row->param];
  jh_str raw = jh_str_of(param->unit_text);
  return is_said(m, p->line, p->row, JH_LIMITS_UNIT) ||
         jh_str_equal(text_of(p->line, JH_LIMITS_UNIT), raw);
}

/* What a given cell should not say: the pack moved on, or the cell was changed. */
static void tell_other(matcher *m, const pair *p, jh_limits_column column, bool is_read) {
  char head[96], shown[96], now[96];
  jh_error found;
  jh_place where = at(m, p->line, column);
  jh_arg_text(shown, sizeof shown, text_of(p->line, column));
  jh_arg_text(now, sizeof now, jh_str_of(given(m, p->row, column, m->table->lang)));
  heading(head, column);
  jh_code code = is_read && m->is_moved ? JH_ELIMITS_MOVED : JH_ELIMITS_ALTERED;
  (void)jh_fail(&found, code, &where, p->path, head, shown, now, NULL);
  tell(m, &found, is_read ? JH_ERROR : JH_WARNING);
}

static bool is_as_given(matcher *m, const pair *p) {
  static const jh_limits_column noted[] = {JH_LIMITS_NAME, JH_LIMITS_CLAUSE, JH_LIMITS_DOCUMENT};
  bool has_value = is_value(m, p), has_unit = is_unit(m, p);
  bool has_until = is_day(m, p->line, p->row, JH_LIMITS_UNTIL);
  if (!has_value) tell_other(m, p, JH_LIMITS_VALUE, true);
  if (!has_unit) tell_other(m, p, JH_LIMITS_UNIT, true);
  if (!has_until) tell_other(m, p, JH_LIMITS_UNTIL, true);
  for (size_t i = 0; i < sizeof noted / sizeof *noted; i++) {
    if (!is_said(m, p->line, p->row, noted[i])) tell_other(m, p, noted[i], false);
  }
  return has_value && has_unit && has_until;
}

/* The cells that are filled. */

static bool has_input(const jh_limits_line *line) {
  for (int i = JH_LIMITS_NOW; i < JH_LIMITS_COLUMNS; i++) {
    uint8_t kind = line->cells[i].kind;
    if (line->cells[i].text.size || kind == JH_GRID_UNCOMPUTED) return true;
  }
  return false;
}

/* A text that a spreadsheet could not compute, or that stands for several rows, is told. */
static bool is_sound(matcher *m, const pair *p, jh_limits_column column) {
  jh_error found;
  jh_place where = at(m, p->line, column);
  if (!jh_limits_is_broken(&p->line->cells[column], p->path, &where, &found)) return true;
  tell(m, &found, JH_ERROR);
  return false;
}

static void warn(matcher *m, jh_code code, const pair *p, const char *first, const char *second) {
  jh_error found;
  jh_place where = at(m, p->line, JH_LIMITS_NOW);
  (void)jh_fail(&found, code, &where, p->path, first, second, NULL);
  tell(m, &found, JH_WARNING);
}

/* A hundred or ten thousand times as much: 0.85 for 85 %, yuan for 万元. */
static bool is_suspicious(jh_dec old, jh_dec now) {
  static const int32_t places[] = {2, 4};
  if (old.mantissa == 0 || now.mantissa == 0) return false;
  for (size_t i = 0; i < 2; i++) {
    jh_dec less = {old.mantissa, old.scale + places[i]},
           more = {now.mantissa, now.scale + places[i]};
    if (less.scale <= 18 && jh_dec_compare(less, now) == 0) return true;
    if (more.scale <= 18 && jh_dec_compare(more, old) == 0) return true;
  }
  return false;
}

/* Of a share in percent: a number of at most 1 for one above 1, or the other way round. 0.9 may be meant as
 * 90 % or as 0.9 %; with a % sign, and with 0, there is no doubt. */
static bool is_doubtful(const matcher *m, const pair *p, jh_dec old, jh_dec now) {
  const jh_dec zero = {0, 0}, one = {1, 0};
  const char *unit = m->table->plan->params[p->row->param].unit_text;
  jh_str text = jh_str_trim(text_of(p->line, JH_LIMITS_NOW));
  if (!unit || strcmp(unit, "percent") != 0) return false;
  if (jh_str_ends(text, "%") || jh_str_ends(text, "％")) return false;
  if (jh_dec_compare(old, zero) <= 0 || jh_dec_compare(now, zero) <= 0) return false;
  return (jh_dec_compare(old, one) > 0) != (jh_dec_compare(now, one) > 0);
}

/* A hundredth of 90 is told as 0.9, a hundred times 0.9 as 90: what may be meant instead. */
static void tell_doubt(matcher *m, const pair *p, jh_dec old, jh_dec now) {
  const jh_dec one = {1, 0};
  char was[JH_DEC_TEXT], typed[JH_DEC_TEXT], meant[JH_DEC_TEXT];
  jh_dec other = {now.mantissa, now.scale + 2};
  jh_rat large;
  jh_rat_init(&large);
  if (jh_dec_compare(old, one) > 0) {
    jh_rat hundred;
    jh_rat_init(&hundred);
    jh_rat_set_dec(&large, now);
    jh_rat_set_int(&hundred, 100);
    jh_rat_mul(&large, &large, &hundred);
    (void)jh_rat_decimal(&large, 18, JH_ROUND_UP, meant, sizeof meant);
    jh_rat_done(&hundred);
  } else {
    jh_dec_text(meant, other);
  }
  jh_rat_done(&large);
  jh_error found;
  jh_place where = at(m, p->line, JH_LIMITS_NOW);
  (void)jh_fail(
      &found, JH_ELIMITS_SHARE, &where, p->path, jh_dec_text(was, old), jh_dec_text(typed, now),
      meant, NULL);
  tell(m, &found, JH_ERROR);
}

/* From which day a change counts; false, and told, if the value does not count on it. */
static bool find_days(matcher *m, const pair *p, jh_limits_edit *edit) {
  const jh_limits_row *row = p->row;
  const jh_limits_cell *cell = &p->line->cells[JH_LIMITS_NOW_SINCE];
  jh_str text = cell->text;
  jh_date told = 0;
  if (cell->kind == JH_GRID_DATE && text.size > 10) text.size = 10;
  bool is_read = text.size == 0 || jh_limits_day(&told, text);
  edit->since = told ? told : m->first > row->value->since ? m->first : row->value->since;
  bool is_inside = edit->since >= row->value->since && (!row->until || edit->since < row->until);
  if (told && told < m->first) is_inside = false;
  if (is_read && is_inside) return true;
  char day[11], from[11], shown[48], span[96];
  jh_error found;
  jh_place where = at(m, p->line, JH_LIMITS_NOW_SINCE);
  jh_date least = m->first > row->value->since ? m->first : row->value->since;
  jh_buf_clear(&m->buf);
  jh_buf_text(&m->buf, jh_date_text(from, least));
  jh_buf_text(&m->buf, " …");
  if (row->until) jh_buf_print(&m->buf, " < %s", jh_date_text(from, row->until));
  jh_arg_text(span, sizeof span, jh_buf_str(&m->buf));
  jh_arg_text(shown, sizeof shown, is_read ? jh_str_of(jh_date_text(day, edit->since)) : text);
  (void)jh_fail(&found, JH_ELIMITS_DAY, &where, p->path, shown, span, NULL);
  tell(m, &found, JH_ERROR);
  return false;
}

/* The day of the next value, with which the change must end. */
static jh_date next_of(const jh_plan *plan, const jh_limits_row *row) {
  const jh_param *param = &plan->params[row->param];
  jh_date next = 0;
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *other = &param->values[i];
    bool is_same = !param->is_by_stage || other->stage == row->value->stage;
    bool is_later = other->since > row->value->since && (!next || other->since < next);
    if (is_same && is_later) next = other->since;
  }
  return next;
}

static jh_code add_edit(matcher *m, const jh_limits_edit *edit) {
  jh_limits *l = m->limits;
  void *items = l->edits;
  if (jh_arena_grow(l->arena, &items, &l->edit_room, l->edit_count + 1, sizeof *l->edits))
    return jh_fail(m->err, JH_ENOMEM, NULL, NULL);
  l->edits = items;
  l->edits[l->edit_count++] = *edit;
  return JH_OK;
}

/* Is there a new value? What speaks against it is told. */
static bool read_value(matcher *m, const pair *p, jh_limits_edit *edit) {
  const jh_limits_cell *cell = &p->line->cells[JH_LIMITS_NOW];
  jh_place where = at(m, p->line, JH_LIMITS_NOW);
  jh_dec old = p->row->value->value;
  char was[JH_DEC_TEXT], now[JH_DEC_TEXT];
  bool is_empty =
      cell->text.size == 0 && cell->kind != JH_GRID_UNCOMPUTED && cell->kind != JH_GRID_MERGED;
  if (is_empty && has_input(p->line)) warn(m, JH_ELIMITS_NO_VALUE, p, "", "");
  if (is_empty) return false;
  jh_error found;
  if (jh_limits_value(&edit->now, cell, p->row, m->table->plan, &where, &found)) {
    found.args[1][0] = '\0';
    jh_str_copy(found.args[1], sizeof found.args[1], jh_str_of(p->path));
    tell(m, &found, JH_ERROR);
    return false;
  }
  jh_dec_text(was, old);
  jh_dec_text(now, edit->now);
  if (jh_dec_compare(old, edit->now) == 0) {
    warn(m, JH_ELIMITS_SAME, p, was, "");
    return false;
  }
  if (is_doubtful(m, p, old, edit->now)) {
    tell_doubt(m, p, old, edit->now);
    return false;
  }
  if (is_suspicious(old, edit->now)) warn(m, JH_ELIMITS_HUNDRED, p, was, now);
  return true;
}

static jh_code take_edit(matcher *m, const pair *p) {
  jh_limits_edit edit = {.row = p->row, .order = p->order, .line = p->line->line};
  bool is_sound_all = true;
  for (int i = JH_LIMITS_NOW_CLAUSE; i < JH_LIMITS_COLUMNS; i++)
    is_sound_all &= is_sound(m, p, (jh_limits_column)i);
  if (!read_value(m, p, &edit) || !is_sound_all || !find_days(m, p, &edit)) return JH_OK;
  edit.until = next_of(m->table->plan, p->row);
  edit.clause = text_of(p->line, JH_LIMITS_NOW_CLAUSE);
  edit.reason = text_of(p->line, JH_LIMITS_REASON);
  return add_edit(m, &edit);
}

static jh_code take_line(matcher *m, const jh_limits_line *line) {
  pair p;
  if (!find_row(m, line, &p) || !is_first(m, &p) || !is_as_given(m, &p)) return JH_OK;
  return take_edit(m, &p);
}

/* The sheet as a whole. */

/* Rows that are gone change nothing; somebody may have thought otherwise. */
static void tell_gone(matcher *m) {
  const jh_limits_table *t = m->table;
  size_t gone = 0, first = 0;
  for (size_t i = 0; i < t->count; i++) {
    if (m->line_of[i]) continue;
    if (gone++ == 0) first = i;
  }
  if (gone == 0) return;
  char count[24];
  jh_error found;
  jh_place where = m->limits->sheet
                       ? jh_place_in(m->limits->path, jh_str_of(m->limits->sheet), 0, 0)
                       : jh_place_of(m->limits->path, 0, 0);
  jh_buf_clear(&m->buf);
  jh_limits_path(&m->buf, t->plan, t->rows[first].param, t->rows[first].value->stage);
  (void)jh_fail(&found, JH_ELIMITS_GONE, &where, jh_arg_int(count, (int64_t)gone), m->buf.at, NULL);
  tell(m, &found, JH_WARNING);
}

static void tell_unread(matcher *m) {
  for (size_t i = 0; i < m->limits->unread_count; i++) {
    const jh_limits_found *one = &m->limits->unread[i];
    char shown[96];
    jh_error found;
    jh_place where = one->at;
    where.name[0] = '\0';
    (void)jh_fail(
        &found, JH_ELIMITS_UNREAD, &where, jh_arg_text(shown, sizeof shown, one->text),
        one->at.name, NULL);
    tell(m, &found, JH_WARNING);
  }
}

/* The pack that the sheet was written for, and the one at hand. */
static void tell_moved(matcher *m) {
  const jh_limits *l = m->limits;
  const jh_plan *plan = m->table->plan;
  const jh_layer *top = jh_limits_top(plan);
  char then[64], now[64];
  jh_error found;
  jh_place where = jh_place_of(l->path, 0, 0);
  jh_buf_clear(&m->buf);
  jh_buf_print(&m->buf, "%s, %.12s", l->version ? l->version : "", l->hash);
  jh_arg_text(then, sizeof then, jh_buf_str(&m->buf));
  jh_buf_clear(&m->buf);
  jh_buf_print(&m->buf, "%s, %.12s", top && top->version ? top->version : "", plan->pack.hash);
  jh_arg_text(now, sizeof now, jh_buf_str(&m->buf));
  (void)jh_fail(&found, JH_ELIMITS_PACK_MOVED, &where, top ? top->id : "", then, now, NULL);
  tell(m, &found, JH_ERROR);
}

static int by_order(const void *a, const void *b) {
  const jh_limits_edit *one = a, *other = b;
  return (one->order > other->order) - (one->order < other->order);
}

static jh_code match_all(matcher *m) {
  jh_limits *l = m->limits;
  jh_code code = JH_OK;
  tell_unread(m);
  if (m->is_moved) tell_moved(m);
  for (size_t i = 0; i < l->line_count && !code; i++) code = take_line(m, &l->lines[i]);
  if (!code) tell_gone(m);
  if (!code && !jh_buf_ok(&m->buf)) code = jh_fail(m->err, JH_ENOMEM, NULL, NULL);
  if (!code && l->edit_count > 1) qsort(l->edits, l->edit_count, sizeof *l->edits, by_order);
  return code;
}

jh_code jh_limits_match(
    jh_limits *limits, const jh_limits_table *table, jh_date first, jh_diag *diag, jh_error *err) {
  matcher m = {.limits = limits, .table = table, .first = first, .diag = diag, .err = err};
  m.is_moved = limits->hash && strcmp(limits->hash, table->plan->pack.hash) != 0;
  m.line_of = jh_arena_get(limits->arena, (table->count + 1) * sizeof *m.line_of);
  jh_buf_init(&m.buf);
  limits->edit_count = 0;
  jh_code code = m.line_of ? match_all(&m) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_done(&m.buf);
  return code;
}
