#include "pack/load.h"

#include <stdio.h>
#include <string.h>

#include "pack/chain.h"
#include "pack/check.h"
#include "pack/folder.h"
#include "script/compute.h"
#include "script/script.h"

enum { MOST_DICTIONARIES = 8 };

typedef struct loader {
  const jh_pack_options *options;
  jh_plan *plan;
  jh_script *script;
  jh_diag *diag;
  jh_error *err;
  jh_chain chain;
  const char *dictionary; /* named by the pack at the bottom; NULL = none */
  const char **read;      /* every file that was run, for the hash */
  size_t read_count, read_room;
} loader;

static jh_code out_of_memory(loader *l) { return jh_fail(l->err, JH_ENOMEM, NULL, NULL); }

static char *join(loader *l, const char *folder, const char *name) {
  return jh_folder_join(l->plan->arena, folder, name);
}

static bool is_head(const loader *l, const char *path) {
  for (size_t i = 0; i < l->chain.count; i++) {
    if (l->chain.links[i].file == path) return true;
  }
  return false;
}

static jh_code run(loader *l, jh_script_kind kind, const char *path) {
  void *items = l->read;
  bool is_again = kind == JH_SCRIPT_PACK && is_head(l, path);
  if (is_again) return jh_script_run(l->script, kind, path, path, l->err);
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

/* A dictionary that is not there: its name, the folder, and where it was named (NULL: by no file). */
static jh_code not_found(loader *l, const char *name, const char *path, const jh_place *at) {
  char folder[256]; /* it was joined to the name */
  jh_str_copy(folder, sizeof folder, (jh_str){path, (size_t)(strrchr(path, '/') - path)});
  return jh_fail(l->err, JH_ENO_DICTIONARY, at, name, folder, NULL);
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
  bool is_own = !name && o->folder; /* a pack's head names one */
  if (!name) name = is_own ? l->dictionary : "national";
  if (strstr(name, "..")) return jh_fail(l->err, JH_EBAD_PATH, NULL, name, NULL);
  const jh_chain_link *bottom = &l->chain.links[0];
  bool is_beside = is_own && jh_str_ends(jh_str_of(name), ".lua");
  *out = is_beside ? join(l, bottom->folder, name) : named_dictionary(l, name);
  if (!*out) return out_of_memory(l);
  if (jh_folder_has_file(*out))
    return is_beside ? jh_folder_keep(bottom->folder, *out, l->err) : JH_OK;
  if (!is_own) return not_found(l, name, *out, NULL);
  jh_place at = jh_folder_find(bottom->file, "dictionary", name);
  return not_found(l, name, *out, &at);
}

/* The statistical forms that a dictionary's head names. They judge nothing, so the hash leaves them out. */
static jh_code run_forms(loader *l, const char *dictionary) {
  const char *name = jh_script_forms(l->script);
  if (!name) return JH_OK;
  if (strstr(name, "..")) return jh_fail(l->err, JH_EBAD_PATH, NULL, name, NULL);
  char *path = named_dictionary(l, name);
  if (!path) return out_of_memory(l);
  if (jh_folder_has_file(path)) {
    return jh_script_run(l->script, JH_SCRIPT_DICTIONARY, path, path, l->err);
  }
  jh_place at = jh_folder_find(dictionary, "forms", name);
  return not_found(l, name, path, &at);
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
    bool is_beside = jh_str_ends(jh_str_of(base), ".lua");
    bool leads_out = strstr(base, "..") || (is_beside && strchr(base, '/'));
    if (leads_out) return jh_fail(l->err, JH_EBAD_PATH, NULL, base, NULL);
    if (count == MOST_DICTIONARIES) {
      jh_place at = jh_place_of(top, 1, 0);
      return jh_fail(l->err, JH_EBASE_CYCLE, &at, base, NULL);
    }
    const char *folder = is_beside ? jh_folder_of(l->plan->arena, top) : NULL;
    if (is_beside && !folder) return out_of_memory(l);
    chain[count] = folder ? join(l, folder, base) : named_dictionary(l, base);
    if (!chain[count]) return out_of_memory(l);
    if (!jh_folder_has_file(chain[count])) {
      jh_place at = jh_folder_find(top, "extends", base);
      return not_found(l, base, chain[count], &at);
    }
    code = folder ? jh_folder_keep(folder, chain[count], l->err) : JH_OK;
    if (code) return code;
    count++;
  }
  while (count-- > 0) {
    jh_code code = run(l, JH_SCRIPT_DICTIONARY, chain[count]);
    if (!code) code = run_forms(l, chain[count]);
    if (code) return code;
  }
  l->plan->dataset.dictionary = path;
  return JH_OK;
}

static jh_code run_head(loader *l, size_t index) {
  jh_chain_link *link = &l->chain.links[index];
  jh_script_used(l->script, link->is_used, link->scope);
  jh_code code = run(l, JH_SCRIPT_HEAD, link->file);
  if (code) return code;
  link->files = jh_script_files(l->script, &link->file_count);
  link->columns = jh_script_columns(l->script, &link->column_count);
  link->uses = jh_script_uses(l->script, &link->use_count);
  link->use_names = jh_script_use_names(l->script);
  if (index == 0) {
    l->dictionary = jh_script_dictionary(l->script);
    l->plan->pack.dictionary = jh_arena_text(l->plan->arena, jh_str_of(l->dictionary));
    if (!l->plan->pack.dictionary) return out_of_memory(l);
  }
  return jh_chain_add_used(&l->chain, index, l->err);
}

