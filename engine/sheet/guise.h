/* guise.h - what a file is that calls itself a workbook.
 *
 * Looks at bytes only; knows nothing of archives beyond their first four.
 */
#ifndef JH_SHEET_GUISE_H
#define JH_SHEET_GUISE_H

#include "base/error.h"

/* Opens the file at path for reading and looks at its beginning. *fd is that of a file which
 * begins like a ZIP archive, and the caller's to close; everything else is an error that says
 * what it is: a text, .xls, a workbook with a password, HTML, an empty file, a folder. */
JH_CHECKED jh_code jh_guise_open(int *fd, const char *path, jh_error *err);

#endif
