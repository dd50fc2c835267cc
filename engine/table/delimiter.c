/* delimiter.c - see delimiter.h. */
#include "table/delimiter.h"

#include <string.h>

#include "base/alloc.h"
#include "table/reader.h"

#define SAMPLE ((size_t)64 * 1024)
#define MOST_LINES 24
#define WIDE_COMMA "，"

static const char candidates[] = {',', '\t', ';', '|', JH_READER_WIDE_COMMA};

enum { CANDIDATES = sizeof candidates };

char jh_delimiter_usual(const char *path) {
  jh_str text = jh_str_of(path);
  return jh_str_ends(text, ".tsv") || jh_str_ends(text, ".txt") ? '\t' : ',';
}

const char *jh_delimiter_name(char delimiter) {
  switch (delimiter) {
  case ',': return "\",\"";
  case '\t': return "TAB";
  case ';': return "\";\"";
  case '|': return "\"|\"";
  case JH_READER_WIDE_COMMA: return "\"，\"";
  default: return "?";
  }
}

/* Cells of the record that begins at *at, by each candidate; *at goes behind it. */
static bool count_record(size_t cells[CANDIDATES], const char **at, const char *end) {
  bool is_quoted = false, is_blank = true;
  for (size_t i = 0; i < CANDIDATES; i++) cells[i] = 1;
  for (; *at < end && (is_quoted || (**at != '\n' && **at != '\r')); (*at)++) {
    char c = **at;
    is_blank = is_blank && (c == ' ' || c == '\t');
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    for (size_t i = 0; i + 1 < CANDIDATES; i++) cells[i] += c == candidates[i];
    bool is_wide = end - *at >= 3 && memcmp(*at, WIDE_COMMA, 3) == 0;
    cells[CANDIDATES - 1] += is_wide;
  }
  bool has_ended = *at < end;
  if (has_ended) (*at)++;
  return has_ended && !is_blank;
}

/* How many records have the most usual number of cells above 1, and that number. */
static size_t usual_count(const size_t counts[MOST_LINES], size_t lines, size_t *cells) {
  size_t most = 0;
  *cells = 0;
  for (size_t i = 0; i < lines; i++) {
    size_t alike = 0;
    for (size_t k = 0; k < lines; k++) alike += counts[k] == counts[i];
    bool is_better = alike > most || (alike == most && counts[i] > *cells);
    if (counts[i] > 1 && is_better) {
      most = alike;
      *cells = counts[i];
    }
  }
  return most;
}

static char choose(const char *text, size_t size, char usual) {
  size_t counts[CANDIDATES][MOST_LINES], lines = 0, cells[CANDIDATES];
  const char *at = text, *end = text + size;
  while (at < end && lines < MOST_LINES) {
    if (!count_record(cells, &at, end)) continue;
    for (size_t i = 0; i < CANDIDATES; i++) counts[i][lines] = cells[i];
    lines++;
  }
  char best = usual;
  size_t best_lines = 0, best_cells = 0;
  for (size_t i = 0; i < CANDIDATES; i++) {
    size_t width, alike = usual_count(counts[i], lines, &width);
    if (alike > best_lines || (alike == best_lines && width > best_cells)) {
      best = candidates[i];
      best_lines = alike;
      best_cells = width;
    }
  }
  return best;
}

jh_code jh_delimiter_find(
    char *out, jh_input *input, const char *encoding, uint32_t bom_size, char usual,
    jh_error *err) {
  char *text = jh_alloc_get(SAMPLE + 1);
  if (!text) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_decoder decoder;
  jh_code code = jh_decoder_open(&decoder, input, encoding, bom_size, err);
  size_t size = 0, got = 1;
  while (!code && got > 0 && SAMPLE - size >= 16) {
    code = jh_decoder_read(&decoder, text + size, SAMPLE - size, &got, err);
    if (!code) size += got;
  }
  jh_decoder_close(&decoder);
  if (!code && got == 0) text[size++] = '\n'; /* the last line may have no end */
  if (!code) *out = choose(text, size, usual);
  jh_alloc_free(text);
  return code;
}
