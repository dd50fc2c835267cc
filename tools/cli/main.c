/* main.c - the program: finds the command and lets it run. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/help.h"
#include "cli/say.h"

static int run_command(const cli_command *command, int argc, char **argv, jh_lang lang) {
  cli_args args;
  jh_error err;
  jh_code code = cli_options_parse(&args, &command->grammar, argc, argv, lang, &err);
  int status;
  if (code) {
    status = cli_say_error(&err, lang);
  } else if (args.value[CLI_HELP]) {
    status = cli_help_one(command, lang);
  } else {
    status = command->run(&args);
  }
  cli_options_done(&args);
  return status;
}

/* The options that may stand before the command, or without one. */
static const cli_option_id options[] = {CLI_LANG, CLI_HELP, CLI_VERSION, CLI_OPTIONS};

static const cli_grammar bare = {.name = "help", .options = options, .most = 1};

/* A command line without a command: --help, --version, or a mistake. */
static int run_bare(const cli_args *args) {
  jh_error err;
  if (args->value[CLI_HELP] && args->operand_count > 0) return cli_help.run(args);
  if (args->value[CLI_HELP]) return cli_help_all(args->lang);
  if (args->value[CLI_VERSION]) return cli_version.run(args);
  (void)jh_fail(&err, JH_ENO_COMMAND, NULL, "junheng --help", NULL);
  return cli_say_error(&err, args->lang);
}

/* Reads what stands before the command, `count` words, or all where there is none. */
static int read_bare(int count, char **argv, bool has_command, jh_lang lang) {
  cli_args args;
  jh_error err;
  int status = CLI_DONE;
  if (cli_options_parse(&args, &bare, count, argv, lang, &err)) {
    status = cli_say_error(&err, lang);
  } else if (!has_command) {
    status = run_bare(&args);
  }
  cli_options_done(&args);
  return status;
}

/* Where one of the three standard files is closed, another file would take its number and receive
 * what was meant for it: something that cannot be written takes it instead. */
static void keep_standard_files(void) {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
    if (fcntl(file, F_GETFD) < 0) (void)!open("/dev/null", O_RDONLY);
  }
}

/* The place of the command: after --lang, which alone may stand before it. 0 = it is none. */
static int find_command(int argc, char **argv) {
  int at = 1;
  while (at < argc && strncmp(argv[at], "--lang", 6) == 0) at += argv[at][6] ? 1 : 2;
  return at < argc && argv[at][0] != '-' ? at : 0;
}

int main(int argc, char **argv) {
  jh_lang lang = cli_options_lang(argc, argv);
  keep_standard_files();
  /* A reader that goes away is a failed write, told like any other. */
  signal(SIGPIPE, SIG_IGN);
  int at = find_command(argc, argv);
  if (!at) return read_bare(argc > 0 ? argc - 1 : 0, argv + 1, false, lang);
  int status = read_bare(at - 1, argv + 1, true, lang);
  if (status) return status;
  const cli_command *command = cli_commands_find(argv[at]);
  if (!command) return cli_commands_unknown(argv[at], lang);
  return run_command(command, argc - at - 1, argv + at + 1, lang);
}
