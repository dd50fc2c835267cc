/* strings.h - the texts that the sheets of a workbook share, held as one block.
 *
 * Four bytes beside each text, no more. Also decodes what the file format writes
 * for characters that XML cannot hold: _x000D_.
 */
#ifndef JH_SHEET_STRINGS_H
#define JH_SHEET_STRINGS_H

#include "sheet/archive.h"

typedef struct jh_strings {
  char *block;
  uint32_t *ends; /* text i is [ends[i - 1], ends[i]) */
  size_t size, count;
  size_t block_room, ends_room;
} jh_strings;

/* Reads the part; *out must be zeroed before, and is to be closed either way. */
JH_CHECKED jh_code
jh_strings_read(jh_strings *out, jh_archive *archive, const char *part, jh_error *err);
void jh_strings_close(jh_strings *strings);

jh_str jh_strings_at(const jh_strings *strings, size_t index);

/* Decodes _xHHHH_ in place; returns the new size, never more than before. What would be a NUL or
 * half a character stays as it is written. */
size_t jh_strings_decode(char *text, size_t size);

#endif
