/* header.h - from the header line of a file to the columns of its table.
 *
 * Private to the layer.
 */
#ifndef JH_TABLE_HEADER_H
#define JH_TABLE_HEADER_H

#include "table/loading.h"
#include "table/reader.h"

#define JH_HEADER_COLUMNS ((size_t)4096)

/* Reads the next record as the header of a file: fills headers, header_columns, header_count and
 * header_line. Blank headers at the end are not counted: they are the padding of title lines.
 * A header is matched, folded, with id, names and aliases of the columns.
 *
 * Findings, to the diagnostics: unknown columns (warning, with the nearest name), columns that
 * stand twice, columns that must be there and are not, wanted columns that are not (note). *ok is
 * false if one of them was an error. An error that ends the file is returned: JH_EEMPTY_FILE if
 * there is no record, JH_ETOO_MANY_COLUMNS, and those of jh_reader_next. */
JH_CHECKED jh_code jh_header_read(
    jh_loading *loading, jh_staged *staged, jh_file *file, jh_reader *reader, bool *ok,
    jh_error *err);

#endif
