/* error.h - what went wrong, where, and what to do: a value that the caller owns.
 *
 * Filling one never allocates and there is no hidden "last error". An error
 * keeps its code and its arguments, not a sentence: the sentence is made in
 * the reader's language when it is printed (jh_error_text).
 */
#ifndef JH_BASE_ERROR_H
#define JH_BASE_ERROR_H

#include <stddef.h>
#include <stdint.h>

#include "base/code.h"
#include "base/str.h"

typedef struct jh_place {
  char file[256];  /* as given by the user; "" if there is no file; the tail of a longer path */
  char sheet[96];  /* workbooks: name of the sheet; "" in all other files */
  uint32_t line;   /* 1-based; 0 = unknown; in a sheet the row */
  uint32_t column; /* 1-based byte column in the line; 0 = unknown; in a sheet its column, C = 3 */
  uint32_t field;  /* tables: 1-based ordinal of the cell in its record; 0 otherwise */
  char name[96];   /* tables: column name; packs: id of the rule; "" = none */
} jh_place;

typedef enum jh_severity { JH_ERROR = 0, JH_WARNING = 1, JH_NOTE = 2 } jh_severity;

#define JH_ERROR_ARGS 4

typedef struct jh_error {
  jh_code code;
  jh_severity severity;
  jh_place at;   /* where to look */
  jh_place also; /* the second place of a conflict; else file is "" */
  char origin
      [160]; /* of imported data: the cell of the original, "schools.xlsx 学校!C14"; else "" */
  char entity[40], entity_name[80]; /* of a refused cell: code and name of its row; else "" */
  char args[JH_ERROR_ARGS][160]; /* fill {1} to {4} of the template; longer ones are cut with … */
} jh_error;

/* Fills *err (NULL allowed) and returns the code, so that a failing function
 * ends in one line:
 *
 *     return jh_fail(err, JH_ENOT_NUMBER, &at, cell, NULL);
 *
 * The arguments are NUL-terminated texts, at most four, ended by NULL.
 * `at` may be NULL.
 */
jh_code jh_fail(jh_error *err, jh_code code, const jh_place *at, ...) __attribute__((sentinel));

#ifdef __clang_analyzer__
/* The analyser sees one file at a time: it is told that the code comes back as it was given. */
#define jh_fail(err, code, ...) ((void)jh_fail((err), (code), __VA_ARGS__), (code))
#endif

/* An argument that is another text in each language; the reader's is shown. Each half is cut where both
 * do not fit. Writes into buf and returns it. */
const char *jh_arg_both(char *buf, size_t size, const char *zh, const char *en);

/* A place; file may be NULL. */
jh_place jh_place_of(const char *file, uint32_t line, uint32_t column);

/* A place in a workbook; an empty sheet means the file as a whole. Rows and columns from 1, 0 = unknown. */
jh_place jh_place_in(const char *file, jh_str sheet, uint32_t row, uint32_t column);

/* Writes the sentence without the place, NUL-terminated; returns its full length. */
size_t jh_error_text(const jh_error *err, jh_lang lang, char *out, size_t size);

/* Writes the whole printed form, without a line end, as editors read it:
 *
 *     data/schools.csv:14:31: error: "12,5" is not a number… (field 5, students) [JH-211]
 *
 * in a workbook data/schools.xlsx:学校!C14: error: …, and, when `also` is set, a
 * second line "…: note: the other place is here".
 */
size_t jh_error_print(const jh_error *err, jh_lang lang, char *out, size_t size);

/* A number as text for an argument: writes into buf and returns it. */
const char *jh_arg_int(char buf[24], int64_t value);

/* The first bytes of a cell for an argument, NUL-terminated, control characters shown as '?'. */
const char *jh_arg_text(char *buf, size_t size, jh_str text);

#endif
