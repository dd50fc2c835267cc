/* guess_block.c - the first rows of a sheet in memory, for looking around in them. */
#include <string.h>

#include "intake/guess_parts.h"

enum { MOST_ROWS = 80, MOST_COLUMNS = 64 };

static bool copy_row(jh_guess_row *out, const jh_grid_row *row, jh_arena *arena) {
  out->line = row->line;
  out->count = row->count < MOST_COLUMNS ? row->count : MOST_COLUMNS;
  out->texts = jh_arena_get(arena, (out->count + 1) * sizeof *out->texts);
  out->kinds = jh_arena_get(arena, out->count + 1);
  if (!out->texts || !out->kinds) return false;
  for (size_t i = 0; i < out->count; i++) {
    out->kinds[i] = row->cells[i].kind;
    out->texts[i] = jh_arena_text(arena, row->cells[i].text);
    if (!out->texts[i]) return false;
  }
  return true;
}

jh_code jh_guess_block_read(jh_guess_block *out, jh_grid *grid, jh_arena *arena, jh_error *err) {
  *out = (jh_guess_block){jh_arena_get(arena, MOST_ROWS * sizeof *out->rows), 0};
  if (!out->rows) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_grid_rewind(grid, err);
  for (bool got = true; !code && got && out->count < MOST_ROWS;) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, err);
    if (code || !got) break;
    if (!copy_row(&out->rows[out->count++], &row, arena)) {
      code = jh_fail(err, JH_ENOMEM, NULL, NULL);
    }
  }
  return code;
}

const char *jh_guess_block_text(const jh_guess_block *block, uint32_t line, size_t column) {
  for (size_t i = 0; i < block->count; i++) {
    const jh_guess_row *row = &block->rows[i];
    if (row->line == line) return column < row->count ? row->texts[column] : "";
  }
  return "";
}

static bool is_of(const char *text, const char *others) {
  for (; *text; text++) {
    bool is_digit = *text >= '0' && *text <= '9';
    if (!is_digit && !strchr(others, *text)) return false;
  }
  return true;
}

/* As codes of schools and counties are: at least four signs, some of them digits. */
bool jh_guess_is_code(const char *text) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  return strlen(text) >= 4 && strpbrk(text, "0123456789") && is_of(text, letters);
}

bool jh_guess_is_number(const char *text) {
  return strpbrk(text, "0123456789") && is_of(text, ".,-");
}
