/* words.c - looks words up and fills their places; the texts are in words.def. */
#include "report/words.h"

#include <stdarg.h>
#include <string.h>

#include "base/error.h"

static const char *const words[JH_WORDS][JH_LANGS] = {
#define JH_WORD(name, en, zh) {[JH_ZH] = zh, [JH_EN] = en},
#include "report/words.def"
#undef JH_WORD
};

const char *jh_words_get(jh_word word, jh_lang lang) { return words[word][lang]; }

#define MOST_ARGS 4

static void fill(jh_buf *buf, const char *text, const char *const *args, size_t count) {
  const char *from = text;
  for (const char *at = text; *at; at++) {
    if (at[0] != '{' || at[1] < '1' || at[1] > '0' + MOST_ARGS || at[2] != '}') continue;
    jh_buf_add(buf, (jh_str){from, (size_t)(at - from)});
    size_t index = (size_t)(at[1] - '1');
    if (index < count) jh_buf_text(buf, args[index]);
    at += 2;
    from = at + 1;
  }
  jh_buf_text(buf, from);
}

void jh_words_fill(jh_buf *buf, jh_lang lang, jh_word word, ...) {
  const char *args[MOST_ARGS];
  size_t count = 0;
  va_list list;
  va_start(list, word);
  while (count < MOST_ARGS) {
    const char *arg = va_arg(list, const char *);
    if (!arg) break;
    args[count++] = arg;
  }
  va_end(list);
  fill(buf, words[word][lang], args, count);
}

const char *jh_words_count(char out[24], size_t count) { return jh_arg_int(out, (int64_t)count); }
