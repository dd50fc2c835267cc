/* progress.h - how far a long run is, on one line of a terminal. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"

typedef struct cli_progress {
  bool is_on;        /* standard error is a terminal and nobody asked for quiet */
  const char *phase; /* shown now; NULL = the line is clear */
  uint64_t percent;
  size_t width; /* of what is shown */
  jh_lang lang;
} cli_progress;

cli_progress cli_progress_begin(bool is_quiet, jh_lang lang);

/* The callback of jh_session_options; the payload is the cli_progress. */
void cli_progress_show(void *payload, const char *phase, uint64_t done, uint64_t total);

/* Clears the line; must come before anything else is printed to standard error. */
void cli_progress_end(cli_progress *progress);

#endif
