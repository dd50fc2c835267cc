/* guess_form.c - a filled-in statistical form: its code, whose it is, and the cells that are known.
 *
 * Where a form is known to say what stands beside a cell, the sheet is asked whether it does: the
 * cells are hints, and a form that was changed since has its rows elsewhere.
 */
#include <string.h>

#include "base/utf8.h"
#include "intake/guess_parts.h"
#include "sheet/position.h"
#include "table/match.h"

enum { TITLE_ROWS = 12 };

typedef struct seeker {
  jh_guess *guess;
  jh_guess_source *source;
  const jh_form *form;
  const jh_table_def *table;
  const jh_guess_block *block;
  bool failed; /* memory was out */
} seeker;

/* A position in the block. */
typedef struct spot {
  uint32_t line;
  size_t column;
  const char *text;  /* what stands there, or behind the label in the same cell */
  bool is_in_label;  /* the latter: the cell alone cannot be read */
  const char *label; /* beside which it stands */
} spot;

static const char *fold(seeker *s, const char *text) {
  const char *folded = jh_match_fold(s->guess->arena, jh_str_of(text));
  s->failed |= !folded;
  return folded ? folded : "";
}

static const char *after(const char *text, const char *part) {
  const char *found = strstr(text, part);
  return found ? found + strlen(part) : NULL;
}

/* Is the code of a form in a text, and no longer code? */
static bool holds_code(const char *text, const char *code) {
  for (const char *rest = after(text, code); rest; rest = after(rest, code)) {
    if (*rest < '0' || *rest > '9') return true;
  }
  return false;
}

static bool shows(seeker *s, const jh_form *form, const char *text) {
  const char *folded = fold(s, text);
  if (folded[0] == '\0') return false;
  if (holds_code(folded, fold(s, form->id))) return true;
  for (size_t i = 0; i < form->alias_count; i++) {
    if (holds_code(folded, fold(s, form->aliases[i]))) return true;
  }
  return false;
}

static bool shows_anywhere(seeker *s, const jh_form *form) {
  const jh_guess_source *source = s->source;
  for (size_t i = 0; i < s->block->count && i < TITLE_ROWS; i++) {
    const jh_guess_row *row = &s->block->rows[i];
    for (size_t k = 0; k < row->count; k++) {
      if (row->texts[k][0] && shows(s, form, row->texts[k])) return true;
    }
  }
  if (source->sheet && shows(s, form, source->sheet)) return true;
  const char *slash = strrchr(source->file, '/');
  return shows(s, form, slash ? slash + 1 : source->file);
}

jh_code jh_guess_find_form(
    uint32_t *out, jh_guess *guess, const jh_guess_source *source, const jh_guess_block *block,
    jh_error *err) {
  jh_guess_source copy = *source;
  seeker s = {.guess = guess, .source = &copy, .block = block};
  *out = JH_NONE;
  for (uint32_t i = 0; i < guess->plan->form_count && *out == JH_NONE; i++) {
    if (shows_anywhere(&s, &guess->plan->forms[i])) *out = i;
  }
  return s.failed ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}

/* A cell that begins with a label: what follows it, NULL if it does not. */
static const char *behind_label(seeker *s, const char *text, const char *label) {
  static const char of_these[] =
      "其中:"; /* as folded; forms write it before a part of the line above */
  const char *folded = fold(s, text), *wanted = fold(s, label);
  size_t size = strlen(wanted);
  if (strncmp(folded, of_these, sizeof of_these - 1) == 0) folded += sizeof of_these - 1;
  if (size == 0 || strncmp(folded, wanted, size) != 0) return NULL;
  folded += size;
  if (*folded == ':') folded++;
  return folded;
}

/* The same as it is written: behind the colon, where there is one. */
static const char *written(seeker *s, const char *text, const char *folded) {
  const char *wide = strstr(text, "：");
  const char *plain = strchr(text, ':');
  jh_str rest = {NULL, 0};
  if (wide) {
    rest = jh_str_of(wide + strlen("："));
  } else if (plain) {
    rest = jh_str_of(plain + 1);
  } else {
    return folded;
  }
  const char *kept = jh_arena_text(s->guess->arena, jh_str_trim(rest));
  s->failed |= !kept;
  return kept ? kept : "";
}

typedef bool (*is_wanted)(const char *text);

static bool is_any(const char *text) { return text[0] != '\0' && !strchr(text, ':'); }

/* The value that belongs to a label at a position: in its own cell, right of it, below it. */
static bool beside(
    seeker *s, const jh_guess_row *row, size_t column, const char *rest, is_wanted fits,
    spot *out) {
  const char *own = rest[0] ? written(s, row->texts[column], rest) : "";
  *out = (spot){row->line, column, own, true, row->texts[column]};
  if (own[0] && fits(own)) return true;
  for (size_t i = column + 1; i < row->count; i++) {
    if (!row->texts[i][0]) continue;
    *out = (spot){row->line, i, row->texts[i], false, row->texts[column]};
    return fits(row->texts[i]);
  }
  const char *below = jh_guess_block_text(s->block, row->line + 1, column);
  *out = (spot){row->line + 1, column, below, false, row->texts[column]};
  return fits(below);
}

/* The first value in the upper rows that stands at one of several labels. */
static bool find_value(
    seeker *s, const char *const *labels, size_t count, is_wanted fits, spot *out) {
  for (size_t l = 0; l < count; l++) {
    for (size_t i = 0; labels[l] && i < s->block->count && i < TITLE_ROWS; i++) {
      const jh_guess_row *row = &s->block->rows[i];
      for (size_t k = 0; k < row->count; k++) {
        const char *rest = row->texts[k][0] ? behind_label(s, row->texts[k], labels[l]) : NULL;
        if (rest && beside(s, row, k, rest, fits, out)) return true;
      }
    }
  }
  return false;
}

