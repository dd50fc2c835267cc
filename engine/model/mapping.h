/* mapping.h - which cell of the offices' files feeds which column of the dataset.
 *
 * Plain records, filled from a mapping in Lua (script/), read by intake/. Columns
 * and tables are names here: the dictionary to which they belong is read later.
 */
#ifndef JH_MODEL_MAPPING_H
#define JH_MODEL_MAPPING_H

#include "base/date.h"
#include "base/error.h"
#include "model/text.h"

/* The source says this, the column is to hold that. */
typedef struct jh_mapping_word {
  const char *from, *to;
} jh_mapping_word;

typedef struct jh_mapping_column {
  const char *column; /* id in the table */
  const char *
      *parts;        /* headers (the last or the whole path, joined by "/"), "=C" for a letter; of a
                         form: positions such as "C10". Several are added up */
  size_t part_count; /* 0: `value` */
  const char *value; /* the same for all rows; NULL = from cells */
  const char *unit;  /* of the cells, as written; NULL = as the file says */
  jh_mapping_word *words;
  size_t word_count;
  jh_place place;
} jh_mapping_column;

/* Rows are left out whose cell says one of these words. */
typedef struct jh_mapping_leave {
  const char *column; /* id of a column that is mapped, or a header */
  const char **words;
  size_t word_count;
  jh_place place;
} jh_mapping_leave;

#define JH_MAPPING_FOUND (-1) /* lines that are found out */

typedef struct jh_mapping_from {
  const char *file;  /* below the folder of the sources; "*" stands for any text within a name */
  const char *sheet; /* likewise; NULL = the only one */
  const char *table; /* id */
  const char *form;  /* name of the form, for people; NULL = none */
  const char *encoding;
  char delimiter;                   /* 0 = found out */
  int64_t skip_lines, header_lines; /* or JH_MAPPING_FOUND */
  const char *unit;                 /* of money where no header says; NULL = as the columns */
  bool is_form;                     /* one record for each sheet, from `cells` */
  bool takes_known;                 /* also every header that the dictionary knows */
  jh_mapping_column *columns;       /* by id, in byte order */
  size_t column_count;
  jh_mapping_leave *leaves;
  size_t leave_count;
  jh_place place;
} jh_mapping_from;

typedef struct jh_mapping {
  const char *file; /* as it was given */
  jh_text name, notice;
  const char *dictionary; /* name, or a file beside the mapping that ends in .lua */
  jh_date as_of;          /* 0 = none */
  const char *year;       /* NULL = none */
  bool merges_campuses;
  bool has_head;
  jh_place place;
  jh_mapping_from *froms; /* in the order in which they stand */
  size_t from_count, from_room;
} jh_mapping;

#endif
