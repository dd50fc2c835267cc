/* guess_leave.c - the rows below a header: sums and notes, which are no records, and by which cell to know
 * them; of the records, words that choices do not know. */
#include <string.h>

#include "intake/guess_parts.h"
#include "intake/guess_words.h"
#include "table/value.h"

enum { SUM_COLUMNS = 6, MOST_WORDS = 12, LONGEST_WORD = 240 };

typedef struct reader {
  jh_guess *guess;
  jh_guess_source *source;
  const jh_head *head;
  size_t anchor; /* field of the key, or SIZE_MAX */
  jh_error *err;
} reader;

static jh_code out_of_memory(reader *r) { return jh_fail(r->err, JH_ENOMEM, NULL, NULL); }

/* Where the words of one field are kept; NULL when memory is out. */
static jh_guess_leave *leave_of(reader *r, size_t field) {
  jh_guess_source *source = r->source;
  uint32_t column = r->head->fields[field].column;
  if (field == r->anchor) column = jh_guess_anchor(&r->guess->plan->tables[source->table]);
  const char *header = column == JH_NONE ? r->head->fields[field].leaf : NULL;
  for (size_t i = 0; i < source->leave_count; i++) {
    jh_guess_leave *leave = &source->leaves[i];
    bool is_same =
        header ? leave->header && strcmp(leave->header, header) == 0 : leave->column == column;
    if (is_same) return leave;
  }
  void *items = source->leaves;
  if (jh_arena_grow(
          r->guess->arena, &items, &source->leave_room, source->leave_count + 1,
          sizeof *source->leaves)) {
    return NULL;
  }
  source->leaves = items;
  jh_guess_leave *leave = &source->leaves[source->leave_count++];
  *leave = (jh_guess_leave){.column = column, .header = header};
  return leave;
}

static jh_code keep_word(reader *r, size_t field, jh_str word) {
  jh_guess_leave *leave = leave_of(r, field);
  if (!leave) return out_of_memory(r);
  for (size_t i = 0; i < leave->word_count; i++) {
    if (jh_str_equal(jh_str_of(leave->words[i]), word)) return JH_OK;
  }
  if (leave->word_count == MOST_WORDS) return JH_OK;
  void *items = leave->words;
  if (jh_arena_grow(
          r->guess->arena, &items, &leave->word_room, leave->word_count + 1,
          sizeof *leave->words)) {
    return out_of_memory(r);
  }
  leave->words = items;
  const char *copy = jh_arena_text(r->guess->arena, word);
  if (!copy) return out_of_memory(r);
  leave->words[leave->word_count++] = copy;
  return JH_OK;
}

static bool has_header(const reader *r, size_t field) {
  return field < r->head->field_count && r->head->fields[field].leaf[0] != '\0';
}

/* The cell that says that the row is no record: a word for a sum in one of the first columns; else the
 * only words of a row that has no key, as notes and signatures below a table are. */
static size_t tell_tale(const reader *r, const jh_grid_row *row) {
  size_t filled = 0, first = SIZE_MAX;
  for (size_t i = 0; i < row->count; i++) {
    jh_str text = row->cells[i].text;
    if (text.size == 0) continue;
    if (i < SUM_COLUMNS && has_header(r, i) && jh_value_is_sum(text)) return i;
    if (first == SIZE_MAX) first = i;
    filled++;
  }
  if (filled == 0 || filled > 3 || filled * 2 > r->head->match_count || !has_header(r, first)) {
    return SIZE_MAX;
  }
  char key[64] = "";
  if (r->anchor == SIZE_MAX) return SIZE_MAX; /* no telling a note from a record */
  if (r->anchor < row->count) jh_str_copy(key, sizeof key, row->cells[r->anchor].text);
  return jh_guess_is_code(key) || row->cells[first].text.size > LONGEST_WORD ? SIZE_MAX : first;
}

jh_code jh_guess_leave_out(
    jh_guess *guess, jh_guess_source *source, const jh_head *head, jh_grid *grid, jh_error *err) {
  reader r = {guess, source, head, SIZE_MAX, err};
  uint32_t anchor = jh_guess_anchor(&guess->plan->tables[source->table]);
  r.anchor = jh_guess_field(guess, head, jh_guess_entry_of(source, anchor));
  jh_guess_words words;
  jh_code code = jh_guess_words_begin(&words, guess, source, head, err);
  if (!code) code = jh_grid_rewind(grid, err);
  for (bool got = true; !code && got;) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, err);
    if (code || !got || row.line <= head->last_line) continue;
    size_t field = tell_tale(&r, &row);
    source->left_rows += field != SIZE_MAX;
    code = field == SIZE_MAX ? jh_guess_words_take(&words, &row, err)
                             : keep_word(&r, field, row.cells[field].text);
  }
  jh_guess_words_done(&words);
  return code;
}
