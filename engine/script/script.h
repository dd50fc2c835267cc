/* script.h - dictionaries and packs in Lua, read once, into a plan.
 *
 * The only folder that includes Lua headers; outside it nobody knows that
 * packs are Lua. A script is a closed interpreter with a budget of steps and
 * memory (sandbox.h); loading a file runs it and fills the plan.
 */
#ifndef JH_SCRIPT_SCRIPT_H
#define JH_SCRIPT_SCRIPT_H

#include "model/plan.h"

typedef struct jh_script jh_script;

typedef struct jh_script_limits {
  size_t memory_bytes; /* 0 = 64 MiB */
  uint64_t steps;      /* Lua instructions in all; 0 = 50 million */
} jh_script_limits;

/* The script borrows the plan, which must outlive it. */
JH_CHECKED jh_code
jh_script_open(jh_script **out, jh_plan *plan, const jh_script_limits *limits, jh_error *err);
void jh_script_close(jh_script *script);

typedef enum jh_script_kind {
  JH_SCRIPT_DICTIONARY,
  JH_SCRIPT_HEAD,
  JH_SCRIPT_PACK,
  JH_SCRIPT_CASES
} jh_script_kind;

/* Runs one file with the words of its kind: a dictionary, a pack's head (pack.lua), an article, a
 * file of cases. `shown` is the path as messages show it. */
JH_CHECKED jh_code jh_script_run(
    jh_script *script, jh_script_kind kind, const char *path, const char *shown, jh_error *err);

/* After the head: the files it names, in order, and the dictionary it wants. */
size_t jh_script_file_count(const jh_script *script);
const char *jh_script_file(const jh_script *script, size_t index);
const char *jh_script_dictionary(const jh_script *script); /* NULL if none was named */
const char *jh_script_base(const jh_script *script); /* pack on which an overlay or reform stands */

/* The dictionary that a dictionary's first statement, `extends "…"`, names; NULL if there is none. */
JH_CHECKED jh_code jh_script_peek_extends(
    jh_script *script, const char *path, const char *shown, const char **out, jh_error *err);

#endif
