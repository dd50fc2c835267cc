/* report.h - results as text for people, as JSON, as CSV.
 *
 * Writers only render: they get findings through a source of rows and never
 * see Lua, CSV input or the evaluation. One file for each format.
 */
#ifndef JH_REPORT_REPORT_H
#define JH_REPORT_REPORT_H

#include "base/buf.h"
#include "base/diag.h"
#include "model/evidence.h"
#include "model/target.h"

/* Where the bytes go; returns false when they could not be written. */
typedef bool (*jh_sink)(void *payload, const char *bytes, size_t size);

typedef struct jh_report_file {
  const char *name; /* of an input, relative to its folder */
  const char *hash;
} jh_report_file;

/* What was run, for the head of every result. */
typedef struct jh_report_head {
  const jh_plan *plan;
  jh_date on;
  const char *year;   /* or NULL */
  const char *region; /* or NULL */
  const char *engine_version;
  const jh_report_file *files;
  size_t file_count;
} jh_report_head;

/* Results as the writers see them. The callbacks give rows in a fixed order: counties by code. */
typedef struct jh_results {
  const jh_report_head *head;
  void *payload;
  size_t county_count;
  int jobs; /* threads that may ask at once, 0 = 1: the callbacks below change nothing */
  uint32_t verdict_rule;           /* the pack's verdict, or JH_NONE */
  const jh_target_result *targets; /* in order of the plan */
  size_t target_count;

  /* The county's entity, and its province's and prefecture's names where known (else ""). */
  jh_entity (*county)(void *payload, uint32_t county);
  void (*region_names)(void *payload, uint32_t county, jh_str *prefecture, jh_str *province);

  /* The finding of a rule, of any level, at a row of that level. */
  jh_code (*finding)(void *payload, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err);

  /* What an "at least n" rule asks of a member at a row that is not met; NULL: never told. */
  jh_floor (*floor)(void *payload, uint32_t rule, uint32_t member, uint32_t row);

  /* How a rule of a finer level stands in the county. */
  jh_tally (*tally)(void *payload, uint32_t rule, uint32_t county);

  /* Does argument k of a node play no part on the day, such as the dead arm of a dated change? NULL:
   * all of them do. */
  bool (*drops)(void *payload, uint32_t node, uint32_t k);

  /* What the day alone makes of a condition, such as a switch that is off; JH_UNKNOWN if rows decide
   * it. NULL: of all of them they do. */
  jh_tri (*settled)(void *payload, uint32_t node);

  /* The rows of a level in a county, [*from, *to), and the entity of a row. */
  void (*rows)(void *payload, uint32_t level, uint32_t county, uint32_t *from, uint32_t *to);
  jh_entity (*entity)(void *payload, uint32_t level, uint32_t row);

  /* Verdict alone: cheaper than finding. */
  jh_verdict (*verdict)(void *payload, uint32_t rule, uint32_t row);

  /* Missing cells that could settle an undetermined rule at a row (arena: the caller's). */
  jh_code (*waiting)(
      void *payload, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
      size_t *count, jh_error *err);

  /* Sets where cells stood before an import, as far as that is known (arena: the caller's). One thread
   * at a time. NULL: it is never told. */
  void (*origins)(void *payload, jh_cell *cells, size_t count, jh_arena *arena);
} jh_results;

/* One line for each county with the reason in words, then totals by prefecture, province, nation. */
JH_CHECKED jh_code jh_report_text(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* docs/JSON.md: {"format": 1, "run": {…}, "counties": […], "findings": […], "totals": […]}. */
JH_CHECKED jh_code jh_report_json(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* One line for each finding. */
JH_CHECKED jh_code jh_report_csv(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* One of those that a target counts, or of those it leaves out. */
typedef struct jh_report_member {
  jh_entity entity;
  jh_verdict verdict;        /* as the target counts it */
  const char *why[JH_LANGS]; /* UNMET, UNDETERMINED: the requirements that decide; "" otherwise */
} jh_report_member;

/* What is told of one entity, or of one target. */
typedef struct jh_report_sheet {
  const jh_report_head *head;
  jh_evidence_depth depth;
  const jh_evidence *tree;         /* of an entity; else NULL */
  const char *sentence[JH_LANGS];  /* verdict and what decides; NULL where that is not told */
  const jh_target_result *target;  /* else NULL */
  const jh_report_member *members; /* of a target: met, unmet, undetermined, not applicable, not in
                                      force; in each in order of rows */
  size_t member_count;
  size_t unlisted[JH_VERDICTS]; /* members of each verdict for which there was no room */
} jh_report_sheet;

/* The evidence of one entity or target: text for people, JSON, or one page that can be printed and
 * needs nothing else. */
JH_CHECKED jh_code jh_report_evidence_text(
    const jh_report_sheet *sheet, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);
JH_CHECKED jh_code jh_report_evidence_json(
    const jh_report_sheet *sheet, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);
JH_CHECKED jh_code jh_report_evidence_html(
    const jh_report_sheet *sheet, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* What stands below the entity, without head and entity. */
JH_CHECKED jh_code jh_report_evidence_lines(
    const jh_plan *plan, const jh_evidence *evidence, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err);
/* One sentence on the entity of a brief tree: the verdict, and what decides it. */
void jh_report_evidence_sentence(
    jh_buf *buf, const jh_plan *plan, const jh_evidence *tree, jh_lang lang);

/* The same of a county and its last word, as the result of all counties says it. */
JH_CHECKED jh_code jh_report_evidence_county(
    jh_buf *buf, const jh_results *results, const jh_entity *county, jh_lang lang, jh_error *err);

/* One sentence on a target. */
void jh_report_evidence_target(
    jh_buf *buf, const jh_plan *plan, const jh_target_result *at, jh_lang lang);

/* Why one of a target's entities is not met: what decides, without entity and verdict. */
void jh_report_evidence_why(
    jh_buf *buf, const jh_plan *plan, const jh_evidence *tree, jh_lang lang);

#endif
