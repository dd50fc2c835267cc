/* survey.c - one pass over the bytes; see survey.h. */
#include "table/survey.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

#define BLOCK ((size_t)256 * 1024)
#define CARRY ((size_t)3) /* bytes of a character that the block cut in two */

/* What has been seen so far. */
typedef struct look {
  uint64_t size_bytes;        /* without the byte order mark */
  uint64_t feeds, feed_pairs; /* LF; those right behind another one: their lines are blank */
  uint64_t crs, crlfs;
  uint64_t quotes;
  char before;       /* the last byte that was counted */
  uint64_t nul_at;   /* offset of the first NUL byte; UINT64_MAX = none */
  uint64_t bad_at;   /* of the first byte that is not UTF-8; UINT64_MAX = none */
  uint64_t bad, han; /* bad bytes; Chinese characters and signs */
  bool has_other;    /* signs beyond ASCII that are not Chinese */
} look;

static bool is_han(uint32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/* Full-width signs and Chinese punctuation: nothing that stands in GB18030 by accident. */
static bool is_chinese_sign(uint32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
}

#define STRIDE 240 /* bytes that are counted in bytes: fewer than 256 */

/* Counts as many bytes as fit into counters of one byte each, so that they are counted side by
 * side. at[-1] can be read. */
static void count_stride(look *seen, const char *at, size_t size) {
  uint8_t feeds = 0, pairs = 0, crs = 0, crlfs = 0, quotes = 0;
  const char *before = at - 1;
  for (size_t i = 0; i < size; i++) {
    uint8_t is_feed = at[i] == '\n';
    feeds = (uint8_t)(feeds + is_feed);
    pairs = (uint8_t)(pairs + (is_feed & (before[i] == '\n')));
    crlfs = (uint8_t)(crlfs + (is_feed & (before[i] == '\r')));
    crs = (uint8_t)(crs + (at[i] == '\r'));
    quotes = (uint8_t)(quotes + (at[i] == '"'));
  }
  seen->feeds += feeds;
  seen->feed_pairs += pairs;
  seen->crs += crs;
  seen->crlfs += crlfs;
  seen->quotes += quotes;
}

static void count(look *seen, const char *at, size_t size) {
  if (size == 0) return;
  const char pair[2] = {seen->before, at[0]};
  count_stride(seen, pair + 1, 1);
  size_t i = 1;
  for (; i + STRIDE <= size; i += STRIDE) count_stride(seen, at + i, STRIDE);
  count_stride(seen, at + i, size - i);
  seen->before = at[size - 1];
}

/* Line ends that close something: blank lines do not matter to anyone who makes room. */
static uint64_t lines_of(const look *seen) {
  return seen->feeds - seen->feed_pairs + seen->crs - seen->crlfs;
}

/* Where marks are wanted. */
typedef struct marking {
  uint64_t spacing, next; /* UINT64_MAX = no marks; not before this offset */
  jh_survey *to;
} marking;

/* Counts a block that stands at `offset`, and sets marks in it. */
static void count_lines(look *seen, const char *at, size_t size, uint64_t offset, marking *m) {
  size_t done = 0;
  while (m->next < offset + size && m->to->mark_count < JH_SURVEY_MARKS) {
    size_t from = m->next > offset + done ? (size_t)(m->next - offset) : done;
    const char *feed = memchr(at + from, '\n', size - from);
    if (!feed) break;
    size_t cut = (size_t)(feed - at) + 1;
    count(seen, at + done, cut - done);
    done = cut;
    m->next = offset + cut;
    if (seen->quotes % 2 || seen->feeds >= UINT32_MAX) continue;
    m->to->marks[m->to->mark_count++] =
        (jh_survey_mark){offset + cut, lines_of(seen), (uint32_t)seen->feeds + 1};
    m->next += m->spacing;
  }
  count(seen, at + done, size - done);
}

/* Bytes of the UTF-8 character at `at`; 0 = none; more than `size` = cut by the end of the block. */
static size_t character(const unsigned char *at, size_t size, uint32_t *out) {
  size_t need = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
  if (at[0] < 0xC2 || at[0] > 0xF4) return 0;
  uint32_t c = at[0] & (0xFFu >> (need + 1));
  for (size_t i = 1; i < need; i++) {
    if (i == size) return need;
    if ((at[i] & 0xC0) != 0x80) return 0;
    c = c << 6 | (at[i] & 0x3F);
  }
  static const uint32_t least[] = {0x80, 0x800, 0x10000};
  if (c < least[need - 2] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0;
  *out = c;
  return need;
}

static uint8_t is_lead(unsigned char c) { return (unsigned char)(c - 0xE4) < 6; }

/* Most text is ASCII and Chinese characters from U+4000 to U+9FFF: three bytes, the first one E4 to
 * E9. Counts those first bytes, and says whether every byte stands where it may: the two behind such
 * a byte follow it, and none else does. The bytes are looked at side by side, those before `from`,
 * too; they are fewer than 256. */
static bool is_usual_from(const unsigned char *at, size_t from, size_t size, uint8_t *leads) {
  uint8_t wrong = 0, count = 0;
  for (size_t i = from; i < size; i++) {
    uint8_t leading = is_lead(at[i]), follows = (uint8_t)(is_lead(at[i - 1]) | is_lead(at[i - 2]));
    uint8_t is_tail = (unsigned char)(at[i] - 0x80) < 0x40, is_high = at[i] >= 0x80;
    wrong |= (uint8_t)((is_tail ^ follows) | (is_high ^ (leading | is_tail)));
    count = (uint8_t)(count + leading);
  }
  *leads = count;
  return !wrong;
}

/* Are `size` bytes, from the beginning of a character to the end of one, nothing else? */
static bool is_usual(const unsigned char *at, size_t size, uint64_t *han) {
  const unsigned char first[4] = {0, 0, at[0], at[1]};
  uint8_t leads, first_leads;
  bool ok = !is_lead(at[size - 1]) && !is_lead(at[size - 2]) &&
            is_usual_from(first, 2, 4, &first_leads) && is_usual_from(at, 2, size, &leads);
  if (ok) *han += (uint64_t)first_leads + leads;
  return ok;
}

static size_t ascii_run(const unsigned char *at, size_t size) {
  size_t i = 0;
  for (uint64_t word; size - i >= 8; i += 8) {
    memcpy(&word, at + i, sizeof word);
    if (word & UINT64_C(0x8080808080808080)) break;
  }
  while (i < size && at[i] < 0x80) i++;
  return i;
}

/* Most Chinese characters: U+4000 to U+9FFF. */
static bool is_usual_han(const unsigned char *at, size_t size) {
  return size > 2 && at[0] >= 0xE4 && at[0] <= 0xE9 && (at[1] & 0xC0) == 0x80 &&
         (at[2] & 0xC0) == 0x80;
}

/* Judges a block as UTF-8; returns how many bytes are settled. `offset` is that of the block. */
static size_t judge(look *seen, const unsigned char *at, size_t size, uint64_t offset, bool last) {
  size_t unusual = 0; /* up to here every character is looked at */
  for (size_t i = 0;;) {
    while (i >= unusual && size - i > STRIDE) {
      size_t next = i + STRIDE;
      while ((at[next] & 0xC0) == 0x80 && next > i + STRIDE - 3) next--;
      if (is_usual(at + i, next - i, &seen->han)) {
        i = next;
      } else {
        unusual = next;
      }
    }
    i += ascii_run(at + i, size - i);
    for (; is_usual_han(at + i, size - i); i += 3) seen->han++;
    if (i == size) return size;
    if (at[i] < 0x80) continue;
    uint32_t c = 0;
    size_t used = character(at + i, size - i, &c);
    if (used > size - i && !last) return i;
    if (used == 0 || used > size - i) {
      if (seen->bad++ == 0) seen->bad_at = offset + i;
      i++;
      continue;
    }
    if (is_han(c) || is_chinese_sign(c)) {
      seen->han++;
    } else if (c != 0xD7) { /* the sign × is a usual "no" and tells nothing */
      seen->has_other = true;
    }
    i += used;
  }
}

static void find_nul(look *seen, const char *at, size_t size, uint64_t offset) {
  if (seen->nul_at != UINT64_MAX) return;
  const char *nul = memchr(at, 0, size);
  if (nul) seen->nul_at = offset + (uint64_t)(nul - at);
}

static bool begins(const char *at, size_t size, const char *mark, size_t mark_size) {
  return size >= mark_size && memcmp(at, mark, mark_size) == 0;
}

/* The mark at the beginning of the file; "" if there is none. */
static const char *marked(const char *at, size_t size, uint32_t *bom_size) {
  *bom_size = 3;
  if (begins(at, size, "\xEF\xBB\xBF", 3)) return JH_ENCODING_UTF8;
  *bom_size = 4;
  if (begins(at, size, "\xFF\xFE\0\0", 4)) return "UTF-32LE";
  if (begins(at, size, "\0\0\xFE\xFF", 4)) return "UTF-32BE";
  *bom_size = 2;
  if (begins(at, size, "\xFF\xFE", 2)) return "UTF-16LE";
  if (begins(at, size, "\xFE\xFF", 2)) return "UTF-16BE";
  *bom_size = 0;
  return "";
}

static void set_encoding(jh_survey *out, const char *name) {
  jh_str_copy(out->encoding, sizeof out->encoding, jh_str_of(name));
}

/* One pass over all bytes: hash (unless NULL), lines, mark, and how good they are as UTF-8. */
static jh_code pass(
    look *seen, jh_input *input, jh_sha256 *hash, char *block, marking *m, jh_error *err) {
  jh_survey *out = m->to;
  uint64_t offset = 0;
  size_t carried = 0, got = BLOCK;
  while (got == BLOCK) {
    jh_code code = jh_input_read(input, block + carried, BLOCK, &got, err);
    if (code) return code;
    if (hash) jh_sha256_add(hash, (jh_str){block + carried, got});
    size_t from = 0, size = carried + got;
    if (offset == 0) {
      set_encoding(out, marked(block, got, &out->bom_size));
      from = out->bom_size;
    }
    if (size > from && got > 0) {
      find_nul(seen, block + from, size - from, offset + from);
      size_t fresh = from > carried ? from : carried;
      if (size > fresh) count_lines(seen, block + fresh, size - fresh, offset + fresh, m);
    }
    size_t done =
        judge(seen, (unsigned char *)block + from, size - from, offset + from, got < BLOCK);
    seen->size_bytes += size - from - carried;
    carried = size - from - done;
    offset += from + done;
    memmove(block, block + from + done, carried);
  }
  return JH_OK;
}

/* Is the whole file good in this encoding, and (if asked) all beyond ASCII Chinese characters? */
static jh_code try_encoding(
    bool *is_good, jh_input *input, const char *encoding, bool only_han, jh_error *err) {
  char *text = jh_alloc_get(BLOCK);
  if (!text) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_decoder decoder;
  jh_code code = jh_decoder_open(&decoder, input, encoding, 0, err);
  *is_good = !code;
  for (size_t got = 1; !code && *is_good && got > 0;) {
    code = jh_decoder_read(&decoder, text, BLOCK, &got, err);
    jh_str rest = {text, got};
    while (!code && only_han && *is_good && rest.size > 0) {
      uint32_t c = 0;
      size_t skip = ascii_run((const unsigned char *)rest.at, rest.size);
      if (skip == 0) skip = jh_utf8_next(rest, &c);
      *is_good = skip > 0 && (c == 0 || is_han(c));
      rest.at += skip;
      rest.size -= skip;
    }
  }
  jh_decoder_close(&decoder);
  jh_alloc_free(text);
  return code;
}

static jh_code fail_at(
    jh_survey *out, jh_input *input, jh_code why, uint64_t offset, jh_error *err) {
  jh_place at;
  jh_code code = jh_encoding_place(&at, input, JH_ENCODING_UTF8, out->bom_size, offset, err);
  return code ? code : jh_fail(err, why, &at, JH_ENCODING_UTF8, NULL);
}

/* The file has no mark and nobody told its encoding. */
static jh_code guess(jh_survey *out, const look *seen, jh_input *input, jh_error *err) {
  bool is_utf8 = seen->bad == 0;
  set_encoding(out, JH_ENCODING_UTF8);
  if (is_utf8 && (seen->han > 0 || !seen->has_other)) return JH_OK;
  /* Text in GB18030 has a bad byte in nearly every character, and hardly ever three bytes that
   * make a Chinese one. */
  if (!is_utf8 && seen->han >= seen->bad) {
    return fail_at(out, input, JH_EBAD_BYTES, seen->bad_at, err);
  }
  if (seen->nul_at != UINT64_MAX)
    return JH_OK; /* no text at all: the NUL is reported by the caller */
  bool is_gb = false;
  jh_error why;
  jh_code code = try_encoding(&is_gb, input, JH_ENCODING_GB18030, is_utf8, &why);
  if (code == JH_OK && is_gb) {
    set_encoding(out, JH_ENCODING_GB18030);
    out->is_guessed = true;
    out->is_accident = is_utf8;
    return JH_OK;
  }
  if (code && code != JH_EBAD_BYTES) {
    if (err) *err = why;
    return code;
  }
  if (is_utf8) return JH_OK;
  /* Neither. The encoding that went further is the one that was meant. */
  jh_error as_utf8;
  jh_code found = fail_at(out, input, JH_EBAD_BYTES, seen->bad_at, &as_utf8);
  bool gb_went_further = code == JH_EBAD_BYTES &&
                         (why.at.line > as_utf8.at.line ||
                          (why.at.line == as_utf8.at.line && why.at.column > as_utf8.at.column));
  if (err) *err = gb_went_further ? why : as_utf8;
  return found;
}

static jh_code decide(
    jh_survey *out, const look *seen, jh_input *input, const char *told, jh_error *err) {
  bool is_marked = out->encoding[0] != '\0';
  if (!is_marked && told && !jh_encoding_find(out->encoding, told)) {
    jh_place at = jh_place_of(input->path, 0, 0);
    return jh_fail(err, JH_EUNKNOWN_ENCODING, &at, told, NULL);
  }
  if (is_marked && told) { /* the mark is in the file, the word is not: it wins, and is noted */
    char name[JH_ENCODING_NAME];
    out->is_guessed = !jh_encoding_find(name, told) || strcmp(name, out->encoding) != 0;
    if (jh_encoding_is_wide(told) && jh_encoding_is_wide(out->encoding)) out->is_guessed = false;
  }
  jh_code code = !is_marked && !told ? guess(out, seen, input, err) : JH_OK;
  if (code) return code;
  if (seen->nul_at != UINT64_MAX && !jh_encoding_is_wide(out->encoding)) {
    return fail_at(out, input, JH_ENUL_BYTE, seen->nul_at, err);
  }
  if (strcmp(out->encoding, JH_ENCODING_UTF8) == 0 && seen->bad > 0) {
    return fail_at(out, input, JH_EBAD_BYTES, seen->bad_at, err);
  }
  return JH_OK;
}

static jh_code survey(
    marking *m, jh_input *input, const char *told, jh_sha256 *hash, jh_error *err) {
  jh_survey *out = m->to;
  look seen = {.nul_at = UINT64_MAX, .bad_at = UINT64_MAX, .before = '\n'};
  char *block = jh_alloc_get(BLOCK + CARRY);
  jh_code code =
      block ? pass(&seen, input, hash, block, m, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_alloc_free(block);
  if (hash && !jh_sha256_done(hash, out->hash) && !code) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (code) return code;
  if (seen.size_bytes == 0) {
    jh_place at = jh_place_of(input->path, 0, 0);
    return jh_fail(err, JH_EEMPTY_FILE, &at, NULL);
  }
  code = decide(out, &seen, input, told, err);
  bool is_utf8 = strcmp(out->encoding, JH_ENCODING_UTF8) == 0;
  /* Lines of encodings that do not write LF as one byte 0A cannot be counted here. */
  bool is_known = is_utf8 || strcmp(out->encoding, JH_ENCODING_GB18030) == 0 ||
                  strcmp(out->encoding, "BIG5") == 0 || jh_encoding_is_wide(out->encoding);
  out->most_lines = is_known ? lines_of(&seen) + 1 : input->size_bytes;
  bool is_ended = seen.before == '\n' || seen.before == '\r';
  out->lacks_end = is_known && !jh_encoding_is_wide(out->encoding) && !is_ended;
  if (!is_utf8 || seen.crs != seen.crlfs) out->mark_count = 0;
  return code;
}

jh_code jh_survey_make(jh_survey *out, jh_input *input, const char *told, jh_error *err) {
  *out = (jh_survey){0};
  marking none = {.next = UINT64_MAX, .to = out};
  jh_sha256 hash;
  jh_sha256_init(&hash);
  return survey(&none, input, told, &hash, err);
}

jh_code jh_survey_look(
    jh_survey *out, jh_input *input, const char *told, uint64_t spacing, jh_error *err) {
  *out = (jh_survey){0};
  uint64_t least = input->size_bytes / JH_SURVEY_MARKS + 1;
  if (spacing < least) spacing = least;
  marking m = {.spacing = spacing, .next = spacing, .to = out};
  return survey(&m, input, told, NULL, err);
}

jh_code jh_survey_hash(char out[JH_SHA256_TEXT], jh_input *input, jh_error *err) {
  char *block = jh_alloc_get(BLOCK);
  if (!block) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_sha256 hash;
  jh_sha256_init(&hash);
  jh_code code = JH_OK;
  for (size_t got = BLOCK; !code && got == BLOCK;) {
    code = jh_input_read(input, block, BLOCK, &got, err);
    if (!code) jh_sha256_add(&hash, (jh_str){block, got});
  }
  if (!jh_sha256_done(&hash, out) && !code) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_alloc_free(block);
  return code;
}
