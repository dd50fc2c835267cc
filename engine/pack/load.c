#include "pack/load.h"

#include <stdio.h>
#include <string.h>

#include "pack/chain.h"
#include "pack/check.h"
#include "pack/folder.h"
#include "script/script.h"

enum { MOST_DICTIONARIES = 8 };

typedef struct loader {
  const jh_pack_options *options;
  jh_plan *plan;
  jh_script *script;
  jh_diag *diag;
  jh_error *err;
  const char **read; /* every file that was run, for the hash */
  size_t read_count, read_room;
} loader;

static jh_code out_of_memory(loader *l) { return jh_fail(l->err, JH_ENOMEM, NULL, NULL); }

static char *join(loader *l, const char *folder, const char *name) {
  return jh_folder_join(l->plan->arena, folder, name);
}

static jh_code run(loader *l, jh_script_kind kind, const char *path) {
  void *items = l->read;
  if (jh_arena_grow(l->plan->arena, &items, &l->read_room, l->read_count + 1, sizeof *l->read)) {
    return out_of_memory(l);
  }
  l->read = items;
  l->read[l->read_count++] = path;
  return jh_script_run(l->script, kind, path, path, l->err);
}

/* share/data/schema/NAME.lua */
static char *named_dictionary(loader *l, const char *name) {
  char *folder = join(l, l->options->share_folder, "data/schema");
  char *path = folder ? join(l, folder, name) : NULL;
  size_t size = path ? strlen(path) : 0;
  char *file = path ? jh_arena_get(l->plan->arena, size + 5) : NULL;
  if (!file) return NULL;
  memcpy(file, path, size);
  memcpy(file + size, ".lua", 5);
  return file;
}

/* Where a file says `key … "name"`, for messages; the file as a whole if that cannot be found. */
static jh_place place_of(const char *path, const char *key, const char *name) {
  char line[512];
  jh_place at = jh_place_of(path, 0, 0);
  FILE *file = fopen(path, "rb");
  for (uint32_t number = 1; file && !at.line && fgets(line, sizeof line, file); number++) {
    const char *first = strstr(line, key), *found = first ? strstr(first, name) : NULL;
    if (!found || found == line || (found[-1] != '"' && found[-1] != '\'')) continue;
    at.line = number;
    at.column = (uint32_t)(found - line);
  }
  if (file) (void)fclose(file);
  return at;
}

/* A dictionary that is not there: its name, the folder, and where it was named (NULL: by no file). */
static jh_code not_found(loader *l, const char *name, const char *path, const jh_place *at) {
  const char *slash = strrchr(path, '/');
  char folder[256];
  jh_str_copy(folder, sizeof folder, (jh_str){path, slash ? (size_t)(slash - path) : 0});
  return jh_fail(l->err, JH_ENO_DICTIONARY, at, name, folder[0] ? folder : ".", NULL);
}

/* Which dictionary: told, beside the data, in the pack's folder, named by the pack, the national one. */
static jh_code find_dictionary(loader *l, char **out) {
  const jh_pack_options *o = l->options;
  const char *name = o->dictionary;
  if (name && jh_folder_has_file(name)) {
    *out = jh_arena_text(l->plan->arena, jh_str_of(name));
    return *out ? JH_OK : out_of_memory(l);
  }
  if (!name && o->data_folder) {
    *out = join(l, o->data_folder, "dictionary.lua");
    if (!*out) return out_of_memory(l);
    if (jh_folder_has_file(*out)) return JH_OK;
  }
  if (!name && o->folder) name = jh_script_dictionary(l->script);
  bool is_beside = !o->dictionary && name && jh_str_ends(jh_str_of(name), ".lua");
  if (!name) name = "national";
  if (strstr(name, "..")) return jh_fail(l->err, JH_EBAD_PATH, NULL, name, NULL);
  *out = is_beside ? join(l, o->folder, name) : named_dictionary(l, name);
  if (!*out) return out_of_memory(l);
  if (jh_folder_has_file(*out)) return JH_OK;
  if (o->dictionary || !o->folder || !jh_script_dictionary(l->script))
    return not_found(l, name, *out, NULL);
  const char *head = join(l, o->folder, "pack.lua");
  if (!head) return out_of_memory(l);
  jh_place at = place_of(head, "dictionary", name);
  return not_found(l, name, *out, &at);
}

