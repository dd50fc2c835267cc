/* options.h - the words of a command line, read by a table.
 *
 * Written as --name VALUE, --name=VALUE, -x VALUE or -xVALUE, in any order
 * with the operands; -- ends the options. Knows no command.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/error.h"

/* CLI_LIST: a text that may be given several times. */
typedef enum cli_kind {
  CLI_FLAG,
  CLI_TEXT,
  CLI_CHOICE,
  CLI_DATE,
  CLI_NUMBER,
  CLI_LIST,
  CLI_LIMITS
} cli_kind;

typedef enum cli_option_id {
#define CLI_OPTION(id, name, letter, kind, value_en, value_zh, en, zh) CLI_##id,
#include "cli/options.def"
#undef CLI_OPTION
  CLI_OPTIONS
} cli_option_id;

typedef struct cli_option {
  const char *name;
  char letter;
  cli_kind kind;
  const char *value[JH_LANGS];
  const char *help[JH_LANGS];
} cli_option;

const cli_option *cli_options_get(cli_option_id id);

/* What a command takes. */
typedef struct cli_grammar {
  const char *name;             /* of the command, for messages */
  const cli_option_id *options; /* ended by CLI_OPTIONS */
  const cli_option_id
      *repeated;       /* which of them, beside lists, may be given several times; NULL = none */
  const char *formats; /* choices of --format: "text|csv|json" */
  const char *operand[JH_LANGS]; /* what an operand is; NULL = none are taken */
  size_t least, most;            /* operands */
} cli_grammar;

typedef struct cli_args {
  const char *value[CLI_OPTIONS]; /* NULL = not given; flags: ""; lists: the last */
  const char **list[CLI_OPTIONS]; /* lists: all that were given, in order */
  size_t list_count[CLI_OPTIONS];
  const char **operands;
  size_t operand_count;
  jh_lang lang;
} cli_args;

/* Reads argv[0 .. argc) (the words after the command). Texts are borrowed from argv.
 * With --help, nothing is asked for: missing operands are no error.
 * Errors: the 6xx codes, JH_ENOMEM. Close with cli_options_done, also after a failure. */
JH_CHECKED jh_code cli_options_parse(
    cli_args *out, const cli_grammar *grammar, int argc, char **argv, jh_lang lang, jh_error *err);
void cli_options_done(cli_args *args);

/* The language: --lang anywhere before "--", else LC_ALL, LC_MESSAGES, LANG (the first that is set and
 * not empty): zh… is Chinese, all else English. A wrong --lang is left to the parser. */
jh_lang cli_options_lang(int argc, char **argv);

/* 1 to 64; 0 when not given. */
int cli_options_number(const cli_args *args, cli_option_id id);

/* What --pack-limits said; 0 = nothing said. */
typedef struct cli_pack_limits {
  uint32_t memory_mib; /* 1 to 65536 */
  uint64_t steps;      /* 1 to 10^12 */
  int seconds;         /* 1 to 86400 */
} cli_pack_limits;

cli_pack_limits cli_options_pack_limits(const cli_args *args);

/* Is a word one of the choices "a|b|c"? */
bool cli_options_is_choice(const char *choices, jh_str word);

#endif
