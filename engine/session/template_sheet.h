/* template_sheet.h - a workbook of a template while it is written. Private to template_book.c and
 * template_sheet.c. */
#ifndef JH_SESSION_TEMPLATE_SHEET_H
#define JH_SESSION_TEMPLATE_SHEET_H

#include "base/utf8.h"
#include "session/template.h"
#include "sheet/write.h"

#define JH_TEMPLATE_HEADER_ROW 3 /* below a title and a line of units and kinds */

typedef struct jh_template_writer {
  jh_write *w;
  const jh_template *t;
  jh_template_part part;
  jh_buf buf, more;   /* texts on their way */
  const char **names; /* of the sheets of the tables */
  uint32_t row;       /* of the sheet that is written line by line */
  jh_error *err;
} jh_template_writer;

/* The sheet of one of the template's tables. */
JH_CHECKED jh_code jh_template_sheet(jh_template_writer *at, size_t index);

/* Lines that a text takes in a column so many digits wide. */
static inline size_t jh_template_lines(jh_str text, size_t width) {
  return 1 + jh_utf8_width(text) / width;
}

#endif
