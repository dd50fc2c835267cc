#include "script/lint_token.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

typedef struct cursor {
  jh_str text;
  size_t at;
  uint32_t line;
  size_t line_begin;
} cursor;

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static char peek(const cursor *c, size_t ahead) {
  return c->at + ahead < c->text.size ? c->text.at[c->at + ahead] : '\0';
}

static void step(cursor *c) {
  if (peek(c, 0) == '\n') {
    c->line++;
    c->line_begin = c->at + 1;
  }
  c->at++;
}

/* The level of a long bracket "[==[" at the cursor, or -1. */
static int long_level(const cursor *c) {
  if (peek(c, 0) != '[') return -1;
  size_t equals = 0;
  while (peek(c, 1 + equals) == '=') equals++;
  return peek(c, 1 + equals) == '[' ? (int)equals : -1;
}

static void skip_long(cursor *c, int level) {
  for (int i = 0; i < level + 2; i++) step(c);
  while (c->at < c->text.size) {
    if (peek(c, 0) == ']') {
      size_t equals = 0;
      while (peek(c, 1 + equals) == '=') equals++;
      if (peek(c, 1 + equals) == ']' && equals == (size_t)level) {
        for (int i = 0; i < level + 2; i++) step(c);
        return;
      }
    }
    step(c);
  }
}

static void skip_quoted(cursor *c) {
  char quote = peek(c, 0);
  step(c);
  while (c->at < c->text.size && peek(c, 0) != quote && peek(c, 0) != '\n') {
    if (peek(c, 0) == '\\') step(c);
    if (c->at < c->text.size) step(c);
  }
  if (peek(c, 0) == quote) step(c);
}

static void skip_blanks(cursor *c) {
  while (c->at < c->text.size) {
    char now = peek(c, 0);
    if (now == '-' && peek(c, 1) == '-') {
      c->at += 2;
      int level = long_level(c);
      if (level >= 0) {
        skip_long(c, level);
      } else {
        while (c->at < c->text.size && peek(c, 0) != '\n') step(c);
      }
    } else if (now == ' ' || now == '\t' || now == '\r' || now == '\n') {
      step(c);
    } else {
      return;
    }
  }
}

static const struct {
  const char *wide, *plain;
} signs[] = {
    {"，", ","},          {"。", "."},           {"；", ";"},          {"：", ":"}, {"（", "("},
    {"）", ")"},          {"【", "["},           {"】", "]"},          {"｛", "{"}, {"｝", "}"},
    {"“", "\""},          {"”", "\""},           {"‘", "'"},           {"’", "'"},  {"＝", "="},
    {"＋", "+"},          {"－", "-"},           {"×", "*"},           {"÷", "/"},  {"＜", "<"},
    {"＞", ">"},          {"≥", ":at_least(…)"}, {"≤", ":at_most(…)"}, {"、", ","}, {"　", " "},
    {"％", "percent(…)"}, {"／", "/"},           {"＊", "*"},          {"．", "."}, {"［", "["},
    {"］", "]"},          {"｜", "|"},           {"＆", "&"},          {"～", "~"}, {"！", "~"},
    {"—", "--"},          {"…", "..."}};

/* A character outside texts that Lua does not know. */
static jh_code refuse(const cursor *c, const char *shown, jh_error *err) {
  jh_str rest = {c->text.at + c->at, c->text.size - c->at};
  jh_place at = jh_place_of(shown, c->line, (uint32_t)(c->at - c->line_begin) + 1);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (jh_str_starts(rest, signs[i].wide)) {
      return jh_fail(err, JH_EFULL_WIDTH, &at, signs[i].wide, signs[i].plain, NULL);
    }
  }
  uint32_t letter;
  size_t size = jh_utf8_next(rest, &letter);
  char word[8] = "?", digit[2] = "0";
  if (letter >= 0xFF10 && letter <= 0xFF19) {
    digit[0] = (char)('0' + (letter - 0xFF10));
    jh_str_copy(word, sizeof word, (jh_str){rest.at, size});
    return jh_fail(err, JH_EFULL_WIDTH, &at, word, digit, NULL);
  }
  if (size) jh_str_copy(word, sizeof word, (jh_str){rest.at, size});
  return jh_fail(err, JH_EBARE_WORD, &at, word, NULL);
}

static bool is_keyword(jh_str word) {
  static const char *const words[] = {"and",   "break", "do",       "else", "elseif", "end",
                                      "false", "for",   "function", "goto", "if",     "in",
                                      "local", "nil",   "not",      "or",   "repeat", "return",
                                      "then",  "true",  "until",    "while"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (words[i][0] == word.at[0] && jh_str_equal(word, jh_str_of(words[i]))) return true;
  }
  return false;
}

static size_t sign_size(const cursor *c) {
  static const char *const long_signs[] = {
      "...", "==", "~=", "<=", ">=", "..", "::", "//", "<<", ">>"};
  jh_str rest = {c->text.at + c->at, c->text.size - c->at};
  for (size_t i = 0; i < sizeof long_signs / sizeof *long_signs; i++) {
    if (long_signs[i][0] == rest.at[0] && jh_str_starts(rest, long_signs[i]))
      return strlen(long_signs[i]);
  }
  return 1;
}

static jh_token_kind take(cursor *c) {
  char now = peek(c, 0);
  size_t begin = c->at;
  if (is_letter(now)) {
    while (is_letter(peek(c, 0)) || is_digit(peek(c, 0))) c->at++;
    jh_str word = {c->text.at + begin, c->at - begin};
    return is_keyword(word) ? JH_TOKEN_KEYWORD : JH_TOKEN_NAME;
  }
  if (is_digit(now) || (now == '.' && is_digit(peek(c, 1)))) {
    while (is_letter(peek(c, 0)) || is_digit(peek(c, 0)) ||
           (peek(c, 0) == '.' && peek(c, 1) != '.')) {
      c->at++;
    }
    return JH_TOKEN_VALUE;
  }
  if (now == '"' || now == '\'') {
    skip_quoted(c);
    return JH_TOKEN_VALUE;
  }
  int level = long_level(c);
  if (level >= 0) {
    skip_long(c, level);
    return JH_TOKEN_VALUE;
  }
  c->at += sign_size(c);
  return JH_TOKEN_SIGN;
}

jh_code jh_tokens_read(jh_tokens *out, jh_str text, size_t most, const char *shown, jh_error *err) {
  cursor c = {.text = text, .line = 1};
  *out = (jh_tokens){0};
  for (;;) {
    skip_blanks(&c);
    if (c.at >= text.size || out->count >= most) return JH_OK;
    if ((unsigned char)peek(&c, 0) >= 0x80) return refuse(&c, shown, err);
    void *items = out->at;
    if (jh_alloc_grow(&items, &out->room, out->count + 1, sizeof *out->at) != 0) {
      return jh_fail(err, JH_ENOMEM, NULL, NULL);
    }
    out->at = items;
    jh_token *token = &out->at[out->count++];
    token->line = c.line;
    token->column = (uint32_t)(c.at - c.line_begin) + 1;
    size_t begin = c.at;
    token->kind = take(&c);
    token->text = (jh_str){text.at + begin, c.at - begin};
  }
}
