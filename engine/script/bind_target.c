/* bind_target.c - targets: shares of counties or schools, and named counties, to be reached. */
#include <string.h>

#include "model/region.h"
#include "model/target.h"
#include "script/read.h"

/* Raises at the line of a field of the declaration. Ends with NULL. [-0, +0, e] */
static _Noreturn void refuse(
    lua_State *L, const jh_place *at, jh_code code, const char *first, const char *second) {
  jh_script *script = jh_script_of(L);
  script->error = (jh_error){0};
  (void)jh_fail(&script->error, code, at, first, second, NULL);
  jh_script_raise(L);
}

/* Above 0, at most 1. */
static bool is_share(const jh_param *param, const jh_param_value *value) {
  jh_rat share, one;
  jh_rat_init(&share);
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_target_asks(&share, param, value);
  bool is_right =
      jh_unit_is_plain(param->unit) && jh_rat_sign(&share) > 0 && jh_rat_compare(&share, &one) <= 0;
  jh_rat_done(&one);
  jh_rat_done(&share);
  return is_right;
}

static bool is_less(
    const jh_param *a, const jh_param_value *x, const jh_param *b, const jh_param_value *y) {
  jh_rat first, second;
  jh_rat_init(&first);
  jh_rat_init(&second);
  jh_target_asks(&first, a, x);
  jh_target_asks(&second, b, y);
  bool is_so = jh_rat_compare(&first, &second) < 0;
  jh_rat_done(&second);
  jh_rat_done(&first);
  return is_so;
}

/* "20 percent", as the pack writes it. */
static const char *shown(char out[JH_DEC_TEXT + 64], const jh_param *param, jh_dec value) {
  char number[JH_DEC_TEXT];
  (void)jh_dec_text(number, value);
  jh_str_copy(out, JH_DEC_TEXT, jh_str_of(number));
  size_t used = strlen(out);
  if (param->unit_text[0]) {
    out[used++] = ' ';
    jh_str_copy(out + used, 63, jh_str_of(param->unit_text));
  }
  return out;
}

static void check_share(lua_State *L, const jh_plan *plan, uint32_t index, const jh_place *at) {
  if (index == JH_NONE) return;
  const jh_param *param = &plan->params[index];
  for (size_t i = 0; i < param->value_count; i++) {
    if (is_share(param, &param->values[i])) continue;
    char text[JH_DEC_TEXT + 64];
    refuse(L, at, JH_ETARGET_SHARE, shown(text, param, param->values[i].value), NULL);
  }
}

/* To strive for less than what is to be ensured makes no sense, on no day. */
static void check_order(lua_State *L, const jh_plan *plan, const jh_target *target) {
  if (target->ensure == JH_NONE || target->strive == JH_NONE) return;
  const jh_param *ensure = &plan->params[target->ensure], *strive = &plan->params[target->strive];
  for (size_t i = 0; i < strive->value_count + ensure->value_count; i++) {
    jh_date day = i < strive->value_count ? strive->values[i].since
                                          : ensure->values[i - strive->value_count].since;
    const jh_param_value *more = jh_param_on(strive, JH_NONE, day);
    const jh_param_value *less = jh_param_on(ensure, JH_NONE, day);
    if (!more || !less || !is_less(strive, more, ensure, less)) continue;
    char first[JH_DEC_TEXT + 64], second[JH_DEC_TEXT + 64];
    refuse(
        L, &target->place, JH_ESTRIVE_BELOW, shown(first, strive, more->value),
        shown(second, ensure, less->value));
  }
}

/* names = {{code=, name=}…}, in order of code. [-0, +0, e] */
static void read_names(lua_State *L, jh_target *target) {
  lua_getfield(L, 1, "names");
  if (lua_istable(L, -1)) {
    int list = lua_gettop(L);
    target->name_count = lua_rawlen(L, list);
    target->names = jh_read_room(L, target->name_count * sizeof *target->names);
    for (size_t i = 0; i < target->name_count; i++) {
      lua_rawgeti(L, list, (lua_Integer)i + 1);
      int one = lua_gettop(L);
      target->names[i] =
          (jh_target_name){jh_read_text(L, one, "code"), jh_read_text(L, one, "name")};
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
}

/* Only counties can be named, and only those of the region. */
static void check_names(lua_State *L, const jh_plan *plan, const jh_target *target) {
  const jh_rule *rule = &plan->rules[target->rule];
  if (target->name_count && plan->levels[rule->level].parent != JH_NONE) {
    refuse(L, &target->place, JH_ETARGET_NAMES, rule->id, plan->levels[rule->level].id);
  }
  for (size_t i = 0; i < target->name_count; i++) {
    const char *code = target->names[i].code;
    if (jh_region_covers(target->region, jh_str_of(code))) continue;
    refuse(L, &target->place, JH_ETARGET_REGION, code, target->region);
  }
}

static const char *read_region(lua_State *L) {
  const char *text = jh_read_text(L, 1, "region");
  if (!text) return NULL;
  jh_str region = jh_region_of(jh_str_of(text));
  return jh_read_copy(L, region.at, region.size);
}

/* core.target{id=, name=, note=, clause=, document=, certainty=, rule=, applies=, region=, by=, ensure=,
 * strive=, names=, layer=, at=}: rule, parameters and node as indices. [-0, +0, e] */
static int target(lua_State *L) {
  jh_build b = jh_script_build(L);
  jh_target target = {.id = jh_read_text(L, 1, "id")};
  target.name = jh_read_names(L, 1, "name");
  target.note = jh_read_names(L, 1, "note");
  target.clause = jh_read_text(L, 1, "clause");
  target.document = jh_read_index(L, 1, "document");
  target.certainty = jh_read_certainty(L, 1, "certainty");
  target.rule = jh_read_index(L, 1, "rule");
  target.applies = jh_read_index(L, 1, "applies");
  target.region = read_region(L);
  target.by = jh_read_date(L, 1, "by");
  target.ensure = jh_read_index(L, 1, "ensure");
  target.strive = jh_read_index(L, 1, "strive");
  target.layer = (uint32_t)jh_read_int(L, 1, "layer", 0);
  target.place = jh_read_place(L, 1);
  read_names(L, &target);
  check_share(L, b.plan, target.ensure, &target.place);
  check_share(L, b.plan, target.strive, &target.place);
  check_order(L, b.plan, &target);
  check_names(L, b.plan, &target);
  if (target.applies != JH_NONE) {
    uint32_t level = b.plan->rules[target.rule].level;
    b.at = target.place;
    jh_script_must(L, jh_build_raise(&b, target.applies, level, &target.applies));
  }
  void *items = b.plan->targets;
  jh_target *slot =
      jh_read_append(L, &items, &b.plan->target_count, &b.plan->target_room, sizeof *slot);
  b.plan->targets = items;
  *slot = target;
  return 0;
}

const luaL_Reg jh_script_target_functions[] = {{"target", target}, {NULL, NULL}};
