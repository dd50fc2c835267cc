/* xml.c - expat, held to bounds; see xml.h. */
#include "sheet/xml.h"

#include <expat.h>
#include <string.h>

#include "base/alloc.h"

#define WINDOW ((size_t)256 * 1024)
#define PIECE ((size_t)64 * 1024)
#define MOST_DEPTH 64
#define MOST_TAG ((uint64_t)1024 * 1024)
#define NAME_BITS 2048
#define MOST_NAMES 1536 /* bits that may be taken: some 2,800 different names */
#define SEPARATOR '\1'  /* cannot stand in XML */

struct jh_xml {
  XML_Parser parser;
  jh_archive_part *part;
  jh_xml_source source;
  jh_xml_hooks hooks;
  void *owner;
  jh_error error; /* why reading ended, where code is not 0 */
  uint64_t fed;   /* bytes that the parser was given */
  uint64_t clear; /* `fed` just behind the last tag that was told */
  uint32_t depth;
  uint32_t spaces;  /* prefixes that were declared since the last tag was told */
  uint32_t foreign; /* depth of the outermost element that is passed over; 0 = none */
  uint32_t names;   /* bits that are set below */
  uint8_t seen[NAME_BITS / 8];
  bool is_plain; /* UTF-8, as far as the part says */
  bool is_paused;
  bool has_ended;  /* the parser was told of the end */
  bool is_drained; /* the part has no more bytes */
  size_t start, fill;
  char window[WINDOW + 1];
};

static const char *const spaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};

static const char *const relation_spaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

static bool is_space(jh_str name, const char *const *known, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (jh_str_equal(name, jh_str_of(known[i]))) return true;
  return false;
}

void jh_xml_fail(
    jh_xml *xml, jh_code code, uint32_t row, uint32_t column, const char *first,
    const char *second) {
  if (xml->error.code) return;
  jh_place at =
      jh_place_in(jh_archive_path(xml->source.archive), jh_str_of(xml->source.sheet), row, column);
  (void)jh_fail(&xml->error, code, &at, first, second, NULL);
  (void)XML_StopParser(xml->parser, XML_FALSE);
}

static void fail_limit(jh_xml *xml, const char *what, int64_t most) {
  char number[24];
  jh_xml_fail(xml, JH_EBOOK_LIMIT, 0, 0, what, jh_arg_int(number, most));
}

/* The parser keeps every different name to the end: there may not be very many. */
static void count_name(jh_xml *xml, const char *name) {
  uint32_t hash = 2166136261u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 16777619u;
  uint32_t bit = (hash ^ hash >> 15) % NAME_BITS;
  uint8_t mask = (uint8_t)(1u << bit % 8);
  if (xml->seen[bit / 8] & mask) return;
  xml->seen[bit / 8] |= mask;
  if (++xml->names > MOST_NAMES) fail_limit(xml, "XML names", MOST_NAMES);
}

/* Splits "space\1local\1prefix". */
static jh_str split_name(const char *name, jh_str *space, bool *is_prefixed) {
  const char *local = strchr(name, SEPARATOR);
  *space = (jh_str){name, local ? (size_t)(local - name) : 0};
  local = local ? local + 1 : name;
  const char *prefix = strchr(local, SEPARATOR);
  *is_prefixed = prefix != NULL;
  return (jh_str){local, prefix ? (size_t)(prefix - local) : strlen(local)};
}

/* A namespace for which the parser found no memory is handed on as if it were an attribute (expat 2.5). */
static bool is_lost_space(const char *name) { return strncmp(name, "xmlns:", 6) == 0; }

static void look_at_names(jh_xml *xml, const char *name, const char **attributes) {
  count_name(xml, name);
  for (size_t i = 0; attributes[i]; i += 2) {
    count_name(xml, attributes[i]);
    if (is_lost_space(attributes[i])) jh_xml_fail(xml, JH_ENOMEM, 0, 0, NULL, NULL);
  }
}

static void mark(jh_xml *xml) {
  xml->clear = (uint64_t)XML_GetCurrentByteIndex(xml->parser) +
               (uint64_t)XML_GetCurrentByteCount(xml->parser);
}

static void on_begin(void *data, const char *name, const char **attributes) {
  jh_xml *xml = data;
  if (xml->error.code) return;
  if (++xml->depth > MOST_DEPTH) fail_limit(xml, "XML depth", MOST_DEPTH);
  xml->spaces = 0;
  look_at_names(xml, name, attributes);
  if (xml->foreign || xml->error.code) return;
  jh_str space;
  jh_xml_tag tag = {.attributes = attributes};
  tag.name = split_name(name, &space, &tag.is_prefixed);
  if (!is_space(space, spaces, sizeof spaces / sizeof spaces[0])) {
    xml->foreign = xml->depth;
    return;
  }
  mark(xml);
  xml->hooks.begin(xml->owner, &tag);
}

