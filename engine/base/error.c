/* error.c - filling, wording and printing errors; see error.h.
 *
 * Knows the words around a sentence (severity, field, rule); the sentences
 * themselves stand in codes.def.
 */
#include "base/error.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"

#define CUT "…"
#define CUT_SIZE (sizeof CUT - 1)
#define BETWEEN                                                                                    \
  '\x1f' /* Chinese before, English behind; no other argument holds control characters */

/* Copies with "…" at the end where the text is longer than fits. */
static void copy_head(char *out, size_t size, jh_str text) {
  if (text.size < size) {
    jh_str_copy(out, size, text);
    return;
  }
  jh_str_copy(out, size - CUT_SIZE, text);
  memcpy(out + strlen(out), CUT, CUT_SIZE + 1);
}

/* Copies with "…" at the beginning: of a long path, the end tells more. */
static void copy_tail(char *out, size_t size, jh_str text) {
  if (text.size < size) {
    jh_str_copy(out, size, text);
    return;
  }
  size_t keep = size - 1 - CUT_SIZE;
  const char *at = text.at + (text.size - keep);
  for (int i = 0; i < 3 && ((unsigned char)*at & 0xC0) == 0x80; i++) {
    at++; /* not in the middle of a character */
  }
  memcpy(out, CUT, CUT_SIZE);
  jh_str_copy(out + CUT_SIZE, size - CUT_SIZE, jh_str_of(at));
}

#undef jh_fail /* see error.h */
jh_code jh_fail(jh_error *err, jh_code code, const jh_place *at, ...) {
  if (!err) {
    return code;
  }
  jh_error made = {.code = code, .severity = JH_ERROR}; /* at and args may lie in *err */
  if (at) {
    made.at = *at;
  }
  va_list args;
  va_start(args, at);
  const char *arg;
  for (size_t i = 0; i < JH_ERROR_ARGS && (arg = va_arg(args, const char *)) != NULL; i++) {
    copy_head(made.args[i], sizeof made.args[i], jh_str_of(arg));
  }
  va_end(args);
  *err = made;
  return code;
}

jh_place jh_place_of(const char *file, uint32_t line, uint32_t column) {
  jh_place place = {.line = line, .column = column};
  copy_tail(place.file, sizeof place.file, jh_str_of(file));
  return place;
}

jh_place jh_place_in(const char *file, jh_str sheet, uint32_t row, uint32_t column) {
  jh_place place = jh_place_of(file, row, column);
  (void)jh_arg_text(place.sheet, sizeof place.sheet, sheet);
  return place;
}

/* Text being written into a caller's buffer; what does not fit is only counted. */
typedef struct sink {
  char *out;
  size_t size;
  size_t length;
} sink;

static void put(sink *to, const char *text, size_t count) {
  if (to->length < to->size) {
    size_t room = to->size - to->length;
    memcpy(to->out + to->length, text, count < room ? count : room);
  }
  to->length += count;
}

static void put_text(sink *to, const char *text) { put(to, text, strlen(text)); }

static void put_number(sink *to, uint32_t value) {
  char digits[24];
  put_text(to, jh_arg_int(digits, value));
}

/* Ends the text, on a whole character where it was cut. */
static size_t finish(sink *to) {
  if (to->size > 0) {
    size_t end = to->length;
    if (end >= to->size) {
      end = to->size - 1;
      while (end > 0 && ((unsigned char)to->out[end] & 0xC0) == 0x80) {
        end--;
      }
    }
    to->out[end] = '\0';
  }
  return to->length;
}

/* "; did you mean …", or nothing where no name was near enough. */
static void put_hint(sink *to, const char *name, jh_lang lang) {
  if (name[0] == '\0') {
    return;
  }
  put_text(to, lang == JH_ZH ? "；是否想写“" : "; did you mean \"");
  put_text(to, name);
  put_text(to, lang == JH_ZH ? "”" : "\"");
}

/* The half of an argument that is in this language; all of it where it is no pair. */
static jh_str half_of(const char *arg, jh_lang lang) {
  const char *cut = strchr(arg, BETWEEN);
  if (!cut) return jh_str_of(arg);
  return lang == JH_ZH ? (jh_str){arg, (size_t)(cut - arg)} : jh_str_of(cut + 1);
}

static bool is_argument(const char *at) {
  return at[0] == '{' && at[1] >= '1' && at[1] < '1' + JH_ERROR_ARGS;
}

/* The template with {1} to {4} filled. */
static void put_sentence(sink *to, const jh_error *err, jh_lang lang) {
  const char *at = jh_code_template(err->code, lang);
  while (*at) {
    if (is_argument(at) && at[2] == '}') {
      jh_str arg = half_of(err->args[at[1] - '1'], lang);
      put(to, arg.at, arg.size);
      at += 3;
    } else if (is_argument(at) && at[2] == '?' && at[3] == '}') {
      put_hint(to, err->args[at[1] - '1'], lang);
      at += 4;
    } else {
      put(to, at++, 1);
    }
  }
}

