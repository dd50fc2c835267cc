/* lint_twice.c - see lint_twice.h. One pass: of each open brace and function it is known which it is. */
#include "script/lint_twice.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

/* What is open: a table by its number, or the body of something that ends with `end`. */
typedef struct twice {
  const jh_tokens *tokens;
  uint32_t *open; /* number of a table, 0 = a body */
  size_t depth;
  uint32_t tables;
  jh_map *seen;    /* "table\x1Ffield" -> token */
  jh_arena *texts; /* the keys of `seen`, which borrows them */
  jh_buf key;
} twice;

static inline __attribute__((always_inline)) bool is(const twice *t, size_t i, const char *text) {
  return i < t->tokens->count && jh_token_is(&t->tokens->at[i], text);
}

/* The field that an entry of a table begins with: `name =`, `["name"] =`. */
static bool field_at(const twice *t, size_t i, jh_str *out) {
  const jh_token *at = t->tokens->at;
  if (i + 1 < t->tokens->count && at[i].kind == JH_TOKEN_NAME && is(t, i + 1, "=")) {
    *out = at[i].text;
    return true;
  }
  bool is_quoted = is(t, i, "[") && is(t, i + 2, "]") && is(t, i + 3, "=");
  if (!is_quoted || at[i + 1].kind != JH_TOKEN_VALUE || at[i + 1].text.size < 2) return false;
  if (at[i + 1].text.at[0] != '"' && at[i + 1].text.at[0] != '\'') return false;
  *out = (jh_str){at[i + 1].text.at + 1, at[i + 1].text.size - 2};
  return true;
}

static jh_code note(twice *t, size_t i, jh_str field, const char *shown, jh_error *err) {
  jh_buf_clear(&t->key);
  jh_buf_int(&t->key, t->open[t->depth - 1]);
  jh_buf_char(&t->key, '\x1F');
  jh_buf_add(&t->key, field);
  uint32_t first = JH_MAP_NONE;
  const char *kept = jh_buf_ok(&t->key) ? jh_arena_text(t->texts, jh_buf_str(&t->key)) : NULL;
  if (kept) first = jh_map_add(t->seen, (jh_str){kept, t->key.size}, (uint32_t)i);
  if (first == JH_MAP_NONE) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (first == i) return JH_OK;
  char name[96];
  const jh_token *here = &t->tokens->at[i], *there = &t->tokens->at[first];
  jh_place at = jh_place_of(shown, here->line, here->column);
  jh_code code =
      jh_fail(err, JH_EDUPLICATE, &at, "field", jh_arg_text(name, sizeof name, field), NULL);
  if (err) err->also = jh_place_of(shown, there->line, there->column);
  return code;
}

static jh_code look(twice *t, const char *shown, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < t->tokens->count && !code; i++) {
    bool is_body = is(t, i, "function") || is(t, i, "if") || is(t, i, "do");
    if (is_body) t->open[t->depth++] = 0;
    if (is(t, i, "{")) t->open[t->depth++] = ++t->tables;
    if ((is(t, i, "}") || is(t, i, "end")) && t->depth) t->depth--;
    jh_str field;
    bool begins = is(t, i, "{") || is(t, i, ",") || is(t, i, ";");
    bool is_entry = begins && t->depth && t->open[t->depth - 1] && field_at(t, i + 1, &field);
    if (is_entry) code = note(t, i + 1, field, shown, err);
  }
  return code;
}

jh_code jh_lint_twice(const jh_tokens *tokens, const char *shown, jh_error *err) {
  twice t = {
      .tokens = tokens, .seen = jh_map_open(tokens->count / 4 + 1), .texts = jh_arena_open()};
  t.open = jh_alloc_get((tokens->count + 1) * sizeof *t.open);
  jh_buf_init(&t.key);
  bool is_ready = t.seen && t.open && t.texts;
  jh_code code = is_ready ? look(&t, shown, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_done(&t.key);
  jh_alloc_free(t.open);
  jh_map_close(t.seen);
  jh_arena_close(t.texts);
  return code;
}
