/* runs_again.c - a run's files out of the archive, and a session of them.
 *
 * Every file stands below a folder of its own as it stood on disk, so that what packs name beside them or below the
 * shared folder is found. Parts may be taken of two runs: this is how it is found out what makes a difference.
 */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "session/runs.h"

enum { MOST_LISTED = 64 };

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk) {
  (void)info, (void)kind, (void)walk;
  return remove(path);
}

void jh_runs_again_end(jh_runs_again *again) {
  if (again->folder[0]) (void)nftw(again->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  again->folder[0] = '\0';
}

static jh_code make_folder(jh_runs_again *again, jh_error *err) {
  const char *above = getenv("TMPDIR");
  if (!above || !above[0] || strlen(above) > 40) above = "/tmp";
  jh_place at = jh_place_of(above, 0, 0);
  (void)snprintf(again->folder, sizeof again->folder, "%s/junheng-XXXXXX", above);
  if (mkdtemp(again->folder)) return JH_OK;
  again->folder[0] = '\0';
  return jh_fail(err, JH_ENOT_WRITABLE, &at, "mkdtemp", NULL);
}

jh_code jh_runs_again_begin(
    jh_runs_again *out, jh_ledger *archive, int64_t id, jh_arena *arena, jh_error *err) {
  *out = (jh_runs_again){0};
  jh_code code = jh_ledger_find(archive, id, arena, &out->run, err);
  if (!code) code = jh_ledger_inputs(archive, id, arena, &out->inputs, &out->input_count, err);
  if (!code) code = jh_ledger_options(archive, id, arena, &out->options, &out->option_count, err);
  if (!code) code = make_folder(out, err);
  return code ? code : jh_ledger_extract(archive, id, out->folder, err);
}

const char *jh_runs_option(const jh_runs_again *again, const char *name) {
  for (size_t i = 0; i < again->option_count; i++) {
    if (strcmp(again->options[i].name, name) == 0) return again->options[i].value;
  }
  return NULL;
}

/* Where a file or folder of the run stands now; ids of packs stay as they are. */
static const char *moved(const jh_runs_again *again, const char *path, jh_arena *arena) {
  char text[8192];
  if (!path || path[0] != '/') return path;
  int size = snprintf(text, sizeof text, "%s%s", again->folder, path);
  if (size < 0 || (size_t)size >= sizeof text) return path;
  return jh_arena_text(arena, jh_str_of(text));
}

/* The values of an option that may be given several times. */
static size_t list(
    const jh_runs_again *again, const char *name, bool is_path, const char **out, jh_arena *arena) {
  size_t count = 0;
  for (size_t i = 0; i < again->option_count && count < MOST_LISTED; i++) {
    const jh_ledger_pair *option = &again->options[i];
    if (strcmp(option->name, name) != 0) continue;
    out[count++] = is_path ? moved(again, option->value, arena) : option->value;
  }
  return count;
}

jh_code jh_runs_again_open(
    jh_session **out, const jh_runs_parts *parts, int jobs, jh_arena *arena, jh_error *err) {
  const char *reforms[MOST_LISTED], *switches[MOST_LISTED];
  const jh_runs_again *rules = parts->rules, *choice = parts->choice;
  jh_session_options how = {
      .rules = moved(rules, jh_runs_option(rules, "rules"), arena),
      .reforms = reforms,
      .reform_count = list(rules, "reform", true, reforms, arena),
      .switches = switches,
      .switch_count = list(rules, "switch", false, switches, arena),
      .data = moved(parts->data, jh_runs_option(parts->data, "data"), arena),
      .dictionary = moved(rules, jh_runs_option(rules, "dictionary"), arena),
      .share = moved(rules, jh_runs_option(rules, "share"), arena),
      .encoding = jh_runs_option(parts->data, "encoding"),
      .year = jh_runs_option(choice, "year"),
      .region = jh_runs_option(choice, "region"),
      .jobs = jobs};
  jh_evaluate_options judge = {
      .on = jh_runs_option(choice, "on"), .jobs = jobs, .with_figures = true};
  jh_code code = jh_session_open(out, &how, err);
  return code ? code : jh_session_evaluate(*out, &judge, err);
}
