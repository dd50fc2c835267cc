#include "pack/chain.h"

#include <string.h>

#include "pack/folder.h"

enum { MOST_FOLDERS_UP = 12 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Fills a link from a folder with pack.lua, or from a single file. */
static jh_code open_link(jh_chain *chain, const char *path, jh_chain_link *link, jh_error *err) {
  bool is_file = jh_folder_has_file(path);
  jh_place at = jh_place_of(path, 0, 0);
  *link = (jh_chain_link){.scope = ""};
  link->file = is_file ? path : jh_folder_join(chain->arena, path, "pack.lua");
  link->folder = is_file ? jh_folder_of(chain->arena, path) : path;
  if (!link->file || !link->folder) return out_of_memory(err);
  if (!jh_folder_has_file(link->file)) return jh_fail(err, JH_ENO_PACK, &at, "pack.lua", NULL);
  jh_code code = is_file ? JH_OK : jh_folder_keep(link->folder, link->file, err);
  if (!code) code = jh_script_peek_head(chain->script, link->file, link->file, &link->head, err);
  if (code || link->head.id) return code;
  at = jh_place_of(link->file, 1, 0);
  const char *name = is_file ? path : "pack.lua";
  return jh_fail(err, JH_EMISSING_FIELD, &at, name, "pack", "pack \"id\" { … }", NULL);
}

/* Is "folder/id" (or "folder/id.lua") the pack of that id? */
static jh_code try_folder(
    jh_chain *chain, const char *folder, const char *id, jh_chain_link *link, bool *is_found,
    jh_error *err) {
  char *path = jh_folder_join(chain->arena, folder, id);
  char *file = path ? jh_folder_suffix(chain->arena, path, ".lua") : NULL;
  char *head = path ? jh_folder_join(chain->arena, path, "pack.lua") : NULL;
  if (!file || !head) return out_of_memory(err);
  const char *there = jh_folder_has_file(head) ? path : jh_folder_has_file(file) ? file : NULL;
  if (!there) return JH_OK;
  jh_code code = open_link(chain, there, link, err);
  *is_found = !code && strcmp(link->head.id, id) == 0;
  return code;
}

/* The pack of an id: in the folders above the one that names it, then below share/rules. */
static jh_code find_base(
    jh_chain *chain, const char *from, const char *id, const jh_place *at, jh_chain_link *link,
    jh_error *err) {
  bool is_found = false;
  jh_code code = JH_OK;
  if (strstr(id, "..") || strpbrk(id, "\\:") || id[0] == '/')
    return jh_fail(err, JH_EUNKNOWN_BASE, at, id, NULL);
  const char *folder = from;
  for (int i = 0; i < MOST_FOLDERS_UP && !code && !is_found; i++) {
    code = try_folder(chain, folder, id, link, &is_found, err);
    const char *above = jh_folder_above(chain->arena, folder);
    if (!above) return out_of_memory(err);
    if (strcmp(above, folder) == 0) break;
    folder = above;
  }
  if (code || is_found) return code;
  char *rules = jh_folder_join(chain->arena, chain->share, "rules");
  if (!rules) return out_of_memory(err);
  code = try_folder(chain, rules, id, link, &is_found, err);
  return code || is_found ? code : jh_fail(err, JH_EUNKNOWN_BASE, at, id, NULL);
}

static void add_text(char *out, size_t size, const char *text) {
  size_t used = strlen(out);
  jh_str_copy(out + used, size - used, jh_str_of(text));
}

/* "a → b → a": from the top of the chain, which stands first in `links`, down. */
static jh_code cycle(const jh_chain *chain, const jh_place *at, const char *again, jh_error *err) {
  char way[160] = "";
  for (size_t i = 0; i < chain->count; i++) {
    add_text(way, sizeof way, chain->links[i].head.id);
    add_text(way, sizeof way, " → ");
  }
  add_text(way, sizeof way, again);
  return jh_fail(err, JH_EBASE_CYCLE, at, way, NULL);
}

/* The file is a link of another kind than stands here. */
static jh_code wrong_kind(const jh_chain_link *link, jh_code code, jh_error *err) {
  jh_place at = jh_place_of(link->file, 1, 0);
  return jh_fail(err, code, &at, link->head.id, NULL);
}

/* Follows `on = …` down to the pack; the links come out top first. */
static jh_code follow(jh_chain *chain, const char *path, jh_error *err) {
  jh_chain_link link;
  jh_code code = open_link(chain, path, &link, err);
  while (!code) {
    if (link.head.kind == JH_LAYER_REFORM) return wrong_kind(&link, JH_EIS_REFORM, err);
    chain->links[chain->count++] = link;
    const jh_chain_link *top = &chain->links[chain->count - 1];
    const char *on = top->head.on;
    jh_place at = top->head.on_at;
    if (!on) return JH_OK;
    for (size_t i = 0; i < chain->count; i++) {
      if (strcmp(chain->links[i].head.id, on) == 0) return cycle(chain, &at, on, err);
    }
    if (chain->count == JH_CHAIN_MOST / 2) return cycle(chain, &at, on, err);
    code = find_base(chain, top->folder, on, &at, &link, err);
  }
  return code;
}

static void turn_over(jh_chain *chain) {
  for (size_t i = 0; i < chain->count / 2; i++) {
    jh_chain_link link = chain->links[i];
    chain->links[i] = chain->links[chain->count - 1 - i];
    chain->links[chain->count - 1 - i] = link;
  }
}

static bool has_link(const jh_chain *chain, const char *id) {
  for (size_t i = 0; i < chain->count; i++) {
    if (strcmp(chain->links[i].head.id, id) == 0) return true;
  }
  return false;
}

/* The chain in words, before anything is used: "a, b, c". */
static void list_links(const jh_chain *chain, char *out, size_t size) {
  out[0] = '\0';
  for (size_t i = 0; i < chain->count; i++) {
    if (i) add_text(out, size, ", ");
    add_text(out, size, chain->links[i].head.id);
  }
}

static jh_code add_reform(jh_chain *chain, const char *path, jh_error *err) {
  jh_chain_link link;
  jh_code code = open_link(chain, path, &link, err);
  if (code) return code;
  const jh_script_head *head = &link.head;
  if (head->kind != JH_LAYER_REFORM) return wrong_kind(&link, JH_ENO_REFORM, err);
  jh_place at = head->on_at;
  if (strcmp(head->on, "any") != 0 && !has_link(chain, head->on)) {
    char all[160];
    list_links(chain, all, sizeof all);
    return jh_fail(err, JH_EREFORM_ELSEWHERE, &at, head->id, head->on, all, NULL);
  }
  if (has_link(chain, head->id)) return jh_fail(err, JH_EDUPLICATE, &at, "reform", head->id, NULL);
  if (chain->count == JH_CHAIN_MOST) return cycle(chain, &at, head->id, err);
  chain->links[chain->count++] = link;
  return JH_OK;
}

jh_code jh_chain_find(
    jh_chain *chain, const char *pack, const char *const *reforms, size_t count, jh_error *err) {
  jh_code code = follow(chain, pack, err);
  turn_over(chain);
  for (size_t i = 0; i < count && !code; i++) code = add_reform(chain, reforms[i], err);
  return code;
}

/* The link of a pack whose names begin with `scope`; NULL if there is none. */
static const jh_chain_link *find_scoped(const jh_chain *chain, const char *id, const char *scope) {
  for (size_t i = 0; i < chain->count; i++) {
    const jh_chain_link *link = &chain->links[i];
    bool is_id = !id || strcmp(link->head.id, id) == 0;
    if (is_id && strcmp(link->scope, scope) == 0) return link;
  }
  return NULL;
}

/* Is the pack one of those through which link `index` came to be used? */
static bool is_above(const jh_chain *chain, size_t index, const char *id) {
  const jh_chain_link *link = &chain->links[index];
  while (strcmp(link->head.id, id) != 0) {
    if (!link->is_used) return false;
    link = &chain->links[link->user];
  }
  return true;
}

/* What names of the pack begin with that a link uses: its own beginning, then "name.". */
static const char *scope_of(jh_chain *chain, const jh_chain_link *user, const char *name) {
  if (!name[0]) return user->scope;
  char *point = jh_folder_suffix(chain->arena, name, ".");
  size_t size = point ? strlen(user->scope) + strlen(point) + 1 : 0;
  char *scope = point ? jh_arena_get(chain->arena, size) : NULL;
  if (!scope) return NULL;
  jh_str_copy(scope, size, jh_str_of(user->scope));
  add_text(scope, size, point);
  return scope;
}

static jh_code add_one_used(jh_chain *chain, size_t index, size_t use, jh_error *err) {
  const jh_chain_link *user = &chain->links[index];
  const char *id = user->uses[use], *name = user->use_names[use];
  jh_place at = jh_folder_find(user->file, "uses", id);
  jh_chain_link link;
  const char *scope = scope_of(chain, user, name);
  if (!scope) return out_of_memory(err);
  bool is_circle = name[0] ? is_above(chain, index, id) : strcmp(id, user->head.id) == 0;
  if (is_circle) return jh_fail(err, JH_EBASE_CYCLE, &at, id, NULL);
  if (find_scoped(chain, id, scope)) return JH_OK;
  /* One name for two packs. */
  if (name[0] && find_scoped(chain, NULL, scope))
    return jh_fail(err, JH_EDUPLICATE, &at, "uses", name, NULL);
  jh_code code = find_base(chain, user->folder, id, &at, &link, err);
  if (code) return code;
  if (chain->count == JH_CHAIN_MOST || link.head.kind != JH_LAYER_PACK)
    return jh_fail(err, JH_EUNKNOWN_BASE, &at, id, NULL);
  link.is_used = true;
  link.scope = scope;
  link.user = index;
  chain->links[chain->count++] = link;
  return JH_OK;
}

jh_code jh_chain_add_used(jh_chain *chain, size_t index, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < chain->links[index].use_count && !code; i++) {
    code = add_one_used(chain, index, i, err);
  }
  return code;
}
