/* written.c - see written.h. */
#include "script/written.h"

#include "base/alloc.h"
#include "script/lint_token.h"

enum { FIRST_WORDS = 64, MORE = 4 }; /* most statements are shorter */

static const size_t NOWHERE = SIZE_MAX;

/* Words of a statement from `begin` to before `end`; none where the field is not in it. */
typedef struct span {
  size_t begin, end;
  bool is_cut; /* more words must be read to know */
} span;

static bool is(const jh_tokens *tokens, size_t index, const char *text) {
  return index < tokens->count && jh_str_equal(tokens->at[index].text, jh_str_of(text));
}

/* Is the word one of these signs? */
static bool is_sign(const jh_token *token, const char *signs) {
  return token->text.size == 1 && strchr(signs, token->text.at[0]);
}

/* From `begin` to the comma or bracket that is not within; the count of words if it is not among them. */
static size_t end_of(const jh_tokens *tokens, size_t begin, const char *separators) {
  size_t depth = 0, i = begin;
  for (; i < tokens->count; i++) {
    const jh_token *token = &tokens->at[i];
    bool is_close = is_sign(token, ")}]");
    if (depth == 0 && (is_close || is_sign(token, separators))) break;
    depth -= is_close;
    depth += is_sign(token, "({[");
  }
  return i;
}

/* Another path than the one that is looked for, written as a text. */
static bool is_other_path(const jh_tokens *tokens, size_t index, const char *path) {
  if (index >= tokens->count) return false;
  jh_str text = tokens->at[index].text;
  if (text.at[0] != '"' && text.at[0] != '\'') return false;
  return !jh_str_equal((jh_str){text.at + 1, text.size - 2}, jh_str_of(path));
}

/* Where the statement's table should begin, behind its path; NOWHERE if the line has no such statement. */
static size_t find_table(const jh_tokens *tokens, const jh_written *what) {
  for (size_t i = 0; i < tokens->count; i++) {
    if (tokens->at[i].line > 1) return NOWHERE;
    if (!is(tokens, i, what->word)) continue;
    bool has_bracket = is(tokens, i + 1, "(");
    if (is_other_path(tokens, i + 1 + has_bracket, what->path)) continue;
    return has_bracket ? end_of(tokens, i + 2, "") + 1 : i + 2;
  }
  return tokens->count;
}

static span find(const jh_tokens *tokens, const jh_written *what) {
  size_t end = find_table(tokens, what);
  bool is_there = end == NOWHERE ? false : end >= tokens->count || is(tokens, end, "{");
  while (is_there && end < tokens->count) {
    size_t begin = end + 1;
    end = end_of(tokens, begin, ",;");
    bool is_named = is(tokens, begin, what->field) && is(tokens, begin + 1, "=");
    if (is_named && end < tokens->count) return (span){begin + 2, end, false};
    if (is(tokens, end, "}")) return (span){0};
  }
  return (span){.is_cut = is_there};
}

static const char *end_of_text(const jh_token *token) { return token->text.at + token->text.size; }

/* A text over several lines becomes one line too. */
static const char *one_line(jh_arena *arena, const jh_token *first, const jh_token *behind) {
  char *out = jh_arena_get(arena, (size_t)(end_of_text(behind - 1) - first->text.at) + 1);
  size_t used = 0;
  for (const jh_token *token = first; out && token < behind; token++) {
    if (token > first && end_of_text(token - 1) < token->text.at) out[used++] = ' ';
    for (size_t i = 0; i < token->text.size; i++) {
      char c = token->text.at[i];
      out[used++] = (unsigned char)c < ' ' ? ' ' : c;
    }
  }
  if (out) out[used] = '\0';
  return out;
}

jh_code jh_written_field(
    const char **out, size_t *words, jh_arena *arena, const jh_written *what, jh_error *err) {
  jh_tokens tokens = {0};
  span found = {.is_cut = true};
  bool is_all = false;
  *out = NULL;
  *words = 0;
  for (size_t most = FIRST_WORDS; found.is_cut && !is_all; most *= MORE) {
    jh_alloc_free(tokens.at);
    /* The file has been read before: nothing in it is refused, unless a text over several lines ends here. */
    jh_code code = jh_tokens_read(&tokens, what->text, most, "", err);
    if (code == JH_ENOMEM) {
      jh_alloc_free(tokens.at);
      return code;
    }
    is_all = code || tokens.count < most;
    *words += tokens.count;
    found = find(&tokens, what);
  }
  bool is_there = found.begin < found.end;
  if (is_there) *out = one_line(arena, tokens.at + found.begin, tokens.at + found.end);
  jh_alloc_free(tokens.at);
  return is_there && !*out ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}
