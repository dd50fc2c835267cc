/* styles.h - what the styles of a workbook make of numbers: one format for each. */
#ifndef JH_SHEET_STYLES_H
#define JH_SHEET_STYLES_H

#include "base/arena.h"
#include "sheet/archive.h"
#include "sheet/format.h"

typedef struct jh_styles {
  uint8_t *formats; /* jh_format, by the number of the style */
  size_t count;
} jh_styles;

/* Reads the part; what it holds lives in the arena. */
JH_CHECKED jh_code jh_styles_read(
    jh_styles *out, jh_archive *archive, const char *part, jh_arena *arena, jh_error *err);

#endif
