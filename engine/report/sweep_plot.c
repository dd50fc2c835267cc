/* sweep_plot.c - a curve in characters, six lines high.
 *
 * Each line is eight steps high. What is above 0 is never drawn as 0, and only what is the most
 * reaches the top.
 */
#include "report/sweep.h"

enum { LINES = 6, EIGHTHS = 8 };

static const char *const blocks[EIGHTHS + 1] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

static size_t height(size_t count, size_t most) {
  size_t all = (size_t)LINES * EIGHTHS;
  if (count == 0 || most == 0) return 0;
  size_t height = (size_t)((double)count / (double)most * (double)all);
  if (count < most && height >= all) height = all - 1;
  return height == 0 ? 1 : height;
}

/* The number at the left of the first and the last line. */
static void label(jh_buf *buf, const jh_sweep_curve *curve, size_t line) {
  if (line == 0) {
    jh_buf_print(buf, "%7zu ┤", curve->most);
  } else {
    jh_buf_text(buf, line == LINES - 1 ? "      0 ┤" : "        │");
  }
}

/* Blanks at the end of a line are not written. */
static void row(jh_buf *buf, const jh_sweep_curve *curve, size_t line, size_t width) {
  size_t floor = (LINES - 1 - line) * (size_t)EIGHTHS, owed = 0;
  label(buf, curve, line);
  for (size_t i = 0; i < curve->count; i++) {
    size_t high = height(curve->counts[i], curve->most);
    size_t part = high <= floor ? 0 : high - floor > EIGHTHS ? EIGHTHS : high - floor;
    for (size_t k = 0; k < width; k++) {
      if (part == 0) {
        owed++;
        continue;
      }
      jh_buf_spaces(buf, owed);
      jh_buf_text(buf, blocks[part]);
      owed = 0;
    }
  }
  jh_buf_char(buf, '\n');
}

void jh_sweep_plot(jh_buf *buf, const jh_sweep_curve *curve, size_t width, jh_lang lang) {
  for (size_t line = 0; line < LINES; line++) row(buf, curve, line, width);
  if (curve->now >= curve->count) return;
  jh_buf_spaces(buf, 9 + curve->now * width);
  jh_buf_text(buf, curve->is_between ? "│" : "▲");
  jh_buf_char(buf, ' ');
  jh_buf_text(buf, jh_words_get(JH_W_SWEEP_PLOT_NOW, lang));
  jh_buf_char(buf, '\n');
}
