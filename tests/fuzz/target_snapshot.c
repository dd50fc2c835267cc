/* target_snapshot.c - the bytes of a snapshot, neither checksums nor key held against anything: a dataset that can
 * be judged, or none.
 *
 * The input changes a good snapshot: in six bytes each, the place (two bytes, low first) and what is written there (a
 * digit of the width's logarithm in the place's two highest bits, then up to four bytes). So inputs stay good
 * whatever becomes of the layout. An input that begins as a snapshot is taken as it is.
 */
#include "fuzz.h"
#include "base/date.h"
#include "eval/run.h"
#include "pack/load.h"
#include "store/store.h"

#include <stdio.h>

enum { ROOM = 1 << 16, CHANGE = 6 };

static jh_plan *plan;
static const jh_load_options options = {.folder = "data", .jobs = 1};
static const jh_store_options store = {.path = "kept", .engine = "1"};
static char good[ROOM];
static size_t good_size;

static void begin(void) {
  if (plan) return;
  fuzz_begin();
  jh_error err, note;
  jh_dataset *dataset = NULL;
  jh_diag *diag = jh_diag_open(100);
  const jh_pack_options how = {
      .folder = "pack", .data_folder = "data", .share_folder = fuzz_share()};
  fuzz_must(jh_pack_load(&plan, &how, diag, &err) == JH_OK, "the good pack is read");
  fuzz_must(
      jh_store_load(&dataset, plan, &options, &store, diag, &note, &err) == JH_OK,
      "the good data are read");
  jh_dataset_close(dataset);
  jh_diag_close(diag);
  FILE *file = fopen(store.path, "rb");
  fuzz_must(file != NULL, "a snapshot is written");
  good_size = fread(good, 1, sizeof good, file);
  (void)fclose(file);
  fuzz_must(good_size > 0 && good_size < sizeof good, "it is small");
}

static void change(char *bytes, const uint8_t *at) {
  size_t place = ((size_t)at[0] | (size_t)at[1] << 8) & 0x3FFF;
  size_t width = (size_t)1 << (at[1] >> 6);
  for (size_t i = 0; i < width; i++) {
    /* The fourth width writes eight bytes, the sign of the four carried on. */
    uint8_t value = i < 4 ? at[2 + i] : (at[5] & 0x80 ? 0xFF : 0);
    bytes[(place + i) % good_size] = (char)value;
  }
}

static void judge(jh_dataset *dataset) {
  jh_error err = {0};
  jh_run *run = NULL;
  jh_date day;
  fuzz_must(jh_date_read(&day, jh_str_of("2024-09-01")), "a day is read");
  const jh_run_options how = {.on = day, .jobs = 1, .keep_figures = true};
  jh_code code = jh_units_make(plan, dataset, &err);
  if (!code) code = jh_run_open(&run, plan, dataset, &how, &err);
  if (code) fuzz_must_tell(&err, code, false);
  for (uint32_t rule = 0; !code && rule < plan->rule_count; rule++) {
    const jh_rows *rows = &dataset->levels[plan->rules[rule].level];
    for (uint32_t row = 0; !code && row < rows->count; row++) {
      jh_finding finding;
      code = jh_run_finding(run, rule, row, &finding, &err);
      if (code) fuzz_must_tell(&err, code, false);
    }
  }
  jh_run_close(run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  begin();
  static char bytes[ROOM];
  jh_str text = {bytes, good_size};
  memcpy(bytes, good, good_size);
  for (size_t i = 0; i + CHANGE <= size; i += CHANGE) change(bytes, data + i);
  if (size >= 7 && memcmp(data, "\211JHSNAP", 7) == 0) text = (jh_str){(const char *)data, size};
  jh_error err = {0};
  jh_dataset *dataset = NULL;
  jh_diag *diag = jh_diag_open(100);
  jh_code code = jh_store_open_bytes(&dataset, plan, &options, &store, text, false, diag, &err);
  if (code) fuzz_must_tell(&err, code, false);
  fuzz_must(!code == (dataset != NULL), "a dataset, or a reason");
  fuzz_must(!code || jh_diag_kept(diag) == 0, "what is not taken has found nothing");
  if (dataset) judge(dataset);
  jh_dataset_close(dataset);
  jh_diag_close(diag);
  return 0;
}
