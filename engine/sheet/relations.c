/* relations.c - lists of relations and the paths in them; see relations.h. */
#include "sheet/relations.h"

#include <string.h>

#include "base/buf.h"
#include "sheet/xml.h"

#define MOST 65536

typedef struct reader {
  jh_xml *xml;
  jh_arena *arena;
  jh_relations *out;
  const char *folder; /* of the part whose relations they are: "xl/" or "" */
} reader;

static int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/* Back to the last "/" before the end, or to nothing. */
static size_t folder_size(jh_str path) {
  while (path.size && path.at[path.size - 1] != '/') path.size--;
  return path.size;
}

/* Adds the next step of a path, decoded; "..", "." and empty steps are walked. */
static void add_step(jh_buf *path, jh_str step) {
  if (step.size == 0 || jh_str_equal(step, jh_str_of("."))) return;
  if (jh_str_equal(step, jh_str_of(".."))) {
    jh_str folder = jh_buf_str(path);
    if (folder.size) folder.size--;
    path->size = folder_size(folder);
    return;
  }
  for (size_t i = 0; i < step.size; i++) {
    int code = -1;
    if (step.at[i] == '%' && i + 2 < step.size && hex(step.at[i + 1]) >= 0 &&
        hex(step.at[i + 2]) >= 0)
      code = hex(step.at[i + 1]) * 16 + hex(step.at[i + 2]);
    jh_buf_char(path, code > 0 ? (char)code : step.at[i]);
    if (code > 0) i += 2;
  }
  jh_buf_char(path, '/');
}

static const char *resolve(reader *r, const char *target) {
  jh_buf path;
  jh_buf_init(&path);
  if (target[0] != '/' && target[0] != '\\') jh_buf_text(&path, r->folder);
  while (*target) {
    size_t size = strcspn(target, "/\\");
    add_step(&path, (jh_str){target, size});
    target += size + (target[size] != '\0');
  }
  jh_str made = jh_buf_str(&path);
  if (made.size) made.size--; /* the slash at the end */
  char *part = jh_buf_ok(&path) ? jh_arena_text(r->arena, made) : NULL;
  jh_buf_done(&path);
  return part;
}

static const char *last_word(const char *type) {
  const char *slash = strrchr(type, '/');
  return slash ? slash + 1 : type;
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  reader *r = owner;
  if (!jh_str_equal(tag->name, jh_str_of("Relationship"))) return;
  const char *id = jh_xml_get(tag, "Id");
  const char *type = jh_xml_get(tag, "Type");
  const char *target = jh_xml_get(tag, "Target");
  const char *mode = jh_xml_get(tag, "TargetMode");
  if (!id || !type || !target) return; /* whoever needs it will find it missing */
  if (r->out->count == MOST) {
    jh_xml_fail(r->xml, JH_EBOOK_LIMIT, 0, 0, "relationships", "65536");
    return;
  }
  void *items = r->out->items;
  if (jh_arena_grow(r->arena, &items, &r->out->room, r->out->count + 1, sizeof *r->out->items)) {
    jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
    return;
  }
  r->out->items = items;
  jh_relation *made = &r->out->items[r->out->count++];
  bool is_outside = mode && strcmp(mode, "External") == 0;
  made->id = jh_arena_text(r->arena, jh_str_of(id));
  made->kind = jh_arena_text(r->arena, jh_str_of(last_word(type)));
  made->part = is_outside ? NULL : resolve(r, target);
  if (!made->id || !made->kind || (!is_outside && !made->part))
    jh_xml_fail(r->xml, JH_ENOMEM, 0, 0, NULL, NULL);
}

static void on_end(void *owner, jh_str name) {
  (void)owner;
  (void)name;
}

static void on_text(void *owner, jh_str text) {
  (void)owner;
  (void)text;
}

jh_code jh_relations_read(
    jh_relations *out, jh_archive *archive, const char *part, jh_arena *arena, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  *out = (jh_relations){.items = NULL};
  jh_str path = jh_str_of(part);
  jh_str folder = {part, folder_size(path)};
  jh_buf list;
  jh_buf_init(&list);
  jh_buf_add(&list, folder);
  jh_buf_text(&list, "_rels/");
  jh_buf_text(&list, part + folder.size);
  jh_buf_text(&list, ".rels");
  reader r = {.arena = arena, .out = out, .folder = jh_arena_text(arena, folder)};
  jh_code code;
  if (!jh_buf_ok(&list) || !r.folder) {
    code = jh_archive_fail(archive, err, JH_ENOMEM, NULL, NULL);
  } else if (!jh_archive_has(archive, list.at)) {
    code = JH_OK;
  } else {
    jh_xml_source source = {archive, list.at, "", JH_XML_SMALL};
    code = jh_xml_read(&source, &hooks, &r, &r.xml, err);
  }
  jh_buf_done(&list);
  return code;
}

const jh_relation *jh_relations_by_id(const jh_relations *relations, const char *id) {
  for (size_t i = 0; i < relations->count; i++)
    if (strcmp(relations->items[i].id, id) == 0) return &relations->items[i];
  return NULL;
}

const jh_relation *jh_relations_by_kind(const jh_relations *relations, const char *kind) {
  for (size_t i = 0; i < relations->count; i++)
    if (strcmp(relations->items[i].kind, kind) == 0) return &relations->items[i];
  return NULL;
}
