/* options.h - what an import is told, and what it counts. */
#ifndef JH_INTAKE_OPTIONS_H
#define JH_INTAKE_OPTIONS_H

#include <stddef.h>

typedef struct jh_intake_options {
  const char *sources; /* folder of the offices' files */
  const char *mapping; /* the mapping's file, to be copied */
  const char
      *dictionary;    /* the dictionary's file where it is no named one, to be copied; or NULL */
  const char *output; /* folder that becomes the dataset: new, empty, or an earlier import */
} jh_intake_options;

/* What was done, for one line at the end. */
typedef struct jh_intake_count {
  size_t sources, tables, rows, left_out, merged, unused;
} jh_intake_count;

#endif