static void on_end(void *data, const char *name) {
  jh_xml *xml = data;
  if (xml->error.code) return;
  xml->depth--;
  if (xml->foreign) {
    if (xml->foreign > xml->depth) xml->foreign = 0;
    return;
  }
  jh_str space;
  bool is_prefixed;
  mark(xml);
  xml->hooks.end(xml->owner, split_name(name, &space, &is_prefixed));
}

static void on_text(void *data, const char *text, int size) {
  jh_xml *xml = data;
  if (!xml->foreign && !xml->error.code) xml->hooks.text(xml->owner, (jh_str){text, (size_t)size});
}

/* A prefix of its own for every element would fill memory as well as names do. */
static void on_space(void *data, const char *prefix, const char *uri) {
  jh_xml *xml = data;
  if (xml->error.code) return;
  if (prefix) count_name(xml, prefix);
  if (prefix) xml->spaces++;
  if (uri) count_name(xml, uri);
}

static void on_declaration(void *data, const char *version, const char *encoding, int standalone) {
  jh_xml *xml = data;
  (void)version;
  (void)standalone;
  if (!encoding || strcmp(encoding, "UTF-8") == 0 || strcmp(encoding, "utf-8") == 0) return;
  xml->is_plain = false;
}

static void on_doctype(
    void *data, const char *name, const char *system, const char *public, int has_subset) {
  jh_xml *xml = data;
  (void)name;
  (void)system;
  (void)public;
  (void)has_subset;
  jh_xml_fail(xml, JH_EBOOK_DTD, 0, 0, xml->source.part, NULL);
}

static bool make_parser(jh_xml *xml) {
  static const XML_Memory_Handling_Suite memory = {jh_alloc_get, jh_alloc_resize, jh_alloc_free};
  static const char separator[] = {SEPARATOR, '\0'};
  xml->parser = XML_ParserCreate_MM(NULL, &memory, separator);
  if (!xml->parser) return false;
  XML_SetUserData(xml->parser, xml);
  XML_SetReturnNSTriplet(xml->parser, 1);
  XML_SetElementHandler(xml->parser, on_begin, on_end);
  XML_SetCharacterDataHandler(xml->parser, on_text);
  XML_SetStartNamespaceDeclHandler(xml->parser, on_space);
  XML_SetXmlDeclHandler(xml->parser, on_declaration);
  XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
  return true;
}

jh_code jh_xml_open(
    jh_xml **out, const jh_xml_source *source, const jh_xml_hooks *hooks, void *owner,
    jh_error *err) {
  *out = NULL;
  jh_xml *xml = jh_alloc_get(sizeof *xml);
  if (!xml) return jh_archive_fail(source->archive, err, JH_ENOMEM, NULL, NULL);
  xml->source = *source;
  xml->hooks = *hooks;
  xml->owner = owner;
  xml->is_plain = true;
  jh_code code = JH_OK;
  if (!make_parser(xml)) code = jh_archive_fail(source->archive, err, JH_ENOMEM, NULL, NULL);
  if (!code)
    code = jh_archive_part_open(&xml->part, source->archive, source->part, source->most, err);
  if (code) {
    jh_xml_close(xml);
    return code;
  }
  *out = xml;
  return JH_OK;
}

void jh_xml_close(jh_xml *xml) {
  if (!xml) return;
  if (xml->parser) XML_ParserFree(xml->parser);
  jh_archive_part_close(xml->part);
  jh_alloc_free(xml);
}

jh_code jh_xml_fill(jh_xml *xml, jh_error *err) {
  memmove(xml->window, xml->window + xml->start, xml->fill - xml->start);
  xml->fill -= xml->start;
  xml->start = 0;
  size_t got = 0;
  if (!xml->is_drained && xml->fill < WINDOW) {
    size_t room = WINDOW - xml->fill;
    jh_code code = jh_archive_part_read(xml->part, xml->window + xml->fill, room, &got, err);
    if (code) {
      if (err) jh_str_copy(err->at.sheet, sizeof err->at.sheet, jh_str_of(xml->source.sheet));
      return code;
    }
    xml->is_drained = got == 0;
    xml->fill += got;
  }
  xml->window[xml->fill] = '\0';
  return JH_OK;
}

jh_str jh_xml_ahead(const jh_xml *xml) {
  return (jh_str){xml->window + xml->start, xml->fill - xml->start};
}

bool jh_xml_has_ended(const jh_xml *xml) { return xml->has_ended && !xml->is_paused; }

void jh_xml_skip(jh_xml *xml, size_t size) { xml->start += size; }

