/* readings.h - which verdicts hang on readings that are not settled, as text, JSON, CSV.
 *
 * A report in three steps, so that one comparison at a time is held: begin, an item for each switch
 * and one for all of them together, end. Writers only render; who turns the switches is
 * session/readings.c.
 */
#ifndef JH_REPORT_READINGS_H
#define JH_REPORT_READINGS_H

#include "report/compare.h"
#include "report/out.h"
#include "report/words.h"

typedef enum jh_readings_state {
  JH_READINGS_TURNED,
  JH_READINGS_NOT_IN_FORCE, /* on the day: it is neither on nor off */
  JH_READINGS_STAGES        /* it decides which stages there are; not turned */
} jh_readings_state;

typedef struct jh_readings_switch {
  uint32_t param;
  jh_readings_state state;
  bool is_on;
} jh_readings_switch;

/* What is asked, and what came out. */
typedef struct jh_readings {
  const jh_results *base;
  const jh_verdict *verdicts;         /* of the counties, before anything is turned */
  const jh_readings_switch *switches; /* in order of the plan */
  size_t count, turned;               /* turned: of them, in that state */
  bool *hangs;    /* [county * count + k]: its verdict changes by switch k alone */
  bool *together; /* [county]: it changes by all of them together; tried only if `turned` > 1 */
} jh_readings;

/* On what the verdict on a county hangs. */
typedef enum jh_readings_kind {
  JH_READINGS_ON_NONE,
  JH_READINGS_ON_ONE,  /* one switch alone changes it */
  JH_READINGS_ON_MORE, /* several do, each alone */
  JH_READINGS_ON_ALL,  /* none does alone, all together do */
  JH_READINGS_KINDS
} jh_readings_kind;

jh_readings_kind jh_readings_kind_of(const jh_readings *of, uint32_t county);

/* How many counties hang on some reading. */
size_t jh_readings_hanging(const jh_readings *of);

typedef struct jh_readings_writer {
  jh_out out;
  jh_lang lang;
  const jh_readings *of;
} jh_readings_writer;

/* `at`: an index of switches, or `count`: all of them together. view: NULL unless it was turned. */
typedef struct jh_readings_form {
  void (*begin)(jh_readings_writer *writer);
  jh_code (*item)(
      jh_readings_writer *writer, size_t at, const jh_compare_view *view, jh_error *err);
  void (*end)(jh_readings_writer *writer);
} jh_readings_form;

extern const jh_readings_form jh_readings_text; /* for people */
extern const jh_readings_form jh_readings_csv;  /* a row for each switch and county */
extern const jh_readings_form jh_readings_json; /* docs/JSON.md, docs/readings.schema.json */

/* How many verdicts on a rule change. Private to report/, as what follows. */
size_t jh_readings_changed(const jh_flip_total *total);

/* The parameter of a switch, with clause and document of the value in force, else of its first. */
const jh_param *jh_readings_param(const jh_readings *of, size_t at);
const char *jh_readings_clause(const jh_readings *of, size_t at);
const char *jh_readings_document(const jh_readings *of, size_t at);

#endif
