/* book.c - the part workbook and what it refers to; see book.h. */
#include "sheet/book.h"

#include <string.h>

#include "base/alloc.h"
#include "sheet/book_parts.h"
#include "sheet/xml.h"

typedef struct reader {
  jh_xml *xml;
  jh_book *book;
  bool is_root, in_sheets;
} reader;

static bool is(jh_str name, const char *word) { return jh_str_equal(name, jh_str_of(word)); }

static void add_sheet(reader *r, const jh_xml_tag *tag) {
  jh_book *book = r->book;
  const char *name = jh_xml_get(tag, "name");
  const char *id = jh_xml_get_relation(tag);
  const char *state = jh_xml_get(tag, "state");
  const jh_relation *relation = id ? jh_relations_by_id(&book->relations, id) : NULL;
  char number[24];
  if (!name || !relation || !relation->part) {
    jh_xml_fail(r->xml, JH_EBOOK_PART, 0, 0, id ? id : "r:id", name ? name : "sheet");
    return;
  }
  if (strcmp(relation->kind, "worksheet") != 0) return; /* a chart, a dialog: no cells */
  if (book->count >= jh_archive_limits(book->archive)->sheets) {
    int64_t most = (int64_t)jh_archive_limits(book->archive)->sheets;
    jh_xml_fail(r->xml, JH_EBOOK_LIMIT, 0, 0, "sheets", jh_arg_int(number, most));
    return;
  }
  void *items = book->sheets;
  char *kept = jh_arena_text(book->arena, jh_str_of(name));
  if (!kept ||
      jh_arena_grow(book->arena, &items, &book->room, book->count + 1, sizeof *book->sheets)) {
    jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
    return;
  }
  book->sheets = items;
  bool is_hidden = state && strcmp(state, "visible") != 0;
  book->sheets[book->count++] = (jh_book_sheet){kept, relation->part, is_hidden};
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  reader *r = owner;
  if (is(tag->name, "workbook")) r->is_root = true;
  if (is(tag->name, "sheets")) r->in_sheets = true;
  if (is(tag->name, "workbookPr")) r->book->is_1904 = jh_xml_is_on(jh_xml_get(tag, "date1904"));
  if (is(tag->name, "calcPr"))
    r->book->lacks_computed = jh_xml_is_on(jh_xml_get(tag, "fullCalcOnLoad"));
  if (r->in_sheets && is(tag->name, "sheet")) add_sheet(r, tag);
}

static void on_end(void *owner, jh_str name) {
  reader *r = owner;
  if (is(name, "sheets")) r->in_sheets = false;
}

static void on_text(void *owner, jh_str text) {
  (void)owner;
  (void)text;
}

/* What an archive is that has no part workbook of ours. */
static jh_code blame(jh_book *book, jh_error *err) {
  jh_archive *archive = book->archive;
  if (!jh_archive_has(archive, "[Content_Types].xml") && jh_archive_has(archive, "content.xml"))
    return jh_archive_fail(archive, err, JH_EBOOK_ODS, NULL, NULL);
  if (jh_archive_has(archive, "xl/workbook.bin"))
    return jh_archive_fail(archive, err, JH_EBOOK_KIND, ".xlsb", NULL);
  if (jh_archive_has(archive, "word/document.xml"))
    return jh_archive_fail(archive, err, JH_EBOOK_KIND, ".docx", NULL);
  if (jh_archive_has(archive, "ppt/presentation.xml"))
    return jh_archive_fail(archive, err, JH_EBOOK_KIND, ".pptx", NULL);
  if (jh_archive_has(archive, "[Content_Types].xml"))
    return jh_archive_fail(archive, err, JH_EBOOK_PART, "workbook", "_rels/.rels");
  return jh_archive_fail(archive, err, JH_EBOOK_KIND, ".zip", NULL);
}

