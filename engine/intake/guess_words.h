/* guess_words.h - words in the cells of choices that are none of the choices ("完小"): a mapping can say
 * what each means. Private to guess*.c. */
#ifndef JH_INTAKE_GUESS_WORDS_H
#define JH_INTAKE_GUESS_WORDS_H

#include "intake/guess_parts.h"

typedef struct jh_guess_words {
  jh_guess *guess;
  jh_guess_source *source;
  struct jh_guess_choice *choices; /* one for each column of choices that the source feeds */
  size_t count;
} jh_guess_words;

JH_CHECKED jh_code jh_guess_words_begin(
    jh_guess_words *words, jh_guess *guess, jh_guess_source *source, const jh_head *head,
    jh_error *err);
JH_CHECKED jh_code
jh_guess_words_take(jh_guess_words *words, const jh_grid_row *row, jh_error *err);
void jh_guess_words_done(jh_guess_words *words); /* also after a failed begin */

#endif