/* How many prefixes the tag declares at which the parser stands. */
static uint32_t declared_here(jh_xml *xml) {
  int at = 0, size = 0;
  uint32_t count = 0;
  const char *text = XML_GetInputContext(xml->parser, &at, &size);
  for (char quote = 0; text && at < size && (quote || text[at] != '>'); at++) {
    char c = text[at];
    if (c == quote)
      quote = 0;
    else if (!quote && (c == '"' || c == '\''))
      quote = c;
    else if (!quote && (unsigned char)c <= ' ' && size - at > 7)
      count += is_lost_space(text + at + 1);
  }
  return count;
}

/* A prefix that is used in the tag that declares it, but was never told, was lost for want of memory. */
static bool is_memory_out(jh_xml *xml, enum XML_Error why) {
  if (why == XML_ERROR_NO_MEMORY) return true;
  return why == XML_ERROR_UNBOUND_PREFIX && declared_here(xml) > xml->spaces;
}

static jh_code not_well_formed(jh_xml *xml, jh_error *err) {
  enum XML_Error why = XML_GetErrorCode(xml->parser);
  if (is_memory_out(xml, why)) {
    jh_xml_fail(xml, JH_ENOMEM, 0, 0, NULL, NULL);
  } else if (!xml->error.code) {
    char line[24];
    jh_place at =
        jh_place_in(jh_archive_path(xml->source.archive), jh_str_of(xml->source.sheet), 0, 0);
    (void)jh_fail(
        &xml->error, JH_EBOOK_XML, &at, xml->source.part,
        jh_arg_int(line, (int64_t)XML_GetCurrentLineNumber(xml->parser)), XML_ErrorString(why),
        NULL);
  }
  if (err) *err = xml->error;
  return xml->error.code;
}

jh_code jh_xml_feed(jh_xml *xml, size_t size, jh_error *err) {
  if (xml->error.code || jh_xml_has_ended(xml)) return not_well_formed(xml, err);
  enum XML_Status status;
  if (xml->is_paused) {
    xml->is_paused = false;
    status = XML_ResumeParser(xml->parser);
  } else {
    xml->has_ended = size == 0 && xml->is_drained && xml->start == xml->fill;
    xml->fed += size;
    status = XML_Parse(xml->parser, xml->window + xml->start, (int)size, xml->has_ended);
    xml->start += size;
  }
  if (status == XML_STATUS_ERROR || xml->error.code) return not_well_formed(xml, err);
  if (status == XML_STATUS_OK && !xml->has_ended &&
      xml->fed - (uint64_t)XML_GetCurrentByteIndex(xml->parser) > MOST_TAG) {
    fail_limit(xml, "XML tag bytes", (int64_t)MOST_TAG);
    return not_well_formed(xml, err);
  }
  return JH_OK;
}

bool jh_xml_is_clear(const jh_xml *xml) {
  return xml->is_plain && !xml->is_paused && !xml->foreign && xml->clear == xml->fed;
}

bool jh_xml_is_paused(const jh_xml *xml) { return xml->is_paused; }

uint32_t jh_xml_depth(const jh_xml *xml) { return xml->depth; }

void jh_xml_pause(jh_xml *xml) {
  if (xml->error.code || XML_StopParser(xml->parser, XML_TRUE) != XML_STATUS_OK) return;
  xml->is_paused = true;
}

jh_code jh_xml_read(
    const jh_xml_source *source, const jh_xml_hooks *hooks, void *owner, jh_xml **self,
    jh_error *err) {
  jh_code code = jh_xml_open(self, source, hooks, owner, err);
  jh_xml *xml = *self;
  if (!xml) return code;
  while (!code && !jh_xml_has_ended(xml)) {
    code = jh_xml_fill(xml, err);
    size_t size = jh_xml_ahead(xml).size;
    if (!code) code = jh_xml_feed(xml, size < PIECE ? size : PIECE, err);
  }
  jh_xml_close(xml);
  *self = NULL;
  return code;
}

const char *jh_xml_get(const jh_xml_tag *tag, const char *name) {
  for (const char *const *a = tag->attributes; *a; a += 2)
    if (strcmp(a[0], name) == 0) return a[1];
  return NULL;
}

const char *jh_xml_get_relation(const jh_xml_tag *tag) {
  for (const char *const *a = tag->attributes; *a; a += 2) {
    jh_str space;
    bool is_prefixed;
    jh_str local = split_name(a[0], &space, &is_prefixed);
    if (jh_str_equal(local, jh_str_of("id")) &&
        is_space(space, relation_spaces, sizeof relation_spaces / sizeof relation_spaces[0]))
      return a[1];
  }
  return NULL;
}

bool jh_xml_is_on(const char *value) {
  return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

bool jh_xml_number(const char *value, uint32_t most, uint32_t *out) {
  if (!value || !*value) return false;
  uint64_t number = 0;
  for (; *value; value++) {
    if (*value < '0' || *value > '9') return false;
    number = number * 10 + (uint64_t)(*value - '0');
    if (number > most) return false;
  }
  *out = (uint32_t)number;
  return true;
}
