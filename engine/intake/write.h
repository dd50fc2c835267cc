/* write.h - the result of an import, as a folder.
 *
 * Private to the layer. The order of everything comes from the mapping, the dictionary and the keys.
 */
#ifndef JH_INTAKE_WRITE_H
#define JH_INTAKE_WRITE_H

#include "intake/state.h"

/* May the folder be written? Asked before anything is read, and once more at the end. */
JH_CHECKED jh_code jh_write_may(jh_intake *in, jh_error *err);

/* Writes tables, dictionary, mapping, origins and report. */
JH_CHECKED jh_code jh_write_folder(jh_intake *in, jh_error *err);

#endif
