/* commands.c - the table of commands. */
#include <string.h>

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/say.h"

static const cli_command *const all[] = {
    &cli_evaluate, &cli_explain, &cli_compare, &cli_sweep, &cli_plan,       &cli_targets,
    &cli_validate, &cli_check,   &cli_test,    &cli_rules, &cli_dictionary, &cli_template,
    &cli_import,   &cli_runs,    &cli_merge,   &cli_help,  &cli_version,    NULL};

const cli_command *const *cli_commands(void) { return all; }

const cli_command *cli_commands_find(const char *name) {
  for (const cli_command *const *at = all; *at; at++) {
    if (strcmp((*at)->grammar.name, name) == 0) return *at;
  }
  return NULL;
}

int cli_commands_unknown(const char *name, jh_lang lang) {
  char shown[96], best[64];
  jh_error err;
  jh_suggest near = jh_suggest_begin(jh_str_of(name));
  for (const cli_command *const *at = all; *at; at++) {
    jh_suggest_offer(&near, jh_str_of((*at)->grammar.name));
  }
  jh_arg_text(shown, sizeof shown, jh_str_of(name));
  jh_arg_text(best, sizeof best, near.best);
  (void)jh_fail(&err, JH_EUNKNOWN_COMMAND, NULL, shown, best, NULL);
  return cli_say_error(&err, lang);
}
