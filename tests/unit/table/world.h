/* world.h - a folder of data files, a plan, and a load of it: what tests of the table layer share. */
#ifndef JH_TESTS_UNIT_TABLE_WORLD_H
#define JH_TESTS_UNIT_TABLE_WORLD_H

#include "support/plan_builder.h"
#include "table/load.h"

typedef struct world {
  jh_plan *plan; /* plan_usual() unless replaced */
  char folder[128];
  char names[16][64]; /* files written, to be removed */
  size_t name_count;
  jh_load_options options;
  jh_diag *diag;
  jh_dataset *data;
  jh_error err;
} world;

#define COUNTIES_TEXT "county_code,county_name,population\n110101,东城区,1000\n110102,西城区,2000\n"
#define SCHOOLS_HEADER "school_code,school_name,county_code,students,area,is_boarding,school_type\n"

void world_open(world *w); /* with counties.csv written */
void world_close(world *w);
void world_write(world *w, const char *name, const char *text);
void world_write_bytes(world *w, const char *name, const void *bytes, size_t size);

/* Converts text with iconv before writing; prefix bytes (a mark) are written as they are. */
void world_write_as(
    world *w, const char *name, const char *encoding, const char *mark, size_t mark_size,
    const char *text);

const char *world_path(world *w, const char *name); /* good until the next call */

/* Loads; what was loaded or found before is dropped. */
jh_code world_load(world *w);

/* The n-th (0 = first) finding of a code; NULL if there is none. */
const jh_error *world_found(const world *w, jh_code code, size_t n);

/* Asserts that a finding with this code stands exactly there; the file is compared by its end. */
void world_assert(
    const world *w, jh_code code, const char *file, uint32_t line, uint32_t column, uint32_t field,
    const char *name);

/* Asserts a place, as above. */
void place_assert(
    const jh_place *at, const char *file, uint32_t line, uint32_t column, uint32_t field,
    const char *name);

/* One school after the usual header, with counties as usual: load must refuse it with this code
 * only, in the given field. Returns the finding. */
const jh_error *world_refuses(world *w, const char *record, jh_code code, uint32_t field);

#endif
