/* cell.c - taking cells; see cell.h.
 *
 * Here is the thorough way: blanks, signs for "missing", jh_dec_read. It alone
 * decides what is right and wrong; jh_cell_take_plain takes only what it would
 * take, too.
 */
#include "table/cell.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "table/plain.h"

#define TEXT_BLOCK ((size_t)64 * 1024)
#define MOST_SPELLINGS 1024 /* learnt from cells, so that "TRUE" is folded once only */
#define NO_MARK 0
#define YES_MARK 1

static const struct {
  const char *word;
  uint32_t mark;
} bool_words[] = {
    {"1", YES_MARK},   {"0", NO_MARK},  {"是", YES_MARK}, {"否", NO_MARK},    {"有", YES_MARK},
    {"无", NO_MARK},   {"√", YES_MARK}, {"×", NO_MARK},   {"true", YES_MARK}, {"false", NO_MARK},
    {"yes", YES_MARK}, {"no", NO_MARK}, {"y", YES_MARK},  {"n", NO_MARK},
};

/* Adds a word as written and as folded; the first meaning of a word stays. */
static bool add_word(jh_taker *taker, const char *word, uint32_t mark) {
  if (!word) return true;
  char *folded = jh_utf8_fold(taker->scratch, jh_str_of(word));
  return folded && jh_map_add(taker->words, jh_str_of(word), mark) != JH_MAP_NONE &&
         jh_map_add(taker->words, jh_str_of(folded), mark) != JH_MAP_NONE;
}

static bool add_choices(jh_taker *taker) {
  bool ok = true;
  /* All ids before all names before all aliases: a word means what it means most strictly. */
  for (size_t i = 0; i < taker->def->choice_count; i++) {
    ok = ok && add_word(taker, taker->def->choices[i].id, (uint32_t)i);
  }
  for (size_t i = 0; i < taker->def->choice_count; i++) {
    const jh_choice *choice = &taker->def->choices[i];
    ok = ok && add_word(taker, choice->name.in[JH_ZH], (uint32_t)i);
    ok = ok && add_word(taker, choice->name.in[JH_EN], (uint32_t)i);
  }
  for (size_t i = 0; i < taker->def->choice_count; i++) {
    const jh_choice *choice = &taker->def->choices[i];
    for (size_t k = 0; k < choice->alias_count; k++) {
      ok = ok && add_word(taker, choice->aliases[k], (uint32_t)i);
    }
  }
  return ok;
}

static bool make_words(jh_taker *taker) {
  taker->words = jh_map_open(32);
  taker->recent = jh_arena_get(taker->scratch, JH_CELL_WORDS * sizeof *taker->recent);
  if (!taker->words || !taker->recent) return false;
  if (taker->def->type == JH_COLUMN_CHOICE) return add_choices(taker);
  bool ok = true;
  for (size_t i = 0; ok && i < sizeof bool_words / sizeof bool_words[0]; i++) {
    ok = add_word(taker, bool_words[i].word, bool_words[i].mark);
  }
  return ok;
}

/* A bound as a mantissa at the column's scale: the nearest one inside the range. */
static int64_t bound_at(jh_dec bound, int32_t scale, bool is_least) {
  int64_t exact;
  if (jh_dec_rescale(&exact, bound, scale)) return exact;
  if (bound.scale <= scale) return bound.mantissa > 0 ? INT64_MAX : INT64_MIN; /* beyond 64 bits */
  int64_t power = jh_dec_power10(bound.scale - scale);
  int64_t whole = bound.mantissa / power; /* towards zero */
  if (is_least) return whole + (bound.mantissa > 0);
  return whole - (bound.mantissa < 0);
}

static int32_t scale_of(const jh_column_def *def) {
  return def->type == JH_COLUMN_DECIMAL ? def->scale : 0;
}

/* See jh_taker.most_bytes. */
static int32_t plain_bytes(const jh_column_def *def) {
  bool has_number_signs = false; /* a sign for "missing" that looks like a number */
  for (size_t i = 0; i < def->missing_count; i++) {
    char last = def->missing[i][0] ? def->missing[i][strlen(def->missing[i]) - 1] : 0;
    has_number_signs = has_number_signs || (last >= '0' && last <= '9');
  }
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  /* 17 digits and the zeros that are put behind them stay below 10^18. */
  return is_number && !has_number_signs && scale_of(def) <= 8 ? 17 - scale_of(def) : 0;
}

void jh_cell_convert(jh_taker *taker, jh_measure_ratio by) {
  taker->by = by;
  taker->most_bytes = by.num == by.den ? plain_bytes(taker->def) : 0;
}

