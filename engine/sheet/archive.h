/* archive.h - the ZIP archive that a workbook is: its parts, and a bounded way to unpack one.
 *
 * Nothing that the archive says of itself is believed: sizes are counted while
 * unpacking. Knows libzip; nothing of what stands in the parts. What a file is
 * that is no archive, guise.h tells.
 */
#ifndef JH_SHEET_ARCHIVE_H
#define JH_SHEET_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "sheet/limits.h"

typedef struct jh_archive jh_archive;
typedef struct jh_archive_part jh_archive_part;

/* Limits of 0 are replaced by the usual ones. */
JH_CHECKED jh_code
jh_archive_open(jh_archive **out, const char *path, const jh_book_limits *limits, jh_error *err);
void jh_archive_close(jh_archive *archive);

const jh_book_limits *jh_archive_limits(const jh_archive *archive);
const char *jh_archive_path(const jh_archive *archive);

/* Parts are named "xl/workbook.xml"; letter case does not count. */
bool jh_archive_has(const jh_archive *archive, const char *part);

/* An error of the archive as a whole: place is the file. */
jh_code jh_archive_fail(
    const jh_archive *archive, jh_error *err, jh_code code, const char *first, const char *second);

/* Opens a part that is there; at most `most` bytes will be unpacked. */
JH_CHECKED jh_code jh_archive_part_open(
    jh_archive_part **out, jh_archive *archive, const char *part, uint64_t most, jh_error *err);
/* Reads up to `room` bytes; *got is 0 only at the end, where the checksum was right. */
JH_CHECKED jh_code
jh_archive_part_read(jh_archive_part *part, char *to, size_t room, size_t *got, jh_error *err);
void jh_archive_part_close(jh_archive_part *part);

#endif
