/* help.h - help made from the tables of commands and options, so that it cannot differ from them. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

/* Writes the overview to standard output; returns the exit status. */
int cli_help_all(jh_lang lang);

/* Writes the version. */
int cli_help_version(jh_lang lang);

/* Writes the help of one command. */
int cli_help_one(const cli_command *command, jh_lang lang);

#endif
