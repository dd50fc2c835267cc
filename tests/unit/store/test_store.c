/* Snapshots: what is taken is what was read, and whatever the bytes are, nothing unsound comes of them. */
#include "support/test.h"

#include "store/store.h"
#include "world.h"

#include <sys/stat.h>
#include <unistd.h>

#define SCHOOLS                                                                                    \
  SCHOOLS_HEADER                                                                                   \
  "2,乙,110102,5,1.25,yes,\n1,甲,110101,,12,no,primary_school\n3,\"丙,校\",110101,7,,,\n"

static jh_store_options how_of(world *w) {
  strcpy(w->names[w->name_count++], "kept");
  return (jh_store_options){.path = strdup(world_path(w, "kept")), .engine = "1"};
}

/* Loads by way of the snapshot; the code of the note. */
static jh_code load_by(world *w, const jh_store_options *how) {
  jh_error note;
  jh_dataset_close(w->data);
  jh_diag_close(w->diag);
  w->data = NULL;
  w->diag = jh_diag_open(100);
  assert_int_equal(
      jh_store_load(&w->data, w->plan, &w->options, how, w->diag, &note, &w->err), JH_OK);
  return note.code;
}

static void same_text(jh_str a, jh_str b) {
  assert_int_equal(a.size, b.size);
  assert_int_equal(a.at == NULL, b.at == NULL);
  if (a.size > 0) assert_memory_equal(a.at, b.at, a.size);
}

static void same_column(const jh_column *a, const jh_column *b, size_t count) {
  assert_int_equal(a == NULL, b == NULL);
  if (!a) return;
  assert_int_equal(a->type, b->type);
  assert_int_equal(a->scale, b->scale);
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(jh_column_known(a, i), jh_column_known(b, i));
    if (jh_column_is_number(a)) assert_int_equal(jh_column_number(a, i), jh_column_number(b, i));
    if (a->marks) assert_int_equal(a->marks[i], b->marks[i]);
    if (a->texts) same_text(a->texts[i], b->texts[i]);
  }
}

static void same_rows(const jh_dataset *a, const jh_dataset *b, uint32_t level) {
  const jh_rows *x = &a->levels[level], *y = &b->levels[level];
  assert_int_equal(x->count, y->count);
  uint32_t table = a->plan->levels[level].table;
  for (size_t i = 0; i < x->count; i++) {
    if (x->parent) assert_int_equal(x->parent[i], y->parent[i]);
    assert_int_equal(x->lines[i], y->lines[i]);
    assert_int_equal(x->files[i], y->files[i]);
    if (x->codes) same_text(x->codes[i], y->codes[i]);
    if (x->names) same_text(x->names[i], y->names[i]);
    if (x->codes)
      assert_int_equal(
          jh_dataset_find(a, level, x->codes[i]), jh_dataset_find(b, level, x->codes[i]));
  }
  for (size_t i = 0; x->columns && i < a->plan->tables[table].column_count; i++) {
    same_column(x->columns[i], y->columns[i], x->count);
  }
}

TEST(what_is_taken_is_what_was_read) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS);
  jh_store_options how = how_of(&w);
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_NEW);
  jh_dataset *read = w.data;
  w.data = NULL;
  assert_int_equal(load_by(&w, &how), JH_OK);
  assert_int_equal(read->file_count, w.data->file_count);
  for (size_t i = 0; i < read->file_count; i++) {
    const jh_file *a = &read->files[i], *b = &w.data->files[i];
    assert_string_equal(a->path, b->path);
    assert_string_equal(a->hash, b->hash);
    assert_string_equal(a->encoding, b->encoding);
    assert_int_equal(a->record_count, b->record_count);
    assert_int_equal(a->header_count, b->header_count);
    assert_int_equal(a->header_line, b->header_line);
    for (size_t k = 0; k < a->header_count; k++) {
      same_text(a->headers[k], b->headers[k]);
      assert_int_equal(a->header_columns[k], b->header_columns[k]);
    }
  }
  for (uint32_t i = 0; i < w.plan->level_count; i++) {
    if (w.plan->levels[i].table != JH_NONE) same_rows(read, w.data, i);
  }
  jh_dataset_close(read);
  free((char *)how.path);
  world_close(&w);
}

