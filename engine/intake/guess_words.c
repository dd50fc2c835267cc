/* guess_words.c - see guess_words.h. What a choice knows is for value.h to say. */
#include "intake/guess_words.h"

#include <string.h>

#include "table/value.h"

enum { MOST_WORDS = 16, LONGEST_WORD = 60 };

typedef struct jh_guess_choice {
  size_t field;
  jh_value *value;
  jh_guess_strange *strange;
} jh_guess_choice;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code add(
    jh_guess_words *words, const jh_guess_entry *entry, const jh_head *head, jh_error *err) {
  const jh_plan *plan = words->guess->plan;
  const jh_column_def *def = &plan->tables[words->source->table].columns[entry->column];
  size_t field = jh_guess_field(words->guess, head, entry);
  if (def->type != JH_COLUMN_CHOICE || jh_guess_is_question(entry) || field == SIZE_MAX) {
    return JH_OK;
  }
  jh_guess_choice *choice = &words->choices[words->count];
  jh_code code = jh_value_open(&choice->value, def, &plan->units, NULL, words->guess->arena, err);
  if (code) return code;
  choice->field = field;
  choice->strange = &words->source->strange[words->count++];
  choice->strange->column = entry->column;
  words->source->strange_count = words->count;
  return JH_OK;
}

jh_code jh_guess_words_begin(
    jh_guess_words *words, jh_guess *guess, jh_guess_source *source, const jh_head *head,
    jh_error *err) {
  size_t room = source->entry_count + 1;
  *words = (jh_guess_words){.guess = guess, .source = source};
  words->choices = jh_arena_get(guess->arena, room * sizeof *words->choices);
  source->strange = jh_arena_get(guess->arena, room * sizeof *source->strange);
  if (!words->choices || !source->strange) return out_of_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < source->entry_count && !code; i++) {
    code = add(words, &source->entries[i], head, err);
  }
  return code;
}

static jh_code keep(jh_guess_words *words, jh_guess_strange *strange, jh_str word, jh_error *err) {
  for (size_t i = 0; i < strange->word_count; i++) {
    if (jh_str_equal(jh_str_of(strange->words[i]), word)) return JH_OK;
  }
  if (strange->word_count == MOST_WORDS || word.size > LONGEST_WORD) return JH_OK;
  void *items = strange->words;
  if (jh_arena_grow(
          words->guess->arena, &items, &strange->word_room, strange->word_count + 1,
          sizeof *strange->words)) {
    return out_of_memory(err);
  }
  strange->words = items;
  const char *copy = jh_arena_text(words->guess->arena, word);
  if (!copy) return out_of_memory(err);
  strange->words[strange->word_count++] = copy;
  return JH_OK;
}

jh_code jh_guess_words_take(jh_guess_words *words, const jh_grid_row *row, jh_error *err) {
  jh_code code = JH_OK;
  jh_buf read;
  jh_buf_init(&read);
  for (size_t i = 0; i < words->count && code != JH_ENOMEM; i++) {
    const jh_guess_choice *choice = &words->choices[i];
    if (choice->field >= row->count || row->cells[choice->field].text.size == 0) continue;
    const jh_grid_cell *cell = &row->cells[choice->field];
    jh_buf_clear(&read);
    code = jh_value_read(choice->value, cell->text, (jh_grid_kind)cell->kind, &read, NULL);
    if (code == JH_ENOT_CHOICE) code = keep(words, choice->strange, cell->text, err);
  }
  jh_buf_done(&read);
  return code == JH_ENOMEM ? out_of_memory(err) : JH_OK; /* all else is for the import to say */
}

void jh_guess_words_done(jh_guess_words *words) {
  for (size_t i = 0; i < words->count; i++) jh_value_close(words->choices[i].value);
}
