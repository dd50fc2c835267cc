/* rule.h - what a pack declares: parameters, quantities, sections and rules.
 *
 * Plain records; no behaviour but the look-up of a parameter on a day.
 */
#ifndef JH_MODEL_RULE_H
#define JH_MODEL_RULE_H

#include "base/date.h"
#include "base/dec.h"
#include "base/error.h"
#include "model/schema.h"
#include "model/text.h"
#include "model/verdict.h"

typedef struct jh_document {
  const char *number; /* 教督〔2017〕6号 */
  jh_text title;
  jh_text issuer;
  jh_date date; /* of issue; 0 = not known */
} jh_document;

typedef enum jh_certainty {
  JH_CONFIRMED,  /* read in several independent sources */
  JH_SINGLE,     /* one source only */
  JH_PROVINCIAL, /* known from provincial or local texts only */
  JH_INFERRED,   /* concluded, not read */
  JH_UNVERIFIED  /* to be checked before it is relied on */
} jh_certainty;

/* One value of a parameter, from a day on. */
typedef struct jh_param_value {
  jh_date since;
  uint32_t stage; /* or JH_NONE: for all */
  jh_dec value;   /* in the parameter's unit */
  const char *clause;
  uint32_t document;
} jh_param_value;

/* A number of a pack: dated, with unit and clause. */
typedef struct jh_param {
  const char *path; /* higher_degree_teachers_per_100.at_least */
  const char *unit_text;
  jh_unit unit;
  bool is_by_stage;
  jh_param_value *values; /* ordered by day, then stage */
  size_t value_count;
  jh_certainty certainty;
  jh_place place;
} jh_param;

/* The value in force on a day, or NULL. stage is ignored if the parameter does not differ by stage. */
const jh_param_value *jh_param_on(const jh_param *param, uint32_t stage, jh_date on);

/* A named expression, such as the students of a stage unit. Cases may set it directly. */
typedef struct jh_quantity {
  const char *id;
  jh_text name;
  uint32_t level;
  uint32_t node; /* its definition */
  uint32_t use;  /* the QUANTITY node by which it is read */
  const char *clause;
  jh_certainty certainty;
  jh_text note;
  jh_place place;
} jh_quantity;

typedef struct jh_section {
  const char *id;
  jh_text name;
  const char *clause;
  uint32_t document;
  uint32_t applies; /* condition that its rules inherit, or JH_NONE */
  uint32_t *rules;  /* in order of the pack */
  size_t rule_count, rule_room;
  jh_place place;
} jh_section;

typedef enum jh_rule_kind {
  JH_RULE_INDICATOR,   /* a measure held against a bound */
  JH_RULE_REQUIREMENT, /* a condition over rules or data */
  JH_RULE_SPREAD,      /* one of the limits of a spread requirement: one indicator, one stage */
  JH_RULE_VETO,        /* holds when the vetoed thing did not happen */
  JH_RULE_VERDICT,     /* the last word on a county */
  JH_RULE_CHECK        /* of a dictionary: what must be true of any data */
} jh_rule_kind;

/* How `holds` is built of `members`, so that it can be told in words. */
typedef enum jh_rule_shape {
  JH_SHAPE_FREE,       /* any condition; members empty */
  JH_SHAPE_ALL,        /* every member */
  JH_SHAPE_AT_LEAST_N, /* at least n members, the others at least `floor` of their bound */
  JH_SHAPE_EVERY       /* the one member, at every entity of its finer level */
} jh_rule_shape;

typedef enum jh_compare { JH_AT_LEAST, JH_AT_MOST, JH_ABOVE, JH_BELOW, JH_EQUALS } jh_compare;

typedef struct jh_rule {
  const char *id; /* unique in the pack; spread items: balance.indicator.stage */
  jh_rule_kind kind;
  jh_text name;
  jh_text note;
  const char *clause;
  uint32_t document;
  uint32_t section; /* or JH_NONE */
  uint32_t parent;  /* spread items: the requirement; else JH_NONE */
  uint32_t level;
  uint32_t stage;        /* spread items: the stage; else JH_NONE */
  const char *unit_text; /* of measure and bound, as people read them */
  jh_unit unit;
  uint32_t measure;   /* number node or JH_NONE; spread items: the SPREAD node gives it */
  jh_compare compare; /* measure against bound */
  uint32_t bound;     /* number node, or JH_NONE */
  uint32_t applies;   /* condition: to whom it applies; JH_NONE = to all */
  uint32_t holds;     /* condition: what it asks for */
  uint32_t use;       /* the RULE node by which others stand on it */
  jh_rule_shape shape;
  uint32_t *members; /* rules */
  size_t member_count;
  uint32_t n_param;     /* AT_LEAST_N: the number; else JH_NONE */
  uint32_t floor_param; /* AT_LEAST_N: the share of the bound for the others, or JH_NONE */
  uint32_t evidence_table,
      evidence_column;     /* text column where a judgement's evidence is kept, or JH_NONE */
  jh_date in_force, until; /* first day; day after the last, 0 = none */
  jh_certainty certainty;
  jh_severity severity; /* CHECK */
  jh_place place;
} jh_rule;

#endif
