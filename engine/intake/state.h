/* state.h - the inside of an import, shared by the files of this folder only. */
#ifndef JH_INTAKE_STATE_H
#define JH_INTAKE_STATE_H

#include "base/diag.h"
#include "base/map.h"
#include "intake/options.h"
#include "model/mapping.h"
#include "table/head.h"
#include "table/value.h"

/* A cell of the result. */
typedef struct jh_intake_cell {
  const char *text;      /* canonical; "" = blank; NULL = no source has this column for the row */
  uint32_t source, line; /* where it came from */
} jh_intake_cell;

/* A row of a source that went into a record. */
typedef struct jh_intake_line jh_intake_line;
struct jh_intake_line {
  uint32_t source, line;
  bool is_campus; /* of a campus that was added to the record */
  jh_intake_line *next;
};

typedef struct jh_intake_record jh_intake_record;
struct jh_intake_record {
  jh_str key;            /* the parts of the key, in canonical text, joined by \x1F */
  size_t number;         /* in the order in which records came */
  jh_intake_cell *cells; /* by slot */
  size_t cell_count;
  jh_intake_line *lines, *last;
  jh_intake_record *parent; /* to which a campus was added; NULL = it stands for itself */
};

/* A table of the result: the columns that some source feeds have a slot. */
typedef struct jh_intake_table {
  const jh_table_def *def;
  uint32_t index;    /* in the plan */
  uint32_t *slots;   /* by column; JH_NONE = not fed */
  uint32_t *columns; /* by slot */
  size_t slot_count;
  jh_intake_record **records;
  size_t count, room;
  jh_map *by_key; /* NULL where the table has no key */
  char hash[65];  /* of its file, once it is written */
  size_t written; /* records that stand in it */
} jh_intake_table;

/* A column of a source: of a table by its field, of a form by its position. */
typedef struct jh_intake_part {
  uint32_t column, line; /* from 0; line 0 = every row */
  jh_value *value;
  const char *header; /* as written; the position, of a form */
  const char *unit;   /* as taken; NULL = the column's own */
  bool is_converted;  /* it is another unit than the column's */
} jh_intake_part;

/* How a source feeds a column. */
typedef struct jh_intake_feed {
  uint32_t column, slot;
  const jh_mapping_column *said; /* NULL: a header that the dictionary knows */
  jh_intake_part *parts;
  size_t part_count;
  const char *constant;   /* canonical: where there are no parts */
  uint32_t constant_line; /* of the mapping */
  size_t open_sums;       /* rows in which a part of the sum is blank */
} jh_intake_feed;

/* A cell or a row that was not used, or why; texts in the arena. */
typedef struct jh_intake_loose {
  uint32_t line, column;
  const char *text;
} jh_intake_loose;

#define JH_INTAKE_LOOSE ((size_t)100) /* single cells kept of a source; the rest is counted */

/* One sheet of one file, read for one `from`. */
typedef struct jh_intake_source {
  const jh_mapping_from *from;
  jh_intake_table *table;
  const char *path;  /* as opened */
  const char *file;  /* below the folder of the sources */
  const char *sheet; /* NULL = text */
  const char *encoding;
  char hash[65];
  uint32_t layout;                /* sources of one `from` whose columns stand alike share one */
  uint32_t first_line, last_line; /* of the header; 0 = a form */
  jh_intake_feed *feeds;
  size_t feed_count, feed_room;
  jh_match *match;       /* of its table, while headers are read */
  const char *unit_hint; /* of the unit line, as it stands: "万元、平方米"; or NULL */
  const char
      *unit_line; /* "万元" of "单位：万元", where a column takes its unit from there; or NULL */
  uint32_t *leaves;     /* the columns of from->leaves */
  uint8_t *used;        /* by column of the grid */
  uint64_t *unused;     /* by column: cells in rows that were taken */
  const char **headers; /* by column; "" = none */
  size_t column_count;
  jh_intake_loose *loose; /* cells outside the table */
  size_t loose_count, loose_room, more_loose;
  bool is_template; /* of a workbook that this program made */
  size_t row_count, hidden_count;
  bool lacks_end; /* a text whose last line has no end */
  uint32_t first,
      next; /* of the same sheet: the first source, the next one or JH_NONE (unused.c) */
} jh_intake_source;

typedef enum jh_intake_kind {
  JH_INTAKE_LEFT_OUT,
  JH_INTAKE_MERGED,
  JH_INTAKE_NOTE,
  JH_INTAKE_UNUSED,
  JH_INTAKE_KINDS
} jh_intake_kind;

/* What the report says: words.def. */
typedef enum jh_intake_word {
#define JH_INTAKE_WORD(id, reason, en, zh) JH_INTAKE_SAYS_##id,
#include "intake/words.def"
#undef JH_INTAKE_WORD
} jh_intake_word;

/* A line of the report. */
typedef struct jh_intake_item {
  jh_intake_kind kind;
  jh_intake_word word;
  const char *file, *sheet; /* sheet may be NULL */
  uint32_t line, column;    /* column from 0; line 0 or column JH_NONE = the whole */
  const char *args[JH_ERROR_ARGS];
} jh_intake_item;

typedef struct jh_intake {
  jh_arena *arena;
  const jh_mapping *mapping;
  const jh_plan *plan;
  const jh_intake_options *options;
  jh_diag *diag;
  jh_intake_table *tables; /* by table of the plan; def NULL = not imported */
  jh_intake_source *sources;
  size_t source_count, source_room;
  uint32_t layout_count;
  jh_intake_item *items;
  size_t item_count, item_room;
  jh_intake_count count;
} jh_intake;

/* Notes a problem; JH_OK unless it is one that ends everything (JH_ENOMEM). */
JH_CHECKED jh_code jh_intake_refuse(jh_intake *in, const jh_error *problem, jh_error *err);

/* Adds a line to the report; args are copied, NULL ends them. */
JH_CHECKED jh_code
jh_intake_tell(jh_intake *in, const jh_intake_item *item, const char *const *args, jh_error *err);

#endif
