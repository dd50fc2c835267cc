#include "model/target.h"

static const struct {
  const char *id;
  const char *name[JH_LANGS];
} states[JH_TARGET_STATES] = {
    [JH_TARGET_MET] = {"met", {[JH_ZH] = "达标", [JH_EN] = "met"}},
    [JH_TARGET_UNMET] = {"unmet", {[JH_ZH] = "不达标", [JH_EN] = "unmet"}},
    [JH_TARGET_UNDETERMINED] = {"undetermined", {[JH_ZH] = "无法判定", [JH_EN] = "undetermined"}},
    [JH_TARGET_NOT_IN_FORCE] = {"not_in_force", {[JH_ZH] = "未生效", [JH_EN] = "not in force"}},
    [JH_TARGET_NOT_DUE] = {"not_due", {[JH_ZH] = "未到期", [JH_EN] = "not due"}},
};

const char *jh_target_state_id(jh_target_state state) { return states[state].id; }

const char *jh_target_state_name(jh_target_state state, jh_lang lang) {
  return states[state].name[lang];
}

void jh_target_asks(jh_rat *out, const jh_param *param, const jh_param_value *value) {
  jh_rat factor;
  jh_rat_init(&factor);
  jh_rat_set_dec(out, value->value);
  jh_rat_set_int(&factor, param->unit.num);
  jh_rat_mul(out, out, &factor);
  jh_rat_set_int(&factor, param->unit.den);
  jh_rat_div(out, out, &factor);
  jh_rat_done(&factor);
}
