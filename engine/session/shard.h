/* shard.h - what the files about shards share; private to session/shard*.c.
 *
 * A shard is the answers that the writers of report/ would get about some counties, in a file: docs/SHARDS.md lays
 * it out. shard.c and shard_county.c write one; shard_file.c, shard_set.c and shard_view.c read and check;
 * shard_merge.c gives the answers to the same writers.
 */
#ifndef JH_SESSION_SHARD_H
#define JH_SESSION_SHARD_H

#include "base/sha256.h"
#include "report/title.h"
#include "session/session.h"
#include "session/shard_wire.h"

#define JH_SHARD_BEGIN "JUNHENG SHARD "
#define JH_SHARD_FORM JH_SHARD_BEGIN "1\n"
#define JH_SHARD_MOST_PARTS 10000
#define JH_SHARD_WAITING 20 /* cells kept of those for which a county waits: as JSON tells */

/* What must be the same in all parts of a run. */
typedef enum jh_shard_mark {
  JH_SHARD_ENGINE,  /* version */
  JH_SHARD_PROGRAM, /* SHA-256 of the file that holds the engine */
  JH_SHARD_PACK,    /* id and version */
  JH_SHARD_RULES,   /* SHA-256 over all texts of pack, parents, reforms and dictionary */
  JH_SHARD_SWITCHES,
  JH_SHARD_FOLDER, /* of the data, as given: messages and cells name it */
  JH_SHARD_DATA,   /* SHA-256 over names and hashes of the files */
  JH_SHARD_ENCODING,
  JH_SHARD_DAY,
  JH_SHARD_YEAR,
  JH_SHARD_REGION,
  JH_SHARD_COUNTIES, /* how many there are in all */
  JH_SHARD_PARTS,
  JH_SHARD_MARKS
} jh_shard_mark;

typedef struct jh_shard_marks {
  char of[JH_SHARD_MARKS][256]; /* longer ones as their SHA-256 */
} jh_shard_marks;

/* The marks of the engine that runs, and those of pack and rules. shard_marks.c */
JH_CHECKED jh_code jh_shard_marks_engine(jh_shard_marks *out, jh_error *err);
JH_CHECKED jh_code
jh_shard_marks_rules(jh_shard_marks *out, const jh_session *session, jh_error *err);

/* Those of data and options, but for DAY, COUNTIES and PARTS, of a session with data. shard_marks.c */
JH_CHECKED jh_code jh_shard_marks_data(
    jh_shard_marks *out, const jh_session *session, const jh_session_options *options,
    jh_error *err);

/* A text, or its fingerprint where it is too long to be a mark. shard_marks.c */
JH_CHECKED jh_code
jh_shard_marks_set(jh_shard_marks *out, jh_shard_mark mark, jh_str text, jh_error *err);

/* The name of a mark for people, both languages for jh_fail. shard_marks.c */
const char *jh_shard_marks_name(char out[160], jh_shard_mark mark);

/* Which levels are told of: those that some rule judges. One flag for each level. shard_county.c */
bool *jh_shard_county_levels(const jh_plan *plan, jh_arena *arena);

/* The level of counties: the first that stands below no other. shard_county.c */
uint32_t jh_shard_county_top(const jh_plan *plan);

/* A rule that results tell of. shard_county.c */
bool jh_shard_county_tells(const jh_rule *rule);

/* Answers that are told only where a writer asks for them: what a floor is about, and for which cells a rule waits. */
typedef struct jh_shard_floor {
  uint32_t rule, member, row;
  jh_floor floor;
} jh_shard_floor;

typedef struct jh_shard_wait {
  uint32_t rule, row;
  jh_cell *cells; /* at most JH_SHARD_WAITING */
  size_t all;     /* how many there are */
} jh_shard_wait;

typedef struct jh_shard_asked {
  jh_arena *arena; /* of one county */
  jh_shard_floor *floors;
  jh_shard_wait *waits;
  size_t floor_count, floor_room, wait_count, wait_room;
  bool is_full;       /* memory is out */
  const bool *levels; /* that are told anyway */
  bool *
      others; /* other levels whose rows were asked for, such as that of a cell that is waited for */
  void (*rows)(void *payload, uint32_t level, uint32_t county, uint32_t *from, uint32_t *to);
} jh_shard_asked;

/* A county at work. */
typedef struct jh_shard_county {
  jh_session *session;
  jh_results results;
  const bool *levels;
  jh_titles titles;
  jh_reasons reasons;
  jh_shard_asked asked;
  jh_buf words;                 /* of no use: only what was asked counts */
  const jh_param_value *source; /* the last one, and what it is called */
  uint64_t source_name;
} jh_shard_county;

/* Begins, adds counties, ends (also after an error). shard_county.c */
JH_CHECKED jh_code
jh_shard_county_begin(jh_shard_county *out, jh_session *session, const bool *levels, jh_error *err);
JH_CHECKED jh_code
jh_shard_county_put(jh_buf *buf, jh_shard_county *work, uint32_t county, jh_error *err);
void jh_shard_county_end(jh_shard_county *work);

/* Diagnostics into a shard and out again. shard_diag.c */
void jh_shard_diag_put(jh_buf *buf, const jh_diag *diag);
void jh_shard_diag_take(jh_shard_cursor *cursor, jh_diag *diag);

/* What was counted for targets. The results are added to those that are there: zeroed to begin with. False when
 * memory is out. shard_diag.c */
