/* parts.h - the records of one large file, read by several threads.
 *
 * Private to the layer.
 */
#ifndef JH_TABLE_PARTS_H
#define JH_TABLE_PARTS_H

#include "table/records.h"

/* Reads all records behind the header, which was read, into rows from f->row on: the same rows as
 * one thread would make. False if that cannot be, because the file is small or anything in it is
 * worth a word; then nothing has changed, and one thread has to read it and say the word. */
bool jh_parts_read(jh_filling *f);

#endif
