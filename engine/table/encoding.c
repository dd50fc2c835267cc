/* encoding.c - names of encodings, and conversion by glibc's iconv; see encoding.h. */
#include "table/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/alloc.h"

#define BLOCK ((size_t)64 * 1024)

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

static bool is_word(char c) {
  return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'Z');
}

static bool is_letter_or_sign(char c) {
  return is_word(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
}

/* "utf-8", "UTF8" and "Utf_8" are the same word: capitals and digits only. */
static void squeeze(char out[JH_ENCODING_NAME], const char *name) {
  size_t end = 0;
  for (; *name && end + 1 < JH_ENCODING_NAME; name++) {
    if (is_word(*name)) out[end++] = upper(*name);
  }
  out[end] = '\0';
}

static const struct {
  const char *word, *name;
} aliases[] = {
    {"UTF8", JH_ENCODING_UTF8},
    {"UTF8BOM", JH_ENCODING_UTF8},
    {"UTF8SIG", JH_ENCODING_UTF8},
    {"ASCII", JH_ENCODING_UTF8},
    {"GB18030", JH_ENCODING_GB18030},
    {"GBK", JH_ENCODING_GB18030},
    {"GB2312", JH_ENCODING_GB18030},
    {"CP936", JH_ENCODING_GB18030},
    {"BIG5", "BIG5"},
    {"CP950", "BIG5"},
    {"UTF16", "UTF-16LE"}, /* a byte order mark is asked first */
    {"UTF16LE", "UTF-16LE"},
    {"UTF16BE", "UTF-16BE"},
    {"UTF32", "UTF-32LE"},
    {"UTF32LE", "UTF-32LE"},
    {"UTF32BE", "UTF-32BE"},
};

bool jh_encoding_find(char out[JH_ENCODING_NAME], const char *name) {
  char word[JH_ENCODING_NAME];
  squeeze(word, name);
  for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
    if (strcmp(aliases[i].word, word) == 0) {
      jh_str_copy(out, JH_ENCODING_NAME, jh_str_of(aliases[i].name));
      return true;
    }
  }
  /* iconv takes "" for the locale's encoding and "//" for options: neither is a name. */
  if (!*word || strlen(name) >= JH_ENCODING_NAME) return false;
  for (const char *c = name; *c; c++) {
    if (!is_letter_or_sign(*c)) return false;
  }
  iconv_t handle = iconv_open(JH_ENCODING_UTF8, name);
  if (handle == (iconv_t)-1) return false;
  iconv_close(handle);
  jh_str_copy(out, JH_ENCODING_NAME, jh_str_of(name));
  return true;
}

bool jh_encoding_is_wide(const char *name) {
  char word[JH_ENCODING_NAME];
  squeeze(word, name);
  return strncmp(word, "UTF16", 5) == 0 || strncmp(word, "UTF32", 5) == 0 ||
         strncmp(word, "UCS", 3) == 0 || strncmp(word, "UNICODE", 7) == 0;
}

static size_t unit_bytes(const char *encoding) {
  if (strncmp(encoding, "UTF-16", 6) == 0) return 2;
  return strncmp(encoding, "UTF-32", 6) == 0 ? 4 : 1;
}

jh_code jh_decoder_open(
    jh_decoder *out, jh_input *input, const char *encoding, uint32_t bom_size, jh_error *err) {
  *out =
      (jh_decoder){.input = input, .encoding = encoding, .bom_size = bom_size, .offset = bom_size};
  jh_code code = jh_input_rewind(input, bom_size, err);
  if (code || strcmp(encoding, JH_ENCODING_UTF8) == 0) return code;
  iconv_t handle = iconv_open(JH_ENCODING_UTF8, encoding);
  if (handle == (iconv_t)-1) {
    jh_place at = jh_place_of(input->path, 0, 0);
    return jh_fail(err, JH_EUNKNOWN_ENCODING, &at, encoding, NULL);
  }
  out->handle = handle;
  out->raw = jh_alloc_get(BLOCK);
  if (out->raw) return JH_OK;
  jh_decoder_close(out);
  return jh_fail(err, JH_ENOMEM, NULL, NULL);
}

