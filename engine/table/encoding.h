/* encoding.h - from the bytes of a file to UTF-8, block by block.
 *
 * Private to the layer; the only header behind which iconv is known. UTF-8
 * passes through unconverted. survey.h finds out which encoding a file has.
 */
#ifndef JH_TABLE_ENCODING_H
#define JH_TABLE_ENCODING_H

#include "table/input.h"

#define JH_ENCODING_UTF8 "UTF-8"
#define JH_ENCODING_GB18030 "GB18030"

/* The name under which an encoding is known here: "utf8" is UTF-8; GBK and GB2312 are GB18030,
 * which contains them; "big5" is BIG5, which glibc takes for CP950, too. Other names are those
 * of iconv. False if there is no such encoding. The name is copied to out. */
#define JH_ENCODING_NAME 32
bool jh_encoding_find(char out[JH_ENCODING_NAME], const char *name);

/* UTF-16, UTF-32 and their like, whose characters are not made of single bytes. */
bool jh_encoding_is_wide(const char *name);

typedef struct jh_decoder {
  jh_input *input;
  const char *encoding;
  void *handle; /* of iconv; NULL for UTF-8 */
  char *raw;    /* bytes read and not yet converted: [at, end) */
  size_t at, end;
  uint32_t bom_size;
  uint64_t offset; /* of raw[at] in the file */
  bool has_ended;  /* no more bytes in the file */
} jh_decoder;

/* Begins behind the byte order mark. The name is borrowed. */
JH_CHECKED jh_code jh_decoder_open(
    jh_decoder *out, jh_input *input, const char *encoding, uint32_t bom_size, jh_error *err);
void jh_decoder_close(jh_decoder *decoder);

/* Fills out with whole characters in UTF-8; *got is 0 only at the end. room must be at least 16.
 * UTF-8 is not checked: the survey did. Errors JH_EBAD_BYTES with line and column, … */
JH_CHECKED jh_code
jh_decoder_read(jh_decoder *decoder, char *out, size_t room, size_t *got, jh_error *err);

/* The line and column of the byte at an offset, as the file stands on disk: line ends are LF,
 * CRLF or CR; wide encodings are read in their units. Reads the file up to there. */
JH_CHECKED jh_code jh_encoding_place(
    jh_place *out, jh_input *input, const char *encoding, uint32_t bom_size, uint64_t offset,
    jh_error *err);

#endif
