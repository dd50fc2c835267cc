/* limits_value.c - what is typed for a new value, as an exact number.
 *
 *     46   ４６   1,700   4.50   +3     as they stand
 *     85%                             where the unit of the row is percent
 *
 * Whatever else stands there is refused with what it is and what to write.
 */
#include <string.h>

#include "base/utf8.h"
#include "session/limits.h"
#include "table/grid_cell.h"

enum { MOST_BYTES = 64, MOST_SCALE = 12 };

typedef struct saying {
  const char *in[JH_LANGS];
} saying;

static const saying is_error = {
    {"公式出错；请直接写出结果", "a formula that failed; write what it is to give"}};
static const saying is_formula = {
    {"公式未经计算；请直接写出结果",
     "a formula that no program has computed; write what it gives"}};
static const saying is_merged = {
    {"与别的格合并了；请取消合并，每行各写各的",
     "part of a merged cell; take the merge apart and fill each row"}};
static const saying is_date = {
    {"被当成了日期；请设为常规后重写数字",
     "taken for a date; format the cell as general, write the number"}};
static const saying is_bool = {{"是真假值；请写数字", "true or false; write a number"}};
static const saying is_percent = {
    {"本行单位不是 %；请写不带 % 的数", "this row's unit is not %; write the number without it"}};
static const saying has_comma = {
    {"逗号的位置不对；小数点用“.”", "a comma out of place; decimals have a point"}};
static const saying has_exponent = {
    {"被表格软件缩写；请设为文本后重写",
     "shortened by the spreadsheet; format as text, write all digits"}};
static const saying is_long = {{"位数太多", "too many digits"}};
static const saying is_negative = {{"不能是负数", "below zero"}};
static const saying is_text = {
    {"不是数字；只写数字，不写单位", "not a number; write digits only, without the unit"}};
static const saying is_no_state = {{"开关只有 0 和 1", "a switch is 0 or 1"}};

static jh_code refuse(
    const jh_limits_cell *cell, const char *path, const saying *why, const jh_place *at,
    jh_error *err) {
  char shown[96], both[160];
  jh_arg_both(both, sizeof both, why->in[JH_ZH], why->in[JH_EN]);
  return jh_fail(
      err, JH_ELIMITS_VALUE, at, jh_arg_text(shown, sizeof shown, cell->text), path, both, NULL);
}

static const saying *wrong_kind(uint8_t kind) {
  switch (kind) {
  case JH_GRID_BOOL: return &is_bool;
  case JH_GRID_DATE: return &is_date;
  case JH_GRID_ERROR: return &is_error;
  case JH_GRID_UNCOMPUTED: return &is_formula;
  case JH_GRID_MERGED: return &is_merged;
  default: return NULL;
  }
}

/* Full-width digits and signs as plain ones; false if the text is too long for a number. */
static bool narrow(char out[MOST_BYTES], jh_str text) {
  size_t used = 0;
  while (text.size) {
    uint32_t one;
    size_t bytes = jh_utf8_next(text, &one);
    if (bytes == 0 || used + 1 >= MOST_BYTES) return false;
    if (one >= 0xFF01 && one <= 0xFF5E) one -= 0xFEE0;
    if (one > 0x7E) return false;
    out[used++] = (char)one;
    text.at += bytes, text.size -= bytes;
  }
  out[used] = '\0';
  return true;
}

static const saying *why_not(jh_dec_status status) {
  switch (status) {
  case JH_DEC_OK: return NULL;
  case JH_DEC_COMMA: return &has_comma;
  case JH_DEC_EXPONENT: return &has_exponent;
  case JH_DEC_TOO_LARGE:
  case JH_DEC_TOO_FINE: return &is_long;
  default: return &is_text;
  }
}

static const saying *read(
    jh_dec *out, jh_str text, const jh_param *param, const jh_param_value *old) {
  char plain[MOST_BYTES];
  if (!narrow(plain, text)) return &is_text;
  jh_str number = jh_str_of(plain);
  bool has_percent = jh_str_ends(number, "%");
  if (has_percent) number.size--;
  jh_dec_status status = jh_dec_read(out, jh_str_trim(number), MOST_SCALE, true);
  if (status) return why_not(status);
  if (has_percent && strcmp(param->unit_text ? param->unit_text : "", "percent") != 0)
    return &is_percent;
  if (out->mantissa < 0 && old->value.mantissa >= 0) return &is_negative;
  bool is_state = out->scale == 0 && (out->mantissa == 0 || out->mantissa == 1);
  return param->is_switch && !is_state ? &is_no_state : NULL;
}

jh_code jh_limits_value(
    jh_dec *out, const jh_limits_cell *cell, const jh_limits_row *row, const jh_plan *plan,
    const jh_place *at, jh_error *err) {
  const jh_param *param = &plan->params[row->param];
  const saying *why = wrong_kind(cell->kind);
  if (!why) why = read(out, cell->text, param, row->value);
  return why ? refuse(cell, param->path, why, at, err) : JH_OK;
}

/* One or two digits, of a year four, and the mark after them; set to the right of zeros. */
static bool take_digits(char *out, jh_str *text, size_t least, size_t most, const char *mark) {
  size_t count = 0, after = strlen(mark);
  while (count < text->size && text->at[count] >= '0' && text->at[count] <= '9') count++;
  if (count < least || count > most) return false;
  if (text->size - count < after || memcmp(text->at + count, mark, after) != 0) return false;
  memcpy(out + most - count, text->at, count);
  text->at += count + after, text->size -= count + after;
  return true;
}

bool jh_limits_day(jh_date *out, jh_str text) {
  enum { YEAR = 0, MONTH = 5, DAY = 8 };
  static const char *const marks[][3] = {{"年", "月", "日"}, {"/", "/", ""}, {".", ".", ""}};
  bool is_read = jh_date_read(out, text);
  for (size_t i = 0; i < sizeof marks / sizeof *marks && !is_read; i++) {
    char day[] = "0000-00-00";
    jh_str rest = text;
    is_read = take_digits(day + YEAR, &rest, 4, 4, marks[i][0]) &&
              take_digits(day + MONTH, &rest, 1, 2, marks[i][1]) &&
              take_digits(day + DAY, &rest, 1, 2, marks[i][2]) && rest.size == 0 &&
              jh_date_read(out, jh_str_of(day));
  }
  return is_read;
}

bool jh_limits_is_broken(
    const jh_limits_cell *cell, const char *path, const jh_place *at, jh_error *err) {
  bool is_broken = cell->kind == JH_GRID_ERROR || cell->kind == JH_GRID_UNCOMPUTED ||
                   cell->kind == JH_GRID_MERGED;
  if (is_broken) (void)refuse(cell, path, wrong_kind(cell->kind), at, err);
  return is_broken;
}
