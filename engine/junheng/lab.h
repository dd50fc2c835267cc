/* lab.h - what stands behind a verdict and what would change it: evidence, comparisons, numbers that move,
 * plans, roadmaps, limits as a sheet.
 *
 * A part of junheng.h, which programs include.
 */
#ifndef JH_JUNHENG_LAB_H
#define JH_JUNHENG_LAB_H

#include "junheng/session.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How far down evidence goes. */
typedef enum jh_depth {
  JH_DEPTH_LINES,    /* requirement by requirement: measure, bound, margin, verdict, clause */
  JH_DEPTH_SENTENCE, /* one sentence: the verdict, and what decides it */
  JH_DEPTH_FULL      /* down to the cells, as they are written and as they were read */
} jh_depth;

typedef struct jh_evidence_options {
  /* A county, school or stage unit ("CODE", or "CODE/primary" for a unit), or the id of a target. */
  const char *entity;
  const char *rule; /* only this requirement; NULL = all. Not of a target */
  jh_depth depth;
  bool all;         /* every entity and row, and every cell that was looked at */
  int jobs;         /* threads that find out on which cells a verdict hangs; 0 = 1 */
  jh_format format; /* text, JSON, or HTML: one page to be printed, with nothing from elsewhere */
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_evidence_options;

/* After evaluating: writes what a verdict rests on. Errors JH_ENO_ENTITY (with the nearest name),
 * JH_EUNKNOWN_RULE, JH_ETARGET_RULE (a target and a rule), JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code
jh_session_explain(jh_session *session, const jh_evidence_options *options, jh_error *err);

typedef struct jh_session_plan_options {
  const char *entity; /* code of a county or school, or "CODE/primary" for a stage unit */
  const char *rule;   /* only this requirement; NULL = what the last word stands on */
  const char
      *prices; /* file of a list of prices (docs/RULE-AUTHORS.md); NULL = none: nothing is bought */
  bool moves;  /* also from one school of the county to another */
  int jobs;    /* threads; 0 = 1 */
  jh_format format; /* text, JSON, CSV (the cells that change) */
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_session_plan_options;

/* After evaluating: writes what is missing to an entity to be met. With prices also the cheapest way to get it,
 * tried on the data: with it all is met but for what cannot be bought, with one step less of any line it is
 * not. The session's data are not changed.
 * Errors JH_ENO_DATA (not evaluated), JH_ENO_ENTITY, JH_EUNKNOWN_RULE, JH_EPLAN_NOTHING, JH_EPLAN_RULE,
 * JH_EPLAN_MOVE, those of reading the prices, JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code
jh_session_plan(jh_session *session, const jh_session_plan_options *options, jh_error *err);

/* Compares two evaluated sessions over the same data and writes what was changed, which counties and
 * schools get another verdict and what decided it, and what did not change and why. *flips (NULL
 * allowed) is how many verdicts change. The later pack may be the earlier one with overlays or reforms,
 * another pack, or the same on another day. */
/* What a comparison tells besides who gets another verdict. */
typedef struct jh_compare_options {
  const char *
      near; /* how near to a changed bound who keeps the verdict is listed: percent of the bound, as a
                        decimal from 0 to 100; NULL = 5 */
  const char *table; /* only with CSV: flips, changes, regions, near, alone, cost; NULL = flips */
  const jh_session_options
      *again;       /* how the later session was opened: it is opened and evaluated again for each
                                      statement of its overlays and reforms (and each switch) alone, one after the other,
                                      if there are several; NULL = not */
  int jobs;         /* threads of these evaluations; 0 = 1 */
  jh_format format; /* text, JSON, CSV */
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_compare_options;

/* Compares two evaluated sessions over the same data and writes what was changed; which counties and schools get
 * another verdict, by how much, and what decided it; totals by region; who just keeps it; what each change does
 * alone, and what only all of them do; what is missing to the changed and priced bounds, and what that costs by
 * the unit costs of the later pack; and what did not change and why. *flips (NULL allowed) is how many
 * verdicts change. The later pack may be the earlier one with overlays or reforms, another pack, or the same on
 * another day. Errors JH_ENO_DATA (not evaluated), JH_EBAD_PERCENT, JH_EBAD_TABLE, JH_ETABLE_OF_CSV, JH_ECOST_UNIT, JH_ENOMEM,
 * JH_ENOT_WRITABLE. */
JH_CHECKED jh_code jh_session_compare(
    jh_session *before, jh_session *after, const jh_compare_options *options, size_t *flips,
    jh_error *err);

/* After evaluating a session opened with_readings: turns each switch of the pack the other way, alone,
 * then all of them together, and writes which verdicts change, the counties by name with what decided
 * it, and which counties hang on no switch, on one, on several. The data are not read again.
 * *hanging (NULL allowed): counties that hang on some. The law stays as it is: the session is
 * not changed. Errors JH_ENO_DATA (not evaluated, or not with_readings), JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code jh_session_readings(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    size_t *hanging, jh_error *err);

/* A roadmap: how far the targets of a pack are reached at several points in time, under the law as it is
 * and under reforms. It owns the sessions that it opens; the data of a point are let go before the next
 * are read. */
typedef struct jh_roadmap jh_roadmap;

typedef struct jh_roadmap_options {
  jh_session_options session; /* of every point; `data` and `year` are each point's own. Reforms and
                                 switches make a second side beside the law as it is */
  const char *on; /* which day's law at every point; NULL = at each the day of its data */
  int jobs;       /* threads; 0 = 1 */
  void (*notice)(void *payload, const jh_diag *diag); /* what was noticed of a session: called once
                                                         for each, which lives as long as the roadmap */
  void *notice_payload;
} jh_roadmap_options;

/* Texts of the options are borrowed. Errors  JH_EBAD_DATE, JH_ENOMEM */
JH_CHECKED jh_code
jh_roadmap_open(jh_roadmap **out, const jh_roadmap_options *options, jh_error *err);
void jh_roadmap_close(jh_roadmap *roadmap);

/* Adds the points of a dataset: years NULL = the one that the dataset says, "all", or "2022,2023". The day
 * of a point is the dataset's own (`as_of`), moved from the year to which that belongs to the point's. Each
 * point is read once.
 * Errors  those of jh_session_open and jh_session_evaluate
 *         JH_ENO_TARGETS     the pack has none
 *         JH_EBAD_YEARS, JH_EPOINT_TWICE
 *         JH_EYEAR_NO_DAY    the year cannot be set beside the one of the dataset's day */
JH_CHECKED jh_code
jh_roadmap_add(jh_roadmap *roadmap, const char *data, const char *years, jh_error *err);

/* Writes, for each target, how far it is reached at each point, how many are missing or to spare, how the
 * counties stand that it names, and who makes the difference under the reforms. *missed (NULL allowed): how
 * many shares to ensure, and targets of named counties, are unmet at the last point.
 * Errors  JH_ENO_DATA (no point), JH_ENOMEM, JH_ENOT_WRITABLE */
JH_CHECKED jh_code jh_roadmap_write(
    jh_roadmap *roadmap, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    size_t *missed, jh_error *err);
/* What is to move, and whose verdicts are counted. */
typedef struct jh_sweep_options {
  const char *const
      *vary; /* PATH=FROM..TO:STEP, PATH=FROM..TO/COUNT, PATH=V1,V2,…, or PATH alone, where
                              verdicts turn; PATH as `rules show` lists it, with its stage behind it
                              (class_size.at_most.primary) where it differs by stage */
  size_t vary_count; /* 1, or 2 with values each */
  const char *
      scenarios; /* file of scenarios instead (a table: a column of ids, then one for each parameter), up to
                            10,000; without vary and aim. NULL = none */
  const char *who; /* id of a requirement; "county" or NULL = the pack's last word on counties */
  const char *aim; /* "30%": where this share of them is met; PATH alone. NULL = not asked for */
  bool by_steps;   /* evaluate each value by itself, even where the places can be worked out */
  int jobs;        /* threads; 0 = 1 */
  jh_format format;
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_sweep_options;

/* After evaluating: counts verdicts as one or two parameters move, or writes where each of them turns,
 * exactly. The law stays as it is: the session is not changed, and the data are not read again. Errors
 * JH_ENO_DATA (not evaluated), JH_ESWEEP_… (what is asked for is not there), JH_EUNKNOWN_RULE, JH_ENOMEM,
 * JH_ENOT_WRITABLE. */
JH_CHECKED jh_code
jh_session_sweep(jh_session *session, const jh_sweep_options *options, jh_error *err);

/* How the numbers of a pack are written to be filled. */
typedef struct jh_limits_options {
  const char *on;   /* only what is in force on this day, YYYY-MM-DD; NULL = every day */
  jh_format format; /* XLSX, or CSV with the same columns */
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_limits_options;

typedef struct jh_limits_count {
  size_t values;   /* rows of the sheet */
  size_t computed; /* requirements that have no row, for their bound is a formula */
  size_t ended;    /* values that have no row, for they count on no day */
} jh_limits_count;

/* Writes the session's numbers as a sheet of limits: a row for each value of each parameter, with columns
 * to be filled with new values. The sheet says of which pack it is. *count may be NULL. */
JH_CHECKED jh_code jh_session_limits(
    jh_session *session, const jh_limits_options *options, jh_limits_count *count, jh_error *err);

/* A sheet of limits that was read. */
typedef struct jh_limits jh_limits;

/* Reads a sheet: a workbook, or text. Close with jh_limits_close. Errors JH_ENOT_LIMITS,
 * JH_ELIMITS_COLUMN, JH_ELIMITS_COLUMN_TWICE, those of reading files, JH_ENOMEM. */
JH_CHECKED jh_code jh_limits_open(jh_limits **out, const char *path, jh_error *err);
void jh_limits_close(jh_limits *limits); /* NULL is allowed */

/* The id of the pack for which it was written; NULL where the sheet does not say. */
const char *jh_limits_pack(const jh_limits *limits);

typedef struct jh_limits_import {
  bool as_overlay;       /* else a reform */
  const char *id;        /* of what is written; NULL = as the sheet says, else `otherwise` */
  const char *otherwise; /* such as the name of the file; what an id cannot hold is left out */
  const char *on;        /* from which day it counts, YYYY-MM-DD; NULL = as the sheet says */
  jh_lang lang;          /* of remarks */
  jh_writer writer;      /* takes the file, once it is whole; not called where nothing was edited */
  void *payload;
} jh_limits_import;

/* Holds a sheet against the session's pack, opened as it was when the sheet was written, and writes what
 * was edited as a reform or overlay. Everything that is wrong is added to the diagnostics with its cell;
 * if one of them is an error, JH_ELIMITS_REFUSED, and nothing is written. *edited: values that change.
 * Whether the file fits the pack as a whole is known when it is opened on top of it. */
JH_CHECKED jh_code jh_session_limits_import(
    jh_session *session, jh_limits *limits, const jh_limits_import *how, size_t *edited,
    jh_error *err);

/* After an import: the cell of the new value that a line of the written file stands for. False where it
 * stands for none. */
bool jh_limits_cell_of(const jh_limits *limits, uint32_t line, jh_place *out);

#ifdef __cplusplus
}
#endif

#endif
