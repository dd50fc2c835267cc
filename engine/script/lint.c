/* lint.c - follows column expressions by name through a file, without understanding it.
 *
 * A name carries expressions if it is a level of the dictionary, a word that
 * makes expressions, or was given something that holds such a name. That is
 * cautious: it may refuse a comparison that would have been harmless, and
 * never lets one pass that reaches an expression through names of this file.
 */
#include "script/lint.h"

#include "base/alloc.h"
#include "script/lint_token.h"

enum { MOST_NAMES = 512, MOST_WORK = 50000000 };

typedef struct linter {
  jh_tokens tokens;
  jh_str names[MOST_NAMES]; /* that carry expressions */
  size_t name_count;
  const char *shown;
  jh_error *err;
  uint64_t *work; /* words looked at: a text made to be slow is refused */
} linter;

static bool carries(const linter *l, jh_str name) {
  for (size_t i = 0; i < l->name_count; i++) {
    if (jh_str_equal(l->names[i], name)) return true;
  }
  return false;
}

static bool mark(linter *l, jh_str name) {
  if (carries(l, name) || l->name_count == MOST_NAMES) return false;
  l->names[l->name_count++] = name;
  return true;
}

static const jh_token *token(const linter *l, size_t i) {
  static const jh_token none = {JH_TOKEN_SIGN, {"", 0}, 0, 0};
  ++*l->work;
  return i < l->tokens.count ? &l->tokens.at[i] : &none;
}

static bool is(const linter *l, size_t i, const char *text) {
  return jh_str_equal(token(l, i)->text, jh_str_of(text));
}

static bool is_name(const linter *l, size_t i) { return token(l, i)->kind == JH_TOKEN_NAME; }

/* Is token i a name that carries expressions, used as a value (not as a field or key)? */
static bool is_carrier(const linter *l, size_t i) {
  if (!is_name(l, i) || !carries(l, token(l, i)->text)) return false;
  if (i > 0 && (is(l, i - 1, ".") || is(l, i - 1, ":"))) return false;
  return !is(l, i + 1, "=");
}

static bool holds_carrier(const linter *l, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    if (is_carrier(l, i)) return true;
  }
  return false;
}

static bool ends_value(const linter *l, size_t i) {
  const jh_token *t = token(l, i);
  if (t->kind == JH_TOKEN_NAME || t->kind == JH_TOKEN_VALUE) return true;
  return is(l, i, ")") || is(l, i, "]") || is(l, i, "}") || is(l, i, "end") || is(l, i, "true") ||
         is(l, i, "false") || is(l, i, "nil");
}

static bool is_open(const linter *l, size_t i) {
  return is(l, i, "(") || is(l, i, "[") || is(l, i, "{");
}
static bool is_close(const linter *l, size_t i) {
  return is(l, i, ")") || is(l, i, "]") || is(l, i, "}");
}

/* Does an expression end before or at this token (outside brackets)? */
static bool is_border(const linter *l, size_t i) {
  const jh_token *t = token(l, i);
  if (t->text.size == 0 || is(l, i, ",") || is(l, i, ";") || is(l, i, "=")) return true;
  if (t->kind != JH_TOKEN_KEYWORD) return false;
  return !is(l, i, "true") && !is(l, i, "false") && !is(l, i, "nil") && !is(l, i, "not");
}

/* First token after the expression that begins at i. */
static size_t end_of(const linter *l, size_t i) {
  int depth = 0;
  for (size_t begin = i; i < l->tokens.count; i++) {
    if (is_close(l, i) && depth-- == 0) return i;
    bool starts_anew = i > begin && (is_name(l, i) || token(l, i)->kind == JH_TOKEN_KEYWORD) &&
                       ends_value(l, i - 1) && !is(l, i, "and") && !is(l, i, "or");
    if (depth == 0 && (is_border(l, i) || starts_anew)) return i;
    if (is_open(l, i)) depth++;
  }
  return i;
}

/* First token of the expression that ends before i. */
static size_t begin_of(const linter *l, size_t i) {
  int depth = 0;
  while (i > 0) {
    size_t before = i - 1;
    if (is_open(l, before) && depth-- == 0) return i;
    if (depth == 0 && is_border(l, before)) return i;
    bool starts_anew = depth == 0 && is_name(l, i) && ends_value(l, before);
    if (starts_anew && i < l->tokens.count) return i;
    if (is_close(l, before)) depth++;
    i = before;
  }
  return i;
}

/* Marks names[from, to) of a list "a, b". */
static bool mark_list(linter *l, size_t from, size_t to) {
  bool is_new = false;
  for (size_t i = from; i < to; i++) {
    if (is_name(l, i)) is_new |= mark(l, token(l, i)->text);
  }
  return is_new;
}

/* The end that belongs to a function keyword at i. */
static size_t end_of_function(const linter *l, size_t i) {
  int depth = 0;
  for (; i < l->tokens.count; i++) {
    if (is(l, i, "function") || is(l, i, "if") || is(l, i, "do")) depth++;
    if (is(l, i, "end") && --depth == 0) return i;
  }
  return i;
}

