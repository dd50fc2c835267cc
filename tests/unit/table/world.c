/* world.c - see world.h. */
#include "support/test.h"

#include "world.h"

#include <iconv.h>
#include <unistd.h>

void world_open(world *w) {
  *w = (world){.plan = plan_usual()};
  strcpy(w->folder, "/tmp/junheng-table-XXXXXX");
  assert_non_null(mkdtemp(w->folder));
  w->options.folder = w->folder;
  world_write(w, "counties.csv", COUNTIES_TEXT);
}

static void drop(world *w) {
  if (w->diag) jh_diag_close(w->diag);
  jh_dataset_close(w->data);
  w->diag = NULL;
  w->data = NULL;
}

const char *world_path(world *w, const char *name) {
  static char path[256];
  (void)snprintf(path, sizeof path, "%s/%s", w->folder, name);
  return path;
}

void world_close(world *w) {
  drop(w);
  jh_plan_close(w->plan);
  for (size_t i = 0; i < w->name_count; i++) (void)remove(world_path(w, w->names[i]));
  assert_int_equal(rmdir(w->folder), 0);
}

void world_write_bytes(world *w, const char *name, const void *bytes, size_t size) {
  /* A new file each time: some file systems write a truncated one to disk before they go on. */
  (void)remove(world_path(w, name));
  FILE *file = fopen(world_path(w, name), "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  for (size_t i = 0; i < w->name_count; i++) {
    if (strcmp(w->names[i], name) == 0) return;
  }
  assert_true(w->name_count < COUNT(w->names));
  strcpy(w->names[w->name_count++], name);
}

void world_write(world *w, const char *name, const char *text) {
  world_write_bytes(w, name, text, strlen(text));
}

void world_write_as(
    world *w, const char *name, const char *encoding, const char *mark, size_t mark_size,
    const char *text) {
  size_t size = strlen(text), room = 4 * size + 16;
  char *out = malloc(room), *to = out + mark_size, *from = malloc(size + 1), *at = from;
  assert_true(out && from);
  memcpy(from, text, size + 1);
  memcpy(out, mark, mark_size);
  room -= mark_size;
  iconv_t handle = iconv_open(encoding, "UTF-8");
  assert_true(handle != (iconv_t)-1);
  assert_int_equal(iconv(handle, &at, &size, &to, &room), 0);
  iconv_close(handle);
  world_write_bytes(w, name, out, (size_t)(to - out));
  free(from);
  free(out);
}

jh_code world_load(world *w) {
  drop(w);
  w->diag = jh_diag_open(100);
  assert_non_null(w->diag);
  memset(&w->err, 0, sizeof w->err);
  jh_code code = jh_load(&w->data, w->plan, &w->options, w->diag, &w->err);
  assert_int_equal(code == JH_OK, w->data != NULL);
  assert_int_equal(code, w->err.code);
  return code;
}

const jh_error *world_found(const world *w, jh_code code, size_t n) {
  for (size_t i = 0; i < jh_diag_kept(w->diag); i++) {
    const jh_error *found = jh_diag_get(w->diag, i);
    if (found->code == code && n-- == 0) return found;
  }
  return NULL;
}

void place_assert(
    const jh_place *at, const char *file, uint32_t line, uint32_t column, uint32_t field,
    const char *name) {
  assert_true(jh_str_ends(jh_str_of(at->file), file));
  assert_int_equal(at->line, line);
  assert_int_equal(at->column, column);
  assert_int_equal(at->field, field);
  assert_string_equal(at->name, name);
}

void world_assert(
    const world *w, jh_code code, const char *file, uint32_t line, uint32_t column, uint32_t field,
    const char *name) {
  const jh_error *found = world_found(w, code, 0);
  if (!found) {
    for (size_t i = 0; i < jh_diag_kept(w->diag); i++) {
      char text[1024];
      jh_error_print(jh_diag_get(w->diag, i), JH_EN, text, sizeof text);
      print_message("%s\n", text);
    }
    fail_msg("no finding %s", jh_code_name(code));
  }
  place_assert(&found->at, file, line, column, field, name);
}

const jh_error *world_refuses(world *w, const char *record, jh_code code, uint32_t field) {
  static const char *const names[] = {"",         "school_code", "school_name", "county_code",
                                      "students", "area",        "is_boarding", "school_type"};
  char text[1024];
  (void)snprintf(text, sizeof text, "%s%s\n", SCHOOLS_HEADER, record);
  world_write(w, "schools.csv", text);
  assert_int_equal(world_load(w), JH_EDATA_REJECTED);
  const jh_error *found = world_found(w, code, 0);
  if (!found) fail_msg("%s: no finding %s", record, jh_code_name(code));
  uint32_t column = 1;
  for (uint32_t i = 1; i < field; i++) { /* the records written here have no quotes */
    column += (uint32_t)strcspn(record + column - 1, ",") + 1;
  }
  place_assert(&found->at, "/schools.csv", 2, column, field, names[field]);
  assert_int_equal(found->severity, JH_ERROR);
  assert_int_equal(jh_diag_count(w->diag, JH_ERROR), 1);
  return found;
}