void jh_decoder_close(jh_decoder *decoder) {
  if (decoder->handle) iconv_close(decoder->handle);
  jh_alloc_free(decoder->raw);
  decoder->handle = NULL;
  decoder->raw = NULL;
}

static jh_code bad_bytes(jh_decoder *decoder, jh_error *err) {
  jh_place at;
  jh_code code = jh_encoding_place(
      &at, decoder->input, decoder->encoding, decoder->bom_size, decoder->offset, err);
  return code ? code : jh_fail(err, JH_EBAD_BYTES, &at, decoder->encoding, NULL);
}

/* Reads more raw bytes behind those that are left. */
static jh_code refill(jh_decoder *decoder, jh_error *err) {
  size_t left = decoder->end - decoder->at;
  memmove(decoder->raw, decoder->raw + decoder->at, left);
  size_t got = 0;
  jh_code code = jh_input_read(decoder->input, decoder->raw + left, BLOCK - left, &got, err);
  decoder->at = 0;
  decoder->end = left + got;
  decoder->has_ended = got < BLOCK - left;
  return code;
}

/* Converts what is there; *got grows by what came out. */
static jh_code convert(jh_decoder *decoder, char *out, size_t room, size_t *got, jh_error *err) {
  char *from = decoder->raw + decoder->at, *to = out + *got;
  size_t from_left = decoder->end - decoder->at, to_left = room - *got;
  size_t result = iconv(decoder->handle, &from, &from_left, &to, &to_left);
  int why = result == (size_t)-1 ? errno : 0;
  size_t taken = decoder->end - decoder->at - from_left;
  decoder->at += taken;
  decoder->offset += taken;
  *got = room - to_left;
  bool is_cut = why == EINVAL && decoder->has_ended; /* half a character at the end of the file */
  return why == EILSEQ || is_cut ? bad_bytes(decoder, err) : JH_OK;
}

jh_code jh_decoder_read(jh_decoder *decoder, char *out, size_t room, size_t *got, jh_error *err) {
  *got = 0;
  if (!decoder->handle) return jh_input_read(decoder->input, out, room, got, err);
  while (*got == 0) {
    /* Fewer than the longest character: there may be only a part of it. */
    if (decoder->end - decoder->at < 16 && !decoder->has_ended) {
      jh_code code = refill(decoder, err);
      if (code) return code;
    }
    if (decoder->at == decoder->end) return JH_OK;
    jh_code code = convert(decoder, out, room, got, err);
    if (code) return code;
  }
  return JH_OK;
}

/* One character's worth of bytes as a number, for telling line ends. */
static uint32_t unit_at(const char *bytes, size_t size, bool is_big) {
  uint32_t unit = 0;
  for (size_t i = 0; i < size; i++) {
    unit = unit << 8 | (unsigned char)bytes[is_big ? i : size - 1 - i];
  }
  return unit;
}

jh_code jh_encoding_place(
    jh_place *out, jh_input *input, const char *encoding, uint32_t bom_size, uint64_t offset,
    jh_error *err) {
  size_t unit = unit_bytes(encoding);
  bool is_big = strstr(encoding, "BE") != NULL;
  uint64_t at = bom_size, line_start = bom_size;
  uint32_t line = 1, before = 0;
  char *block = jh_alloc_get(BLOCK);
  if (!block) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_input_rewind(input, at, err);
  size_t got = BLOCK;
  while (!code && at < offset && got == BLOCK) {
    code = jh_input_read(input, block, BLOCK, &got, err);
    for (size_t i = 0; !code && i + unit <= got && at < offset; i += unit, at += unit) {
      uint32_t c = unit_at(block + i, unit, is_big);
      /* A CR ends a line; an LF does unless it belongs to the CR before it. */
      line += c == '\r' || (c == '\n' && before != '\r');
      if (c == '\r' || c == '\n') line_start = at + unit;
      before = c;
    }
  }
  jh_alloc_free(block);
  *out = jh_place_of(input->path, line, (uint32_t)(offset - line_start + 1));
  return code;
}
