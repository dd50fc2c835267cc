/* walk.h - which packs stand below a folder.
 *
 * A pack is a folder that holds pack.lua, or a single file of an overlay. Reads
 * names of files, and of single files the first word; runs nothing.
 */
#ifndef JH_PACK_WALK_H
#define JH_PACK_WALK_H

#include "base/arena.h"
#include "base/error.h"

/* Is the path a pack itself? */
bool jh_walk_is_pack(const char *path);

/* The packs at or below a folder, in byte order of their paths, in the arena; none if there is none.
 * Folders are followed 16 deep, for links may go round.
 * Errors  JH_ENOMEM; JH_ENOT_READABLE at a folder or file that is there and cannot be looked into. */
JH_CHECKED jh_code
jh_walk_packs(jh_arena *arena, const char *folder, char ***out, size_t *count, jh_error *err);

#endif
