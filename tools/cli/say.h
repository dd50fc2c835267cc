/* say.h - messages on standard error, and exit statuses. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include "base/diag.h"

/* 0 done; 1 the command's own checks found something; the rest are failures. */
enum { CLI_DONE = 0, CLI_FOUND = 1, CLI_USAGE = 2, CLI_INPUT = 3, CLI_LIMIT = 4, CLI_INTERNAL = 5 };

/* The exit status of a failure. */
int cli_say_status(jh_code code);

/* Prints the error and gives its exit status. */
int cli_say_error(const jh_error *err, jh_lang lang);

/* Prints the kept diagnostics from the given one on, errors alone if quiet; returns how many are
 * kept, for the next call. */
size_t cli_say_diag(const jh_diag *diag, size_t from, bool is_quiet, jh_lang lang);

/* Prints how many there were beside those kept. */
void cli_say_dropped(const jh_diag *diag, bool is_quiet, jh_lang lang);

/* Is the error one of the diagnostics, told already? */
bool cli_say_is_told(const jh_diag *diag, const jh_error *err);

/* What the system says about an errno, in words. */
const char *cli_say_system(int number, jh_lang lang);

#endif
