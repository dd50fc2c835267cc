/* totals.c - counts by administrative code; see totals.h. */
#include "report/totals.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

#define PREFECTURE_DIGITS 4
#define PROVINCE_DIGITS 2

/* Six digits, or twelve of a statistical code that begins with them. */
static bool is_division(jh_str code) {
  if (code.size != 6 && code.size != 12) return false;
  for (size_t i = 0; i < code.size; i++) {
    if (code.at[i] < '0' || code.at[i] > '9') return false;
  }
  return true;
}

void jh_totals_init(jh_totals *totals, const jh_results *results) {
  *totals = (jh_totals){.has_groups = true};
  totals->prefecture.level = JH_TOTAL_PREFECTURE;
  totals->province.level = JH_TOTAL_PROVINCE;
  totals->all.level = JH_TOTAL_ALL;
  for (uint32_t i = 0; i < results->county_count && totals->has_groups; i++) {
    totals->has_groups = is_division(results->county(results->payload, i).code);
  }
}

static jh_code close_group(jh_totals *totals, jh_total *group, jh_error *err) {
  if (group->counties == 0 && group->level != JH_TOTAL_ALL) return JH_OK;
  void *items = totals->items;
  if (jh_alloc_grow(&items, &totals->room, totals->count + 1, sizeof *totals->items) != 0) {
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  totals->items = items;
  totals->items[totals->count++] = *group;
  *group = (jh_total){.level = group->level};
  return JH_OK;
}

/* Closes the group if the county is not in it, then makes it the county's. */
static jh_code enter(
    jh_totals *totals, jh_total *group, jh_str code, size_t digits, jh_str name, jh_error *err) {
  jh_str prefix = {code.at, digits};
  if (group->counties > 0 && !jh_str_equal(group->code, prefix)) {
    jh_code failed = close_group(totals, group, err);
    if (failed) return failed;
  }
  group->code = prefix;
  if (group->name.size == 0) group->name = name;
  return JH_OK;
}

static void count(jh_total *group, jh_verdict verdict) {
  group->tally.of[verdict]++;
  group->counties++;
}

jh_code jh_totals_add(
    jh_totals *totals, const jh_results *results, uint32_t county, const jh_entity *entity,
    jh_verdict verdict, jh_error *err) {
  count(&totals->all, verdict);
  if (!totals->has_groups) return JH_OK;
  jh_str prefecture = {NULL, 0}, province = {NULL, 0};
  results->region_names(results->payload, county, &prefecture, &province);
  jh_code code =
      enter(totals, &totals->prefecture, entity->code, PREFECTURE_DIGITS, prefecture, err);
  if (!code) code = enter(totals, &totals->province, entity->code, PROVINCE_DIGITS, province, err);
  if (code) return code;
  count(&totals->prefecture, verdict);
  count(&totals->province, verdict);
  return JH_OK;
}

jh_code jh_totals_end(jh_totals *totals, jh_error *err) {
  jh_code code = close_group(totals, &totals->prefecture, err);
  if (!code) code = close_group(totals, &totals->province, err);
  return code ? code : close_group(totals, &totals->all, err);
}

void jh_totals_done(jh_totals *totals) {
  jh_alloc_free(totals->items);
  *totals = (jh_totals){0};
}

/* Columns that say nothing are left out: not applicable and not in force are rare. */
static bool is_shown(const jh_totals *totals, jh_verdict verdict) {
  if (verdict <= JH_UNDETERMINED) return true;
  return totals->count > 0 && totals->items[totals->count - 1].tally.of[verdict] > 0;
}

static jh_str label(const jh_total *total, jh_lang lang) {
  if (total->level == JH_TOTAL_ALL) return jh_str_of(jh_words_get(JH_W_ALL_COUNTIES, lang));
  return total->name.size ? total->name : total->code;
}

static size_t indent(const jh_totals *totals, const jh_total *total) {
  return totals->has_groups ? 2 * (size_t)(JH_TOTAL_ALL - total->level) : 0;
}

static void cell(jh_buf *buf, const char *text, size_t width) {
  size_t used = jh_utf8_width(jh_str_of(text));
  jh_buf_spaces(buf, 2 + (used < width ? width - used : 0));
  jh_buf_text(buf, text);
}

static size_t column_width(const char *heading) {
  size_t width = jh_utf8_width(jh_str_of(heading));
  return width < 5 ? 5 : width;
}

static void line(
    jh_buf *buf, const jh_totals *totals, const jh_total *total, size_t width, jh_lang lang) {
  char number[24];
  jh_str name = label(total, lang);
  size_t blanks = indent(totals, total);
  jh_buf_spaces(buf, blanks);
  jh_buf_add(buf, name);
  jh_figure_pad(buf, blanks + jh_utf8_width(name), width);
  cell(
      buf, jh_words_count(number, total->counties),
      column_width(jh_words_get(JH_W_COL_COUNTIES, lang)));
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (!is_shown(totals, (jh_verdict)v)) continue;
    size_t room = column_width(jh_verdict_name((jh_verdict)v, lang));
    cell(buf, jh_words_count(number, total->tally.of[v]), room);
  }
  jh_buf_char(buf, '\n');
}

void jh_totals_text(jh_buf *buf, const jh_totals *totals, jh_lang lang) {
  const char *heading = jh_words_get(JH_W_COL_TOTALS, lang);
  size_t width = jh_utf8_width(jh_str_of(heading));
  for (size_t i = 0; i < totals->count; i++) {
    size_t used = indent(totals, &totals->items[i]) + jh_utf8_width(label(&totals->items[i], lang));
    if (used > width) width = used;
  }
  jh_buf_text(buf, heading);
  jh_figure_pad(buf, jh_utf8_width(jh_str_of(heading)), width);
  const char *counties = jh_words_get(JH_W_COL_COUNTIES, lang);
  cell(buf, counties, column_width(counties));
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (!is_shown(totals, (jh_verdict)v)) continue;
    const char *name = jh_verdict_name((jh_verdict)v, lang);
    cell(buf, name, column_width(name));
  }
  jh_buf_char(buf, '\n');
  for (size_t i = 0; i < totals->count; i++) line(buf, totals, &totals->items[i], width, lang);
}

void jh_totals_json(jh_buf *buf, const jh_totals *totals) {
  static const char *const levels[] = {"prefecture", "province", "all"};
  jh_buf_char(buf, '[');
  for (size_t i = 0; i < totals->count; i++) {
    const jh_total *total = &totals->items[i];
    jh_buf_text(buf, i ? ",\n{\"level\":" : "\n{\"level\":");
    jh_buf_json(buf, jh_str_of(levels[total->level]));
    jh_buf_text(buf, ",\"code\":");
    jh_buf_json(buf, total->code);
    jh_buf_text(buf, ",\"name\":");
    jh_buf_json(buf, total->name);
    jh_buf_text(buf, ",\"counties\":");
    jh_buf_int(buf, (int64_t)total->counties);
    for (int v = 0; v < JH_VERDICTS; v++) {
      jh_buf_text(buf, ",\"");
      jh_buf_text(buf, jh_verdict_id((jh_verdict)v));
      jh_buf_text(buf, "\":");
      jh_buf_int(buf, (int64_t)total->tally.of[v]);
    }
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "]");
}
