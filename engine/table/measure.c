/* measure.c - see measure.h. */
#include "table/measure.h"

#include <string.h>

__extension__ typedef __int128 wide;

static const struct {
  const char *word;
  int64_t times;
} multiples[] = {
    {"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000},
};

static const char *const counters[] = {"人", "人次", "名", "个", "所", "间", "台",
                                       "套", "册",   "本", "件", "位", "班", "辆",
                                       "张", "处",   "片", "条", "生", "部"};

static bool is_counter(jh_str text) {
  for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
    if (jh_str_equal(text, jh_str_of(counters[i]))) return true;
  }
  return false;
}

static bool is_named(const jh_unit_name *name, jh_str text) {
  return jh_str_equal(text, jh_str_of(name->id)) ||
         jh_str_equal(text, jh_str_of(name->name.in[JH_ZH])) ||
         jh_str_equal(text, jh_str_of(name->name.in[JH_EN]));
}

static bool find(jh_measure *out, const jh_units *units, jh_str text) {
  if (text.size == 0) return false;
  if (jh_str_equal(text, jh_str_of("平米"))) text = jh_str_of("平方米");
  for (size_t i = 0; i < units->count; i++) {
    if (!is_named(&units->names[i], text)) continue;
    *out = (jh_measure){units->names[i].unit, is_counter(text)};
    return true;
  }
  *out = (jh_measure){jh_unit_none(), true};
  return is_counter(text);
}

bool jh_measure_read(jh_measure *out, const jh_units *units, jh_str text) {
  if (jh_str_starts(text, "人民币")) {
    text.at += strlen("人民币");
    text.size -= strlen("人民币");
  }
  int64_t times = 1;
  for (int rounds = 0; rounds < 3; rounds++) {
    if (find(out, units, text)) {
      out->unit.num *= times;
      return true;
    }
    size_t i = 0, count = sizeof multiples / sizeof *multiples;
    while (i < count && !jh_str_starts(text, multiples[i].word)) i++;
    if (i == count) return false;
    times *= multiples[i].times;
    text.at += strlen(multiples[i].word);
    text.size -= strlen(multiples[i].word);
  }
  return false;
}

/* A kind that some unit of this id has. */
static bool is_kind(const jh_units *units, jh_unit unit, const char *id) {
  for (size_t i = 0; i < units->count; i++) {
    if (strcmp(units->names[i].id, id) == 0) return jh_unit_same_kind(units->names[i].unit, unit);
  }
  return false;
}

bool jh_measure_is_money(const jh_units *units, jh_unit unit) {
  return is_kind(units, unit, "yuan");
}

static int64_t common_divisor(int64_t a, int64_t b) {
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a ? a : 1;
}

static bool set_ratio(jh_measure_ratio *out, jh_unit from, int64_t num, int64_t den) {
  int64_t above = common_divisor(from.num, num), below = common_divisor(from.den, den);
  jh_measure_ratio made;
  if (__builtin_mul_overflow(from.num / above, den / below, &made.num)) return false;
  if (__builtin_mul_overflow(from.den / below, num / above, &made.den)) return false;
  int64_t divisor = common_divisor(made.num, made.den);
  *out = (jh_measure_ratio){made.num / divisor, made.den / divisor};
  return true;
}

bool jh_measure_into(
    jh_measure_ratio *out, const jh_measure *measure, const jh_units *units,
    const jh_column_def *column) {
  jh_unit to = column->unit;
  bool is_number = column->type == JH_COLUMN_COUNT || column->type == JH_COLUMN_DECIMAL;
  if (!is_number) return false;
  if (to.num <= 0 || to.den <= 0) to.num = to.den = 1; /* a column without any unit */
  if (jh_unit_same_kind(measure->unit, to) && (!measure->is_counter || !jh_unit_is_plain(to))) {
    return set_ratio(out, measure->unit, to.num, to.den);
  }
  bool counts = to.num == to.den && !jh_measure_is_money(units, to) && !is_kind(units, to, "m2");
  if (!measure->is_counter || !counts) return false;
  return set_ratio(out, measure->unit, 1, 1);
}

/* Signs between the units of a line. */
static size_t separator(jh_str text) {
  static const char *const signs[] = {"、", ",", "，", "/", ";", "；", "和", "|"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (jh_str_starts(text, signs[i])) return strlen(signs[i]);
  }
  return 0;
}

jh_str jh_measure_part(jh_str *rest) {
  jh_str part = {rest->at, 0};
  size_t skip = 0;
  while (part.size < rest->size &&
         !(skip = separator((jh_str){rest->at + part.size, rest->size - part.size}))) {
    part.size++;
  }
  rest->at += part.size + skip;
  rest->size -= part.size + skip;
  return part;
}

jh_str jh_measure_of_line(jh_str line, const jh_units *units, const jh_column_def *column) {
  while (line.size > 0) {
    jh_measure measure;
    jh_measure_ratio ratio;
    jh_str part = jh_measure_part(&line);
    if (!jh_measure_read(&measure, units, part) || measure.is_counter) continue;
    if (!jh_unit_is_plain(column->unit) && jh_measure_into(&ratio, &measure, units, column)) {
      return part;
    }
  }
  return (jh_str){0};
}

jh_code jh_measure_convert(int64_t *out, jh_dec value, jh_measure_ratio by, int32_t scale) {
  wide above, below = (wide)by.den;
  int32_t shift = scale - value.scale;
  if (__builtin_mul_overflow((wide)value.mantissa, (wide)by.num, &above)) return JH_ENUMBER_LARGE;
  wide *grown = shift > 0 ? &above : &below;
  wide power = jh_dec_power10(shift > 0 ? shift : -shift);
  if (__builtin_mul_overflow(*grown, power, grown)) return JH_ENUMBER_LARGE;
  if (above % below != 0) return JH_EUNIT_FINE;
  wide result = above / below;
  if (result > INT64_MAX || result < INT64_MIN) return JH_ENUMBER_LARGE;
  *out = (int64_t)result;
  return JH_OK;
}
