/* plain.c - see plain.h. */
#include "table/plain.h"

#include <string.h>

#include "base/utf8.h"
#include "table/grid.h"

#define WAN "万"
#define YI "亿"
#define WIDE_PERCENT "％"
#define WIDE_OPEN "（"
#define WIDE_CLOSE "）"
#define CODE_DIGITS 15 /* a spreadsheet's number keeps no more */

/* The plain sign of a full-width one; 0 = it has none. */
static char plain_sign(uint32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return (char)(c - 0xFF01 + '!');
  if (c == 0x3000 || c == 0xA0) return ' ';
  return c == 0x2212 ? '-' : '\0';
}

/* Copies the text with full-width signs made plain; false if it is too long. *is_wide: there was
 * one that `wide` must allow; percent signs and brackets are for their own rules. */
static bool narrow(char out[JH_PLAIN_TEXT], jh_str text, bool *is_wide) {
  size_t end = 0;
  *is_wide = false;
  while (text.size > 0) {
    uint32_t c = 0;
    size_t used = jh_utf8_next(text, &c);
    if (used == 0) used = 1;
    char plain = used > 1 ? plain_sign(c) : '\0';
    if (end + used >= JH_PLAIN_TEXT) return false;
    if (plain) {
      out[end++] = plain;
      *is_wide = *is_wide || (plain != '%' && plain != '(' && plain != ')');
    } else {
      memcpy(out + end, text.at, used);
      end += used;
    }
    text.at += used;
    text.size -= used;
  }
  out[end] = '\0';
  return true;
}

static const char *const missing_words[] = {"n/a",  "na",     "N/A",  "NA",   "null", "NULL",
                                            "none", "无",     "暂无", "不详", "缺",   "未知",
                                            "空",   "无数据", "缺失", "nil",  "-",    "--"};

static bool is_dash(uint32_t c) {
  return c == '-' || c == '.' || c == '*' || c == '/' || c == '\\' || c == '~' || c == '_' ||
         c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 ||
         c == 0x2212 || c == 0x2026 || c == 0x22EF || c == 0x3002 || c == 0x2500 || c == 0xB7 ||
         c == 0x30FB || c == 0x25CB;
}

/* Signs that people write where nothing is known. */
static bool is_missing_sign(const char *text) {
  jh_str rest = jh_str_of(text);
  for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++) {
    if (strcmp(text, missing_words[i]) == 0) return true;
  }
  while (rest.size > 0) {
    uint32_t c = 0;
    size_t used = jh_utf8_next(rest, &c);
    if (used == 0 || !is_dash(c)) return false;
    rest.at += used;
    rest.size -= used;
  }
  return *text != '\0';
}

/* What stands around the digits. */
typedef struct parts {
  jh_str digits;
  bool is_wide, has_brackets, has_percent;
  int32_t zeros; /* of a suffix */
} parts;

static bool cut_end(jh_str *text, const char *suffix) {
  if (!jh_str_ends(*text, suffix)) return false;
  text->size -= strlen(suffix);
  *text = jh_str_trim(*text);
  return true;
}

static void take_apart(parts *out, jh_str text) {
  text = jh_str_trim(text);
  if (text.size > 2 && text.at[0] == '(' && text.at[text.size - 1] == ')') {
    out->has_brackets = true;
    text = jh_str_trim((jh_str){text.at + 1, text.size - 2});
  }
  out->has_percent = cut_end(&text, "%");
  if (!out->has_percent && cut_end(&text, WAN)) out->zeros = 4;
  if (!out->has_percent && out->zeros == 0 && cut_end(&text, YI)) out->zeros = 8;
  out->digits = text;
}

static bool is_plain(const parts *p) {
  return !p->is_wide && !p->has_brackets && !p->has_percent && p->zeros == 0;
}

/* The first sign that the column does not allow; NULL = all are allowed. */
static const char *forbidden(const jh_column_def *def, const parts *p) {
  if (p->is_wide && !def->has_wide) return "wide";
  if (p->has_brackets && !def->has_brackets) return "brackets";
  if (p->has_percent && !def->has_percent) return "percent";
  if (p->zeros > 0 && !def->has_suffixes) return "suffixes";
  return NULL;
}

/* times 10^zeros; false if it does not fit. */
static bool enlarge(jh_dec *value, int32_t zeros) {
  if (value->mantissa == 0) *value = (jh_dec){0, 0};
  int32_t more = zeros > value->scale ? zeros - value->scale : 0;
  value->scale = zeros > value->scale ? 0 : value->scale - zeros;
  int64_t power = jh_dec_power10(more);
  return !__builtin_mul_overflow(value->mantissa, power, &value->mantissa);
}

