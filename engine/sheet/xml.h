/* xml.h - one part of a workbook as elements, attributes and texts.
 *
 * Tells whoever asks (the owner) only of elements of spreadsheets and
 * relationships; what stands in other namespaces is passed over with all it
 * holds. Bounded: nesting, the size of a tag, how many different names there
 * are. A part that declares a document type is refused before anything of it
 * counts, so there are no entities and nothing is ever fetched.
 *
 * Knows expat; nothing of what the elements mean.
 */
#ifndef JH_SHEET_XML_H
#define JH_SHEET_XML_H

#include "sheet/archive.h"

typedef struct jh_xml jh_xml;

/* Alive during the call only. */
typedef struct jh_xml_tag {
  jh_str name;      /* without namespace */
  bool is_prefixed; /* written as <x:row> */
  const char *const *attributes;
} jh_xml_tag;

/* What the owner is told; each of the three is set. */
typedef struct jh_xml_hooks {
  void (*begin)(void *owner, const jh_xml_tag *tag);
  void (*end)(void *owner, jh_str name);
  void (*text)(void *owner, jh_str text); /* a piece; the next may follow at once */
} jh_xml_hooks;

/* What is read: a part, and of which sheet ("" = none) errors are to speak. */
typedef struct jh_xml_source {
  jh_archive *archive;
  const char *part;
  const char *sheet;
  uint64_t most; /* bytes, unpacked */
} jh_xml_source;

#define JH_XML_SMALL ((uint64_t)64 * 1024 * 1024) /* for parts that are kept whole */

/* Reads a part from end to end. */
JH_CHECKED jh_code jh_xml_read(
    const jh_xml_source *source, const jh_xml_hooks *hooks, void *owner, jh_xml **self,
    jh_error *err);

/* The same in steps; texts of the source are borrowed. *out is NULL on failure. */
JH_CHECKED jh_code jh_xml_open(
    jh_xml **out, const jh_xml_source *source, const jh_xml_hooks *hooks, void *owner,
    jh_error *err);
void jh_xml_close(jh_xml *xml);

/* Reads more of the part behind what is ahead. At the end of the part nothing is added. */
JH_CHECKED jh_code jh_xml_fill(jh_xml *xml, jh_error *err);
/* The bytes that were read and not yet given to the parser; a NUL follows them. */
jh_str jh_xml_ahead(const jh_xml *xml);
bool jh_xml_has_ended(const jh_xml *xml); /* the parser has seen all of the part */
/* Passes bytes over, as if they were not there; only where jh_xml_is_clear. */
void jh_xml_skip(jh_xml *xml, size_t size);
/* Gives the next bytes to the parser, or goes on after a pause (then size does not count).
 * At the end of the part, with size 0, the parser is told so. */
JH_CHECKED jh_code jh_xml_feed(jh_xml *xml, size_t size, jh_error *err);

/* True just behind a tag that the owner was told of, in plain UTF-8: no comment, no text, no half
 * of anything has begun, and no foreign element is open. */
bool jh_xml_is_clear(const jh_xml *xml);
bool jh_xml_is_paused(const jh_xml *xml);
uint32_t jh_xml_depth(const jh_xml *xml); /* open elements */

/* For the owner, from within a hook. */
void jh_xml_pause(jh_xml *xml);
/* Ends the reading with this error; the first one counts. row and column from 1, 0 = unknown. */
void jh_xml_fail(
    jh_xml *xml, jh_code code, uint32_t row, uint32_t column, const char *first,
    const char *second);

/* The attribute without a namespace; NULL if there is none. */
const char *jh_xml_get(const jh_xml_tag *tag, const char *name);
/* r:id, which names a relationship. */
const char *jh_xml_get_relation(const jh_xml_tag *tag);
/* "1" or "true". */
bool jh_xml_is_on(const char *value);
/* A whole number up to `most`; false for everything else, NULL too. */
bool jh_xml_number(const char *value, uint32_t most, uint32_t *out);

#endif
