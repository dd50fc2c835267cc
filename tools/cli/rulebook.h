/* rulebook.h - the pages of the rulebook, put into a folder. */
#ifndef CLI_RULEBOOK_H
#define CLI_RULEBOOK_H

#include "cli/options.h"

/* junheng rules export FOLDER [PACK…]: all packs below rules/ where none is named. Returns the exit
 * status. */
int cli_rulebook_export(const cli_args *args);

#endif