jh_code jh_cell_prepare(
    jh_taker *out, const jh_column_def *def, jh_texts *texts, jh_arena *scratch, jh_error *err) {
  *out = (jh_taker){
      .def = def, .texts = texts, .scratch = scratch, .by = {1, 1}, .is_filled = def->is_filled};
  out->least = def->has_min ? bound_at(def->min, scale_of(def), true) : INT64_MIN;
  out->most = def->has_max ? bound_at(def->max, scale_of(def), false) : INT64_MAX;
  out->most_bytes = plain_bytes(def);
  bool has_words = def->type == JH_COLUMN_BOOL || def->type == JH_COLUMN_CHOICE;
  if (has_words && !make_words(out)) {
    jh_cell_done(out);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  return JH_OK;
}

void jh_cell_done(jh_taker *taker) {
  if (taker->words) jh_map_close(taker->words);
  taker->words = NULL;
}

static void set_known(jh_column *column, size_t row) {
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
}

static bool is_missing_sign(const jh_column_def *def, jh_str text) {
  for (size_t i = 0; i < def->missing_count; i++) {
    if (jh_str_equal(text, jh_str_of(def->missing[i]))) return true;
  }
  return false;
}

static jh_code code_of(jh_dec_status status) {
  switch (status) {
  case JH_DEC_OK: return JH_OK;
  case JH_DEC_SYNTAX: return JH_ENOT_NUMBER;
  case JH_DEC_EXPONENT: return JH_ENUMBER_EXPONENT;
  case JH_DEC_COMMA: return JH_ENUMBER_COMMA;
  case JH_DEC_TOO_LARGE: return JH_ENUMBER_LARGE;
  case JH_DEC_TOO_FINE: return JH_ENUMBER_FINE;
  }
  return JH_ENOT_NUMBER;
}

static jh_code read_number(int64_t *out, const jh_taker *taker, jh_str text) {
  const jh_column_def *def = taker->def;
  jh_plain plain;
  if (text.size < JH_PLAIN_TEXT) {
    jh_code code = jh_plain_number(&plain, def, text);
    if (code) return code;
    text = jh_str_of(plain.text);
  }
  bool is_count = def->type == JH_COLUMN_COUNT, is_alike = taker->by.num == taker->by.den;
  int32_t most_scale = is_count || !is_alike ? 18 : def->scale;
  jh_dec value;
  jh_dec_status status = jh_dec_read(&value, text, most_scale, def->has_grouping);
  if (status != JH_DEC_OK) return code_of(status);
  if (!is_alike) return jh_measure_convert(out, value, taker->by, scale_of(def));
  /* 12.0 is refused, too: who writes decimals in a column of counts means something else. */
  if (is_count && memchr(text.at, '.', text.size)) return JH_ENOT_COUNT;
  return jh_dec_rescale(out, value, scale_of(def)) ? JH_OK : JH_ENUMBER_LARGE;
}

/* The column grows as wide as the number needs. */
static bool put_number(jh_taker *taker, size_t row, int64_t value) {
  jh_column *column = taker->column;
  if (jh_column_put(column, row, value)) return true;
  size_t bytes = jh_column_bytes_for(value);
  return jh_column_widen(column, taker->wider, bytes, row, taker->rows) &&
         jh_column_put(column, row, value);
}

static jh_code take_number(jh_taker *taker, size_t row, jh_str text) {
  int64_t value = 0;
  jh_code code = read_number(&value, taker, text);
  if (code) return code;
  if (value < taker->least || value > taker->most) return JH_EOUT_OF_RANGE;
  if (!put_number(taker, row, value)) return JH_ENOMEM;
  set_known(taker->column, row);
  return JH_OK;
}

/* A copy that lives as long as the dataset; the cell before is often the same. */
static jh_code take_text(jh_taker *taker, size_t row, jh_str text) {
  if (!jh_str_equal(text, taker->last)) {
    jh_texts *texts = taker->texts;
    if (texts->room < text.size) {
      size_t room = text.size > TEXT_BLOCK / 4 ? text.size : TEXT_BLOCK;
      char *block = jh_arena_get(texts->arena, room);
      if (!block) return JH_ENOMEM;
      if (room == text.size) { /* a large one stands alone, the block goes on being filled */
        memcpy(block, text.at, text.size);
        taker->last = (jh_str){block, text.size};
        taker->column->texts[row] = taker->last;
        set_known(taker->column, row);
        return JH_OK;
      }
      texts->at = block;
      texts->room = room;
    }
    memcpy(texts->at, text.at, text.size);
    taker->last = (jh_str){texts->at, text.size};
    texts->at += text.size;
    texts->room -= text.size;
  }
  taker->column->texts[row] = taker->last;
  set_known(taker->column, row);
  return JH_OK;
}

/* A spreadsheet shortens long codes to 1.30102E+11; "13E11" may be a code. */
static bool is_shortened(jh_str text) {
  jh_dec value;
  return jh_dec_read(&value, text, 18, false) == JH_DEC_EXPONENT &&
         (memchr(text.at, '.', text.size) || memchr(text.at, '+', text.size));
}

/* With a sign in it that no code has. */
static jh_code take_odd_code(jh_taker *taker, size_t row, jh_str text) {
  jh_plain plain;
  if (is_shortened(text)) return JH_ENUMBER_EXPONENT;
  jh_code code = jh_plain_code(&plain, taker->def, text);
  return code ? code : take_text(taker, row, jh_str_of(plain.text));
}

static jh_code take_code(jh_taker *taker, size_t row, jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    char c = text.at[i];
    bool is_fine = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                   c == '-' || c == '_' || c == '.';
    if (!is_fine) return take_odd_code(taker, row, text);
  }
  bool is_pointed = memchr(text.at, '.', text.size) != NULL;
  if (is_pointed && is_shortened(text)) return JH_ENUMBER_EXPONENT;
  return take_text(taker, row, text);
}

