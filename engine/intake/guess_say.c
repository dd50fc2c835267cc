/* guess_say.c - the sentences of guess_say.def. */
#include "intake/guess_say.h"

void jh_guess_say(jh_buf *out, jh_guess_saying what, jh_lang lang, const char *a, const char *b) {
  static const char *const texts[JH_GUESS_SAYINGS][JH_LANGS] = {
#define JH_GUESS_SAY(id, zh, en) [JH_GUESS_SAY_##id] = {zh, en},
#include "intake/guess_say.def"
#undef JH_GUESS_SAY
  };
  for (const char *text = texts[what][lang]; *text; text++) {
    bool is_open = text[0] == '{' && (text[1] == '1' || text[1] == '2') && text[2] == '}';
    if (!is_open) {
      jh_buf_char(out, *text);
      continue;
    }
    jh_buf_text(out, text[1] == '1' ? a : b);
    text += 2;
  }
}
