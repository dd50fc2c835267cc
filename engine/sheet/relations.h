/* relations.h - which part of a workbook refers to which other, and as what.
 *
 * Paths are resolved: a relation names a part of the archive, whatever way it was
 * written. Knows nothing of what the parts are for.
 */
#ifndef JH_SHEET_RELATIONS_H
#define JH_SHEET_RELATIONS_H

#include "base/arena.h"
#include "sheet/archive.h"

typedef struct jh_relation {
  const char *id;   /* "rId1" */
  const char *kind; /* the last word of its type: "worksheet", "styles" */
  const char *part; /* "xl/worksheets/sheet1.xml"; NULL if it leads out of the workbook */
} jh_relation;

typedef struct jh_relations {
  jh_relation *items;
  size_t count, room;
} jh_relations;

/* The relations of a part ("" = of the workbook as a whole); none if it has no list. */
JH_CHECKED jh_code jh_relations_read(
    jh_relations *out, jh_archive *archive, const char *part, jh_arena *arena, jh_error *err);

/* NULL if there is none. */
const jh_relation *jh_relations_by_id(const jh_relations *relations, const char *id);
const jh_relation *jh_relations_by_kind(const jh_relations *relations, const char *kind);

#endif
