/* target_arguments.c - words of a command line: read by the command's grammar or refused with words.
 *
 * The input is lines: the first names the command, each further one is a word. */
#include "cli/command.h"
#include "fuzz.h"

enum { MOST = 64 };

static void must_fit(const cli_args *args, const cli_grammar *grammar) {
  if (args->value[CLI_HELP]) return;
  fuzz_must(args->operand_count >= grammar->least, "as many operands as are needed");
  fuzz_must(args->operand_count <= grammar->most, "no more operands than are taken");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char text[4097], *words[MOST + 1];
  int count = 0;
  if (size >= sizeof text) return 0;
  memcpy(text, data, size);
  text[size] = 0;
  for (char *at = text; at && count < MOST;) {
    words[count++] = at;
    at = strchr(at, '\n');
    if (at) *at++ = 0;
  }
  words[count] = NULL;
  jh_error err = {0};
  cli_args args;
  const cli_command *command = cli_commands_find(words[0]);
  jh_lang lang = cli_options_lang(count, words);
  if (!command) return 0;
  jh_code code = cli_options_parse(&args, &command->grammar, count - 1, words + 1, lang, &err);
  if (code) fuzz_must_tell(&err, code, false);
  if (!code) must_fit(&args, &command->grammar);
  cli_options_done(&args);
  return 0;
}
