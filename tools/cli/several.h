/* several.h - sessions of several packs, opened one after the other. */
#ifndef CLI_SEVERAL_H
#define CLI_SEVERAL_H

#include "cli/work.h"

typedef struct cli_several {
  cli_work *work; /* borrowed; its session is none of these */
  jh_session **sessions;
  size_t count, room;
  bool with_cases;
  bool with_own; /* each with its own dictionary, whatever --dictionary says */
  jh_code code;  /* of the first failure; work->err says what */
} cli_several;

/* Opens the packs that the names mean, folders with all packs below them; tells what was noticed. */
JH_CHECKED jh_code cli_several_open(
    cli_several *several, cli_work *work, const char *const *names, size_t count, bool with_cases);

/* Opens more of them. */
JH_CHECKED jh_code cli_several_add(cli_several *several, const char *const *names, size_t count);

void cli_several_close(cli_several *several);

#endif