/* The number behind the decoration, in out->text. */
static jh_code undress(jh_plain *out, const jh_column_def *def, const parts *p) {
  jh_dec value;
  char first = p->digits.size > 0 ? p->digits.at[0] : '\0';
  if (p->has_brackets && (first < '0' || first > '9')) return JH_ENOT_NUMBER;
  jh_dec_status status = jh_dec_read(&value, p->digits, 18, true);
  if (status == JH_DEC_COMMA) return JH_ENUMBER_COMMA;
  if (status == JH_DEC_TOO_LARGE) return JH_ENUMBER_LARGE;
  if (status != JH_DEC_OK) return JH_ENOT_NUMBER;
  bool has_comma = memchr(p->digits.at, ',', p->digits.size) != NULL;
  if (has_comma && !def->has_grouping) return JH_ENUMBER_COMMA;
  if (p->zeros == 0) { /* 12.0 stays 12.0, which is no count */
    size_t end = 0;
    for (size_t i = 0; i < p->digits.size; i++) {
      if (p->digits.at[i] != ',') out->text[end++] = p->digits.at[i];
    }
    out->text[end] = '\0';
    return JH_OK;
  }
  if (!enlarge(&value, p->zeros)) return JH_ENUMBER_LARGE;
  char text[JH_DEC_TEXT];
  jh_str_copy(out->text, sizeof out->text, jh_str_of(jh_dec_text(text, value)));
  return JH_OK;
}

/* Ten thousand or more of something. */
static bool is_large_unit(const jh_column_def *def) {
  return def->unit.den == 1 && def->unit.num >= 10000;
}

jh_code jh_plain_number(jh_plain *out, const jh_column_def *def, jh_str text) {
  parts p = {0};
  out->field = NULL;
  if (!narrow(out->text, text, &p.is_wide)) return JH_ENOT_NUMBER;
  take_apart(&p, jh_str_of(out->text));
  if (p.is_wide || p.zeros > 0 || p.has_percent || p.has_brackets) {
    char written[JH_PLAIN_TEXT];
    jh_str_copy(written, sizeof written, text);
    if (is_missing_sign(written)) return JH_EMISSING_SIGN;
  }
  if (is_missing_sign(out->text)) return JH_EMISSING_SIGN;
  if (is_plain(&p)) return JH_OK;
  if (p.has_percent && !jh_unit_is_plain(def->unit)) return JH_ENOT_NUMBER;
  jh_code code = undress(out, def, &p);
  if (code) return code;
  if (p.zeros > 0 && is_large_unit(def)) return JH_ESUFFIX_UNIT;
  out->field = forbidden(def, &p);
  return out->field ? JH_EDECORATED : JH_OK;
}

static bool is_code(const char *text) {
  for (; *text; text++) {
    char c = *text;
    bool is_fine = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                   c == '-' || c == '_' || c == '.';
    if (!is_fine) return false;
  }
  return true;
}

jh_code jh_plain_code(jh_plain *out, const jh_column_def *def, jh_str text) {
  bool is_wide;
  out->field = NULL;
  if (!narrow(out->text, text, &is_wide) || !is_wide) return JH_ECODE_FORM;
  jh_str trimmed = jh_str_trim(jh_str_of(out->text));
  memmove(out->text, trimmed.at, trimmed.size);
  out->text[trimmed.size] = '\0';
  if (trimmed.size == 0 || !is_code(out->text)) return JH_ECODE_FORM;
  if (def->has_wide) return JH_OK;
  out->field = "wide";
  return JH_EDECORATED;
}

static jh_code code_of_number(jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] < '0' || text.at[i] > '9') return JH_ECODE_FORM;
  }
  return text.size > CODE_DIGITS ? JH_ECODE_DIGITS : JH_OK;
}

/* A text may stand for several rows; a figure that does may be meant for each or for all together. */
static jh_code part_of_merged(const jh_column_def *def, jh_str text) {
  if (def->type == JH_COLUMN_TEXT) return JH_OK;
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  return is_number || text.size == 0 ? JH_ECELL_MERGED : JH_OK;
}

jh_code jh_plain_kind(const jh_column_def *def, int kind, jh_str text) {
  switch (kind) {
  case JH_GRID_ERROR: return JH_ECELL_ERROR;
  case JH_GRID_UNCOMPUTED: return JH_EUNCOMPUTED;
  case JH_GRID_MERGED: return part_of_merged(def, text);
  case JH_GRID_DATE: return def->type == JH_COLUMN_TEXT ? JH_OK : JH_ECELL_DATE;
  case JH_GRID_NUMBER: return def->type == JH_COLUMN_CODE ? code_of_number(text) : JH_OK;
  default: return JH_OK;
  }
}

/* Without blanks, ASCII letters small; false if it does not fit. */
static bool squeeze(char *out, size_t size, jh_str text) {
  size_t end = 0;
  while (text.size > 0) {
    uint32_t c = 0;
    size_t used = jh_utf8_next(text, &c);
    if (used == 0 || end + used >= size) return false;
    if (c >= 'A' && c <= 'Z') {
      out[end++] = (char)(c - 'A' + 'a');
    } else if (c != ' ' && c != '\t' && c != 0x3000 && c != 0xA0 && c != ':' && c != 0xFF1A) {
      memcpy(out + end, text.at, used);
      end += used;
    }
    text.at += used;
    text.size -= used;
  }
  out[end] = '\0';
  return true;
}

bool jh_plain_is_sum(jh_str text) {
  static const char *const endings[] = {"合计", "总计", "小计", "共计"};
  static const char *const words[] = {"total", "subtotal", "grandtotal", "sum", "总和", "计"};
  char word[32];
  if (text.size == 0 || text.size > 64 || !squeeze(word, sizeof word, text)) return false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (jh_str_ends(jh_str_of(word), endings[i])) return true;
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strcmp(word, words[i]) == 0) return true;
  }
  return false;
}
