/* guess.h - junheng import without a mapping: one is proposed, or taken as far as it is certain. */
#ifndef CLI_GUESS_H
#define CLI_GUESS_H

#include "cli/options.h"

/* import --guess: writes a proposed mapping. Exit status 1 if a required column is open. */
int cli_guess_propose(const cli_args *args);

/* import without --mapping: writes the mapping beside the output folder, if all of it is certain, and
 * has `import` do the rest with it (it returns the exit status). The file goes when that succeeds: the
 * result holds a copy. */
int cli_guess_import(
    const cli_args *args, int (*import)(const cli_args *args, const char *mapping));

#endif
