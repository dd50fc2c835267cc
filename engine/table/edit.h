/* edit.h - a cell of a loaded dataset gets another text, as if its file said so.
 *
 * The text is taken by the functions that take the cells of files (cell.h), in the unit of the file's column, and
 * refused in their words. The file is left alone. What hangs on the cell beyond the dataset (stage units,
 * verdicts) is the caller's affair. Knows no rule.
 */
#ifndef JH_TABLE_EDIT_H
#define JH_TABLE_EDIT_H

#include "model/finding.h"
#include "table/dataset.h"

/* Where a cell stands in its file: 1-based field; 0 where the dictionary sets it for the whole file, JH_NONE where
 * the file does not have it. */
uint32_t jh_edit_field(const jh_dataset *dataset, const jh_edit *at, const jh_file **file);

/* What an edit replaced. */
typedef struct jh_edit_before {
  jh_edit at; /* text: of an earlier edit; NULL = the file's */
  bool was_known;
  int64_t number;
  uint8_t mark;
  jh_str text;
} jh_edit_before;

/* Changes a cell that has a field. The row's key, parent, stage and name must not be what is changed, nor
 * anything of a table whose rows are ordered by what they hold. Takes memory of the dataset that is given back with
 * it: the length of the text, and a copy of a column the first time that a cell of it changes.
 * Errors: why the cell is refused, with file, line, field and whose row it is, as when reading; JH_EBAD_BYTES;
 * JH_ENOMEM. Then nothing has changed. */
JH_CHECKED jh_code
jh_edit_cell(jh_dataset *dataset, const jh_edit *to, jh_edit_before *before, jh_error *err);

/* Takes the latest edit back; cannot fail. */
void jh_edit_undo(jh_dataset *dataset, const jh_edit_before *before);

/* What is written in a cell of a file: the text of its edit, else `written`. */
const char *jh_edit_written(
    const jh_dataset *dataset, const jh_cell *cell, uint16_t file, const char *written);

#endif
