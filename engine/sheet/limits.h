/* limits.h - how much of a stranger's workbook is read. */
#ifndef JH_SHEET_LIMITS_H
#define JH_SHEET_LIMITS_H

#include <stdint.h>

/* What is read at most; 0 = as usual. The usual ones let a sheet of 200,000 rows
 * and 60 columns pass with room to spare. Rows and columns are bounded by the
 * format itself (position.h). */
typedef struct jh_book_limits {
  uint64_t entries;      /* files in the archive: 10,000 */
  uint64_t entry_bytes;  /* one of them, unpacked: 4 GiB */
  uint64_t total_bytes;  /* all that is unpacked in the life of the book: 64 GiB */
  uint64_t ratio;        /* unpacked to packed, once 16 MiB are passed: 300 */
  uint64_t shared_bytes; /* memory for shared strings: 1 GiB */
  uint64_t text_bytes;   /* one cell's text: 1 MiB */
  uint64_t sheets;       /* 4,096 */
  uint64_t styles;       /* formats of cells: 65,536 */
  uint64_t merges;       /* merged ranges of a sheet: 1,000,000 */
} jh_book_limits;

#endif
