/* layout.h - which cells of a source feed which columns, in which unit.
 *
 * Private to the layer. Headers are found by table/head.h; here the mapping's names meet them.
 */
#ifndef JH_INTAKE_LAYOUT_H
#define JH_INTAKE_LAYOUT_H

#include "intake/state.h"

/* Are all tables and columns that the mapping names in the dictionary? The first that is not is an error
 * with its line. Sets the tables of the result up. */
JH_CHECKED jh_code jh_layout_check(jh_intake *in, jh_error *err);

/* Finds the header of a table and fills the source's feeds. Errors are about the mapping's line, or
 * the file. */
JH_CHECKED jh_code
jh_layout_table(jh_intake *in, jh_intake_source *source, jh_grid *grid, jh_error *err);

/* The same for a form, whose cells have positions. */
JH_CHECKED jh_code jh_layout_form(jh_intake *in, jh_intake_source *source, jh_error *err);

/* Where rows are left out by a word: the field's column of leaves[i]; in the arena. */
JH_CHECKED jh_code
jh_layout_leaves(jh_intake *in, jh_intake_source *source, const jh_head *head, jh_error *err);

/* Closes what the feeds hold. */
void jh_layout_close(jh_intake_source *source);

/* The feed of a column; NULL if nothing feeds it. */
jh_intake_feed *jh_layout_feed(const jh_intake_source *source, uint32_t column);

#endif
