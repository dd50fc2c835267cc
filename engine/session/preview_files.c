/* preview_files.c - see preview_files.h. */
#include "session/preview_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

typedef struct listing {
  jh_preview_source *items;
  size_t count, room;
  const char *folder;
  jh_arena *arena;
  bool is_out_of_memory;
} listing;

static bool has_ending(const char *name) {
  static const char *const endings[] = {".csv",  ".tsv", ".txt", ".xlsx", ".xlsm", ".CSV", ".TXT",
                                        ".XLSX", ".xls", ".et",  ".XLS",  ".ods",  ".ODS", ".xlsb"};
  bool is_lock = strncmp(name, "~$", 2) == 0 || name[0] == '.'; /* of a spreadsheet at work */
  for (size_t i = 0; !is_lock && i < sizeof endings / sizeof *endings; i++) {
    if (jh_str_ends(jh_str_of(name), endings[i])) return true;
  }
  return false;
}

static const char *join(listing *l, const char *name) {
  jh_buf path;
  jh_buf_init(&path);
  jh_buf_text(&path, l->folder);
  if (!jh_str_ends(jh_buf_str(&path), "/")) jh_buf_char(&path, '/');
  jh_buf_text(&path, name);
  const char *copy = jh_buf_ok(&path) ? jh_arena_text(l->arena, jh_buf_str(&path)) : NULL;
  jh_buf_done(&path);
  return copy;
}

static void add(listing *l, const char *name, const jh_source *source, uint32_t table) {
  void *items = l->items;
  const char *path = join(l, name);
  if (!path ||
      jh_arena_grow(l->arena, &items, &l->room, l->count + 1, sizeof(jh_preview_source)) != 0) {
    l->is_out_of_memory = true;
    return;
  }
  l->items = items;
  l->items[l->count++] = (jh_preview_source){path, source, table};
}

/* The table whose file this is by its name: the first ending that is there counts. */
static uint32_t table_of(const jh_plan *plan, const char *name) {
  size_t size = strcspn(name, ".");
  for (uint32_t i = 0; i < plan->table_count; i++) {
    const jh_table_def *def = &plan->tables[i];
    bool is_named = strlen(def->id) == size && strncmp(def->id, name, size) == 0;
    bool has_source = false;
    for (size_t k = 0; k < plan->source_count; k++) has_source |= plan->sources[k].table == i;
    if (is_named && !def->is_derived && !has_source) return i;
  }
  return JH_NONE;
}

static bool add_sources(listing *l, const jh_plan *plan, const char *name) {
  bool has_any = false;
  for (size_t i = 0; i < plan->source_count; i++) {
    const jh_source *source = &plan->sources[i];
    if (strcmp(source->file, name) != 0) continue;
    add(l, name, source, source->table);
    has_any = true;
  }
  return has_any;
}

static int compare(const void *left, const void *right) {
  const jh_preview_source *a = left, *b = right;
  int order = strcmp(a->path, b->path);
  if (order != 0 || a->source == b->source) return order;
  return a->source < b->source ? -1 : 1;
}

jh_code jh_preview_files(
    jh_preview_source **out, size_t *count, const char *folder, const jh_plan *plan,
    jh_arena *arena, jh_error *err) {
  listing l = {.folder = folder, .arena = arena};
  DIR *open = opendir(folder);
  if (!open) return jh_fail(err, JH_ENO_FOLDER, NULL, folder, NULL);
  const struct dirent *entry;
  while ((entry = readdir(open))) {
    if (!has_ending(entry->d_name)) continue;
    if (!add_sources(&l, plan, entry->d_name)) {
      add(&l, entry->d_name, NULL, table_of(plan, entry->d_name));
    }
  }
  (void)closedir(open);
  for (size_t i = 0; i < plan->source_count; i++) { /* in folders below */
    const jh_source *source = &plan->sources[i];
    if (strchr(source->file, '/')) add(&l, source->file, source, source->table);
  }
  if (l.is_out_of_memory) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (l.count > 0) qsort(l.items, l.count, sizeof *l.items, compare);
  *out = l.items;
  *count = l.count;
  return JH_OK;
}
