/* cmd_help.c - junheng help and junheng version. */
#include "cli/help.h"
#include "cli/say.h"

static const cli_option_id options[] = {CLI_LANG, CLI_HELP, CLI_OPTIONS};

static int run_help(const cli_args *args) {
  if (args->operand_count == 0) return cli_help_all(args->lang);
  const cli_command *command = cli_commands_find(args->operands[0]);
  if (!command) return cli_commands_unknown(args->operands[0], args->lang);
  return cli_help_one(command, args->lang);
}

static int run_version(const cli_args *args) { return cli_help_version(args->lang); }

const cli_command cli_help = {
    .grammar = {.name = "help", .options = options, .operand = {"命令", "a command"}, .most = 1},
    .summary = {"显示命令的用法", "shows how a command is used"},
    .usage = {"[命令]", "[COMMAND]"},
    .example = "junheng help evaluate",
    .run = run_help};

const cli_command cli_version = {
    .grammar = {.name = "version", .options = options},
    .summary = {"显示版本", "shows the version"},
    .usage = {"", ""},
    .example = "junheng version",
    .run = run_version};