void jh_shard_targets_put(jh_buf *buf, const jh_target_result *targets, size_t count);
JH_CHECKED bool jh_shard_targets_take(
    jh_shard_cursor *cursor, const jh_plan *plan, jh_target_result *targets, jh_arena *arena);

/* How a file stood when it was opened. */
typedef struct jh_shard_moment {
  int64_t size, changed_s, changed_ns, touched_s, touched_ns;
} jh_shard_moment;

/* A shard that was looked over: its bytes are whole. */
typedef struct jh_shard_file {
  const char *path;
  int fd;
  jh_shard_moment opened;
  char *head; /* the head's bytes; borrowed by what follows */
  jh_shard_marks marks;
  uint32_t part, from, to;
  jh_str rules, share, dictionary, data; /* where the pack stood; empty = not told */
  jh_shard_cursor rest;   /* of the head: lists of names, the day, targets, problems */
  uint64_t counties, end; /* bytes of the file: where counties begin and end */
} jh_shard_file;

/* Opens, looks all bytes over, reads the head. Close also after an error. shard_file.c */
JH_CHECKED jh_code jh_shard_file_open(jh_shard_file *out, const char *path, jh_error *err);
void jh_shard_file_close(jh_shard_file *file);
JH_CHECKED jh_code jh_shard_file_damaged(const jh_shard_file *file, jh_error *err);
/* JH_EFILE_CHANGED if it was written into since it was opened. */
JH_CHECKED jh_code jh_shard_file_check(const jh_shard_file *file, jh_error *err);
/* The bytes from `at` on. False if they cannot be had. */
bool jh_shard_file_read(const jh_shard_file *file, uint64_t at, char *out, size_t size);

/* Holds shards of one run against the engine and each other and puts them in order of their parts. shard_set.c */
JH_CHECKED jh_code
jh_shard_set_check(jh_shard_file *files, size_t count, const jh_shard_marks *engine, jh_error *err);

/* A county in its shard. */
typedef struct jh_shard_place {
  uint32_t file;             /* which shard */
  uint64_t at;               /* where its bytes begin */
  uint32_t size;             /* how many there are */
  char hash[JH_SHA256_TEXT]; /* of them, once they were read: no other bytes are believed later */
  jh_str code, name, prefecture, province;
  uint32_t *first; /* [level]: its first row; that of the next county ends them */
} jh_shard_place;

/* The rows of a level in the county that is read at the moment. */
typedef struct jh_shard_rows {
  jh_entity *items; /* texts borrowed from the county's bytes */
  size_t count, room;
  uint32_t first; /* its first row */
  bool is_there;  /* it is told of this county */
} jh_shard_rows;

/* The county that is read at the moment. */
typedef struct jh_shard_view {
  uint32_t county; /* JH_NONE = none yet */
  char *bytes;
  size_t room;
  jh_str prefecture, province;
  jh_shard_rows *rows;   /* by level */
  const char **findings; /* where each finding stands */
  size_t finding_room;
  size_t *firsts; /* [rule]: which finding is its first */
  jh_shard_floor *floors;
  jh_shard_wait *waits; /* without cells: these are read when they are asked for */
  const char **wait_at; /* where they stand */
  size_t floor_count, floor_room, wait_count, wait_room, at_room;
  const char *end;
} jh_shard_view;

struct jh_shards {
  jh_arena *arena;
  jh_diag *diag;
  jh_session *session; /* the pack, without data */
  bool is_lent;        /* the session stays open */
  jh_shard_file *files;
  size_t file_count;
  jh_report_head head;
  const bool *levels; /* told of */
  jh_shard_place *counties;
  uint32_t county_count;
  uint32_t *ends; /* [level]: how many rows there are in all */
  jh_shard_view view;
  const jh_param_value **values; /* by number from 1 on; [0] = NULL */
  size_t value_count;
  uint8_t *settled;  /* [node] */
  uint64_t *dropped; /* node << 32 | argument, in order */
  size_t dropped_count, dropped_room;
  jh_target_result *targets;
  jh_results results;
  jh_error broken; /* what could not be read while writers asked; JH_OK = nothing */
};

/* As jh_shards_open, for an engine whose marks are known, with the pack that is open in a session (NULL: it is opened);
 * that one stays open, and lives longer. shard_merge.c */
JH_CHECKED jh_code jh_shard_merge_open(
    jh_shards **out, const jh_shards_options *options, const jh_shard_marks *engine,
    jh_session *pack, jh_error *err);

/* Reads a county into the view, all of it checked; it lives until the next one is read. Errors JH_ESHARD_DAMAGED, JH_ENOMEM. shard_view.c */
JH_CHECKED jh_code jh_shard_view_read(jh_shards *s, uint32_t county, jh_error *err);
void jh_shard_view_done(jh_shards *s);

/* The finding of a rule at a row of the county in view. shard_view.c */
void jh_shard_view_finding(const jh_shards *s, uint32_t rule, uint32_t row, jh_finding *out);
jh_verdict jh_shard_view_verdict(const jh_shards *s, uint32_t rule, uint32_t row);
/* The cells for which a rule waits: JH_ESHARD_DAMAGED if the shard does not tell, JH_ENOMEM. shard_view.c */
JH_CHECKED jh_code jh_shard_view_cells(
    const jh_shards *s, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err);

/* The answers of the parts, as writers ask for them. shard_answers.c */
jh_results jh_shard_answers(jh_shards *s);

#endif
