/* survey.h - the first look at a file: its encoding, its fingerprint, its number of lines.
 *
 * Private to the layer. Reads the file once, or twice where the encoding has
 * to be guessed. Knows no cells.
 */
#ifndef JH_TABLE_SURVEY_H
#define JH_TABLE_SURVEY_H

#include "base/sha256.h"
#include "table/encoding.h"

#define JH_SURVEY_MARKS 64

/* A place between two lines where a record most likely begins: the quotation marks before it are
 * even in number. */
typedef struct jh_survey_mark {
  uint64_t offset;     /* in the file */
  uint64_t most_lines; /* before it, as in jh_survey */
  uint32_t line;       /* number of the line that begins there */
} jh_survey_mark;

typedef struct jh_survey {
  char encoding[JH_ENCODING_NAME];
  uint32_t bom_size;
  bool is_guessed;     /* neither told nor marked nor UTF-8: deserves a note */
  bool is_accident;    /* guessed to be GB18030, although it is UTF-8, too */
  bool lacks_end;      /* text stands behind the last line end: the file may have been cut off */
  uint64_t most_lines; /* not fewer than the lines of the file that are not blank */
  char hash[JH_SHA256_TEXT];
  jh_survey_mark marks[JH_SURVEY_MARKS]; /* by jh_survey_look */
  size_t mark_count;
} jh_survey;

/* How the encoding is found: a byte order mark; else what was told (NULL = nothing); else UTF-8 if
 * the whole file is; else GB18030 if the whole file is. A short file in GB18030 may be valid UTF-8
 * by accident (the bytes of 学校 are those of two Cyrillic letters): if it is UTF-8 without any
 * Chinese character or full-width sign, and as GB18030 has nothing but Chinese ones, it is taken for GB18030.
 * A file with more Chinese characters in UTF-8 than bad bytes is damaged UTF-8, never GB18030.
 *
 * Errors JH_EEMPTY_FILE, JH_EBAD_BYTES and JH_ENUL_BYTE (with line and column),
 * JH_EUNKNOWN_ENCODING (arg: name), and those of input.h. */
JH_CHECKED jh_code jh_survey_make(jh_survey *out, jh_input *input, const char *told, jh_error *err);

/* The same without the fingerprint, with marks every `spacing` bytes or more, but not more than fit
 * in. There are none if the file is not in UTF-8, or has a CR without LF. */
JH_CHECKED jh_code
jh_survey_look(jh_survey *out, jh_input *input, const char *told, uint64_t spacing, jh_error *err);

/* The fingerprint alone. */
JH_CHECKED jh_code jh_survey_hash(char out[JH_SHA256_TEXT], jh_input *input, jh_error *err);

#endif
