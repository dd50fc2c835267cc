/* position.h - the name of a cell in a sheet: C14.
 *
 * Columns count from 0 (A), rows from 1, as everywhere in this layer.
 */
#ifndef JH_SHEET_POSITION_H
#define JH_SHEET_POSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define JH_POSITION_TEXT 16
#define JH_POSITION_COLUMNS ((uint32_t)16384)
#define JH_POSITION_ROWS ((uint32_t)1048576)

/* Writes the name, "C14", or the column's alone, "C", where row is 0; returns out. */
const char *jh_position_text(char out[JH_POSITION_TEXT], uint32_t column, uint32_t row);

/* Reads a whole name, "C14" or "$C$14", or a column's alone, "C" (then *row is 0). False if it is none,
 * or outside what a sheet may hold. */
bool jh_position_read(jh_str text, uint32_t *column, uint32_t *row);

#endif
