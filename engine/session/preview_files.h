/* preview_files.h - the files of a folder that may hold tables; private to session/. */
#ifndef JH_SESSION_PREVIEW_FILES_H
#define JH_SESSION_PREVIEW_FILES_H

#include "model/plan.h"

typedef struct jh_preview_source {
  const char *path;        /* folder joined with the name */
  const jh_source *source; /* of the dictionary; NULL = none */
  uint32_t table;          /* JH_NONE = not said: whichever fits */
} jh_preview_source;

/* Text files and workbooks of the folder itself, and those that the dictionary names below it, by
 * name; of a file with several sources one entry each. Errors JH_ENO_FOLDER, JH_ENOMEM. */
JH_CHECKED jh_code jh_preview_files(
    jh_preview_source **out, size_t *count, const char *folder, const jh_plan *plan,
    jh_arena *arena, jh_error *err);

#endif
