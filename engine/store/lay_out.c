/* lay_out.c - a dataset as sections: arrays as they lie in memory, and a description of where they are.
 *
 * An array that the dataset uses twice is one section. Knows no file.
 */
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "store/form.h"

uint64_t jh_store_sum(const void *bytes, size_t size) { return XXH3_64bits(bytes, size); }

typedef struct piece {
  const void *of; /* what it was made of */
  const void *at;
  size_t size;
} piece;

typedef struct layout {
  const jh_dataset *dataset;
  jh_arena *arena;
  piece *pieces; /* the first is the description */
  size_t count, room;
  jh_buf words; /* the description */
  bool failed;
} layout;

static void number(layout *l, uint64_t value) {
  jh_buf_add(&l->words, (jh_str){(const char *)&value, sizeof value});
}

static void text(layout *l, const char *value) {
  number(l, value ? strlen(value) : UINT64_MAX);
  jh_buf_text(&l->words, value);
}

static size_t add_piece(layout *l, const void *of, const void *at, size_t size) {
  void *items = l->pieces;
  if (jh_arena_grow(l->arena, &items, &l->room, l->count + 1, sizeof *l->pieces) != 0) {
    l->failed = true;
    return 0;
  }
  l->pieces = items;
  l->pieces[l->count] = (piece){of, at, size};
  return l->count++;
}

static size_t find(const layout *l, const void *of) {
  for (size_t i = 1; i < l->count; i++) {
    if (l->pieces[i].of == of) return i;
  }
  return 0;
}

/* Names the section of an array; 0 = there is none. */
static void array(layout *l, const void *at, size_t size) {
  size_t found = at ? find(l, at) : 0;
  if (at && !found) found = add_piece(l, at, at, size);
  number(l, found);
}

/* Slices into one text; those that are the same as the one before share it. */
static bool cut(layout *l, const jh_str *texts, size_t count, jh_store_slice *slices, jh_buf *all) {
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && texts[i].at && jh_str_equal(texts[i], texts[i - 1])) {
      slices[i] = slices[i - 1];
      continue;
    }
    if (all->size + texts[i].size >= UINT32_MAX) return false;
    bool is_none = !texts[i].at;
    slices[i] =
        (jh_store_slice){is_none ? UINT32_MAX : (uint32_t)all->size, (uint32_t)texts[i].size};
    jh_buf_add(all, texts[i]);
  }
  (void)l;
  return jh_buf_ok(all);
}

/* Two sections: the slices, then what they are cut from. */
static void texts(layout *l, const jh_str *of, size_t count) {
  size_t found = of ? find(l, of) : 0;
  if (of && !found) {
    jh_store_slice *slices = jh_arena_get(l->arena, count * sizeof *slices);
    jh_buf all;
    jh_buf_init(&all);
    char *copy = NULL;
    if (slices && cut(l, of, count, slices, &all)) copy = jh_arena_text(l->arena, jh_buf_str(&all));
    if (!copy) l->failed = true;
    size_t size = jh_buf_str(&all).size;
    jh_buf_done(&all);
    found = add_piece(l, of, slices, count * sizeof *slices);
    add_piece(l, NULL, copy, size);
  }
  number(l, found);
}

static void put_column(layout *l, const jh_column *column, size_t count) {
  number(l, column != NULL);
  if (!column) return;
  number(l, column->type);
  number(l, (uint64_t)column->scale);
  array(l, column->known, (count / 64 + 1) * sizeof *column->known);
  size_t width = jh_column_is_number(column) ? jh_column_value_bytes(column) : 0;
  number(l, width);
  if (column->texts) {
    texts(l, column->texts, count);
  } else if (column->marks) {
    array(l, column->marks, count * sizeof *column->marks);
  } else {
    array(l, jh_column_values(column), count * width);
  }
}

static void put_level(layout *l, uint32_t level) {
  const jh_dataset *data = l->dataset;
  const jh_rows *rows = &data->levels[level];
  uint32_t table = data->plan->levels[level].table;
  bool is_there = rows->columns && table != JH_NONE;
  number(l, is_there);
  if (!is_there) return;
  number(l, rows->count);
  array(l, rows->parent, rows->count * sizeof *rows->parent);
  array(l, rows->lines, rows->count * sizeof *rows->lines);
  array(l, rows->files, rows->count * sizeof *rows->files);
  size_t columns = data->plan->tables[table].column_count;
  for (size_t i = 0; i < columns; i++) put_column(l, rows->columns[i], rows->count);
  texts(l, rows->codes, rows->count);
  texts(l, rows->names, rows->count);
  number(l, data->is_indexed[level]);
  array(l, data->by_code[level], rows->count * sizeof *data->by_code[level]);
}