size_t jh_error_text(const jh_error *err, jh_lang lang, char *out, size_t size) {
  sink to = {.size = size};
  to.out = out;
  put_sentence(&to, err, lang);
  return finish(&to);
}

/* "sheet", "sheet!14" or "sheet!C14", as spreadsheets name it. */
static void put_cell(sink *to, const jh_place *at) {
  put_text(to, ":");
  put_text(to, at->sheet);
  if (at->line == 0 && at->column == 0) {
    return;
  }
  put_text(to, "!");
  char letters[8];
  size_t first = sizeof letters;
  for (uint32_t left = at->column; left > 0; left = (left - 1) / 26) {
    letters[--first] = (char)('A' + (left - 1) % 26);
  }
  put(to, letters + first, sizeof letters - first);
  if (at->line > 0) {
    put_number(to, at->line);
  }
}

/* "file:line:column: ", without what is not known. */
static void put_place(sink *to, const jh_place *at) {
  if (at->file[0] == '\0') {
    return;
  }
  put_text(to, at->file);
  if (at->sheet[0]) {
    put_cell(to, at);
  } else if (at->line > 0) {
    put_text(to, ":");
    put_number(to, at->line);
    if (at->column > 0) {
      put_text(to, ":");
      put_number(to, at->column);
    }
  }
  put_text(to, ": ");
}

static void put_severity(sink *to, jh_severity severity, jh_lang lang) {
  static const char *const words[][JH_LANGS] = {
      [JH_ERROR] = {"错误：", "error: "},
      [JH_WARNING] = {"警告：", "warning: "},
      [JH_NOTE] = {"提示：", "note: "},
  };
  put_text(to, words[severity][lang]);
}

/* The cell or the rule, in brackets. */
static void put_detail(sink *to, const jh_place *at, jh_lang lang) {
  bool zh = lang == JH_ZH;
  if (at->field > 0) {
    put_text(to, zh ? "（第 " : " (field ");
    put_number(to, at->field);
    put_text(to, zh ? " 列" : "");
    if (at->name[0]) {
      put_text(to, zh ? "，" : ", ");
      put_text(to, at->name);
    }
  } else if (at->name[0]) {
    put_text(to, zh ? "（规则 " : " (rule ");
    put_text(to, at->name);
  } else {
    return;
  }
  put_text(to, zh ? "）" : ")");
}

size_t jh_error_print(const jh_error *err, jh_lang lang, char *out, size_t size) {
  sink to = {.size = size};
  to.out = out;
  put_place(&to, &err->at);
  put_severity(&to, err->severity, lang);
  put_sentence(&to, err, lang);
  put_detail(&to, &err->at, lang);
  if (err->origin[0]) {
    put_text(&to, lang == JH_ZH ? "（导入自 " : " (imported from ");
    put_text(&to, err->origin);
    put_text(&to, lang == JH_ZH ? "）" : ")");
  }
  put_text(&to, " [JH-");
  put_number(&to, (uint32_t)err->code);
  put_text(&to, "]");
  if (err->also.file[0]) {
    put_text(&to, "\n");
    put_place(&to, &err->also);
    put_severity(&to, JH_NOTE, lang);
    put_text(&to, lang == JH_ZH ? "另一处在这里" : "the other place is here");
  }
  return finish(&to);
}

const char *jh_arg_both(char *buf, size_t size, const char *zh, const char *en) {
  if (size < 2 * CUT_SIZE + 4) {
    jh_str_copy(buf, size, jh_str_of(zh));
    return buf;
  }
  size_t half = strlen(zh) + strlen(en) + 2 <= size ? strlen(zh) + 1 : size / 2;
  copy_head(buf, half, jh_str_of(zh));
  size_t used = strlen(buf);
  buf[used++] = BETWEEN;
  copy_head(buf + used, size - used, jh_str_of(en));
  return buf;
}

const char *jh_arg_int(char buf[24], int64_t value) {
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  char reversed[24];
  size_t count = 0;
  do {
    reversed[count++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  size_t at = 0;
  if (value < 0) {
    buf[at++] = '-';
  }
  while (count > 0) {
    buf[at++] = reversed[--count];
  }
  buf[at] = '\0';
  return buf;
}

/* Characters that would move the cursor or turn the direction of the line. */
static bool is_control(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

const char *jh_arg_text(char *buf, size_t size, jh_str text) {
  if (size == 0) {
    return buf;
  }
  size_t at = 0;
  size_t whole = 0; /* the end of what may stay if "…" must follow */
  while (text.size > 0) {
    uint32_t c;
    size_t used = jh_utf8_next(text, &c);
    const char *shown = text.at;
    size_t count = used;
    if (used == 0 || is_control(c)) {
      shown = "?";
      count = 1;
      used = used ? used : 1;
    }
    if (at + count >= size) {
      at = whole;
      size_t mark = at + CUT_SIZE < size ? CUT_SIZE : 0;
      memcpy(buf + at, CUT, mark);
      at += mark;
      break;
    }
    memcpy(buf + at, shown, count);
    at += count;
    whole = at + CUT_SIZE < size ? at : whole;
    text.at += used;
    text.size -= used;
  }
  buf[at] = '\0';
  return buf;
}
