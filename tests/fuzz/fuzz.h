/* fuzz.h - what all fuzz targets share: a small folder in memory, good files in it, and demands that end the
 * program when they are not met.
 *
 * Each target is one file target_<name>.c with LLVMFuzzerTestOneInput. Linked with libFuzzer it makes up
 * inputs; linked with replay.c it runs those that are kept, with any compiler.
 */
#ifndef JH_TESTS_FUZZ_H
#define JH_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first call makes a folder, in memory where the system has such a place, with copies of
 * tests/hostile/good in data/ and pack/, and goes there. It is removed when the program ends. */
void fuzz_begin(void);

/* The root of the source tree: the folder that holds rules/ and data/. */
const char *fuzz_share(void);

/* Writes a file below the folder. */
void fuzz_put(const char *path, jh_str text);

/* Puts the good files back. */
void fuzz_restore(void);

/* Removes a file or a folder with all that it holds; nothing where there is none. */
void fuzz_drop(const char *path);

/* The text up to a line "--8<--", and what follows that line in *rest. */
jh_str fuzz_cut(jh_str text, jh_str *rest);

/* Ends the program with the sentence where what was demanded is not so. */
void fuzz_must(bool is_so, const char *sentence);

/* An error that was returned: can be printed in both languages, and names a file if `with_file`. */
void fuzz_must_tell(const jh_error *err, jh_code code, bool with_file);

/* The same of all that was noticed; at least one is an error if `is_refused`. */
void fuzz_must_tell_all(const jh_diag *diag, bool is_refused);

/* The good pack and data, judged once: what is asked of a session and must leave it as it was. */
struct jh_session *fuzz_session(void);

/* How many verdicts it holds, in one number. */
size_t fuzz_verdicts(void);

/* A jh_writer into a jh_buf. */
bool fuzz_take(void *payload, const char *bytes, size_t size);

#endif
