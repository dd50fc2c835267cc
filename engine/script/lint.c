/* lint.c - follows column expressions by name through a file, without understanding it.
 *
 * A name carries expressions if it is a level of the dictionary, a word that
 * makes expressions, or was given something that holds such a name. That is
 * cautious: it may refuse a comparison that would have been harmless, and
 * never lets one pass that reaches an expression through names of this file.
 *
 * Inside `compute { each = function(row) … end }` stand numbers, not
 * expressions: there `<`, `if`, `and` are what they are in Lua. Only `==` is not (Lua does not ask
 * a number of the engine's about a plain one), and what outlives the call may not be changed.
 */
#include "script/lint.h"

#include <string.h>

#include "base/alloc.h"
#include "script/lint_token.h"
#include "script/lint_twice.h"

enum { MOST_NAMES = 512, MOST_OWN = 64, MOST_WORK = 50000000 };

typedef struct linter {
  jh_tokens tokens;
  jh_str names[MOST_NAMES]; /* that carry expressions */
  bool is_likely[256];      /* by likeness(): false = no such name is among them */
  size_t name_count;
  jh_str own[MOST_OWN]; /* declared inside the function of compute that is looked at: no carriers */
  size_t own_count;
  const char *shown;
  jh_error *err;
  uint64_t *work; /* words looked at: a text made to be slow is refused */
} linter;

/* The same for names that are the same. */
static unsigned char likeness(jh_str name) {
  if (name.size == 0) return 0;
  unsigned first = (unsigned char)name.at[0], last = (unsigned char)name.at[name.size - 1];
  return (unsigned char)(first * 31 + last * 7 + name.size);
}

static bool carries(const linter *l, jh_str name) {
  if (!l->is_likely[likeness(name)]) return false;
  for (size_t i = 0; i < l->name_count; i++) {
    if (jh_str_equal(l->names[i], name)) return true;
  }
  return false;
}

static bool mark(linter *l, jh_str name) {
  if (carries(l, name) || l->name_count == MOST_NAMES) return false;
  l->names[l->name_count++] = name;
  l->is_likely[likeness(name)] = true;
  return true;
}

static inline const jh_token *token(const linter *l, size_t i) {
  static const jh_token none = {JH_TOKEN_SIGN, {"", 0}, 0, 0};
  ++*l->work;
  return i < l->tokens.count ? &l->tokens.at[i] : &none;
}

/* Asked some thousand times for each line. */
static inline __attribute__((always_inline)) bool is(const linter *l, size_t i, const char *text) {
  return jh_token_is(token(l, i), text);
}

static bool is_name(const linter *l, size_t i) { return token(l, i)->kind == JH_TOKEN_NAME; }

static bool is_own(const linter *l, jh_str name) {
  for (size_t i = 0; i < l->own_count; i++) {
    if (jh_str_equal(l->own[i], name)) return true;
  }
  return false;
}