TEST(findings_of_reading_are_told_again) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv", "school_code,school_name,county_code,students,colour\n1,a,110101,5,red\n");
  jh_store_options how = how_of(&w);
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_NEW);
  size_t kept = jh_diag_kept(w.diag);
  assert_true(kept > 0);
  jh_error first = *jh_diag_get(w.diag, 0);
  assert_int_equal(load_by(&w, &how), JH_OK);
  assert_int_equal(jh_diag_kept(w.diag), kept);
  assert_int_equal(jh_diag_get(w.diag, 0)->code, first.code);
  assert_string_equal(jh_diag_get(w.diag, 0)->at.file, first.at.file);
  assert_string_equal(jh_diag_get(w.diag, 0)->args[0], first.args[0]);
  free((char *)how.path);
  world_close(&w);
}

TEST(another_engine_or_option_is_another_snapshot) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS);
  jh_store_options how = how_of(&w);
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_NEW);
  how.engine = "2";
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_OTHER);
  w.options.region = "110101";
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_OTHER);
  assert_int_equal(load_by(&w, &how), JH_OK);
  free((char *)how.path);
  world_close(&w);
}

static jh_str bytes_of(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  enum { ROOM = 1 << 20 };
  char *at = malloc(ROOM);
  size_t size = fread(at, 1, ROOM, file);
  (void)fclose(file);
  return (jh_str){at, size};
}

static jh_code open_bytes(world *w, const jh_store_options *how, jh_str bytes, bool is_checked) {
  jh_dataset *data = NULL;
  jh_diag *diag = jh_diag_open(100);
  jh_code code =
      jh_store_open_bytes(&data, w->plan, &w->options, how, bytes, is_checked, diag, &w->err);
  assert_int_equal(code == JH_OK, data != NULL);
  if (code) assert_int_equal(jh_diag_kept(diag), 0);
  uint64_t seen = 0; /* everything is walked over, for whoever watches memory */
  for (uint32_t i = 0; data && i < w->plan->level_count; i++) {
    const jh_rows *rows = &data->levels[i];
    for (size_t row = 0; row < rows->count; row++) {
      if (rows->codes) seen += jh_dataset_find(data, i, rows->codes[row]);
      if (rows->names && rows->names[row].size > 0) seen += (uint8_t)rows->names[row].at[0];
      if (rows->files) seen += data->files[rows->files[row]].record_count;
    }
  }
  assert_true(seen <= UINT64_MAX);
  jh_dataset_close(data);
  jh_diag_close(diag);
  return code;
}

TEST(each_byte_is_checked_or_does_not_count) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS);
  jh_store_options how = how_of(&w);
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_NEW);
  jh_str whole = bytes_of(how.path);
  assert_int_equal(open_bytes(&w, &how, whole, true), JH_OK);
  for (size_t size = 0; size < whole.size; size += 37) {
    assert_int_not_equal(open_bytes(&w, &how, (jh_str){whole.at, size}, true), JH_OK);
  }
  char *at = (char *)whole.at;
  for (size_t i = 0; i < 200; i++) { /* head and directory have no byte between */
    at[i] ^= 0x10;
    assert_int_not_equal(open_bytes(&w, &how, whole, true), JH_OK);
    at[i] ^= 0x10;
  }
  free(at);
  free((char *)how.path);
  world_close(&w);
}

TEST(made_up_bytes_give_a_sound_dataset_or_none) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS);
  jh_store_options how = how_of(&w);
  assert_int_equal(load_by(&w, &how), JH_ESNAPSHOT_NEW);
  jh_str whole = bytes_of(how.path);
  char *at = (char *)whole.at;
  uint32_t seed = 12345;
  size_t taken = 0;
  for (size_t i = 0; i < 8000; i++) {
    seed = seed * 1664525 + 1013904223;
    size_t place = seed / 7 % (whole.size - 1);
    char before[2] = {at[place], at[place + 1]};
    at[place] = (char)(seed >> 24);
    if (seed & 64) at[place + 1] = (char)0xFF;
    taken += open_bytes(&w, &how, whole, false) == JH_OK;
    at[place] = before[0];
    at[place + 1] = before[1];
  }
  assert_in_range(taken, 1, 7999);
  free(at);
  free((char *)how.path);
  world_close(&w);
}

TESTS(
    RUN(what_is_taken_is_what_was_read), RUN(findings_of_reading_are_told_again),
    RUN(another_engine_or_option_is_another_snapshot), RUN(each_byte_is_checked_or_does_not_count),
    RUN(made_up_bytes_give_a_sound_dataset_or_none))
