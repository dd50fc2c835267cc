/* strings.c - the part sharedStrings; see strings.h. */
#include "sheet/strings.h"

#include <string.h>

#include "base/alloc.h"
#include "sheet/xml.h"

typedef struct reader {
  jh_xml *xml;
  jh_strings *out;
  const jh_book_limits *limits;
  size_t begun; /* where the text being read begins in the block */
  bool is_root, in_item, in_text;
  uint32_t phonetic; /* open rPh */
} reader;

static bool is(jh_str name, const char *word) { return jh_str_equal(name, jh_str_of(word)); }

/* Room for one block that grows; what is new is not touched, and so takes no memory yet. */
static bool grow(void **block, size_t *room, size_t need, size_t unit) {
  if (need <= *room) return true;
  size_t wide = *room + *room / 2 + 1024;
  if (wide < need) wide = need;
  void *grown = jh_alloc_resize(*block, wide * unit);
  if (!grown) return false;
  *block = grown;
  *room = wide;
  return true;
}

static bool check_room(reader *r, size_t more) {
  jh_strings *s = r->out;
  uint64_t most = r->limits->shared_bytes < UINT32_MAX ? r->limits->shared_bytes : UINT32_MAX;
  char number[24];
  if (s->size + more + (s->count + 1) * sizeof *s->ends > most) {
    jh_xml_fail(
        r->xml, JH_EBOOK_LIMIT, 0, 0, "sharedStrings bytes", jh_arg_int(number, (int64_t)most));
    return false;
  }
  if (s->size - r->begun + more > r->limits->text_bytes) {
    jh_xml_fail(
        r->xml, JH_EBOOK_LIMIT, 0, 0, "text bytes",
        jh_arg_int(number, (int64_t)r->limits->text_bytes));
    return false;
  }
  return true;
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  reader *r = owner;
  if (is(tag->name, "sst")) r->is_root = true;
  if (is(tag->name, "si")) r->in_item = true;
  if (is(tag->name, "rPh")) r->phonetic++;
  if (is(tag->name, "t")) r->in_text = r->in_item && !r->phonetic;
}

static void on_text(void *owner, jh_str text) {
  reader *r = owner;
  jh_strings *s = r->out;
  if (!r->in_text || !check_room(r, text.size)) return;
  void *block = s->block;
  if (!grow(&block, &s->block_room, s->size + text.size, 1)) {
    jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
    return;
  }
  s->block = block;
  memcpy(s->block + s->size, text.at, text.size);
  s->size += text.size;
}

static void end_item(reader *r) {
  jh_strings *s = r->out;
  void *ends = s->ends;
  if (!check_room(r, 0)) return;
  if (!grow(&ends, &s->ends_room, s->count + 1, sizeof *s->ends)) {
    jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
    return;
  }
  s->ends = ends;
  if (s->size > r->begun)
    s->size = r->begun + jh_strings_decode(s->block + r->begun, s->size - r->begun);
  s->ends[s->count++] = (uint32_t)s->size;
  r->begun = s->size;
  r->in_item = false;
}

static void on_end(void *owner, jh_str name) {
  reader *r = owner;
  if (is(name, "t")) r->in_text = false;
  if (is(name, "rPh") && r->phonetic) r->phonetic--;
  if (is(name, "si")) end_item(r);
}

jh_code jh_strings_read(jh_strings *out, jh_archive *archive, const char *part, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  reader r = {.out = out, .limits = jh_archive_limits(archive)};
  jh_xml_source source = {archive, part, "", UINT64_MAX};
  jh_code code = jh_xml_read(&source, &hooks, &r, &r.xml, err);
  if (!code && !r.is_root) code = jh_archive_fail(archive, err, JH_EBOOK_DAMAGED, part, NULL);
  return code;
}

void jh_strings_close(jh_strings *strings) {
  jh_alloc_free(strings->block);
  jh_alloc_free(strings->ends);
  *strings = (jh_strings){.block = NULL};
}

jh_str jh_strings_at(const jh_strings *strings, size_t index) {
  size_t from = index ? strings->ends[index - 1] : 0;
  return (jh_str){strings->block + from, strings->ends[index] - from};
}

/* The code unit of "_x000D_" at `at`, or 0. */
static uint32_t unit_at(const char *text, size_t size, size_t at) {
  if (at + 7 > size || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return 0;
  uint32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; i++) {
    char c = text[i];
    if (c >= '0' && c <= '9')
      unit = unit * 16 + (uint32_t)(c - '0');
    else if ((c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'))
      unit = unit * 16 + (uint32_t)((c & 0xDF) - 'A') + 10;
    else
      return 0;
  }
  return unit;
}

static size_t put_utf8(char *out, uint32_t c) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

size_t jh_strings_decode(char *text, size_t size) {
  if (!memchr(text, '_', size)) return size;
  size_t to = 0;
  for (size_t at = 0; at < size;) {
    uint32_t c = unit_at(text, size, at);
    size_t used = 7;
    if (c >= 0xD800 && c < 0xDC00) {
      uint32_t low = unit_at(text, size, at + 7);
      used = 14;
      c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0;
    } else if (c >= 0xDC00 && c < 0xE000) {
      c = 0;
    }
    if (c == 0) {
      text[to++] = text[at++];
    } else {
      at += used;
      to += put_utf8(text + to, c);
    }
  }
  return to;
}