/* The heads of the chain from the bottom up, then of the packs that they use. */
static jh_code run_heads(loader *l) {
  l->chain.arena = l->plan->arena;
  l->chain.script = l->script;
  l->chain.share = l->options->share_folder;
  const jh_pack_options *o = l->options;
  jh_code code = jh_chain_find(&l->chain, o->folder, o->reforms, o->reform_count, l->err);
  for (size_t i = 0; i < l->chain.count && !code; i++) {
    code = run_head(l, i);
    if (!code) l->plan->layers[i].folder = l->chain.links[i].folder;
  }
  return code;
}

/* Runs files named without .lua in a link's folder. */
static jh_code run_named(
    loader *l, jh_script_kind kind, const jh_chain_link *link, const char *const *names,
    size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *path = join(l, link->folder, names[i]);
    char *file = path ? jh_folder_suffix(l->plan->arena, path, ".lua") : NULL;
    if (!file) return out_of_memory(l);
    jh_code code = jh_folder_keep(link->folder, file, l->err);
    if (!code) code = run(l, kind, file);
    if (code) return code;
  }
  return JH_OK;
}

static jh_code run_columns(loader *l) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < l->chain.count && !code; i++) {
    const jh_chain_link *link = &l->chain.links[i];
    code = run_named(l, JH_SCRIPT_DICTIONARY, link, link->columns, link->column_count);
  }
  return code;
}

static jh_code run_layer(loader *l, size_t index) {
  const jh_chain_link *link = &l->chain.links[index];
  jh_code code = jh_script_enter(l->script, (uint32_t)index, l->err);
  if (!code && link->head.is_followed) code = run(l, JH_SCRIPT_PACK, link->file);
  return code ? code : run_named(l, JH_SCRIPT_PACK, link, link->files, link->file_count);
}

/* What is used first, the last named before those that may use it; then the chain. */
static jh_code run_articles(loader *l) {
  jh_code code = JH_OK;
  for (size_t i = l->chain.count; i-- > 0 && !code;) {
    if (l->chain.links[i].is_used) code = run_layer(l, i);
  }
  for (size_t i = 0; i < l->chain.count && !code; i++) {
    if (!l->chain.links[i].is_used) code = run_layer(l, i);
  }
  if (code) return code;
  return jh_script_finish(l->script, l->options->switches, l->options->switch_count, l->err);
}

/* The cases of one link; a single file has none of its own. */
static jh_code run_cases_of(loader *l, size_t index) {
  const jh_chain_link *link = &l->chain.links[index];
  char *folder = join(l, link->folder, "cases"), *head = join(l, link->folder, "pack.lua"), **names;
  size_t count;
  if (!folder || !head) return out_of_memory(l);
  if (strcmp(head, link->file) != 0) return JH_OK;
  jh_code code = jh_script_enter(l->script, (uint32_t)index, l->err);
  if (!code) code = jh_folder_list(l->plan->arena, folder, &names, &count, l->err);
  for (size_t i = 0; !code && i < count; i++) {
    char *path = join(l, folder, names[i]);
    code = path ? jh_folder_keep(link->folder, path, l->err) : out_of_memory(l);
    if (!code) code = jh_script_run(l->script, JH_SCRIPT_CASES, path, path, l->err);
  }
  return code;
}

/* Those of the pack and of all on which it stands: until its own first day their law is unchanged
 * (case.lua leaves out the later ones). */
static jh_code run_cases(loader *l) {
  for (size_t i = 0; i < l->chain.count; i++) {
    if (l->chain.links[i].head.kind == JH_LAYER_REFORM) continue;
    jh_code code = run_cases_of(l, i);
    if (code) return code;
  }
  return JH_OK;
}

/* The fingerprint of what was run, which the files may no longer hold. */
static jh_code hash_read(loader *l) {
  jh_str *texts = jh_arena_get(l->plan->arena, (l->read_count + 1) * sizeof *texts);
  if (!texts) return out_of_memory(l);
  for (size_t i = 0; i < l->read_count; i++) texts[i] = jh_script_bytes(l->script, l->read[i]);
  return jh_folder_hash(l->plan->pack.hash, l->read, texts, l->read_count, l->err);
}

static jh_code fill(loader *l) {
  const jh_pack_options *o = l->options;
  char *dictionary = NULL;
  jh_code code = o->folder ? run_heads(l) : JH_OK;
  if (!code && o->folder) {
    l->plan->pack.folder = jh_arena_text(l->plan->arena, jh_str_of(o->folder));
    if (!l->plan->pack.folder) code = out_of_memory(l);
  }
  if (!code) code = find_dictionary(l, &dictionary);
  if (!code) code = run_dictionary(l, dictionary);
  if (!code && o->folder) code = run_columns(l);
  if (!code) code = run_articles(l);
  if (!code && o->folder) code = jh_check_plan(l->plan, l->chain.links[0].file, l->diag, l->err);
  if (!code) code = hash_read(l);
  if (!code && o->folder && o->with_cases) code = run_cases(l);
  if (!code) code = jh_script_note_texts(l->script, l->err);
  return code;
}

jh_code jh_pack_load(jh_plan **out, const jh_pack_options *options, jh_diag *diag, jh_error *err) {
  loader l = {.options = options, .diag = diag, .err = err};
  jh_code code = jh_plan_open(&l.plan, err);
  if (code) return code;
  code = jh_script_open(&l.script, l.plan, &options->limits, err);
  if (!code) jh_script_leave_out(l.script, options->left_out, options->left_out_count);
  if (!code) code = fill(&l);
  if (!code && l.plan->compute_count) {
    jh_script_keep(l.script); /* its functions are called during evaluation */
  } else {
    jh_script_close(l.script);
  }
  if (code) {
    jh_plan_close(l.plan);
  } else {
    *out = l.plan;
  }
  return code;
}
