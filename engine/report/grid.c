#include "report/grid.h"

#include "base/alloc.h"
#include "base/utf8.h"

void jh_grid_init(jh_grid *grid, size_t columns, uint32_t right) {
  *grid = (jh_grid){.columns = columns, .right = right};
  jh_buf_init(&grid->text);
}

void jh_grid_done(jh_grid *grid) {
  jh_buf_done(&grid->text);
  jh_alloc_free(grid->ends);
  *grid = (jh_grid){0};
}

void jh_grid_next(jh_grid *grid) {
  void *ends = grid->ends;
  if (jh_alloc_grow(&ends, &grid->room, grid->count + 1, sizeof *grid->ends) != 0) {
    grid->text.failed = true;
    return;
  }
  grid->ends = ends;
  grid->ends[grid->count++] = grid->text.size;
}

void jh_grid_cell(jh_grid *grid, const char *text) {
  jh_buf_text(&grid->text, text);
  jh_grid_next(grid);
}

static jh_str cell_at(const jh_grid *grid, size_t row, size_t column) {
  size_t index = row * grid->columns + column;
  size_t from = index ? grid->ends[index - 1] : 0;
  return (jh_str){grid->text.at + from, grid->ends[index] - from};
}

/* The width of each column; 0 where it is left out. */
static void measure(const jh_grid *grid, size_t rows, size_t *widths) {
  for (size_t column = 0; column < grid->columns; column++) {
    bool is_used = false;
    widths[column] = jh_utf8_width(cell_at(grid, 0, column));
    for (size_t row = 1; row < rows; row++) {
      size_t width = jh_utf8_width(cell_at(grid, row, column));
      if (width > 0) is_used = true;
      if (width > widths[column]) widths[column] = width;
    }
    if (!is_used) widths[column] = 0;
  }
}

static void line(jh_buf *buf, const jh_grid *grid, size_t row, const size_t *widths) {
  size_t owed = 0; /* blanks before the next cell that holds something */
  for (size_t column = 0; column < grid->columns; column++) {
    if (widths[column] == 0) continue;
    jh_str text = cell_at(grid, row, column);
    size_t used = jh_utf8_width(text), pad = widths[column] - used;
    bool is_right = (grid->right >> column) & 1;
    if (used > 0) {
      jh_buf_spaces(buf, owed + (is_right ? pad : 0));
      jh_buf_add(buf, text);
      owed = is_right ? 2 : pad + 2;
    } else {
      owed += widths[column] + 2;
    }
  }
  jh_buf_char(buf, '\n');
}

void jh_grid_text(jh_buf *buf, const jh_grid *grid) {
  size_t widths[JH_GRID_COLUMNS] = {0};
  if (!jh_buf_ok(&grid->text)) {
    buf->failed = true;
    return;
  }
  size_t rows = grid->count / grid->columns;
  if (rows < 2) return;
  measure(grid, rows, widths);
  for (size_t row = 0; row < rows; row++) line(buf, grid, row, widths);
}