/* Keeps a spelling that was folded, so that it is found at once next time. */
static void learn(jh_taker *taker, jh_str text, uint32_t mark) {
  if (taker->spellings == MOST_SPELLINGS) return;
  char *copy = jh_arena_text(taker->scratch, text);
  if (!copy) return; /* nothing is lost but time */
  taker->spellings++;
  (void)jh_map_add(taker->words, (jh_str){copy, text.size}, mark);
}

/* Where a word is remembered, if it is: one place for each, which a later one takes over. Needs a
 * word of 1 to JH_CELL_WORD bytes. */
static jh_word *place_of(const jh_taker *taker, jh_str text) {
  _Static_assert(JH_CELL_WORDS == 16, "a place is four bits");
  uint64_t bytes = 0;
  if (text.size >= sizeof bytes) {
    memcpy(&bytes, text.at, sizeof bytes);
  } else {
    const unsigned char *at = (const unsigned char *)text.at;
    bytes = (uint64_t)at[0] << 16 | (uint64_t)at[text.size / 2] << 8 | at[text.size - 1];
  }
  return &taker->recent[(bytes * UINT64_C(0x9E3779B97F4A7C15)) >> 60];
}

static jh_code take_word(jh_taker *taker, size_t row, jh_str text) {
  uint32_t mark = jh_map_find(taker->words, text);
  if (mark == JH_MAP_NONE) {
    jh_arena *own = jh_arena_open(); /* a hopeless column must not fill the scratch arena */
    char *folded = own ? jh_utf8_fold(own, text) : NULL;
    if (folded) mark = jh_map_find(taker->words, jh_str_of(folded));
    jh_arena_close(own);
    if (!folded) return JH_ENOMEM;
    if (mark == JH_MAP_NONE) {
      return taker->def->type == JH_COLUMN_BOOL ? JH_ENOT_BOOL : JH_ENOT_CHOICE;
    }
    learn(taker, text, mark);
  }
  taker->column->marks[row] = (uint8_t)mark;
  set_known(taker->column, row);
  if (text.size <= JH_CELL_WORD) {
    jh_word *place = place_of(taker, text);
    place->size = (uint8_t)text.size;
    place->mark = (uint8_t)mark;
    memcpy(place->bytes, text.at, text.size);
  }
  return JH_OK;
}

/* Columns mostly say the same again and again. */
static bool take_again(jh_taker *taker, size_t row, jh_str text) {
  jh_column *column = taker->column;
  if (text.size == 0) return false;
  if (taker->recent) {
    const jh_word *word = text.size <= JH_CELL_WORD ? place_of(taker, text) : NULL;
    if (!word || !jh_str_equal(text, (jh_str){word->bytes, word->size})) return false;
    column->marks[row] = word->mark;
  } else {
    if (!column->texts || !jh_str_equal(text, taker->last)) return false;
    column->texts[row] = taker->last;
  }
  set_known(column, row);
  return true;
}

/* Could jh_str_trim take anything off? Only if an end is a blank or the first or last byte of
 * one of the wide blanks. */
static bool may_trim(const char *at, size_t size) {
  unsigned char first = (unsigned char)at[0], last = (unsigned char)at[size - 1];
  return first <= ' ' || first == 0xE3 || first == 0xC2 || last <= ' ' || last == 0x80 ||
         last == 0xA0;
}

jh_code jh_cell_take(jh_taker *taker, size_t row, const char *at, size_t size) {
  const jh_column_def *def = taker->def;
  jh_str text = {at, size};
  if (take_again(taker, row, text)) return JH_OK;
  if (size > 0 && may_trim(at, size)) text = jh_str_trim(text);
  if (text.size == 0 || (def->missing_count > 0 && is_missing_sign(def, text))) {
    return taker->is_filled ? JH_EBLANK : JH_OK;
  }
  switch (def->type) {
  case JH_COLUMN_CODE: return take_code(taker, row, text);
  case JH_COLUMN_TEXT: return take_text(taker, row, jh_buf_csv_meant(text));
  case JH_COLUMN_COUNT:
  case JH_COLUMN_DECIMAL: return take_number(taker, row, text);
  case JH_COLUMN_BOOL:
  case JH_COLUMN_CHOICE: return take_word(taker, row, text);
  }
  return JH_EINTERNAL;
}
