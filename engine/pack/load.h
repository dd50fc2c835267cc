/* load.h - a pack's folder and its dictionary, into a checked plan.
 *
 * Finds the files, runs them in the order that pack.lua states, and checks the
 * whole (pack/check.h). Knows folders; Lua is behind script/.
 */
#ifndef JH_PACK_LOAD_H
#define JH_PACK_LOAD_H

#include "base/diag.h"
#include "model/plan.h"
#include "script/script.h"

typedef struct jh_pack_options {
  const char *folder; /* of the pack, or a single file; NULL = dictionary only (validate) */
  const char
      *dictionary; /* --dictionary; NULL = data_folder/dictionary.lua if there, else the pack's */
  const char *data_folder;    /* NULL = no data */
  const char *share_folder;   /* where data/schema stands */
  bool with_cases;            /* also run the files in cases/ */
  const char *const *reforms; /* folders or files, put on top in this order */
  size_t reform_count;
  const char *const *switches; /* ids of switches to be turned on */
  size_t switch_count;
  const jh_place *left_out; /* statements of overlays and reforms that are read and not made */
  size_t left_out_count;
  jh_script_limits limits; /* of the scripts; 0 = as script.h says */
} jh_pack_options;

/* Loads; *out is closed with jh_plan_close. Warnings (a review date passed, …) go to diag. */
JH_CHECKED jh_code
jh_pack_load(jh_plan **out, const jh_pack_options *options, jh_diag *diag, jh_error *err);

#endif