/* "function name(a, b) … end": the name carries if the body does; the parameters if a call passes one. */
static bool follow_function(linter *l, size_t i) {
  if (!is_name(l, i + 1) || !is(l, i + 2, "(")) return false;
  size_t stop = end_of_function(l, i), close = i + 3;
  while (close < stop && !is(l, close, ")")) close++;
  bool is_new = false;
  if (holds_carrier(l, close, stop)) is_new |= mark(l, token(l, i + 1)->text);
  for (size_t k = 0; k < l->tokens.count; k++) {
    if (k == i + 1 || !is_name(l, k) || !jh_str_equal(token(l, k)->text, token(l, i + 1)->text))
      continue;
    if (!is_open(l, k + 1)) continue;
    if (holds_carrier(l, k + 2, end_of(l, k + 2) + 1) || holds_carrier(l, k + 2, end_of(l, k))) {
      is_new |= mark_list(l, i + 3, close);
    }
  }
  return is_new;
}

/* "a, b = …", "local a = …", "for a, b in … do". */
static bool follow_names(linter *l, size_t i) {
  size_t begin = i;
  while (begin > 0 && (is_name(l, begin - 1) || (is(l, begin - 1, ",") && is_name(l, begin - 2))))
    begin--;
  size_t stop = i + 1;
  do {
    stop = end_of(l, stop);
  } while (is(l, stop, ",") && ++stop);
  if (begin == i || !holds_carrier(l, i + 1, stop)) return false;
  bool is_statement = is(l, begin - 1, "local") || is(l, begin - 1, "for");
  return is_statement && begin > 0 && mark_list(l, begin, i);
}

static void follow(linter *l) {
  bool is_new = true;
  while (is_new && *l->work < MOST_WORK) {
    is_new = false;
    for (size_t i = 0; i < l->tokens.count && *l->work < MOST_WORK; i++) {
      if (is(l, i, "function")) is_new |= follow_function(l, i);
      if (is(l, i, "=") || is(l, i, "in")) is_new |= follow_names(l, i);
    }
  }
}

/* Names that carry expressions from the start. */
static void seed(linter *l) {
  static const char *const words[] = {
      "county",    "school",  "stage",    "room",   "class",   "subject", "count",
      "sum",       "least",   "greatest", "every",  "some",    "ceil",    "floor",
      "larger",    "smaller", "percent",  "number", "choose",  "known",   "by_stage",
      "parameter", "share",   "all_of",   "any_of", "none_of", "or_else"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) mark(l, jh_str_of(words[i]));
  for (size_t i = 0; i < l->tokens.count; i++) {
    if (!is(l, i, "level") || !is(l, i + 1, "=") || token(l, i + 2)->kind != JH_TOKEN_VALUE)
      continue;
    jh_str text = token(l, i + 2)->text;
    if (text.size > 2) mark(l, (jh_str){text.at + 1, text.size - 2});
  }
}

static const struct {
  const char *sign, *instead;
} comparisons[] = {{"==", "a:equals(b)"},  {"~=", "~a:equals(b)"}, {"<", "a:below(b)"},
                   {"<=", "a:at_most(b)"}, {">", "a:above(b)"},    {">=", "a:at_least(b)"}};

static const struct {
  const char *word, *instead;
} logic[] = {{"and", "a & b, all_of { a, b }"}, {"or", "a | b, any_of { a, b }"},
             {"not", "~a, none_of { a }"},      {"if", "choose(a, b, c)"},
             {"elseif", "choose(a, b, c)"},     {"while", "count, every, some"},
             {"until", "count, every, some"}};

static jh_code refuse(linter *l, size_t i, jh_code code, const char *sign, const char *instead) {
  jh_place at = jh_place_of(l->shown, token(l, i)->line, token(l, i)->column);
  return jh_fail(l->err, code, &at, sign, instead, NULL);
}

static jh_code check(linter *l, size_t i) {
  for (size_t k = 0; k < sizeof comparisons / sizeof *comparisons; k++) {
    if (token(l, i)->kind != JH_TOKEN_SIGN || !is(l, i, comparisons[k].sign)) continue;
    if (holds_carrier(l, begin_of(l, i), end_of(l, i + 1))) {
      return refuse(l, i, JH_ECOMPARISON, comparisons[k].sign, comparisons[k].instead);
    }
  }
  for (size_t k = 0; k < sizeof logic / sizeof *logic; k++) {
    if (token(l, i)->kind != JH_TOKEN_KEYWORD || !is(l, i, logic[k].word)) continue;
    bool has_left = k < 2;
    size_t from = has_left ? begin_of(l, i) : i + 1;
    if (holds_carrier(l, from, end_of(l, i + 1))) {
      return refuse(l, i, JH_ELOGIC, logic[k].word, logic[k].instead);
    }
  }
  return JH_OK;
}

jh_code jh_lint(jh_str text, const char *shown, jh_error *err) {
  linter *l = jh_alloc_get(sizeof *l);
  if (!l) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  uint64_t work = 0;
  l->work = &work;
  l->shown = shown;
  l->err = err;
  jh_code code = jh_tokens_read(&l->tokens, text, shown, err);
  if (!code) {
    seed(l);
    follow(l);
    for (size_t i = 0; i < l->tokens.count && !code && work < MOST_WORK; i++) code = check(l, i);
    if (!code && work >= MOST_WORK) {
      jh_place at = jh_place_of(shown, 0, 0);
      code = jh_fail(err, JH_ETOO_LARGE, &at, "file", "50000 words", NULL);
    }
  }
  jh_alloc_free(l->tokens.at);
  jh_alloc_free(l);
  return code;
}
