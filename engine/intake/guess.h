/* guess.h - a folder of the offices' files, looked over: which of them could feed which column.
 *
 * Finds tables by their headers (table/head.h), the project's own templates by their hidden sheet, and
 * statistical forms by their codes, and writes a mapping as a person would: what is certain as it is,
 * what is likely as a question in a comment. Reads no more of a figure than it needs to tell a table from
 * a form; nothing is imported here.
 */
#ifndef JH_INTAKE_GUESS_H
#define JH_INTAKE_GUESS_H

#include "base/buf.h"
#include "base/diag.h"
#include "model/plan.h"

typedef struct jh_guess jh_guess;

/* Looks over every file below the folder, in byte order of their paths. Files that cannot be read are
 * kept as such (jh_guess_check tells of them). The plan must outlive the guess.
 * Errors  JH_ENO_FOLDER, JH_ETOO_LARGE (more than 10,000 files), JH_ENOMEM */
JH_CHECKED jh_code
jh_guess_open(jh_guess **out, const jh_plan *plan, const char *folder, jh_error *err);
void jh_guess_close(jh_guess *guess); /* NULL is allowed */

/* Adds what is open to diag, as errors: required columns that nothing feeds, sources without their key,
 * nothing that is known at all. `strictly` adds what a person would have to decide: near misses, headers
 * that clash, money without a unit, forms. Files that cannot be read are warnings, strictly errors.
 * Returns how many errors were added. */
size_t jh_guess_check(const jh_guess *guess, bool strictly, jh_diag *diag);

/* Writes the mapping. `dictionary` is its name, or the file beside the mapping. */
void jh_guess_write(const jh_guess *guess, const char *dictionary, jh_lang lang, jh_buf *out);

#endif
