/* edit.h - data that are being edited: one cell changed in memory, and its county judged again.
 *
 * A part of junheng.h, which programs include.
 */
#ifndef JH_JUNHENG_EDIT_H
#define JH_JUNHENG_EDIT_H

#include "junheng/session.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Gives a cell another text, as if its file said so; the file itself is left alone. `table` and `column` by their ids
 * in the dictionary ("schools", "primary_students"), the row by its code; an empty text is a blank.
 *
 * The text is read as that of the file would be, in the unit of the file's column. What depends on the cell, its
 * county alone, is judged again if the session was evaluated: jh_session_count, jh_session_write, jh_session_explain and
 * all others tell what a full evaluation of the edited files would tell. Only what is said of the files
 * themselves, such as their hashes, is of the files as they were read. A cell that the pack does not read is checked,
 * and changes no verdict.
 *
 * Refused, and then nothing has changed:
 *   what the reader refuses, with its code and its words: file, line, field (JH_ENOT_NUMBER, JH_EOUT_OF_RANGE, JH_EBLANK, …);
 *     a row that would fail a check of the dictionary that is an error (JH_ECHECK_FAILED). Two cells that only
 *     together hold must be changed in an order in which each step holds
 *   JH_EEDIT_NO_CELL      no such table or column      JH_ENO_ENTITY   no such row
 *   JH_EEDIT_STANDS       codes, parents, years, stages and names, by which rows stand or are called; all cells of tables
 *                         whose rows have no code of their own, since these stand in order of what they hold;
 *                         tables that are made from others
 *   JH_EEDIT_NOT_IN_FILE  the file lacks the column, or the dictionary sets it for the whole file
 *   JH_EEDIT_STAGES       the school would have other stages
 *   JH_ENO_DATA, JH_ENOMEM, and errors of functions of the pack
 * Checks that are warnings, and fail now, are added to the session's diagnostics; those that no longer fail stay there. */
JH_CHECKED jh_code jh_session_set_cell(
    jh_session *session, const char *table, const char *key, const char *column, const char *text,
    jh_error *err);

#ifdef __cplusplus
}
#endif

#endif
