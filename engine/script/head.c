/* head.c - how files begin, found in their text before they run: what a dictionary extends, on what an
 * overlay stands. Knows words and braces; what heads mean is prelude/head.lua.
 */
#include <string.h>

#include "base/alloc.h"
#include "script/lint_token.h"
#include "script/state.h"

static bool is(const jh_tokens *tokens, size_t index, const char *text) {
  return index < tokens->count && jh_str_equal(tokens->at[index].text, jh_str_of(text));
}

static bool is_text(const jh_tokens *tokens, size_t index) {
  if (index >= tokens->count || tokens->at[index].kind != JH_TOKEN_VALUE) return false;
  jh_str text = tokens->at[index].text;
  return text.size >= 2 && (text.at[0] == '"' || text.at[0] == '\'');
}

static jh_str inside(const jh_tokens *tokens, size_t index) {
  jh_str text = tokens->at[index].text;
  return (jh_str){text.at + 1, text.size - 2};
}

/* Where the head begins: the word before its id. The count of tokens if there is none. */
static size_t find_head(const jh_tokens *tokens, jh_layer_kind *kind) {
  static const char *const words[] = {"pack", "overlay", "reform"};
  for (size_t i = 0; i < tokens->count; i++) {
    for (int k = 0; k < 3; k++) {
      if (!is(tokens, i, words[k]) || !is_text(tokens, i + 1)) continue;
      *kind = (jh_layer_kind)k;
      return i;
    }
  }
  return tokens->count;
}

/* The token after the head's table, which begins at `open`; *on is the text after `on =`, or 0. */
static size_t end_of_head(const jh_tokens *tokens, size_t open, size_t *on) {
  size_t depth = 0;
  *on = 0;
  for (size_t i = open; i < tokens->count; i++) {
    if (is(tokens, i, "{")) depth++;
    if (is(tokens, i, "}") && --depth == 0) return i + 1;
    bool is_on = depth == 1 && is(tokens, i, "on") && is(tokens, i + 1, "=");
    if (!is_on || !is_text(tokens, i + 2)) continue;
    /* A comma forgotten before the next field is told when the file runs. */
    bool is_whole = is(tokens, i + 3, ",") || is(tokens, i + 3, "}") || is(tokens, i + 4, "=");
    if (is_whole) *on = i + 2;
  }
  return tokens->count;
}

jh_code jh_script_cut_head(jh_str *text, const char *shown, jh_error *err) {
  jh_tokens tokens = {0};
  jh_layer_kind kind;
  size_t on;
  jh_code code = jh_tokens_read(&tokens, *text, SIZE_MAX, shown, err);
  size_t head = code ? 0 : find_head(&tokens, &kind);
  if (!code && head < tokens.count && is(&tokens, head + 2, "{")) {
    size_t end = end_of_head(&tokens, head + 2, &on);
    if (end < tokens.count) text->size = (size_t)(tokens.at[end].text.at - text->at);
  }
  jh_alloc_free(tokens.at);
  return code;
}

static jh_code fill_head(
    jh_script *script, const jh_tokens *tokens, const char *shown, jh_script_head *out,
    jh_error *err) {
  jh_arena *arena = script->plan->arena;
  size_t on, head = find_head(tokens, &out->kind);
  if (head == tokens->count || !is(tokens, head + 2, "{")) return JH_OK;
  out->id = jh_arena_text(arena, inside(tokens, head + 1));
  out->is_followed = end_of_head(tokens, head + 2, &on) < tokens->count;
  if (on) {
    out->on = jh_arena_text(arena, inside(tokens, on));
    out->on_at = jh_place_of(shown, tokens->at[on].line, tokens->at[on].column);
  }
  if (!out->id || (on && !out->on)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (out->on || out->kind == JH_LAYER_PACK) return JH_OK;
  jh_place at = jh_place_of(shown, tokens->at[head].line, tokens->at[head].column);
  return jh_fail(err, JH_EHEAD_FORM, &at, "on", NULL);
}

jh_code jh_script_peek_head(
    jh_script *script, const char *path, const char *shown, jh_script_head *out, jh_error *err) {
  jh_str text = {NULL, 0};
  jh_tokens tokens = {0};
  *out = (jh_script_head){0};
  jh_code code = jh_script_look(script, path, shown, &text, err);
  if (!code) code = jh_tokens_read(&tokens, text, SIZE_MAX, shown, err);
  if (!code) code = fill_head(script, &tokens, shown, out, err);
  jh_alloc_free(tokens.at);
  return code;
}

jh_code jh_script_peek_extends(
    jh_script *script, const char *path, const char *shown, const char **out, jh_error *err) {
  jh_str text = {NULL, 0};
  jh_place at = jh_place_of(shown, 0, 0);
  jh_tokens tokens = {0};
  jh_code code = jh_script_look(script, path, shown, &text, err);
  if (!code) code = jh_tokens_read(&tokens, text, 2, shown, err);
  *out = NULL;
  bool is_named = !code && tokens.count > 1 && tokens.at[1].text.size > 2 &&
                  jh_str_equal(tokens.at[0].text, jh_str_of("extends"));
  if (is_named) {
    jh_str name = tokens.at[1].text;
    *out = jh_arena_text(script->plan->arena, (jh_str){name.at + 1, name.size - 2});
    if (!*out) code = jh_fail(err, JH_ENOMEM, &at, NULL);
  }
  jh_alloc_free(tokens.at);
  return code;
}
