/* work.h - what the commands share: a session opened from options, a result written away. */
#ifndef CLI_WORK_H
#define CLI_WORK_H

#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "junheng.h"

#define CLI_NATIONAL_PACK "national/quality-balance-2017"

typedef struct cli_work {
  const cli_args *args;
  jh_session *session;
  cli_progress progress;
  cli_output output;
  jh_error err;
  bool is_quiet;
  size_t told;          /* diagnostics printed so far */
  const char *on;       /* which day's law: --on, unless the command says otherwise */
  const jh_diag *other; /* of another session over the same data: what it told is not repeated */
} cli_work;

/* Fails with JH_ENO_OPTION unless the option was given. */
JH_CHECKED jh_code cli_work_require(const cli_args *args, cli_option_id id, jh_error *err);

/* Fills what the shared options say; the command changes the rest. */
jh_session_options cli_work_options(cli_work *work, const cli_args *args);

/* Opens the session and prints its diagnostics (work->err is not printed). */
JH_CHECKED jh_code cli_work_open(cli_work *work, const jh_session_options *options);

/* After a session was opened by itself: prints its diagnostics. */
void cli_work_opened(cli_work *work);

/* Of this machine, 64 at most. */
int cli_work_processors(void);

/* Prints what was noticed since the last time. */
void cli_work_tell(cli_work *work);

/* Evaluates as --on and --jobs say, and prints what was noticed. */
JH_CHECKED jh_code cli_work_evaluate(cli_work *work, bool with_figures);

/* As --format says; text when it was not given. */
jh_format cli_work_format(const cli_args *args);

/* Opens --output or standard output. */
JH_CHECKED jh_code cli_work_begin(cli_work *work);

/* Ends the output, closes the session, prints what failed; returns the exit status. */
int cli_work_end(cli_work *work, jh_code code);

#endif
