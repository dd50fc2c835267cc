/* load.h - from a folder of text files to a dataset.
 *
 * Reads each table of the plan's dictionary that is needed, converts the wanted columns, checks
 * every cell against the dictionary, orders the rows and hangs them together.
 * Reports every problem with file, line, column and field in the diagnostics;
 * the load fails at the end if any of them was an error. Knows no rule.
 */
#ifndef JH_TABLE_LOAD_H
#define JH_TABLE_LOAD_H

#include "base/diag.h"
#include "model/finding.h"
#include "table/dataset.h"

typedef struct jh_load_options {
  const char *folder;   /* of the dataset */
  const char *encoding; /* for all files; NULL = as the dictionary says, else found out */
  const char *year; /* which year; NULL = the plan's dataset.year, else the latest in the data */
  const char
      *earlier_than; /* instead of `year`: the latest year before this one, or, where there is
                               none, the latest; NULL = not so */
  const char
      *region;   /* code prefix of the counties to keep, trailing zero pairs ignored; NULL = all */
  bool **needed; /* needed[table][column]; NULL = all columns (validate). Keys, parents, names,
                              years and stages are loaded anyway. */
  bool
      keeps_refused; /* cells that were refused for what stands in them count as blank; they are told as
                              errors all the same, but do not stand in the way where they are the only ones */
  int jobs;          /* threads; 0 = 1. What is loaded and found is the same for any number. */
  struct jh_scout *scout; /* sent ahead to the same folder (scout.h); NULL = none */
  uint64_t part_bytes;    /* files of twice this size may be read in parts; 0 = 1 MiB */
  /* Called now and then, by the thread that loads, with bytes read and bytes in all; may be NULL. */
  void (*progress)(void *payload, uint64_t done, uint64_t total);
  void *progress_payload;
} jh_load_options;

/* Loads; *out is closed with jh_dataset_close and untouched on failure.
 *
 * Years    one year is taken: the option's, else plan->dataset.year, else the latest in any table.
 *          Tables without a year column hold for all years. Doubled keys and unknown parents are
 *          looked for among the rows of that year only.
 * Records  blank lines, records of empty cells and empty cells beyond the header hold nothing and
 *          are passed over; any other record with too few or too many cells is refused.
 * Places   line and byte column, from 1; in files of other encodings the column is that of the
 *          line as UTF-8, except for bytes that cannot be decoded (JH_EBAD_BYTES).
 *
 * Errors   JH_EDATA_REJECTED  diagnostics hold at least one error (arg: how many); everything that
 *                             is wrong with contents is there, with file, line, column and field
 *          JH_ENO_FOLDER, JH_ENO_TABLE (args: table, expected file), JH_EIS_FOLDER,
 *          JH_ENOT_READABLE, JH_EFILE_CHANGED, JH_ENOMEM, JH_EINTERNAL (the plan contradicts itself)
 */
JH_CHECKED jh_code jh_load(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options, jh_diag *diag,
    jh_error *err);

/* An empty dataset whose files are those that jh_load would read: paths, sources, sizes and times of
 * change; nothing is read of them. Errors as jh_load's where a file is not there. */
JH_CHECKED jh_code
jh_load_list(jh_dataset **out, const jh_plan *plan, const jh_load_options *options, jh_error *err);

/* Finds cells again as they are written: for each cell (table, entity row's line and field name
 * known from the dataset) fills field, written (in the arena). Reads each file once. */
JH_CHECKED jh_code jh_load_cells(
    const jh_dataset *dataset, jh_cell **cells, size_t count, jh_arena *arena, jh_error *err);

#endif
