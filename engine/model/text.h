/* text.h - a name or note in both languages.
 *
 * Pack authors may give one language only; then both fields hold it.
 */
#ifndef JH_MODEL_TEXT_H
#define JH_MODEL_TEXT_H

#include "base/lang.h"

typedef struct jh_text {
  const char *in[JH_LANGS]; /* by jh_lang; NULL = not given */
} jh_text;

/* The text in the wanted language, else in the other one, else "". */
const char *jh_text_in(jh_text text, jh_lang lang);

#endif
