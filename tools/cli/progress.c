/* progress.c - see progress.h. Writes only when a percent is full, so it costs nothing. */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

cli_progress cli_progress_begin(bool is_quiet, jh_lang lang) {
  const char *terminal = getenv("TERM");
  bool is_plain = terminal && strcmp(terminal, "dumb") == 0;
  bool is_on = !is_quiet && !is_plain && isatty(STDERR_FILENO) == 1;
  return (cli_progress){.is_on = is_on, .lang = lang};
}

static const char *word(const char *phase, jh_lang lang) {
  static const struct {
    const char *phase;
    const char *zh;
  } words[] = {
      {"read", "读取数据"}, {"load", "读取数据"},  {"rules", "读取规则"},
      {"evaluate", "判定"}, {"audit", "检验影响"}, {"write", "写出结果"},
  };
  for (size_t i = 0; lang == JH_ZH && i < sizeof words / sizeof *words; i++) {
    if (strcmp(words[i].phase, phase) == 0) return words[i].zh;
  }
  return phase;
}

void cli_progress_show(void *payload, const char *phase, uint64_t done, uint64_t total) {
  cli_progress *progress = payload;
  if (!progress->is_on || total == 0 || !phase) return;
  uint64_t percent = done >= total ? 100 : (uint64_t)((double)done / (double)total * 100);
  bool is_same = progress->phase && strcmp(progress->phase, phase) == 0;
  if (is_same && percent == progress->percent) return;
  if (!is_same) cli_progress_end(progress);
  const char *text = word(phase, progress->lang);
  progress->phase = phase;
  progress->percent = percent;
  progress->width = jh_utf8_width(jh_str_of(text)) + 6;
  fprintf(stderr, "\r%s %3u %%", text, (unsigned)percent);
  fflush(stderr);
}

void cli_progress_end(cli_progress *progress) {
  if (!progress->phase) return;
  fprintf(stderr, "\r%*s\r", (int)progress->width, "");
  fflush(stderr);
  progress->phase = NULL;
}
