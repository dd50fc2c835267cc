/* guess_parts.h - what a guess is made of; private to guess*.c. All texts live in the guess's arena. */
#ifndef JH_INTAKE_GUESS_PARTS_H
#define JH_INTAKE_GUESS_PARTS_H

#include "model/plan.h"
#include "table/grid.h"
#include "table/head.h"

#define JH_GUESS_TEMPLATE_SHEET "_junheng" /* the hidden sheet of our own templates */
#define JH_GUESS_FILES ((size_t)10000)     /* files below one folder */

typedef struct jh_guess jh_guess; /* as in guess.h */

typedef enum jh_guess_how {
  JH_GUESS_NAMED,  /* the header is the column's id or name, or one of our own templates says so */
  JH_GUESS_ALIAS,  /* … or another header of the dictionary, or the name but for its unit */
  JH_GUESS_NEAR,   /* the header is nearly the column's: a question */
  JH_GUESS_TWICE,  /* a second header of a column: a question */
  JH_GUESS_BESIDE, /* a cell of a form beside the words for it: whose form it is */
  JH_GUESS_CELL,   /* a cell of a form, and what should stand beside it does */
  JH_GUESS_MOVED,  /* … stands beside another cell */
  JH_GUESS_UNSEEN, /* a cell of a form; nothing beside it says so */
  JH_GUESS_LABEL,  /* only the label is known: the number beside it; a question */
  JH_GUESS_UNPLACED, /* the form holds it, the cell is not known: a question */
  JH_GUESS_VALUE,    /* one value for the whole source, read in its head */
  JH_GUESS_YEAR,     /* … which is its year */
  JH_GUESS_LOST      /* a template's column whose header is no longer there: a question */
} jh_guess_how;

/* One line of `columns` or `cells`. */
typedef struct jh_guess_entry {
  uint32_t column;
  jh_guess_how how;
  const char *source; /* header, "=C", "C10", or the value; NULL of UNPLACED */
  const char *unit;   /* to be said in the mapping; NULL = the column's own */
  bool is_converted;  /* the file says another unit than the column's, here or in its unit line */
  bool is_silent;     /* money, and nobody says in which unit */
  const char
      *seen; /* what stands beside the cell, or in the header of "=C"; where a value was seen */
} jh_guess_entry;

/* Words of a choice's cells that are none of its choices. */
typedef struct jh_guess_strange {
  uint32_t column;
  const char **words;
  size_t word_count, word_room;
} jh_guess_strange;

/* Words by which rows are left out: of a column that is placed, else of a header. */
typedef struct jh_guess_leave {
  uint32_t column;    /* in the table, or JH_NONE */
  const char *header; /* then this */
  const char **words;
  size_t word_count, word_room;
} jh_guess_leave;

typedef enum jh_guess_kind {
  JH_GUESS_TABLE,
  JH_GUESS_TEMPLATE,
  JH_GUESS_FORM,
  JH_GUESS_NOTHING, /* nothing that is known */
  JH_GUESS_ASIDE,   /* a hidden sheet, or one added to a template, that holds a table: not taken */
  JH_GUESS_HIDDEN,  /* a sheet that is not shown: not looked at */
  JH_GUESS_COPY,    /* the same bytes as an earlier file: not taken, a question */
  JH_GUESS_PASSED,  /* a file that is not looked at: a lock file, a hidden one, another kind */
  JH_GUESS_BROKEN   /* cannot be read */
} jh_guess_kind;

/* A sheet of a workbook, or a text file. */
typedef struct jh_guess_source {
  jh_guess_kind kind;
  const char *file;  /* below the folder */
  const char *sheet; /* NULL of text files */
  bool is_only;      /* no other visible sheet: need not be named */
  uint32_t table, form;
  uint32_t title_lines, header_lines;
  uint32_t header_line;  /* of a template: the row of its headers */
  const char *title;     /* "" = none */
  const char *encoding;  /* of text files that are not UTF-8; NULL otherwise */
  const char *unit_line; /* unit that a line above the header states for money, as an id; or NULL */
  jh_guess_entry *entries;
  size_t entry_count, entry_room;
  jh_guess_leave *leaves;
  size_t leave_count, leave_room;
  jh_guess_strange *strange;
  size_t strange_count;
  size_t left_rows;    /* rows that these leave out */
  const char **unused; /* headers without a column */
  size_t unused_count, unused_room;
  uint32_t year;       /* that its names or titles state; 0 = none, or several */
  char hash[65];       /* of the file, where it was read */
  const char *same_as; /* of COPY: the earlier file */
  const char *pattern; /* names several files, or of forms all sheets of one; NULL = this one */
  bool is_joined;      /* the pattern of an earlier source means this one, too */
  jh_error problem;    /* of BROKEN */
} jh_guess_source;

