/* options.h - what an import is told, and what it counts. */
#ifndef JH_INTAKE_OPTIONS_H
#define JH_INTAKE_OPTIONS_H

#include <stddef.h>

#include "base/str.h"

typedef struct jh_intake_options {
  const char *sources;    /* folder of the offices' files */
  const char *mapping;    /* the mapping's file */
  const char *dictionary; /* the dictionary's file where it is no named one, or NULL */
  jh_str mapping_text, dictionary_text; /* both as they were read, to be kept beside the data */
  const char *output; /* folder that becomes the dataset: new, empty, or an earlier import */
} jh_intake_options;

/* What was done, for one line at the end. */
typedef struct jh_intake_count {
  size_t sources, tables, rows, left_out, merged, unused;
} jh_intake_count;

#endif
