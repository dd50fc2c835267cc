/* preview.h - how a file of data would be read, written for people or as JSON.
 *
 * Plain records, filled by whoever looked at the file (session/preview.c). Knows nothing of how it
 * was found out.
 */
#ifndef JH_REPORT_PREVIEW_H
#define JH_REPORT_PREVIEW_H

#include "base/buf.h"
#include "model/plan.h"

#define JH_PREVIEW_RECORDS 5

typedef enum jh_preview_encoding {
  JH_PREVIEW_TOLD,
  JH_PREVIEW_MARKED,
  JH_PREVIEW_VALID,
  JH_PREVIEW_GUESSED,
  JH_PREVIEW_ACCIDENT
} jh_preview_encoding;

/* How a header was matched; in the order of what is surest. */
typedef enum jh_preview_how {
  JH_PREVIEW_BY_ID,
  JH_PREVIEW_BY_NAME,
  JH_PREVIEW_BY_ALIAS,
  JH_PREVIEW_BY_UNIT /* but for the unit in brackets */
} jh_preview_how;

typedef struct jh_preview_field {
  const char *header;          /* parts from above joined by "/" */
  const jh_column_def *column; /* NULL = none */
  jh_preview_how how;
  bool is_twice;    /* a field before it has the column */
  bool is_silent;   /* the column is of money, and no unit is said anywhere */
  const char *unit; /* that the file says; NULL */
  const char *near; /* without a column: the id of the nearest; NULL */
} jh_preview_field;

typedef struct jh_preview_record {
  uint32_t line;
  jh_str *cells;
  size_t count;
} jh_preview_record;

typedef struct jh_preview_file {
  const char *path;
  bool is_workbook;
  const char *sheet; /* of a workbook; NULL */
  bool is_sheet_hidden;
  const jh_error *problem; /* why it cannot be read any further; NULL */
  const char *encoding;
  jh_preview_encoding encoding_how;
  const char *delimiter;     /* as it is called: "TAB"; NULL of a workbook */
  const char *hash;          /* "" = not known */
  const jh_table_def *table; /* that fits best; NULL = none */
  bool is_template;          /* of a workbook that this program wrote to be filled in */
  bool is_read;              /* evaluate and validate would read it for this table */
  uint32_t title_lines, header_lines, header_line; /* header_lines 0 = no header was found */
  const char *title, *unit;                        /* "" or NULL = none */
  jh_preview_field *fields;
  size_t field_count;
  jh_preview_record records[JH_PREVIEW_RECORDS];
  size_t record_count;
  size_t row_count; /* behind the header, blank ones left out */
} jh_preview_file;

void jh_preview_text(jh_buf *buf, const jh_preview_file *file, jh_lang lang);

/* One object; whoever calls puts it into a list. */
void jh_preview_json(jh_buf *buf, const jh_preview_file *file, jh_lang lang);

#endif
