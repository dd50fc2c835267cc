/* import.c - the offices' files into a dataset, by a mapping. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "intake/intake.h"
#include "pack/load.h"
#include "script/script.h"
#include "session/session.h"

enum { CAP = 200 }; /* messages kept */

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool is_there(const char *path, bool is_folder) {
  struct stat info;
  return stat(path, &info) == 0 && (is_folder ? S_ISDIR(info.st_mode) : S_ISREG(info.st_mode));
}

/* The folder of a file; "." if it names none. */
static const char *folder_of(jh_session *s, const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash) return ".";
  return jh_arena_text(s->arena, (jh_str){path, slash == path ? 1 : (size_t)(slash - path)});
}

static const char *join(jh_session *s, const char *folder, const char *name) {
  char path[4200];
  int size = snprintf(path, sizeof path, "%s/%s", folder, name);
  if (size < 0 || (size_t)size >= sizeof path) return NULL;
  return jh_arena_text(s->arena, jh_str_of(strncmp(path, "./", 2) == 0 ? path + 2 : path));
}

/* A dictionary that is a file stands beside the mapping, else in the folder of the sources. */
static jh_code find_dictionary(
    jh_session *s, const jh_mapping *mapping, const char *mapping_folder, const char *sources,
    const char **out, jh_error *err) {
  *out = NULL;
  if (!jh_str_ends(jh_str_of(mapping->dictionary), ".lua")) return JH_OK;
  const char *folders[] = {mapping_folder, sources};
  for (int i = 0; i < 2; i++) {
    *out = join(s, folders[i], mapping->dictionary);
    if (!*out) return no_memory(err);
    if (is_there(*out, false)) return JH_OK;
  }
  return jh_fail(
      err, JH_ENO_DICTIONARY, &mapping->place, mapping->dictionary, mapping_folder, NULL);
}

static jh_code read_dictionary(
    jh_session *s, const jh_mapping *mapping, const char *file, jh_error *err) {
  jh_pack_options how = {
      .dictionary = file ? file : mapping->dictionary,
      .share_folder = s->share,
      .limits = s->limits};
  jh_code code = jh_pack_load(&s->plan, &how, s->diag, err);
  if (code) return code;
  s->head = (jh_report_head){.plan = s->plan, .engine_version = jh_version()};
  if (!s->plan->source_count) return JH_OK;
  const jh_source *source = &s->plan->sources[0];
  return jh_fail(err, JH_EIMPORT_SOURCES, &source->place, source->file, NULL);
}

/* What the dictionary's own file said when it was read. */
static jh_str text_of(const jh_plan *plan, const char *file) {
  for (size_t i = 0; file && i < plan->text_count; i++)
    if (strcmp(plan->texts[i].path, file) == 0) return plan->texts[i].text;
  return (jh_str){NULL, 0};
}

static jh_code import(
    jh_session *s, const jh_import_options *o, const jh_mapping *mapping, jh_str text,
    jh_import_count *count, jh_error *err) {
  const char *beside = folder_of(s, o->mapping), *file = NULL;
  if (!beside) return no_memory(err);
  jh_intake_options how = {
      .sources = o->data ? o->data : beside,
      .mapping = o->mapping,
      .output = o->output,
      .mapping_text = text};
  if (!is_there(how.sources, true)) return jh_fail(err, JH_ENO_FOLDER, NULL, how.sources, NULL);
  jh_code code = find_dictionary(s, mapping, beside, how.sources, &file, err);
  how.dictionary = file;
  if (!code) code = read_dictionary(s, mapping, file, err);
  if (!code) how.dictionary_text = text_of(s->plan, file);
  jh_intake_count done = {0};
  if (!code) code = jh_intake_run(&done, mapping, s->plan, &how, s->diag, err);
  *count = (jh_import_count){done.sources,  done.tables, done.rows,
                             done.left_out, done.merged, done.unused};
  return code;
}

/* The mapping lives in a plan of its own, which knows no dictionary. */
static jh_code run(
    jh_session *s, const jh_import_options *o, jh_import_count *count, jh_error *err) {
  const jh_mapping *mapping = NULL;
  jh_script *script = NULL;
  jh_plan *plan;
  jh_str text = {NULL, 0};
  jh_code code = jh_plan_open(&plan, err);
  if (code) return code;
  code = jh_script_open(&script, plan, &s->limits, err);
  if (!code) code = jh_script_run(script, JH_SCRIPT_MAPPING, o->mapping, o->mapping, err);
  if (!code) code = jh_script_mapping(script, o->mapping, &mapping, err);
  if (!code) text = jh_script_bytes(script, o->mapping);
  if (!code) code = import(s, o, mapping, text, count, err);
  jh_script_close(script);
  jh_plan_close(plan);
  return code;
}

jh_code jh_session_import(
    jh_session **out, const jh_import_options *options, jh_import_count *count, jh_error *err) {
  char share[4096];
  *out = NULL;
  *count = (jh_import_count){0};
  jh_session *s = jh_alloc_get(sizeof *s);
  if (!s) return no_memory(err);
  s->limits = (jh_script_limits){
      (size_t)options->pack_memory_mib << 20, options->pack_steps, options->pack_seconds};
  s->arena = jh_arena_open();
  s->diag = jh_diag_open(CAP);
  const char *folder = options->share ? options->share : jh_share_folder(share, sizeof share);
  if (s->arena) s->share = jh_arena_text(s->arena, jh_str_of(folder));
  if (!s->diag || !s->share) {
    jh_session_close(s);
    return no_memory(err);
  }
  *out = s;
  return run(s, options, count, err);
}
