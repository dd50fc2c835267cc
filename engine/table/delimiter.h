/* delimiter.h - which sign stands between the cells of a text file.
 *
 * Private to the layer. Knows no header.
 */
#ifndef JH_TABLE_DELIMITER_H
#define JH_TABLE_DELIMITER_H

#include "table/encoding.h"

/* The one of , TAB ; | and ， by which the most of the first lines have the same number of cells
 * above 1; of two that are alike the one that gives more cells, then the earlier. `usual` where none
 * gives more than one cell. Reads the beginning of the file. Errors as jh_decoder_read. */
JH_CHECKED jh_code jh_delimiter_find(
    char *out, jh_input *input, const char *encoding, uint32_t bom_size, char usual, jh_error *err);

/* A comma, or a TAB for .tsv and .txt. */
char jh_delimiter_usual(const char *path);

/* How it is called in a message: "," or "TAB". */
const char *jh_delimiter_name(char delimiter);

#endif