/* Two sheets of one name: messages and mappings could mean either. */
static jh_code check_sheets(jh_book *book, jh_error *err) {
  if (book->count == 0)
    return jh_archive_fail(book->archive, err, JH_EBOOK_PART, "sheet", "workbook");
  for (size_t i = 0; i < book->count; i++) {
    const jh_book_sheet *sheet = &book->sheets[i];
    if (!jh_archive_has(book->archive, sheet->part))
      return jh_archive_fail(book->archive, err, JH_EBOOK_PART, sheet->part, sheet->name);
    if (jh_book_find(book, jh_str_of(sheet->name)) != i)
      return jh_archive_fail(book->archive, err, JH_EBOOK_DAMAGED, sheet->name, NULL);
  }
  return JH_OK;
}

static jh_code read_book(jh_book *book, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  jh_relations package;
  jh_code code = jh_relations_read(&package, book->archive, "", book->arena, err);
  if (code) return code;
  const jh_relation *main = jh_relations_by_kind(&package, "officeDocument");
  if (!main || !main->part) return blame(book, err);
  if (!jh_archive_has(book->archive, main->part))
    return jh_archive_fail(book->archive, err, JH_EBOOK_PART, main->part, "_rels/.rels");
  code = jh_relations_read(&book->relations, book->archive, main->part, book->arena, err);
  if (code) return code;
  /* Only then are these parts XML. */
  if (jh_str_ends(jh_str_of(main->part), ".bin")) return blame(book, err);
  reader r = {.book = book};
  jh_xml_source source = {book->archive, main->part, "", JH_XML_SMALL};
  code = jh_xml_read(&source, &hooks, &r, &r.xml, err);
  if (code) return code;
  return r.is_root ? check_sheets(book, err) : blame(book, err);
}

jh_code jh_book_open(jh_book **out, const char *path, const jh_book_limits *limits, jh_error *err) {
  *out = NULL;
  jh_book *book = jh_alloc_get(sizeof *book);
  if (!book) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  book->arena = jh_arena_open();
  jh_code code = book->arena ? jh_archive_open(&book->archive, path, limits, err)
                             : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = read_book(book, err);
  if (code) {
    jh_book_close(book);
    return code;
  }
  *out = book;
  return JH_OK;
}

void jh_book_close(jh_book *book) {
  if (!book) return;
  jh_strings_close(&book->strings);
  jh_archive_close(book->archive);
  jh_arena_close(book->arena);
  jh_alloc_free(book);
}

size_t jh_book_sheet_count(const jh_book *book) { return book->count; }

const char *jh_book_sheet_name(const jh_book *book, size_t sheet) {
  return book->sheets[sheet].name;
}

bool jh_book_sheet_is_hidden(const jh_book *book, size_t sheet) {
  return book->sheets[sheet].is_hidden;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

uint32_t jh_book_find(const jh_book *book, jh_str name) {
  for (size_t i = 0; i < book->count; i++) {
    const char *known = book->sheets[i].name;
    size_t at = 0;
    while (at < name.size && known[at] && lower(known[at]) == lower(name.at[at])) at++;
    if (at == name.size && known[at] == '\0') return (uint32_t)i;
  }
  return UINT32_MAX;
}

jh_code jh_book_read_shared(jh_book *book, jh_error *err) {
  if (book->has_shared) return JH_OK;
  const jh_relation *styles = jh_relations_by_kind(&book->relations, "styles");
  const jh_relation *strings = jh_relations_by_kind(&book->relations, "sharedStrings");
  jh_code code = JH_OK;
  if (styles && styles->part)
    code = jh_styles_read(&book->styles, book->archive, styles->part, book->arena, err);
  if (code) return code;
  const char *part = strings ? strings->part : NULL;
  book->has_strings = part && jh_archive_has(book->archive, part);
  jh_strings_close(&book->strings); /* what an earlier try left */
  if (part && book->has_strings) code = jh_strings_read(&book->strings, book->archive, part, err);
  book->has_shared = code == JH_OK;
  return code;
}
