/* written.h - what an author wrote for a field of a statement, found in the file's text. Private to script/.
 *
 * Knows words and brackets; what statements mean is the prelude's.
 */
#ifndef JH_SCRIPT_WRITTEN_H
#define JH_SCRIPT_WRITTEN_H

#include "base/arena.h"
#include "base/error.h"

/* `word "path" { …, field = …, … }`; the path may be an expression in brackets. */
typedef struct jh_written {
  jh_str text; /* from the beginning of the line on which the word stands */
  const char *word, *path, *field;
} jh_written;

/* The field's value as one line in the arena: comments left out, blanks and line ends between words as single
 * blanks, texts as they are. NULL where the statement has no such field or is written in another way. *words is
 * how many were looked at.
 * Errors  JH_ENOMEM. */
JH_CHECKED jh_code jh_written_field(
    const char **out, size_t *words, jh_arena *arena, const jh_written *what, jh_error *err);

#endif