static const char *position(seeker *s, uint32_t line, size_t column) {
  char text[JH_POSITION_TEXT];
  const char *kept =
      jh_arena_text(s->guess->arena, jh_str_of(jh_position_text(text, (uint32_t)column, line)));
  s->failed |= !kept;
  return kept;
}

static jh_guess_entry *add(seeker *s, uint32_t column, jh_guess_how how, const char *source) {
  jh_guess_entry *entry = jh_guess_add(s->guess, s->source);
  s->failed |= !entry;
  if (!entry) return NULL;
  entry->column = column;
  entry->how = how;
  entry->source = source;
  return entry;
}

/* A column of the head of the form: the school's code, its name. */
static void place_head(
    seeker *s, uint32_t column, const char *const *more, size_t more_count, is_wanted fits) {
  const char *labels[40];
  size_t count = 0;
  spot found;
  if (column == JH_NONE) return;
  const jh_column_def *def = &s->table->columns[column];
  labels[count++] = def->name.in[JH_ZH];
  for (size_t i = 0; i < def->alias_count && count < 30; i++) labels[count++] = def->aliases[i];
  for (size_t i = 0; i < more_count; i++) labels[count++] = more[i];
  if (!find_value(s, labels, count, fits, &found)) return;
  jh_guess_entry *entry =
      found.is_in_label ? add(s, column, JH_GUESS_VALUE, found.text)
                        : add(s, column, JH_GUESS_BESIDE, position(s, found.line, found.column));
  if (entry) entry->seen = found.is_in_label ? position(s, found.line, found.column) : found.label;
}

/* The rows in which a cell begins with one of the labels; *column is that of the last such cell. */
static size_t labelled(
    seeker *s, const jh_form_cell *cell, const jh_guess_row **row, size_t *column) {
  size_t count = 0;
  for (size_t i = 0; i < s->block->count; i++) {
    bool is_here = false;
    for (size_t k = 0; k < s->block->rows[i].count && !is_here; k++) {
      for (size_t l = 0; l < cell->label_count && !is_here; l++) {
        const char *text = s->block->rows[i].texts[k];
        is_here = text[0] && behind_label(s, text, cell->labels[l]) != NULL;
        if (is_here) *column = k;
      }
    }
    if (is_here) *row = &s->block->rows[i];
    count += is_here;
  }
  return count;
}

/* A cell that is known: is what should stand beside it there, elsewhere, or nowhere? */
static void place_known(seeker *s, const jh_form_cell *cell) {
  uint32_t column = 0, line = 0;
  const jh_guess_row *row = NULL;
  size_t at = 0;
  jh_guess_how how = JH_GUESS_UNSEEN;
  const char *source = cell->at;
  if (!jh_position_read(jh_str_of(cell->at), &column, &line)) return;
  size_t count = cell->label_count ? labelled(s, cell, &row, &at) : 0;
  if (count == 1 && at < column) {
    how = row->line == line ? JH_GUESS_CELL : JH_GUESS_MOVED;
    source = position(s, row->line, column);
  }
  jh_guess_entry *entry = add(s, cell->column, how, source);
  if (entry && row && how != JH_GUESS_UNSEEN) {
    entry->seen = row->texts[at];
    const jh_column_def *def = &s->table->columns[cell->column];
    entry->unit = jh_guess_unit_of_label(s->guess->plan, def, fold(s, entry->seen));
  }
  if (entry && how == JH_GUESS_UNSEEN) entry->seen = jh_guess_block_text(s->block, line, column);
}

/* A cell that is not known: the number beside the label, if there is one such label, as a question. */
static void place_unknown(seeker *s, const jh_form_cell *cell) {
  const jh_guess_row *row = NULL;
  size_t at = 0;
  spot found;
  size_t count = cell->label_count ? labelled(s, cell, &row, &at) : 0;
  bool is_found = count == 1 && beside(s, row, at, "", jh_guess_is_number, &found);
  jh_guess_entry *entry =
      is_found ? add(s, cell->column, JH_GUESS_LABEL, position(s, found.line, found.column))
               : add(s, cell->column, JH_GUESS_UNPLACED, NULL);
  if (entry && is_found) entry->seen = found.label;
}

jh_code jh_guess_form(
    jh_guess *guess, jh_guess_source *source, const jh_guess_block *block, jh_error *err) {
  static const char *const codes[] = {"学校（机构）标识码", "标识码", "学校代码", "单位代码"};
  static const char *const names[] = {"学校（机构）名称", "学校名称", "填报单位", "单位名称"};
  const jh_form *form = &guess->plan->forms[source->form];
  const jh_table_def *table = &guess->plan->tables[form->table];
  seeker s = {guess, source, form, table, block, false};
  source->table = form->table;
  place_head(&s, jh_guess_anchor(table), codes, sizeof codes / sizeof *codes, jh_guess_is_code);
  place_head(&s, table->name_column, names, sizeof names / sizeof *names, is_any);
  for (size_t i = 0; i < form->cell_count && !s.failed; i++) {
    const jh_form_cell *cell = &form->cells[i];
    if (cell->column == JH_NONE) continue;
    if (cell->at) {
      place_known(&s, cell);
    } else {
      place_unknown(&s, cell);
    }
  }
  return s.failed ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}
