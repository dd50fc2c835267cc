/* target_csv.c - a table as text, read by a dictionary.
 *
 * The first byte says which table is replaced ('0' counties, '1' schools, '2' rooms); the rest is its file. Two
 * threads that read in small parts must find what one finds, and what was accepted and is written again
 * must be read as the same.
 */
#include "fuzz.h"
#include "pack/load.h"
#include "table/load.h"

static const char *const files[] = {"data/counties.csv", "data/schools.csv", "data/rooms.csv"};
static jh_plan *plan;

static void begin(void) {
  if (plan) return;
  fuzz_begin();
  jh_error err;
  jh_diag *diag = jh_diag_open(10);
  const jh_pack_options options = {
      .dictionary = "pack/dictionary.lua", .share_folder = fuzz_share()};
  fuzz_must(jh_pack_load(&plan, &options, diag, &err) == JH_OK, "the good dictionary is read");
  jh_diag_close(diag);
}

static void add_quoted(jh_buf *buf, jh_str text) {
  jh_buf_char(buf, '"');
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] == '"') jh_buf_char(buf, '"');
    jh_buf_char(buf, text.at[i]);
  }
  jh_buf_char(buf, '"');
}

static void add_cell(jh_buf *buf, const jh_column_def *def, const jh_column *column, size_t row) {
  if (!jh_column_known(column, row)) return;
  char text[JH_DEC_TEXT];
  if (column->texts) {
    add_quoted(buf, column->texts[row]);
  } else if (column->marks && column->type == JH_COLUMN_CHOICE) {
    jh_buf_text(buf, def->choices[column->marks[row]].id);
  } else if (column->marks) {
    jh_buf_text(buf, column->marks[row] ? "yes" : "no");
  } else {
    (void)jh_dec_text(text, (jh_dec){jh_column_number(column, row), column->scale});
    jh_buf_text(buf, text);
  }
}

/* A table as it was read, in the engine's own order. */
static void write_table(jh_buf *buf, const jh_dataset *data, const jh_table_def *def) {
  const jh_rows *rows = &data->levels[def->level];
  for (size_t c = 0; c < def->column_count; c++) {
    if (c > 0) jh_buf_char(buf, ',');
    jh_buf_text(buf, def->columns[c].id);
  }
  jh_buf_char(buf, '\n');
  for (size_t r = 0; r < rows->count; r++) {
    for (size_t c = 0; c < def->column_count; c++) {
      if (c > 0) jh_buf_char(buf, ',');
      if (rows->columns[c]) add_cell(buf, &def->columns[c], rows->columns[c], r);
    }
    jh_buf_char(buf, '\n');
  }
}

typedef struct outcome {
  jh_code code;
  jh_diag *diag;
  jh_buf tables[3];
} outcome;

static void load(outcome *out, int jobs, uint64_t part_bytes) {
  jh_error err = {0};
  jh_dataset *data = NULL;
  const jh_load_options options = {.folder = "data", .jobs = jobs, .part_bytes = part_bytes};
  *out = (outcome){.diag = jh_diag_open(200)};
  out->code = jh_load(&data, plan, &options, out->diag, &err);
  if (out->code) fuzz_must_tell(&err, out->code, out->code != JH_EDATA_REJECTED);
  fuzz_must_tell_all(out->diag, out->code == JH_EDATA_REJECTED);
  for (size_t t = 0; data && t < plan->table_count; t++)
    write_table(&out->tables[t], data, &plan->tables[t]);
  jh_dataset_close(data);
}

static void done(outcome *o) {
  jh_diag_close(o->diag);
  for (size_t t = 0; t < 3; t++) jh_buf_done(&o->tables[t]);
}

static void must_be_same(const outcome *a, const outcome *b, bool with_diag) {
  fuzz_must(a->code == b->code, "both readings end alike");
  for (size_t t = 0; t < 3; t++) {
    fuzz_must(
        jh_str_equal(jh_buf_str(&a->tables[t]), jh_buf_str(&b->tables[t])), "both read the same");
  }
  if (!with_diag) return;
  fuzz_must(jh_diag_kept(a->diag) == jh_diag_kept(b->diag), "both notice as much");
  for (size_t i = 0; i < jh_diag_kept(a->diag); i++) {
    char one[4096], other[4096];
    (void)jh_error_print(jh_diag_get(a->diag, i), JH_EN, one, sizeof one);
    (void)jh_error_print(jh_diag_get(b->diag, i), JH_EN, other, sizeof other);
    if (strcmp(one, other) != 0) fuzz_must(false, "both notice the same");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  begin();
  if (size < 1) return 0;
  size_t table = data[0] % 3;
  fuzz_put(files[table], (jh_str){(const char *)data + 1, size - 1});
  outcome one, many, again;
  load(&one, 1, 0);
  load(&many, 2, 32);
  must_be_same(&one, &many, true);
  done(&many);
  if (one.code == JH_OK) {
    for (size_t t = 0; t < 3; t++) fuzz_put(files[t], jh_buf_str(&one.tables[t]));
    load(&again, 1, 0);
    must_be_same(&one, &again, false);
    done(&again);
  }
  done(&one);
  fuzz_restore();
  return 0;
}
