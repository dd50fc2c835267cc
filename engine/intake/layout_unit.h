/* layout_unit.h - in which unit a cell's number stands.
 *
 * Private to the layer, a part of layout.h. Knows units and headers, no rows.
 */
#ifndef JH_INTAKE_LAYOUT_UNIT_H
#define JH_INTAKE_LAYOUT_UNIT_H

#include "intake/state.h"

/* `unit` of a source is for its columns of money. */
JH_CHECKED jh_code
jh_layout_check_unit(const jh_intake *in, const jh_mapping_from *from, jh_error *err);

/* Opens the reading of a part in the first unit that is said: by the mapping, the header, the source
 * for money, the unit line. Where mapping and header differ, that is told. */
JH_CHECKED jh_code jh_layout_open_part(
    jh_intake *in, jh_intake_source *source, const jh_intake_feed *feed, jh_intake_part *part,
    const jh_head_field *field, jh_error *err);

/* Tells of a column of money whose unit nothing says. */
JH_CHECKED jh_code jh_layout_warn_unit(
    jh_intake *in, const jh_intake_source *source, const jh_intake_feed *feed,
    const jh_head_field *field, jh_error *err);

#endif
