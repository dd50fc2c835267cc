#include "model/unit.h"

#include <string.h>

static int64_t common_divisor(int64_t a, int64_t b) {
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a ? a : 1;
}

static jh_unit reduced(jh_unit unit) {
  int64_t divisor = common_divisor(unit.num, unit.den);
  unit.num /= divisor;
  unit.den /= divisor;
  return unit;
}

jh_unit jh_unit_none(void) {
  jh_unit unit = {.num = 1, .den = 1};
  return unit;
}

static jh_unit combine(jh_unit a, jh_unit b, int sign) {
  jh_unit out = a;
  for (size_t i = 0; i < JH_UNIT_BASES; i++) {
    out.power[i] = (int8_t)(a.power[i] + sign * b.power[i]);
  }
  int64_t num = sign > 0 ? b.num : b.den;
  int64_t den = sign > 0 ? b.den : b.num;
  /* Factors are products of small written numbers; one that does not fit is cut to 0 and refused by
   * the reader, which checks num and den. */
  if (__builtin_mul_overflow(a.num, num, &out.num)) out.num = 0;
  if (__builtin_mul_overflow(a.den, den, &out.den)) out.den = 0;
  return out.num > 0 && out.den > 0 ? reduced(out) : out;
}

jh_unit jh_unit_mul(jh_unit a, jh_unit b) { return combine(a, b, 1); }
jh_unit jh_unit_div(jh_unit a, jh_unit b) { return combine(a, b, -1); }

bool jh_unit_same_kind(jh_unit a, jh_unit b) {
  return memcmp(a.power, b.power, sizeof a.power) == 0;
}

bool jh_unit_is_plain(jh_unit unit) { return jh_unit_same_kind(unit, jh_unit_none()); }

static const jh_unit_name *find(const jh_units *units, jh_str id) {
  for (size_t i = 0; i < units->count; i++) {
    if (jh_str_equal(id, jh_str_of(units->names[i].id))) return &units->names[i];
  }
  return NULL;
}

static jh_code append(jh_units *units, jh_str id, jh_text name, jh_unit unit, jh_error *err) {
  void *names = units->names;
  if (jh_arena_grow(units->arena, &names, &units->room, units->count + 1, sizeof *units->names) !=
      0) {
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  units->names = names;
  char *copy = jh_arena_text(units->arena, id);
  if (!copy) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  units->names[units->count++] = (jh_unit_name){copy, name, unit};
  return JH_OK;
}

jh_code jh_units_add(jh_units *units, jh_str id, jh_text name, jh_str definition, jh_error *err) {
  char shown[64];
  if (find(units, id)) {
    return jh_fail(err, JH_EDUPLICATE, NULL, "unit", jh_arg_text(shown, sizeof shown, id), NULL);
  }
  jh_unit unit = jh_unit_none();
  if (definition.size > 0) {
    jh_code code = jh_unit_read(&unit, units, definition, err);
    return code ? code : append(units, id, name, unit, err);
  }
  if (units->bases == JH_UNIT_BASES) {
    return jh_fail(err, JH_ETOO_LARGE, NULL, "unit_of_measure", "32", NULL);
  }
  unit.power[units->bases++] = 1;
  return append(units, id, name, unit, err);
}

jh_code jh_units_init(jh_units *units, jh_arena *arena) {
  static const struct {
    const char *id, *zh, *en, *definition;
  } built_in[] = {
      {"student", "学生", "student", ""},
      {"teacher", "教师", "teacher", ""},
      {"person", "人", "person", ""},
      {"school", "校", "school", ""},
      {"class", "班", "class", ""},
      {"room", "间", "room", ""},
      {"place", "个名额", "place", ""},
      {"book", "册", "book", ""},
      {"computer", "台", "computer", ""},
      {"hour", "学时", "hour", ""},
      {"year", "年", "year", ""},
      {"day", "天", "day", ""},
      {"m2", "平方米", "m²", ""},
      {"yuan", "元", "yuan", ""},
      {"wan_yuan", "万元", "10,000 yuan", "10000 yuan"},
      {"percent", "%", "%", "1/100"},
  };
  *units = (jh_units){.arena = arena};
  for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
    jh_text name = {{built_in[i].zh, built_in[i].en}};
    jh_code code = jh_units_add(
        units, jh_str_of(built_in[i].id), name, jh_str_of(built_in[i].definition), NULL);
    if (code) return code;
  }
  return JH_OK;
}

/* Appends text to a bounded buffer. */
static void put(char *out, size_t size, const char *text) {
  size_t used = strlen(out);
  if (used + 1 < size) jh_str_copy(out + used, size - used, jh_str_of(text));
}

static void put_powers(const jh_units *units, jh_unit unit, int sign, char *out, size_t size) {
  size_t base = 0;
  const char *separator = "";
  for (size_t i = 0; i < units->count && base < units->bases; i++) {
    const jh_unit *is = &units->names[i].unit;
    if (jh_unit_is_plain(*is) || is->num != 1 || is->den != 1 || is->power[base] != 1) continue;
    int power = unit.power[base++] * sign;
    for (; power > 0; power--) {
      put(out, size, separator);
      put(out, size, units->names[i].id);
      separator = sign > 0 ? "*" : "/";
    }
  }
}

void jh_unit_text(const jh_units *units, jh_unit unit, char *out, size_t size) {
  char below[128] = "";
  out[0] = '\0';
  put_powers(units, unit, 1, out, size);
  put_powers(units, unit, -1, below, sizeof below);
  if (!out[0]) put(out, size, below[0] ? "1" : "plain number");
  if (below[0]) {
    put(out, size, "/");
    put(out, size, below);
  }
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

void jh_unit_words(
    const jh_units *units, const char *written, jh_lang lang, char *out, size_t size) {
  out[0] = '\0';
  for (const char *at = written; at && *at;) {
    size_t length = 0;
    if (is_letter(*at)) {
      while (is_name(at[length])) length++;
    }
    const jh_unit_name *name = length ? find(units, (jh_str){at, length}) : NULL;
    const char *words = name ? jh_text_in(name->name, lang) : "";
    if (words[0]) {
      put(out, size, words);
      at += length;
    } else {
      char one[2] = {*at++, '\0'};
      put(out, size, one);
    }
  }
}
