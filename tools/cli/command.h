/* command.h - a command of the program: how it is written, what it does. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

typedef struct cli_command {
  cli_grammar grammar;
  const char *summary[JH_LANGS];    /* one line */
  const char *detail[JH_LANGS];     /* a few lines more, or NULL */
  const char *usage[JH_LANGS];      /* operands and needed options: "ENTITY --data FOLDER" */
  const char *example;              /* a whole command line */
  int (*run)(const cli_args *args); /* returns the exit status */
} cli_command;

/* One file for each. */
extern const cli_command cli_evaluate, cli_explain, cli_compare, cli_sweep, cli_plan, cli_targets,
    cli_validate, cli_check, cli_test, cli_rules, cli_dictionary, cli_template, cli_import,
    cli_runs, cli_merge, cli_help, cli_version;

/* All of them, in the order of the help; ended by NULL. */
const cli_command *const *cli_commands(void);

/* NULL if there is none of this name. */
const cli_command *cli_commands_find(const char *name);

/* Prints that a command is not known, with the nearest one; returns the exit status. */
int cli_commands_unknown(const char *name, jh_lang lang);

#endif
