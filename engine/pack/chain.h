/* chain.h - the files on which a pack stands, from the bottom up. Private to pack/.
 *
 * A pack, overlays each on the one below it, and reforms. Finds the files by
 * their heads' text; runs nothing.
 */
#ifndef JH_PACK_CHAIN_H
#define JH_PACK_CHAIN_H

#include "script/script.h"

typedef struct jh_chain_link {
  jh_script_head head;
  const char *file;   /* with the head: pack.lua, or a single file */
  const char *folder; /* in which its other files stand */
  bool is_used; /* named by another pack's `uses`: read before that one, no link of the chain */
  const char *scope; /* what its names begin with: "" or "gate." */
  size_t user;       /* of a used pack: the link that uses it */
  const char *const *files, *const *columns, *const *uses; /* as its head says; filled by load.c */
  const char *const
      *use_names; /* beside each of uses: the name that its own are to begin with, or "" */
  size_t file_count, column_count, use_count;
} jh_chain_link;

enum { JH_CHAIN_MOST = 32 };

typedef struct jh_chain {
  jh_arena *arena;
  jh_script *script;
  const char *share;                  /* folder that holds rules/ */
  jh_chain_link links[JH_CHAIN_MOST]; /* [0] is the pack at the bottom */
  size_t count;
} jh_chain;

/* The chain under a pack (folder or file) and `count` reforms on top of it; arena, script and share are
 * set before.
 *
 * Bases are named by their ids: folders (or files) of that name above the file that names them, then
 * below share/rules.
 * Errors  JH_ENO_PACK, JH_EUNKNOWN_BASE, JH_EBASE_CYCLE (tells the way round), JH_EHEAD_FORM,
 *         JH_EREFORM_ELSEWHERE where a reform is made for something that is not in the chain. */
JH_CHECKED jh_code jh_chain_find(
    jh_chain *chain, const char *pack, const char *const *reforms, size_t count, jh_error *err);

/* Adds the packs that link `index` uses, behind all others; those that are there under the same name
 * are left. Errors as above; what is used must be a pack, and JH_EDUPLICATE where one name stands for
 * two. */
JH_CHECKED jh_code jh_chain_add_used(jh_chain *chain, size_t index, jh_error *err);

#endif