/* Is token i a name that carries expressions, used as a value (not as a field or key)? */
static bool is_carrier(const linter *l, size_t i) {
  if (!is_name(l, i) || !carries(l, token(l, i)->text)) return false;
  if (i > 0 && (is(l, i - 1, ".") || is(l, i - 1, ":"))) return false;
  if (is_own(l, token(l, i)->text)) return false;
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

/* Where the function of a `compute { … each = function(row)` that begins at i ends; 0 if none does. */
static size_t end_of_compute(const linter *l, size_t i) {
  if (!is(l, i, "each") || !is(l, i + 1, "=") || !is(l, i + 2, "function")) return 0;
  int depth = 0;
  size_t brace = i;
  while (brace > 0 && depth >= 0) {
    brace--;
    if (is_close(l, brace)) depth++;
    if (is_open(l, brace)) depth--;
  }
  if (depth >= 0 || brace == 0 || !is(l, brace, "{") || !is(l, brace - 1, "compute")) return 0;
  return end_of_function(l, i + 2);
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
      size_t stop = end_of_compute(l, i);
      if (stop) i = stop;
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

/* Of `comparisons`, those that are refused of numbers too. */
enum { EQUALITIES = 2 };

/* Most words are neither a comparison nor logic: seen by their kind and first letter. */
static bool may_be_refused(const linter *l, size_t i) {
  const jh_token *t = token(l, i);
  if (t->kind == JH_TOKEN_SIGN) return strchr("=~<>", t->text.at[0]) != NULL;
  return t->kind == JH_TOKEN_KEYWORD;
}

static jh_code check(linter *l, size_t i, size_t comparison_count) {
  if (i >= l->tokens.count || !may_be_refused(l, i)) return JH_OK;
  for (size_t k = 0; k < comparison_count; k++) {
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

/* Looks for == in tokens [from, to), where the names [first, last) hold exact numbers. */
static jh_code check_numbers(
    const linter *l, size_t from, size_t to, size_t first, size_t last, linter *in) {
  *in = (linter){.shown = l->shown, .err = l->err, .work = l->work};
  in->tokens = (jh_tokens){l->tokens.at + from, to - from, 0};
  for (size_t i = first; i < last; i++) {
    if (is_name(l, i)) mark(in, token(l, i)->text);
  }
  follow(in);
  for (size_t i = 0; i < in->tokens.count; i++) {
    bool is_equality = token(in, i)->kind == JH_TOKEN_SIGN && (is(in, i, "==") || is(in, i, "~="));
    if (!is_equality || !holds_carrier(in, begin_of(in, i), end_of(in, i + 1))) continue;
    const char *instead = comparisons[is(in, i, "~=")].instead;
    return refuse(in, i, JH_ECOMPARISON, is(in, i, "==") ? "==" : "~=", instead);
  }
  return JH_OK;
}

static size_t end_of_parameters(const linter *l, size_t open) {
  while (open < l->tokens.count && !is(l, open, ")")) open++;
  return open;
}

/* Functions of this file that are given an exact number by [from, to): there too. `in` knows the
 * names of that part. */
static jh_code check_helpers(const linter *l, const linter *in, linter *scratch) {
  for (size_t i = 0; i < in->tokens.count; i++) {
    if (!is_name(in, i) || !is(in, i + 1, "(")) continue;
    if (!holds_carrier(in, i + 2, end_of(in, i + 2)) && !holds_carrier(in, i + 2, end_of(in, i)))
      continue;
    for (size_t k = 0; k + 2 < l->tokens.count; k++) {
      if (!is(l, k, "function") || !jh_str_equal(token(l, k + 1)->text, token(in, i)->text))
        continue;
      size_t close = end_of_parameters(l, k + 2), stop = end_of_function(l, k);
      jh_code code = close < stop ? check_numbers(l, close, stop, k + 3, close, scratch) : JH_OK;
      if (code) return code;
    }
  }
  return JH_OK;
}

/* The names that tokens [from, to) declare: parameters, locals, names of loops. */
static void take_own(linter *l, size_t from, size_t to) {
  l->own_count = 0;
  for (size_t i = from; i < to; i++) {
    bool is_function = is(l, i, "function");
    size_t name = i + 1, stop = to;
    if (is_function) {
      while (name < to && !is(l, name, "(")) name++;
      stop = end_of_parameters(l, name++);
    } else if (!is(l, i, "local") && !is(l, i, "for")) {
      continue;
    }
    if (is(l, name, "function")) name++;
    for (; name < stop && is_name(l, name); name += is(l, name + 1, ",") ? 2 : 1) {
      if (l->own_count < MOST_OWN) l->own[l->own_count++] = token(l, name)->text;
      if (!is(l, name + 1, ",")) break;
    }
  }
}

/* "name = …", "name.x = …", "name[i] = …" of a name that is declared outside. */
static jh_code check_state(linter *l, size_t from, size_t to) {
  int braces = 0;
  for (size_t i = from; i < to; i++) {
    braces += is(l, i, "{") ? 1 : is(l, i, "}") ? -1 : 0;
    if (!is(l, i, "=") || braces > 0) continue;
    size_t begin = begin_of(l, i);
    while (begin < i && !is_name(l, begin)) begin++;
    char name[64];
    if (begin == i || is_own(l, token(l, begin)->text)) continue;
    jh_str_copy(name, sizeof name, token(l, begin)->text);
    return refuse(l, begin, JH_ECOMPUTE_STATE, name, NULL);
  }
  return JH_OK;
}

/* The function of a compute, from `each` at i to its end. */
static jh_code check_compute(linter *l, size_t i, size_t stop) {
  linter *in = jh_alloc_get(2 * sizeof *in);
  if (!in) return jh_fail(l->err, JH_ENOMEM, NULL, NULL);
  size_t close = end_of_parameters(l, i + 3);
  jh_code code = close < stop ? check_numbers(l, close, stop, i + 4, close, in) : JH_OK;
  if (!code && close < stop) code = check_helpers(l, in, in + 1);
  take_own(l, i + 2, stop);
  for (size_t k = i + 2; k < stop && !code; k++) code = check(l, k, EQUALITIES);
  if (!code) code = check_state(l, i + 2, stop);
  l->own_count = 0;
  jh_alloc_free(in);
  return code;
}

/* Everything, part by part. */
static jh_code check_all(linter *l) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < l->tokens.count && !code && *l->work < MOST_WORK; i++) {
    size_t stop = end_of_compute(l, i);
    code = stop ? check_compute(l, i, stop) : check(l, i, sizeof comparisons / sizeof *comparisons);
    if (stop) i = stop;
  }
  return code;
}

jh_code jh_lint(jh_str text, const char *shown, jh_error *err) {
  linter *l = jh_alloc_get(sizeof *l);
  if (!l) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  uint64_t work = 0;
  l->work = &work;
  l->shown = shown;
  l->err = err;
  jh_code code = jh_tokens_read(&l->tokens, text, SIZE_MAX, shown, err);
  if (!code) code = jh_lint_twice(&l->tokens, shown, err);
  if (!code) {
    seed(l);
    follow(l);
    code = check_all(l);
    if (!code && work >= MOST_WORK) {
      jh_place at = jh_place_of(shown, 0, 0);
      code = jh_fail(err, JH_ETOO_LARGE, &at, "file", "50000 words", NULL);
    }
  }
  jh_alloc_free(l->tokens.at);
  jh_alloc_free(l);
  return code;
}
