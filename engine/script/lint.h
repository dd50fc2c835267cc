/* lint.h - what Lua itself would let pass in silence, looked for in the text.
 *
 * `==`, `~=`, `and`, `or`, `not`, `if`, `while` on a column expression never
 * reach the expression: Lua compares addresses or takes it for true. Full-width
 * punctuation outside texts is named, where Lua would say "unexpected symbol". Of a field that a table
 * names twice Lua takes the last (lint_twice.h).
 * Private to script/. Knows words, not meaning.
 */
#ifndef JH_SCRIPT_LINT_H
#define JH_SCRIPT_LINT_H

#include "base/error.h"

/* The first such thing in a file, as an error with line and column; JH_OK if there is none. */
JH_CHECKED jh_code jh_lint(jh_str text, const char *shown, jh_error *err);

#endif
