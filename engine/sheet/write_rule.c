/* write_rule.c - what cells may be filled with: drop-downs, limits, hints; see write.h. */
#include <string.h>

#include "sheet/position.h"
#include "sheet/write_parts.h"

enum { MOST_TITLE = 32, MOST_HINT = 255, MOST_INLINE = 255, MOST_ITEM = 255 };

/* A text of a hint that lives as long as the workbook; NULL where there is none. */
static char *keep(jh_write *w, const char *text, size_t most) {
  if (!text || !text[0]) return NULL;
  const char *clean = jh_write_clean(w, jh_str_of(text), most, true);
  char *copy = clean ? jh_arena_text(w->arena, jh_str_of(clean)) : NULL;
  if (clean && !copy) jh_write_no_memory(w);
  return copy;
}

static void apply(
    jh_write *w, const jh_write_box *box, lxw_data_validation *rule, const jh_write_hint *hint) {
  if (!jh_write_fits(w, box->top, box->left) || !jh_write_fits(w, box->bottom, box->right)) return;
  if (hint) {
    rule->input_title = keep(w, hint->title, MOST_TITLE);
    rule->input_message = keep(w, hint->text, MOST_HINT);
    rule->error_title = keep(w, hint->title, MOST_TITLE);
    rule->error_message = keep(w, hint->refusal, MOST_HINT);
    rule->error_type =
        hint->is_refused ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
  }
  if (!jh_write_is_fine(w)) return;
  jh_write_remember(
      w, worksheet_data_validation_range(
             w->sheet, box->top - 1, (lxw_col_t)box->left, box->bottom - 1, (lxw_col_t)box->right,
             rule));
}

/* May the list stand in the rule itself, where commas part its texts? */
static bool is_inline(const jh_str *texts, size_t count) {
  size_t bytes = 0;
  for (size_t i = 0; i < count; i++) {
    if (texts[i].size == 0 || memchr(texts[i].at, ',', texts[i].size)) return false;
    if (memchr(texts[i].at, '"', texts[i].size)) return false;
    bytes += texts[i].size + 1;
  }
  return bytes <= MOST_INLINE;
}

static bool is_list(const jh_write_list *list, const jh_str *texts, size_t count) {
  bool is_same = list->count == count;
  for (size_t i = 0; i < count && is_same; i++) is_same = jh_str_equal(list->texts[i], texts[i]);
  return is_same;
}

/* The list's place on the hidden sheet; lists that are the same share it. */
static size_t find_list(jh_write *w, const jh_str *texts, size_t count) {
  for (size_t i = 0; i < w->list_count; i++) {
    if (is_list(&w->lists[i], texts, count)) return i;
  }
  void *lists = w->lists;
  jh_str *copy = jh_arena_get(w->arena, (count + 1) * sizeof *copy);
  size_t need = w->list_count + 1;
  if (!copy || jh_arena_grow(w->arena, &lists, &w->list_room, need, sizeof *w->lists) != 0) {
    jh_write_no_memory(w);
    return 0;
  }
  for (size_t i = 0; i < count; i++) {
    char *text = jh_arena_text(w->arena, texts[i]);
    if (!text) jh_write_no_memory(w);
    copy[i] = text ? jh_str_of(text) : (jh_str){NULL, 0};
  }
  w->lists = lists;
  w->lists[w->list_count] = (jh_write_list){copy, count};
  return w->list_count++;
}

/* The rule that was added last becomes a list of what its formula names. Given as a list, version 1.1.4
 * of the library copies the formula twice and frees it once. */
static void make_list(jh_write *w) {
  if (!jh_write_is_fine(w)) return;
  lxw_data_val_obj *last = NULL, *at;
  STAILQ_FOREACH(at, w->sheet->data_validations, list_pointers) last = at;
  if (last) last->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

/* The texts as the library wants them, ended by NULL. */
static char **keep_all(jh_write *w, const jh_str *texts, size_t count) {
  char **items = jh_arena_get(w->arena, (count + 1) * sizeof *items);
  if (!items) {
    jh_write_no_memory(w);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) {
    const char *clean = jh_write_clean(w, texts[i], MOST_ITEM, true);
    items[i] = clean ? jh_arena_text(w->arena, jh_str_of(clean)) : NULL;
    if (!items[i]) jh_write_no_memory(w);
  }
  return items;
}

void jh_write_choices(
    jh_write *w, const jh_write_box *box, const jh_str *texts, size_t count,
    const jh_write_hint *hint) {
  if (!jh_write_is_fine(w) || count == 0) return;
  lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST};
  char formula[80];
  if (is_inline(texts, count)) {
    rule.value_list = keep_all(w, texts, count);
  } else {
    char letters[JH_POSITION_TEXT];
    jh_position_text(letters, (uint32_t)find_list(w, texts, count), 0);
    (void)snprintf(
        formula, sizeof formula, "='%s'!$%s$1:$%s$%zu", JH_WRITE_LISTS, letters, letters, count);
    rule.validate = LXW_VALIDATION_TYPE_INTEGER_FORMULA;
    rule.criteria = LXW_VALIDATION_CRITERIA_EQUAL_TO;
    rule.value_formula = formula;
  }
  apply(w, box, &rule, hint);
  if (rule.value_formula) make_list(w);
}

static double value_of(jh_dec number) {
  return (double)number.mantissa / (double)jh_dec_power10(number.scale);
}

void jh_write_range(
    jh_write *w, const jh_write_box *box, const jh_write_limits *limits,
    const jh_write_hint *hint) {
  lxw_data_validation rule = {
      .validate = limits->is_whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL};
  double least = limits->has_min ? value_of(limits->min) : -1e15;
  double most = limits->has_max ? value_of(limits->max) : 1e15;
  if (limits->has_min && !limits->has_max) {
    rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    rule.value_number = least;
  } else {
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = least;
    rule.maximum_number = most;
  }
  apply(w, box, &rule, hint);
}

void jh_write_told(jh_write *w, const jh_write_box *box, const jh_write_hint *hint) {
  lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_ANY};
  apply(w, box, &rule, hint);
}

void jh_write_put_lists(jh_write *w) {
  if (w->list_count == 0) return;
  jh_write_sheet how = {.name = JH_WRITE_LISTS, .is_hidden = true, .is_protected = true};
  jh_error ignored; /* kept in the workbook, too */
  if (jh_write_begin(w, &how, &ignored) != JH_OK) return;
  for (uint32_t k = 0; k < w->list_count; k++) {
    for (uint32_t i = 0; i < w->lists[k].count; i++)
      jh_write_text(w, i + 1, k, w->lists[k].texts[i], JH_WRITE_PLAIN);
  }
}
