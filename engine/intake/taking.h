/* taking.h - one row on its way into the store. Private to the files that read sources. */
#ifndef JH_INTAKE_TAKING_H
#define JH_INTAKE_TAKING_H

#include "intake/state.h"

typedef struct jh_taking {
  jh_intake *in;
  jh_intake_source *source;
  uint32_t number; /* of the source */
  uint32_t line;   /* of the row */
  jh_buf texts;    /* canonical texts of the row's feeds, each ended by a NUL */
  size_t *offsets; /* by feed */
  jh_buf part;     /* of a sum */
  jh_grid_cell (*cell)(void *payload, const jh_intake_part *part); /* what stands there */
  void *payload;
  jh_grid *grid; /* of a table: knows the column in the line; NULL of a form */
} jh_taking;

JH_CHECKED jh_code jh_taking_begin(jh_taking *out, jh_intake *in, uint32_t number, jh_error *err);
void jh_taking_end(jh_taking *taking);

/* Reads all feeds of the row, notes what is refused; *ok tells whether the row may be stored. */
JH_CHECKED jh_code jh_taking_read(jh_taking *taking, bool *ok, jh_error *err);

/* Puts the row into the store. */
JH_CHECKED jh_code jh_taking_store(jh_taking *taking, jh_error *err);

/* The place of a part of the row (NULL: of the row). */
jh_place jh_taking_place(const jh_taking *taking, uint32_t line, const jh_intake_part *part);

/* a + b, both canonical, exactly; false if it does not fit. out may be one of them. */
bool jh_taking_add(char out[JH_DEC_TEXT], const char *a, const char *b);

/* Keeps a cell that is outside of what is read. */
JH_CHECKED jh_code
jh_taking_loose(jh_taking *taking, uint32_t line, uint32_t column, jh_str text, jh_error *err);

#endif
