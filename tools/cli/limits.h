/* limits.h - the numbers of a pack as a sheet, and a filled sheet as a file of changes. */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

#include "cli/options.h"

/* Is "rules export" asked for a sheet, not for the rulebook? */
bool cli_limits_is_asked(const cli_args *args);

/* junheng rules export --xlsx FILE, or --format csv. Returns the exit status. */
int cli_limits_export(const cli_args *args);

/* junheng rules import SHEET --output FILE: the file appears only if the pack can be read with it. */
int cli_limits_import(const cli_args *args);

#endif