/* The dictionary and, before it, the ones on which it stands. */
static jh_code run_dictionary(loader *l, char *path) {
  char *chain[MOST_DICTIONARIES] = {path};
  size_t count = 1;
  for (;;) {
    const char *base, *top = chain[count - 1];
    jh_code code = jh_script_peek_extends(l->script, top, top, &base, l->err);
    if (code) return code;
    if (!base) break;
    if (strstr(base, "..")) return jh_fail(l->err, JH_EBAD_PATH, NULL, base, NULL);
    if (count == MOST_DICTIONARIES) {
      jh_place at = jh_place_of(top, 1, 0);
      return jh_fail(l->err, JH_EBASE_CYCLE, &at, base, NULL);
    }
    chain[count] = named_dictionary(l, base);
    if (!chain[count]) return out_of_memory(l);
    if (!jh_folder_has_file(chain[count])) {
      jh_place at = place_of(top, "extends", base);
      return not_found(l, base, chain[count], &at);
    }
    count++;
  }
  while (count-- > 0) {
    jh_code code = run(l, JH_SCRIPT_DICTIONARY, chain[count]);
    if (code) return code;
  }
  l->plan->dataset.dictionary = path;
  return JH_OK;
}

static jh_code run_head(loader *l, char *head) {
  jh_place at = jh_place_of(l->options->folder, 0, 0);
  if (!jh_folder_has_file(head)) return jh_fail(l->err, JH_ENO_PACK, &at, "pack.lua", NULL);
  jh_code code = run(l, JH_SCRIPT_HEAD, head);
  if (code) return code;
  const char *base = jh_script_base(l->script);
  if (base) {
    char *rules = join(l, l->options->share_folder, "rules");
    if (!rules) return out_of_memory(l);
    return jh_chain_follow(head, l->plan->pack.id, base, rules, l->err);
  }
  if (l->plan->pack.id) return JH_OK;
  at = jh_place_of(head, 1, 0);
  return jh_fail(l->err, JH_EMISSING_FIELD, &at, "pack.lua", "pack", "pack \"id\" { … }", NULL);
}

static jh_code run_articles(loader *l) {
  for (size_t i = 0; i < jh_script_file_count(l->script); i++) {
    const char *name = jh_script_file(l->script, i);
    char *path = join(l, l->options->folder, name);
    size_t size = path ? strlen(path) : 0;
    char *file = path ? jh_arena_get(l->plan->arena, size + 5) : NULL;
    if (!file) return out_of_memory(l);
    memcpy(file, path, size);
    memcpy(file + size, ".lua", 5);
    jh_code code = run(l, JH_SCRIPT_PACK, file);
    if (code) return code;
  }
  return JH_OK;
}

static jh_code run_cases(loader *l) {
  char *folder = join(l, l->options->folder, "cases"), **names;
  size_t count;
  if (!folder) return out_of_memory(l);
  jh_code code = jh_folder_list(l->plan->arena, folder, &names, &count, l->err);
  for (size_t i = 0; i < count && !code; i++) {
    char *path = join(l, folder, names[i]);
    code = path ? jh_script_run(l->script, JH_SCRIPT_CASES, path, path, l->err) : out_of_memory(l);
  }
  return code;
}

static jh_code fill(loader *l) {
  const jh_pack_options *o = l->options;
  char *head = NULL, *dictionary = NULL;
  jh_code code = JH_OK;
  if (o->folder) {
    head = join(l, o->folder, "pack.lua");
    code = head ? run_head(l, head) : out_of_memory(l);
    l->plan->pack.folder = jh_arena_text(l->plan->arena, jh_str_of(o->folder));
  }
  if (!code) code = find_dictionary(l, &dictionary);
  if (!code) code = run_dictionary(l, dictionary);
  if (!code && o->folder) code = run_articles(l);
  if (!code && o->folder) code = jh_check_plan(l->plan, head, l->diag, l->err);
  if (!code) code = jh_folder_hash(l->plan->pack.hash, l->read, l->read_count, l->err);
  if (!code && o->folder && o->with_cases) code = run_cases(l);
  return code;
}

jh_code jh_pack_load(jh_plan **out, const jh_pack_options *options, jh_diag *diag, jh_error *err) {
  loader l = {.options = options, .diag = diag, .err = err};
  jh_code code = jh_plan_open(&l.plan, err);
  if (code) return code;
  code = jh_script_open(&l.script, l.plan, NULL, err);
  if (!code) code = fill(&l);
  jh_script_close(l.script);
  if (code) {
    jh_plan_close(l.plan);
  } else {
    *out = l.plan;
  }
  return code;
}
