/* archive.h - what `evaluate` leaves behind for later: a manifest, a run in an archive. */
#ifndef CLI_ARCHIVE_H
#define CLI_ARCHIVE_H

#include "cli/work.h"

/* Is --manifest or --archive there? Then the session is to be evaluated with figures. */
bool cli_archive_is_asked(const cli_args *args);

/* Refuses outputs that are inputs, before anything is read. */
JH_CHECKED jh_code cli_archive_check(const cli_args *args, jh_error *err);

/* After evaluating: writes what was asked for. */
JH_CHECKED jh_code cli_archive_keep(cli_work *work, const jh_session_options *how);

#endif
