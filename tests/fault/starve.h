/* starve.h - a task repeated with one allocation failing, each of them.
 *
 * Each run ends in success or in a clear error, never in a result from half the data, and gives back what it took,
 * files too. starve(task) tries every allocation, by children (branch.h). starve_again(task) runs a task that writes
 * files anew for each: the first ones, later ones in growing steps, until a run finds all its memory. starve_large(task)
 * and starve_lua(task), which does without the pool of interpreters (lua_memory.h), go in growing steps too. By hand, with JUNHENG_FAULT_EVERY=1 in the
 * environment, they try every single one as well: minutes. JUNHENG_FAULT_TASK=name does one task alone,
 * JUNHENG_FAULT_FROM and _TO a range of its allocations, for several processes at once; JUNHENG_FAULT_AGAIN=1 runs
 * every task anew for each.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's family, for this program and the
 * engine in it (not for libraries of others).
 */
#ifndef JH_TEST_FAULT_STARVE_H
#define JH_TEST_FAULT_STARVE_H

#include "branch.h"
#include "lua_memory.h"

#include "junheng.h"

/* What was written, kept as a sum so that two runs can be compared. */
typedef struct written {
  uint64_t sum;
  size_t size;
} written;

typedef jh_code (*starved)(written *out, jh_error *err);

static bool take(void *payload, const char *bytes, size_t count) {
  written *out = payload;
  for (size_t i = 0; i < count; i++) out->sum = out->sum * 31 + (unsigned char)bytes[i];
  out->size += count;
  return true;
}

static inline bool take_page(void *payload, const char *path, const char *bytes, size_t count) {
  return take(payload, path, strlen(path)) && take(payload, bytes, count);
}

static bool is_want_of_memory(jh_code code) { return code == JH_ENOMEM || code == JH_EMEMORY; }

static long number_of(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text && text[0] ? strtol(text, NULL, 10) : otherwise;
}

/* What is wrong with a run in which an allocation may have failed, or NULL: an error says so, or the result is the
 * same; nothing is lost, but for what open sessions keep (is_short). */
static const char *wrong_with(
    starved task, const written *good, long before, bool is_short, jh_code *code) {
  jh_error err = {0};
  written out = {0};
  int files = open_files();
  *code = task(&out, &err);
  left = -1;
  tree.is_over = true;
  if (*code && !(failed && is_want_of_memory(*code))) return "another error";
  if (alive != before && !is_short) return "blocks are lost";
  if (!tree.is_child && open_files() != files) return "files stay open";
  if (tree.is_child && open_files() > files) return "files stay open";
  if (!*code && (out.sum != good->sum || out.size != good->size)) return "another result";
  return NULL;
}

/* All of a task's allocations, or those of a range, each failing in a run of its own. */
static void run_again(starved task, const written *good, long growth, long last, bool is_short) {
  failed = true;
  for (long n = tree.first; failed && (last < 0 || n <= last); n += 1 + growth * n / 10) {
    jh_code code;
    long before = alive;
    failed = false;
    left = n;
    const char *wrong = wrong_with(task, good, before, is_short, &code);
    if (wrong) fail_msg("allocation %ld: %s (code %d)", n, wrong, (int)code);
    tree.runs++;
  }
}

/* The same by children of one run. */
static void run_branches(starved task, const written *good, bool is_short) {
  jh_code code;
  long before = alive;
  failed = false;
  without_threads = true;
  (void)fflush(NULL);
  decide = branch_here;
  const char *wrong = wrong_with(task, good, before, is_short, &code);
  decide = NULL;
  if (tree.is_child) end_child(wrong, (int)code);
  without_threads = false;
  if (wrong) fail_msg("without a fault: %s (code %d)", wrong, (int)code);
  if (tree.faults) fail_msg("%ld of %ld runs", tree.faults, tree.runs);
}

/* Did the last run find all its memory, or one run ask for no more? */
static bool is_whole(void) { return tree.at ? tree.last < 0 || tree.last >= tree.at - 1 : !failed; }

/* How a task is starved. */
typedef struct starving {
  const char *name;
  starved task;
  bool again;  /* it writes files: run anew for each */
  bool sparse; /* in growing steps, unless every one is asked for */
  long most;   /* only so many of the first, of a task that stands on open sessions; 0 = all */
} starving;

static void starve_so(starving how) {
  jh_error err = {0};
  written good = {0};
  const char *only = getenv("JUNHENG_FAULT_TASK");
  bool every = how.most || number_of("JUNHENG_FAULT_EVERY", 0) == 1;
  bool again = how.again || number_of("JUNHENG_FAULT_AGAIN", 0) == 1;
  if (tree.is_child) _exit(2); /* a child that an assertion led out of its task */
  if (only && strcmp(only, how.name) != 0) skip();
  tree = (branching){
      .first = number_of("JUNHENG_FAULT_FROM", 0),
      .last = number_of("JUNHENG_FAULT_TO", how.most - 1),
      .growth = how.sparse && !every,
      .spans = (int)number_of("JUNHENG_FAULT_SPANS", ALONE | ALL_AFTER)};
  assert_int_equal(how.task(&good, &err), JH_OK);
  if (again) {
    run_again(how.task, &good, every ? 0 : 1, tree.last, how.most > 0);
  } else {
    run_branches(how.task, &good, how.most > 0);
  }
  printf(
      "%s: %ld runs with allocations failing, from the %ld. on%s\n", how.name, tree.runs,
      tree.first + 1, is_whole() ? "" : ", not to the end");
}

#define starve(task) starve_so((starving){#task, task, false, false, 0})

/* In growing steps, for a task that asks thousands of times. */
#define starve_large(task) starve_so((starving){#task, task, false, true, 0})

#define starve_again(task) starve_so((starving){#task, task, true, true, 0})

/* Each of the first so many allocations, for a task that stands on sessions which were opened before. */
#define starve_first(count, task) starve_so((starving){#task, task, false, false, count})

/* Every piece of Lua's. */
#define starve_lua(task)                                                                           \
  do {                                                                                             \
    each_piece = true;                                                                             \
    starve_so((starving){#task " in Lua", task, false, true, 0});                                  \
    each_piece = false;                                                                            \
  } while (0)

#endif
