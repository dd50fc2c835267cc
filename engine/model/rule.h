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
  uint32_t layer; /* which link of the chain gave it (jh_plan.layers) */
  jh_place place; /* where it is written */
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
  bool is_switch;     /* 0 or 1: a reading that is not settled */
  jh_text name, note; /* of a switch */
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
  JH_RULE_CHECK,       /* of a dictionary: what must be true of any data */
  JH_RULE_GRADE,       /* one of several ordered values; met from `pass_grade` on */
  JH_RULE_SCORE,       /* points: an item, a part or the whole of a scheme */
  JH_RULE_RELAXATION /* tells who passes only by a relaxation: met = used; never stands in a verdict */
} jh_rule_kind;

/* How `holds` is built of `members`, so that it can be told in words. */
typedef enum jh_rule_shape {
  JH_SHAPE_FREE,       /* any condition; members empty */
  JH_SHAPE_ALL,        /* every member */
  JH_SHAPE_AT_LEAST_N, /* at least n members, the others at least `floor` of their bound */
  JH_SHAPE_EVERY,      /* the one member, at every entity of its finer level */
  JH_SHAPE_AT_MOST_N,  /* at most n members may fail */
  JH_SHAPE_SUM         /* the points of the members added up (SCORE) */
} jh_rule_shape;

/* One value of a GRADE, worst first: value k of the rule's measure is grades[k]. */
typedef struct jh_grade {
  const char *id;
  jh_text name;
} jh_grade;

/* What a veto does. */
typedef enum jh_effect {
  JH_EFFECT_REFUSES, /* recognition is refused */
  JH_EFFECT_BARS     /* the county may not apply */
} jh_effect;

/* What of a scheme does not apply to an entity. */
typedef enum jh_not_applicable {
  JH_NA_NONE,        /* nothing can be not applicable */
  JH_NA_RESCALE,     /* left out of both sums; the rest is brought to the full total */
  JH_NA_AWARD,       /* its points are given */
  JH_NA_NO_DEDUCTION /* nothing is taken off */
} jh_not_applicable;

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
  uint32_t n_param;     /* AT_LEAST_N, AT_MOST_N: the number; else JH_NONE */
  uint32_t floor_param; /* AT_LEAST_N: the share of the bound for the others, or JH_NONE */
  uint32_t evidence_table,
      evidence_column;     /* text column where a judgement's evidence is kept, or JH_NONE */
  jh_date in_force, until; /* first day; day after the last, 0 = none */
  jh_certainty certainty;
  jh_severity severity; /* CHECK */
  jh_grade *grades;     /* GRADE: in order, worst first */
  size_t grade_count;
  uint32_t pass_grade;              /* GRADE: met from this one on */
  jh_effect effect;                 /* VETO */
  jh_not_applicable not_applicable; /* SCORE: of the whole scheme */
  bool is_starred;                  /* SCORE: must be full by itself */
  uint32_t full;         /* SCORE: number node, the points that can be had; else JH_NONE */
  uint32_t points_param; /* SCORE: the points that the document gives it; else JH_NONE */
  uint32_t unseen_param; /* SCORE: points of the document that were not seen, or JH_NONE */
  jh_text duty;          /* RELAXATION: what is owed in return */
  uint32_t due_years;    /* RELAXATION: years after recognition until the full standard; 0 = none */
  uint32_t layer;        /* which link of the chain declared it */
  jh_place place;
} jh_rule;

/* One link of the chain on which a plan stands: [0] is the pack at the bottom. */
typedef enum jh_layer_kind { JH_LAYER_PACK, JH_LAYER_OVERLAY, JH_LAYER_REFORM } jh_layer_kind;

typedef struct jh_layer {
  jh_layer_kind kind;
  const char *id, *version, *folder;
  jh_text name, reason; /* reason: of a reform */
  const char *region;   /* beginning of the codes for which it was made; NULL = everywhere */
  const char *scope;    /* what its names begin with: "", or "gate." of a pack used as `gate` */
  bool is_used;         /* a pack that a layer of the chain uses; stands behind the chain */
  uint32_t document;
  jh_date in_force, review_by; /* 0 = none */
  bool may_relax;
  bool is_partial;
  jh_text missing;
  jh_certainty certainty;
  jh_place place;
} jh_layer;

/* One difference that an overlay or reform makes, for tables of old and new. */
typedef enum jh_change_kind {
  JH_CHANGE_VALUE,    /* a parameter: was, now */
  JH_CHANGE_FORMULA,  /* a measure, condition, scope or quantity */
  JH_CHANGE_ADDED,    /* a rule that the base has not */
  JH_CHANGE_WITHDRAWN /* a rule that ends */
} jh_change_kind;

/* Which way a difference goes, for the entities that are judged. */
typedef enum jh_direction { JH_TIGHTENS, JH_RELAXES, JH_EITHER_WAY } jh_direction;

typedef struct jh_change {
  jh_change_kind kind;
  jh_direction direction;
  const char *path; /* special_education_funds_per_student.at_least[.primary]; rule.measure; rule */
  uint32_t rule;    /* the rule it belongs to, or JH_NONE */
  uint32_t param;   /* VALUE: the parameter; else JH_NONE */
  uint32_t stage;   /* VALUE for one stage; else JH_NONE */
  const char *was, *now; /* as written, for people; "" where there is none */
  const char *when;      /* the condition in words, or NULL: for all */
  uint32_t guard;        /* the same as a node, or JH_NONE */
  jh_date since, until;  /* until: 0 = for good */
  const char *clause;
  uint32_t document;
  jh_text reason;
  uint32_t layer;
  jh_place place;
} jh_change;

/* What one missing unit of a rule's measure costs, as a reform supposes. */
typedef struct jh_unit_cost {
  uint32_t rule;
  jh_dec yuan;
  const char *per;
  jh_text note;
  uint32_t layer;
  jh_place place;
} jh_unit_cost;

/* A share of counties or schools, or named counties, to be reached by a day. */
typedef struct jh_target_name {
  const char *code, *name;
} jh_target_name;

typedef struct jh_target {
  const char *id;
  jh_text name, note;
  const char *clause;
  uint32_t document;
  jh_certainty certainty;
  uint32_t rule;           /* which verdict is counted, at its own level */
  uint32_t applies;        /* which of its entities are counted: condition, or JH_NONE for all */
  const char *region;      /* beginning of the county codes; NULL = all */
  jh_date by;              /* 0: the year is not known */
  uint32_t ensure, strive; /* parameters, shares; JH_NONE where there is none */
  jh_target_name *names;   /* named counties: each must be met; else none */
  size_t name_count;
  uint32_t layer;
  jh_place place;
} jh_target;

/* The escape hatch: a value by a function of the pack. */
typedef struct jh_compute {
  const char *id; /* for messages */
  uint32_t level;
  uint32_t read_count;
  int function; /* the script's handle */
  bool is_condition;
  jh_place place;
} jh_compute;

#endif
