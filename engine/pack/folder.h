/* folder.h - paths and files of packs: joining, finding, listing, hashing. Private to pack/. */
#ifndef JH_PACK_FOLDER_H
#define JH_PACK_FOLDER_H

#include "base/arena.h"
#include "base/error.h"

/* "folder/name" in the arena; NULL when memory is out. */
char *jh_folder_join(jh_arena *arena, const char *folder, const char *name);

/* "path" + "suffix" in the arena; NULL when memory is out. */
char *jh_folder_suffix(jh_arena *arena, const char *path, const char *suffix);

/* The folder of a file, "." if it names none; NULL when memory is out. */
char *jh_folder_of(jh_arena *arena, const char *path);

/* The folder above a folder, in words: "a" of "a/b", "." of "a", "../.." of ".."; "/" has none and comes
 * back itself. NULL when memory is out. */
char *jh_folder_above(jh_arena *arena, const char *folder);

bool jh_folder_has_file(const char *path);
/* A file that a pack names is below its folder, whatever links stand on the way.
 * Errors  JH_ELINK_OUT. */
JH_CHECKED jh_code jh_folder_keep(const char *folder, const char *path, jh_error *err);

bool jh_folder_exists(const char *path);

/* Names of the *.lua files in a folder, in byte order; none if there is no such folder. */
JH_CHECKED jh_code
jh_folder_list(jh_arena *arena, const char *folder, char ***out, size_t *count, jh_error *err);

/* Where a file says `key … "name"`, on that line or a later one, for messages; the file as a whole if that
 * cannot be found. */
jh_place jh_folder_find(const char *path, const char *key, const char *name);

/* SHA-256 over names and bytes of files, in the order given, of which `texts` is what was read. */
JH_CHECKED jh_code jh_folder_hash(
    char out[65], const char *const *paths, const jh_str *texts, size_t count, jh_error *err);

#endif
