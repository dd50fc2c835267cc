/* styles.c - the part styles; see styles.h. */
#include "sheet/styles.h"

#include "sheet/xml.h"

#define MOST_FORMATS 8192 /* spelt out; they are searched one by one */

typedef struct named {
  uint32_t id;
  jh_format format;
} named;

typedef struct reader {
  jh_xml *xml;
  jh_arena *arena;
  const jh_book_limits *limits;
  bool is_root, in_formats, in_styles;
  named *named; /* formats that the file spells out */
  size_t named_count, named_room;
  uint32_t *ids; /* the format of each style, by number */
  size_t id_count, id_room;
} reader;

static bool is(jh_str name, const char *word) { return jh_str_equal(name, jh_str_of(word)); }

/* Room for one more of an array; ends the reading where there is none. */
static bool make_room(
    reader *r, void **items, size_t *room, size_t count, size_t size, uint64_t most) {
  char number[24];
  if (count >= most) {
    jh_xml_fail(r->xml, JH_EBOOK_LIMIT, 0, 0, "styles", jh_arg_int(number, (int64_t)most));
    return false;
  }
  if (jh_arena_grow(r->arena, items, room, count + 1, size) == 0) return true;
  jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
  return false;
}

static void add_format(reader *r, const jh_xml_tag *tag) {
  uint32_t id;
  const char *code = jh_xml_get(tag, "formatCode");
  if (!code || !jh_xml_number(jh_xml_get(tag, "numFmtId"), UINT32_MAX, &id)) return;
  void *items = r->named;
  if (!make_room(r, &items, &r->named_room, r->named_count, sizeof *r->named, MOST_FORMATS)) return;
  r->named = items;
  r->named[r->named_count++] = (named){id, jh_format_of(jh_str_of(code))};
}

static void add_style(reader *r, const jh_xml_tag *tag) {
  uint32_t id = 0;
  const char *text = jh_xml_get(tag, "numFmtId");
  if (text && !jh_xml_number(text, UINT32_MAX, &id)) {
    jh_xml_fail(r->xml, JH_ESHEET_VALUE, 0, 0, text, "numFmtId");
    return;
  }
  void *items = r->ids;
  if (!make_room(r, &items, &r->id_room, r->id_count, sizeof *r->ids, r->limits->styles)) return;
  r->ids = items;
  r->ids[r->id_count++] = id;
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  reader *r = owner;
  if (is(tag->name, "styleSheet")) r->is_root = true;
  if (is(tag->name, "numFmts")) r->in_formats = true;
  if (is(tag->name, "cellXfs")) r->in_styles = true;
  if (r->in_formats && is(tag->name, "numFmt")) add_format(r, tag);
  if (r->in_styles && is(tag->name, "xf")) add_style(r, tag);
}

static void on_end(void *owner, jh_str name) {
  reader *r = owner;
  if (is(name, "numFmts")) r->in_formats = false;
  if (is(name, "cellXfs")) r->in_styles = false;
}

static void on_text(void *owner, jh_str text) {
  (void)owner;
  (void)text;
}

/* What the file spells out goes before what every program knows. */
static jh_format format_of(const reader *r, uint32_t id) {
  for (size_t i = 0; i < r->named_count; i++)
    if (r->named[i].id == id) return r->named[i].format;
  return jh_format_builtin(id);
}

jh_code jh_styles_read(
    jh_styles *out, jh_archive *archive, const char *part, jh_arena *arena, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  reader r = {.arena = arena, .limits = jh_archive_limits(archive)};
  jh_xml_source source = {archive, part, "", JH_XML_SMALL};
  jh_code code = jh_xml_read(&source, &hooks, &r, &r.xml, err);
  if (code) return code;
  if (!r.is_root) return jh_archive_fail(archive, err, JH_EBOOK_DAMAGED, part, NULL);
  out->formats = jh_arena_get(arena, r.id_count);
  if (!out->formats) return jh_archive_fail(archive, err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < r.id_count; i++) out->formats[i] = (uint8_t)format_of(&r, r.ids[i]);
  out->count = r.id_count;
  return JH_OK;
}
