/* unit_read.c - written units: a small recursive reader.
 *
 * unit = term { ("*" | "/") term } ;  term = number [term] | name ["^" digit] | "(" unit ")"
 */
#include "base/dec.h"
#include "base/suggest.h"
#include "model/unit.h"

typedef struct reader {
  const jh_units *units;
  jh_str text;
  size_t at;
  int depth;
  jh_error *err;
} reader;

static jh_code read_product(reader *r, jh_unit *out);

static jh_code wrong(reader *r) {
  char shown[96];
  return jh_fail(r->err, JH_EUNIT_SYNTAX, NULL, jh_arg_text(shown, sizeof shown, r->text), NULL);
}

static char peek(reader *r) {
  while (r->at < r->text.size && r->text.at[r->at] == ' ') r->at++;
  return r->at < r->text.size ? r->text.at[r->at] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static jh_code read_number(reader *r, jh_unit *out) {
  size_t from = r->at;
  while (r->at < r->text.size && (is_digit(r->text.at[r->at]) || r->text.at[r->at] == '.')) r->at++;
  jh_dec number;
  jh_str digits = {r->text.at + from, r->at - from};
  if (jh_dec_read(&number, digits, 9, false) != JH_DEC_OK || number.mantissa <= 0) return wrong(r);
  *out = jh_unit_none();
  out->num = number.mantissa;
  out->den = jh_dec_power10(number.scale);
  char next = peek(r);
  if (!is_letter(next) && next != '(') return JH_OK;
  jh_unit rest;
  jh_code code = read_product(r, &rest);
  if (!code) *out = jh_unit_mul(*out, rest);
  return code;
}

static jh_code unknown(reader *r, jh_str name) {
  jh_suggest near = jh_suggest_begin(name);
  for (size_t i = 0; i < r->units->count; i++) {
    jh_suggest_offer(&near, jh_str_of(r->units->names[i].id));
  }
  char shown[64], best[64];
  return jh_fail(
      r->err, JH_EUNIT_UNKNOWN, NULL, jh_arg_text(shown, sizeof shown, name),
      jh_arg_text(best, sizeof best, near.best), NULL);
}

static jh_code read_name(reader *r, jh_unit *out) {
  size_t from = r->at;
  while (r->at < r->text.size && (is_letter(r->text.at[r->at]) || is_digit(r->text.at[r->at]))) {
    r->at++;
  }
  jh_str name = {r->text.at + from, r->at - from};
  const jh_unit_name *found = NULL;
  for (size_t i = 0; i < r->units->count && !found; i++) {
    if (jh_str_equal(name, jh_str_of(r->units->names[i].id))) found = &r->units->names[i];
  }
  if (!found) return unknown(r, name);
  *out = found->unit;
  if (peek(r) != '^') return JH_OK;
  r->at++;
  char digit = peek(r);
  if (digit < '1' || digit > '9') return wrong(r);
  r->at++;
  for (int power = 1; power < digit - '0'; power++) *out = jh_unit_mul(*out, found->unit);
  return JH_OK;
}

static jh_code read_term(reader *r, jh_unit *out) {
  char c = peek(r);
  if (is_digit(c)) return read_number(r, out);
  if (is_letter(c)) return read_name(r, out);
  if (c != '(' || r->depth >= 8) return wrong(r);
  r->at++;
  r->depth++;
  jh_code code = read_product(r, out);
  if (code) return code;
  r->depth--;
  if (peek(r) != ')') return wrong(r);
  r->at++;
  return JH_OK;
}

static jh_code read_product(reader *r, jh_unit *out) {
  jh_code code = read_term(r, out);
  while (!code) {
    char c = peek(r);
    if (c != '*' && c != '/') break;
    r->at++;
    jh_unit next;
    code = read_term(r, &next);
    if (!code) *out = c == '*' ? jh_unit_mul(*out, next) : jh_unit_div(*out, next);
  }
  return code;
}

jh_code jh_unit_read(jh_unit *out, const jh_units *units, jh_str text, jh_error *err) {
  reader r = {.units = units, .text = text, .err = err};
  jh_unit unit = jh_unit_none();
  if (peek(&r)) {
    jh_code code = read_product(&r, &unit);
    if (code) return code;
  }
  if (peek(&r) || unit.num <= 0 || unit.den <= 0) return wrong(&r);
  *out = unit;
  return JH_OK;
}
