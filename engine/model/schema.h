/* schema.h - what a dictionary says of the tables of a dataset.
 *
 * Plain records, filled from a dictionary in Lua. Each table holds the rows of
 * one level (school, county, room, …) and each level but the topmost hangs on
 * a parent. Knows no file contents and no rule.
 */
#ifndef JH_MODEL_SCHEMA_H
#define JH_MODEL_SCHEMA_H

#include "base/date.h"
#include "base/dec.h"
#include "base/error.h"
#include "model/text.h"
#include "model/unit.h"

#define JH_NONE UINT32_MAX /* "no such index", for all indices of the model */

typedef enum jh_column_type {
  JH_COLUMN_CODE,    /* text that identifies: school and county codes */
  JH_COLUMN_TEXT,    /* names, notes, evidence; never judged */
  JH_COLUMN_COUNT,   /* whole number */
  JH_COLUMN_DECIMAL, /* number with up to `scale` decimals */
  JH_COLUMN_BOOL,    /* yes / no */
  JH_COLUMN_CHOICE   /* one of `choices` */
} jh_column_type;

typedef struct jh_choice {
  const char *id;
  jh_text name;
  const char **aliases; /* further words for it in the data */
  size_t alias_count;
} jh_choice;

typedef struct jh_column_def {
  const char *id;       /* canonical English name */
  jh_text name;         /* the Chinese header, the English label */
  const char **aliases; /* further headers by which it is known, folded at comparison */
  size_t alias_count;
  jh_column_type type;
  const char *unit_text; /* as written */
  jh_unit unit;          /* of numbers; plain otherwise */
  int32_t scale;         /* decimal places that a cell may have; 0 for counts */
  bool has_min, has_max;
  jh_dec min, max;      /* inclusive range of what a cell may hold, in the column's unit */
  bool is_required;     /* a table without this column is refused */
  bool is_optional;     /* a table without it is told nothing */
  bool is_filled;       /* a blank cell is refused */
  bool has_grouping;    /* "1,234" is read as 1234 */
  bool has_percent;     /* "85%" is read as 85 */
  bool has_suffixes;    /* "1.2万" is read as 12000, "3亿" as 300000000 */
  bool has_brackets;    /* "(827)" is read as 827 */
  bool has_wide;        /* full-width digits, letters and signs are read as plain ones */
  const char **missing; /* signs that mean "no value", such as "-"; blank always does */
  size_t missing_count;
  const jh_choice *choices;
  size_t choice_count;
  const char *form; /* cell of the national statistical form, or NULL */
  jh_text note;     /* definition in the terms of the statistics */
  jh_text holder;   /* who usually has the figure: an office, a school */
  jh_place place;   /* where the dictionary declares it */
} jh_column_def;

typedef struct jh_table_def {
  const char *id; /* "schools"; the file is `<id>.csv` unless a source says otherwise */
  jh_text name;
  uint32_t level;         /* the level whose rows these are: index in jh_plan.levels */
  uint32_t parent;        /* index of the parent's table, or JH_NONE */
  uint32_t parent_column; /* column that holds the parent's code, or JH_NONE */
  uint32_t key_column;    /* column that identifies the row, or JH_NONE (rooms need none) */
  uint32_t
      stage_column; /* choice column that tells the stage of a row, part of the key; or JH_NONE */
  uint32_t name_column; /* or JH_NONE */
  uint32_t year_column; /* column that holds the year of data, or JH_NONE */
  uint32_t province_column,
      prefecture_column; /* names of the regions above, for totals; or JH_NONE */
  bool is_derived;       /* no file: rows are the distinct parent codes found in the child table */
  uint32_t derived_from; /* that child table */
  uint32_t derived_name_column; /* its column that names the parent, or JH_NONE */
  bool is_optional; /* the file may be absent: then the table has no rows and cells are missing */
  jh_column_def *columns;
  size_t column_count, column_room;
  jh_place place;
} jh_table_def;

/* A value that a source gives to every row of its file ("year = 2014"). */
typedef struct jh_source_set {
  uint32_t column;
  const char *value; /* as it would stand in a cell */
} jh_source_set;

/* One file of a table. A table without sources is read from `<id>.csv` (or .tsv, .txt, .xlsx). */
typedef struct jh_source {
  uint32_t table;
  const char *file;      /* relative to the dataset's folder */
  char delimiter;        /* 0 = by ending: tab for .tsv and .txt, else comma */
  const char *encoding;  /* NULL = found out */
  uint32_t skip_lines;   /* title lines above the header; JH_NONE = found */
  uint32_t header_lines; /* records that the header takes; 0 = found */
  const char *sheet;     /* of a workbook; NULL = the only visible one that holds anything */
  jh_source_set *sets;
  size_t set_count;
  jh_place place;
} jh_source;

/* What a dictionary says of one kind of problem that the auditor looks for (audit_kind.h). */
typedef struct jh_audit_setting {
  uint32_t kind; /* jh_audit_kind */
  bool is_off, has_severity, has_limit;
  jh_severity severity;
  jh_dec limit;
  jh_place place;
} jh_audit_setting;

/* What a statistical form says of one column: where the figure stands, as far as that is known. */
typedef struct jh_form_cell {
  uint32_t column;     /* of the form's table; JH_NONE: the cell is known, but no column takes it */
  const char *at;      /* "C10": its cell in exported workbooks; NULL = not known */
  const char **labels; /* what stands beside or above it, folded at comparison; may be none */
  size_t label_count;
  const char *row, *number; /* row and column in the form's own numbering ("04", "4"), or NULL */
  jh_text note;
} jh_form_cell;

/* A form of the national statistics, filled in once for each school. */
typedef struct jh_form {
  const char *id;       /* its code: "教基5170" */
  jh_text name;         /* what it holds */
  const char **aliases; /* other codes of the same sheet ("教基1102续") */
  size_t alias_count;
  const char **replaces; /* codes of the older forms whose figures it took over */
  size_t replace_count;
  uint32_t table;              /* which it feeds */
  uint32_t from_year, to_year; /* first and last year of use; 0 = not known */
  bool is_hint;                /* its cells come from hearsay and are to be checked */
  jh_text source;              /* where that is known from */
  jh_text note;
  jh_form_cell *cells;
  size_t cell_count;
  jh_place place;
} jh_form;

#endif
