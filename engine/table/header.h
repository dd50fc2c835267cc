/* header.h - from the header line of a file to the columns of its table.
 *
 * Private to the layer.
 */
#ifndef JH_TABLE_HEADER_H
#define JH_TABLE_HEADER_H

#include "table/head.h"
#include "table/loading.h"
#include "table/reader.h"

#define JH_HEADER_COLUMNS ((size_t)4096)

/* Reads the next record as the header of a file: fills headers, header_count, header_line and
 * header_last. Blank headers at the end are not counted: they are the padding of title lines.
 * An error that ends the file is returned: JH_EEMPTY_FILE if there is no record,
 * JH_ETOO_MANY_COLUMNS, and those of jh_reader_next. */
JH_CHECKED jh_code
jh_header_take(jh_loading *loading, jh_file *file, jh_reader *reader, jh_error *err);

/* May something else be the header, or another delimiter part it? A single cell, a blank one between
 * others, the same one twice in a row, or none that means anything. JH_ENOMEM only. */
JH_CHECKED jh_code jh_header_is_odd(
    bool *out, const jh_loading *loading, const jh_staged *staged, const jh_file *file,
    jh_error *err);

/* Matches the headers that were taken with the columns (match.h): fills header_columns and
 * header_units.
 *
 * Findings, to the diagnostics: unknown columns (warning, with the nearest name), columns that
 * stand twice, columns that must be there and are not, wanted columns that are not (note). *ok is
 * false if one of them was an error. JH_ENOMEM only. */
JH_CHECKED jh_code jh_header_match(
    jh_loading *loading, jh_staged *staged, jh_file *file, jh_reader *reader, bool *ok,
    jh_error *err);

/* The same with what head.h has found. The texts of the head must live as long as the dataset. */
JH_CHECKED jh_code jh_header_use(
    jh_loading *loading, jh_staged *staged, jh_file *file, const jh_head *head, bool *ok,
    jh_error *err);

#endif
