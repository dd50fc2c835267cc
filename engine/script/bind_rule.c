/* bind_rule.c - packs, stages, quantities, sections and rules: what packs declare. */
#include <string.h>

#include "script/read.h"

/* core.add_stage_level(parent level name, names): done once, before the stages. [-0, +0, e] */
static int add_stage_level(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  uint32_t parent = jh_plan_level(plan, jh_str_of(luaL_checkstring(L, 1)));
  void *items = plan->levels;
  jh_level *level = jh_read_append(L, &items, &plan->level_count, &plan->level_room, sizeof *level);
  plan->levels = items;
  *level = (jh_level){"stage", "stages", {{"学段", "stage"}}, parent, JH_NONE};
  plan->stage_level = (uint32_t)plan->level_count - 1;
  return 0;
}

/* core.stage{id=, name=, when=node index} -> index. [-0, +1, e] */
static int stage(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_stage stage = {
      jh_read_text(L, 1, "id"), jh_read_names(L, 1, "name"), jh_read_index(L, 1, "when")};
  void *items = plan->stages;
  jh_stage *slot = jh_read_append(L, &items, &plan->stage_count, &plan->stage_room, sizeof *slot);
  plan->stages = items;
  *slot = stage;
  lua_pushinteger(L, (lua_Integer)plan->stage_count - 1);
  return 1;
}

/* core.name_stage(index, names): another name for it. [-0, +0, e] */
static int name_stage(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  uint32_t index = (uint32_t)luaL_checkinteger(L, 1);
  lua_createtable(L, 0, 1);
  lua_insert(L, 1);
  lua_settop(L, 3);
  lua_setfield(L, 1, "name");
  plan->stages[index].name = jh_read_names(L, 1, "name");
  return 0;
}

/* core.quantity{id=, name=, of=, node=, clause=, certainty=, note=, at=} -> index. [-0, +1, e] */
static int quantity(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_quantity quantity = {
      .id = jh_read_text(L, 1, "id"),
      .name = jh_read_names(L, 1, "name"),
      .level = jh_plan_level(b.plan, jh_str_of(jh_read_text(L, 1, "of"))),
      .node = jh_read_index(L, 1, "node"),
      .clause = jh_read_text(L, 1, "clause"),
      .certainty = jh_read_certainty(L, 1, "certainty"),
      .note = jh_read_names(L, 1, "note"),
      .place = jh_read_place(L, 1)};
  b.at = quantity.place;
  jh_script_must(L, jh_build_raise(&b, quantity.node, quantity.level, &quantity.node));
  void *items = b.plan->quantities;
  jh_quantity *slot =
      jh_read_append(L, &items, &b.plan->quantity_count, &b.plan->quantity_room, sizeof *slot);
  b.plan->quantities = items;
  *slot = quantity;
  uint32_t index = (uint32_t)b.plan->quantity_count - 1;
  jh_script_must(L, jh_build_quantity(&b, index, &slot->use));
  lua_pushinteger(L, index);
  return 1;
}

/* core.section{id=, name=, clause=, document=, at=} -> index. [-0, +1, e] */
static int section(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_section section = {
      .id = jh_read_text(L, 1, "id"),
      .name = jh_read_names(L, 1, "name"),
      .clause = jh_read_text(L, 1, "clause"),
      .document = jh_read_index(L, 1, "document"),
      .applies = JH_NONE,
      .place = jh_read_place(L, 1)};
  void *items = plan->sections;
  jh_section *slot =
      jh_read_append(L, &items, &plan->section_count, &plan->section_room, sizeof *slot);
  plan->sections = items;
  *slot = section;
  lua_pushinteger(L, (lua_Integer)plan->section_count - 1);
  return 1;
}

static int word_at(
    lua_State *L, const char *field, const char *const *words, int count, int otherwise) {
  const char *text = jh_read_text(L, 1, field);
  if (!text) return otherwise;
  for (int i = 0; i < count; i++) {
    if (strcmp(words[i], text) == 0) return i;
  }
  jh_script_fail(L, JH_EINTERNAL, field, NULL);
}