struct jh_guess {
  jh_arena *arena;
  const jh_plan *plan;
  const char *folder;
  const char **files; /* below the folder, in byte order */
  size_t file_count, file_room;
  jh_guess_source *sources;
  size_t source_count, source_room;
};

/* The first rows of a grid, all at once. */
typedef struct jh_guess_row {
  uint32_t line;
  const char **texts; /* "" = blank */
  uint8_t *kinds;
  size_t count;
} jh_guess_row;

typedef struct jh_guess_block {
  jh_guess_row *rows;
  size_t count;
} jh_guess_block;

/* Does a source feed a table; does any; does any feed a column of it? guess_check.c */
bool jh_guess_feeds(const jh_guess_source *source, uint32_t table);
/* The source that stands for a table: the first that is no form, else the first; NULL if none feeds it. */
const jh_guess_source *jh_guess_first(const jh_guess *guess, uint32_t table);
bool jh_guess_is_fed(const jh_guess *guess, uint32_t table);
bool jh_guess_has(const jh_guess *guess, uint32_t table, uint32_t column);

/* Fills guess->files. guess_walk.c */
JH_CHECKED jh_code jh_guess_walk(jh_guess *guess, jh_error *err);

/* Years, and files that one pattern can name. guess_group.c */
JH_CHECKED jh_code jh_guess_settle(jh_guess *guess, jh_error *err);

/* Reads the first rows. guess_block.c */
JH_CHECKED jh_code
jh_guess_block_read(jh_guess_block *out, jh_grid *grid, jh_arena *arena, jh_error *err);
const char *jh_guess_block_text(const jh_guess_block *block, uint32_t line, size_t column);

/* The unit that a mapping has to say where a file says `text`: NULL if it is the column's own; its id, else
 * the text. Of a label: what its last (plain) brackets hold, if that is such a unit. guess_unit.c */
const char *jh_guess_unit(const jh_plan *plan, const jh_column_def *column, const char *text);
const char *jh_guess_unit_of_label(
    const jh_plan *plan, const jh_column_def *column, const char *label);

/* Is it a table: its key stands in the header, or two columns of it do? guess_peek.c */
bool jh_guess_is_table(
    const jh_plan *plan, const jh_head *head, const jh_guess_block *block, bool has_form);

/* May it be a code, a number? */
bool jh_guess_is_code(const char *text);
bool jh_guess_is_number(const char *text);

/* One more source, of no table and no form; NULL when memory is out. Those before may move. guess.c */
jh_guess_source *jh_guess_add_source(jh_guess *guess, const char *file, jh_guess_kind kind);

/* One more line of a source, zeroed; NULL when memory is out. guess.c */
jh_guess_entry *jh_guess_add(jh_guess *guess, jh_guess_source *source);

/* The entry that really feeds a column (no question), or NULL. guess.c */
const jh_guess_entry *jh_guess_entry_of(const jh_guess_source *source, uint32_t column);
bool jh_guess_is_question(const jh_guess_entry *entry);

/* The column by which rows of a table are known: its key, else that of its parent; or JH_NONE. guess.c */
uint32_t jh_guess_anchor(const jh_table_def *table);

/* A file with one of our own templates' hidden sheets: adds its sources. *is_one says whether it was.
 * guess_template.c */
JH_CHECKED jh_code
jh_guess_template(jh_guess *guess, const char *file, const char *path, bool *is_one, jh_error *err);

/* What the headers of a template's sheet say now: columns that were moved are found by theirs, added ones
 * are taken, and those whose header is gone are questions. guess_header.c */
JH_CHECKED jh_code
jh_guess_headers(jh_guess *guess, jh_guess_source *source, const char *path, jh_error *err);

/* A form by its code in the first rows, in the sheet's or the file's name; JH_NONE if there is none.
 * guess_form.c */
JH_CHECKED jh_code jh_guess_find_form(
    uint32_t *out, jh_guess *guess, const jh_guess_source *source, const jh_guess_block *block,
    jh_error *err);
JH_CHECKED jh_code
jh_guess_form(jh_guess *guess, jh_guess_source *source, const jh_guess_block *block, jh_error *err);

/* A table: the columns by its header; and which rows below it are sums and notes. guess_table.c */
JH_CHECKED jh_code jh_guess_table(
    jh_guess *guess, jh_guess_source *source, const jh_head *head, jh_grid *grid, jh_error *err);

/* The field of a header that an entry names, by its text or its letter; SIZE_MAX if none. guess_table.c */
size_t jh_guess_field(jh_guess *guess, const jh_head *head, const jh_guess_entry *entry);

/* The rows below the header. guess_leave.c */
JH_CHECKED jh_code jh_guess_leave_out(
    jh_guess *guess, jh_guess_source *source, const jh_head *head, jh_grid *grid, jh_error *err);

#endif
