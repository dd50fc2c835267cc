/* script.h - dictionaries and packs in Lua, read once, into a plan.
 *
 * The only folder that includes Lua headers; outside it nobody knows that
 * packs are Lua. A script is a closed interpreter with a budget of steps and
 * memory (sandbox.h); loading a file runs it and fills the plan.
 */
#ifndef JH_SCRIPT_SCRIPT_H
#define JH_SCRIPT_SCRIPT_H

#include "model/mapping.h"
#include "model/plan.h"
#include "model/prices.h"

typedef struct jh_script jh_script;

typedef struct jh_script_limits {
  size_t memory_bytes; /* of Lua, and once more of the plan that is made; 0 = 64 MiB */
  uint64_t steps;      /* Lua instructions in all; 0 = 50 million */
  int seconds;         /* of the processor; 0 = 10 */
} jh_script_limits;

/* The script borrows the plan, which must outlive it. */
JH_CHECKED jh_code
jh_script_open(jh_script **out, jh_plan *plan, const jh_script_limits *limits, jh_error *err);
void jh_script_close(jh_script *script);

typedef enum jh_script_kind {
  JH_SCRIPT_DICTIONARY,
  JH_SCRIPT_HEAD, /* up to the end of the head: of a pack, an overlay, a reform */
  JH_SCRIPT_PACK, /* an article; or a file that begins with a head, which has been read before */
  JH_SCRIPT_CASES,
  JH_SCRIPT_MAPPING, /* one file that says what an import takes from where */
  JH_SCRIPT_PRICES   /* a list of prices; the pack has been read before */
} jh_script_kind;

/* Runs one file with the words of its kind: a dictionary, a head, an article, a file of cases.
 * `shown` is the path as messages show it. Heads run from the bottom of a chain to its top, and each
 * makes a layer of the plan. */
JH_CHECKED jh_code jh_script_run(
    jh_script *script, jh_script_kind kind, const char *path, const char *shown, jh_error *err);

/* Before the first file: changes, relaxations, withdrawals and rules of overlays and reforms that begin on these
 * lines are read and checked, but not made. The list must stay until jh_script_finish. */
void jh_script_leave_out(jh_script *script, const jh_place *places, size_t count);

/* Before the articles of a layer run. */
JH_CHECKED jh_code jh_script_enter(jh_script *script, uint32_t layer, jh_error *err);

/* After the last article: settles what was left open, and puts the plan in order (model/finish.h).
 * `switches` are turned on. Cases are read after it. */
JH_CHECKED jh_code jh_script_finish(
    jh_script *script, const char *const *switches, size_t switch_count, jh_error *err);

/* Before a head: does another pack use this one, and what do its names begin with ("", "gate.")? The text
 * must stay. */
void jh_script_used(jh_script *script, bool is_used, const char *scope);

/* A file that was run, every byte as it was read. */
jh_str jh_script_bytes(const jh_script *script, const char *path);

/* Tells the plan which files were read so far. */
JH_CHECKED jh_code jh_script_note_texts(jh_script *script, jh_error *err);

/* After a head: what it names, in order, and the dictionary that it wants (NULL if none). */
const char *const *jh_script_files(const jh_script *script, size_t *count);
const char *const *jh_script_columns(const jh_script *script, size_t *count);
const char *const *jh_script_uses(const jh_script *script, size_t *count);
const char *const *jh_script_use_names(
    const jh_script *script); /* beside each of uses; "" = none */
const char *jh_script_dictionary(const jh_script *script);

/* After a dictionary: the file of statistical forms that its head names, told once; NULL if none. */
const char *jh_script_forms(jh_script *script);

/* What a mapping said; in the plan's arena.
 * Errors  JH_EMISSING_FIELD where the file has no head or names no source. */
JH_CHECKED jh_code
jh_script_mapping(jh_script *script, const char *shown, const jh_mapping **out, jh_error *err);

/* What a list of prices said; in the plan's arena.
 * Errors  JH_EMISSING_FIELD where the file has no head or names no means. */
JH_CHECKED jh_code
jh_script_prices(jh_script *script, const char *shown, const jh_prices **out, jh_error *err);

/* The head of a file, found in its text alone. */
typedef struct jh_script_head {
  jh_layer_kind kind;
  const char *id;   /* NULL: the file has no head */
  const char *on;   /* overlays and reforms: what they stand on; in the plan's arena */
  jh_place on_at;   /* where that is written */
  bool is_followed; /* declarations stand after the head */
} jh_script_head;

/* Errors  JH_EHEAD_FORM where an overlay or reform does not say `on = "…"` as a plain text; those of
 * reading a file. */
JH_CHECKED jh_code jh_script_peek_head(
    jh_script *script, const char *path, const char *shown, jh_script_head *out, jh_error *err);

/* The dictionary that a dictionary's first statement, `extends "…"`, names; NULL if there is none. */
JH_CHECKED jh_code jh_script_peek_extends(
    jh_script *script, const char *path, const char *shown, const char **out, jh_error *err);

#endif
