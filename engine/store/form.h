/* form.h - the form of a snapshot's bytes; private to store/. See docs/SNAPSHOT.md. */
#ifndef JH_STORE_FORM_H
#define JH_STORE_FORM_H

#include "table/load.h"

#define JH_STORE_MAGIC "\211JHSNAP\n" /* eight bytes */
enum { JH_STORE_FORMAT = 1, JH_STORE_ALIGN = 64 };
#define JH_STORE_RACY_NS INT64_C(2000000000) /* a file may change twice within so little, unseen */
#define JH_STORE_ORDER UINT32_C(0x01020304)

/* The first bytes; numbers in the order of the machine that wrote them, which `order` tells. */
typedef struct jh_store_head {
  char magic[8];
  uint32_t order, format;
  uint64_t size;          /* of the whole file */
  uint64_t section_count; /* entries of the directory, which follows at once */
  int64_t begun_ns;       /* when the reading of the sources began */
  char key[72];           /* jh_store_key, filled up with zeros */
  uint64_t directory_sum; /* XXH3 of the directory */
  uint64_t sum;           /* XXH3 of this head up to here */
} jh_store_head;

/* One section. The first of them is the description of all others. */
typedef struct jh_store_section {
  uint64_t at, size, sum; /* from the beginning of the file; XXH3 of its bytes */
} jh_store_section;

/* A text of a column: a slice of the section that follows. */
typedef struct jh_store_slice {
  uint32_t at, size;
} jh_store_slice;

uint64_t jh_store_sum(const void *bytes, size_t size);

/* A hash of everything that shapes what reading gives, but the files. False when memory is out. */
bool jh_store_key(
    char out[65], const jh_plan *plan, const jh_load_options *options, const char *engine);

/* Lays the dataset out and hands it to `put` piece by piece. Findings `from` up to the last of diag are
 * those of reading. */
typedef struct jh_store_content {
  const jh_dataset *dataset;
  const jh_diag *diag;
  size_t from;
  const char *key;
  int64_t begun_ns;
} jh_store_content;
typedef jh_code (*jh_store_put)(void *payload, const void *bytes, size_t size, jh_error *err);
JH_CHECKED jh_code
jh_store_lay_out(const jh_store_content *content, jh_store_put put, void *payload, jh_error *err);

/* Writes the content beside its place and renames it. Errors JH_ENOT_WRITABLE, JH_ENOMEM. */
JH_CHECKED jh_code jh_store_write(const char *path, const jh_store_content *content, jh_error *err);

/* A file as a whole, in an arena, read by so many threads; *size 0 where there is none.
 * Errors JH_ESNAPSHOT_FOREIGN, JH_ENOT_READABLE, JH_ENOMEM. */
JH_CHECKED jh_code jh_store_bytes(
    const char *path, size_t jobs, jh_arena *arena, char **at, size_t *size, jh_error *err);

/* The bytes of a snapshot, which lie in an arena. */
typedef struct jh_store_bytes_of {
  char *at;
  size_t size;
  bool is_checked;
  bool is_summed; /* jh_store_sums has found them right */
} jh_store_bytes_of;

/* Do all sections have their sums? Looks at nothing else, and believes nothing. */
bool jh_store_sums(const jh_store_bytes_of *bytes, size_t jobs);

struct jh_store_ahead; /* see store.h */

/* What was read ahead: waits for it and hands it over. As jh_store_bytes; *is_summed: the sums are right. The
 * arena is the caller's, NULL when memory was out. */
JH_CHECKED jh_code jh_store_ahead_take(
    struct jh_store_ahead *ahead, jh_arena **arena, jh_store_bytes_of *out, jh_error *err);

/* From checked bytes, which lie in an arena of the dataset, to its levels; the files are filled by
 * jh_load_list. */
JH_CHECKED jh_code
jh_store_take(jh_dataset *dataset, const jh_store_bytes_of *bytes, jh_diag *diag, jh_error *err);

/* The head alone. Errors JH_ESNAPSHOT_FOREIGN, JH_ESNAPSHOT_DAMAGED, JH_ESNAPSHOT_OTHER. */
JH_CHECKED jh_code
jh_store_check_head(const jh_store_bytes_of *bytes, const char *key, jh_error *err);

#endif
