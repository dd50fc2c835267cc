/* plan.h - everything that dictionary and pack said, ready to be evaluated.
 *
 * Built by script/, checked by pack/, read by table/ (which columns to load),
 * eval/ and report/. All arrays are in order of declaration; indices are
 * stable. The plan owns its arena; nothing in it is freed apart.
 */
#ifndef JH_MODEL_PLAN_H
#define JH_MODEL_PLAN_H

#include "base/arena.h"
#include "base/map.h"
#include "model/case.h"
#include "model/node.h"
#include "model/rule.h"
#include "model/schema.h"
#include "model/unit.h"

/* A kind of entity that has values: county, school, stage unit, room. */
typedef struct jh_level {
  const char *id;   /* "school" */
  const char *many; /* "schools": the name of the children seen from a parent */
  jh_text name;
  uint32_t parent; /* JH_NONE for the topmost (county) */
  uint32_t table;  /* JH_NONE for the stage level, whose rows are made from schools */
} jh_level;

typedef struct jh_stage {
  const char *id; /* "primary" */
  jh_text name;
  uint32_t when; /* condition at the level of schools: does the school have this stage */
} jh_stage;

typedef struct jh_pack_info {
  const char *id, *version, *folder;
  const char *dictionary; /* as the pack names it; NULL = it does not */
  jh_text name;
  uint32_t document; /* the one that clauses refer to */
  jh_date in_force, review_by;
  bool is_partial; /* may refuse, never pass */
  jh_text missing; /* partial: what is not covered */
  jh_certainty certainty;
  char hash[65]; /* of all its files, hexadecimal; "" until computed */
} jh_pack_info;

/* What the dataset's own dictionary says of the data as a whole. */
typedef struct jh_dataset_info {
  jh_text name;
  jh_text notice;         /* printed above every result ("made-up data") */
  jh_date as_of;          /* default of --on; 0 = none */
  const char *year;       /* default of --year; NULL = the latest */
  const char *dictionary; /* file name of the dictionary */
} jh_dataset_info;

/* Codes that a pack names: whole, or beginnings written with "*" at the end. */
typedef struct jh_code_set {
  const char **codes;
  size_t count;
} jh_code_set;

/* How the functions of the pack (COMPUTE) are called: by whoever read the pack (script/compute.h). */
struct jh_rat;
typedef struct jh_compute_hook {
  /* One row, whose code is `who`: values are what the function reads, in order; *out is its number,
   * or 1 or 0 of a condition. NULL = nobody can: every value is unknown. */
  jh_code (*call)(
      void *payload, uint32_t compute, const struct jh_rat *values, const char *who,
      struct jh_rat *out, jh_error *err);
  void (*close)(void *payload); /* goes with the plan; may be NULL */
  void *payload;
} jh_compute_hook;

/* A file that was read to make the plan. */
typedef struct jh_plan_text {
  const char *path;
  jh_str text; /* without a byte order mark */
} jh_plan_text;

typedef struct jh_plan {
  jh_arena *arena;
  jh_units units;
  jh_dataset_info dataset;
  jh_plan_text *texts; /* dictionary, forms, packs, cases: in the order in which they were read */
  size_t text_count;
  jh_pack_info pack;
  jh_level *levels;
  size_t level_count, level_room;
  uint32_t stage_level; /* JH_NONE until the pack declares stages */
  jh_stage *stages;
  size_t stage_count, stage_room;
  jh_table_def *tables;
  size_t table_count, table_room;
  jh_source *sources;
  size_t source_count, source_room;
  jh_audit_setting *audits; /* the later of two for one kind counts */
  size_t audit_count, audit_room;
  jh_form *forms; /* of the statistics: hints for reading them (schema.h) */
  size_t form_count, form_room;
  jh_node *nodes;
  size_t node_count, node_room;
  uint32_t *args;
  size_t arg_count, arg_room;
  jh_document *documents;
  size_t document_count, document_room;
  jh_param *params;
  size_t param_count, param_room;
  jh_quantity *quantities;
  size_t quantity_count, quantity_room;
  jh_section *sections;
  size_t section_count, section_room;
  jh_rule *rules;
  size_t rule_count, rule_room;
  jh_case *cases;
  size_t case_count, case_room;
  jh_layer *layers; /* the chain: the pack, then overlays, then reforms */
  size_t layer_count, layer_room;
  jh_change *changes; /* in the order in which they take effect */
  size_t change_count, change_room;
  jh_target *targets;
  size_t target_count, target_room;
  jh_unit_cost *unit_costs;
  size_t unit_cost_count, unit_cost_room;
  jh_compute *computes;
  size_t compute_count, compute_room;
  jh_compute_hook hook;
  jh_code_set *code_sets;
  size_t code_set_count, code_set_room;
  jh_map *seen; /* nodes by what they say, so that none is made twice (build.h) */
} jh_plan;

JH_CHECKED jh_code jh_plan_open(jh_plan **out, jh_error *err);
void jh_plan_close(jh_plan *plan);

/* Indices by name; JH_NONE if absent. */
uint32_t jh_plan_level(const jh_plan *plan, jh_str id);
uint32_t jh_plan_stage(const jh_plan *plan, jh_str id);
uint32_t jh_plan_table(const jh_plan *plan, jh_str id);
uint32_t jh_plan_rule(const jh_plan *plan, jh_str id);
uint32_t jh_plan_param(const jh_plan *plan, jh_str path);
uint32_t jh_plan_quantity(const jh_plan *plan, uint32_t level, jh_str id);
uint32_t jh_plan_column(const jh_plan *plan, uint32_t table, jh_str id);
uint32_t jh_plan_target(const jh_plan *plan, jh_str id);
uint32_t jh_plan_form(const jh_plan *plan, jh_str id); /* by its code or another code of it */

/* The verdict of a rule as the pack may state it: a partial pack may refuse but never pass, so that
 * its last word is `undetermined` where it would be `met`. Any other rule's stays as it is. Of a pack that
 * another one uses its own coverage counts. */
jh_verdict jh_plan_guarded(const jh_plan *plan, const jh_rule *rule, jh_verdict verdict);

/* Is `level` the same as `ancestor`, or below it? */
bool jh_plan_is_within(const jh_plan *plan, uint32_t level, uint32_t ancestor);

/* Does what the rule measures or asks, itself and not through other rules, come from a function of
 * the pack? For reports, which say so. (True also when memory is out: rather said once too often.) */
bool jh_plan_is_computed(const jh_plan *plan, uint32_t rule);

/* Argument k of a node. */
uint32_t jh_plan_arg(const jh_plan *plan, const jh_node *node, uint32_t k);

#endif
