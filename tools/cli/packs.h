/* packs.h - the packs that a command is given, one after another, or opened ahead on several threads. */
#ifndef CLI_PACKS_H
#define CLI_PACKS_H

#include "cli/work.h"

typedef struct cli_packs_steps {
  /* Says what came of opening a pack and ends the work; returns the exit status. Called in the order of the packs, one
   * at a time. */
  int (*tell)(cli_work *work, const char *pack, jh_code opened);
  bool is_ahead; /* packs may be opened before those in front of them were told */
} cli_packs_steps;

/* Opens each pack that was named, by --rules and as operands, and each below a folder of packs, with its cases and
 * without data; `otherwise` if there is none. After more than one a line says how many there were. Returns the worst
 * exit status. */
int cli_packs_run(const cli_args *args, const char *otherwise, const cli_packs_steps *steps);

#endif
