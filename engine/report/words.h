/* words.h - what reports say to people, in both languages.
 *
 * The words themselves stand once, in words.def. Knows nothing of findings.
 */
#ifndef JH_REPORT_WORDS_H
#define JH_REPORT_WORDS_H

#include "base/buf.h"
#include "base/lang.h"

typedef enum jh_word {
#define JH_WORD(name, en, zh) JH_W_##name,
#include "report/words.def"
#undef JH_WORD
  JH_WORDS
} jh_word;

/* The word with its places {1} to {4} still open. */
const char *jh_words_get(jh_word word, jh_lang lang);

/* Adds the word with its places filled; the arguments are NUL-terminated texts, at most four, ended
 * by NULL. A place without an argument stays empty. */
void jh_words_fill(jh_buf *buf, jh_lang lang, jh_word word, ...) __attribute__((sentinel));

/* A count as an argument of jh_words_fill: writes into out and returns it. */
const char *jh_words_count(char out[24], size_t count);

#endif