static void put_file(layout *l, const jh_file *file) {
  text(l, file->path);
  number(l, file->source);
  number(l, file->table);
  text(l, file->encoding);
  number(l, file->size_bytes);
  number(l, file->record_count);
  text(l, file->hash);
  number(l, file->header_count);
  for (size_t i = 0; i < file->header_count; i++) {
    number(l, file->headers[i].size);
    jh_buf_add(&l->words, file->headers[i]);
    number(l, file->header_columns[i]);
  }
  number(l, file->header_line);
  number(l, file->header_last);
  number(l, file->header_units != NULL);
  for (size_t i = 0; file->header_units && i < file->header_count; i++) {
    text(l, file->header_units[i]);
  }
  number(l, (uint8_t)file->delimiter);
  number(l, file->is_workbook);
  text(l, file->sheet);
  number(l, file->bom_size);
  number(l, (uint64_t)file->changed_ns);
}

static void describe(layout *l, const jh_store_content *content) {
  const jh_dataset *data = l->dataset;
  number(l, data->file_count);
  for (size_t i = 0; i < data->file_count; i++) put_file(l, &data->files[i]);
  text(l, data->year);
  text(l, data->year_before);
  text(l, data->year_after);
  text(l, data->year_as_of);
  number(l, data->plan->level_count);
  for (uint32_t i = 0; i < data->plan->level_count; i++) put_level(l, i);
  size_t kept = jh_diag_kept(content->diag);
  number(l, kept - content->from);
  for (size_t i = content->from; i < kept; i++) {
    const jh_error *found = jh_diag_get(content->diag, i);
    jh_buf_add(&l->words, (jh_str){(const char *)found, sizeof *found});
  }
}

static jh_code put_padding(uint64_t *at, jh_store_put put, void *payload, jh_error *err) {
  static const char zeros[JH_STORE_ALIGN];
  size_t over = *at % JH_STORE_ALIGN, size = over ? JH_STORE_ALIGN - over : 0;
  *at += size;
  return size ? put(payload, zeros, size, err) : JH_OK;
}

static jh_code put_all(
    const layout *l, const jh_store_content *content, jh_store_put put, void *payload,
    jh_error *err) {
  size_t size = l->count * sizeof(jh_store_section);
  jh_store_section *all = jh_arena_get(l->arena, size);
  if (!all) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_store_head head = {
      .order = JH_STORE_ORDER,
      .format = JH_STORE_FORMAT,
      .section_count = l->count,
      .begun_ns = content->begun_ns};
  memcpy(head.magic, JH_STORE_MAGIC, sizeof head.magic);
  jh_str_copy(head.key, sizeof head.key, jh_str_of(content->key));
  uint64_t end = sizeof head + size;
  for (size_t i = 0; i < l->count; i++) {
    uint64_t at = (end + JH_STORE_ALIGN - 1) / JH_STORE_ALIGN * JH_STORE_ALIGN;
    const piece *of = &l->pieces[i];
    all[i] = (jh_store_section){at, of->size, jh_store_sum(of->at, of->size)};
    end = at + of->size;
  }
  head.size = end;
  head.directory_sum = jh_store_sum(all, size);
  head.sum = jh_store_sum(&head, offsetof(jh_store_head, sum));
  uint64_t at = sizeof head + size;
  jh_code code = put(payload, &head, sizeof head, err);
  if (!code) code = put(payload, all, size, err);
  for (size_t i = 0; !code && i < l->count; i++) {
    code = put_padding(&at, put, payload, err);
    if (!code && l->pieces[i].size > 0)
      code = put(payload, l->pieces[i].at, l->pieces[i].size, err);
    at += l->pieces[i].size;
  }
  return code;
}

jh_code jh_store_lay_out(
    const jh_store_content *content, jh_store_put put, void *payload, jh_error *err) {
  layout l = {.dataset = content->dataset, .arena = jh_arena_open()};
  if (!l.arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_init(&l.words);
  add_piece(&l, NULL, NULL, 0);
  if (!l.failed) describe(&l, content);
  jh_code code = JH_OK;
  if (l.failed || !jh_buf_ok(&l.words)) {
    code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  } else {
    jh_str words = jh_buf_str(&l.words);
    l.pieces[0] = (piece){NULL, words.at, words.size};
    code = put_all(&l, content, put, payload, err);
  }
  jh_buf_done(&l.words);
  jh_arena_close(l.arena);
  return code;
}
