/* guard.h - a result is never written over what was read. */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include "cli/options.h"

/* Refuses a path that is one of the files named on the command line, a table or dictionary in a folder of
 * data, or, unless `is_lua`, any file of Lua, such as a part of a pack. NULL, and what is not there yet, is
 * fine. Errors: JH_EOUTPUT_IS_INPUT. */
JH_CHECKED jh_code
cli_guard_output(const cli_args *args, const char *path, bool is_lua, jh_error *err);

#endif
