/* guess_say.h - the comments of a proposed mapping, in both languages. Private to guess*.c. */
#ifndef JH_INTAKE_GUESS_SAY_H
#define JH_INTAKE_GUESS_SAY_H

#include "base/buf.h"
#include "base/lang.h"

typedef enum jh_guess_saying {
#define JH_GUESS_SAY(id, zh, en) JH_GUESS_SAY_##id,
#include "intake/guess_say.def"
#undef JH_GUESS_SAY
  JH_GUESS_SAYINGS
} jh_guess_saying;

/* Adds a comment's text; {1} and {2} are replaced by a and b (NULL where there is none). */
void jh_guess_say(jh_buf *out, jh_guess_saying what, jh_lang lang, const char *a, const char *b);

#endif