static void read_members(lua_State *L, jh_rule *rule) {
  lua_getfield(L, 1, "members");
  if (lua_istable(L, -1)) {
    rule->member_count = lua_rawlen(L, -1);
    rule->members = jh_read_room(L, rule->member_count * sizeof *rule->members);
    for (size_t i = 0; i < rule->member_count; i++) {
      lua_rawgeti(L, -1, (lua_Integer)i + 1);
      rule->members[i] = (uint32_t)lua_tointeger(L, -1);
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
}

static void read_words(lua_State *L, jh_rule *rule) {
  static const char *const kinds[] = {"indicator", "requirement", "spread", "veto",      "verdict",
                                      "check",     "grade",       "score",  "relaxation"};
  static const char *const shapes[] = {"free",           "all", "at_least_n", "every",
                                       "at_most_n_fail", "sum"};
  static const char *const effects[] = {"refuses", "bars"};
  static const char *const policies[] = {"none", "rescale", "award", "no_deduction"};
  static const char *const compares[] = {"at_least", "at_most", "above", "below", "equals"};
  static const char *const severities[] = {"error", "warning", "note"};
  rule->kind = (jh_rule_kind)word_at(L, "kind", kinds, 9, 0);
  rule->shape = (jh_rule_shape)word_at(L, "shape", shapes, 6, JH_SHAPE_FREE);
  rule->compare = (jh_compare)word_at(L, "compare", compares, 5, JH_AT_LEAST);
  rule->severity = (jh_severity)word_at(L, "severity", severities, 3, JH_ERROR);
  rule->effect = (jh_effect)word_at(L, "effect", effects, 2, JH_EFFECT_REFUSES);
  rule->not_applicable = (jh_not_applicable)word_at(L, "not_applicable", policies, 4, JH_NA_NONE);
}

/* The values of a grade, worst first: grades={{id=, name=}…}, pass_grade=. */
static void read_grades(lua_State *L, jh_rule *rule) {
  lua_getfield(L, 1, "grades");
  int list = lua_gettop(L);
  if (lua_istable(L, list)) {
    rule->grade_count = lua_rawlen(L, list);
    rule->grades = jh_read_room(L, rule->grade_count * sizeof *rule->grades);
    for (size_t i = 0; i < rule->grade_count; i++) {
      lua_rawgeti(L, list, (lua_Integer)i + 1);
      rule->grades[i].id = jh_read_text(L, list + 1, "id");
      rule->grades[i].name = jh_read_names(L, list + 1, "name");
      lua_settop(L, list);
    }
    rule->pass_grade = (uint32_t)jh_read_int(L, 1, "pass_grade", 0);
  }
  lua_settop(L, list - 1);
}

/* What only schemes have, and what only relaxations have. */
static void read_points(lua_State *L, jh_rule *rule) {
  rule->is_starred = jh_read_flag(L, 1, "is_starred");
  rule->full = jh_read_index(L, 1, "full");
  rule->points_param = jh_read_index(L, 1, "points_param");
  rule->unseen_param = jh_read_index(L, 1, "unseen_param");
  rule->duty = jh_read_names(L, 1, "duty");
  rule->due_years = (uint32_t)jh_read_int(L, 1, "due_years", 0);
}

static void read_sources(lua_State *L, jh_rule *rule) {
  rule->clause = jh_read_text(L, 1, "clause");
  rule->document = jh_read_index(L, 1, "document");
  rule->section = jh_read_index(L, 1, "section");
  rule->in_force = jh_read_date(L, 1, "in_force");
  rule->until = jh_read_date(L, 1, "until_date");
  rule->certainty = jh_read_certainty(L, 1, "certainty");
  rule->place = jh_read_place(L, 1);
}

static void read_unit(lua_State *L, jh_rule *rule) {
  jh_script *script = jh_script_of(L);
  rule->unit_text = jh_read_text(L, 1, "unit");
  if (!rule->unit_text) rule->unit_text = "";
  jh_code code =
      jh_unit_read(&rule->unit, &script->plan->units, jh_str_of(rule->unit_text), &script->error);
  if (code) script->error.at = rule->place;
  jh_script_must(L, code);
}

/* Everything that has values must have them at the rule's own level. */
static void raise_nodes(lua_State *L, jh_build *b, jh_rule *rule) {
  uint32_t *nodes[] = {&rule->measure, &rule->bound, &rule->applies, &rule->holds, &rule->full};
  for (size_t i = 0; i < 5; i++) {
    if (*nodes[i] == JH_NONE) continue;
    jh_script_must(L, jh_build_raise(b, *nodes[i], rule->level, nodes[i]));
  }
  if (rule->measure != JH_NONE && rule->kind != JH_RULE_SPREAD) {
    jh_script_must(
        L, jh_build_same_unit(b, b->plan->nodes[rule->measure].unit, rule->unit, "= < >"));
  }
}

/* Puts a rule at the end. */
static uint32_t append(lua_State *L, jh_plan *plan, const jh_rule *rule) {
  void *items = plan->rules;
  jh_rule *slot = jh_read_append(L, &items, &plan->rule_count, &plan->rule_room, sizeof *slot);
  plan->rules = items;
  *slot = *rule;
  return (uint32_t)plan->rule_count - 1;
}

/* core.reserve{id=, kind=, of=, name=, layer=, at=} -> index: a rule to which others may refer before
 * core.rule{index=…} says what it is. [-0, +1, e] */
static int reserve(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_rule rule = {.id = jh_read_text(L, 1, "id"), .name = jh_read_names(L, 1, "name")};
  read_words(L, &rule);
  rule.level = jh_plan_level(b.plan, jh_str_of(jh_read_text(L, 1, "of")));
  rule.layer = (uint32_t)jh_read_int(L, 1, "layer", 0);
  rule.place = jh_read_place(L, 1);
  rule.unit_text = "";
  rule.document = rule.section = rule.parent = rule.stage = rule.measure = rule.bound = JH_NONE;
  rule.applies = rule.holds = rule.n_param = rule.floor_param = JH_NONE;
  rule.full = rule.points_param = rule.unseen_param = JH_NONE;
  rule.evidence_table = rule.evidence_column = JH_NONE;
  uint32_t use, index = append(L, b.plan, &rule);
  jh_script_must(L, jh_build_rule(&b, index, &use));
  b.plan->rules[index].use = use;
  lua_pushinteger(L, index);
  return 1;
}

/* core.rule{…} -> index; the fields are those of jh_rule, nodes as indices; with index=, of a rule that
 * was reserved. [-0, +1, e] */
static int rule(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_rule rule = {.id = jh_read_text(L, 1, "id")};
  rule.name = jh_read_names(L, 1, "name");
  rule.note = jh_read_names(L, 1, "note");
  read_words(L, &rule);
  read_sources(L, &rule);
  read_unit(L, &rule);
  rule.parent = jh_read_index(L, 1, "parent");
  rule.level = jh_plan_level(b.plan, jh_str_of(jh_read_text(L, 1, "of")));
  rule.stage = jh_read_index(L, 1, "stage");
  rule.measure = jh_read_index(L, 1, "measure");
  rule.bound = jh_read_index(L, 1, "bound");
  rule.applies = jh_read_index(L, 1, "applies");
  rule.holds = jh_read_index(L, 1, "holds");
  rule.n_param = jh_read_index(L, 1, "n_param");
  rule.floor_param = jh_read_index(L, 1, "floor_param");
  rule.evidence_table = jh_read_index(L, 1, "evidence_table");
  rule.evidence_column = jh_read_index(L, 1, "evidence_column");
  rule.layer = (uint32_t)jh_read_int(L, 1, "layer", 0);
  rule.duty = jh_read_names(L, 1, "duty");
  rule.due_years = (uint32_t)jh_read_int(L, 1, "due_years", 0);
  read_members(L, &rule);
  read_grades(L, &rule);
  read_points(L, &rule);
  b.at = rule.place;
  jh_str_copy(b.at.name, sizeof b.at.name, jh_str_of(rule.id));
  raise_nodes(L, &b, &rule);
  uint32_t use, index = jh_read_index(L, 1, "index");
  if (index == JH_NONE) {
    index = append(L, b.plan, &rule);
    jh_script_must(L, jh_build_rule(&b, index, &use));
  } else {
    use = b.plan->rules[index].use;
    b.plan->rules[index] = rule;
  }
  b.plan->rules[index].use = use;
  lua_pushinteger(L, index);
  return 1;
}

/* core.adopt(parent rule index, list of rule indices): spread items learn their requirement. [-0, +0, e] */
static int adopt(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  uint32_t parent = (uint32_t)luaL_checkinteger(L, 1);
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, 2); i++) {
    lua_rawgeti(L, 2, i);
    plan->rules[lua_tointeger(L, -1)].parent = parent;
    lua_pop(L, 1);
  }
  return 0;
}

const luaL_Reg jh_script_rule_functions[] = {
    {"add_stage_level", add_stage_level},
    {"stage", stage},
    {"name_stage", name_stage},
    {"quantity", quantity},
    {"section", section},
    {"reserve", reserve},
    {"rule", rule},
    {"adopt", adopt},
    {NULL, NULL}};
