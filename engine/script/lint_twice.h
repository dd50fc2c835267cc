/* lint_twice.h - fields that a table names twice: Lua takes the last one and says nothing. Private to
 * script/. Knows words, not meaning. */
#ifndef JH_SCRIPT_LINT_TWICE_H
#define JH_SCRIPT_LINT_TWICE_H

#include "script/lint_token.h"

/* The first field of `{ a = 1, a = 2 }` or `{ ["a"] = 1, ["a"] = 2 }` that is named again, with both
 * places. Errors  JH_EDUPLICATE, JH_ENOMEM */
JH_CHECKED jh_code jh_lint_twice(const jh_tokens *tokens, const char *shown, jh_error *err);

#endif
