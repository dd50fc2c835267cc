/* reader.h - records of a delimited text file, with the places that libcsv does not give.
 *
 * Private to the layer; reader.c is the only file of the engine that includes
 * libcsv. It feeds the parser so that it always knows in which line a record
 * began; the place of a cell is found again on demand in the record's text. Lines end in LF, CRLF or CR, also mixed. Knows no
 * header and no types.
 *
 * Lines and columns count in the text as UTF-8: for files in other encodings
 * the column is that of the converted line.
 */
#ifndef JH_TABLE_READER_H
#define JH_TABLE_READER_H

#include "table/encoding.h"

#define JH_READER_RECORD_BYTES ((size_t)1 << 20) /* a longer record is refused */

/* A delimiter that stands for the full-width comma. Inside quoted cells the comma comes as the mark:
 * jh_reader_restore puts it back. */
#define JH_READER_WIDE_COMMA '\x1F'
#define JH_READER_WIDE_MARK "\x1F  "

typedef struct jh_reader jh_reader;

/* Called for each cell: bytes without the quotes, blanks around an unquoted cell removed. The
 * bytes are gone after the call. at may be NULL when size is 0. */
typedef void (*jh_reader_cell)(void *at, size_t size, void *payload);

/* input and encoding are borrowed. The reader stands at the first line. */
JH_CHECKED jh_code jh_reader_open(
    jh_reader **out, jh_input *input, const char *encoding, uint32_t bom_size, char delimiter,
    jh_error *err);
void jh_reader_close(jh_reader *reader);

/* Some whole records of a file in UTF-8. */
typedef struct jh_reader_part {
  uint64_t offset, size; /* bytes of the file */
  uint32_t line;         /* number of its first line */
} jh_reader_part;

/* A reader that sees nothing but the part: the one that is there, turned to it, or a new one where
 * *reader is NULL. Close it after an error, too. */
JH_CHECKED jh_code jh_reader_turn(
    jh_reader **reader, jh_input *input, char delimiter, const jh_reader_part *part, jh_error *err);

/* Puts full-width commas back into the text of a cell. */
void jh_reader_restore(char *text, size_t size);

/* Passes over physical lines, whatever stands in them; fewer if the file ends. */
JH_CHECKED jh_code jh_reader_skip(jh_reader *reader, uint32_t lines, jh_error *err);

/* Reads the next record and calls `cell` for each of its cells; blank lines are passed over.
 * *got is false at the end of the file.
 *
 * Errors  JH_EBAD_QUOTE     a quotation mark inside an unquoted cell, or text behind a closing one;
 *                           the next call goes on with the next line
 *         JH_EOPEN_QUOTE    placed where the quote opened; `also` where that was noticed
 *         JH_ERECORD_LARGE, JH_ENUL_BYTE, JH_EBAD_BYTES, JH_ENOT_READABLE, JH_ENOMEM
 *                           after these, and after JH_EOPEN_QUOTE, nothing more can be read */
JH_CHECKED jh_code
jh_reader_next(jh_reader *reader, jh_reader_cell cell, void *payload, bool *got, jh_error *err);

/* What takes many records. The first member of whatever it belongs to: `cell` is called with the
 * sink as its payload, and must count `cells`; then `record`, in which jh_reader_line and
 * jh_reader_place tell of the record that has ended. */
typedef struct jh_reader_sink {
  jh_reader_cell cell;
  void (*record)(struct jh_reader_sink *sink);
  size_t cells;      /* of the record, so far; set to 0 before each */
  jh_reader *reader; /* set by jh_reader_run */
} jh_reader_sink;

/* Reads as many records as are at hand, which is faster than one by one. *got is false at the end
 * of the file. Errors as jh_reader_next; the records before were given to the sink. */
JH_CHECKED jh_code jh_reader_run(jh_reader *reader, jh_reader_sink *sink, bool *got, jh_error *err);

/* The line in which the record begins that was read last, and the line that comes next. */
uint32_t jh_reader_line(const jh_reader *reader);
uint32_t jh_reader_next_line(const jh_reader *reader);

/* Where the line that comes next begins in a file in UTF-8. */
uint64_t jh_reader_offset(const jh_reader *reader);

/* Sets line, column and field of a cell (0 = the first) of the record that was read last. */
void jh_reader_place(jh_reader *reader, size_t cell, jh_place *at);

#endif
