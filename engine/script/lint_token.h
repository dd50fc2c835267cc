/* lint_token.h - a Lua text as words: just enough for lint.c. Private to script/. */
#ifndef JH_SCRIPT_LINT_TOKEN_H
#define JH_SCRIPT_LINT_TOKEN_H

#include <stdint.h>
#include <string.h>

#include "base/error.h"

typedef enum jh_token_kind {
  JH_TOKEN_NAME,
  JH_TOKEN_KEYWORD,
  JH_TOKEN_VALUE,
  JH_TOKEN_SIGN
} jh_token_kind;

typedef struct jh_token {
  jh_token_kind kind; /* VALUE: a number or a text, the latter with its quotes */
  jh_str text;
  uint32_t line, column;
} jh_token;

typedef struct jh_tokens {
  jh_token *at;
  size_t count, room;
} jh_tokens;

/* Is the word this one? `text` is a constant: then nothing is called. */
static inline __attribute__((always_inline)) bool jh_token_is(
    const jh_token *token, const char *text) {
  size_t size = __builtin_strlen(text);
  return token->text.size == size && memcmp(token->text.at, text, size) == 0;
}

/* Cuts a text into words, at most so many; comments are left out. Unfinished texts end at the file's end: Lua will say so.
 * Errors  JH_EFULL_WIDTH, JH_ELUA_SYNTAX (a letter that is no ASCII outside texts), JH_ENOMEM.
 * *out is given back with jh_alloc_free(out->at), also after an error. */
JH_CHECKED jh_code
jh_tokens_read(jh_tokens *out, jh_str text, size_t most, const char *shown, jh_error *err);

#endif
