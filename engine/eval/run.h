/* run.h - a plan evaluated over a dataset: a verdict for every rule and every entity.
 *
 * Evaluates in blocks of whole counties over columns: each number is a pair of
 * doubles that encloses the exact value, so most comparisons are decided there;
 * the few near a line are decided by exact.h with rationals of any size. Threads take ranges
 * of counties; what one county yields depends on that county alone, so the
 * result is the same for any number of threads.
 *
 * Knows columns and the plan; no Lua, no CSV, no words.
 */
#ifndef JH_EVAL_RUN_H
#define JH_EVAL_RUN_H

#include "eval/exact_base.h"
#include "model/finding.h"
#include "table/dataset.h"

typedef struct jh_run jh_run;

typedef struct jh_run_options {
  jh_date on;        /* which law */
  int jobs;          /* threads, 1 to 64; 0 = 1 */
  bool keep_figures; /* keep measures and bounds of all findings */
  const uint32_t
      *rules; /* evaluate only these and what they stand on; NULL = all (checks excluded) */
  size_t rule_count;
  uint32_t from, to; /* these counties and perhaps some beside them; the results of others mean
                        nothing and are not to be asked for. 0 and 0 = all */
  void (*progress)(void *payload, size_t counties_done, size_t counties);
  void *progress_payload;
} jh_run_options;

/* Makes the rows of the stage level from the schools (a unit for each stage whose `when` is not
 * false) and links the dataset. Does nothing where the level has rows already or no stages exist.
 * A unit whose `when` is unknown is made too; its scope is then unknown. */
JH_CHECKED jh_code jh_units_make(const jh_plan *plan, jh_dataset *dataset, jh_error *err);

/* Would jh_units_make give the very units that are there, as the cells of the schools now are? Looks at
 * all schools. Errors: JH_ENOMEM, and those of program.h. */
JH_CHECKED jh_code
jh_units_hold(bool *out, const jh_plan *plan, jh_dataset *dataset, jh_error *err);

/* Evaluates. The run borrows plan and dataset. Errors: JH_ENOMEM, and those of
 * program.h. */
JH_CHECKED jh_code jh_run_open(
    jh_run **out, const jh_plan *plan, const jh_dataset *dataset, const jh_run_options *options,
    jh_error *err);
void jh_run_close(jh_run *run);

/* Evaluates the county of a row (of any level) again, after cells of it have changed in the dataset: then
 * the run is what a new one over these data would be. Rows, codes, parents and stage units are as they
 * were. The caller alone uses the run meanwhile. Errors: JH_ENOMEM, and those of the pack's functions;
 * then the county's results may be of either state until it is evaluated again. */
JH_CHECKED jh_code jh_run_again(jh_run *run, uint32_t level, uint32_t row, jh_error *err);

const jh_plan *jh_run_plan(const jh_run *run);
const jh_dataset *jh_run_dataset(const jh_run *run);
jh_date jh_run_on(const jh_run *run);

/* Is the rule, with every parameter it reads, in force on the run's day? */
bool jh_run_in_force(const jh_run *run, uint32_t rule);

/* Does argument k of a node play no part on the run's day, as the dead arm of a dated change? */
bool jh_run_drops(const jh_run *run, uint32_t node, uint32_t k);

/* What the run's day alone makes of a condition; JH_UNKNOWN if rows decide it. */
jh_tri jh_run_settled(const jh_run *run, uint32_t node);

jh_verdict jh_run_verdict(const jh_run *run, uint32_t rule, uint32_t row);

/* The first row from `row` on at the rule's level with this verdict; the count of rows if there is
 * none. */
uint32_t jh_run_next(const jh_run *run, uint32_t rule, uint32_t row, jh_verdict wanted);

/* How the entities of the rule's level below an ancestor stand. */
jh_tally jh_run_tally(const jh_run *run, uint32_t rule, uint32_t ancestor_level, uint32_t row);

/* The whole finding, figures as text (kept, or computed again if they were not). */
JH_CHECKED jh_code
jh_run_finding(const jh_run *run, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err);

/* Measure and bound of a rule at a row with rationals, in the rule's unit, without a run: what a
 * finding is printed from. The set is the caller's, freshly initialised (figure.h). */
struct jh_exact;
struct jh_figure_set;
void jh_run_figures(
    const struct jh_exact *exact, const jh_rule *rule, uint32_t row, struct jh_figure_set *set);

/* What an AT_LEAST_N rule asks of one of its members at a row, where that member is not met. */
void jh_run_floor(const jh_run *run, uint32_t rule, uint32_t member, uint32_t row, jh_floor *out);

/* How many comparisons the doubles left to the rationals, for measuring. */
uint64_t jh_run_exact_count(const jh_run *run);

/* For asking about single nodes exactly, with what the run computed. Borrows the run. */
jh_exact jh_run_exact(const jh_run *run);

/* The entity of a row. */
jh_entity jh_run_entity(const jh_run *run, uint32_t level, uint32_t row);

#endif
